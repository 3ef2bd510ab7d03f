"""What an answer to “Save this?” does: a yes saves, a no asks what should be different, a change is taken in."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from dialogs.turns import proposing
from dialogs.turns.agreeing import asks_whether
from dialogs.turns.another import About, another
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import says_no, says_yes
from dialogs.turns.rights import denied_update
from dialogs.turns.turn import Turn
from dialogs.updating import additions, amiss, correcting, edits, heeding, steering, telling
from dialogs.updating import card as forms_card
from dialogs.updating.correcting import without_asides
from dialogs.updating.drafts import Prompt, UpdateDraft, kept
from dialogs.updating.opening import moved
from dialogs.updating.prompts import asks
from dialogs.updating.reports import in_words
from dialogs.updating.saving import save
from dialogs.updating.showing import index_of, shown
from knowledge.questions.language.numbers import by_name

# So soon after typing a report has nobody read what would be saved, and said yes to it.
_UNREAD = timedelta(seconds=2)


def decided(draft: UpdateDraft, moment: Moment) -> UpdateDraft | Turn | None:
    """A yes saves it, a no asks what should be different, anything that changes it is taken in."""
    if asks_whether(moment):
        return _again(draft, moment, proposing.ASKED_BACK)
    if draft.between and says_yes(moment):
        return _again(draft, moment, telling.ONCE_MORE)
    if proposing.says_both(moment):
        return moment.turn(proposing.YES_AND_NO, forms_card.confirmation(draft), draft=kept(draft))
    if _says_yes_to(draft, moment):
        return save(draft, moment)
    if says_yes(moment):
        return moment.turn(telling.say_which(draft), forms_card.confirmation(draft), draft=kept(draft))
    if says_no(moment) or moment.says("change"):
        return _editing(draft, moment)
    text = moment.message.text
    if more := _for_one_more(draft, moment):
        return more
    if asks(moment, Prompt.CONFIRM) and not additions.heard(text):
        return steering.changed(draft, text)
    if changed := edits.edited(draft, text, moment.today) or steering.changed(draft, text):
        return replace(changed, follows=False, opened=None)  # a yes that was sent twice would have come before this
    return heeding.beside(draft, Prompt.CONFIRM, moment) or _not_changed(draft, moment)


def _for_one_more(draft: UpdateDraft, moment: Moment) -> UpdateDraft | Turn | None:
    """The form, with the same for other recommendations to come after it ("same for 8"); None for other messages."""
    index = index_of(draft, moment)
    other = another(moment.message.text, by_name(index.by_ref)) if index else None
    others = [ref for ref in other.refs if ref != draft.ref] if other and other.about is About.AS_WELL else []
    if index is None or not others:
        return None
    for standing in (moment.standing(index, ref) for ref in others):
        if not moment.actor.may_update(standing):
            may_not = denied_update(standing, moment)
            return moment.turn(may_not, draft=proposing.interrupted(kept(draft)), refs=(draft.ref,))
    queue = [one for one in draft.queue if one[0] not in others]
    return replace(draft, queue=(*queue, *((ref, in_words(draft.report)) for ref in others)))


def _again(draft: UpdateDraft, moment: Moment, why: str) -> Turn | None:
    index = index_of(draft, moment)
    return shown(draft, index, moment, said=[why]) if index else None


def _not_changed(draft: UpdateDraft, moment: Moment) -> Turn | None:
    """What a message leads to that changes nothing that was understood."""
    if proposing.put_right(moment) or _other_number(draft, moment):
        return _put_right(draft, moment)
    if additions.lacks_words(moment.message.text) or amiss.only_says_so(without_asides(moment.message.text)[0]):
        return _editing(draft, moment)
    if _means_something(moment):
        return None
    return heeding.unplaced(draft, moment) or _editing(draft, moment)


def _put_right(draft: UpdateDraft, moment: Moment) -> Turn:
    """The same for the other recommendation that a correction names ("no, it's 8, not 9"); else what is to change."""
    named = moment.reading.named.refs if moment.reading else ()
    others = [ref for ref in dict.fromkeys(named) if ref != draft.ref]
    if len(others) != 1 or not (index := index_of(draft, moment)) or others[0] not in index.by_ref:
        return _editing(draft, moment)
    return moved(draft, others[0], index, moment)


def _other_number(draft: UpdateDraft, moment: Moment) -> str:
    return correcting.other_number(Prompt.CONFIRM, moment.message.text, draft.ref.casefold())


def _says_yes_to(draft: UpdateDraft, moment: Moment) -> bool:
    """Whether a message agrees to save this very form; a yes that may be another's must name it."""
    named = re.fullmatch(rf"yes[\s,]+(?:(?:to|rec|recommendation)\s+)*{re.escape(draft.ref.lower())}", moment.said)
    return named is not None or (says_yes(moment) and not may_be_for_another(draft, moment))


def may_be_for_another(draft: UpdateDraft, moment: Moment) -> bool:
    """Whether a mere yes to this form may have been meant for the one before it.

    So may any yes to a form that a yes led to; where a report of the speaker's own did, only a yes that comes sooner
    than anybody can have read what was shown: one that was sent twice, or sent before it was shown.
    """
    return draft.follows or (draft.opened is not None and moment.message.at - draft.opened < _UNREAD)


def _means_something(moment: Moment) -> bool:
    """Whether a message that changes nothing in the form may be about something else."""
    reading = moment.reading
    return reading is not None and bool(
        reading.named.refs or reading.fields or reading.people or reading.themes or reading.criteria
    )


def _editing(draft: UpdateDraft, moment: Moment) -> Turn:
    card = forms_card.form(draft)
    return moment.turn(telling.CHANGE_WHAT, card, draft=proposing.interrupted(kept(draft)), refs=(draft.ref,))
