"""Finds which recommendations, and whom, words point to: "it", "all of them", "4 5 and 6", "hers", "all of Sue's"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialogs.managing.known import known_names, nearest
from dialogs.turns.moment import Moment
from dialogs.turns.pronouns import is_pronoun, spoken_person
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.wordings import RECS, REF
from knowledge.questions.language.numbers import NOUN, by_name

WHOSE = "Whose do you mean? Say the name, such as “all of {example}’s”. Nothing has been saved."
WHICH = "Which recommendation do you mean? Give me its number, such as “{example}”. Nothing has been saved."
LEADS_NONE = "{name} leads none of the recommendations, so nothing has been saved."

# Numbers with or without marks between them.
SPACED = rf"{REF}(?:(?:\s*(?:,|&|\+|\band\b)+\s*|\s+)(?:{NOUN}\s*)?{REF})*(?![\w%/]|\.\d|[-–—]\d)"
LISTED_LOOSELY = rf"{RECS}{SPACED}"
_IT = re.compile(r"(?:it|this|that|(?:this|that) (?:one|rec\w*))", re.IGNORECASE)
_THEM = re.compile(
    r"(?:it all|all of it|(?:all of )?(?:them|these|those)(?: all)?|them both|both(?: of (?:them|these|those))?|"
    rf"(?:all )?(?:these|those|the|them)(?: (?:two|three|four|five))?(?: {NOUN})|"
    r"(?:these|those) (?:two|three|four|five)|the (?:whole )?lot)",
    re.IGNORECASE,
)
_ALL = r"(?:(?:all|everything|both|the lot|any|each|the rest)\s+(?:of\s+)?)?"
_ONES = rf"(?:{NOUN}|ones?|stuff|work|lot|things|bits?|actions?|items?|portfolio|caseload)"
_THEIRS = re.compile(rf"{_ALL}(?:hers|his|theirs|(?:her|his|their)\s+(?:own\s+)?{_ONES})", re.IGNORECASE)
_OWN = re.compile(rf"{_ALL}(?P<who>[^\W\d][^\d,;:?]{{0,60}}?)(?:['’]s?|s)(?:\s+{_ONES})?", re.IGNORECASE)
_HELD = re.compile(
    rf"(?:everything|all(?:\s+{_ONES})?|whatever|what|those|the\s+{_ONES})(?:\s+that)?\s+(?P<who>[^\W\d][^\d,;:?]{{0,60}}?)"
    r"(?:['’]s|\s+is|\s+has|\s+was)?\s+(?:leads?|leading|has|have|holds?|holding|got|owns?|had|led|carr(?:ies|ying))",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"(?:everything|it all|all(?:\s+(?:of\s+)?(?:the\s+)?{_ONES})?|the\s+lot|{_ONES})\s+"
    r"(?:from|of|belonging\s+to|with)\s+(?P<who>[^\W\d][^\d,;:?]{0,60}?)(?:['’]s)?",
    re.IGNORECASE,
)
_LIST = re.compile(rf"{RECS}(?P<refs>{SPACED})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pointed:
    """The recommendations that words point to; `whose` is the lead that they are of, where the words say so."""

    refs: tuple[str, ...]
    whose: str = ""


def pointed(words: str, moment: Moment, person: str = "") -> Pointed | Turn | None:
    """What some words point to, or what there is to ask about it; None for words that point to none.

    `person` is of whom the message has just spoken.
    """
    words = re.sub(r"(?<=\d) (?:both|all(?: of them)?)\Z", "", " ".join(words.split()), flags=re.IGNORECASE)
    if numbers := listed(words, moment):
        return Pointed(numbers)
    if _IT.fullmatch(words) or _THEM.fullmatch(words):
        return _spoken_of(words, moment)
    if _THEIRS.fullmatch(words):
        return all_of(person or spoken_person(moment), moment)
    return _somebodys(words, moment, person)


def listed(words: str, moment: Moment) -> tuple[str, ...]:
    """The recommendations of a list of numbers; empty where one of them isn't there, or words are no such list."""
    found = _LIST.fullmatch(words.strip())
    known: Mapping[str, str] = by_name(moment.index.by_ref) if moment.index else {}
    typed = [ref.casefold() for ref in re.findall(REF, found["refs"], re.IGNORECASE)] if found else []
    return tuple(dict.fromkeys(known[ref] for ref in typed)) if typed and {*typed} <= {*known} else ()


def whom(words: str, moment: Moment, person: str = "") -> str:
    """The one person whom words name or point to, as they are known; empty where they name nobody known."""
    said = words.strip(" ,.")
    if is_pronoun(said):
        return person or spoken_person(moment)
    return nearest(said, known_names(moment)) or ""


def named_in(text: str, moment: Moment) -> str:
    """The first person known whom a text names, by the whole name or a part of it; empty for nobody."""
    said = [word for word in re.split(r"[^\w]+", text.casefold()) if len(word) > 1]
    for word in said:
        for meant in (word, word.removesuffix("s")):
            found = [name for name in known_names(moment) if meant in name.casefold().split()]
            if len(found) == 1:
                return found[0]
    return ""


def _spoken_of(words: str, moment: Moment) -> Pointed | Turn | None:
    refs = tuple(ref for ref in moment.spoken_of if moment.index and ref in moment.index.by_ref)
    all_of_them = _THEM.fullmatch(words) is not None
    if refs and (len(refs) == 1 or all_of_them):
        return Pointed(refs)
    if all_of_them:
        return None
    return moment.turn(WHICH.format(example=(*refs, *(moment.index.refs if moment.index else ()))[0]))


def _somebodys(words: str, moment: Moment, person: str) -> Pointed | Turn | None:
    """ "All of Sue's", "everything that Sue leads"; None for other words."""
    for way in (_HELD, _FROM, _OWN):
        if found := way.fullmatch(words):
            name = whom(found["who"], moment, person)
            return all_of(name, moment) if name else None
    return None


def all_of(name: str, moment: Moment) -> Pointed | Turn:
    """What somebody leads now, or that it is nothing; whose is asked where nobody is named."""
    index = moment.index
    example = next(iter(known_names(moment)), "Sue Myers")
    if not name or index is None:
        return moment.turn(WHOSE.format(example=phrases.escaped(example)))
    refs: Sequence[str] = [s.ref for s in moment.records.standings(index.programme) if name in s.leads]
    ordered = tuple(ref for ref in index.refs if ref in refs)
    return Pointed(ordered, name) if refs else moment.turn(LEADS_NONE.format(name=phrases.escaped(name)))
