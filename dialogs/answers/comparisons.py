"""Says how recommendations compare, which date is the first or last, and how the decisions went."""

from __future__ import annotations

from collections import defaultdict

from dialogs.answers import facts
from dialogs.words import phrases
from knowledge.model import Decision, Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import Comparison, DecisionTally, Extreme
from knowledge.questions.passages import text_of
from knowledge.questions.searching.index import Index

# Of more recommendations only the one that comes first is told.
_BESIDE = 3
_ALONE = {False: "is due first", True: "has the later date"}


def side_by_side(answer: Comparison, index: Index) -> str:
    """Recommendations side by side; which is due first, or whether they are the same, is said before."""
    told = answer.first if answer.first and len(answer.refs) > _BESIDE else answer.refs
    lines = [facts.sentence(f, index.by_ref[ref], index) for f in answer.fields for ref in told]
    cited = phrases.cited(index.programme, told, facts.told_by(answer.fields))
    return "\n\n".join([*_verdict(answer, index), *lines, cited])


def _verdict(answer: Comparison, index: Index) -> list[str]:
    if answer.first:
        among = f"Of the {len(answer.refs)} you asked about, " if len(answer.refs) > _BESIDE else ""
        return [f"{among}{phrases.recommendations(answer.first)} {_due(answer)}."]
    if not answer.same:
        return []
    equal = all(len({_value(f, ref, index) for ref in answer.refs}) == 1 for f in answer.fields)
    names = {Field.DECISION: "decision", Field.THEME: "theme"}
    what = phrases.joined(names.get(f) or phrases.label(f, index.programme).lower() for f in answer.fields)
    return [f"{'Yes, they have the same' if equal else 'No, they differ in their'} {what}."]


def _due(answer: Comparison) -> str:
    """How the date of `first` compares, as the end of a sentence."""
    if len(answer.first) == 1:
        return "has the latest date" if answer.latest and len(answer.refs) > 2 else _ALONE[answer.latest]
    if set(answer.first) == set(answer.refs):
        return "have the same date"
    return f"have the same date, the {'latest' if answer.latest else 'earliest'} of these"


def _value(field: Field, ref: str, index: Index) -> str:
    rec = index.by_ref[ref]
    leads = ", ".join(sorted(lead.name for lead in rec.leads))
    recorded = {Field.LEADS: leads, Field.DECISION: str(rec.decision), Field.THEME: rec.theme.number}
    return recorded[field] if field in recorded else text_of(rec, field)


def extreme(answer: Extreme, index: Index) -> str:
    """The earliest or latest date of all, and the sentences that give it."""
    periods = [
        x.criterion.period.words for x in answer.aside if isinstance(x, c.Not) and isinstance(x.criterion, c.Due)
    ]
    aside = f", leaving aside {phrases.escaped(phrases.joined(periods))}" if periods else ""
    has, which = ("has" if len(answer.refs) == 1 else "have"), ("latest" if answer.latest else "earliest")
    text = f"{phrases.recommendations(answer.refs)} {has} the {which} date{aside}: {phrases.escaped(answer.words)}."
    dated = [(ref, m) for ref in answer.refs for m in index.by_ref[ref].milestones]
    given = [(ref, m.sentence) for ref, m in dated if (m.latest or m.earliest) == answer.day]
    lines = [f"- Recommendation {ref}: “{phrases.escaped(sentence)}”" for ref, sentence in given]
    return phrases.sourced(text + "\n\n" + "\n".join(lines), index.programme, Field.TIMESCALE, answer.refs)


def tally(_: DecisionTally, index: Index) -> str:
    """How many got which decision, with their numbers, the commonest first."""
    lines = [
        f"- {len(refs)} {phrases.DECIDED[decision]}: {phrases.recommendations(refs)}"
        for decision, refs in sorted(decided(index).items(), key=lambda group: -len(group[1]))
    ]
    text = f"Of the {len(index.refs)} recommendations:\n\n" + "\n".join(lines)
    if len(index.refs) == 1:
        (decision,) = decided(index)
        text = f"{phrases.recommendations(index.refs)}, the only one, was {phrases.DECIDED[decision]}."
    return phrases.sourced(text, index.programme, Field.DECISION)


def decided(index: Index) -> dict[Decision, list[str]]:
    """The recommendations by decision, in natural order."""
    groups: dict[Decision, list[str]] = defaultdict(list)
    for ref in index.refs:
        groups[index.by_ref[ref].decision].append(ref)
    return groups
