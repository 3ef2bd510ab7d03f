"""Takes a passage out of the very words that a glossary entry explains, which it is kept and known under as well."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from knowledge.progress.acts.trail import REDACTED
from knowledge.progress.model import AuditEntry, Term

_GLOSSARY = "glossary/"


def holds(term: Term, find: re.Pattern[str]) -> bool:
    """Whether the words that it explains have a passage, or their plain form that it is kept under."""
    return any(find.search(text) for text in (term.said, term.key))


def without(term: Term, find: re.Pattern[str], at: datetime | None) -> Term:
    """The entry without it, which explains nothing any more; its key is one that no other has."""
    key = f"{REDACTED} {term.at.isoformat()}"
    return replace(term, key=key, said=_less(term.said, find), ended=term.ended or at or term.at, redacted=at)


def subject(key: str) -> str:
    """What the trail names an entry by; all those whose words are gone, alike."""
    return f"{_GLOSSARY}{REDACTED if key.startswith(REDACTED) else key}"


def entry_without(entry: AuditEntry, find: re.Pattern[str]) -> AuditEntry:
    """What the trail says of such an entry, without the words."""
    return replace(entry, subject=subject(REDACTED), before=_side(entry.before, find), after=_side(entry.after, find))


def _side(side: Mapping[str, Any] | None, find: re.Pattern[str]) -> dict[str, Any] | None:
    return None if side is None else {**side, "key": REDACTED, "said": _less(str(side.get("said", "")), find)}


def _less(said: str, find: re.Pattern[str]) -> str:
    """The words without the passage; none at all where it only stands in their plain form."""
    less = find.sub(REDACTED, said)
    return less if less != said else REDACTED
