"""What every store does: the fixture `store` stands for each of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import AlreadyKept, StoreHalted
from knowledge.model import Field, Programme
from knowledge.progress.model import (
    Assignment,
    Delegation,
    Delivery,
    Extension,
    Member,
    Pause,
    Reminder,
    Role,
    State,
    Subscription,
    Target,
    Term,
    TermKind,
    Unanswered,
    Update,
)
from knowledge.store import Conversation, Reading, Store, Transaction
from knowledge.store.records.codec import decode, encode, record
from knowledge.store.reference import Reference, Secret
from knowledge.store.shelves import (
    ASSIGNMENTS,
    AUDIT,
    CONVERSATIONS,
    DELEGATIONS,
    DELIVERIES,
    EXTENSIONS,
    MEMBERS,
    PAUSES,
    PROGRAMMES,
    REFERENCES,
    REMINDERS,
    SECRETS,
    SHELVES,
    SUBSCRIPTIONS,
    TARGETS,
    TERMS,
    UNANSWERED,
    UPDATES,
    Shelf,
)
from tests.builders import a_programme, a_recommendation, an_audit_entry, an_update


def ids(updates: Iterable[Update]) -> list[str]:
    return [update.id for update in updates]


def appending(update: Update) -> Callable[[Transaction], None]:
    return lambda transaction: transaction.append(UPDATES, update)


async def test_a_new_store_is_empty(store: Store) -> None:
    assert await store.programmes() == ()
    assert await store.conversation("a") == Conversation("a")


async def test_a_programme_comes_back_as_it_was(store: Store, munro: Programme) -> None:
    await store.save_programme(munro)

    assert await store.programmes() == (munro,)


async def test_programmes_keep_the_order_of_import_and_a_name_is_replaced(store: Store) -> None:
    await store.save_programme(a_programme(name="munro"))
    await store.save_programme(a_programme(name="care"))
    await store.save_programme(a_programme(name="munro", recommendations=(a_recommendation(ref="7"),)))

    first, second = await store.programmes()
    assert (first.name, second.name) == ("munro", "care")
    assert [one.ref for one in first.recommendations] == ["7"]


async def test_a_conversation_replaces_what_was_kept_under_its_key(store: Store) -> None:
    await store.save_conversation(Conversation("a", {"draft": {"ref": "10", "steps": [1, 2]}}, ("1", "2")))
    await store.save_conversation(Conversation("b", {"x": None}))
    await store.save_conversation(Conversation("a", {"draft": None}, ("2", "3")))

    assert await store.conversation("a") == Conversation("a", {"draft": None}, ("2", "3"))
    assert await store.conversation("b") == Conversation("b", {"x": None})


async def test_changing_what_was_given_or_got_changes_nothing_kept(store: Store) -> None:
    given_steps = {"steps": [1]}
    programme = a_programme(labels={Field.THEME: "Theme"})
    await store.save_conversation(Conversation("a", given_steps))
    await store.save_programme(programme)

    given_steps["steps"].append(2)
    programme.labels.clear()
    got: Any = (await store.conversation("a")).memory
    got["steps"].append(3)
    (await store.programmes())[0].labels.clear()

    assert (await store.conversation("a")).memory == {"steps": [1]}
    assert (await store.programmes())[0].labels == {Field.THEME: "Theme"}


@pytest.mark.parametrize("memory", [{"at": object()}, {"share": float("nan")}])
async def test_a_memory_that_is_not_json_is_refused_and_changes_nothing(store: Store, memory: dict[str, Any]) -> None:
    await store.save_conversation(Conversation("a", {"x": 1}))

    with pytest.raises((TypeError, ValueError)):
        await store.save_conversation(Conversation("a", memory))

    assert (await store.conversation("a")).memory == {"x": 1}


async def test_what_is_kept_is_what_json_makes_of_it(store: Store) -> None:
    await store.save_conversation(Conversation("a", {"pair": (1, 2), "at": datetime(2026, 1, 2), "half": "\ud83d"}))  # noqa: DTZ001

    assert (await store.conversation("a")).memory == {"pair": [1, 2], "at": "2026-01-02T00:00:00", "half": "\ud83d"}


async def test_many_writers_at_once_lose_nothing(store: Store) -> None:
    await asyncio.gather(*(store.save_conversation(Conversation(str(key), {"n": key})) for key in range(50)))

    kept = [(await store.conversation(str(key))).memory["n"] for key in range(50)]
    assert kept == list(range(50))


async def test_what_a_transaction_wrote_is_kept_across_tables(store: Store) -> None:
    update, entry = an_update(), an_audit_entry()

    def post(transaction: Transaction) -> str:
        kept = transaction.get(CONVERSATIONS, "chat") or Conversation("chat")
        transaction.append(UPDATES, update)
        transaction.append(AUDIT, entry)
        transaction.put(CONVERSATIONS, replace(kept, drafts={}))
        return update.id

    await store.save_conversation(Conversation("chat", drafts={"sue": {"ref": "10"}}))
    assert await store.transact(post) == update.id

    assert await store.get(UPDATES, update.id) == update
    assert await store.all(AUDIT) == (entry,)
    assert await store.conversation("chat") == Conversation("chat")


async def test_a_transaction_that_raises_has_changed_nothing(store: Store) -> None:
    kept = an_update()
    await store.transact(lambda transaction: transaction.append(UPDATES, kept))

    def fail(transaction: Transaction) -> None:
        transaction.append(UPDATES, an_update())
        transaction.put(UPDATES, replace(kept, narrative="changed"))
        transaction.append(AUDIT, an_audit_entry())
        transaction.remove(UPDATES, kept.id)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await store.transact(fail)

    assert await store.all(UPDATES) == (kept,)
    assert await store.find(UPDATES, programme="munro", ref="10") == (kept,)
    assert await store.all(AUDIT) == ()


async def test_a_transaction_sees_what_it_wrote_and_nobody_else_does_yet(store: Store) -> None:
    first, second, third = an_update(), an_update(ref="4"), an_update()
    await store.transact(lambda transaction: transaction.append(UPDATES, first))

    def look(transaction: Transaction) -> None:
        transaction.append(UPDATES, second)
        transaction.append(UPDATES, third)
        assert transaction.get(UPDATES, second.id) == second
        assert transaction.all(UPDATES) == (first, second, third)
        assert transaction.find(UPDATES, programme="munro", ref="10") == (first, third)
        assert transaction.last(UPDATES, 1, programme="munro", ref="10") == (third,)
        assert transaction.last(UPDATES, 2) == (second, third)
        transaction.put(UPDATES, replace(first, ref="4"))
        assert transaction.find(UPDATES, programme="munro", ref="4") == (replace(first, ref="4"), second)
        transaction.remove(UPDATES, third.id)
        assert transaction.get(UPDATES, third.id) is None
        assert transaction.find(UPDATES, programme="munro", ref="10") == ()

    await store.transact(look)

    assert await store.all(UPDATES) == (replace(first, ref="4"), second)
    assert await store.last(UPDATES, 10, programme="munro", ref="4") == (replace(first, ref="4"), second)
    assert await store.find(UPDATES, programme="munro", ref="10") == ()


async def test_a_key_can_be_appended_once(store: Store) -> None:
    update = an_update()
    await store.transact(lambda transaction: transaction.append(UPDATES, update))

    with pytest.raises(AlreadyKept) as refused:
        await store.transact(lambda transaction: transaction.append(UPDATES, replace(update, narrative="other")))

    assert (refused.value.table, refused.value.key) == ("updates", update.id)
    assert await store.all(UPDATES) == (update,)


async def test_a_removed_key_can_be_used_again_and_comes_last(store: Store) -> None:
    first, second = an_update(), an_update()

    def write(transaction: Transaction) -> None:
        for one in (first, second):
            transaction.append(UPDATES, one)

    def again(transaction: Transaction) -> None:
        transaction.remove(UPDATES, first.id)
        transaction.remove(UPDATES, "never there")
        transaction.append(UPDATES, first)

    await store.transact(write)
    await store.transact(again)

    assert await store.all(UPDATES) == (second, first)
    assert await store.last(UPDATES, 1, programme="munro", ref="10") == (first,)


async def test_only_what_has_an_index_can_be_looked_up(store: Store) -> None:
    with pytest.raises(LookupError, match="updates can't be looked up by narrative"):
        await store.find(UPDATES, narrative="x")
    assert await store.find(UPDATES, ref="10", programme="munro") == ()
    assert await store.last(UPDATES, 0) == ()


async def test_the_newest_of_each_group_in_the_order_of_keeping(store: Store) -> None:
    groups = "munro/10 munro/4 care/10 munro/10 munro2/1 munro/10 /".split()

    def write(transaction: Transaction) -> None:
        for number, group in enumerate(groups):
            programme, ref = group.split("/")
            transaction.append(UPDATES, an_update(id=f"{number}", programme=programme, ref=ref))

    await store.transact(write)

    assert ids(await store.newest(UPDATES, programme="munro")) == ["1", "5"]
    assert ids(await store.newest(UPDATES, programme="care")) == ["2"]
    assert ids(await store.newest(UPDATES, programme="mun")) == []
    assert ids(await store.newest(UPDATES)) == ["1", "2", "4", "5", "6"]
    assert ids(await store.newest(UPDATES, programme="care", ref="10")) == ["2"]
    assert await store.newest(TARGETS, programme="munro") == ()


async def test_a_transaction_sees_the_newest_of_each_group_as_it_changes_them(store: Store) -> None:
    kept = [an_update(id=one, ref=ref) for one, ref in zip("abcd", ["10", "10", "4", "5"], strict=True)]

    def write(transaction: Transaction) -> None:
        for update in kept:
            transaction.append(UPDATES, update)

    def change(transaction: Transaction) -> None:
        transaction.remove(UPDATES, "b")
        transaction.remove(UPDATES, "d")
        transaction.append(UPDATES, an_update(id="e", ref="6"))
        transaction.put(UPDATES, replace(kept[2], ref="7"))
        assert ids(transaction.newest(UPDATES, programme="munro")) == ["a", "c", "e"]
        transaction.append(UPDATES, an_update(id="f"))
        transaction.put(UPDATES, replace(kept[0], ref="6"))
        assert ids(transaction.newest(UPDATES, programme="munro")) == ["c", "e", "f"]

    await store.transact(write)
    await store.transact(change)

    assert ids(await store.newest(UPDATES, programme="munro")) == ["c", "e", "f"]
    assert ids(await store.newest(UPDATES)) == ["c", "e", "f"]


async def test_what_was_kept_before_a_moment_is_read_as_it_was_then(store: Store) -> None:
    days = [datetime(2026, 11, day, tzinfo=UTC) for day in range(1, 9)]

    def write(transaction: Transaction) -> None:
        for number, day in enumerate(days):
            transaction.append(UPDATES, an_update(id=f"{number}", ref="10" if number % 2 else "4", at=day))
            transaction.append(AUDIT, an_audit_entry())  # what lies between belongs to something else

    def look(reading: Reading) -> list[list[str]]:
        found = []
        for moment in (days[0], days[3], days[3] + timedelta(hours=1), days[-1] + timedelta(days=1)):
            before = reading.since(UPDATES, moment)
            found.append(ids(reading.newest(UPDATES, programme="munro", before=before)))
            found.append(ids(reading.newest(UPDATES, programme="munro", ref="10", before=before)))
            found.append(ids(reading.backwards(UPDATES, programme="munro", ref="10", before=before)))
            found.append(ids(reading.backwards(UPDATES, before=before)))
        return found

    await store.transact(write)

    assert await store.read(look) == [
        *([], [], [], []),
        *(["1", "2"], ["1"], ["1"], ["2", "1", "0"]),
        *(["2", "3"], ["3"], ["3", "1"], ["3", "2", "1", "0"]),
        *(["6", "7"], ["7"], ["7", "5", "3", "1"], ["7", "6", "5", "4", "3", "2", "1", "0"]),
    ]


async def test_a_transaction_reads_its_own_changes_as_of_a_moment(store: Store) -> None:
    days = [datetime(2026, 11, day, tzinfo=UTC) for day in range(1, 6)]

    def write(transaction: Transaction) -> None:
        for number, day in enumerate(days[:3]):
            transaction.append(UPDATES, an_update(id=f"{number}", at=day))

    def change(transaction: Transaction) -> list[list[str]]:
        transaction.append(UPDATES, an_update(id="3", at=days[3]))
        transaction.append(UPDATES, an_update(id="4", at=days[4]))
        transaction.put(UPDATES, an_update(id="2", at=days[2], narrative="changed"))
        transaction.remove(UPDATES, "1")
        before = transaction.since(UPDATES, days[4])
        every = transaction.since(UPDATES, days[4] + timedelta(days=1))
        return [
            ids(transaction.newest(UPDATES, programme="munro", before=before)),
            ids(transaction.backwards(UPDATES, programme="munro", ref="10", before=before)),
            ids(transaction.backwards(UPDATES, before=every)),
        ]

    await store.transact(write)

    assert await store.transact(change) == [["3"], ["3", "2", "0"], ["4", "3", "2", "0"]]


async def test_nothing_is_of_any_moment_where_nothing_is_kept(store: Store) -> None:
    moment = datetime(2026, 11, 23, tzinfo=UTC)

    def look(reading: Reading) -> tuple[Update, ...]:
        return reading.newest(UPDATES, programme="munro", before=reading.since(UPDATES, moment))

    assert await store.read(look) == ()


async def test_groups_of_any_name_are_told_apart(store: Store) -> None:
    names = ["", "a", '"', '", "', "é", "\0", "\ud83d", "x" * 3000, "x" * 3000 + "y", ",", "~", "\x7f"]

    def write(transaction: Transaction) -> None:
        for programme in names:
            for ref in names:
                transaction.append(UPDATES, an_update(id=f"{programme} {ref}", programme=programme, ref=ref))

    await store.transact(write)

    for programme in names:
        assert ids(await store.newest(UPDATES, programme=programme)) == [f"{programme} {ref}" for ref in names]
    assert len(await store.newest(UPDATES)) == len(names) ** 2


async def test_only_the_first_fields_of_an_index_make_groups(store: Store) -> None:
    for where in ({"ref": "10"}, {"narrative": "x"}, {"programme": "munro", "narrative": "x"}):
        with pytest.raises(LookupError, match="updates can't be grouped by"):
            await store.newest(UPDATES, **where)
    with pytest.raises(LookupError, match="audit can't be grouped by programme"):
        await store.newest(AUDIT, programme="munro")
    with pytest.raises(LookupError, match="conversations can't be grouped"):
        await store.newest(CONVERSATIONS)


@pytest.mark.parametrize("many", [0, 1, 8, 9, 100])
async def test_going_backwards_gives_everything_from_the_end(store: Store, many: int) -> None:
    def write(transaction: Transaction) -> None:
        for number in range(many):
            transaction.append(UPDATES, an_update(id=f"{number}"))
            transaction.append(UPDATES, an_update(id=f"other {number}", ref="4"))

    def look(transaction: Transaction) -> tuple[list[str], list[str]]:
        transaction.append(UPDATES, an_update(id="last"))
        return ids(transaction.backwards(UPDATES, programme="munro", ref="10")), ids(transaction.backwards(UPDATES))

    await store.transact(write)
    some, everything = await store.transact(look)

    assert some == ["last", *(f"{number}" for number in reversed(range(many)))]
    assert everything == ["last", *(one for n in reversed(range(many)) for one in (f"other {n}", f"{n}"))]


async def test_what_is_changed_while_going_backwards_loses_nothing_else(store: Store) -> None:
    kept = [an_update(id=f"{number}") for number in range(50)]

    def write(transaction: Transaction) -> None:
        for update in kept:
            transaction.append(UPDATES, update)

    def change(transaction: Transaction) -> list[str]:
        seen = []
        for update in transaction.backwards(UPDATES, programme="munro", ref="10"):
            seen.append(update.id)
            transaction.put(UPDATES, replace(update, narrative="changed"))
            transaction.put(UPDATES, replace(kept[0], narrative="changed"))
            if update.id == "25":
                transaction.remove(UPDATES, "26")
                transaction.append(UPDATES, an_update(id="new"))
        return seen

    await store.transact(write)
    seen = await store.transact(change)

    assert [one for one in seen if one != "new"] == [f"{number}" for number in reversed(range(50))]
    assert {update.narrative for update in await store.all(UPDATES) if update.id != "new"} == {"changed"}


async def test_what_can_not_be_gone_through_backwards_is_said_at_once(store: Store) -> None:
    def look(transaction: Transaction) -> None:
        transaction.backwards(UPDATES, programme="munro")

    with pytest.raises(LookupError, match="updates can't be looked up by programme"):
        await store.transact(look)


async def test_going_backwards_ends_with_the_transaction(store: Store) -> None:
    await store.transact(appending(an_update()))

    kept = await store.transact(lambda transaction: transaction.backwards(UPDATES))

    with pytest.raises(LookupError):
        next(kept)


async def test_two_hundred_who_read_then_write_lose_nothing(store: Store) -> None:
    def count(transaction: Transaction) -> None:
        kept = transaction.get(CONVERSATIONS, "a") or Conversation("a", {"n": 0})
        transaction.put(CONVERSATIONS, replace(kept, memory={"n": kept.memory["n"] + 1}))

    await asyncio.gather(*(store.transact(count) for _ in range(200)))

    assert (await store.conversation("a")).memory == {"n": 200}


async def test_a_failing_transaction_among_others_fails_alone(store: Store) -> None:
    def write(number: int) -> Callable[[Transaction], int]:
        def work(transaction: Transaction) -> int:
            transaction.append(UPDATES, an_update(id=str(number)))
            return 1 // (number % 3)

        return work

    results = await asyncio.gather(*(store.transact(write(number)) for number in range(90)), return_exceptions=True)

    failed = [number for number, result in enumerate(results) if isinstance(result, ZeroDivisionError)]
    assert failed == list(range(0, 90, 3))
    assert [update.id for update in await store.all(UPDATES)] == [str(n) for n in range(90) if n % 3]


async def test_a_transaction_that_somebody_kept_is_of_no_use(store: Store) -> None:
    kept = await store.transact(lambda transaction: transaction)

    with pytest.raises(LookupError):
        kept.append(UPDATES, an_update())

    await store.save_conversation(Conversation("a"))
    assert await store.all(UPDATES) == ()


@pytest.mark.parametrize("error", [StopIteration(), KeyError("x"), AssertionError()])
async def test_whatever_a_transaction_raises_the_next_one_works(store: Store, error: Exception) -> None:
    def fail(transaction: Transaction) -> None:
        transaction.append(UPDATES, an_update())
        raise error

    with pytest.raises((type(error), RuntimeError)):
        await store.transact(fail)
    await store.transact(lambda transaction: transaction.append(UPDATES, an_update(id="next")))

    assert [update.id for update in await store.all(UPDATES)] == ["next"]


async def test_a_cancelled_caller_does_not_cancel_the_transaction(store: Store) -> None:
    async def save(number: int) -> None:
        await store.save_conversation(Conversation(str(number), {"n": number}))

    saves = [asyncio.create_task(save(number)) for number in range(20)]
    await asyncio.sleep(0)
    for task in saves:
        task.cancel()
    await asyncio.gather(*saves, return_exceptions=True)
    await store.save_conversation(Conversation("after"))

    assert [kept.memory.get("n") for kept in await store.all(CONVERSATIONS)] == [*range(20), None]


async def test_nothing_is_taken_after_closing(store: Store) -> None:
    await store.ready()
    await store.close()

    with pytest.raises(StoreHalted):
        await store.save_conversation(Conversation("a"))
    with pytest.raises(StoreHalted):
        await store.ready()


async def test_what_is_under_way_is_kept_before_closing(store: Store) -> None:
    saves = [asyncio.ensure_future(store.save_conversation(Conversation(str(number)))) for number in range(100)]
    await asyncio.sleep(0)

    await store.close()

    await asyncio.gather(*saves)
    assert len(await store.all(CONVERSATIONS)) == 100


async def test_one_at_a_time_has_a_key_to_itself_in_the_order_of_asking(store: Store) -> None:
    order: list[str] = []

    async def enter(number: int) -> None:
        async with store.exclusively("a"):
            order.append(f"in {number}")
            await store.save_conversation(Conversation("a", {"n": number}))
            order.append(f"out {number}")

    await asyncio.gather(*(enter(number) for number in range(10)))

    assert order == [f"{way} {number}" for number in range(10) for way in ("in", "out")]


async def test_other_keys_do_not_wait(store: Store) -> None:
    async with store.exclusively("a"), store.exclusively("b"), store.exclusively("\ud83d\0" + "long" * 1000):
        await store.save_conversation(Conversation("a"))


async def test_a_key_is_free_again_whatever_happened_to_those_who_had_it_or_waited(store: Store) -> None:
    async def enter() -> None:
        async with store.exclusively("a"):
            await asyncio.sleep(60)

    having, waiting = asyncio.create_task(enter()), asyncio.create_task(enter())
    await asyncio.sleep(0.1)
    waiting.cancel()
    await asyncio.sleep(0.01)
    having.cancel()
    with pytest.raises(ZeroDivisionError):
        async with store.exclusively("a"):
            raise ZeroDivisionError

    async with asyncio.timeout(5), store.exclusively("a"):
        pass


async def test_keys_of_any_length_and_kind_are_told_apart(store: Store) -> None:
    keys = ["", "a", "A", "é", "\0", "\ud83d", "x" * 3000, "x" * 3000 + "y", '"', "\\", "sha256"]

    for number, key in enumerate(keys):
        await store.save_conversation(Conversation(key, {"n": number}))
        await store.transact(appending(an_update(id=key, ref=key)))

    assert [(await store.conversation(key)).memory["n"] for key in keys] == list(range(len(keys)))
    found = [await store.find(UPDATES, programme="munro", ref=key) for key in keys]
    assert [[update.id for update in updates] for updates in found] == [[key] for key in keys]


def everything() -> list[tuple[Shelf[Any], Any]]:
    at = datetime(2026, 11, 23, 9, 30, 1, 5, tzinfo=UTC)
    return [
        (UPDATES, an_update(withdrawn=at)),
        (TARGETS, Target("t", "munro", "10", date(2027, 6, 30), "waiting on health partners", "sue", at)),
        (TARGETS, Target("t", "munro", "10", None, "no longer needed", "sue", at)),
        (EXTENSIONS, Extension("e", "munro", "10", date(2027, 6, 30), "waiting", "sue", at, granted=True, decided=at)),
        (ASSIGNMENTS, Assignment("a", "munro", "4", ("Sue Myers", "Gani Martins"), "mo", at)),
        (DELEGATIONS, Delegation("d", "Sue Myers", "tenant/jo", "mo", at)),
        (MEMBERS, Member("sue", roles=frozenset({Role.OFFICER, Role.MANAGER}), leads=("Sue Myers",))),
        (SUBSCRIPTIONS, Subscription("s", "sue", "chat", "summary", "Mondays at 9", at)),
        (DELIVERIES, Delivery("summary/sue/2026-11-23", "chat", "summary", at, sent=at)),
        (DELIVERIES, Delivery("d", "chat", "summary", at, state=State.UNCERTAIN, again=at, doubts=2, status=504)),
        (REMINDERS, Reminder("sue/2026-11-23", "sue", date(2026, 11, 23), ("munro/10",))),
        (PAUSES, Pause("sue", date(2027, 1, 5), at)),
        (REFERENCES, Reference("chat", "https://smba.trafficmanager.net/uk/", "28:bot", "29:sue", member="sue")),
        (SECRETS, Secret("links", "much too long to guess")),
        (UNANSWERED, Unanswered("u", "chat", "Who’s on call?", at)),
        (TERMS, Term("kids", TermKind.SYNONYM, "kids", "children", "mo", at)),
        (AUDIT, an_audit_entry(before=None, after={"status": "at risk", "evidence": [1, {"a": None}]})),
        (CONVERSATIONS, Conversation("c", {"x": [1]}, ("1",), {"sue": {"ref": "10", "status": None}})),
        (PROGRAMMES, a_programme()),
    ]


@pytest.mark.parametrize(("shelf", "value"), everything())
async def test_every_kind_of_value_comes_back_as_it_was(store: Store, shelf: Shelf[Any], value: Any) -> None:
    await store.transact(lambda transaction: transaction.append(shelf, value))

    assert await store.get(shelf, getattr(value, shelf.key)) == value
    assert {kind for kind, _ in everything()} == set(SHELVES)


async def test_closing_twice_is_closing_once(store: Store) -> None:
    await store.close()
    await store.close()


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.builds(Conversation, st.text(), st.dictionaries(st.text(), JSON), st.lists(st.text()).map(tuple)))
def test_any_conversation_is_the_same_after_json(conversation: Conversation) -> None:
    assert decode(encode(record(conversation)), Conversation) == conversation


async def test_what_holds_a_piece_of_text_is_found_in_order_however_it_is_capitalised(store: Store) -> None:
    texts = ["“Zoë Example42”", "example42", 'the "Example42"\nfamily', "nothing", "\\Example42"]
    for number, text in enumerate(texts):
        await store.save_conversation(Conversation(f"c{number}", drafts={"sue": {"narrative": text}}))

    def found(transaction: Transaction) -> list[str]:
        transaction.put(CONVERSATIONS, Conversation("new", memory={"a": "Example42"}))
        transaction.put(CONVERSATIONS, Conversation("c0"))
        return [one.key for one in transaction.holding(CONVERSATIONS, "Example42")]

    before = await store.read(lambda reading: reading.holding(CONVERSATIONS, "Example42"))
    assert [one.key for one in before] == ["c0", "c1", "c2", "c4"]
    assert await store.transact(found) == ["c1", "c2", "c4", "new"]
    assert await store.read(lambda reading: reading.holding(CONVERSATIONS, "Example43")) == ()


async def test_the_edition_of_a_shelf_changes_with_what_is_on_it_and_with_nothing_else(store: Store) -> None:
    async def edition() -> str:
        return await store.read(lambda reading: reading.edition(PROGRAMMES))

    seen = [await edition()]
    for programme in (a_programme(name="munro"), a_programme(name="laming"), a_programme(name="munro", title="New")):
        await store.save_programme(programme)
        seen.append(await edition())
    await store.save_conversation(Conversation("c"))

    assert len(set(seen)) == len(seen)
    assert await edition() == seen[-1]
    await store.transact(lambda transaction: transaction.remove(PROGRAMMES, "laming"))
    assert await edition() not in seen
