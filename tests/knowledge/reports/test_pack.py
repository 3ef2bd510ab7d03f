"""What a pack holds, and into which of the committee's sections it goes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from knowledge.progress.model import Status
from knowledge.reports.order import Format, Order
from knowledge.reports.text import CELL, fit, guarded, in_cell
from knowledge.reports.trend import trend

from .packs import NOW, a_pack, reported


async def test_each_recommendation_goes_where_the_committee_looks_for_it() -> None:
    pack = await a_pack()

    assert [entry.rec.ref for entry in pack.live] == ["10"]
    assert [entry.rec.ref for entry in pack.completed] == ["2"]
    assert [entry.rec.ref for entry in pack.outstanding] == ["4", "8", "R3.1"]
    assert [one.id for one in pack.summary.extensions.open] == ["e"]


async def test_what_was_complete_at_the_last_meeting_is_not_completed_since() -> None:
    pack = await a_pack(since=date(2026, 11, 20))

    assert pack.completed == ()


async def test_a_history_has_everything_but_what_was_taken_back() -> None:
    pack = await a_pack()
    (ten,) = [entry for entry in pack.entries if entry.rec.ref == "10"]

    assert [update.at for update in ten.updates] == [NOW - timedelta(days=40), NOW - timedelta(days=4)]
    assert ten.status_at(NOW) is Status.ON_TRACK


async def test_the_trend_begins_with_the_first_report_and_ends_today() -> None:
    points = trend(await a_pack(reported("4", Status.NOT_STARTED, 119)))

    assert [day.isoformat() for day, _ in points] == [
        *("2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31"),
        "2026-11-23",
    ]
    assert dict(points[0][1]) == {Status.ON_TRACK: 1, Status.NOT_STARTED: 1, None: 3}
    assert dict(points[-1][1]) == {
        Status.COMPLETE: 1, Status.NOT_STARTED: 1, Status.OFF_TRACK: 1, Status.ON_TRACK: 1, None: 1
    }  # fmt: skip


async def test_a_trend_looks_back_a_year_at_most() -> None:
    points = trend(await a_pack(reported("4", Status.NOT_STARTED, 3000)))

    assert points[0][0] == date(2025, 11, 30)
    assert len(points) == 13


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("plain", "plain"),
        ("a\x00b\x07c\x1fd\ufffee", "abcde"),
        ("half \ud83d of a pair", "half  of a pair"),
        ("whole 🟢", "whole 🟢"),
        ("one\r\ntwo\rthree\tfour", "one\ntwo\nthree\tfour"),
    ],
)
def test_what_xml_cannot_hold_is_left_out(text: str, kept: str) -> None:
    assert fit(text) == kept


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@SUM(A1)", " =1+1", "\x00=1+1", "\t=1+1", "|calc"])
def test_what_could_be_a_formula_begins_with_an_apostrophe(text: str) -> None:
    assert guarded(text).startswith("'")


@pytest.mark.parametrize("text", ["", "1 = 2", "a+b", "Sue – Head"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


def test_a_text_longer_than_a_cell_says_that_it_was_cut() -> None:
    assert in_cell("x" * CELL) == "x" * CELL
    assert len(in_cell("x" * (CELL + 1))) == CELL
    assert in_cell("x" * (CELL + 1)).endswith("(cut: Excel takes no more)")


@pytest.mark.parametrize(
    ("programme", "name"),
    [
        ("munro", "munro-progress-2026-11-23.xlsx"),
        ("../etc/passwd", "etc-passwd-progress-2026-11-23.xlsx"),
        ("///", "recommendations-progress-2026-11-23.xlsx"),
    ],
)
def test_a_files_name_says_the_programme_and_the_day_and_never_leaves_its_folder(programme: str, name: str) -> None:
    assert Order(programme, date(2026, 10, 1), Format.EXCEL).name(date(2026, 11, 23)) == name
