"""Numbers typed oddly in an order: what may be meant is asked, and nothing is saved for anything else."""

from collections.abc import Sequence

import pytest

from knowledge.model import Person
from knowledge.progress.model import Kind
from knowledge.store.shelves import ASSIGNMENTS, TARGETS
from tests.office import MO, SUE, Office, Row

from .officials import updates

RANGE = "Did you mean Recommendations 8, 9 and 10?"
SET: Sequence[Row] = ((MO, "set the target for 8 to 31 March 2027", "Save this?"), (MO, "yes", "Saved"))


@pytest.mark.parametrize(
    ("who", "text", "asked"),
    [
        (SUE, "update 8-10: green – all is well", RANGE),
        (SUE, "update 8 to 10: green – all is well", RANGE),
        (SUE, "update 8 through 10: green – all is well", RANGE),
        (SUE, "no change on 8-10", RANGE),
        (SUE, "extend 8-10 to 1 May 2028: more", RANGE),
        (MO, "set the target for 8 to 10", RANGE),
        (MO, "set the target for 8-10 to 1 May 2027", RANGE),
        (MO, "assign 8 to 10 to Gani Martins", RANGE),
        (MO, "sign off 8-10", RANGE),
        (MO, "send 8 to 10 back: no evidence", RANGE),
        (MO, "redact the last update on 8-10", RANGE),
        (SUE, "update 8/10: green", "Did you mean Recommendations 8 and 10?"),
        (SUE, "update 10th: green", "Did you mean Recommendation 10?"),
        (SUE, "update 10½: green – all is well", "can’t tell which recommendation “10½” is"),
        (SUE, "update 1,000: green – all is well", "can’t tell which recommendation “1,000” is"),
        (SUE, "no change on 1,000", "can’t tell which recommendation “1,000” is"),
        (SUE, "update 12-9: green", "can’t tell which recommendation “12-9” is"),
        (SUE, "update 8-99: green", "can’t tell which recommendation “8-99” is"),
    ],
)
@pytest.mark.parametrize("opened", [None, "update 3"])
async def test_an_odd_number_is_asked_about(
    office: Office, who: Person, text: str, asked: str, opened: str | None
) -> None:
    await office.talk(*SET, (MO, "assign 3 to Sue Myers", "Save this?"), (MO, "yes", "Saved"))
    kept = len(await office.store.all(TARGETS)) + len(await office.store.all(ASSIGNMENTS))
    await office.talk(*([(who, opened, [])] if opened else []), (who, text, asked), (who, "no", "not: Saved"))

    assert len(await office.store.all(TARGETS)) + len(await office.store.all(ASSIGNMENTS)) == kept
    assert [await updates(office, ref) for ref in ("3", "8", "9", "10")] == [[], [], [], []]


@pytest.mark.parametrize("text", ["8–10: green, all is well", "8-10 green"])
async def test_a_range_without_an_order_before_it_is_asked_about(office: Office, text: str) -> None:
    await office.talk((SUE, text, RANGE), (SUE, "no", "not: Saved"))


async def test_a_yes_to_a_range_takes_each_for_itself(office: Office) -> None:
    await office.talk(
        (MO, "assign 9 to Sue Myers", "Save this?"),
        (MO, "yes", "Saved"),
        (SUE, "update 8-10: green – all is well", RANGE),
        (SUE, "update 8-10: green – all is well", [RANGE, "not: still waiting"]),
        (SUE, "yes", ["Recommendation 8: on track", "After this: Recommendations 9 and 10", "Save this?"]),
        (SUE, "yes", ["Saved. Recommendation 8", "Recommendation 9: on track", "Say “yes 9”"]),
    )
    assert [update.kind for update in await updates(office, "8")] == [Kind.REPORT]
    assert await updates(office, "9") == []


@pytest.mark.parametrize(
    ("who", "text", "expected"),
    [
        (SUE, "update _10_: green – all is well", "Recommendation 10: on track"),
        (SUE, "update **10**: green – all is well", "Recommendation 10: on track"),
        (SUE, "**Update 10:** green – all is well", ["Recommendation 10: on track", "“all is well”"]),
        (SUE, "- **rec 10 update**: green – all is well", ["Recommendation 10: on track", "“all is well”"]),
        (SUE, "**update 10: green – all is well**", ["Recommendation 10: on track", "“all is well”"]),
        (SUE, "update 10: green – **12 schools** came", ["Recommendation 10: on track", "12 schools\\*\\*"]),
        (SUE, "update 8: green – 8-10 schools are trained", ["Recommendation 8: on track", "8-10 schools"]),
        (SUE, "update 8: green – 10½ posts are filled", ["Recommendation 8: on track", "10½ posts"]),
        (MO, "set the target for 10 to 10 May 2027", "The target of Recommendation 10 would be 10 May 2027"),
        (MO, "set the target for 10 to 10/5/2027", "The target of Recommendation 10 would be 10 May 2027"),
        (SUE, "extend 8 to 10 May 2027: more", "from 31 March 2027 to 10 May 2027"),
        (SUE, "what's the latest on 8-10?", ["Recommendation 8", "Recommendation 9", "Recommendation 10"]),
        (SUE, "extend 8 to 30", ["not: can’t tell", "30"]),
        (SUE, "update 10.5: green", "There is no Recommendation 10.5"),
    ],
)
async def test_what_is_no_odd_number_is_taken_as_it_is(
    office: Office, who: Person, text: str, expected: str | list[str]
) -> None:
    await office.talk(*SET, (who, text, expected))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by 2 months", "31 May 2027"),
        ("by two months", "31 May 2027"),
        ("for a fortnight", "14 April 2027"),
        ("by another week", "7 April 2027"),
        ("by a further month", "30 April 2027"),
        ("by 3 more weeks", "21 April 2027"),
        ("by a year", "31 March 2028"),
    ],
)
async def test_an_extension_by_some_time_counts_from_the_target(office: Office, words: str, day: str) -> None:
    await office.talk(
        *SET,
        (SUE, f"extend 8 {words}", [f"from 31 March 2027 to {day}", "Why is more time needed?"]),
        (SUE, "staff left", [f"from 31 March 2027 to {day}", "Save this?"]),
    )


async def test_an_extension_by_too_much_is_asked_about(office: Office) -> None:
    await office.talk(*SET, (SUE, "extend 8 by 999 years: more", ["mistyped", "not: Save this?"]))


@pytest.mark.parametrize("words", ["by 3 months, staff shortage", "to 30 June 2027, staff shortage"])
async def test_a_comma_parts_the_day_from_the_reason(office: Office, words: str) -> None:
    await office.talk(*SET, (SUE, f"extend 8 {words}", ["30 June 2027", "Reason: “staff shortage”", "Save this?"]))


@pytest.mark.parametrize(
    ("order", "day"),
    [
        ("move the target for 8 by 2 weeks: late", "14 April 2027"),
        ("push back the target for 8 by 2 months: late", "31 May 2027"),
        ("bring forward the target for 8 by 2 weeks: early", "17 March 2027"),
        ("move the target for 8 by 1 week earlier: early", "24 March 2027"),
    ],
)
async def test_a_target_moved_by_some_time_counts_from_the_one_that_is_set(
    office: Office, order: str, day: str
) -> None:
    await office.talk(*SET, (MO, order, [f"would be {day}; it was 31 March 2027", "Save this?"]))
