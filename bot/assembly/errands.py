"""What the bot does of its own accord, put together: it looks, makes, sends and keeps account."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from botbuilder.schema import Activity

from bot.conversations.gathering import gathered
from bot.conversations.turns import Turns
from bot.identity import person_of
from bot.outgoing.connector import Connector, activities
from bot.outgoing.plain import as_json
from bot.schedule import Scheduler
from bot.settings import Settings
from bot.unasked.courier import Courier, Post
from bot.unasked.heartbeat import Heart
from bot.unasked.limits import Pace
from dialogs.unasked import Unasked, composed
from knowledge.library import Knowledge, NotWorkedOut
from knowledge.progress.model import Delivery
from knowledge.progress.standings.records import Records
from knowledge.progress.summaries.summary import Request, Summary
from knowledge.store import Store
from knowledge.store.reference import Reference


def wall_clock() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def posting_by(connector: Connector) -> Post:
    """A way to post into a conversation of which the reference is kept; one try. Raises NotDelivered."""

    async def post(reference: Reference, activity: Activity) -> str:
        return await connector.send_once(reference.service_url, activities(reference.key), as_json(activity))

    return post


def make_scheduler(settings: Settings, store: Store, turns: Turns, post: Post, heart: Heart) -> Scheduler:
    """A scheduler that sends in this way; `turns` has what is known now, `heart` the clock."""
    courier = Courier(
        store=store,
        settings=settings,
        post=post,
        compose=Composer(store, settings, lambda: turns.knowledge),
        pace=Pace(time.monotonic, asyncio.sleep),
        heart=heart,
        clock=heart.clock,
        chance=random.random,
    )
    return Scheduler(
        store=store,
        courier=courier,
        heart=heart,
        programmes=lambda: turns.knowledge.programmes,
        timezone=settings.timezone,
        clock=heart.clock,
        catch_up=turns.catch_up,
    )


@dataclass(frozen=True, slots=True)
class Composer:
    """Makes what is to be sent; what takes long to work out is worked out in steps."""

    store: Store
    settings: Settings
    knowledge: Callable[[], Knowledge]

    async def __call__(self, delivery: Delivery, now: datetime) -> Unasked | None:
        """See `composed`."""
        known, summaries = self.knowledge(), dict[Request, Summary]()
        while True:
            try:
                return await self.store.read(
                    lambda reading: composed(
                        delivery,
                        known.seeing(Records(reading), summaries),
                        now,
                        lambda member: person_of(member, self.settings),
                    )
                )
            except NotWorkedOut as wanted:
                wanted.keep(await gathered(wanted.steps, self.store))
