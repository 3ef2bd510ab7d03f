"""Shows the council's own words, and says what they mean."""

from __future__ import annotations

from dataclasses import replace

from dialogs.answers import standings
from dialogs.ask import Part
from dialogs.managing.mandate import first_match
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.wordings import wording
from knowledge.progress.model import Term
from knowledge.progress.teaching import documents_meaning
from knowledge.questions.answer import Definition
from knowledge.questions.searching.index import Index

_SAID = r"[\"“”'‘’«»]*(?P<said>.*?)[\"“”'‘’«»]*"
_ASKS = (
    wording(
        "what who whats whos",
        rf"(?:and|so|ok|please|sorry|hi)?[\s,]*(?:what|who)(?:[’']?s)?(?:\s+(?:is|are|does|do))*\s+(?:an?\s+|the\s+)?{_SAID}"
        r"(?:\s+(?:stand\s+for|mean|short\s+for|stands\s+for|means))?",
    ),
    wording("meaning definition", rf"(?:the\s+)?(?:meaning|definition)\s+of\s+{_SAID}"),
    wording("define", rf"define\s+{_SAID}"),
)
_SHOWN = 60

EMPTY = "Nobody has taught me any words yet. A manager can: “add synonym kids = children”, “glossary: LAC means …”."
HEAD = "What managers have taught me:"
LINE = "- “{said}”: {means} ({kind}, {who}, {day})"
AND_MORE = "- and {more} more"
MEANS = "“{said}” means {means}. {who} added that to the glossary on {day}; it isn’t from the document."


def take(moment: Moment) -> Turn | None:
    """ "Show the glossary", "what does step up mean?"; None for any other message, and for words it doesn't have."""
    if moment.says("glossary"):
        return _shown(moment)
    return _explained(moment) if moment.knowledge.glossary else None


def added(part: Part, moment: Moment, index: Index) -> Part:
    """The part with what the glossary says of an abbreviation that the document spells out itself."""
    found = index.glossary.meaning(part.answer.short) if isinstance(part.answer, Definition) else None
    if found is None:
        return part
    told = MEANS.format(**in_words(found), **_stamp(found, moment))
    return replace(part, reply=replace(part.reply, text=f"{part.reply.text}\n\n{told}"))


def _explained(moment: Moment) -> Turn | None:
    """What a word of the glossary means; the documents' own meaning comes first, so None where they have one."""
    match = first_match(_ASKS, moment)
    found = moment.knowledge.glossary.meaning(match["said"]) if match else None
    if found is None or documents_meaning(found.said, moment.knowledge.indexes):
        return None
    told = MEANS.format(**in_words(found), **_stamp(found, moment))
    return moment.turn(told, draft=moment.memory.draft)


def _shown(moment: Moment) -> Turn:
    found = sorted(moment.knowledge.glossary.terms, key=lambda one: one.key)
    if not found:
        return moment.turn(EMPTY, draft=moment.memory.draft)
    lines = [LINE.format(kind=one.kind, **in_words(one), **_stamp(one, moment)) for one in found[:_SHOWN]]
    lines += [AND_MORE.format(more=len(found) - _SHOWN)] if len(found) > _SHOWN else []
    return moment.turn("\n\n".join([HEAD, "\n".join(lines)]), draft=moment.memory.draft)


def in_words(of: Term) -> dict[str, str]:
    """A term and its meaning, as they are shown."""
    return {"said": phrases.escaped(of.said), "means": phrases.escaped(of.means)}


def _stamp(of: Term, moment: Moment) -> dict[str, str]:
    return {"who": phrases.escaped(of.by_name), "day": standings.day_of(of.at, moment.knowledge.timezone)}
