"""What the questions over progress share: which recommendations they are about."""

from __future__ import annotations

from dialogs import forms
from dialogs.moment import Moment
from knowledge.questions.reading import Reading

NOTHING_ON = "Nobody has posted an update on {ref} yet. {target}"
# What the conversation is about, besides the document's own fields: "and 12?" then asks how that one stands.
PROGRESS = "progress"


def named(moment: Moment, reading: Reading) -> tuple[str, ...]:
    """The recommendations that are named, else those spoken of."""
    if reading.named.refs:
        return reading.named.refs
    index = moment.index
    known = tuple(r for r in moment.memory.refs if index and r in index.by_ref)
    back = reading.has("back to one", "back to several") or forms.says("of it", reading.text)
    return known if back or (len(reading.text.split()) <= 3 and len(known) == 1) else ()


def about_document(reading: Reading) -> bool:
    """Whether a message asks for the document's own words."""
    return reading.has("mentions", "argument", "definition")
