"""Finds in the sentences of a response who leads and by when, where no label says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.documents.dates import phrases
from knowledge.documents.milestones import milestones
from knowledge.documents.outline import Entry
from knowledge.documents.people import is_held, leads
from knowledge.documents.sentences import Span, sentence_spans
from knowledge.model import Field, Lead, Recommendation

TOLD = "No label says who leads {which}. I took it from sentences such as “{sentence}”: please check it."
_LEADS = (
    r"(?:will lead|leads?|is leading|are leading|will be leading|(?:is|are|will be) (?:the )?(?:lead|named|responsible)"
    r" officers?|(?:is|are|will be) (?:responsible|accountable) for)\b"
)
_SAYS = re.compile(rf"(?P<who>(?:The )?[A-Z][^.;:]{{2,150}}?),? {_LEADS}(?:,? with (?P<others>[A-Z][^.;:]{{2,100}}))?")
_NOBODY = re.compile(r"(?:A|The|No) (?:lead|responsible) officer (?:is|has|will)\b")
_WHEN = re.compile(r"\bno (?:\w+ )?(?:date|timescale|deadline)\b|\bongoing\b|\bto be confirmed\b", re.IGNORECASE)
_SHARE = 3  # one in so many responses has to name a lead
_SHORT = 250  # characters of a paragraph that says nothing but when


@dataclass(frozen=True, slots=True)
class _Told:
    """What a response says of who leads and when, and the sentence that names them."""

    leads: tuple[Lead, ...]
    timescale: str
    sentence: str


def completed(
    found: Sequence[Entry], recommendations: Sequence[Recommendation]
) -> tuple[tuple[Recommendation, ...], list[str]]:
    """The recommendations with what their responses say, and what there is to say of that; most often nothing.

    Only where many responses name a lead in a sentence is that the document's way to say who leads, and when.
    """
    told = [_told(rec.response, entry) for entry, rec in zip(found, recommendations, strict=True)]
    named = [(rec.ref, one.sentence) for rec, one in zip(recommendations, told, strict=True) if one.sentence]
    if len(named) * _SHARE < max(len(told), 1):
        return tuple(recommendations), []
    whole = (_whole(entry, rec, one) for entry, rec, one in zip(found, recommendations, told, strict=True))
    which = f"Recommendation {named[0][0]}" if len(named) == 1 else f"{len(named)} of the recommendations"
    return tuple(whole), [TOLD.format(which=which, sentence=named[0][1])]


def _told(response: str, entry: Entry) -> _Told:
    """What the last paragraph that names a lead says, else a short last one."""
    paragraphs = response.split("\n")
    for paragraph in reversed(paragraphs) if not entry.label(Field.LEADS) else ():
        for sentence in _sentences(paragraph):
            named = _named(sentence)
            if named or _NOBODY.match(sentence):
                return _Told(named, _when(paragraph), sentence if named else "")
    last = paragraphs[-1] if len(paragraphs) > 1 and len(paragraphs[-1]) <= _SHORT else ""
    return _Told((), _when(last), "")


def _named(sentence: str) -> tuple[Lead, ...]:
    """The people or offices that a sentence says lead; none where it is a body that does."""
    found = _SAYS.match(sentence)
    if not found:
        return ()
    first = found["who"].removeprefix("The ").strip(" ,")
    return (*leads(first), *leads(found["others"] or "")) if is_held(first) or is_held(first.split(" and ")[0]) else ()


def _when(paragraph: str) -> str:
    """The sentences of a paragraph that say when."""
    return " ".join(one for one in _sentences(paragraph) if phrases(one) or _WHEN.search(one))


def _sentences(paragraph: str) -> list[str]:
    return [paragraph[one.start : one.end] for one in sentence_spans(paragraph, Span(0, len(paragraph)))]


def _whole(entry: Entry, rec: Recommendation, told: _Told) -> Recommendation:
    timescale = rec.timescale if entry.label(Field.TIMESCALE) else told.timescale
    return replace(
        rec,
        leads=rec.leads or told.leads,
        timescale=timescale,
        milestones=rec.milestones if entry.label(Field.TIMESCALE) else milestones(timescale, rec.response),
    )
