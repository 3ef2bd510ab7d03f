"""What the questions over progress share: which recommendations they are about."""

from __future__ import annotations

import re

from dialogs.turns.moment import Moment
from knowledge.progress.standings.wanted import wanted
from knowledge.questions.language.numbers import by_name
from knowledge.questions.parsing.reading import Reading

# A number behind what is done to recommendations is one: "who signed off 10?", "has anyone updated 3 since …?".
_DONE_TO = re.compile(
    r"\b(?:updated?|reported|posted|changed|moved|signed|sent|why\s+was|why\s+were|when\s+did|when\s+was)\s+(?:off\s+|on\s+)?"
    r"(?P<ref>[a-z]?\d[\d.]*)"
)
NOTHING_ON = "Nobody has posted an update on {ref} yet. {target}"
# What the conversation is about, besides the document's own fields: "and 12?" then asks how that one stands.
PROGRESS = "progress"


def named(moment: Moment, reading: Reading, *, pointing: bool = False) -> tuple[str, ...]:
    """The recommendations that are named, else those spoken of; only those that it points back to if `pointing`."""
    if reading.named.refs:
        return reading.named.refs
    index = moment.index
    if index and (done := _DONE_TO.search(reading.text)) and (ref := by_name(index.by_ref).get(done["ref"])):
        return (ref,)
    known = tuple(r for r in moment.memory.refs if index and r in index.by_ref)
    back = reading.has("back to one", "back to several") or moment.asks("of it")
    if pointing:
        return known if back else ()
    return known if back or (len(reading.text.split()) <= 3 and len(known) == 1) else ()


def of_the_one(moment: Moment, reading: Reading) -> bool:
    """Whether a message asks how the one recommendation stands that it points back to: "have they done it yet?"."""
    points_back = reading.has("back to one") and not reading.has("list", "count", "all", "mention", "when")
    if not points_back or reading.named.refs or len(named(moment, reading, pointing=True)) != 1:
        return False
    said = {word for one in wanted(reading.text) for word in one.words}
    return bool(said) and not (reading.people or reading.criteria or any(t.word not in said for t in reading.topic))
