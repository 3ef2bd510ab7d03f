"""A summary in words and as a card, page by page."""

from dialogs.digest.pages import told
from dialogs.digest.totals import key

__all__ = ["key", "told"]
