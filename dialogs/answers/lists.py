"""Says which recommendations meet something, and how many they are."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.answers.clauses import clause, opposite, theme
from dialogs.words import phrases
from knowledge.model import Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import Listing
from knowledge.questions.language.when import falls
from knowledge.questions.searching.index import Index

# More are told by the first and the last.
_NAMED = 20


def listing(answer: Listing, index: Index) -> str:
    """ "5 of the 15 recommendations have no lead officer recorded: Recommendations 4, 5, 6, 7 and 15."."""
    lines = [f"- Recommendation {ref}: {_shown(ref, answer.fields, index)}" for ref in answer.refs if answer.fields]
    if len(answer.refs) <= 2 and not answer.fields:
        lines = [f"- {x}" for x in _evidence(answer, index)]
    notes = [_nearby(why, refs, bool(answer.refs)) for why, refs in answer.near if refs]
    return "\n\n".join(
        [_headline(answer, index), *(["\n".join(lines)] if lines else []), *notes, _source(answer, index)]
    )


def _headline(answer: Listing, index: Index) -> str:
    """How many there are and which, in a sentence."""
    if (
        answer.criteria
        and isinstance(answer.criteria[-1], c.Not)
        and isinstance(answer.criteria[-1].criterion, c.OneOf)
    ):
        return _verdict(answer) + _others(answer, index)
    many, named = len(answer.refs), phrases.recommendations(answer.refs)
    asked = _verdict(answer)
    match answer.criteria:
        case ():
            if answer.refs == index.refs:
                return _every(answer.refs)
            if answer.counted:
                return f"That makes {'one' if many == 1 else many}: {named}."
            return f"{'It is' if many == 1 else 'They are'} {named}."
        case (c.LedBy((name,)),) if many and not answer.among:
            return f"{asked}{phrases.escaped(name)} leads {phrases.counted(many, 'recommendation')}: {named}."
        case (c.InTheme((number,)),) if many and not answer.among:
            return f"{asked}{theme(number, index)}, has {phrases.counted(many, 'recommendation')}: {named}."
    if not many:
        return f"{asked}{_none(answer, index)}."
    meeting = phrases.joined(clause(x, index, many > 1) for x in answer.criteria)
    return f"{asked}{_share(many, answer, index)} {meeting}: {named}."


def _verdict(answer: Listing) -> str:
    """ "Yes. " or "No. " before a list that answers whether there is any."""
    return ("Yes. " if answer.refs else "No. ") if answer.asked else ""


def _others(answer: Listing, index: Index) -> str:
    """What is left without some: "4 others are in Theme 2 ...: Recommendations 8, 10, 13 and 15."."""
    many, named = len(answer.refs), phrases.recommendations(answer.refs)
    which = phrases.joined(clause(x, index, many > 1) for x in answer.criteria[:-1])
    if not many:
        return f"No other recommendation {which}." if which else "There is no other recommendation."
    if not which:
        return f"There is one other: {named}." if many == 1 else f"There are {many} others: {named}."
    return f"One other {which}: {named}." if many == 1 else f"{many} others {which}: {named}."


def _every(refs: Sequence[str]) -> str:
    """How many there are at all; of many, from which to which."""
    if len(refs) == 1:
        return f"There is one recommendation: {phrases.recommendations(refs)}."
    if len(refs) > _NAMED:
        first, last = phrases.escaped(refs[0]), phrases.escaped(refs[-1])
        return f"There are {len(refs)} recommendations, numbered {first} to {last}."
    return f"There are {len(refs)} recommendations: {phrases.recommendations(refs)}."


def _share(many: int, answer: Listing, index: Index) -> str:
    """ "5 of the 15 recommendations", "One of the 5 you asked about", "All 4 you asked about"."""
    whole = len(answer.among or index.refs)
    pool = f"{whole} you asked about" if answer.among else f"{whole} recommendations"
    if many == whole > 1:
        return f"All {pool}" if whole > 2 else f"Both {pool.removeprefix('2 ')}"
    return f"{'One' if many == 1 else many} of the {pool}" if whole > 1 else _only(answer)


def _only(answer: Listing) -> str:
    return "The one you asked about" if answer.among else "The only recommendation"


def _none(answer: Listing, index: Index) -> str:
    """ "No recommendation led by Sue Myers was accepted": the last clause is told of those that meet the others."""
    *others, last = answer.criteria
    among = answer.among or index.refs
    pool = [ref for ref in among if all(x.holds(index.by_ref[ref]) for x in others)]
    if isinstance(last, c.Not) and pool:
        return f"{_all_of(others, answer, index)} {clause(last.criterion, index, many=not others and len(among) > 1)}"
    ending = clause(last, index, many=False)
    if others:
        return f"No {_those(others, answer, index)} {ending}"
    if len(among) == 1:
        return f"{_only(answer)} {clause(opposite(last), index, many=False)}"
    none = "Neither" if len(among) == 2 else "None"
    return f"{none} of the {len(among)} {'you asked about' if answer.among else 'recommendations'} {ending}"


def _all_of(others: Sequence[c.Criterion], answer: Listing, index: Index) -> str:
    """ "All 15 recommendations", "Every recommendation in Theme 2", which reads better than "none has no lead"."""
    return (
        f"Every {_those(others, answer, index)}" if others else _share(len(answer.among or index.refs), answer, index)
    )


def _those(criteria: Sequence[c.Criterion], answer: Listing, index: Index) -> str:
    """ "recommendation led by Sue Myers", "recommendation you asked about that has a lead officer recorded"."""
    that = f"that {phrases.joined(clause(x, index, many=False) for x in criteria)}"
    short = that.removeprefix("that is ") if len(criteria) == 1 and not answer.among else that
    asked = " you asked about" if answer.among else ""
    return f"recommendation{asked} {short}{',' if short.endswith('”') else ''}"


def _shown(ref: str, fields: tuple[Field, ...], index: Index) -> str:
    rec = index.by_ref[ref]
    shown = {
        Field.LEADS: phrases.people(rec.leads) or "no lead officer recorded",
        Field.TIMESCALE: phrases.joined(phrases.dates(rec.milestones)) or "no date given",
        Field.DECISION: phrases.DECIDED[rec.decision],
        Field.THEME: phrases.theme(rec.theme) or "no theme",
    }
    return "; ".join(shown[f] for f in fields)


def _evidence(answer: Listing, index: Index) -> list[str]:
    """For a short list: the sentence with the date, or what each says."""
    due = [period for x in answer.criteria for period in c.periods_of(x)]
    found = []
    for ref in answer.refs:
        spoken = [m.sentence for m in index.by_ref[ref].milestones for p in due if falls(m, p)]
        found += [f"Recommendation {ref}: “{phrases.escaped(s)}”" for s in dict.fromkeys(spoken)]
        if not due:
            found.append(f"Recommendation {ref}: “{phrases.gist(index, ref)}”")
    return found


def _nearby(why: str, refs: tuple[str, ...], beside: bool) -> str:
    """Others worth knowing of; with none to stand `beside`, they are all there is, and named."""
    many = len(refs) > 1
    if why == "around then":
        return f"{phrases.recommendations(refs)} {'give' if many else 'gives'} a longer span of time that takes it in."
    if not beside:
        return f"{phrases.recommendations(refs)} {'were' if many else 'was'} {why}."
    return f"{phrases.counted(len(refs), 'other').capitalize()} {'were' if many else 'was'} {why}."


def _source(answer: Listing, index: Index) -> str:
    fields = dict.fromkeys([*(f for x in answer.criteria for f in c.fields_of(x)), *answer.fields])
    labels = phrases.joined(phrases.label(f, index.programme) for f in fields if f is not Field.RECOMMENDATION)
    places = [phrases.short_title(index.programme), f"{labels} of each recommendation" if labels else ""]
    return phrases.sources(*places)
