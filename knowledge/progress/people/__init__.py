"""The directory of people: lists of them, who is new, and which names are the same."""
