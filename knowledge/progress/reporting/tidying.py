"""Takes what pasting and dictating add to a report out of it: signatures, and marks that were spoken as words."""

from __future__ import annotations

import re

from knowledge.progress.reporting.statuses import opening

_REGARDS = (
    r"(?:(?:with\s+)?(?:(?:kind|best|warm|many|kindest|warmest)\s+)*regards|(?:with\s+)?best\s+wishes|all\s+the\s+best|"
    r"(?:many|with)\s+thanks|thanks(?:\s+(?:and\s+regards|again|all|everyone|very\s+much|a\s+lot))?|thank\s+you|cheers|"
    r"ta|kr|rgds|yours\s+(?:sincerely|faithfully)|yours|sent\s+from\s+my\s+\w+)"
)
# A line that takes leave, perhaps with a name in it, and what stands below it.
_SIGNED = re.compile(
    rf"\n[ \t>]*{_REGARDS}[ \t]*(?:[,.!–-]+[ \t]*(?:[^\W\d]+[ \t]*){{0,3}}\.?)?[ \t]*(?P<below>\n.*)?\Z",
    re.IGNORECASE | re.DOTALL,
)
_MOST_LINES, _LONGEST_LINE = 10, 80  # a signature has no more
_LABEL = re.compile(r"^\s*(?:next|evidence|status|rag|progress|update|due|risks?)\b[^\n]{0,20}:", re.IGNORECASE)
# "Full stop" tells that marks were spoken; "came to a full stop" doesn't.
_SPOKEN = re.compile(r"(?<!\ba)(?<!complete)\sfull stop\b", re.IGNORECASE)
_MARKS = (
    (r"full stop", "."),
    (r"semi-?colon", ";"),
    (r"colon", ":"),
    (r"comma", ","),
    (r"question mark", "?"),
    (r"new (?:line|paragraph)", "\n"),
    (r"(?:dash|hyphen)", " –"),
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_NTH = {name: at for at, name in enumerate(_ORDINALS, 1)} | {"thirtieth": 30}
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*"
_SPOKEN_DAY = re.compile(
    rf"\b(?:(?P<tens>twenty|thirty)[\s-])?(?P<nth>{'|'.join(_NTH)})\s+(?:of\s+)?(?=(?P<month>{_MONTH})\b)",
    re.IGNORECASE,
)


def tidied(text: str) -> str:
    """A report as if it had been typed for itself."""
    return _unsigned(_with_marks(text))


def spoken(text: str) -> bool:
    """Whether marks were dictated as words."""
    return _SPOKEN.search(text) is not None


def _with_marks(text: str) -> str:
    if not spoken(text):
        return text
    for words, mark in _MARKS:
        text = re.sub(rf"\s{{1,3}}{words}\b(?! cancer)", mark, text, flags=re.IGNORECASE)
    return _SPOKEN_DAY.sub(_day, text)


def _day(match: re.Match[str]) -> str:
    """ "The thirty first of January" as "the 31 January"."""
    tens = {"twenty": 20, "thirty": 30}.get((match["tens"] or "").lower(), 0)
    return f"{tens + _NTH[match['nth'].lower()]} "


def _unsigned(text: str) -> str:
    """A text without the signature below it; with it where anything in it may be part of the report."""
    signed = _SIGNED.search(text)
    below = (signed["below"] or "").strip().split("\n") if signed else []
    if signed is None or len(below) > _MOST_LINES or any(map(_may_report, below)):
        return text
    return text[: signed.start()]


def _may_report(line: str) -> bool:
    return len(line) > _LONGEST_LINE or _LABEL.match(line) is not None or opening(line) is not None
