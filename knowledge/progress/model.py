"""The words of progress as values. Each is kept under a text of its own, and none is ever overwritten in meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class Status(StrEnum):
    """How a recommendation stands, in the council's words."""

    NOT_STARTED = "not started"
    ON_TRACK = "on track"
    AT_RISK = "at risk"
    OFF_TRACK = "off track"
    AWAITING_SIGN_OFF = "complete, awaiting sign-off"
    COMPLETE = "complete"


class Role(StrEnum):
    """What a person may do; a person can have several."""

    STAFF = "staff"
    OFFICER = "officer"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"


class Kind(StrEnum):
    """What an update is. All but a report keep the narrative of what they answer to."""

    REPORT = "report"
    NO_CHANGE = "no change"
    SIGN_OFF = "sign-off"
    SENT_BACK = "sent back"


@dataclass(frozen=True, slots=True)
class Update:
    """What was reported on one recommendation, once.

    `by` is a member's key, `by_name` their name on that day, and `at` is UTC. An undo sets `withdrawn`, the moment
    it happened; the words stay. Redacting sets `redacted`, and then the words are gone.
    """

    id: str
    programme: str
    ref: str
    status: Status
    narrative: str
    by: str
    at: datetime
    next_step: str = ""
    next_step_date: date | None = None
    evidence: tuple[str, ...] = ()
    withdrawn: datetime | None = None
    kind: Kind = Kind.REPORT
    by_name: str = ""
    redacted: datetime | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """The council's own date for a recommendation, from `at` (UTC) on; the newest counts, earlier ones are kept.

    `day` is None where a target was taken away. `redacted` is as in an update, here and below.
    """

    id: str
    programme: str
    ref: str
    day: date | None
    reason: str
    by: str
    at: datetime
    by_name: str = ""
    redacted: datetime | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """A lead's request for a later target. `granted` is None until a manager has decided, at `decided` (UTC).

    `remark` is what the manager said of the decision, if anything. `replaced` (UTC) is when another request took the
    place of one that nobody had decided.
    """

    id: str
    programme: str
    ref: str
    day: date
    reason: str
    by: str
    at: datetime
    by_name: str = ""
    granted: bool | None = None
    decided: datetime | None = None
    decided_by: str = ""
    decided_by_name: str = ""
    remark: str = ""
    redacted: datetime | None = None
    replaced: datetime | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who leads a recommendation by the council's own decision, from `at` (UTC) on; the newest counts.

    `names` are leads' names; none means that the document's own count again. `reason` is there where one was given.
    """

    id: str
    programme: str
    ref: str
    names: tuple[str, ...]
    by: str
    at: datetime
    by_name: str = ""
    reason: str = ""
    redacted: datetime | None = None


@dataclass(frozen=True, slots=True)
class Delegation:
    """Somebody who may post for a lead, until `ended` (UTC). `lead` is a lead's name, `member` a member's key."""

    id: str
    lead: str
    member: str
    by: str
    at: datetime
    by_name: str = ""
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """What is known of a person: their roles, and the leads' names that they answer to.

    `key` is what updates and audit entries name them by. `object_id` is empty until they have spoken.
    """

    key: str
    tenant: str = ""
    object_id: str = ""
    name: str = ""
    email: str = ""
    roles: frozenset[Role] = frozenset()
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subscription:
    """Something that a member wants regularly, and the conversation that it goes to.

    `schedule` is in the words that `read_schedule` reads. `scope` is what a summary is about, in words ("theme 2"),
    empty for everything in its programme. `ended` is the moment it was stopped (UTC), None while it runs.
    """

    id: str
    member: str
    conversation: str
    subject: str
    schedule: str
    at: datetime
    ended: datetime | None = None
    by_name: str = ""
    programme: str = ""
    scope: str = ""


class State(StrEnum):
    """How far a delivery has come."""

    DUE = "due"
    CLAIMED = "claimed"
    SENT = "sent"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message that the bot owes of its own accord; `key` says what for and when, so that it is sent once.

    `due`, `claimed` and `sent` are UTC; None for what hasn't happened. `member` is whom it is for, by their key.
    `begun` is when it was claimed first, and `again` when it may be tried again. `failures` counts the tries that
    weren't taken, `doubts` those of which nobody knows; `status` is what the last one was answered with. `about` is
    the id of what it is about, where it is about one thing.
    """

    key: str
    conversation: str
    subject: str
    due: datetime
    claimed: datetime | None = None
    sent: datetime | None = None
    failures: int = 0
    state: State = State.DUE
    member: str = ""
    subscription: str = ""
    begun: datetime | None = None
    again: datetime | None = None
    doubts: int = 0
    status: int = 0
    about: str = ""


@dataclass(frozen=True, slots=True)
class Reminder:
    """What a member was reminded of on a day where the council is: recommendations, as "munro/10"."""

    id: str
    member: str
    day: date
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pause:
    """A member's wish for no reminders before a day, `until`; there is one for each member, and the newest counts."""

    member: str
    until: date
    at: datetime


class Stage(StrEnum):
    """What has become of a question that was passed on."""

    OPEN = "open"
    DECLINED = "declined"  # whoever was asked can't answer it
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"  # answered, but the answer is no longer given
    CLOSED = "closed"  # nobody will answer it


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that the bot couldn't answer and passed on, with what became of it.

    `id` is its number, by which people name it. It was asked in `conversation`, about `ref` (empty for none in
    particular), by `by`; it was passed on to the members `to`, `to_names` in words. `gist` tells questions apart that
    only sound different. `answered` (UTC) is when it was answered or declined, by `answered_by`.
    """

    id: str
    conversation: str
    question: str
    at: datetime
    by: str = ""
    answer: str = ""
    by_name: str = ""
    programme: str = ""
    ref: str = ""
    gist: str = ""
    to: tuple[str, ...] = ()
    to_names: str = ""
    stage: Stage = Stage.OPEN
    answered: datetime | None = None
    answered_by: str = ""
    answered_by_name: str = ""
    redacted: datetime | None = None


class TermKind(StrEnum):
    """What a manager taught the bot about a word."""

    SYNONYM = "synonym"
    MEANING = "glossary entry"


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase, and what the council means by it; `key` is it as words are compared.

    A synonym only helps to find; a glossary entry is also told to whoever asks what it means. `ended` (UTC) is when
    it was removed.
    """

    key: str
    kind: TermKind
    said: str
    means: str
    by: str
    at: datetime
    by_name: str = ""
    ended: datetime | None = None
    redacted: datetime | None = None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who changed what, when (UTC), and from which conversation. Only ever added.

    `what` names the action ("update posted") and `subject` the thing ("munro/10"); `before` and `after` are
    the thing's values as JSON, None where there was nothing.
    """

    id: str
    at: datetime
    by: str
    what: str
    subject: str
    conversation: str = ""
    before: Mapping[str, Any] | None = field(default=None)
    after: Mapping[str, Any] | None = field(default=None)
    by_name: str = ""
