"""A summary in words and as a card, page by page."""

from dialogs.digest.pages import told

__all__ = ["told"]
