"""What a lead officer who is named is, and what they lead, in whatever turn of phrase it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.model import Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import Answer, LeadOfficers
from knowledge.questions.language.cues import PERSON, PERSONS
from knowledge.questions.language.words import stems
from knowledge.questions.rules.asked import Asked
from knowledge.questions.rules.listing import listing

# What is asked of what somebody leads.
_OF_SOME = ("earliest", "latest", "most", "fewest", "relative", "compare", "same", "together", "alone", "mention")

# "Which head of service covers safeguarding?"
_COVERS = re.compile(
    r"\b(?:which|what|who is the) (?:of (?:our|the) )?(?:heads? of service|head|service head|(?:assistant |service )?"
    r"(?:director|manager|head))s? (?:is |are )?(?:covers?|covering|does|for|over|responsible for|in charge of|"
    r"deals? with|looks? after) (?P<what>[a-z][a-z ]{3,40}?)(?= (?:here|in (?:this|the|our) [a-z]+|at salford)|\W*$)"
)


def covering(asked: Asked) -> Answer | None:
    """Whose role has what a head of service, or a manager, is asked for by."""
    covers = _COVERS.search(asked.reading.text) if not asked.meant.named else None
    said = frozenset(stems(covers["what"])) if covers else frozenset()
    held = {name: [frozenset(stems(role)) for role in roles] for name, roles in asked.index.roles.items()}
    names = tuple(name for name, roles in held.items() if said and any(said <= role for role in roles))
    return LeadOfficers(names) if names else None


def role(asked: Asked) -> Answer | None:
    """The role of the only person who is named, with what they lead, where a message asks for it."""
    text = _text(asked)
    told = _told(text, asked, "what they are")
    return (
        LeadOfficers(asked.reading.people) if told and not _asks_else([*told, *_before(text, asked)], asked) else None
    )


def held(asked: Asked) -> Answer | None:
    """What the only person who is named leads, where a message asks for it without a word of leading."""
    text, led = _text(asked), c.LedBy(asked.reading.people)
    if not text or asked.reading.criteria != (led,) or asked.reading.has(*_OF_SOME) or {*asked.fields} - {Field.LEADS}:
        return None
    before = _before(text, asked)
    told = [*_told(text, asked, "what they have"), *before]
    return listing(asked, (led,)) if told and not _asks_else(told, asked) else None


def _before(text: str, asked: Asked) -> list[str]:
    """What is only said before it is asked: "I'm meeting Julie Moss tomorrow"."""
    return _told(text, asked, "before asking of them")


def _text(asked: Asked) -> str:
    """The text with a mark for the only person who is named; empty where nobody is, or recommendations as well."""
    reading = asked.reading
    name = reading.people[0].lower() if len(reading.people) == 1 else ""
    named = name and name in reading.text and not asked.meant.named and not reading.themes
    return reading.text.replace(f"{name}'s", PERSONS).replace(name, PERSON) if named else ""


def _told(text: str, asked: Asked, heading: str) -> list[str]:
    """The forms of words under a heading that a text has."""
    return [text[slice(*span)] for span in asked.index.phrases[heading].find(text)] if text else []


def _asks_else(told: Iterable[str], asked: Asked) -> bool:
    """Whether a message asks of something that the document has beside these words."""
    said = {stem for words in told for stem in stems(words)}
    return any(not said.issuperset(stems(concept.word)) for concept in asked.known)
