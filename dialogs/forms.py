"""The forms of words that the dialogs listen for: forms.txt, read once."""

from __future__ import annotations

from functools import cache
from importlib import resources

from knowledge.questions import phrasebook


def says(heading: str, text: str) -> bool:
    """Whether lower-case text has any phrase under this heading of forms.txt."""
    return bool(_forms()[heading].find(text))


@cache
def _forms() -> dict[str, phrasebook.Phrases]:
    text = (resources.files(__package__) / "forms.txt").read_text(encoding="utf-8")
    return {heading: phrasebook.compiled(lines, {}) for heading, lines in phrasebook.sections(text).items()}
