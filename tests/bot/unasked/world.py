"""A scheduler over a store, a clock that is moved by hand, and a service that answers as it is told."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from botbuilder.schema import Activity

from bot.assembly.errands import Composer
from bot.outgoing.connector import NotDelivered
from bot.schedule import Scheduler
from bot.settings import Settings
from bot.unasked.courier import Courier
from bot.unasked.heartbeat import Heart
from bot.unasked.limits import Pace
from knowledge.library import Knowledge
from knowledge.progress.model import Member, Role, Subscription
from knowledge.store import Store, Transaction
from knowledge.store.reference import Reference
from knowledge.store.shelves import MEMBERS, REFERENCES, SUBSCRIPTIONS
from tests.builders import a_programme

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)  # a Monday
SERVICE = "http://127.0.0.1:1/"

# What a service does with a message to a conversation: takes it where this is None, else raises this; True first
# takes it and then says nothing.
Answer = NotDelivered | None | bool


@dataclass
class World:
    """One or more bots on their stores, and what arrived; `answers` says what is answered to whom, and when."""

    store: Store
    answers: Callable[[str], Answer] = lambda _: None
    now: datetime = NINE
    arrived: Counter[str] = field(default_factory=Counter)
    texts: list[str] = field(default_factory=list)
    settings: Settings = field(default_factory=Settings)

    def bot(self, store: Store | None = None) -> Scheduler:
        """A bot on this world's store, or on another handle of it."""
        chosen = store or self.store
        knowledge = Knowledge((a_programme(),))
        heart = Heart(lambda: self.now)
        courier = Courier(
            store=chosen,
            settings=self.settings,
            post=self.post,
            compose=Composer(chosen, self.settings, lambda: knowledge),
            pace=Pace(self.seconds, self.sleep),
            heart=heart,
            clock=lambda: self.now,
            chance=random.Random(5).random,
        )
        return Scheduler(chosen, courier, heart, lambda: knowledge.programmes, self.settings.timezone, lambda: self.now)

    async def post(self, reference: Reference, activity: Activity) -> str:
        answer = self.answers(reference.key)
        if isinstance(answer, NotDelivered):
            raise answer
        self.arrived[reference.key] += 1
        self.texts.append(activity.text)
        if answer is True:
            raise NotDelivered(-1)
        return "sent"

    def seconds(self) -> float:
        return self.now.timestamp()

    async def sleep(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    async def beats(self, bot: Scheduler, count: int, apart: timedelta = timedelta(seconds=5)) -> None:
        for _ in range(count):
            await bot.beat()
            self.now += apart

    async def subscribed(self, *where: str, schedule: str = "every Monday at 09:00", **known: object) -> None:
        """Mo gets the weekly summary in these conversations."""

        def work(transaction: Transaction) -> None:
            transaction.put(MEMBERS, Member("local/mo", name="Mo Khan", roles=frozenset({Role.MANAGER})))
            for name in where:
                made = Subscription(name, "local/mo", name, "summary", schedule, NINE - timedelta(days=5))
                transaction.put(SUBSCRIPTIONS, replace(made, **known))  # type: ignore[arg-type]
                transaction.put(REFERENCES, Reference(name, SERVICE, "28:bot", "29:mo", member="local/mo"))

        await self.store.transact(work)
