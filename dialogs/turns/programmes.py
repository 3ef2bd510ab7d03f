"""Works out which programme a message is about, and asks where nobody can know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from dialogs import cards
from dialogs.turns.turn import Memory, Reply
from dialogs.words import phrases
from knowledge.library import Knowledge
from knowledge.questions.index import Index

WHICH_REVIEW = "I hold several reviews. Which one do you mean: {names}?"

# What may stand beside a programme's name in an answer to the question above.
_BESIDE = frozenset("the a one i mean meant it is it's review programme document please in for about this that".split())


def chosen(text: str, memory: Memory, knowledge: Knowledge) -> Index | None:
    """The programme that is meant: the only one, the one named, or the one last spoken of."""
    if len(knowledge.indexes) == 1:
        return knowledge.indexes[0]
    found = named(text, knowledge)
    spoken_of = [i for i in knowledge.indexes if i.programme.name == memory.programme]
    return next(iter([*found, *spoken_of]), None) if len(found) < 2 else None


def named(text: str, knowledge: Knowledge) -> tuple[Index, ...]:
    """Every programme that a text names."""
    return tuple(index for index in knowledge.indexes if _names(text, index))


def which(text: str, memory: Memory, knowledge: Knowledge) -> tuple[Reply, Memory]:
    """A question back; what was asked is kept, to be answered once a programme is named."""
    names = [i.programme.name for i in knowledge.indexes]
    asked = WHICH_REVIEW.format(names=phrases.joined(map(phrases.escaped, names), "or"))
    return Reply(asked, cards.questions("Which review?", names)), replace(memory, pending={"question": text})


def resumed(text: str, memory: Memory, index: Index) -> str:
    """The question that waited for a programme, where a message only names one; else the message itself."""
    waiting = memory.pending.get("question", "")
    return waiting if waiting and _names(text, index) and not _besides(text, index) else text


def turned_to(index: Index, memory: Memory) -> Memory:
    """The memory for a programme: numbers of another one mean nothing here, nor do those that are gone."""
    name = index.programme.name
    if memory.programme == name and "question" not in memory.pending and _all_known(memory, index):
        return memory
    if memory.programme not in {"", name}:
        return Memory(name)
    trail = tuple(kept for refs in memory.trail if (kept := _known(refs, index)))
    pending = {key: kept for key, kept in memory.pending.items() if key != "question"}
    return Memory(name, _known(memory.refs, index), trail, memory.fields, memory.person, pending)


def _names(text: str, index: Index) -> bool:
    return index.programme.name.casefold() in text.casefold() and bool(_name(index).search(text))


def _name(index: Index) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(index.programme.name)}(?!\w)", re.IGNORECASE)


def _besides(text: str, index: Index) -> Sequence[str]:
    """The words of a message that say more than which programme."""
    return [w for w in re.findall(r"[\w']+", _name(index).sub(" ", text).lower()) if w not in _BESIDE]


def _all_known(memory: Memory, index: Index) -> bool:
    return index.by_ref.keys() >= {*memory.refs, *chain.from_iterable(memory.trail)}


def _known(refs: Sequence[str], index: Index) -> tuple[str, ...]:
    return tuple(ref for ref in refs if ref in index.by_ref)
