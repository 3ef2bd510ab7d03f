"""What an answer does to the form at each of its steps."""

from __future__ import annotations

from dataclasses import replace

from dialogs.answers.facts import no_such
from dialogs.turns import guarding, remarks, rewording
from dialogs.turns.agreeing import asks_whether
from dialogs.turns.another import About, another
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import says_no, says_the_day, says_yes
from dialogs.turns.turn import Turn
from dialogs.updating import asking, correcting, filling, heeding, inputs, parting, steering, telling
from dialogs.updating.confirming import decided
from dialogs.updating.drafts import Prompt, UpdateDraft, kept, stepped_back
from dialogs.updating.drafts import answered as skipped
from dialogs.updating.opening import moved
from dialogs.updating.prompts import asks, prompt_of
from dialogs.updating.showing import index_of, shown
from dialogs.updating.typed import Unfit
from knowledge.progress.days import spell
from knowledge.progress.reporting.statuses import status_of
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index

# Where a mere colour is no answer.
_SENTENCE_DUE = frozenset({Prompt.NARRATIVE, Prompt.NEXT_STEP})


def after(draft: UpdateDraft, moment: Moment) -> UpdateDraft | Turn | None:
    """The form after this message, the turn that ends it, or None where the message is no answer. Raises Unfit."""
    if "status" in moment.message.fields:
        return inputs.submitted(draft, moment.message.fields, moment.today)
    prompt = prompt_of(draft, moment)
    if moment.says("back"):
        return stepped_back(draft)
    if draft.proposed and says_no(moment):
        raise Unfit(telling.question(Prompt.NEXT_STEP_DATE), replace(draft, proposed=None))
    skips = moment.says("skip") or (says_no(moment) and prompt is not Prompt.NARRATIVE)
    if skips and prompt not in {Prompt.STATUS, Prompt.PERSONAL, Prompt.CONFIRM}:
        return skipped(draft, prompt)
    if prompt not in {Prompt.PERSONAL, Prompt.CONFIRM} and (right := _corrected(draft, prompt, moment)):
        return right
    match prompt:
        case Prompt.CONFIRM:
            return decided(draft, moment)
        case Prompt.PERSONAL:
            return _reworded(draft, moment)
    if said := _with_offered_day(draft, moment) or heeding.beside(draft, prompt, moment):
        return said
    return None if asks(moment, prompt) else _answered(draft, prompt, moment)


def _with_offered_day(draft: UpdateDraft, moment: Moment) -> UpdateDraft | None:
    """The form with the day that was offered for its next step; None where a message doesn't agree. Raises Unfit."""
    if draft.proposed and asks_whether(moment):
        raise Unfit(telling.question(Prompt.NEXT_STEP_DATE), draft)
    if draft.proposed and (says_yes(moment) or says_the_day(moment.message.text, spell(draft.proposed))):
        return skipped(draft, Prompt.NEXT_STEP_DATE, next_step_date=draft.proposed)
    return None


def _answered(draft: UpdateDraft, prompt: Prompt, moment: Moment) -> UpdateDraft | Turn:
    """The form with the answer to what was asked. Raises Unfit."""
    text = moment.message.text
    if any(map(str.isalnum, text)) and (says_yes(moment) or says_no(moment) or moment.says("agrees")):
        raise Unfit(telling.question(prompt), draft)
    if prompt in _SENTENCE_DUE and (status := status_of(text)) and status is not draft.status:
        raise Unfit(telling.status_or_words(status, prompt), draft)
    if doubt := heeding.doubted(draft, prompt, moment):
        return doubt
    if (index := index_of(draft, moment)) is None:
        return filling.filled(draft, prompt, text, moment.today)
    if prompt in _SENTENCE_DUE and (told := asking.parted(text))[1]:
        filled = filling.filled(draft, prompt, told[0], moment.today)
        return shown(filled, index, moment, said=parting.left_out(told[1:]))
    with_others = heeding.with_others(draft, prompt, index, moment)
    return with_others or filling.filled(draft, prompt, text, moment.today)


def _corrected(draft: UpdateDraft, prompt: Prompt, moment: Moment) -> Turn | None:
    """The form with something put right that was answered before, or for another recommendation. Raises Unfit."""
    text, index = moment.message.text, index_of(draft, moment)
    if index is None:
        return None
    if typed := correcting.other_number(prompt, text, draft.ref.casefold(), asked=draft.misplaced):
        ref = by_name(index.by_ref).get(typed.casefold())
        return moved(draft, ref, index, moment) if ref else _no_such(typed, draft, index)
    if draft.misplaced or correcting.says_wrong_number(text):
        return _which_number(draft, index)
    if (after := correcting.corrected(draft, prompt, text, moment.today)) is None:
        return None
    asked = prompt_of(after, moment)
    said = [] if asked in {Prompt.PERSONAL, Prompt.CONFIRM} else telling.noted(draft, after)
    return shown(after, index, moment, said=said)


def _which_number(draft: UpdateDraft, index: Index) -> Turn:
    other = next(ref for ref in index.refs if ref != draft.ref)
    raise Unfit(correcting.WHICH_NUMBER.format(ref=other), replace(draft, misplaced=True))


def _no_such(typed: str, draft: UpdateDraft, index: Index) -> Turn:
    raise Unfit(no_such((typed,), index), draft)


def _reworded(draft: UpdateDraft, moment: Moment) -> UpdateDraft | Turn | None:
    """New words instead of those that look like personal data, or that they are to be saved all the same."""
    if guarding.says_anyway(moment):
        return replace(draft, accepted=True)
    if says_no(moment):
        return moment.turn(telling.cancelled(draft))
    if says_yes(moment) or moment.says("agrees"):
        return moment.turn(guarding.STILL, draft=kept(draft), refs=(draft.ref,))
    text, index = moment.message.text, index_of(draft, moment)
    other = another(text, by_name(index.by_ref)) if index else None
    if index and other and other.about is About.INSTEAD and other.ref not in {"", draft.ref}:
        return moved(draft, other.ref, index, moment)
    if moment.says("skip"):
        return steering.without_personal(draft, text, moment) or steering.without_parts(draft, moment)
    if remarks.objects(text):
        seen = guarding.seen_in(guarding.sightings(draft.text, moment))
        return moment.turn(guarding.WHY.format(seen=seen), draft=kept(draft), refs=(draft.ref,))
    if said := heeding.beside(draft, Prompt.PERSONAL, moment) or steering.without_personal(draft, text, moment):
        return said
    return None if asks(moment, Prompt.NARRATIVE) else _new_wording(draft, moment)


def _new_wording(draft: UpdateDraft, moment: Moment) -> UpdateDraft | Turn:
    """The form with new words in the place of those that were warned of; asked about where they may be none."""
    text = moment.message.text
    words = rewording.as_wording(text)
    if not rewording.leads_in(text) and (remarks.may_be_none(text) or not steering.rewords(draft, words, moment)):
        return heeding.all_of_it(draft, words, moment)
    return steering.put(draft, words, moment)
