"""Reads which other recommendation is meant: "sorry, 12", "8 too", "oops wrong one that was for 8"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from dialogs.turns.remarks import BREAK, FIRST
from dialogs.words.orders import split
from dialogs.words.wordings import ASIDES, LISTED, PUTS_RIGHT, RECS, REF
from knowledge.progress.days.words import MONTHS, either
from knowledge.questions.language import digits

_LONGEST = 200  # characters; what is longer says more than a number


class About(Enum):
    """How a number that is named stands to what was asked about."""

    INSTEAD = auto()
    AS_WELL = auto()
    EITHER = auto()
    WITHOUT = auto()


@dataclass(frozen=True, slots=True)
class Another:
    """Other recommendations that a message names, and nothing else. `surely` says that none can be a day's number."""

    refs: tuple[str, ...]
    about: About
    surely: bool

    @property
    def ref(self) -> str:
        """The only one; empty where there are several."""
        return self.refs[0] if len(self.refs) == 1 else ""


# What a message has that says nothing but a number: "sorry, 12", "8 too", "oops wrong one that was for 8".
_WRONG = r"(?:(?:it|that|this)(?:[’']?s|\s+is|\s+was)?\s+)?(?:the\s+|a\s+)?wrong\s+(?:one|number|rec\w*|ref\w*)\b"
_IS = (
    r"(?:i\s+(?:mean|meant|said)|meant|(?:(?:it|that|this)(?:\s*[’']?s|\s+is|\s+was)?\s*)?(?:should\s+(?:be|have been)|"
    r"(?<=[’'s])|(?<=is)|(?<=was)|supposed to be)(?:\s+meant(?:\s+to be)?)?)\s+"
)
_NUMBER = re.compile(
    rf"(?P<first>{FIRST}(?:(?:no|do|just|only|then)\s+(?=\w)){{0,3}})(?P<wrong>{_WRONG}{BREAK})?"
    rf"(?P<is>{_IS})?(?P<not>(?:but\s+)?(?:not|without|except|leave out)\s+)?"
    r"(?P<same>(?:do\s+)?(?:the\s+)?same\s+(?:(?:date|day|target|thing|reason|update)\s+)?)?(?P<to>(?:for|on|to|with|about|of)\s+)?"
    rf"(?P<noun>{RECS})(?:both\s+)?{LISTED}"
    rf"(?P<instead>{BREAK}(?:and\s+)?(?:not|instead of|rather than)\s+(?:for\s+|on\s+)?{RECS}{REF})?"
    r"(?P<tail>(?:[\s,]+(?:too|as well|also|instead|then|please|pls|sorry|actually|rather|thanks|i mean|i meant))*)",
    re.IGNORECASE,
)
_FURTHER = re.compile(r"\b(?:and|also|plus|too|as well)\b", re.IGNORECASE)
_ANEW = re.compile(r"\b(?:instead|rather|actually|sorry|then|i mean|i meant)\b", re.IGNORECASE)
_WRONG_ONE = re.compile(rf"(?:{ASIDES.pattern})?{_WRONG}{BREAK}(?:{ASIDES.pattern})?", re.IGNORECASE)
_BEHIND, _MOST_BEHIND = re.compile(r"[.,;]\s+|\s[–-]\s|\s(?=(?:and|also|same)\b)"), 3
# "10 doesnt need a target": what a message is about that begins with a number.
_OF_OTHER = re.compile(
    rf"(?:{ASIDES.pattern})?{RECS}(?P<ref>{REF})\s+(?:is|isn[’']?t|was|has|hasn[’']?t|does|doesn[’']?t|did|didn[’']?t|"
    r"should|shouldn[’']?t|needs?|can|can[’']?t|will|won[’']?t|must|stays?|goes|then)\b"
    rf"(?!\s*(?:{either(MONTHS)})\b).*",
    re.IGNORECASE | re.DOTALL,
)


def another(text: str, known: Mapping[str, str]) -> Another | None:
    """The other recommendations that a message names and nothing else; None for any other message.

    `known` has each by what people call it, in lower case.
    """
    said = digits.in_digits(text.strip().lower()).strip(" .!")
    match = _NUMBER.fullmatch(said) if len(said) <= _LONGEST else None
    refs = tuple(dict.fromkeys(known.get(ref, "") for ref in split(match["refs"]))) if match else ()
    if match is None or not all(refs):
        return None
    about = _about(match)
    tells = match["noun"].strip() or match["to"] or match["wrong"] or match["instead"] or len(refs) > 1
    return Another(refs, about, bool(tells) or about in {About.AS_WELL, About.WITHOUT})


def _about(match: re.Match[str]) -> About:
    if match["not"]:
        return About.WITHOUT
    if match["same"] or (_FURTHER.search(f"{match['first']} {match['tail']}") and not match["instead"]):
        return About.AS_WELL
    anew = match["wrong"] or match["is"] or match["instead"] or PUTS_RIGHT.search(match["first"])
    return About.INSTEAD if anew or _ANEW.search(match["tail"]) else About.EITHER


def one_more(text: str, known: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """What a message says, and the recommendations that it wants it for as well, behind it; else both empty."""
    for behind in list(_BEHIND.finditer(text.strip()))[-_MOST_BEHIND:]:
        other = another(text.strip()[behind.end() :], known)
        if other and other.about is About.AS_WELL and behind.start():
            return text.strip()[: behind.start()].rstrip(" ,;"), other.refs
    return "", ()


def says_wrong_one(text: str) -> bool:
    """Whether a message only says that it was the wrong recommendation."""
    return _WRONG_ONE.fullmatch(text.strip()) is not None


def speaks_of(text: str, known: Mapping[str, str]) -> str:
    """The recommendation that a sentence begins with; empty where it begins with none."""
    match = _OF_OTHER.fullmatch(text.strip())
    return known.get(match["ref"].casefold(), "") if match else ""
