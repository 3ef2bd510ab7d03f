"""What comes in over HTTP: whether it may, what it is, and what was said."""
