"""How a reply becomes an activity that Teams accepts, and how it is sent."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from botbuilder.core import TurnContext
from botbuilder.schema import Activity, ActivityTypes, Attachment

from bot.outgoing.buttons import speaking
from dialogs.turns.turn import Card, Reply

Send = Callable[[Reply], Awaitable[None]]

CUT = "This was too long for one message, so the rest is left out. Ask about one recommendation to see all of it."

CARD_TYPE = "application/vnd.microsoft.card.adaptive"
ROOM = 38_000  # bytes of UTF-16; Teams refuses an activity of 40 KB, and the envelope needs some of that
SUMMARY = 120  # characters of a notification


def sender(context: TurnContext, *, local: bool) -> Send:
    """A way to reply within one SDK turn; raises NotDelivered when Teams doesn't take the reply."""

    async def send(reply: Reply) -> None:
        await context.adapter.reply(context, activity(reply, local=local))

    return send


def activity(reply: Reply, *, local: bool) -> Activity:
    """One message of under 40 KB: if need be without its card, and then with its text cut at a line."""
    text, card = fitted(reply if local or not reply.card else Reply(reply.text, speaking(reply.card)))
    message = Activity(type=ActivityTypes.message, text=text, text_format="markdown")
    if card is not None:
        message.attachments = [Attachment(content_type=CARD_TYPE, content=card)]
        message.summary = text.partition("\n")[0][:SUMMARY]
    return message


def fitted(reply: Reply) -> tuple[str, Card | None]:
    """A reply's text and card as far as one message holds them."""
    if _at_most(reply.text) + _at_most(reply.card) <= ROOM or _size(reply.text) + _size(reply.card) <= ROOM:
        return reply.text, reply.card
    if _size(reply.text) <= ROOM:
        return reply.text, None
    return _cut(reply.text), None


def _cut(text: str) -> str:
    """As many whole lines as there is room for, and a sentence saying so."""
    room = ROOM - _size(CUT) - 8
    kept: list[str] = []
    for line in text.split("\n"):
        room -= _size(line)
        if room < 0:
            break
        kept.append(line)
    return "\n".join([*kept, "", CUT]).strip()


def _at_most(part: Any) -> int:
    """What `_size` is never above, found much quicker: no character takes more than twice its UTF-8 in UTF-16."""
    return 2 * len(msgspec.json.encode(part))


def _size(part: Any) -> int:
    """Bytes of a part of an activity the way Teams counts them: JSON in UTF-16."""
    return len(json.dumps(part, ensure_ascii=False).encode("utf-16-le", "surrogatepass"))
