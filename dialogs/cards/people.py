"""The lead officers in rows, each leading to what they lead."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.cards import parts
from dialogs.words import phrases
from knowledge.questions import criteria as c
from knowledge.questions.searching.index import Index

NO_ROLE = "No role given"


def people(names: Sequence[str], index: Index) -> parts.Part:
    """A row a person: roles as the document words them, and a button for what they lead."""
    return parts.card([parts.heading("Lead officers"), *(_row(name, index) for name in names)])


def _row(name: str, index: Index) -> parts.Part:
    led = [ref for ref in index.refs if c.LedBy((name,)).holds(index.by_ref[ref])]
    about = [
        parts.opening(phrases.escaped(name)),
        parts.line(phrases.escaped("; ".join(index.roles[name])) or NO_ROLE, subtle=True),
        parts.line(f"Leads {', '.join(map(phrases.escaped, led))}") | {"spacing": "None"},
    ]
    say = f"Which recommendations does {name} lead?"
    return parts.tappable({"type": "Container", "items": about, "separator": True, "spacing": "Small"}, say)
