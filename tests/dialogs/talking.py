"""Talks to the bot in tests: one message, or a whole conversation as a table."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime

from dialogs.conversation import respond
from dialogs.turns.turn import Memory, Message, Reply, Turn
from knowledge.library import Knowledge
from knowledge.model import Person

NOW = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
SUE = Person("tenant", "sue")

Expected = str | Sequence[str]
# What is said, and the fragments that the reply must have; "not: ..." it must not have, "^..." it begins with.
Row = tuple[str, Expected]
Talk = Callable[..., Awaitable[Turn]]


async def say(text: str, knowledge: Knowledge, memory: Memory | None = None) -> Turn:
    """One turn of a conversation."""
    return respond(Message(text, NOW), SUE, memory or Memory(), knowledge)


async def reply_to(text: str, knowledge: Knowledge, memory: Memory | None = None) -> Reply:
    """The one reply to one message."""
    (reply,) = (await say(text, knowledge, memory)).replies
    return reply


def talking(knowledge: Knowledge) -> Talk:
    """Holds whole conversations about this knowledge; gives the last turn."""

    async def talk(*rows: Row, memory: Memory | None = None) -> Turn:
        turn = Turn((), memory or Memory())
        for text, expected in rows:
            turn = await say(text, knowledge, turn.memory)
            for fragment in [expected] if isinstance(expected, str) else expected:
                assert holds(turn.replies[0].text, fragment), f"{text!r} -> {turn.replies[0].text}\n lacks {fragment!r}"
        return turn

    return talk


def holds(text: str, fragment: str) -> bool:
    """Whether a reply has the fragment; letters' case and line breaks aside."""
    seen = " ".join(text.split()).casefold()
    if fragment.startswith("not: "):
        return fragment.removeprefix("not: ").casefold() not in seen
    if fragment.startswith("^"):
        return seen.startswith(fragment.removeprefix("^").casefold())
    return fragment.casefold() in seen


def answer_of(reply: Reply) -> str:
    """The text without its source lines."""
    return re.sub(r"\n*_Source:.*_", "", reply.text).strip()


def source_of(reply: Reply) -> str:
    """The last source line's own words; empty where there is none."""
    found = re.findall(r"^_Source: (.*)_$", reply.text, re.MULTILINE)
    return str(found[-1]) if found else ""
