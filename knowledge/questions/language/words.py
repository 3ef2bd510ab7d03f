"""Plain text to plain words: one spelling of quotes, dashes and short forms, and the stems that search compares."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from Stemmer import Stemmer

from knowledge.questions.language import phrasebook
from knowledge.questions.language.kept import Kept

_STEMMER = Stemmer("english", 0)  # what it finds is kept below
_WORD = re.compile(r"[a-z0-9]+(?:['&][a-z0-9]+)*")
# Words that are kept with their stems.
_MOST = 50_000
# Three letters apart, without which nothing is dictated letter by letter.
_APART = re.compile(r" [A-Za-z] [A-Za-z]\b")
# A mark that no word has, put between texts.
END = "\x01"
# A mark that joins no two parts of a word, and what each character is that stands in none. A pattern that begins with
# one certain character is found several times as quickly as one that may begin with either.
_OUTER_MARKS = tuple(re.compile(rf"{mark}(?:(?<![a-z0-9]{mark})|(?![a-z0-9]))") for mark in "'&")
_ONLY_WORDS = bytes(c if chr(c) in f"abcdefghijklmnopqrstuvwxyz0123456789'&{END}" else ord(" ") for c in range(256))
_APOSTROPHES = "\u2018\u2019\u201b\u02bc`\u00b4"

_SPOKEN = (
    (re.compile(r"(?<!\w)'(?=(?:ave|aven|as|asn|ad|adn|er|im|ow|elp|ead|eads|ealth|ome|ouse|ousing|ear|eard)\b)"), "h"),
    (re.compile(r"\b(\w{2,}in)'(?!\w)"), r"\1g"),
    (re.compile(r"\bt'(?=\w)"), "the "),
    (re.compile(r"\bwi'(?!\w)"), "with"),
    (re.compile(r"(?<!\w)'(?=uns?\b)"), ""),
)
_NOT = re.compile(r"\b(is|are|was|were|do|does|did|has|have|had|should|would|could|must|need)n't\b")
_UNUSUAL = re.compile(r"[^ -~]")
# An abbreviation as it is dictated: "e i p". "A" and "I" begin and end other things than abbreviations.
_SPELLED = re.compile(r"(?<![\w'.-])(?![aAI] )[A-Za-z](?: [A-Za-z]){1,5} (?![aAI]\b)[A-Za-z](?![\w'.-])")
_QUOTE = re.compile("[\u201c\u201d\u00ab\u00bb]")
_DASH = re.compile("[\u2010-\u2015\u2212]")
# "10½" is no 101 over 2.
_FRACTION = re.compile(r"(?<=\d)\s?[¼½¾\u2150-\u215e]")
# "Accepted-in-principle" is told by its words, too.
_SPACES = re.compile("[ -]")
_LETTERS = re.compile(r"\w+")
_JOINED = re.compile(r"\w+(?:['/]\w+)+")
_MARK = re.compile(r"(['/])")
_POSSESSIVE = re.compile(r"'s\b(?<=\w's)")
# "Who leads 3 & 4?", "w/ the police": signs of whoever takes minutes; "w/o", "w/c" and "OD&T" are something else.
_AND = re.compile(r"(?<!\S)&(?!\S)")
_WITH = re.compile(r"(?<![\w/])w/(?=\s|[a-z]{3})\s?")


@cache
def word_list(heading: str) -> frozenset[str]:
    """The words under a heading of words.txt."""
    return frozenset(word for line in _sections()[heading] for word in line.split())


def is_stopword(word: str) -> bool:
    """Whether a lower-case word carries no topic of its own."""
    return word in word_list("stopwords")


@lru_cache(maxsize=64)
def plain(text: str) -> str:
    """One line of text with straight quotes and hyphens, no emoji and single spaces; case is kept."""
    if not text.isascii():
        text = _FRACTION.sub(lambda m: f"{unicodedata.numeric(m[0].strip()):.2g}"[1:], text)
        text = unicodedata.normalize("NFKC", text)
        text = _DASH.sub("-", _QUOTE.sub('"', text))
    text = _straight(text)
    if not (text.isascii() and text.isprintable()):
        text = _UNUSUAL.sub(_shown, text)
    text = " ".join(text.split())
    return _SPELLED.sub(lambda m: m[0].replace(" ", "").upper(), text) if _APART.search(text) else text


def _shown(match: re.Match[str]) -> str:
    """A character that isn't plain ASCII, or a space instead of a picture or what steers a printer."""
    return " " if unicodedata.category(match[0])[0] in "SC" and match[0] != "£" else match[0]


@lru_cache(maxsize=64)
def expand(text: str) -> str:
    """Lower-case `plain` text with short forms written out: "who's" becomes "who is"."""
    text = _signs(_sounded(text.lower()))
    text = _NOT.sub(r"\1 not", text) if "n't" in text else text
    rows = _rows_told(text, 0)
    while rows:
        at = min(rows)
        short, long = _short_forms()[at]
        written = short.sub(long, text)
        rows = {row for row in rows if row > at} if written == text else _rows_told(written, at + 1)
        text = written
    return text


def _rows_told(text: str, at: int) -> set[int]:
    """The rows of short forms from `at` on of which a text may have one."""
    said, told = _pieces(text), _telling_short_forms()
    return {row for piece in told.keys() & said for row, others in told[piece] if row >= at and others <= said}


def _sounded(text: str) -> str:
    """Lower-case text with the letters that an apostrophe stands for where it is written as it is spoken.

    "'aven't", "spendin'", "t'one" and "wi'": whoever lost the first word would hear the opposite.
    """
    if "'" not in text:
        return text
    for spoken, written in _SPOKEN:
        text = spoken.sub(written, text)
    return text


def _signs(text: str) -> str:
    """Lower-case text with "&" and "w/" as words."""
    text = _AND.sub("and", text) if "&" in text else text
    return _WITH.sub("with ", text) if "w/" in text else text


def _pieces(text: str) -> set[str]:
    """Words, and what a mark joins ("w/o", "who's"), which short forms are made of."""
    found = {*_LETTERS.findall(text)}
    for joined in _JOINED.findall(text) if "'" in text or "/" in text else ():
        parts = _MARK.split(joined)
        found.update("".join(parts[at : at + 3]) for at in range(0, len(parts) - 2, 2))
    return found


@cache
def _short_forms() -> list[tuple[re.Pattern[str], str]]:
    """Each form as whole words, and what it means."""
    return [
        (re.compile(rf"\b(?:{'|'.join(map(re.escape, typed))})(?![\w'])"), long) for long, typed in _typed_short_forms()
    ]


@cache
def _telling_short_forms() -> Mapping[str, Sequence[tuple[int, frozenset[str]]]]:
    """The rows of short forms by a piece that tells of one: the whole of it, or the last word of several.

    Each has the other words that it must have.
    """
    found: dict[str, set[tuple[int, frozenset[str]]]] = defaultdict(set)
    for row, (_, typed) in enumerate(_typed_short_forms()):
        for form in typed:
            first, *others = _SPACES.split(form)
            inner = _LETTERS.findall(" ".join(others))
            found[inner[-1] if inner else first].add((row, frozenset({first, *inner})))
    return {piece: tuple(rows) for piece, rows in found.items()}


def _typed_short_forms() -> Iterator[tuple[str, list[str]]]:
    """What each row of short forms means, and how it is typed."""
    for line in _sections()["short forms"]:
        long, short = line.split(" = ")
        yield long, short.split(", ")


@cache
def _sections() -> Mapping[str, list[str]]:
    return phrasebook.load(__package__, "words.txt")


def words(text: str) -> list[str]:
    """Lower-case words in order, possessives dropped; "OD&T" and "lead's" are one word each."""
    return _WORD.findall(_comparable(text))


def words_of_all(texts: Iterable[str]) -> list[str]:
    """The words of all texts in order, END behind each text's: as `words`, but quicker for thousands of words."""
    joined = f" {END} ".join(text.replace(END, " ") for text in texts)
    cut = _comparable(f"{joined} {END}")
    for mark in _OUTER_MARKS:
        cut = mark.sub(" ", cut)
    return cut.encode("ascii", "replace").translate(_ONLY_WORDS).decode("ascii").split()


def _comparable(text: str) -> str:
    """Lower-case text with one kind of apostrophe and without possessives."""
    text = _straight(text if text.isascii() else unicodedata.normalize("NFKC", text))
    return (_POSSESSIVE.sub("", text) if "'" in text else text).lower()


def _straight(text: str) -> str:
    """The text with one kind of apostrophe."""
    if text.isascii():
        return text.replace("`", "'")
    for other in _APOSTROPHES:
        text = text.replace(other, "'")
    return text


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The English Snowball stem of one lower-case word; American spellings end where British ones do."""
    british = _british(word)
    return _kept_apart().get(british) or str(_STEMMER.stemWord(british))


@cache
def _kept_apart() -> Mapping[str, str]:
    """Words whose stem would be another word's, each with what stands for it instead."""
    rows = (line.split(" = ") for line in _sections()["kept apart"])
    return {form: kept for kept, forms in rows for form in forms.split(", ")}


def stems(text: str) -> list[str]:
    """The stems of a text's words in order, stopwords left out."""
    return stems_of(words(text))


def stems_of(said: Iterable[str]) -> list[str]:
    """The stems of lower-case words in order, stopwords left out."""
    return list(filter(None, map(_TELLING.__getitem__, said)))


def telling(word: str) -> str:
    """The stem of a lower-case word; empty for a stopword."""
    return _TELLING[word]


def tellings(said: Iterable[str]) -> list[str]:
    """The stem of each of these lower-case words; empty for a stopword."""
    return list(map(_TELLING.__getitem__, said))


# A document has ten thousands of words, most of them often.
_TELLING = Kept(lambda word: "" if is_stopword(word) else stem(word), _MOST)


def _british(word: str) -> str:
    """One spelling for -ise/-ize, -our/-or, -re/-er, -lled/-led, as the documents have them."""
    word = re.sub(r"(?<=[a-z]{3})iz(e|es|ed|ing|ation|ations)$", r"is\1", word)
    word = re.sub(r"(behavi|col|neighb|lab|fav|hon)or(?=s|al|ed|ing|hood|$)", r"\1our", word)
    return {"center": "centre", "centers": "centres", "program": "programme", "programs": "programmes"}.get(word, word)
