"""Takes several orders of one kind in one message: all are restated, and one yes does them all, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dialogs.managing import assigning, targets
from dialogs.managing.mandate import Take, only
from dialogs.managing.untaken import ONE_AT_A_TIME
from dialogs.turns.moment import Moment, free
from dialogs.turns.proposing import PROPOSAL, UNFINISHED, Doer, ask_for_more, propose, stale
from dialogs.turns.turn import Turn, beginning, ending
from dialogs.words import phrases
from knowledge.progress.acts.changes import Change
from knowledge.progress.model import Role
from knowledge.store.shelves import MEMBERS

NONE_DONE = "Nothing else in your message has been done either."
WHY = "{told}\n\nWhy are they changed? The reason is kept with the earlier targets."
SAVED = "Saved. "
SEVERAL = "several orders"
TO_ASSIGN, TO_SET = "assign ", "set the target for "
_DOERS: Mapping[str, Doer] = assigning.DOERS | targets.DOERS


@dataclass(frozen=True, slots=True)
class Orders:
    """Orders that begin alike: each stands behind `head` as it would be typed ("4, 5 to Sue Myers")."""

    head: str
    each: tuple[str, ...]

    @property
    def take(self) -> Take:
        """Who takes each of them."""
        return assigning.take if self.head == TO_ASSIGN else targets.take

    @property
    def whole(self) -> tuple[str, ...]:
        """Each as an order by itself."""
        return tuple(f"{self.head}{one}" for one in self.each)


def assignments(each: Iterable[tuple[Sequence[str], Sequence[str]]], reason: str = "") -> Orders:
    """Who is to lead which recommendations from now on, for a reason; nobody: whoever leads them by the document."""
    why = f": {reason}" if reason else ""
    return Orders(TO_ASSIGN, tuple(f"{', '.join(r)} to {' and '.join(names) or 'nobody'}{why}" for r, names in each))


def dates(each: Iterable[tuple[Sequence[str], str]], reason: str = "") -> Orders:
    """Which targets are to be set to which days, in the words that were typed."""
    why = f": {reason}" if reason else ""
    return Orders(TO_SET, tuple(f"{', '.join(refs)} to {day}{why}" for refs, day in each))


def proposed(orders: Orders, moment: Moment) -> Turn | None:
    """The question whether all of it is meant, or why it can't be done; None where one of them is no order."""
    turns = [turn for one in orders.whole if (turn := orders.take(free(moment, one)))]
    if len(turns) < len(orders.each):
        return None
    if len(turns) == 1:
        return turns[0]
    so = [turn for turn in turns if turn.memory.pending.get("already")]
    if so and len(so) < len(turns):
        left = tuple(one for one, turn in zip(orders.each, turns, strict=True) if turn not in so)
        rest = proposed(replace(orders, each=left), moment)
        return beginning(rest, " ".join(turn.replies[0].text for turn in so)) if rest else None
    return _all_of(orders, turns, moment)


def _all_of(orders: Orders, turns: Sequence[Turn], moment: Moment) -> Turn:
    forms = [turn.memory.draft.get("form") for turn in turns]
    if {*forms} == {PROPOSAL}:
        return _proposed(orders, turns, moment) or _one_at_a_time(orders, moment)
    if all(form == PROPOSAL or _lacks_reason(turn) for form, turn in zip(forms, turns, strict=True)):
        return _asking_why(orders, turns, moment)
    failed = next(turn for turn, form in zip(turns, forms, strict=True) if form != PROPOSAL)
    if failed.memory.draft:
        return _one_at_a_time(orders, moment)
    return ending(failed, NONE_DONE) if moment.actor.is_(Role.MANAGER) else failed


def _proposed(orders: Orders, turns: Sequence[Turn], moment: Moment) -> Turn | None:
    """All of them, restated; None where two of them are on the same recommendation."""
    drafts = [turn.memory.draft for turn in turns]
    refs = tuple(ref for draft in drafts for ref in draft["refs"])
    if len({*refs}) < len(refs):
        return None
    parts = [{"do": draft["do"], "what": draft["what"]} for draft in drafts]
    told = _each_once(_without_document(draft["restated"], moment) for draft in drafts)
    return propose(moment, told, SEVERAL, refs, head=orders.head, each=list(orders.each), parts=parts)


def _each_once(restated: Iterable[str]) -> str:
    """What would be done, each paragraph once: what goes for several of them stands behind the last."""
    paragraphs = [one for told in restated for one in told.split("\n\n")]
    return "\n\n".join(one for place, one in enumerate(paragraphs) if one not in paragraphs[place + 1 :])


def _lacks_reason(turn: Turn) -> bool:
    draft = turn.memory.draft
    return draft.get("form") == UNFINISHED and str(draft["order"]).endswith(": ")


def _asking_why(orders: Orders, turns: Sequence[Turn], moment: Moment) -> Turn:
    """The question why the targets are changed that there are already; one reason is for all."""
    drafts = [turn.memory.draft for turn in turns]
    told = "\n\n".join(str(d["restated"]) if d["form"] == PROPOSAL else _now(d["question"]) for d in drafts)
    refs = tuple(ref for draft in drafts for ref in draft["refs"])
    return ask_for_more(moment, WHY.format(told=told), f"{orders.head}{' and '.join(orders.each)}: ", refs)


def _now(question: str) -> str:
    """How a target is and would be, without the question."""
    return question.partition(" Why is it changed?")[0]


def _one_at_a_time(orders: Orders, moment: Moment) -> Turn:
    return moment.turn(ONE_AT_A_TIME.format(first=phrases.escaped(orders.whole[0])), draft=moment.memory.draft)


def _without_document(restated: str, moment: Moment) -> str:
    """What would be done without which document it is in, which is said once for all."""
    where = phrases.within(moment.index.programme, moment.knowledge.programmes) if moment.index else ""
    return restated.removeprefix(where).lstrip()


def _do(moment: Moment, what: Mapping[str, Any]) -> Turn:
    if refused := only(Role.MANAGER, moment):
        return refused
    turns = [_DOERS[part["do"]](moment, part["what"]) for part in what["parts"]]
    if all(turn.changes for turn in turns):
        told = " ".join(turn.replies[0].text.removeprefix(SAVED) for turn in turns)
        refs = tuple(ref for part in what["parts"] for ref in part["what"]["refs"])
        changes = _once(change for turn in turns for change in turn.changes if isinstance(change, Change))
        return moment.turn(f"{SAVED}{told}", changes=changes, refs=refs)
    again = proposed(Orders(what["head"], tuple(what["each"])), moment)
    return stale(again or next(turn for turn in turns if not turn.changes))


def _once(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes without a person's that comes a second time, and its entry in the trail, which follows it."""
    kept: list[Change] = []
    dropped = False
    for change in changes:
        again = change.shelf is MEMBERS and any(one.value == change.value for one in kept if one.shelf is MEMBERS)
        if not again and not dropped:
            kept.append(change)
        dropped = again
    return tuple(kept)


DOERS: dict[str, Doer] = {SEVERAL: _do}
