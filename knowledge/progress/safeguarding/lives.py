"""A full name beside what tells that it is a child's or their family's: a school year, a placement, "the ... family".

Staff and partners are named in reports every day, so a name alone passes, and so does one beside their work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.progress.safeguarding.identifiers import Sighting
from knowledge.progress.safeguarding.persons import CAPITAL, CLOSE, NAME, is_name, is_of_work

CHILD, FAMILY = "the name of a child", "the name of a family"

_FULL = rf"(?<![\w'’-])(?P<name>{NAME}(?: {CAPITAL}\.?)? {NAME})(?!['’]?[\w-])"
# Between a name and what tells of a child's life: where they are from, and small words.
_SOME = (
    rf"(?:,? (?:from|of) {NAME})?(?:,? (?:who|now|was|is|has|had|have|been|being|be|will|to|then|also|recently|again|"
    r"just|still|since|twice|sadly|reportedly)){0,5}?,? "
)

YEAR = r"(?:(?i:year|yr|class|form) ?\d{1,2}|Y\d{1,2}|(?i:reception|nursery|sixth form))"
_NO_POST = r"(?!\w|[ -](?:teams?|teachers?|leads?|leaders?|staff|tutors?|heads?|groups?|cohort|forum|inspectors?|of)\b)"
_IN_YEAR = rf"(?:,| \(|,? (?:from|in|of|at|a|an|(?:who )?(?:is|was) (?:now )?in))(?: a)? ?{YEAR}{_NO_POST}"
_AT_SCHOOL = (
    r",? (?:who )?(?:attends (?:[\w'’.-]{1,30} ){0,4}?(?:St\b|(?i:school|primary|nursery|academy|college)\b)(?! [a-z]*"
    r"(?:governor|meeting|cluster|forum|visit|event|staff))|(?:goes|went) to school|(?:is |was )?a pupil)"
)

_WENT = (
    r"(?:moved|gone|went|going|sent|taken|returned|returning|discharged|placed|placement|living|lives|live|lived|"
    r"staying|stays|stayed|removed|reunited|contact)(?: (?:back|home|in|out|away))?"
)
_HOLDS = (
    rf"(?:{CLOSE}|(?:foster|birth|adoptive) \w{{1,20}}|(?:kinship )?carers?|guardians?|grandparents?|parents?|"
    r"siblings?)"
)
_TO_FAMILY = rf"{_WENT} (?:to|with|from|by)(?: live with)? (?:(?:his|her|their) {_HOLDS}|foster (?:carers?|parents?))\b"
_INTO_CARE = (
    r"(?:taken|came|come|went|moved|placed|been|is|was|living|lives|remains)(?: back)? (?:into|in|to) "
    r"(?:(?:foster|residential|secure|local authority) ){0,2}care\b(?! of)"
)
_ON_PLAN = (
    r"(?:is|was|been|put|placed|made|remains) (?:now )?(?:on|subject (?:to|of)) an? (?:full |interim )?"
    r"(?:child protection|child in need|care|supervision|cp|cin) (?:plan|order)\b"
)
_IS_ONE = (
    r"(?:is|was) an? (?:looked[ -]after child|child in (?:need|care)|pupil|care leaver|victim|toddler|baby|teenager|"
    r"school(?:boy|girl))\b"
)
_HARM = (
    r"(?:is|was|been|being) (?:fostered|adopted|neglected|abused|groomed|trafficked|sexually \w{1,20}|"
    r"home[ -]?schooled)\b|went missing|(?:gone missing|run away)\b|ran away|self[ -]harm(?:s|ed|ing)?\b"
)
LIFE = rf"(?:{_TO_FAMILY}|{_INTO_CARE}|{_ON_PLAN}|{_IS_ONE}|{_HARM})"
YOUNG = r"(?:pupil|student|toddler|baby|infant|care leaver|young person|child|boy|girl|teenager|service user|victim)"
_PATTERNS = (
    re.compile(rf"{_FULL}{_IN_YEAR}"),
    re.compile(rf"{_FULL}{_AT_SCHOOL}"),
    re.compile(rf"{_FULL}{_SOME}(?i:{LIFE})"),
    re.compile(rf"\b(?i:{YOUNG}),? {_FULL}(?=,| (?:was|is|has|had|went|who|in|from)\b|[.;)]|\s*$)"),
    re.compile(rf"\b(?i:cases? (?:of|about)) {_FULL}"),
    re.compile(rf"{_FULL}['’]s (?:placement|foster carers?|child protection plan|care plan|adoption)\b"),
)
# What stands behind "the … family" where that is a service of the council's.
_SERVICE = (
    r"(?! (?:hubs?|centres?|support|services?|teams?|courts?|groups?|plans?|conferences?|approach|and|learning|"
    r"practice|intervention|first|strategy|programme|offer|network|partnership|forum|assessments?|safeguarding|"
    r"workers?|days?)\b|[’'](?!s (?:case|home|house|plan|social worker|circumstances|children|situation|address)\b))"
)
_FAMILY = re.compile(
    rf"(?:(?P<who>{NAME}(?: {NAME})?) (?:of|from) )?\b[Tt]he (?P<name>{NAME}(?:[ -]{NAME})?) "
    rf"(?:family|siblings|twins)\b{_SERVICE}"
)


def lives(text: str) -> Iterator[Sighting]:
    """Each full name of a child, and each family by its name, with what it looks like and its place."""
    for pattern in _PATTERNS:
        yield from ((CHILD, *match.span()) for match in pattern.finditer(text) if _is_person(match["name"]))
    yield from ((FAMILY, *match.span()) for match in _FAMILY.finditer(text) if _is_named(match))


def _is_person(name: str) -> bool:
    return is_name(name) and not is_of_work(name)


def _is_named(match: re.Match[str]) -> bool:
    """Whether a family is called by a name, or one of its people is: "Jo Bloggs of the Eccles family"."""
    who = match["who"]
    return _is_person(match["name"]) or bool(who and " " in who and _is_person(who))
