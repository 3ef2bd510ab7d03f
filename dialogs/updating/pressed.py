"""What a button does that belongs to a form which isn’t open any more, or isn’t the speaker’s."""

from __future__ import annotations

from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.updating import card as forms_card
from dialogs.updating import inputs
from dialogs.updating.drafts import begun
from dialogs.updating.saving import ALREADY, NOT_YOURS
from dialogs.updating.showing import shown
from dialogs.words import phrases
from knowledge.questions.language.numbers import by_name

REOPENED = (
    "That form isn’t open any more, so nothing has been saved. Here is a new one with what you typed; please look it "
    "over and press “Check it” again."
)


def not_this_form(moment: Moment) -> Turn | None:
    """A kind refusal where a card's button belongs to a form that isn't the speaker's, or isn't open any more."""
    pressed = moment.message.fields.get("form")
    if pressed is None or pressed == moment.memory.draft.get("id"):
        return None
    update = moment.records.update(str(pressed))
    if update and update.by == moment.actor.key:
        return moment.turn(ALREADY.format(ref=phrases.escaped(update.ref)), draft=moment.memory.draft)
    if turn := reopened(moment):
        return turn
    example = moment.knowledge.indexes[0].refs[0] if moment.knowledge.indexes else "10"
    return moment.turn(NOT_YOURS.format(example=example), draft=moment.memory.draft)


def reopened(moment: Moment) -> Turn | None:
    """A new form with what was typed into one that isn't open any more; None where that can't be or nothing was typed.

    It is shown, not restated: it may be somebody else's card that was filled in.
    """
    typed, said = inputs.typed(moment.message.fields), forms_card.SAYS.fullmatch(moment.message.text.strip())
    if not any(typed.values()) or said is None or moment.index is None or moment.memory.draft:
        return None
    ref = by_name(moment.index.by_ref).get(said["ref"].casefold(), "")
    if not ref or not moment.actor.may_update(standing := moment.standing(moment.index, ref)):
        return None
    return shown(begun(standing), moment.index, moment, problem=REOPENED)
