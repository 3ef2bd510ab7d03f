"""A document's texts taken apart once, for everything that looks for words in them."""

from __future__ import annotations

import sys
from array import array
from dataclasses import dataclass
from itertools import count, repeat

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
    levels = array("i"), array("i"), array("i")
    for number, rec in enumerate(programme.recommendations):
        own = tuple(passages(rec))
        in_fields = [fields.setdefault((rec.ref, passage.field), len(fields)) for passage in own]
        places = [_OUTSIDE, *zip(count(len(found)), in_fields), _OUTSIDE]
        texts = [rec.theme.title, *(passage.text for passage in own), led(rec)]
        for place, text in zip(places, words_of_each(texts), strict=True):
            said.update(text)
            stems = stems_of(text)
            row.extend(stems)
            for level, at in zip(levels, (*place, number), strict=True):
                level.extend(repeat(at, len(stems)))
        found.extend(own)
    stood = Places(row)
    sizes = len(found), len(fields), len(programme.recommendations)
    ranked = [Ranking(stood, level, size) for level, size in zip(levels, sizes, strict=True)]
    longer = frozenset(sys.intern(word) for word in said if len(word) >= _TELLING)
    return Texts(tuple(found), tuple(fields), longer, *ranked)


def whole_text(rec: Recommendation) -> str:
    """Everything the document says about a recommendation."""
    prose = [rec.text, rec.argument, rec.response, rec.timescale, rec.position]
    return "\n".join([rec.theme.title, *prose, *([led(rec)] if rec.leads else [])])


def led(rec: Recommendation) -> str:
    """A recommendation's leads with their roles, one a line."""
    return "\n".join(f"{lead.name} {lead.role}" for lead in rec.leads)
