from __future__ import annotations

from knowledge.documents import read_document
from knowledge.documents.layout import Line
from knowledge.documents.rules import ruled

TEXT = """Answer of the Harbour Board

----------
RECOMMENDATION 1
Mend it.
Target date: May 2026
----------
RECOMMENDATION 2
Dredge it.
Target date: June 2026
----------
Next meeting: October
Papers by the Clerk
"""


def test_a_rule_is_no_text_and_what_follows_the_last_one_is_no_recommendations() -> None:
    found = read_document(TEXT.encode(), "harbour.txt")

    assert [rec.timescale for rec in found.recommendations] == ["May 2026", "June 2026"]


def test_a_rule_within_a_recommendation_ends_nothing() -> None:
    text = TEXT.replace("Mend it.\n", "Mend it.\n* * *\nAll of it.\n* * *\nSoon.\n* * *\nAgain.\n")

    assert read_document(text.encode(), "harbour.txt").recommendations[0].text == (
        "Mend it.\nAll of it.\nSoon.\nAgain."
    )


def test_two_dashes_are_no_rule() -> None:
    assert [line.text for line in ruled([Line(1, "--"), Line(2, "___")])] == ["--", ""]
