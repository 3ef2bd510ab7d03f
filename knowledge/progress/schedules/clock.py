"""Finds the time of day in what somebody typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

_HALF = r"(?P<half> ?[ap]\.?m\.?)?"
_CLOCK = rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d{{2}}))?{_HALF}(?: ?o'?clock)?(?![\d:.]\d|\w)"
_AT = re.compile(rf"(?:\b(?:at|around|about)|@) ?{_CLOCK}")
_PLAIN = re.compile(rf"(?<![\d.:])(?=\d{{1,2}}(?::\d\d|(?:[:.]\d\d)? ?[ap]\.?m))(?:\b){_CLOCK}")
_BEHIND = re.compile(rf",? {_CLOCK}")
_PARTS = {
    "midnight": time(0),
    "midday": time(12),
    "noon": time(12),
    "lunchtime": time(12),
    "afternoon": time(14),
    "morning": time(9),
}
_PART = re.compile(rf"(?:\b(?:at|in) (?:the )?)?\b(?P<part>{'|'.join(_PARTS)})s?\b")
_HOURS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_SPELT = rf"(?P<hour>\d{{1,2}}|{'|'.join(_HOURS)})"
_HALF_PAST = re.compile(rf"\b(?P<part>half|quarter)(?: (?P<side>past|to))? {_SPELT}\b(?![:.]\d)", re.IGNORECASE)
_AT_WORD = re.compile(rf"\b(?P<at>at|around|about) (?P<hour>{'|'.join(_HOURS)})\b", re.IGNORECASE)
_AT_FOUR = re.compile(r"\b(?P<at>at) (?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\b(?: ?(?:hours|hrs))?", re.IGNORECASE)
_DAYPARTS = re.compile(r"\b(?:mornings?|afternoons?|evenings?)\b", re.IGNORECASE)
_LATE = re.compile(r"\b(?:afternoon|evening)s?\b")
_NIGHT = 7  # a bare hour before this is one of the afternoon


@dataclass(frozen=True, slots=True)
class Stated:
    """A time of day, None where none was named, and where it stands."""

    at: time | None = None
    span: tuple[int, int] = (0, 0)


def in_figures(text: str) -> str:
    """The text with its times in figures: "half past nine" is "9:30", "at nine" is "at 9", "at 0930" is "at 09:30"."""
    text = _HALF_PAST.sub(_clocked, text)
    text = _AT_WORD.sub(lambda m: f"{m['at']} {_HOURS[m['hour'].lower()]}", text)
    return _AT_FOUR.sub(lambda m: f"{m['at']} {m['hour']}:{m['minute']}", text)


def without_dayparts(text: str) -> str:
    """The text without "morning" and the like, which a time of day says more exactly."""
    return _DAYPARTS.sub(" ", text)


def _clocked(match: re.Match[str]) -> str:
    """ "Quarter to ten" as "9:45"; a quarter must say of what."""
    part, side, word = match["part"].lower(), (match["side"] or "past").lower(), match["hour"].lower()
    hour = int(_HOURS.get(word, word))
    if (part == "quarter" and not match["side"]) or (part == "half" and side == "to") or not 1 <= hour <= 12:
        return match[0]
    return f"{hour - 1 or 12}:45" if side == "to" else f"{hour}:{30 if part == 'half' else 15}"


def time_in(text: str, behind: int) -> Stated | None:
    """The time that lower-case text names; None for one that no clock shows.

    A number alone counts behind "at" and at `behind`, where the days end. From 1 to 6 it means the afternoon, unless
    it is written with "am" or as "06:00".
    """
    match = _AT.search(text) or _PLAIN.search(text) or _BEHIND.match(text, behind)
    if match:
        at = _time(match, text)
        return Stated(at, match.span()) if at else None
    part = _PART.search(text)
    return Stated(_PARTS[part["part"]], part.span()) if part else Stated()


def _is_late(hour: str, text: str) -> bool:
    """Whether a bare hour is one of the afternoon: said to be, or so early that nobody works then."""
    early = int(hour) < _NIGHT and not hour.startswith("0")
    return bool(_LATE.search(text)) or (early and "morning" not in text)


def _time(match: re.Match[str], text: str) -> time | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").strip(" .")[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif 0 < hour < 12 and _is_late(match["hour"], text):
        hour += 12
    try:
        return time(hour, minute)
    except ValueError:
        return None
