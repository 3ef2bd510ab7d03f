from __future__ import annotations

from itertools import pairwise

import pytest

from knowledge.model import Field
from knowledge.questions.language.ordering import natural
from knowledge.questions.language.thesaurus import Concept
from knowledge.questions.language.words import stem
from knowledge.questions.searching.index import Index
from knowledge.questions.searching.texts import whole_text
from tests.builders import a_programme, a_recommendation


@pytest.mark.parametrize(
    "ordered",
    [
        ("1", "2", "9", "10", "15"),
        ("2.2", "2.10", "10", "R3.1"),
        ("R1.1", "R1.2", "R1.10", "R2.1"),
        ("1", "1a", "1b", "2"),
        ("A1", "A2", "B1"),
    ],
)
def test_references_are_ordered_as_people_count(ordered: tuple[str, ...]) -> None:
    backwards = ordered[::-1]

    assert tuple(sorted(backwards, key=natural)) == ordered


def test_the_bundled_document_is_known_by_number(index: Index) -> None:
    assert index.refs == tuple(str(n) for n in range(1, 16))
    assert index.by_ref["10"].ref == "10"


def test_a_lead_has_every_role_that_the_document_gives(index: Index) -> None:
    assert index.roles["Sue Myers"] == ("Head of EIP Service", "Head of Early Intervention and Prevention")
    assert set(index.roles) == {"Julie Moss", "Sharon Hubber", "Gani Martins", "Sue Myers", "Sandi Pennington"}


def test_years_and_names_come_from_the_programme(index: Index, leeds: Index) -> None:
    assert index.years == (2011, 2012)
    assert leeds.years == (2010, 2011)
    assert index.names == {stem("munro"), stem("salford")}
    assert leeds.names == {stem("laming"), stem("leeds")}


def test_the_document_s_own_capitals_come_back(index: Index) -> None:
    assert index.as_written("chief social worker") == "Chief Social Worker"
    assert index.as_written("volcano") == "volcano"
    assert index.as_written("") == ""


def test_an_abbreviation_and_its_words_stand_for_each_other(index: Index) -> None:
    lscb = index.with_abbreviation(Concept("lscb", "lscb"))
    nothing = index.with_abbreviation(Concept("volcano", "volcano"))

    assert "local safeguard children board" in lscb.others
    assert nothing.others == frozenset()


def test_passages_know_their_field_and_recommendation(index: Index) -> None:
    for passage, field, rec in zip(index.passages, index.in_field, index.in_recommendation, strict=True):
        assert index.fields[field] == (passage.ref, passage.field)
        assert index.programme.recommendations[rec].ref == passage.ref


def test_the_whole_text_has_every_part() -> None:
    rec = a_recommendation()
    whole = whole_text(rec)

    for part in (rec.text, rec.argument, rec.response, rec.timescale, rec.position, rec.theme.title, "Gani Martins"):
        assert part in whole


def test_the_vocabulary_is_the_document_s_and_the_questions_own(index: Index, leeds: Index) -> None:
    assert {"maternity", "deadline", "constabulary"} <= frozenset().union(*index.vocabulary)
    assert "interpreters" in leeds.vocabulary[0]
    assert "maternity" not in leeds.abbreviations


def test_an_abbreviation_that_is_never_spelled_out_has_no_meaning(leeds: Index) -> None:
    assert leeds.abbreviations == {"XQDB": ""}


def test_an_empty_programme_can_be_indexed() -> None:
    empty = Index(a_programme(themes=(), recommendations=(), reviewer="", council=""))

    assert (empty.refs, empty.passages, empty.years, dict(empty.roles)) == ((), (), (), {})
    assert not empty.by_theme.scores([Concept("early", "earli")]).any()


def test_two_programmes_of_equal_value_are_one_value() -> None:
    for one, other in pairwise(Index(a_programme()) for _ in range(2)):
        assert one == other


def test_fields_hold_only_what_is_written(leeds: Index) -> None:
    assert ("R1.2", Field.TIMESCALE) not in leeds.fields
    assert ("R1.2", Field.POSITION) in leeds.fields
