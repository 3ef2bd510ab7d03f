"""Takes redacted words out of what conversations still hold: forms under way, and what couldn't be said yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from knowledge.progress.acts.changes import Change
from knowledge.progress.standings.records import Records
from knowledge.store.conversation import Conversation
from knowledge.store.shelves import CONVERSATIONS

UNSAYABLE = "What I had to say here held words that have been redacted since."
# Shorter texts ("ok") are in too much that has nothing to do with them.
TELLING = 8


def forgotten(words: Sequence[str], records: Records) -> tuple[Change, ...]:
    """Each conversation that holds some of the words, without them: the form that does is dropped."""
    telling = [text for text in words if len(text) >= TELLING]
    found = {kept.key: kept for text in telling for kept in records.conversations_holding(text)}
    after = ((kept, _without(telling, kept)) for kept in found.values())
    return tuple(Change(CONVERSATIONS, now) for kept, now in after if now != kept)


def _without(words: Sequence[str], kept: Conversation) -> Conversation:
    return replace(
        kept,
        drafts={key: draft for key, draft in kept.drafts.items() if not _holds(draft, words)},
        memory={key: value for key, value in kept.memory.items() if not _holds(value, words)},
        unsent={key: tuple(_sayable(text, words) for text in texts) for key, texts in kept.unsent.items()},
    )


def _sayable(text: str, words: Sequence[str]) -> str:
    return UNSAYABLE if _holds(text, words) else text


def _holds(value: Any, words: Sequence[str]) -> bool:
    """Whether any text in a JSON value has any of the words, with or without the marks that escape Markdown."""
    return any(one in text or one in text.replace("\\", "") for text in _texts(value) for one in words)


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
