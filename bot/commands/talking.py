"""The command that chats: it opens the store, or a copy of it where a bot is running on it, and talks."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from bot.assembly.stores import look_into_store, open_store
from bot.commands.chat import Chat, chat, hold_ctrl_c
from bot.commands.failures import BadInput
from bot.commands.folder import Folder
from bot.conversations.turns import Turns, blank
from bot.identity import LOCAL_TENANT
from bot.settings import Settings
from dialogs.conversation import respond
from knowledge.errors import StoreBusy, StoreUnsafe
from knowledge.library import Knowledge
from knowledge.model import Person
from knowledge.progress.people.membership import key_for
from knowledge.store import Reading, Store, TinyStore, move
from knowledge.store.shelves import CONVERSATIONS, MEMBERS

COPY = (
    "A bot is running on this store, so this is a conversation on a copy of it: ask what you like, but nothing that "
    "you post here is kept."
)
TERMINAL = "terminal"


ONLY_LOCAL = "--as is for local mode: with MicrosoftAppId set, Teams says who somebody is."
NOBODY = (
    "Nobody in the directory of local mode has the address {email}. “python -m bot people list” shows who is there."
)
SEVERAL = "Several people in the directory have the address {email}."


def talk(settings: Settings, email: str = "") -> str:
    """Chat in the terminal, as somebody on this machine or as somebody of the directory."""
    logging.disable(logging.INFO)  # what goes well is on the screen already
    hold_ctrl_c()
    with asyncio.Runner() as runner:
        store, notice = runner.run(_store(settings))
        try:
            who = (
                runner.run(store.read(lambda reading: _somebody(settings, reading, email))) if email else you(settings)
            )
            turns = Turns(store, respond, blank(settings), prepare=_as_it_is)
            runner.run(turns.refresh())
            where = f"{TERMINAL} {uuid4().hex}"
            folder = Folder(Path.cwd(), store, settings.timezone, kept_in=settings.data_dir)
            chat(runner, Chat(turns, who, where, folder.with_file), notice)
            runner.run(store.transact(lambda transaction: transaction.remove(CONVERSATIONS, where)))
        finally:
            runner.run(store.close())
    return ""


def _as_it_is(knowledge: Knowledge) -> Knowledge:
    """Nothing is done before it is needed: whoever talks alone is welcomed sooner that way."""
    return knowledge


def you(settings: Settings) -> Person:
    """Who types in the terminal."""
    return _person(settings, TERMINAL, "You")


def _somebody(settings: Settings, reading: Reading, email: str) -> Person:
    """Somebody of the directory, or an administrator whom the settings name. Raises BadInput."""
    address = email.casefold().strip()
    if not settings.local:
        raise BadInput(ONLY_LOCAL)
    found = [member for member in reading.find(MEMBERS, email=address) if member.tenant == LOCAL_TENANT and address]
    if len(found) > 1:
        raise BadInput(SEVERAL.format(email=email))
    if not found and address not in settings.admins:
        raise BadInput(NOBODY.format(email=email))
    key = found[0].key if found else key_for(LOCAL_TENANT, "", address)
    person = _person(settings, key.removeprefix(f"{LOCAL_TENANT}/"), found[0].name if found else email)
    return replace(person, email=address, appointed=person.appointed or address in settings.admins)


def _person(settings: Settings, object_id: str, name: str) -> Person:
    unbound = settings.local and settings.open_to_all
    return Person(LOCAL_TENANT, object_id, name, unbound=unbound, appointed=object_id in settings.admins)


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
