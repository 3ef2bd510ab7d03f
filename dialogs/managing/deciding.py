"""Lets a manager grant or refuse an extension that somebody else asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dialogs.answers import standings
from dialogs.managing.extending import EXTENSION
from dialogs.managing.mandate import first_match, named, one_of, only, only_asks, told_by, why
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer, propose, stale
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.orders import LISTED, POLITE, RECS
from dialogs.words.wordings import Wording, letters, wording
from knowledge.progress.acts.acts import decided
from knowledge.progress.model import Extension, Role
from knowledge.progress.standings.standing import Standing

_OF = rf"(?:\s+(?:(?:of|for|on|to)\s+)?{RECS}{LISTED})?"
_GRANT = wording(
    "extension",
    rf"{POLITE}(?:grant|approve|agree|allow|accept|give)(?:\s+to)?\s+(?:(?:him|her|them|[^\W\d_]+(?:\s+[^\W\d_]+)?)\s+)??"
    rf"{EXTENSION}{_OF}(?P<rest>.*)",
)
_REFUSE = wording("extension", rf"{POLITE}(?:refuse|decline|reject|deny|turn down)\s+{EXTENSION}{_OF}(?P<rest>.*)")
_GRANT_IT = wording("grant", rf"{POLITE}grant\s+(?:it|that|this|the\s+request)(?P<refs>)(?P<rest>.*)")
_REFUSE_IT = wording(
    "refuse decline reject deny",
    rf"{POLITE}(?:refuse|decline|reject|deny)\s+(?:it|that|this|the\s+request)(?P<refs>)(?P<rest>.*)",
)

# "Grant 14": only extensions are granted or refused.
_GRANT_ONE = wording("grant", rf"{POLITE}grant\s+{RECS}{LISTED}(?P<rest>.*)")
_REFUSE_ONE = wording("refuse deny", rf"{POLITE}(?:refuse|deny)\s+{RECS}{LISTED}(?P<rest>.*)")
# "Fine, he can have it", "no, they can't have longer": where an extension waits.
_SAID = r"(?:(?:fine|ok|okay|yes|yep|sure|alright|all\s+right|no|nope|sorry|then|well|go\s+on)\b[\s,.!–—-]*)*"
_THEM = r"(?:he|she|they|him|her|them|[A-Z][^\W\d_]+(?:\s+[A-Z][^\W\d_]+)?)"
_TIME = rf"(?:it|that|this|longer|(?:(?:the|that|some|more|extra)\s+){{1,3}}time|{EXTENSION})"
_HAVE = wording(
    "have",
    rf"{_SAID}(?:(?:let|allow)\s+{_THEM}|{_THEM}\s+(?:can|may|shall))\s+(?:to\s+)?have\s+{_TIME}{_OF}(?P<rest>.*)",
)
_HAVE_NOT = wording(
    "have",
    rf"{_SAID}(?:don['’]?t\s+let\s+{_THEM}|{_THEM}\s+(?:can(?:['’]?t|not|\s+not)|may\s+not))\s+have\s+{_TIME}{_OF}"
    r"(?P<rest>.*)",
)

NONE_AT_ALL = "Nobody has asked for an extension that is still to be decided."
WHICH = "Extensions are asked for on {refs}. Which one do you mean? Say, for example, “grant the extension of {first}”."
NONE = "Nobody has asked for an extension of {ref} that is still to be decided."
EARLIER = (
    "The target of {ref} is {due} now, and {who} asked for {to}, so there is nothing to grant; nothing has been saved. "
    "“Refuse the extension of {plain}” closes the request."
)
OWN = "You asked for this extension yourself, so another manager decides it. Nothing has been saved."
WOULD_GRANT = (
    "{who} asked on {day} to extend {ref} from {due} to {to}: {reason}. You would grant that, and {to} would be the "
    "target."
)
WOULD_REFUSE = (
    "{who} asked on {day} to extend {ref} to {to}: {reason}. You would refuse that, and the target would stay {due}."
)
GRANTED = "Saved. The extension is granted: the target of {ref} is now {to}. The earlier one is kept."
BECAUSE = " Reason: {reason}."
REFUSED = "Saved. The extension is refused: the target of {ref} stays {due}."


@told_by(_GRANT, _GRANT_IT, _GRANT_ONE, _HAVE, _REFUSE, _REFUSE_IT, _REFUSE_ONE, _HAVE_NOT)
def take(moment: Moment) -> Turn | None:
    """ "Grant the extension of 10", "refuse the extension of 10: the pilot can't wait"; None for any other message."""
    if only_asks(moment):
        return None
    for ways, grant in (
        ((_GRANT, _GRANT_IT, _GRANT_ONE, *_casual(moment, _HAVE)), True),
        ((_REFUSE, _REFUSE_IT, _REFUSE_ONE, *_casual(moment, _HAVE_NOT)), False),
    ):
        if match := first_match(ways, moment):
            found = one_of(named(match["refs"], moment), moment) if match["refs"] else _open(moment)
            return found if isinstance(found, Turn) else _deciding(found, why(match["rest"]), moment, grant=grant)
    return None


def _casual(moment: Moment, way: Wording) -> tuple[Wording, ...]:
    """What only means an extension where one waits and the speaker decides on it; "have" is said of much else."""
    if "have" not in letters(moment.message.text) or not moment.actor.is_(Role.MANAGER) or moment.index is None:
        return ()
    return (way,) if any(one.extension for one in moment.records.standings(moment.index.programme)) else ()


def _open(moment: Moment) -> Standing | Turn:
    """The recommendation whose extension waits, where nobody says which: the one spoken of, or the only one."""
    if refused := only(Role.MANAGER, moment):
        return refused
    every = moment.records.standings(moment.index.programme) if moment.index else ()
    waiting = [standing for standing in every if standing.extension]
    spoken_of = [standing for standing in waiting if (standing.ref,) == tuple(moment.spoken_of)]
    if len(waiting) == 1 or spoken_of:
        return (spoken_of or waiting)[0]
    if not waiting:
        return moment.turn(NONE_AT_ALL)
    return moment.turn(WHICH.format(refs=phrases.recommendations([s.ref for s in waiting]), first=waiting[0].ref))


def _deciding(standing: Standing, remark: str, moment: Moment, *, grant: bool) -> Turn:
    if refused := _may_not_decide(standing, moment):
        return refused
    asked = standing.extension
    if asked is None:
        return moment.turn(NONE.format(ref=phrases.recommendations((standing.ref,))), refs=(standing.ref,))
    if grant and standing.due and asked.day <= standing.due:
        return moment.turn(_earlier(standing, asked), refs=(standing.ref,))
    told = (WOULD_GRANT if grant else WOULD_REFUSE).format(
        who=phrases.escaped(asked.by_name),
        day=standings.day_of(asked.at, moment.knowledge.timezone),
        ref=phrases.recommendations((standing.ref,)),
        due=standings.day(standing.due) if standing.due else "no target",
        to=standings.day(asked.day),
        reason=phrases.quoted(asked.reason),
    )
    told += BECAUSE.format(reason=phrases.quoted(remark)) if remark else ""
    what: dict[str, Any] = {"ref": standing.ref, "seen": _seen(standing), "grant": grant, "remark": remark}
    order = f"{'grant' if grant else 'refuse'} the extension of {standing.ref}: "
    return propose(moment, told, "decide extension", (standing.ref,), order=order, amend=order, **what)


def _earlier(standing: Standing, asked: Extension) -> str:
    """That the target is as late already as was asked for: granting would bring it forward."""
    return EARLIER.format(
        ref=phrases.recommendations((standing.ref,)),
        plain=standing.ref,
        who=phrases.escaped(asked.by_name),
        due=standings.day(standing.due) if standing.due else "",
        to=standings.day(asked.day),
    )


def _seen(standing: Standing) -> list[str]:
    """The request and the target that a proposal rests on."""
    return [one.id if one else "" for one in (standing.extension, standing.target)]


def _may_not_decide(standing: Standing, moment: Moment) -> Turn | None:
    if refused := only(Role.MANAGER, moment):
        return refused
    own = standing.extension is not None and standing.extension.by == moment.actor.key
    return moment.turn(OWN) if own else None


def _decide(moment: Moment, what: Mapping[str, Any]) -> Turn:
    found = named(what["ref"], moment)
    if isinstance(found, Turn):
        return found
    (standing,) = found.standings(moment)
    if refused := _may_not_decide(standing, moment):
        return refused
    asked = standing.extension
    ref = phrases.recommendations((standing.ref,))
    if asked is None:
        return moment.turn(NONE.format(ref=ref), refs=(standing.ref,))
    if _seen(standing) != what.get("seen"):
        return stale(_deciding(standing, what.get("remark", ""), moment, grant=what["grant"]))
    due = standings.day(standing.due) if standing.due else "unset"
    told = (GRANTED if what["grant"] else REFUSED).format(ref=ref, to=standings.day(asked.day), due=due)
    changes = decided(standing, asked, what["grant"], moment.occasion, what.get("remark", ""))
    return moment.turn(told, changes=changes, refs=(standing.ref,))


DOERS: dict[str, Doer] = {"decide extension": _decide}
