"""Hears what an update is to say as well: "add that staff left", "also mention the pilot", "add the minutes"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from dialogs.updating.drafts import UpdateDraft
from dialogs.words.wordings import LISTED, RECS, REQUEST
from knowledge.progress.reporting.report import Reported, reported
from knowledge.progress.reporting.statuses import opening, status_of

_FLAGS = re.IGNORECASE | re.DOTALL
# More blanks than these would take long to look at.
_B, _C = r"\s{1,9}", r"[\s,]{0,9}"
_POLITE = (
    rf"(?:(?:please|pls|and|but|also|then|(?:can|could|would|will) you|you can|(?:i|we) (?:should|want to|need to)|"
    rf"i(?:['’]d| would) like to)\b{_C}){{0,6}}"
)
_SAYS = r"(?:add|mention|include|say|note|record|report|state|write|put)\b"
_AS_WELL = rf"(?:{_B}(?:also|as well|too|in|down|to (?:it|that|this|(?:the|my) (?:update|narrative|text)))\b)?"
# "Add that staff left"; "add that to the agenda" and "note that." say nothing of what has happened.
_NOT_THAT = r"(?!(?:to|in|into|as|on|for|and|one|too|please)\b)"
_THAT = re.compile(rf"{_POLITE}{_SAYS}{_AS_WELL}{_B}that{_B}{_NOT_THAT}(?P<words>\w.*)", _FLAGS)
# The same where nothing but a change of the update is waited for: "add staff left", "also: staff left".
_ARTICLE = rf"(?:(?:the|a|an|our|my|some|further|more|another){_B})*"
_NOTE = rf"(?:{_B}{_ARTICLE}(?:comment|note|sentence|line|words?)s?(?=\s?:|{_B}(?:that|saying|to say)\b))?"
_SAYING = rf"(?:{_B}(?:that|(?:saying|to say)(?:{_B}that)?){_B}{_NOT_THAT})?(?:{_C}[:–—-])?{_C}"
_MORE = rf"(?:(?:and{_B})?(?:also|one more thing|as well as that|in addition)\s?[:,]|plus\b|(?:note|comment|ps|nb)\s?:)"
_LOOSELY = re.compile(
    rf"(?:{_POLITE}(?:add|mention|include)\b{_AS_WELL}|{_POLITE}also{_B}{_SAYS}{_AS_WELL}|"
    rf"{_POLITE}{_SAYS}{_B}(?:also|as well|too)\b|{_MORE}){_NOTE}{_SAYING}(?P<words>[\"“”'‘’(£]?\w.*)",
    _FLAGS,
)
_GOES_ON = re.compile(rf"(?:and|also|plus)\b[\s,:]{{0,9}}{_POLITE}(?P<words>\w.*)", _FLAGS)
# Where it stands behind another change: "make it red and add that staff left".
_BEHIND = re.compile(
    rf"(?:[,.;:]\s{{0,9}}|\s(?:[–—-]\s)?)(?=(?:and|but|also|please|then)\b[\s,]{_C}{_POLITE}{_SAYS})", re.IGNORECASE
)
_MOST_BEHIND = 5
_ENDS = re.compile(rf"[\s,]{_C}(?:too|as well|also|please|thanks|thank you)(?=[\s.!]*$)", re.IGNORECASE)
_AS_PART = re.compile(
    rf"(?:{_ARTICLE}(?P<part>evidence|next step)s?(?:\s?[:–—-])?{_B}(?P<what>.+)|"
    rf"(?P<before>.+?){_B}as{_B}{_ARTICLE}(?P<behind>evidence|next step)s?\W*)",
    _FLAGS,
)
_AND_STATUS = re.compile(
    rf"(?P<words>.+?)[,.;]?{_B}(?:and|so){_B}(?:(?:then|also|please){_B})?"
    rf"(?:(?:make|set|mark|turn|change|put){_B})?(?:it|that|the status)\b(?P<status>.+)",
    _FLAGS,
)
_NOTHING_YET = re.compile(
    rf"{_ARTICLE}(?:something|anything|bit|more|thing|sentence|line|note|comment|words?|date|day|deadline|status|"
    rf"evidence|next step|narrative|update|that|this|it)s?(?:{_B}(?:more|else))?\W*",
    re.IGNORECASE,
)


def heard(text: str, *, loosely: bool = False) -> str:
    """What a message says is to be added, in its own words; empty where it says no such thing.

    `loosely` where nothing but a change of the update is waited for.
    """
    said = text.strip()
    if said.endswith("?") and not REQUEST.match(said):
        return ""
    match = _THAT.fullmatch(said) or (loosely and _LOOSELY.fullmatch(said)) or None
    words = _ENDS.sub("", match["words"].rstrip(" ?")) if match else ""
    return "" if not words or _NOTHING_YET.fullmatch(words) or _is_another(words) else words


def lacks_words(text: str) -> bool:
    """Whether a message wants something added, and doesn't say what: "add a date"."""
    match = _LOOSELY.fullmatch(text.strip())
    return match is not None and _NOTHING_YET.fullmatch(match["words"]) is not None


def going_on(narrative: str) -> str:
    """What stands behind an "and" or "also" at the beginning of what has happened; empty where none does."""
    match = _GOES_ON.fullmatch(narrative)
    return heard(narrative, loosely=True) or (_ENDS.sub("", match["words"]) if match else "")


def parted(text: str, *, loosely: bool = False) -> tuple[str, str]:
    """A change and what is to be added behind it, which may be empty; see `heard`."""
    for behind in islice(_BEHIND.finditer(text), _MOST_BEHIND):
        if behind.start() and (words := heard(text[behind.end() :], loosely=loosely)):
            return text[: behind.start()], words
    return text, ""


def report(draft: UpdateDraft, words: str) -> Reported:
    """What the form reports with these words added to what has happened, or to the evidence; or another next step.

    A status is only taken from words that say nothing else: "we are behind on this" tells why it is amber.
    """
    more = _reported(words)
    evidence = tuple(dict.fromkeys((*draft.evidence, *more.evidence))) if more.evidence else ()
    return replace(more, narrative=_joined(draft.narrative, more.narrative), evidence=evidence)


def _reported(words: str) -> Reported:
    if status := status_of(words):
        return Reported(status)
    if (both := _AND_STATUS.fullmatch(words)) and (status := status_of(both["status"])):
        return replace(_reported(both["words"]), status=status)
    if part := _AS_PART.fullmatch(words):
        return reported(f"{part['part'] or part['behind']}: {part['what'] or part['before']}")
    return reported(f"narrative: {words}")


def _is_another(words: str) -> bool:
    """Whether words report on a recommendation of their own: "8: red"."""
    match = re.match(rf"{RECS}{LISTED}[\s:–—-]+", words, re.IGNORECASE)
    return match is not None and opening(words[match.end() :]) is not None


def _joined(narrative: str, words: str) -> str:
    """What has happened, with more of it behind it; what it says already isn't said twice."""
    if words.casefold() in narrative.casefold():
        return narrative
    if not narrative:
        return words
    ends = narrative.endswith((".", "!", "?", "…"))
    return f"{narrative} {words[:1].upper()}{words[1:]}" if ends else f"{narrative}; {words}"
