"""What to do with each kind of activity."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.schema import Activity, ActivityTypes

from bot.connector import NotDelivered
from bot.delivery import Send, sender
from bot.identity import speaker
from bot.incoming import Incoming
from bot.settings import Settings
from bot.speech import brought_something, executed, executed_fields, fields, pressed, typed
from bot.turns import Said, Turns, sorry
from dialogs.turn import Reply

log = logging.getLogger(__name__)

NO_WORDS = "I can only read words, not files or pictures. Please type what you would like to know."
OLD_BUTTON = "I don't know that button any more. Please type what you would like to know."
SEE_CHAT = "The answer is in the chat."


class Handler:
    """Takes one checked activity after the other and answers it, or leaves it alone when nobody expects an answer."""

    def __init__(self, turns: Turns, settings: Settings) -> None:
        self._turns, self._settings = turns, settings

    async def take(self, incoming: Incoming, context: TurnContext) -> None:
        """Handle an activity. Only NotDelivered comes out: then nobody was answered, and Teams may try again."""
        send = sender(context, local=self._settings.local)
        try:
            await self._dispatch(incoming, context, send)
        except NotDelivered:
            raise
        except Exception as error:  # the door: see house rules on errors
            await send(sorry(error))

    async def _dispatch(self, incoming: Incoming, context: TurnContext, send: Send) -> None:
        match incoming.type:
            case ActivityTypes.message:
                await self._message(incoming, send)
            case ActivityTypes.invoke:
                await self._invoke(incoming, context, send)
            case ActivityTypes.installation_update | ActivityTypes.conversation_update:
                await self._membership(incoming, send)
            case _:  # edits, deletions, reactions, typing: nobody expects an answer to these
                log.info("ignored", extra={"kind": incoming.type})

    async def _message(self, incoming: Incoming, send: Send) -> None:
        if words := pressed(incoming.value) or typed(incoming):
            await self._turns.answer(self._said(incoming, words, fields(incoming.value)), send)
        else:
            await self._turns.reply(incoming.conversation.id, incoming.id, self._without_words(incoming), send)

    def _without_words(self, incoming: Incoming) -> Reply:
        if incoming.value is not None:
            return Reply(OLD_BUTTON)
        if brought_something(incoming):
            return Reply(NO_WORDS)
        return self._turns.introduction()  # nothing but the bot's name: somebody wonders what this is

    async def _invoke(self, incoming: Incoming, context: TurnContext, send: Send) -> None:
        """Answer in the chat, and answer the invoke itself, which Teams shows briefly under the card."""
        if incoming.name != "adaptiveCard/action":
            await _return(context, {})
        elif words := executed(incoming.value):
            await self._turns.answer(self._said(incoming, words, executed_fields(incoming.value)), send)
            await _return(context, _card_message(SEE_CHAT))
        else:
            await _return(context, _card_message(OLD_BUTTON))

    async def _membership(self, incoming: Incoming, send: Send) -> None:
        where = incoming.conversation.id
        if incoming.action in ("remove", "remove-upgrade"):
            await self._turns.forget(where)
        elif _bot_arrived(incoming):
            await self._turns.welcome(where, incoming.id, send)

    def _said(self, incoming: Incoming, words: str, fields: Mapping[str, Any]) -> Said:
        return Said(incoming.conversation.id, incoming.id, words, speaker(incoming, self._settings), fields)


def _bot_arrived(incoming: Incoming) -> bool:
    """Whether the bot itself came to a team or group, or anybody to a personal chat with it."""
    if incoming.type == ActivityTypes.installation_update:
        return incoming.action in ("add", "add-upgrade")
    added = {member.id for member in incoming.members_added or ()}
    personal = incoming.conversation.conversation_type == "personal"
    return bool(added) if personal else bool(incoming.recipient and incoming.recipient.id in added)


def _card_message(text: str) -> dict[str, Any]:
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": text}


async def _return(context: TurnContext, body: dict[str, Any]) -> None:
    response = InvokeResponse(status=200, body=body)
    await context.send_activity(Activity(type=ActivityTypes.invoke_response, value=response))
