"""Finds what a letter asks: people lead in to a question, and only the question is for us."""

from __future__ import annotations

import re
from collections.abc import Callable

from knowledge.questions import numbers
from knowledge.questions.index import Index
from knowledge.questions.thesaurus import concepts
from knowledge.questions.words import expand

# Longer than this is a letter (characters).
_LETTER = 110


def question_of(said: str, index: Index, tidy: Callable[[str, Index], str]) -> str:
    """The part of a letter that asks; a short message is taken whole. `tidy` is how a sentence is made comparable."""
    if len(said) < _LETTER:
        return said
    sentences = [s for s in re.split(r"(?<=[.?!])\s+", said) if s]
    leading = [i for i, s in enumerate(sentences) if index.phrases["leads in"].find(expand(s))]
    asking = {i: tail for i in leading if (tail := _asked(sentences, i, index, tidy))}
    if not asking:
        return " ".join([s for s in sentences if _informs(tidy(s, index), index)] or sentences)
    asked, rest = " ".join(asking.values()), " ".join(sentences[max(asking) + 1 :])
    return f"{asked} {rest}".strip() if "?" in rest and "?" not in asked else asked


def _asked(sentences: list[str], leading: int, index: Index, tidy: Callable[[str, Index], str]) -> str:
    """What a sentence that leads in to a question asks; empty where that isn't a question of its own."""
    tail = _tail(sentences[leading], index)
    spoken_of = _spoken_of(tail, sentences[:leading], index, tidy)
    return f"{tail}{spoken_of}" if spoken_of or _says_enough(tail, index) else ""


def _spoken_of(asked: str, before: list[str], index: Index, tidy: Callable[[str, Index], str]) -> str:
    """The recommendation that "it" is, in brackets, where the letter has named one before; empty where it needn't."""
    text = tidy(asked, index)
    if numbers.named(text, index.by_ref).spans or not index.phrases["back to one"].find(text):
        return ""
    refs = dict.fromkeys(ref for s in before for ref in numbers.named(tidy(s, index), index.by_ref).refs)
    return f" (recommendation {next(iter(refs))})" if len(refs) == 1 else ""


def _tail(sentence: str, index: Index) -> str:
    """What follows the last words that lead in to a question: "... to find out"."""
    lower = expand(sentence)
    return lower[index.phrases["leads in"].find(lower)[-1][1] :].strip()


def _says_enough(tail: str, index: Index) -> bool:
    """Whether the end of a sentence is a question of its own, pointing back at nothing before it."""
    own = numbers.named(tail, index.by_ref).refs or sum(index.by_passage.has(t.stem) for t in concepts(tail)) > 2
    return len(tail.split()) > 2 and bool(own or not index.phrases["back to one"].find(tail))


def _informs(text: str, index: Index) -> bool:
    """Whether a sentence has anything to do with the document."""
    fields = any(heading.startswith("field ") for heading in index.phrases.heard(text))
    named = numbers.named(text, index.by_ref).spans
    return fields or bool(named) or sum(index.by_recommendation.has(t.stem) for t in concepts(text)) > 1
