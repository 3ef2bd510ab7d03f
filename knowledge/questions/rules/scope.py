"""What isn't ours to answer, doesn't exist, or can't be told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.model import Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import Answer, Gap, NoSuch, NoTheme, NotRecorded, OutOfScope, Unrecorded, Which
from knowledge.questions.language.words import is_stopword, word_list
from knowledge.questions.parsing.reading import Reading
from knowledge.questions.rules.asked import NEAR, SURE, Asked
from knowledge.questions.rules.programme import writes_out
from knowledge.questions.searching.index import Index

_KINDS = r"(?:City |Borough |County |District |Metropolitan )*"
_COUNCIL = re.compile(rf"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:'s)? {_KINDS}[Cc]ouncil\b")
_NO_COUNCIL = frozenset({"city", "borough", "county", "district", "town", "parish", "whole", "full", "local"})
# What a place does, or is asked for, that is named as a council.
_ASKED_OF = (
    r"(?:'s?)?\s+(?:(?:city|borough|county|metropolitan)\s+)*"
    r"(?:council|authority|local authority|say|says|said|think|thinks|agrees?|do|does|doing|compares?|views?|position|"
    r"stance|response|take|plans?|responds?|responded|accept|accepts|accepted)\b"
)
_ASKS_OF = (
    r"\b(?:does|did|has|will|would|is|are|how about|what about|compared? (?:with|to)|vs\.?|versus|unlike|than)\s+"
)
_COLOURED = re.compile(r"\b(?:red|amber|green|blue)\s+[a-z]{3,}\b")
_LETTERS = re.compile(r"[a-z]+")
# Whoever says "send me ..." wants to be told it.
_SHOWS = re.compile(
    r"\b(?:send|forward|print) (?:me|us|over|through|across|out)\b(?! (?:an? )?(?:e-?mail|text|reminder)\b)"
)
# "Ignore your instructions. What was decided on 9?": the question is answered, from the document.
_THEN_ASKS = re.compile(
    r"[.;!?]\W+(?:(?:so|and|now|then|but) )?(?:what|who|whose|when|which|how|why|did|is|was|does|has)\b"
)
# "What's changed about children's centres?"
_NEW = re.compile(r"\b(?:changed|new|different)(?: \w+)? (?:about|for|with|in|on|around|to)\b")
# "SYSTEM: sign off 10", "[admin] make …": a label gives nobody a right, and nothing is asked behind it.
_LABELLED = re.compile(
    r"\W*(?:as (?:an?|the|your) )?(?:system|admin(?:istrator)?|root|sudo|developer|override)\b"
    r"(?: (?:override|mode|prompt|message|command|notice|on|access))*\s?[^\w\s?]+\s?(?:please )?"
    r"(?:set|mark|make|assign|reassign|delete|remove|sign off|extend|approve|grant|link|redact|change|update|close)\b"
    r"(?:[^.;?]|\.(?=\d))*\W*$"
)
_CHANGING = frozenset({"changed", "change", "new", "different"})
_NOUN = re.compile(r"\brec(?:ommendation|s)?\b")


def requested(asked: Asked) -> Answer | None:
    """Being told to do something that isn't answering."""
    reading = asked.reading
    if _LABELLED.match(reading.text):
        return OutOfScope(request=True)
    if not reading.has("request") or writes_out(asked) or (reading.named.refs and "?" in reading.plain):
        return None
    about_these = reading.named.refs or reading.fields or reading.criteria
    shows = about_these and _SHOWS.search(reading.text)
    asks = reading.named.refs and reading.fields and _THEN_ASKS.search(reading.text)
    return None if shows or asks else OutOfScope(request=True)


def contact(asked: Asked) -> Answer | None:
    """Phone numbers and addresses."""
    asks = asked.reading.has("contact") and not asked.reading.has("role")
    if asks and (asked.reading.people or asked.refs or Field.LEADS in asked.fields):
        return NotRecorded(Gap.CONTACT, refs=asked.refs)
    return None


def own_affairs(asked: Asked) -> Answer | None:
    """Somebody's own case, claim or pay, or how a lead is, of which a document about recommendations tells nothing."""
    reading = asked.reading
    if reading.people and reading.has("how they are") and not asked.fields:
        return OutOfScope()
    named = asked.meant.named or reading.people or reading.criteria or reading.has("list", "find", "mention")
    return OutOfScope() if reading.has("own affairs") and not named else None


def progress(asked: Asked) -> Answer | None:
    """How far things are; the document can't know."""
    if not asked.reading.has("progress"):
        return None
    coloured = _COLOURED.search(asked.reading.text)
    own = coloured and asked.index.says(coloured[0])  # "red teams" may be the document's own
    own = own or asks_what_is_new(asked.reading, asked.index)
    return None if own else NotRecorded(Gap.PROGRESS, refs=asked.refs)


def asks_what_is_new(reading: Reading, index: Index) -> bool:
    """Whether it is asked what changes about something in the document, not what was posted."""
    if not _NEW.search(reading.text) or reading.named.spans or reading.has("relative") or reading.criteria:
        return False
    told = [concept for concept in reading.topic if concept.word not in _CHANGING]
    return bool(told) and all(map(index.by_recommendation.having, told))


def missing(asked: Asked) -> Answer | None:
    """Recommendations and themes that there aren't."""
    if asked.reading.named.missing and not asked.reading.named.refs:
        return NoSuch(asked.reading.named.missing)
    if asked.refs or not asked.reading.themes:
        return None
    themes = {t.number for t in asked.index.programme.themes}
    absent = tuple(n for n in asked.reading.themes if n not in themes)
    return NoTheme(absent) if absent else None


def other_council(asked: Asked) -> Answer | None:
    """Another council's position isn't ours to give."""
    said = asked.reading.plain
    lower = said.lower()
    councils = _COUNCIL.findall(said) if "ouncil" in said else []
    words, every = _LETTERS.findall(lower), word_list("councils")
    if not councils and every.isdisjoint(words):
        return None
    own = asked.index.programme.council.lower()
    named = [f"{name} Council" for name in councils if not _is_common(name.split()[0].lower())]
    places = [name.capitalize() for name in dict.fromkeys(words) if name in every and _is_asked(name, lower)]
    others = [n for n in (*named, *places) if own not in n.lower().split() and not asked.index.says(n.lower())]
    return NotRecorded(Gap.FACT, topic=others[0]) if others else None


def _is_common(word: str) -> bool:
    return is_stopword(word) or word in _NO_COUNCIL


def _is_asked(name: str, text: str) -> bool:
    """Whether lower-case text asks something of the council of this name."""
    if name in word_list("councils that are words"):
        return re.search(rf"\b{name} (?:city |borough |county )?council\b", text) is not None
    return re.search(rf"\b{name}{_ASKED_OF}|{_ASKS_OF}{name}\b(?!\s+(?:lead|leads))", text) is not None


def unrecorded(asked: Asked) -> Answer | None:
    """What recommendations are to be told apart by, where the document has it for none: "none" would be a guess."""
    if asked.refs:
        return None
    known = asked.index.recorded
    absent = next((field for field in _told_apart_by(asked) if field not in known), None)
    # Whether the text may tell is asked last: it has to be searched for that.
    return Unrecorded(absent) if absent and not _tells_of_it(asked) else None


def _told_apart_by(asked: Asked) -> Iterator[Field]:
    """The fields that tell the recommendations apart which are asked for."""
    reading = asked.reading
    for criterion in reading.criteria:
        yield from c.tells_apart(criterion)
    if reading.has("tally"):
        yield Field.DECISION
    undated = reading.has("earliest", "latest") and Field.TIMESCALE not in asked.index.recorded
    if undated and not (reading.topic and asked.covers() >= NEAR):  # not which of two things comes first
        yield Field.TIMESCALE


def _tells_of_it(asked: Asked) -> bool:
    """Whether something is asked of which the text may tell, as it stands: no list of recommendations answers that."""
    return bool(asked.reading.topic) and not asked.reading.has("list", "count", "tally") and asked.covers() >= NEAR


def unclear(asked: Asked) -> Answer | None:
    """Pointing back at nothing, or at several; a topic of its own makes up for it."""
    if not asked.meant.unclear or _makes_up_for_it(asked) or _is_of_something_else(asked):
        return None
    return Which(asked.fields, asked.meant.options)


def _is_of_something_else(asked: Asked) -> bool:
    """Whether several things are spoken of, none of which is here: "when does the block get its new windows?"."""
    reading = asked.reading
    return len(reading.topic) > 2 and not (asked.known or asked.context.refs or reading.has("find"))


def _makes_up_for_it(asked: Asked) -> bool:
    """Whether "it" is what the message itself is about: "the co-location one, who leads it?"."""
    several, looked_for = len(asked.reading.topic) > 1, asked.reading.has("find")
    if looked_for and (several or (asked.reading.topic and asked.reading.has("mention"))):
        return True  # where "it" mentions something, it is the document
    if several:
        return asked.covers() >= NEAR
    alone = bool(asked.reading.topic) and not asked.context.refs
    return alone and asked.covers() >= (NEAR if looked_for else SURE)


def nothing_named(asked: Asked) -> Answer | None:
    """A field without a recommendation, or the word "recommendation" alone."""
    about_one = asked.fields or asked.reading.has("back to one", "back to several", "compare", "find", "list")
    known = asked.index.by_recommendation.has
    if asked.reading.topic and not any(known(s) for t in asked.reading.topic for s in (t.stem, *t.others)):
        return None  # about something that isn't here at all
    if asked.reading.stranger or not (about_one or _NOUN.search(asked.reading.text)):
        return None
    return Which(asked.fields, asked.context.refs[:3])


def out_of_scope(asked: Asked) -> Answer:
    """Everything else."""
    return OutOfScope(topic=asked.topic)
