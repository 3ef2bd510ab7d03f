"""The council's own words: what managers taught the bot, as the search and the reading use it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from knowledge.progress.model import Term, TermKind
from knowledge.questions.language.thesaurus import concepts
from knowledge.questions.language.words import stem, stems, words
from knowledge.store.protocol import Reading
from knowledge.store.shelves import TERMS


@dataclass(frozen=True)
class Glossary:
    """The terms that hold now; a value, so that what is worked out with it can be kept for as long as it is so."""

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)

    @cached_property
    def others(self) -> Mapping[str, frozenset[str]]:
        """The stem of each single word that stands for others, with theirs."""
        return {stem(said[0]): means for said, means in self._pairs if len(said) == 1}

    @cached_property
    def phrases(self) -> Mapping[str, frozenset[str]]:
        """Each phrase of several words that stands for others, in lower case, with their stems."""
        return {" ".join(said): means for said, means in self._pairs if len(said) > 1}

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the terms: none of them is misspelt."""
        return frozenset(word for term in self.terms for word in (*words(term.said), *words(term.means)))

    @cached_property
    def _meanings(self) -> Mapping[str, Term]:
        return {term.key: term for term in self.terms if term.kind is TermKind.MEANING}

    def meaning(self, said: str) -> Term | None:
        """The glossary entry for a word or phrase, in any case, its plural too."""
        key = key_of(said)
        return self._meanings.get(key) or self._meanings.get(key.removesuffix("s"))

    @cached_property
    def _pairs(self) -> list[tuple[list[str], frozenset[str]]]:
        """What is said, as words, with the stems of what it may mean; with several meanings each on its own."""
        return [(words(term.said), frozenset().union(*map(_means, meanings(term)))) for term in self.terms]


NO_GLOSSARY = Glossary()
# Fewer words in a row stand in too many places by chance.
_SHORTEST_RUN = 3


def glossary(reading: Reading) -> Glossary:
    """What is taught at this moment."""
    return Glossary(tuple(term for term in reading.all(TERMS) if term.ended is None))


def key_of(said: str) -> str:
    """A word or phrase as it is compared: lower case, single spaces, no punctuation."""
    return " ".join(words(said))


def meanings(term: Term) -> list[str]:
    """The meanings of a synonym, which may be several with commas between; a glossary entry has one."""
    return [one.strip() for one in term.means.split(",")] if term.kind is TermKind.SYNONYM else [term.means]


def _means(text: str) -> frozenset[str]:
    """The stems of a meaning as one run, which may lack its first or last word if it is long, and those of others."""
    said = stems(text)
    runs = [said, *((said[1:], said[:-1]) if len(said) > _SHORTEST_RUN else ())]
    found = concepts(text.lower())
    others = found[0].others | {found[0].stem} if len(found) == 1 else frozenset()
    return others | {" ".join(run) for run in runs if run}
