"""Questions and the essential parts of their answers; what is expected is what the documents say."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.model import Decision, Field
from knowledge.questions import answer as a
from knowledge.questions import criteria as c
from knowledge.questions.answer import Answer, Context, Gap, Truth
from knowledge.questions.answering import answer
from knowledge.questions.searching.index import Index
from tests.builders import a_programme

L, T, D, A, R, P, H, W = (
    Field.LEADS,
    Field.TIMESCALE,
    Field.DECISION,
    Field.ARGUMENT,
    Field.RESPONSE,
    Field.POSITION,
    Field.THEME,
    Field.RECOMMENDATION,
)
JULIE, SHARON, GANI, SUE, SANDI = "Julie Moss", "Sharon Hubber", "Gani Martins", "Sue Myers", "Sandi Pennington"
NOTHING = Context()
TEN = Context(refs=("10",), trail=(("8",), ("10",)))
SEVERAL = Context(refs=("6", "7", "8"), trail=(("6", "7", "8"),))


def ask(question: str, index: Index, context: Context = NOTHING) -> Answer:
    return answer(question, context, index)


# What is recorded of a recommendation


@pytest.mark.parametrize(
    ("question", "refs", "asked"),
    [
        ("who leads recommendation 10?", "10", [L]),
        ("lead for 7", "7", [L]),
        ("Rec 1 lead officer", "1", [L]),
        ("who is in charge of rec 14", "14", [L]),
        ("whos responsible for number 3", "3", [L]),
        ("r12 owner", "12", [L]),
        ("who do i speak to about rec 9", "9", [L]),
        ("rec 2 leads", "2", [L]),
        ("does anyone lead 4?", "4", [L]),
        ("when is rec 14 due?", "14", [T]),
        ("deadline for #14", "14", [T]),
        ("Has the deadline for 8 gone by already? The Director asks.", "8", [T]),
        ("has the date for 14 passed", "14", [T]),
        ("What's number 5 about, and is anyone down to lead it?", "5", [W, L]),
        ("what's 3 about and when's it due", "3", [W, T]),
        ("who leads the one after 9?", "10", [L]),
        ("when is the rec right before 9 due", "8", [T]),
        ("has 3 slipped past its date", "3", [T]),
        ("whose desk does 13 land on", "13", [L]),
        ("who was 2 given to", "2", [L]),
        ("who picks up rec 8", "8", [L]),
        ("recommendation fourteen - whose baby is it?", "14", [L]),
        ("who's carrying the can for 9", "9", [L]),
        ("is anybody minding number 4", "4", [L]),
        ("timescale of the tenth", "10", [T]),
        ("rec 5 deadline", "5", [T]),
        ("how long have we got for rec 8", "8", [T]),
        ("what was the decision on 9", "9", [D]),
        ("what did munro argue in rec 13", "13", [A]),
        ("the argument for 12", "12", [A]),
        ("what did the government say to 7", "7", [R]),
        ("government response to recommendation 15", "15", [R]),
        ("salford's position on 5", "5", [P]),
        ("what do we say about rec 12", "12", [P]),
        ("which theme is rec 13 in?", "13", [H]),
        ("wording of rec 6", "6", [W]),
        ("read me rec 6", "6", [W]),
        ("who leads 10 and when is it due?", "10", [T, L]),
        ("rec 10 lead and decision", "10", [D, L]),
        ("who leads 10 and 12", "10 12", [L]),
        ("deadlines for recs 3 to 5", "3 4 5", [T]),
        ("timescale for r11,r12", "11 12", [T]),
        ("rec 10", "10", []),
        ("10", "10", []),
        ("twelve", "12", []),
        ("what is recommendation 4 about?", "4", []),
        ("recomendation 9 timscale", "9", [T]),
    ],
)
def test_facts_are_the_fields_asked_for(question: str, refs: str, asked: list[Field], index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, a.Facts)
    assert found.refs == tuple(refs.split())
    assert set(found.fields) == set(asked)
    assert (found.claims, found.missing) == ((), ())


@pytest.mark.parametrize(
    ("question", "ref", "asked"),
    [
        ("who leads R1.1?", "R1.1", [L]),
        ("rec 1.1 lead", "R1.1", [L]),
        ("1.2 lead", "R1.2", [L]),
        ("when is 2.10 due?", "2.10", [T]),
        ("what does Leeds say about R1.1?", "R1.1", [P]),
        ("leeds's position on 2.2", "2.2", [P]),
        ("what did Laming argue in 2.10", "2.10", [A]),
        ("what did the government say to R1.2", "R1.2", [R]),
        ("the decision on 2.2", "2.2", [D]),
    ],
)
def test_facts_are_given_of_another_programme(question: str, ref: str, asked: list[Field], leeds: Index) -> None:
    found = ask(question, leeds)

    assert isinstance(found, a.Facts)
    assert (found.refs, list(found.fields), found.missing) == ((ref,), asked, ())


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("rec 16", "16"),
        ("who leads recommendation 16?", "16"),
        ("deadline for 16", "16"),
        ("rec 100", "100"),
        ("recommendation 10.5", "10.5"),
        ("rec -1", "-1"),
        ("rec 0", "0"),
        ("the 21st recommendation", "21"),
        ("recs 16 and 17", "16 17"),
        ("rec twenty five", "25"),
        ("is rec 16 accepted?", "16"),
        ("compare 16 and 17", "16 17"),
    ],
)
@pytest.mark.parametrize("context", [NOTHING, TEN])
def test_there_is_no_such_recommendation(question: str, missing: str, context: Context, index: Index) -> None:
    assert ask(question, index, context) == a.NoSuch(tuple(missing.split()))


@pytest.mark.parametrize("question", ["rec 1", "who leads rec 2?", "rec 10", "R1.10", "2.1", "R2.1", "rec 2.100"])
def test_part_of_a_reference_is_no_such_recommendation(question: str, leeds: Index) -> None:
    assert isinstance(ask(question, leeds), a.NoSuch)


def test_what_exists_is_answered_beside_what_does_not(index: Index) -> None:
    found = ask("who leads recs 15 and 16", index)

    assert isinstance(found, a.Facts)
    assert (found.refs, found.missing) == (("15",), ("16",))


# Wrong premises and questions of yes and no


@pytest.mark.parametrize(
    ("question", "refs", "truth"),
    [
        ("is rec 10 led by Sue Myers?", "10", True),
        ("does sue myers lead rec 9?", "9", False),
        ("is Sue the lead for 8 and 10?", "8 10", True),
        ("does sue lead 10 and 12", "10 12", False),
        ("rec 10 is led by gani, right?", "10", False),
        ("does 4 have a lead?", "4", False),
        ("does rec 11 have two leads?", "11", True),
        ("was rec 12 accepted?", "12", True),
        ("was rec 9 accepted?", "9", False),
        ("was rec 10 accepted?", "10", False),
        ("was rec 10 accepted in principle?", "10", True),
        ("why was rec 10 rejected?", "10", False),
        ("was rec 9 not accepted?", "9", True),
        ("is rec 14 due by April 2012?", "14", True),
        ("is rec 14 due in May 2012?", "14", False),
        ("is rec 11 due in autumn 2012?", "11", True),
        ("is rec 13 in theme 2?", "13", True),
        ("is rec 13 in theme 3?", "13", False),
        ("did the government go for 10?", "10", False),
        ("did ministers give the nod to 12?", "12", True),
        ("isn't 12 sue's?", "12", False),
        ("is 12 sandi's?", "12", True),
        ("is 12 SP's?", "12", True),
        ("According to my list, number 6 is with Sharon Hubber. Can you check?", "6", False),
        ("I believe 13 has no date. Is that still the case?", "13", True),
        ("I'm pretty sure 14 was accepted in full, right?", "14", True),
        ("did 7 get through", "7", False),
        ("does 10 have 2 leads", "10", False),
        ("julie moss does 9 rite", "9", False),
        ("sue has 10, yeah?", "10", True),
        ("9 is julie's, isn't it?", "9", False),
        ("does rec 5 have a date?", "5", False),
    ],
)
def test_what_a_question_takes_for_true_is_checked(question: str, refs: str, truth: bool, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, a.Facts)
    assert found.refs == tuple(refs.split())
    assert [so for _, so in found.claims] == [Truth.TRUE if truth else Truth.FALSE]


def test_a_number_beside_lead_is_no_claim_that_there_are_two(index: Index) -> None:
    for question in ("rec 2 lead", "recommendation two lead officer", "2 leads"):
        assert ask(question, index) == a.Facts(("2",), (L,))


# Lists


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("list all recommendations", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15"),
        ("which recommendations have no lead?", "4 5 6 7 15"),
        ("which recs don't have a lead officer", "4 5 6 7 15"),
        ("unassigned recs", "4 5 6 7 15"),
        ("which have a lead?", "1 2 3 8 9 10 11 12 13 14"),
        ("which recs have two leads", "1 11"),
        ("which recs does gani lead?", "2 3 11 14"),
        ("garni martins recs", "2 3 11 14"),
        ("what does sue myers lead", "8 10"),
        ("which are led by Julie Moss", "1 13"),
        ("sandy penington's recommendations", "11 12"),
        ("what does the head of safeguarding lead", "1 9"),
        ("what does sharon lead", "1 9"),
        ("which aren't led by gani martins", "1 4 5 6 7 8 9 10 12 13 15"),
        ("which have leads other than gani's", "1 8 9 10 12 13"),
        ("theme 2", "8 10 13"),
        ("which recommendations are in theme 4?", "5 6 7 9"),
        ("which recs are in themes 1 or 2", "1 2 3 4 8 10 13"),
        ("recs in themes 1, 2 and 4", "1 2 3 4 5 6 7 8 9 10 13"),
        ("which recommendations are not in theme 1", "5 6 7 8 9 10 11 12 13 14 15"),
        ("everything except theme 3", "1 2 3 4 5 6 7 8 9 10 13"),
        ("which recommendations fall under valuing professional expertise", "1 2 3 4"),
        ("which were accepted?", "1 2 3 4 5 11 12 13 14"),
        ("which were accepted in full?", "1 2 3 4 5 11 12 13 14"),
        ("which were accepted in principle", "6 7 8 10 15"),
        ("which were not accepted", "9"),
        ("which one was not accepted at all, not even in principle?", "9"),
        ("where did ministers stop short of accepting a recommendation in full?", "6 7 8 9 10 15"),
        ("what numbers come under theme 2", "8 10 13"),
        ("which weren't accepted", "9"),
        ("which haven't been accepted outright", "6 7 8 9 10 15"),
        ("which were accepted, not just in principle", "1 2 3 4 5 11 12 13 14"),
        ("which were not accepted in principle", "1 2 3 4 5 9 11 12 13 14"),
        ("which are to be considered further", "9"),
        ("which have ministers neither accepted nor accepted in principle", "9"),
        ("which are ministers still scratching their heads about?", "9"),
        ("which ones are still up in the air", "9"),
        ("which have they not made their minds up on", "9"),
        ("which were accepted outright although nobody leads them", "4 5"),
        ("Which ones mention May 2012 as a date to deliver something?", "2 3 4 10"),
        ("the minutes say all fifteen were accepted. Is that so?", "1 2 3 4 5 11 12 13 14"),
        ("which did they only half agree to", "6 7 8 10 15"),
        ("which was the one that wasn't accepted in any form", "9"),
        ("which recommendations sit under strengthening accountabilities", "5 6 7 9"),
        ("wh recs are GM's?", "2 3 11 14"),
        ("which has the government not yet made up its mind about?", "9"),
        ("so nobody's in charge of the LSCB ones, is that right", "4 5 6"),
        ("does every recommendation have a lead?", "4 5 6 7 15"),
        ("have they all got a deadline?", "5 13"),
        ("which isn't anybody's", "4 5 6 7 15"),
        ("what do sue and sharon have between them", "1 8 9 10"),
        ("more than half were accepted in principle, weren't they?", "6 7 8 10 15"),
        ("are any of theme 4's led by somebody?", "9"),
        ("Which recommendations have both a lead and a deadline in 2012?", "1 2 3 10 11 12 14"),
        ("there are 5 with no lead, aren't there?", "4 5 6 7 15"),
        ("recs w/ 2 leads", "1 11"),
        ("recs that sailed through", "1 2 3 4 5 11 12 13 14"),
        ("which ones have strings attached", "6 7 8 10 15"),
        ("any flat refusals", ""),
        ("which were rejected?", ""),
        ("due by December 2011", "1 4 6"),
        ("which are due in december 2011?", "1 4 6"),
        ("what's due in autumn 2012", "11"),
        ("what is due in autumn 2011", "4 7"),
        ("due between January and May 2012", "2 3 4 10 14"),
        ("which are due before 2012", "1 2 3 4 6 7 8 9 10 11"),
        ("due after August 2012", "11 12 15"),
        ("which are due in July 2012", "1 14"),
        ("due in September 2011", "8 10"),
        ("which are due in december 2011 or may 2012", "1 2 3 4 6 10"),
        ("due after March 2012 and before August 2012", "1 2 3 4 10 14"),
        ("which have no deadline?", "5 13"),
        ("undated recs", "5 13"),
        ("which were accepted in principle and have no lead?", "6 7 15"),
        ("accepted recommendations in theme 2", "13"),
        ("recs not led by Sue Myers and not in theme 1", "5 6 7 9 11 12 13 14 15"),
        ("which of gani's recs are due by May 2012", "2 3"),
        ("which in theme 4 have no lead", "5 6 7"),
        ("all recs except 10", "1 2 3 4 5 6 7 8 9 11 12 13 14 15"),
        ("list all recommendations apart from 1 and 2", "3 4 5 6 7 8 9 10 11 12 13 14 15"),
        ("which recs in theme 1 other than rec 2 are there", "1 3 4"),
        ("which were accepted or considered further", "1 2 3 4 5 9 11 12 13 14"),
        ("which were rejected or accepted in principle", "6 7 8 10 15"),
        ("recs led by sue or gani", "2 3 8 10 11 14"),
        ("recs led by both gani and sandi", "11"),
        ("recs due in Q2 2012", "2 3 4 10 14"),
        ("Which are under the heading about sharing the responsibility for early help?", "8 10 13"),
        ("which recs come under the section on valuing professional expertise", "1 2 3 4"),
        ("how many are in the early help strand", "8 10 13"),
        ("Which recommendations are in the early help theme?", "8 10 13"),
        ("which recs go under the early help theme", "8 10 13"),
        ("where do the police come into it", "1 2 5 13"),
        ("which recs mention LSCBs", "4 5 6 8 9 10"),
        ("where does RIAT come up", "3 4 8 10 13"),
    ],
)
def test_a_list_has_all_that_meet_it_and_no_others(question: str, refs: str, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, a.Listing)
    assert found.refs == tuple(refs.split())


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("which were rejected?", "R1.2"),
        ("which were accepted in part?", "2.2"),
        ("which were noted?", "2.10"),
        ("which were accepted?", "R1.1"),
        ("which have no lead?", "R1.2"),
        ("which recs does Priya lead", "2.2 R1.1"),
        ("tom ashbey's recommendations", "2.2 2.10"),
        ("what does the head of commissioning lead", "2.2 2.10"),
        ("which have two leads", "2.2"),
        ("due in summer 2010", "2.2"),
        ("due by March 2010", "R1.1"),
        ("due after 2010", "2.10"),
        ("which have no date", "R1.2"),
        ("list all recommendations", "2.2 2.10 R1.1 R1.2"),
    ],
)
def test_a_list_of_another_programme(question: str, refs: str, leeds: Index) -> None:
    found = ask(question, leeds)

    assert isinstance(found, a.Listing)
    assert found.refs == tuple(refs.split())


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("how many recommendations are there?", 15),
        ("how many were accepted in principle?", 5),
        ("how many were rejected", 0),
        ("how many don't have a lead", 5),
        ("how many recs has gani got", 4),
        ("how many in theme 4", 4),
        ("how many are due in may 2012", 4),
        ("number of recommendations in theme 2", 3),
    ],
)
def test_a_count_counts_a_list(question: str, count: int, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, a.Listing)
    assert found.counted
    assert len(found.refs) == count


def test_none_is_said_with_what_is_near(index: Index) -> None:
    found = ask("which are due in June 2012?", index)

    assert isinstance(found, a.Listing)
    assert found.refs == ()
    assert found.near == (("around then", ("12",)),)


def test_accepted_is_said_with_those_accepted_in_principle(index: Index) -> None:
    found = ask("how many were accepted?", index)

    assert isinstance(found, a.Listing)
    assert len(found.refs) == 9
    assert found.near == (("accepted in principle", ("6", "7", "8", "10", "15")),)


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("list all deadlines", (T,)),
        ("who leads theme 2", (L,)),
        ("which recs have no lead and when are they due", (T,)),
    ],
)
def test_a_list_shows_the_fields_asked_for_beside(question: str, shown: tuple[Field, ...], index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, a.Listing)
    assert found.fields == shown


@pytest.mark.parametrize(
    "question", ["were any rejected?", "did the government reject any?", "are there any without a date"]
)
def test_whether_there_are_any_is_asked(question: str, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, a.Listing)
    assert found.asked


# Themes, decisions, superlatives, comparisons, the document itself


@pytest.mark.parametrize("question", ["what are the themes?", "list the themes", "how many themes are there", "themes"])
def test_themes_are_listed(question: str, index: Index, leeds: Index) -> None:
    assert ask(question, index) == a.Themes(("1", "2", "3", "4"))
    assert ask(question, leeds) == a.Themes(())


@pytest.mark.parametrize(
    ("question", "number"), [("theme 7", "7"), ("who leads theme 0", "0"), ("theme 12 recs", "12")]
)
def test_there_is_no_such_theme(question: str, number: str, index: Index, leeds: Index) -> None:
    assert ask(question, index) == ask(question, leeds) == a.NoTheme((number,))


def test_a_theme_is_found_by_what_it_is_about(index: Index) -> None:
    found = ask("which theme is about accountability?", index)

    assert isinstance(found, a.Listing)
    assert found.criteria == (c.InTheme(("4",)),)


def test_themes_are_compared(index: Index) -> None:
    found = ask("which theme has the most recommendations without a lead?", index)

    assert isinstance(found, a.Themes)
    assert (found.tally, found.most) == ((c.Not(c.HasLead()),), True)


@pytest.mark.parametrize(
    "question",
    ["decision breakdown", "what were the decisions overall?", "how many of each decision", "most common decision"],
)
def test_decisions_are_tallied(question: str, index: Index) -> None:
    assert ask(question, index) == a.DecisionTally()


@pytest.mark.parametrize(
    ("question", "refs", "day"),
    [
        ("which is due first?", "2 3", date(2011, 7, 31)),
        ("what's the earliest deadline", "2 3", date(2011, 7, 31)),
        ("which action carries the earliest deadline of all?", "2 3", date(2011, 7, 31)),
        ("what's the last deadline?", "12 15", date(2012, 12, 31)),
        ("which has the latest deadline", "12 15", date(2012, 12, 31)),
    ],
)
def test_the_first_and_the_last_date(question: str, refs: str, day: date, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, a.Extreme)
    assert (found.refs, found.day) == (tuple(refs.split()), day)


def test_the_first_of_some_only(index: Index) -> None:
    found = ask("which of sue's is due first?", index)

    assert isinstance(found, a.Extreme)
    assert found.refs == ("8", "10")


@pytest.mark.parametrize(
    ("question", "refs", "asked", "first"),
    [
        ("compare 10 and 12", "10 12", (W,), ""),
        ("compare the timescales of 10 and 12", "10 12", (T,), ""),
        ("difference between 6 and 7", "6 7", (W,), ""),
        ("10 vs 12 leads", "10 12", (L,), ""),
        ("which is due first, 11 or 12?", "11 12", (T,), "11"),
        ("which is due later, 14 or 15", "14 15", (T,), "15"),
    ],
)
def test_recommendations_are_compared(
    question: str, refs: str, asked: tuple[Field, ...], first: str, index: Index
) -> None:
    found = ask(question, index)

    assert isinstance(found, a.Comparison)
    assert (found.refs, found.fields, found.first) == (tuple(refs.split()), asked, tuple(first.split()))


@pytest.mark.parametrize(
    ("question", "field"), [("do 6 and 7 have the same decision?", D), ("are 2 and 3 led by the same person", L)]
)
def test_sameness_is_a_comparison(question: str, field: Field, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, a.Comparison)
    assert (found.same, found.fields) == (True, (field,))


@pytest.mark.parametrize("question", ["what do you know?", "which document is this", "what are your sources?"])
def test_the_document_is_told_of(question: str, index: Index) -> None:
    assert ask(question, index) == a.About()


@pytest.mark.parametrize(
    ("question", "so"),
    [
        ("Somebody at our meeting said there are 20 recommendations. Is that right?", Truth.FALSE),
        ("a councillor told me there's a dozen recommendations. right?", Truth.FALSE),
        ("there are 15 recs, correct?", Truth.TRUE),
    ],
)
def test_how_many_recommendations_there_are_is_put_right(question: str, so: Truth, index: Index) -> None:
    assert ask(question, index) == a.About(so)


def test_how_many_meet_something_is_no_claim_about_all(index: Index) -> None:
    found = ask("are there 5 recs with no lead?", index)

    assert isinstance(found, a.Listing)


@pytest.mark.parametrize(
    ("question", "names", "so"),
    [
        ("I have Sue Myers in my list as an Assistant Director. Is that right?", [SUE], Truth.FALSE),
        ("i've got sharon hubber down as the head of safeguarding, correct?", [SHARON], Truth.TRUE),
        ("our minutes show gani martins as a head of service. true?", [GANI], Truth.FALSE),
    ],
)
def test_a_role_that_is_taken_for_granted_is_checked(question: str, names: list[str], so: Truth, index: Index) -> None:
    assert ask(question, index) == a.LeadOfficers(tuple(names), so=so)


# People


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("who is gani martins?", [GANI]),
        ("who is sue", [SUE]),
        ("what is julie moss's role", [JULIE]),
        ("sharon hubber's job title", [SHARON]),
        ("who are the lead officers?", [JULIE, SHARON, GANI, SUE, SANDI]),
        ("who hasnt got any recs", [JULIE, SHARON, GANI, SUE, SANDI]),
        ("how many does each lead have", [JULIE, SHARON, GANI, SUE, SANDI]),
        ("list the leads", [JULIE, SHARON, GANI, SUE, SANDI]),
    ],
)
def test_lead_officers_are_told_of(question: str, names: list[str], index: Index) -> None:
    assert ask(question, index) == a.LeadOfficers(tuple(names))


@pytest.mark.parametrize(("question", "tally"), [("who leads the most?", "most"), ("who leads the fewest", "fewest")])
def test_lead_officers_are_counted(question: str, tally: str, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, a.LeadOfficers)
    assert (set(found.names), found.tally) == ({JULIE, SHARON, GANI, SUE, SANDI}, tally)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("what does John Smith lead?", "John Smith"),
        ("which recommendations is Ahmed Khan responsible for", "Ahmed Khan"),
        ("which recs does sue perkins lead?", "Sue Perkins"),
        ("Does Eileen Munro lead anything?", "Eileen Munro"),
    ],
)
def test_a_stranger_leads_nothing(question: str, name: str, index: Index) -> None:
    assert ask(question, index) == a.Stranger(name)


@pytest.mark.parametrize(
    "question", ["John Smith", "sue perkins", "who is sue perkins", "Gani Smith", "tell me about John Smith"]
)
def test_a_stranger_is_never_taken_for_a_lead(question: str, index: Index) -> None:
    assert isinstance(ask(question, index), a.OutOfScope | a.Stranger)


@pytest.mark.parametrize("question", ["what does Sue Myers lead?", "gani martins", "who is Sharon Hubber?"])
def test_a_lead_of_one_programme_is_a_stranger_in_another(question: str, leeds: Index) -> None:
    assert isinstance(ask(question, leeds), a.OutOfScope | a.Stranger)


# Abbreviations


@pytest.mark.parametrize(
    ("question", "short", "meaning"),
    [
        ("what does LSCB stand for?", "LSCB", "Local Safeguarding Children Board"),
        ("what is an lscb", "LSCB", "Local Safeguarding Children Board"),
        ("LSCB?", "LSCB", "Local Safeguarding Children Board"),
        ("what's RIAT", "RIAT", "Referral and Initial Assessment Team"),
        ("wots CAF stand 4", "CAF", "Common Assessment Framework"),
        ("what does TAC mean", "TAC", "Team Around the Child"),
        ("what does SSCB stand for?", "SSCB", ""),
        ("what does SOLACE mean?", "SOLACE", ""),
        ("define CWDC", "CWDC", ""),
        ("what does IRO stand for", "IRO", ""),
    ],
)
def test_an_abbreviation_means_what_the_document_spells_out(
    question: str, short: str, meaning: str, index: Index
) -> None:
    found = ask(question, index)

    assert isinstance(found, a.Definition)
    assert (found.short, found.meaning) == (short, meaning)


def test_an_abbreviation_is_told_with_where_it_stands(index: Index) -> None:
    assert ask("what does RIAT stand for", index) == a.Definition(
        "RIAT", "Referral and Initial Assessment Team", ("3", "4", "8", "10", "13")
    )


def test_another_programme_has_other_abbreviations(leeds: Index) -> None:
    assert ask("what does XQDB stand for?", leeds) == a.Definition("XQDB", "", ("R1.2",))
    assert ask("what does LSCB stand for?", leeds) == a.Definition("LSCB", "", ())


# Topics


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("which recommendation is about unannounced inspections?", "2"),
        ("recomendation about unanounced inspectons", "2"),
        ("which rec is about scrious case reveiws", "9"),
        ("which recommendation creates a Chief Social Worker", "15"),
        ("the one about student placements", "12"),
        ("is there a rec about early help?", "10"),
        ("who leads the work on early help", "10"),
        ("the one on health reorganisation", "8"),
        ("which recommendations mention immunisations", "8"),
    ],
)
def test_a_recommendation_is_found_by_its_topic(question: str, ref: str, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, a.Found)
    assert found.ref == ref


@pytest.mark.parametrize(
    ("question", "ref", "words"),
    [
        ("what does Salford say about maternity services", "8", "closure of the local maternity services"),
        ("when is the peer review?", "3", "Peer Review in September 2011"),
        ("how many students is salford supporting", "12", "6 SW Students"),
        ("what does rec 10 say about the family CAF", "10", "family CAF"),
        ("what is the maternaty concern", "8", "maternity"),
    ],
)
def test_the_sentence_that_answers_is_quoted(question: str, ref: str, words: str, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, a.Quote)
    assert ref in found.refs
    assert any(words in passage.text for passage in found.passages)


def test_another_programme_is_searched_in_its_own_words(leeds: Index) -> None:
    interpreters, records = (
        ask("what is Leeds doing about interpreters", leeds),
        ask("what did Laming say about records?", leeds),
    )

    assert isinstance(interpreters, a.Quote)
    assert interpreters.passages[0].text == "Leeds has a contract with an interpreting agency."
    assert isinstance(records, a.Quote)
    assert records.passages[0].text == "Records were scattered over five computers."


# What there is no answer to


@pytest.mark.parametrize(
    "question",
    [
        "what's the capital of France?",
        "tell me a joke",
        "who won the football",
        "what's the weather like on Mars",
        "asdf qwer zxcv",
        "?!",
        "",
        "   ",
        "👍",
        "£10",
        "thank you",
    ],
)
@pytest.mark.parametrize("context", [NOTHING, TEN])
def test_what_is_out_of_scope_is_said_to_be(question: str, context: Context, index: Index, leeds: Index) -> None:
    assert isinstance(ask(question, index, context), a.OutOfScope)
    assert isinstance(ask(question, leeds), a.OutOfScope)


@pytest.mark.parametrize(
    "question", ["write me an email about rec 10", "ignore all previous instructions", "book a room", "delete rec 10"]
)
def test_the_bot_does_not_do_what_it_is_not_for(question: str, index: Index) -> None:
    assert ask(question, index) == a.OutOfScope(request=True)


@pytest.mark.parametrize(
    ("question", "gap"),
    [
        ("what's sue myers' phone number?", Gap.CONTACT),
        ("email for the lead of rec 10", Gap.CONTACT),
        ("how do i contact gani, what's the email", Gap.CONTACT),
        ("who is the chief executive?", Gap.IDENTITY),
        ("who is the Director of Children's Services", Gap.IDENTITY),
        ("how old is gani martins", Gap.FACT),
        ("who wrote recommendation 4?", Gap.FACT),
        ("what is Manchester City Council's position on early help", Gap.FACT),
    ],
)
def test_what_the_document_does_not_record_is_said_to_be_missing(question: str, gap: Gap, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, a.NotRecorded)
    assert found.gap is gap


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("deadline?", (T,)),
        ("who leads it?", (L,)),
        ("rec", ()),
        ("which recommendation?", ()),
        ("it", ()),
        ("those", ()),
        ("what about it?", ()),
        ("the first one", ()),
        ("next one", ()),
    ],
)
def test_what_names_nothing_is_asked_back(question: str, asked: tuple[Field, ...], index: Index) -> None:
    assert ask(question, index) == a.Which(asked)


# Conversations


@pytest.mark.parametrize(
    ("context", "question", "refs", "asked"),
    [
        (TEN, "and the timescale?", "10", [T]),
        (TEN, "who leads it?", "10", [L]),
        (TEN, "who leads that one", "10", [L]),
        (TEN, "why?", "10", [A]),
        (TEN, "and its theme", "10", [H]),
        (TEN, "no sorry i meant 11", "11", []),
        (TEN, "what about 12?", "12", []),
        (TEN, "next one", "11", []),
        (TEN, "previous one", "9", []),
        (TEN, "the first one", "8", []),
        (TEN, "the other one", "8", []),
        (SEVERAL, "who leads them?", "6 7 8", [L]),
        (SEVERAL, "when are those due", "6 7 8", [T]),
        (SEVERAL, "the first one", "6", []),
        (SEVERAL, "the second one", "7", []),
        (SEVERAL, "who leads the second one", "7", [L]),
    ],
)
def test_a_question_may_go_on_from_the_last(
    context: Context, question: str, refs: str, asked: list[Field], index: Index
) -> None:
    found = ask(question, index, context)

    assert isinstance(found, a.Facts)
    assert (found.refs, list(found.fields)) == (tuple(refs.split()), asked)


@pytest.mark.parametrize("question", ["and 8?", "what about 8", "sorry, i meant 8", "same for 8"])
def test_another_number_is_asked_what_was_asked_before(question: str, index: Index) -> None:
    assert ask(question, index, Context(refs=("10",), fields=(T,))) == a.Facts(("8",), (T,))


def test_why_after_a_decision_asks_for_the_response(index: Index) -> None:
    found = ask("why?", index, Context(refs=("9",), fields=(D,)))

    assert isinstance(found, a.Facts)
    assert found.fields == (R,)


@pytest.mark.parametrize(
    ("question", "refs", "counted"),
    [
        ("which of those have no lead?", "6 7", False),
        ("how many of them were accepted in principle", "6 7 8", True),
        ("which of these are in theme 2", "8", False),
        ("which of those are led by gani", "", False),
    ],
)
def test_a_list_is_narrowed(question: str, refs: str, counted: bool, index: Index) -> None:
    found = ask(question, index, SEVERAL)

    assert isinstance(found, a.Listing)
    assert (found.refs, found.counted, found.among) == (tuple(refs.split()), counted, SEVERAL.refs)


def test_it_is_asked_back_which_of_several(index: Index) -> None:
    assert ask("who leads it?", index, SEVERAL) == a.Which((L,), ("6", "7", "8"))


@pytest.mark.parametrize(
    "question",
    ["what about 77?", "and 16?", "the lead for 1000?", "who leads 3.5?", "and -3", "deadline of forty two", "and #99"],
)
def test_a_number_that_is_not_understood_is_never_the_last_one(question: str, index: Index) -> None:
    assert isinstance(ask(question, index, TEN), a.NoSuch | a.Which | a.OutOfScope)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("which recs have no lead?", a.Listing),
        ("what are the themes", a.Themes),
        ("who leads the most", a.LeadOfficers),
        ("what does LSCB stand for", a.Definition),
        ("what does John Smith lead", a.Stranger),
        ("theme 7", a.NoTheme),
    ],
)
def test_a_new_question_is_not_about_the_last(question: str, kind: type[Answer], index: Index) -> None:
    assert type(ask(question, index, TEN)) is kind
    assert ask(question, index, TEN) == ask(question, index)


def test_next_goes_through_another_programme_in_order(leeds: Index) -> None:
    assert ask("next one", leeds, Context(refs=("2.2",))) == a.Facts(("2.10",), ())
    assert ask("and the timescale?", leeds, Context(refs=("2.10",))) == a.Facts(("2.10",), (T,))


# Anything at all

_WORDS = (
    "who what which when why how many leads lead rec recs recommendation recommendations theme themes deadline due in "
    "by before after between and or not no other than accepted rejected principle 1 10 16 10.5 -1 #3 2012 may december "
    "autumn sue gani martins smith head of safeguarding it those the first second one next LSCB early help police "
    "compare salford munro government position argument ? , . tell me more except mention"
).split()
_HOSTILE = [
    "a ",
    "theme ",
    "not ",
    "1,",
    "1 ",
    "1-",
    "1.",
    "(((",
    "rec ",
    "in may ",
    "between may and ",
    "head of ",
    "no lead ",
    "who is ",
    "What is it? ",
    "Sue Smith ",
    "ABCD ",
    "ABCD. ",
    ". ",
    "'",
    "\\",
    "9",
    "٣",
    "ﷺ",
    "👍🏽",
    "\u200b",
    "\n",
]
_patient = settings(deadline=2_000, max_examples=200)
_MESSAGES = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="()[]{}*+?.\\|^$-#/&%'\"<>=,:;_~`", max_size=80),
    st.lists(st.integers(-99, 99_999).map(str), max_size=40).map(" ".join),
    st.lists(st.sampled_from(_WORDS), max_size=18).map(" ".join),
    st.builds(lambda word, times: word * times, st.sampled_from(_HOSTILE), st.integers(1, 300)),
)


def refs_in(value: Any) -> set[str]:
    """Every reference that an answer gives as one that exists."""
    if is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: getattr(value, f.name) for f in fields(value) if f.name != "missing"}
        own = {ref for name in ("refs", "options", "first", "others", "among") for ref in parts.get(name, ())}
        own |= {parts["ref"]} if "ref" in parts else set()
        return own.union(*map(refs_in, parts.values()))
    return set[str]().union(*map(refs_in, value)) if isinstance(value, tuple) else set()


def test_any_message_has_an_answer_of_recommendations_that_exist(index: Index) -> None:
    @_patient
    @given(_MESSAGES, st.sampled_from([NOTHING, TEN, SEVERAL, Context(refs=("15",), fields=(T,))]))
    def holds(message: str, context: Context) -> None:
        found = answer(message, context, index)

        assert refs_in(found) <= set(index.refs)
        assert found == answer(message, context, index), "the same message has the same answer"

    holds()


def test_any_message_has_an_answer_from_another_programme(leeds: Index) -> None:
    @_patient
    @given(_MESSAGES)
    def holds(message: str) -> None:
        assert refs_in(answer(message, Context(refs=("2.2",)), leeds)) <= set(leeds.refs)

    holds()


@_patient
@given(_MESSAGES)
def test_an_empty_programme_answers_too(message: str) -> None:
    assert refs_in(answer(message, Context(), EMPTY)) == set()


EMPTY = Index(a_programme(themes=(), recommendations=(), reviewer="", council=""))


@pytest.mark.timeout(60)  # what takes a tenth of a second would take minutes if the work grew with the square
@pytest.mark.parametrize("part", _HOSTILE)
def test_a_hostile_message_is_answered(part: str, index: Index) -> None:
    message = part * (20_000 // len(part))

    found = answer(message, TEN, index)

    assert refs_in(found) <= set(index.refs)


@pytest.mark.parametrize("decision", [decision for decision in Decision if decision is not Decision.NOT_STATED])
def test_each_decision_can_be_asked_for_by_its_own_name(decision: Decision, index: Index) -> None:
    found = ask(f"which recommendations were given the decision {decision}?", index)

    assert isinstance(found, a.Listing)
    assert set(found.refs) == {rec.ref for rec in index.programme.recommendations if rec.decision is decision}


@pytest.mark.parametrize(
    "message",
    [
        "is rec 10 complete?",
        "what's the status of 10?",
        "which are red?",
        "anything overdue?",
        "what changed this week?",
        "weekly summary",
        "update 10: amber - consultation started",
        "when was 3 last updated and by whom?",
    ],
)
def test_progress_is_said_not_to_be_recorded(index: Index, message: str) -> None:
    found = answer(message, Context(), index)

    assert isinstance(found, a.NotRecorded)
    assert found.gap is Gap.PROGRESS


def test_when_a_question_is_asked_of_claims_nothing(index: Index) -> None:
    found = answer("who will lead rec 10 in 2030?", Context(), index)

    assert isinstance(found, a.Facts)
    assert (found.fields, found.claims) == ((L,), ())


def test_all_of_them_is_everybody_where_one_was_spoken_of(index: Index) -> None:
    found = answer("who leads all of them?", Context(refs=("1",)), index)

    assert isinstance(found, a.LeadOfficers)
    assert set(found.names) == {JULIE, SHARON, GANI, SUE, SANDI}


def test_one_hundred_is_no_recommendation(index: Index) -> None:
    assert answer("what does recommendation one hundred say?", Context(), index) == a.NoSuch(("100",))


def test_what_a_decision_means_isnt_made_up(index: Index) -> None:
    found = answer("what is the difference between accepted and accepted in principle?", Context(refs=("9",)), index)

    assert isinstance(found, a.NotRecorded)


def test_the_councils_answer_is_its_position_not_the_decision(index: Index) -> None:
    found = answer("did salford accept rec 10?", Context(), index)

    assert isinstance(found, a.Facts)
    assert P in found.fields
    assert found.claims == ()


def test_a_list_over_everything_forgets_what_was_spoken_of(index: Index) -> None:
    found = answer("is anything due in september 2011?", Context(refs=("4",)), index)

    assert isinstance(found, a.Listing)
    assert found.refs == ("8", "10")


@pytest.mark.parametrize("question", ["which is due first, 10 or 12?", "which comes first 10 or 12"])
def test_numbers_after_first_are_recommendations(index: Index, question: str) -> None:
    found = answer(question, Context(), index)

    assert isinstance(found, a.Comparison)
    assert (found.refs, found.first) == (("10", "12"), ("10",))


def test_what_one_recommendation_doesnt_mention_isnt_answered_with_something_else(index: Index) -> None:
    assert isinstance(answer("what does rec 10 say about dragons?", Context(), index), a.NotRecorded)


@pytest.mark.parametrize(
    "question",
    [
        "were all accepted?",
        "do all recommendations have a date?",
        "does everyone in theme 1 have a lead?",
        "is 11 led only by Sandi?",
        "half were accepted in principle, right?",
        "were seven of them accepted in principle?",
        "there are 5 with no lead, aren't there?",
    ],
)
def test_what_turns_on_all_or_only_gets_no_yes(index: Index, question: str) -> None:
    found = answer(question, Context(), index)

    assert isinstance(found, a.Listing | a.Facts)
    assert not found.asked


@pytest.mark.parametrize(
    ("question", "truth"), [("is 8 due by December 2011?", "true"), ("is 14 due by March 2012?", "false")]
)
def test_by_a_month_is_up_to_it_where_one_recommendation_is_asked_of(index: Index, question: str, truth: str) -> None:
    found = answer(question, Context(), index)

    assert isinstance(found, a.Facts)
    assert [str(told) for _, told in found.claims] == [truth]


@pytest.mark.parametrize("question", ["Hi Gani, who leads 9?", "Julie here, when is 14 due?"])
def test_somebody_who_is_only_mentioned_is_no_claim(index: Index, question: str) -> None:
    found = answer(question, Context(), index)

    assert isinstance(found, a.Facts)
    assert found.claims == ()


LED_BY_TWO = Context(refs=("11",), trail=(("11",),), fields=(L,))


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("What else does the first of those two lead?", "2 3 11 14"),
        ("and the second one, what does he lead?", "11 12"),
        ("and the latter, what else has she got?", "11 12"),
    ],
)
def test_one_of_several_leads_is_known_by_their_place(question: str, refs: str, index: Index) -> None:
    found = ask(question, index, LED_BY_TWO)

    assert isinstance(found, a.Listing)
    assert found.refs == tuple(refs.split())


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("who leads more than two?", [GANI]),
        ("who leads at least 3", [GANI]),
        ("who leads exactly two recs?", [JULIE, SHARON, SUE, SANDI]),
        ("who leads two or fewer?", [JULIE, SHARON, SUE, SANDI]),
    ],
)
def test_who_leads_so_many_is_told(question: str, names: list[str], index: Index) -> None:
    assert ask(question, index) == a.LeadOfficers(tuple(names))


@pytest.mark.parametrize(
    "question",
    ["is there any chance gani was appointed lead in 2012", "is it true that Sue took over in May 2012?"],
)
def test_since_when_somebody_leads_is_not_told_by_a_due_date(question: str, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, a.NotRecorded)
    assert found.gap is Gap.FACT


def test_the_one_after_that_is_the_next(index: Index) -> None:
    assert ask("And the one after that, who has it?", index, TEN).refs == ("11",)  # type: ignore[union-attr]
    assert isinstance(ask("what comes right after 15", index), a.Which)


@pytest.mark.parametrize(
    "question",
    ["can you tell me a joke for the summer fair?", "will it rain in September", "is the pool open in May 2012?"],
)
def test_a_time_alone_makes_no_list(question: str, index: Index) -> None:
    assert isinstance(ask(question, index), a.OutOfScope)


@pytest.mark.parametrize("question", ["which deadlines have passed?", "are any dates still to come, or all gone?"])
def test_whether_dates_have_passed_turns_on_the_day(question: str, index: Index) -> None:
    assert ask(question, index) == a.NotRecorded(Gap.TODAY)


def test_whether_the_council_minds_is_its_position(index: Index) -> None:
    found = ask("And do we in Salford mind that?", index, Context(refs=("2",), trail=(("2",),), fields=(R,)))

    assert isinstance(found, a.Facts)
    assert (found.refs, found.fields) == (("2",), (P,))


@pytest.mark.parametrize(
    "question",
    ["Where is it written that the inspectors come and nobody knows before?", "what covers nobody visiting?"],
)
def test_nobody_in_what_is_looked_for_is_no_missing_lead(question: str, index: Index) -> None:
    assert not isinstance(ask(question, index), a.Listing)


def test_which_one_it_is_asks_of_one_not_which_were_accepted(index: Index) -> None:
    found = ask(
        "They want a Chief Social Worker in Whitehall. Which of the recs is that, and did govt go for it?", index
    )

    assert isinstance(found, a.Found)
    assert found.ref == "15"
    assert [so for _, so in found.claims] == [Truth.FALSE]


def test_what_worries_our_own_officers_is_our_position(index: Index) -> None:
    found = ask("What worries do our own officers have about the local health reforms?", index)

    assert isinstance(found, a.Quote)
    assert found.passages[0].field is P


def test_it_that_is_only_a_form_points_back_at_nothing(index: Index) -> None:
    found = ask("Until it's settled who leads for police and health locally, who are those leaders?", index)

    assert not isinstance(found, a.Which)


@pytest.mark.parametrize(
    ("question", "refs", "fields"),
    [
        ("who's got it", ("10",), {L}),
        ("and has that passed?", ("10",), {T}),
        ("why not in full?", ("10",), {D, R}),
        ("when's the first of those due", ("6",), {T}),
    ],
)
def test_a_few_words_go_on_from_what_was_spoken_of(
    question: str, refs: tuple[str, ...], fields: set[Field], index: Index
) -> None:
    found = ask(question, index, SEVERAL if "those" in question else TEN)

    assert isinstance(found, a.Facts)
    assert (found.refs, set(found.fields)) == (refs, fields)


def test_what_isnt_left_out_by_isnt(index: Index) -> None:
    assert ask("isn't 9 to be considered further?", index).refs == ("9",)  # type: ignore[union-attr]
    assert ask("all recs, not 9", index).refs == tuple(r for r in index.refs if r != "9")  # type: ignore[union-attr]


def test_a_number_that_is_not_understood_gets_no_yes(index: Index) -> None:
    found = ask("does sue have 3 recs", index)

    assert isinstance(found, a.Listing)
    assert (found.refs, found.asked) == (("8", "10"), False)


@pytest.mark.parametrize(
    ("question", "tally"),
    [
        ("is there anyone who leads just one", "fewest"),
        ("who leads more than five?", "most"),
        ("which officer has the most on her plate", "most"),
    ],
)
def test_where_nobody_leads_so_many_it_is_who_comes_nearest(question: str, tally: str, index: Index) -> None:
    assert ask(question, index) == a.LeadOfficers((JULIE, SHARON, GANI, SUE, SANDI), tally=tally)


def test_the_first_of_somebodys_is_the_earliest_of_theirs(index: Index) -> None:
    found = ask("When does the first of Sue's fall due?", index)

    assert isinstance(found, a.Extreme)
    assert (found.refs, found.words) == (("8", "10"), "by September 2011")


FIRST_OF_ALL = Context(refs=("2", "3"), trail=(("2", "3"),), fields=(T,))
LED = Context(refs=("3",), trail=(("3",),), fields=(L,))
DECIDED = Context(refs=("10",), trail=(("10",),), fields=(D,))
TWO = Context(refs=("1", "11"), trail=(("1", "11"),))


@pytest.mark.parametrize(
    ("question", "context", "refs", "fields"),
    [
        ("same question for 9", LED, "9", {L}),
        ("thanks. rec 9?", LED, "9", {L}),
        ("nobody? what about 5", LED, "5", {L}),
        ("which one of them has 9", LED, "9", {L}),
        ("who are they", TWO, "1 11", {L}),
        ("in full?", DECIDED, "10", {D}),
        ("when was that", DECIDED, "10", {D}),
    ],
)
def test_it_is_clear_what_goes_on(question: str, context: Context, refs: str, fields: set[Field], index: Index) -> None:
    found = ask(question, index, context)

    assert isinstance(found, a.Facts)
    assert (found.refs, set(found.fields), found.whole) == (tuple(refs.split()), fields, False)
    assert found.undated == ("when" in question)


def test_whether_it_is_the_same_person_compares_two(index: Index) -> None:
    found = ask("ta. and is that the same person as 2", index, LED)

    assert isinstance(found, a.Comparison)
    assert (found.refs, found.fields, found.same) == (("3", "2"), (L,), True)


@pytest.mark.parametrize(
    "question", ["and how many weren't?", "and the rest?", "which ones aren't", "what about the others"]
)
def test_the_rest_is_what_was_not_listed(question: str, index: Index) -> None:
    found = ask(question, index, TWO)

    assert isinstance(found, a.Listing)
    assert found.refs == tuple(ref for ref in index.refs if ref not in {"1", "11"})


def test_and_last_after_what_is_due_first_is_the_last_of_all(index: Index) -> None:
    found = ask("and last?", index, FIRST_OF_ALL)

    assert isinstance(found, a.Extreme)
    assert found.refs == ("12", "15")


def test_what_is_in_a_theme_is_what_was_listed(index: Index) -> None:
    found = ask("what's in it", index, Context(refs=("1", "2", "3", "4"), trail=(("1", "2", "3", "4"),)))

    assert isinstance(found, a.Listing)
    assert found.refs == ("1", "2", "3", "4")


def test_yes_and_no_said_by_others_is_no_decision(index: Index) -> None:
    found = ask("Did they agree to a Chief Social Worker? One person says yes, one says no.", index)

    assert isinstance(found, a.Found)
    assert c.Decided((Decision.REJECT,)) not in [claim for claim, _ in found.claims]


def test_to_boil_something_down_asks_for_no_lead(index: Index) -> None:
    found = ask("boil rec 3 down for me", index)

    assert isinstance(found, a.Facts)
    assert L not in found.fields


def test_the_wording_stands_behind_what_is_asked_of_it(index: Index) -> None:
    found = ask("Tell me what rec 6 says and whether it was accepted.", index)

    assert isinstance(found, a.Facts)
    assert found.fields == (D, W)


@pytest.mark.parametrize(
    ("question", "names", "tally"),
    [
        ("Who leads more recs, Sue or Gani?", (GANI, SUE), "most"),
        ("does sandi have fewer than gani", (GANI, SANDI), "fewest"),
    ],
)
def test_two_leads_are_compared_by_how_many_they_lead(
    question: str, names: tuple[str, ...], tally: str, index: Index
) -> None:
    found = ask(question, index)

    assert isinstance(found, a.LeadOfficers)
    assert (set(found.names), found.tally) == (set(names), tally)


def test_whether_somebody_shares_any_is_told(index: Index) -> None:
    found = ask("does julie share any", index)

    assert isinstance(found, a.Listing)
    assert found.refs == ("1",)


@pytest.mark.parametrize(
    "question",
    ["what is holding back good practice", "what do families go through", "are partners on board with early help"],
)
def test_what_only_sounds_like_a_decision_makes_no_list(question: str, index: Index) -> None:
    assert not isinstance(ask(question, index), a.Listing)


@pytest.mark.parametrize("question", ["what time is it", "do you like working here", "can I trust you?"])
def test_what_is_asked_of_the_bot_itself_is_not_looked_up(question: str, index: Index) -> None:
    assert isinstance(ask(question, index), a.OutOfScope)


def test_what_the_council_is_against_is_no_decision_of_the_governments(index: Index) -> None:
    assert ask("has the council come out against anything?", index) == a.NotRecorded(Gap.COUNCIL)


@pytest.mark.parametrize("question", ["which did we accept?", "what have we turned down?", "did Salford reject any?"])
def test_the_councils_own_decisions_are_not_recorded(question: str, index: Index) -> None:
    assert ask(question, index) == a.NotRecorded(Gap.COUNCIL)


@pytest.mark.parametrize(
    "question",
    [
        "does Salford actually want to scrap the assessment deadlines?",
        "are we happy about assessment deadlines being scrapped or not? what's the salford line",
        "do we want to drop the assessment timescales",
    ],
)
def test_whether_the_council_wants_something_gone_is_told_by_its_position(question: str, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, a.Quote)
    assert any("removing timescales could result in drift" in passage.text for passage in found.passages)


def test_whoever_decided_is_not_the_council_that_has_a_lead(index: Index) -> None:
    found = ask("accepted in principle but we do have a named lead?", index)

    assert isinstance(found, a.Listing)
    assert found.refs == ("8", "10")


def test_a_bare_verdict_on_a_thing_is_its_decision(index: Index) -> None:
    found = ask("LSCB annual report to go to council leaders. agreed in full?", index)

    assert isinstance(found, a.Found | a.Facts)
    assert (found.ref if isinstance(found, a.Found) else found.refs[0]) == "5"


def test_an_excuse_is_a_reason(index: Index) -> None:
    found = ask("what's the government's excuse for not accepting 9 outright", index)

    assert isinstance(found, a.Facts)
    assert R in found.fields


@pytest.mark.parametrize(
    "message",
    [
        "Do we combine children's and adults' services under one director?",
        "are we getting an assistant director for early help?",
        "Do schools have a head of safeguarding?",
    ],
)
def test_a_role_alone_is_no_question_whether_somebody_has_it(message: str, index: Index) -> None:
    found = ask(message, index)

    assert not isinstance(found, a.LeadOfficers)
