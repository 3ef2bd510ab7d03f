"""What isn't ours to answer, doesn't exist, or can't be told apart."""

from __future__ import annotations

import re

from knowledge.model import Field
from knowledge.questions.answer import Answer, Gap, NoSuch, NoTheme, NotRecorded, OutOfScope, Which
from knowledge.questions.rules.asked import NEAR, Asked

_COUNCIL = re.compile(
    r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:'s)? (?:City |Borough |County |District |Metropolitan )*Council\b"
)
_NO_COUNCIL = frozenset(
    (
        "The",
        "Our",
        "Your",
        "My",
        "This",
        "That",
        "What",
        "Which",
        "Does",
        "Is",
        "Has",
        "Did",
        "City",
        "Borough",
        "County",
    )
)
_NOUN = re.compile(r"\brec(?:ommendation|s)?\b")


def requested(asked: Asked) -> Answer | None:
    """Being told to do something that isn't answering."""
    if asked.reading.has("request") and not (asked.reading.named.refs and "?" in asked.reading.plain):
        return OutOfScope(request=True)
    return None


def contact(asked: Asked) -> Answer | None:
    """Phone numbers and addresses."""
    if asked.reading.has("contact") and (asked.reading.people or asked.refs or Field.LEADS in asked.fields):
        return NotRecorded(Gap.CONTACT, refs=asked.refs)
    return None


def progress(asked: Asked) -> Answer | None:
    """How far things are; the document can't know."""
    return NotRecorded(Gap.PROGRESS, refs=asked.refs) if asked.reading.has("progress") else None


def missing(asked: Asked) -> Answer | None:
    """Recommendations and themes that there aren't."""
    themes = {t.number for t in asked.index.programme.themes}
    absent = tuple(n for n in asked.reading.themes if n not in themes)
    if asked.reading.named.missing and not asked.reading.named.refs:
        return NoSuch(asked.reading.named.missing)
    return NoTheme(absent) if absent and not asked.refs else None


def other_council(asked: Asked) -> Answer | None:
    """Another council's position isn't ours to give."""
    own = asked.index.programme.council.lower()
    named = [name for name in _COUNCIL.findall(asked.reading.plain) if name.split()[0] not in _NO_COUNCIL]
    others = [name for name in named if name.split()[-1].lower() != own and not asked.index.says(name.lower())]
    return NotRecorded(Gap.FACT, topic=f"{others[0]} Council") if others else None


def unclear(asked: Asked) -> Answer | None:
    """Pointing back at nothing, or at several; a topic of its own makes up for it."""
    if not asked.meant.unclear or (len(asked.reading.topic) > 1 and asked.covers() >= NEAR):
        return None
    return Which(asked.fields, asked.meant.options)


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
