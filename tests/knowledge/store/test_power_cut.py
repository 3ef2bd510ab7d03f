"""The power is cut after every system call, and whatever the disk may hold then, nothing acknowledged is lost."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Coroutine, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from knowledge.errors import KnowledgeError, NotKept, StoreMissing
from knowledge.store import Conversation, TinyStore, Transaction
from knowledge.store.files.opening import open_files
from knowledge.store.files.recovery import Found, look
from knowledge.store.shelves import AUDIT, CONVERSATIONS, UPDATES
from knowledge.store.tiny.transaction import Reading
from tests.builders import an_audit_entry, an_update
from tests.knowledge.store.power import ROOT, Call, Durable, Files, Power, cuts
from tests.knowledge.store.standin import WAYS

STORE = Path("/data/store")
OUTCOMES = int(os.environ.get("FAULTS", "1")) * 4  # kinds of debris tried after each call; `make faults` tries more
SECOND = 8  # after every how manyeth cut the power goes again
SEED = int(os.environ.get("FAULTS_SEED", "1"))


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Thousands of starts after a cut, each with its warning."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


Scenario = Callable[[Power], Coroutine[None, None, None]]


def step(number: int, words: int = 3) -> Callable[[Transaction], None]:
    """The n-th transaction: an update, its audit entry and what the conversation remembers."""

    def work(transaction: Transaction) -> None:
        transaction.append(UPDATES, an_update(id=f"{number}", narrative="word " * words))
        transaction.append(AUDIT, an_audit_entry(id=f"{number}"))
        transaction.put(CONVERSATIONS, Conversation("chat", {"n": number}))

    return work


async def take(disk: Power, store: TinyStore, number: int, words: int = 3) -> None:
    await store.transact(step(number, words))
    disk.mark("kept", number)


async def a_life(disk: Power) -> None:
    """Made, written to, full, rotated in vain, rotated, written to meanwhile, tidied, closed, opened, written to."""
    store = TinyStore.create(STORE, disk)
    disk.mark("made")
    await take(disk, store, 1)
    await take(disk, store, 2)
    disk.room = 1400  # more than the next record takes, so that what is left of this one would show
    with pytest.raises(NotKept):
        await store.transact(step(3, words=300))
    disk.room = None
    await take(disk, store, 3)
    await asyncio.gather(*(take(disk, store, number) for number in range(4, 7)))
    await a_checkpoint(disk, store, 7, tight={"journal.2": 40})
    await take(disk, store, 8)
    await a_checkpoint(disk, store, 9, tight={"snapshot.json.new": 1000})
    await a_checkpoint(disk, store, 10)
    await asyncio.gather(store.tidy(), take(disk, store, 13))
    await take(disk, store, 14)
    await store.close()
    store = TinyStore.open(STORE, disk)
    await take(disk, store, 15)
    await store.close()


async def a_checkpoint(disk: Power, store: TinyStore, number: int, tight: dict[str, int] | None = None) -> None:
    """A record after which a checkpoint is due, and where there is room for that, two more beside it."""
    disk.tight = tight or {}
    assert store._keeper
    store._keeper._snapshot_size = store._keeper._postponed = 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("knowledge.store.files.keeper.SMALL", 0)
        await take(disk, store, number)
    if not tight:
        await asyncio.gather(take(disk, store, number + 1), take(disk, store, number + 2))
    await store._committer.drained()
    disk.tight = {}


async def after_a_cut(disk: Power) -> None:
    """Opened with an unfinished record at the end, and written to: a shorter one."""
    store = TinyStore.open(STORE, disk)
    await take(disk, store, 3, words=1)
    await take(disk, store, 4)
    await store.close()


async def an_upgrade(disk: Power) -> None:
    """A store of the first format, opened and written to."""
    store = TinyStore.open(STORE, disk)
    await take(disk, store, 1)
    await store.close()


def killed(last_call: int, deaf: frozenset[str] = frozenset()) -> Power:
    """A disk, still switched on, whose process was killed in the middle of a life."""
    disk = Power({}, deaf)
    disk.last_call = last_call
    with suppress(BaseException):  # whatever its end is like
        asyncio.run(a_life(disk))
    return disk.outlived()


async def another_life(disk: Power) -> None:
    """The store is opened again, or made, and whoever reads it may rely on what they see."""
    try:
        store = TinyStore.open(STORE, disk)
    except StoreMissing:
        store = TinyStore.create(STORE, disk)
    disk.mark("made")
    seen = (await store.conversation("chat")).memory.get("n", 0)
    disk.mark("kept", seen)
    await take(disk, store, seen + 1)
    await store.close()


def files_of(disk: Power) -> dict[Path, bytes | None]:
    """What a disk holds when it is switched off in good order."""
    durable = Durable(dict(disk._names), {node: bytes(content) for node, content in enumerate(disk._nodes)})
    return next(durable.outcomes(Random(0), 0))


def two_records(deaf: frozenset[str] = frozenset()) -> Power:
    """A store with two records in its journal, as a killed process leaves it."""

    async def live(disk: Power) -> None:
        store = TinyStore.create(STORE, disk)
        await take(disk, store, 1)
        await take(disk, store, 2)
        assert store._keeper
        store._keeper.close()
        await store._committer.stop()

    disk = Power({ROOT / "data": None})
    asyncio.run(live(disk))
    return Power(files_of(disk), deaf)


def torn(deaf: frozenset[str] = frozenset()) -> Power:
    """The same with the greater part of a long third record."""
    disk = two_records()
    journal = STORE / "journal.1"
    tail = b'01234567 4000 {"seq":3,"tables":{"updates":{"3":{"id":"3","narrative":"' + b"word " * 600
    return Power(files_of(disk) | {journal: disk.read(journal) + tail}, deaf)


def headless(deaf: frozenset[str] = frozenset()) -> Power:
    """The same with the journal of a rotation that was cut."""
    disk = two_records()
    return Power(files_of(disk) | {STORE / "journal.2": b'01234567 80 {"form'}, deaf)


OLD = b'{"_meta": {"1": {"format": 1}}, "conversations": {"1": {"key": "old", "memory": {}, "answered": []}}}'


def old(deaf: frozenset[str] = frozenset()) -> Power:
    """A store of the first format."""
    return Power({ROOT / "data": None, STORE: None, STORE / "snapshot.json": OLD}, deaf)


def new(deaf: frozenset[str] = frozenset()) -> Power:
    """Nothing yet."""
    return Power({}, deaf)


LIVES: dict[str, tuple[Callable[[frozenset[str]], Power], Scenario]] = {
    "a life": (new, a_life),
    "after a cut": (torn, after_a_cut),
    "after a cut rotation": (headless, after_a_cut),
    "an upgrade": (old, an_upgrade),
}


def check(calls: list[Call], files: Files, deaf: frozenset[str]) -> Power | None:
    """Open what a cut left: everything acknowledged is there, and nothing by halves. None where nothing was made."""
    kept = max((call[2] for call in calls if call[:2] == ("mark", "kept")), default=0)
    disk = Power(files, deaf)
    try:
        found = look(disk, STORE)
    except StoreMissing:
        assert ("mark", "made") not in calls
        assert not kept
        assert STORE / "snapshot.json" not in files
        return None
    assert_whole(found, kept)
    open_files(disk, STORE)
    assert_whole(look(Power(files_of(disk)), STORE), kept)
    return disk


def assert_whole(found: Found, kept: int) -> None:
    reading = Reading(found.kept)
    remembered = reading.get(CONVERSATIONS, "chat")
    there = remembered.memory["n"] if remembered else 0
    assert there >= kept, f"{kept} acknowledged, {there} there"
    numbers = [str(number) for number in range(1, there + 1)]
    assert [update.id for update in reading.all(UPDATES)] == numbers
    assert [entry.id for entry in reading.all(AUDIT)] == numbers


def assert_nothing_dropped(before: Files, after: Files) -> None:
    """What a start takes off is in a copy first."""
    if before.get(STORE / "snapshot.json") == OLD:
        assert OLD in after.values()
    if STORE / "snapshot.json" in before:
        unfinished = look(Power(before), STORE).torn
        if unfinished and unfinished.tail and look(Power(after), STORE).torn != unfinished:
            assert unfinished.tail in [content for path, content in after.items() if path.name.startswith("torn.")]


def check_second_cut(calls: list[Call], disk: Power, random: Random) -> None:
    """The power goes again while the first cut is being tidied up."""
    for _, files in cuts(disk, random, 2):
        check(calls, files, frozenset())
        assert_nothing_dropped(disk.start, files)


def run(name: str, outcomes: int, deaf: frozenset[str] = frozenset()) -> None:
    """One life, with every cut."""
    make, live = LIVES[name]
    disk, random = make(deaf), Random(SEED)
    asyncio.run(live(disk))
    before = [("mark", "kept", 2)] if live is after_a_cut else []
    for number, (calls, files) in enumerate(cuts(disk, random, outcomes)):
        assert_nothing_dropped(disk.start, files)
        opened = check(before + calls, files, deaf)
        if opened and number % SECOND == 0 and not deaf:
            check_second_cut(before + calls, opened, random)


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who syncs the journal."""
    monkeypatch.setattr(Power, "way", request.param)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("name", LIVES)
def test_nothing_acknowledged_is_lost_wherever_the_power_is_cut(name: str) -> None:
    run(name, OUTCOMES if Power.way == WAYS[0] else OUTCOMES // 4)


def run_after_kill(last_call: int, deaf: frozenset[str] = frozenset()) -> Power:
    """A life that ends by a kill, another one after it, and then every cut in that one."""
    disk = killed(last_call, deaf)
    before = len(disk.calls)
    asyncio.run(another_life(disk))
    for calls, files in cuts(disk, Random(SEED), OUTCOMES, before):
        check(calls, files, deaf)
    return disk


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("last_call", range(1, 125, 1 if OUTCOMES > 4 else 12))
def test_nothing_seen_after_a_kill_is_lost_to_a_cut(last_call: int) -> None:
    """What a killed process wrote may be on its way to the disk still when the next one reads it."""
    run_after_kill(last_call)


def sites() -> dict[str, list[str]]:
    """Every sync that the store makes, with the lives that make it, the short ones first."""
    found: dict[str, list[str]] = {}
    for name in reversed(LIVES):
        make, live = LIVES[name]
        disk = make(frozenset())
        asyncio.run(live(disk))
        for site in disk.sites:
            found.setdefault(site, []).append(name)
    for site in {site for last_call in (40, 80) for site in run_after_kill(last_call).sites}:
        found.setdefault(site, [])
    return found


@pytest.mark.parametrize("way", WAYS if OUTCOMES > 4 else WAYS[:1], indirect=True)
@pytest.mark.usefixtures("way")
def test_each_sync_is_needed() -> None:
    """Without any one of them some cut loses something: so the cuts above would notice if one were forgotten."""
    found = sites()

    unneeded = [
        site
        for site, names in found.items()
        if not any(fails(name, site) for name in names) and not fails_after_kill(site)
    ]

    assert unneeded == []
    assert len(found) >= 12


def fails(name: str, site: str) -> bool:
    try:
        run(name, 12, deaf=frozenset({site}))
    except (AssertionError, KnowledgeError):
        return True
    return False


def fails_after_kill(site: str) -> bool:
    try:
        for last_call in range(1, 125):
            run_after_kill(last_call, frozenset({site}))
    except (AssertionError, KnowledgeError):
        return True
    return False


def test_the_disk_of_these_tests_loses_what_is_not_synced() -> None:
    """Else they would prove nothing."""
    disk = Power({})
    file = disk.create(ROOT / "a")
    disk.write(file, b"1" * 2000)
    outcomes = {repr(files) for _, files in cuts(disk, Random(1), 200)}

    assert "{}" in outcomes
    assert len(outcomes) > 20
