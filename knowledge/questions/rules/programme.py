"""Questions about the document as a whole: what it is, its themes, its decisions, its abbreviations."""

from __future__ import annotations

import re

from knowledge.model import Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import About, Answer, DecisionTally, Definition, Themes, Truth
from knowledge.questions.language.words import stem, word_list
from knowledge.questions.rules.asked import Asked
from knowledge.questions.rules.listing import listing
from knowledge.questions.rules.mentions import using

_DEFINES = re.compile(
    r"^\W*(?:and|so|ok|but)?\W*(?:what|who) (?:is|are|does|do|the)?\s*(?:an?|the)?\s*([a-z&]+)\b"
    r"\W*(?:$|when|then|anyway|please|exactly|again)"
)
# "There are 20 recommendations, aren't there?"
_MANY = re.compile(r"\b(\d+) (?:recommendations|recs)\b")
_CAPITALS = re.compile(r"\b[A-Z][A-Z&]+\b")
# "The response says DCS, what is that?"
_WHAT_IS_IT = re.compile(r"[^\w\s] ?(?:and |so |but )?what (?:is|was|are) (?:it|that|this|those|they)\W*$")
# "Write out DCS for me."
_WRITES_OUT = re.compile(
    r"^\W*(?:(?:can|could|would|will) you )?(?:please |just )?"
    r"(?:translate|decode|expand|explain|define|unpack|decipher|write out|type out|spell out|write|spell) (?:the )?"
    r"(?:(?:letters|initials|abbreviation|acronym) )?(?P<short>[a-z&]+)(?: out| in full)?(?: (?:for|to) (?:me|us))?"
    r"(?: please)?\W*$"
)


def document(asked: Asked) -> Answer | None:
    """Which document this is."""
    reading = asked.reading
    if asked.meant.named or reading.people:
        return None
    claimed = _MANY.search(reading.text) if reading.has("total claimed") else None
    if claimed and not (reading.criteria or reading.topic or reading.themes):
        right = int(claimed[1]) == len(asked.index.refs)
        asks = reading.has("yes or no")
        return About(so=(Truth.TRUE if right else Truth.FALSE) if asks else Truth.UNASKED)
    of_all = reading.has("whole document") and not asked.context.refs
    return About() if of_all or reading.has("document") else None


def definition(asked: Asked) -> Answer | None:
    """What an abbreviation stands for."""
    short = asked.reading.abbreviation
    if not short:
        asks = asked.reading.has("define") and not (asked.refs or asked.reading.criteria)  # "accepted in full"
        capitals = _CAPITALS.search(asked.reading.plain) if asks else None
        return Definition(capitals[0], "", ()) if capitals else None
    if not any(form(asked) for form in (_names_it, _says_define, writes_out, _stands_alone, _wonders)):
        return None
    return Definition(short, asked.index.abbreviations[short], using(short, asked.index))


def _names_it(asked: Asked) -> bool:
    """ "What's JSNA?"."""
    bare, short = _DEFINES.match(asked.reading.text), asked.reading.abbreviation.lower()
    return bare is not None and bare[1] in {short, f"{short}s"}


def _says_define(asked: Asked) -> bool:
    """ "JSNA = ?", but not "Sue Myers = the JSNA one?"."""
    return asked.reading.has("define") and not (asked.reading.people and "=" in asked.reading.text)


def writes_out(asked: Asked) -> bool:
    """Whether a message is only to spell an abbreviation out."""
    match, short = _WRITES_OUT.match(asked.reading.text), asked.reading.abbreviation.lower()
    return match is not None and short != "" and match["short"] in {short, f"{short}s"}


def _stands_alone(asked: Asked) -> bool:
    """Whether a message has nothing but the abbreviation: "I don't understand JSNA, what is this?"."""
    alone = [t.stem for t in asked.reading.topic] == [stem(asked.reading.abbreviation.lower())]
    return alone and (bool(_WHAT_IS_IT.search(asked.reading.text)) or not _asks_else(asked))


def _wonders(asked: Asked) -> bool:
    """Whether somebody who wonders names nothing else of the document's: "they all say JSNA and I just nod"."""
    short = asked.reading.abbreviation.lower()
    aside = word_list("beside an abbreviation") | {short, f"{short}s"}
    others = [concept for concept in asked.known if concept.word not in aside]
    return asked.reading.has("wonders") and not (others or _asks_else(asked))


def _asks_else(asked: Asked) -> bool:
    reading = asked.reading
    return bool(asked.refs or asked.fields or reading.people or reading.has("find", "mention", "list", "how many"))


def decisions(asked: Asked) -> Answer | None:
    """How many got which decision."""
    return DecisionTally() if asked.reading.has("tally") and not asked.refs and not asked.reading.people else None


def themes(asked: Asked) -> Answer | None:
    """All themes, the one with the most of something, or the one about something."""
    reading = asked.reading
    if asked.refs or not (Field.THEME in asked.fields or reading.has("themes")):
        return None
    every = tuple(t.number for t in asked.index.programme.themes)
    if reading.has("most", "fewest"):
        among = tuple(number for number in every if number in reading.themes) or every
        return Themes(among, tally=reading.criteria or (c.InTheme(every),), most=reading.has("most"))
    if reading.themes:
        named = tuple(number for number in every if number in reading.themes)
        called = reading.has("themes", "identity") and not (reading.topic or reading.has("list", "count", "find"))
        return Themes(named) if len(named) > 1 and called else None
    if reading.has("themes") and not reading.topic:
        return Themes(every)
    return _theme_about(asked)


def _theme_about(asked: Asked) -> Answer | None:
    """ "Which theme is about early help?": the one whose title has at least half of the topic."""
    titles, topic = asked.index.by_theme, asked.reading.topic
    scores = titles.scores(topic)
    if not scores.any():
        return None
    best = int(scores.argmax())
    if sum(titles.covered(t, best) > 0 for t in topic) * 2 < len(topic):
        return None
    return listing(asked, (c.InTheme((asked.index.programme.themes[best].number,)),))
