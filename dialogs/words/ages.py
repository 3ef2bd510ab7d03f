"""Ages that are told beside a name, which alone show that somebody is a child: "Lucy (8)"."""

from __future__ import annotations

import re

from knowledge.progress.safeguarding.naming import named
from knowledge.questions.language.spelling import common

_AGE = r"(?:1[0-7]|\d)(?!\d| ?(?:to|and|or|-|–|/) ?\d)(?: ?(?:yrs?|years?|y/?o)\b(?: old)?)?"
# A word, and the age behind it: in brackets, between commas or said to be one.
_BEHIND = re.compile(
    rf"(?<![^\W\d_])(?P<word>[^\W\d_]+)(?:,? \((?:is |now )?(?:aged? )?(?P<bracket>{_AGE})\)"
    rf"|,? (?:is |who is )?aged (?P<said>{_AGE})\b,?"
    rf"|, (?P<comma>{_AGE})(?:,|(?= (?:was|is|has|who|got|been)\b)))"
)
# What a number in brackets tells more of than of a name.
_NUMBERED = frozenset({"rec", "recs", "recommendation", "recommendations"})


def with_ages(text: str) -> str:
    """The text with each age beside a name as the forms of words have it: "Lucy (8)" is "Lucy 8yo"."""
    text = text.lower() if text.isupper() else text
    if not _BEHIND.search(text):
        return text
    lifted = _BEHIND.sub(_lift, text)
    ends = {one.end for one in named(lifted)}
    return _BEHIND.sub(lambda aged: _told(aged) if aged.end("word") in ends else text[slice(*aged.span())], lifted)


def _lift(aged: re.Match[str]) -> str:
    """With a capital for what may be a name, as people who type in a hurry leave it out."""
    word = aged["word"]
    if word in _NUMBERED or common(word) or len(word) == 1:
        return aged[0]
    return word[0].upper() + aged[0][1:]


def _told(aged: re.Match[str]) -> str:
    if aged["word"].lower() in _NUMBERED:
        return aged[0]
    age = re.match(r"\d+", aged["bracket"] or aged["said"] or aged["comma"])
    return f"{aged['word']} {age[0] if age else ''}yo"
