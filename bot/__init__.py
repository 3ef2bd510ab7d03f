"""How it travels: aiohttp, the Bot Framework SDK, settings and the command line."""
