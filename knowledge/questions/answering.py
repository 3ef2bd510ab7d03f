"""From a question to its answer: by the rules, by a second look, or by a chapter beside the recommendations."""

from __future__ import annotations

import re

from knowledge.questions.answer import Answer, Aside, Context, Found, OutOfScope, Quote, is_uncertain
from knowledge.questions.parsing.reading import read
from knowledge.questions.ruling import ruled
from knowledge.questions.searching.aside import aside, chapter
from knowledge.questions.searching.index import Index
from knowledge.questions.second_look import second_look

# A sentence, not a heading within a chapter.
_ENDED = re.compile(r"[.!?][’”\"']*\Z")


def answer(message: str, context: Context, index: Index) -> Answer:
    """What the programme says to this message; never anything that it doesn't say."""
    found = ruled(message, context, index)
    if is_uncertain(found):
        found = second_look(message, found, context, index)
    return _aside(message, found, index) or found


def _aside(message: str, found: Answer, index: Index) -> Aside | None:
    """What a chapter that is about no recommendation says, where nothing else answers, or beside what may not."""
    unsure = found if isinstance(found, Quote) and not found.sure else None
    beside = aside(index) if unsure or isinstance(found, OutOfScope) else None
    other = ruled(message, Context(), beside) if beside else None
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
