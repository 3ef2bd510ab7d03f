from __future__ import annotations

import pytest

from knowledge.questions.language.words import plain
from knowledge.questions.parsing.letters import question_of
from knowledge.questions.parsing.reading import tidy
from knowledge.questions.searching.index import Index

CHAT = "Hi there, I hope you are well and had a lovely weekend with the family and the dogs."


@pytest.mark.parametrize("text", ["", "who leads 10?", "Hi. I hope you are well. Who leads 10?"])
def test_a_short_message_is_taken_whole(text: str, index: Index) -> None:
    assert question_of(text, index, tidy) == text


@pytest.mark.parametrize(
    ("letter", "question"),
    [
        (
            f"{CHAT} I am writing to find out who leads recommendation 10.",
            "who leads recommendation 10.",
        ),
        (
            f"{CHAT} Could you let me know which recommendations have no lead officer?",
            "which recommendations have no lead officer?",
        ),
        (f"{CHAT} Who leads recommendation 10? Many thanks.", "Who leads recommendation 10?"),
        (f"{CHAT} What is the timescale of recommendation 4?", "What is the timescale of recommendation 4?"),
        (
            f"{CHAT} Every one of them was going to save us time. I'm told that Whitehall should stop pushing national "
            "computer systems on us. I'd like to be prepared for it. Which rec is that, and was it accepted?",
            "I'm told that Whitehall should stop pushing national computer systems on us. "
            "Which rec is that, and was it accepted?",
        ),
        (
            f"{CHAT} What she wants to know is which recommendation is about how services are inspected, and whether "
            "it was accepted.",
            "which recommendation is about how services are inspected, and whether it was accepted.",
        ),
    ],
)
def test_only_the_question_of_a_letter_is_taken(letter: str, question: str, index: Index) -> None:
    assert question_of(plain(letter), index, tidy) == question


def test_what_a_question_points_back_at_stays(index: Index) -> None:
    letter = (
        "We talked about recommendation 10 and its early help offer in our team meeting this morning. "
        "I would like to know who leads it."
    )

    assert "recommendation 10" in question_of(letter, index, tidy)
    assert "who leads it" in question_of(letter, index, tidy)


def test_a_letter_that_asks_nothing_of_ours_is_kept(index: Index) -> None:
    letter = f"{CHAT} {CHAT}"

    assert question_of(letter, index, tidy) == letter


@pytest.mark.parametrize(
    ("letter", "told"),
    [
        (
            "New here, second day. Someone said go and speak to whoever owns the early help recommendation. "
            "Who would that be?",
            ["early help recommendation", "Who would that be?"],
        ),
        (
            "There is one about letting an experienced practitioner get to the top without giving up casework. "
            "Which number?",
            ["experienced practitioner", "Which number?"],
        ),
        (
            "We were all talking in the office about serious case reviews and how long they take. "
            "Nobody had the paper to hand. Which recommendation is that?",
            ["serious case reviews", "Which recommendation is that?"],
        ),
        (
            "I gather that the council wrote an answer and that there is a recommendation in it about "
            "early help services. All I would like to know is the name of the lead for that recommendation.",
            ["lead for that recommendation", "early help services"],
        ),
    ],
)
def test_a_question_that_points_back_takes_with_it_what_it_points_at(
    letter: str, told: list[str], index: Index
) -> None:
    asked = question_of(letter, index, tidy)

    assert all(words in asked for words in told)
    assert "second day" not in asked
    assert "to hand" not in asked or "serious case reviews" in asked


def test_a_question_that_stands_alone_takes_nothing_with_it(index: Index) -> None:
    letter = (
        "The projector in the committee room has failed again. We are short of biscuits. Who leads recommendation 9?"
    )

    assert question_of(letter, index, tidy) == "Who leads recommendation 9?"


def test_that_is_what_the_letter_told_of(index: Index) -> None:
    letter = f"{CHAT} I read of a senior person with casework in the council. I should like to know who does that."

    asked = question_of(plain(letter), index, tidy)

    assert asked.startswith("who does that.")
    assert "senior person" in asked


@pytest.mark.parametrize(
    ("letter", "told", "left"),
    [
        (
            "The Chair has queried one paragraph, which refers to the intended consultation on the guidance about the "
            "Director and Lead Member roles. The papers go out. Could you tell me when that consultation is due?",
            ["intended consultation on the guidance", "when that consultation is due"],
            "papers",
        ),
        (
            "Somebody said that deadlines for assessments are to go. I want to be accurate when I reply to her about "
            "her grandson. What does the council think about taking those timescales away?",
            ["deadlines for assessments are to go", "What does the council think"],
            "grandson",
        ),
        (
            "The paper is full of schools and children and families this week. Our team leader says practice managers "
            "from the locality teams go on the duty rota. Is that right, and how often?",
            ["practice managers", "Is that right"],
            "paper is full",
        ),
        (
            "I've got all of them for my list but one, and it is the one about students and placements. "
            "My manager wants it by 3. Who do I put?",
            ["about students and placements", "Who do I put?"],
            "manager",
        ),
        (
            "I'm briefing the Lead Member at 4 and she is nervous. She hears the review wants protected roles for the "
            "children's director and the lead member. What was decided on that one?",
            ["protected roles", "What was decided on that one?"],
            "nervous. ",
        ),
        (
            "I am writing a note on schools for my councillor. She has been told that early help in Salford builds on "
            "some earlier pilots. Could you please tell me which pilots those were? With many thanks.",
            ["early help in Salford builds on", "which pilots those were"],
            "schools",
        ),
        (
            "Our auditor is new to schools. She read that the reviews of serious cases need another methodology. "
            "Would you let me know what methodology that is?",
            ["another methodology", "what methodology that is"],
            "auditor",
        ),
    ],
)
def test_that_thing_is_the_thing_that_was_spoken_of(letter: str, told: list[str], left: str, index: Index) -> None:
    asked = question_of(plain(letter), index, tidy)

    assert all(words in asked for words in told)
    assert left not in asked


def test_in_a_row_of_sentences_recommendations_are_them(index: Index) -> None:
    letter = "Which recs have nobody against them? I need to allocate."

    assert question_of(letter, index, tidy) == "Which recs have nobody against them?"


def test_who_writes_is_not_what_the_letter_asks_about(index: Index) -> None:
    letter = (
        "Dear all, I'm a social worker in a children's centre and have sat on the safeguarding board for years. "
        "We heard that there are to be more student placements. Nobody could say more. Who pays for it?"
    )

    asked = question_of(plain(letter), index, tidy)

    assert "placements" in asked
    assert "centre" not in asked
    assert "pays for it" not in asked
