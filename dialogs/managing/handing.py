"""Hears in everyday words who takes over what: "give hers to Julie till January", "swap Sue and Julie on 10".

What it hears is put as plain assignments, which are restated like any other. What an assignment can't keep is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.managing import assigning, together
from dialogs.managing.known import known_names, nearest
from dialogs.managing.mandate import only, only_asks, reasoned, without_please
from dialogs.managing.pointing import SPACED, Pointed, listed, named_in, pointed, whom
from dialogs.people.choosing import ask_which
from dialogs.turns.moment import Moment, free
from dialogs.turns.pronouns import PRONOUN, is_pronoun, spoken_person
from dialogs.turns.turn import Turn, beginning
from dialogs.words import phrases
from dialogs.words.wordings import POLITE, RECS, letters
from knowledge.progress.model import Role

NO_END = (
    "An assignment has no end date, so I don’t keep “{words}”: say who leads it again when it is over, such as "
    "“{order}”."
)
WHOM = "Whom do you mean? Say the name, such as “{example}”. Nothing has been saved."
NEITHER = "Neither {one} nor {other} leads {ref}, so there is nothing to swap. Nothing has been saved."
BOTH = "{one} and {other} lead {ref} together, so there is nothing to swap. Nothing has been saved."
BESIDE = "{names} {lead} {ref} already."
IS_TO_LEAD = "Who is to lead it?"
TOGETHER, ALONE = "{names} together", "{names} alone"

_GIVES = r"(?:give|hand|pass|allocate|transfer|move|switch)"
_ASSIGNS = r"(?:re-?)?assign"
_VERB = rf"(?:{_ASSIGNS}|un-?assign|{_GIVES}|put|add|swap|replace|let|have|take|remove)"
# "Sandi's off sick, give …": why, before what.
_CLAUSE = re.compile(
    rf"(?!{POLITE}{_VERB}\b)(?P<clause>[^:;?\n]{{3,120}}?)\s*(?:[,;.–—]|\s-|\s(?=so\b))\s*"
    rf"(?:(?:so|and|then|please|pls|can|could|you|we|i['’]?d|like|to|need|let['’]?s|just)\b[\s,]*)*(?={_VERB}\b)",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\b(?:is|are|has|have|had|will|was|off|away|leaving|left|leaves|retir\w+|going)\b|['’]s\b", re.IGNORECASE
)
_BECAUSE = re.compile(r"\s*(?::|;|–|—|\s-\s|\n|,?\s*\b(?:because|since|due to)\b)", re.IGNORECASE)
_UNTIL = re.compile(
    r"[\s,]+(?P<words>(?:(?:just|only|but)\s+)*(?:for\s+(?:now|the\s+(?:moment|time\s+being|meantime|interim)|today|"
    r"a\s+(?:bit|while|(?:few\s+)?(?:days?|weeks?|months?|fortnight))|(?:\d+|two|three|four|six)\s+(?:days|weeks|months))|"
    r"temporarily|meanwhile|in\s+the\s+(?:meantime|interim)|(?:un)?['’]?til+\b.+|up\s+to\b.+|while\b.+|whilst\b.+|"
    r"during\b.+).*)\Z",
    re.IGNORECASE,
)
_TOO = re.compile(r"[\s,]+(?:too|as\s+well|also|in\s+addition|alongside)\Z", re.IGNORECASE)
_WHAT, _WHO = r"(?P<what>[^:;?]{1,100}?)", r"(?P<who>[^\d:;?]{1,100}?)"
_LEADING = r"(?:\s+as\s+(?:the\s+|a\s+)?(?:new\s+)?leads?(?:\s+officers?)?)?"
_OVER = r"(?:\s+(?:over|across|back|on))?"


def _way(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


_TO = _way(
    rf"{POLITE}(?P<verb>{_ASSIGNS}|{_GIVES})\s+(?:over\s+)?{_WHAT}{_OVER}\s+to\s+{_WHO}{_LEADING}(?P<why>{_BECAUSE.pattern}.+)?"
)
_DOUBLE = _way(
    rf"{POLITE}(?:give|hand|assign)\s+{_WHO}\s+(?P<what>(?:all|both|everything|his|her|their|hers|theirs|{RECS}\d|\w+['’]s).*)"
)
_ON = _way(
    rf"{POLITE}(?P<verb>put|add|have|let|get|assign|appoint)\s+{_WHO}\s+(?:on|onto|to|down\s+for|in\s+charge\s+of|(?:to\s+)?"
    rf"(?:lead|take(?:\s+(?:on|over))?|have|own|pick\s+up))\s+{_WHAT}"
)
_TAKES = _way(
    rf"{POLITE}{_WHO}\s+(?:(?:to|will|should|is\s+to|is\s+going\s+to)\s+(?:take|have|lead|own)|(?:takes|taking|is\s+taking)"
    rf"(?=\s+over\b))(?:\s+(?:on|over))?\s+{_WHAT}"
)
_SWAP = _way(
    rf"{POLITE}(?P<verb>swap|switch|exchange|replace)\s+(?P<one>[^\d:;?]{{1,60}}?)\s+(?:and|with|for|by)\s+"
    rf"(?P<other>[^\d:;?]{{1,60}}?)(?:\s+over)?\s+(?:on|for|as\s+(?:the\s+)?lead\s+(?:of|on|for))\s+{_WHAT}"
)
_OFF = (
    _way(
        rf"{POLITE}(?:un-?assign|remove|take|drop)\s+{_WHO}\s+(?:from|off|as\s+(?:the\s+)?lead\s+(?:of|on|for))\s+{_WHAT}"
    ),
    _way(rf"{POLITE}take\s+{_WHAT}\s+(?:off|away\s+from|from)\s+{_WHO}"),
)
_SHARE = _way(
    rf"{RECS}(?P<refs>{SPACED}){_OVER}\s+to\s+(?P<who>[^\d:;?]+?)\s*"
    rf"(?:\Z|(?:,\s*(?:and\s+)?|\band\s+|;\s*)(?:(?:also|then)\s+)?(?:{_ASSIGNS}\s+|{_GIVES}\s+)?(?={RECS}{SPACED}{_OVER}\s+to\s))"
)
_SHARES = _way(rf"{POLITE}(?:{_ASSIGNS}|{_GIVES})\s+(?={RECS}\d)")
# Each of these has one of these words.
_TELLING = frozenset(
    "assign reassign unassign give hand pass allocate transfer move switch swap exchange replace put add have let get "
    "take takes taking over remove drop appoint now moment temporarily meanwhile meantime interim till until til while "
    "whilst during".split()
)
_LONGEST = 400  # characters


@dataclass(frozen=True, slots=True)
class _Said:
    """A message taken apart: what it orders, why (as said before it), and for how long."""

    order: str
    clause: str = ""
    until: str = ""
    person: str = ""

    @property
    def changed(self) -> bool:
        """Whether anything was taken off the order."""
        return bool(self.clause or self.until)


def take(moment: Moment) -> Turn | None:
    """ "Give hers to Julie till January"; None for any other message, and for what is said plainly enough."""
    text = moment.message.text
    if moment.index is None or _TELLING.isdisjoint(letters(text)) or len(text) > _LONGEST or only_asks(moment):
        return None
    said = _apart(without_please(text), moment)
    for way in (_shared, _swapped, _taken_off, _handed, _only_named):
        if (found := way(said, moment)) is not None:
            return only(Role.MANAGER, moment) or found
    return None


def several(moment: Moment) -> bool:
    """Whether a message gives several people each something of their own to lead."""
    return len(_shares(_apart(without_please(moment.message.text), moment), moment)) > 1


def _apart(text: str, moment: Moment) -> _Said:
    clause, order = "", text
    if (opens := _CLAUSE.match(text)) and _AWAY.search(opens["clause"]) and named_in(opens["clause"], moment):
        clause, order = opens["clause"].strip(), text[opens.end() :]
    because = _BECAUSE.search(order)
    head, rest = (order[: because.start()], order[because.start() :]) if because else (order, "")
    until = _UNTIL.search(head)
    if until:
        head = head[: until.start()]
    return _Said(head + rest, clause, until["words"].strip() if until else "", named_in(clause, moment))


def _shared(said: _Said, moment: Moment) -> Turn | None:
    """ "Assign 4 and 5 to Sue and 6 to Julie": each to somebody of its own."""
    each = _shares(said, moment)
    return _ordered(each, said, reasoned(said.order)[1], moment) if len(each) > 1 else None


def _shares(said: _Said, moment: Moment) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Who is to lead what; empty where it isn't the whole message that says so."""
    opens, each = _SHARES.match(said.order), list[tuple[tuple[str, ...], tuple[str, ...]]]()
    head, place = reasoned(said.order)[0], opens.end() if opens else 0
    while opens and place < len(head):
        found = _SHARE.match(head, place)
        refs = listed(found["refs"], moment) if found else ()
        if not found or not refs:
            return []
        each.append((refs, _names(found["who"], said, moment)))
        place = found.end()
    return each


def _swapped(said: _Said, moment: Moment) -> Turn | None:
    """ "Swap Sue and Julie on 10": whichever of the two leads it gives way to the other."""
    head, why = reasoned(said.order)
    found = _SWAP.fullmatch(head)
    one, other = (whom(found[name], moment, said.person) if found else "" for name in ("one", "other"))
    if not found or not one or not other:
        return None
    about = pointed(found["what"], moment, said.person)
    if not isinstance(about, Pointed):
        return about
    each = []
    for ref in about.refs:
        leads = _leads(ref, moment)
        if (one in leads) == (other in leads):
            told = (BOTH if one in leads else NEITHER).format(
                one=phrases.escaped(one), other=phrases.escaped(other), ref=phrases.recommendations((ref,))
            )
            return moment.turn(told, refs=(ref,))
        each.append(((ref,), _instead(leads, *((one, other) if one in leads else (other, one)))))
    return _ordered(each, said, why, moment)


def _taken_off(said: _Said, moment: Moment) -> Turn | None:
    """ "Unassign Sue from 10", "take her off it"; what assigning itself hears is left to that."""
    head, why = reasoned(said.order)
    for way in _OFF:
        found = way.fullmatch(head)
        name = whom(found["who"], moment, said.person) if found else ""
        if found and not name and (asked := _asking_whom(found, said, moment)):
            return asked
        if not found or not name:
            continue
        about = pointed(found["what"], moment, said.person)
        if isinstance(about, Pointed):
            order = f"take {', '.join(about.refs)} off {name}" + (
                f": {why or said.clause}" if why or said.clause else ""
            )
            return _noted(assigning.take(free(moment, order)), said, about.refs, moment)
        if about is not None:
            return about
    return None


def _handed(said: _Said, moment: Moment) -> Turn | None:
    """ "Give all of Sue's to Sharon", "put her on 4 too", "Julie takes over hers"."""
    head, why = reasoned(said.order)
    more = _TOO.search(head)
    head = head[: more.start()] if more else head
    for way in (_TO, _DOUBLE, _ON, _TAKES):
        found = way.fullmatch(head)
        if found is None:
            continue
        names = _names(found["who"], said, moment)
        strong = way is _TO and found["verb"].lower().endswith("assign")
        if not names and (asked := _asking_whom(found, said, moment)):
            return asked
        if not names or not (strong or all(nearest(name, known_names(moment)) for name in names)):
            continue
        about = pointed(found["what"], moment, said.person)
        if isinstance(about, Turn):
            return about
        if about is None or about.whose in names or (way is _TO and not _differs(found, said, about)):
            continue
        joins = bool(more) or (way is _ON and found["verb"].lower() == "add")
        return _given(about, names, _Handed(said, why, joins), moment)
    return None


def _asking_whom(found: re.Match[str], said: _Said, moment: Moment) -> Turn | None:
    """The question whom "her" means, where nobody was spoken of; None where it isn't said of a recommendation."""
    if not re.search(rf"\b{PRONOUN}\b", found["who"], re.IGNORECASE):
        return None
    about = pointed(found["what"], moment, said.person)
    example = phrases.escaped(next(iter(known_names(moment)), "Sue Myers"))
    return moment.turn(WHOM.format(example=example)) if isinstance(about, Pointed) else None


@dataclass(frozen=True, slots=True)
class _Handed:
    """How something is handed over: what was said around it, why, and whether beside whoever leads it already."""

    said: _Said
    why: str
    joins: bool


def _given(about: Pointed, names: tuple[str, ...], how: _Handed, moment: Moment) -> Turn | None:
    if how.joins and len(about.refs) == 1 and (others := _others(about.refs[0], names, moment)):
        return _beside(about.refs[0], others, names, how, moment)
    each: dict[tuple[str, ...], list[str]] = {}
    for ref in about.refs:
        leads = _leads(ref, moment)
        each.setdefault(_instead(leads, about.whose, *names) if about.whose else names, []).append(ref)
    return _ordered([(refs, leads) for leads, refs in each.items()], how.said, how.why, moment)


def _beside(ref: str, others: tuple[str, ...], names: tuple[str, ...], how: _Handed, moment: Moment) -> Turn:
    """The question whether somebody is to lead it beside those who do, or instead of them."""
    why = how.why or how.said.clause
    because = f": {why}" if why else ""
    shown = phrases.joined(map(phrases.escaped, others))
    told = BESIDE.format(names=shown, lead="leads" if len(others) == 1 else "lead", ref=phrases.recommendations((ref,)))
    options = {
        TOGETHER.format(
            names=phrases.joined((*others, *names))
        ): f"assign {ref} to {' and '.join((*others, *names))}{because}",
        ALONE.format(names=phrases.joined(names)): f"assign {ref} to {' and '.join(names)}{because}",
    }
    return ask_which(moment, told, options, title=IS_TO_LEAD)


def _only_named(said: _Said, moment: Moment) -> Turn | None:
    """ "Sharon for now, just till Christmas", of the one recommendation just spoken of."""
    refs = moment.spoken_of
    name = nearest(said.order, known_names(moment)) if said.until and len(refs) == 1 else None
    return _ordered([(refs, (name,))], said, "", moment) if name else None


def _ordered(each: Sequence[tuple[Sequence[str], Sequence[str]]], said: _Said, why: str, moment: Moment) -> Turn | None:
    turn = together.proposed(together.assignments(each, why or said.clause), moment)
    return _noted(turn, said, [ref for refs, _ in each for ref in refs], moment)


def _noted(turn: Turn | None, said: _Said, refs: Sequence[str], moment: Moment) -> Turn | None:
    """The turn, with that what it says of the time isn't kept, where it proposes something."""
    if turn is None or not said.until or not turn.memory.draft:
        return turn
    return beginning(turn, NO_END.format(words=phrases.escaped(said.until), order=_back(refs, moment)))


def _back(refs: Sequence[str], moment: Moment) -> str:
    """The order that gives the first of these back to whoever leads it now."""
    leads = _leads(refs[0], moment)
    return f"assign {refs[0]} to {phrases.escaped(' and '.join(leads))}" if leads else f"unassign {refs[0]}"


def _differs(found: re.Match[str], said: _Said, about: Pointed) -> bool:
    """Whether an order says anything that assigning itself doesn't understand."""
    plain = {*re.split(r"[\s,]+(?:and\s+)?|\s*&\s*|\s*\+\s*", found["what"].strip())} - {"and", ""} == {*about.refs}
    spaced = re.search(r"\d\s+\d", found["what"]) is not None
    pronoun = re.search(rf"\b{PRONOUN}\b", found["who"], re.IGNORECASE) is not None
    return said.changed or pronoun or spaced or not (plain or re.search(r"\d", found["what"]))


def _names(words: str, said: _Said, moment: Moment) -> tuple[str, ...]:
    """Those who are named, as they are known or else as typed; empty where it is said of nobody whom "her" means."""
    typed = [n for n in re.split(r"\s*(?:,|&|\band\b)\s*", words.strip(" ,")) if n]
    meant = [_called(name, said, moment) for name in typed]
    return tuple(meant) if all(meant) else ()


def _called(name: str, said: _Said, moment: Moment) -> str:
    if is_pronoun(name):
        return said.person or spoken_person(moment)
    return nearest(name, known_names(moment)) or name


def _leads(ref: str, moment: Moment) -> tuple[str, ...]:
    return moment.standing(moment.index, ref).leads if moment.index else ()


def _others(ref: str, names: Sequence[str], moment: Moment) -> tuple[str, ...]:
    return tuple(name for name in _leads(ref, moment) if name not in names)


def _instead(leads: Sequence[str], of: str, *names: str) -> tuple[str, ...]:
    """The leads with somebody's place taken by others, each once."""
    placed = [one for lead in leads for one in (names if lead == of else (lead,))]
    return tuple(dict.fromkeys(placed))
