"""Which comes first, and how recommendations compare."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from knowledge.model import Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import Answer, Comparison, Extreme, Gap, NotRecorded, Quote, Which
from knowledge.questions.language import when
from knowledge.questions.language.relative import told
from knowledge.questions.parsing.described import likeliest
from knowledge.questions.rules.asked import NEAR, RECORDED, Asked
from knowledge.questions.searching.index import Index

_POINTS_BACK = re.compile(r"\b(?:it|its|this one|that|those|these|them|they|their|both)\b")
# "Due next week", "upcoming deadlines".
_DUE = re.compile(r"^\W*(?:(?:and|so|ok)\W+)?(?:due|deadlines?|dates|milestones|targets|upcoming|coming)\b")
# "The deadline" is the recommendation's, whatever was quoted of it.
_ITS_OWN = re.compile(r"\b(?:deadlines?|timescales?|timeframes?|timelines?|targets?|dates|due date|rec\w*)\b")
# What was counted last is no deadline.
_LATEST_FIGURE = re.compile(r"\blatest (?:[a-z]+ )?(?:figures?|numbers?|count|data|rates?|scores?|results?|survey)\b")
# "..., the principal social worker or the chief one?"
_EITHER = re.compile(r"(?P<one>[^,:;?!]{3,70}?)\s+(?:or|versus|vs|than)\s+(?P<other>[^,:;?!]{3,70})")
_SAME_NOUN = re.compile(r"\b([a-z]+) (?:one|1)\b")
# So many sentences after what was quoted, or before it, may tell when that happens.
_NEAR = 2
_TIME = Field.TIMESCALE


def extreme(asked: Asked) -> Answer | None:
    """The earliest or latest date of all; what "leaving aside" names is left out."""
    if asked.refs or not asked.reading.has("earliest", "latest") or _LATEST_FIGURE.search(asked.reading.text):
        return None
    aside = tuple(x for x in asked.reading.criteria if isinstance(x, c.Not) and isinstance(x.criterion, c.Due))
    if asked.reading.topic and not aside and asked.covers() >= NEAR:
        return None  # which of two things comes first, not which of all
    dates = _dates(asked, aside)
    if not dates:
        return None
    latest = asked.reading.has("latest")
    best = max(dates)[0] if latest else min(dates)[0]
    refs = [ref for ref in asked.index.refs if any(day == best and r == ref for day, r, _ in dates)]
    return Extreme(tuple(refs), latest, best, next(words for day, _, words in dates if day == best), aside)


def _dates(asked: Asked, aside: tuple[c.Criterion, ...]) -> list[tuple[date, str, str]]:
    """(last day, reference, words) of each date in the recommendations that meet everything but `aside`."""
    narrowed = [x for x in asked.reading.criteria if x not in aside]
    within = [period for x in narrowed for period in c.periods_of(x)]
    periods = [
        (x.criterion.period.earliest, x.criterion.period.latest)
        for x in aside
        if isinstance(x, c.Not) and isinstance(x.criterion, c.Due)
    ]
    return [
        (m.latest or m.earliest, rec.ref, m.words)
        for rec in asked.index.programme.recommendations
        if all(x.holds(rec) for x in narrowed)
        for m in rec.milestones
        if m.earliest and not m.inferred and (m.earliest, m.latest) not in periods
        if all(when.falls(m, period) for period in within)
    ]


def relative(asked: Asked) -> Answer | None:
    """ "What is due next month?": the document's dates are years old, and nothing here knows what day it is."""
    reading = asked.reading
    if reading.criteria or _TIME not in asked.fields:
        return None
    found = told(reading.text)
    if not (found or reading.has("relative")):
        return None
    if asked.meant.named or (asked.refs and (not found or _POINTS_BACK.search(reading.text))):
        return None
    said = f"{found[0]} falls" if found else ""
    about_all = reading.has("list", "count", "asks") or _DUE.match(reading.text)
    return NotRecorded(Gap.TODAY) if about_all and all(t.word in said for t in reading.topic) else None


def of_the_quoted(asked: Asked) -> Answer | None:
    """ "By when?", of a sentence that was quoted: the day that it gives itself, or one beside it."""
    reading, quoted = asked.reading, _still_there(asked)
    if not quoted or asked.meant.named or reading.fields != (_TIME,) or not reading.has("when"):
        return None
    if _ITS_OWN.search(reading.text) or reading.criteria or (reading.topic and not _says(quoted, asked)):
        return None
    dated = [number for number in quoted if _is_dated(number, asked)]
    told = dated or _dated_beside(quoted, asked)
    passages = [asked.index.passages[number] for number in sorted({*told, *(quoted[:1] if told != dated else ())})]
    return Quote(tuple(passages), (passages[0].ref,), sure=told == dated) if told else None


def _still_there(asked: Asked) -> tuple[int, ...]:
    """What was quoted, as long as it is of what is spoken of, and isn't a timescale, which is told as one."""
    every, refs = asked.index.passages, asked.refs
    return tuple(n for n in asked.context.quoted if n < len(every) and every[n].ref in refs and every[n].field != _TIME)


def _says(numbers: Sequence[int], asked: Asked) -> bool:
    """Whether these passages have everything of the topic."""
    has = asked.index.by_passage.having
    return all(not {*numbers}.isdisjoint(has(concept)) for concept in asked.reading.topic)


def _is_dated(number: int, asked: Asked) -> bool:
    return bool(when.periods(asked.index.passages[number].text.lower(), asked.index.years))


def _dated_beside(quoted: Sequence[int], asked: Asked) -> list[int]:
    """The nearest passage of the same field with a date, after what was quoted rather than before."""
    every, first = asked.index.passages, quoted[0]
    near = sorted(range(max(0, first - _NEAR), min(len(every), first + _NEAR + 1)), key=lambda n: (abs(n - first), -n))
    here = [n for n in near if (every[n].ref, every[n].field) == (every[first].ref, every[first].field)]
    return [n for n in here if _is_dated(n, asked)][:1]


def compared(asked: Asked) -> Answer | None:
    """Two or more recommendations side by side."""
    reading, refs = asked.reading, asked.refs
    if not reading.has("compare", "same", "earliest", "latest"):
        return None
    if any(isinstance(x, c.Decided) for x in reading.criteria) and not asked.meant.named:
        return NotRecorded(Gap.FACT)  # what the decisions mean isn't told
    refs = _two_described(asked) if not refs and reading.has("earliest", "latest") else refs
    if len(refs) < 2:
        return None if refs or reading.topic or reading.themes else Which(asked.fields, asked.context.refs)
    latest = reading.has("latest")
    first = _first_due(refs, latest, asked.index) if reading.has("earliest", "latest") else ()
    before = tuple(f for f in asked.context.fields if f in RECORDED) if asked.context.refs else ()
    fields = _comparable(asked) or ((Field.TIMESCALE,) if first else before or (Field.RECOMMENDATION,))
    return Comparison(refs, fields, first, latest, reading.has("same"))


def _comparable(asked: Asked) -> tuple[Field, ...]:
    """The fields asked for; whether the response was the same is told by the decision: no two are in the same words."""
    if not asked.reading.has("same") or asked.asks_council or Field.DECISION not in asked.index.recorded:
        return asked.fields
    return tuple(dict.fromkeys(Field.DECISION if f is Field.RESPONSE else f for f in asked.fields))


def _two_described(asked: Asked) -> tuple[str, ...]:
    """The two that words tell apart: "the principal social worker or the chief one"; none unless both are sure."""
    match = _EITHER.search(asked.reading.text)
    if not match:
        return ()
    told = [_told_in(match[side], match["one"], asked) for side in ("one", "other")]
    found = dict.fromkeys(filter(None, (likeliest(about, asked.index) for about in told)))
    return tuple(sorted(found, key=asked.index.refs.index)) if len(found) > 1 else ()


def _told_in(side: str, one: str, asked: Asked) -> str:
    """What one side speaks of; "the chief one" is called as the first side is: "the chief social worker"."""
    if short := _SAME_NOUN.search(side):
        for many in (3, 2, 1):
            called = " ".join([short[1], *one.split()[-many:]])
            if asked.index.says(called):
                return called
    said = [t.word for t in asked.reading.topic if t.word in side]
    return next((word for word in said if " " in word), " ".join(said))


def _first_due(refs: Sequence[str], latest: bool, index: Index) -> tuple[str, ...]:
    """Which of the recommendations has the earliest date, or the latest last one."""
    pick = max if latest else min
    days = {ref: [m.latest or m.earliest for m in index.by_ref[ref].milestones if m.earliest] for ref in refs}
    own = {ref: pick(found) for ref, found in days.items() if found}
    return tuple(ref for ref, day in own.items() if day == pick(own.values())) if own else ()
