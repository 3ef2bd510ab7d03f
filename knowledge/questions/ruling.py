"""The row of rules, of which the first that fits a question answers it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from knowledge.questions.answer import Answer, Context
from knowledge.questions.parsing.described import numbered
from knowledge.questions.parsing.pronouns import spoken_of
from knowledge.questions.parsing.reading import read
from knowledge.questions.parsing.resolving import meant
from knowledge.questions.rules import content, dates, facts, leads, lists, mentions, programme, scope
from knowledge.questions.rules.asked import Asked
from knowledge.questions.searching.index import Index

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


def ruled(message: str, context: Context, index: Index) -> Answer:
    """What the first rule that fits says to a message."""
    asked = asked_of(message, context, index)
    return next(found for rule in _RULES if (found := rule(asked)) is not None)


# What is offered beside an answer looks at the question once more.
@lru_cache(maxsize=32)
def asked_of(message: str, context: Context, index: Index) -> Asked:
    """A message as the rules look at it."""
    reading = read(spoken_of(numbered(message, index), context, index), index)
    return Asked(reading, context, index, meant(reading, context, index))


def rule_for(asked: Asked) -> Callable[[Asked], Answer | None]:
    """The rule that answers."""
    return next(rule for rule in _RULES if rule(asked) is not None)
