"""Hears where words that begin with a status go on to say the opposite: "on track to miss its target"."""

from __future__ import annotations

import re

from knowledge.progress.reporting.statuses import opening, status_of

_FIRST = re.compile(r"[,;:.!?–—\n]|\s-+\s")
_TO_FAIL = (
    r"\s+to\s+(?:\w+\s+){0,2}?(?:miss|fail|slip|overrun|overspend|fall\s+behind|run\s+(?:late|over)|"
    r"(?:be|finish|open|start|complete|deliver|launch)\s+(?:\w+\s+){0,2}?(?:late(?!\s+\w)|delayed|overdue|missed|behind))\b"
)
_ON_PAPER = r"\s+(?:only\s+)?(?:on\s+paper|in\s+theory|in\s+name|officially|nominally|supposedly|technically)\b"
_REALLY = (
    r"(?:really|actually|truly|honestly|probably|also|still|in\s+(?:fact|reality|truth|practice)|it['’]?s|it\s+is|"
    r"we['’]?re|we\s+are|is|i['’]?d\s+say|more\s+like)"
)
# A status that the first is set against; "amber but on track for May" tells of one way out.
_BUT = (
    r"(?:\s+[\w'’]+){0,4}?\s*,?\s*\b(?:but|though|although|yet|however)\b[\s,]*"
    rf"(?:{_REALLY}\b[\s,]*){{0,4}}(?P<other>red(?!\s+(?:tape|flags?|cases?))|amber|yellow|off\s+track|at\s+risk|"
    r"(?:green|on\s+track)(?!\s+(?:to|for|by|with|in|again|paper|light)\b))\b(?!\s+(?:soon|by|next|until|before)\b)"
)
_AGAINST = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (_TO_FAIL, _ON_PAPER, _BUT))
_LONGEST = 200  # characters in which a status is taken back


def contradicted(text: str) -> bool:
    """Whether words begin with a status that they take back, so that none is certain."""
    said = text[:_LONGEST]
    heard = opening(_FIRST.split(said, maxsplit=1)[0])
    if heard is None:
        return _of_two(said)
    found = next(filter(None, (against.match(said, heard.end) for against in _AGAINST)), None)
    other = found.groupdict().get("other") if found else None
    return found is not None and (other is None or status_of(other) is not heard.status)


def _of_two(said: str) -> bool:
    """ "On track but at risk": each of the two stands alone."""
    but = re.search(r"\s(?:but|though|although|yet|however)\s", said)
    first = opening(said[: but.start()]) if but else None
    found = _AGAINST[-1].match(said, first.end) if first else None
    return bool(first and found and status_of(found["other"]) is not first.status)
