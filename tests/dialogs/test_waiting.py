"""Whatever is open when something else is said either stays open and is named, or is put away in so many words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from knowledge.model import Person
from knowledge.store import Conversation
from knowledge.store.reference import Reference
from knowledge.store.shelves import REFERENCES
from tests.office import ADA, MO, SUE, Office, Row, holds

KEPT = ("still waiting", "is still open", "for your open update")
PUT_AWAY = ("I’ve dropped", "wasn’t done")


@dataclass(frozen=True)
class Form:
    """Something that waits for its speaker: what is said to open it."""

    who: Person
    opened: Sequence[str]
    asks: str


SUES = "10: amber – the pilot began"
# One of each kind that there is, at each of its steps.
FORMS = {
    "a status": Form(SUE, ["update 10"], "What is its status"),
    "what has happened": Form(SUE, ["update 10", "red"], "What has happened?"),
    "a next step": Form(SUE, ["update 10", "red", "Staff left"], "next step"),
    "its day": Form(SUE, ["update 10", "red", "Staff left", "Recruit"], "By when"),
    "a doubtful day": Form(SUE, ["update 10: red – staff left; next step pilot by 30 January 2017"], "Say “yes” for"),
    "evidence": Form(SUE, ["update 10", "red", "Staff left", "skip"], "evidence"),
    "personal data": Form(SUE, ["update 10: red – Tom Smith, aged 9, has moved"], "personal data"),
    "an update": Form(SUE, [f"update {SUES}"], "Save this?"),
    "an update to change": Form(SUE, [f"update {SUES}", "no"], "What should be different?"),
    "several updates": Form(SUE, ["update 8: green – all is well; 10: red – staff left"], "Save this?"),
    "whose words": Form(SUE, ["update 10", "red", "8: green – all is well"], "Is that for"),
    "a target": Form(MO, ["set the target for 10 to 31 March 2027"], "Save this?"),
    "a target's day": Form(MO, ["set the target for 10"], "To which day"),
    "a target's reason": Form(MO, ["set the target for 9 to 31 May 2027"], "Why is it changed?"),
    "which target": Form(MO, ["set a target"], "For which recommendation"),
    "an assignment": Form(MO, ["assign 4 to Gani Martins"], "Save this?"),
    "whom to assign": Form(MO, ["assign 4"], "Who is to lead"),
    "a redaction": Form(MO, ["redact the last update on 3"], "redact"),
    "which redaction": Form(MO, ["redact the update on 3"], "Which one?"),
    "a sign-off": Form(MO, ["sign off 8"], "Save this?"),
    "sending back": Form(MO, ["send 8 back"], "Why does"),
    "a grant": Form(MO, ["grant the extension of 9"], "Save this?"),
    "an extension's day": Form(SUE, ["extend 8"], "Until when"),
    "an extension's reason": Form(SUE, ["extend 8 to 30 June 2028"], "Why is more time needed?"),
    "a delegate": Form(MO, ["let Stan Staff post for Sue Myers"], "Save this?"),
    "words taught": Form(MO, ["add synonym kids = children"], "Save this?"),
    "words with personal data": Form(MO, ["assign 4 to Sue Myers: Tom Smith, aged 9, has moved"], "personal data"),
    "a pause": Form(SUE, ["pause my reminders"], "Until when?"),
    "a question passed on": Form(SUE, ["ask the lead of 3: how many people are trained?"], "Save this?"),
    "an answer": Form(MO, ["answer 1"], "What is the answer?"),
    "a pack's day": Form(MO, ["export the committee pack"], "When did the committee last meet?"),
    "a link": Form(ADA, ["link Julie Moss to stan@example.gov.uk"], "Save this?"),
    "a role": Form(ADA, ["make Stan Staff a manager"], "Save this?"),
    "who is meant": Form(ADA, ["make Stan Staf a manager"], "Did you mean"),
}
# What is no answer to any of these: questions, orders that are refused, that are done, that open something else.
SAID = (
    "who leads 3?",
    "who are the managers?",
    "what are my roles?",
    "list people",
    "who may post for Sue Myers?",
    "ask the lead",
    "ask a manager",
    "sign off 11",
    "extend 99 to 30 June 2027: waiting",
    "extend 11 to 30 June 2027: waiting",
    "set the target for 99 to 1 May 2027",
    "set the target for 11 to 1 May 2027",
    "assign 99 to Gani Martins",
    "assign 11 to Sue Myers",
    "redact the last update on 11",
    "grant the extension of 11",
    "send 11 back: no evidence",
    "make me a manager",
    "link Sue Myers to x@example.gov.uk",
    "unlink Sue Myers",
    "add synonym lads = boys",
    "forget the answer to question 3",
    "close question 7",
    "answer 7: no",
    "I can't answer 7",
    "no change on 99",
    "no change on 11",
    "undo 99",
    "weekly summary",
    "send me the weekly summary every Monday at 9",
    "send me my summary every Monday at 9",
    "send me the weekly summary every Monday at 9 until Christmas",
    "what do the colours mean?",
    "8-99: green",
    "update 8-10: green",
    "redact the name Zebedee",
    "undo",
    "who leads 3 and is it red?",
    "list the themes",
    "unassign 11",
    "remove the target for 11: over",
    "stop Stan Staff posting for Sue Myers",
    "make Stan Staff an officer",
    "remove the officer role from Stan Staff",
    "add Jane Doe jane@example.gov.uk",
    "glossary: hub means the front door",
    "export the committee pack since 1 October",
    "stop the weekly summary",
    "what am I subscribed to?",
    "pause my reminders until 5 January",
    "resume my reminders",
    "let Boris Johnson post for me",
    "update 99: green – x",
    "update 11: green – x",
    "what do I have to update?",
    "help",
    "thanks",
    "history of 10",
    "which are red?",
    "what changed this week?",
    "show the glossary",
    "questions not answered",
    "how do I post an update?",
    "sign off everything",
    "show the audit trail",
    "what's the weather like?",
    "who hasn't updated?",
)  # fmt: skip

BEFORE: Sequence[Row] = (
    (MO, "set the target for 8 to 31 March 2027", "Save this?"),
    (MO, "yes", "Saved"),
    (MO, "set the target for 9 to 31 March 2027", "Save this?"),
    (MO, "yes", "Saved"),
    (MO, "assign 3 to Sue Myers", "Save this?"),
    (MO, "yes", "Saved"),
    (MO, "assign 9 to Sue Myers", "Save this?"),
    (MO, "yes", "Saved"),
    (SUE, "extend 9 to 30 June 2027: waiting on health", "Save this?"),
    (SUE, "yes", "Saved"),
    (SUE, "update 3: amber – first words", "Save this?"),
    (SUE, "yes", "Saved"),
    (SUE, "update 3: amber – other words", "Save this?"),
    (SUE, "yes 3", "Saved"),
    (SUE, "update 8: complete – all trained", "Save this?"),
    (SUE, "yes 8", "Saved"),
    (SUE, "ask a manager: how many people are trained?", "Save this?"),
    (SUE, "yes", "question 1"),
)


async def reached(office: Office) -> None:
    """Let the bot be able to write to everybody, so that it takes orders for what comes regularly."""
    for who in (ADA, MO, SUE):
        key = f"{who.tenant}/{who.object_id}"
        chat = Reference(f"private {key}", "https://smba.example", user=who.object_id, member=key, kind="personal")
        await office.store.transact(lambda transaction, chat=chat: transaction.put(REFERENCES, chat))  # type: ignore[misc]


async def open_form(office: Office, where: str, who: Person) -> Mapping[str, Any]:
    """What waits for somebody in a conversation, but for whether something was said since."""
    kept: Conversation = await office.store.conversation(where)
    draft = kept.drafts.get(f"{who.tenant}/{who.object_id}", {})
    return {name: value for name, value in draft.items() if name != "between"}


@pytest.mark.parametrize("name", FORMS)
async def test_an_open_form_is_kept_and_named_or_put_away_in_words(office: Office, name: str) -> None:
    form = FORMS[name]
    await reached(office)
    await office.talk(*BEFORE, where="before")
    silent = []
    for number, text in enumerate(SAID):
        where = f"chat {number}"
        for opening in form.opened:
            reply = await office.say(form.who, opening, where)
        assert holds(reply.text, form.asks), reply.text
        before = await open_form(office, where, form.who)

        reply = await office.say(form.who, text, where)

        kept = await open_form(office, where, form.who) == before
        if not any(holds(reply.text, words) for words in (KEPT if kept else PUT_AWAY)):
            silent.append((text, "kept" if kept else "gone", reply.text))
    assert silent == []


TARGETS: Sequence[Row] = (
    (MO, "set the target for 10 to 31 March 2027", "Save this?"),
    (MO, "yes", "Saved"),
)


async def test_a_report_typed_without_update_isnt_the_day_of_an_extension(office: Office) -> None:
    await office.talk(
        *TARGETS,
        (SUE, "extend 10", "Until when"),
        (SUE, "8: red, staffing fell through", ["dropped what I asked", "Recommendation 8: off track", "Save this?"]),
        (SUE, "yes", "Saved. Recommendation 8"),
    )


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("the answer", "Reason: “8: red, staffing fell through”"), ("new", "Recommendation 8: off track (red)")],
)
async def test_a_report_where_a_reason_is_due_is_asked_about(office: Office, answer: str, expected: str) -> None:
    await office.talk(
        *TARGETS,
        (SUE, "extend 10 to 30 June 2027", "Why is more time needed?"),
        (SUE, "8: red, staffing fell through", ["could be the answer", "not: Save this?"]),
        (SUE, "who leads 3?", ["Gani Martins", "which one do you mean, the answer or something new?"]),
        (SUE, answer, [expected, "Save this?"]),
    )


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("10", ["What is the next step", "not: dropped"]),
        ("it's for 10", ["What is the next step", "not: dropped"]),
        ("8", ["dropped your unfinished update on Recommendation 10", "Recommendation 8: at risk", "Save this?"]),
        ("an update on 8 please", ["dropped your unfinished update", "Recommendation 8: at risk"]),
        ("update 8: green – well", ["dropped your unfinished update", "Recommendation 8: on track"]),
        ("who leads 3?", ["Gani Martins", "Is that for your open update on Recommendation 10"]),
        ("Two posts are vacant", ["What is the next step", "not: dropped"]),
    ],
)
async def test_a_report_on_another_isnt_taken_for_what_has_happened(
    office: Office, answer: str, expected: Sequence[str]
) -> None:
    await office.talk(
        (SUE, "update 10", "What is its status"),
        (SUE, "red", "What has happened?"),
        (SUE, "8: amber, staffing fell through", "Is that for your open update on Recommendation 10, or an update on"),
        (SUE, answer, expected),
    )


async def test_words_said_to_be_for_the_open_form_are_kept_in_it(office: Office) -> None:
    await office.talk(
        (SUE, "update 10", "What is its status"),
        (SUE, "red", "What has happened?"),
        (SUE, "8: amber, staffing fell through", "Is that for"),
        (SUE, "10", "What is the next step"),
        (SUE, "skip", "evidence"),
        (SUE, "skip", ["Recommendation 10: off track", "“8: amber, staffing fell through”", "Save this?"]),
    )


@pytest.mark.parametrize("order", ["extend 10 to 30 June 2027", "extend 10"])
async def test_a_yes_to_something_else_is_no_answer(office: Office, order: str) -> None:
    await office.talk(*TARGETS, (SUE, order, "?"), (SUE, "yes 99", ["?", "not: Save this?", "not: yes 99"]))


async def test_the_number_of_the_open_form_is_no_part_of_what_has_happened(office: Office) -> None:
    await office.talk(
        (SUE, "update 10", "What is its status"),
        (SUE, "red", "What has happened?"),
        (
            SUE,
            "10: amber, two posts are vacant",
            ["Recommendation 10: at risk", "“two posts are vacant”", "Save this?"],
        ),
    )


async def test_nothing_new_is_what_has_happened_where_that_was_asked(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – first words", "Save this?"),
        (SUE, "yes", "Saved"),
        (SUE, "update 10", "What is its status"),
        (SUE, "red", "What has happened?"),
        (SUE, "nothing new", ["What is the next step", "not: Saved"]),
    )


@pytest.mark.parametrize(
    "words", ["The partner is lost. Will they come back?", "Ask Sue for the minutes", "Give the team more time"]
)
async def test_what_has_happened_may_read_a_little_like_something_else(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10", "What is its status"), (SUE, "red", "What has happened?"), (SUE, words, "the next step")
    )


async def test_a_question_alone_is_answered_where_words_are_due(office: Office) -> None:
    await office.talk(
        (SUE, "update 10", "What is its status"),
        (SUE, "red", "What has happened?"),
        (SUE, "anyone know the deadline for 14?", ["2012", "is still open"]),
        (SUE, "Staff left", "next step"),
    )


async def test_an_order_said_again_is_asked_about_once(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10 to 31 March 2027", "Save this?"),
        (MO, "set the target for 10 to 31 March 2027", ["Save this?", "not: still waiting", "not: wasn’t done"]),
        (MO, "yes", "Saved"),
    )


async def test_what_waits_is_named_below_the_longest_reply(office: Office) -> None:
    for number in range(30):
        await office.talk(
            (SUE, f"update 10: amber – {number} {'words of a long report ' * 80}", "Save this?"), (SUE, "yes", "Saved")
        )
        office.later(minutes=1)

    await office.talk(
        (SUE, "update 8", "What is its status"),
        (SUE, "history of 10", ["as fits in one message", "Your update on Recommendation 8 is still open"]),
    )


async def test_what_completes_no_order_leaves_it_waiting(office: Office) -> None:
    await office.talk(
        (MO, "set a target", "For which recommendation"),
        (MO, "something new", "I’m still waiting for your answer"),
        (MO, "back", "I’m still waiting for your answer"),
        (MO, "10 to 31 March 2027", ["The target of Recommendation 10 would be 31 March 2027", "Save this?"]),
    )


async def test_a_choice_by_something_else_than_a_number_leaves_it_open(office: Office) -> None:
    await office.talk(
        *BEFORE,
        (MO, "redact the update on 3", "Which one?"),
        (MO, "the longer one", ["I’m still waiting", "Which one? Say its number"]),
        (MO, "1", "Remove this for good?"),
    )
