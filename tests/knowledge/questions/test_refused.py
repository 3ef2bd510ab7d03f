"""Why something isn't done is told by the response that refuses it; who has an office by a part of a role."""

import pytest

from knowledge.documents import read_document
from knowledge.model import Field
from knowledge.questions.answer import Context, Facts, LeadOfficers, Which
from knowledge.questions.answering import answer
from knowledge.questions.parsing.manner import without_preface
from knowledge.questions.searching.index import Index

PARKS = Index(
    read_document(
        b"""Harbury Borough Council
Parks service: improvement plan following the review of June 2026

Recommendation 1: The Council should ban barbecues in every park.
What the review found: Nine benches were burnt last summer.
Council response: Not agreed
By-laws can only be made with consent from ministers.
Who is responsible: Ann Lee, Independent Panel Chair

Recommendation 2: The Council should mow the meadow at Long Holme twice.
Council response: Partially agreed
It will be mown once, since orchids flower until August.
Who is responsible: Raj Patel (Head of Grounds)
""",
        "parks.txt",
    )
)
NOTHING = Context()


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("why won't the council ban barbecues in parks?", "1"),
        ("why not ban barbecues?", "1"),
        ("why are they only mowing the meadow once?", "2"),
    ],
)
def test_why_something_is_not_done_is_told_by_the_response(question: str, ref: str) -> None:
    assert answer(question, NOTHING, PARKS) == Facts((ref,), (Field.RESPONSE,))


def test_an_office_is_found_by_a_part_of_a_role() -> None:
    assert answer("who is the panel chair?", NOTHING, PARKS) == LeadOfficers(("Ann Lee",))


def test_a_title_below_the_name_of_a_council_belongs_to_it() -> None:
    whole = "Harbury Borough Council: Parks service: improvement plan following the review of June 2026"

    assert PARKS.programme.title == whole


def test_nothing_is_asked_back_about_what_is_not_there_at_all() -> None:
    found = answer("when is the block on Ashfield Road getting its new windows?", NOTHING, PARKS)

    assert not isinstance(found, Which)


def test_who_asks_is_no_topic() -> None:
    assert without_preface("Councillor here - which have no lead?") == "which have no lead?"
    assert without_preface("Is there a parent here, and who leads 1?") == "Is there a parent here, and who leads 1?"
