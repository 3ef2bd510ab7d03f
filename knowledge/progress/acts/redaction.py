"""Takes somebody's words out of all that is kept, for good; that they were there, and who took them out, stays."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Any, TypeAlias

from knowledge.progress.acts import explained
from knowledge.progress.acts.changes import Change, Occasion, noted
from knowledge.progress.acts.forgetting import TELLING, forgotten
from knowledge.progress.acts.passages import finder, telling, without
from knowledge.progress.acts.trail import REDACTED, WORDS
from knowledge.progress.model import Assignment, AuditEntry, Extension, Target, Term, Unanswered, Update
from knowledge.progress.standings.records import Records
from knowledge.store.shelves import ASSIGNMENTS, AUDIT, EXTENSIONS, TARGETS, TERMS, UNANSWERED, UPDATES, Shelf

Worded: TypeAlias = Update | Target | Extension | Assignment | Unanswered | Term

# Everything that holds words of people, with what the trail calls it.
SHELVES: tuple[tuple[Shelf[Any], str], ...] = (
    (UPDATES, "update"),
    (TARGETS, "target"),
    (EXTENSIONS, "extension"),
    (ASSIGNMENTS, "assignment"),
    (UNANSWERED, "question"),
    (TERMS, "glossary entry"),
)
# What is kept of one recommendation, and may repeat what was said of it elsewhere.
_OF_RECOMMENDATIONS: tuple[Shelf[Any], ...] = (UPDATES, TARGETS, EXTENSIONS, ASSIGNMENTS)
# Turns under way at once may be kept in another order than they began in.
_ABOUT = timedelta(seconds=30)


def words_of(value: Worded, names: Sequence[str] = ()) -> tuple[str, ...]:
    """What somebody wrote in it and nobody has taken out, each text for itself; only in the fields `names`, if any."""
    texts = (getattr(value, one.name) for one in fields(value) if one.name in WORDS and one.name in (names or WORDS))
    each = (one for text in texts for one in ([text] if isinstance(text, str) else text))
    return tuple(text for text in each if text and text != REDACTED)


def redacted(value: Worded, records: Records, occasion: Occasion, names: Sequence[str] = ()) -> tuple[Change, ...]:
    """Take the words (only those in the fields `names`, if any) out of a value and out of whatever repeats them.

    That is: what else says the same of its recommendation, what its author said of others in the same breath, any
    text that has a long one of them within it, the trail of all these, and what conversations still hold. Words too
    short to tell go out of the value and its trail.
    """
    words = words_of(value, names)
    after = _after(value, words, records, occasion)
    find = finder(filter(telling, words))
    subjects, known = set(map(subject_of, after.values())), _renamed(after)
    trail = records.reading.all(AUDIT) if find else [entry for one in sorted(subjects) for entry in records.trail(one)]
    entries = []
    for entry in trail:
        now = _scrubbed(entry, words, _key(value)) if entry.subject in subjects else entry
        now = _cut_entry(now, find, known) if find else now
        entries += [Change(AUDIT, now)] if now != entry else []
    return (*_changes(after, entries, occasion), *forgotten(words, records))


def repeated(value: Worded, records: Records, occasion: Occasion, names: Sequence[str] = ()) -> tuple[Worded, ...]:
    """What else would lose words with it, as it is now."""
    after = _after(value, words_of(value, names), records, occasion)
    return tuple(one for one in everything(records) if _id(one) in after.keys() - {_id(value)})


def cut(passage: str, records: Records, occasion: Occasion) -> tuple[Change, ...]:
    """Take a passage out of every text that is kept, the trail, and what conversations still hold."""
    find = finder((passage,))
    if find is None:
        return ()
    after = {_id(one): _cut(one, find, occasion.at) for one in holding(passage, records)}
    every, known = records.reading.all(AUDIT), _renamed(after)
    entries = [Change(AUDIT, now) for entry in every if (now := _cut_entry(entry, find, known)) != entry]
    return (*_changes(after, entries, occasion), *forgotten((passage,), records, find))


def holding(passage: str, records: Records) -> tuple[Worded, ...]:
    """Whatever has a passage in any of its texts."""
    find = finder((passage,))
    return tuple(one for one in everything(records) if find and _cut(one, find) != one)


def everything(records: Records) -> Iterator[Worded]:
    """Everything that holds words of people, oldest first of each kind."""
    for shelf, _ in SHELVES:
        yield from records.reading.all(shelf)


def _after(value: Worded, words: Sequence[str], records: Records, occasion: Occasion) -> dict[tuple[str, str], Worded]:
    """The value and all that repeats it, as they are without the words, by what they are now."""
    telling_alone = [text for text in words if len(text) >= TELLING]
    after = {_id(value): _without(value, words, occasion)}
    after |= {_id(one): _without(one, telling_alone, occasion) for one in _repeating(value, telling_alone, records)}
    if find := finder(filter(telling, words)):
        for one in everything(records):
            now = after.get(_id(one), one)
            if (less := _cut(now, find, occasion.at)) != now:
                after[_id(one)] = less
    return after


def _changes(
    after: Mapping[tuple[str, str], Worded], entries: Sequence[Change], occasion: Occasion
) -> tuple[Change, ...]:
    facts = [noted(occasion, f"{_kept(one)[1]} redacted", subject_of(one), after=one) for one in after.values()]
    kept = (Change(_kept(one)[0], one, key if key != _key(one) else "") for (_, key), one in after.items())
    return (*kept, *entries, *facts)


def _renamed(after: Mapping[tuple[str, str], Worded]) -> set[str]:
    """What the trail named the glossary entries by that lose the very words they explain."""
    return {explained.subject(key) for (_, key), one in after.items() if isinstance(one, Term) and key != one.key}


def _id(value: Worded) -> tuple[str, str]:
    return _kept(value)[1], _key(value)


def _cut(value: Worded, find: re.Pattern[str], at: datetime | None = None) -> Worded:
    """A value without the passages; what tells its question apart from others goes with any of them."""
    texts = {one.name: without(getattr(value, one.name), find) for one in fields(value) if one.name in WORDS}
    after = replace(value, **texts)
    if isinstance(after, Term) and explained.holds(after, find):
        return explained.without(after, find, at)
    if isinstance(after, Unanswered) and isinstance(value, Unanswered) and after.question != value.question:
        return replace(after, gist=REDACTED)
    return after


def _cut_entry(entry: AuditEntry, find: re.Pattern[str], known: Collection[str] = ()) -> AuditEntry:
    """An entry without the passages; `known` are glossary entries whose very words have them."""
    sides = {side: _cut_side(getattr(entry, side), find) for side in ("before", "after")}
    now = replace(entry, **sides)
    return explained.entry_without(now, find) if entry.subject in known else now


def _cut_side(side: Any, find: re.Pattern[str]) -> Any:
    if side is None:
        return None
    now = {name: without(value, find) if name in WORDS else value for name, value in side.items()}
    return now | {"gist": REDACTED} if "gist" in now and now.get("question") != side.get("question") else now


def subject_of(value: Worded) -> str:
    """What the trail names it by."""
    match value:
        case Unanswered():
            return f"question/{value.id}"
        case Term():
            return explained.subject(value.key)
        case _:
            return f"{value.programme}/{value.ref}"


def _kept(value: Worded) -> tuple[Shelf[Any], str]:
    return next((shelf, name) for shelf, name in SHELVES if isinstance(value, shelf.kind))


def _key(value: Worded) -> str:
    return str(getattr(value, _kept(value)[0].key))


def _repeating(value: Worded, words: Sequence[str], records: Records) -> Iterator[Worded]:
    """Whatever else says the same."""
    if isinstance(value, Unanswered | Term):
        return
    for shelf in _OF_RECOMMENDATIONS:
        same = records.reading.find(shelf, programme=value.programme, ref=value.ref)
        for one in {one.id: one for one in (*same, *_in_one_breath(shelf, value, records))}.values():
            if one.id != value.id and {*words} & {*words_of(one)}:
                yield one


def _in_one_breath(shelf: Shelf[Any], value: Update | Target | Extension | Assignment, records: Records) -> list[Any]:
    """What was kept together with it: an order may be about several recommendations."""
    found = records.reading.backwards(shelf, before=records.reading.since(shelf, value.at + _ABOUT))
    about_then = takewhile(lambda one: one.at > value.at - _ABOUT, found)
    return [one for one in about_then if (one.at, one.by) == (value.at, value.by)]


def _without(value: Worded, words: Sequence[str], occasion: Occasion) -> Worded:
    texts = {one.name: _blank(getattr(value, one.name), words) for one in fields(value) if one.name in WORDS}
    return replace(value, **texts, redacted=occasion.at)


def _scrubbed(entry: AuditEntry, words: Sequence[str], key: str) -> AuditEntry:
    """An entry without the words; what happened, when and by whom stays."""
    sides = {side: _scrubbed_side(getattr(entry, side), words, key) for side in ("before", "after")}
    return replace(entry, **sides)


def _scrubbed_side(side: Any, words: Sequence[str], key: str) -> Any:
    if side is None:
        return None
    meant = words if key in (side.get("id"), side.get("key")) else [text for text in words if len(text) >= TELLING]
    return {name: _blank(value, meant) if name in WORDS else value for name, value in side.items()}


def _blank(text: Any, words: Sequence[str]) -> Any:
    """A field without the words: a text, or several."""
    if isinstance(text, list | tuple):
        return type(text)(_blank(one, words) for one in text)
    return REDACTED if text in words else text
