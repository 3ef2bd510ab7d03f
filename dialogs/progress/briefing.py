"""A recommendation in a few sentences, for a committee: how it stands, what it asks for, what was decided."""

from __future__ import annotations

import re

from dialogs.answers import facts, standings
from dialogs.managing.extending import told_open
from dialogs.progress.asked import NOTHING_ON, PROGRESS, named
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.model import Field
from knowledge.progress.standings.standing import Standing
from knowledge.questions.language.numbers import by_name
from knowledge.questions.parsing.reading import Reading
from knowledge.questions.searching.index import Index

LEADS_IT = "{names} {leads} it."
NOBODY_LEADS = "Nobody leads it yet."
_ON = re.compile(r"\b(?:on|about|for|of)\s+(?P<ref>[a-z]?\d[\d.]*)(?![\w%])")
# More is no brief; "what do I tell committee about theme 2" is for the pack.
_MOST = 3


def answer(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """ "What do I tell committee about 10?", "two lines on 8 for the scrutiny panel"; None for any other message."""
    briefs = not reading.fields and (moment.says("brief on") or moment.asks("brief on"))
    about = (named(moment, reading) or _behind(reading, index))[:_MOST] if briefs else ()
    if not about:
        return None
    told = "\n\n".join(brief(moment.standing(index, ref), moment, index) for ref in about)
    reports = [moment.standing(index, ref).report for ref in about]
    sources = [
        phrases.cited(index.programme, about, (Field.RECOMMENDATION,)),
        standings.source(*reports, timezone=moment.knowledge.timezone),
    ]
    text = "\n\n".join(filter(None, (told, *sources)))
    return moment.turn(text, draft=moment.memory.draft, refs=about, fields=(PROGRESS,))


def _behind(reading: Reading, index: Index) -> tuple[str, ...]:
    """The recommendation in "two lines on 8 for the panel", where a number alone could be one of anything."""
    found = _ON.search(reading.text)
    ref = by_name(index.by_ref).get(found["ref"]) if found else None
    return (ref,) if ref else ()


def brief(standing: Standing, moment: Moment, index: Index) -> str:
    """How one recommendation stands and its target; then what it says first, what was decided and who leads it."""
    rec, target = index.by_ref[standing.ref], standings.target(standing, moment.today)
    ref = phrases.recommendations((standing.ref,))
    stands = standings.summed_up(standing, moment.knowledge.timezone)
    now = [stands, target] if stands else [NOTHING_ON.format(ref=ref, target=target)]
    says = f"{ref} says: {phrases.quoted(phrases.first_sentence(rec.text))}"
    decided = facts.decision(rec, index) if Field.DECISION in index.recorded else ""
    names = phrases.joined(map(phrases.escaped, standing.leads))
    leads = LEADS_IT.format(names=names, leads="leads" if len(standing.leads) == 1 else "lead")
    about = [says, decided, leads if standing.leads else NOBODY_LEADS]
    return "\n\n".join(" ".join(filter(None, part)) for part in ([*now, told_open(standing, moment)], about))
