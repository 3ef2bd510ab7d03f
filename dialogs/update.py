"""Posts progress: in one sentence, step by step, or by a card; always restated, and saved only on a yes."""

from __future__ import annotations

import re
from dataclasses import replace

from dialogs.turns import guarding, programmes, proposing
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import says_no, says_yes
from dialogs.turns.turn import Turn
from dialogs.updating import card as forms_card
from dialogs.updating import filling, telling
from dialogs.updating.drafts import Prompt, UpdateDraft, found, kept, next_question, stepped_back
from dialogs.updating.drafts import answered as skipped
from dialogs.updating.posting import ALREADY, NOT_YOURS, begin, index_of, moved, save, shown
from dialogs.updating.typed import Unfit
from dialogs.words import phrases
from dialogs.words.orders import Deed, heard
from knowledge.progress.safeguarding.personal import personal_data
from knowledge.questions.index import Index
from knowledge.questions.numbers import by_name

PUT_ASIDE = "I’ve dropped your unfinished update on {refs}; nothing of it was saved."


def going_on(moment: Moment) -> Turn | None:
    """What a message does to the form that its speaker is filling in; None where it is about something else."""
    if refused := _not_this_form(moment):
        return refused
    draft = found(moment.memory.draft)
    if draft is None or (index := index_of(draft, moment)) is None:
        return None
    if moment.says("cancel"):
        return moment.turn(telling.cancelled(draft))
    if _begins_another(draft, moment, index):
        return None
    try:
        after = _after(draft, moment)
    except Unfit as unfit:
        return shown(unfit.draft, index, moment, problem=str(unfit))
    return after if after is None or isinstance(after, Turn) else shown(after, index, moment)


def take(moment: Moment) -> Turn | None:
    """An order to post on one or several recommendations; None for anything else."""
    if moment.index is None:
        several = {ref.casefold(): ref for index in moment.knowledge.indexes for ref in index.by_ref}
        return _which(moment) if heard(moment.message.text, several) else None
    order = moment.order
    if order is None or order.deed is not Deed.UPDATE:
        return None
    return begin(order.items, moment.index, moment)


def reminder(moment: Moment) -> str:
    """That a form is still open, to be said after something else was answered; empty where none is."""
    draft = found(moment.memory.draft)
    if draft is None:
        return ""
    return telling.still_open(draft, next_question(draft, worrying=False))


def dropped(moment: Moment) -> str:
    """That an open form isn't saved, where something else takes its place; empty where none was open."""
    draft = found(moment.memory.draft)
    return (
        PUT_ASIDE.format(refs=phrases.recommendations([draft.ref, *(ref for ref, _ in draft.queue)])) if draft else ""
    )


def _which(moment: Moment) -> Turn:
    reply, memory = programmes.which(moment.message.text, moment.memory, moment.knowledge)
    return Turn((reply,), memory)


def _not_this_form(moment: Moment) -> Turn | None:
    """A kind refusal where a card's button belongs to a form that isn't the speaker's, or isn't open any more."""
    pressed = moment.message.fields.get("form")
    if pressed is None or pressed == moment.memory.draft.get("id"):
        return None
    update = moment.records.update(str(pressed))
    if update and update.by == moment.actor.key:
        return moment.turn(ALREADY.format(ref=phrases.escaped(update.ref)), draft=moment.memory.draft)
    example = moment.knowledge.indexes[0].refs[0] if moment.knowledge.indexes else "10"
    return moment.turn(NOT_YOURS.format(example=example), draft=moment.memory.draft)


def _begins_another(draft: UpdateDraft, moment: Moment, index: Index) -> bool:
    """Whether a message orders something else: in so many words, or on another recommendation in no answer's place."""
    order = heard(moment.message.text, by_name(index.by_ref))
    if order is None:
        return False
    others = {*order.refs} - {draft.ref.casefold()}
    no_answer = next_question(draft, bool(personal_data(draft.text))) in {
        Prompt.STATUS,
        Prompt.PERSONAL,
        Prompt.CONFIRM,
    }
    return order.deed is not Deed.UPDATE or moment.said.startswith("update") or bool(others and no_answer)


def _after(draft: UpdateDraft, moment: Moment) -> UpdateDraft | Turn | None:
    """The form after this message, the turn that ends it, or None where the message is no answer. Raises Unfit."""
    if "status" in moment.message.fields:
        return filling.submitted(draft, moment.message.fields, moment.today)
    prompt = next_question(draft, bool(personal_data(draft.text)))
    if moment.says("back"):
        return stepped_back(draft)
    skips = moment.says("skip") or (says_no(moment) and prompt is not Prompt.NARRATIVE)
    if skips and prompt not in {Prompt.STATUS, Prompt.PERSONAL, Prompt.CONFIRM}:
        return skipped(draft, prompt)
    match prompt:
        case Prompt.CONFIRM:
            return _decided(draft, moment)
        case Prompt.PERSONAL:
            return _reworded(draft, moment)
    if draft.proposed and says_yes(moment):
        return skipped(draft, Prompt.NEXT_STEP_DATE, next_step_date=draft.proposed)
    if _asks(moment, prompt):
        return None
    if says_yes(moment) or says_no(moment):
        raise Unfit(telling.question(prompt), draft)
    return filling.filled(draft, prompt, moment.message.text, moment.today)


def _asks(moment: Moment, prompt: Prompt) -> bool:
    """Whether a message is a question, or a courtesy, rather than the answer to one."""
    if moment.says("help") or moment.says("courtesy"):
        return True
    asks = moment.message.text.strip().endswith("?") or moment.says("asks")
    return asks and (prompt is not Prompt.NARRATIVE or moment.says("asks"))


def _decided(draft: UpdateDraft, moment: Moment) -> UpdateDraft | Turn | None:
    """A yes saves it, a no asks what should be different, anything that changes it is taken in."""
    if draft.between and says_yes(moment):
        return draft
    if _says_yes_to(draft, moment):
        return save(draft, moment)
    if says_yes(moment):
        return moment.turn(telling.save_this(draft), forms_card.confirmation(draft), draft=kept(draft))
    if says_no(moment) or moment.says("change"):
        return _editing(draft, moment)
    if _asks(moment, Prompt.CONFIRM):
        return None
    if changed := filling.edited(draft, moment.message.text, moment.today):
        return changed
    if proposing.put_right(moment):
        return _put_right(draft, moment)
    return None if _means_something(moment) else _editing(draft, moment)


def _put_right(draft: UpdateDraft, moment: Moment) -> Turn:
    """The same for the other recommendation that a correction names ("no, it's 8, not 9"); else what is to change."""
    named = moment.reading.named.refs if moment.reading else ()
    others = [ref for ref in dict.fromkeys(named) if ref != draft.ref]
    if len(others) != 1 or not (index := index_of(draft, moment)) or others[0] not in index.by_ref:
        return _editing(draft, moment)
    return moved(draft, others[0], index, moment)


def _says_yes_to(draft: UpdateDraft, moment: Moment) -> bool:
    """Whether a message agrees to save this very form; where a yes led to it, the next yes must name it."""
    named = re.fullmatch(rf"yes[\s,]+(?:(?:to|rec|recommendation)\s+)*{re.escape(draft.ref.lower())}", moment.said)
    return named is not None or (says_yes(moment) and not draft.follows)


def _means_something(moment: Moment) -> bool:
    """Whether a message that changes nothing in the form may be about something else."""
    reading = moment.reading
    return reading is not None and bool(
        reading.named.refs or reading.fields or reading.people or reading.themes or reading.criteria
    )


def _editing(draft: UpdateDraft, moment: Moment) -> Turn:
    card = forms_card.form(draft)
    return moment.turn(telling.CHANGE_WHAT, card, draft=proposing.interrupted(kept(draft)), refs=(draft.ref,))


def _reworded(draft: UpdateDraft, moment: Moment) -> UpdateDraft | Turn | None:
    """New words instead of those that look like personal data, or that they are to be saved all the same."""
    if guarding.says_anyway(moment):
        return replace(draft, accepted=True)
    if says_no(moment):
        return moment.turn(telling.cancelled(draft))
    if says_yes(moment) or moment.message.text.strip().endswith("?"):
        return None
    return filling.filled(draft, Prompt.NARRATIVE, moment.message.text, moment.today)
