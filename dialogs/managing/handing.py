"""Hears in everyday words who takes over what: "give hers to Julie till January", "swap Sue and Julie on 10".

What it hears is put as plain assignments, which are restated like any other.
"""

from __future__ import annotations

import re

from dialogs.managing import assigning, successors, together
from dialogs.managing.handover import ASSIGNS, GIVES, Said, all_known, apart, names
from dialogs.managing.known import known_names, nearest
from dialogs.managing.mandate import only, only_asks
from dialogs.managing.pointing import LISTED_LOOSELY, Pointed, all_of, listed, pointed, whom
from dialogs.turns import again
from dialogs.turns.moment import Moment, free
from dialogs.turns.pronouns import PRONOUN
from dialogs.turns.proposing import ask_for_more
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.wordings import POLITE, RECS, letters
from knowledge.progress.model import Role

WHOM = "Whom do you mean? Say the name, such as “{example}”. Nothing has been saved."
NAME_EACH = (
    "Please name each recommendation by its number, or say whose they are, such as “all of {example}’s”, so that "
    "nothing is done to one by mistake. Nothing has been saved."
)
ON_WHICH = "On which recommendation are {one} and {other} to be swapped?"

_WHAT, _WHO = r"(?P<what>[^:;?]{1,100}?)", r"(?P<who>[^\d:;?]{1,100}?)"
_LEADING = r"(?:\s+as\s+(?:the\s+|a\s+)?(?:new\s+)?leads?(?:\s+officers?)?)?"
_OVER = r"(?:\s+(?:over|across|back|on))?"
_TAKING = r"(?:lead|take(?:\s+(?:on|over))?|have|own|cover|get|pick\s+up)"
_GO = (
    r"(?:\s+(?:should|can|could|to|will|is|are|now|both|all|then)\b)*"
    r"(?:\s+(?:go(?:es)?|pass(?:es)?|moves?|belongs?|given))?"
)
_ONE = r"(?:it|this|that|both|all\s+of\s+(?:it|them|those|these))"


def _way(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


_TO = _way(rf"{POLITE}(?P<verb>{ASSIGNS}|{GIVES})\s+(?:over\s+)?{_WHAT}{_OVER}\s+to\s+{_WHO}{_LEADING}")
_FROM_TO = _way(
    rf"{POLITE}(?P<verb>{ASSIGNS}|{GIVES})\s+(?:over\s+)?{_WHAT}{_OVER}\s+from\s+(?P<whose>[^\d:;?]{{1,60}}?){_OVER}\s+to\s+{_WHO}"
)
_GOES = _way(rf"{POLITE}(?P<what>{LISTED_LOOSELY}|{_ONE}){_GO}\s+to\s+{_WHO}")
_IS = _way(
    rf"{POLITE}(?P<what>{LISTED_LOOSELY}|{_ONE})\s+(?:is|are)\s+(?:now\s+)?{_WHO}['’]s(?:\s+(?:now|from\s+now\s+on))"
)
_DOUBLE = _way(
    rf"{POLITE}(?:give|hand|assign)\s+{_WHO}\s+"
    rf"(?P<what>(?:all|both|everything|his|her|their|hers|theirs|{RECS}\d|\w+['’]s).*)"
)
_ON = _way(
    rf"{POLITE}(?P<verb>put|add|have|let|get|assign|appoint|want|need)\s+{_WHO}\s+"
    rf"(?:on|onto|to|down\s+for|in\s+charge\s+of|(?:to\s+)?{_TAKING})\s+{_WHAT}"
)
_TAKES = _way(
    rf"{POLITE}{_WHO}(?:\s+(?:to|will|should|can|could|is\s+to|is\s+going\s+to)\s+{_TAKING}|['’]ll\s+{_TAKING}|"
    rf"\s+(?:takes|taking|is\s+taking)(?=\s+over\b)|\s+(?:covers|is\s+covering|gets))(?:\s+(?:on|over))?\s+{_WHAT}"
)
# Right after an assignment: "actually make it Julie".
_MAKE = _way(
    rf"(?:(?:actually|no|sorry|oh|oops|wait|ah)\b[\s,]*)*{POLITE}(?:make|change|set|switch)\s+(?P<what>{_ONE}|them)\s+(?:to\s+)?{_WHO}"
    r"(?:\s+instead)?"
)
_SWAPS = rf"{POLITE}(?:swap|switch|exchange|replace)\s+(?P<one>[^\d:;?]{{1,60}}?)\s+(?:and|with|for|by)\s+"
_SWAP = _way(
    rf"{_SWAPS}(?P<other>[^\d:;?]{{1,60}}?)(?:\s+over)?\s+(?:on|for|as\s+(?:the\s+)?lead\s+(?:of|on|for))\s+{_WHAT}"
)
_SWAP_WHERE = _way(rf"{_SWAPS}(?P<other>[^\d:;?]{{1,60}}?)(?:\s+(?:over|round))?")
_AS_LEAD = r"as\s+(?:the\s+)?leads?\s+(?:of|on|for)"
_OFF = (
    _way(rf"{POLITE}(?:un-?assign|remove|take|drop)\s+{_WHO}\s+(?:from|off|{_AS_LEAD})\s+{_WHAT}"),
    _way(rf"{POLITE}take\s+{_WHAT}\s+(?:off|away\s+from|from)\s+{_WHO}"),
)
_NEXT = rf"(?:,\s*(?:and\s+)?|\band\s+|;\s*)(?:(?:also|then)\s+)?(?:(?:{ASSIGNS}|{GIVES})\s+)?"
_SHARE = _way(
    rf"(?P<refs>{LISTED_LOOSELY}){_OVER}{_GO}\s+to\s+(?P<who>[^\d:;?]+?)\s*"
    rf"(?:\Z|{_NEXT}(?={LISTED_LOOSELY}{_OVER}{_GO}\s+to\s))"
)
_SHARES = _way(rf"{POLITE}(?P<verb>(?:{ASSIGNS}|{GIVES})\s+)?(?={RECS}\d)")
_TOO = re.compile(r"[\s,]+(?:too|as\s+well|also|in\s+addition|alongside)\Z", re.IGNORECASE)
# "All the ones without a lead", "the rest": many that no number names.
_MANY = re.compile(r"(?:all|every|everything|the\s+rest|the\s+others?|any)\b.*", re.IGNORECASE)
_EVERYTHING = frozenset({"everything", "all", "all of it", "all of them", "the lot"})
# Each of these has one of these words, or begins with a number.
_TELLING = frozenset(
    "make change set assign reassign unassign give hand pass passes allocate transfer move moves switch swap exchange "
    "replace put add have let get gets take takes taking over remove drop appoint want need goes go belongs belong own "
    "cover covers covering lead pick now moment temporarily meanwhile meantime interim till until til while whilst "
    "during".split()
)
_LONGEST = 400  # characters


def take(moment: Moment) -> Turn | None:
    """ "Give hers to Julie till January"; None for any other message, and for what is said plainly enough."""
    text = moment.message.text
    if moment.index is None or len(text) > _LONGEST or not _tells(text) or only_asks(moment):
        return None
    said = apart(text, moment)
    for way in (_shared, _swapped, _taken_off, _handed, _only_named):
        if (found := way(said, moment)) is not None:
            return only(Role.MANAGER, moment) or found
    return None


def several(moment: Moment) -> bool:
    """Whether a message gives several people each something of their own to lead."""
    return len(_shares(apart(moment.message.text, moment), moment)) > 1


def _tells(text: str) -> bool:
    told = letters(text)
    return not _TELLING.isdisjoint(told) or (text[:1].isdigit() and "to" in told)


def _shared(said: Said, moment: Moment) -> Turn | None:
    """ "Assign 4 and 5 to Sue and 6 to Julie": each to somebody of its own."""
    each = _shares(said, moment)
    return successors.ordered(each, said, moment) if len(each) > 1 else None


def _shares(said: Said, moment: Moment) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Who is to lead what; empty where it isn't the whole order that says so."""
    opens, each = _SHARES.match(said.order), list[tuple[tuple[str, ...], tuple[str, ...]]]()
    place = opens.end() if opens else 0
    while opens and place < len(said.order):
        found = _SHARE.match(said.order, place)
        refs = listed(found["refs"], moment) if found else ()
        who = names(found["who"], said, moment) if found else ()
        if not found or not refs or not (opens["verb"] or all_known(who, moment)):
            return []
        each.append((refs, who))
        place = found.end()
    return each


def _swapped(said: Said, moment: Moment) -> Turn | None:
    """ "Swap Sue and Julie on 10"; where it isn't said on which, that is asked."""
    found = _SWAP.fullmatch(said.order) or _SWAP_WHERE.fullmatch(said.order)
    one, other = (whom(found[name], moment, said.person) if found else "" for name in ("one", "other"))
    if not found or not one or not other:
        return None
    if "what" not in found.groupdict():
        asked = ON_WHICH.format(one=phrases.escaped(one), other=phrases.escaped(other))
        return ask_for_more(moment, asked, f"swap {one} and {other} on ")
    about = pointed(found["what"], moment, said.person)
    return successors.swapped(about.refs, one, other, said, moment) if isinstance(about, Pointed) else about


def _taken_off(said: Said, moment: Moment) -> Turn | None:
    """ "Unassign Sue from 10", "take her off it"; how many lead it then is assigning's own matter."""
    for way in _OFF:
        found = way.fullmatch(said.order)
        name = whom(found["who"], moment, said.person) if found else ""
        if found and not name and (asked := _asking_whom(found, said, moment)):
            return asked
        if not found or not name:
            continue
        everything = found["what"].strip().lower() in _EVERYTHING
        about = all_of(name, moment) if everything else pointed(found["what"], moment, said.person)
        if isinstance(about, Pointed):
            order = f"take {', '.join(about.refs)} off {name}" + (f": {said.why}" if said.why else "")
            return successors.noted(assigning.take(free(moment, order)), said, about.refs, moment)
        if about is not None:
            return about
    return None


def _handed(said: Said, moment: Moment) -> Turn | None:
    """ "Give all of Sue's to Sharon", "put her on 4 too", "Julie takes over hers"."""
    order, joins = _beside(said.order)
    corrects = (_MAKE,) if again.just_ordered(moment, together.TO_ASSIGN) else ()
    for way in (_FROM_TO, _TO, _GOES, _IS, _DOUBLE, _ON, _TAKES, *corrects):
        found = way.fullmatch(order)
        if found and (turn := _given(found, joins or _adds(found), said, moment)):
            return turn
    return None


def _given(found: re.Match[str], joins: bool, said: Said, moment: Moment) -> Turn | None:
    who = names(found["who"], said, moment)
    if not who:
        return _asking_whom(found, said, moment)
    assigns = (found.groupdict().get("verb") or "").lower().endswith("assign") and found.re is _TO
    if not assigns and not all_known(who, moment):
        return None
    about = _about(found, said, moment)
    if not isinstance(about, Pointed):
        return about or (_naming_each(moment) if _MANY.fullmatch(found["what"]) and all_known(who, moment) else None)
    if about.whose in who or _is_plain(found, said, moment):
        return None
    asked = successors.beside(about.refs[0], who, said, moment) if joins and len(about.refs) == 1 else None
    return asked or successors.given(about, who, said, moment)


def _is_plain(found: re.Match[str], said: Said, moment: Moment) -> bool:
    """Whether assigning itself understands the order, as it was typed."""
    pronoun = re.search(rf"\b{PRONOUN}\b", found["who"], re.IGNORECASE)
    return found.re is _TO and not (said.changed or pronoun) and assigning.hears(moment)


def _about(found: re.Match[str], said: Said, moment: Moment) -> Pointed | Turn | None:
    """What is handed over: "everything from Sue", or whatever else the words point to."""
    whose = whom(found["whose"], moment, said.person) if found.re is _FROM_TO else ""
    if found.re is _FROM_TO and (not whose or _MANY.fullmatch(found["what"])):
        return all_of(whose, moment) if whose else None
    about = pointed(found["what"], moment, said.person)
    return (
        Pointed(about.refs, whose)
        if isinstance(about, Pointed) and whose and _leads_all(whose, about, moment)
        else about
    )


def _leads_all(name: str, about: Pointed, moment: Moment) -> bool:
    return all(name in successors.leads_of(ref, moment) for ref in about.refs)


def _only_named(said: Said, moment: Moment) -> Turn | None:
    """ "Sharon for now, just till Christmas", of the one recommendation just spoken of."""
    refs = moment.spoken_of
    name = nearest(said.order, known_names(moment)) if said.until and len(refs) == 1 else None
    return successors.ordered([(refs, (name,))], said, moment) if name else None


def _beside(order: str) -> tuple[str, bool]:
    """An order without "too" at its end, and whether it was there."""
    more = _TOO.search(order)
    return (order[: more.start()], True) if more else (order, False)


def _adds(found: re.Match[str]) -> bool:
    return found.re is _ON and found["verb"].lower() == "add"


def _asking_whom(found: re.Match[str], said: Said, moment: Moment) -> Turn | None:
    """The question whom "her" means, where nobody was spoken of; None where it isn't said of a recommendation."""
    if not re.search(rf"\b{PRONOUN}\b", found["who"], re.IGNORECASE):
        return None
    about = pointed(found["what"], moment, said.person)
    return moment.turn(WHOM.format(example=_example(moment))) if isinstance(about, Pointed) else None


def _naming_each(moment: Moment) -> Turn:
    return moment.turn(NAME_EACH.format(example=_example(moment)))


def _example(moment: Moment) -> str:
    return phrases.escaped(next(iter(known_names(moment)), "Sue Myers"))
