"""Takes out of a message what only says how to answer: "in plain English", "just the numbers, please"."""

from __future__ import annotations

import re

from knowledge.questions.language.digits import WORDS
from knowledge.questions.language.words import is_stopword, word_list
from knowledge.questions.searching.index import Index

# Where there is none of these within a text, nothing of it stands alone.
_PAUSE = re.compile(r"[.?!;:,]\s")
# What may stand alone is cut off by these.
_MARKS = re.compile(r"[.?!;:,]+(?=\s|$)|\s-+(?=\s|$)")
# "For a press line: which ...?"
_PREFACE = re.compile(r"^\W*([^:?!]{2,60}):\s+(?=\w)")
# "Councillor here - which ...?"
_SPEAKER = re.compile(
    r"^\W*(?:hi|hello|hey)?\W*(?:an? |the |your |local )*(?:[a-z]+ )?(?:councillor|cllr|resident|tenant|parent|carer"
    r"|officer|manager|warden|journalist|reporter|governor|teacher|clerk|volunteer|landlord|nurse|mum|dad|student"
    r"|trainee|member|worker) here\s*[-,:;.]+\s*(?=\w)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w'-]+")
_ASKING = re.compile(
    r"\b(?:which|who|whose|what|when|where|how|why|rec\w*|ones?|it|that|this|those|these|they|its|their|\d+)\b"
)


def without_manner(said: str, index: Index) -> str:
    """Plain text without what says how to answer; as it is where nothing else would be left."""
    said = without_preface(said)
    inside = _blanked(said, index.phrases["manner"].find(said.lower()))
    if inside == said and " -" not in said and not _PAUSE.search(said):
        return said
    clauses = _clauses(inside)
    if inside == said and len(clauses) == 1:
        return said
    kept = _blanked(inside, [span for span in clauses if _alone(inside[slice(*span)], index)])
    return kept if any(map(str.isalnum, kept)) else said


def without_preface(said: str) -> str:
    """The text without what only says, before a colon, what it is for, or before a dash who asks."""
    said = _SPEAKER.sub("", said) if " here" in said else said
    preface = _PREFACE.match(said) if ":" in said else None
    words = _WORD.findall(preface[1].lower()) if preface else []
    idle = bool(words) and not _ASKING.search(" ".join(words)) and words[-1] not in WORDS
    idle = idle and all(is_stopword(word) or word in word_list("occasions") for word in words)
    return said[preface.end() :] if preface and idle else said


def _clauses(said: str) -> list[tuple[int, int]]:
    """Where each piece between two marks stands."""
    ends = [match.span() for match in _MARKS.finditer(said)]
    starts, stops = [0, *(end for _, end in ends)], [*(start for start, _ in ends), len(said)]
    return [span for span in zip(starts, stops, strict=True) if said[slice(*span)].strip()]


def _alone(clause: str, index: Index) -> bool:
    return bool(index.phrases["manner alone"].find(clause.strip().lower()))


def _blanked(said: str, spans: list[tuple[int, int]]) -> str:
    """The text with blanks at these places; case and the rest stay."""
    for start, end in spans:
        said = said[:start] + " " * (end - start) + said[end:]
    return " ".join(said.split()) if spans else said
