"""The command that chats: it opens the store, or a copy of it where a bot is running on it, and talks."""

from __future__ import annotations

import asyncio
import logging
from uuid import uuid4

from bot.chat import Chat, chat, hold_ctrl_c
from bot.identity import LOCAL_TENANT
from bot.settings import Settings
from bot.stores import look_into_store, open_store
from bot.turns import Turns, blank
from dialogs.conversation import respond
from knowledge.errors import StoreBusy, StoreUnsafe
from knowledge.model import Person
from knowledge.store import Store, TinyStore, move
from knowledge.store.shelves import CONVERSATIONS

COPY = (
    "A bot is running on this store, so this is a conversation on a copy of it: ask what you like, but nothing that "
    "you post here is kept."
)
TERMINAL = "terminal"


def talk(settings: Settings) -> str:
    """Chat in the terminal, as somebody on this machine."""
    logging.disable(logging.INFO)  # what goes well is on the screen already
    hold_ctrl_c()
    with asyncio.Runner() as runner:
        store, notice = runner.run(_store(settings))
        try:
            turns = Turns(store, respond, blank(settings))
            runner.run(turns.refresh())
            where = f"{TERMINAL} {uuid4().hex}"
            chat(runner, Chat(turns, you(settings), where), notice)
            runner.run(store.transact(lambda transaction: transaction.remove(CONVERSATIONS, where)))
        finally:
            runner.run(store.close())
    return ""


def you(settings: Settings) -> Person:
    """Who types in the terminal."""
    return Person(LOCAL_TENANT, TERMINAL, "You", unbound=settings.local and settings.open_to_all)


async def _store(settings: Settings) -> tuple[Store, str]:
    """The store, and what to say first; a copy in memory where it can't be held."""
    try:
        return open_store(settings), ""
    except (StoreBusy, StoreUnsafe):
        copy = TinyStore.in_memory()
        kept = look_into_store(settings)
        try:
            await move(kept, copy, "memory")
        finally:
            await kept.close()
        return copy, COPY
