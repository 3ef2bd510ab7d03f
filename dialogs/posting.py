"""Opens the form for an update, shows how far it is, and saves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogs import filling, phrases
from dialogs.answers import standings, updating
from dialogs.answers.facts import no_such
from dialogs.cards import form as forms_card
from dialogs.drafts import Prompt, UpdateDraft, begun, kept, next_question
from dialogs.moment import Moment
from dialogs.rights import UNKNOWN, denied_update
from dialogs.turn import Turn
from dialogs.typed import Unfit
from knowledge.progress.acts import posted
from knowledge.progress.changes import noted
from knowledge.progress.personal import personal_data
from knowledge.progress.standing import Standing
from knowledge.questions.index import Index
from knowledge.questions.numbers import by_name

ALREADY = "Your update on Recommendation {ref} is saved already; there is nothing left to save."
NOT_YOURS = (
    "That form isn’t yours, or it isn’t open any more, so nothing has been saved. Say “update {example}” to open one."
)


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


def index_of(draft: UpdateDraft, moment: Moment) -> Index | None:
    """The programme that a form is about, if it still has the recommendation."""
    indexes = [i for i in moment.knowledge.indexes if i.programme.name == draft.programme and draft.ref in i.by_ref]
    return indexes[0] if indexes else None


def _opened(draft: UpdateDraft, words: str, index: Index, moment: Moment, said: list[str]) -> Turn:
    try:
        return shown(filling.told_at_once(draft, words, moment.today), index, moment, said=said)
    except Unfit as unfit:
        return shown(unfit.draft, index, moment, said=said, problem=str(unfit))


def shown(draft: UpdateDraft, index: Index, moment: Moment, *, said: Sequence[str] = (), problem: str = "") -> Turn:
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
    ask = problem or updating.question(prompt)
    lines = [*said, *([updating.opening(standing, zone)] if fresh else []), ask, *([updating.WAYS] if fresh else [])]
    shown = forms_card.form(draft, updating.last_facts(standing, moment.today, zone)) if fresh else None
    return moment.turn("\n\n".join(lines), shown, draft=kept(draft), refs=refs)


def save(draft: UpdateDraft, moment: Moment) -> Turn:
    """Save it, unless it may not be, is saved already, or somebody else posted meanwhile."""
    index = index_of(draft, moment)
    if index is None:
        return moment.turn(NOT_YOURS.format(example=draft.ref))
    standing, zone = moment.standing(index, draft.ref), moment.knowledge.timezone
    if moment.records.update(draft.id):
        return moment.turn(ALREADY.format(ref=phrases.escaped(draft.ref)))
    if not moment.actor.may_update(standing):
        return moment.turn(denied_update(standing, moment))
    if standing.latest and standing.latest.id != draft.base:
        newer = updating.NEWER.format(told=standings.told(standing.latest, zone))
        return shown(replace(draft, base=standing.latest.id), index, moment, said=[newer])
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
