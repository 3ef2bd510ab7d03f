"""Puts right what waits for its speaker: the recommendation, the words, or the order itself; and doubts a reason."""

from dialogs.righting.door import behind_opening, take

__all__ = ["behind_opening", "take"]
