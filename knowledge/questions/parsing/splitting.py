"""Takes a message with several questions apart, so that each is answered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.model import Field
from knowledge.questions.language import numbers
from knowledge.questions.language.runs import runs
from knowledge.questions.language.words import plain
from knowledge.questions.parsing.manner import without_preface
from knowledge.questions.parsing.reading import LONGEST, Reading, read, text_of, tidy
from knowledge.questions.parsing.rows import rows_of
from knowledge.questions.searching.index import Index

# More questions than these in one message are answered as one.
_MOST = 4
# Commas and the like that are looked at; a sentence with more is no row of questions.
_MOST_JOINS = 6
_ENDS = re.compile(r"(?<=\?)\s+(?!or\b)", re.IGNORECASE)
_JOINS = re.compile(
    r"(?:;|,|\.)?\s+(?:and|also|plus|then|&|\+|an(?=\s+(?:who|hoo|what|wot|wat|when|wen|where|which|wich|why|how)\b))\s+"
    r"(?:also\s+|then\s+)?|[;,]\s+|\.\s+(?=[A-Z])",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:who|where|when|by when|which|what|is|was|has)\b", re.IGNORECASE)
_PROSE = frozenset({Field.ARGUMENT, Field.RESPONSE, Field.POSITION})
_RECORDED = frozenset({Field.LEADS, Field.TIMESCALE, Field.DECISION, Field.THEME})
_TOGETHER = ("compare", "same", "earliest", "latest", "request", "progress")
# "... and which one is about inspection?", "... and which is about the police?"
_LOOKS = re.compile(
    r"\W*(?:which|what) (?:(?:other )?(?:ones?|rec\w*|item|number|of them)|(?:is|are) (?:about|on)|deals? with|"
    r"covers?)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|that one|this one)\b", re.IGNORECASE)
# "What's RIAT, and where is it mentioned?"
_DEFINES = re.compile(
    r"\W*(?:what(?: is| are|'s)?|what does) (?:an? |the )?[A-Z][\w&]+s?(?: stand for| mean)?\W*$", re.IGNORECASE
)
_THEM = re.compile(r"\b(?:it|them|they)\b", re.IGNORECASE)
# How a question of its own opens.
_OPENS = re.compile(r"\W*(?:who|when|what|how|why|is|did|was|does)\b")
# What a question goes on to ask of the recommendation that it looks for: "... and what does Salford say about it?"
_OWN_WORDS = frozenset({Field.ARGUMENT, Field.RESPONSE, Field.POSITION})
_LISTS = re.compile(r"\W*(?:which|how many|list|show|what recs|any)\b", re.IGNORECASE)
_BEGINS_OR_NUMBERS = re.compile(r"\d|\b(?:which|how many|list|show|what|any)\b")
_NUMBERED = re.compile(r"\d")


# Of these a sentence has one wherever something may be joined to it.
_JOINING = frozenset({"and", "also", "plus", "then", "an"})
_MARKS = re.compile(r"[;,.&+]\s")


@lru_cache(256)
def questions_in(message: str, index: Index) -> tuple[str, ...]:
    """The questions of a message in their order, each with the words that lead to it; one if it asks one thing."""
    return tuple(_taken_apart(message, index))


def _taken_apart(message: str, index: Index) -> list[str]:
    if rows := _rows(message[:LONGEST], index):
        return [part for row in rows for part in _clauses(row, index)]
    said = without_preface(plain(message[:LONGEST]))
    sentences = _ENDS.split(said)
    marked = [s for s in sentences if s.endswith("?")]
    asking = [s for s in marked if _asks(read(s, index))] if len(marked) > 1 else []
    if 1 < len(asking) <= _MOST:
        return [part for sentence in asking for part in _clauses(sentence, index)]
    return _clauses(said, index) if len(sentences) == 1 else [message]


def _rows(message: str, index: Index) -> list[str]:
    """The questions of a list; none where a line of it says something that the others may be about."""
    rows = [plain(row) for row in rows_of(without_preface(message))]
    readings = [read(row, index) for row in rows]
    asking = [row for row, reading in zip(rows, readings, strict=True) if _asks(reading)]
    others = [reading for row, reading in zip(rows, readings, strict=True) if row not in asking]
    return asking if len(asking) > 1 and not any(_tells(reading, index) for reading in others) else []


def _tells(reading: Reading, index: Index) -> bool:
    """Whether a line that asks nothing speaks of something that the document has."""
    named = reading.fields or reading.criteria or reading.named.spans or reading.people or reading.abbreviation
    return bool(named) or any(index.by_recommendation.having(concept) for concept in reading.topic)


def _asks(reading: Reading) -> bool:
    """Whether a sentence alone is a question about the document."""
    known = reading.fields or reading.criteria or reading.named.spans or reading.people or reading.abbreviation
    return bool(known or reading.topic) and (reading.has("asks", "list", "count", "find") or bool(reading.fields))


def _clauses(sentence: str, index: Index) -> list[str]:
    """A sentence's clauses, where each asks something else of recommendations of its own; else the sentence."""
    joins = list(_JOINS.finditer(sentence)) if _may_join(sentence) else []
    if not 0 < len(joins) <= _MOST_JOINS or read(sentence, index).has(*_TOGETHER):
        return [sentence]
    ends = [*(join.start() for join in joins[1:]), len(sentence)]
    cuts = [join for join, end in zip(joins, ends, strict=True) if _cut_off(sentence[join.end() : end], index)]
    if not cuts and len(joins) == 1 and _two_questions(sentence[: joins[0].start()], sentence[joins[0].end() :], index):
        return [sentence[: joins[0].start()], sentence[joins[0].end() :]]
    starts, stops = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(sentence)]
    pieces = [sentence[start:stop] for start, stop in zip(starts, stops, strict=True)]
    if len(pieces) > 1 and _stand_apart([read(piece, index) for piece in pieces]):
        return pieces
    return _pointing_back(sentence, joins, index) or [sentence]


def _stand_apart(readings: Sequence[Reading]) -> bool:
    """Whether each of several clauses stands, and none asks the same as another."""
    differ = len({(reading.fields, reading.criteria, reading.topic) for reading in readings}) == len(readings)
    return differ and all(map(_stands, readings))


def _may_join(sentence: str) -> bool:
    """Whether a sentence has a word or mark that could join another to it."""
    return not _JOINING.isdisjoint(runs(sentence.lower())) or bool(_MARKS.search(sentence))


@lru_cache(maxsize=128)
def _all_numbered(index: Index) -> bool:
    """Whether every reference of a document has a figure."""
    return all(map(_NUMBERED.search, index.refs))


def _cut_off(clause: str, index: Index) -> bool:
    """Whether a clause stands, which none does without a number or a word that begins a list."""
    if not _BEGINS_OR_NUMBERS.search(tidy(clause, index)) and _all_numbered(index):
        return False
    text = text_of(clause, index)
    may = numbers.may_name(text, index.by_ref) or _LISTS.match(text) or _LOOKS.match(text)
    return bool(may) and _stands(read(clause, index))


def _pointing_back(sentence: str, joins: list[re.Match[str]], index: Index) -> list[str]:
    """ "What is our position on the early help one, and when is it due?": the second asks of what the first finds."""
    for join in joins:
        begin, rest = sentence[: join.start()], sentence[join.end() :]
        if not _ASKS.match(rest) or not _may_point_back(rest, index):
            continue
        first, second = read(begin, index), read(rest, index)
        if first.abbreviation and _DEFINES.match(begin) and _THEM.search(rest) and second.topic == ():
            return [begin, _THEM.sub(first.abbreviation, rest, count=1)]
        if _goes_on(first, second):
            return [begin, _with_number(rest, first.named.refs[0])]
        back = second.has("back to one") and not second.named.spans and len(second.topic) <= 1
        if back and first.topic and not first.named.spans and _prose(first) and second.fields and not _prose(second):
            return [begin, rest]
    return []


def _may_point_back(clause: str, index: Index) -> bool:
    """Whether a clause has what points back at one before it; else it needn't be read to see that it doesn't."""
    text = text_of(clause, index)
    if _THEM.search(clause) or _IT.search(text):
        return True
    return any(index.phrases[heading].find(text) for heading in ("back to one", "led by them"))


def _goes_on(first: Reading, second: Reading) -> bool:
    """ "Who has 9, and what does it say about reviewers?": a fact, then what is said of something.

    Or who leads it, and what else.
    """
    if second.has("led by them") and first.fields == (Field.LEADS,) and not second.named.spans:
        return len(first.named.refs) == 1
    named = len(first.named.refs) == 1 and bool(first.fields) and _RECORDED.issuperset(first.fields) and not first.topic
    asks_more = bool(second.topic) and not (second.people or second.named.spans) and _RECORDED.isdisjoint(second.fields)
    return named and asks_more and bool(_IT.search(second.text))


def _with_number(clause: str, ref: str) -> str:
    """The clause with the recommendation for its last "it": the first may be a mere form ("what is it that ...")."""
    last = [*_IT.finditer(clause)][-1:]
    return f"{clause[: last[0].start()]}recommendation {ref}{clause[last[0].end() :]}" if last else clause


def _prose(reading: Reading) -> bool:
    return not _PROSE.isdisjoint(reading.fields)


def _two_questions(first: str, second: str, index: Index) -> bool:
    """Whether each half asks something of its own: "who leads the family CAF and when will the police move in?"."""
    if not _OPENS.match(text_of(second, index)):
        return False
    other = read(second, index)
    if not other.fields:
        return False
    one = read(first, index)
    if one.has("find") and one.topic and other.has("back to one"):
        return _OWN_WORDS.issuperset(other.fields) and not (one.fields or other.topic)
    if not (_OPENS.match(one.text) and one.topic and other.topic):
        return False
    points_back = other.has("back to one", "back to several", "back to the first", "back to the other")
    return bool(one.fields) and not points_back


def _stands(reading: Reading) -> bool:
    """Whether a clause names its recommendations and what it asks of them, or is a list of its own."""
    if reading.named.spans:
        return bool(reading.named.refs) and bool(reading.fields)
    if _LISTS.match(reading.text) and (reading.criteria or (reading.topic and reading.has("mention"))):
        return True
    back = reading.has("back to one", "back to several")
    return bool(_LOOKS.match(reading.text) and reading.topic) and not back
