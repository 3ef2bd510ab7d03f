"""The audit trail: what an entry says, in words, and that nothing but somebody's own words can ever leave it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, tzinfo
from typing import Any

import msgspec

from knowledge.progress.days import spell
from knowledge.progress.model import AuditEntry
from knowledge.store.protocol import Reading
from knowledge.store.shelves import AUDIT

REDACTED = "[redacted]"
NOTHING = "nothing"

# What somebody wrote, in whatever it was kept, and a manager may take out.
WORDS = frozenset({"narrative", "next_step", "evidence", "reason", "remark", "question", "gist", "answer", "means"})
# What a glossary entry explains, and is kept under.
EXPLAINED = frozenset({"said", "key"})
# What every value has and the entry says anyway, or what only the store needs.
_UNSAID = frozenset({"id", "key", "programme", "ref", "by", "by_name", "at"})
# What the trail is about besides the documents and their recommendations.
_OTHERS = frozenset({"people", "question", "glossary", "lead", "summary"})
_NOUNS = frozenset({"recommendation", "recommendations", "rec", "recs", "number", "no."})
_SEPARATORS = re.compile(r"[\s/,#]+")


def only_redacted(kept: AuditEntry, entry: AuditEntry) -> bool:
    """Whether an entry says what the kept one says, less what people wrote; of the glossary, that explains words."""
    explains = kept.subject.startswith("glossary/")
    words = WORDS | EXPLAINED if explains else WORDS
    if replace(entry, before=kept.before, after=kept.after, subject=kept.subject) != kept:
        return False
    if entry.subject != kept.subject and not (explains and _only_lost(kept.subject, entry.subject)):
        return False
    return _lost_words(kept.before, entry.before, words) and _lost_words(kept.after, entry.after, words)


def _lost_words(kept: Mapping[str, Any] | None, now: Mapping[str, Any] | None, words: frozenset[str]) -> bool:
    if kept is None or now is None:
        return kept is now
    changed = {name for name in {*kept, *now} if kept.get(name) != now.get(name)}
    return changed <= words and all(_is_redacted(kept.get(name), now.get(name)) for name in changed)


def _is_redacted(kept: Any, now: Any) -> bool:
    """Whether a text, or each of several, lost words and nothing else."""
    if isinstance(kept, list) and isinstance(now, list):
        return len(kept) == len(now) and all(a == b or _is_redacted(a, b) for a, b in zip(kept, now, strict=True))
    return isinstance(kept, str) and isinstance(now, str) and _only_lost(kept, now)


def _only_lost(kept: str, now: str) -> bool:
    """Whether a text is the kept one, but for passages that were taken out of it."""
    first, *others = now.split(REDACTED)
    if not others or not kept.startswith(first):
        return False
    at = len(first)
    for part in others[:-1]:
        if (found := kept.find(part, at)) < 0:
            return False
        at = found + len(part)
    return kept.endswith(others[-1]) and at + len(others[-1]) <= len(kept)


def newest_first(
    reading: Reading, since: datetime | None = None, subject: str = "", person: str = ""
) -> Iterator[AuditEntry]:
    """The trail from its end, back to a moment; of one subject (or of all within: "munro"), of or about a person."""
    for entry in reading.backwards(AUDIT):
        if since and entry.at < since:
            return
        if (not subject or _within(entry.subject, subject)) and (not person or concerns(entry, person)):
            yield entry


def differences(entry: AuditEntry, zone: tzinfo = UTC) -> Iterator[tuple[str, str, str]]:
    """What is different after an entry: the field in words, what it was, what it is."""
    return _compared(entry.before or {}, entry.after or {}, zone)


def compared(was: Any, now: Any) -> Iterator[tuple[str, str, str]]:
    """The same of two values."""
    return _compared(msgspec.to_builtins(was), msgspec.to_builtins(now), UTC)


def about(entry: AuditEntry) -> str:
    """What an entry is about: "Recommendation 10 of munro", "question 3"; a person by name and address."""
    kind, _, which = entry.subject.partition("/")
    if kind == "people":
        return _person(entry)
    if not which or kind in _OTHERS:
        return entry.subject.replace("/", " ", 1)
    return f"Recommendation {which} of {kind}"


def _person(entry: AuditEntry) -> str:
    known = entry.after or entry.before or {}
    name, email = str(known.get("name") or ""), str(known.get("email") or "")
    if not (name or email):
        return entry.subject
    return f"{name} ({email})" if name and email else name or email


def concerns(entry: AuditEntry, person: str) -> bool:
    """Whether a text is in the name or key of who did it, or of the person it was done to."""
    done_to = (about(entry), entry.subject) if entry.subject.startswith("people/") else ()
    return any(person.casefold() in name.casefold() for name in (entry.by_name, entry.by, *done_to))


def _within(subject: str, asked: str) -> bool:
    """Whether a subject is what is asked for, or a part of it; a recommendation's reference alone will do."""
    sought, parts = _parts(asked), _parts(subject)
    if len(sought) == 1 and len(parts) == 2 and parts[0] not in _OTHERS:
        return sought[0] in parts
    return parts[: len(sought)] == sought


def _parts(subject: str) -> list[str]:
    """ "munro/10", "Munro, recommendation 10" and "munro rec 10" alike."""
    return [part for part in _SEPARATORS.split(subject.casefold()) if part and part not in _NOUNS]


def _compared(before: Mapping[str, Any], after: Mapping[str, Any], zone: tzinfo) -> Iterator[tuple[str, str, str]]:
    for name in dict.fromkeys((*before, *after)):
        was, now = (_said(_ordered(name, values.get(name)), zone) for values in (before, after))
        if name not in _UNSAID and was != now:
            yield name.replace("_", " "), was, now


def _said(value: Any, zone: tzinfo) -> str:
    """A value of a record, in words."""
    match value:
        case None | "" | []:
            return NOTHING
        case bool():
            return "yes" if value else "no"
        case list() | tuple():
            return "; ".join(_said(one, zone) for one in value)
        case dict():
            return "; ".join(f"{name}: {_said(inner, zone)}" for name, inner in value.items()) or NOTHING
        case _:
            return _day(str(value), zone)


def _ordered(name: str, value: Any) -> Any:
    """Roles come in any order."""
    return sorted(value) if name == "roles" and value else value


def _day(text: str, zone: tzinfo) -> str:
    """A date or a moment as people write it, any other text as it is."""
    try:
        if len(text) == len("2026-11-23"):
            return spell(date.fromisoformat(text))
        return spelt(datetime.fromisoformat(text).astimezone(zone)) if "T" in text else text
    except (ValueError, OverflowError):
        return text


def spelt(moment: datetime) -> str:
    """ "23 November 2026, 09:30:05"."""
    return f"{spell(moment.date())}, {moment:%H:%M:%S}"
