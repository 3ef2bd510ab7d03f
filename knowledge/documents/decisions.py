"""Reads what the responding body decided from the words of a heading."""

from __future__ import annotations

import re

from knowledge.model import Decision

_SUBJECT = r"(?:(?:the )?(?:uk |welsh )?(?:government|council|cabinet|executive|department|committee|board|we) )?"
_OBJECT = r"(?: (?:this|the|all) recommendations?)?"
_FULLY = r"(?:fully |wholly )?"
_PARTLY = r"(?:partially|partly|part|in part)"
_YES = r"(?:accept(?:s|ed|ing|ance)?|agree(?:s|d|ing)?|support(?:s|ed|ing)?)"

# Tried in this order, each against the whole of the words.
_NOT = r"(?:(?:do(?:es)? )?not|(?:is |are )?(?:unable|not able) to|cannot|can[’']t)"
_WAYS = (
    (Decision.REJECT, rf"(?:reject(?:s|ed|ing)?|declined?|no|{_NOT} {_YES}{_OBJECT})"),
    (Decision.ACCEPT_IN_PRINCIPLE, rf"(?:{_YES}{_OBJECT},? )?in principle"),
    (Decision.ACCEPT_IN_PART, rf"(?:{_PARTLY} {_YES}|{_YES}{_OBJECT},? {_PARTLY}|{_PARTLY})"),
    (Decision.ACCEPT_WITH_CONDITIONS, rf"(?:conditionally {_YES}|{_YES} conditionally|qualified acceptance)"),
    (Decision.CONSIDER_FURTHER, r"(?:consider(?:s|ed|ing)?(?: further)?|(?:under|for) (?:further )?consideration)"),
    (Decision.CONSIDER_FURTHER, r"(?:further consideration|to be considered(?: further)?)"),
    (Decision.NOTED, r"note[sd]?"),
    (Decision.ACCEPT, rf"(?:{_FULLY}{_YES}{_OBJECT}(?:,? (?:in full|fully|in its entirety))?|yes)"),
)
_PATTERNS = tuple((found, re.compile(_SUBJECT + words + _OBJECT, re.IGNORECASE)) for found, words in _WAYS)
_SENTENCE_END = re.compile(r"[.;:] | [–—-] ")
_END = " \t.,;:!–—-*"
_EDGE = " \t.,;:!()[]–—-*"
# What limits a decision that stands before it: "Accepted subject to funding", "Accept (with amendments)".
RIDER = (
    r"(?:subject to|but|except|provided|if|unless|only|conditional(?:ly)? (?:up)?on|on condition|depending on"
    r"|with (?:\w+ )?(?:modifications?|amendments?|changes|conditions?|caveats?|reservations?|qualifications?))\b.*"
)
_RIDER = re.compile(rf"[ ,;:(–—-]*\b{RIDER}", re.IGNORECASE)
_HOW_FAR = re.compile(rf"\(({_PARTLY}|in principle|in full|fully)\)", re.IGNORECASE)


def decided(words: str) -> tuple[Decision, str]:
    """The decision that these words are or begin with as a sentence of its own, and the words after it.

    NOT_STATED, with all the words, for anything else: a decision is never guessed from a sentence about it. One with a
    rider ("Accepted subject to funding") keeps its words, too: only they say how far it goes.
    """
    said = _HOW_FAR.sub(r"\1", " ".join(words.split()))
    if (whole := _decision(said)) is not Decision.NOT_STATED:
        return whole, ""
    first, rest = (*_SENTENCE_END.split(said, maxsplit=1), "")[:2]
    if (limited := _limited(said, first)) is not Decision.NOT_STATED:
        return limited, words
    found = _decision(first)
    return (found, rest) if found is not Decision.NOT_STATED else (found, words)


def deciding(words: str, rest: str) -> str:
    """The words of a heading that are its decision, verbatim; empty where what limits it stands among them.

    `rest` is what `decided` leaves of them.
    """
    said = " ".join(words.split())
    return said.removesuffix(rest).rstrip(_END) if rest != words else ""


def _limited(said: str, first: str) -> Decision:
    """A decision with a rider in its own sentence, or behind a dash."""
    rider = _RIDER.search(said)
    if not rider or said[: rider.start()].count(". "):
        return Decision.NOT_STATED
    if len(first) < rider.start() and said[len(first)] == ".":
        return Decision.NOT_STATED
    found = _decision(said[: rider.start()])
    return Decision.ACCEPT_WITH_CONDITIONS if found is Decision.ACCEPT else found


def _decision(said: str) -> Decision:
    bare = said.strip(_EDGE)
    return next((found for found, pattern in _PATTERNS if pattern.fullmatch(bare)), Decision.NOT_STATED)
