"""Puts the number for "the one on serious case reviews" where it stands beside numbered ones, or is left out.

So it does for what a question is asked within: "in the response on early help, what ...?".
"""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.questions.language.thesaurus import concepts
from knowledge.questions.language.words import expand, is_stopword, plain, stem
from knowledge.questions.searching import topics
from knowledge.questions.searching.confidence import evidence, scale
from knowledge.questions.searching.index import Index

# A longer message is a letter, which is read in another way (characters).
_LONGEST = 200
_RANKS = r"(?:first|second|third|last|other|next|previous|same|right|only|main|new|latest|earliest|\d+\w*)\b"
_ABOUT = re.compile(
    r"\b(?:the|that) (?:one|rec|recommendation) (?:on|about|for|regarding|concerning|to do with|dealing with) "
    r"(?P<about>[^,;?!]+?)(?=\s*(?:[,;?!]|\s-\s|$|\b(?:and|or)\s+(?:\d|the\b|who\b|when\b|what\b|rec)|\b(?:due|led)\b))",
    re.IGNORECASE,
)
_CALLED = re.compile(
    rf"\bthe (?!{_RANKS})(?P<about>(?:(?!(?:for|every|each|which|that|the|of|in|any|all|with)\b)[a-z'-]+ ){{1,6}}?)"
    r"(?:one|rec|recommendation)\b(?! \d)",
    re.IGNORECASE,
)
# "In the Government's response on early help, what is said about schools?"
_WITHIN = re.compile(
    r"^\W*(?P<place>(?:in|under|within|from) (?:[a-z']+ )?(?:[a-z']+ )?(?:response|position|argument|section)s? "
    r"(?:on|to|about|for)) (?P<about>[^,?.\d]{3,60}), (?=(?:what|who|how|when|where|which|is|are|does|do|did)\b)",
    re.IGNORECASE,
)
# What joins a description to what is named before it, or after it.
_LEAVES = r"except|except for|besides|apart from|aside from|other than|bar|but not|excluding|leaving out"
_JOINED = re.compile(rf"(?:\b(?:and|or|vs|versus|than|with|from|to|as|plus|{_LEAVES})|&|/)\s+$", re.IGNORECASE)
_JOINS = re.compile(r"\s*(?:,|\b(?:and|or|vs|versus|than)\b|&|/)\s*(?:rec\w*\s+)?#?\d", re.IGNORECASE)
_LEFT_OUT = re.compile(rf"\b(?:{_LEAVES}) the\b", re.IGNORECASE)
# "Who leads the early help 1?" Not "the lead for 1", nor "the recommendation 1".
_ONE = re.compile(
    r"\b(?:the|that) (?P<about>(?:[a-z'-]+ ){1,5})1(?=\s*(?:[?!.,]\s|[?!.]*$|(?:please|pls|due)\b))", re.IGNORECASE
)
# "11 is the serious case review one, isn't it, so who leads it?"
_TAKEN_FOR = re.compile(
    rf"\b(?:(?:rec|recommendation|number|no\.?|#)\s?)?#?(?P<number>\d{{1,3}}(?:\.\d+)*) (?:is|was|being) the "
    rf"(?!{_RANKS})(?P<about>(?:[a-z'-]+ ){{1,6}}?)(?:one|rec|recommendation)\b"
    r"(?:,? (?:isn't it|is it not|right|yes|innit|no|correct|i think|i believe))?"
    r"(?=[,;.?!-]? *(?:so|and|then|but|who|when|what)\b)",
    re.IGNORECASE,
)
_COUNTED = frozenset(
    "recommendation recommendations rec recs number no theme themes part phase stage lead leads deadline timescale "
    "decision response position argument wording section priority option step level point date on of for to with about "
    "accept accepts accepted agree agreed reject rejects rejected refuse support supports supported back like want "
    "call called under in is was and or do did does update mean means".split()
)
_NUMBER = re.compile(r"(?<![\w.])(?<!theme )(?<!themes )\d{1,3}(?:\.\d+)?(?![\w%])", re.IGNORECASE)


def numbered(message: str, index: Index) -> str:
    """The message with the numbers of the recommendations that it describes beside numbered ones."""
    said = plain(message) if len(message) <= _LONGEST else ""
    if " the " not in f" {said.lower()} ":
        return message
    said = _TAKEN_FOR.sub(lambda match: _put_right(match, index), said)
    worded = _ONE.sub(lambda match: _as_a_word(match, index), said)
    told = _WITHIN.sub(lambda match: _located(match, index), worded)
    told = _both(told, index)
    if _NUMBER.search(said) or _LEFT_OUT.search(said):
        for pattern in (_ABOUT, _CALLED):
            told = pattern.sub(lambda match: _named(match, index), told)
    return told if told != plain(message) else message


def _put_right(match: re.Match[str], index: Index) -> str:
    """What a number is taken for, where that is another recommendation: it is what is asked about."""
    ref = likeliest(match["about"].strip().lower(), index)
    return f"recommendation {ref}" if ref and ref != match["number"] else match[0]


def _both(said: str, index: Index) -> str:
    """The text with the numbers of the two recommendations that it describes: "the early help one and the CAF one"."""
    found = sorted((m for pattern in (_ABOUT, _CALLED) for m in pattern.finditer(said)), key=re.Match.start)
    if len(found) != 2 or found[0].end() > found[1].start() or not _JOINED.search(said[: found[1].start()]):
        return said
    refs = [likeliest(match["about"].strip().lower(), index) for match in found]
    if not all(refs):
        return said
    for match, ref in zip(reversed(found), reversed(refs), strict=True):
        said = f"{said[: match.start()]}recommendation {ref}{said[match.end() :]}"
    return said


def _as_a_word(match: re.Match[str], index: Index) -> str:
    """ "The early help 1" as "the early help one", where the document has what stands before."""
    about = match["about"].lower().strip()
    last = about.split()[-1]
    known = index.says(about) or (index.by_recommendation.has(stem(last)) and not is_stopword(last))
    return f"the {match['about']}one" if known and last not in _COUNTED else match[0]


def _located(match: re.Match[str], index: Index) -> str:
    ref = likeliest(match["about"].strip().lower(), index)
    return f"{match['place']} recommendation {ref}, " if ref else match[0]


def _named(match: re.Match[str], index: Index) -> str:
    said = match.string
    if not (_JOINED.search(said[: match.start()]) or _JOINS.match(said[match.end() :])):
        return match[0]
    ref = likeliest(match["about"].strip().lower(), index)
    return f"recommendation {ref}" if ref else match[0]


@lru_cache(maxsize=500)
def likeliest(about: str, index: Index) -> str:
    """The recommendation that a few lower-case words surely describe; empty where none is likely enough."""
    topic = [index.with_abbreviation(concept) for concept in concepts(expand(about), index.glossary.phrases)]
    matches = topics.recommendations(topic, index) if topic else []
    if not matches:
        return ""
    likely = scale("found").probability(evidence(topic, index, matches[0], matches[0].score))
    return matches[0].ref if likely >= scale("found").sure else ""
