"""Whether an activity is really from our Teams: real tokens with real signatures."""

import base64
import hmac
import json
import time
from dataclasses import replace
from datetime import timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from bot.outgoing.address import TEAMS_HOSTS
from bot.settings import AppType, Settings
from tests.bot.edge.authority import ISSUER, OUR_TEAMS, SETTINGS, Authority
from tests.conftest import StartTeams, Teams


async def status(teams: Teams, header: str | None, **fields: Any) -> int:
    """What the bot answers to a message with this Authorization header. Refusals are short JSON."""
    headers = {"Authorization": header} if header is not None else {}
    response = await teams.post(teams.activity(**({"channelData": OUR_TEAMS} | fields)), headers=headers)
    if response.status >= 400:
        error = await response.json()
        assert list(error) == ["error"]
        assert response.status != 401 or error["error"] == "This request carries no valid Bot Framework token."
        assert not teams.received
    return response.status


async def test_a_good_token_is_taken_and_the_reply_is_signed(secured: Teams, authority: Authority) -> None:
    token = authority.token(serviceurl=secured.service_url)

    assert await status(secured, f"Bearer {token}") == 201
    assert secured.replies()[0]["authorization"] == "Bearer token-1"


def by_the_clock(claims: dict[str, Any]) -> dict[str, Any]:
    """Durations as moments from now: when a test is collected, it isn't now yet."""
    return {
        name: int(time.time() + value.total_seconds()) if isinstance(value, timedelta) else value
        for name, value in claims.items()
    }


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
        {"aud": ["our-app"]},
        {"aud": ["our-app", "another-app"]},
        {"aud": "our-app-2"},
        {"aud": ""},
        {"iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"},
        {"iss": "https://attacker.example"},
        {"iss": None},
        {"iss": "https://api.botframework.com/"},
        {"exp": 1},
        {"exp": timedelta(seconds=-301)},
        {"exp": None},
        {"exp": "tomorrow"},
        {"exp": float("inf")},
        {"nbf": timedelta(seconds=3600)},
        {"nbf": None},
        {"iat": timedelta(seconds=3600)},
        {"serviceurl": "https://attacker.example/"},
        {"serviceurl": "https://smba.trafficmanager.net/uk/"},
        {"serviceurl": None},
    ],
    ids=str,
)
async def test_a_well_signed_token_for_something_else_is_not_authenticated(
    secured: Teams, authority: Authority, claims: dict[str, Any]
) -> None:
    token = authority.token(**({"serviceurl": secured.service_url} | by_the_clock(claims)))

    assert await status(secured, f"Bearer {token}") == 401


@pytest.mark.parametrize("claims", [{"exp": timedelta(seconds=-60)}, {"nbf": timedelta(seconds=120)}], ids=str)
async def test_clocks_may_differ_by_a_few_minutes(secured: Teams, authority: Authority, claims: dict[str, Any]) -> None:
    token = authority.token(**({"serviceurl": secured.service_url} | by_the_clock(claims)))

    assert await status(secured, f"Bearer {token}") == 201


async def test_a_token_that_was_changed_is_not_authenticated(secured: Teams, authority: Authority) -> None:
    head, claims, signature = authority.token(serviceurl=secured.service_url).split(".")
    _, others, _ = authority.token(serviceurl=secured.service_url, exp=2**40).split(".")

    assert await status(secured, f"Bearer {head}.{others}.{signature}") == 401
    assert await status(secured, f"Bearer {head}.{claims}.") == 401
    assert await status(secured, f"Bearer {head}.{claims}.{signature[:-4]}") == 401


async def test_emulator_and_skill_tokens_are_not_authenticated(secured: Teams, authority: Authority) -> None:
    issuer = "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0"
    emulator = authority.token(iss=issuer, appid="our-app", ver="1.0", serviceurl=secured.service_url)
    skill = authority.token(iss=issuer, azp="other", ver="2.0", serviceurl=secured.service_url)

    assert await status(secured, f"Bearer {emulator}") == 401
    assert await status(secured, f"Bearer {skill}") == 401


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


@pytest.mark.parametrize("algorithm", ["none", "HS256", "RS384", "RS512", "PS256"])
async def test_no_other_algorithm_is_taken(secured: Teams, authority: Authority, algorithm: str) -> None:
    now = int(time.time())
    claims = {"iss": ISSUER, "aud": "our-app", "nbf": now, "exp": now + 60, "serviceurl": secured.service_url}
    key: Any = {"none": "", "HS256": "x" * 32}.get(algorithm, authority.keys["one"])

    token = jwt.encode(claims, key, algorithm, {"kid": "one"})

    assert await status(secured, f"Bearer {token}") == 401


async def test_the_public_key_is_no_shared_secret(secured: Teams, authority: Authority) -> None:
    """Who knows the published key could otherwise sign with it."""
    public = authority.keys["one"].public_key()
    known = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    _, claims, _ = authority.token(serviceurl=secured.service_url).split(".")
    signed = f"{encoded({'alg': 'HS256', 'kid': 'one'})}.{claims}"
    signature = base64.urlsafe_b64encode(hmac.digest(known, signed.encode(), "sha256")).rstrip(b"=").decode()

    assert await status(secured, f"Bearer {signed}.{signature}") == 401


def encoded(part: Any) -> str:
    """A part of a token as it travels."""
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()


@pytest.mark.parametrize(
    "head",
    [
        {"alg": "RS256", "kid": 5},
        {"alg": "RS256", "kid": ["one"]},
        {"alg": ["RS256"], "kid": "one"},
        {"kid": "one"},
        {"alg": "RS256", "kid": "one", "crit": ["exp"]},
        [],
        "RS256",
    ],
    ids=str,
)
async def test_a_token_with_an_odd_head_is_not_authenticated(secured: Teams, authority: Authority, head: Any) -> None:
    _, claims, signature = authority.token(serviceurl=secured.service_url).split(".")

    assert await status(secured, f"Bearer {encoded(head)}.{claims}.{signature}") == 401


async def test_a_head_that_is_nested_without_end_is_not_authenticated(secured: Teams) -> None:
    deep = base64.urlsafe_b64encode(b"[" * 5_400).decode()

    assert await status(secured, f"Bearer {deep}.e30.e30") == 401


@pytest.mark.parametrize("endorsements", [(), ("webchat",), None, "msteams", ("MSTEAMS",)])
async def test_a_key_that_is_not_endorsed_for_teams_is_not_authenticated(
    secured: Teams, authority: Authority, endorsements: Any
) -> None:
    authority.endorsements = endorsements

    assert await status(secured, f"Bearer {authority.token(serviceurl=secured.service_url)}") == 401


async def test_a_refusal_names_the_scheme(secured: Teams) -> None:
    response = await secured.post(secured.activity())

    assert (response.status, response.headers["WWW-Authenticate"]) == (401, "Bearer")


@pytest.mark.parametrize("data", [None, {}, {"tenant": {"id": "another-tenant"}}, {"tenant": {}}, "our-tenant"])
async def test_other_tenants_are_refused(secured: Teams, authority: Authority, data: Any) -> None:
    token = authority.token(serviceurl=secured.service_url)

    assert await status(secured, f"Bearer {token}", channelData=data) == 403


async def test_an_allowed_tenant_is_answered(secured: Teams, authority: Authority) -> None:
    token = authority.token(serviceurl=secured.service_url)

    assert await status(secured, f"Bearer {token}", channelData={"tenant": {"id": "SISTER-tenant"}}) == 201


async def test_a_conversation_of_another_tenant_is_refused(secured: Teams, authority: Authority) -> None:
    token = authority.token(serviceurl=secured.service_url)
    theirs = {"id": "chat", "conversationType": "personal", "tenantId": "another-tenant"}

    assert await status(secured, f"Bearer {token}", conversation=theirs) == 403


@pytest.mark.parametrize(("channel", "answer"), [("webchat", 403), ("emulator", 403), ("", 401), (None, 401)])
async def test_other_channels_are_refused(
    secured: Teams, authority: Authority, channel: str | None, answer: int
) -> None:
    authority.endorsements = ("msteams", "webchat", "emulator")
    token = authority.token(serviceurl=secured.service_url)

    assert await status(secured, f"Bearer {token}", channelId=channel) == answer


async def test_made_up_keys_do_not_make_the_bot_ask_again_and_again(
    secured: Teams, authority: Authority, private_keys: list[RSAPrivateKey]
) -> None:
    for number in range(5):
        made_up = authority.token(kid=f"made up {number}", key=private_keys[1], serviceurl=secured.service_url)
        assert await status(secured, f"Bearer {made_up}") == 401

    assert authority.asked == 1


async def test_without_keys_nobody_can_be_checked_and_teams_may_try_later(
    start_teams: StartTeams, authority: Authority
) -> None:
    authority.down = True
    secured = await start_teams(settings=SETTINGS, microsoft=authority.microsoft)
    token = authority.token(serviceurl=secured.service_url)
    assert await status(secured, f"Bearer {token}") == 503

    authority.down = False

    assert await status(secured, f"Bearer {token}") == 201


@pytest.mark.parametrize(
    "settings",
    [SETTINGS, Settings(app_id="our-app", app_type=AppType.USER_ASSIGNED_MSI, tenant="t", tenants=frozenset({"t"}))],
    ids=["client secret", "managed identity"],
)
async def test_every_kind_of_bot_asks_for_tokens(
    start_teams: StartTeams, authority: Authority, settings: Settings
) -> None:
    teams = await start_teams(settings=settings, microsoft=authority.microsoft)

    assert await status(teams, None) == 401
    assert await status(teams, "Bearer x") == 401


async def test_a_service_that_is_not_teams_is_not_replied_to(start_teams: StartTeams, authority: Authority) -> None:
    teams = await start_teams(settings=replace(SETTINGS, service_hosts=TEAMS_HOSTS), microsoft=authority.microsoft)
    token = authority.token(serviceurl=teams.service_url)

    assert await status(teams, f"Bearer {token}") == 403
    assert not authority.given
