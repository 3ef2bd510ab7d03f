"""Sees what in a text looks like personal data of a child or a family."""
