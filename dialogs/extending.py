"""Asks for a later target, and lets a manager grant or refuse it; the earlier target is never lost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from dialogs import phrases
from dialogs.answers import standings
from dialogs.managing import REASON, first_match, named, only, only_asks, reason
from dialogs.moment import Moment
from dialogs.orders import LISTED, POLITE, RECS
from dialogs.proposing import Doer, ask_for_more, propose
from dialogs.rights import UNKNOWN, denied_update
from dialogs.turn import Turn
from dialogs.typed import day_asked_for
from dialogs.wordings import wording
from knowledge.progress.acts import asked_for, decided
from knowledge.progress.model import Role
from knowledge.progress.standing import Standing

_EXTENSION = r"(?:an?\s+|the\s+|its\s+|that\s+|this\s+)?extension(?:\s+request)?"
_UNTIL = r"\s*(?:to|until|till|by)?\s*(?P<rest>.*)"
_OF = rf"(?:\s+(?:(?:of|for|on|to)\s+)?{RECS}{LISTED})?"
_ASK = (
    wording("extend", rf"{POLITE}extend\s+(?:the\s+(?:target|deadline)\s+(?:of|for|on)\s+)?{RECS}{LISTED}{_UNTIL}"),
    wording(
        "extension time",
        rf"(?!{_EXTENSION}){POLITE}(?:ask for|request|apply for|get|have|need)?\s*"
        rf"(?:{_EXTENSION}|(?:some\s+)?more time)\s+"
        r"(?:of|for|on|to|with)\s+"
        rf"{RECS}{LISTED}{_UNTIL}",
    ),
)
_GRANT = wording(
    "extension", rf"{POLITE}(?:grant|approve|agree|allow|accept|give)(?:\s+to)?\s+{_EXTENSION}{_OF}(?P<rest>)"
)
_REFUSE = wording("extension", rf"{POLITE}(?:refuse|decline|reject|deny|turn down)\s+{_EXTENSION}{_OF}(?P<rest>.*)")

WHEN = "Until when shall {ref} be extended? For example 30 June 2027."
WHY = "Why is more time needed? A manager reads the reason before deciding."
NO_TARGET = (
    "No target is set for {ref}, so there is nothing to extend; nothing has been saved. A manager can set one: "
    "“set the target for {plain} to …”."
)
NOT_LATER = "{ref} has its target on {due}, and {day} isn’t later. Nothing has been saved."
WOULD_ASK = "You would ask for {ref} to be extended from {due} to {day}. Reason: {reason}."
ASKED = (
    "Saved. You have asked for {ref} to be extended to {day}. Its target stays {due} until a manager has decided; "
    "managers see it in their summary."
)
NONE = "Nobody has asked for an extension of {ref} that is still to be decided."
OWN = "You asked for this extension yourself, so another manager decides it. Nothing has been saved."
WOULD_GRANT = (
    "{who} asked on {day} to extend {ref} from {due} to {to}: {reason}. You would grant that, and {to} would be the "
    "target."
)
WOULD_REFUSE = (
    "{who} asked on {day} to extend {ref} to {to}: {reason}. You would refuse that, and the target would stay {due}."
)
GRANTED = "Saved. The extension is granted: the target of {ref} is now {to}. The earlier one is kept."
REFUSED = "Saved. The extension is refused: the target of {ref} stays {due}."


def take(moment: Moment) -> Turn | None:
    """ "Extend 10 to 30 June 2027: waiting on health", "grant the extension of 10"; None for any other message."""
    if only_asks(moment):
        return None
    for patterns, then in ((_ASK, _asking), ((_GRANT,), _granting), ((_REFUSE,), _refusing)):
        if match := first_match(patterns, moment):
            found = named(match["refs"], moment)
            if isinstance(found, Turn):
                return found
            return then(found.standings(moment)[0], match["rest"], moment)
    return None


def _asking(standing: Standing, rest: str, moment: Moment) -> Turn:
    words, *given = re.split(REASON, rest.strip(" ,"), maxsplit=1)
    why = reason("".join(given))
    ref, order = phrases.recommendations((standing.ref,)), f"extend {standing.ref} to "
    if reason_not := _may_not_ask(standing, moment):
        return moment.turn(reason_not)
    if standing.due is None:
        return moment.turn(NO_TARGET.format(ref=ref, plain=standing.ref), refs=(standing.ref,))
    if not words.strip():
        return ask_for_more(moment, WHEN.format(ref=ref), order, (standing.ref,))
    day = day_asked_for(words, moment.today)
    if isinstance(day, str):
        return ask_for_more(moment, day, order, (standing.ref,))
    if day <= standing.due:
        return moment.turn(NOT_LATER.format(ref=ref, due=standings.day(standing.due), day=standings.day(day)))
    if not why:
        return ask_for_more(moment, WHY, f"{order}{standings.day(day)}: ", (standing.ref,))
    told = WOULD_ASK.format(
        ref=ref, due=standings.day(standing.due), day=standings.day(day), reason=phrases.quoted(why)
    )
    what = {"ref": standing.ref, "day": day.isoformat(), "reason": why}
    return propose(moment, told, "ask for extension", (standing.ref,), **what)


def _granting(standing: Standing, _: str, moment: Moment) -> Turn:
    return _deciding(standing, moment, grant=True)


def _refusing(standing: Standing, _: str, moment: Moment) -> Turn:
    return _deciding(standing, moment, grant=False)


def _deciding(standing: Standing, moment: Moment, *, grant: bool) -> Turn:
    if refused := _may_not_decide(standing, moment):
        return refused
    asked = standing.extension
    if asked is None or standing.due is None:
        return moment.turn(NONE.format(ref=phrases.recommendations((standing.ref,))), refs=(standing.ref,))
    told = (WOULD_GRANT if grant else WOULD_REFUSE).format(
        who=phrases.escaped(asked.by_name),
        day=standings.day_of(asked.at, moment.knowledge.timezone),
        ref=phrases.recommendations((standing.ref,)),
        due=standings.day(standing.due),
        to=standings.day(asked.day),
        reason=phrases.quoted(asked.reason),
    )
    return propose(moment, told, "decide extension", (standing.ref,), ref=standing.ref, id=asked.id, grant=grant)


def _may_not_ask(standing: Standing, moment: Moment) -> str:
    if not moment.actor.key:
        return UNKNOWN
    return "" if moment.actor.may_update(standing) else denied_update(standing, moment)


def _may_not_decide(standing: Standing, moment: Moment) -> Turn | None:
    if refused := only(Role.MANAGER, moment):
        return refused
    own = standing.extension is not None and standing.extension.by == moment.actor.key
    return moment.turn(OWN) if own else None


def _ask(moment: Moment, what: Mapping[str, Any]) -> Turn:
    found = named(what["ref"], moment)
    if isinstance(found, Turn):
        return found
    (standing,) = found.standings(moment)
    day = date.fromisoformat(what["day"])
    if reason_not := _may_not_ask(standing, moment):
        return moment.turn(reason_not)
    ref = phrases.recommendations((standing.ref,))
    if standing.due is None or day <= standing.due:
        due = standings.day(standing.due) if standing.due else "no day"
        return moment.turn(NOT_LATER.format(ref=ref, due=due, day=standings.day(day)))
    told = ASKED.format(ref=ref, day=standings.day(day), due=standings.day(standing.due))
    return moment.turn(told, changes=asked_for(standing, day, what["reason"], moment.occasion), refs=(standing.ref,))


def _decide(moment: Moment, what: Mapping[str, Any]) -> Turn:
    found = named(what["ref"], moment)
    if isinstance(found, Turn):
        return found
    (standing,) = found.standings(moment)
    if refused := _may_not_decide(standing, moment):
        return refused
    asked = standing.extension
    ref = phrases.recommendations((standing.ref,))
    if asked is None or asked.id != what["id"]:
        return moment.turn(NONE.format(ref=ref), refs=(standing.ref,))
    due = standings.day(standing.due) if standing.due else "as it was"
    told = (GRANTED if what["grant"] else REFUSED).format(ref=ref, to=standings.day(asked.day), due=due)
    changes = decided(standing, asked, what["grant"], moment.occasion)
    return moment.turn(told, changes=changes, refs=(standing.ref,))


DOERS: dict[str, Doer] = {"ask for extension": _ask, "decide extension": _decide}
