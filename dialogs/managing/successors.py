"""Proposes who leads what from now on, in whose place: plain assignments, and what they can't keep is said."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.managing import together
from dialogs.managing.handover import Said
from dialogs.managing.pointing import Pointed
from dialogs.people.choosing import ask_which
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn, beginning
from dialogs.words import phrases

NO_END = (
    "An assignment has no end date, so I don’t keep “{words}”: say who leads it again when it is over, such as "
    "“{order}”."
)
ONLY_POST = "If {name} should only post for {lead} meanwhile, say “{name} may post for {lead}” instead."
NEITHER = "Neither {one} nor {other} leads {ref}, so there is nothing to swap. Nothing has been saved."
BOTH = "{one} and {other} lead {ref} together, so there is nothing to swap. Nothing has been saved."
BESIDE = "{names} {lead} {ref} already."
IS_TO_LEAD = "Who is to lead it?"
TOGETHER, ALONE = "{names} together", "{names} alone"

Names = tuple[str, ...]
Each = Sequence[tuple[Sequence[str], Sequence[str]]]


def given(about: Pointed, names: Names, said: Said, moment: Moment) -> Turn | None:
    """These lead it from now on; what is somebody's is led by them in that one's place alone."""
    each: dict[Names, list[str]] = {}
    for ref in about.refs:
        leads = leads_of(ref, moment)
        each.setdefault(_instead(leads, about.whose, *names) if about.whose else names, []).append(ref)
    return ordered([(refs, leads) for leads, refs in each.items()], said, moment, whose=about.whose)


def swapped(refs: Sequence[str], one: str, other: str, said: Said, moment: Moment) -> Turn | None:
    """Whichever of the two leads it gives way to the other."""
    each = []
    for ref in refs:
        leads = leads_of(ref, moment)
        if (one in leads) == (other in leads):
            both = {"one": phrases.escaped(one), "other": phrases.escaped(other)}
            told = (BOTH if one in leads else NEITHER).format(ref=phrases.recommendations((ref,)), **both)
            return moment.turn(told, refs=(ref,))
        each.append(((ref,), _instead(leads, *((one, other) if one in leads else (other, one)))))
    return ordered(each, said, moment)


def beside(ref: str, names: Names, said: Said, moment: Moment) -> Turn | None:
    """The question whether somebody is to lead it beside those who do, or instead; None where nobody else does."""
    others = tuple(name for name in leads_of(ref, moment) if name not in names)
    if not others:
        return None
    lead, why = "leads" if len(others) == 1 else "lead", f": {said.why}" if said.why else ""
    told = BESIDE.format(
        names=phrases.joined(map(phrases.escaped, others)), lead=lead, ref=phrases.recommendations((ref,))
    )
    ways = ((TOGETHER, (*others, *names)), (ALONE, names))
    options = {
        way.format(names=phrases.joined(them)): f"assign {ref} to {' and '.join(them)}{why}" for way, them in ways
    }
    return noted(ask_which(moment, told, options, title=IS_TO_LEAD), said, (ref,), moment)


def ordered(each: Each, said: Said, moment: Moment, *, whose: str = "") -> Turn | None:
    """The assignments, restated and asked about; `whose` they were, where the message says so."""
    turn = together.proposed(together.assignments(each, said.why), moment)
    every = [ref for refs, _ in each for ref in refs]
    new = [name for refs, names in each for name in names if name not in leads_of(refs[0], moment)]
    return noted(turn, said, every, moment, covers=(new[0], whose) if whose and new else ())


def noted(turn: Turn | None, said: Said, refs: Sequence[str], moment: Moment, *, covers: Names = ()) -> Turn | None:
    """The turn, with that what it says of the time isn't kept, where it proposes something.

    `covers` are who takes over from whom, who may rather only post for them so long.
    """
    if turn is None or not said.until or not turn.memory.draft:
        return turn
    told = [NO_END.format(words=phrases.escaped(said.until), order=_back(refs, moment))]
    if covers:
        told.append(ONLY_POST.format(name=phrases.escaped(covers[0]), lead=phrases.escaped(covers[1])))
    return beginning(turn, " ".join(told))


def leads_of(ref: str, moment: Moment) -> Names:
    """Who leads it now."""
    return moment.standing(moment.index, ref).leads if moment.index else ()


def _back(refs: Sequence[str], moment: Moment) -> str:
    """The order that gives the first of these back to whoever leads it now."""
    leads = leads_of(refs[0], moment)
    return f"assign {refs[0]} to {phrases.escaped(' and '.join(leads))}" if leads else f"unassign {refs[0]}"


def _instead(leads: Sequence[str], of: str, *names: str) -> Names:
    """The leads with somebody's place taken by others, each once."""
    placed = [one for lead in leads for one in (names if lead == of else (lead,))]
    return tuple(dict.fromkeys(placed))
