"""The form for an update, and what was restated or saved of it."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.cards import parts
from dialogs.turns.readable import LONGEST_TEXT
from dialogs.updating.drafts import UpdateDraft
from knowledge.progress.model import Status

STATUSES = {
    Status.NOT_STARTED: "Not started (grey)",
    Status.ON_TRACK: "On track (green)",
    Status.AT_RISK: "At risk (amber)",
    Status.OFF_TRACK: "Off track (red)",
    Status.AWAITING_SIGN_OFF: "Complete (a manager signs it off)",
}
# What Teams' own limits and a committee's patience allow, in characters.
LONGEST_NARRATIVE = LONGEST_TEXT
LONGEST_STEP = 500
LONGEST_EVIDENCE = 1_000


def form(draft: UpdateDraft) -> parts.Part:
    """A form to fill in; what the draft has is filled in already."""
    say = f"Here is my update on recommendation {draft.ref}"
    body = [
        parts.heading(f"Update on Recommendation {draft.ref}"),
        _choices(draft),
        _text("narrative", "What has happened?", draft.narrative, LONGEST_NARRATIVE) | {"isMultiline": True},
        _text("next_step", "Next step (optional)", draft.next_step, LONGEST_STEP),
        {
            "type": "Input.Date",
            "id": "next_step_date",
            "label": "By when? (optional)",
            "value": draft.next_step_date.isoformat() if draft.next_step_date else "",
        },
        _text("evidence", "Evidence, as text or a link (optional)", "\n".join(draft.evidence), LONGEST_EVIDENCE),
    ]
    return parts.card(body, [executing("Check it", say, draft.id), submitting("Cancel", "cancel", draft.id)])


def confirmation(draft: UpdateDraft) -> parts.Part:
    """The buttons that decide; the text beside them says what would be saved."""
    body = [parts.heading(f"Recommendation {draft.ref}: not saved yet")]
    buttons = [
        executing("Yes, save it", f"yes {draft.ref}", draft.id),
        submitting("Change it", "change it", draft.id),
        submitting("Cancel", "cancel", draft.id),
    ]
    return parts.card(body, buttons)


def saved(ref: str, facts: Sequence[tuple[str, str]]) -> parts.Part:
    """What was saved; takes the place of the form."""
    buttons = [parts.button("Undo", f"undo {ref}"), parts.button("History", f"history of {ref}")]
    return parts.card([parts.heading(f"Recommendation {ref}: saved"), parts.facts(facts)], buttons)


def executing(title: str, say: str, form_id: str) -> parts.Part:
    """A button that Teams answers in place; where it can't, it submits like any other."""
    return {
        "type": "Action.Execute",
        "title": title,
        "verb": "say",
        "data": {"say": say, "form": form_id},
        "fallback": submitting(title, say, form_id),
    }


def submitting(title: str, say: str, form_id: str) -> parts.Part:
    """A button that belongs to one form, so that nobody else's and no older form's is taken for it."""
    return {"type": "Action.Submit", "title": title, "data": {"say": say, "form": form_id}}


def _choices(draft: UpdateDraft) -> parts.Part:
    return {
        "type": "Input.ChoiceSet",
        "id": "status",
        "label": "Status",
        "style": "compact",
        "isRequired": True,
        "errorMessage": "Please choose a status.",
        "placeholder": "Choose a status",
        "value": str(draft.status) if draft.status else "",
        "choices": [{"title": title, "value": str(status)} for status, title in STATUSES.items()],
    }


def _text(name: str, label: str, value: str, longest: int) -> parts.Part:
    return {"type": "Input.Text", "id": name, "label": label, "value": value, "maxLength": longest}
