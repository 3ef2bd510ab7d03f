"""A card of questions to press."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.cards import parts


def questions(title: str, says: Sequence[str]) -> parts.Part:
    """Questions as buttons, one beneath the other; without a title beneath a text that asks already."""
    rows = [{"type": "ActionSet", "actions": [parts.button(say, say)]} for say in says]
    return parts.card([*([parts.heading(title)] if title else []), *rows])
