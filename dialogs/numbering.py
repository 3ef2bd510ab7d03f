"""Asks what is meant where the number in an order is typed oddly: "update 8-10: …", "10½", "1,000", "8/10"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from dialogs.people.choosing import CHOOSING, ask_which
from dialogs.turns.moment import Moment, free
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.wordings import REF
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index

Take = Callable[[Moment], Turn | None]

NO_NUMBER = "I can’t tell which recommendation “{typed}” is, so nothing has been saved. Please give its number alone."
READ = "I’m not sure about “{typed}”."
EACH = "I’m not sure about “{typed}”. Did you mean {refs}? Then please name each by its number; nothing has been saved."
WHICH = "Which are meant?"
_TO = r"\s*(?:-|–|—|\.\.+|/|\b(?:to|through|thru|till|until)\b)\s*"
# What a number in a date, a share or a time has behind it, so that it is no recommendation's.
_NO_DATE = (
    r"(?!\s*(?:[/.:]\d|%|am\b|pm\b|(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|days?\b|weeks?\b|"
    r"months?\b|years?\b|more\b|longer\b))"
)
_DIGIT = re.compile(r"\d")  # is looked for first: most messages have none
_ODD = re.compile(
    rf"(?P<head>[^\d:;?\n]{{0,60}}?)(?P<typed>(?P<first>{REF})(?P<to>{_TO})(?P<last>{REF})(?![\w.,]*\d){_NO_DATE}"
    r"|(?P<nth>\d{1,3})(?:st|nd|rd|th)\b|\d{1,3}(?:,\d{3})+(?!\d)|\d+\s?[¼½¾⅐-⅞]|\d+\s\d/\d)(?P<tail>.*)",
    re.IGNORECASE | re.DOTALL,
)


def take(moment: Moment, orders: Iterable[Take]) -> Turn | None:
    """The question what an order is about, if it would be one with a plain number; None for any other message."""
    odd = _read(moment.message.text) if moment.index else None
    if odd is None or moment.index is None:
        return None
    refs = _meant(odd, moment.index)
    if not refs and (odd["to"] or "").strip().isalpha():
        return None  # "extend 10 to 8": what stands behind "to" is no recommendation
    plain = f"{odd['head']}{phrases.joined(refs) if refs else moment.index.refs[0]}{odd['tail']}"
    if not any(one(free(moment, plain)) for one in orders):
        return None
    typed = phrases.escaped(odd["typed"])
    if not refs:
        return moment.turn(NO_NUMBER.format(typed=typed))
    # A form, or what waits for a yes, doesn't give way to a question about numbers.
    if moment.memory.draft.get("form", CHOOSING) != CHOOSING:
        return moment.turn(EACH.format(typed=typed, refs=phrases.recommendations(refs)))
    return ask_which(moment, READ.format(typed=typed), {phrases.recommendations(refs): plain}, title=WHICH)


def reports(moment: Moment) -> bool:
    """Whether a message reports on such a number and says nothing before it: "8-10: green"."""
    odd = _read(moment.message.text)
    return odd is not None and not odd["head"].strip() and odd["tail"].lstrip().startswith(":")


def _read(text: str) -> re.Match[str] | None:
    return _ODD.fullmatch(text.strip()) if _DIGIT.search(text) else None


def _meant(odd: re.Match[str], index: Index) -> tuple[str, ...]:
    """The recommendations that such a number may mean; none where it means none that there is."""
    known = by_name(index.by_ref)
    if odd["nth"]:
        return tuple(filter(None, (known.get(odd["nth"]),)))
    first, last = (known.get((odd[name] or "").casefold()) for name in ("first", "last"))
    if not first or not last:
        return ()
    if odd["to"].strip() == "/":
        return (first, last)
    places = index.refs.index(first), index.refs.index(last)
    return index.refs[places[0] : places[1] + 1] if places[0] < places[1] else ()
