"""Takes what a card's inputs hold into the form, all at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from dialogs.updating.drafts import ASKED_IN_ORDER, UpdateDraft, complete
from dialogs.updating.typed import WHICH_STATUS, Unfit, check_readable, day_or_unfit, prose
from knowledge.progress.days import day_in
from knowledge.progress.model import Status

NO_STEP = "There is a date, but no next step for it. Please say what the next step is, or take the date out."


def typed(fields: Mapping[str, Any]) -> dict[str, str]:
    """What a card's inputs hold, by their ids; empty where the card wasn't submitted."""
    return {name: str(fields.get(name) or "").strip() for name in _INPUTS} if "status" in fields else {}


def submitted(draft: UpdateDraft, fields: Mapping[str, Any], today: date) -> UpdateDraft:
    """The form as a card's inputs have it. Raises Unfit with all that can't be taken; its draft has all that can."""
    texts, problems = typed(fields), list[str]()
    filled_in = complete(replace(draft, accepted=False, proposed=None))
    for prompt, take in _INPUTS_IN_ORDER:
        try:
            filled_in = take(filled_in, texts, today)
        except Unfit as unfit:
            filled_in = replace(unfit.draft, done=tuple(p for p in unfit.draft.done if p is not prompt))
            problems.append(str(unfit))
    if problems:
        raise Unfit(" ".join(dict.fromkeys(problems)), filled_in)
    return filled_in


def _status_input(draft: UpdateDraft, texts: Mapping[str, str], _: date) -> UpdateDraft:
    try:
        status = Status(texts["status"])
    except ValueError:
        raise Unfit(WHICH_STATUS, replace(draft, status=None)) from None
    return replace(draft, status=Status.AWAITING_SIGN_OFF if status is Status.COMPLETE else status)


def _narrative_input(draft: UpdateDraft, texts: Mapping[str, str], _: date) -> UpdateDraft:
    draft = replace(draft, narrative="")
    return replace(draft, narrative=_if_any(texts["narrative"], "narrative", draft))


def _step_input(draft: UpdateDraft, texts: Mapping[str, str], _: date) -> UpdateDraft:
    draft = replace(draft, next_step="")
    if texts["next_step_date"] and not texts["next_step"]:
        raise Unfit(NO_STEP, draft)
    return replace(draft, next_step=_if_any(texts["next_step"], "next step", draft))


def _day_input(draft: UpdateDraft, texts: Mapping[str, str], today: date) -> UpdateDraft:
    draft, due = replace(draft, next_step_date=None), texts["next_step_date"]
    return replace(draft, next_step_date=day_or_unfit(day_in(due, today), draft)) if due else draft


def _evidence_input(draft: UpdateDraft, texts: Mapping[str, str], _: date) -> UpdateDraft:
    draft = replace(draft, evidence=())
    return replace(draft, evidence=tuple(filter(None, (_if_any(texts["evidence"], "evidence", draft),))))


def _if_any(text: str, what: str, draft: UpdateDraft) -> str:
    """A card's field: left empty, or with words. Raises Unfit."""
    check_readable(text, draft)
    return prose(text, what, draft) if text else ""


_INPUTS = ("status", "narrative", "next_step", "next_step_date", "evidence")
_INPUTS_IN_ORDER = tuple(
    zip(ASKED_IN_ORDER, (_status_input, _narrative_input, _step_input, _day_input, _evidence_input), strict=True)
)
