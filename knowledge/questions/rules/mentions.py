"""Which recommendations mention something, or are about it."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.model import Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import Answer
from knowledge.questions.language.thesaurus import Concept, concepts
from knowledge.questions.rules.asked import PROSE, Asked
from knowledge.questions.rules.listing import listing, meeting
from knowledge.questions.searching import topics
from knowledge.questions.searching.index import Index

# A topic that more than half of all recommendations mention is no way to tell them apart.
_MOST = 0.5
_SEVERAL = 2
# Words of one of several things that are mentioned; more are a sentence.
_FEW = 3
_AND = re.compile(r"\s*(?:,|\b(?:and|or)\b)\s*")
_OR = re.compile(r"\bor\b")


def mentions(asked: Asked) -> Answer | None:
    """ "Which recommendations mention RIAT?", "where does it come up?"."""
    reading = asked.reading
    if not reading.topic or not (reading.has("mention") or (reading.has("list") and not reading.has("compare", "why"))):
        return None
    if reading.abbreviation and reading.has("mention") and len(reading.topic) == 1:
        return listing(asked, (c.Mentions(reading.abbreviation, using(reading.abbreviation, asked.index)),))
    each = _each_mentioned(asked) if reading.has("mention") and reading.has("list") else ()
    together = (*reading.criteria, *([c.AnyOf(each)] if _OR.search(reading.text) else each))
    if each and meeting(together, asked.index):
        return listing(asked, together)
    named = about(asked)
    if (
        named is None
        or (len(named.refs) == 1 and not reading.has("count"))
        or (len(named.refs) > _MOST * len(asked.index.refs) and not reading.has("mention"))
    ):
        return None
    return listing(asked, (*reading.criteria, named))


def about(asked: Asked) -> c.Mentions | None:
    """The recommendations that a plural question's topic is about: those that say all of it.

    It is looked for in the fields that the question names, then in what the recommendations say, then anywhere.
    """
    reading, index = asked.reading, asked.index
    named = [f for f in PROSE if f in asked.fields] or list(asked.scopes)
    texts = [] if reading.has("mention") or named else [Field.RECOMMENDATION]
    for topic in _as_typed(asked), reading.topic:
        for fields in (named, texts, []):
            found = topics.saying(topic, index, fields) if topic else []
            if found:
                where = {passage.field for _, passage in found} if fields else set()
                field = where.pop() if len(where) == 1 else None
                return c.Mentions(index.as_written(asked.topic), tuple(ref for ref, _ in found), field)
    return None


def _as_typed(asked: Asked) -> list[Concept]:
    """The very words of a question that asks where they are mentioned, together where the document has them so."""
    if not asked.reading.has("mention"):
        return []
    words = [asked.index.with_abbreviation(Concept(t.word, t.stem)) for t in asked.reading.topic]
    together = Concept(asked.topic, " ".join(t.stem for t in asked.reading.topic))
    return [together] if asked.index.by_passage.has(together.stem) else words


def _each_mentioned(asked: Asked) -> tuple[c.Mentions, ...]:
    """ "Which mention Ofsted and LSCBs?": where each is mentioned; an "and" of the document's own splits nothing."""
    reading, index = asked.reading, asked.index
    tail = reading.text[reading.text.find(reading.topic[0].word) :].strip(" ?.!") if reading.topic else ""
    pieces = [piece for piece in _AND.split(tail) if piece]
    topical = {t.stem for t in reading.topic}
    own = index.glossary.phrases
    each = [[t for t in map(index.with_abbreviation, concepts(piece, own)) if t.stem in topical] for piece in pieces]
    if len(each) < _SEVERAL or not all(0 < len(one) <= _FEW for one in each) or index.says(tail):
        return ()
    said = [(" ".join(t.word for t in one), topics.saying(one, index)) for one in each]
    return tuple(c.Mentions(index.as_written(words), tuple(ref for ref, _ in found)) for words, found in said)


@lru_cache(maxsize=2_000)
def using(short: str, index: Index) -> tuple[str, ...]:
    """The recommendations that use an abbreviation, in natural order; "LSCBs" uses "LSCB", and so may a lead's role."""
    word = re.compile(rf"(?<![\w&]){re.escape(short)}s?(?![\w&])")
    found = {passage.ref for passage in index.passages if word.search(passage.text)}
    held = {ref for ref in index.refs if any(word.search(lead.role) for lead in index.by_ref[ref].leads)}
    return tuple(ref for ref in index.refs if ref in found | held)
