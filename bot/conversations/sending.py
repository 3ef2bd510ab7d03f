"""Ways to send replies that do something besides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.turns.turn import Card, Reply

if TYPE_CHECKING:  # the SDK behind it takes a while to load, and the terminal chat needs none of it
    from bot.delivery import Send


def after(first: Callable[[], None], send: Send) -> Send:
    """Sending that does something first."""

    async def sent(reply: Reply) -> None:
        first()
        await send(reply)

    return sent


def adding(words: str, send: Send) -> Send:
    """Sending that says something more, below."""

    async def added(reply: Reply) -> None:
        await send(replace(reply, text=f"{reply.text}\n\n{words}"))

    return added


def keeping(instead: list[Card], send: Send) -> Send:
    """Sending that keeps a card which takes another's place, and sends its words alone."""

    async def keep(reply: Reply) -> None:
        if reply.replaces and reply.card:
            instead.append(reply.card)
            reply = Reply(reply.text)
        await send(reply)

    return keep
