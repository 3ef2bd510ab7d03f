"""Hears in words that aren't put as an update how a recommendation gets on ("on 10 we're at 60%", "a red from me")."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dialogs.words.wordings import RECS, REF
from knowledge.progress.model import Status
from knowledge.progress.reporting.statuses import opening, status_of

# Who or what has done something, as against what is asked, wanted or only heard of.
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|i|we|they|looks?|seems?|remains?|needs?|started|finished|went|met|launched|"
    r"began|its|isnt|from me|hasnt|havent|will|wont|should be|going to|cannot|cant)\b"
)
_PROGRESS = re.compile(
    r"\b(?:go(?:ing|es)|went|gone|done|finish\w*|complet\w*|start\w*|begun|began|sent|held|agreed|signed|met|meeting|"
    r"appoint\w*|recruit\w*|trained|launch\w*|roll\w*|publish\w*|draft\w*|written|submit\w*|deliver\w*|delay\w*|"
    r"behind|late|slip\w*|stuck|waiting|hold|paused|progress\w*|under ?way|ahead|red|amber|green|track|risk|blocked|"
    r"well|ok|okay|fine|badly|struggling|stalled|back|ready|booked|set up|there|half ?way|getting|on target|"
    r"paus\w*|snags?|problems?|trouble|joy|luck|quiet|on board|(?:all|looking|pretty) good|(?:good|bad|great) news|"
    r"(?:make|meet|hit|miss) (?:the|our|its|that|it))\b|"
    r"\d\s?(?:%|per ?cent\b)"
)
_MORE = r"\s*(?:,\s*(?:and\s+)?|&\s*|and\s+)"
# How a sentence without a subject begins that tells how far something is: "nearly done on 10", "stuck on 10".
_ELLIPTIC = re.compile(
    r"(?:(?:so|well|right|and|ok|okay|oh|hi|update|sorry),? )*(?:(?:nearly|almost|just about|pretty much|mostly|"
    r"half ?way|all|still|finally|now|(?:a )?(?:bit|little)|slightly|very|really|good|great|excellent|slow|steady|"
    r"some|no|not much|not|making|made|getting) (?:\w+ ){0,3}?(?:done|finished|there|through|complete|completed|"
    r"behind|late|stuck|delayed|progress|started|begun|waiting|on track|ready|struggling|good|slow)|half ?way|"
    r"waiting|stuck|struggling|slipping|behind|delayed|stalled|"
    r"had (?:the|a|our|my|first|another)|met (?:the|with|up)|held (?:the|a|our)|spoke (?:to|with)|chased|"
    r"(?:good|bad|great|sad) news|no (?:joy|luck|movement)|"
    rf"{RECS}{REF}(?:{_MORE}{RECS}{REF})*\s*(?:[-–—:,]\s*)?(?:(?:both|all)(?: of them)?\s+)?"
    r"(?:going|slipping|stuck|delayed|paused|stalled|on hold|progressing|moving))\b"
)
_ELSE = re.compile(
    r"\b(?:want|would like|like to|looking|after|wonder\w*|ask\w*|told|tell|hear(?! back| from)|heard|read|think|"
    r"thought|believe|know|see|find|understand|assume|interested|confused|unsure|sure|remind|led|leads?|accept\w*|reject\w*|"
    r"government|munro|review|document|says?|recommend\w* that|who|whose|what|which|when|where|why|how|if|whether|"
    r"target date|the target|targets|deadline|extension|assign\w*|show|list|give|any|anything|"
    r"there (?:is|are|was|were))\b"
)
_INVERTED = re.compile(r"\b(?:is|are|was|has|have|did|does|do|can|will) (?:it|that|this|they|there|any\w*|we|i|you)\b")
# What somebody thinks of their own work tells of it all the same.
_THINKS = re.compile(
    r"(?:(?:i|we) (?:do not |don't |dont )?(?:think|reckon|guess|suppose|believe|would say)|id say|"
    r"(?:it )?(?:looks|sounds|feels) like|to be honest|tbh|i am afraid|im afraid|honestly|sadly|unfortunately|"
    r"just to (?:say|let you know)|just letting you know|to let you know|fyi|heads up|for your information|"
    r"(?:just )?(?:a )?quick (?:one|update|note))\b(?: that)?[ ,:–—-]*"
)
# Where a number may stand that is a recommendation's: "on 10 we're at 60%", "nobody applied (14)".
_WHERE = re.compile(rf"(?:\A|\b(?:on|for|with|of|re|about|regarding)\s+){RECS}(?P<ref>{REF})(?!\s*(?:%|per ?cent))\b")
# What may stand around a status beside it: "a red from me on 14", "amber I'm afraid".
_AROUND = re.compile(
    rf"\b(?:from (?:me|us|my side|our side)|i(?:'m| am)? afraid|i suppose|i guess|sadly|it will be|unfortunately|"
    rf"(?:on|for|with|re|about|of)\s+{RECS}{REF})(?!\w)"
)
_CLAUSE = re.compile(r"[,;:.!–—\n]\s*|\s-+\s")


def told_of(said: str, named: tuple[str, ...], known: Mapping[str, str]) -> str:
    """The one recommendation of which a message tells how it gets on; empty for any other message.

    `said` is in lower case; `named` are those that it names as a question does.
    """
    if opens := _THINKS.match(said):
        said = f"i {said[opens.end() :]}"
    refs = named or tuple(dict.fromkeys(known[m["ref"]] for m in _WHERE.finditer(said) if m["ref"] in known))
    return refs[0] if len(refs) == 1 and gets_on(said) else ""


_SEVERAL = re.compile(
    rf"(?:(?:so|well|and|ok|okay|oh|hi|both|update|sorry)\b,?\s*)*{RECS}(?P<refs>{REF}(?:{_MORE}{RECS}{REF})+)\s*(?:[-–—:,]\s*)?"
    r"(?:(?:are|have|both|all|of them|now|been|is)\s+)*(?P<rest>\S.*)"
)


def told_of_several(said: str, known: Mapping[str, str]) -> tuple[tuple[str, ...], str]:
    """The recommendations that a message begins with and tells of together, and what it tells; none for any other."""
    found = _SEVERAL.fullmatch(said)
    typed = re.findall(REF, found["refs"]) if found else []
    if not found or not gets_on(said) or not {*typed} <= {*known}:
        return (), ""
    return tuple(dict.fromkeys(known[ref] for ref in typed)), found["rest"]


def gets_on(said: str) -> bool:
    """Whether words in lower case tell how something gets on, rather than ask, want or quote."""
    if not _PROGRESS.search(said) or not (_TELLS.search(said) or _ELLIPTIC.match(said)):
        return False
    return not (_ELSE.search(said) or _INVERTED.search(said))


def status_in(said: str, ref: str) -> Status | None:
    """The status that is told first of the recommendation itself, or that is all that the first clause tells."""
    found = re.search(rf"\b{re.escape(ref.casefold())} (?:is|has been|looks|seems|remains) (?P<rest>.+)", said)
    heard = opening(found["rest"]) if found else None
    return heard.status if heard else status_of(_AROUND.sub("", _CLAUSE.split(said)[0]))


def behind_status(text: str) -> str:
    """What a message says behind a first clause that tells nothing but a status; all of it where there is none."""
    first = _CLAUSE.split(text, maxsplit=1)
    alone = status_of(_AROUND.sub("", first[0].lower()))
    return text if alone is None else "".join(first[1:]).strip()
