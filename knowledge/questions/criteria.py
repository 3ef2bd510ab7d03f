"""What a list may be narrowed by: small values that a recommendation meets or doesn't."""

from __future__ import annotations

from dataclasses import dataclass, replace

from knowledge.model import Decision, Field, Precision, Recommendation
from knowledge.questions.language import when


@dataclass(frozen=True, slots=True)
class InTheme:
    """Stands in one of these themes."""

    numbers: tuple[str, ...]

    def holds(self, rec: Recommendation) -> bool:
        return rec.theme.number in self.numbers


@dataclass(frozen=True, slots=True)
class LedBy:
    """Has one of these lead officers, named as the document does."""

    names: tuple[str, ...]

    def holds(self, rec: Recommendation) -> bool:
        return any(lead.name in self.names for lead in rec.leads)


@dataclass(frozen=True, slots=True)
class HasLead:
    """Has any lead officer recorded."""

    def holds(self, rec: Recommendation) -> bool:
        return bool(rec.leads)


@dataclass(frozen=True, slots=True)
class SharedLead:
    """Has more than one lead officer."""

    def holds(self, rec: Recommendation) -> bool:
        return len(rec.leads) > 1


@dataclass(frozen=True, slots=True)
class Decided:
    """Got one of these decisions."""

    decisions: tuple[Decision, ...]

    def holds(self, rec: Recommendation) -> bool:
        return rec.decision in self.decisions


@dataclass(frozen=True, slots=True)
class Due:
    """Has a milestone that lies so to the period."""

    period: when.Period

    def holds(self, rec: Recommendation) -> bool:
        return any(when.falls(m, self.period) for m in rec.milestones)


@dataclass(frozen=True, slots=True)
class DueEither:
    """Has a milestone that lies so to any of the periods."""

    periods: tuple[when.Period, ...]

    def holds(self, rec: Recommendation) -> bool:
        return any(when.falls(m, period) for m in rec.milestones for period in self.periods)


@dataclass(frozen=True, slots=True)
class HasDate:
    """Has a date in its timescale, however vague."""

    def holds(self, rec: Recommendation) -> bool:
        return any(m.precision is not Precision.UNDATED for m in rec.milestones)


@dataclass(frozen=True, slots=True)
class Mentions:
    """Is one of `refs`, which say these words; `field` is where they were looked for, None = anywhere."""

    words: str
    refs: tuple[str, ...]
    field: Field | None = None

    def holds(self, rec: Recommendation) -> bool:
        return rec.ref in self.refs


@dataclass(frozen=True, slots=True)
class OneOf:
    """Is one of these recommendations."""

    refs: tuple[str, ...]

    def holds(self, rec: Recommendation) -> bool:
        return rec.ref in self.refs


@dataclass(frozen=True, slots=True)
class Not:
    """Doesn't meet the criterion."""

    criterion: Condition

    def holds(self, rec: Recommendation) -> bool:
        return not self.criterion.holds(rec)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Meets at least one of the criteria."""

    criteria: tuple[Criterion, ...]

    def holds(self, rec: Recommendation) -> bool:
        return any(one.holds(rec) for one in self.criteria)


Condition = InTheme | LedBy | HasLead | SharedLead | Decided | Due | DueEither | HasDate | Mentions | OneOf | AnyOf
Criterion = Condition | Not


def periods_of(criterion: Criterion) -> tuple[when.Period, ...]:
    """The periods in which a recommendation is to be due; none where the criterion isn't about that."""
    match criterion:
        case Due(period):
            return (period,)
        case DueEither(periods):
            return periods
        case AnyOf(criteria):
            return tuple(period for one in criteria for period in periods_of(one))
    return ()


def field_of(criterion: Criterion) -> Field:
    """The field that tells whether a criterion is met; the leads where it says something, else the wording."""
    match criterion.criterion if isinstance(criterion, Not) else criterion:
        case InTheme():
            return Field.THEME
        case Decided():
            return Field.DECISION
        case Due() | DueEither() | HasDate():
            return Field.TIMESCALE
        case Mentions(_, _, field):
            return field or Field.RECOMMENDATION
        case OneOf():
            return Field.RECOMMENDATION
        case AnyOf((first, *_)):
            return field_of(first)
    return Field.LEADS


def fields_of(criterion: Criterion) -> tuple[Field, ...]:
    """As `field_of`, for each part of a criterion that has several."""
    if isinstance(criterion, AnyOf):
        return tuple(dict.fromkeys(field for one in criterion.criteria for field in fields_of(one)))
    return (field_of(criterion),)


def tells_apart(criterion: Criterion) -> tuple[Field, ...]:
    """The fields by which it tells one recommendation from another, but for the mere lack of one."""
    inner = criterion.criterion if isinstance(criterion, Not) else criterion
    if isinstance(inner, AnyOf):
        return tuple(field for one in inner.criteria for field in tells_apart(one))
    return (field_of(inner),) if isinstance(inner, Decided | Due | DueEither) else ()


def cumulative(criterion: Criterion) -> Criterion:
    """The criterion with "by December 2011" as everything up to then, which a claim about one recommendation means."""
    if isinstance(criterion, Due) and criterion.period.relation is when.Relation.BY:
        return Due(replace(criterion.period, exact=False))
    return criterion
