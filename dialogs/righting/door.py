"""Takes what is said of an order that waits and is no answer, before the answer is looked for."""

from __future__ import annotations

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


def take(moment: Moment) -> Turn | None:
    """What such a message leads to; None where nothing waits, or it may be the answer that was asked for."""
    if moment.memory.draft.get("form") not in {PROPOSAL, UNFINISHED, DOUBTED} or moment.message.fields:
        return None
    if moment.message.text.strip().endswith("?") or aside(moment) or moment.says("agrees"):
        return None
    return renumbered(moment) or wrong_one(moment) or _instead(moment) or rewritten(moment) or doubted(moment)


def _instead(moment: Moment) -> Turn | None:
    """Another order, said to be meant instead of the one that lacks something: "actually sign it off"."""
    said = remarks.without_opening(moment.message.text)
    if moment.memory.draft["form"] == PROPOSAL or said == moment.message.text.strip():
        return None
    spoken_of = replace(moment.memory, refs=tuple(moment.memory.draft.get("refs", ()))).spoken_by(
        speaker_of(moment.speaker)
    )
    if not free(moment, said).says("orders") or (turn := ordered(said, replace(moment, memory=spoken_of))) is None:
        return None
    return beginning(turn, proposing.dropped(moment)) if turn.memory.draft else waiting.beside(turn, moment)


def behind_opening(moment: Moment) -> Turn | None:
    """An order behind "oh no" and the like, where nothing waits: "hmm actually no, sign it off"."""
    text = moment.message.text
    said = remarks.without_opening(text)
    if moment.memory.draft or not remarks.puts_right(text):
        return None
    return ordered(said, moment) if free(moment, said).says("orders") else None
