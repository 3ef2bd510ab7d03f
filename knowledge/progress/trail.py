"""The audit trail: what an entry says, in words, and that nothing but an update's words can ever leave it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec

from knowledge.progress.model import AuditEntry

REDACTED = "[redacted]"
NOTHING = "nothing"

# What an officer wrote, and a manager may take out.
_WORDS = frozenset({"narrative", "next_step", "evidence"})
# What every value has and the entry says anyway, or what only the store needs.
_UNSAID = frozenset({"id", "key", "programme", "ref", "by", "by_name", "at"})


def only_redacted(kept: AuditEntry, entry: AuditEntry) -> bool:
    """Whether an entry says what the kept one says, less words of officers."""
    if replace(entry, before=kept.before, after=kept.after) != kept:
        return False
    return _lost_words(kept.before, entry.before) and _lost_words(kept.after, entry.after)


def _lost_words(kept: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> bool:
    if kept is None or now is None:
        return kept is now
    changed = {name for name in {*kept, *now} if kept.get(name) != now.get(name)}
    return changed <= _WORDS and all(_is_redacted(now.get(name)) for name in changed)


def _is_redacted(value: Any) -> bool:
    return value == REDACTED or (isinstance(value, list) and all(one == REDACTED for one in value))


def differences(entry: AuditEntry) -> Iterator[tuple[str, str, str]]:
    """What is different after an entry: the field in words, what it was, what it is."""
    return _compared(entry.before or {}, entry.after or {})


def compared(was: Any, now: Any) -> Iterator[tuple[str, str, str]]:
    """The same of two values."""
    return _compared(msgspec.to_builtins(was), msgspec.to_builtins(now))


def _compared(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for name in dict.fromkeys((*before, *after)):
        was, now = (said(_ordered(name, values.get(name))) for values in (before, after))
        if name not in _UNSAID and was != now:
            yield name.replace("_", " "), was, now


def said(value: Any) -> str:
    """A value of a record, in words."""
    match value:
        case None | "" | [] | ():
            return NOTHING
        case bool():
            return "yes" if value else "no"
        case list() | tuple():
            return "; ".join(map(said, value))
        case dict():
            return "; ".join(f"{name}: {said(inner)}" for name, inner in value.items())
        case _:
            return _day(str(value))


def _ordered(name: str, value: Any) -> Any:
    """Roles come in any order."""
    return sorted(value) if name == "roles" and value else value


def _day(text: str) -> str:
    """A date as people write it; a moment and any other text as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{day.day} {day:%B %Y}"


def about(entry: AuditEntry) -> str:
    """What an entry is about, by its name where it has one."""
    known = entry.after or entry.before or {}
    name, email = known.get("name"), known.get("email")
    if not entry.subject.startswith("people/") or not (name or email):
        return entry.subject
    return f"{name} ({email})" if name and email else str(name or email)


def concerns(entry: AuditEntry, person: str) -> bool:
    """Whether a text is in the name or key of who did it, or of the person it was done to."""
    names = (entry.by, entry.by_name, *(about(entry), entry.subject) * entry.subject.startswith("people/"))
    return any(person.casefold() in name.casefold() for name in names)
