"""A question to the bot behind what an officer reports: it is no part of the report."""

from __future__ import annotations

import re

from dialogs.words.wordings import REF
from knowledge.questions.language.numbers import NOUN

_LAST = re.compile(
    r"(?P<first>.*\s(?=(?:btw|by the way)\b[,:]?\s)|.*[.!?;\n]|.*\s[–-]|.*,(?=\s(?:oh|also|and also|ps)\b))\s*"
    r"(?P<question>[^.!?;\n]{4,200}\?)\s*",
    re.DOTALL,
)
_ASKS = re.compile(
    r"(?:(?:and|also|oh|btw|by the way|ps|ok|okay|sorry)\b[\s,:]*)*(?:who|whose|what|which|when|where|how|why|is|are|"
    r"do|does|did|has|have|can|could|will|would|should)\b",
    re.IGNORECASE,
)
# What tells that it is put to the bot: an open question that the work has is reported.
_TO_BOT = re.compile(
    rf"\b(?:btw|by the way|you|remind me|{NOUN}|for {REF}|on {REF}|of {REF}|leads? {REF})\b", re.IGNORECASE
)


def parted(text: str) -> tuple[str, str]:
    """What is reported, and the question to the bot that stands last, which may be empty."""
    match = _LAST.fullmatch(text) if text.rstrip().endswith("?") else None
    question = match["question"] if match else ""
    if match is None or not _ASKS.match(question) or not _TO_BOT.search(question):
        return text, ""
    return match["first"].rstrip(" ,.–-"), question.strip()
