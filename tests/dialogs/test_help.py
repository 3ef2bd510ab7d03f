"""Help and welcome: what can be asked, with examples that work."""

import re

import pytest

from dialogs.answers.refusals import CAN_ASK, CANNOT_DO
from dialogs.help import asks_help, help_reply, welcome_reply
from knowledge.library import Knowledge
from knowledge.model import Programme, Theme
from knowledge.progress.acts.actor import Actor
from knowledge.progress.model import Role
from knowledge.questions.searching.index import Index
from knowledge.store import Store
from tests.builders import a_programme, a_recommendation
from tests.office import MO, SUE, an_office

from .contract import card_faults, live_markup, words_of
from .talking import reply_to, say

ASKING = """help
Help
HELP!
help please
menu
commands
i need help
can you help me?
hi i'm new here can you help me
hi, new here, what can you do?
hey! first day with this thing, what can u do?
what can you do?
what do you do
what is it you can do for me exactly
hiya, never used one of these before
what can i ask?
what can I ask you
first day using you, what sort of things can I ask
what questions can you answer?
how does this work?
how do i use this
how do we work this?
might I ask what you are able to help me with?
just tell me what you can do
who are you?
what are you
what kind of things can you tell me
get started
?""".splitlines()
NOT_ASKING = """who leads recommendation 10?
what can you tell me about early help?
can you help me with recommendation 10?
what does the early help offer do?
help me find the one about inspection
I know what you can say about early help, but who leads it?
who can help families early?
how does recommendation 10 help families?
how do we get hold of social work advice when a referral comes in
how does this affect social work?
what should the Government do?""".splitlines()


@pytest.mark.parametrize("message", ASKING)
def test_asking_for_help(message: str) -> None:
    assert asks_help(message)


@pytest.mark.parametrize("message", NOT_ASKING)
def test_asking_about_the_document_is_no_call_for_help(message: str) -> None:
    assert not asks_help(message)


OFFICER = Actor("tenant/sue", "Sue Myers", leads=("Sue Myers",))
MANAGER = Actor("tenant/mo", "Mo Manager", roles=frozenset({Role.MANAGER}))
ANYBODY = Actor("local/alex", "Alex Wilber", unbound=True)
# What must never be said to an example of the help.
NOT_UNDERSTOOD = (CAN_ASK, CANNOT_DO.partition(".")[0])


async def test_every_example_in_the_help_is_answered(knowledge: Knowledge) -> None:
    shown = help_reply(knowledge.indexes[0], OFFICER).text
    alone, followed = shown.split("Then go on")
    examples = re.findall(r"“([^”]+)”", alone)[1:]

    assert len(examples) >= 7
    memory = (await say("which were accepted?", knowledge)).memory
    for example in examples:
        assert CAN_ASK not in (await reply_to(example, knowledge)).text, example
    for example in re.findall(r"“([^”]+)”", followed):
        assert CAN_ASK not in (await reply_to(example, knowledge, memory)).text, example


async def test_every_button_of_the_help_is_answered(knowledge: Knowledge) -> None:
    card = help_reply(knowledge.indexes[0], OFFICER).card
    assert card is not None
    assert not card_faults(card)

    for words in words_of(card):
        assert CAN_ASK not in (await reply_to(words, knowledge)).text


def test_managers_see_what_managers_do_and_others_dont(knowledge: Knowledge) -> None:
    assert "sign off 10" in help_reply(knowledge.indexes[0], MANAGER).text
    assert "sign off 10" not in help_reply(knowledge.indexes[0], OFFICER).text


def test_where_everybody_may_do_everything_help_says_so(knowledge: Knowledge) -> None:
    assert "everybody may do everything" in help_reply(knowledge.indexes[0], ANYBODY).text
    assert "everybody may do everything" not in help_reply(knowledge.indexes[0], MANAGER).text


@pytest.mark.parametrize("actor", [OFFICER, MANAGER, ANYBODY])
async def test_every_order_in_the_help_is_understood(store: Store, munro: Programme, actor: Actor) -> None:
    office = await an_office(store, munro)
    examples = re.findall(r"“([^”]+)”", help_reply(Index(munro), actor).text)[1:]

    for example in examples:
        said = (await office.say(MO if actor is MANAGER else SUE, example)).text
        assert not any(words in said for words in NOT_UNDERSTOOD), f"{example} -> {said}"
        await office.say(SUE, "cancel")


def test_help_shows_recommendations_that_have_a_lead_and_a_date(knowledge: Knowledge) -> None:
    text = help_reply(knowledge.indexes[0], OFFICER).text

    assert "“who leads recommendation 10?”" in text
    assert "“deadline for rec 12”" in text


def test_the_welcome_is_short_and_says_how_to_go_on(knowledge: Knowledge) -> None:
    reply = welcome_reply(knowledge.indexes[0])

    assert "the 15 recommendations in “Responses to Recommendations of Munro's Review" in reply.text
    assert "Say “help”" in reply.text
    assert len(reply.text) < 360
    assert reply.card
    assert not card_faults(reply.card)


def test_help_is_short_and_in_sections_with_headings(knowledge: Knowledge) -> None:
    officer, manager = (help_reply(knowledge.indexes[0], actor).text for actor in (OFFICER, MANAGER))

    assert re.findall(r"^\*\*(\w[\w ]*)\*\*", officer, re.MULTILINE) == ["You can ask", "Post progress"]
    assert re.findall(r"^\*\*(\w[\w ]*)\*\*", manager, re.MULTILINE) == ["You can ask", "Post progress", "Managers"]
    assert len(officer) < 1_100
    assert all(len(line) < 160 for line in manager.splitlines())


def test_in_a_group_the_welcome_says_that_the_bot_must_be_mentioned(knowledge: Knowledge) -> None:
    alone, among = welcome_reply(knowledge.indexes[0]), welcome_reply(knowledge.indexes[0], "Rec*s*")

    assert "mention" not in alone.text
    assert r"I only hear messages that mention me: “@Rec\*s\* who leads recommendation 10?”." in among.text


def test_the_welcome_counts_one_in_the_singular() -> None:
    assert "the one recommendation in" in welcome_reply(Index(a_programme())).text


def test_examples_exist_where_nothing_has_a_lead_or_a_date() -> None:
    bare = a_recommendation(ref="R3", leads=(), milestones=(), theme=Theme("", ""))
    index = Index(a_programme(reviewer="", council="", themes=(), recommendations=(bare,)))

    text = help_reply(index, OFFICER).text

    assert "“who leads recommendation R3?”" in text
    assert "“what does the council say about training?”" in text
    assert "“why did the review recommend R3?”" in text


def test_a_titles_markup_stays_dead() -> None:
    index = Index(a_programme(title="*B* <at>x</at> [y](http://evil)", council="Sal*ford*"))

    assert not live_markup(help_reply(index, OFFICER).text)
    assert not live_markup(welcome_reply(index).text)


@pytest.mark.parametrize("said", ["I'm new to this, what can you do for me?", "I'm new here. What can you help with?"])
async def test_who_is_new_is_told_what_can_be_asked(said: str, knowledge: Knowledge) -> None:
    assert "**You can ask**" in (await reply_to(said, knowledge)).text


def test_no_example_of_a_topic_ends_in_the_middle() -> None:
    rec = a_recommendation(text="Replacing the lamps, replacing the mole, and replacing the training of pilots.")

    text = help_reply(Index(a_programme(recommendations=(rec,))), OFFICER).text

    assert "replacing the" not in text
