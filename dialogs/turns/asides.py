"""Hears what is said while a question is open and is no answer to it: "hang on", "nah leave it", "dont know yet"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from enum import Enum, auto

from dialogs.turns.moment import Moment
from dialogs.words.wordings import RECS, REF
from knowledge.progress.days.words import MONTHS, either
from knowledge.questions.language.numbers import NOUN

TAKE_YOUR_TIME = "Take your time; nothing has been saved yet."
NOT_KNOWN = "That’s all right; nothing has been saved yet."

_B = r"[\s,.;:!–—-]*"
_OPENS = (
    r"(?:(?:oh|ah|ugh|argh|nah|no|nope|actually|ok|okay|well|right|hmm+|um+|er+m?|sorry|just|please|pls|on second "
    rf"thoughts?|you know what|let[’']?s|let us|we can|you can|maybe|and|but|so|then)\b{_B})*"
)
_WHEN = (
    r"(?:later|tomorrow|another (?:time|day)|some other time|next (?:week|time|month)|(?:in|after) (?:a|the|my) \w+|"
    r"this (?:afternoon|evening)|when i(?: ha)?[’']?ve? time)"
)
_LATER = (
    rf"(?:i|we)(?:[’']?ll| will)?\s+(?:do|finish|sort|post|send|come back to|get back to)\s+(?:it|this|that)\s+{_WHEN}"
)
_ENDS = (
    r"(?:as (?:it|that|they) (?:is|was|are|were)|as is|at that|for (?:now|today)|(?:with )?(?:it|that) then|then|there|"
    rf"alone|be|please|pls|thanks|thank you|ta|sorry|it doesn[’']?t matter|doesn[’']?t matter|it[’']?s fine|{_WHEN}|"
    rf"{_LATER}|i[’']?ve changed my mind|changed my mind|i[’']?m just cross)"
)
_IT = (
    r"(?:it|that|this|them|all of (?:it|that|this)|it all|that one|"
    r"the (?:whole )?(?:thing|update|target|extension|lot))"
)
_LEAVES = re.compile(
    rf"{_OPENS}(?:(?:leave|forget|scrap|drop|bin|ditch|abandon|park|stop|keep)\s+(?:about\s+)?{_IT}|never\s?mind|"
    r"not to worry|(?:don[’']?t|do not)\s+(?:bother|worry)(?:\s+about\s+(?:it|that))?|(?:it\s+)?doesn[’']?t matter|"
    rf"(?:i(?:[’']?ve| have)\s+)?changed my mind|no (?:need|point)|(?:i[’']?d )?rather not|not (?:now|today)|{_LATER}|"
    rf"later|(?:another|some other) time|stop)\b(?:{_B}{_ENDS}\b)*\W*",
    re.IGNORECASE,
)
_MOMENT = r"(?:sec|second|mo|moment|min|minute|tick|bit|while)s?"
_WAITING = rf"(?:hang on|hold on|wait|one {_MOMENT}|(?:just |give me )?(?:a|one|two|five) {_MOMENT}|bear with me|brb)"
# What goes on with these is said to the bot, and not of waiting times.
_MINE = (
    r"(?:i|i[’']?m|i[’']?ll|i[’']?ve|my|me|let|some(?:one|body)\w*|the (?:phone|door|bell|boss)|there[’']?s|phone|door|"
    r"just|please|pls|need|got|ok|no|there)"
)
_PAUSES = re.compile(
    rf"{_OPENS}(?:{_WAITING}(?:\W*\Z|[\s,.;:!–—-]+{_MINE}\b.{{0,100}}|[\s,.;:!–—-]+{_WAITING}\b.{{0,60}})|"
    r"let me\s+(?:just\s+)?(?:check|ask|have a look|look|find out|think|see)\b.{0,60}|"
    r"i[\w’' ]{1,12} (?:check|ask|look)\b[^\d]{0,40} first|"
    r".{0,80}\b(?:brb|be right back|back in (?:a|five|two|ten|5|10|2) (?:sec|min|minute|moment|bit|tick)s?))\W*",
    re.IGNORECASE | re.DOTALL,
)
_RETURNS = re.compile(
    rf"{_OPENS}(?:(?:i[’']?m |i am )?back(?: (?:now|again))?\b{_B})?"
    r"(?:where (?:were|was) (?:we|i)|what (?:was|were|is) (?:the|your|you) (?:question|asking)|"
    r"what did you (?:ask|want)(?: me)?)\W*",
    re.IGNORECASE,
)
_KNOW = r"(?:don[’']?t|do not)\s+(?:really\s+|actually\s+)?(?:know|remember|have (?:one|any|a clue|an idea))"
_UNKNOWING = re.compile(
    rf"{_OPENS}(?:(?:i|we)\s+)?(?:{_KNOW}|dunno|idk|no (?:idea|clue)|not (?:a clue|sure|certain)|"
    r"(?:can[’']?t|cannot)\s+(?:think|remember|say)|haven[’']?t (?:a clue|decided|thought)|nothing (?:really|much)|"
    r"what (?:should|shall|do|can) i (?:put|say|write)|unsure)"
    rf"(?:{_B}(?:what to (?:put|say|write)|how to (?:put|say) it|what|why|when|who|here|yet|really|tbh|to be honest|"
    r"sorry|at the moment|right now|off hand|offhand|about that|it|that|of (?:anything|one)|i[’']?m afraid|now))*\W*",
    re.IGNORECASE,
)


# A recommendation that is named so, in a day's place or before it, isn't a number of the day.
_NO_DAY = rf"(?!\s*(?:{either(MONTHS)}|st\b|nd\b|rd\b|th\b|[/.:-]\d|days?\b|weeks?\b|months?\b|years?\b|more\b|%))"
_OTHER = re.compile(
    rf"(?:\b(?:for|on|of)\s+{RECS}|\b{NOUN}\.?\s*(?:number|no\.?|#)?\s*|\bnumber\s+|\A{_OPENS}(?={REF}\s+(?:then|is|to|should|needs?)\b))"
    rf"(?P<ref>{REF})(?![\w%]){_NO_DAY}",
    re.IGNORECASE,
)


def other_ref(text: str, refs: Collection[str], known: Mapping[str, str]) -> str:
    """The recommendation that an answer names though it was asked about these; empty where it names no other."""
    named = [known[match["ref"].casefold()] for match in _OTHER.finditer(text) if match["ref"].casefold() in known]
    return next((ref for ref in named if ref not in refs), "")


class Aside(Enum):
    """What is said beside an open question."""

    LEAVES = auto()
    PAUSES = auto()
    RETURNS = auto()
    UNKNOWING = auto()


_LONGEST = 160  # characters; what is longer is no aside
_ASIDES = (
    (Aside.LEAVES, _LEAVES),
    (Aside.RETURNS, _RETURNS),
    (Aside.UNKNOWING, _UNKNOWING),
    (Aside.PAUSES, _PAUSES),
)


def aside(moment: Moment) -> Aside | None:
    """What a message says beside the question that is open; None where it may be its answer, or anything else."""
    said = moment.message.text.strip()
    if not said or len(said) > _LONGEST:
        return None
    return next((kind for kind, pattern in _ASIDES if pattern.fullmatch(said)), None)


def soothing(kind: Aside) -> str:
    """What is said to it before the question is asked again; empty where that alone is wanted."""
    return {Aside.PAUSES: TAKE_YOUR_TIME, Aside.UNKNOWING: NOT_KNOWN}.get(kind, "")
