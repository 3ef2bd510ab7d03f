"""What an officer's one sentence means, where its words run on or put each other right."""

from __future__ import annotations

import re
from dataclasses import replace

from dialogs.words.wordings import ASIDES, PUTS_RIGHT
from knowledge.progress.days import date_at_end
from knowledge.progress.model import Status
from knowledge.progress.reporting.report import Reported, reported
from knowledge.progress.reporting.statuses import status_of

# "Next step" in the middle of words: no label where it is spoken of ("agreed the next step with them").
_RUN_INTO = re.compile(
    r"(?<=[\w)])(?<!\bthe)(?<!\bour)(?<!\ba)(?<!\bas)(?<!\bfor)(?<!\bof)(?<!\bto)(?<!\bin)(?<!\bon)(?<!\band)\s+"
    r"(?P<step>next\s+steps?\s+(?!(?:with|was|were|have|has|had|of|for|in|on|and|agreed|by)\b)(?P<what>[^.;\n]+))$",
    re.IGNORECASE,
)
# What tells nothing of what has happened; "well" might.
HUM = re.compile(
    r"(?:(?:h+m+|u+m+|u+h+|e+r+m*|oh|ah+|sorry|please|thanks|actually|my mistake|i (?:think|guess|mean|meant))\b"
    r"[\s,.!–—-]*)+",
    re.IGNORECASE,
)
_NOW = re.compile(r"\A(?:now|currently|at the moment|at present)\s+(?=(?:because|as|since|due to)\b)", re.IGNORECASE)
# What belongs to the status that it stands behind, and tells nothing: "amber I suppose", "not started yet".
_ASIDE = re.compile(
    r"\A(?:(?:from (?:me|us)|i['’]?m afraid|i am afraid|i suppose|i guess|i think|i reckon|pls|please|yet|as well|"
    r"too)\b(?!\s+(?:to|that|of|many|much|few|late|early)\b)[\s,.;:–—-]*)+",
    re.IGNORECASE,
)
_OF_ALL = r"on track|at risk|off track|red|amber|green|on target|on schedule|behind schedule"
_ANY_STATUS = re.compile(rf"\b(?:{_OF_ALL})\b", re.IGNORECASE)
_WITHIN = re.compile(
    r"(?:^|[,;.!]\s*|\b(?:and|so|but)\s+)(?:so\s+|now\s+)?(?:it['’]?s|it\s+is|it\s+remains|i['’]?d\s+say(?:\s+it['’]?s)?)\s+"
    rf"(?:(?:now|still|all|back|currently|really)\s+)*(?P<status>{_OF_ALL})(?=\s*(?:[.,;!]|$|(?:now|again|overall)\b))",
    re.IGNORECASE,
)
_FIRST_CLAUSE = re.compile(r"[,;:.!?–—\n]|\s-+\s")
# "Behind schedule" and the like may say why a status is as it is; these are one.
_NAMED_STATUS = re.compile(
    r"(?:(?:it['’]s|it is|it should be|should be|make (?:it|that)|to|now)\s+)*"
    r"(?P<named>red|amber|yellow|orange|green|blue|gr[ea]y|on track|at risk|off track|complete|not started)\b",
    re.IGNORECASE,
)


def meant(text: str) -> Reported:
    """What a sentence reports: of a status that it puts right, the last; and its next step apart."""
    return _as_meant_last(_reported(_with_step_parted(text)))


def _reported(text: str) -> Reported:
    """What a text reports; of "red now because …", "now" belongs to the status, and "hmm" or "pls" tells nothing."""
    report = reported(text)
    if not report.status:
        return replace(report, status=_within(report.narrative))
    words = _ASIDE.sub("", report.narrative)
    return replace(report, narrative="" if HUM.fullmatch(words) else _NOW.sub("", words))


def _within(words: str) -> Status | None:
    """The status that a report tells in its middle ("forms are back and it's on track"), where it tells no other."""
    found = {status_of(one["status"]) for one in _WITHIN.finditer(words)}
    others = {status_of(one[0]) for one in _ANY_STATUS.finditer(words)}
    return found.pop() if len(found) == len(others) == 1 else None


def _with_step_parted(text: str) -> str:
    """A text with a mark before "next step", where words run into it and a day ends it: "… next step x by 3/1"."""
    step = _RUN_INTO.search(text) if date_at_end(text.rstrip(" .!")) else None
    return f"{text[: step.start()]}; {step['step']}" if step else text


def _as_meant_last(report: Reported) -> Reported:
    """A report whose status is put right in the same breath: "green, no wait, amber - pilot slipped"."""
    opens = ASIDES.match(report.narrative) if report.status else None
    if opens is None or not PUTS_RIGHT.search(opens[0]):
        return report
    named = _NAMED_STATUS.match(report.narrative, opens.end())
    again = reported(report.narrative[named.start("named") :]) if named else Reported()
    return replace(report, status=again.status, narrative=again.narrative) if again.status else report


def other_status(report: Reported) -> Status | None:
    """Another status that stands alone behind the first: "amber. Green - recovered"; None where there is none."""
    named = report.status and _NAMED_STATUS.match(report.narrative)
    other = status_of(_FIRST_CLAUSE.split(report.narrative)[0]) if named else None
    return None if other is report.status else other


def behind_status(narrative: str) -> str:
    """What has happened, behind a status that it begins with."""
    _, _, words = narrative.partition(_FIRST_CLAUSE.split(narrative)[0])
    return words.strip(" ,;:.–—-")
