"""Tells the words that describe a recommendation from those that only ask something of it.

In "who shall I invite to the meeting on the early help one?" only "early help" is what is looked for.
"""

from __future__ import annotations

import re

from knowledge.questions.language import cues
from knowledge.questions.language.thesaurus import concepts
from knowledge.questions.language.words import stems
from knowledge.questions.searching.index import Index

_NOUN = r"(?:ones?|recs?|recommendations?|items?|actions?)"
_RANKS = (
    r"(?:first|second|third|last|other|others|next|previous|same|right|only|main|new|latest|earliest|numbered|named|"
    r"responsible|lead|leads|accountable|officer|officers|person|name|names|owner|deadline|date|timescale|decision|\d+\w*)"
)
_BEFORE = re.compile(
    rf"\b(?:the|that|this|our)\s+(?P<about>(?!{_RANKS}\b)"
    r"(?:(?!(?:the|this|our|for|every|each|which|that|who|is|any|all|or|theme|themes)\b)[a-z&'-]+\s+){1,7}?)"
    rf"{_NOUN}\b(?! \d)"
)
_BEHIND = re.compile(
    rf"\b{_NOUN} (?:(?:that|which) (?:is|are|deals?|talks?|says) )?"
    r"(?:about|on|regarding|concerning|re|around|covering|to do with|dealing with)\s+(?P<about>[a-z][^,;?!.:()]+)"
)
# What is asked of it may go on behind: "the one about early help is down to which officer?"
_GOES_ON = re.compile(
    r"\s+(?:-\s|(?:is|are|was|were|has|have|had|does|do|falls?|sits?|belongs?|goes|went|comes?|gets?|got|led|owned|please|"
    r"pls|when|by when|n when|and when|and who|who|whose|whom|which|what|at our end|at committee|at scrutiny|here|"
    r"from an?|in terms of|so (?:i|we|that)|before|because|then)\b).*"
)
# Facts that a description may speak of itself.
_FACTS = frozenset({"field timescale", "field decision"})
_YES_OR_NO = re.compile(r"[^a-z]*\b(?:is it |is that |a )?(?:yes|no) or (?:a )?(?:yes|no)\W*$")
_ASKS_WHETHER = frozenset({"yes or no", "hearsay"})
# Who did something to a recommendation, or is touched by it, is no lead.
_NO_LEAD = re.compile(
    r"\b(?:wrote|written|author\w*|propos\w+|suggest\w*|recommend(?:s|ed|ing)|publish\w*|invent\w*|aim(?:s|ed)|meant|"
    r"target\w*|pays?|paying|fund\w*|costs?|benefit\w*|affect\w*|appl(?:y|ies)|impact\w*|hurt\w*|consult\w*|"
    r"mention\w*|refer\w*|said|says?|told|object\w*|oppos\w+|support\w*|agree\w*|disagree\w*)\b"
)


def asks_who(text: str, found: frozenset[str], leads: bool, index: Index) -> bool:
    """Whether lower-case text that describes a recommendation can only ask for its lead.

    It asks who, or whether it is a lead that it names, and has no other words than questions for leads have.
    """
    asks = "who" in found or (leads and not found.isdisjoint(_ASKS_WHETHER))
    if not asks or any(heading.startswith("field ") for heading in found) or _NO_LEAD.search(text):
        return False
    kept = _kept(text, index)
    idle = cues.idle("field leads")
    frame = concepts(_blanked(text, kept)) if kept else []
    rest = [one for one in frame if len(one.word) > 2 and one.stem not in idle]
    return bool(kept) and not rest


def of_frame(text: str, found: frozenset[str], index: Index) -> frozenset[str]:
    """The headings that lower-case text has, without a fact that only its description speaks of.

    "Who leads the one about assessment timescales?" asks for no date.
    """
    kept = _kept(text, index) if not found.isdisjoint(_FACTS) else []
    return found - (_FACTS - index.phrases.heard(_blanked(text, kept, " "))) if kept else found


def of_somebody(text: str, found: frozenset[str], index: Index) -> frozenset[str]:
    """The headings without a decision, where text that names somebody has no more of one than "yes or no?"."""
    asks = _YES_OR_NO.search(text) if "field decision" in found else None
    return found - ({"field decision"} - index.phrases.heard(text[: asks.start()])) if asks else found


def without_frame(text: str, index: Index) -> str:
    """Lower-case text, as long as before, with blanks for all but what describes recommendations.

    As it is where nothing does, or where the document has no word of what does.
    """
    kept = _kept(text, index)
    frame = _blanked(text, kept)
    return "".join(" " if a == b else a for a, b in zip(text, frame, strict=True)) if kept else text


def _kept(text: str, index: Index) -> list[tuple[int, int]]:
    spans = ((span, text[slice(*span)]) for span in _described(text))
    return [span for span, about in spans if _known(about, index) and not _is_decision(about)]


def _is_decision(about: str) -> bool:
    """Whether words only tell how something was decided: "the accepted ones" describes none."""
    return set(stems(about)) <= cues.idle("field decision")


def _blanked(text: str, spans: list[tuple[int, int]], blank: str = "\0") -> str:
    for start, end in spans:
        text = text[:start] + blank * (end - start) + text[end:]
    return text


def _described(text: str) -> list[tuple[int, int]]:
    """Where the words stand that describe a recommendation."""
    before = [match.span("about") for match in _BEFORE.finditer(text)]
    behind = [(match.start("about"), _end(match)) for match in _BEHIND.finditer(text)]
    return before + behind


def _end(match: re.Match[str]) -> int:
    on = _GOES_ON.search(match["about"])
    return match.start("about") + on.start() if on else match.end("about")


def _known(about: str, index: Index) -> bool:
    told = [index.with_abbreviation(concept) for concept in concepts(about, index.glossary.phrases)]
    return any(map(index.by_recommendation.having, told))
