"""Posts progress: in one sentence, step by step, or by a card; always restated, and saved only on a yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs import filling, forms, phrases, programmes
from dialogs.answers import standings, updating
from dialogs.answers.facts import no_such
from dialogs.cards import form as forms_card
from dialogs.drafts import Prompt, UpdateDraft, begun, found, kept, next_question, stepped_back
from dialogs.drafts import answered as skipped
from dialogs.filling import Unfit
from dialogs.moment import Moment
from dialogs.orders import Deed, heard
from dialogs.proposing import says_no, says_yes
from dialogs.rights import UNKNOWN, denied_update
from dialogs.turn import Turn
from knowledge.progress.acts import posted
from knowledge.progress.changes import noted
from knowledge.progress.personal import personal_data
from knowledge.progress.standing import Standing
from knowledge.questions.index import Index
from knowledge.questions.numbers import by_name

NOTHING_WAITS = "Nothing is waiting for your yes, and nothing has been saved just now."
ALREADY = "Your update on Recommendation {ref} is saved already; there is nothing left to save."
NOT_YOURS = (
    "That form isn’t yours, or it isn’t open any more, so nothing has been saved. Say “update {example}” to open one."
)
PUT_ASIDE = "I’ve dropped your unfinished update on Recommendation {ref}; nothing of it was saved."
# So long after posting is a second "yes" the first one delivered again, or a press too many.
_TWICE = timedelta(minutes=10)


def going_on(moment: Moment) -> Turn | None:
    """What a message does to the form that its speaker is filling in; None where it is about something else."""
    if refused := _not_this_form(moment):
        return refused
    draft = found(moment.memory.draft)
    if draft is None or (index := _index(draft, moment)) is None:
        return None
    if forms.says("cancel", moment.said):
        return moment.turn(updating.CANCELLED.format(ref=phrases.escaped(draft.ref)))
    if _begins_another(moment, index):
        return None
    try:
        after = _after(draft, moment)
    except Unfit as unfit:
        return _shown(unfit.draft, index, moment, problem=str(unfit))
    return after if after is None or isinstance(after, Turn) else _shown(after, index, moment)


def take(moment: Moment) -> Turn | None:
    """An order to post on one or several recommendations; None for anything else."""
    if moment.index is None:
        several = {ref.casefold(): ref for index in moment.knowledge.indexes for ref in index.by_ref}
        return _which(moment) if heard(moment.message.text, several) else None
    order = heard(moment.message.text, by_name(moment.index.by_ref))
    if order is None or order.deed is not Deed.UPDATE:
        return _yes_again(moment)
    aside = found(moment.memory.draft)
    note = [PUT_ASIDE.format(ref=phrases.escaped(aside.ref))] if aside else []
    return begin(order.items, moment.index, moment, note)


def begin(items: Sequence[tuple[str, str]], index: Index, moment: Moment, notes: Sequence[str] = ()) -> Turn:
    """Open the form for the first of these that exists and may be posted on; the others wait, or are explained."""
    if not moment.actor.key:
        return moment.turn(UNKNOWN)
    said = list(notes)
    known = by_name(index.by_ref)
    for number, (typed, words) in enumerate(items):
        ref = known.get(typed)
        if ref is None:
            said.append(no_such((typed,), index))
        elif not moment.actor.may_update(standing := moment.standing(index, ref)):
            said.append(denied_update(standing, moment))
        else:
            return _opened(begun(standing, tuple(items[number + 1 :])), words, index, moment, said)
    return moment.turn("\n\n".join(dict.fromkeys(said)))


def reminder(moment: Moment) -> str:
    """That a form is still open, to be said after something else was answered; empty where none is."""
    draft = found(moment.memory.draft)
    if draft is None:
        return ""
    asked = updating.question(next_question(draft, worrying=False))
    return updating.STILL_OPEN.format(ref=phrases.escaped(draft.ref), question=asked)


def _which(moment: Moment) -> Turn:
    reply, memory = programmes.which(moment.message.text, moment.memory, moment.knowledge)
    return Turn((reply,), memory)


def _index(draft: UpdateDraft, moment: Moment) -> Index | None:
    """The programme that a form is about, if it still has the recommendation."""
    indexes = [i for i in moment.knowledge.indexes if i.programme.name == draft.programme and draft.ref in i.by_ref]
    return indexes[0] if indexes else None


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


def _begins_another(moment: Moment, index: Index) -> bool:
    """Whether a message orders something else, which only an order in so many words does."""
    order = heard(moment.message.text, by_name(index.by_ref))
    return order is not None and (order.deed is not Deed.UPDATE or moment.said.startswith("update"))


def _after(draft: UpdateDraft, moment: Moment) -> UpdateDraft | Turn | None:
    """The form after this message, the turn that ends it, or None where the message is no answer. Raises Unfit."""
    if "status" in moment.message.fields:
        return filling.submitted(draft, moment.message.fields, moment.today)
    prompt = next_question(draft, bool(personal_data(draft.text)))
    if forms.says("back", moment.said):
        return stepped_back(draft)
    skips = forms.says("skip", moment.said) or (says_no(moment) and prompt is not Prompt.NARRATIVE)
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
        raise Unfit(updating.question(prompt), draft)
    return filling.filled(draft, prompt, moment.message.text, moment.today)


def _asks(moment: Moment, prompt: Prompt) -> bool:
    """Whether a message is a question, or a courtesy, rather than the answer to one."""
    if forms.says("help", moment.said) or forms.says("courtesy", moment.said):
        return True
    asks = moment.message.text.strip().endswith("?") or forms.says("asks", moment.said)
    return asks and (prompt is not Prompt.NARRATIVE or forms.says("asks", moment.said))


def _decided(draft: UpdateDraft, moment: Moment) -> UpdateDraft | Turn | None:
    """A yes saves it, a no asks what should be different, anything that changes it is taken in."""
    if says_yes(moment):
        return _save(draft, moment)
    if says_no(moment) or forms.says("change", moment.said):
        return _editing(draft, moment)
    if moment.message.text.strip().endswith("?"):
        return None
    return filling.edited(draft, moment.message.text, moment.today)


def _editing(draft: UpdateDraft, moment: Moment) -> Turn:
    card = forms_card.form(draft, ())
    return moment.turn(updating.CHANGE_WHAT, card, draft=kept(draft), refs=(draft.ref,))


def _reworded(draft: UpdateDraft, moment: Moment) -> UpdateDraft | None:
    """New words instead of those that look like personal data, or that they are to be saved all the same."""
    if forms.says("anyway", moment.said):
        return replace(draft, accepted=True)
    if says_yes(moment) or says_no(moment) or moment.message.text.strip().endswith("?"):
        return None
    return filling.filled(draft, Prompt.NARRATIVE, moment.message.text, moment.today)


def _opened(draft: UpdateDraft, words: str, index: Index, moment: Moment, said: list[str]) -> Turn:
    try:
        return _shown(filling.told_at_once(draft, words, moment.today), index, moment, said=said)
    except Unfit as unfit:
        return _shown(unfit.draft, index, moment, said=said, problem=str(unfit))


def _shown(draft: UpdateDraft, index: Index, moment: Moment, *, said: Sequence[str] = (), problem: str = "") -> Turn:
    """The next question, or all that would be saved."""
    standing = moment.standing(index, draft.ref)
    seen = personal_data(draft.text)
    prompt = next_question(draft, bool(seen))
    zone, refs = moment.knowledge.timezone, (draft.ref,)
    if prompt is Prompt.PERSONAL:
        text = updating.warned(seen)
        return moment.turn("\n\n".join([*said, text]), draft=kept(draft), refs=refs)
    if prompt is Prompt.CONFIRM and not problem:
        text = updating.restated(draft, standing, _would_stand(draft, standing, moment), moment.today, zone)
        card = forms_card.confirmation(draft, updating.facts(draft.report, standing, moment.today))
        whole = "\n\n".join([*said, text, updating.question(prompt)])
        return moment.turn(whole, card, draft=kept(draft), refs=refs, replaces=True)
    fresh = not draft.done and not problem
    ask = updating.question(prompt) if not problem else problem
    lines = [*said, *([updating.opening(standing, zone)] if fresh else []), ask, *([updating.WAYS] if fresh else [])]
    shown = forms_card.form(draft, updating.last_facts(standing, moment.today, zone)) if fresh else None
    return moment.turn("\n\n".join(lines), shown, draft=kept(draft), refs=refs)


def _save(draft: UpdateDraft, moment: Moment) -> Turn:
    """Save it, unless it may not be, is saved already, or somebody else posted meanwhile."""
    index = _index(draft, moment)
    if index is None:
        return moment.turn(NOT_YOURS.format(example=draft.ref))
    standing, zone = moment.standing(index, draft.ref), moment.knowledge.timezone
    if moment.records.update(draft.id):
        return moment.turn(ALREADY.format(ref=phrases.escaped(draft.ref)))
    if not moment.actor.may_update(standing):
        return moment.turn(denied_update(standing, moment))
    if standing.latest and standing.latest.id != draft.base:
        newer = updating.NEWER.format(told=standings.told(standing.latest, zone))
        return _shown(replace(draft, base=standing.latest.id), index, moment, said=[newer])
    changes = posted(draft.id, standing, draft.report, moment.occasion)
    if draft.accepted:
        about = f"{draft.programme}/{draft.ref}"
        changes = (*changes, noted(moment.occasion, "personal data kept after a warning", about))
    text = updating.saved(changes[0].value, zone)
    if draft.queue:
        following = begin(draft.queue, index, moment, [text])
        return replace(following, changes=changes)
    card = forms_card.saved(draft.ref, updating.facts(draft.report, standing, moment.today))
    return moment.turn(text, card, changes=changes, refs=(draft.ref,), replaces=True)


def _would_stand(draft: UpdateDraft, standing: Standing, moment: Moment) -> Standing:
    """How it would stand with this report."""
    (change, *_) = posted(draft.id, standing, draft.report, moment.occasion)
    return replace(standing, latest=change.value, report=change.value, unchanged=0)


def _yes_again(moment: Moment) -> Turn | None:
    """A yes to what is saved already: delivered again, or pressed twice."""
    if not forms.says("agrees", moment.said) or moment.memory.draft or moment.memory.pending:
        return None
    last = [u for u in moment.records.recent(50) if u.by == moment.actor.key and moment.message.at - u.at < _TWICE]
    return moment.turn(ALREADY.format(ref=phrases.escaped(last[-1].ref)) if last else NOTHING_WAITS)
