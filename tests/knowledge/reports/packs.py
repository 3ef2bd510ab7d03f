"""A pack to make files of, with texts that files find hard to hold."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from knowledge.model import Lead, Programme, Theme
from knowledge.progress.model import Extension, Kind, Status, Target
from knowledge.progress.summaries.steps import at_once
from knowledge.reports.order import Order
from knowledge.reports.pack import Pack, steps
from tests.builders import a_programme, a_recommendation, an_update
from tests.knowledge.progress.keeping import LONDON, a_store

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SINCE = date(2026, 10, 1)
LONG = "The group met and agreed the next measure. " * 470
FORMULA = '=HYPERLINK("http://example.com")'
PHONE = "+44 161 496 0000 is the number"
CONTROL = "one\x00two\x0bthree\ud83dfour"
THEMES = (Theme("1", "Valuing expertise"), Theme("2", "Early help"))
SUE = Lead("Sue Myers", "Head of EIP")
PROGRAMME = a_programme(
    themes=THEMES,
    recommendations=(
        a_recommendation(ref="2", theme=THEMES[0]),
        a_recommendation(ref="4", theme=THEMES[0], leads=()),
        a_recommendation(ref="8", theme=THEMES[1], leads=(SUE,)),
        a_recommendation(ref="10", theme=THEMES[1], leads=(SUE,)),
        a_recommendation(ref="R3.1", theme=THEMES[1], leads=(SUE,)),
    ),
)


def reported(ref: str, status: Status, days: float, narrative: str = "On it.", **known: Any) -> Any:
    usual = {"by_name": "Sue Myers", "next_step_date": None, "next_step": "", "evidence": ()}
    at = NOW - timedelta(days=days)
    return an_update(ref=ref, status=status, at=at, narrative=narrative, **usual | known)


def a_target(key: str, ref: str, day: date, days_ago: int) -> Target:
    return Target(key, "munro", ref, day, "the board agreed", "m", NOW - timedelta(days=days_ago), "Jane Doe")


async def a_pack(*more: Any, programme: Programme = PROGRAMME, since: date = SINCE) -> Pack:
    """A pack with something of everything."""
    values = [
        reported("2", Status.ON_TRACK, 120),
        reported("2", Status.AWAITING_SIGN_OFF, 20, "All is done.", evidence=("Minutes of the board",)),
        reported("2", Status.COMPLETE, 10, "", kind=Kind.SIGN_OFF, by_name="Jane Doe"),
        reported("8", Status.AT_RISK, 90, LONG),
        reported("8", Status.OFF_TRACK, 30, FORMULA, next_step=PHONE, next_step_date=date(2027, 1, 30)),
        reported("10", Status.ON_TRACK, 40, "Later."),
        reported("10", Status.ON_TRACK, 4, CONTROL),
        reported("10", Status.OFF_TRACK, 3, "Never mind.", withdrawn=NOW - timedelta(days=2.9)),
        a_target("a", "8", date(2026, 9, 30), 200),
        a_target("b", "8", date(2026, 10, 31), 60),
        a_target("c", "10", date(2027, 3, 31), 60),
        Extension("e", "munro", "8", date(2027, 1, 31), "@health partners", "s", NOW - timedelta(days=5), "Sue Myers"),
        *more,
    ]
    store = await a_store(*values)
    work = steps(programme, Order(programme.name, since), NOW, LONDON)
    return await store.read(lambda reading: at_once(work, reading))
