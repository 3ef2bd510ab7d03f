"""Works out which programme a message is about, and asks where nobody can know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from dialogs import cards
from dialogs.turns.turn import Memory, Message, Reply
from dialogs.words import phrases
from knowledge.library import Knowledge
from knowledge.questions.language import spelling
from knowledge.questions.searching.index import Index

WHICH_REVIEW = "I hold several reviews. Which one do you mean: {names}?"
WHICH_FIRST = "You name {names}, and I answer from one document at a time. Which one shall I take first?"
HELD = "I hold {many}:"
ONE_OF_THEM = "- {name}: “{title}” ({many})"
TURNED_TO = "From now on I take it that you mean {title}, with {many}. What would you like to know?"

# Words that hold a title together, and a sentence.
_LINKS = frozenset("the and for from with into that this are was all any not who what which when how why has".split())
# Words for what a document is, which tell none from another, and how many words of a name people care to type.
_KINDS = (
    frozenset(
        "response responses recommendation recommendations review reviews report reports document programme plan plans "
        "action inquiry phase module part gov government council city county borough committee final draft".split()
    )
    | _LINKS
)
_SHORT, _TYPED = 2, 3
_WORD = re.compile(r"[^\W\d_]{3,}")
# Behind a number, what begins a reason or a report; names in there are nobody's address.
_NUMBER = re.compile(r"\d")
_REASON = re.compile(r":|;|\n|\s[–—-]\s|\bbecause\b", re.IGNORECASE)
# Places in that list.
_PLACES = {"first": 0, "second": 1, "third": 2, "last": -1}
# Shorter words are the same without their "s".
_PLURAL = 4
_MANY = 256  # documents
# What may stand beside a programme's name in an answer to the question above.
_BESIDE = frozenset(
    "the a one i mean meant it is it's review programme document please in on of for about this that".split()
)


def addressed(message: Message, knowledge: Knowledge) -> Message:
    """The message without the words that only say which programme it is about ("10 of the Grenfell response").

    What it is about is kept beside it, so that orders and questions read as they do where there is only one.
    """
    found = named(message.text, knowledge) if len(knowledge.indexes) > 1 else ()
    if len(found) != 1:
        return message
    head, reason = _parted(message.text)
    head = _aside(found[0], knowledge.indexes).sub("", head)
    return replace(message, text=f"{head}{reason}", programme=found[0].programme.name)


def chosen(message: Message, memory: Memory, knowledge: Knowledge) -> Index | None:
    """The programme that is meant: the only one, the one named, or the one last spoken of."""
    if len(knowledge.indexes) == 1:
        return knowledge.indexes[0]
    said = [i for i in knowledge.indexes if i.programme.name == message.programme]
    found = said or named(message.text, knowledge)
    if not found and "question" in memory.pending:
        found = _answering(message.text, knowledge.indexes)
    spoken_of = [i for i in knowledge.indexes if i.programme.name == memory.programme]
    return next(iter([*found, *spoken_of]), None) if len(found) < 2 else None


def named(text: str, knowledge: Knowledge) -> tuple[Index, ...]:
    """Every programme that a text names, by its whole name or by a word that no other is called by.

    What somebody gives as a reason, or reports, names none.
    """
    head, _ = _parted(text)
    whole = _whole(head, knowledge.indexes)
    if whole or len(knowledge.indexes) < 2:
        return whole
    telling_of, words = _telling(knowledge.indexes), {*_letters(head)}
    return tuple(i for i in knowledge.indexes if not words.isdisjoint(telling_of[i.programme.name]))


def _whole(text: str, indexes: Sequence[Index]) -> tuple[Index, ...]:
    """Those whose whole name or title stands in a text, and not only within the longer one of another."""
    places = [(*m.span(), index) for index in indexes if _names(text, index) for m in _name(index).finditer(text)]
    named = [index for start, end, index in places if not any(_is_within((start, end), place[:2]) for place in places)]
    return tuple(index for index in indexes if index in named)


def _is_within(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one != other and other[0] <= one[0] and one[1] <= other[1]


def telling(index: Index, indexes: tuple[Index, ...]) -> frozenset[str]:
    """The lower-case words by which only this programme of several is called.

    An everyday word of a title ("care") is none where another programme says it anywhere.
    """
    return _telling(indexes)[index.programme.name]


@lru_cache(maxsize=4)
def _telling(indexes: tuple[Index, ...]) -> Mapping[str, frozenset[str]]:
    """The same of each, by its name; worked out for all at once, since each depends on all the others."""
    called = {index.programme.name: _called(index) - _KINDS for index in indexes}
    times = Counter(chain.from_iterable(called.values()))
    alone = {name: [word for word in words if times[word] == 1] for name, words in called.items()}
    everyday = {word for words in alone.values() for word in words if spelling.common(word)}
    said = {index.programme.name: everyday & _said(index) for index in indexes} if everyday else {}
    return {
        name: frozenset(w for w in words if not any(w in own for other, own in said.items() if other != name))
        for name, words in alone.items()
    }


def called(index: Index, indexes: tuple[Index, ...]) -> str:
    """What a programme is called among several, as short as it may be typed."""
    name = index.programme.name
    own = telling(index, indexes) if len(name.split()) > _TYPED else frozenset()
    return next((word for word in _letters(name) if word in own), name)


def held(knowledge: Knowledge) -> str:
    """The documents there are, each by what it is called, with its title and how much it holds."""
    many = phrases.counted(len(knowledge.indexes), "document")
    return f"{HELD.format(many=many)}\n\n{_list(knowledge.indexes)}"


def only_named(text: str, index: Index, knowledge: Knowledge) -> bool:
    """Whether a message says which of several documents is meant, and nothing else."""
    if len(knowledge.indexes) < 2 or index not in named(text, knowledge):
        return False
    return not _besides(text, index, telling(index, knowledge.indexes))


def turned(index: Index) -> str:
    """That a document is spoken of from now on."""
    many = phrases.counted(len(index.refs), "recommendation")
    return TURNED_TO.format(title=phrases.in_full(index.programme), many=many)


def which(text: str, memory: Memory, knowledge: Knowledge) -> tuple[Reply, Memory]:
    """A question back; what was asked is kept, to be answered once a programme is named."""
    names = [called(i, knowledge.indexes) for i in knowledge.indexes]
    asked = WHICH_REVIEW.format(names=phrases.joined(map(phrases.escaped, names), "or"))
    asked = f"{asked}\n\n{_list(knowledge.indexes)}"
    waiting = memory.pending.get("question") if _only_calls(text, knowledge.indexes) else None
    return Reply(asked, cards.questions("Which review?", names)), replace(memory, pending={"question": waiting or text})


def which_first(text: str, memory: Memory, knowledge: Knowledge) -> tuple[Reply, Memory] | None:
    """A question back where a message has the whole names of several documents; what was asked is kept."""
    whole = _whole(_parted(text)[0], knowledge.indexes)
    if len(whole) < 2:
        return None
    names = [called(i, knowledge.indexes) for i in whole]
    asked = WHICH_FIRST.format(names=phrases.joined(map(phrases.escaped, names)))
    return Reply(asked, cards.questions("Which review?", names)), replace(memory, pending={"question": text})


def resumed(text: str, memory: Memory, index: Index, knowledge: Knowledge) -> str:
    """The question that waited for a programme, where a message only names one; else the message itself."""
    waiting = memory.pending.get("question", "")
    if not waiting:
        return text
    own = telling(index, knowledge.indexes)
    names = _names(text, index) or not own.isdisjoint(_letters(text))
    answers = index in _answering(text, knowledge.indexes)
    return waiting if answers or (names and not _besides(text, index, own)) else text


def _answering(text: str, indexes: Sequence[Index]) -> tuple[Index, ...]:
    """The one that the answer to "which one?" means, by any words of its title or by its place in the list."""
    said = _calling(text)
    if len(said) == 1 and said[0] in _PLACES:
        return tuple(indexes[_PLACES[said[0]] :][:1])
    found = [index for index in indexes if said and _called(index).issuperset(map(_bare, said))]
    return tuple(found) if len(found) == 1 else ()


def _only_calls(text: str, indexes: Sequence[Index]) -> bool:
    """Whether a message has no words but those that documents are called by, and so is no question of its own."""
    return frozenset[str]().union(*map(_called, indexes)).issuperset(map(_bare, _calling(text)))


def _calling(text: str) -> list[str]:
    """The words of a message that may tell one document from another."""
    return [word for word in re.findall(r"[\w'-]+", text.lower()) if word not in _BESIDE | _KINDS]


def _list(indexes: tuple[Index, ...]) -> str:
    """A line for each document."""
    return "\n".join(
        ONE_OF_THEM.format(
            name=phrases.escaped(called(index, indexes)),
            title=phrases.escaped(index.programme.title or index.programme.source),
            many=phrases.counted(len(index.refs), "recommendation"),
        )
        for index in indexes
    )


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
    said = text.casefold()
    return any(name.casefold() in said for name in _whole_names(index)) and bool(_name(index).search(text))


@lru_cache(maxsize=_MANY)
def _name(index: Index) -> re.Pattern[str]:
    names = "|".join(map(re.escape, _whole_names(index)))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=_MANY)
def _whole_names(index: Index) -> tuple[str, ...]:
    """The name, and the title if it says more than what kind of document it is; the longer before the shorter."""
    programme = index.programme
    says = len(_letters(programme.title)) >= _SHORT and not _KINDS.issuperset(_letters(programme.title))
    return tuple(sorted({programme.name, *([programme.title] if says else [])}, key=len, reverse=True))


def _besides(text: str, index: Index, own: frozenset[str]) -> Sequence[str]:
    """The words of a message that say more than which programme."""
    said = re.findall(r"[\w']+", _name(index).sub(" ", text).lower())
    return [word for word in said if word not in _BESIDE | own | _KINDS]


@lru_cache(maxsize=_MANY)
def _aside(index: Index, indexes: tuple[Index, ...]) -> re.Pattern[str]:
    """The words that only say which programme is meant: behind a number, or before everything else."""
    names = "|".join(map(re.escape, sorted({*_whole_names(index), *telling(index, indexes)}, key=len, reverse=True)))
    more = "|".join(map(re.escape, sorted((_called(index) | _KINDS | {"one"}) - _LINKS, key=len, reverse=True)))
    whole = (
        rf"(?:the\s+|our\s+|professor\s+)*(?:{names})(?:['’]?s)?(?:\s+(?:(?:phase|module|part)\s+\d+|(?:{more})))*\b"
    )
    behind = rf"(?<=\d)\s*,?\s+(?:(?:of|in|from|for|on|under)\s+){whole}"
    before = rf"\A\s*(?:(?:in|for|on|from|about|of)\s+)?{whole}\s*[,:–—]\s*(?=\S)"
    return re.compile(rf"{behind}|{before}", re.IGNORECASE)


def _parted(text: str) -> tuple[str, str]:
    """A message up to where a reason or a report begins, and what that is."""
    number = _NUMBER.search(text)
    mark = _REASON.search(text, number.end()) if number else None
    return (text[: mark.start()], text[mark.start() :]) if mark else (text, "")


@lru_cache(maxsize=_MANY)
def _called(index: Index) -> frozenset[str]:
    """Every word of a document's name, title and reviewer, with and without the "s" of several."""
    programme = index.programme
    found = _letters(f"{programme.name} {programme.title} {programme.reviewer}")
    return frozenset((*found, *map(_bare, found)))


def _bare(word: str) -> str:
    return word[:-1] if len(word) > _PLURAL and word.endswith("s") and not word.endswith("ss") else word


def _said(index: Index) -> frozenset[str]:
    """Every word of a programme's recommendations."""
    recs = index.programme.recommendations
    return frozenset(_letters(" ".join(f"{r.text} {r.argument} {r.response} {r.timescale} {r.position}" for r in recs)))


def _letters(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _all_known(memory: Memory, index: Index) -> bool:
    return index.by_ref.keys() >= {*memory.refs, *chain.from_iterable(memory.trail)}


def _known(refs: Sequence[str], index: Index) -> tuple[str, ...]:
    return tuple(ref for ref in refs if ref in index.by_ref)
