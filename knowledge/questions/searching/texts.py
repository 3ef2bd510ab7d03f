"""A document's texts taken apart once, for everything that looks for words in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.model import Field, Programme, Recommendation
from knowledge.questions.language.words import END, words_of_all
from knowledge.questions.passages import TEXT_FIELDS, Passage, passages
from knowledge.questions.searching.arrays import Numbers, distinct, np
from knowledge.questions.searching.lexicon import LEXICON
from knowledge.questions.searching.row import Row
from knowledge.questions.searching.search import NOWHERE, Ranking, Together
from knowledge.questions.searching.senses import Senses

# Shorter words are as soon another word as a misspelling of one (letters).
_TELLING = 4


@dataclass(frozen=True)
class Texts:
    """A programme's passages, the prose fields that have any, the rankings of both and of whole recommendations.

    `words` are the longer words of the document. `in_field` and `in_recommendation` have the number of the field and of
    the recommendation that each passage stands in, `wording` the number of the field that each recommendation is worded
    in (NOWHERE without one), `field_in_recommendation` that of each field's recommendation.
    """

    passages: tuple[Passage, ...]
    fields: tuple[tuple[str, Field], ...]
    words: frozenset[str]
    in_field: Numbers
    in_recommendation: Numbers
    field_in_recommendation: Numbers
    wording: tuple[int, ...]
    by_passage: Ranking
    by_field: Ranking
    by_recommendation: Ranking

    @cached_property
    def numbers(self) -> Mapping[Passage, int]:
        """Where each passage stands first."""
        return {passage: number for number, passage in reversed(list(enumerate(self.passages)))}

    @cached_property
    def kinds(self) -> Numbers:
        """The place among TEXT_FIELDS of the field that each passage stands in."""
        return np.array([TEXT_FIELDS.index(field) for _, field in self.fields], np.int8)[self.in_field]

    @cached_property
    def together(self) -> Together:
        """All three rankings as one, in the order of passages, fields, recommendations."""
        return Together(self.by_passage, self.by_field, self.by_recommendation)

    @cached_property
    def senses(self) -> Senses:
        """What each recommendation means."""
        return Senses(self.by_passage, self.by_field, self.by_recommendation, self.wording)


class _Pieces:
    """A programme's texts in their order: its title, then each recommendation's theme, passages and leads."""

    def __init__(self, programme: Programme) -> None:
        self.passages, self.fields, self.in_field = list[Passage](), dict[tuple[str, Field], int](), list[int]()
        # For each text its recommendation's number, and whether it is a passage.
        self.texts, self.owners, self.inside = [programme.title], [NOWHERE], [False]
        for number, rec in enumerate(programme.recommendations):
            self._add(number, rec)

    def _add(self, number: int, rec: Recommendation) -> None:
        own, fields = tuple(passages(rec)), self.fields
        self.passages += own
        self.in_field += [fields.setdefault((rec.ref, passage.field), len(fields)) for passage in own]
        self.texts += [rec.theme.title, *(passage.text for passage in own), led(rec)]
        self.owners += [number] * (len(own) + 2)
        self.inside += [False, *[True] * len(own), False]


def taken_apart(programme: Programme) -> Texts:
    """Every text of a programme; titles and leads belong to their recommendation alone."""
    pieces, recs = _Pieces(programme), programme.recommendations
    said, text_of = _numbered(pieces.texts)
    row, inside, owners = Row(said), np.array(pieces.inside), np.array(pieces.owners, np.int32)
    in_field, in_recommendation = np.full(len(inside), NOWHERE, np.int32), owners[inside]
    in_field[inside], numbers = pieces.in_field, np.where(inside, np.cumsum(inside) - 1, NOWHERE)
    told = text_of[row.telling]
    number_of = {rec.ref: number for number, rec in enumerate(recs)}
    return Texts(
        passages=tuple(pieces.passages),
        fields=tuple(pieces.fields),
        words=frozenset(word for n in distinct(said).tolist() if len(word := LEXICON.words[n]) >= _TELLING),
        in_field=in_field[inside],
        in_recommendation=in_recommendation,
        field_in_recommendation=np.array([number_of[ref] for ref, _ in pieces.fields], np.int32),
        wording=tuple(pieces.fields.get((rec.ref, Field.RECOMMENDATION), NOWHERE) for rec in recs),
        by_passage=Ranking(row, numbers[told], len(pieces.passages)),
        by_field=Ranking(row, in_field[told], len(pieces.fields)),
        by_recommendation=Ranking(row, owners[told], len(recs)),
    )


def _numbered(texts: Sequence[str]) -> tuple[Numbers, Numbers]:
    """The words of all texts by number, and the number of the text that each stands in."""
    every = words_of_all(texts)
    said = np.fromiter(map(LEXICON.__getitem__, every), np.int32, len(every))
    ends = said == LEXICON[END]
    return said[~ends], np.cumsum(ends)[~ends]


def whole_text(rec: Recommendation) -> str:
    """Everything the document says about a recommendation."""
    prose = [rec.text, rec.argument, rec.response, rec.timescale, rec.position]
    return "\n".join([rec.theme.title, *prose, *([led(rec)] if rec.leads else [])])


def led(rec: Recommendation) -> str:
    """A recommendation's leads with their roles, one a line."""
    return "\n".join(f"{lead.name} {lead.role}" for lead in rec.leads)
