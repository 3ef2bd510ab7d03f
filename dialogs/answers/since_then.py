"""Answers with the leads that the council has assigned since, and tells them apart from the document's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from dialogs.answers import standings
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Reply
from dialogs.words import phrases
from knowledge.model import Field, Lead
from knowledge.progress.model import Assignment
from knowledge.progress.standings.records import Records
from knowledge.questions import answer as a
from knowledge.questions import criteria as c
from knowledge.questions.searching.index import Index

ASSIGNED = "{who} assigned {ref} to {names} on {day}{reason}. The document names {documented} for it."
NOBODY = "no lead officer"
SOURCE = "assignment by {who}, {day}"
_SOURCE_LINE = "\n\n_Source: "
# More would bury the answer.
_TOLD = 5


def led(index: Index, records: Records) -> Index:
    """The programme with the leads that count now; the very same where they are the document's."""
    made = [a for a in records.assignments(index.programme.name) if a.names and a.ref in index.by_ref]
    differing = [(a.ref, a.names) for a in made if a.names != _names(index.by_ref[a.ref].leads)]
    return _led(index, tuple(differing)) if differing else index


@lru_cache(8)
def _led(index: Index, names: tuple[tuple[str, tuple[str, ...]], ...]) -> Index:
    return index.led(dict(names))


def added(reply: Reply, answer: a.Answer, moment: Moment, index: Index) -> Reply:
    """The reply with who assigned the leads that it tells of, and whom the document names; the same for any other."""
    concerned = _concerned(answer, index) if index.documented else set[str]()
    if not concerned:
        return reply
    made = [a for a in moment.records.assignments(index.programme.name) if a.ref in concerned][:_TOLD]
    told = [_told(one, index, moment) for one in made]
    note = told[0] if len(told) == 1 else "\n".join(f"- {line}" for line in told)
    head, _, source = reply.text.rpartition(_SOURCE_LINE)
    stamps = dict.fromkeys(_stamp(one, moment) for one in made)
    return replace(reply, text=f"{head or reply.text}\n\n{note}{_SOURCE_LINE}{'; '.join([*stamps, source])}")


def _concerned(answer: a.Answer, index: Index) -> set[str]:
    """Those assigned by the council whose leads an answer tells of, or would if the document's counted."""
    assigned = {*index.documented}
    match answer:
        case a.Facts(refs=refs, fields=fields, claims=claims):
            about = not fields or Field.LEADS in fields or _on_leads(claim for claim, _ in claims)
            return assigned & {*refs} if about else set()
        case a.Comparison(refs=refs, fields=fields) if Field.LEADS in fields:
            return assigned & {*refs}
        case a.Found(ref=ref, fields=fields) if Field.LEADS in fields:
            return assigned & {ref}
        case a.LeadOfficers(names=names):
            return {ref for ref in assigned if {*names} & {*_names(_leads(ref, index)), *_names(index.documented[ref])}}
        case a.Listing(refs=refs, criteria=criteria, fields=fields) if Field.LEADS in fields or _on_leads(criteria):
            return {ref for ref in assigned if ref in refs or _would_meet(ref, answer, index)}
    return set()


def _on_leads(criteria: Iterable[c.Criterion]) -> bool:
    return any(Field.LEADS in c.fields_of(one) for one in criteria)


def _would_meet(ref: str, answer: a.Listing, index: Index) -> bool:
    """Whether a list would have a recommendation by the document's own leads."""
    rec = replace(index.by_ref[ref], leads=index.documented[ref])
    return ref in (answer.among or index.refs) and all(one.holds(rec) for one in answer.criteria)


def _leads(ref: str, index: Index) -> tuple[Lead, ...]:
    return index.by_ref[ref].leads


def _names(leads: Sequence[Lead]) -> tuple[str, ...]:
    return tuple(lead.name for lead in leads)


def _told(assignment: Assignment, index: Index, moment: Moment) -> str:
    return ASSIGNED.format(
        who=phrases.escaped(assignment.by_name),
        ref=phrases.recommendations((assignment.ref,)),
        names=phrases.joined(map(phrases.escaped, assignment.names)),
        day=standings.day_of(assignment.at, moment.knowledge.timezone),
        reason=f" ({phrases.quoted(assignment.reason)})" if assignment.reason else "",
        documented=phrases.joined(map(phrases.escaped, _names(index.documented[assignment.ref]))) or NOBODY,
    )


def _stamp(assignment: Assignment, moment: Moment) -> str:
    day = standings.day_of(assignment.at, moment.knowledge.timezone)
    return SOURCE.format(who=phrases.by(assignment.by_name), day=day)
