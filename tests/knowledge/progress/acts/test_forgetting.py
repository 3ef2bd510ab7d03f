"""Redacted words leave what conversations still hold, and nothing else does."""

from collections.abc import Sequence

import pytest

from knowledge.progress.acts import forgetting
from knowledge.progress.acts.changes import Change
from knowledge.progress.acts.forgetting import UNSAYABLE
from knowledge.progress.acts.passages import finder
from knowledge.progress.standings.records import Blank, Records, Value
from knowledge.store import Conversation, Reading, TinyStore
from knowledge.store.shelves import Shelf

WORDS = ("the Example family *moved*",)


async def forgotten(words: Sequence[str], conversations: Sequence[Conversation]) -> tuple[Change, ...]:
    """What changes in a store that holds these."""
    store = TinyStore.in_memory()
    for one in conversations:
        await store.save_conversation(one)
    return await store.read(lambda reading: forgetting.forgotten(words, Records(reading)))


@pytest.mark.parametrize(
    ("held", "after"),
    [
        (
            Conversation("c", drafts={"sue": {"narrative": "today the Example family *moved* away"}, "mo": {"a": 1}}),
            Conversation("c", drafts={"mo": {"a": 1}}),
        ),
        (
            Conversation("c", memory={"refs": ["10"], "pending": {"question": f"update 10: {WORDS[0]}"}}),
            Conversation("c", memory={"refs": ["10"]}),
        ),
        (
            Conversation("c", unsent={"1": (r"“the Example family \*moved\*”", "other")}),
            Conversation("c", unsent={"1": (UNSAYABLE, "other")}),
        ),
        (
            Conversation("c", drafts={"sue": {"queue": [["8", f"amber – {WORDS[0]}"]]}}),
            Conversation("c"),
        ),
    ],
)
async def test_what_holds_the_words_is_dropped(held: Conversation, after: Conversation) -> None:
    (change,) = await forgotten(WORDS, [held])

    assert change.value == after


async def test_what_does_not_hold_them_is_left_alone() -> None:
    other = Conversation("c", memory={"refs": ["10"]}, drafts={"sue": {"narrative": "other words"}})

    assert await forgotten(WORDS, [other]) == ()


async def test_a_word_too_short_to_tell_takes_nothing_away() -> None:
    assert await forgotten(("ok",), [Conversation("c", unsent={"1": ("I looked it up",)})]) == ()


@pytest.mark.parametrize(
    "words", ["Łódź 2026", "Δέκα λέξεις", "“Zoë’s *own* case”", "line one\nline two", 'say "no" \\o/']
)
async def test_the_words_are_found_in_whatever_letters_they_are(words: str) -> None:
    held = Conversation("c", drafts={"sue": {"narrative": f"before {words} after"}})

    (change,) = await forgotten((words,), [held, Conversation("other")])

    assert change.value == Conversation("c")


async def test_a_passage_is_found_however_it_is_capitalised() -> None:
    held = Conversation("c", drafts={"sue": {"narrative": "seen KYLE\nsmith today"}})
    store = TinyStore.in_memory()
    await store.save_conversation(held)

    (change,) = await store.read(
        lambda reading: forgetting.forgotten(("Kyle Smith",), Records(reading), finder(("Kyle Smith",)))
    )

    assert change.value == Conversation("c")


class Sparing(Blank):
    """A reading that makes values of those conversations alone that are asked for by a piece of them."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self.made = reading, 0

    def all(self, shelf: Shelf[Value]) -> tuple[Value, ...]:
        raise AssertionError(f"all of {shelf.table} was read")

    def holding(self, shelf: Shelf[Value], piece: str) -> tuple[Value, ...]:
        found = self._reading.holding(shelf, piece)
        self.made += len(found)
        return found


async def test_of_conversations_that_do_not_hold_them_nothing_is_made() -> None:
    """With fifty thousand of them, that kept everybody waiting for seconds."""
    store = TinyStore.in_memory()
    for number in range(100):
        await store.save_conversation(Conversation(f"c{number}", memory={"refs": ["10"]}))
    await store.save_conversation(Conversation("c", memory={"pending": {"question": WORDS[0]}}))

    def work(reading: Reading) -> int:
        sparing = Sparing(reading)
        assert [change.value.key for change in forgetting.forgotten(WORDS, Records(sparing))] == ["c"]
        return sparing.made

    assert await store.read(work) == 1
