"""Brings people the files that replies carry: by Teams' own way in a personal chat, by a short-lived link elsewhere."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import quote

from aiohttp import ClientSession, web
from botbuilder.core import TurnContext
from botbuilder.schema import Activity

from bot.conversations.references import reference_of, trustworthy
from bot.delivery import Send
from bot.files.consent import NotUploaded, Place, answer_in, asking, upload, uploaded
from bot.files.packs import packed
from bot.files.tickets import Ticket, read_ticket, secret_of, signed
from bot.identity import person_of, speaker
from bot.incoming.activity import Incoming
from bot.outgoing.connector import NotDelivered
from bot.settings import Settings
from bot.unasked.courier import Post, addressed
from dialogs.turns.turn import File, Reply
from knowledge.errors import KnowledgeError
from knowledge.progress.acts.actor import actor, key_of
from knowledge.progress.model import Role
from knowledge.progress.sending.agenda import chat_with
from knowledge.progress.standings.records import Records
from knowledge.store import Store

log = logging.getLogger(__name__)

LINK = "[Download {name}]({url}) (for 15 minutes, and for you alone: please don’t pass the link on)"
SENT_PRIVATELY = "I’ve sent you the file in our private chat, since others read here what isn’t theirs."
ASK_PRIVATELY = "I can’t give you the file here, where others read along. Please ask me in our private chat."
UPLOADED = "Here it is."
DECLINED = "All right, I haven’t put the file anywhere."
RUN_OUT = "That offer has run out. Please ask for the file again."
NOT_UPLOADED = "Teams didn’t take the file. Please ask for it again in a few minutes."
NO_LINK = "This link doesn't work, or no longer. Ask the bot for the file again."

LINK_LASTS = timedelta(minutes=15)
OFFER_LASTS = timedelta(hours=1)  # a question in a private chat waits for whoever it is asked


@dataclass(frozen=True, slots=True)
class Files:
    """Offers files and gives them away; whether somebody may have one is looked at again when they fetch it."""

    store: Store
    settings: Settings
    http: ClientSession
    post: Post
    clock: Callable[[], datetime]

    def carrying(self, send: Send, incoming: Incoming, context: TurnContext) -> Send:
        """A way to reply that takes files along."""

        async def answer(reply: Reply) -> None:
            if reply.file is None:
                await send(reply)
            else:
                await self._offer(reply, reply.file, send, incoming, context)

        return answer

    async def consented(self, incoming: Incoming, send: Send, show: Callable[[Activity], Awaitable[None]]) -> None:
        """Put a file where the person who was asked wants it, or don't; then say so."""
        answer = answer_in(incoming.value)
        if answer is None or (answer.action == "accept" and answer.upload_info is None):
            log.info("odd answer to a file")
            return
        if answer.action != "accept" or answer.upload_info is None:
            await send(Reply(DECLINED))
            return
        ticket = read_ticket(answer.ticket, await secret_of(self.store), self.clock())
        if ticket is None or ticket.who != key_of(speaker(incoming, self.settings)) or not await self._may(ticket):
            await send(Reply(RUN_OUT))
            return
        if await self._put(ticket, answer.upload_info):
            await show(uploaded(UPLOADED, answer.upload_info, ticket.name))
        else:
            await send(Reply(NOT_UPLOADED))

    async def fetch(self, text: str) -> web.Response:
        """The file behind a link, or 403 without a reason: whoever tries links learns nothing from it."""
        ticket = read_ticket(text, await secret_of(self.store), self.clock())
        if ticket is None or not await self._may(ticket):
            return web.json_response({"error": NO_LINK}, status=403, headers=_PRIVATE)
        headers = _PRIVATE | {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(ticket.name, safe='')}"}
        kind = ticket.order.format.media_type.partition(";")[0]
        return web.Response(body=await self._made(ticket), content_type=kind, headers=headers)

    async def _offer(self, reply: Reply, file: File, send: Send, incoming: Incoming, context: TurnContext) -> None:
        who = key_of(speaker(incoming, self.settings))
        private = reference_of(incoming, self.settings).private
        if private and not self.settings.local:
            ticket = self._ticket(file, who, OFFER_LASTS)
            size = len(await self._made(ticket))
            text = signed(ticket, await secret_of(self.store))
            await context.adapter.reply(context, asking(reply.text, file.name, size, text))
        elif self.settings.local:
            await send(await self._linked(reply, file, who))
        else:
            sent = await self._sent_privately(reply, file, who)
            await send(Reply(SENT_PRIVATELY if sent else ASK_PRIVATELY))

    async def _sent_privately(self, reply: Reply, file: File, who: str) -> bool:
        """Whether the link is in the private chat of whoever asked."""
        chat = await self.store.read(lambda reading: chat_with(reading, who))
        if chat is None or not self.settings.public_url or not trustworthy(chat, self.settings):
            return False
        try:
            await self.post(chat, addressed(await self._linked(reply, file, who), chat, local=False))
        except NotDelivered:
            log.warning("file not sent privately", exc_info=True)
            return False
        return True

    async def _linked(self, reply: Reply, file: File, who: str) -> Reply:
        text = signed(self._ticket(file, who, LINK_LASTS), await secret_of(self.store))
        base = self.settings.public_url or f"http://{self.settings.host}:{self.settings.port}"
        link = LINK.format(name=file.name, url=f"{base.rstrip('/')}/files/{text}")
        return replace(reply, text=f"{reply.text}\n\n{link}", file=None)

    async def _put(self, ticket: Ticket, place: Place) -> bool:
        try:
            await upload(self.http, place, await self._made(ticket))
        except (NotUploaded, KnowledgeError):
            log.warning("file not uploaded", exc_info=True)
            return False
        return True

    async def _may(self, ticket: Ticket) -> bool:
        person = person_of(ticket.who, self.settings)
        return await self.store.read(lambda reading: actor(person, Records(reading)).is_(Role.MANAGER))

    async def _made(self, ticket: Ticket) -> bytes:
        return await packed(ticket.order, self.store, self.clock(), self.settings.timezone)

    def _ticket(self, file: File, who: str, lasts: timedelta) -> Ticket:
        return Ticket(who, file.name, file.order, self.clock() + lasts)


_PRIVATE = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
FILES = web.AppKey("files", Files)


async def file(request: web.Request) -> web.Response:
    """GET /files/…: the file behind a link."""
    return await request.app[FILES].fetch(request.match_info["ticket"])
