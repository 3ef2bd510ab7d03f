"""Any text on one line of a terminal or a table, where no character of it can do anything but be read."""

from __future__ import annotations

NEW_LINE = " ↵ "


def legible(text: str) -> str:
    """Line ends become a sign, and what can't be shown or would turn the text around is spelt out (`\\x1b`)."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else _spelt(c) for c in text.replace("\r\n", "\n"))


def one_line(text: str, longest: int = 100) -> str:
    """A name on one line, without what can't be shown or would turn the text around, and no longer than this."""
    said = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return said if len(said) <= longest else f"{said[: longest - 1].rstrip()}…"


def _spelt(character: str) -> str:
    return NEW_LINE if character == "\n" else character.encode("unicode_escape").decode()
