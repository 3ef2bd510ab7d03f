"""The stretch of time that a question about progress means: "this week", "since 1 November"."""

from __future__ import annotations

import re
from datetime import date

from knowledge.progress.days.finding import Found, dates
from knowledge.progress.days.forms import moved
from knowledge.progress.days.timeline import Outlook, shifted, valid
from knowledge.progress.days.words import COUNT, SUFFIX, UNITS, counted

_SEVERAL = re.compile(rf"\b(?:last|past|previous) {COUNT} {UNITS}", re.IGNORECASE)
_ONE = re.compile(rf"\b(?:(?:the (?:last|past|previous)|past) {UNITS}|last (?P<fortnight>fortnight)\b)", re.IGNORECASE)
_AGO = re.compile(rf"\b{COUNT} {UNITS} ago\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:since|from|after|starting)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"^ ?(?:and|to|until|till|til|up to|-|–) ?(?:the )?$", re.IGNORECASE)
_FIRST_NUMBER = re.compile(
    rf"\b(?P<number>\d{{1,2}}){SUFFIX}? ?(?:and|to|until|till|til|-|–) ?(?:the )?$", re.IGNORECASE
)

_LONGEST = 500  # characters; a question has fewer


def since(words: str, today: date) -> tuple[date, date] | None:
    """The first and the last day that a question about what has happened asks for, today at the latest.

    A day or a month without a year is the last such one up to today. "Last week" is the one from Monday to Sunday,
    "the last week" the seven days up to today. None where no time is named, or only one that is still to come.
    """
    words = words[:_LONGEST]
    found = dates(words, Outlook(today, ahead=False))
    first_and_last = _rolling(words, today) or _between(words, found) or _single(words, found, today)
    if first_and_last is None or first_and_last[0] > min(first_and_last[1], today):
        return None
    return first_and_last[0], min(first_and_last[1], today)


def _rolling(words: str, today: date) -> tuple[date, date] | None:
    """So many days, weeks or months up to today."""
    if several := _SEVERAL.search(words) or _AGO.search(words):
        return moved(today, -counted(several), several["unit"].lower()), today
    if one := _ONE.search(words):
        return moved(today, -1, (one["unit"] or one["fortnight"]).lower()), today
    return None


def _between(words: str, found: tuple[Found, ...]) -> tuple[date, date] | None:
    """From one date to another; the first is a year earlier where it would otherwise come after the second."""
    if len(found) == 1:
        return _numbers(words, found[0])
    if len(found) != 2 or not _BETWEEN.match(words[found[0].end : found[1].start]):
        return None
    first, last = found[0].meaning.first, found[1].meaning.last
    if first is None or last is None:
        return None
    return (shifted(first, -12) if first > last and not found[0].meaning.year else first), last


def _numbers(words: str, found: Found) -> tuple[date, date] | None:
    """ "Between 1 and 15 November", where the first day borrows its month from the second."""
    before, last = _FIRST_NUMBER.search(words[: found.start]), found.meaning.last
    if before is None or last is None or last != found.meaning.first:
        return None
    first = valid(last.year, last.month, int(before["number"]))
    return (first, last) if first else None


def _single(words: str, found: tuple[Found, ...], today: date) -> tuple[date, date] | None:
    if not found or found[0].meaning.first is None or found[0].meaning.last is None:
        return None
    first, last = found[0].meaning.first, found[0].meaning.last
    return (first, today) if _FROM.search(words[: found[0].start]) else (first, last)
