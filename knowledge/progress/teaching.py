"""What managers may teach the bot about words, as changes, and what would only confuse it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum, auto

from knowledge.progress.acts.changes import Change, Occasion, audited
from knowledge.progress.model import Term, TermKind
from knowledge.progress.people.names import folded
from knowledge.questions.language import cues, spelling
from knowledge.questions.language.glossary import key_of
from knowledge.questions.language.words import is_stopword, stem, stems, words
from knowledge.questions.searching.index import Index
from knowledge.store.shelves import TERMS

LONGEST, LONGEST_MEANING = 60, 200  # characters
_MOST_WORDS = 6
# Parts of names shorter than this are initials.
_SHORTEST_NAME = 3


class Fault(Enum):
    """Why a word isn't taken."""

    EMPTY = auto()
    LONG = auto()
    ODD = auto()  # numbers or signs, no words
    COMMON = auto()
    NAME = auto()
    SAME = auto()


def fault(said: str, means: str, indexes: Iterable[Index], names: Iterable[str]) -> Fault | None:
    """What is wrong with teaching that `said` means `means`; `names` are those of everybody who is known."""
    if not (said and means):
        return Fault.EMPTY
    if len(said) > LONGEST or len(means) > LONGEST_MEANING or len(words(said)) > _MOST_WORDS:
        return Fault.LONG
    if not all(any(map(str.isalpha, text)) and text.isprintable() for text in (said, means)):
        return Fault.ODD
    found = list(indexes)
    if any(said.casefold() == ref.casefold() for index in found for ref in index.by_ref):
        return Fault.ODD
    if _is_name(words(said), found, names):
        return Fault.NAME
    if _is_common(words(said)):
        return Fault.COMMON
    return Fault.SAME if not stems(means) or stems(said) == stems(means) else None


def documents_meaning(said: str, indexes: Iterable[Index]) -> str:
    """What a document spells an abbreviation out as; empty where none does."""
    found = (meaning for index in indexes for short, meaning in index.abbreviations.items() if _is(short, said))
    return next(filter(None, found), "")


def taught(term: Term, before: Term | None, occasion: Occasion) -> tuple[Change, ...]:
    """A new term, or another meaning of one."""
    return audited(occasion, f"{term.kind} added", Change(TERMS, term), before, _subject(term))


def untaught(term: Term, occasion: Occasion) -> tuple[Change, ...]:
    """A term's end; that it was there stays on record."""
    after = replace(term, ended=occasion.at)
    return audited(occasion, f"{term.kind} removed", Change(TERMS, after), term, _subject(term))


def term(kind: TermKind, said: str, means: str, occasion: Occasion) -> Term:
    """What a manager teaches on an occasion."""
    return Term(key_of(said), kind, said, means, occasion.actor.key, occasion.at, occasion.actor.name)


def _is_common(said: list[str]) -> bool:
    """Whether nothing in it tells a topic: everyday words, and those that questions are made of."""
    return all(is_stopword(w) or spelling.everyday(w) or (len(said) == 1 and w in cues.asking()) for w in said)


def _is_name(said: list[str], indexes: Iterable[Index], names: Iterable[str]) -> bool:
    """Whether it has a part of somebody's name, of a programme's or of the council's."""
    known = {part for name in names for part in words(folded(name)) if len(part) >= _SHORTEST_NAME}
    titles = frozenset().union(*(index.names for index in indexes))
    return any(word in known or stem(word) in titles for word in said)


def _is(short: str, said: str) -> bool:
    return short.casefold() in {said.casefold(), said.casefold().removesuffix("s")}


def _subject(of: Term) -> str:
    return f"glossary/{of.key}"
