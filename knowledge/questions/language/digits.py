"""Writes number words as digits: "twelve", "the tenth", "twenty-one", "ten point five"."""

from __future__ import annotations

import re

from knowledge.questions.language.runs import runs

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
SMALL = {"one": "1", "two": "2", "first": "1", "second": "2"}
WORDS = frozenset(_CARDINALS + _ORDINALS)
_COMPOUND = re.compile(rf"\b({'|'.join(_TENS)})[- ]({'|'.join(_CARDINALS[:9] + _ORDINALS[:9])})\b")
_HUNDRED = re.compile(r"\b(?:one|a) hundred\b")
_SPOKEN_YEAR = re.compile(rf"\btwenty ({'|'.join(_CARDINALS[9:19])})\b")
_NUMBER_WORD = re.compile(rf"\b({'|'.join(_COUNTED | _RANKED)})\b")

_MINUS = re.compile(
    rf"(?:(?<=recommendation )|(?<=\brec )|(?<=number ))(?:minus|negative) (?=\d|(?:{'|'.join(_CARDINALS)})\b)"
)
_POINT = re.compile(r"\b(\d+) (?:point|dot) (\d+|one|two)\b")
# Without any of these there is nothing to write as digits.
_TELLING = frozenset({*_COUNTED, *_RANKED, "hundred", "minus", "negative", "point", "dot"})

# What dictation writes for a number, where nothing else makes sense: "who leads recommendation for". Not after
# "the recommendation" or before what "for" or "to" could lead on to.
_HEARD = {"won": "1", "to": "2", "too": "2", "for": "4", "fore": "4", "ate": "8", "nein": "9"}
_NOUNS = frozenset({"recommendation", "rec", "reck", "wreck", "number"})
_MISHEARD = re.compile(
    r"\b(?=rec|wreck|number)(?<!\bthe )(?<!\bthis )(?<!\bthat )(?<!\ba )(?<!\bwhich )(?<!\bwhat )"
    r"(recommendation|rec|reck|wreck|number) "
    rf"({'|'.join(_HEARD)})(?=\s*(?:$|[.,;:?!]|(?:what|who|when|why|where|how|and|is|has|be|get|was|did|does|say|please|thanks)\b))"
)


def tells(text: str) -> bool:
    """Whether lower-case text has a word that may be written as digits, alone or with what stands beside it."""
    return not _TELLING.isdisjoint(runs(text))


def in_digits(text: str) -> str:
    """Lower-case text with number words from three up in digits: "twelve" is "12", "the tenth" is "the 10th"."""
    if not _NOUNS.isdisjoint(runs(text)):
        text = _MISHEARD.sub(lambda m: f"{m[1]} {_HEARD[m[2]]}", text)
    if not tells(text):
        return text
    text = _MINUS.sub("-", _HUNDRED.sub("100", text))
    text = _SPOKEN_YEAR.sub(lambda m: str(2000 + _CARDINALS.index(m[1]) + 1), text)
    text = _COMPOUND.sub(_compound, text)
    text = _NUMBER_WORD.sub(lambda m: str(_COUNTED[m[1]]) if m[1] in _COUNTED else f"{_RANKED[m[1]]}th", text)
    return _POINT.sub(lambda m: f"{m[1]}.{SMALL.get(m[2], m[2])}", text)


def _compound(match: re.Match[str]) -> str:
    unit = match[2]
    rank = unit in _ORDINALS
    ones = (_ORDINALS if rank else _CARDINALS).index(unit) + 1
    return f"{_TENS[match[1]] + ones}{'th' if rank else ''}"
