"""Asks for a later target; the earlier one is never lost, and another request that is open is told of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from dialogs.answers import standings
from dialogs.managing.mandate import REASON, first_match, named, one_of, only_asks, reason, told_by
from dialogs.turns import days
from dialogs.turns.days import Doubt, day_asked_for, longer, unconditional
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer, ask_for_more, propose, stale
from dialogs.turns.rights import UNKNOWN, denied_update
from dialogs.turns.turn import Turn, beginning
from dialogs.words import phrases
from dialogs.words.orders import LISTED, POLITE, RECS
from dialogs.words.wordings import wording
from knowledge.progress.acts.acts import asked_for
from knowledge.progress.days import day_in
from knowledge.progress.model import Role
from knowledge.progress.standings.standing import Standing

# What an extension is called.
EXTENSION = r"(?:an?\s+|the\s+|its\s+|that\s+|this\s+)?extension(?:\s+request)?"
_UNTIL = r"\s*(?:to|until|till|by)?\s*(?P<rest>.*)"
_ASK = (
    wording("extend", rf"{POLITE}extend\s+(?:the\s+(?:target|deadline)\s+(?:of|for|on)\s+)?{RECS}{LISTED}{_UNTIL}"),
    wording("extend", rf"{POLITE}extend\s+(?:it|this|that)\b(?P<refs>){_UNTIL}"),
    wording(
        "push put move shift",
        rf"{POLITE}(?:push|put|move|shift)\s+(?:the\s+(?:target|deadline)\s+(?:of|for|on)\s+)?{RECS}{LISTED}"
        rf"\s+(?:back|out)\b(?!\s+of\b){_UNTIL}",
    ),
    wording(
        "extension time",
        rf"(?!{EXTENSION}){POLITE}(?:ask for|request|apply for|get|have|need)?\s*"
        rf"(?:{EXTENSION}|(?:some\s+)?more time)\s+"
        r"(?:of|for|on|to|with)\s+"
        rf"{RECS}{LISTED}{_UNTIL}",
    ),
)

# "I need another month on 3, the inspectors are late"; "can I have till the end of March for 14?".
_MORE = (
    r"(?P<more>(?:another|an?\s+(?:extra|additional|further)|(?:\w+\s+)?more)\s+(?:(?:\w+\s+)?(?:days?|weeks?|"
    r"fortnights?|months?|years?))|\w+\s+(?:more|extra|further|additional)\s+(?:days?|weeks?|months?)|"
    r"\w+\s+(?:days?|weeks?|months?)\s+(?:more|longer|extra))"
)
_HAVE = r"(?:(?:have|get|got|gets|has|use|(?:could\s+)?do\s+with|ask\s+for|request|take)\s+)?"
_ANOTHER = wording(
    "another extra additional further more longer",
    rf"{POLITE}{_HAVE}{_MORE}\s+(?:of|for|on|to|with)\s+(?:(?:do|finish|complete)\s+)?{RECS}{LISTED}(?P<rest>.*)",
)
_TILL = wording(
    "until till til",
    rf"{POLITE}(?:have|get|need)?\s*(?:more\s+time\s+)?(?:until|till|til)\s+(?P<more>[^?;:]{{2,40}}?)\s+"
    rf"(?:for|on|with|to\s+(?:do|finish|complete))\s+{RECS}{LISTED}(?P<rest>.*)",
)

ONLY_A_DAY = (
    "An extension is only to a day, so “{words}” isn’t kept with it. What you say behind a colon is kept as the reason."
)
WHEN = "Until when shall {ref} be extended? For example 30 June 2027."
WHY = "{ref} would go from {due} to {day}. Why is more time needed? A manager reads the reason before deciding."
NO_TARGET = (
    "No target is set for {ref}, so there is nothing to extend; nothing has been saved. A manager can set one: "
    "“set the target for {plain} to …”."
)
NOT_LATER = "{ref} has its target on {due}, and {day} isn’t later. Nothing has been saved."
YOU_SET = "As a manager you set its target yourself: “set the target for {plain} to …: why”."
WOULD_ASK = "You would ask for {ref} to be extended from {due} to {day}. Reason: {reason}."
OPEN = "{who} asked on {on} to extend it to {day}: {reason}. No manager has decided yet."
INSTEAD = "Yours would take its place; both stay on record."
ASKED = (
    "Saved. You have asked for {ref} to be extended to {day}. Its target stays {due} until a manager has decided; "
    "managers see it in their summary."
)


@told_by(_ANOTHER, _TILL, *_ASK)
def take(moment: Moment) -> Turn | None:
    """ "Extend 10 to 30 June 2027: waiting on health"; None for any other message."""
    if only_asks(moment):
        return None
    asked = first_match((_ANOTHER, _TILL), moment)
    match = asked or first_match(_ASK, moment)
    if match is None:
        return None
    found = one_of(named(match["refs"], moment), moment)
    rest = f"{asked['more']}: {asked['rest'].strip(' ,.:;?!–—-')}" if asked else match["rest"]
    return found if isinstance(found, Turn) else _asking(found, rest, moment)


def told_open(standing: Standing, moment: Moment) -> str:
    """The request that no manager has decided on, with who asked, when and why; empty where there is none."""
    asked = standing.extension
    if asked is None:
        return ""
    on = standings.day_of(asked.at, moment.knowledge.timezone)
    who, reason = phrases.escaped(asked.by_name), phrases.quoted(asked.reason)
    return OPEN.format(who=who, on=on, day=standings.day(asked.day), reason=reason)


def _asking(standing: Standing, rest: str, moment: Moment) -> Turn:
    """The request, or what there is to ask; what a request can't keep is said."""
    words, *given = re.split(REASON, rest.strip(" ,"), maxsplit=1)
    words, given = _with_comma(words, given, standing, moment)
    words, condition = unconditional(words)
    turn = _asking_for(standing, words, reason("".join(given)), moment)
    told = ONLY_A_DAY.format(words=phrases.escaped(condition)) if condition and turn.memory.draft else ""
    return beginning(turn, told)


def _asking_for(standing: Standing, words: str, because: str, moment: Moment) -> Turn:
    ref, order = phrases.recommendations((standing.ref,)), f"extend {standing.ref} to "
    if reason_not := _may_not_ask(standing, moment):
        sets = [YOU_SET.format(plain=standing.ref)] if moment.actor.is_(Role.MANAGER) else []
        return moment.turn(" ".join([reason_not, *sets]))
    if standing.due is None:
        return moment.turn(NO_TARGET.format(ref=ref, plain=standing.ref), refs=(standing.ref,))
    if not words.strip():
        return ask_for_more(moment, WHEN.format(ref=ref), order, (standing.ref,))
    later = longer(words, standing.due)
    day = day_asked_for(standings.day(later) if later else words, moment.today)
    if isinstance(day, Doubt):
        end = f": {because}" if because else ""
        return ask_for_more(
            moment, days.instead(day, WHEN.format(ref=ref)), order, (standing.ref,), end=end, yes=day.yes
        )
    if day <= standing.due:
        return moment.turn(NOT_LATER.format(ref=ref, due=standings.day(standing.due), day=standings.day(day)))
    if not because:
        why = WHY.format(ref=ref, due=standings.day(standing.due), day=standings.day(day))
        return ask_for_more(moment, why, f"{order}{standings.day(day)}: ", (standing.ref,), amend=order)
    told = WOULD_ASK.format(
        ref=ref, due=standings.day(standing.due), day=standings.day(day), reason=phrases.quoted(because)
    )
    open_ = [told_open(standing, moment), INSTEAD] if standing.extension else []
    told = " ".join([told, *open_])
    what: dict[str, Any] = {"ref": standing.ref, "day": day.isoformat(), "reason": because, "seen": _seen(standing)}
    return propose(
        moment, told, "ask for extension", (standing.ref,), order=f"{order}{standings.day(day)}: ", amend=order, **what
    )


def _with_comma(words: str, given: list[str], standing: Standing, moment: Moment) -> tuple[str, list[str]]:
    """The day and the reason apart, where only a comma parts them: "3 months, staff left"."""
    day, _, rest = words.partition(",")
    if given or not any(map(str.isalpha, rest)) or day_in(rest, moment.today).words:
        return words, given
    known = (standing.due and longer(day, standing.due)) or not isinstance(day_asked_for(day, moment.today), Doubt)
    return (day, [rest]) if known else (words, given)


def _seen(standing: Standing) -> list[str]:
    """The request and the target that a proposal rests on."""
    return [one.id if one else "" for one in (standing.extension, standing.target)]


def _may_not_ask(standing: Standing, moment: Moment) -> str:
    if not moment.actor.key:
        return UNKNOWN
    return "" if moment.actor.may_update(standing) else denied_update(standing, moment)


def _ask(moment: Moment, what: Mapping[str, Any]) -> Turn:
    found = named(what["ref"], moment)
    if isinstance(found, Turn):
        return found
    (standing,) = found.standings(moment)
    day = date.fromisoformat(what["day"])
    if reason_not := _may_not_ask(standing, moment):
        return moment.turn(reason_not)
    if _seen(standing) != what.get("seen") or standing.due is None:
        return stale(_asking(standing, f"{standings.day(day)}: {what['reason']}", moment))
    ref = phrases.recommendations((standing.ref,))
    told = ASKED.format(ref=ref, day=standings.day(day), due=standings.day(standing.due))
    return moment.turn(told, changes=asked_for(standing, day, what["reason"], moment.occasion), refs=(standing.ref,))


DOERS: dict[str, Doer] = {"ask for extension": _ask}
