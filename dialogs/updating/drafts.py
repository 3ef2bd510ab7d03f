"""The form that an officer fills in: what is known so far, and what to ask next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import msgspec

from knowledge.progress.acts.acts import Report
from knowledge.progress.acts.changes import fresh
from knowledge.progress.model import Status
from knowledge.progress.standings.standing import Standing

FORM = "update"


class Prompt(StrEnum):
    """What can be asked, in the order of asking."""

    STATUS = "status"
    NARRATIVE = "narrative"
    NEXT_STEP = "next step"
    NEXT_STEP_DATE = "next step date"
    EVIDENCE = "evidence"
    PERSONAL = "personal"
    CONFIRM = "confirm"


ASKED_IN_ORDER = (Prompt.STATUS, Prompt.NARRATIVE, Prompt.NEXT_STEP, Prompt.NEXT_STEP_DATE, Prompt.EVIDENCE)


@dataclass(frozen=True, slots=True)
class UpdateDraft:
    """An update that isn't saved yet; plain JSON, so that it survives a restart.

    `id` is that of the update it becomes. `base` is the newest update that its author was shown, empty for none.
    `done` holds what has been answered or skipped. `accepted` says that the author wants to save it although it
    looks like personal data. `proposed` is a day that was asked about ("did you mean …?"). `queue` are the
    recommendations to take after this one, each with its own report. `follows` says that it is shown in answer to a
    yes: that yes may arrive a second time, so the next must name the recommendation. `opened` is when it was opened,
    where its author had said yes to another a moment before: so may that yes. `between` says that it was refused, or
    that something else was said, since it was shown: a yes then shows it again. `unsure` are words that could be the
    answer, or an update on another recommendation; their author is asked which. `doubtful` are words that may be no
    answer at all; their author is asked that. `misplaced` says that it is for another recommendation, whose number is
    asked for.
    """

    id: str
    programme: str
    ref: str
    base: str = ""
    status: Status | None = None
    narrative: str = ""
    next_step: str = ""
    next_step_date: date | None = None
    evidence: tuple[str, ...] = ()
    done: tuple[Prompt, ...] = ()
    accepted: bool = False
    proposed: date | None = None
    queue: tuple[tuple[str, str], ...] = ()
    follows: bool = False
    opened: datetime | None = None
    between: bool = False
    unsure: str = ""
    doubtful: str = ""
    misplaced: bool = False

    @property
    def report(self) -> Report:
        """What is saved in the end; the status must be there."""
        if self.status is None:
            raise ValueError("a draft without a status is no report")
        return Report(self.status, self.narrative, self.next_step, self.next_step_date, self.evidence)

    @property
    def text(self) -> str:
        """Everything typed, for a look at it as a whole."""
        return "\n".join(filter(None, (self.narrative, self.next_step, *self.evidence)))


def begun(standing: Standing, queue: tuple[tuple[str, str], ...] = ()) -> UpdateDraft:
    """A draft in which nothing is filled in."""
    base = standing.latest.id if standing.latest else ""
    return UpdateDraft(fresh(), standing.programme, standing.ref, base, queue=queue)


def next_question(draft: UpdateDraft, worrying: bool) -> Prompt:
    """What to ask next: at most one thing; CONFIRM where nothing is missing.

    `worrying` says that the text looks like personal data.
    """
    for prompt in ASKED_IN_ORDER:
        if prompt is Prompt.NEXT_STEP_DATE and not draft.next_step:
            continue
        if prompt not in draft.done:
            return prompt
    return Prompt.PERSONAL if worrying and not draft.accepted else Prompt.CONFIRM


def answered(draft: UpdateDraft, prompt: Prompt, **known: Any) -> UpdateDraft:
    """The draft with one question answered, or skipped where nothing is given."""
    done = draft.done if prompt in draft.done else (*draft.done, prompt)
    fields: dict[str, Any] = {"done": done, "accepted": False, "proposed": None} | known
    return replace(draft, **fields)


def stepped_back(draft: UpdateDraft) -> UpdateDraft:
    """The draft as it was before the last question was answered."""
    last = [p for p in ASKED_IN_ORDER if p in draft.done][-1:]
    return replace(draft, done=tuple(p for p in draft.done if p not in last))


def complete(draft: UpdateDraft) -> UpdateDraft:
    """The draft with everything that hasn't been asked taken as skipped; the status must be known."""
    return replace(draft, done=ASKED_IN_ORDER)


def kept(draft: UpdateDraft) -> dict[str, Any]:
    """The draft as JSON."""
    return {"form": FORM, **msgspec.to_builtins(draft)}


def found(memory: Mapping[str, Any]) -> UpdateDraft | None:
    """The draft that a conversation holds for its speaker; None where there is none that can be read."""
    if memory.get("form") != FORM:
        return None
    try:
        return msgspec.convert({name: value for name, value in memory.items() if name != "form"}, UpdateDraft)
    except msgspec.ValidationError:
        return None
