"""The command line's commands: each does one thing with the store, and says what became of it."""
