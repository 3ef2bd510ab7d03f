"""The safeguarding guard over whatever is typed and kept: what was seen is shown, and only a second yes keeps it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dialogs.turns.moment import Moment
from dialogs.turns.readable import LONGEST_TEXT, TOO_LONG, UNREADABLE, garbled
from dialogs.words import phrases
from knowledge.progress.acts.changes import Change, noted
from knowledge.progress.people.names import is_part
from knowledge.progress.safeguarding.personal import Seen, personal_data
from knowledge.progress.standings.leads import lead_names
from knowledge.store.shelves import AUDIT

PERSONAL = (
    "Before this is saved: it seems to hold personal data. I saw {seen}. Please reword it so that nobody can tell "
    "which child or family is meant: {how}. If it really must stay, say “save it anyway”; that will be noted in the "
    "audit trail."
)
JUST_TYPE = "just type the new wording, or say “take it out”"
ALL_AGAIN = "say “cancel”, and then all of it again in other words"
STILL = "I’m still waiting: please reword it, or say “save it anyway” or “cancel”."
WHY = (
    "That is how it looks to me: I saw {seen}, and I can’t know whose it is. If nobody can tell by it which child or "
    "family is meant, say “save it anyway”; that will be noted in the audit trail. “Take it out” has me leave it out; "
    "otherwise type the new wording, or say “cancel”."
)
WHOLE = (
    "Is “{words}” the whole new wording? Say “yes” to take it, or type all that is to be saved. “Take it out” has me "
    "leave out what I saw, {seen}."
)
KEPT = "personal data kept after a warning"
# What proposals name things by; people's addresses are what the directory is for, and no prose.
_NAMES = frozenset({"id", "key", "member", "email", "programme", "kind", "digest", "seen", "passage"})


def sightings(text: str, moment: Moment) -> tuple[Seen, ...]:
    """What looks like personal data in a text, where whoever leads something or is in the directory counts as staff."""
    return personal_data(text, lambda name: is_part(name, _staff(moment)))


def _staff(moment: Moment) -> Iterator[str]:
    yield from lead_names(moment.knowledge.programmes, moment.records)
    for member in moment.records.members():
        yield from (member.name, *member.leads)


def warned(seen: Sequence[Seen], how: str = JUST_TYPE) -> str:
    """What looks like personal data, in the very words, and what can be done about it."""
    return PERSONAL.format(seen=seen_in(seen), how=how)


def seen_in(seen: Sequence[Seen]) -> str:
    """Each sighting in its very words, with what it looks like."""
    return phrases.joined(dict.fromkeys(f"“{phrases.escaped(one.words)}” ({one.kind})" for one in seen))


def without_seen(text: str, seen: Sequence[Seen]) -> str:
    """A text with a word in brackets for each that was seen in it: "met [name] about the plan"."""
    for one in seen:
        text = text.replace(one.words, f"[{_called(one.kind)}]")
    return text


def left_of(text: str, seen: Sequence[Seen]) -> str:
    """A text without what was seen in it, and with nothing in its place."""
    for one in seen:
        text = text.replace(one.words, " ")
    return text


def _called(kind: str) -> str:
    """What looks like personal data, in a word: "number" for "an NHS number"."""
    return next((word for word in ("name", "number") if word in kind), kind.removeprefix("an ").removeprefix("a "))


def unfit(what: Mapping[str, Any]) -> str:
    """Why a text that a proposal would keep can't be taken, as a sentence; empty where all can."""
    every = list(_texts(list(what.values())))
    if any(map(garbled, every)):
        return UNREADABLE
    longest = max(every, key=len, default="")
    return TOO_LONG.format(length=len(longest), what="it", longest=LONGEST_TEXT) if len(longest) > LONGEST_TEXT else ""


def doubted(what: Mapping[str, Any], moment: Moment) -> tuple[Seen, ...]:
    """What looks like personal data in any text that a proposal would keep."""
    return tuple(seen for text in texts(what) for seen in sightings(text, moment))


def texts(what: Mapping[str, Any]) -> list[str]:
    """The texts that a proposal would keep, but for what it names things by."""
    return list(_texts([value for name, value in what.items() if name not in _NAMES]))


def says_anyway(moment: Moment) -> bool:
    """Whether a message wants it kept all the same."""
    return moment.says("anyway")


def with_note(moment: Moment, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes, and in the trail that somebody wanted their words kept all the same; nothing where none is made."""
    about = next((change.value.subject for change in changes if change.shelf is AUDIT), "")
    return (*changes, noted(moment.occasion, KEPT, about)) if changes else ()


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
