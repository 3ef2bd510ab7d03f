"""A message taken apart: what it names, asks, denies and points back at."""
