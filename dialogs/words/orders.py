"""Hears what somebody wants to do to recommendations: "update 10: amber – …", "no change on 3 and 4", "undo"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from dialogs.words import pasted, wordings
from dialogs.words.wordings import LISTED, POLITE, RECS, REF
from knowledge.progress.reporting.doubts import contradicted
from knowledge.progress.reporting.report import reported
from knowledge.progress.reporting.statuses import opening, status_of
from knowledge.progress.reporting.tidying import tidied
from knowledge.questions.language import digits

__all__ = ["LISTED", "POLITE", "RECS", "Deed", "Doubt", "Order", "doubt", "heard", "split"]

Items = tuple[tuple[str, str], ...]
_NUMBER = rf"(?:{'|'.join(sorted(digits.WORDS, key=len, reverse=True))})"
# "three, four and ten": only as far as it goes on with numbers.
_LIST_OF_WORDS = re.compile(rf"{_NUMBER}(?:(?:,\s*|\s+and\s+|,\s*and\s+|\s*&\s*){_NUMBER}\b)*", re.IGNORECASE)

# What stands before any mark or number, and the words in it.
_HEAD = re.compile(r"[^:;–—\n\d]{0,60}")
_DIGIT = re.compile(r"\d")
_HYPHENATED = re.compile(r"[A-Za-z-]+")
# What every order has a word of that may do without a number.
_NUMBERLESS = (wordings.UNDO, wordings.UNDO_ONE, wordings.MINE, *wordings.NO_CHANGE, *wordings.NO_CHANGE_BUT)
_TELLING = frozenset[str]().union(*(one.tells for one in _NUMBERLESS))

_ASKS = re.compile(r"(?:is|are|was|were|has|have|does|do|did|can|could|will|would|should)\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[,;&\n]|\band\b)+\s*", re.IGNORECASE)
_UPDATE_VERB = re.compile(r"(?:please\s+)?(?:update|mark|set)\s+", re.IGNORECASE)
_MOST_PARTS, _LONGEST_LIST = 20, 1_000
_BREAK = re.compile(r"[:;,.–—-]")


class Deed(StrEnum):
    """What is to be done."""

    UPDATE = "update"
    NO_CHANGE = "no change"
    UNDO = "undo"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class Order:
    """A deed, and each recommendation it is to be done to, as typed, with the words that are for it."""

    deed: Deed
    items: Items = ()

    @property
    def refs(self) -> tuple[str, ...]:
        """The recommendations, as typed."""
        return tuple(ref for ref, _ in self.items)


def heard(text: str, refs: Mapping[str, str]) -> Order | None:
    """The order in a message; `refs` gives each recommendation by what people call it, in lower case.

    None where the message is no order: a question, or anything else. "Can you mark 10 as green?" is an order.
    """
    said = _as_typed(text.strip(), refs)
    if not _DIGIT.search(said) and _TELLING.isdisjoint(wordings.letters(said)):
        return None  # every update names a number
    plain = said.rstrip(" .!?\n")
    asks = (said.endswith("?") or wordings.ASKS.fullmatch(plain)) and not wordings.REQUEST.match(said)
    if match := wordings.UNDO.fullmatch(plain) or wordings.UNDO_ONE.fullmatch(plain):
        return Order(Deed.UNDO, _items(match["refs"]))
    if wordings.MINE.fullmatch(plain):
        return Order(Deed.MINE)
    if asks and _reports(said):
        return _update(said, refs)
    if asks:
        return None
    for pattern in wordings.NO_CHANGE:
        if match := pattern.fullmatch(plain):
            return Order(Deed.NO_CHANGE, _items(match["refs"]))
    for pattern in wordings.NO_CHANGE_BUT:
        if match := pattern.fullmatch(plain):
            return Order(Deed.NO_CHANGE, _items(match["refs"], match["rest"]))
    return _update(plain if said.endswith("?") else said, refs)


def _as_typed(text: str, refs: Mapping[str, str]) -> str:
    """A message as an officer would have typed the order by itself: without greetings, numbers in digits."""
    said = wordings.ungreeted(tidied(pasted.as_order(text, refs)))
    return wordings.with_verb(_digits(said), refs)


def _update(said: str, refs: Mapping[str, str]) -> Order | None:
    if not _DIGIT.search(said):
        return None
    if each := _status_each(said, refs):
        return Order(Deed.UPDATE, each)
    if (match := wordings.UPDATE.fullmatch(said)) and _means_update(match) and not _asks_for_news(match):
        if wordings.IS_SAME.fullmatch(match["rest"].strip(" .!")):
            return Order(Deed.NO_CHANGE, _items(match["refs"]))
        return Order(Deed.UPDATE, _each(_items(match["refs"], match["rest"]), refs))
    if (match := wordings.NOUN_UPDATE.fullmatch(said)) and _is_told(match):
        return Order(Deed.UPDATE, _each(_items(match["refs"], match["rest"]), refs))
    for pattern in (wordings.MARK, wordings.STATED, wordings.STATUS_OF):
        if (match := pattern.fullmatch(said)) and _told_status(match):
            return Order(Deed.UPDATE, _each(_items(match["refs"], match["rest"]), refs))
    if (match := wordings.TURNED.fullmatch(said)) and opening(match["rest"]):
        return Order(Deed.UPDATE, _items(match["refs"], match["rest"]))
    return _status_first(said, refs)


def _is_told(match: re.Match[str]) -> bool:
    """Whether words behind "rec 10 update" report; behind a comma, or nothing, they must have a status."""
    courtesy = wordings.COURTESY.fullmatch(match["rest"]) is not None
    return not courtesy and bool(match["mark"] or _told_status(match))


def _told_status(match: re.Match[str]) -> bool:
    """Whether what is said of the recommendations reports a status."""
    words = _items(match["refs"], match["rest"])[0][1]
    return reported(words).status is not None or contradicted(words)


def _reports(said: str) -> bool:
    """Whether a message that ends with a question mark reports all the same: "update 10: amber – partner lost?"."""
    match = wordings.UPDATE.fullmatch(said)
    if match is None or not match["verb"] or not match["sep"]:
        return False
    begins = _BREAK.split(match["rest"])[0].strip()
    return status_of(begins) is not None and not _ASKS.match(begins)


def _status_first(said: str, refs: Mapping[str, str]) -> Order | None:
    """ "Amber for 10, the pilot slipped"; only for recommendations that there are, since a number can be a year."""
    match = wordings.STATUS_FIRST.fullmatch(said)
    if match is None or status_of(match["status"]) is None or not {*split(match["refs"])} <= {*refs}:
        return None
    if match["status"].endswith(" and"):
        return None  # "make it red and 8 staff left": that counts something
    rest = "" if wordings.COURTESY.fullmatch(match["rest"]) else match["rest"]
    return Order(Deed.UPDATE, _items(match["refs"], f"{match['status']}: {rest}" if rest else match["status"]))


def _status_each(said: str, refs: Mapping[str, str]) -> Items:
    """ "Red for 10 and amber for 8": several statuses and nothing else, each with a recommendation; else empty."""
    parts = _PARTS.split(_UPDATE_VERB.sub("", said.strip(" .!"))) if len(said) < _LONGEST_LIST else []
    found = [_status_alone(part) for part in parts] if 1 < len(parts) <= _MOST_PARTS else []
    items = tuple(one for one in found if one and one[0] in refs)
    return items if items and len(items) == len(parts) == len({ref for ref, _ in items}) else ()


def _status_alone(part: str) -> tuple[str, str] | None:
    """A status and the recommendation that it is for, in either order."""
    for pattern, status in ((wordings.STATUS_FIRST, "status"), (wordings.STATED, "rest")):
        match = pattern.fullmatch(part)
        if match and len(split(match["refs"])) == 1 and status_of(match[status]):
            return None if status == "status" and match["rest"] else (split(match["refs"])[0], match[status].strip())
    return None


def _means_update(match: re.Match[str]) -> bool:
    """Whether the one word before a number is "update", perhaps misspelt; phrases without one word are."""
    verb = match["verb"]
    return verb is None or OSA.distance(verb.lower(), "update") <= 1 or verb.lower() in {"updated", "updates", "report"}


def _asks_for_news(match: re.Match[str]) -> bool:
    """Whether "an update on 10" is wanted rather than offered: a noun, and nothing reported behind it."""
    if match["posting"] or not (match["article"] or match["about"].strip()):
        return False
    if re.search(r"\b(?:to|let me|let us)[\s,]*$", match["polite"], re.IGNORECASE):
        return False
    rest = match["rest"]
    return wordings.COURTESY.fullmatch(rest) is not None or not (rest and (match["sep"] or reported(rest).status))


def split(listed: str | None) -> tuple[str, ...]:
    """ "10, 12 and 14" as three references, in lower case."""
    return tuple(ref.casefold() for ref in re.findall(REF, listed or "", re.IGNORECASE))


def _items(listed: str | None, rest: str = "") -> Items:
    """ "10, 12 and 14" as three items, each with the rest; a mere "please" is no rest."""
    refs, words = split(listed), "" if wordings.COURTESY.fullmatch(rest) else rest
    each = wordings.EACH.match(words) if len(refs) > 1 else None
    if each and opening(words[each.end() :]):
        words = words[each.end() :]
    return tuple((ref, words) for ref in refs)


def _each(items: Items, refs: Mapping[str, str]) -> Items:
    """Items with what belongs to each: "update 10: amber – …; 12: green – …" is two, each with its own words."""
    if not items:
        return ()
    last = items[-1][1]
    starts = [
        m
        for m in wordings.ITEM.finditer(last)
        if m.start() and m["ref"].casefold() in refs and _status_at(last, m.end(), sure=not m["loose"])
    ]
    if not starts:
        return items
    ends = [*(m.start() for m in starts[1:]), len(last)]
    own = tuple((ref, last[: starts[0].start()].strip()) for ref, _ in items)
    return (
        *own,
        *((m["ref"].casefold(), last[m.end() : end].strip()) for m, end in zip(starts, ends, strict=True)),
    )


def _status_at(text: str, place: int, *, sure: bool) -> bool:
    """Whether what stands there reports a status; where it may go on with what was said before, it begins with it."""
    words = text[place : place + 200]
    return (reported(words).status if sure else opening(words)) is not None or contradicted(words)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A message that may be one update or several, in words that are surely the one, and surely the other.

    `others` are those that it may be on as well.
    """

    others: tuple[str, ...]
    one: str
    several: str


def doubt(text: str, order: Order, refs: Mapping[str, str]) -> Doubt | None:
    """Whether an update may hold others: "10 amber slow, 8 red stuck"; None where it surely doesn't."""
    first, words = order.items[-1]
    if "narrative:" in text.lower() or not (told := reported(words).narrative) or told not in text:
        return None
    found = [m for m in wordings.PERHAPS_ITEM.finditer(words) if _may_be_another(m, words, order, refs)]
    if not found:
        return None
    before = words[: found[0].start()]
    own = [f"{ref}: {before if its == words else its}; " for ref, its in order.items[:-1]]
    several = wordings.PERHAPS_ITEM.sub(
        lambda m: f"; {m['ref']}: " if _may_be_another(m, words, order, refs) else m[0], words
    )
    at = text.index(told)
    others = tuple(dict.fromkeys(m["ref"].casefold() for m in found))
    return Doubt(others, f"{text[:at]}narrative: {text[at:]}", f"update {''.join(own)}{first}: {several}")


def _may_be_another(match: re.Match[str], words: str, order: Order, refs: Mapping[str, str]) -> bool:
    ref = match["ref"].casefold()
    return ref in refs and ref not in order.refs and opening(words[match.end() : match.end() + 200]) is not None


def _digits(said: str) -> str:
    """The recommendation's number in digits: "update recommendation ten: …"; what stands behind it stays as typed."""
    head = _HEAD.match(said)
    if head is None or _number(head[0]) == head[0].lower():
        return said
    first = next((w for w in _HYPHENATED.finditer(head[0]) if _number(w[0]) != w[0].lower()), None)
    if first is None:
        return said
    listed = _LIST_OF_WORDS.match(said, first.start())
    end = listed.end() if listed else first.end()
    return said[: first.start()] + _number(said[first.start() : end]) + said[end:]


def _number(words: str) -> str:
    return digits.in_digits(words.lower())
