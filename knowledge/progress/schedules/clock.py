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
_PARTS = {"midday": time(12), "noon": time(12), "lunchtime": time(12), "afternoon": time(14), "morning": time(9)}
_PART = re.compile(rf"(?:\b(?:at|in) (?:the )?)?\b(?P<part>{'|'.join(_PARTS)})s?\b")
_NIGHT = 7  # a bare hour before this is one of the afternoon


@dataclass(frozen=True, slots=True)
class Stated:
    """A time of day, None where none was named, and where it stands."""

    at: time | None = None
    span: tuple[int, int] = (0, 0)


def time_in(text: str, behind: int) -> Stated | None:
    """The time that lower-case text names; None for one that no clock shows.

    A number alone counts behind "at" and at `behind`, where the days end. From 1 to 6 it means the afternoon, unless
    it is written with "am" or as "06:00".
    """
    match = _AT.search(text) or _PLAIN.search(text) or _BEHIND.match(text, behind)
    if match:
        at = _time(match)
        return Stated(at, match.span()) if at else None
    part = _PART.search(text)
    return Stated(_PARTS[part["part"]], part.span()) if part else Stated()


def _time(match: re.Match[str]) -> time | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").strip(" .")[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif 0 < hour < _NIGHT and not match["hour"].startswith("0"):
        hour += 12
    try:
        return time(hour, minute)
    except ValueError:
        return None
