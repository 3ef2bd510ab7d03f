"""The way out to Teams: where to, with which token, how often, and in which shape."""
