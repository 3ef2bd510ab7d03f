"""The order that waits, as it would be typed: done anew, or on other recommendations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs.passing_on import passing
from dialogs.takers import ORDERS
from dialogs.turns import proposing
from dialogs.turns.moment import Moment, free
from dialogs.turns.turn import Turn
from knowledge.questions.language.numbers import by_name


def ordered(order: str, moment: Moment) -> Turn | None:
    """What an order leads to by itself."""
    alone = free(moment, order)
    return next((turn for take in (*ORDERS, passing.take) if (turn := take(alone)) is not None), None)


def on(refs: tuple[str, ...], moment: Moment) -> str:
    """The order that waits, on these recommendations; empty where it is about none."""
    draft = moment.memory.draft
    order, now = proposing.whole(draft), ", ".join(draft.get("refs", ()))
    return order.replace(now, ", ".join(refs), 1) if now and now in order else ""


def known(moment: Moment) -> Mapping[str, str]:
    """Each recommendation by what people call it, in lower case."""
    return by_name(moment.index.by_ref) if moment.index else {}


def holding(turn: Turn, **more: Any) -> Turn:
    """The turn, with more to remember of what it asks."""
    return replace(turn, memory=replace(turn.memory, draft=turn.memory.draft | more))
