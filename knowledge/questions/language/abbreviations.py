"""Finds what a document's abbreviations stand for, only where the document itself spells them out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from knowledge.questions.language import spelling

_ABBREVIATION = re.compile(r"\b[A-Z][A-Za-z]*[A-Z]s?\b(?:&[A-Z]+)?")
_JOINED = re.compile(r"\b[A-Z]{1,3}&[A-Z]{1,3}\b")
_SMALL = frozenset({"of", "and", "the", "for", "in", "to", "on", "a"})
_SMALL_INITIALS = "".join(sorted({word[0].upper() for word in _SMALL}))
# Two letters fit too many names by chance, and three fit too many plain words ("help provided to children" for HPC).
_SHORTEST = 3
_LONG = 4
_BRACKETED = re.compile(r"\(([\w&]+(?:/[\w&]+)*)\)")
_WORDS = re.compile(r"[A-Za-z][\w'’]*|[^\w\s]|\n")


class Runs:
    """A text's words in order, and their initials in one string: capitals for small words such as "of"."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = _WORDS.findall(text)
        self.initials = "".join(map(_Initials().__getitem__, self.words))


class _Initials(dict[str, str]):
    """Each word's initial, worked out once: texts have the same words again and again."""

    def __missing__(self, word: str) -> str:
        found = self[word] = word[0].upper() if word.lower() in _SMALL else word[0].lower()
        return found


class Meanings(Mapping[str, str]):
    """Each abbreviation that a text uses, to what it spells it out as; empty where it never does.

    "Serious Case Review (SCR)" spells it out, or words with its initials do. Which are used is told at once; what one
    means is looked up when it is first asked for, since few are ever asked for.
    """

    def __init__(self, text: Callable[[], str]) -> None:
        """Take what gives the text, which is too long to be kept as well."""
        self._text, self._found = text, dict.fromkeys(sorted(used(text())), "")
        self._unknown = set(self._found)

    def __getitem__(self, short: str) -> str:
        if short in self._unknown:
            text = self._text()
            self._found[short] = _marked(short, text, _marks(text)) or _unmarked(short, text)
            self._unknown.discard(short)
        return self._found[short]

    def fitting(self, words: Sequence[str]) -> list[str]:
        """The abbreviations that may stand for words, by their initials; small words between them may be left out."""
        initials = [word[0] for word in words]
        ends = (initials[0], initials[-1])
        lower = ((short, short.lower()) for short in self._found)
        return [short for short, word in lower if (word[0], word[-1]) == ends and _in_order(initials, word)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def _in_order(letters: Iterable[str], word: str) -> bool:
    """Whether a word has these letters in this order, perhaps with others between."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def used(text: str) -> frozenset[str]:
    """Every abbreviation in a text, plural "s" dropped: words of two or more capitals."""
    pieces = " ".join(piece for piece in {*text.split()} if piece[1:] != piece[1:].lower())
    found = {m[0] for m in _ABBREVIATION.finditer(pieces)} | {*_JOINED.findall(pieces)}
    return frozenset(f.removesuffix("s") for f in found)


def meanings(text: str) -> Mapping[str, str]:
    """As `Meanings`, of a text that is at hand."""
    return Meanings(lambda: text)


def initials_of(short: str, text: str) -> str:
    """Words of the text with these initials, for capitals that it doesn't use itself; empty where there are none."""
    return _unmarked(short, text) if short.isupper() and not english(short) else ""


@lru_cache(maxsize=2)
def _runs(text: str) -> Runs:
    return Runs(text)


def english(word: str) -> bool:
    """Whether capitals are only an emphasised word."""
    return spelling.common(word.lower())


@lru_cache(maxsize=2)
def _marks(text: str) -> Mapping[str, Sequence[int]]:
    """Where each word that stands in brackets alone, or beside others after a "/", has its bracket."""
    found: dict[str, list[int]] = defaultdict(list)
    for match in _BRACKETED.finditer(text):
        for word in dict.fromkeys(match[1].split("/")):
            found[word].append(match.start())
    return found


def _marked(short: str, text: str, marks: Mapping[str, Sequence[int]]) -> str:
    """The words right before the abbreviation in brackets; "A / B (X/Y)" gives both."""
    for at in (*marks.get(short, ()), *marks.get(f"{short}s", ())):
        before = Runs(text[max(0, at - 120) : at] + "/")
        for start, end in _spelling(short, before):
            if before.words[end:][:1] == ["/"]:
                return _tidy(before.words[start:end])
    return ""


def _unmarked(short: str, text: str) -> str:
    """The commonest run of words with these initials: capitalised ones, or long enough to be no chance.

    One that isn't the beginning of a longer name comes first.
    """
    if len(short) < _SHORTEST:
        return ""
    runs = _runs(text)
    spelling_it = [(runs.words[start:end], runs.words[end : end + 1]) for start, end in _spelling(short, runs)]
    found = Counter(_tidy(run) for run, _ in spelling_it if _is_name(run) or _is_plain(short, run))
    whole = {_tidy(run) for run, after in spelling_it if not _is_name(after or ["a"])}
    return max(found, key=lambda run: (run in whole, found[run]), default="")


def _is_name(run: list[str]) -> bool:
    return all(word[0].isupper() or word in _SMALL or word == "&" for word in run)


def _is_plain(short: str, run: list[str]) -> bool:
    return len(short) >= _LONG and len(run) == len(short) and not _SMALL & {w.lower() for w in run}


def _spelling(short: str, runs: Runs) -> Iterator[tuple[int, int]]:
    """Each run of words that spells the abbreviation, as (start, end). Small words may stand between."""
    pattern = _pattern(short.lower())
    match = pattern.search(runs.initials)
    while match:
        if len(match[0]) <= 2 * len(short) + 2:
            yield match.span()
        match = pattern.search(runs.initials, match.start() + 1)


@lru_cache(maxsize=500)
def _pattern(letters: str) -> re.Pattern[str]:
    """Finds initials: each letter's own word, small or not, before it small words of other letters."""
    first, rest = letters[:1], letters[1:]
    between = [f"[{_SMALL_INITIALS.replace(c.upper(), '')}]*(?:{re.escape(c)}|{re.escape(c.upper())})" for c in rest]
    return re.compile(f"{re.escape(first)}{''.join(between)}")


def _tidy(run: list[str]) -> str:
    """The words as they are told: without a possessive, or the mark that ends a quotation."""
    return re.sub(r"['’]s?$", "", " ".join(run))
