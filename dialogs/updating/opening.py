"""Opens the form for an update: for the first of several that may be posted on, or for another one instead."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs.answers.facts import no_such
from dialogs.turns import proposing
from dialogs.turns.moment import Moment
from dialogs.turns.rights import UNKNOWN, denied_update
from dialogs.turns.turn import Turn
from dialogs.updating import parting, reports, steering
from dialogs.updating.drafts import UpdateDraft, begun, kept
from dialogs.updating.showing import shown
from dialogs.updating.typed import ATTACHED, Unfit, speaks_of_attachment
from dialogs.words import phrases
from knowledge.progress.acts.changes import fresh
from knowledge.progress.model import Kind
from knowledge.progress.reporting.doubts import contradicted
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index

# A yes that Teams or a finger sends once more comes so soon after the first.
_TWICE, _LOOK_AT = timedelta(seconds=30), 50
NO_STATUS = "I found no status in what you wrote."
NOT_CERTAIN = "I can’t tell which status you mean."
MOVED = "For Recommendation {ref} then, and not for Recommendation {instead}; nothing has been saved yet."


def begin(
    items: Sequence[tuple[str, str]], index: Index, moment: Moment, notes: Sequence[str] = (), *, follows: bool = False
) -> Turn:
    """Open the form for the first of these that exists and may be posted on; the others wait, or are explained."""
    if not moment.actor.key:
        return moment.turn(UNKNOWN)
    items, aside = _without_asides(items, by_name(index.by_ref))
    possible, refused = _sorted(items, index, moment)
    said = [*notes, *refused, *(parting.left_out(aside) if possible else [])]
    if not possible:
        return moment.turn("\n\n".join(dict.fromkeys(said)))
    (ref, words), *queue = possible
    opened = moment.message.at if _just_posted(moment) else None
    draft = replace(begun(moment.standing(index, ref), tuple(queue)), follows=follows, opened=opened)
    return _opened(draft, words, index, moment, said)


def _without_asides(items: Sequence[tuple[str, str]], known: Container[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """The items without what is no part of an update, and that, once."""
    parted = [(ref, parting.parted(words, known)) for ref, words in items]
    return [(ref, words) for ref, (words, _) in parted], list(dict.fromkeys(p for _, (_, out) in parted for p in out))


def _just_posted(moment: Moment) -> bool:
    """Whether the speaker has said yes to another update a moment ago, which may arrive once more."""
    mine = [one for one in moment.records.recent(_LOOK_AT) if one.by == moment.actor.key]
    return bool(mine) and mine[-1].kind is Kind.REPORT and moment.message.at - mine[-1].at < _TWICE


def _sorted(items: Sequence[tuple[str, str]], index: Index, moment: Moment) -> tuple[list[tuple[str, str]], list[str]]:
    """What can be taken, by its own reference and once each, and why not for the others."""
    known, possible, refused = by_name(index.by_ref), dict[str, str](), list[str]()
    for typed, words in items:
        ref = known.get(typed.casefold())
        if ref is None:
            refused.append(no_such((typed,), index))
        elif not moment.actor.may_update(standing := moment.standing(index, ref)):
            refused.append(denied_update(standing, moment))
        else:
            possible[ref] = "\n".join(filter(None, dict.fromkeys((possible.get(ref, ""), words))))
    return list(possible.items()), refused


def _opened(draft: UpdateDraft, words: str, index: Index, moment: Moment, said: list[str]) -> Turn:
    said = [*said, *([ATTACHED] if speaks_of_attachment(words) else [])]
    try:
        told = reports.told_at_once(draft, words, moment.today)
        filled = steering.carried(told, moment.standing(index, draft.ref).report)
        which = NOT_CERTAIN if contradicted(words) else NO_STATUS
        unheard = [which] if words and filled.status is None else []
        return shown(filled, index, moment, said=[*said, *unheard], opened=True)
    except Unfit as unfit:
        return shown(unfit.draft, index, moment, said=said, problem=str(unfit))


def moved(draft: UpdateDraft, ref: str, index: Index, moment: Moment) -> Turn:
    """The same report, shown for another recommendation."""
    standing = moment.standing(index, ref)
    if not moment.actor.may_update(standing):
        return moment.turn(denied_update(standing, moment), draft=proposing.interrupted(kept(draft)))
    base = standing.latest.id if standing.latest else ""
    instead = MOVED.format(ref=phrases.escaped(ref), instead=phrases.escaped(draft.ref))
    return shown(replace(draft, id=fresh(), ref=ref, base=base, misplaced=False), index, moment, said=[instead])
