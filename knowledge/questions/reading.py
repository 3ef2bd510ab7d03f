"""Takes one message apart: what it names, narrows by and asks for, before the conversation is considered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.model import Decision, Field
from knowledge.questions import abbreviations, cues, numbers, people, spelling, when
from knowledge.questions import criteria as c
from knowledge.questions.index import Index
from knowledge.questions.thesaurus import Concept, concepts
from knowledge.questions.words import expand, plain, stem

_THEME = re.compile(
    r"\bthemes?\s*(?:number|no\.?|#)?\s*(\d+|one|two)(?:\s*(?:,|and|or|&)\s*(?:theme\s*)?(\d+|one|two)\b(?!\s*rec))?"
)
_SMALL = {"one": "1", "two": "2"}
_DECISIONS = (
    Decision.ACCEPT_IN_PRINCIPLE,
    Decision.ACCEPT_IN_PART,
    Decision.ACCEPT,
    Decision.CONSIDER_FURTHER,
    Decision.REJECT,
    Decision.NOTED,
)
# Longer than this is a letter: what leads in to its question is left out.
_LETTER = 110


@dataclass(frozen=True, slots=True)
class Reading:
    """What one message says. `text` is it in lower case, short forms written out, mistakes mended."""

    plain: str
    text: str
    named: numbers.Named
    fields: tuple[Field, ...]
    cues: frozenset[str]
    criteria: tuple[c.Criterion, ...]
    themes: tuple[str, ...]
    people: tuple[str, ...]
    stranger: str
    abbreviation: str
    topic: tuple[Concept, ...]

    def has(self, *headings: str) -> bool:
        """Whether any of these headings of cues.txt was found."""
        return any(heading in self.cues for heading in headings)


def read(message: str, index: Index) -> Reading:
    """One message, taken apart against one programme."""
    said = _question_of(plain(message), index)
    text = tidy(said, index)
    found = frozenset(heading for heading, phrases in index.phrases.items() if phrases.find(text))
    fields = tuple(f for f in Field if f"field {f}" in found)
    named = numbers.named(text, index.by_ref)
    leads = people.mentioned(text, index.roles)
    stranger = "" if leads else people.stranger(said, index.lower, index.roles)
    themes = tuple(
        dict.fromkeys(
            [*(_SMALL.get(n, n) for m in _THEME.finditer(text) for n in m.groups() if n), *_titled(text, index)]
        )
    )
    return Reading(
        plain=said,
        text=text,
        named=named,
        fields=fields,
        cues=found,
        criteria=tuple(_criteria(text, found, leads, index)),
        themes=themes,
        people=tuple(one.name for one in leads),
        stranger=stranger,
        abbreviation=_abbreviation(said, index),
        topic=tuple(_topic(text, named, leads, found, index)),
    )


def tidy(said: str, index: Index) -> str:
    """Plain text as it is compared: lower case, short forms written out, names and words mended, numbers in digits."""
    text = expand(said)
    for one in reversed(people.mentioned(text, index.roles)):
        if not one.by_role:
            text = text[: one.span[0]] + one.name.lower() + text[one.span[1] :]
    return numbers.in_digits(spelling.mend(_spelled_out(text, said, index), index.vocabulary))


def _spelled_out(text: str, said: str, index: Index) -> str:
    """Capitals that the document doesn't use, written out where they are the initials of something that it names."""
    for short in re.findall(r"\b[A-Z]{3,6}\b", said):
        if short not in index.abbreviations and (meaning := abbreviations.initials_of(short, index.text)):
            text = re.sub(rf"\b{short.lower()}\b", meaning.lower(), text)
    return text


def _question_of(said: str, index: Index) -> str:
    """The part of a letter that asks; a short message is taken whole."""
    if len(said) < _LETTER:
        return said
    sentences = [s for s in re.split(r"(?<=[.?!])\s+", said) if s]
    ends = [m for s in sentences for m in [index.phrases["leads in"].find(expand(s))] if m]
    if not ends:
        return _asking(sentences, index)
    sentence = next(s for s in sentences if index.phrases["leads in"].find(expand(s)))
    lower = expand(sentence)
    tail = lower[index.phrases["leads in"].find(lower)[-1][1] :]
    rest = " ".join(sentences[sentences.index(sentence) + 1 :])
    own = numbers.named(tail, index.by_ref).refs or sum(index.by_passage.has(t.stem) for t in concepts(tail)) > 2
    if len(tail.split()) < 3 or (index.phrases["back to one"].find(tail) and not own):
        return _asking(sentences, index)
    return f"{tail.strip()} {rest if '?' in rest and '?' not in tail else ''}".strip()


def _asking(sentences: list[str], index: Index) -> str:
    """The sentences that have anything to do with the document."""
    kept = [s for s in sentences if _informs(tidy(s, index), index)]
    return " ".join(kept or sentences)


def _informs(text: str, index: Index) -> bool:
    fields = any(index.phrases[f"field {f}"].find(text) for f in Field)
    return (
        fields
        or bool(numbers.named(text, index.by_ref).spans)
        or sum(index.by_recommendation.has(t.stem) for t in concepts(text)) > 1
    )


def _criteria(text: str, found: frozenset[str], leads: list[people.Mentioned], index: Index) -> Iterator[c.Criterion]:
    """Everything in the text that a list could be narrowed by."""
    for match in _THEME.finditer(text):
        numbers_ = tuple(_SMALL.get(n, n) for n in match.groups() if n)
        yield _negated(text, match.start(), c.InTheme(numbers_), index)
    if not _THEME.search(text) and (titled := tuple(_titled(text, index))):
        yield c.InTheme(titled)
    if leads:
        yield _negated(text, leads[0].span[0], c.LedBy(tuple(one.name for one in leads)), index)
    yield from _lead_criteria(found)
    yield from _decision_criteria(text, found, index)
    yield from _date_criteria(text, found, index)


def _titled(text: str, index: Index) -> Iterator[str]:
    """Themes whose title the text gives: the whole of it, or with the word "theme" the first words."""
    for theme in index.programme.themes:
        title = plain(theme.title).lower()
        start = " ".join(title.split()[:2])
        if title and (title in text or (re.search(r"\bthemes?\b", text) and start in text)):
            yield theme.number


def _lead_criteria(found: frozenset[str]) -> Iterator[c.Criterion]:
    if "shared lead" in found:
        yield c.SharedLead()
    elif "no lead" in found:
        yield c.Not(c.HasLead())
    elif "has lead" in found:
        yield c.HasLead()


def _decision_criteria(text: str, found: frozenset[str], index: Index) -> Iterator[c.Criterion]:
    exact = [d for d in _DECISIONS if f"decision {d}" in found]
    if exact:
        first = min(index.phrases[f"decision {d}"].find(text)[0][0] for d in exact)
        not_both = (
            Decision.ACCEPT_IN_PRINCIPLE in exact
            and Decision.ACCEPT in exact
            and re.search(r"\bnot\b[^?.!]{0,20}\bin princip", text)
        )
        kept = [d for d in exact if not (not_both and d is Decision.ACCEPT_IN_PRINCIPLE)]
        yield c.Decided(tuple(kept)) if not_both else _negated(text, first, c.Decided(tuple(kept)), index)
    elif "accepted" in found:
        start = index.phrases["accepted"].find(text)[0][0]
        accepted = c.Decided((Decision.ACCEPT,))
        either = c.Decided((Decision.ACCEPT, Decision.ACCEPT_IN_PRINCIPLE))
        yield accepted if _negated(text, start, either, index) is either else c.Not(either)


def _date_criteria(text: str, found: frozenset[str], index: Index) -> Iterator[c.Criterion]:
    if "no date" in found:
        yield c.Not(c.HasDate())
    elif "has date" in found:
        yield c.HasDate()
    for period, (start, _) in when.periods(text, index.years):
        yield _negated(text, start, c.Due(_as_dated(period, index)), index)


def _as_dated(period: when.Period, index: Index) -> when.Period:
    """A season means the dates given as that season, if there are any; else every date within it."""
    exact = any(when.falls(m, period) for rec in index.programme.recommendations for m in rec.milestones)
    return period if exact or not period.exact else replace(period, exact=False)


def _negated(text: str, start: int, criterion: c.Condition, index: Index) -> c.Criterion:
    """The criterion, or its opposite where "not", "except", "other than" stands up to three words before it."""
    before = [end for _, end in index.phrases["negated"].find(text) if end <= start]
    between = text[before[-1] : start].split() if before else []
    return (
        c.Not(criterion)
        if before and len(between) <= 3 and not re.search(r"[?.!,;]", text[before[-1] : start])
        else criterion
    )


def _abbreviation(said: str, index: Index) -> str:
    """The abbreviation of the document that the text has, in the document's own case."""
    known = {short.lower(): short for short in index.abbreviations}
    found = [
        w
        for w in re.findall(r"[A-Za-z]+(?:&[A-Za-z]+)?", said)
        if (w.lower().removesuffix("s") in known or w.lower() in known)
    ]
    for word in found:
        short = known.get(word.lower()) or known[word.lower().removesuffix("s")]
        if word[:2].isupper() or not spelling.known(word.lower()):
            return short
    return ""


def _topic(
    text: str, named: numbers.Named, leads: list[people.Mentioned], found: frozenset[str], index: Index
) -> Iterator[Concept]:
    """What is left to search for once names, numbers, themes, dates and the words of the question are taken out."""
    spans = [*named.spans, *(one.span for one in leads), *(m.span() for m in _THEME.finditer(text))]
    spans += [span for _, span in when.periods(text, index.years)]
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    idle = frozenset[str]().union(*(cues.idle(heading) for heading in found))
    names = {stem(n.lower()) for n in (index.programme.reviewer, index.programme.council, index.programme.name) if n}
    for concept in concepts(text):
        if concept.stem not in idle | names and not concept.stem.isdigit() and len(concept.word) > 2:
            yield index.with_abbreviation(concept)
