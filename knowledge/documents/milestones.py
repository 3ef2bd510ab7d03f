"""Reads the milestones of a timescale: its dates, and its conditions where it has no date."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.documents.binding import Sentence, binder, sentences
from knowledge.documents.conditions import Condition, conditions
from knowledge.documents.dates import Phrase, phrases
from knowledge.documents.standing import standing
from knowledge.model import Milestone, Precision

_ADJACENT = re.compile(r",? ?(?:and |but |all )?")


@dataclass(frozen=True, slots=True)
class _Date:
    """A date with the year it is in, None where nothing tells, and what it depends on."""

    phrase: Phrase
    year: int | None
    depends_on: str = ""


def milestones(timescale: str, response: str = "") -> tuple[Milestone, ...]:
    """The milestones in the order of their words. The response lends a year where the timescale has none."""
    dates = _dated(standing(timescale), response)
    starts = [date.phrase.start for date in dates]
    found: list[Milestone] = []
    for sentence in sentences(timescale):
        own = dates[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        found += _of(timescale, sentence, own)
    return tuple(found)


def _dated(found: Sequence[Phrase], response: str) -> list[_Date]:
    """A date without a year takes that of the nearest one with a year, or the last one in the response."""
    dated = [phrase for phrase in found if phrase.year]
    if len(dated) < len(found) and not dated:
        dated = [phrase for phrase in phrases(response) if phrase.year][-1:]
    starts = [phrase.start for phrase in dated]
    return [_Date(phrase, phrase.year or _nearest(dated, starts, phrase.start)) for phrase in found]


def _nearest(dated: Sequence[Phrase], starts: Sequence[int], place: int) -> int | None:
    after = bisect_right(starts, place)
    around = dated[max(0, after - 1) : after + 1]
    return min(around, key=lambda phrase: abs(phrase.start - place)).year if around else None


def _of(text: str, sentence: Sentence, dates: Sequence[_Date]) -> list[Milestone]:
    """The milestones of one sentence. A condition next to a date belongs to it; any other stands for itself."""
    dated, alone = list(dates), []
    ends = [date.phrase.end for date in dated]
    for condition in conditions(text, sentence.start, sentence.end):
        index = bisect_right(ends, condition.start)  # the first date that ends behind the condition's start
        if (owner := _owner(text, condition, dated, index)) is not None:
            dated[owner] = replace(dated[owner], depends_on=condition.depends_on)
        elif cut := _cut(text, condition, dated[index : index + 1]):
            alone.append(cut)
    found = [_milestone(text, sentence, date) for date in dated] + [_undated(text, sentence, one) for one in alone]
    return [milestone for _, milestone in sorted(found, key=lambda one: one[0])]


def _owner(text: str, condition: Condition, dates: Sequence[_Date], index: int) -> int | None:
    """The date that a condition belongs to: the one right before it, or one in its clause: "Work by May depends on"."""
    if not condition.depends_on:
        return None
    if index < len(dates) and condition.start <= dates[index].phrase.start and dates[index].phrase.end <= condition.on:
        return index
    before = index - 1
    is_adjacent = before >= 0 and _ADJACENT.fullmatch(text, dates[before].phrase.end, condition.start)
    return before if is_adjacent else None


def _cut(text: str, condition: Condition, following: Sequence[_Date]) -> Condition | None:
    """A condition up to the date that stands in it, if one does; None where the date says it all."""
    if not following or following[0].phrase.start >= condition.end:
        return condition
    end = condition.start + len(text[condition.start : following[0].phrase.start].rstrip())
    if not condition.depends_on or end <= condition.on:
        return None
    return Condition(condition.start, end, text[condition.on : end], condition.on)


def _milestone(text: str, sentence: Sentence, date: _Date) -> tuple[int, Milestone]:
    phrase = date.phrase
    period = phrase.period(date.year) if date.year else None
    precision = period.precision if period else Precision.UNDATED
    made = Milestone(
        words=text[phrase.start : phrase.end],
        sentence=text[sentence.start : sentence.end],
        earliest=period.earliest if period else None,
        latest=period.latest if period else None,
        precision=Precision.SEASON_NO_YEAR if phrase.is_season and not phrase.year else precision,
        depends_on=date.depends_on,
        inferred=bool(period and not phrase.year),
    )
    return phrase.start, _bound(made, sentence, phrase.start, phrase.end)


def _undated(text: str, sentence: Sentence, condition: Condition) -> tuple[int, Milestone]:
    made = Milestone(
        words=text[condition.start : condition.end],
        sentence=text[sentence.start : sentence.end],
        earliest=None,
        latest=None,
        precision=Precision.UNDATED,
        depends_on=condition.depends_on,
    )
    return condition.start, _bound(made, sentence, condition.start, condition.end)


def _bound(milestone: Milestone, sentence: Sentence, start: int, end: int) -> Milestone:
    body = binder(sentence, start, end)
    return replace(milestone, binds=body.party, binds_words=body.words)
