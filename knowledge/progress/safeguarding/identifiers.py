"""Numbers and addresses that lead to one person: NHS and case numbers, postcodes, phone numbers, e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

Sighting = tuple[str, int, int]

NHS, INSURANCE, PUPIL = "an NHS number", "a National Insurance number", "a pupil number"
ADDRESS, POSTCODE = "an address", "a postcode"
PHONE, EMAIL, CASE = "a phone number", "a private e-mail address", "a case number"

_TEN_DIGITS = re.compile(r"(?<![\w£.,/-])\d{3}([ -]?)\d{3}\1\d{4}(?![\w/-])")
_NHS_LABELLED = re.compile(r"\bNHS (?:no\b\.?|number|num\b)[: #]{0,3}\d[\d -]{5,12}\d\b", re.IGNORECASE)
_INSURANCE = re.compile(
    r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b", re.IGNORECASE
)
_PUPIL = re.compile(r"\b[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]\b")

# Royal Mail's areas, without which "Q1 2BN" or "KS2 3AB" would be postcodes.
_AREAS = (
    "AB|AL|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|GL"
    "|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA"
    "|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS"
    "|WV|YO|ZE|B|E|G|L|M|N|S|W"
)
_POSTCODE = re.compile(
    rf"(?<![\w/-])(?:{_AREAS})\d[A-Z\d]? ?\d(?!(?:st|nd|rd|th)\b)[ABD-HJLNP-UW-Z]{{2}}(?![\w/-])", re.IGNORECASE
)
_STREETS = (
    "street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|way|court|crescent|terrace|grove|place|gardens|square|walk|row"
    "|hill|view|mews|brow|fold"
)
_TITLED = "Street|St|Road|Rd|Avenue|Lane|Drive|Close|Crescent|Grove|Mews|Brow|Fold"
_HOUSE = r"(?:(?:flat|apartment) \d{1,4}[a-z]?,? )?\b\d{1,4}[a-z]?,? "
_STREET = rf"(?:[^\W\d_][\w'’-]{{0,30}} ){{1,3}}(?:{_STREETS})\b\.?"
_NAMED_STREET = rf"\b(?:(?-i:[A-Z])[\w'’-]{{0,30}} ){{1,3}}(?:{_STREETS})\b\.?"
_BEFORE_POSTCODE = re.compile(
    rf"(?:(?:{_HOUSE}{_STREET}|{_NAMED_STREET})[, ]{{0,3}}(?:[^\W\d_][\w'’-]{{0,30}}[, \n]{{1,3}}){{0,4}}|{_HOUSE})$",
    re.IGNORECASE,
)
_LIVES = re.compile(
    rf"\b(?:lives?|living|lived|resid(?:es|ing)|home address|address)(?: is)?(?: at)?:? {_HOUSE}{_STREET}",
    re.IGNORECASE,
)
# A house with its street is an address by itself, unless it is where something of the council's or a partner's is.
# In small letters only streets count that are no everyday words ("3 cases close").
_LINKS = (
    r"(?!(?:on|in|of|the|at|to|from|and|or|for|by|with|near|along|off|high|main|recruitment|fundraising|awareness)\b)"
)
_STREET_WORD = rf"{_LINKS}[^\W\d_][\w'’-]{{1,30}}(?<!s) "
_HOUSE_ALONE = re.compile(
    rf"(?<![\w.,/:£-])(?<!\d )(?!(?:19|20)\d\d )(?:(?:flat|apartment) \d{{1,4}}[a-z]?,? )?\d{{1,3}}[a-z]?,? "
    rf"(?:(?:{_STREET_WORD}){{1,2}}(?:street|road|avenue|ave|lane|crescent|terrace|grove|gardens)\b"
    rf"|(?:(?-i:[A-Z]){_LINKS}[\w'’-]{{1,30}} ){{1,2}}(?-i:(?:{_TITLED})\b))\.?"
    r"(?! (?:maps?|shows?|safety|works?|blocks?|side|closures?|race|tests?|names?|schools?|hub|clinic|surgery|office|"
    r"centre|library|station|police|nursery|offices|sites?|projects?|staff|teams?|cases|residents))",
    re.IGNORECASE,
)
_NO_HOME = re.compile(
    r"\b(?:offices?|centres?|hubs?|schools?|clinics?|surgery|library|hall|building|premises|venue|nursery|based|base|"
    r"meeting|workshop|training|session|event|team)\b[^.;\n]{0,30}\Z",
    re.IGNORECASE,
)
_FLAT = re.compile(
    r"\b(?:in|at) (?:the|a|his|her|their) (?:flat|house|bedsit) (?:above|over|next to|opposite|behind|beside) "
    r"(?:the )?[^\W\d_][\w'’-]{1,30}",
    re.IGNORECASE,
)
_ADDRESS_LENGTH = 90  # characters before a postcode in which its street is looked for

_GAP = r"[ .)-]{0,2}"
# Landlines and mobiles; 03 and 08 numbers are public lines of councils and charities.
_PHONE = re.compile(
    r"(?<![\w£.,/+-])(?:\+44 ?(?:\(0\) ?)?|0044 ?|\(?0)(?=[127])"
    rf"(?:\d{{4}}{_GAP}\d{{3}}{_GAP}\d{{3}}|\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{4}}|\d\d{_GAP}\d{{4}}{_GAP}\d{{4}}"
    rf"|\d{{4}}{_GAP}\d{{5}}|\d{{3}}{_GAP}\d{{7}})(?![\w/-])"
)
_EMAIL = re.compile(r"(?<![\w.+'’-])[\w.+'’-]{1,64}@(?P<domain>[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})")
_OFFICIAL = ("gov.uk", "nhs.uk", "nhs.net", "police.uk")

_ID = r"(?:id|no|number|num|ref|reference)\b\.?"
_CASE = re.compile(
    r"\b(?:"
    rf"(?:case|file|client|child|family|person|hospital|crime|court|police) {_ID}[: #]{{0,3}}(?=[\w/-]{{0,20}}\d{{3}})"
    r"(?=[\w/-]{0,20}\d)[\w/-]{4,24}"
    rf"|(?:LCS|ICS|PID|UPN|Mosaic|CareFirst|Liquidlogic)(?: {_ID})?[: #]{{0,3}}[A-Z]{{0,3}}[/-]?\d[\dA-Z/-]{{3,16}}"
    r"|case[: #]{1,3}\d{5,12}"
    r"|ref(?:erence)?(?: (?:no|number)\b)?\.?:? {0,2}\d{6,12}"
    r"|(?:ref(?:erence)?\.?:? {0,2})?(?:CIN|CPP?|LAC|CLA|CAF|EHA|FAM|LCS|ICS)[/-](?!20\d\d\b)\d{3,12}"
    r")\b",
    re.IGNORECASE,
)


def identifiers(text: str) -> Iterator[Sighting]:
    """What looks like a number or an address of one person, with its kind and its place."""
    yield from ((NHS, *match.span()) for match in _TEN_DIGITS.finditer(text) if _is_nhs(match[0]))
    yield from _all(NHS, _NHS_LABELLED, text)
    yield from _all(INSURANCE, _INSURANCE, text)
    yield from _all(PUPIL, _PUPIL, text)
    yield from _all(PHONE, _PHONE, text)
    yield from _all(CASE, _CASE, text)
    yield from _all(ADDRESS, _LIVES, text)
    yield from _all(ADDRESS, _FLAT, text)
    yield from (
        (ADDRESS, *match.span())
        for match in _HOUSE_ALONE.finditer(text)
        if not _NO_HOME.search(text[max(0, match.start() - _ADDRESS_LENGTH) : match.start()])
    )
    yield from (_place(match, text) for match in _POSTCODE.finditer(text))
    yield from ((EMAIL, *match.span()) for match in _EMAIL.finditer(text) if not _is_official(match["domain"]))


def _all(kind: str, pattern: re.Pattern[str], text: str) -> Iterator[Sighting]:
    return ((kind, *match.span()) for match in pattern.finditer(text))


def _is_nhs(number: str) -> bool:
    """Whether the last figure is the check digit of the first nine, as the NHS data dictionary has it (modulus 11)."""
    digits = [int(one) for one in number if one.isdecimal()]
    return (11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11) % 11 == (
        digits[9]
    )


def _place(match: re.Match[str], text: str) -> Sighting:
    """A postcode, with the house and the street before it where there are any."""
    start = max(0, match.start() - _ADDRESS_LENGTH)
    before = _BEFORE_POSTCODE.search(text[start : match.start()])
    return (ADDRESS, start + before.start(), match.end()) if before else (POSTCODE, *match.span())


def _is_official(domain: str) -> bool:
    return any(domain.lower() == own or domain.lower().endswith(f".{own}") for own in _OFFICIAL)
