"""The way out: one connector client for each service address, over the bot's own HTTP session."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp import ClientSession
from botbuilder.integration.aiohttp import ConfigurationServiceClientCredentialFactory as CredentialFactory
from botframework.connector import AsyncBfPipeline, BotFrameworkConnectorConfiguration
from botframework.connector.aio import ConnectorClient
from botframework.connector.auth import AppCredentials, AuthenticationConstants, ConnectorFactory
from msrest.pipeline import Request, Response
from msrest.pipeline.async_abc import AsyncHTTPPolicy, AsyncHTTPSender
from msrest.universal_http.async_abc import AsyncClientResponse

ADDRESSES_KEPT = 64  # Teams uses one or two for a tenant


def make_connectors(sdk_settings: Any, http: ClientSession) -> Connectors:
    """Connectors that sign with the bot's credentials; in local mode the SDK's credentials are empty."""
    return Connectors(CredentialFactory(sdk_settings), sdk_settings.APP_ID, http)


class Connectors(ConnectorFactory):  # type: ignore[misc]  # the SDK publishes no types
    """Makes a connector client when an address is first replied to, and keeps it.

    The SDK's own factory makes one each turn, which costs most of the turn, with a credential that
    fetches a new token each time.
    """

    def __init__(self, credentials: CredentialFactory, app_id: str, http: ClientSession) -> None:
        self._credentials, self._app_id = credentials, app_id
        self._sender = _Sender(http)
        self._clients: dict[str, ConnectorClient] = {}

    async def create(self, service_url: str, audience: str = "") -> ConnectorClient:  # noqa: ARG002  the SDK's signature
        """The client for this address."""
        if service_url not in self._clients:
            if len(self._clients) >= ADDRESSES_KEPT:
                del self._clients[next(iter(self._clients))]
            self._clients[service_url] = await self._client(service_url)
        return self._clients[service_url]

    async def _client(self, service_url: str) -> ConnectorClient:
        credentials = await self._credentials.create_credentials(
            self._app_id,
            AuthenticationConstants.TO_CHANNEL_FROM_BOT_OAUTH_SCOPE,
            AuthenticationConstants.TO_CHANNEL_FROM_BOT_LOGIN_URL_PREFIX,
            True,
        )
        configuration = BotFrameworkConnectorConfiguration(
            _Signature(credentials), service_url, pipeline_type=AsyncBfPipeline, sender=self._sender
        )
        return ConnectorClient(None, custom_configuration=configuration)


class _Signature(AsyncHTTPPolicy[Any, Any]):
    """Puts the bot's token on a request; fetched in a thread, since the credential would block the event loop."""

    def __init__(self, credentials: AppCredentials) -> None:
        super().__init__()
        self._credentials = credentials

    async def send(self, request: Request[Any], **config: Any) -> Response[Any, Any]:
        if self._credentials.microsoft_app_id:
            token = await asyncio.to_thread(self._credentials.get_access_token)
            request.http_request.headers["Authorization"] = f"Bearer {token}"
        return await self.next.send(request, **config)  # type: ignore[union-attr]  # the pipeline sets it


class _Sender(AsyncHTTPSender[Any, Any]):
    """Sends over aiohttp; msrest's own aiohttp sender loses headers and body."""

    def __init__(self, http: ClientSession) -> None:
        self._http = http

    async def send(self, request: Request[Any], **config: Any) -> Response[Any, Any]:  # noqa: ARG002  msrest's signature
        asked = request.http_request
        async with self._http.request(asked.method, asked.url, headers=asked.headers, data=asked.data) as answer:
            return Response(request, _Answer(asked, answer, await answer.read()))

    async def __aexit__(self, *_: object) -> None:
        """The session belongs to the app, which closes it."""


class _Answer(AsyncClientResponse):
    """An HTTP answer as msrest reads it; unlike msrest's own for aiohttp, it may be empty."""

    def __init__(self, request: Any, answer: Any, content: bytes) -> None:
        super().__init__(request, answer)
        self.status_code, self.reason, self.headers = answer.status, answer.reason, answer.headers
        self._content = content

    def body(self) -> bytes:
        return self._content
