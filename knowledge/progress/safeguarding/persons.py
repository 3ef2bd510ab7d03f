"""People in a text who are a child or of its family: a name with an age, a date of birth, "the mother of ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.progress.days.words import MONTHS, either
from knowledge.progress.safeguarding.identifiers import Sighting

BIRTH, AGE, RELATIVE = "a date of birth", "a name with an age", "the name of a relative"

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĆČŁŚŠŻŽ]"
_NAME = rf"{_CAPITAL}(?:[^\W\d_]{{0,30}}['’-]{_CAPITAL})?[^\W\d_]{{1,30}}"
_INITIALS = rf"(?:{_CAPITAL}\.? ){{1,2}}"
_FULL_NAME = rf"(?<![\w'’-])(?P<name>(?:{_INITIALS}|{_NAME} (?:{_CAPITAL}\.? )?){_NAME}(?: {_NAME})?)"
_ANY_NAME = rf"(?<![\w'’-])(?P<name>(?:{_INITIALS})?{_NAME}(?: {_NAME}){{0,2}})"
_DATE = (
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)|\d{4}-\d\d-\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?,? (?:of )?(?:{either(MONTHS)})\b\.?(?:,? \d{{4}}|,? ['’]?\d\d(?!\w))?)"
)
_BORN = r"(?:d\.?o\.?b\b\.?|date of birth|birth ?date|born)"
_BIRTH = re.compile(
    rf"(?:{_ANY_NAME}[, (]{{1,3}}(?:was |is )?)?\b(?i:{_BORN})[:, -]{{1,3}}(?:(?:is|was|on|the) ){{0,2}}(?i:{_DATE})"
)
_UNIT = r"(?: ?(?:years?|yrs?|months?|mths?|weeks?|wks?)(?: old)?\b|[ -]?y/?o\b)"
_NO_RANGE = r"(?! ?(?:to|and|or|-|–) ?\d|\d|[/.:]\d|\+|%)"
_AGED = re.compile(
    rf"{_ANY_NAME},? ?\(?(?:is |was |who is |now )?(?i:aged?)(?: of)? (?P<age>\d{{1,2}}){_NO_RANGE}{_UNIT}?\)?"
)
_OLD = re.compile(
    rf"{_ANY_NAME},? \(?(?:is |was |who is |now |just )?(?P<age>\d{{1,2}})(?:{_UNIT}(?<=old)|[ -]?y/?o\b)"
)
_YEAR_OLD = re.compile(rf"\b(?P<age>\d{{1,2}})[ -](?:years?|months?|weeks?)[ -]old,? {_ANY_NAME}")
_BRACKETS = re.compile(rf"{_FULL_NAME} \((?P<age>\d{{1,2}}){_UNIT}?\)")
_COMMAS = re.compile(
    rf"{_FULL_NAME}, (?P<age>\d{{1,2}})(?=[,;)]|[.!?](?:\s|$)|\s*$| (?:who|was|is|has|and his|and her)\b)"
)
_YOUNGEST_ADULT = 18

_CLOSE = (
    "(?:grand|step|half[ -]|foster[ -]|birth[ -])?(?:mother|father|mum|mam|dad|brother|sister|son|daughter)"
    "|nan|grandma|grandad|aunt|auntie|uncle|cousin|nephew|niece|twins?"
)
_KIN = rf"{_CLOSE}|(?:foster )?(?:parents?|carer)|guardian|child|sibling|baby"
_KIN_OF = re.compile(rf"\b(?i:{_KIN}) of {_ANY_NAME}")
_KIN_NAMED = re.compile(rf"\b(?i:{_CLOSE}),? \(?{_FULL_NAME}")
_NAMED_KIN = re.compile(rf"{_ANY_NAME}['’]s? (?:(?:older|younger|late|own) )?(?i:{_CLOSE})\b(?!-| and baby)")

# Words with a capital that are nobody's name in these reports.
_NO_NAMES = frozenset(
    "a act action adults after all an and appendix audit babies barnardo barnardos birth board bolton boys bury "
    "cabinet care carers cases chapter child childline children city cohort commissioner committee community "
    "conference conferences council death december department director directors draft each early east eccles "
    "education england every everyone exploitation families family february for forum friday from girls government "
    "greater group guidance half head heads health help high hospital house in irwell item january july key lead "
    "leads learners leavers level london looked manchester march meeting men mental milestone monday most mothers "
    "need no north northern november nspcc nursery october of ofsted oldham on one only other our overview page "
    "panel parents part partnership people phase plan plans police poverty practice primary priority project "
    "protection pupils quarter reception recommendation recommendations report residents review rochdale "
    "safeguarding salford saturday school schools secondary section september service services sexual siblings "
    "social some south staff stage step stockport strategy students sunday sure swinton table tameside team teams "
    "the theme those thursday tier together trafford training tuesday two under unit version victims visits wales "
    "walkden ward wednesday week west wigan witnesses women workers working workshop year years young youth".split()
)


def persons(text: str) -> Iterator[Sighting]:
    """What looks like a child or a relative by name, or anybody's date of birth, with its kind and its place."""
    yield from ((BIRTH, *match.span()) for match in _BIRTH.finditer(text))
    for pattern in (_AGED, _OLD, _YEAR_OLD):
        yield from ((AGE, *match.span()) for match in pattern.finditer(text) if _is_name(match["name"]))
    for pattern in (_BRACKETS, _COMMAS):
        yield from (
            (AGE, *match.span())
            for match in pattern.finditer(text)
            if _is_name(match["name"]) and int(match["age"]) < _YOUNGEST_ADULT
        )
    for pattern in (_KIN_OF, _KIN_NAMED, _NAMED_KIN):
        yield from ((RELATIVE, *match.span()) for match in pattern.finditer(text) if _is_name(match["name"]))


def _is_name(name: str) -> bool:
    """Whether words with capitals can be somebody's name: none of them is one of an office, a place or a month."""
    return not _NO_NAMES & set(re.split(r"[\W_]+", name.lower()))
