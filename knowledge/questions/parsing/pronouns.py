"""Puts the person last spoken of for "she", "he", "her" and "his", where a question is about them as a lead."""

from __future__ import annotations

import re

from knowledge.questions.answer import Context
from knowledge.questions.searching.index import Index

_SHE = re.compile(r"\b(?P<who>she|he|him)\b|\b(?P<whose>her|his)\b", re.IGNORECASE)
_OF_A_LEAD = re.compile(
    r"\b(?:lead\w*|led|runs?|running|owns?|responsible|charge|looks? after|role|job|title|who|else|others?|"
    r"numbers|ones|another|got|has|deadlines?|dates?|timescales?|due|recs?|recommendations?|"
    r"(?:on|for|with|doing|do|does|also|still) (?:rec\w* |number )?#?\d+)\b",
    re.IGNORECASE,
)


def spoken_of(message: str, context: Context, index: Index) -> str:
    """The message, with the name of the person last spoken of where it says only "she" or "his"."""
    if context.person not in index.roles or not _SHE.search(message) or not _OF_A_LEAD.search(message):
        return message
    return _SHE.sub(lambda match: context.person + ("'s" if match["whose"] else ""), message)
