"""Stands in for Microsoft: signs tokens and publishes the keys as the Bot Framework does, and gives tokens as Entra."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from jwt.algorithms import RSAAlgorithm

from bot.assembly.edge import Microsoft
from bot.settings import Settings

ISSUER = "https://api.botframework.com"
OUR_TEAMS = {"tenant": {"id": "Our-Tenant"}}
SETTINGS = Settings(
    app_id="our-app",
    app_password="secret",  # noqa: S106  of nothing
    tenant="our-tenant",
    tenants=frozenset({"our-tenant", "sister-tenant"}),
    service_hosts=("127.0.0.1",),
)


@dataclass
class Authority:
    """`keys` are what is published; `down` makes everything fail; `asked` and `given` count what was done."""

    keys: dict[str, RSAPrivateKey] = field(default_factory=dict)
    endorsements: Any = ("msteams",)
    asked: int = 0
    down: bool = False
    lasts: int = 3600
    given: list[dict[str, str]] = field(default_factory=list)
    base: str = ""

    @property
    def keys_url(self) -> str:
        return f"{self.base}/metadata"

    @property
    def microsoft(self) -> Microsoft:
        """This authority as the bot finds it."""
        return Microsoft(self.keys_url, self.base)

    def token(self, kid: str | None = "one", key: RSAPrivateKey | None = None, **claims: Any) -> str:
        """A token that is good but for the claims given here; None leaves one out."""
        now = int(time.time())
        usual = {"iss": ISSUER, "aud": "our-app", "nbf": now - 10, "exp": now + 3600}
        all_claims = {name: value for name, value in (usual | claims).items() if value is not None}
        return jwt.encode(all_claims, key or self.keys[kid or "one"], "RS256", {"kid": kid} if kid else None)

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/metadata", self._metadata)
        app.router.add_get("/keys", self._published)
        app.router.add_post("/{tenant}/oauth2/v2.0/token", self._entra)
        app.router.add_get("/identity", self._managed_identity)
        return app

    async def _metadata(self, request: web.Request) -> web.Response:
        self.asked += 1
        if self.down:
            return web.Response(status=503)
        return web.json_response({"jwks_uri": str(request.url.with_path("/keys"))})

    async def _published(self, _: web.Request) -> web.Response:
        published = [RSAAlgorithm.to_jwk(key.public_key(), as_dict=True) for key in self.keys.values()]
        endorsed = {} if self.endorsements is None else {"endorsements": self.endorsements}
        return web.json_response(
            {"keys": [key | {"kid": kid} | endorsed for kid, key in zip(self.keys, published, strict=True)]}
        )

    async def _entra(self, request: web.Request) -> web.Response:
        asked = {name: str(value) for name, value in (await request.post()).items()}
        return self._give(asked | {"tenant": request.match_info["tenant"]}, expires_in=self.lasts)

    async def _managed_identity(self, request: web.Request) -> web.Response:
        asked = dict(request.query) | {"header": request.headers.get("X-IDENTITY-HEADER", "")}
        return self._give(asked, expires_on=str(int(time.time()) + self.lasts))

    def _give(self, asked: dict[str, str], **end: Any) -> web.Response:
        if self.down:
            return web.Response(status=503)
        self.given.append(asked)
        return web.json_response({"access_token": f"token-{len(self.given)}", "token_type": "Bearer"} | end)
