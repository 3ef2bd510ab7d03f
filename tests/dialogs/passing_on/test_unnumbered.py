"""Answers that don't say to which question they are given, and answers that are put right."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dialogs.passing_on.posing import corrected
from knowledge.model import Programme
from knowledge.progress.model import Stage
from knowledge.store import TinyStore
from knowledge.store.shelves import AUDIT, DELIVERIES, UNANSWERED
from tests.office import GANI, MO, STAN, SUE, Office, an_office

from .test_passing import ASK, QUESTION, hold, reached

MATERNITY = [
    (STAN, "ask the lead of 8: is the maternity unit closing?", "Save this?"),
    (STAN, "yes", "Passed on to Sue Myers"),
]


@pytest.fixture
async def office(munro: Programme) -> Office:
    made = await an_office(TinyStore.in_memory(), munro)
    await reached(made.store, SUE, MO, STAN, GANI)
    return made


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("the maternity unit closes in march", "the maternity unit closes in march"),
        ("answer: the unit closes in March 2027", "the unit closes in March 2027"),
        ("my answer is: not before 2028", "not before 2028"),
        ("The answer to your question is that it stays", "that it stays"),
        ("reply - it stays", "it stays"),
        ("not me, ask HR", "not me, ask HR"),
        ("yes, in March", "yes, in March"),
        ("question 1: it stays", "it stays"),
        (
            "It closes in March. The board decided that on 3 November.",
            "It closes in March. The board decided that on 3 November.",
        ),
        ("we keep it open until 2028", "we keep it open until 2028"),
        ("tell Stan it closes in March", "it closes in March"),
        ("please let them know that it closes in March", "it closes in March"),
        ("the answer to question 1 is it stays", "it stays"),
    ],
)
async def test_a_plain_reply_is_asked_about_as_the_answer(office: Office, said: str, answer: str) -> None:
    await hold(office, *MATERNITY, (SUE, said, ["You would answer question 1", f"“{answer}”", "Save this?"]))
    assert [one.stage for one in await office.store.all(UNANSWERED)] == [Stage.OPEN]

    await hold(office, (SUE, "yes", "Stan Staff gets your answer"))
    assert [one.answer for one in await office.store.all(UNANSWERED)] == [answer]


async def test_a_bare_number_answers_where_a_number_was_asked_for(office: Office) -> None:
    await hold(office, *ASK, (SUE, "12", ["You would answer question 1", "“12”", "Save this?"]))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("12", "Recommendation 12"),
        ("early help", "Recommendation 10"),
        ("yes", "Nothing is waiting for your yes"),
        ("no", "nothing has changed"),
    ],
)
async def test_what_is_as_likely_to_be_a_search_is_answered_and_the_way_to_answer_is_told(
    office: Office, said: str, told: str
) -> None:
    hint = "If that was your answer to question 1, from Stan Staff, say “answer 1: …”"
    await hold(office, *MATERNITY, (SUE, said, [told, hint, "not: Save this"]))


@pytest.mark.parametrize(
    "said",
    [
        "who leads 10?",
        "thanks",
        "tell me who leads 8",
        "help",
        "latest on 10",
        "when is 8 due",
        "hi",
    ],
)
async def test_a_question_or_a_courtesy_is_no_answer(office: Office, said: str) -> None:
    await hold(office, *MATERNITY, (SUE, said, ["not: question 1"]))


async def test_nothing_is_an_answer_in_a_group_or_from_whoever_wasnt_asked(office: Office) -> None:
    await hold(office, *MATERNITY, (GANI, "the maternity unit closes in march", "not: question 1"))

    await office.talk((SUE, "the maternity unit closes in march", "not: question 1"), where="a group")


@pytest.mark.parametrize("said", ["I don't know", "no idea", "dunno", "not me", "sorry, wrong person", "not sure"])
async def test_whoever_doesnt_know_declines(office: Office, said: str) -> None:
    await hold(
        office,
        *MATERNITY,
        (SUE, said, ["you can’t answer question 1", "Save this?"]),
        (SUE, "yes", "Stan Staff is told"),
    )


async def test_of_several_questions_it_is_asked_which_one_is_answered(office: Office) -> None:
    await hold(
        office,
        *ASK,
        (STAN, "ask the lead of 8: is the maternity unit closing?", ""),
        (STAN, "yes", "question 2"),
        (
            SUE,
            "the maternity unit closes in march",
            ["Question 1, from Stan", "Question 2, from Stan", "not: Save this"],
        ),
        (SUE, "question 2", ["You would answer question 2", "the maternity unit closes in march", "Save this?"]),
        (SUE, "yes 2", "Saved"),
    )


async def test_an_answer_where_no_question_waits_is_told_to_be_none(office: Office) -> None:
    await hold(office, (SUE, "answer: 12 people", "No question waits for your answer"))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("answer 1: 48 people", "48 people"),
        ("change my answer to 1: 48 people", "48 people"),
        ("correct my answer: 48 people", "48 people"),
        ("actually the answer to 1 is wrong: it's 48 people", "it's 48 people"),
        ("sorry, my answer was wrong, 48 people", "48 people"),
        ("please amend my answer to question 1 to 48 people", "48 people"),
    ],
)
async def test_whoever_answered_puts_it_right_and_the_asker_gets_that_too(office: Office, said: str, told: str) -> None:
    await hold(office, *ASK, (SUE, "46 people", "Save this?"), (SUE, "yes", "Saved"))

    await hold(
        office,
        (SUE, said, ["“46 people”", f"would be: “{told}”", "Save this?"]),
        (GANI, QUESTION, "“46 people”"),
        (SUE, "yes 1", "Stan Staff gets your answer"),
        (GANI, QUESTION, ["not: 46", f"“{told}”"]),
    )

    owed = [one for one in await office.store.all(DELIVERIES) if one.subject == "correction"]
    read = await office.store.read(lambda reading: corrected(owed[0], reading))
    assert [one.conversation for one in owed] == ["stan chat"]
    assert read
    assert f"Sue Myers has put right the answer to what you asked about Recommendation 10: “{QUESTION}”" in read.text
    assert f"“{told}”" in read.text
    assert "answer corrected" in [entry.what for entry in await office.store.all(AUDIT)]


async def test_what_is_to_be_put_right_is_asked_for(office: Office) -> None:
    await hold(
        office,
        *ASK,
        (SUE, "46 people", ""),
        (SUE, "yes", "Saved"),
        (SUE, "change my answer", ["Question 1", "What is the answer?"]),
        (SUE, "48 people", ["“46 people”", "“48 people”", "Save this?"]),
    )


async def test_nobody_else_puts_an_answer_right(office: Office) -> None:
    await hold(
        office,
        *ASK,
        (SUE, "46 people", ""),
        (SUE, "yes", "Saved"),
        (GANI, "change the answer to 1: 99", "isn’t yours to answer"),
        (MO, "answer 1: 99", "isn’t yours to answer"),
        (GANI, "change my answer: 99", "You have answered no question"),
    )
    assert [one.answer for one in await office.store.all(UNANSWERED)] == ["46 people"]


async def test_a_yes_with_another_number_saves_no_answer(office: Office) -> None:
    await hold(
        office,
        *ASK,
        (SUE, "answer 1: twelve", "Save this?"),
        (SUE, "yes 2", ["“twelve”", "Save this?"]),
        (SUE, "yes 1", "Saved"),
    )


@pytest.mark.parametrize(
    ("said", "told"),
    [("answer 1: £40", ["I can’t write to where Stan Staff asked it", "Save this?"])],
)
async def test_that_the_answer_cant_go_back_is_told_before_it_is_saved(
    munro: Programme, said: str, told: Sequence[str]
) -> None:
    office = await an_office(TinyStore.in_memory(), munro)
    await reached(office.store, SUE)

    await hold(office, *ASK, (SUE, said, told), (SUE, "yes", "I can’t write to where Stan Staff asked it"))
