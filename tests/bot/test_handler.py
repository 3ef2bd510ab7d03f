"""Conversations as Teams delivers them: who said what, once, in order, and welcome."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from bot.assembly.stores import open_store
from bot.conversations.turns import Respond
from bot.outgoing.buttons import speaking
from bot.settings import Settings
from dialogs.turns.turn import Memory, Message, Reply, Turn
from knowledge.errors import StoreDamaged, UnreadableDocument
from knowledge.library import Knowledge
from knowledge.model import Person, Programme
from knowledge.progress.acts.changes import Change
from knowledge.store import Conversation, Store
from knowledge.store.shelves import UPDATES
from knowledge.store.tiny.store import TinyStore
from tests.builders import an_update
from tests.conftest import BOT, SUE, Activity, StartTeams, Teams, channel, personal

CARD: Activity = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "Source"}]}


def mention(who: Activity, text: str) -> Activity:
    return {"type": "mention", "mentioned": who, "text": text}


def always(*replies: Reply) -> Respond:
    """A conversation in which these are the replies, whatever is said."""

    def respond(message: Message, speaker: Person, memory: Memory, knowledge: Knowledge) -> Turn:
        return Turn(replies, memory)

    return respond


def failing(error: Exception) -> Respond:
    def respond(message: Message, speaker: Person, memory: Memory, knowledge: Knowledge) -> Turn:
        raise error

    return respond


# What is remembered, and what is answered twice


async def test_a_conversation_remembers_and_others_know_nothing_of_it(teams: Teams) -> None:
    assert await teams.say("one") == ["0 before. You said: one"]
    assert await teams.say("two") == ["1 before. You said: two"]
    assert await teams.say("three", where="another") == ["0 before. You said: three"]


async def test_an_activity_delivered_twice_is_answered_once(teams: Teams) -> None:
    assert await teams.say("one", id="same") == ["0 before. You said: one"]
    assert await teams.say("one", id="same") == []


async def test_an_activity_delivered_twice_at_the_same_time_is_answered_once(teams: Teams) -> None:
    activity = teams.activity(id="same")

    responses = await asyncio.gather(*(teams.post(activity) for _ in range(5)))

    assert [response.status for response in responses] == [201] * 5
    assert len(teams.replies()) == 1


async def test_an_activity_delivered_again_after_a_restart_is_answered_once(
    start_teams: StartTeams, tmp_path: Path
) -> None:
    store = TinyStore.create(tmp_path / "data")
    await store.close()
    settings = Settings(data_dir=tmp_path / "data")
    first = await start_teams(settings=settings, open_store=open_store)
    await first.say("one", id="same")
    await first.bot.close()

    second = await start_teams(settings=settings, open_store=open_store)

    assert await second.say("one", id="same") == []
    assert await second.say("two") == ["1 before. You said: two"]


async def test_what_was_not_delivered_is_answered_when_teams_tries_again(teams: Teams) -> None:
    teams.answers_with.append(503)
    activity = teams.activity(id="same", text="one")

    assert (await teams.post(activity)).status == 502
    assert (await teams.post(activity)).status == 201

    assert [reply["text"] for reply in teams.replies()] == ["0 before. You said: one"]


async def test_only_the_latest_answers_are_kept(teams: Teams, store: Store) -> None:
    for number in range(60):
        await teams.say("again", id=f"number {number}")

    answered = (await store.conversation("chat")).answered
    assert answered == tuple(f"number {number}" for number in range(10, 60))


async def test_a_memory_that_cannot_be_read_is_forgotten(teams: Teams, store: Store) -> None:
    await store.save_conversation(Conversation("chat", {"refs": 5}, ("earlier",)))

    assert await teams.say("one") == ["0 before. You said: one"]
    assert (await store.conversation("chat")).answered[0] == "earlier"


# Order


async def test_turns_of_one_conversation_wait_for_each_other_and_other_conversations_do_not(teams: Teams) -> None:
    teams.takes.clear()
    posts = [asyncio.create_task(teams.say(text, where)) for text, where in (("a", "one"), ("b", "one"), ("c", "two"))]
    under_way = sorted([await teams.arrived.get(), await teams.arrived.get()])
    await asyncio.sleep(0.05)  # the third would have come by now
    third_waited = teams.arrived.empty()
    teams.takes.set()
    await asyncio.gather(*posts)

    assert under_way == ["one", "two"]
    assert third_waited
    assert [reply["text"][0] for reply in teams.replies("one")] == ["0", "1"]


# What is saved


def posting(message: Message, speaker: Person, memory: Memory, knowledge: Knowledge) -> Turn:
    """Save an update, and say how many there were before."""
    before = len(knowledge.records.recent(100))
    return Turn((Reply(f"saved after {before}"),), memory, (Change(UPDATES, an_update()),))


async def test_a_change_is_kept_before_it_is_said(start_teams: StartTeams, store: Store) -> None:
    teams = await start_teams(posting)
    teams.takes.clear()

    saying = asyncio.create_task(teams.say("post"))
    await teams.arrived.get()
    kept = await store.all(UPDATES)
    teams.takes.set()

    assert len(kept) == 1
    assert await saying == ["saved after 0"]


async def test_what_is_saved_but_could_not_be_said_is_said_when_teams_tries_again_and_not_saved_twice(
    start_teams: StartTeams, store: Store
) -> None:
    teams = await start_teams(posting)
    teams.answers_with.append(503)
    activity = teams.activity(id="same")

    statuses = [(await teams.post(activity)).status for _ in range(3)]

    assert statuses == [502, 201, 201]
    assert [reply["text"] for reply in teams.replies()] == ["saved after 0"]
    assert len(await store.all(UPDATES)) == 1


async def test_what_cannot_be_saved_is_said_to_be_not_saved(start_teams: StartTeams, tmp_path: Path) -> None:
    await TinyStore.create(tmp_path).close()
    teams = await start_teams(posting, open_store=lambda _: TinyStore.glance(tmp_path))

    [said] = await teams.say("post")

    assert "can't tell whether that is saved" in said


# What was said


@pytest.mark.parametrize(
    ("text", "entities", "said"),
    [
        ("<at>Recommendations</at> who leads 10?", [mention(BOT, "<at>Recommendations</at>")], "who leads 10?"),
        ("who <at>Recommendations</at>&nbsp;leads 10?", [mention(BOT, "<at>Recommendations</at>")], "who leads 10?"),
        ("<at>Recommendations</at> hi", [{"type": "mention", "mentioned": BOT}], "hi"),
        (
            "Recommendations of <at>Recommendations</at>",
            [mention(BOT, "<at>Recommendations</at>")],
            "Recommendations of",
        ),
        ("what does <at>Sue Myers</at> lead?", [mention(SUE, "<at>Sue Myers</at>")], "what does Sue Myers lead?"),
        ("<at>B</at> ask <at>Sue</at>", [mention(SUE, "<at>Sue</at>"), mention(BOT, "<at>B</at>")], "ask Sue"),
        ("Smith &amp; Sons   &lt;10&gt;", [], "Smith & Sons <10>"),
        ("  two\u00a0\u00a0words \r\n\r\n and a line ", [], "two words\nand a line"),
        ("hello", [{"untyped": 1}, 5, None, {"type": "clientInfo", "locale": "en-GB"}], "hello"),
        ("hello", [{"type": "mention", "mentioned": "Sue"}, {"type": None}], "hello"),
    ],
)
async def test_the_bots_own_mention_is_taken_out_and_nothing_else(
    teams: Teams, text: str, entities: list[Any], said: str
) -> None:
    assert await teams.say(text, entities=entities) == [f"0 before. You said: {said}"]


@pytest.mark.parametrize("value", [{"say": "the timescale of 10?"}, '{"say": "the timescale of 10?"}'])
async def test_a_pressed_button_says_its_words(teams: Teams, value: Any) -> None:
    assert await teams.say(None, value=value) == ["0 before. You said: the timescale of 10?"]


async def test_a_button_that_sends_words_for_the_person_is_understood_by_its_own_words(teams: Teams) -> None:
    assert await teams.say("Timescale", value={"say": "timescale of 10"}) == ["0 before. You said: timescale of 10"]


@pytest.mark.parametrize("value", [{}, {"say": 5}, {"say": " "}, [], "x", 0, False, [{"say": "no"}], {"do": "that"}])
async def test_an_unknown_button_gets_a_kind_answer(teams: Teams, value: Any) -> None:
    [reply] = await teams.say(None, value=value)

    assert "don't know that button" in reply


async def test_typed_words_count_even_beside_an_unknown_value(teams: Teams) -> None:
    assert await teams.say("hi", value={"other": 1}) == ["0 before. You said: hi"]


async def test_a_file_without_words_gets_a_kind_answer(teams: Teams) -> None:
    [reply] = await teams.say(None, attachments=[{"contentType": "image/png", "contentUrl": "https://example.org/x"}])

    assert "only read words" in reply


async def test_the_html_copy_that_teams_adds_to_a_message_is_no_file(teams: Teams) -> None:
    copy = {"contentType": "text/html", "content": "<p>hi</p>"}

    assert await teams.say("hi", attachments=[copy]) == ["0 before. You said: hi"]


async def test_an_answer_to_no_words_is_given_once_too(teams: Teams) -> None:
    assert len(await teams.say(None, id="same")) == 1
    assert await teams.say(None, id="same") == []


@pytest.mark.parametrize("text", [None, "", "  ", "&nbsp;"])
async def test_nothing_said_gets_an_introduction(teams: Teams, text: str | None) -> None:
    [reply] = await teams.say(text)

    assert reply


# Who said it


async def identity(start_teams: StartTeams, **fields: Any) -> Person:
    heard: list[Person] = []

    def respond(message: Message, speaker: Person, memory: Memory, knowledge: Knowledge) -> Turn:
        heard.append(speaker)
        return Turn((Reply("yes"),), memory)

    teams = await start_teams(respond)
    await teams.say("who am I?", **fields)
    return heard[0]


async def test_a_person_is_known_by_tenant_and_object_id(start_teams: StartTeams) -> None:
    assert await identity(start_teams) == Person("local", SUE["aadObjectId"], "Sue Myers", unbound=True)


@pytest.mark.parametrize("data", [None, 5, [], {"tenant": None}, {"tenant": 5}, {"tenant": {"id": 7}}])
async def test_in_local_mode_a_person_may_lack_tenant_and_object_id(start_teams: StartTeams, data: Any) -> None:
    person = await identity(start_teams, channelData=data, **{"from": {"id": "user-1"}})

    assert person == Person("local", "user-1", "", unbound=True)


# Buttons that are executed


def execute(teams: Teams, data: Any) -> Activity:
    value = {"action": {"type": "Action.Execute", "verb": "say", "data": data}}
    return teams.activity(type="invoke", name="adaptiveCard/action", value=value, text=None)


async def test_an_executed_button_is_answered_in_the_chat_and_in_the_card(teams: Teams) -> None:
    response = await teams.post(execute(teams, {"say": "timescale of 10"}))

    body = await response.json()
    assert response.status == 200
    assert (body["statusCode"], body["type"]) == (200, "application/vnd.microsoft.activity.message")
    assert isinstance(body["value"], str)
    assert [reply["text"] for reply in teams.replies()] == ["0 before. You said: timescale of 10"]


@pytest.mark.parametrize("value", [None, 5, [], {}, {"action": 5}, {"action": {"data": []}}, {"action": {"data": {}}}])
async def test_an_executed_button_we_do_not_know_is_answered_kindly(teams: Teams, value: Any) -> None:
    response = await teams.post(teams.activity(type="invoke", name="adaptiveCard/action", value=value, text=None))

    assert response.status == 200
    assert "don't know that button" in (await response.json())["value"]
    assert not teams.replies()


@pytest.mark.parametrize("name", [None, "composeExtension/query", "task/fetch", "message/submitAction"])
async def test_other_invokes_get_a_harmless_answer(teams: Teams, name: str | None) -> None:
    response = await teams.post(teams.activity(type="invoke", name=name, value={"x": 1}, text=None))

    assert (response.status, await response.json()) == (200, {})
    assert not teams.replies()


# Coming and going


def installed(teams: Teams, where: Activity, action: str = "add") -> Activity:
    return teams.activity(type="installationUpdate", action=action, conversation=where, text=None)


def joined(teams: Teams, where: Activity, *members: Activity) -> Activity:
    return teams.activity(type="conversationUpdate", membersAdded=list(members), conversation=where, text=None)


async def welcomes(teams: Teams, *activities: Activity) -> int:
    for activity in activities:
        assert (await teams.post(activity)).status == 201
    return sum(len(replies) for replies in teams.received.values())


async def test_an_installation_announced_in_two_ways_is_welcomed_once(teams: Teams) -> None:
    where = personal("chat")

    assert await welcomes(teams, installed(teams, where), joined(teams, where, BOT), joined(teams, where, SUE)) == 1


async def test_an_installation_announced_in_two_ways_at_once_is_welcomed_once(teams: Teams) -> None:
    where = channel("team")

    await asyncio.gather(teams.post(installed(teams, where)), teams.post(joined(teams, where, BOT)))

    assert len(teams.replies("team")) == 1


async def test_members_of_a_team_are_not_welcomed_one_by_one(teams: Teams) -> None:
    assert await welcomes(teams, joined(teams, channel("team"), SUE, {"id": "29:jane"})) == 0


async def test_somebody_who_opens_a_personal_chat_is_welcomed(teams: Teams) -> None:
    assert await welcomes(teams, joined(teams, personal("chat"), SUE)) == 1


@pytest.mark.parametrize(("kind", "mention"), [("personal", False), ("groupChat", True), ("channel", True)])
async def test_the_welcome_in_a_group_says_how_to_be_heard(
    start_teams: StartTeams, store: Store, munro: Programme, kind: str, *, mention: bool
) -> None:
    await store.save_programme(munro)
    teams = await start_teams()

    await teams.post(installed(teams, {"id": "place", "conversationType": kind}))

    (welcome,) = teams.replies("place")
    assert ("@Recommendations who leads" in welcome["text"]) is mention


async def test_nobody_is_welcomed_in_the_middle_of_a_conversation(teams: Teams) -> None:
    await teams.say("hello")

    assert await welcomes(teams, joined(teams, personal("chat"), BOT)) == 1  # the answer to hello


async def test_a_bot_installed_again_starts_afresh(teams: Teams) -> None:
    where = personal("chat")
    await welcomes(teams, installed(teams, where))
    await teams.say("one")

    await welcomes(teams, installed(teams, where, "remove"), installed(teams, where))

    assert await teams.say("two") == ["0 before. You said: two"]
    assert len(teams.replies()) == 4


@pytest.mark.parametrize(
    "kind",
    ["messageUpdate", "messageDelete", "messageReaction", "typing", "endOfConversation", "event", "trace", "new"],
)
async def test_what_nobody_expects_an_answer_to_is_left_alone(teams: Teams, kind: str) -> None:
    response = await teams.post(teams.activity(type=kind))

    assert response.status == 201
    assert not teams.received


# Replies


async def test_a_card_travels_with_its_text(start_teams: StartTeams) -> None:
    teams = await start_teams(always(Reply("Recommendation 10 …\nmore", CARD)))

    await teams.say("10")

    [reply] = teams.replies()
    [attachment] = reply["attachments"]
    assert attachment == {"contentType": "application/vnd.microsoft.card.adaptive", "content": CARD}
    assert reply["summary"] == "Recommendation 10 …"


def utf16(activity: Activity) -> int:
    return len(json.dumps(activity, ensure_ascii=False).encode("utf-16-le"))


async def test_a_card_that_makes_a_reply_too_large_is_left_out(start_teams: StartTeams) -> None:
    card = CARD | {"body": [{"type": "TextBlock", "text": "x" * 30_000}]}
    teams = await start_teams(always(Reply("the answer", card)))

    assert await teams.say("10") == ["the answer"]
    assert "attachments" not in teams.replies()[0]


@pytest.mark.parametrize("line", ["é" * 99, "😀" * 40, '"\\' * 40, "x" * 90_000])
async def test_too_long_a_reply_is_cut_at_a_line_and_says_so(start_teams: StartTeams, line: str) -> None:
    teams = await start_teams(always(Reply("\n".join(["first", *[line] * 1000]), CARD)))

    [text] = await teams.say("everything")

    *kept, end = text.split("\n")
    assert end.startswith("This was too long")
    assert kept[0] == "first"
    assert set(kept[1:]) <= {line, ""}
    assert utf16(teams.replies()[0]) < 40_000


async def test_several_replies_are_sent_in_order(start_teams: StartTeams) -> None:
    teams = await start_teams(always(Reply("one"), Reply("two")))

    assert await teams.say("hi") == ["one", "two"]


# What goes wrong


async def test_an_unexpected_error_is_apologised_for_once(start_teams: StartTeams) -> None:
    teams = await start_teams(failing(ZeroDivisionError("secret detail")))

    [sorry] = await teams.say("hi", id="same")

    assert "something went wrong on my side" in sorry
    assert "secret" not in sorry
    assert await teams.say("hi", id="same") == []


async def test_two_apologies_have_different_ids(start_teams: StartTeams) -> None:
    teams = await start_teams(failing(ZeroDivisionError()))

    assert await teams.say("hi") != await teams.say("hi")


async def test_known_errors_become_kind_words(start_teams: StartTeams) -> None:
    damaged = await start_teams(failing(StoreDamaged("data", "torn")))
    unreadable = await start_teams(failing(UnreadableDocument("This file has no recommendations.")))

    assert "try again" in (await damaged.say("hi"))[0]
    assert await unreadable.say("hi", where="other") == ["This file has no recommendations."]


class Forgetful(TinyStore):
    """A store that takes no conversation."""

    async def conversation(self, key: str) -> Conversation:
        raise OSError(f"no {key}")


async def test_a_person_hears_of_it_when_the_store_fails(start_teams: StartTeams) -> None:
    teams = await start_teams(open_store=lambda _: Forgetful.in_memory())

    [sorry] = await teams.say("hi")

    assert "something went wrong on my side" in sorry


# Buttons that speak


BUTTON = {"type": "Action.Submit", "title": "Timescale", "data": {"say": "timescale of 10"}}


async def test_in_teams_a_pressed_button_shows_what_it_says() -> None:
    nested = {"type": "ActionSet", "actions": [BUTTON, {"type": "Action.Submit", "data": {"other": 1}}]}

    card = speaking(CARD | {"body": [nested], "actions": [BUTTON]})

    said = {"type": "messageBack", "displayText": "timescale of 10", "text": "timescale of 10"}
    spoken = {"say": "timescale of 10", "msteams": said | {"value": {"say": "timescale of 10"}}}
    assert card["actions"] == [BUTTON | {"data": spoken}]
    assert card["body"][0]["actions"][0] == card["actions"][0]
    assert card["body"][0]["actions"][1] == {"type": "Action.Submit", "data": {"other": 1}}
    assert BUTTON["data"] == {"say": "timescale of 10"}


async def test_in_local_mode_a_button_stays_as_it_is_because_the_playground_cannot_press_the_other_kind(
    start_teams: StartTeams,
) -> None:
    teams = await start_teams(always(Reply("10", CARD | {"actions": [BUTTON]})))

    await teams.say("10")

    assert teams.replies()[0]["attachments"][0]["content"]["actions"] == [BUTTON]
