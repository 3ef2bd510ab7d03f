"""Says a criterion as the end of a sentence: "have no lead officer recorded"."""

from __future__ import annotations

from dialogs.words import phrases
from knowledge.model import Decision, Theme
from knowledge.questions import criteria as c
from knowledge.questions.language.when import Period, Relation
from knowledge.questions.searching.index import Index

_BEFORE_WORD = {Relation.BEFORE: "before", Relation.AFTER: "after", Relation.FROM: "from", Relation.BY: "by"}


def clause(criterion: c.Criterion, index: Index, many: bool) -> str:
    """A criterion as the end of a sentence: "have no lead officer recorded"; `many` says of how many."""
    negated = isinstance(criterion, c.Not)
    inner = criterion.criterion if isinstance(criterion, c.Not) else criterion
    if isinstance(inner, c.AnyOf):
        each = (opposite(one) if negated else one for one in inner.criteria)
        return phrases.joined((clause(one, index, many) for one in each), "and" if negated else "or")
    be, have, was = ("are", "have", "were") if many else ("is", "has", "was")
    no = "not " if negated else ""
    match inner:
        case c.InTheme(numbers):
            return f"{be} {no}in {phrases.joined((theme(n, index) for n in numbers), 'or')}"
        case c.LedBy(names):
            return f"{be} {no}led by {phrases.joined(map(phrases.escaped, names), 'or')}"
        case c.Decided(decisions):
            return f"{was} {_decided([phrases.DECIDED[d] for d in decisions], negated)}"
        case c.OneOf(refs):
            return f"{be} {no}{phrases.recommendations(refs)}"
        case c.Mentions():
            return _mentioned(inner, index, negated, many)
    return f"{have} {_had(inner, negated)}"


def opposite(criterion: c.Criterion) -> c.Criterion:
    """What holds where a criterion doesn't."""
    return criterion.criterion if isinstance(criterion, c.Not) else c.Not(criterion)


def _had(criterion: c.Condition, negated: bool) -> str:
    """What a recommendation has: a lead, a date."""
    no = "no" if negated else "a"
    match criterion:
        case c.HasLead():
            return f"{no} lead officer recorded"
        case c.SharedLead():
            return "no more than one lead officer" if negated else "more than one lead officer"
        case c.Due() | c.DueEither():
            spans = [f"{_when(p)} {phrases.escaped(p.words)}" for p in c.periods_of(criterion)]
            return f"{no} date {phrases.joined(spans, 'or')}"
    return f"{no} date in the timescale"


def _mentioned(criterion: c.Mentions, index: Index, negated: bool, many: bool) -> str:
    where = f" under “{phrases.label(criterion.field, index.programme)}”" if criterion.field else ""
    mention = ("mention" if many else "mentions") if not negated else "don’t mention" if many else "doesn’t mention"
    return f"{mention} “{phrases.escaped(criterion.words)}”{where}"


def _decided(words: list[str], negated: bool) -> str:
    if negated and len(words) > 1:
        return f"neither {phrases.joined(words, 'nor')}"
    if negated and words == [phrases.DECIDED[Decision.ACCEPT]]:
        return "not accepted in full"
    return f"{'not ' if negated else ''}{phrases.joined(words, 'or')}"


def _when(period: Period) -> str:
    """ "By December 2011" lists what is dated so, and says it as "in"; only a whole year's end is truly "by"."""
    if period.relation is Relation.IN or (period.relation is Relation.BY and period.exact):
        return "at" if period.words.startswith(("the end of", "the start of", "the beginning of")) else "in"
    return _BEFORE_WORD[period.relation]


def theme(number: str, index: Index) -> str:
    """A theme by its number, with its title where it has one."""
    return phrases.theme(next((t for t in index.programme.themes if t.number == number), Theme(number, "")))
