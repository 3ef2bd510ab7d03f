"""Shows a form as far as it is: the next question, or all that would be saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dialogs.turns import guarding
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.updating import card as forms_card
from dialogs.updating import inputs, steering, telling
from dialogs.updating.drafts import Prompt, UpdateDraft, kept, next_question
from dialogs.updating.typed import Unfit
from dialogs.words import phrases
from knowledge.progress.acts.acts import posted
from knowledge.progress.standings.standing import Standing
from knowledge.questions.searching.index import Index


def index_of(draft: UpdateDraft, moment: Moment) -> Index | None:
    """The programme that a form is about, if it still has the recommendation."""
    indexes = [i for i in moment.knowledge.indexes if i.programme.name == draft.programme and draft.ref in i.by_ref]
    return indexes[0] if indexes else None


def shown_after(step: Callable[[], UpdateDraft | Turn | None], index: Index, moment: Moment) -> Turn | None:
    """The form after a step, or why that can't be taken; None where it was no step."""
    try:
        after = step()
        if after is None or isinstance(after, Turn):
            return after
        whole = steering.carried(after, moment.standing(index, after.ref).report)
    except Unfit as unfit:
        return shown(unfit.draft, index, moment, problem=str(unfit))
    said = telling.noted(after, whole) if whole != after and not _is_shown(whole, moment) else []
    return shown(whole, index, moment, said=said)


def _is_shown(draft: UpdateDraft, moment: Moment) -> bool:
    """Whether all of a form is shown next, so that nothing of it need be said."""
    return next_question(draft, bool(guarding.sightings(draft.text, moment))) in {Prompt.PERSONAL, Prompt.CONFIRM}


def shown(
    draft: UpdateDraft,
    index: Index,
    moment: Moment,
    *,
    said: Sequence[str] = (),
    problem: str = "",
    opened: bool = False,
) -> Turn:
    """The next question, or all that would be saved."""
    seen = guarding.sightings(draft.text, moment)
    prompt = next_question(draft, bool(seen))
    where = phrases.within(index.programme, moment.knowledge.programmes)
    said = [*said, *([where] if where else [])]
    if prompt is Prompt.PERSONAL:
        text = guarding.warned(seen)
        return moment.turn("\n\n".join([*said, text]), draft=kept(draft), refs=(draft.ref,))
    standing = moment.standing(index, draft.ref)
    if prompt is Prompt.CONFIRM and not problem:
        return _restated(draft, standing, said, moment)
    opens = (opened or not draft.done) and not problem
    return _asked(draft, standing, said, problem or telling.question(prompt), moment, opens=opens, again=bool(problem))


def _restated(draft: UpdateDraft, standing: Standing, said: Sequence[str], moment: Moment) -> Turn:
    """All that would be saved, and whether to."""
    draft, zone = replace(draft, between=False), moment.knowledge.timezone
    text = telling.restated(draft, standing, _would_stand(draft, standing, moment), moment.today, zone)
    whole = "\n\n".join([*said, text, telling.save_this(draft)])
    return moment.turn(whole, forms_card.confirmation(draft), draft=kept(draft), refs=(draft.ref,), replaces=True)


def _asked(
    draft: UpdateDraft, standing: Standing, said: Sequence[str], asked: str, moment: Moment, *, opens: bool, again: bool
) -> Turn:
    """A question, with what was reported last where the form `opens`; what was typed into a card is shown `again`."""
    begins = [telling.opening(standing, moment.knowledge.timezone)] if opens else []
    so_far = telling.so_far(draft) if opens and not again else []
    ways = [telling.WAYS, *telling.then(draft)] if opens else []
    typed = inputs.typed(moment.message.fields) if again else {}
    form = forms_card.form(draft, typed) if opens or typed else None
    lines = [*said, *begins, *so_far, asked, *ways]
    return moment.turn("\n\n".join(lines), form, draft=kept(draft), refs=(draft.ref,))


def _would_stand(draft: UpdateDraft, standing: Standing, moment: Moment) -> Standing:
    """How it would stand with this report."""
    (change, *_) = posted(draft.id, standing, draft.report, moment.occasion)
    return replace(standing, latest=change.value, report=change.value, unchanged=0)
