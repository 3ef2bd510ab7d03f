"""Whether an activity is really from our Teams: real tokens with real signatures, and keys that change."""

import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import jwt
import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from botframework.connector.auth import AppCredentials, MicrosoftAppCredentials
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from jwt.algorithms import RSAAlgorithm

from bot.keys import SigningKeys, UnknownKey
from bot.settings import AppType, Settings

from .conftest import StartTeams, Teams

ISSUER = "https://api.botframework.com"
OUR_TEAMS = {"tenant": {"id": "Our-Tenant"}}
SETTINGS = Settings(app_id="our-app", app_password="secret", tenant="our-tenant")  # noqa: S106  of nothing


@dataclass
class Authority:
    """Signs tokens as the Bot Framework does, and publishes the keys; `down` makes it fail."""

    keys: dict[str, RSAPrivateKey] = field(default_factory=dict)
    endorsements: tuple[str, ...] = ("msteams",)
    asked: int = 0
    down: bool = False
    url: str = ""

    def token(self, kid: str | None = "one", key: RSAPrivateKey | None = None, **claims: Any) -> str:
        now = int(time.time())
        usual = {"iss": ISSUER, "aud": "our-app", "nbf": now - 10, "exp": now + 3600}
        all_claims = {name: value for name, value in (usual | claims).items() if value is not None}
        return jwt.encode(all_claims, key or self.keys[kid or "one"], "RS256", {"kid": kid} if kid else None)

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/metadata", self._metadata)
        app.router.add_get("/keys", self._published)
        return app

    async def _metadata(self, request: web.Request) -> web.Response:
        self.asked += 1
        if self.down:
            return web.Response(status=503)
        return web.json_response({"jwks_uri": str(request.url.with_path("/keys"))})

    async def _published(self, _: web.Request) -> web.Response:
        published = [RSAAlgorithm.to_jwk(key.public_key(), as_dict=True) for key in self.keys.values()]
        extra = [{"kid": kid, "endorsements": list(self.endorsements)} for kid in self.keys]
        return web.json_response({"keys": [key | more for key, more in zip(published, extra, strict=True)]})


@pytest.fixture(scope="module")
def private_keys() -> list[RSAPrivateKey]:
    return [generate_private_key(65537, 2048) for _ in range(2)]


@pytest.fixture
async def authority(private_keys: list[RSAPrivateKey]) -> AsyncIterator[Authority]:
    authority = Authority({"one": private_keys[0]})
    async with TestServer(authority.app()) as server:
        authority.url = str(server.make_url("/metadata"))
        yield authority


@pytest.fixture
def tokens_for_replies(monkeypatch: pytest.MonkeyPatch) -> list[AppCredentials]:
    """Stands in for Azure's token service; holds the credentials that asked for a token."""
    asked: list[AppCredentials] = []

    def give(self: AppCredentials, force_refresh: bool = False) -> str:
        asked.append(self)
        return "reply-token"

    monkeypatch.setattr(MicrosoftAppCredentials, "get_access_token", give)
    return asked


@pytest.fixture
async def secured(start_teams: StartTeams, authority: Authority, tokens_for_replies: list[AppCredentials]) -> Teams:
    """A Teams whose bot has an app id."""
    return await start_teams(settings=SETTINGS, keys_url=authority.url)


async def status(teams: Teams, header: str | None, **fields: Any) -> int:
    """What the bot answers to a message with this Authorization header. Refusals are short JSON."""
    headers = {"Authorization": header} if header is not None else {}
    response = await teams.post(teams.activity(**({"channelData": OUR_TEAMS} | fields)), headers=headers)
    if response.status >= 400:
        assert list(await response.json()) == ["error"]
        assert not teams.received
    return response.status


async def test_a_good_token_is_taken_and_the_reply_is_signed(secured: Teams, authority: Authority) -> None:
    token = authority.token(serviceurl=secured.service_url)

    assert await status(secured, f"Bearer {token}") == 201
    assert secured.replies()[0]["authorization"] == "Bearer reply-token"


async def test_one_credential_serves_all_replies_to_an_address(
    secured: Teams, authority: Authority, tokens_for_replies: list[AppCredentials]
) -> None:
    for _ in range(3):
        await status(secured, f"Bearer {authority.token(serviceurl=secured.service_url)}")

    assert len(tokens_for_replies) == 3
    assert len(set(map(id, tokens_for_replies))) == 1
    assert authority.asked == 1


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Bearer a.b.c",
        "Bearer a b",
        "Basic eDp5",
        "bearer",
        "\u00a0",
        "Bearer ..",
        "é",
    ],
)
async def test_garbage_is_not_authenticated(secured: Teams, header: str | None) -> None:
    assert await status(secured, header) == 401


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "another-app"},
        {"aud": None},
        {"iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"},
        {"iss": "https://attacker.example"},
        {"iss": None},
        {"exp": 1},
        {"exp": "tomorrow"},
        {"nbf": int(time.time()) + 3600},
        {"serviceurl": "https://attacker.example/"},
        {"serviceurl": None},
    ],
    ids=str,
)
async def test_a_well_signed_token_for_something_else_is_not_authenticated(
    secured: Teams, authority: Authority, claims: dict[str, Any]
) -> None:
    token = authority.token(**({"serviceurl": secured.service_url} | claims))

    assert await status(secured, f"Bearer {token}") == 401


async def test_emulator_and_skill_tokens_are_not_authenticated(secured: Teams, authority: Authority) -> None:
    issuer = "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0"
    emulator = authority.token(iss=issuer, appid="our-app", ver="1.0", serviceurl=secured.service_url)
    skill = authority.token(iss=issuer, azp="other", ver="2.0", serviceurl=secured.service_url)

    assert await status(secured, f"Bearer {emulator}") == 401
    assert await status(secured, f"Bearer {skill}") == 401
    assert authority.asked == 0


async def test_a_token_signed_by_somebody_else_is_not_authenticated(
    secured: Teams, authority: Authority, private_keys: list[RSAPrivateKey]
) -> None:
    token = authority.token(key=private_keys[1], serviceurl=secured.service_url)

    assert await status(secured, f"Bearer {token}") == 401


@pytest.mark.parametrize("kid", [None, "unknown"])
async def test_a_token_with_an_unknown_key_is_not_authenticated(
    secured: Teams, authority: Authority, private_keys: list[RSAPrivateKey], kid: str | None
) -> None:
    token = authority.token(kid=kid, key=private_keys[0], serviceurl=secured.service_url)

    assert await status(secured, f"Bearer {token}") == 401


async def test_unsigned_and_symmetric_tokens_are_not_authenticated(secured: Teams) -> None:
    claims = {"iss": ISSUER, "aud": "our-app", "exp": int(time.time()) + 60, "serviceurl": secured.service_url}
    unsigned = jwt.encode(claims, "", "none", {"kid": "one"})
    symmetric = jwt.encode(claims, "x" * 32, "HS256", {"kid": "one"})

    assert await status(secured, f"Bearer {unsigned}") == 401
    assert await status(secured, f"Bearer {symmetric}") == 401


async def test_a_key_that_is_not_endorsed_for_teams_is_not_authenticated(secured: Teams, authority: Authority) -> None:
    authority.endorsements = ("webchat",)

    assert await status(secured, f"Bearer {authority.token(serviceurl=secured.service_url)}") == 401


async def test_a_refusal_names_the_scheme(secured: Teams) -> None:
    response = await secured.post(secured.activity())

    assert (response.status, response.headers["WWW-Authenticate"]) == (401, "Bearer")


@pytest.mark.parametrize("data", [None, {}, {"tenant": {"id": "another-tenant"}}, {"tenant": {}}, "our-tenant"])
async def test_other_tenants_are_refused(secured: Teams, authority: Authority, data: Any) -> None:
    token = authority.token(serviceurl=secured.service_url)

    assert await status(secured, f"Bearer {token}", channelData=data) == 403


@pytest.mark.parametrize("channel", ["webchat", "emulator", "", None])
async def test_other_channels_are_refused(secured: Teams, authority: Authority, channel: str | None) -> None:
    authority.endorsements = ("msteams", "webchat", "emulator")
    token = authority.token(serviceurl=secured.service_url)

    assert await status(secured, f"Bearer {token}", channelId=channel) == 403


async def test_a_new_key_is_found_when_it_is_first_used(
    authority: Authority, private_keys: list[RSAPrivateKey]
) -> None:
    async with ClientSession() as http:
        keys = SigningKeys(http, authority.url, unknown_key_waits=0)
        await keys.get("one")

        authority.keys = {"two": private_keys[1]}

        assert (await keys.get("two")).endorsements == ["msteams"]


async def test_known_keys_serve_on_while_new_ones_cannot_be_fetched(authority: Authority) -> None:
    async with ClientSession() as http:
        keys = SigningKeys(http, authority.url, unknown_key_waits=0)
        await keys.get("one")

        authority.down = True
        with pytest.raises(UnknownKey):
            await keys.get("two")

        assert await keys.get("one")


async def test_made_up_keys_do_not_make_the_bot_ask_again_and_again(
    secured: Teams, authority: Authority, private_keys: list[RSAPrivateKey]
) -> None:
    for number in range(5):
        made_up = authority.token(kid=f"made up {number}", key=private_keys[1], serviceurl=secured.service_url)
        assert await status(secured, f"Bearer {made_up}") == 401

    assert authority.asked == 1


async def test_without_keys_nobody_can_be_checked_and_teams_may_try_later(secured: Teams, authority: Authority) -> None:
    authority.down = True
    token = authority.token(serviceurl=secured.service_url)
    assert await status(secured, f"Bearer {token}") == 503

    authority.down = False

    assert await status(secured, f"Bearer {token}") == 201


async def test_a_managed_identity_is_checked_the_same(start_teams: StartTeams, authority: Authority) -> None:
    settings = Settings(app_id="our-app", app_type=AppType.USER_ASSIGNED_MSI, tenant="our-tenant")
    teams = await start_teams(settings=settings, keys_url=authority.url)

    assert await status(teams, None) == 401
    assert await status(teams, "Bearer x") == 401
