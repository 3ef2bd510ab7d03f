"""One turn of a conversation: the message that came, the replies that go, what is remembered and what is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from knowledge.model import Programme
from knowledge.progress.acts.changes import Change
from knowledge.reports.order import Order

Card = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Brought:
    """A document that came with a message: read, or with the sentence why it couldn't be.

    It isn't looked at where whoever sent it may not import. `digest` tells its content from any other.
    """

    name: str
    digest: str = ""
    programme: Programme | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """What a person said, mentions of the bot removed; `at` is UTC. A pressed button says its words here too.

    `where` is the conversation, by the key that the audit trail names it by. `fields` is what a card's inputs
    held when its button was pressed, by their ids, with what the button itself carries. A document that was
    `brought` may come without any words. `programme` is the one that it names, where there are several.
    """

    text: str
    at: datetime
    where: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    brought: Brought | None = None
    programme: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A file that goes with a reply: what it is called, and what it is to hold.

    Its bytes are made when it is sent, outside every transaction; whoever fetches it later gets what is so by then.
    """

    name: str
    order: Order


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot says: `text` is the whole answer as Teams Markdown, `card` adds to it and never replaces it.

    `replaces` says that the card takes the place of the one whose button was pressed, where Teams lets it.
    """

    text: str
    card: Card | None = None
    replaces: bool = False
    file: File | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """What a conversation is about, so that "and the timescale?" can be understood.

    Plain JSON values only, newest last. `trail` holds the recommendations of earlier turns, one tuple a turn.
    `draft` is the form that the speaker is filling in; in a group everybody has their own. `by` is who spoke of these
    recommendations last, by their key: in a group, nobody's order is about what somebody else spoke of.
    """

    programme: str = ""
    refs: tuple[str, ...] = ()
    trail: tuple[tuple[str, ...], ...] = ()
    fields: tuple[str, ...] = ()
    person: str = ""
    pending: dict[str, Any] = field(default_factory=dict)
    draft: dict[str, Any] = field(default_factory=dict)
    by: str = ""

    def spoken_by(self, by: str) -> Memory:
        """The same, spoken of by somebody else; this is done for each message."""
        return Memory(self.programme, self.refs, self.trail, self.fields, self.person, self.pending, self.draft, by)


@dataclass(frozen=True, slots=True)
class Turn:
    """What a turn gives: replies to send in order, the memory to save, and changes to keep together with it.

    Where there are changes, the turn is taken again inside the transaction that keeps them, so that nothing is
    decided on what was so a moment before; what the replies say is then so. `erases` says that the changes take
    words out for good, so that they must not linger in the store's files either.
    """

    replies: tuple[Reply, ...]
    memory: Memory
    changes: tuple[Change, ...] = ()
    erases: bool = False


def beginning(turn: Turn, note: str) -> Turn:
    """The turn with a note at its beginning, if there is one."""
    first, *others = turn.replies
    return replace(turn, replies=(replace(first, text=f"{note}\n\n{first.text}"), *others)) if note else turn


def ending(turn: Turn, note: str) -> Turn:
    """The turn with a note at its end, if there is one."""
    *others, last = turn.replies
    return replace(turn, replies=(*others, replace(last, text=f"{last.text}\n\n{note}"))) if note else turn


def noting(turn: Turn, **noted: Any) -> Turn:
    """The turn with something more that counts for the next message alone."""
    return replace(turn, memory=replace(turn.memory, pending={**turn.memory.pending, **noted}))
