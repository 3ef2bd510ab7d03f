"""A piece of a document: a label with the lines that stand under it."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.documents.labels import Label


@dataclass(frozen=True, slots=True)
class Part:
    """A label, the number of its line (from 1), and the lines of text that follow it."""

    number: int
    label: Label
    body: list[str] = field(default_factory=list)
