"""Tells leave that somebody announces from leave that they deny, ask about, or name beside other things."""

from __future__ import annotations

import re
from datetime import date

from knowledge.progress.days.finding import dates
from knowledge.progress.days.timeline import Outlook

_FLAGS = re.IGNORECASE
_ANNOUNCES = r"\b(?:i['’]?m|i am|i['’]ll|i will|i shall|i was|i go|i['’]ve|i have|i won['’]?t)\b"
_PAUSES = (
    r"(?:pause|suspend|mute|snooze|stop|hold|halt|silence|turn off|switch off|resume|restart|unpause|unmute|turn on)"
)
_ORDERS = re.compile(rf"{_PAUSES}\b", _FLAGS)
_ON_LEAVE = (
    r"(?:on (?:(?:annual|sick|maternity|paternity|parental|any) )?(?:leave|holiday|vacation)|off|away|out|sick|ill|"
    r"taking|having)\b"
)
_ADVERBS = r"(?:(?:be|going|going to be|actually|really|yet|even|taking)\s+)*"
_DENIES = re.compile(
    rf"\b(?:am|['’]?m|was|will|['’]ll|shall)\s+{_ADVERBS}(?:not|no longer|never)\s+{_ADVERBS}{_ON_LEAVE}|"
    rf"\bwon['’]?t\s+{_ADVERBS}{_ON_LEAVE}|"
    r"\b(?:do not|don['’]?t|dont|never|not to|no need to|needn['’]?t|shouldn['’]?t)\s+"
    rf"(?:(?:want|need|wish|like|have|you|me|to|please|yet|ever)\s+)*{_PAUSES}\b",
    _FLAGS,
)
# What makes a question, or a case that may never come, of what stands behind it.
_SUPPOSES = re.compile(
    r"\b(?:who|whom|whose|what|when|where|why|how|which|if|whether|unless|suppose|supposing|is it|is that)\b", _FLAGS
)
_ASKS = re.compile(
    r"(?:is|are|was|were|am|do(?= (?:i|you|we|my|the|reminders)\b)|does|did|has|have|had|should|shall|must|might)\b",
    _FLAGS,
)
_COURTESIES = re.compile(
    r"(?:(?:hi|hello|hey|morning|all|team|good|please|pls|ok|okay|so|and|also|just|sorry|but)\b[\s,.!]*)*+", _FLAGS
)
_CLAUSES = re.compile(r"\s?[.;!?\n]{1,9}\s{1,9}|\s?[,–—]\s{1,9}|\s-\s|\s(?:so|but|and|then)\s", _FLAGS)
_OF_LEAVE = re.compile(
    r"\b(?:remind(?:ers?|ing)?|nudges?|chase|leave|holidays?|vacation|away|off|out|sick|ill|poorly|back|"
    r"return(?:ing|s)?)\b|"
    r"^\W*(?:i|we) (?:can['’]?t|cannot|can not|won['’]?t|will not|am unable|am not able)\b.{0,30}"
    r"\b(?:post|update|report|answer|reply|respond)\b",
    _FLAGS,
)
_BEGINS = re.compile(
    rf"{_ANNOUNCES}|\b(?:on(?=(?: \w+)? (?:leave|holiday|vacation))|off|out|away|annual|{_PAUSES}|no more|no|do not|"
    r"don['’]?t)\b",
    _FLAGS,
)
_JOINS = re.compile(r"(?:[\s,:–—-]{1,9}(?:as|because|since|while|whilst|that))?[\s,:–—-]{0,9}$", _FLAGS)
# What says nothing by itself, beside leave.
_SLIGHT = frozenset(
    "hi hello hey all there team bot please pls thanks thank you ta cheers many very much sorry ok okay fyi just so "
    "know to let note that as because since also well now yes from on in the for a an of at with until till til and by "
    "i am do morning afternoon evening everyone everybody again quick heads up bye then can could would will kindly "
    "like want need d".split()
)
_WORD = re.compile(r"[^\W_]+")


def denies(text: str) -> bool:
    """Whether somebody says that they are not away, or that nothing is to be paused or resumed."""
    return bool(_DENIES.search(text))


def asks(text: str) -> bool:
    """Whether leave or a pause is only asked about or supposed: "who covers me when I'm on leave until Friday"."""
    said = _COURTESIES.sub("", text.strip(), count=1)
    if _ORDERS.match(said):
        return False
    begins = re.search(_ANNOUNCES, said, _FLAGS)
    before = said[: begins.start()] if begins else ""
    return bool(_ASKS.match(said) or _SUPPOSES.match(said) or _SUPPOSES.search(before))


def parted(text: str, today: date, name: str) -> tuple[str, str]:
    """What a message says of leave, and what it says besides; the latter is empty where leave is all that is said.

    The speaker's own `name` below it says nothing.
    """
    names = {*_WORD.findall(name.lower())}
    clauses = [clause for clause in _CLAUSES.split(text.strip()) if clause.strip(" .,;!?")]
    besides = [clause for clause in clauses if not _OF_LEAVE.search(clause) and _weighty(clause, today) - names]
    ours = [clause for clause in clauses if clause not in besides]
    return (", ".join(ours), "; ".join(besides)) if besides and ours else (text, "")


def leads_in(text: str, today: date) -> str:
    """What stands before leave in its clause and is more than a courtesy: "Gani says" I'm away until Friday."""
    begins = _BEGINS.search(text)
    before = _CLAUSES.split(text[: begins.start()] if begins else text)[-1]
    return _JOINS.sub("", before) if _weighty(before, today) else ""


def _weighty(words: str, today: date) -> set[str]:
    """Those of the words that are more than days and courtesies."""
    for found in reversed(dates(words.lower(), Outlook(today))):
        words = f"{words[: found.lead]} {words[found.end :]}"
    return {*_WORD.findall(words.lower())} - _SLIGHT
