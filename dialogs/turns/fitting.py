"""Keeps a reply within what Teams takes: 40 KB in UTF-16, with room for what travels beside it."""

from __future__ import annotations

import json
from dataclasses import replace

import msgspec

from dialogs.turns.turn import Card, Reply

# Bytes in UTF-16; a card is counted as the JSON that it becomes.
_TEXT, _WHOLE = 24_000, 36_000
# What may be added below a text that was cut: that something waits, or what a file that came along is for.
_NOTES = 3_000
_LONGEST_SOURCE = 200
TOO_LONG = "That is as much as fits in one message. Ask about fewer recommendations at a time to see the rest."


def fitted(reply: Reply) -> Reply:
    """The reply; a text that is too long ends at a line, and a card that doesn't fit beside its text is left out."""
    if _surely_fits(reply):
        return reply
    text = reply.text if _size(reply.text) <= _TEXT + _NOTES else _cut(reply.text)
    card = reply.card if _size(text) + _size(_sent(reply.card)) <= _WHOLE else None
    return replace(reply, text=text, card=card)


def _surely_fits(reply: Reply) -> bool:
    """Whether a reply is far from the limits, which is found quickly.

    A character takes four bytes at most. What JSON takes in UTF-8 takes less than three times that in UTF-16, spaces
    between its parts included.
    """
    return 4 * len(reply.text) + 3 * len(msgspec.json.encode(reply.card)) <= _TEXT


def _size(text: str) -> int:
    return len(text.encode("utf-16-le"))


def _sent(card: Card | None) -> str:
    return json.dumps(card, ensure_ascii=False) if card else ""


def _cut(text: str) -> str:
    """Whole lines up to the limit, then why it ends there, then the source."""
    last = text.rsplit("\n\n", 1)[-1]
    source = last if last.startswith("_Source:") and len(last) <= _LONGEST_SOURCE else ""
    ending = "".join(f"\n\n{part}" for part in (TOO_LONG, source) if part)
    kept = text.encode("utf-16-le")[: _TEXT - _size(ending)].decode("utf-16-le", errors="ignore")
    return kept.rsplit("\n" if "\n" in kept else " ", 1)[0].rstrip() + ending
