from __future__ import annotations

from knowledge.documents import read_document
from knowledge.documents.doubts import doubts
from knowledge.model import Decision
from tests.builders import a_recommendation


def test_a_document_in_which_all_was_found_raises_no_doubt() -> None:
    assert doubts((a_recommendation(), a_recommendation(ref="3", leads=(), timescale=""))) == ()


def test_what_was_found_for_none_of_them_is_said_once() -> None:
    bare = [a_recommendation(ref=ref, decision=Decision.NOT_STATED, timescale="", leads=()) for ref in "12"]

    (said,) = doubts(bare)

    assert said.startswith("I found no decision, no timescale and no lead officer set apart for any recommendation.")


def test_a_recommendation_far_longer_than_the_others_is_named() -> None:
    recs = [a_recommendation(ref=ref) for ref in "123"] + [a_recommendation(ref="4", response="Much. " * 20_000)]

    (said,) = doubts(recs)

    assert said.startswith("Recommendation 4 is 120,")


def test_doubts_are_among_what_the_importer_says() -> None:
    found = read_document(b"Answer to the Harbour Review\n\nRecommendation 1\nMend the lights.\n", "harbour.txt")

    assert found.warnings == doubts(found.recommendations) != ()
