"""Summaries by chat, as managers and leads ask for them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from dialogs.conversation import respond
from dialogs.turns.turn import File, Memory, Message, Reply, Turn
from knowledge.library import Knowledge
from knowledge.model import Person, Programme, Theme
from knowledge.progress.model import Extension, Member, Role, Status, Subscription, Target
from knowledge.progress.standings.records import Records
from knowledge.reports.order import Format, Order
from knowledge.store import TinyStore
from tests.builders import a_member, a_programme, a_recommendation, an_update
from tests.dialogs.contract import LARGEST, card_faults, live_markup, oddities, parts, size, words_of
from tests.dialogs.talking import holds
from tests.knowledge.progress.keeping import a_store
from tests.office import MO, Office

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
JANE, SUE, TOM = (Person("tenant", name, name) for name in ("jane-doe", "sue-myers", "tom"))
PEOPLE: list[Member] = [
    a_member("Jane Doe", Role.MANAGER),
    a_member("Sue Myers", Role.OFFICER, leads=("Sue Myers",)),
]


def days_ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def reported(ref: str, status: Status, days: float, **known: Any) -> Any:
    return an_update(
        ref=ref, status=status, at=days_ago(days), **{"by_name": "Sue Myers", "next_step_date": None} | known
    )


KEPT = [
    *PEOPLE,
    reported("10", Status.ON_TRACK, 60),
    reported("8", Status.ON_TRACK, 40),
    reported("1", Status.AWAITING_SIGN_OFF, 5),
    reported("10", Status.AT_RISK, 3),
    Target("t8", "munro", "8", date(2026, 10, 30), "plan", "m", days_ago(90)),
    Target("t10", "munro", "10", date(2026, 12, 10), "plan", "m", days_ago(90)),
    Extension("e", "munro", "8", date(2027, 1, 31), "health partners *wait*", "s", days_ago(2), "Sue Myers"),
]


async def said(
    text: str, knowledge: Knowledge, store: TinyStore, speaker: Person = JANE, memory: Memory | None = None
) -> Turn:
    message = Message(text, NOW, "chat")
    return await store.read(
        lambda reading: respond(message, speaker, memory or Memory(), knowledge.seeing(Records(reading)))
    )


async def talked(knowledge: Knowledge, store: TinyStore, speaker: Person, *rows: tuple[str, list[str]]) -> Turn:
    """A conversation as a table; gives the last turn."""
    turn = Turn((), Memory())
    for text, fragments in rows:
        turn = await said(text, knowledge, store, speaker, turn.memory)
        for fragment in fragments:
            assert holds(turn.replies[0].text, fragment), f"{text!r} -> {turn.replies[0].text}\n lacks {fragment!r}"
    return turn


def only(turn: Turn) -> Reply:
    (reply,) = turn.replies
    return reply


@pytest.fixture
async def store() -> TinyStore:
    return await a_store(*KEPT)


@pytest.mark.parametrize(
    ("text", "fragments"),
    [
        (
            "weekly summary",
            [
                "^One of 15 recommendations moved back since 16 November 2026; one was reported on for the first time.",
                "One is overdue, one is slipping, one awaits a manager’s sign-off",
                "**Overdue (1):** Recommendation 8: target 30 October 2026, 24 days ago; on track; Sue Myers",
                "**Slipping (1):** Recommendation 10: target 10 December 2026, in 17 days; at risk; Sue Myers",
                "Recommendation 1: since 18 November 2026, reported by Sue Myers",
                "for 31 January 2027 (health partners \\*wait\\*); no manager has decided yet",
                "Recommendation 10: from on track to at risk, one report",
                "**No lead (5):** Recommendations 4, 5, 6, 7 and 15",
                "at risk 1 (0), on track 1 (2), complete, awaiting sign-off 1 (0), no update yet 12 (13)",
                "What do the colours mean?",
                "Source: officers’ reports",
            ],
        ),
        ("Summary please", ["since 16 November 2026"]),
        ("can i have the summary since 1 october?", ["since 1 October 2026"]),
        ("summary for theme 2", ["^One of 3 recommendations in theme 2 moved back", "not: Recommendation 1:"]),
        (
            "summary for theme 2 last month",
            ["One of 3 recommendations in theme 2 was reported on for the first time from 1 to 31 October 2026."],
        ),
        ("summary for Sue Myers last month", ["2 recommendations led by Sue Myers", "from 1 to 31 October 2026"]),
        ("summary for sue", ["of 2 recommendations led by Sue Myers"]),
        ("monthly summary", ["since 23 October 2026"]),
        ("fortnightly digest", ["since 9 November 2026"]),
        ("summary for the last fortnight", ["since 9 November 2026"]),
        ("summary up to friday", ["from 13 to 20 November 2026"]),
        ("weekly summary until yesterday", ["from 15 to 22 November 2026"]),
        ("summary for the week ending 20 November", ["from 13 to 20 November 2026"]),
        ("monthly summary to friday", ["from 20 October to 20 November 2026"]),
        ("summary from 1 november to friday", ["from 1 to 20 November 2026"]),
        ("summary for theme 2 up to last friday", ["3 recommendations in theme 2", "from 13 to 20 November 2026"]),
        ("summary up to next friday", ["still to come"]),
        ("summary for the last quarter", ["since 23 August 2026"]),
        ("summary 2026", ["since 1 January 2026"]),
        ("summary for 2025", ["from 1 January to 31 December 2025"]),
        ("summarise progress since 1 november", ["since 1 November 2026"]),
        ("summary for theme 9", ["There is no theme 9"]),
        ("summary for John Smith", ["John Smith leads none of the recommendations", "Gani Martins"]),
        ("summary since 1 december 2027", ["still to come"]),
        ("summary since 31 june", ["I can’t make a date of “31 june”"]),
        ("summary since 31 June", ["I can’t make a date of “31 June”"]),
        ("summary of recommendation 10", ["Recommendation 10 says"]),
        ("what is the response to recommendation 10 in summary?", ["not: moved"]),
    ],
)
async def test_a_manager_gets_the_summary_that_was_asked_for(
    text: str, fragments: list[str], knowledge: Knowledge, store: TinyStore
) -> None:
    await talked(knowledge, store, JANE, (text, fragments))


async def test_up_to_a_day_a_summary_begins_where_the_regular_one_before_ended(knowledge: Knowledge) -> None:
    """Jane's comes on Tuesdays; what she has stopped, what is of a theme alone or begun just now counts for nothing."""
    regular = [
        Subscription("a", "tenant/jane-doe", "chat", "summary", "every Tuesday at 09:00", days_ago(60)),
        Subscription("b", "tenant/jane-doe", "chat", "summary", "every Thursday", days_ago(60), scope="theme 2"),
        Subscription("c", "tenant/jane-doe", "chat", "summary", "every Thursday at 09:00", days_ago(60), ended=NOW),
        Subscription("d", "tenant/jane-doe", "chat", "summary", "every Thursday at 09:00", NOW),
        Subscription("e", "tenant/tom", "chat", "summary", "every Thursday at 09:00", days_ago(60)),
    ]
    store = await a_store(*KEPT, *regular)

    await talked(knowledge, store, JANE, ("summary up to friday", ["from 17 to 20 November 2026"]))


@pytest.mark.parametrize(
    ("speaker", "text", "fragments"),
    [
        (SUE, "weekly summary", ["Summaries are for managers. Managers: Jane Doe.", "say “my summary”"]),
        (SUE, "my summary", ["of 2 recommendations led by Sue Myers"]),
        (SUE, "summary for sue myers", ["of 2 recommendations led by Sue Myers"]),
        (SUE, "summary for gani martins", ["Summaries are for managers"]),
        (TOM, "weekly summary", ["Summaries are for managers. Managers: Jane Doe.", "not: my summary"]),
        (TOM, "my summary", ["nobody has linked you to a lead’s name yet"]),
        (Person("tenant", ""), "weekly summary", ["didn’t tell me which account"]),
        (Person("local", "me", unbound=True), "weekly summary", ["of 15 recommendations"]),
    ],
)
async def test_who_may_have_which_summary(
    speaker: Person, text: str, fragments: list[str], knowledge: Knowledge, store: TinyStore
) -> None:
    turn = await talked(knowledge, store, speaker, (text, fragments))

    assert turn.changes == ()


async def test_where_nothing_happened_the_summary_says_so(knowledge: Knowledge) -> None:
    store = await a_store(*PEOPLE)

    await talked(
        knowledge,
        store,
        JANE,
        (
            "weekly summary",
            [
                "^Nothing has changed since 16 November 2026 on 15 recommendations. Nobody has reported on any",
                "no update yet 15 (15)",
                "What do the colours mean?",
                "not: it slips, but can still be done in time",
            ],
        ),
    )


@pytest.mark.parametrize("text", ["how far have we got?", "how far along are we", "what should I be worried about?"])
async def test_how_it_stands_is_told_by_the_summary(text: str, knowledge: Knowledge, store: TinyStore) -> None:
    assert only(await said(text, knowledge, store)) == only(await said("summary", knowledge, store))


async def test_the_card_is_read_in_ten_seconds(knowledge: Knowledge, store: TinyStore) -> None:
    reply = only(await said("weekly summary", knowledge, store))
    assert reply.card

    chart = next(part for part in parts(reply.card) if part["type"].startswith("Chart."))
    now = {point["legend"]: point["value"] for point in chart["data"][0]["data"]}
    facts = next(part["facts"] for part in parts(reply.card) if part["type"] == "FactSet")
    table = [[cell["items"][0]["text"] for cell in row["cells"]] for row in chart["fallback"]["rows"]]

    assert card_faults(reply.card) == []
    assert now == {"at risk": 1, "on track": 1, "complete, awaiting sign-off": 1, "no update yet": 12}
    assert ["At risk (amber)", "1", "0"] in table
    assert {"title": "Overdue (1)", "value": "Recommendation 8"} in facts
    assert {"title": "Slipping (1)", "value": "Recommendation 10"} in facts
    assert words_of(reply.card) == [
        "which are overdue?",
        "who hasn’t updated?",
        "summary for theme 2",
        "export the committee pack",
    ]


async def test_every_button_says_something_that_is_understood(knowledge: Knowledge, store: TinyStore) -> None:
    reply = only(await said("weekly summary", knowledge, store))

    answers = [only(await said(words, knowledge, store)).text for words in words_of(reply.card or {})]

    assert [holds(text, "I can’t help with that") for text in answers] == [False] * 4
    assert holds(answers[0], "Recommendation 8")
    assert holds(answers[1], "Gani Martins")


LARGE = a_programme(
    themes=(Theme("1", "One"), Theme("2", "Two")),
    recommendations=tuple(
        a_recommendation(ref=str(number), theme=Theme(str(number % 2 + 1), "")) for number in range(1, 501)
    ),
)


async def test_a_summary_of_five_hundred_recommendations_pages_and_loses_none() -> None:
    overdue = [Target(f"t{n}", "munro", str(n), date(2026, 10, 30), "x", "m", days_ago(90)) for n in range(1, 501)]
    told = [reported(str(n), Status.OFF_TRACK, 20 - n / 100, by_name="A long name" * 5) for n in range(1, 501)]
    store, knowledge = await a_store(*PEOPLE, *overdue, *told), Knowledge((LARGE,))

    turn = await said("summary since 1 november", knowledge, store)
    texts = [only(turn).text]
    assert size(only(turn)) < LARGEST
    assert card_faults(only(turn).card or {}) == []
    assert words_of(only(turn).card or {})[0] == "more of the summary"
    while "Say “more of the summary”" in texts[-1]:
        turn = await said("more of the summary", knowledge, store, memory=turn.memory)
        texts.append(only(turn).text)
        assert size(only(turn)) < LARGEST

    assert f"Page {len(texts)} of {len(texts)}." in texts[-1]
    listed = "\n".join(texts)
    assert [n for n in range(1, 501) if f"Recommendation {n}: target 30 October 2026" not in listed] == []
    assert "That was all" in only(await said("more", knowledge, store, memory=turn.memory)).text


@pytest.mark.parametrize("text", ["weekly summary", "summary for sue myers last month", "who hasn’t updated?"])
async def test_summaries_read_well(text: str, knowledge: Knowledge, store: TinyStore) -> None:
    reply = only(await said(text, knowledge, store))

    assert (oddities(reply.text), live_markup(reply.text)) == ([], [])


@pytest.mark.parametrize(
    ("text", "fragments"),
    [
        (
            "who hasn't updated?",
            [
                "leads have not reported on everything that they lead since 16 November 2026",
                "Gani Martins: nothing on Recommendations 2, 3, 11 and 14",
                "Sue Myers: nothing on Recommendation 8 (1 of 2 reported)",
                "Nobody leads Recommendations 4, 5, 6, 7 and 15.",
            ],
        ),
        ("who has not reported this month?", ["since 1 November 2026"]),
        ("which leads are yet to update in theme 2?", ["Sue Myers", "not: Gani Martins"]),
        ("who hasnt posted an update since 1 october", ["not: Sue Myers: nothing"]),
        ("who last updated 10?", ["not: have not reported"]),
    ],
)
async def test_who_has_not_updated_is_no_secret(
    text: str, fragments: list[str], knowledge: Knowledge, store: TinyStore
) -> None:
    await talked(knowledge, store, TOM, (text, fragments))


@pytest.mark.parametrize(
    ("rows", "order"),
    [
        (["export the committee pack since 1 october"], Order("munro", date(2026, 10, 1), Format.WORD)),
        (["export the committee pack", "1 october"], Order("munro", date(2026, 10, 1), Format.WORD)),
        (["Export to Excel since 1 July"], Order("munro", date(2026, 7, 1), Format.EXCEL)),
        (["export as csv", "skip"], Order("munro", date(2026, 8, 23), Format.CSV)),
        (["what do I tell committee on Thursday?", "1 october"], Order("munro", date(2026, 10, 1), Format.WORD)),
        (["committee pack please", "not sure"], Order("munro", date(2026, 8, 23), Format.WORD)),
        (["export the committee pack as excel", "5/10"], Order("munro", date(2026, 10, 5), Format.EXCEL)),
    ],
)
async def test_a_manager_orders_the_committee_pack(
    rows: list[str], order: Order, knowledge: Knowledge, store: TinyStore
) -> None:
    *asked, last = rows

    turn = await talked(
        knowledge,
        store,
        JANE,
        *((text, ["When did the committee last meet?"]) for text in asked),
        (last, ["Here is the committee pack on the Munro response"]),
    )

    assert only(turn).file == File(f"munro-progress-2026-11-23.{order.format}", order)


@pytest.mark.parametrize(
    ("speaker", "rows"),
    [
        (SUE, [("export the committee pack", ["Only a manager may do that", "Jane Doe"])]),
        (TOM, [("export to excel since 1 july", ["Only a manager may do that"])]),
        (JANE, [("export the committee pack", ["When did"]), ("cancel", ["dropped"])]),
        (JANE, [("export the committee pack since 1 december 2027", ["still to come"])]),
        (JANE, [("export the committee pack since 31 February", ["no such day as “31 February”", "When did"])]),
        (JANE, [("export to Excel since 1 October 2207", ["“1 October 2207” looks mistyped", "When did"])]),
        (JANE, [("export the committee pack as PDF since 1 October", ["Word, Excel or CSV, and nothing else"])]),
        (JANE, [("export the committee pack", ["When did"]), ("banana", ["When did"])]),
    ],
)
async def test_no_pack_without_the_role_and_a_day(
    speaker: Person, rows: list[tuple[str, list[str]]], knowledge: Knowledge, store: TinyStore
) -> None:
    assert only(await talked(knowledge, store, speaker, *rows)).file is None


async def test_with_several_programmes_each_is_told_apart_and_the_pack_is_of_one(munro: Programme) -> None:
    care = a_programme(name="care", recommendations=(a_recommendation(ref="10"),))
    knowledge = Knowledge((munro, care))
    store = await a_store(*KEPT, reported("10", Status.AT_RISK, 1, programme="care"))

    await talked(
        knowledge,
        store,
        JANE,
        ("weekly summary", ["of 16 recommendations", "Recommendation 8 of munro:", "Recommendation 10 of care:"]),
        ("weekly summary for care", ["The one recommendation of care"]),
    )
    turn = await talked(
        knowledge, store, JANE, ("export the committee pack since 1 july", ["Which one"]), ("care", ["pack on care"])
    )

    assert only(turn).file is not None
    json.dumps(turn.memory.pending)


@pytest.mark.parametrize("asked", ["legend", "what is the key?"])
async def test_what_the_colours_mean_is_said_to_who_asks(office: Office, asked: str) -> None:
    await office.talk((MO, asked, ["at risk (amber): it slips, but can still be done in time", "grey", "signed off"]))


async def test_a_summary_of_one_or_two_speaks_of_one_or_two(office: Office) -> None:
    await office.talk(
        (MO, "summary for Sue Myers", [
            "^Nothing has changed since 16 November 2026 on 2 recommendations led by Sue Myers.",
            "Nobody has reported on either of them yet", "**No target date (2):** both", "not: all 2",
        ]),
        (MO, "assign 4 to Stan Staff", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "summary for Stan Staff", [
            "^Nothing has changed since 16 November 2026 on the one recommendation led by Stan Staff.",
            "Nobody has reported on it yet", "How it stands now, and in brackets how it stood before 16 November 2026",
        ]),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("summary for Bob", "Bob"),
        ("summary for the police", "the police"),
        ("weekly summary for grenfell", "grenfell"),
        ("summary of adult social care", "adult social care"),
        ("give me an overview of housing", "housing"),
        ("monthly summary about Adult Services", "Adult Services"),
    ],
)
async def test_a_scope_that_nobody_knows_is_said_with_those_there_are(munro: Programme, asked: str, words: str) -> None:
    store = await a_store(*KEPT)

    told = [f"^I can’t narrow that down to “{words}”", "summary for theme 2", "summary for Julie Moss", "my summary"]

    await talked(Knowledge((munro,)), store, JANE, (asked, told))


@pytest.mark.parametrize(
    "asked",
    [
        "summary for the team",
        "summary for the committee",
        "summary for November",
        "summary of what has changed in the last 3 months",
        "give me a summary of where we are",
        "summary of the child protection review",
        "summary of everything since 1 November please",
    ],
)
async def test_words_that_narrow_nothing_do_not_keep_a_summary_away(munro: Programme, asked: str) -> None:
    store = await a_store(*KEPT)

    await talked(Knowledge((munro,)), store, JANE, (asked, ["15 recommendations", "not: narrow"]))


async def test_only_who_may_have_the_pack_is_offered_it(knowledge: Knowledge, store: TinyStore) -> None:
    hers = only(await said("my summary", knowledge, store, SUE))

    assert "export the committee pack" not in words_of(hers.card or {})


async def test_what_is_asked_for_a_pack_orders_none(knowledge: Knowledge, store: TinyStore) -> None:
    reply = only(await said("who leads rec 9, it's for Thursday's board pack", knowledge, store))

    assert holds(reply.text, "Sharon Hubber")
