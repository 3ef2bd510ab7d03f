"""Fetches the document that an administrator sends in a private chat, from where Teams keeps people's files."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import msgspec
from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.incoming.activity import Incoming
from bot.outgoing.address import is_loopback, named_among
from bot.settings import Settings
from dialogs.turns.turn import Brought
from knowledge.documents import read_document
from knowledge.errors import UnreadableDocument
from knowledge.model import Person
from knowledge.progress.acts.actor import actor
from knowledge.progress.model import Role
from knowledge.progress.standings.records import Records
from knowledge.store import Store

log = logging.getLogger(__name__)

DOWNLOAD = "application/vnd.microsoft.teams.file.download.info"
LARGEST = 10 * 2**20  # bytes; a long report as a Word document has two or three million
LONGEST_NAME, LONGEST_URL = 200, 4_096  # characters
TIMEOUT = ClientTimeout(total=20, connect=5)
_CHUNK = 2**16

TOO_LARGE = f"“{{name}}” is larger than {LARGEST // 2**20} MB, which is more than I read. Nothing has been imported."
NOT_FETCHED = "I couldn’t get “{name}” from Teams. Please send it again in a few minutes. Nothing has been imported."
NOT_THERE = "I only take files that Teams itself keeps, so I haven’t looked at “{name}”. Nothing has been imported."


class Attached(msgspec.Struct, frozen=True, rename="camel"):
    """Where Teams keeps a file that somebody sent, as it says so; whoever has the address may read it for a while."""

    download_url: str = ""
    file_type: str = ""
    name: str = ""


class NotFetched(Exception):
    """The file can't be had; the message is a sentence for whoever sent it."""


@dataclass(frozen=True, slots=True)
class Fetching:
    """What brings sent files, to administrators only."""

    store: Store
    settings: Settings
    http: ClientSession

    async def brought(self, incoming: Incoming, who: Person, *, wanted: bool) -> Brought | None:
        """The document that came with a message, read, or what is wrong with it; None where none came.

        It is fetched for administrators alone, and where it is `wanted`: else only the file's name is taken.
        """
        file = attached(incoming)
        if file is None:
            return None
        if not (wanted and await self._may(who)):
            return Brought(file.name)
        try:
            content = await self._fetched(file)
            programme = await asyncio.to_thread(read_document, content, file.name)
        except (NotFetched, UnreadableDocument) as error:
            log.info("sent document not taken", extra={"error": type(error).__name__})
            return Brought(file.name, problem=str(error))
        return Brought(file.name, sha256(content).hexdigest(), programme)

    async def _may(self, who: Person) -> bool:
        return await self.store.read(lambda reading: actor(who, Records(reading)).is_(Role.ADMINISTRATOR))

    async def _fetched(self, file: Attached) -> bytes:
        """Its bytes, without the bot's token: the address is what allows it, and it may be anybody's."""
        if not may_fetch_from(file.download_url, self.settings):
            raise NotFetched(NOT_THERE.format(name=file.name))
        try:
            async with self.http.get(
                file.download_url, allow_redirects=False, timeout=TIMEOUT, headers={"Accept-Encoding": "identity"}
            ) as answer:
                if answer.status != 200 or answer.headers.get("Content-Encoding", "identity") != "identity":
                    raise NotFetched(NOT_FETCHED.format(name=file.name))
                content = b""
                async for chunk in answer.content.iter_chunked(_CHUNK):
                    content += chunk
                    if len(content) > LARGEST:
                        raise NotFetched(TOO_LARGE.format(name=file.name))
                return content
        except (ClientError, OSError, ValueError) as error:
            raise NotFetched(NOT_FETCHED.format(name=file.name)) from error


def attached(incoming: Incoming) -> Attached | None:
    """The first file that Teams says it keeps for this message; None where it has none."""
    for attachment in incoming.attachments or ():
        if isinstance(attachment, dict) and attachment.get("contentType") == DOWNLOAD:
            return _attached(attachment)
    return None


def may_fetch_from(url: str, settings: Settings) -> bool:
    """Whether files may be had there: by TLS, from the hosts that the settings name; locally from this machine, too."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").casefold(), parts.port
    except ValueError:
        return False
    if len(url) > LONGEST_URL or "\\" in url or "@" in parts.netloc or not url.isprintable() or " " in url:
        return False
    if settings.local and is_loopback(host):
        return parts.scheme in {"http", "https"}
    return parts.scheme == "https" and port in (None, 443) and named_among(host, settings.file_hosts)


def _attached(attachment: dict[str, Any]) -> Attached:
    try:
        found = msgspec.convert(attachment.get("content"), Attached)
    except msgspec.ValidationError:
        found = Attached()
    name = attachment.get("name")
    name = name if isinstance(name, str) and name else f"document.{found.file_type}"
    shown = "".join(letter for letter in name if letter.isprintable())[-LONGEST_NAME:]
    return msgspec.structs.replace(found, name=shown)
