"""Takes what is said of an order that waits and is no answer, before the answer is looked for."""

from __future__ import annotations

import re
from dataclasses import replace

from dialogs import waiting
from dialogs.righting.numbers import renumbered, wrong_one
from dialogs.righting.orders import ordered
from dialogs.righting.reasons import doubted
from dialogs.righting.words import rewritten
from dialogs.turns import proposing, remarks
from dialogs.turns.asides import aside
from dialogs.turns.moment import Moment, free, speaker_of
from dialogs.turns.proposing import DOUBTED, PROPOSAL, UNFINISHED
from dialogs.turns.turn import Turn, beginning

NO_ERRAND = "I can’t pass anything on from here."
_THEN = re.compile(r"[\s,]+(?:then|instead|please|pls)\W*\Z", re.IGNORECASE)


def take(moment: Moment) -> Turn | None:
    """What such a message leads to; None where nothing waits, or it may be the answer that was asked for."""
    if moment.memory.draft.get("form") not in {PROPOSAL, UNFINISHED, DOUBTED} or moment.message.fields:
        return None
    if moment.message.text.strip().endswith("?") or aside(moment) or moment.says("agrees"):
        return None
    return (
        renumbered(moment)
        or wrong_one(moment)
        or _instead(moment)
        or rewritten(moment)
        or doubted(moment)
        or _errand(moment)
    )


def _instead(moment: Moment) -> Turn | None:
    """Another order, said to be meant instead of what waits: "actually sign it off", "oops I meant refuse"."""
    draft, said = moment.memory.draft, remarks.without_opening(moment.message.text)
    if said == moment.message.text.strip():
        return None
    spoken_of = replace(moment.memory, refs=tuple(draft.get("refs", ()))).spoken_by(speaker_of(moment.speaker))
    said = _THEN.sub("", said) if " " in _THEN.sub("", said) else f"{said} it"
    if not free(moment, said).says("orders") or (turn := ordered(said, replace(moment, memory=spoken_of))) is None:
        return None
    return beginning(turn, proposing.dropped(moment)) if turn.memory.draft else waiting.beside(turn, moment)


def _errand(moment: Moment) -> Turn | None:
    """That nobody is told anything on the way, where a yes is waited for."""
    if moment.memory.draft["form"] != PROPOSAL or not remarks.is_errand(moment.message.text):
        return None
    if proposing.only_asks(moment):
        return None
    return waiting.beside(moment.turn(NO_ERRAND), moment)


def behind_opening(moment: Moment) -> Turn | None:
    """An order behind "oh no" and the like, where nothing waits: "hmm actually no, sign it off"."""
    text = moment.message.text
    said = remarks.without_opening(text)
    if moment.memory.draft or not remarks.puts_right(text):
        return None
    return ordered(said, moment) if free(moment, said).says("orders") else None
