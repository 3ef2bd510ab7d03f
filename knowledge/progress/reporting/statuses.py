"""The status that an officer's words mean: "amber", "AT-RISK", "ambr", "🟠"; and "not green" means none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from knowledge.progress.model import Status
from knowledge.questions.language.spelling import known

# An officer's "complete" awaits sign-off; only a manager's makes it complete.
_PHRASES = {
    Status.NOT_STARTED: "grey, gray, yet to start, yet to begin, still to start, still to begin",
    Status.ON_TRACK: "green, on track, ontrack, on target, on schedule, on course, on plan, on time, ahead of schedule",
    Status.AT_RISK: "amber, yellow, orange, at risk, atrisk",
    Status.OFF_TRACK: "red, off track, offtrack, off target, off course, off schedule, behind, behind schedule, "
    "behind target, behind plan, running behind, running late, overdue",
    Status.AWAITING_SIGN_OFF: "blue, complete, completed, done, finished, implemented, delivered, awaiting sign off, "
    "awaiting signoff, awaiting manager sign off, ready for sign off, ready to sign off, ready to be signed off",
}
_LETTERS = {"r": Status.OFF_TRACK, "a": Status.AT_RISK, "g": Status.ON_TRACK, "b": Status.AWAITING_SIGN_OFF}
_RAG = ("rag", "rag status", "rag rating", "rag is", "rag status is")
_SYMBOLS = {"🟢🟩": "green", "🟠🟡🟧🟨": "amber", "🔴🟥": "red", "🔵🟦": "blue", "⚪⬜": "grey"}
_BEGUN = frozenset("started begun commenced".split())
_DENIALS = frozenset("not never neither nor longer than instead cannot".split())
_EARLIER = frozenset("from was were previously formerly".split())
_LATER = frozenset("to now currently then".split())
_JOINED = frozenset("or nor and & /".split())
_FILLERS = frozenset(
    "100% a actually again all also am an are as at back bang been but call change changed color colour completely "
    "current d definitely entirely fully going gone had has have i in into is it its just keep looking m make mark "
    "marked moved moves new no of ok okay one overall please probably put quite rag rated rather rating re really "
    "remain remaining remains s say set so status stay staying stays still t thank thanks that the think this today "
    "totally turned ve very we well wholly would yeah yep yes yet you".split()
)
ARROW = r"(?:[-–—]{1,3}>|={1,3}>|>{1,3}|[→⇒➔➜➡▶])"  # "to", between two statuses
_TOKEN = re.compile(rf"{ARROW}|[^\W\d_]+|\d[\d.,]*%?|[🟢🟩🟠🟡🟧🟨🔴🟥🔵🟦⚪⬜]|[/&]")
_NEGATED = re.compile(r"(is|are|was|were|has|have|had|does|do|did)n(?:t)?")
_LONGEST = 200  # characters that a status with the words around it can have
_SHORTEST, _LONG = 4, 8  # letters: fewer are never mended; with so many, two slips may be


class _Mood(Enum):
    """How the next status is meant."""

    SO = auto()
    DENIED = auto()
    JUST_DENIED = auto()
    EARLIER = auto()
    INSTEAD = auto()


@dataclass(frozen=True, slots=True)
class Heard:
    """A status that words affirm; `phrase` is how, in plain words, and `end` the place behind it."""

    status: Status
    phrase: str
    end: int


@dataclass(frozen=True, slots=True)
class _Piece:
    words: str
    end: int
    status: Status | None = None


def status_of(text: str) -> Status | None:
    """The status that a short phrase means; None where it means none, several, or says more than a status.

    "Not X" only denies X, and of "from X to Y" the second counts. "Complete" awaits sign-off.
    """
    if len(text) > _LONGEST:
        return None
    heard, is_all = _heard(text)
    statuses = {one.status for one in heard}
    return statuses.pop() if is_all and len(statuses) == 1 else None


def several(text: str) -> tuple[Status, ...]:
    """The statuses that words affirm beside each other ("green all done"), in their order; none where they don't."""
    heard, is_all = _heard(text[:_LONGEST])
    statuses = tuple(dict.fromkeys(one.status for one in heard))
    return statuses if is_all and len(text) <= _LONGEST and len(statuses) > 1 else ()


def opening(text: str) -> Heard | None:
    """The status that a text begins with, whatever follows; None where it begins with none or with several."""
    heard, _ = _heard(text[:_LONGEST])
    return heard[-1] if len({one.status for one in heard}) == 1 else None


def says_only_status(text: str) -> bool:
    """Whether words tell of nothing but a status, be it a denied one ("not green"), or hold no words ("12%")."""
    return not any(letter.isalpha() for letter in text) or (len(text) <= _LONGEST and _heard(text)[1])


def _heard(text: str) -> tuple[list[Heard], bool]:
    """What is affirmed before the first word that has nothing to do with a status, and whether there is no such."""
    heard: list[Heard] = []
    mood = _Mood.SO
    for piece in _pieces(text):
        status = Status.NOT_STARTED if mood is _Mood.DENIED and piece.words in _BEGUN else piece.status
        if status is Status.NOT_STARTED or (status and mood in {_Mood.SO, _Mood.JUST_DENIED, _Mood.INSTEAD}):
            heard = [*(heard if mood is not _Mood.INSTEAD else ()), Heard(status, piece.words, piece.end)]
            mood = _Mood.SO
        elif status:
            mood = _Mood.JUST_DENIED if mood is _Mood.DENIED else _Mood.SO
        elif piece.words in _KNOWN:
            mood = _changed(mood, piece.words)
        else:
            return heard, False
    return heard, True


def _changed(mood: _Mood, word: str) -> _Mood:
    """How the next status is meant behind one more word. A denial holds on: "not yet green", "not red or amber"."""
    if word in _DENIALS or mood is _Mood.DENIED or (mood is _Mood.JUST_DENIED and word in _JOINED):
        return _Mood.DENIED
    if word in _EARLIER:
        return _Mood.EARLIER
    return _Mood.INSTEAD if word in _LATER else _Mood.SO if mood is _Mood.JUST_DENIED else mood


def _pieces(text: str) -> Iterator[_Piece]:
    """The words of a text, those of a status together."""
    words = [(word, match.end()) for match in _TOKEN.finditer(text) for word in _plain(match[0])]
    at = 0
    while at < len(words):
        length, status = _status_at([word for word, _ in words[at : at + _most_words()]])
        yield _Piece(" ".join(word for word, _ in words[at : at + length]), words[at + length - 1][1], status)
        at += length


def _status_at(words: Sequence[str]) -> tuple[int, Status | None]:
    """How many of the words are a status, and which; one and None where they don't begin with any."""
    for length in range(len(words), 0, -1):
        if status := _statuses().get(tuple(words[:length])):
            return length, status
    return 1, None


@cache
def _statuses() -> Mapping[tuple[str, ...], Status]:
    named = {tuple(words.split()): status for status, row in _PHRASES.items() for words in row.split(", ")}
    lettered = {(*rag.split(), letter): status for rag in _RAG for letter, status in _LETTERS.items()}
    return named | lettered


@cache
def _most_words() -> int:
    return max(map(len, _statuses()))


_KNOWN = _FILLERS | _JOINED | _DENIALS | _EARLIER | _LATER
_OWN = {word for row in _PHRASES.values() for word in row.replace(",", "").split()} | _BEGUN


@lru_cache(maxsize=5_000)
def _plain(token: str) -> tuple[str, ...]:
    """A token in lower case as the words that it stands for: "isn" and its "t" are a denial, "🟢" is green."""
    word = token.lower()
    if re.fullmatch(ARROW, token):
        return ("to",)
    if colour := next((colour for symbols, colour in _SYMBOLS.items() if token in symbols), None):
        return (colour,)
    if negated := _NEGATED.fullmatch(word):
        return negated[1], "not"
    return (word,) if word in _KNOWN or word in _OWN else (_mended(word),)


def _mended(word: str) -> str:
    """A word with a slip of typing as the word of a status that it clearly means; English words stay as they are."""
    if len(word) < _SHORTEST or known(word):
        return word
    near = [own for own in _OWN if own[0] == word[0] and OSA.distance(own, word) <= (2 if len(word) >= _LONG else 1)]
    return min(near, key=lambda own: (OSA.distance(own, word), own), default=word)
