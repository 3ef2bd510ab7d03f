"""A document's texts taken apart once, for everything that looks for words in them."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, count, repeat

from knowledge.model import Field, Programme, Recommendation
from knowledge.questions.passages import Passage, passages
from knowledge.questions.search import NOWHERE, Places, Ranking
from knowledge.questions.words import stems_of, words, words_of_each

# Shorter words are as soon another word as a misspelling of one (letters).
_TELLING = 4
# What stands in no passage, and in no field.
_OUTSIDE = (NOWHERE, NOWHERE)


@dataclass(frozen=True, slots=True)
class Texts:
    """A programme's passages, the prose fields that have any, the rankings of both and of whole recommendations.

    `words` are the longer words of the document.
    """

    passages: tuple[Passage, ...]
    fields: tuple[tuple[str, Field], ...]
    words: frozenset[str]
    by_passage: Ranking
    by_field: Ranking
    by_recommendation: Ranking


def taken_apart(programme: Programme) -> Texts:
    """Every text of a programme; titles and leads belong to their recommendation alone."""
    said, row, found, fields = set(words(programme.title)), list[str](), list[Passage](), dict[tuple[str, Field], int]()
    # For each text the numbers of its passage, its field and its recommendation, and how many stems it has.
    places, lengths = list[tuple[int, int, int]](), list[int]()
    for number, rec in enumerate(programme.recommendations):
        own = tuple(passages(rec))
        in_fields = [fields.setdefault((rec.ref, passage.field), len(fields)) for passage in own]
        inside = zip(count(len(found)), in_fields, repeat(number))
        places += [(*_OUTSIDE, number), *inside, (*_OUTSIDE, number)]
        for text in words_of_each([rec.theme.title, *(passage.text for passage in own), led(rec)]):
            said.update(text)
            stems = stems_of(text)
            row += stems
            lengths.append(len(stems))
        found += own
    stood = Places(row)
    sizes = len(found), len(fields), len(programme.recommendations)
    levels = zip(*places, strict=True) if places else ((), (), ())
    ranked = [Ranking(stood, _spread(at, lengths), size) for at, size in zip(levels, sizes, strict=True)]
    longer = frozenset(sys.intern(word) for word in said if len(word) >= _TELLING)
    return Texts(tuple(found), tuple(fields), longer, *ranked)


def _spread(numbers: Iterable[int], lengths: Iterable[int]) -> array[int]:
    """Each number as often as its text has stems."""
    return array("i", chain.from_iterable(map(repeat, numbers, lengths)))


def whole_text(rec: Recommendation) -> str:
    """Everything the document says about a recommendation."""
    prose = [rec.text, rec.argument, rec.response, rec.timescale, rec.position]
    return "\n".join([rec.theme.title, *prose, *([led(rec)] if rec.leads else [])])


def led(rec: Recommendation) -> str:
    """A recommendation's leads with their roles, one a line."""
    return "\n".join(f"{lead.name} {lead.role}" for lead in rec.leads)
