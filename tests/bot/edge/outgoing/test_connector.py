"""The way out: what is sent, what counts as taken, and what happens when it isn't."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientTimeout, web
from aiohttp.test_utils import unused_port

from bot.outgoing import connector as module
from bot.outgoing.connector import Connector, Hourglass, NotDelivered, activities
from bot.outgoing.credential import Credential, Token, TokenUnavailable
from bot.outgoing.retry import LOST, UNSENT
from bot.outgoing.session import http_session
from tests.bot.edge.service import Service, a_service

PATH = activities("chat", "activity")


class Sand:
    """Time that passes by being slept through; `slept` is how long each sleep was."""

    def __init__(self) -> None:
        self.now, self.slept = 0.0, list[float]()

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)

    def hourglass(self) -> Hourglass:
        return Hourglass(lambda: self.now, self.sleep, lambda: 1.0)


async def no_token() -> Token:
    return Token()


@pytest.fixture
def sand() -> Sand:
    return Sand()


@pytest.fixture
async def connector(sand: Sand) -> AsyncIterator[Connector]:
    async with http_session() as http:
        yield Connector(http, Credential(no_token), (), hourglass=sand.hourglass())


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    async with a_service() as service:
        yield service


async def status(sending: asyncio.Future[str] | object) -> int:
    with pytest.raises(NotDelivered) as caught:
        await sending  # type: ignore[misc]
    return caught.value.status


async def test_an_activity_is_posted_where_it_answers(connector: Connector, service: Service) -> None:
    path = activities("19:abc@thread.tacv2;messageid=1", "1/2?3#4")

    assert await connector.send(service.url, path, b'{"text": "hi"}') == "sent"
    assert service.got == [{"text": "hi"}]
    assert service.paths == ["POST /v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D1/activities/1%2F2%3F3%234"]
    assert service.headers[0]["Content-Type"] == "application/json; charset=utf-8"
    assert "Authorization" not in service.headers[0]


@pytest.mark.parametrize(
    "answer",
    [
        web.Response(status=200),
        web.Response(status=201, text="created"),
        web.Response(status=202, text='{"id": 5}'),
        web.Response(status=204),
        web.Response(status=200, text="[1]", content_type="application/json"),
        web.Response(status=200, body=b"\xff\xfe", content_type="application/json"),
    ],
    ids=["empty", "text", "odd id", "no content", "a list", "no text"],
)
async def test_whatever_comes_with_a_yes_it_is_a_yes(
    connector: Connector, service: Service, answer: web.Response
) -> None:
    service.answers = [answer]

    assert await connector.send(service.url, PATH, b"{}") == ""
    assert service.asked == 1


async def test_too_many_requests_are_sent_again_when_the_service_wants_them(
    connector: Connector, service: Service, sand: Sand
) -> None:
    service.answers = [web.Response(status=429, headers={"Retry-After": "2"}), 429, 412]

    assert await connector.send(service.url, PATH, b"{}") == "sent"
    assert sand.slept == [2.25, 0.5, 1.0]


@pytest.mark.parametrize(("answer", "expected"), [(502, 502), (504, 504), ("reset", LOST)])
async def test_what_may_have_arrived_is_sent_once_more(
    connector: Connector, service: Service, answer: object, expected: int
) -> None:
    service.answers = [answer]
    assert await connector.send(service.url, PATH, b"{}") == "sent"

    service.answers, service.asked = [answer] * 5, 0
    assert await status(connector.send(service.url, PATH, b"{}")) == expected
    assert service.asked == 2


@pytest.mark.parametrize("answer", [400, 403, 404, 413, 500, 503])
async def test_what_will_not_be_taken_is_not_sent_again(connector: Connector, service: Service, answer: int) -> None:
    service.answers = [answer]

    assert await status(connector.send(service.url, PATH, b"{}")) == answer
    assert service.asked == 1


async def test_who_keeps_account_of_the_tries_has_one(service: Service, sand: Sand) -> None:
    told: list[int] = []
    async with http_session() as http:
        connector = Connector(http, Credential(no_token), (), hourglass=sand.hourglass(), told=told.append)
        service.answers = [429]

        assert await status(connector.send_once(service.url, PATH, b"{}")) == 429
        assert await connector.send_once(service.url, PATH, b"{}") == "sent"
    assert told == [429, 200]


@pytest.mark.parametrize("answer", [301, 302, 307, 308])
async def test_nobody_is_followed_anywhere(connector: Connector, service: Service, answer: int) -> None:
    async with a_service() as elsewhere:
        service.answers = [web.Response(status=answer, headers={"Location": elsewhere.url})]

        assert await status(connector.send(service.url, PATH, b"{}")) == answer
        assert not elsewhere.asked


async def test_patience_ends(connector: Connector, service: Service, sand: Sand) -> None:
    service.answers = [web.Response(status=429, headers={"Retry-After": "60"})]

    with pytest.raises(NotDelivered) as caught:
        await connector.send(service.url, PATH, b"{}")

    assert (caught.value.status, caught.value.retry_after) == (429, 60.0)
    assert sand.slept == []


async def test_who_has_more_patience_waits_longer(connector: Connector, service: Service, sand: Sand) -> None:
    service.answers = [web.Response(status=429, headers={"Retry-After": "60"})]

    assert await connector.send(service.url, PATH, b"{}", patience=120) == "sent"
    assert sand.slept == [60.25]


async def test_where_nobody_listens_nothing_was_sent(connector: Connector, sand: Sand) -> None:
    assert await status(connector.send(f"http://127.0.0.1:{unused_port()}/", PATH, b"{}")) == UNSENT
    assert len(sand.slept) == 2


async def test_a_name_that_does_not_exist_is_not_reached() -> None:
    sand = Sand()
    async with http_session() as http:
        connector = Connector(http, Credential(no_token), (".invalid",), hourglass=sand.hourglass())

        assert await status(connector.send("https://teams.invalid/", PATH, b"{}")) == UNSENT


async def test_a_service_that_never_answers_is_given_up(
    connector: Connector, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "TIMEOUT", ClientTimeout(total=0.05))
    service.answers = ["silence", "silence"]

    assert await status(connector.send(service.url, PATH, b"{}")) == LOST
    assert service.asked == 2


async def test_a_slow_service_does_not_hold_up_another(
    connector: Connector, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.answers = ["silence"] * 1000
    waiting = [asyncio.create_task(connector.send(service.url, PATH, b"{}")) for _ in range(module.AT_ONCE_EACH)]
    await asyncio.sleep(0)

    assert await status(connector.send(service.url, PATH, b"{}")) == UNSENT
    async with a_service() as other:
        assert await connector.send(other.url, PATH, b"{}") == "sent"
    service.let_go.set()
    await asyncio.gather(*waiting)
    assert await connector.send(service.url, PATH, b"{}") == "sent"


@pytest.mark.parametrize("url", ["https://evil.example/", "http://evil.example\\@127.0.0.1/", "", "nonsense"])
async def test_a_stored_address_that_was_tampered_with_gets_nothing(connector: Connector, url: str) -> None:
    assert await status(connector.send(url, PATH, b"{}")) == 403


async def test_a_token_that_was_refused_is_replaced(service: Service, sand: Sand) -> None:
    given = iter(["old", "new"])

    async def fetch() -> Token:
        return Token(next(given), 3600)

    service.answers = [web.Response(status=401)]
    async with http_session() as http:
        connector = Connector(http, Credential(fetch), (), hourglass=sand.hourglass())

        assert await connector.send(service.url, PATH, b"{}") == "sent"
    assert service.headers[0]["Authorization"] == "Bearer new"


async def test_without_a_token_nothing_is_sent(service: Service, sand: Sand) -> None:
    async def fetch() -> Token:
        raise TokenUnavailable(503)

    async with http_session() as http:
        connector = Connector(http, Credential(fetch), (), hourglass=sand.hourglass())

        assert await status(connector.send(service.url, PATH, b"{}")) == UNSENT
    assert service.asked == 0
