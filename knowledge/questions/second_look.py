"""Looks again at a question that nothing certain was found for, with the recommendation that it describes named."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.model import Field
from knowledge.questions.answer import Answer, Context, Facts, NotRecorded, Quote, Which, is_uncertain
from knowledge.questions.parsing.outright import outright
from knowledge.questions.parsing.reading import read
from knowledge.questions.rules.asked import Asked
from knowledge.questions.ruling import asked_of, ruled
from knowledge.questions.searching import topics
from knowledge.questions.searching.index import Index

# What is asked about, beside the recommendation itself.
_ON = re.compile(
    r"\b(?:about|regarding|concerning|around|cover(?:s|ing)?|includes?|address(?:es)?|touch(?:es)? on|refers? to)"
    r"\b(?! (?:the |this |that |our )?(?:rec\w*|it|this|that|number|no|one)\b| ?\d)"
)
_OWN = (Field.ARGUMENT, Field.RESPONSE, Field.POSITION)
# More words are a topic.
_FEW = 2


def second_look(message: str, first: Answer, context: Context, index: Index) -> Answer:
    """The answer once what the message describes is named outright; else the first, perhaps with what is recorded."""
    if isinstance(first, Which) and first.options and len(first.topic.split()) == 1:
        return first  # several are about that one thing
    named = message if read(message, index).named.spans else outright(message, index)
    second = ruled(named, context, index) if named != message else first
    if not is_uncertain(second):
        return second
    asked = asked_of(named, context, index)
    of_one = len(asked.refs) == 1 and _tells_of_one(second)
    return (_whole_field(asked) or _with_facts(first, second, asked)) if of_one else first


def _tells_of_one(answer: Answer) -> bool:
    """Whether an answer is about a recommendation, not about what isn't there at all: another council's position."""
    return isinstance(answer, Quote) or (isinstance(answer, NotRecorded) and bool(answer.refs))


def _whole_field(asked: Asked) -> Facts | None:
    """The field that is asked for, where what else is said tells nothing of it: "in what terms did they answer 8?"."""
    fields = tuple(field for field in asked.fields if field in _OWN)
    told = asked.reading.topic
    if len(fields) != 1 or len(told) > _FEW or _asks_of_something(asked):
        return None
    hits = topics.passages(told, asked.index, asked.refs)
    return None if any(hit.passage.field in fields and hit.literal for hit in hits) else Facts(asked.refs, fields)


def _asks_of_something(asked: Asked) -> bool:
    """Whether a field is asked for what it says of something."""
    return asked.reading.has("yes or no", "mention") or _ON.search(asked.reading.text) is not None


def _with_facts(first: Answer, second: Answer, asked: Asked) -> Answer:
    """The nearest answer, with what is recorded of the one recommendation, where it is open what of it is asked."""
    (ref,) = asked.refs
    nearest = first if isinstance(first, Quote) and any(p.ref == ref for p in first.passages) else second
    return replace(nearest, recorded=ref) if _is_open(asked) and isinstance(nearest, Quote | NotRecorded) else first


def _is_open(asked: Asked) -> bool:
    """Whether nothing tells which field of a recommendation is asked for, or that its text is."""
    return not (asked.fields or asked.scopes or asked.reading.has("mention", "why", "who", "how many"))
