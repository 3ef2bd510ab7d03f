"""Adaptive Cards 1.5 as plain dictionaries; one function for each thing that can be shown."""
