"""A reply as a terminal shows it: plain text, and a card's buttons as numbered choices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.incoming.speech import pressed
from dialogs.turns.turn import Card, Reply

_LINK = re.compile(r"(?<!\\)\[([^\]]*)\]\(([^)\s]*)\)")
_EMPHASIS = re.compile(r"(?<![\\*\w])(\*\*|__|\*|_|~~)(?=\S)(.+?)(?<=[^\s\\])\1(?![\w*])", re.DOTALL)
_HEADING = re.compile(r"^#{1,6}\s+", re.MULTILINE)
_BULLET = re.compile(r"^(\s*)[-*+]\s+", re.MULTILINE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_PARTS = ("body", "items", "columns", "rows", "cells", "inlines", "actions")


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: what it is called and the words it stands for."""

    title: str
    say: str


def shown(reply: Reply) -> str:
    """The whole reply as plain text, with the card's own words indented below it and its buttons numbered."""
    extra = [f"  {line}" for text in _card_texts(reply.card) for line in plain(text).splitlines()]
    numbered = [f"  [{number}] {choice.title}" for number, choice in enumerate(choices(reply), 1)]
    parts = [plain(reply.text), "\n".join(extra), "\n".join(numbered)]
    return "\n\n".join(part for part in parts if part)


def choices(reply: Reply) -> list[Choice]:
    """The card's buttons that say something, in order; none of a card to fill in, which a terminal can't show."""
    if any(str(part.get("type", "")).startswith("Input.") for part in _parts(reply.card)):
        return []
    buttons = [part for part in _parts(reply.card) if str(part.get("type", "")).startswith("Action.")]
    found = [Choice(str(button.get("title", "")), _say(button.get("data"))) for button in buttons]
    return [choice for choice in found if choice.say]


def plain(markdown: str) -> str:
    """Teams Markdown without its marks; escaped characters are themselves again."""
    text = _HEADING.sub("", _LINK.sub(_spelt_out, markdown))
    text = _BULLET.sub(r"\1• ", text)
    while (lighter := _EMPHASIS.sub(r"\2", text)) != text:
        text = lighter
    return _ESCAPE.sub(r"\1", text).strip()


def _spelt_out(link: re.Match[str]) -> str:
    words, address = link.groups()
    return words if words == address else f"{words} ({address})"


def _say(data: Any) -> str:
    """A button's words: its own, or those of the message it sends back for the person."""
    teams = data.get("msteams") if isinstance(data, dict) else None
    return pressed(data) or (pressed(teams.get("value")) if isinstance(teams, dict) else "")


def _card_texts(card: Card | None) -> Iterator[str]:
    """What a card says, from top to bottom."""
    for part in _parts(card):
        if part.get("type") in ("TextBlock", "TextRun"):
            yield str(part.get("text", ""))
        for fact in part.get("facts") or ():
            yield f"{fact.get('title', '')}: {fact.get('value', '')}"


def _parts(part: Any) -> Iterator[dict[str, Any]]:
    """An element and everything inside it that is seen at first, in reading order; typed words ask for the rest."""
    if isinstance(part, dict) and part.get("isVisible") is not False:
        yield part
        for name in _PARTS:
            for inner in part.get(name) or ():
                yield from _parts(inner)
