"""Answers a question: works out what is meant, puts it into words and a card, and keeps what it was about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, singledispatch
from typing import Any

from dialogs import cards
from dialogs.answers import comparisons, content, facts, leads, lists, refusals, themes
from dialogs.answers.refusals import OFFERED
from dialogs.turns.turn import Card, Memory, Reply
from knowledge.model import Field
from knowledge.questions import answer as a
from knowledge.questions import criteria as c
from knowledge.questions.answering import answer as answered
from knowledge.questions.parsing.splitting import questions_in
from knowledge.questions.searching.index import Index

# Turns that "the first one" can go back to.
_TRAIL = 20
# Answers that are worked out once, a few kilobytes each: what a button says is the same each time, and so is much of
# what people ask. Nothing in an answer depends on who asks, or when.
_ONCE = 256
_FIELDS = {str(field): field for field in Field}


@dataclass(frozen=True, slots=True)
class Part:
    """One question of a message with its answer; `memory` is what the conversation was about before it.

    `kept` says that somebody has answered it before, and that the reply tells so.
    """

    question: str
    answer: a.Answer
    reply: Reply
    memory: Memory
    kept: bool = False


def ask(text: str, memory: Memory, index: Index) -> tuple[Reply, Memory]:
    """The reply to a message, and what the conversation is about from now on; each of its questions is answered."""
    parts, memory = each(text, memory, index)
    return joined(parts), memory


def each(text: str, memory: Memory, index: Index) -> tuple[list[Part], Memory]:
    """As `ask`, the questions apart."""
    parts = []
    for question in questions_in(text, index):
        found, reply = _said(question, context(memory), index)
        parts.append(Part(question, found, reply, memory))
        about = found.nearest or found if isinstance(found, a.Aside) else found
        memory = _remembered(about, memory, index)
    return parts, memory


def is_sure(text: str, memory: Memory, index: Index) -> bool:
    """Whether each question of a message has an answer that is certain to be the one."""
    return all(_certain(part.answer) for part in each(text, memory, index)[0])


def _certain(answer: a.Answer) -> bool:
    match answer:
        case a.Quote(sure=sure) | a.Aside(sure=sure) | a.Found(sure=sure):
            return sure
        case a.Facts() | a.Listing() | a.Comparison():
            return bool(answer.refs)
    return isinstance(answer, a.LeadOfficers | a.Extreme | a.Themes | a.DecisionTally)


@lru_cache(_ONCE)
def _said(question: str, context: a.Context, index: Index) -> tuple[a.Answer, Reply]:
    """The answer to one question, and how it is put. Others get the same card: nobody may change it."""
    found = answered(question, context, index)
    return found, Reply(worded(found, index), shown(found, index))


def joined(parts: Sequence[Part]) -> Reply:
    """One reply of several, with the first card that there is."""
    if len(parts) == 1:
        return parts[0].reply
    card = next((part.reply.card for part in parts if part.reply.card), None)
    return Reply("\n\n".join(dict.fromkeys(part.reply.text for part in parts)), card)


@singledispatch
def worded(answer: a.Answer, index: Index) -> str:
    """An answer in words, complete without its card."""
    raise TypeError(answer, index)


worded.register(a.Facts)(facts.say)
worded.register(a.Listing)(lists.listing)
worded.register(a.LeadOfficers)(leads.say)
worded.register(a.Themes)(themes.say)
worded.register(a.DecisionTally)(comparisons.tally)
worded.register(a.NoTheme)(themes.none)
worded.register(a.Comparison)(comparisons.side_by_side)
worded.register(a.Extreme)(comparisons.extreme)
worded.register(a.Quote)(content.quote)
worded.register(a.Aside)(content.aside)
worded.register(a.Found)(content.found)
worded.register(a.Definition)(content.definition)
worded.register(a.NoSuch)(refusals.no_such)
worded.register(a.NotRecorded)(refusals.not_recorded)
worded.register(a.Unrecorded)(refusals.unrecorded)
worded.register(a.WhichPerson)(refusals.which_person)
worded.register(a.Stranger)(refusals.stranger)
worded.register(a.Which)(refusals.which)
worded.register(a.OutOfScope)(refusals.out_of_scope)
worded.register(a.About)(refusals.about)


def shown(answer: a.Answer, index: Index) -> Card | None:
    """The card that adds to an answer, if one helps."""
    match answer:
        case a.Facts(refs=(ref,)):
            return cards.recommendation(ref, index, answer.fields or (Field.RECOMMENDATION,))
        case a.Facts() | a.Comparison() | a.Extreme():
            return cards.table(answer.refs, index)
        case a.Listing(refs=(_, *_)):
            return cards.table((*answer.refs, *(r for _, refs in answer.near for r in refs)), index)
        case a.Listing(near=((_, (_, *_)), *_)):
            return cards.table(answer.near[0][1], index)
        case a.Quote():
            return cards.passage(answer.refs, answer.passages[0].field, index, tuple(p.text for p in answer.passages))
        case a.Found():
            return cards.recommendation(answer.ref, index, (answer.passage.field, *answer.fields))
        case a.LeadOfficers():
            return cards.people(answer.names, index)
        case a.NotRecorded(nearest=passage) if passage is not None:
            return cards.passage((passage.ref,), passage.field, index)
    return _choices(answer)


def _choices(answer: a.Answer) -> Card | None:
    """What may be meant, to press; the text has asked already."""
    match answer:
        case a.WhichPerson():
            return cards.questions("", [f"Who is {name}?" for name in answer.names])
        case a.Which(options=(_, *_)):
            return cards.questions("", [f"Recommendation {ref}" for ref in answer.options[:OFFERED]])
    return None


def context(memory: Memory) -> a.Context:
    """What a conversation is about, as answering needs it."""
    fields = tuple(_FIELDS[name] for name in memory.fields if name in _FIELDS)
    return a.Context(memory.refs, memory.trail, fields, memory.person, tuple(memory.pending.get("quoted", ())))


def _remembered(answer: a.Answer, memory: Memory, index: Index) -> Memory:
    """What the conversation is about after an answer; a refusal changes nothing."""
    refs, fields, pending = memory.refs, memory.fields, dict[str, Any]()
    match answer:
        case a.Comparison(first=(ref,)):
            refs, fields = (ref,), answer.fields
        case a.Facts() | a.Comparison() | a.Listing():
            refs, fields = answer.refs or refs, tuple(answer.fields)
        case a.Quote():
            refs = (
                answer.refs if answer.sure else tuple(dict.fromkeys((*answer.refs, *(p.ref for p in answer.passages))))
            )
            fields = (answer.passages[0].field,)
            pending = {"quoted": list(map(index.number, answer.passages))}
        case a.Found():
            refs, fields = (answer.ref,), answer.fields
        case a.Extreme():
            refs, fields = answer.refs, (Field.TIMESCALE,)
        case a.LeadOfficers() if len(named := leads.told_of(answer, index)) == 1:
            refs = tuple(r for r in index.refs if any(lead.name == named[0] for lead in index.by_ref[r].leads))
        case a.Which():
            offered = answer.options if answer.options == refs else answer.options[:OFFERED]
            refs, fields, pending = offered or refs, answer.fields, {"choosing": True}
        case a.NotRecorded() | a.Definition(refs=(_,)):
            refs = answer.refs or refs
        case a.OutOfScope() | a.Aside() | a.NoSuch() | a.NoTheme() | a.Stranger() | a.WhichPerson():
            return memory
    trail = (*memory.trail, refs)[-_TRAIL:] if refs != memory.refs else memory.trail
    person = _person(answer, refs, memory, index)
    told = tuple([str(field) for field in fields])
    return Memory(index.programme.name, tuple(refs), trail, told, person, pending, by=memory.by)


def _person(answer: a.Answer, refs: Sequence[str], memory: Memory, index: Index) -> str:
    """The lead officer that "she" would mean from now on; empty where it could be anybody."""
    named = {lead.name for ref in refs for lead in index.by_ref[ref].leads}
    match answer:
        case a.LeadOfficers() if len(told := leads.told_of(answer, index)) == 1:
            return told[0]
        case a.Listing(criteria=(c.LedBy(names=(name,)), *_)):
            return name
        case a.Facts() | a.Found() | a.Comparison() if Field.LEADS in answer.fields:
            return next(iter(named)) if len(named) == 1 else ""
    return memory.person if memory.person in named else ""
