"""Finds the words in a text that can be somebody's name, a first name alone too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.progress.safeguarding.persons import CAPITAL, NAME, OPENING, is_name, is_of_work
from knowledge.questions.language.spelling import common, frequency, known

# Above this a word with which a sentence begins is no name, whatever stands beside it: "grace" stands 24,000 times in
# the corpus, "mark" 50,000, "child" 180,000.
_NEVER_A_NAME = 60_000
_RUN = re.compile(
    rf"(?<![\w'’@./-])(?P<name>{NAME}(?: {CAPITAL}\.)?(?: {NAME}){{0,2}})(?!\w|-\w|['’](?!s\b|\W|\Z)|\.\w|@)"
)
_SMALL = re.compile(r"(?<![\w'’@./-])[a-z]{2,20}(?=['’](?:s\b|\W)|[ ,.;:!?()]|\Z)")
_SOUNDED = re.compile(r"[aeiouy]")
_FIGURE = re.compile(r" \(\d{1,2}\)")
_BEGINS = re.compile(r"(?:\A|[.!?:;–—\n]|\s-|[\"“(])\s*\Z")
# What stands behind a name that is a school's, a hospital's or a house's.
_INSTITUTION = re.compile(
    r" (?:primary|high|school|academy|college|nursery|hospital|infirmary|secure|centre|unit|house|hub|"
    r"children['’]s (?:centre|"
    r"home)|road|street|team|town|park)\b",
    re.IGNORECASE,
)
# What towns, parishes and streets end in, and hardly any first name.
_OF_A_PLACE = re.compile(
    r"(?:ton|ham|bury|ford|worth|worthy|side|field|dale|wood|mere|port|mouth|pool|bridge|hill|gate|town|shire|brook|"
    r"chester|hulme|hurst)\Z"
)
_STREETS = frozenset(
    "street road avenue lane drive close court crescent terrace grove gardens square park house hall hospital primary "
    "academy college church ward hub gateway".split()
)
_OFFICIALS = frozenset(
    "dr prof professor cllr councillor judge hhj sir dame lord lady baroness chief inspector superintendent sergeant "
    "sgt pc dc ds di dci mp minister mayor bishop rev reverend father sister commissioner nurse saint st".split()
)
_TITLES = frozenset("mr mrs ms miss".split())
# Who isn't called by a name, and what is nobody's, although it stands where a name does.
_NOBODY = frozenset(
    "mum mam mom mummy mums dad dads daddy nan nana gran granny grandma grandad grandparent grandparents mother father "
    "parent sibling brother sister son daughter aunt auntie uncle cousin twin twins toddler infant teenager teen "
    "youngster lad lads lass kid kids pupil student client patient carer guardian adult man woman person partner "
    "worker colleague practitioner officer nobody somebody everybody anyone someone he she they it we you who his her "
    "their this that these those there here one both neither either others another no yes not mr mrs ms miss still "
    "now then again today yesterday what when where why how if because since until after before while safeguarding "
    "ofsted cafcass camhs munro laming climbié climbie childminder stepmum stepdad mosaic liquidlogic carefirst ehcp "
    "lado hvs".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """Words that can be a name, where they stand, and what speaks against it.

    `plain`: they may as well be an everyday word with which a sentence begins. `titled`: they follow "Mr" or "Mrs".
    `small`: they were typed without a capital. `place`: they end as places do.
    """

    name: str
    start: int
    end: int
    plain: bool
    titled: bool
    small: bool
    place: bool

    @property
    def full(self) -> bool:
        """Whether it is more than a first name."""
        return " " in self.name


def lifted(text: str) -> str:
    """The text, of the same length, with a capital for each word in small letters that no dictionary knows."""
    return _SMALL.sub(lambda word: word[0].capitalize() if _is_strange(word) else word[0], text)


def _is_strange(word: re.Match[str]) -> bool:
    """Whether it is a word of no dictionary, and no abbreviation ("gps", "hvs") unless an age may follow."""
    sounded = _SOUNDED.search(word[0]) or _FIGURE.match(word.string, word.end())
    return bool(sounded) and not known(word[0])


def named(text: str) -> Iterator[Named]:
    """Each run of words that can be somebody's name, in the order of the text."""
    for run in _RUN.finditer(lifted(text)):
        if one := _judged(run, text):
            yield one


def _judged(run: re.Match[str], text: str) -> Named | None:
    words, start = run["name"].split(" "), run.start()
    if is_of_work(run["name"]) or _INSTITUTION.match(text, run.end()):
        return None
    begins = bool(_BEGINS.search(text, max(0, start - 40), start))
    titled = words[0].lower() in _TITLES
    while len(words) > 1 and (words[0].lower() in OPENING | _TITLES or (begins and common(words[0].lower()))):
        start += len(words.pop(0)) + 1
        begins = False
    first = words[0].lower()
    if first in _OFFICIALS or not _can_be(words) or (begins and frequency(first) >= _NEVER_A_NAME):
        return None
    place = len(words) == 1 and bool(_OF_A_PLACE.search(first))
    return Named(" ".join(words), start, run.end(), begins and common(first), titled, text[start].islower(), place)


def _can_be(words: list[str]) -> bool:
    if (
        words == ["May"]
        or words[-1].lower() in _STREETS
        or any(word.lower() in _NOBODY or word.isupper() for word in words)
    ):
        return False
    return is_name(" ".join(words))
