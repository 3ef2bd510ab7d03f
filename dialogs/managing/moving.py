"""Hears in everyday words which target goes to which day: "change 10 to 30 April", "move Sue's deadline to 3 March".

What it hears is put as plain orders to set or to take away a target, which are restated like any other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs.managing import targets, together
from dialogs.managing.mandate import only, only_asks, reasoned, without_please
from dialogs.managing.pointing import LISTED_LOOSELY, Pointed, listed, pointed
from dialogs.turns.days import Doubt, besides, day_asked_for, unconditional
from dialogs.turns.moment import Moment, free
from dialogs.turns.turn import Turn
from dialogs.words.wordings import POLITE, RECS, REF, letters
from knowledge.progress.model import Role

_VERB = r"(?:set|change|move|make|put|push|bring|shift|switch|update|revise|postpone|delay|slip|pull)"
_TARGET = r"(?:targets?|deadlines?|due\s+dates?|end\s+dates?|dates?)(?:\s+dates?)?"
_TO = r"\s*(?P<back>\b(?:back|out|forward)\b)?\s*(?:\b(?:to|until|till|by|for|as|is)\b|:|=)\s*"
_GOES = r"\s+(?:(?:now|then)\s+)?(?:goes|go|moves?|shifts?|slips?|changes?)(?:\s+(?:back|out))?"
_DAY = r"(?P<day>[^:;?]{1,120})"


def _way(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


_SET = (
    _way(
        rf"{POLITE}(?:{_VERB}\s+)?(?:the\s+|a\s+)?{_TARGET}\s+(?:for|of|on)\s+(?P<what>[^:;?]{{1,80}}?)\s*(?:{_TO}|\s){_DAY}"
    ),
    _way(rf"{POLITE}{_VERB}\s+(?P<what>[^:;?]{{1,80}}?)\s+{_TARGET}(?:{_TO}|\s+){_DAY}"),
    _way(rf"{POLITE}{_VERB}\s+(?P<what>[^:;?]{{1,80}}?){_TO}{_DAY}"),
    _way(rf"{POLITE}(?:set|make)\s+(?P<what>{RECS}{REF}|it)\s+(?!due\b){_DAY}"),
    _way(rf"{POLITE}(?:give|allow)\s+(?P<what>{LISTED_LOOSELY}|it)\s+(?:until|till|til)\s+{_DAY}"),
    _way(
        rf"{POLITE}(?:give|allow)\s+[^\d:;?]{{1,60}}?\s+(?:until|till|til)\s+(?P<day>[^:;?]{{1,60}}?)\s+(?:on|for|with)\s+"
        rf"(?P<what>{LISTED_LOOSELY}|it)"
    ),
    _way(rf"{POLITE}(?P<what>{LISTED_LOOSELY}|it|that|this|they|those|both){_GOES}\s+to\s+{_DAY}"),
)
_REMOVE = (
    _way(
        rf"{POLITE}(?:take|pull|strip|get)\s+(?:the\s+|its\s+|any\s+)?{_TARGET}\s+(?:off|away\s+from|from)\s+(?P<what>.{{1,80}})"
    ),
    _way(rf"{POLITE}(?:remove|delete|clear|drop|take\s+away|scrap|cancel)\s+(?P<what>.{{1,80}}?)\s+{_TARGET}"),
    _way(
        rf"{POLITE}(?:remove|delete|clear|drop|take\s+away|scrap|cancel)\s+(?:the\s+)?{_TARGET}\s+(?:for|of|on|from)\s+(?P<what>.{{1,80}})"
    ),
    _way(rf"{POLITE}(?:take|get)\s+(?P<what>.{{1,80}}?)\s+{_TARGET}\s+(?:off|away)"),
    _way(rf"{POLITE}no\s+(?:more\s+)?{_TARGET}\s+(?:for|on)\s+(?P<what>.{{1,80}}?)(?:\s+(?:any\s*more|now|please))*"),
)
# One of several: "… 8 to 30 June and 10 to 31 July".
_NEXT = (
    rf"(?:\Z|(?:,\s*(?:and\s+)?|\s+and\s+|;\s*)(?:(?:also|then)\s+)?(?:{_VERB}\s+)?(?:(?:the\s+)?{_TARGET}\s+)?"
    rf"(?:for\s+)?(?={LISTED_LOOSELY}(?:{_GOES})?\s+(?:to|by|until)\s))"
)
_SHARE = _way(rf"(?P<refs>{LISTED_LOOSELY})(?:{_GOES})?\s+(?:to|by|until)\s+(?P<day>[^:;?]+?)\s*{_NEXT}")
# The same as a list: "8: 30 June, 10: 31 July".
_IS = r"\s*(?:[:=]|\s[–—-])\s*"
_LINE = _way(
    rf"(?P<refs>{LISTED_LOOSELY}){_IS}(?P<day>[^:;?\n]+?)\s*"
    rf"(?:\Z|(?:[,;\n]\s*(?:and\s+)?|\s+and\s+)(?={LISTED_LOOSELY}{_IS}))"
)
_LINES = _way(rf"{POLITE}(?:(?:set\s+)?(?:the\s+)?(?:new\s+)?{_TARGET}\s*(?:for\s+)?[:–—-]?\s*)?(?={RECS}\d)")
_SHARES = _way(rf"{POLITE}(?:{_VERB}\s+)?(?:(?:the\s+)?{_TARGET}\s+(?:for|of|on)\s+)?(?=(?:{RECS})\d)")
# Each of these has one of these words.
_TELLING = frozenset(
    "set change changes move moves make put push bring shift shifts switch update revise postpone delay slip slips "
    "pull goes go give allow target targets deadline deadlines due date dates take strip get remove delete clear drop "
    "scrap cancel".split()
)
_SORRY = re.compile(r"\A(?:(?:actually|sorry|oh|oops|wait|ah)\b[\s,]*)+", re.IGNORECASE)
_LONGEST = 400  # characters


def take(moment: Moment) -> Turn | None:
    """ "Change 10 to 30 April"; None for any other message, and for what is said plainly enough."""
    text = moment.message.text
    if moment.index is None or len(text) > _LONGEST or not _tells(text) or only_asks(moment):
        return None
    head, why = reasoned(_SORRY.sub("", without_please(text)))
    for way in (_several, _removed, _moved):
        if (found := way(head, why, moment)) is not None:
            return _unless_denied(found, moment)
    return None


def _unless_denied(found: Turn, moment: Moment) -> Turn:
    """The turn for a manager; for anybody else that they may not, with what they may instead where that is said."""
    denied = only(Role.MANAGER, moment)
    said = denied.replies[0].text if denied else ""
    return denied if denied and not found.replies[0].text.startswith(said) else found


def _tells(text: str) -> bool:
    """Whether a message has any of the words, or only numbers and days ("4 to 1 June, 6 to 1 July")."""
    listed_so = text[:1].isdigit() and ("to" in letters(text) or ":" in text)
    return listed_so or not _TELLING.isdisjoint(letters(text))


def several(moment: Moment) -> bool:
    """Whether a message sets several targets, each to a day of its own."""
    text = without_please(moment.message.text)
    return len(_lines(text, moment) or _shares(reasoned(text)[0], moment)) > 1


def _several(head: str, why: str, moment: Moment) -> Turn | None:
    """ "8 goes to 30 June and 10 to 31 July", "8: 30 June, 10: 31 July"."""
    lines = _lines(without_please(moment.message.text), moment)
    each, why = (lines, "") if len(lines) > 1 else (_shares(head, moment), why)
    return together.proposed(together.dates(each, why), moment) if len(each) > 1 else None


def _shares(head: str, moment: Moment) -> list[tuple[Sequence[str], str]]:
    """Which recommendations go to which day each; empty where it isn't the whole order that says so."""
    return _each(head, _SHARES, _SHARE, moment)


def _lines(text: str, moment: Moment) -> list[tuple[Sequence[str], str]]:
    """The same of a list with marks between the numbers and the days."""
    return _each(text, _LINES, _LINE, moment)


def _each(text: str, opening: re.Pattern[str], one: re.Pattern[str], moment: Moment) -> list[tuple[Sequence[str], str]]:
    opens = opening.match(text)
    place, each = opens.end() if opens else 0, list[tuple[Sequence[str], str]]()
    while opens and place < len(text):
        found = one.match(text, place)
        refs = listed(found["refs"], moment) if found else ()
        if not found or not refs or not _only_day(found["day"], moment):
            return []
        each.append((refs, found["day"]))
        place = found.end()
    return each


def _removed(head: str, why: str, moment: Moment) -> Turn | None:
    """ "Take the target off 10", "remove Sue's target"."""
    for way in _REMOVE:
        found = way.fullmatch(head)
        about = _about(found["what"], moment) if found else None
        if isinstance(about, Turn):
            return about
        if about:
            refs = _with_target(about, moment)
            return targets.take(free(moment, f"remove the target for {', '.join(refs)}" + (f": {why}" if why else "")))
    return None


def _moved(head: str, why: str, moment: Moment) -> Turn | None:
    """ "Change 10 to 30 April", "move Sue's deadline to 3 March", "move it to May"."""
    for way in _SET:
        found = way.fullmatch(head)
        if not found or not _only_day(found["day"], moment):
            continue
        about = _about(found["what"], moment)
        if isinstance(about, Turn):
            return about
        if about is None or (_back(found) and _asks_for_more(about, moment)):
            continue
        refs = _with_target(about, moment)
        return together.proposed(together.dates([(refs, found["day"])], why), moment)
    return None


def _about(what: str, moment: Moment) -> Pointed | Turn | None:
    """The recommendations that are meant: "10", "10's", "it", "Sue's"."""
    said = re.sub(r"\A(?:the\s+)?(?=\w)|(?<=\d)['’]s?\Z", "", what.strip())
    return pointed({"its": "it", "their": "them", "her": "hers", "his": "his"}.get(said.lower(), said), moment)


def _with_target(about: Pointed, moment: Moment) -> tuple[str, ...]:
    """Of what is somebody's, those that have a target, where any has; else all that are pointed to."""
    index = moment.index
    due = tuple(ref for ref in about.refs if index and about.whose and moment.standing(index, ref).due)
    return due or about.refs


def _back(found: re.Match[str]) -> bool:
    return (found.groupdict().get("back") or "").lower() in {"back", "out"}


def _asks_for_more(about: Pointed, moment: Moment) -> bool:
    """Whether "push 10 back to June" asks for more time, as those do who lead it, rather than sets it."""
    index = moment.index
    leads = index is not None and all(moment.actor.may_update(moment.standing(index, ref)) for ref in about.refs)
    return leads or not moment.actor.is_(Role.MANAGER)


def _only_day(words: str, moment: Moment) -> bool:
    """Whether words say a day and nothing else, but for a condition."""
    day, _ = unconditional(words)
    if besides(day, moment.today):
        return False
    meant = day_asked_for(day, moment.today)
    return not isinstance(meant, Doubt) or bool(meant.yes)
