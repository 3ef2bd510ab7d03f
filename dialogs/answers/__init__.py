"""Puts answers into words: one module for each kind of thing that can be said."""
