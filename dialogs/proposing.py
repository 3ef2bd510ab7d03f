"""Asks before something is done: it is restated, and only a yes does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from dialogs.cards import parts
from dialogs.moment import Moment
from dialogs.turn import Turn

Doer: TypeAlias = Callable[[Moment, Mapping[str, Any]], Turn]

SAVE = "Save this?"
DROPPED = "All right, I’ve dropped that. Nothing has changed."
STILL_NEEDED = "I need a little more than a yes for that. Please type it in words, or say “cancel”."
STILL_ASKED = "I’m still waiting for your yes or no: shall I save what I asked about before?"
PROPOSAL, UNFINISHED = "proposal", "unfinished"


def propose(moment: Moment, restated: str, do: str, refs: tuple[str, ...] = (), /, **what: Any) -> Turn:
    """Say what would be done, and ask. `do` names a doer, `what` is plain JSON for it; both wait in the draft."""
    draft = {"form": PROPOSAL, "do": do, "what": what}
    return moment.turn(f"{restated}\n\n{SAVE}", _yes_or_no(), draft=draft, refs=refs)


def answered(moment: Moment, doers: Mapping[str, Doer]) -> Turn | None:
    """What a yes or a no to a proposal leads to; None for any other message, and where nothing was proposed.

    The doer looks at everything again: who speaks, what they may, how things stand.
    """
    draft = moment.memory.draft
    if draft.get("form") == UNFINISHED and says_no(moment):
        return moment.turn(DROPPED)
    if draft.get("form") == UNFINISHED and says_yes(moment):
        return moment.turn(str(draft.get("question", STILL_NEEDED)), draft=draft)
    if draft.get("form") != PROPOSAL or draft.get("do") not in doers:
        return None
    if says_yes(moment):
        return doers[draft["do"]](moment, draft["what"])
    return moment.turn(DROPPED) if says_no(moment) else None


def ask_for_more(moment: Moment, question: str, order: str, refs: tuple[str, ...] = ()) -> Turn:
    """Ask for the part that an order lacks; the next message is taken as the end of `order`."""
    return moment.turn(question, draft={"form": UNFINISHED, "order": order, "question": question}, refs=refs)


def waiting(moment: Moment) -> str | None:
    """The order that this message ends; None where none waits, or the message is plainly about something else."""
    draft = moment.memory.draft
    if draft.get("form") != UNFINISHED or moment.message.text.strip().endswith("?"):
        return None
    if says_yes(moment) or says_no(moment) or moment.says("asks"):
        return None
    return str(draft["order"])


def reminder(moment: Moment) -> str:
    """That an answer is still waited for; empty where none is."""
    return STILL_ASKED if moment.memory.draft.get("form") == PROPOSAL else ""


def says_yes(moment: Moment) -> bool:
    """Whether a message agrees, and nothing else."""
    return moment.says("yes")


def says_no(moment: Moment) -> bool:
    """Whether a message refuses or cancels, and nothing else."""
    return moment.says("no") or moment.says("cancel")


def _yes_or_no() -> parts.Part:
    return parts.card([parts.line(SAVE)], [parts.button("Yes, save it", "yes"), parts.button("No", "no")])
