"""What to do with each kind of activity."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.schema import Activity, ActivityTypes

from bot.conversations.references import References
from bot.conversations.roster import Roster
from bot.conversations.sending import adding, after, keeping
from bot.conversations.turns import Said, Turns, sorry
from bot.conversations.waiting import SOON, waiting
from bot.delivery import CARD_TYPE, Send, sender
from bot.files.fetching import Fetching, attached
from bot.files.handover import Files
from bot.identity import shown, speaker
from bot.incoming.activity import Incoming
from bot.incoming.rates import Excess, Rates
from bot.incoming.speech import LONGEST, brought_something, executed, executed_fields, fields, pressed, typed
from bot.outgoing.connector import NotDelivered
from bot.settings import Settings
from dialogs.importing import wants
from dialogs.turns.turn import Card, Reply

log = logging.getLogger(__name__)

NO_WORDS = "I can only read words, not files or pictures. Please type what you would like to know."
OLD_BUTTON = "I don't know that button any more. Please type what you would like to know."
SEE_CHAT = "The answer is in the chat."
SLOWLY = "That is more than I can take at once. I leave out what comes in the next {seconds}; please say it again then."
MY_NAME = "my name"  # where Teams doesn't say it
LONG = f"I read only the first {LONGEST:,} characters of your message."


class Handler:
    """Takes one checked activity after the other and answers it, or leaves it alone when nobody expects an answer."""

    def __init__(
        self,
        turns: Turns,
        settings: Settings,
        references: References,
        files: Files,
        roster: Roster,
        *,
        fetching: Fetching,
    ) -> None:
        self._turns, self._settings, self._references, self._files = turns, settings, references, files
        self._roster, self._fetching = roster, fetching
        self._rates = Rates(settings.person_limit, settings.conversation_limit)

    async def take(self, incoming: Incoming, context: TurnContext) -> None:
        """Handle an activity. Only NotDelivered comes out: then nobody was answered, and Teams may try again."""
        send = self._files.carrying(sender(context, local=self._settings.local), incoming, context)
        await self._references.heard(incoming)
        try:
            with waiting(lambda: _sign(context), SOON) as answering:
                await self._dispatch(incoming, context, after(answering, send))
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
        if excess := self._excess(incoming):
            await _slow_down(excess, send)
        elif (words := pressed(incoming.value) or typed(incoming)) or _brings_document(incoming):
            await self._answer(incoming, words, fields(incoming.value), send)
        else:
            await self._turns.reply(incoming.conversation.id, incoming.id, self._without_words(incoming), send)

    def _without_words(self, incoming: Incoming) -> Reply:
        if incoming.value is not None:
            return Reply(OLD_BUTTON)
        if brought_something(incoming):
            return Reply(NO_WORDS)
        return self._turns.introduction(_mention(incoming))  # nothing but the bot's name: somebody wonders what this is

    async def _invoke(self, incoming: Incoming, context: TurnContext, send: Send) -> None:
        """Answer in the chat, and answer the invoke itself: with the card that takes the place of the one pressed.

        Where there is none, Teams shows a line briefly under the card.
        """
        if incoming.name == "fileConsent/invoke":
            await self._files.consented(incoming, send, lambda activity: context.adapter.reply(context, activity))
            await _return(context, {})
        elif incoming.name != "adaptiveCard/action":
            await _return(context, {})
        elif excess := self._excess(incoming):
            await _return(context, _card_message(_slowly(excess)))
        elif words := executed(incoming.value):
            instead: list[Card] = []
            await self._answer(incoming, words, executed_fields(incoming.value), keeping(instead, send))
            await _return(context, _replacing(instead[-1]) if instead else _card_message(SEE_CHAT))
        else:
            await _return(context, _card_message(OLD_BUTTON))

    async def _membership(self, incoming: Incoming, send: Send) -> None:
        where = incoming.conversation.id
        if incoming.action in ("remove", "remove-upgrade"):
            await self._turns.forget(where)
        elif _bot_arrived(incoming):
            await self._turns.welcome(where, incoming.id, send, _mention(incoming))

    async def _answer(self, incoming: Incoming, words: str, fields: Mapping[str, Any], send: Send) -> None:
        who = await self._roster.met(incoming, speaker(incoming, self._settings))
        brought = None
        if _brings_document(incoming):
            brought = await self._fetching.brought(incoming, who, wanted=wants(words))
        said = Said(incoming.conversation.id, incoming.id, words[:LONGEST], who, fields, brought)
        await self._turns.answer(said, send if len(words) <= LONGEST else adding(LONG, send))

    def _excess(self, incoming: Incoming) -> Excess | None:
        return self._rates.spend(incoming.sender.aad_object_id or incoming.sender.id, incoming.conversation.id)


async def _slow_down(excess: Excess, send: Send) -> None:
    """Say it once; who goes on all the same would be answered as often as they ask."""
    if excess.first:
        await send(Reply(_slowly(excess)))
    else:
        log.info("left out, too many messages")


def _slowly(excess: Excess) -> str:
    seconds = int(excess.wait) + 1
    return SLOWLY.format(seconds="second" if seconds == 1 else f"{seconds} seconds")


async def _sign(context: TurnContext) -> None:
    await context.adapter.reply(context, Activity(type=ActivityTypes.typing))


def _mention(incoming: Incoming) -> str:
    """What the bot must be called to hear anything in a group chat or a channel; empty in a private chat."""
    if incoming.conversation.conversation_type not in {"groupChat", "channel"}:
        return ""
    return shown((incoming.recipient and incoming.recipient.name) or "") or MY_NAME


def _brings_document(incoming: Incoming) -> bool:
    """Whether a file came along that Teams keeps, in a private chat: elsewhere others would see what it holds."""
    return incoming.conversation.conversation_type == "personal" and attached(incoming) is not None


def _bot_arrived(incoming: Incoming) -> bool:
    """Whether the bot itself came to a team or group, or anybody to a personal chat with it."""
    if incoming.type == ActivityTypes.installation_update:
        return incoming.action in ("add", "add-upgrade")
    added = {member.id for member in incoming.members_added or ()}
    personal = incoming.conversation.conversation_type == "personal"
    return bool(added) if personal else bool(incoming.recipient and incoming.recipient.id in added)


def _replacing(card: Card) -> dict[str, Any]:
    return {"statusCode": 200, "type": CARD_TYPE, "value": card}


def _card_message(text: str) -> dict[str, Any]:
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": text}


async def _return(context: TurnContext, body: dict[str, Any]) -> None:
    response = InvokeResponse(status=200, body=body)
    await context.send_activity(Activity(type=ActivityTypes.invoke_response, value=response))
