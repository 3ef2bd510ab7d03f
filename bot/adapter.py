"""Whether an activity is really from our Teams, and the SDK's turn that it is answered in."""

from __future__ import annotations

import logging
from types import SimpleNamespace
from urllib.parse import urlsplit

from aiohttp import ClientSession
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from botbuilder.schema import Activity, ChannelAccount, ConversationAccount
from botframework.connector.auth import (
    AuthenticateRequestResult,
    AuthenticationConstants,
    ChannelValidation,
    ClaimsIdentity,
    JwtTokenExtractor,
    SimpleCredentialProvider,
)

from bot.connector import make_connectors
from bot.identity import tenant
from bot.incoming import Account, Incoming, Refused
from bot.keys import KeysUnavailable, SigningKeys
from bot.settings import Settings, is_loopback

log = logging.getLogger(__name__)

KEYS_URL: str = AuthenticationConstants.TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL
LOCAL_CHANNELS = ("msteams", "emulator", "webchat", "directline", "agents")  # what the Agents Playground can play

NOT_PROVEN = "This request carries no valid Bot Framework token."
NO_KEYS = "Tokens can't be checked just now."
NOT_TEAMS = "This bot answers in Microsoft Teams only."
NOT_OUR_TENANT = "This bot answers in its own tenant only."
NOT_HERE = "In local mode the serviceUrl must be on this machine."


def make_adapter(settings: Settings, http: ClientSession, keys_url: str = KEYS_URL) -> CloudAdapter:
    """The SDK's adapter for these settings. It checks tokens always, except in local mode."""
    JwtTokenExtractor.metadataCache[KEYS_URL] = SigningKeys(http, keys_url)
    return CloudAdapter(_Authentication(settings, http))


def check_origin(incoming: Incoming, settings: Settings) -> None:
    """Refuse (403) what our own Teams wouldn't send. A token proves none of this, so it is checked besides."""
    if incoming.channel_id not in (LOCAL_CHANNELS if settings.local else ("msteams",)):
        raise Refused(403, NOT_TEAMS)
    if settings.local and not is_loopback(_host(incoming.service_url)):
        raise Refused(403, NOT_HERE)
    if not settings.local and tenant(incoming).casefold() != settings.tenant.casefold():
        raise Refused(403, NOT_OUR_TENANT)


def as_activity(incoming: Incoming) -> Activity:
    """What the SDK needs of an activity to authenticate it and to reply to it."""
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


class _Authentication(ConfigurationBotFrameworkAuthentication):  # type: ignore[misc]  # the SDK publishes no types
    """The SDK's authentication, reduced to tokens of the Teams channel, with connectors that last."""

    def __init__(self, settings: Settings, http: ClientSession) -> None:
        super().__init__(_sdk_settings(settings))
        self._settings = settings
        self._connectors = make_connectors(_sdk_settings(settings), http)

    async def authenticate_request(self, activity: Activity, auth_header: str) -> AuthenticateRequestResult:
        """Raises Refused where the token doesn't hold; 503 where that can't be found out."""
        result = AuthenticateRequestResult()
        result.claims_identity = await self._claims(activity, auth_header)
        result.audience = AuthenticationConstants.TO_CHANNEL_FROM_BOT_OAUTH_SCOPE
        result.connector_factory = self._connectors
        return result

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:
        """None: nobody signs in to anything through this bot, and making one costs a tenth of a turn."""

    async def _claims(self, activity: Activity, auth_header: str) -> ClaimsIdentity:
        return ClaimsIdentity({}, True) if self._settings.local else await self._check(activity, auth_header)

    async def _check(self, activity: Activity, auth_header: str) -> ClaimsIdentity:
        """The token's claims. Emulator and skill tokens, which the SDK would take too, have no business here."""
        credentials = SimpleCredentialProvider(self._settings.app_id, "")
        try:
            return await ChannelValidation.authenticate_channel_token_with_service_url(
                auth_header, credentials, activity.service_url, activity.channel_id
            )
        except KeysUnavailable:
            log.exception("signing keys unavailable")
            raise Refused(503, NO_KEYS) from None
        except Exception as error:  # the SDK and PyJWT raise a dozen kinds, bare Exception among them
            log.info("token refused", extra={"reason": type(error).__name__})
            raise Refused(401, NOT_PROVEN) from None


def _sdk_settings(settings: Settings) -> SimpleNamespace:
    """The settings under the SDK's names. Its "MultiTenant" without an app id is how it says: no authentication."""
    return SimpleNamespace(
        APP_ID=settings.app_id,
        APP_PASSWORD=settings.app_password,
        APP_TYPE="MultiTenant" if settings.local else str(settings.app_type),
        APP_TENANTID=settings.tenant,
    )


def _account(account: Account | None) -> ChannelAccount | None:
    if account is None:
        return None
    return ChannelAccount(id=account.id, name=account.name, aad_object_id=account.aad_object_id)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
