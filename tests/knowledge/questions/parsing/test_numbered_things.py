"""Things that a document tells apart by a number or a letter are looked for with it."""

import pytest

from knowledge.questions.parsing.reading import read
from knowledge.questions.searching.index import Index
from tests.builders import a_programme, a_recommendation

TEXT = "The Institution should amend BS 750, and ministers Approved Document B and section 11."


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("when is the revised BS 750 expected?", "bs 750"),
        ("what does approved document b say?", "approved document b"),
        ("who looks after section 11?", "section 11"),
    ],
)
def test_the_number_belongs_to_the_thing(question: str, thing: str) -> None:
    index = Index(a_programme(recommendations=(a_recommendation(text=TEXT),)))

    assert thing in [concept.word for concept in read(question, index).topic]


@pytest.mark.parametrize("question", ["what does BS 999 say?", "is there a plan b?"])
def test_what_the_document_has_not_is_no_such_thing(question: str) -> None:
    index = Index(a_programme(recommendations=(a_recommendation(text=TEXT),)))

    assert not [concept.word for concept in read(question, index).topic if " " in concept.word]
