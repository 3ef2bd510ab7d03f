"""Takes one message apart: what it names, narrows by and asks for, before the conversation is considered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.model import Decision, Field
from knowledge.questions.criteria import Criterion
from knowledge.questions.language import abbreviations, cues, digits, numbers, spelling, when
from knowledge.questions.language.courtesies import without_courtesies
from knowledge.questions.language.kept import Kept
from knowledge.questions.language.runs import runs
from knowledge.questions.language.thesaurus import Concept, concepts
from knowledge.questions.language.words import expand, is_stopword, plain, stems
from knowledge.questions.parsing import letters, narrowing, people
from knowledge.questions.parsing.framed import asks_who, of_frame, of_somebody, without_frame
from knowledge.questions.parsing.manner import without_manner
from knowledge.questions.parsing.setting_aside import without_what_is_not_meant
from knowledge.questions.searching.index import Index

# Nobody asks in more; the rest of a longer message isn't read (characters).
LONGEST = 4_000
_DECIDED = tuple(f"decision {decision}" for decision in Decision)
# Whether the council is for something stands in its position.
_FIELDS = (*((f"field {field}", field) for field in Field), ("stance", Field.POSITION))
# "R.I.A.T."
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}[A-Z]\b\.?|\b(?:[A-Z]\.){3,}")
_WORD = re.compile(r"[a-z][a-z'-]*")
_CAPITALS = re.compile(r"\b[A-Z]{3,6}\b")
# "The one on early help, not the children's centres one".
_ANOTHER = re.compile(r"\bnot (?:the|that) (?:[a-z'-]+ ){1,8}?(?:one|recommendation|rec)\b")
# Nobody's board.
_ON_BOARD = re.compile(r"\bon board\b")
# "Which is about how long it takes?"
_HOW_LONG = re.compile(r"\bhow long\b")
# Letters that may be initials.
_FEWEST, _MOST = 3, 5
_SCOPES = frozenset({"scope response", "scope position"})
# What is asked of the Government or the council by name.
_OWNED = frozenset({"list", "field response", "field position", "field decision", "accepted", *_DECIDED})
# Words of a theme's title that give it, not a topic.
_SEVERAL = 2
_LEAD = "lead"
# Two capitals may be somebody's initials, but hardly these.
_INITIALS = re.compile(r"\b[A-Z]{2}\b")
# Words of which a programme keeps whether they are idle.
_MOST_WORDS = 5_000
_NO_NAMES = frozenset({"UK", "EU", "US", "HR", "PM", "AM", "IT", "OK", "TV", "CV", "PC", "ID", "AI", "MP", "QA", "PR"})
_LEADERS = frozenset({"leader", "leaders"})
_LEADER_OF_ONE = re.compile(r"\bwho\b|\bleaders? (?:for|of|on|behind)\b")
# Where neither stands, no number or letter tells things apart.
_NUMBER_OR_LETTER = re.compile(r" (?:\d{2,5}|[b-hj-z])\b")
_SHORT_WORD = re.compile(r"[A-Za-z]+(?:&[A-Za-z]+)?")
_WITH_NUMBER = re.compile(r"\b(?:[a-z]{2,} )?[a-z]{2,} (?:\d{2,5}|[b-hj-z])\b")
# A few words in quotation marks: what they say counts as without them.
_IN_QUOTES = re.compile(r"""(?<![\w'"])(["'])(?=[\w(])([^"'\n]{1,60})\1(?!\w)""")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one message says. `text` is it in lower case, short forms written out, mistakes mended."""

    plain: str
    text: str
    named: numbers.Named
    fields: tuple[Field, ...]
    cues: frozenset[str]
    criteria: tuple[Criterion, ...]
    themes: tuple[str, ...]
    people: tuple[str, ...]
    stranger: str
    abbreviation: str
    topic: tuple[Concept, ...]
    mixed: tuple[str, ...] = ()

    def has(self, *headings: str) -> bool:
        """Whether any of these headings of cues.txt was found."""
        return not self.cues.isdisjoint(headings)


@lru_cache(maxsize=32)
def read(message: str, index: Index) -> Reading:
    """One message, taken apart against one programme."""
    said, text = _put(message, index)
    leads = _leads(text, index)
    alone = {"together"} if len(leads) < 2 else frozenset()  # "working together" is a topic
    found = _implied(index.phrases.heard(text) - alone - _of_the_leader(text, index))
    found = of_frame(text, of_somebody(text, found, index) if leads else found, index)
    found |= {"field leads"} if asks_who(_leads_unnamed(text, leads), found, bool(leads), index) else frozenset()
    countable = narrowing.without_totals(narrowing.without_themes(_leads_unnamed(text, leads)), len(index.by_ref))
    named = numbers.named(countable, index.by_ref)
    return Reading(
        plain=said,
        text=text,
        named=named,
        fields=tuple(dict.fromkeys(field for heading, field in _FIELDS if heading in found)),
        cues=found,
        criteria=tuple(narrowing.criteria(text, found, leads, index)),
        themes=narrowing.themes(text, index),
        people=tuple(one.name for one in leads),
        stranger="" if leads else people.stranger(said, index.says, index.roles),
        abbreviation=_abbreviation(said, index),
        mixed=() if _idle(text, index) else people.mixed(text, index.roles),
        topic=tuple(_topic(text, [*named.spans, *(one.span for one in leads)], found, index)),
    )


def text_of(message: str, index: Index) -> str:
    """The text that `read` finds things in, in a fraction of the time; enough to see that there is nothing to find."""
    return _put(message, index)[1]


@lru_cache(maxsize=32)
def _put(message: str, index: Index) -> tuple[str, str]:
    """What a message asks without all that is said around it, as it was put and as it is compared."""
    whole = without_what_is_not_meant(without_courtesies(_bare(plain(message[:LONGEST])[:LONGEST])))
    said = without_manner(letters.question_of(whole, index, tidy), index)
    return said, tidy(said, index)


def _implied(found: frozenset[str]) -> frozenset[str]:
    """The headings with what they ask for without a word: whether the council is for something is its position."""
    return found | {"field position"} if "attitude" in found else found


def _of_the_leader(text: str, index: Index) -> frozenset[str]:
    """The heading of leads where only "the leader" speaks of any, and the document has one of its own: a council's."""
    if "the leader" not in text or _LEADER_OF_ONE.search(text) or not index.says("the leader"):
        return frozenset()
    spans = index.phrases["field leads"].find(text)
    return frozenset({"field leads"}) if {text[slice(*span)].strip() for span in spans} <= _LEADERS else frozenset()


def _leads_unnamed(text: str, leads: Sequence[people.Mentioned]) -> str:
    """The text, as long as before, with "lead" for each name: "12 is Sue's" numbers a recommendation."""
    for start, end in (one.span for one in leads if one.span[1] - one.span[0] >= len(_LEAD)):
        text = text[:start] + _LEAD.ljust(end - start) + text[end:]
    return text


def _bare(whole: str) -> str:
    """Plain text without the dots of "R.I.A.T." and without the marks around quoted words."""
    whole = _DOTTED.sub(lambda match: match[0].replace(".", ""), whole) if whole.count(".") > 1 else whole
    return _IN_QUOTES.sub(r"\2", whole) if "'" in whole or '"' in whole else whole


@lru_cache(maxsize=64)
def _leads(text: str, index: Index) -> tuple[people.Mentioned, ...]:
    return () if _idle(text, index) else tuple(people.mentioned(text, index.roles))


@lru_cache(maxsize=64)
def _idle(text: str, index: Index) -> bool:
    """Whether lower-case text has no misspelt word, nobody's name or title, and no number in words."""
    return all(map(_idle_words(index).__getitem__, _WORD.findall(text)))


@lru_cache(maxsize=128)
def _idle_words(index: Index) -> Kept[bool]:
    """For each word whether it is idle in one programme."""
    return Kept(lambda word: _is_idle(word, index), _MOST_WORDS)


def _is_idle(word: str, index: Index) -> bool:
    return (
        spelling.mend(word, *index.vocabulary) == word
        and not _spelling_words(index)[word]
        and not digits.tells(word)
        and word not in index.untitled
        and not people.tells(word, tuple(index.roles))
    )


@lru_cache(maxsize=64)
def tidy(said: str, index: Index) -> str:
    """Plain text as it is compared: lower case, short forms written out, names and words mended, numbers in digits."""
    text = _with_initials(expand(said), said, index)
    if _idle(text, index) and not (_has_capitals(said) and _CAPITALS.search(said)):
        return digits.in_digits(text)
    for one in reversed(_leads(text, index)):
        if not one.by_role:
            text = text[: one.span[0]] + one.name.lower() + text[one.span[1] :]
    return digits.in_digits(spelling.mend(_spelled_out(text, said, index), *index.vocabulary))


def _has_capitals(said: str) -> bool:
    """Whether text may have capitals beside the one that it begins with."""
    return not said[1:].islower()


def _with_initials(text: str, said: str, index: Index) -> str:
    """The text with the name of the only lead who has these initials: "which are GM's?"."""
    for short in dict.fromkeys(_INITIALS.findall(said)) if _has_capitals(said) else ():
        names = [name for name in index.roles if "".join(part[0] for part in name.split()) == short]
        if len(names) == 1 and short not in index.abbreviations and not _is_no_name(short):
            text = re.sub(rf"\b{short.lower()}\b", names[0].lower(), text)
    return text


def _is_no_name(short: str) -> bool:
    return short in _NO_NAMES or abbreviations.english(short)


def _spelled_out(text: str, said: str, index: Index) -> str:
    """Capitals that the document doesn't use, written out where they are the initials of something that it names.

    So are letters that are no word: "pcf".
    """
    spelling_words = _spelling_words(index)
    initials = [word.upper() for word in _WORD.findall(text) if spelling_words[word]]
    for short in dict.fromkeys([*_CAPITALS.findall(said), *initials]):
        known = short in index.abbreviations or index.glossary.meaning(short)
        if not known and not abbreviations.english(short) and (meaning := _spelled_by(short, index)):
            text = re.sub(rf"\b{short.lower()}\b", meaning.lower(), text)
    return text


@lru_cache(maxsize=128)
def _spelling_words(index: Index) -> Kept[bool]:
    """For each word whether it spells something in one programme."""
    return Kept(lambda word: _spells(word, index), _MOST_WORDS)


def _spells(word: str, index: Index) -> bool:
    """Whether lower-case letters that are no word are the initials of something that the document names."""
    if not _FEWEST <= len(word) <= _MOST or spelling.known(word) or word in index.abbreviations_in_lower_case:
        return False
    return (
        word not in cues.vocabulary()
        and not people.tells(word, tuple(index.roles))
        and bool(_spelled_by(word.upper(), index))
    )


@lru_cache(maxsize=500)
def _spelled_by(short: str, index: Index) -> str:
    return abbreviations.initials_of(short, index.text)


def _abbreviation(said: str, index: Index) -> str:
    """The abbreviation of the document that the text has, in the document's own case."""
    if _short_words(index).isdisjoint(runs(said.lower())):
        return ""
    known = index.abbreviations_in_lower_case
    for word in _SHORT_WORD.findall(said):
        lower = word.lower()
        short = known.get(lower) or known.get(lower.removesuffix("s"))
        if short and (word[:2].isupper() or not spelling.known(lower)):
            return short
    return ""


@lru_cache(maxsize=128)
def _short_words(index: Index) -> frozenset[str]:
    """The abbreviations of the document in lower case as far as their first mark, and their plurals."""
    shorts = {short for known in index.abbreviations_in_lower_case for short in _WORD.findall(known)[:1]}
    return frozenset(shorts | {f"{short}s" for short in shorts})


def _topic(text: str, named: Sequence[tuple[int, int]], found: frozenset[str], index: Index) -> Iterator[Concept]:
    """What is left to search for once what is named, themes, dates and the words of the question are taken out."""
    title = _title(text, index)
    text = without_frame(text, index) if "field leads" in found else text
    spans = [*named, *(m.span() for m in narrowing.numbered(text)), *narrowing.described(text, index)]
    spans += [m.span() for m in _ANOTHER.finditer(text)] if "not th" in text else []
    spans += [m.span() for m in _ON_BOARD.finditer(text)] if "on board" in text else []
    spans += [m.span() for m in _HOW_LONG.finditer(text)] if "long" in text else []
    if Field.TIMESCALE in index.recorded:
        spans += [span for _, span in when.periods(text, index.years)]
    if Field.DECISION in index.recorded:
        spans += [span for heading in _DECIDED if heading in found for span in index.phrases[heading].find(text)]
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    idle = frozenset[str]().union(*(cues.idle(heading) for heading in _asking(found, index))) | index.names
    for concept in _concepts(text, index):
        if title and title.issuperset(stems(concept.word)):
            continue
        if concept.stem not in idle and not concept.stem.isdigit() and len(concept.word) > 2:
            yield index.with_abbreviation(concept)


def _concepts(text: str, index: Index) -> Iterator[Concept]:
    """The things that a text asks about; a phrase whose taught meaning the document never has counts for itself.

    One whose meaning the document never has, but all of whose words it has, is those: "slow the water down".
    """
    taught, having = index.glossary.phrases, index.by_recommendation.having
    yield from _numbered(text, index)
    for concept in concepts(text, taught):
        if " " not in concept.word or having(concept):
            yield concept
        elif concept.word in taught:
            yield from concepts(concept.word)
        else:
            own = [one for word in concept.word.split() for one in concepts(word)]
            yield from own if own and all(map(having, own)) else [concept]


def _numbered(text: str, index: Index) -> Iterator[Concept]:
    """Things that the document tells apart by a number or letter: "BS 750", "Approved Document B"."""
    for match in _WITH_NUMBER.finditer(text) if _NUMBER_OR_LETTER.search(text) else ():
        for said in (match[0], match[0].partition(" ")[2]):
            told = [] if is_stopword(said.split()[0]) else stems(said)
            if len(told) > 1 and index.by_passage.has(" ".join(told)):
                yield Concept(said, " ".join(told))
                break


def _asking(found: frozenset[str], index: Index) -> frozenset[str]:
    """The headings whose words carry no topic: in what describes a recommendation, Whitehall may be part of it.

    Where the document has no leads as such, "leads" may stand in its text.
    """
    asking = found - _SCOPES if "find" in found and found.isdisjoint(_OWNED) else found
    return asking if Field.LEADS in index.recorded or "people" in found else asking - {"field leads"}


def _title(text: str, index: Index) -> frozenset[str]:
    """The stems of the titles of themes that the text names and says most of: "theme 2, the one on ..."."""
    numbers_ = narrowing.themes(text, index)
    titles = [frozenset(stems(theme.title)) for theme in index.programme.themes if theme.number in numbers_]
    said = frozenset(stems(text))
    return frozenset[str]().union(*(title for title in titles if len(title & said) >= _SEVERAL))
