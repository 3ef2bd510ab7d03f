"""Asks before something is done: it is restated, and only a yes does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from dialogs.cards import parts
from dialogs.turns import guarding
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn

Doer: TypeAlias = Callable[[Moment, Mapping[str, Any]], Turn]

SAVE = "Save this?"
DROPPED = "All right, I’ve dropped that. Nothing has changed."
STILL_NEEDED = "I need a little more than a yes for that. Please type it in words, or say “cancel”."
STILL_ASKED = "I’m still waiting for your yes or no: shall I save what I asked about before?"
PROPOSAL, UNFINISHED, DOUBTED = "proposal", "unfinished", "doubted"


def propose(
    moment: Moment,
    restated: str,
    do: str,
    refs: tuple[str, ...] = (),
    /,
    *,
    order: str = "",
    ask: str = "",
    **what: Any,
) -> Turn:
    """Say what would be done, and `ask`. `do` names a doer, `what` is plain JSON for it; both wait in the draft.

    A text that can't be shown or is too long isn't taken, and what looks like personal data is asked about first; new
    words are then taken as the end of `order`, where there is one.
    """
    draft = {"form": PROPOSAL, "do": do, "what": what} | ({"ask": ask} if ask else {})
    if problem := guarding.unfit(what):
        return ask_for_more(moment, problem, order, refs) if order else moment.turn(problem, refs=refs)
    seen = guarding.doubted(what)
    if not seen:
        return _asked(moment, restated, draft, refs)
    warning = guarding.warned(seen, guarding.JUST_TYPE if order else guarding.ALL_AGAIN)
    meant = {"restated": restated, "proposal": draft, "refs": list(refs)}
    return moment.turn(warning, draft={"form": DOUBTED, "order": order, "question": warning, **meant}, refs=refs)


def answered(moment: Moment, doers: Mapping[str, Doer]) -> Turn | None:
    """What a yes or a no to a proposal leads to; None for any other message, and where nothing was proposed.

    The doer looks at everything again: who speaks, what they may, how things stand.
    """
    draft = moment.memory.draft
    if draft.get("form") in {UNFINISHED, DOUBTED} and says_no(moment):
        return moment.turn(DROPPED)
    if draft.get("form") == DOUBTED and guarding.says_anyway(moment):
        return _asked(moment, draft["restated"], draft["proposal"] | {"accepted": True}, tuple(draft["refs"]))
    if draft.get("form") in {UNFINISHED, DOUBTED} and says_yes(moment):
        return moment.turn(str(draft.get("question", STILL_NEEDED)), draft=draft)
    if draft.get("form") != PROPOSAL or draft.get("do") not in doers:
        return None
    if says_yes(moment):
        return _done(moment, doers[draft["do"]])
    return moment.turn(DROPPED) if says_no(moment) else None


def ask_for_more(
    moment: Moment,
    question: str,
    order: str,
    refs: tuple[str, ...] = (),
    *,
    again: str = "",
    end: str = "",
    yes: str = "",
) -> Turn:
    """Ask for the part that an order lacks; the next message is taken as what stands behind `order` and before `end`.

    A mere yes stands for `yes`; where it stands for nothing, `again` is asked, or the question itself once more.
    """
    draft = {"form": UNFINISHED, "order": order, "end": end, "yes": yes, "question": again or question}
    return moment.turn(question, draft=draft, refs=refs)


def waiting(moment: Moment) -> str | None:
    """The order that this message completes; None where none waits, or the message is plainly about something else."""
    draft = moment.memory.draft
    if draft.get("form") not in {UNFINISHED, DOUBTED} or moment.message.text.strip().endswith("?"):
        return None
    if draft.get("yes") and says_yes(moment):
        return f"{draft['order']}{draft['yes']}{draft['end']}"
    if says_yes(moment) or says_no(moment) or guarding.says_anyway(moment) or moment.says("asks"):
        return None
    said = moment.message.text.strip().rstrip(" .") if draft.get("end") else moment.message.text
    return f"{draft['order']}{said}{draft.get('end', '')}" if draft["order"] else None


def reminder(moment: Moment) -> str:
    """That an answer is still waited for; empty where none is."""
    return {PROPOSAL: STILL_ASKED, DOUBTED: guarding.STILL}.get(moment.memory.draft.get("form", ""), "")


def says_yes(moment: Moment) -> bool:
    """Whether a message agrees, and nothing else."""
    return moment.says("yes")


def says_no(moment: Moment) -> bool:
    """Whether a message refuses or cancels, and nothing else."""
    return moment.says("no") or moment.says("cancel")


def _asked(moment: Moment, restated: str, draft: Mapping[str, Any], refs: tuple[str, ...]) -> Turn:
    ask = draft.get("ask", SAVE)
    return moment.turn(f"{restated}\n\n{ask}", _yes_or_no(ask), draft=draft, refs=refs)


def _done(moment: Moment, doer: Doer) -> Turn:
    """What the doer does, with a note in the trail where it keeps what was warned of."""
    draft = moment.memory.draft
    turn = doer(moment, draft["what"])
    return replace(turn, changes=guarding.with_note(moment, turn.changes)) if draft.get("accepted") else turn


def _yes_or_no(ask: str) -> parts.Part:
    yes = "Yes, save it" if ask == SAVE else "Yes"
    return parts.card([parts.line(ask)], [parts.button(yes, "yes"), parts.button("No", "no")])
