"""Files in a personal chat: Teams asks the person, who says where to put the file, and we put it there."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import msgspec
from aiohttp import ClientError, ClientSession, ClientTimeout
from botbuilder.schema import Activity, ActivityTypes, Attachment

from bot.outgoing.address import STORAGE

CONSENT = "application/vnd.microsoft.teams.card.file.consent"
INFO = "application/vnd.microsoft.teams.card.file.info"
TIMEOUT = ClientTimeout(total=60, connect=5)


class NotUploaded(Exception):
    """The file isn't where the person wanted it; `status` is the HTTP answer, 0 where there was none."""

    def __init__(self, status: int = 0) -> None:
        self.status = status
        super().__init__(f"the file was not uploaded, status {status}")


class Place(msgspec.Struct, frozen=True, rename="camel"):
    """Where the file is to go, as Teams says it."""

    upload_url: str
    content_url: str = ""
    unique_id: str = ""
    file_type: str = ""
    name: str = ""


class Answer(msgspec.Struct, frozen=True, rename="camel"):
    """What the person said to a consent card."""

    action: str
    context: dict[str, Any] = {}
    upload_info: Place | None = None

    @property
    def ticket(self) -> str:
        """The ticket that the card carried."""
        found = self.context.get("ticket")
        return found if isinstance(found, str) else ""


def answer_in(value: Any) -> Answer | None:
    """The answer in an invoke's value, which may be any JSON."""
    try:
        return msgspec.convert(value, Answer)
    except msgspec.ValidationError:
        return None


def asking(text: str, name: str, size: int, ticket: str) -> Activity:
    """The question whether the person wants the file; `size` in bytes."""
    context = {"ticket": ticket}
    content = {"description": text, "sizeInBytes": size, "acceptContext": context, "declineContext": context}
    card = Attachment(content_type=CONSENT, name=name, content=content)
    return Activity(type=ActivityTypes.message, text=text, text_format="markdown", attachments=[card])


def uploaded(text: str, place: Place, name: str) -> Activity:
    """The file where it is now, to open from the chat."""
    content = {"uniqueId": place.unique_id, "fileType": place.file_type or name.rpartition(".")[2]}
    card = Attachment(content_type=INFO, name=place.name or name, content_url=place.content_url, content=content)
    return Activity(type=ActivityTypes.message, text=text, text_format="markdown", attachments=[card])


def may_upload_to(url: str) -> bool:
    """Whether files may go there: to nobody's address but one of Microsoft's for people's files."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").casefold(), parts.port
    except ValueError:
        return False
    odd = "\\" in url or "@" in parts.netloc or port not in (None, 443)
    return parts.scheme == "https" and not odd and host.endswith(STORAGE)


async def upload(http: ClientSession, place: Place, content: bytes) -> None:
    """Put it there, in one piece; the address itself is what allows it, so no token goes along. Raises NotUploaded."""
    if not may_upload_to(place.upload_url):
        raise NotUploaded
    headers = {
        "Content-Range": f"bytes 0-{len(content) - 1}/{len(content)}",
        "Content-Type": "application/octet-stream",
    }
    try:
        async with http.put(
            place.upload_url, data=content, headers=headers, allow_redirects=False, timeout=TIMEOUT
        ) as answer:
            if not 200 <= answer.status < 300:
                raise NotUploaded(answer.status)
    except (ClientError, OSError, ValueError) as error:
        raise NotUploaded from error
