from __future__ import annotations

import pytest

from knowledge.model import Field
from knowledge.questions.language.thesaurus import concepts
from knowledge.questions.searching import topics
from knowledge.questions.searching.index import Index


@pytest.mark.parametrize(
    ("topic", "ref"),
    [
        ("unannounced inspections", "2"),
        ("serious case reviews", "9"),
        ("chief social worker", "15"),
        ("principal child and family social worker", "14"),
        ("early help offer", "10"),
        ("health reorganisation", "8"),
        ("social work students placements", "12"),
        ("performance information benchmark", "4"),
        ("annual report lscb chief executive", "5"),
        ("director of children's services lead member", "7"),
        ("professional capabilities", "11"),
    ],
)
def test_a_topic_finds_its_recommendation(topic: str, ref: str, index: Index) -> None:
    assert topics.recommendations(concepts(topic), index)[0].ref == ref


@pytest.mark.parametrize(
    ("topic", "ref", "words"),
    [
        ("maternity closure", "8", "closure of the local maternity services"),
        ("peer review september", "3", "Peer Review in September 2011"),
        ("student unit viability", "12", "viability of a Student Unit"),
        ("weekly duty rota", "10", "weekly duty rota"),
        ("step up students", "12", "Step Up"),
        ("accredited reviewers", "9", "reviewers"),
    ],
)
def test_a_topic_finds_its_sentence(topic: str, ref: str, words: str, index: Index) -> None:
    best = topics.passages(concepts(topic), index)[0]

    assert best.passage.ref == ref
    assert words in best.passage.text
    assert 0.6 < best.covered <= 1


def test_the_best_comes_first_and_all_are_of_the_recommendations_asked_about(index: Index) -> None:
    hits = topics.passages(concepts("training"), index, refs=("6", "10"))

    assert {hit.passage.ref for hit in hits} == {"6", "10"}
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize("topic", ["bins", "the weather on mars", "zzz", ""])
def test_what_the_document_never_says_is_hardly_covered(topic: str, index: Index) -> None:
    assert all(hit.covered < 0.38 for hit in topics.passages(concepts(topic), index))
    assert all(match.covered < 0.38 for match in topics.recommendations(concepts(topic), index))


def test_half_a_topic_is_half_covered(index: Index) -> None:
    whole = topics.passages(concepts("maternity"), index)[0].covered
    half = topics.passages(concepts("maternity volcano"), index)[0].covered

    assert whole == 1
    assert 0 < half < whole


def test_a_question_may_lean_to_a_field_or_a_date(index: Index) -> None:
    topic = concepts("early help")

    leaning = topics.passages(topic, index, leaning=topics.Leaning({Field.POSITION: 5.0}))
    dated = topics.passages(concepts("inspection framework"), index, leaning=topics.Leaning(dated=True))

    assert leaning[0].passage.field is Field.POSITION
    assert "2012" in dated[0].passage.text


def test_saying_is_having_all_of_it_in_one_sentence(index: Index) -> None:
    found = topics.saying(concepts("unannounced inspections"), index, (Field.ARGUMENT, Field.POSITION))

    assert [ref for ref, _ in found] == ["2"]
    assert all("nnounced" in passage.text for _, passage in found)
    assert topics.saying(concepts("unannounced volcano"), index) == []


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("about 6 students", True),
        ("the 4th meeting", True),
        ("two cohorts", True),
        ("several", False),
        ("in 2012", False),
    ],
)
def test_a_year_is_no_number_of_things(text: str, *, so: bool) -> None:
    assert topics.has_number(text) is so
