"""Finds what a document's abbreviations stand for, only where the document itself spells them out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from knowledge.questions.language import spelling
from knowledge.questions.language.words import is_stopword

_ABBREVIATION = re.compile(r"\b[A-Z][A-Za-z]*[A-Z]s?\b(?:&[A-Z]+)?")
_JOINED = re.compile(r"\b[A-Z]{1,3}&[A-Z]{1,3}\b")
_SMALL = frozenset({"of", "and", "the", "for", "in", "to", "on", "a"})
_SMALL_INITIALS = "".join(sorted({word[0].upper() for word in _SMALL}))
# Two letters fit too many names by chance, and three fit too many plain words ("help provided to children" for HPC).
_SHORTEST = 3
_LONG = 4
_BEFORE = 120  # characters
_BRACKETED = re.compile(r"\(([\w&]+(?:/[\w&]+)*)\)")
_WORDS = re.compile(r"[A-Za-z][\w'’]*|[^\w\s]|\n")
_WORDS_AND_NUMBERS = re.compile(r"[A-Za-z][\w'’]*|\d+|[^\w\s]")


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
        return [short for short, word in self._by_ends.get(ends, ()) if _in_order(initials, word)]

    @cached_property
    def _by_ends(self) -> Mapping[tuple[str, str], Sequence[tuple[str, str]]]:
        """Each abbreviation with its lower case, by its first and last letter."""
        found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for short in self._found:
            word = short.lower()
            found[word[0], word[-1]].append((short, word))
        return found

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
    """The words right before the abbreviation in brackets, "A / B (X/Y)" gives both; or those in brackets behind it."""
    for at in (*marks.get(short, ()), *marks.get(f"{short}s", ())):
        before = _WORDS_AND_NUMBERS.findall(text[max(0, at - _BEFORE) : at])
        if (start := _spelled(short.lower(), before)) is not None:
            return _tidy(before[start:])
        runs = Runs("".join((text[max(0, at - _BEFORE) : at], "/")))
        for first, end in _spelling(short, runs):
            if runs.words[end:][:1] == ["/"]:
                return _tidy(runs.words[first:end])
    for match in re.finditer(rf"\b{re.escape(short)}s?\s?\(([^()]{{5,{_BEFORE}}})\)", text):
        if _spelled(short.lower(), words := _WORDS_AND_NUMBERS.findall(match[1])) == 0:
            return _tidy(words)
    return ""


def _spelled(letters: str, words: Sequence[str], *, begun: bool = False) -> int | None:
    """Where the words begin that spell an abbreviation up to their end, each by its initial; None where none do.

    Shorter abbreviations count with all their letters ("UK Health Security Agency"), small words and marks may be left
    out.
    """
    if not letters:
        return len(words)
    if not words:
        return None
    word, rest = words[-1].lower(), words[:-1]
    for part in dict.fromkeys((word if words[-1].isupper() else word[0], word[0])):
        if letters.endswith(part):
            found = _spelled(letters.removesuffix(part), rest, begun=True)
            if found is not None:
                return found
    skipped = begun and (word in _SMALL or not word[0].isalpha())
    return _spelled(letters, rest, begun=True) if skipped else None


def _unmarked(short: str, text: str) -> str:
    """The commonest run of words with these initials: capitalised ones, or long enough to be no chance.

    One that isn't the beginning of a longer name comes first.
    """
    if len(short) < _SHORTEST:
        return ""
    runs = _runs(text)
    spelling_it = [(runs.words[start:end], runs.words[end : end + 1]) for start, end in _spelling(short, runs)]
    said = Counter(_tidy(run) for run, _ in spelling_it)
    found = {run: many for run, many in said.items() if _is_name(run.split()) or _is_plain(short, run)}
    whole = {_tidy(run) for run, after in spelling_it if not _is_name(after or ["a"])}
    return max(found, key=lambda run: (run in whole, found[run]), default="")


def _is_name(run: list[str]) -> bool:
    return all(word[0].isupper() or word in _SMALL or word == "&" for word in run)


def _is_plain(short: str, run: str) -> bool:
    """Whether it could be a term: "newly qualified social worker", but not "many are still homeless"."""
    words = run.lower().split()
    return len(short) >= _LONG and len(words) == len(short) and not any(map(is_stopword, words))


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


def _tidy(run: Sequence[str]) -> str:
    """Words as they are written, with the marks between them, on one line."""
    written = re.sub(r" (?=[,)])|(?<=\() | ?(-) ?", r"\1", " ".join(" ".join(run).split()))
    return re.sub(r"['’]s?$", "", written)
