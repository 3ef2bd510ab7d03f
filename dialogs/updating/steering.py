"""Does to an update's words what their author wants done to them: some changed, some taken out, some as last time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from dialogs.turns import guarding
from dialogs.turns.moment import Moment
from dialogs.turns.remarks import refers_back
from dialogs.turns.rewording import calls_personal, cut_out, reworded, shares_words, without
from dialogs.updating.drafts import Prompt, UpdateDraft, answered
from dialogs.updating.filling import filled
from dialogs.updating.reports import told_at_once
from dialogs.updating.typed import Unfit
from knowledge.progress.model import Update
from knowledge.progress.reporting.report import reported

NO_LAST = "There is nothing from last time to put there. Please say it in words, or “skip”."

_PART = re.compile(r"(?:(?:the|that|my|our)\s+)?(?P<part>evidence|next\s+step)s?", re.IGNORECASE)


def changed(draft: UpdateDraft, text: str) -> UpdateDraft | None:
    """The form with words of it changed or taken out, as a message names them; None where it names none of them."""
    cut = cut_out(text)
    if part := _PART.fullmatch(cut):
        return _without_part(draft, part["part"].lower())
    return _each(draft, lambda words: reworded(text, words) or (without(cut, words) if cut else ""))


def _without_part(draft: UpdateDraft, part: str) -> UpdateDraft | None:
    """The form without one part of it; None where it has none."""
    if part == "evidence":
        return replace(draft, evidence=()) if draft.evidence else None
    return replace(draft, next_step="", next_step_date=None) if draft.next_step else None


def without_personal(draft: UpdateDraft, text: str, moment: Moment) -> UpdateDraft | None:
    """The form without what looks like personal data, or with it changed, where a message says so; else None."""
    if calls_personal(cut_out(text)):
        return _without_seen(draft, moment) or changed(draft, text)
    return changed(draft, text)


def _without_seen(draft: UpdateDraft, moment: Moment) -> UpdateDraft | None:
    """The form without what was warned of; the words by which that was called may stand elsewhere in it."""
    return _each(draft, lambda words: guarding.without_seen(words, guarding.sightings(words, moment)), every=True)


def _each(draft: UpdateDraft, change: Callable[[str], str], *, every: bool = False) -> UpdateDraft | None:
    """The form with its first part that this changes, or with `every` such part; None where it changes none."""
    after = draft
    for now in (draft.narrative, draft.next_step, *draft.evidence):
        words = change(now) if now else ""
        if words and words != now:
            after = _replaced(after, now, words)
            if not every:
                break
    return None if after is draft else after


def _replaced(draft: UpdateDraft, now: str, words: str) -> UpdateDraft:
    if draft.narrative == now:
        return replace(draft, narrative=words)
    if draft.next_step == now:
        return replace(draft, next_step=words)
    return replace(draft, evidence=tuple(words if one == now else one for one in draft.evidence))


def rewords(draft: UpdateDraft, words: str, moment: Moment) -> bool:
    """Whether words are new wording for those that were warned of, as far as one can tell."""
    return shares_words(words, guarding.left_of(draft.text, guarding.sightings(draft.text, moment)))


def put(draft: UpdateDraft, words: str, moment: Moment) -> UpdateDraft:
    """The form with new wording in the place of the words that were warned of. Raises Unfit."""
    if reported(words).status:
        return told_at_once(draft, words, moment.today)
    part = Prompt.NARRATIVE
    if draft.narrative and not guarding.sightings(draft.narrative, moment):
        part = Prompt.NEXT_STEP if guarding.sightings(draft.next_step, moment) else Prompt.EVIDENCE
    return filled(draft, part, words, moment.today)


def without_parts(draft: UpdateDraft, moment: Moment) -> UpdateDraft:
    """The form without the parts that were warned of."""
    step = "" if guarding.sightings(draft.next_step, moment) else draft.next_step
    return replace(
        draft,
        narrative="" if guarding.sightings(draft.narrative, moment) else draft.narrative,
        next_step=step,
        next_step_date=draft.next_step_date if step else None,
        evidence=tuple(one for one in draft.evidence if not guarding.sightings(one, moment)),
    )


def carried(draft: UpdateDraft, last: Update | None) -> UpdateDraft:
    """The form with the words of the last report where it only says that they are the same. Raises Unfit."""
    if refers_back(draft.narrative):
        draft = answered(
            draft, Prompt.NARRATIVE, narrative=_of_last(last.narrative if last else "", Prompt.NARRATIVE, draft)
        )
    if refers_back(draft.next_step):
        step = _of_last(last.next_step if last else "", Prompt.NEXT_STEP, draft)
        day = draft.next_step_date or (last.next_step_date if last else None)
        draft = answered(draft, Prompt.NEXT_STEP, next_step=step)
        draft = answered(draft, Prompt.NEXT_STEP_DATE, next_step_date=day) if day else draft
    if len(draft.evidence) == 1 and refers_back(draft.evidence[0]):
        _of_last("; ".join(last.evidence) if last else "", Prompt.EVIDENCE, draft)
        draft = replace(draft, evidence=last.evidence if last else ())
    return draft


def _of_last(words: str, prompt: Prompt, draft: UpdateDraft) -> str:
    if words:
        return words
    lacks = {"narrative": ""} if prompt is Prompt.NARRATIVE else {"next_step": ""} if prompt is Prompt.NEXT_STEP else {}
    bare = replace(draft, done=tuple(p for p in draft.done if p is not prompt), **lacks)  # type: ignore[arg-type]
    raise Unfit(NO_LAST, bare if lacks else replace(bare, evidence=()))
