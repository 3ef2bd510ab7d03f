"""Questions that the document doesn't answer: offered to somebody, passed on, answered, kept."""
