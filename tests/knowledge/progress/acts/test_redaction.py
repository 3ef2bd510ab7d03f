"""Redacted words leave everything that is kept, and nothing else does; that there were words stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from knowledge.progress.acts.actor import Actor
from knowledge.progress.acts.acts import Report, asked_for, decided, posted, targeted
from knowledge.progress.acts.changes import Change, Occasion, apply, audited
from knowledge.progress.acts.redaction import Worded, redacted, words_of
from knowledge.progress.acts.trail import REDACTED
from knowledge.progress.model import Extension, Stage, Status, Target, Unanswered, Update
from knowledge.progress.standings.records import Records
from knowledge.progress.standings.standing import Standing
from knowledge.store import Store
from knowledge.store.shelves import AUDIT, EXTENSIONS, SHELVES, TARGETS, UNANSWERED, UPDATES
from tests.builders import an_update

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SUE = Occasion(Actor("tenant/sue", "Sue Myers"), AT, "chat")
MO = Occasion(Actor("tenant/mo", "Mo Manager"), AT + timedelta(hours=1), "chat")
FAMILY = "the Example family moved"
JUNE = date(2027, 6, 30)


def on(ref: str = "10") -> Standing:
    return Standing("munro", ref)


async def keep(store: Store, *changes: Change) -> Any:
    """Keep changes; the first value."""
    await store.transact(partial(apply, changes))
    return changes[0].value


async def redact(store: Store, value: Worded, *names: str) -> None:
    changes = await store.read(lambda reading: redacted(value, Records(reading), MO, names))
    await store.transact(partial(apply, changes))


async def everything(store: Store) -> str:
    """All that is kept, as one text."""
    return str([await store.all(shelf) for shelf in SHELVES])


async def whats(store: Store) -> list[str]:
    return [entry.what for entry in await store.all(AUDIT)]


@pytest.mark.parametrize(
    ("value", "names", "expected"),
    [
        (an_update(narrative="one", next_step="two", evidence=("three",)), (), ("one", "two", "three")),
        (an_update(narrative="one", next_step=REDACTED, evidence=()), (), ("one",)),
        (Target("t", "munro", "10", JUNE, "one", "mo", AT), (), ("one",)),
        (Extension("e", "munro", "10", JUNE, "one", "sue", AT, remark="two"), (), ("one", "two")),
        (Extension("e", "munro", "10", JUNE, "one", "sue", AT, remark="two"), ("remark",), ("two",)),
        (Unanswered("3", "chat", "one", AT, answer="two"), ("answer",), ("two",)),
    ],
)
def test_what_was_written_is_every_text_that_is_there_still(
    value: Worded, names: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert words_of(value, names) == expected


async def test_words_go_from_the_value_and_its_trail_and_the_fact_stays(store: Store) -> None:
    update = await keep(store, *posted("form", on(), Report(Status.AT_RISK, FAMILY, "ok", evidence=("a link",)), SUE))

    await redact(store, update)

    (kept,) = await store.all(UPDATES)
    assert kept == replace(update, narrative=REDACTED, next_step=REDACTED, evidence=(REDACTED,), redacted=MO.at)
    assert FAMILY not in await everything(store)
    assert "ok" not in str((await store.all(AUDIT))[0].after)
    assert await whats(store) == ["update posted", "update redacted"]


async def test_a_granted_extensions_reason_goes_from_the_target_too(store: Store) -> None:
    asked = await keep(store, *asked_for(on(), JUNE, FAMILY, SUE))
    granted = await keep(store, *decided(on(), asked, granted=True, occasion=MO))

    await redact(store, granted, "reason")

    assert FAMILY not in await everything(store)
    assert [t.day for t in await store.all(TARGETS)] == [JUNE]
    assert (await whats(store))[-2:] == ["extension redacted", "target redacted"]


async def test_what_was_said_of_a_decision_goes_and_the_reason_stays(store: Store) -> None:
    asked = await keep(store, *asked_for(on(), JUNE, "health is late", SUE))
    refused = await keep(store, *decided(on(), asked, granted=False, occasion=MO, remark=FAMILY))

    await redact(store, refused, "remark")

    (kept,) = await store.all(EXTENSIONS)
    assert (kept.reason, kept.remark) == ("health is late", REDACTED)
    assert FAMILY not in await everything(store)


async def test_one_order_about_several_recommendations_is_redacted_as_a_whole(store: Store) -> None:
    orders = [change for ref in ("4", "10") for change in targeted(on(ref), JUNE, FAMILY, SUE)]
    target = await keep(store, *orders)

    await redact(store, target)

    assert FAMILY not in await everything(store)
    assert (await whats(store)).count("target redacted") == 2


async def test_the_same_words_said_again_of_the_same_go_and_others_stay(store: Store) -> None:
    first = await keep(store, *posted("1", on(), Report(Status.AT_RISK, FAMILY), SUE))
    await keep(store, *posted("2", on(), Report(Status.AT_RISK, "other words", evidence=(FAMILY,)), MO))

    await redact(store, first)

    assert FAMILY not in await everything(store)
    assert [u.narrative for u in await store.all(UPDATES)] == [REDACTED, "other words"]


async def test_a_word_too_short_to_tell_goes_from_nothing_else(store: Store) -> None:
    first = await keep(store, *posted("1", on(), Report(Status.AT_RISK, "ok"), SUE))
    second = await keep(store, *posted("2", on(), Report(Status.AT_RISK, "ok"), MO))

    await redact(store, first)

    assert (await store.get(UPDATES, "2")) == second
    assert [(entry.after or {})["narrative"] for entry in await store.all(AUDIT)] == [REDACTED, "ok", REDACTED]


async def test_a_question_goes_with_what_it_is_found_by(store: Store) -> None:
    question = Unanswered("3", "chat", f"why did {FAMILY}?", AT, programme="munro", gist="exampl famili move")
    await keep(store, *audited(SUE, "question passed on", Change(UNANSWERED, question), subject="question/3"))

    await redact(store, replace(question, stage=Stage.CLOSED), "question", "gist", "answer")

    (kept,) = await store.all(UNANSWERED)
    assert (kept.question, kept.gist, kept.stage) == (REDACTED, REDACTED, Stage.CLOSED)
    assert "xampl" not in await everything(store)


async def test_other_updates_are_left_as_they_are(store: Store) -> None:
    update = await keep(store, Change(UPDATES, an_update(id="1", evidence=())))
    other: Update = await keep(store, Change(UPDATES, an_update(id="2", narrative="other", evidence=())))

    await redact(store, replace(update, next_step=""))

    assert await store.get(UPDATES, "2") == other
