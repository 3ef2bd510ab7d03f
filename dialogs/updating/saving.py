"""Saves an update, unless it may not be, is saved already, or somebody else posted meanwhile."""

from __future__ import annotations

from dataclasses import replace

from dialogs.answers import standings
from dialogs.turns import guarding
from dialogs.turns.moment import Moment
from dialogs.turns.rights import denied_update
from dialogs.turns.turn import Turn
from dialogs.updating import card as forms_card
from dialogs.updating import telling
from dialogs.updating.drafts import UpdateDraft
from dialogs.updating.opening import begin
from dialogs.updating.showing import index_of, shown
from dialogs.words import phrases
from knowledge.progress.acts.acts import posted
from knowledge.progress.acts.changes import fresh
from knowledge.progress.model import Update
from knowledge.progress.standings.standing import Standing
from knowledge.questions.searching.index import Index

ALREADY = "Your update on Recommendation {ref} is saved already; there is nothing left to save."
NOT_YOURS = (
    "That form isn’t yours, or it isn’t open any more, so nothing has been saved. Say “update {example}” to open one."
)


def save(draft: UpdateDraft, moment: Moment) -> Turn:
    """Save it, unless it may not be, is saved already, or somebody else posted meanwhile."""
    index = index_of(draft, moment)
    if index is None:
        return moment.turn(NOT_YOURS.format(example=draft.ref))
    standing = moment.standing(index, draft.ref)
    if moment.records.update(draft.id):
        return moment.turn(ALREADY.format(ref=phrases.escaped(draft.ref)))
    if not moment.actor.may_update(standing):
        return moment.turn(denied_update(standing, moment))
    if standing.latest and standing.latest.id != draft.base:
        return _asked_again(draft, standing.latest, index, moment)
    return _saved(draft, standing, index, moment)


def _asked_again(draft: UpdateDraft, newer: Update, index: Index, moment: Moment) -> Turn:
    """The same once more, with what was posted meanwhile."""
    template = telling.NEWER_OWN if newer.by == moment.actor.key else telling.NEWER
    told = template.format(told=standings.told(newer, moment.knowledge.timezone))
    return shown(replace(draft, id=fresh(), base=newer.id, follows=True), index, moment, said=[told])


def _saved(draft: UpdateDraft, standing: Standing, index: Index, moment: Moment) -> Turn:
    """What is kept and said; the next of several opens at once."""
    changes = posted(draft.id, standing, draft.report, moment.occasion)
    if draft.accepted:
        changes = guarding.with_note(moment, changes)
    within = phrases.one_of_several(index.programme, moment.knowledge.programmes)
    text = telling.saved(changes[0].value, moment.knowledge.timezone, within)
    if draft.queue:
        following = begin(draft.queue, index, moment, [text], follows=True)
        return replace(following, changes=changes)
    card = forms_card.saved(draft.ref, telling.facts(draft.report, standing, moment.today))
    return moment.turn(text, card, changes=changes, refs=(draft.ref,), replaces=True)
