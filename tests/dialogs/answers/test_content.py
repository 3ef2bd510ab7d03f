"""Quotations, recommendations found by what they are about, and abbreviations."""

import pytest

from dialogs.answers import content
from knowledge.library import Knowledge
from knowledge.model import Field, Lead, Programme, Theme
from knowledge.questions.answer import Definition, Found, Quote
from knowledge.questions.passages import Passage
from knowledge.questions.searching.index import Index
from tests.builders import a_programme, a_recommendation
from tests.dialogs.talking import Talk, reply_to
from tests.knowledge.questions.elsewhere import libraries


@pytest.fixture
def index(knowledge: Knowledge) -> Index:
    return knowledge.indexes[0]


def a_passage(ref: str = "10", field: Field = Field.POSITION, text: str = "We plan to consult.") -> Passage:
    return Passage(ref, field, text, text)


def test_a_quotation_comes_first_and_its_source_last(index: Index) -> None:
    said = content.quote(Quote((a_passage(),), ("10",), sure=True), index)

    assert said == "“We plan to consult.”\n\n_Source: Munro response, Recommendation 10, Salford Position_"


def test_sentences_of_one_place_stand_together(index: Index) -> None:
    said = content.quote(Quote((a_passage(), a_passage(text="We will act.")), ("10",), sure=True), index)

    assert said.startswith("“We plan to consult.” “We will act.”\n\n_Source")
    assert said.count("_Source") == 1


def test_sentences_of_other_places_have_their_own_source(index: Index) -> None:
    said = content.quote(Quote((a_passage(), a_passage("3", Field.ARGUMENT)), ("10",), sure=True), index)

    assert said.count("_Source") == 2
    assert said.endswith("_Source: Munro response, Recommendation 3, Munro’s argument_")


def test_what_is_only_near_is_said_to_be(index: Index) -> None:
    assert content.quote(Quote((a_passage(),), ("10",), sure=False), index).startswith(content.NEAREST)


def test_recommendations_that_say_the_same_are_cited_together(index: Index) -> None:
    said = content.quote(Quote((a_passage("2", Field.TIMESCALE),), ("2", "3"), sure=True), index)

    assert said.endswith("_Source: Munro response, Recommendations 2 and 3, Timescale_")


def test_what_is_found_is_named_with_its_theme(index: Index) -> None:
    said = content.found(Found("10", a_passage(), (), sure=True), index)

    assert said.startswith(
        "That is Recommendation 10, in Theme 2, “Sharing responsibility for the provision of early h"
    )
    assert "Under “Salford Position” it says: “We plan to consult.”" in said


def test_what_is_found_in_a_document_without_themes_is_named_alone() -> None:
    programme = a_programme(themes=(), recommendations=(a_recommendation(theme=Theme("", "")),))

    said = content.found(Found("2", a_passage("2"), (), sure=True), Index(programme))

    assert said.startswith("That is Recommendation 2.\n")


def test_what_is_asked_of_the_found_one_comes_first(index: Index) -> None:
    said = content.found(Found("10", a_passage(), (Field.LEADS,), sure=True), index)

    assert said.startswith("Sue Myers, Head of Early Intervention and Prevention, leads Recommendation 10.")
    assert said.endswith("_Source: Munro response, Recommendation 10, Salford Position and Lead Officer_")


def test_a_guess_is_said_to_be_one(index: Index) -> None:
    said = content.found(Found("10", a_passage(), (), sure=False), index)

    assert said.startswith("I’m not sure, but I think you mean Recommendation 10.")


def test_the_wording_is_quoted_as_what_it_says(index: Index) -> None:
    said = content.found(Found("10", a_passage(field=Field.RECOMMENDATION), (), sure=True), index)

    assert "\n\nIt says: “We plan to consult.”" in said


def test_an_abbreviation_is_spelled_out(index: Index) -> None:
    said = content.definition(Definition("CAF", "Common Assessment Framework", ("10",)), index)

    assert said.startswith("CAF stands for Common Assessment Framework. It is used in Recommendation 10.")
    assert said.endswith("_Source: Munro response_")


async def test_an_abbreviation_may_stand_in_a_leads_role_alone() -> None:
    lead = Lead("Joe Pike", "SENDIASS Manager")
    knowledge = Knowledge((a_programme(recommendations=(a_recommendation(leads=(lead,)),)),))

    assert "uses “SENDIASS” in Recommendation 2" in (await reply_to("what does SENDIASS stand for?", knowledge)).text


def test_an_abbreviation_that_is_never_spelled_out_is_said_to_be_so(index: Index) -> None:
    said = content.definition(Definition("SOLACE", "", ("1", "7")), index)

    assert said.startswith("The document uses “SOLACE” in Recommendations 1 and 7 but doesn’t say what it stands for.")
    assert said.endswith("_Source: Munro response_")


def test_an_abbreviation_that_isnt_there_is_not_explained(index: Index) -> None:
    said = content.definition(Definition("X*Y", "", ()), index)

    assert said == "The document doesn’t use “X\\*Y”, so I can’t say what it stands for."


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what does LSCB stand for?", "Local Safeguarding Children Board"),
        ("what does JSNA mean?", "Joint Strategic Needs A"),
        ("what is an SCR?", "Serious Case Review"),
        ("what does RIAT stand for", "Referral and Initial Assessment Team"),
        ("which recommendation is about a chief social worker?", ["Recommendation 15", "not: Recommendation 14"]),
        ("which recommendation is about serious case reviews?", "Recommendation 9"),
        (
            "what does Salford say about student units?",
            ["We are looking at the viability of a Student Unit in Salford."],
        ),
        ("what does Salford say about a family CAF?", ["family CAF", "Recommendation 10"]),
    ],
)
async def test_the_document_is_quoted_word_for_word(talk: Talk, question: str, expected: str | list[str]) -> None:
    await talk((question, expected))


@pytest.mark.parametrize(
    "question",
    ["what does Salford say about early help?", "what does munro say about inspection?", "what about peers?"],
)
async def test_every_quotation_is_in_the_document(knowledge: Knowledge, munro: Programme, question: str) -> None:
    whole = " ".join(
        part for r in munro.recommendations for part in (r.text, r.argument, r.response, r.timescale, r.position)
    )
    reply = await reply_to(question, knowledge)

    for quotation in reply.text.split("“")[1:]:
        assert quotation.split("”")[0] in whole


def test_a_timescale_is_not_quoted_twice() -> None:
    passage = a_passage("2", Field.TIMESCALE, "From 1 March 2027")

    said = content.found(Found("2", passage, (Field.TIMESCALE,), sure=True), libraries())

    assert said.startswith("Recommendation 2 gives this date: from 1 March 2027.")
    assert said.count("1 March 2027") == 1
