"""Offers to pass on a question that the document doesn't answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dialogs import emergency
from dialogs.ask import Part, context
from dialogs.cards import parts as c
from dialogs.passing_on.whom import Whom, for_lead, standing_of
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Card, Memory, Reply
from dialogs.words import phrases
from knowledge.questions import answer as a
from knowledge.questions.alike import gist
from knowledge.questions.parsing.reading import read
from knowledge.questions.ruling import asked_of
from knowledge.questions.searching.index import Index

OFFER = "I can ask {whom} for you: say “{say}”."
A_MANAGER = "a manager"
WHO_LEADS = "{names}, who {leads} {ref},"
PENDING = "unanswered"
# Nobody wants to read more (characters); the rest would be cut anyway.
LONGEST = 500
# What isn't on record but may be known to somebody.
_KNOWABLE = frozenset({a.Gap.FACT, a.Gap.IDENTITY, a.Gap.PROGRESS})
# The share of its topic that the document must know of for a question to be about its subject at all.
_NEAR = 0.5
_BUTTONS = 6


def offered(reply: Reply, parts: Sequence[Part], memory: Memory, moment: Moment, index: Index) -> tuple[Reply, Memory]:
    """The reply with an offer where one of these questions can be passed on; which one is remembered."""
    if PENDING in memory.pending:
        memory = replace(memory, pending={name: kept for name, kept in memory.pending.items() if name != PENDING})
    open_ = [part for part in parts if passable(part, index)]
    quoted = [part for part in parts[-1:] if not open_ and _is_quoted(part, index)]
    if not (open_ or quoted) or not moment.actor.key or emergency.suggests_danger(moment.message.text):
        return reply, memory
    part = (open_ or quoted)[-1]
    ref = about(part, index) or shown_of(part)
    found = {"question": part.question, "ref": ref, "programme": index.programme.name}
    whom = None if part.kept or not open_ else _whom(found, moment)
    say = _say(found, whom, moment) if whom else ""
    memory = replace(memory, pending=memory.pending | {PENDING: found | {"offer": say}})
    return (_with_offer(reply, found, say, whom) if whom and say else reply), memory


def passable(part: Part, index: Index) -> bool:
    """Whether somebody else may know the answer: it is near the document's subject, but not in it for sure."""
    return _is_open(part, index) and len(part.question) <= LONGEST and bool(gist(part.question, index))


def _is_quoted(part: Part, index: Index) -> bool:
    """Whether it was answered with a passage, which isn't offered to anybody but may not have been enough."""
    quoted = isinstance(part.answer, a.Quote | a.Found) and len(part.question) <= LONGEST
    return quoted and bool(gist(part.question, index))


def _is_open(part: Part, index: Index) -> bool:
    match part.answer:
        case a.NotRecorded(gap=gap, refs=refs):
            return gap in _KNOWABLE and (bool(refs) or _near(part, index))
        case a.OutOfScope(request=False):
            return _near(part, index)
        case a.Quote(sure=sure) | a.Found(sure=sure):
            return not sure
        case a.Definition(meaning=meaning):
            return not meaning
    return False


def about(part: Part, index: Index) -> str:
    """The recommendation that a question is about, named or spoken of; empty for none or several."""
    refs = asked_of(part.question, context(part.memory), index).refs
    return refs[0] if len(refs) == 1 else ""


def shown_of(part: Part) -> str:
    """The only recommendation of which a passage was shown for an answer; empty where there are several, or none."""
    match part.answer:
        case a.Quote(refs=(ref,), passages=passages) if {one.ref for one in passages} == {ref}:
            return ref
        case a.Found(ref=ref, sure=sure, others=others) if sure or not others:
            return ref
        case a.NotRecorded(refs=(ref,)):
            return ref
    return ""


def _near(part: Part, index: Index) -> bool:
    """Whether a question has to do with what the document is about."""
    reading = read(part.question, index)
    known = [any(map(index.by_recommendation.has, (t.stem, *t.others))) for t in reading.topic]
    asks = reading.has("asks") or part.question.endswith("?")
    return asks and bool(known) and sum(known) >= _NEAR * len(known)


def _say(found: Mapping[str, Any], whom: Whom, moment: Moment) -> str:
    """What to say to have it passed on; empty where nobody can be asked."""
    if not (whom.members or moment.actor.unbound):
        return ""
    return f"ask the lead of {found['ref']}" if _is_for_leads(whom) else "ask a manager"


def _whom(found: Mapping[str, Any], moment: Moment) -> Whom:
    return for_lead(standing_of(found["programme"], found["ref"], moment), moment)


def _is_for_leads(whom: Whom) -> bool:
    return bool(whom.leads) and (whom.posting or not whom.members)


def _with_offer(reply: Reply, found: Mapping[str, Any], say: str, whom: Whom) -> Reply:
    told, title = A_MANAGER, "Ask a manager"
    if _is_for_leads(whom):
        one, ref = len(whom.leads) == 1, phrases.recommendations((found["ref"],))
        names = phrases.joined(map(phrases.escaped, whom.leads))
        told = WHO_LEADS.format(names=names, leads="leads" if one else "lead", ref=ref)
        title = f"Ask {whom.leads[0]}" if one else "Ask the leads"
    offer = OFFER.format(whom=told, say=say)
    return replace(reply, text=f"{reply.text}\n\n{offer}", card=_with_button(reply.card, c.button(title, say)))


def _with_button(card: Card | None, button: c.Part) -> Card:
    if card is None:
        return c.card([{"type": "ActionSet", "actions": [button]}])
    return {**card, "actions": [*card.get("actions", [])[: _BUTTONS - 1], button]}
