"""Says which recommendations meet something, how many they are, and how they compare."""

from __future__ import annotations

from collections import Counter

from dialogs import phrases
from dialogs.answers import facts
from knowledge.model import Decision, Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import Comparison, DecisionTally, Extreme, LeadOfficers, Listing, NoTheme, Themes
from knowledge.questions.index import Index
from knowledge.questions.passages import text_of
from knowledge.questions.when import Relation

_BEFORE_WORD = {Relation.BEFORE: "before", Relation.AFTER: "after", Relation.FROM: "from", Relation.BY: "by"}


def listing(answer: Listing, index: Index) -> str:
    """ "5 of the 15 recommendations have no lead officer recorded: Recommendations 4, 5, 6, 7 and 15."."""
    lines = [f"- Recommendation {ref}: {_shown(ref, answer.fields, index)}" for ref in answer.refs if answer.fields]
    if len(answer.refs) <= 2 and not answer.fields:
        lines = [f"- {x}" for x in _evidence(answer, index)]
    notes = [_nearby(why, refs) for why, refs in answer.near if refs]
    return "\n\n".join([_headline(answer, index), *(["\n".join(lines)] if lines else []), *notes, _source(answer, index)])


def _headline(answer: Listing, index: Index) -> str:
    """How many there are and which, in a sentence."""
    many, named = len(answer.refs), phrases.recommendations(answer.refs)
    verdict = ("Yes. " if many else "No. ") if answer.asked else ""
    pool = f"the {len(answer.among)} you asked about" if answer.among else f"the {len(index.refs)} recommendations"
    match answer.criteria:
        case ():
            return f"There are {many} recommendations: {', '.join(answer.refs)}." if answer.counted else f"They are {named}."
        case (c.LedBy((name,)),) if many and not answer.among:
            return f"{verdict}{name} leads {phrases.counted(many, 'recommendation')}: {named}."
        case (c.InTheme((number,)),) if many and not answer.among:
            title = next(t.title for t in index.programme.themes if t.number == number)
            return f"{verdict}Theme {number}, “{title}”, has {phrases.counted(many, 'recommendation')}: {named}."
    clause = phrases.joined(_clause(x, index, many > 1) for x in answer.criteria)
    if not many:
        return f"{verdict}None of {pool} {clause}."
    return f"{verdict}{'One' if many == 1 else many} of {pool} {clause}: {named}."


def _clause(criterion: c.Criterion, index: Index, many: bool) -> str:
    """A criterion as the end of a sentence: "have no lead officer recorded"."""
    negated = isinstance(criterion, c.Not)
    inner = criterion.criterion if isinstance(criterion, c.Not) else criterion
    be, have, was = ("are", "have", "were") if many else ("is", "has", "was")
    no = "not " if negated else ""
    match inner:
        case c.InTheme(numbers):
            titles = {t.number: t.title for t in index.programme.themes}
            return f"{be} {no}in " + phrases.joined((f"Theme {n}, “{titles.get(n, '')}”" for n in numbers), "or")
        case c.LedBy(names):
            return f"{be} {no}led by {phrases.joined(names, 'or')}"
        case c.HasLead():
            return f"{have} {'no' if negated else 'a'} lead officer recorded"
        case c.SharedLead():
            return f"{have} {'no more than one lead officer' if negated else 'more than one lead officer'}"
        case c.Decided(decisions):
            return f"{was} {no}{phrases.joined((phrases.DECIDED[d] for d in decisions), 'or')}"
        case c.Due(period):
            return f"{have} {'no' if negated else 'a'} date {_when(period.relation, period.exact)} {period.words}"
        case c.HasDate():
            return f"{have} {'no' if negated else 'a'} date in the timescale"
        case c.Mentions(words, _, field):
            where = f" under “{phrases.label(field, index.programme)}”" if field else ""
            return f"{'don’t mention' if negated else 'mention' if many else 'mentions'} “{phrases.escaped(words)}”{where}"


def _when(relation: Relation, exact: bool) -> str:
    """ "By December 2011" lists what is dated so, and says it as "in"; only a whole year's end is truly "by"."""
    return "in" if relation is Relation.IN or (relation is Relation.BY and exact) else _BEFORE_WORD[relation]


def _shown(ref: str, fields: tuple[Field, ...], index: Index) -> str:
    rec = index.by_ref[ref]
    shown = {
        Field.LEADS: phrases.joined(map(phrases.person, rec.leads)) or "no lead officer recorded",
        Field.TIMESCALE: phrases.joined(phrases.dates(rec.milestones)) or "no date given",
        Field.DECISION: phrases.DECIDED[rec.decision],
        Field.THEME: phrases.theme(rec),
    }
    return "; ".join(shown[f] for f in fields)


def _evidence(answer: Listing, index: Index) -> list[str]:
    """For a short list: the sentence with the date, or what each says."""
    due = [x.period for x in answer.criteria if isinstance(x, c.Due)]
    found = []
    for ref in answer.refs:
        spoken = [m.sentence for m in index.by_ref[ref].milestones for p in due if c.when.falls(m, p)]
        found += [f"Recommendation {ref}: “{phrases.escaped(s)}”" for s in dict.fromkeys(spoken)]
        if not due:
            found.append(f"Recommendation {ref}: “{phrases.escaped(phrases.gist(index, ref))}”")
    return found


def _nearby(why: str, refs: tuple[str, ...]) -> str:
    if why == "around then":
        return f"{phrases.recommendations(refs)} {'give' if len(refs) > 1 else 'gives'} a longer span of time that takes it in."
    return f"{phrases.counted(len(refs), 'other').capitalize()} {'was' if len(refs) == 1 else 'were'} {why}."


def _source(answer: Listing, index: Index) -> str:
    fields = dict.fromkeys(f for f in [*map(_field, answer.criteria), *answer.fields] if f)
    labels = phrases.joined(phrases.label(f, index.programme) for f in fields)
    places = [phrases.short_title(index.programme), f"{labels} of each recommendation" if labels else ""]
    return f"_Source: {phrases.escaped(', '.join(p for p in places if p))}_"


def _field(criterion: c.Criterion) -> Field | None:
    match criterion.criterion if isinstance(criterion, c.Not) else criterion:
        case c.InTheme():
            return Field.THEME
        case c.Decided():
            return Field.DECISION
        case c.Due() | c.HasDate():
            return Field.TIMESCALE
        case c.Mentions(_, _, field):
            return field
    return Field.LEADS


def leads(answer: LeadOfficers, index: Index) -> str:
    """The lead officers, their roles and what they lead."""
    led = {n: [r for r in index.refs if c.LedBy((n,)).holds(index.by_ref[r])] for n in answer.names}
    if answer.tally:
        return phrases.sourced(_tally(answer.tally, led), index.programme, Field.LEADS)
    lines = [f"{name}, {phrases.joined(index.roles[name], 'also')}: {phrases.recommendations(led[name])}" for name in answer.names]
    if len(lines) == 1:
        name = answer.names[0]
        roles = phrases.joined((f"{r}" for r in index.roles[name]), "and")
        text = f"{name} is {roles}. {name.split()[0]} leads {phrases.recommendations(led[name])}."
        return phrases.sourced(text, index.programme, Field.LEADS)
    text = f"{len(lines)} lead officers are named:\n\n" + "\n".join(f"- {x}" for x in lines)
    return phrases.sourced(text, index.programme, Field.LEADS)


def _tally(which: str, led: dict[str, list[str]]) -> str:
    counts = Counter({name: len(refs) for name, refs in led.items()})
    best = max(counts.values()) if which == "most" else min(counts.values())
    names = [n for n, count in counts.items() if count == best]
    verb = "leads" if len(names) == 1 else "each lead"
    extent = f"the {which}" if len(names) == 1 else f"{which}"
    return f"{phrases.joined(names)} {verb} {extent}: {phrases.joined(f'{phrases.recommendations(led[n])}' for n in names)} ({best})."


def themes(answer: Themes, index: Index) -> str:
    """The themes, or the one with the most of something."""
    known = [t for t in index.programme.themes if t.number in answer.numbers]
    if answer.tally:
        return phrases.sourced(_most(answer, index), index.programme, Field.THEME)
    lines = [
        f"- Theme {t.number}, “{t.title}”: {phrases.recommendations([r for r in index.refs if index.by_ref[r].theme == t])}"
        for t in known
    ]
    return phrases.sourced(f"There are {len(known)} themes:\n\n" + "\n".join(lines), index.programme, Field.THEME)


def _most(answer: Themes, index: Index) -> str:
    meeting = [index.by_ref[r] for r in index.refs if all(x.holds(index.by_ref[r]) for x in answer.tally)]
    counts = {t: [rec.ref for rec in meeting if rec.theme == t] for t in index.programme.themes}
    best = (max if answer.most else min)(map(len, counts.values()))
    clauses = [_clause(x, index, best != 1) for x in answer.tally if not isinstance(x, c.InTheme)]
    named = [f"Theme {t.number}, “{t.title}”" for t, refs in counts.items() if len(refs) == best]
    what = f" that {phrases.joined(clauses)}" if clauses else ""
    refs = [r for t, found in counts.items() if len(found) == best for r in found]
    has = "has" if len(named) == 1 else "each have"
    which = f": {phrases.recommendations(refs)}" if refs else ""
    return f"{phrases.joined(named)} {has} the {'most' if answer.most else 'fewest'} recommendations{what}, {best}{which}."


def no_theme(answer: NoTheme, index: Index) -> str:
    """That a theme doesn't exist, and which do."""
    numbers = [t.number for t in index.programme.themes]
    named = phrases.joined((f"a Theme {n}" for n in answer.numbers), "or")
    return f"The document doesn’t have {named}. Its {len(numbers)} themes are numbered {numbers[0]} to {numbers[-1]}."


def comparison(answer: Comparison, index: Index) -> str:
    """Recommendations side by side; which is due first, or whether they are the same, is said before."""
    lines = [facts.sentence(f, index.by_ref[ref], index) for f in answer.fields for ref in answer.refs]
    return "\n\n".join([*_first(answer, index), *lines, phrases.cited(index.programme, answer.refs, answer.fields)])


def _first(answer: Comparison, index: Index) -> list[str]:
    if answer.first:
        which = "has the later date" if answer.latest else "is due first"
        both = "have the same date" if len(answer.first) > 1 else which
        return [f"{phrases.recommendations(answer.first)} {both}."]
    if not answer.same:
        return []
    equal = all(len({_value(f, ref, index) for ref in answer.refs}) == 1 for f in answer.fields)
    what = phrases.joined(phrases.label(f, index.programme).lower() if f is not Field.DECISION else "decision" for f in answer.fields)
    return [f"{'Yes, they have the same' if equal else 'No, they differ in their'} {what}."]


def _value(field: Field, ref: str, index: Index) -> str:
    rec = index.by_ref[ref]
    plain = {Field.LEADS: str([lead.name for lead in rec.leads]), Field.DECISION: rec.decision, Field.THEME: rec.theme.number}
    return str(plain.get(field) or text_of(rec, field))


def extreme(answer: Extreme, index: Index) -> str:
    """The earliest or latest date of all."""
    which = "latest" if answer.latest else "earliest"
    aside = ", leaving aside " + phrases.joined(x.criterion.period.words for x in answer.aside if isinstance(x, c.Not) and isinstance(x.criterion, c.Due)) if answer.aside else ""
    verb = "has" if len(answer.refs) == 1 else "have"
    text = f"{phrases.recommendations(answer.refs)} {verb} the {which} date{aside}: {answer.words}."
    found = [f"- Recommendation {r}: “{phrases.escaped(m.sentence)}”" for r in answer.refs for m in index.by_ref[r].milestones if m.words == answer.words]
    return phrases.sourced("\n\n".join([text, "\n".join(found)]), index.programme, Field.TIMESCALE, answer.refs)


def tally(_: DecisionTally, index: Index) -> str:
    """How many got which decision, with their numbers."""
    groups = {d: [r for r in index.refs if index.by_ref[r].decision is d] for d in Decision}
    ranked = sorted((d for d in Decision if groups[d]), key=lambda d: -len(groups[d]))
    lines = [f"- {len(groups[d])} {phrases.DECIDED[d]}: {phrases.recommendations(groups[d])}" for d in ranked]
    text = f"Of the {len(index.refs)} recommendations:\n\n" + "\n".join(lines)
    return phrases.sourced(text, index.programme, Field.DECISION)


def decisions_told(index: Index) -> str:
    """How many got which decision."""
    counts = Counter(rec.decision for rec in index.programme.recommendations)
    return phrases.joined(f"{counts[d]} {phrases.DECIDED[d]}" for d in Decision if counts[d])
