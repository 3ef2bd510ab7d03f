"""Whether an activity comes from where this bot may answer, and what the SDK is to know of it."""

from __future__ import annotations

from botbuilder.schema import Activity, ChannelAccount, ConversationAccount

from bot.identity import tenant
from bot.incoming.activity import Account, Incoming, Refused
from bot.outgoing.address import may_reply_to
from bot.settings import Settings

LOCAL_CHANNELS = ("msteams", "emulator", "webchat", "directline", "agents")  # what the Agents Playground can play

NOT_TEAMS = "This bot answers in Microsoft Teams only."
NOT_OUR_TENANT = "This bot answers in its own tenant only."
NOT_HERE = "In local mode the serviceUrl must be on this machine."
NOT_TEAMS_SERVICE = "The serviceUrl isn't one of Microsoft Teams."


def check_origin(incoming: Incoming, settings: Settings) -> None:
    """Refuse (403) what our own Teams wouldn't send. A token proves none of this, so it is checked besides."""
    if incoming.channel_id not in (LOCAL_CHANNELS if settings.local else ("msteams",)):
        raise Refused(403, NOT_TEAMS)
    if not may_reply_to(incoming.service_url, settings.service_hosts):
        raise Refused(403, NOT_HERE if settings.local else NOT_TEAMS_SERVICE)
    if not settings.local and not _ours(incoming, settings.tenants):
        raise Refused(403, NOT_OUR_TENANT)


def _ours(incoming: Incoming, tenants: frozenset[str]) -> bool:
    """Whether the sender's tenant is one of ours, and the conversation's too where it names one."""
    sender, where = tenant(incoming), incoming.conversation.tenant_id
    return sender.casefold() in tenants and (where or sender).casefold() in tenants


def as_activity(incoming: Incoming) -> Activity:
    """What the SDK needs of an activity to reply to it."""
    where = incoming.conversation
    return Activity(
        type=incoming.type,
        id=incoming.id,
        channel_id=incoming.channel_id,
        service_url=incoming.service_url,
        from_property=_account(incoming.sender),
        recipient=_account(incoming.recipient),
        conversation=ConversationAccount(id=where.id, conversation_type=where.conversation_type),
        channel_data=incoming.channel_data,
        delivery_mode=incoming.delivery_mode,
        locale=incoming.locale,
    )


def _account(account: Account | None) -> ChannelAccount | None:
    if account is None:
        return None
    return ChannelAccount(id=account.id, name=account.name, aad_object_id=account.aad_object_id)
