"""Keeps a reply within what Teams takes: 40 KB in UTF-16, with room for what travels beside it."""

from __future__ import annotations

import json

from dialogs.turn import Reply

# Characters of two bytes each; a card is counted as the JSON that it becomes.
_TEXT, _WHOLE = 12_000, 18_000
TOO_LONG = "That is as much as fits in one message. Ask about fewer recommendations at a time to see the rest."


def fitted(reply: Reply) -> Reply:
    """The reply; a text that is too long ends at a line, and a card that doesn't fit beside its text is left out."""
    text = reply.text if len(reply.text) <= _TEXT else _cut(reply.text)
    room = _WHOLE - len(text)
    return Reply(text, reply.card if reply.card and len(json.dumps(reply.card, ensure_ascii=False)) <= room else None)


def _cut(text: str) -> str:
    """Whole lines up to the limit, then why it ends there, then the source."""
    *_, source = text.rsplit("\n\n", 1)
    ending = f"\n\n{TOO_LONG}" + (f"\n\n{source[:200]}" if source.startswith("_Source:") and len(source) <= 200 else "")
    kept = text[: _TEXT - len(ending)]
    return (kept.rsplit("\n", 1)[0] if "\n" in kept else kept.rsplit(" ", 1)[0]).rstrip() + ending
