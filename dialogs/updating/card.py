"""The form for an update, and what was restated or saved of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dialogs.cards import parts
from dialogs.turns.readable import LONGEST_TEXT, garbled
from dialogs.updating.drafts import UpdateDraft
from knowledge.progress.model import Status

STATUSES = {
    Status.NOT_STARTED: "Not started (grey)",
    Status.ON_TRACK: "On track (green)",
    Status.AT_RISK: "At risk (amber)",
    Status.OFF_TRACK: "Off track (red)",
    Status.AWAITING_SIGN_OFF: "Complete (a manager signs it off)",
}
# What the form's button says for the person, and how that is heard.
SAY = "Here is my update on recommendation {ref}"
SAYS = re.compile(SAY.format(ref=r"(?P<ref>\S{1,20})"), re.IGNORECASE)
# What Teams' own limits and a committee's patience allow, in characters.
LONGEST_NARRATIVE = LONGEST_TEXT
LONGEST_STEP = 500
LONGEST_EVIDENCE = 1_000


def form(draft: UpdateDraft, typed: Mapping[str, str] | None = None) -> parts.Part:
    """A form to fill in; what the draft has is filled in already, or else what was `typed` into it, by its ids."""
    held = _held(draft) | {name: text for name, text in (typed or {}).items() if not garbled(text)}
    say = SAY.format(ref=draft.ref)
    body = [
        parts.heading(f"Update on Recommendation {draft.ref}"),
        _choices(held["status"]),
        _text("narrative", "What has happened?", held["narrative"], LONGEST_NARRATIVE) | {"isMultiline": True},
        _text("next_step", "Next step (optional)", held["next_step"], LONGEST_STEP),
        {"type": "Input.Date", "id": "next_step_date", "label": "By when? (optional)", "value": held["next_step_date"]},
        _text("evidence", "Evidence, as text or a link (optional)", held["evidence"], LONGEST_EVIDENCE),
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


def _held(draft: UpdateDraft) -> dict[str, str]:
    """What the draft has, by the ids of the inputs."""
    return {
        "status": str(draft.status) if draft.status else "",
        "narrative": draft.narrative,
        "next_step": draft.next_step,
        "next_step_date": draft.next_step_date.isoformat() if draft.next_step_date else "",
        "evidence": "\n".join(draft.evidence),
    }


def _choices(status: str) -> parts.Part:
    return {
        "type": "Input.ChoiceSet",
        "id": "status",
        "label": "Status",
        "style": "compact",
        "isRequired": True,
        "errorMessage": "Please choose a status.",
        "placeholder": "Choose a status",
        "value": status,
        "choices": [{"title": title, "value": str(status)} for status, title in STATUSES.items()],
    }


def _text(name: str, label: str, value: str, longest: int) -> parts.Part:
    return {"type": "Input.Text", "id": name, "label": label, "value": value, "maxLength": longest}
