"""What managers do to recommendations and words; each of them only on a yes."""
