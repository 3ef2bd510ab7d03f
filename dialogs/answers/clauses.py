"""Says a criterion as the end of a sentence: "have no lead officer recorded"."""

from __future__ import annotations

from dialogs import phrases
from knowledge.model import Theme
from knowledge.questions import criteria as c
from knowledge.questions.index import Index
from knowledge.questions.when import Relation

_BEFORE_WORD = {Relation.BEFORE: "before", Relation.AFTER: "after", Relation.FROM: "from", Relation.BY: "by"}


def clause(criterion: c.Criterion, index: Index, many: bool) -> str:
    """A criterion as the end of a sentence: "have no lead officer recorded"; `many` says of how many."""
    negated = isinstance(criterion, c.Not)
    inner = criterion.criterion if isinstance(criterion, c.Not) else criterion
    be, have, was = ("are", "have", "were") if many else ("is", "has", "was")
    no = "not " if negated else ""
    match inner:
        case c.InTheme(numbers):
            return f"{be} {no}in {phrases.joined((theme(n, index) for n in numbers), 'or')}"
        case c.LedBy(names):
            return f"{be} {no}led by {phrases.joined(map(phrases.escaped, names), 'or')}"
        case c.HasLead():
            return f"{have} {'no' if negated else 'a'} lead officer recorded"
        case c.SharedLead():
            return f"{have} {'no more than one lead officer' if negated else 'more than one lead officer'}"
        case c.Decided(decisions):
            return f"{was} {_decided([phrases.DECIDED[d] for d in decisions], negated)}"
        case c.Due() | c.DueEither():
            spans = [f"{_when(p.relation, p.exact)} {phrases.escaped(p.words)}" for p in c.periods_of(inner)]
            return f"{have} {'no' if negated else 'a'} date {phrases.joined(spans, 'or')}"
        case c.HasDate():
            return f"{have} {'no' if negated else 'a'} date in the timescale"
        case c.OneOf(refs):
            return f"{be} {no}{phrases.recommendations(refs)}"
        case c.Mentions(words, _, field):
            where = f" under “{phrases.label(field, index.programme)}”" if field else ""
            return (
                f"{'don’t mention' if negated else 'mention' if many else 'mentions'} “{phrases.escaped(words)}”{where}"
            )


def _decided(words: list[str], negated: bool) -> str:
    if negated and len(words) > 1:
        return f"neither {phrases.joined(words, 'nor')}"
    return f"{'not ' if negated else ''}{phrases.joined(words, 'or')}"


def _when(relation: Relation, exact: bool) -> str:
    """ "By December 2011" lists what is dated so, and says it as "in"; only a whole year's end is truly "by"."""
    return "in" if relation is Relation.IN or (relation is Relation.BY and exact) else _BEFORE_WORD[relation]


def theme(number: str, index: Index) -> str:
    """A theme by its number, with its title where it has one."""
    return phrases.theme(next((t for t in index.programme.themes if t.number == number), Theme(number, "")))
