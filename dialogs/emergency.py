"""Notices a message that suggests a child is in danger now; the advice comes first, whatever else is asked."""

from __future__ import annotations

from dialogs.words import forms
from knowledge.questions.words import plain

ADVICE = (
    "**If a child is in danger now, call 999.** I’m a bot and can’t pass this on or take a report. "
    "If nobody is in immediate danger, follow your safeguarding procedures now and speak to your designated "
    "safeguarding lead{contact}."
)


def suggests_danger(text: str) -> bool:
    """Whether a message sounds like a child being harmed now, rather than a question about child protection.

    Errs towards advice: somebody who didn't need it has lost a line.
    """
    said = plain(text).lower()
    if not forms.says("child", said):
        return False
    near = forms.says("acute", said) or (forms.says("harm", said) and forms.says("now", said))
    return near and (not asks_document(text) or forms.says("first hand", said))


def asks_document(text: str) -> bool:
    """Whether a message asks about the document besides."""
    return forms.says("about the document", plain(text).lower())


def advice(contact: str = "") -> str:
    """The advice; `contact` is the council's own line in words, if it has set one."""
    return ADVICE.format(contact=f", or {contact}" if contact else "")
