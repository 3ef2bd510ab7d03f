"""From a question to its answer: a row of rules, of which the first that fits answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from knowledge.model import Field
from knowledge.questions.answer import (
    Answer,
    Aside,
    Context,
    Facts,
    Found,
    NotRecorded,
    OutOfScope,
    Quote,
    Which,
    is_uncertain,
)
from knowledge.questions.parsing.described import numbered
from knowledge.questions.parsing.outright import outright
from knowledge.questions.parsing.pronouns import spoken_of
from knowledge.questions.parsing.reading import read
from knowledge.questions.parsing.resolving import meant
from knowledge.questions.rules import content, dates, facts, leads, lists, mentions, programme, scope
from knowledge.questions.rules.asked import Asked
from knowledge.questions.searching import topics
from knowledge.questions.searching.aside import aside, chapter
from knowledge.questions.searching.index import Index

# What is asked about, beside the recommendation itself.
_ON = re.compile(
    r"\b(?:about|regarding|concerning|around|cover(?:s|ing)?|includes?|address(?:es)?|touch(?:es)? on|refers? to)"
    r"\b(?! (?:the |this |that |our )?(?:rec\w*|it|this|that|number|no|one)\b| ?\d)"
)
_OWN = (Field.ARGUMENT, Field.RESPONSE, Field.POSITION)
# More words are a topic.
_FEW = 2
# A sentence, not a heading within a chapter.
_ENDED = re.compile(r"[.!?][’”\"']*\Z")
# What can't be answered at all comes first, then what is about the document and its people, then the recommendations
# that are named or spoken of, then lists, and last the topics in the asker's own words.
_RULES: tuple[Callable[[Asked], Answer | None], ...] = (
    scope.requested,
    leads.taken_for,
    scope.contact,
    scope.own_affairs,
    scope.progress,
    programme.definition,
    scope.missing,
    programme.document,
    scope.other_council,
    leads.mixed,
    leads.stranger,
    leads.led_by_them,
    leads.since,
    leads.most_led,
    leads.people,
    scope.unrecorded,
    programme.decisions,
    programme.themes,
    dates.relative,
    dates.extreme,
    lists.counted,
    lists.the_rest,
    scope.unclear,
    leads.unknown_of_person,
    lists.excepted,
    dates.compared,
    lists.narrowed,
    lists.alike,
    dates.of_the_quoted,
    content.numbered,
    facts.facts,
    lists.addressed,
    lists.councils,
    lists.criteria,
    content.identity,
    mentions.mentions,
    content.topic,
    scope.nothing_named,
    scope.out_of_scope,
)


def answer(message: str, context: Context, index: Index) -> Answer:
    """What the programme says to this message; never anything that it doesn't say."""
    found = _answered(message, context, index)
    if is_uncertain(found):
        found = _second_look(message, found, context, index)
    return _aside(message, found, index) or found


def _second_look(message: str, first: Answer, context: Context, index: Index) -> Answer:
    """The answer once what the message describes is named outright, or what is recorded of that recommendation."""
    reading = read(message, index)
    if isinstance(first, Which) and first.options and len(first.topic.split()) == 1:
        return first  # several are about that one thing
    named = message if reading.named.spans else outright(message, index)
    second = _answered(named, context, index) if named != message else first
    if not is_uncertain(second):
        return second
    asked = asked_of(named, context, index)
    if len(asked.refs) != 1:
        return first
    if _tells_of_one(second) and (field := _whole_field(asked)):
        return field
    if not _is_open(asked):
        return first
    if not _tells_of_one(second):
        return first
    ref = asked.refs[0]
    nearest = first if isinstance(first, Quote) and any(p.ref == ref for p in first.passages) else second
    return replace(nearest, recorded=ref) if isinstance(nearest, Quote | NotRecorded) else first


def _tells_of_one(answer: Answer) -> bool:
    """Whether an answer is about a recommendation, not about what isn't there at all: another council's position."""
    return isinstance(answer, Quote) or (isinstance(answer, NotRecorded) and bool(answer.refs))


def _whole_field(asked: Asked) -> Facts | None:
    """The field that is asked for, where what else is said tells nothing of it: "in what terms did they answer 8?"."""
    fields = tuple(field for field in asked.fields if field in _OWN)
    told = asked.reading.topic
    if (
        len(fields) != 1
        or len(told) > _FEW
        or asked.reading.has("yes or no", "mention")
        or _ON.search(asked.reading.text)
    ):
        return None
    hits = topics.passages(told, asked.index, asked.refs)
    return None if any(hit.passage.field in fields and hit.literal for hit in hits) else Facts(asked.refs, fields)


def _is_open(asked: Asked) -> bool:
    """Whether nothing tells which field of a recommendation is asked for, or that its text is."""
    return not (asked.fields or asked.scopes or asked.reading.has("mention", "why", "who", "how many"))


def _answered(message: str, context: Context, index: Index) -> Answer:
    asked = asked_of(message, context, index)
    return next(found for rule in _RULES if (found := rule(asked)) is not None)


def _aside(message: str, found: Answer, index: Index) -> Aside | None:
    """What a chapter that is about no recommendation says, where nothing else answers, or beside what may not."""
    unsure = found if isinstance(found, Quote) and not found.sure else None
    beside = aside(index) if unsure or isinstance(found, OutOfScope) else None
    other = _answered(message, Context(), beside) if beside else None
    if not beside or not isinstance(other, Quote | Found):
        return None
    if unsure and not (other.sure or _says_more(message, index, beside)):
        return None
    passages = other.passages if isinstance(other, Quote) else (other.passage,)
    ref = passages[0].ref
    whole = tuple(one for one in passages if one.ref == ref and _ENDED.search(one.text))
    return Aside(chapter(ref), whole, other.sure, unsure) if whole else None


def _says_more(message: str, index: Index, beside: Index) -> bool:
    """Whether something is asked about that only the chapters beside the recommendations name."""
    has, there = index.by_recommendation.has, beside.by_recommendation.has
    return any(there(one.stem) and not has(one.stem) for one in read(message, index).topic)


# What is offered beside an answer looks at the question once more.
@lru_cache(maxsize=32)
def asked_of(message: str, context: Context, index: Index) -> Asked:
    """A message as the rules look at it."""
    reading = read(spoken_of(numbered(message, index), context, index), index)
    return Asked(reading, context, index, meant(reading, context, index))


def rule_for(asked: Asked) -> Callable[[Asked], Answer | None]:
    """The rule that answers."""
    return next(rule for rule in _RULES if rule(asked) is not None)
