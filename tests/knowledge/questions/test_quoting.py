"""The sentence or two that answer, from the words of whoever is asked about."""

import pytest

from knowledge.model import Field
from knowledge.questions.answer import Answer, Context, Facts, Found, Quote
from knowledge.questions.answering import answer
from knowledge.questions.searching.index import Index


def ask(question: str, index: Index) -> Answer:
    return answer(question, Context(), index)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When does the Government intend to consult formally on the guidance for directors?", "consult formally"),
        ("By when did the Government hope employers and universities would have arrangements?", "end of 2012"),
    ],
)
def test_a_date_of_the_government_s_stands_in_the_timescale_not_in_its_response(
    question: str, words: str, index: Index
) -> None:
    found = ask(question, index)

    assert isinstance(found, Quote)
    assert words in found.passages[0].text


def test_what_it_says_of_a_thing_may_stand_in_anybody_s_words(index: Index) -> None:
    found = ask("What does it say about the maternity unit here?", index)

    assert isinstance(found, Quote)
    assert any("closure of the local maternity services" in passage.text for passage in found.passages)


def test_timescales_that_are_spoken_of_are_what_it_is_about(index: Index) -> None:
    found = ask("What does the council think of taking away timescales for assessments?", index)

    assert isinstance(found, Quote)
    assert "assessments need timescales" in found.passages[0].text


def test_where_no_sentence_has_the_reasons_in_the_words_asked_all_of_them_are_told(index: Index) -> None:
    found = ask("What reasons does Munro give for altering the recipients of the LSCB annual report?", index)

    assert found == Facts(("5",), (Field.ARGUMENT,))


def test_the_next_best_sentence_is_quoted_beside_one_that_isn_t_sure(index: Index) -> None:
    found = ask(
        "Has the Government promised a new legal duty on councils to provide early help, or is it still deciding?",
        index,
    )

    assert isinstance(found, Quote)
    assert not found.sure
    assert {passage.ref for passage in found.passages} == {"10"}
    assert any("whether an additional statutory duty" in passage.text for passage in found.passages)


def test_the_best_sentence_of_what_it_is_surely_about_is_quoted_however_little_of_the_words_it_has(
    index: Index,
) -> None:
    found = ask("What was our view of inspectors arriving unannounced?", index)

    assert isinstance(found, Quote)
    assert found.refs == ("2",)


def test_what_has_only_other_words_for_it_isn_t_surely_where_something_is_mentioned(index: Index) -> None:
    found = ask("Where do posts like a named nurse for safeguarding get a mention?", index)

    assert not isinstance(found, Found | Quote) or not found.sure
