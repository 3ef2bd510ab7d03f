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
_WAYS = (
    (Decision.REJECT, r"(?:reject(?:s|ed|ing)?|declined?|no|(?:do(?:es)? )?not " + _YES + _OBJECT + ")"),
    (Decision.ACCEPT_IN_PRINCIPLE, rf"(?:{_YES}{_OBJECT},? )?in principle"),
    (Decision.ACCEPT_IN_PART, rf"(?:{_PARTLY} {_YES}|{_YES}{_OBJECT},? {_PARTLY}|{_PARTLY})"),
    (Decision.CONSIDER_FURTHER, r"(?:consider(?:s|ed|ing)?(?: further)?|(?:under|for) (?:further )?consideration)"),
    (Decision.CONSIDER_FURTHER, r"(?:further consideration|to be considered(?: further)?)"),
    (Decision.NOTED, r"note[sd]?"),
    (Decision.ACCEPT, rf"(?:{_FULLY}{_YES}{_OBJECT}(?:,? (?:in full|fully|in its entirety))?|yes)"),
)
_PATTERNS = tuple((found, re.compile(_SUBJECT + words + _OBJECT, re.IGNORECASE)) for found, words in _WAYS)
_SENTENCE_END = re.compile(r"[.;:] | [–—-] ")
_EDGE = " \t.,;:!()[]–—-*"


def decided(words: str) -> tuple[Decision, str]:
    """The decision that these words are or begin with as a sentence of its own, and the words after it.

    NOT_STATED, with all the words, for anything else: a decision is never guessed from a sentence about it.
    """
    said = " ".join(words.split())
    if (whole := _decision(said)) is not Decision.NOT_STATED:
        return whole, ""
    first, rest = (*_SENTENCE_END.split(said, maxsplit=1), "")[:2]
    found = _decision(first)
    return (found, rest) if found is not Decision.NOT_STATED else (found, words)


def _decision(said: str) -> Decision:
    bare = said.strip(_EDGE)
    return next((found for found, pattern in _PATTERNS if pattern.fullmatch(bare)), Decision.NOT_STATED)
