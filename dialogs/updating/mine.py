"""Shows an officer everything that is theirs to update, each with its buttons."""

from __future__ import annotations

from dialogs import cards
from dialogs.answers import standings
from dialogs.turns.moment import Moment
from dialogs.turns.rights import UNKNOWN
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.orders import Deed
from knowledge.progress.model import Role, Status
from knowledge.progress.standings.standing import Standing
from knowledge.questions.searching.index import Index

YOURS = "You have {many} to keep up to date{due}."
NONE = (
    "Nothing is yours to update: no recommendation is led by you, or by anybody you may post for. If that is wrong, "
    "ask an administrator to link you to your name in the document."
)
MANAGERS = "What waits for you as a manager is in the “weekly summary”."
EVERYBODYS = "You lead none yourself, but here everybody may post on everything, so these are all of them."
COMPLETE = "{refs}: complete, so there is nothing to report."
HOW = "Say “update {ref}: amber – what has happened”, or “no change on {ref}”{which}."
WHICH = ", with the number you mean"


def take(moment: Moment) -> Turn | None:
    """Every recommendation that the speaker may post on; None for any other message."""
    if moment.index is None or moment.order is None or moment.order.deed is not Deed.MINE:
        return None
    if not moment.actor.key:
        return moment.turn(UNKNOWN)
    return _listed(moment, moment.index)


def own(index: Index, moment: Moment) -> list[Standing]:
    """How each that the speaker leads, or posts on for somebody, stands."""
    led = {*moment.actor.leads, *moment.actor.covers}
    return [s for ref in index.refs if led & {*(s := moment.standing(index, ref)).leads}]


def _listed(moment: Moment, index: Index) -> Turn:
    every = [moment.standing(index, ref) for ref in index.refs]
    led = own(index, moment)
    theirs = led or [s for s in every if moment.actor.may_update(s)]
    if not theirs:
        return moment.turn(f"{NONE} {MANAGERS}" if moment.actor.is_(Role.MANAGER) else NONE)
    live = [s for s in theirs if s.status is not Status.COMPLETE]
    done = [s.ref for s in theirs if s.status is Status.COMPLETE]
    lines = [f"- {standings.row(s, moment.today, moment.knowledge.timezone)}{_noted(s)}" for s in live]
    text = [
        *([] if led else [EVERYBODYS]),
        YOURS.format(many=phrases.counted(len(live), "recommendation"), due=_due(live, moment)),
        "\n".join(lines),
        *([COMPLETE.format(refs=phrases.recommendations(done))] if done else []),
        HOW.format(ref=phrases.escaped(live[0].ref), which=WHICH if len(live) > 1 else "") if live else "",
    ]
    card = cards.todo(live, index) if live else None
    return moment.turn(
        "\n\n".join(filter(None, text)), card, draft=moment.memory.draft, refs=tuple(s.ref for s in theirs)
    )


def _due(live: list[Standing], moment: Moment) -> str:
    """ "; one of them is overdue and 3 have heard nothing for four weeks"."""
    overdue = sum(s.overdue(moment.today) for s in live)
    stale = sum(s.stale(moment.message.at) for s in live)
    late = f"{_share(overdue, live)} {'is' if overdue == 1 else 'are'} overdue" if overdue else ""
    has = "has" if stale == 1 else "have"
    quiet = f"{_share(stale, live)} {has} had no update in the last four weeks" if stale else ""
    told = phrases.joined(filter(None, (late, quiet)))
    return f"; {told}" if told else ""


def _share(many: int, live: list[Standing]) -> str:
    """How many of them, as people say it: "it", "both", "all of them", "one", "3"."""
    if many == len(live):
        return {1: "it", 2: "both"}.get(many, "all of them")
    return "one" if many == 1 else str(many)


def _noted(standing: Standing) -> str:
    return f". {standings.unchanged(standing)}" if standing.unchanged > 1 else ""
