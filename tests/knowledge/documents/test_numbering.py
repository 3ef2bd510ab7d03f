from __future__ import annotations

import pytest

from knowledge.documents import outline
from knowledge.documents.arrangement import arranged
from knowledge.documents.numbering import missing, refuse_clashes
from knowledge.documents.outline import entries
from knowledge.documents.parts import Part
from knowledge.errors import UnreadableDocument
from knowledge.model import Field


def parts(lines: list[str]) -> list[Part]:
    return outline.parts(arranged(lines).lines)


def headings(cut: list[Part]) -> list[Part]:
    return [part for part in cut if part.label.field is Field.THEME]


def test_every_line_of_a_clash_is_named() -> None:
    cut = parts(
        ["Recommendation 1", "a", "Recommendation 1", "Recommendation 2.1", "Recommendation 2.10", "Recommendation 1"]
    )

    with pytest.raises(UnreadableDocument, match=r"^Recommendation 1 occurs 3 times, on lines 1, 3 and 6\. Please"):
        refuse_clashes(entries(cut), headings(cut))


def test_a_long_list_of_clashes_stays_readable() -> None:
    cut = parts([f"Recommendation {number}" for number in range(500)] * 50)

    with pytest.raises(UnreadableDocument) as refused:
        refuse_clashes(entries(cut), headings(cut))

    assert len(refused.value.reason) < 2000


def test_numbers_apart_are_no_clash_and_nothing_is_missing() -> None:
    cut = parts(["Theme 1: Help (Recommendations 2.1 and 2.10)", "Recommendation 2.1", "Recommendation 2.10"])

    refuse_clashes(entries(cut), headings(cut))
    assert missing(entries(cut), headings(cut)) == ()
