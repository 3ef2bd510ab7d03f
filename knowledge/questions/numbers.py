"""Finds which recommendations a text names: "rec 10", "r10", "#10", "the tenth", "recs 9 and 12", "3 to 5"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from knowledge.questions.words import word_list

_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split(" ")
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split(" ")
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

# "one", "two", "first" and "second" have other work ("the one about ...", "the second half of 2011"); they
# count as numbers only right after or before the word "recommendation".
_COUNTED = {word: n for n, word in enumerate(_CARDINALS, 1) if n > 2} | _TENS
_RANKED = {word: n for n, word in enumerate(_ORDINALS, 1) if n > 2}
_SMALL = {"one": "1", "two": "2", "first": "1", "second": "2"}
WORDS = frozenset(_CARDINALS + _ORDINALS)
_COMPOUND = re.compile(rf"\b({'|'.join(_TENS)})[- ]({'|'.join(_CARDINALS[:9] + _ORDINALS[:9])})\b")
_HUNDRED = re.compile(r"\b(?:one|a) hundred\b")
_SPOKEN_YEAR = re.compile(rf"\btwenty ({'|'.join(_CARDINALS[9:19])})\b")
_NUMBER_WORD = re.compile(rf"\b({'|'.join(_COUNTED | _RANKED)})\b")

NOUN = r"(?:recommendations?|recomm?s?|reccs?|recs?)"
_ITEM = r"(?:-?(?:(?<![a-z])[a-z]{1,2})?\d+(?:\.\d+)*[a-z]?\b|\b(?:one|two)\b(?!\s+(?:about|on|that|with|for)\b))"
_JOIN = r"\s*(?:,\s*(?:and|or)?|&|\+|/|\band\b|\bor\b|\bvs\b\.?|\bversus\b|\bto\b|\bthrough\b|-)\s*"
_LISTING = rf"{_ITEM}(?:{_JOIN}(?:{NOUN}\s*|no\.?\s*|number\s*|#)?{_ITEM})*"
_NAMED = re.compile(
    rf"(?:\b{NOUN}(?:\b|(?=[\d_]))(?:[_-](?=\d))?\.?\s*(?:(?:number|no|num|nr)\b\.?|#|:)?\s*|\br[\s._-](?=\d)|\b(?=r\d)|#\s?|\b(?:number|no\.|num|nr)\s?(?=\d|one\b|two\b))"
    rf"(?P<list>{_LISTING})(?!\s*(?:%|/\d|(?:percent|pm|am)\b))"
)
_RANKED_NAMED = re.compile(
    rf"(?P<noun>\b(?:the\s+)?(?P<rank>\d+(?:st|nd|rd|th)|first|second)\s+(?P<what>{NOUN}|one)\b)"
    r"|\bthe\s+(?P<alone>\d+(?:st|nd|rd|th))\s*(?=[?.!,)]|$)"
)
_PLAIN_NUMBER = re.compile(
    r"(?<![\w.£$/-])(?<!\d:)-?\d{1,3}(?:\.\d+)*(?:(?:-|\s(?:to|through)\s)\d{1,3})?(?![\w%:]|\.\d|/\d)"
)
_RANGE_OR_ITEM = re.compile(
    rf"(?<![\w.])r?(?P<first>\d+)\s*(?:to\b|through\b|-)\s*(?:{NOUN}\s*|r)?(?P<last>\d+)(?![\w.])"
    rf"|{_ITEM}|first|second|\d+(?=st|nd|rd|th)"
)
_TOKEN = re.compile(r"[a-z']+|[^\sa-z]")
# Longer than any word that may stand beside a number (characters).
_BESIDE = 40

_LETTERS = re.compile(r"^[a-z]+(?=\d)")

_DUE_FIRST = re.compile(r"\b(?:due|comes?|falls?|finish(?:es)?|ends?|is)\s+(?:first|last|later|earlier)\s+$")
# In a short message a number that something ends with is a recommendation's, whatever stands before it: "accept 9?".
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Named:
    """Recommendations that a text names: those that exist, those that don't, and where, as (start, end) pairs."""

    refs: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()


def in_digits(text: str) -> str:
    """Lower-case text with number words from three up in digits: "twelve" is "12", "the tenth" is "the 10th"."""
    text = _HUNDRED.sub("100", text)
    text = _SPOKEN_YEAR.sub(lambda m: str(2000 + _CARDINALS.index(m[1]) + 1), text)
    text = _COMPOUND.sub(_compound, text)
    return _NUMBER_WORD.sub(lambda m: str(_COUNTED[m[1]]) if m[1] in _COUNTED else f"{_RANKED[m[1]]}th", text)


def named(text: str, refs: Collection[str]) -> Named:
    """What text, lower-case and with its numbers in digits, names among `refs`, in the order of the text."""
    spans = sorted(_spans(text, refs))
    exact = by_name(refs)
    found = [item for _, _, listing in spans for item in _items(listing, exact)]
    return Named(
        refs=tuple(dict.fromkeys(exact[item] for item in found if item in exact)),
        missing=tuple(dict.fromkeys(item for item in found if item not in exact)),
        spans=tuple((start, end) for start, end, _ in spans),
    )


def by_name(refs: Collection[str]) -> Mapping[str, str]:
    """Each reference by what people call it: "R1.1" is "1.1" too, where nothing else is."""
    bare = Counter(_LETTERS.sub("", ref.casefold()) for ref in refs)
    short = {_LETTERS.sub("", ref.casefold()): ref for ref in refs}
    return {name: ref for name, ref in short.items() if bare[name] == 1} | {ref.casefold(): ref for ref in refs}


def _spans(text: str, refs: Collection[str]) -> list[tuple[int, int, str]]:
    """(start, end, listing) of each place that names something."""
    spans = [(m.start(), m.end(), m["list"]) for m in _NAMED.finditer(text)]
    spans += [
        (m.start(), m.end(), m["rank"] or m["alone"]) for m in _RANKED_NAMED.finditer(text) if _is_ranked(text, m)
    ]
    lettered = [re.escape(ref.casefold()) for ref in refs if not ref.isdigit()]
    written = re.finditer(rf"(?<![\w.])(?:{'|'.join(lettered)})(?![\w]|\.\d)", text) if lettered else ()
    spans += [(*m.span(), m[0]) for m in written if _free(m.start(), spans)]
    spans += [
        (m.start(), m.end(), m[0]) for m in _PLAIN_NUMBER.finditer(text) if _free(m.start(), spans) and _bare(text, m)
    ]
    return spans


def _is_ranked(text: str, match: re.Match[str]) -> bool:
    """ "the first one" goes back in the conversation, "the 3rd" after "on" is a day; both name nothing here."""
    if match["what"] == "one":
        return match["rank"] not in _SMALL
    return match["alone"] is None or not re.search(r"\b(?:on|by|until|since|from)\s+$", text[: match.start()])


def _free(place: int, spans: list[tuple[int, int, str]]) -> bool:
    return not any(start <= place < end for start, end, _ in spans)


def _bare(text: str, match: re.Match[str]) -> bool:
    """Whether a number on its own stands where only a recommendation's could."""
    before = _TOKEN.findall(text, max(0, match.start() - _BESIDE), match.start())[-1:]
    after = _TOKEN.findall(text, match.end(), match.end() + _BESIDE)[:1]
    fits_before = not before or before[0] in word_list("before a number") or before[0] in ",/&?.:;!+-("
    fits_after = not after or after[0] in word_list("after a number") or not after[0][0].isalpha()
    if not fits_after or word_list("never before a number") & set(before):
        return False
    if _DUE_FIRST.search(text[: match.start()]):
        return True
    return fits_before or (len(text) < _SHORT and not word_list("counting") & set(before))


def _items(listing: str, exact: Collection[str]) -> Iterator[str]:
    """ "9, 10 and two" as "9", "10", "2"; "3 to 5" as "3", "4", "5"."""
    if listing in exact:
        yield listing
        return
    for match in _RANGE_OR_ITEM.finditer(listing):
        first, last = int(match["first"] or 0), int(match["last"] or 0)
        if first < last <= first + 100:
            yield from (str(n) for n in range(first, last + 1))
        else:
            items = (match["first"], match["last"]) if match["first"] else (match[0],)
            yield from (item if item in exact else _number(item) for item in items)


def _number(item: str) -> str:
    item = _SMALL.get(item, item)
    return item if item.startswith("-") else re.sub(r"^(?:rec|r)(?=\d)|^0+(?=\d)|(?:st|nd|rd|th)$", "", item)


def _compound(match: re.Match[str]) -> str:
    unit = match[2]
    rank = unit in _ORDINALS
    ones = (_ORDINALS if rank else _CARDINALS).index(unit) + 1
    return f"{_TENS[match[1]] + ones}{'th' if rank else ''}"
