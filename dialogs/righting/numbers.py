"""Does what waits to another recommendation, or to one more: "sorry, 12", "8 too", "oops wrong one"."""

from __future__ import annotations

from datetime import date

from dialogs import waiting
from dialogs.people.choosing import ask_which
from dialogs.righting.orders import holding, known, on, ordered
from dialogs.turns import proposing
from dialogs.turns.another import About, Another, another, one_more, says_wrong_one
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import PROPOSAL, UNFINISHED
from dialogs.turns.turn import Turn, beginning
from dialogs.words import phrases
from knowledge.progress.days import day_in, spell

FOR_ANOTHER = "For {refs} then, and not for {instead}; nothing has been saved yet."
FOR_BOTH = "For {refs}, then; nothing has been saved yet."
WHICH_ONE = (
    "Not for {instead}, then; nothing has been saved. Which recommendation do you mean? Give me its number, or say "
    "“cancel”."
)
NAMED = "You named {other}, and I asked about {refs}."
INSTEAD, BOTH, WHAT_IS_IT = "{other} instead", "both", "Which is it?"
REASON_OF = "the reason for {refs}"


def renumbered(moment: Moment) -> Turn | None:
    """The order on another recommendation, or on one more; asked about where it could be either, or a day."""
    draft, other = moment.memory.draft, another(moment.message.text, known(moment))
    if other and draft.get("which"):
        return ordered(f"{draft['order']}{', '.join(other.refs)}{draft['end']}", moment)
    refs = tuple(draft.get("refs", ()))
    if turn := _with_reason(refs, moment):
        return turn
    if other is None or refs == other.refs or not on(refs, moment) or draft.get("order", "").endswith("number "):
        return None
    if not other.surely and not {*other.refs} <= {*refs} and (turn := _or_a_day(other.ref, refs, moment)):
        return turn
    if other.about is About.EITHER and not {*other.refs} <= {*refs}:
        waits = draft["form"] == UNFINISHED and proposing.wants_reason(moment)
        return _which_of(other.refs, refs, moment) if waits else None
    now = _now(other, refs)
    return _moved(now, moment) if now and now != refs else None


def _now(other: Another, refs: tuple[str, ...]) -> tuple[str, ...]:
    """The recommendations that are meant now: those that are named, these and those, or these without those."""
    if other.about is About.AS_WELL:
        return tuple(dict.fromkeys((*refs, *other.refs)))
    return tuple(ref for ref in refs if ref not in other.refs) if other.about is About.WITHOUT else other.refs


def _moved(refs: tuple[str, ...], moment: Moment) -> Turn | None:
    was = tuple(moment.memory.draft["refs"])
    turn = ordered(on(refs, moment), moment)
    if turn is None or not turn.memory.draft:
        return turn and waiting.beside(turn, moment)
    both = {*was} < {*refs} or {*refs} < {*was}
    told = (FOR_BOTH if both else FOR_ANOTHER).format(
        refs=phrases.recommendations(refs), instead=phrases.recommendations(was)
    )
    return beginning(turn, told)


def _with_reason(refs: tuple[str, ...], moment: Moment) -> Turn | None:
    """The order with the reason that was asked for, on one more that is named behind it: "health is late, 8 too"."""
    if moment.memory.draft["form"] != UNFINISHED or not proposing.wants_reason(moment) or not refs:
        return None
    reason, others = one_more(moment.message.text, known(moment))
    whole = on(tuple(dict.fromkeys((*refs, *others))), moment) if others else ""
    turn = ordered(f"{whole}: {reason}", moment) if whole else None
    return turn if turn and turn.memory.draft else None


def _or_a_day(ref: str, refs: tuple[str, ...], moment: Moment) -> Turn | None:
    """The question whether a mere number is a recommendation's or a day's, where a day is to be saved."""
    draft = moment.memory.draft
    due = draft["what"].get("day") if draft["form"] == PROPOSAL else None
    if not due or not ref.isdigit():
        return None
    month = spell(date.fromisoformat(due)).split(maxsplit=1)[1]
    day = day_in(f"{ref} {month}", moment.today).day
    if day is None:
        return None
    options = {INSTEAD.format(other=phrases.recommendations((ref,))): on((ref,), moment)}
    options |= {spell(day): proposing.amended(draft, spell(day))}
    return ask_which(moment, _named(ref, refs), options, title=WHAT_IS_IT)


def _which_of(others: tuple[str, ...], refs: tuple[str, ...], moment: Moment) -> Turn:
    """The question whether other recommendations are meant instead or as well."""
    options = {INSTEAD.format(other=phrases.recommendations(others)): on(others, moment)}
    both = on(tuple(dict.fromkeys((*refs, *others))), moment)
    return ask_which(moment, _named(phrases.joined(others), refs), options | {BOTH: both}, title=WHAT_IS_IT)


def whose(other: str, refs: tuple[str, ...], moment: Moment) -> Turn:
    """The question whether a sentence about another recommendation is the reason, or that one is meant."""
    reason = f"{moment.memory.draft['order']}{moment.message.text.strip()}"
    options = {REASON_OF.format(refs=phrases.recommendations(refs)): reason}
    options |= {INSTEAD.format(other=phrases.recommendations((other,))): on((other,), moment)}
    return ask_which(moment, _named(other, refs), options, title=WHAT_IS_IT)


def _named(ref: str, refs: tuple[str, ...]) -> str:
    return NAMED.format(other=phrases.escaped(ref), refs=phrases.recommendations(refs))


def wrong_one(moment: Moment) -> Turn | None:
    """The question which recommendation is meant, where it is only said that it was the wrong one."""
    refs = tuple(moment.memory.draft.get("refs", ()))
    before, found, behind = proposing.whole(moment.memory.draft).partition(", ".join(refs)) if refs else ("", "", "")
    if not found or not says_wrong_one(moment.message.text):
        return None
    asked = proposing.ask_for_more(moment, WHICH_ONE.format(instead=phrases.recommendations(refs)), before, end=behind)
    return holding(asked, which=True)
