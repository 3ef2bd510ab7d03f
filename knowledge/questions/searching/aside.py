"""What else a document says, behind its recommendations, ready to be asked."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from knowledge.model import Decision, Recommendation, Theme
from knowledge.questions.searching.index import Index

_MARK = "§"  # no document numbers a recommendation so, and nobody asks for one


@lru_cache(maxsize=8)
def aside(index: Index) -> Index | None:
    """The chapters that are about no recommendation, as if each were one; None where there are none."""
    kept, none = index.programme, Theme("", "")
    if not kept.chapters:
        return None
    each = tuple(
        Recommendation(f"{_MARK}{number}", none, chapter.text, "", "", Decision.NOT_STATED, "", "", (), ())
        for number, chapter in enumerate(kept.chapters)
    )
    return Index(
        replace(kept, name=f"{_MARK} {kept.name}", themes=(), recommendations=each, chapters=()), index.glossary
    )


def chapter(ref: str) -> int:
    """The place of a chapter by its number there."""
    return int(ref.removeprefix(_MARK))
