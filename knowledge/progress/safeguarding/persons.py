"""People in a text who are a child or of its family: a name with an age, a date of birth, "the mother of ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.progress.days.words import MONTHS, either
from knowledge.progress.safeguarding.identifiers import Sighting

BIRTH, AGE, RELATIVE = "a date of birth", "a name with an age", "the name of a relative"
FAMILY = "names of one family"

CAPITAL = r"[A-ZÀ-ÖØ-ÞĆČŁŚŠŻŽ]"
NAME = rf"{CAPITAL}(?:[^\W\d_]{{0,30}}['’-]{CAPITAL})?[^\W\d_]{{1,30}}"
_INITIALS = rf"(?:{CAPITAL}\.? ){{1,2}}"
_FULL_NAME = rf"(?<![\w'’-])(?P<name>(?:{_INITIALS}|{NAME} (?:{CAPITAL}\.? )?){NAME}(?: {NAME})?)"
_ANY_NAME = rf"(?<![\w'’-])(?P<name>(?:{_INITIALS})?{NAME}(?: {NAME}){{0,2}})"
_DATE = (
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)|\d{4}-\d\d-\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?,? (?:of )?(?:{either(MONTHS)})\b\.?(?:,? \d{{4}}|,? ['’]?\d\d(?!\w))?)"
)
_BORN = r"(?:d\.?o\.?b\b\.?|date of birth|birth ?date|born)"
_BIRTH = re.compile(
    rf"(?:{_ANY_NAME}[, (]{{1,3}}(?:was |is )?)?\b(?i:{_BORN})[:, -]{{1,3}}(?:(?:is|was|on|the) ){{0,2}}(?i:{_DATE})"
)
_DOB = r"(?:d\.?o\.?b\b\.?|date of birth|birth ?date)"
# The day first, or with words between, or in figures alone.
_BIRTHS = (
    _BIRTH,
    re.compile(
        rf"(?<![\w/.-])(?i:{_DATE})[), :-]{{1,3}}\(?(?:(?:is|was|as|his|her|their|the|given) ){{0,2}}"
        rf"(?:child['’]s )?(?i:{_DOB})"
    ),
    re.compile(rf"\b(?i:{_DOB}) (?:of|for) (?:[\w'’-]{{1,20}} ?){{1,4}}[:, (-]{{1,3}}(?:(?:is|was) )?(?i:{_DATE})"),
    re.compile(rf"\b(?i:{_DOB})[:, (-]{{1,3}}(?:is )?(?:\d{{8}}|\d{{6}})(?!\d)"),
    re.compile(rf"\b(?i:{_DOB}) ?\((?i:{_DATE})\)?"),
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

CLOSE = (
    "(?:grand|step|half[ -]|foster[ -]|birth[ -])?(?:mother|father|mum|mam|dad|brother|sister|son|daughter)"
    "|nan|grandma|grandad|aunt|auntie|uncle|cousin|nephew|niece|twins?"
)
_KIN = rf"{CLOSE}|(?:foster )?(?:parents?|carer)|guardian|child|sibling|baby"
_KIN_OF = re.compile(rf"\b(?i:{_KIN}) of {_ANY_NAME}")
_KIN_NAMED = re.compile(rf"\b(?i:{CLOSE}),? \(?{_FULL_NAME}")
_POSSESSIVE_KIN = re.compile(
    r"(?:(?<=\b[Hh]is )|(?<=\b[Hh]er )|(?<=\b[Tt]heir ))(?:(?:older|younger|late|own|little|big|baby|twin) )*"
    rf"(?i:{CLOSE}),? \(?(?P<name>{NAME}(?: {NAME})?)\b"
)
_KIN_PLURAL = r"(?:twins|siblings|brothers|sisters|children|sons|daughters|cousins|girls|boys|parents)"
_SIBLINGS = re.compile(rf"\b(?i:{_KIN_PLURAL}),? \(?(?P<name>{NAME} (?:and|&) {NAME}(?: {NAME})?)(?![\w-])")
# Two first names with one surname between them; with a name before them they are two whole ones.
_TOGETHER = re.compile(rf"(?<![\w'’-])(?P<name>{NAME}(?:, {NAME})? (?:and|&) {NAME} {NAME})(?!['’]?[\w-]| {CAPITAL})")
_NAME_BEFORE = re.compile(rf"(?P<word>{CAPITAL}[\w'’-]*\.?) $")
# What a sentence about people begins with.
OPENING = frozenset(
    "met saw visited seen spoke with for both and the when that siblings twins only now also after mr mrs".split()
)
_NAMED_KIN = re.compile(rf"{_ANY_NAME}['’]s? (?:(?:older|younger|late|own) )?(?i:{CLOSE})\b(?!-| and baby)")

# Words with a capital that are nobody's name in these reports.
_NO_NAMES = frozenset(
    "a act action adults after all an and appendix audit babies barnardo barnardos birth board bolton boys bury "
    "cabinet care carers cases chapter child childline children city cohort commissioner committee community "
    "conference conferences council death december department director directors draft each early east eccles "
    "education england every everyone example exploitation families family february for forum friday from girls "
    "government "
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

# What stands in pairs in the names of teams, trainings and plans ("Policy and Performance Officer").
_WORK = frozenset(
    """
    academy accountability achievement activity adoption advice advocacy agency agenda amber analysis annual
    assessment assurance attainment attendance authority award background base black blue bridge budget business
    campaign capacity centre chair chief clinic coaching college commission commissioning communication compliance
    consultation contact contract coordinator core corporate county court culture data database delivery deputy
    design development digital disability district diversity domestic duty early edge education emergency employment
    enforcement engagement equality estate evaluation evidence executive experience finance first force forum foster
    fostering foundation framework fund gold governance greater green handbook health help housing improvement
    inclusion induction information initiative inspection inspector inspectorate integrated intelligence
    intervention investment joint judge justice knowledge law leadership learning legal library life local looked
    maintenance management manager mash matrix member mentor mentoring method model monitoring munro national
    neglect network nurse observation office officer online operation order organisation outcome outreach parenting
    park participation path pathway pay peer pension performance permanence permanency placement planning play
    police policy portfolio post power prevention principal principle probation procedure process procurement
    professional programme progress property psychology public purchase purpose quality question rating records
    recruitment red referral reform regional registrar regulation relationship research resource response retention
    rights risk role safe safety salford scheme science scrutiny seminar senior sign silver single site skill social
    solution specialist sport stage standard standards starting state statutory step strand strategic strength
    structure supervision support survey system target task technology teenage template thinking time toolkit traded
    transformation transition transport treatment trust union universal value vision vulnerable welfare wellbeing
    whole work workforce working world
    """.split()
)


def persons(text: str) -> Iterator[Sighting]:
    """What looks like a child or a relative by name, or anybody's date of birth, with its kind and its place."""
    yield from ((BIRTH, *match.span()) for pattern in _BIRTHS for match in pattern.finditer(text))
    for pattern in (_AGED, _OLD, _YEAR_OLD):
        yield from ((AGE, *match.span()) for match in pattern.finditer(text) if is_name(match["name"]))
    for pattern in (_BRACKETS, _COMMAS):
        yield from (
            (AGE, *match.span())
            for match in pattern.finditer(text)
            if is_name(match["name"]) and int(match["age"]) < _YOUNGEST_ADULT
        )
    for pattern in (_KIN_OF, _KIN_NAMED, _NAMED_KIN, _POSSESSIVE_KIN, _SIBLINGS):
        yield from ((RELATIVE, *match.span()) for match in pattern.finditer(text) if is_name(match["name"]))
    yield from ((FAMILY, *match.span()) for match in _TOGETHER.finditer(text) if _is_family(match, text))


def _is_family(match: re.Match[str], text: str) -> bool:
    """Whether these can be two people of one surname: no word of theirs is one of work, and no name precedes them."""
    before = _NAME_BEFORE.search(text[max(0, match.start() - 40) : match.start()])
    alone = before is None or before["word"].lower() in OPENING | _NO_NAMES
    return alone and is_name(match["name"]) and not is_of_work(match["name"])


def is_of_work(name: str) -> bool:
    """Whether words with capitals call a team, a training or a plan rather than somebody."""
    words = [word.removesuffix("s") for word in re.findall(r"\w+", name.lower()) if word != "and"]
    return not _WORK.isdisjoint(words)


def is_name(name: str) -> bool:
    """Whether words with capitals can be somebody's name: none of them is one of an office, a place or a month."""
    return not (_NO_NAMES - {"and"}) & set(re.split(r"[\W_]+", name.lower()))
