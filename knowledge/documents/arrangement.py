"""Takes a document's lines for what its layout makes of them: tables, rules, several labels on one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.documents.layout import Layout
from knowledge.documents.openings import opened
from knowledge.documents.pages import without
from knowledge.documents.rules import ruled
from knowledge.documents.shared import apart
from knowledge.documents.tables import unfolded


def arranged(lines: Sequence[str]) -> Layout:
    """The lines of a document, with what their places in it say."""
    layout = unfolded(lines)
    bare = without(["" if line.is_settled else line.text for line in layout.lines])
    clean = [
        line if line.is_settled else replace(line, text=text) for line, text in zip(layout.lines, bare, strict=True)
    ]
    return Layout(tuple(opened(list(apart(ruled(clean))))), layout.doubts)
