"""Questions about the document as a whole: what it is, its themes, its decisions, its abbreviations."""

from __future__ import annotations

import re

from knowledge.model import Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import About, Answer, DecisionTally, Definition, Themes, Truth
from knowledge.questions.language.words import stem
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
    bare = _DEFINES.match(asked.reading.text)
    named = bare and bare[1] in {short.lower(), f"{short.lower()}s"}
    if not (named or asked.reading.has("define") or _stands_alone(short, asked)):
        return None
    return Definition(short, asked.index.abbreviations[short], using(short, asked.index))


def _stands_alone(short: str, asked: Asked) -> bool:
    """Whether a message has nothing but the abbreviation: "I don't understand JSNA, what is this?"."""
    alone = [t.stem for t in asked.reading.topic] == [stem(short.lower())]
    asks_else = asked.refs or asked.fields or asked.reading.has("find", "mention", "list", "how many")
    return alone and not asks_else


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
