"""Names a recommendation outright where a question describes it, or has a bare number that may be one.

A second look at a question that nothing certain was found for reads it so: "has the early help one got the nod?".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.questions.language.words import plain
from knowledge.questions.parsing.described import likeliest
from knowledge.questions.searching.index import Index

_NOUN = r"(?:one|rec|recommendation|item|action)"
# Words that a description begins behind, so that the nearest before the noun counts: "the lead for the early help one".
_THE = r"(?:the|that|our|this|your|their)"
_CALLED = re.compile(
    rf"\b{_THE} (?P<about>(?:(?!{_THE}\b)[a-z'-]+ ){{1,7}}?){_NOUN}\b(?! (?:\d|that|which|where|who)\b)", re.IGNORECASE
)
_ABOUT = re.compile(
    rf"\b{_THE} {_NOUN} (?:on|about|for|regarding|concerning|to do with|dealing with|covering|around|of) "
    r"(?P<about>(?:[a-z'-]+ ?){1,12})",
    re.IGNORECASE,
)
# A word with which what is said of something goes on.
_GOES_ON = re.compile(
    r"(?:'(?:s|ll|d|re|ve)|\b(?:is|was|are|were|has|have|had|gets?|got|will|did|does|do|falls?|fell|belongs?|lives?|sits?"
    r"|goes|comes?|came|happen\w*|due|led|from|at|please|pls|plz|thanks|ta|or|and|but|who|what|which|whose"
    r"|exists?|there|it|we|they|i|you))\b",
    re.IGNORECASE,
)
_SPACE = re.compile(r"(?<=\w)(?= )|(?='(?:s|ll|d|re|ve)\b)")
# A number that counts, dates or ranks nothing.
_BARE = re.compile(
    r"(?<![\w.,:/£$%-])(?<!themes )(?<!\b(?:theme|least|which|other) )(?<!\bchapter )(?<!\b(?:top|the) )"
    r"(?<!\b(?:in|to|at) )(?<!\b(?:that|this|each) )\d{1,3}"
    r"(?![\w%/]|[.,:]\d|-\d| ?(?:%|[ap]m\b|to \d|st\b|nd\b|rd\b|th\b"
    r"|(?:min(?:ute)?|hour|day|week|month|year|theme|rec|recommendation|lead|officer|question|thing|name|one)s?\b"
    r"|people\b|of\b|children\b|staff\b"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)"
    r"| (?!(?:is|was|has|does|as|vs|goes|gets|comes|falls|sits|says|needs|pls|always)\b)[a-z]+s\b)",
    re.IGNORECASE,
)


def outright(message: str, index: Index) -> str:
    """The message with the numbers of what it surely describes, or of its only number that may be one."""
    said = plain(message)
    told = _CALLED.sub(lambda match: _called(match, index), said)
    told = _ABOUT.sub(lambda match: _told_of(match, index), told)
    return told if told != said else _with_its_number(said, index) or message


def _called(match: re.Match[str], index: Index) -> str:
    """ "The serious case review one"."""
    ref = likeliest(match["about"].strip().lower(), index)
    return f"recommendation {ref}" if ref else match[0]


def _told_of(match: re.Match[str], index: Index) -> str:
    """ "The one on serious case reviews", and what is said of it, which stays."""
    about = match["about"]
    for end in _ends(about):
        if ref := likeliest(about[:end].strip().lower(), index):
            rest = about[end:].lstrip()
            return f"recommendation {ref} {rest}" if rest or about.endswith(" ") else f"recommendation {ref}"
    return match[0]


def _ends(about: str) -> Iterator[int]:
    """How far a description may go: all of it, to each word with which a sentence goes on, or some words less."""
    goes_on = [one.start() for one in _GOES_ON.finditer(about) if one.start()]
    yield len(about)
    yield from goes_on
    yield from reversed(_spaces(about[: goes_on[0]] if goes_on else about))


def _spaces(about: str) -> list[int]:
    return [one.start() for one in _SPACE.finditer(about)]


def _with_its_number(said: str, index: Index) -> str:
    """The text with its only number as a recommendation's; empty where it has none, or several."""
    numbers = [one for one in _BARE.finditer(said) if one[0] in index.by_ref]
    if len(numbers) != 1:
        return ""
    (one,) = numbers
    return f"{said[: one.start()]}recommendation {said[one.start() :]}"
