"""Words: the forms of them that are heard, and the smallest pieces that are said."""
