"""Opens the form for an update, shows how far it is, and saves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs.answers import standings
from dialogs.answers.facts import no_such
from dialogs.turns import guarding, proposing
from dialogs.turns.moment import Moment
from dialogs.turns.rights import UNKNOWN, denied_update
from dialogs.turns.turn import Turn
from dialogs.updating import card as forms_card
from dialogs.updating import inputs, reports, telling
from dialogs.updating.drafts import Prompt, UpdateDraft, begun, kept, next_question
from dialogs.updating.typed import Unfit
from dialogs.words import phrases
from knowledge.progress.acts.acts import posted
from knowledge.progress.acts.changes import fresh
from knowledge.progress.model import Kind
from knowledge.progress.safeguarding.personal import personal_data
from knowledge.progress.standings.standing import Standing
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index

# A yes that Teams or a finger sends once more comes so soon after the first.
_TWICE, _LOOK_AT = timedelta(seconds=30), 50
# So soon after typing a report has nobody read what would be saved, and said yes to it.
_UNREAD = timedelta(seconds=2)
ALREADY = "Your update on Recommendation {ref} is saved already; there is nothing left to save."
NO_STATUS = "I found no status in what you wrote."
REOPENED = (
    "That form isn’t open any more, so nothing has been saved. Here is a new one with what you typed; please look it "
    "over and press “Check it” again."
)
MOVED = "For Recommendation {ref} then, and not for Recommendation {instead}; nothing has been saved yet."
NOT_YOURS = (
    "That form isn’t yours, or it isn’t open any more, so nothing has been saved. Say “update {example}” to open one."
)


def begin(
    items: Sequence[tuple[str, str]], index: Index, moment: Moment, notes: Sequence[str] = (), *, follows: bool = False
) -> Turn:
    """Open the form for the first of these that exists and may be posted on; the others wait, or are explained."""
    if not moment.actor.key:
        return moment.turn(UNKNOWN)
    possible, refused = _sorted(items, index, moment)
    said = [*notes, *refused]
    if not possible:
        return moment.turn("\n\n".join(dict.fromkeys(said)))
    (ref, words), *queue = possible
    opened = moment.message.at if _just_posted(moment) else None
    draft = replace(begun(moment.standing(index, ref), tuple(queue)), follows=follows, opened=opened)
    return _opened(draft, words, index, moment, said)


def _just_posted(moment: Moment) -> bool:
    """Whether the speaker has said yes to another update a moment ago, which may arrive once more."""
    mine = [one for one in moment.records.recent(_LOOK_AT) if one.by == moment.actor.key]
    return bool(mine) and mine[-1].kind is Kind.REPORT and moment.message.at - mine[-1].at < _TWICE


def may_be_for_another(draft: UpdateDraft, moment: Moment) -> bool:
    """Whether a mere yes to this form may have been meant for the one before it.

    So may any yes to a form that a yes led to; where a report of the speaker's own did, only a yes that comes sooner
    than anybody can have read what was shown: one that was sent twice, or sent before it was shown.
    """
    return draft.follows or (draft.opened is not None and moment.message.at - draft.opened < _UNREAD)


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


def index_of(draft: UpdateDraft, moment: Moment) -> Index | None:
    """The programme that a form is about, if it still has the recommendation."""
    indexes = [i for i in moment.knowledge.indexes if i.programme.name == draft.programme and draft.ref in i.by_ref]
    return indexes[0] if indexes else None


def _opened(draft: UpdateDraft, words: str, index: Index, moment: Moment, said: list[str]) -> Turn:
    try:
        filled = reports.told_at_once(draft, words, moment.today)
        unheard = [NO_STATUS] if words and filled.status is None else []
        return shown(filled, index, moment, said=[*said, *unheard], opened=True)
    except Unfit as unfit:
        return shown(unfit.draft, index, moment, said=said, problem=str(unfit))


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
    standing = moment.standing(index, draft.ref)
    seen = personal_data(draft.text)
    prompt = next_question(draft, bool(seen))
    zone, refs = moment.knowledge.timezone, (draft.ref,)
    where = phrases.within(index.programme, moment.knowledge.programmes)
    said = [*said, *([where] if where else [])]
    if prompt is Prompt.PERSONAL:
        text = guarding.warned(seen)
        return moment.turn("\n\n".join([*said, text]), draft=kept(draft), refs=refs)
    if prompt is Prompt.CONFIRM and not problem:
        draft = replace(draft, between=False)
        text = telling.restated(draft, standing, _would_stand(draft, standing, moment), moment.today, zone)
        card = forms_card.confirmation(draft)
        whole = "\n\n".join([*said, text, telling.save_this(draft)])
        return moment.turn(whole, card, draft=kept(draft), refs=refs, replaces=True)
    opens = (opened or not draft.done) and not problem
    begins = [telling.opening(standing, zone)] if opens else []
    so_far = [telling.so_far(draft)] if opens and Prompt.STATUS in draft.done else []
    ways = [telling.WAYS, *telling.then(draft)] if opens else []
    lines = [*said, *begins, *so_far, problem or telling.question(prompt), *ways]
    typed = inputs.typed(moment.message.fields) if problem else {}
    form = forms_card.form(draft, typed) if opens or typed else None
    return moment.turn("\n\n".join(lines), form, draft=kept(draft), refs=refs)


def moved(draft: UpdateDraft, ref: str, index: Index, moment: Moment) -> Turn:
    """The same report, shown for another recommendation."""
    standing = moment.standing(index, ref)
    if not moment.actor.may_update(standing):
        return moment.turn(denied_update(standing, moment), draft=proposing.interrupted(kept(draft)))
    base = standing.latest.id if standing.latest else ""
    instead = MOVED.format(ref=phrases.escaped(ref), instead=phrases.escaped(draft.ref))
    return shown(replace(draft, id=fresh(), ref=ref, base=base), index, moment, said=[instead])


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
        own = standing.latest.by == moment.actor.key
        newer = (telling.NEWER_OWN if own else telling.NEWER).format(told=standings.told(standing.latest, zone))
        again = replace(draft, id=fresh(), base=standing.latest.id, follows=True)
        return shown(again, index, moment, said=[newer])
    changes = posted(draft.id, standing, draft.report, moment.occasion)
    if draft.accepted:
        changes = guarding.with_note(moment, changes)
    several = moment.knowledge.programmes if len(moment.knowledge.programmes) > 1 else ()
    within = phrases.told_apart(index.programme, several) if several else ""
    text = telling.saved(changes[0].value, zone, within)
    if draft.queue:
        following = begin(draft.queue, index, moment, [text], follows=True)
        return replace(following, changes=changes)
    card = forms_card.saved(draft.ref, telling.facts(draft.report, standing, moment.today))
    return moment.turn(text, card, changes=changes, refs=(draft.ref,), replaces=True)


def _would_stand(draft: UpdateDraft, standing: Standing, moment: Moment) -> Standing:
    """How it would stand with this report."""
    (change, *_) = posted(draft.id, standing, draft.report, moment.occasion)
    return replace(standing, latest=change.value, report=change.value, unchanged=0)
