"""One fact, asked for in many ways: statements, fragments, requests, with a reason before or a label."""

from __future__ import annotations

import pytest

from knowledge.model import Field
from knowledge.questions.answer import Answer, Comparison, Context, Facts, Found, Listing, NotRecorded, Themes
from knowledge.questions.answering import answer
from knowledge.questions.searching.index import Index


def told(found: Answer) -> tuple[tuple[str, ...], tuple[Field, ...]]:
    """The recommendations of which facts are told, and which facts."""
    assert isinstance(found, Facts | Found)
    return ((found.ref,) if isinstance(found, Found) else found.refs), found.fields


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("What was the verdict from ministers on the new duty to provide early help?", "10"),
        ("legal duty to provide early help - where did government land on it?", "10"),
        ("Verdict on a legal duty to provide early help - was that a full accept or only in principle?", "10"),
        ("what came back from whitehall on having a chief social worker", "15"),
        ("LSCB annual report to go to council leaders. agreed in full?", "5"),
        ("keeping the children's director's role from being diluted: status of the govt response", "7"),
        ("For my minute I need the official response heading on early help duty (no. 10)", "10"),
        ("what did ministers say to number 10, yes no or sort of?", "10"),
        ("what ruling did the performance information one get", "4"),
        ("outcome for 4 pls", "4"),
        ("did recommendation 15 pass", "15"),
        ("did the one on unannounced inspections get the nod", "2"),
        ("is it a yes or a maybe on the one on unannounced inspections", "2"),
        ("so did they say aye to the student social workers recommendation", "12"),
        ("tell me which way they went on the chief social worker one", "15"),
        ("how has the Government classed the one on serious case reviews", "9"),
        ("what call did ministers make on the serious case review recommendation?", "9"),
        ("Kindly confirm the Government's determination in respect of recommendation 8.", "8"),
        ("is recommendation 4 a go, a qualified go or a no-go from central government?", "4"),
        ("Did the principal social worker recommendation secure government buy-in?", "14"),
        ("which theme is 7 in and was it accepted?", "7"),
        ("serious case reviews: where did it end up with government", "9"),
        ("ministers' answer on ditching assessment timescales?", "1"),
        ("the PCF one - in or out?", "11"),
        ("so that's a yes for 3", "3"),
        ("need to know if ministers said ok to 12", "12"),
    ],
)
def test_a_decision_is_told_first(question: str, ref: str, index: Index) -> None:
    refs, fields = told(answer(question, Context(), index))

    assert refs == (ref,)
    assert Field.DECISION in fields


def test_just_the_decision_behind_a_long_question_is_heard(index: Index) -> None:
    question = (
        "how did the government respond when told to look into what health reorganisation does to partnership working?"
        " just the decision"
    )

    assert told(answer(question, Context(), index)) == (("8",), (Field.DECISION,))


@pytest.mark.parametrize(
    ("question", "ref", "field"),
    [
        (
            "Any deadline on changing who the safeguarding board's yearly report goes to, or is it open ended?",
            "5",
            Field.TIMESCALE,
        ),
        ("when has recommendation 8 got to be finished", "8", Field.TIMESCALE),
        ("Please direct me to any deadline stipulated for recommendation 10.", "10", Field.TIMESCALE),
        ("gent on the phone wants to know when the early help one is due", "10", Field.TIMESCALE),
        (
            "im trying to file these by section - where does the performance data recommendation belong",
            "4",
            Field.THEME,
        ),
        ("What's the serious case review recommendation filed under?", "9", Field.THEME),
        ("which pile do i put recommendation 8 in, theme wise", "8", Field.THEME),
        ("which theme's 15 in", "15", Field.THEME),
        ("I have 2 in theme 2, is that right", "2", Field.THEME),
        ("I've 11 under theme 3, correct?", "11", Field.THEME),
    ],
)
def test_a_date_or_a_theme_is_told(question: str, ref: str, field: Field, index: Index) -> None:
    refs, fields = told(answer(question, Context(), index))

    assert refs == (ref,)
    assert field in fields


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("scrap the difference between initial and core assesments - rec no?", "1"),
        ("inspectors should follow what a kid goes thru from needing help to getting it. number?", "3"),
        ("need the ref no. for a chief social worker", "15"),
        ("Kindly supply the recommendation number relating to performance information.", "4"),
        ("Which rec number speaks to early help?", "10"),
    ],
)
def test_a_number_may_be_what_a_recommendation_is_called(question: str, ref: str, index: Index) -> None:
    found = answer(question, Context(), index)

    assert isinstance(found, Found)
    assert ref in (found.ref, *found.others)


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("can I get the numbers of all those accepted outright, no caveats", "1 2 3 4 5 11 12 13 14"),
        ("number the government accepted outright?", "1 2 3 4 5 11 12 13 14"),
        ("show me accepted-in-principle recs that have nobody leading them", "6 7 15"),
        ("of the theme 4 ones how many are in-principle only", "6 7"),
        ("in-principle ones that have got no lead - just the number", "6 7 15"),
        ("Audit: show me all recommendations where nobody has been named as lead officer", "4 5 6 7 15"),
        ("sharing responsibility for early help, which recs sit in there", "8 10 13"),
        ("Please list those recommendations for which a lead officer has been identified.", "1 2 3 8 9 10 11 12 13 14"),
        ("I'm doing a slide on theme four, what recommendations go on it", "5 6 7 9"),
        ("which of the accepted recommendations still want a lead", "4 5"),
        ("which theme 4 recommendations have an empty lead field", "5 6 7"),
        ("in theme 4 how many have the lead box left blank", "5 6 7"),
        ("which one did ministers want to go away and think about", "9"),
        ("what's landing in May 2012? rec numbers will do", "2 3 4 10"),
        ("which rec numbers are in theme 3", "11 12 14 15"),
        ("the count of accepted recs", "1 2 3 4 5 11 12 13 14"),
        ("did we get a no on anything", ""),
        ("what else is in the same theme as 10", "8 13"),
        ("who else got the same answer as 10", "6 7 8 15"),
        ("which others have the same lead as 14", "2 3 11"),
        ("list all with decision and lead", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15"),
        ("how many recommendations in total did she make", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15"),
        ("total number of recommendations in the review?", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15"),
    ],
)
def test_lists_are_narrowed_by_everything_that_is_said(question: str, refs: str, index: Index) -> None:
    found = answer(question, Context(), index)

    assert isinstance(found, Listing)
    assert sorted(found.refs, key=int) == refs.split()


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("Names of all four themes for my contents page, thanks", "1 2 3 4"),
        ("theme titles please", "1 2 3 4"),
        ("how's the document divided up, what are the sections called", "1 2 3 4"),
        ("remind me what themes 1 to 4 are", "1 2 3 4"),
        ("what are themes 2 and 3 called", "2 3"),
        ("recs per section", "1 2 3 4"),
        ("the four headings, remind me", "1 2 3 4"),
        ("which theme has most recs, 2 or 3?", "2 3"),
    ],
)
def test_themes_are_named(question: str, numbers: str, index: Index) -> None:
    found = answer(question, Context(), index)

    assert isinstance(found, Themes)
    assert found.numbers == tuple(numbers.split())


@pytest.mark.parametrize(
    ("question", "refs", "fields", "first"),
    [
        ("Compare the decisions on 14 and 15 for me", "14 15", (Field.DECISION,), ""),
        ("did 6 and 9 get the same answer from government", "6 9", (Field.DECISION,), ""),
        ("compare 6 and 7 decision-wise", "6 7", (Field.DECISION,), ""),
        ("how does the decision on 10 differ from the one on 9", "10 9", (Field.DECISION,), ""),
        ("were 6, 7 and 8 all treated the same by government", "6 7 8", (Field.DECISION,), ""),
        ("did 4 and 5 get the same response", "4 5", (Field.DECISION,), ""),
        ("did the early help one fare better than the serious case review one", "10 9", (Field.DECISION,), ""),
        ("is 8 due before 2", "8 2", (Field.TIMESCALE,), "2"),
        (
            "who's first in post then, principal social worker or the chief one? want both dates",
            "14 15",
            (Field.TIMESCALE,),
            "14",
        ),
        (
            "which comes first, our local principal social worker or the national chief one?",
            "14 15",
            (Field.TIMESCALE,),
            "14",
        ),
    ],
)
def test_two_are_compared_by_number_or_by_what_they_are(
    question: str, refs: str, fields: tuple[Field, ...], first: str, index: Index
) -> None:
    found = answer(question, Context(), index)

    assert isinstance(found, Comparison)
    assert (found.refs, found.fields) == (tuple(refs.split()), fields)
    assert found.first == tuple(first.split())


@pytest.mark.parametrize(
    "question",
    [
        "which comes first, the dentist or the chief one?",
        "which is due first, the swimming pool or the library?",
    ],
)
def test_what_isnt_here_is_compared_with_nothing(question: str, index: Index) -> None:
    assert not isinstance(answer(question, Context(), index), Comparison)


def test_who_finds_the_money_is_no_lead_officer(index: Index) -> None:
    found = answer("Whose job is it to find the resources for joint training under recommendation 6?", Context(), index)

    assert not isinstance(found, Facts | NotRecorded)
