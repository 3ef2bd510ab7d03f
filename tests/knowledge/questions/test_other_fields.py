"""Documents of other fields of a council's work are asked about in lay words, too."""

import pytest

from knowledge.documents import read_document
from knowledge.model import Field
from knowledge.questions.answer import Context, Found
from knowledge.questions.answering import answer
from knowledge.questions.parsing.reading import read
from knowledge.questions.searching.index import Index

ANSWERS = (
    "The sirens on the quay should be tested twice a year.",
    "Foster carers should have a named social worker.",
    "Nitrogen dioxide should be measured outside every school.",
    "Permanent exclusions of children should fall by half.",
    "The Council should offer interpreters at every visit.",
    "Rest centres should be ready to open within two hours.",
    "Direct payments should be set up within a month.",
    "Planning enforcement should look into every breach within ten days.",
    "Licensed drivers should be checked every year.",
)
NUMBERED = "\n\n".join(f"Recommendation {at}\n\n{text}" for at, text in enumerate(ANSWERS, start=1))
FIELDS = Index(read_document(f"Harbury Council: answer to ten reviews\n\n{NUMBERED}".encode(), "fields.txt"))


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("which one is about the alarms?", "1"),
        ("which recommendation is about people who foster?", "2"),
        ("which one's about pollution?", "3"),
        ("the one about kids being chucked out of school?", "4"),
        ("which one is about translators?", "5"),
        ("which is the one about where to go when we have to evacuate?", "6"),
        ("which one is about personal budgets?", "7"),
        ("which one is about built without permission?", "8"),
        ("which one is about police checks?", "9"),
    ],
)
def test_lay_words_find_what_is_meant(question: str, ref: str) -> None:
    found = answer(question, Context(), FIELDS)

    assert isinstance(found, Found), found
    assert found.ref == ref


def test_a_phrase_that_the_document_never_has_is_its_words_where_it_has_those() -> None:
    text = "Recommendation 1\n\nWater should be held on the moors.\n\nRecommendation 2\n\nThe park should open."
    moors = Index(read_document(f"Answer to the floods review\n\n{text}".encode(), "moors.txt"))

    found = answer("which one is about the water down there?", Context(), moors)

    assert isinstance(found, Found)
    assert found.ref == "1"


@pytest.mark.parametrize(
    "question",
    [
        "why won't they do anything about how long people wait?",
        "why are they only testing once when the review said twice?",
        "which one is about how long it takes to get a payment?",
    ],
)
def test_a_time_within_a_reason_or_a_topic_asks_for_no_deadline(question: str) -> None:
    assert Field.TIMESCALE not in read(question, FIELDS).fields


def test_whether_a_minister_has_answered_is_nobodys_own_affair() -> None:
    assert not read("has the minister got back to us about the sirens?", FIELDS).has("own affairs")
    assert read("why has nobody got back to me about my claim?", FIELDS).has("own affairs")
