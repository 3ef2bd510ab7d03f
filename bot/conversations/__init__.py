"""A conversation while it goes on: its turns, its memory, who takes part, and how it is reached."""
