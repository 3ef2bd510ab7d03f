"""The parts that cards are made of; texts are Markdown, so what a document wrote comes here escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dialogs.words import phrases

Part = dict[str, Any]

# Rows of a list that are there at once.
_IN_SIGHT = 6


def card(body: Sequence[Part], actions: Sequence[Part] = ()) -> Part:
    """A whole card; Teams shows up to six buttons well."""
    whole = {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "body": list(body),
    }
    return {**whole, "actions": list(actions)[:6]} if actions else whole


def heading(text: str) -> Part:
    """The card's title, a heading for screen readers too."""
    return {
        "type": "TextBlock",
        "text": text,
        "weight": "Bolder",
        "size": "Medium",
        "wrap": True,
        "style": "heading",
    }


def line(text: str, *, subtle: bool = False, bold: bool = False) -> Part:
    """A paragraph."""
    part: Part = {"type": "TextBlock", "text": text, "wrap": True}
    return (
        part
        | ({"isSubtle": True, "spacing": "None"} if subtle else {})
        | ({"weight": "Bolder", "spacing": "Medium"} if bold else {})
    )


def opening(text: str) -> Part:
    """The first line of a row that can be pressed: it looks like a link, so that one sees it."""
    return line(f"{text} ›") | {"weight": "Bolder", "color": "Accent"}


def folded(name: str, title: str, body: Sequence[Part]) -> list[Part]:
    """A button of this title that shows what it hides, and hides it again; `name` tells it from others on a card."""
    toggle = {"type": "Action.ToggleVisibility", "title": title, "targetElements": [name]}
    hidden = {"type": "Container", "id": name, "isVisible": False, "spacing": "Small", "items": list(body)}
    return [{"type": "ActionSet", "actions": [toggle], "spacing": "Small"}, hidden]


def rows(every: Sequence[Part]) -> list[Part]:
    """The rows of a list; all but the first few are folded away, so that the answer above them stays in sight."""
    rest = every[_IN_SIGHT:]
    if len(rest) < 2:
        return list(every)
    return [*every[:_IN_SIGHT], *folded("rest", f"Show {len(rest)} more", rest)]


def paragraphs(text: str, marked: Sequence[str] = ()) -> list[Part]:
    """A field's verbatim text, a block for each paragraph; those with a `marked` sentence stand on a tinted ground."""
    return [_paragraph(p, any(m in p for m in marked)) for p in text.split("\n") if p]


def _paragraph(text: str, stands_out: bool) -> Part:
    block = line(phrases.escaped(text)) | {"spacing": "Small"}
    return {"type": "Container", "style": "emphasis", "spacing": "Small", "items": [block]} if stands_out else block


def facts(pairs: Iterable[tuple[str, str]]) -> Part:
    """Names and values side by side."""
    return {
        "type": "FactSet",
        "facts": [{"title": title, "value": value} for title, value in pairs if value],
    }


def button(title: str, say: str, **besides: str) -> Part:
    """A button that says something for the person, as if they had typed it; `besides` comes along unseen."""
    return {"type": "Action.Submit", "title": title, "data": {"say": say} | besides}


def tappable(part: Part, say: str) -> Part:
    """A part that can be pressed like a button."""
    return part | {"selectAction": button(say, say)}
