"""Cards: valid, escaped, and saying what typed words would say."""

import json
from copy import deepcopy

import pytest

from dialogs import cards
from dialogs.cards import parts
from dialogs.conversation import respond
from dialogs.turns.turn import Memory, Message
from knowledge.library import Knowledge
from knowledge.model import Decision, Field, Lead, Person, Theme
from knowledge.questions.searching.index import Index
from tests.builders import a_programme, a_recommendation

from .contract import card_faults, texts_of, words_of
from .contract import parts as parts_of
from .talking import NOW, reply_to


@pytest.fixture
def index(knowledge: Knowledge) -> Index:
    return knowledge.indexes[0]


@pytest.mark.parametrize("ref", [str(n) for n in range(1, 16)])
@pytest.mark.parametrize("field", list(Field))
def test_every_recommendation_has_a_good_card_for_every_field(index: Index, ref: str, field: Field) -> None:
    assert not card_faults(cards.recommendation(ref, index, (field,)))
    assert not card_faults(cards.passage((ref,), field, index))


def test_a_recommendations_card_leaves_out_what_was_told(index: Index) -> None:
    card = cards.recommendation("10", index, (Field.LEADS,))

    titles = [fact["title"] for part in card["body"] if part["type"] == "FactSet" for fact in part["facts"]]
    assert titles == ["Government response", "Timescale"]
    assert "Who leads recommendation 10?" not in words_of(card)


def test_what_the_text_only_began_stands_in_full_on_the_card(index: Index) -> None:
    shown = texts_of(cards.recommendation("10", index, (Field.POSITION,)))

    assert "Salford Position, in full" in shown
    assert any(text.startswith("Accessible training which includes SSCB") for text in shown)


def test_what_the_text_says_in_full_isnt_repeated_on_the_card(index: Index) -> None:
    shown = texts_of(cards.recommendation("13", index, (Field.POSITION, Field.TIMESCALE)))

    assert not any("The team are fully committed to this plan." in text for text in shown)


def test_the_quoted_paragraph_stands_out_in_its_field(index: Index) -> None:
    quoted = "The police are already located within the Safeguarding Unit."

    card = cards.passage(("13",), Field.POSITION, index, (quoted,))

    marked = [part for part in parts_of(card) if part.get("style") == "emphasis"]
    assert [part["items"][0]["text"] for part in marked] == [quoted]


def test_a_long_passage_is_folded_away_so_that_the_answer_stays_in_sight(index: Index) -> None:
    card = cards.passage(("10",), Field.POSITION, index)
    seen = [part for part in card["body"] if part.get("isVisible", True)]
    (toggle,) = [part for part in parts_of(card) if part["type"] == "Action.ToggleVisibility"]
    (hidden,) = [part for part in card["body"] if part.get("id") in toggle["targetElements"]]

    assert toggle["title"] == "Show the whole passage (Salford Position)"
    assert "Salford Position, in full" in texts_of(hidden)
    assert sum(map(len, texts_of({"items": seen}))) < 500


def test_a_short_passage_is_there_at_once(index: Index) -> None:
    card = cards.passage(("15",), Field.POSITION, index)

    assert not any(part["type"] == "Action.ToggleVisibility" for part in parts_of(card))
    assert "Salford Position, in full" in texts_of(card)


def test_of_a_long_list_the_first_rows_are_there_at_once_and_a_button_shows_the_rest(index: Index) -> None:
    card = cards.table(index.refs, index)
    seen = [part for part in card["body"] if "selectAction" in part]
    (toggle,) = [part for part in parts_of(card) if part["type"] == "Action.ToggleVisibility"]

    assert len(seen) == 6
    assert toggle["title"] == "Show 9 more"
    assert len(words_of(card)) == 15
    assert not card_faults(card)


def test_a_list_that_is_only_a_little_longer_is_shown_whole(index: Index) -> None:
    card = cards.table(index.refs[:7], index)

    assert len([part for part in card["body"] if "selectAction" in part]) == 7


def test_rows_that_can_be_pressed_look_like_it(index: Index) -> None:
    people, refs = ("Sue Myers",), ("8", "10")

    for card in (cards.table(refs, index), cards.standings(refs, index), cards.people(people, index)):
        rows = [part for part in card["body"] if "selectAction" in part]

        assert rows
        assert all(row["items"][0]["text"].endswith(" ›") for row in rows)
        assert all(row["items"][0]["color"] == "Accent" for row in rows)


def test_a_shared_card_stays_as_it_was_when_an_answer_adds_to_it(knowledge: Knowledge) -> None:
    """The nearest passage comes with a button to ask the lead; the passage's own card has none."""
    index, somebody = knowledge.indexes[0], Person("tenant", "somebody", unbound=True)
    unsure = Message("how much money is in the position on recommendation 10 for training?", NOW)
    before = deepcopy([cards.passage(("10",), field, index) for field in Field])

    (reply,) = respond(unsure, somebody, Memory(), knowledge).replies

    assert reply.card
    assert "ask the lead of 10" in words_of(reply.card)
    assert [cards.passage(("10",), field, index) for field in Field] == before
    assert respond(unsure, somebody, Memory(), knowledge).replies == (reply,)


def test_the_title_is_a_heading_for_screen_readers(index: Index) -> None:
    title = cards.recommendation("10", index)["body"][0]

    assert (title["text"], title["style"]) == ("Recommendation 10", "heading")


def test_status_is_said_in_words(index: Index) -> None:
    assert "Marked “Consider further”" in texts_of(cards.recommendation("9", index))
    assert "No lead officer recorded" in texts_of(cards.recommendation("4", index))
    assert "No date given" in texts_of(cards.recommendation("5", index))


@pytest.mark.parametrize("decision", list(Decision))
def test_every_decision_has_a_card(decision: Decision) -> None:
    index = Index(a_programme(recommendations=(a_recommendation(decision=decision),)))

    assert not card_faults(cards.recommendation("2", index))
    assert not card_faults(cards.table(("2",), index))


def test_a_bare_recommendation_has_a_card_without_gaps() -> None:
    bare = a_recommendation(theme=Theme("", ""), position="", leads=(), milestones=(), timescale="")
    index = Index(a_programme(themes=(), recommendations=(bare,)))

    for card in (cards.recommendation("2", index, (Field.POSITION,)), cards.passage(("2",), Field.POSITION, index)):
        assert not card_faults(card)
        assert not any("Theme" in text for text in texts_of(card))


async def test_every_button_of_a_recommendation_is_answered_about_it(knowledge: Knowledge, index: Index) -> None:
    for words in words_of(cards.recommendation("10", index)):
        reply = await reply_to(words, knowledge)

        assert "Recommendation 10" in reply.text
        assert "_Source: Munro response, Recommendation 10" in reply.text


def test_a_passage_of_several_names_them_all(index: Index) -> None:
    assert cards.passage(("2", "3"), Field.TIMESCALE, index)["body"][0]["text"] == "Recommendations 2 and 3"


def test_a_table_has_a_row_for_each_that_can_be_pressed(index: Index) -> None:
    card = cards.table(("8", "10"), index)

    assert not card_faults(card)
    assert card["body"][0]["text"] == "2 recommendations"
    assert words_of(card) == ["Tell me about recommendation 8", "Tell me about recommendation 10"]


def test_a_table_of_one_is_headed_in_the_singular(index: Index) -> None:
    assert cards.table(("8",), index)["body"][0]["text"] == "One recommendation"


def test_a_row_says_who_what_and_when(index: Index) -> None:
    shown = texts_of(cards.table(("4", "8"), index))

    assert "Sue Myers · Accepted in principle · by September 2011" in shown
    assert any(text.startswith("No lead officer · Accepted · autumn 2011; by December 2011") for text in shown)


def test_a_long_table_says_how_many_more_there_are(index: Index) -> None:
    refs = [*index.refs, "10", "12"]

    assert "And 2 more: 10, 12" in texts_of(cards.table(refs, index))


def test_people_are_rows_that_lead_to_what_they_lead(index: Index) -> None:
    card = cards.people(tuple(index.roles), index)

    assert not card_faults(card)
    assert "Leads 8, 10" in texts_of(card)
    assert "Which recommendations does Sue Myers lead?" in words_of(card)


def test_a_person_without_a_role_has_a_row_too() -> None:
    index = Index(a_programme(recommendations=(a_recommendation(leads=(Lead("Ann Ode", ""),)),)))

    card = cards.people(("Ann Ode",), index)

    assert not card_faults(card)
    assert "No role given" in texts_of(card)


def test_questions_are_buttons_one_beneath_the_other() -> None:
    card = cards.questions("Which one?", ["Recommendation 8", "Recommendation 10"])

    assert not card_faults(card)
    assert words_of(card) == ["Recommendation 8", "Recommendation 10"]


def test_a_button_says_its_words() -> None:
    button = parts.button("Lead officer", "Who leads recommendation 10?")

    assert button == {"type": "Action.Submit", "title": "Lead officer", "data": {"say": "Who leads recommendation 10?"}}


def test_a_card_has_at_most_six_buttons() -> None:
    assert len(parts.card([], [parts.button(str(n), str(n)) for n in range(9)])["actions"]) == 6


def test_paragraphs_are_blocks_with_their_markup_escaped() -> None:
    shown = [part["text"] for part in parts.paragraphs("One *two*\n\n• <b>three</b>")]

    assert shown == ["One \\*two\\*", "• \\<b\\>three\\</b\\>"]


@pytest.mark.parametrize("ref", [str(n) for n in range(1, 16)])
def test_cards_are_plain_json(index: Index, ref: str) -> None:
    card = cards.recommendation(ref, index, (Field.POSITION,))

    assert json.loads(json.dumps(card)) == card
