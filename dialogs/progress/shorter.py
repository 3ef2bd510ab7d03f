"""Says once more, in short, what was answered last: the fact alone, or the first sentence."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs import summary
from dialogs.answers import standings
from dialogs.ask import context
from dialogs.progress.asked import PROGRESS
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.model import Field
from knowledge.questions.passages import text_of
from knowledge.questions.searching.index import Index

NOTHING = (
    "There is no answer of mine just before that I could shorten. Ask about a recommendation, for example “what does "
    "{ref} say?”, and then say “shorter”."
)
PLAIN = "I only quote the document, in its own words, and can’t put it into others. In short:"
# Of more than so many, only the numbers are told again.
_EACH = 3


def take(moment: Moment) -> Turn | None:
    """ "Shorter please", "too long", "in plain English"; None for any other message."""
    index = moment.index
    if index is None or not (moment.says("shorter") or moment.says("plain english")):
        return None
    if headline := summary.headline_again(moment):
        return moment.turn(headline, draft=moment.memory.draft)
    about = moment.reading.named.refs if moment.reading else ()
    again = about or tuple(ref for ref in moment.memory.refs if ref in index.by_ref)
    if not again:
        return moment.turn(NOTHING.format(ref=index.refs[-1]), draft=moment.memory.draft)
    fields = () if about else moment.memory.fields
    told = _told(again, fields, moment, index)
    plain = [PLAIN] if moment.says("plain english") and fields != (PROGRESS,) else []
    text = "\n\n".join([*plain, *told])
    return moment.turn(text, draft=moment.memory.draft, refs=again, fields=fields)


def _told(refs: Sequence[str], fields: Sequence[str], moment: Moment, index: Index) -> list[str]:
    """Each in a line; of many, which they are. The source stands below, as everywhere."""
    if len(refs) > _EACH:
        return [f"{phrases.recommendations(refs)}."]
    if tuple(fields) == (PROGRESS,):
        stood = [moment.standing(index, ref) for ref in refs]
        rows = [f"{standings.row(s, moment.today, moment.knowledge.timezone)}." for s in stood]
        return [*rows, standings.source(*(s.report for s in stood), timezone=moment.knowledge.timezone)]
    asked = context(moment.memory).fields if fields else ()
    told = asked or (Field.RECOMMENDATION,)
    lines = ["; ".join(_fact(field, ref, moment, index) for field in told) for ref in refs]
    lines = [f"{phrases.recommendations((ref,))}: {line}" for ref, line in zip(refs, lines, strict=True)]
    return [*lines, phrases.cited(index.programme, refs, told)]


def _fact(field: Field, ref: str, moment: Moment, index: Index) -> str:
    """What stands in one field, and nothing else."""
    rec = index.by_ref[ref]
    match field:
        case Field.LEADS:
            return phrases.joined(map(phrases.escaped, moment.standing(index, ref).leads)) or "no lead"
        case Field.TIMESCALE:
            due = moment.standing(index, ref).due
            own = [f"the council’s own target is {standings.day(due)}"] if due else []
            return "; ".join([*own, phrases.joined(phrases.dates(rec.milestones)) or "no date"])
        case Field.DECISION:
            return phrases.DECIDED[rec.decision]
        case Field.THEME:
            return phrases.theme(rec.theme) or "no theme"
    text = text_of(rec, field)
    return phrases.quoted(phrases.first_sentence(text)) if text else "nothing"
