"""Posts progress: in one sentence, step by step, or by a card; always restated, and saved only on a yes."""

from __future__ import annotations

from dataclasses import replace

from dialogs.people.choosing import ask_which
from dialogs.turns import guarding, programmes
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.updating import heeding, telling
from dialogs.updating.drafts import Prompt, UpdateDraft, found, next_question
from dialogs.updating.opening import begin
from dialogs.updating.pressed import not_this_form
from dialogs.updating.prompts import prompt_of
from dialogs.updating.showing import index_of, shown_after
from dialogs.updating.steps import after
from dialogs.updating.unsure import begins_another, doubted, named_in, settled
from dialogs.words import phrases
from dialogs.words.orders import Deed, Doubt, Order, doubt, heard
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index


def take(moment: Moment) -> Turn | None:
    """An order to post on one or several recommendations; None for anything else."""
    if moment.index is None:
        several = {ref.casefold(): ref for index in moment.knowledge.indexes for ref in index.by_ref}
        return _which(moment) if heard(moment.message.text, several) else None
    order = moment.order
    if order is None or order.deed is not Deed.UPDATE:
        return None
    if doubtful := doubt(moment.message.text, order, by_name(moment.index.by_ref)):
        return _ask_how_many(order, doubtful, moment)
    return begin(order.items, moment.index, moment)


def going_on(moment: Moment) -> Turn | None:
    """What a message does to the form that its speaker is filling in; None where it is about something else."""
    if refused := not_this_form(moment):
        return refused
    draft = found(moment.memory.draft)
    if draft is None or (index := index_of(draft, moment)) is None:
        return None
    if moment.says("cancel"):
        return moment.turn(telling.cancelled(draft))
    if draft.unsure and (turn := settled(draft, index, moment)):
        return turn
    if draft.doubtful and (turn := _after_doubt(draft, index, moment)):
        return turn
    return _answered(replace(draft, unsure="", doubtful=""), index, moment)


def _after_doubt(draft: UpdateDraft, index: Index, moment: Moment) -> Turn | None:
    return shown_after(lambda: heeding.settled(draft, moment), index, moment)


def _answered(draft: UpdateDraft, index: Index, moment: Moment) -> Turn | None:
    if begins_another(draft, moment, index):
        return None
    return shown_after(lambda: doubted(draft, index, moment) or after(draft, moment), index, moment)


def reminder(moment: Moment) -> str:
    """That a form is still open, to be said after something else was answered; empty where none is."""
    draft = found(moment.memory.draft)
    if draft is None:
        return ""
    if draft.unsure and (index := index_of(draft, moment)):
        return telling.whose(draft, named_in(draft.unsure, index))
    if draft.doubtful:
        return heeding.question(draft, moment)
    if prompt_of(draft, moment) is Prompt.PERSONAL:
        return guarding.STILL
    return telling.still_open(draft, next_question(draft, worrying=False))


def dropped(moment: Moment) -> str:
    """That an open form isn't saved, where something else takes its place; empty where none was open."""
    draft = found(moment.memory.draft)
    return telling.put_aside(draft) if draft else ""


def _ask_how_many(order: Order, doubtful: Doubt, moment: Moment) -> Turn:
    """Ask whether it is one update or several; the answer is taken as the message that says so."""
    one = telling.ONE.format(refs=phrases.recommendations(order.refs))
    several = telling.SEVERAL.format(refs=phrases.recommendations([*order.refs, *doubtful.others]))
    why = telling.HOW_MANY.format(others=phrases.recommendations(doubtful.others))
    return ask_which(moment, why, {one: doubtful.one, several: doubtful.several}, title=telling.WHAT_IS_IT)


def _which(moment: Moment) -> Turn:
    reply, memory = programmes.which(moment.message.text, moment.memory, moment.knowledge)
    return Turn((reply,), memory)
