"""Takes redacted words out of what conversations still hold: forms under way, and what couldn't be said yet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from knowledge.progress.acts.changes import Change
from knowledge.progress.standings.records import Records
from knowledge.store.conversation import Conversation
from knowledge.store.shelves import CONVERSATIONS

Holds: TypeAlias = Callable[[str], bool]

UNSAYABLE = "What I had to say here held words that have been redacted since."
# Shorter texts ("ok") are in too much that has nothing to do with them.
TELLING = 8


def forgotten(words: Sequence[str], records: Records, find: re.Pattern[str] | None = None) -> tuple[Change, ...]:
    """Each conversation that holds some of the words, without them: the form that does is dropped.

    `find` finds them as a passage that is looked for however short it is.
    """
    telling = [text for text in words if len(text) >= TELLING]

    def holds(text: str) -> bool:
        return any(one in text for one in telling) or bool(find and find.search(text))

    found = {kept.key: kept for text in (words if find else telling) for kept in records.conversations_holding(text)}
    after = ((kept, _without(holds, kept)) for kept in found.values())
    return tuple(Change(CONVERSATIONS, now) for kept, now in after if now != kept)


def _without(holds: Holds, kept: Conversation) -> Conversation:
    return replace(
        kept,
        drafts={key: draft for key, draft in kept.drafts.items() if not _any(draft, holds)},
        memory={key: value for key, value in kept.memory.items() if not _any(value, holds)},
        unsent={key: tuple(_sayable(text, holds) for text in texts) for key, texts in kept.unsent.items()},
    )


def _sayable(text: str, holds: Holds) -> str:
    return UNSAYABLE if _any(text, holds) else text


def _any(value: Any, holds: Holds) -> bool:
    """Whether any text in a JSON value has any of the words, with or without the marks that escape Markdown."""
    return any(holds(text) or holds(text.replace("\\", "")) for text in _texts(value))


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for inner in value.values():
                yield from _texts(inner)
        case list() | tuple():
            for inner in value:
                yield from _texts(inner)
