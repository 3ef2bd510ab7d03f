"""Makes the file that an order describes, off the loop and outside every transaction."""

from __future__ import annotations

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.conversations.gathering import gathered
from knowledge.errors import UnknownProgramme
from knowledge.reports.making import made
from knowledge.reports.order import Order
from knowledge.reports.pack import steps
from knowledge.store import Store


async def packed(order: Order, store: Store, now: datetime, timezone: ZoneInfo) -> bytes:
    """The file as things stand now (UTC). Raises UnknownProgramme, and what reading the store raises."""
    programme = next((one for one in await store.programmes() if one.name == order.programme), None)
    if programme is None:
        raise UnknownProgramme(order.programme)
    pack = await gathered(steps(programme, order, now, timezone), store)
    return await asyncio.to_thread(made, pack, order.format)
