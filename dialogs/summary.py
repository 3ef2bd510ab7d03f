"""Gives managers their summary, over any time and about any part, and leads that of what they lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from dialogs.digest import key, meanings, told
from dialogs.digest.asked import request
from dialogs.digest.headline import headline
from dialogs.turns import rights
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Reply, Turn
from knowledge.library import Knowledge
from knowledge.progress.model import Role
from knowledge.progress.summaries.period import Period, last_week
from knowledge.progress.summaries.summary import Request, Scope

FOR_MANAGERS = "Summaries are for managers. {who}"
YOURS = "Of what you lead yourself, you can have one: say “my summary”."
PENDING = "summary"


def take(moment: Moment) -> Turn | None:
    """A summary, the next page of one, or what its colours mean; None for any other message."""
    if turn := meanings.answer(moment):
        return turn
    if moment.says("legend"):
        return moment.turn(key(), draft=moment.memory.draft)
    if _more(moment):
        return _shown(moment, *_next(moment))
    if not moment.says("summary") or (moment.reading and moment.reading.named.refs):
        return None
    asked = request(moment)
    return moment.turn(asked, draft=moment.memory.draft) if isinstance(asked, str) else _shown(moment, asked, 1)


def reply(knowledge: Knowledge, asked: Request, at: datetime, page: int = 1, *, exports: bool = True) -> Reply:
    """A summary as of a moment (UTC), for whoever may have it. Raises what `Knowledge.summary` raises."""
    return told(knowledge.summary(asked, at), knowledge.programmes, knowledge.timezone, page, exports=exports)


def headline_again(moment: Moment) -> str:
    """The headline alone of the summary shown last; empty where none was, or its reader may have none any more."""
    asked = _last(moment)
    if asked is None or not _may(moment, asked.scope):
        return ""
    return headline(moment.knowledge.summary(asked, moment.message.at))


def _shown(moment: Moment, asked: Request, page: int) -> Turn:
    if not _may(moment, asked.scope):
        return moment.turn(_denied(moment), draft=moment.memory.draft)
    said = reply(moment.knowledge, asked, moment.message.at, page, exports=moment.actor.is_(Role.MANAGER))
    turn = moment.turn(said.text, said.card, draft=moment.memory.draft)
    return replace(turn, memory=replace(turn.memory, pending={PENDING: _kept(asked, page)}))


def _may(moment: Moment, scope: Scope) -> bool:
    """Managers anything; leads what they lead or cover for."""
    own = {*moment.actor.leads, *moment.actor.covers}
    return moment.actor.is_(Role.MANAGER) or bool(scope.people and {*scope.people} <= own)


def _denied(moment: Moment) -> str:
    if not moment.actor.key:
        return rights.UNKNOWN
    who = FOR_MANAGERS.format(who=rights.holders(Role.MANAGER, moment))
    return f"{who} {YOURS}" if moment.actor.leads else who


def _more(moment: Moment) -> bool:
    return moment.says("more of the summary") or (PENDING in moment.memory.pending and moment.says("more"))


def _next(moment: Moment) -> tuple[Request, int]:
    """The page after the one shown last; the second of the weekly summary where none was shown."""
    asked = _last(moment)
    return (asked, moment.memory.pending[PENDING]["page"] + 1) if asked else (Request(last_week(moment.today)), 2)


def _last(moment: Moment) -> Request | None:
    """The summary that was shown last; None where something else was."""
    kept = moment.memory.pending.get(PENDING)
    if not kept:
        return None
    period = Period(date.fromisoformat(kept["first"]), date.fromisoformat(kept["last"]))
    return Request(period, Scope(tuple(kept["programmes"]), tuple(kept["themes"]), tuple(kept["people"])))


def _kept(asked: Request, page: int) -> dict[str, Any]:
    """Which page of which summary was shown, in plain JSON."""
    scope, period = asked.scope, asked.period
    return {
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "programmes": list(scope.programmes),
        "themes": list(scope.themes),
        "people": list(scope.people),
        "page": page,
    }
