"""Whatever is posted to /api/messages, the bot doesn't fail. FUZZ says how often to try; `make soak` tries 10,000."""

from __future__ import annotations

import asyncio
import json
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app import create_app
from bot.settings import Settings
from knowledge.model import Programme
from knowledge.store import TinyStore
from tests.bot.edge.service import a_service

TRIES = int(os.environ.get("FUZZ", "200"))

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
words = st.sampled_from(
    ["who leads 10?", "update 10: amber - started", "yes", "cancel", "help", "<at>B</at> hi", "", " ", "10", "\x00"]
) | st.text(max_size=60)
accounts = st.fixed_dictionaries({"id": st.sampled_from(["29:sue", "28:bot", ""]) | st.text(max_size=8)}) | values
buttons = st.fixed_dictionaries({"say": words}) | st.fixed_dictionaries(
    {"action": st.fixed_dictionaries({"data": st.fixed_dictionaries({"say": words}) | values})}
)
places = st.fixed_dictionaries({"id": st.sampled_from(["chat", "19:team"]), "conversationType": st.just("personal")})


def activities(service_url: str) -> st.SearchStrategy[dict[str, Any]]:
    """Activities that are valid but for some of their fields."""
    valid: dict[str, st.SearchStrategy[Any]] = {
        "type": st.sampled_from(["message", "invoke", "conversationUpdate", "installationUpdate", "typing"]),
        "id": st.uuids().map(str),
        "serviceUrl": st.just(service_url),
        "channelId": st.just("msteams"),
        "conversation": places,
        "from": st.just({"id": "29:sue"}),
    }
    optional: dict[str, st.SearchStrategy[Any]] = {
        "text": words,
        "value": buttons | values,
        "name": st.sampled_from(["adaptiveCard/action", "fileConsent/invoke"]) | values,
        "action": st.sampled_from(["add", "remove"]) | values,
        "entities": st.lists(st.fixed_dictionaries({"type": st.just("mention"), "mentioned": accounts}) | values),
        "attachments": st.lists(values, max_size=3) | values,
        "membersAdded": st.lists(accounts, max_size=3) | values,
        "recipient": accounts,
        "channelData": values,
        "deliveryMode": st.sampled_from(["normal", "expectReplies"]) | values,
        "locale": values,
    }
    spoiled = st.dictionaries(st.sampled_from(sorted(valid | optional)), values, max_size=1)
    made = st.fixed_dictionaries(valid, optional=optional)
    return st.builds(lambda good, bad: good | bad, made, spoiled)


@asynccontextmanager
async def a_bot(programme: Programme) -> AsyncIterator[tuple[TestClient[Any, Any], str]]:
    store = TinyStore.in_memory()
    await store.save_programme(programme)
    async with (
        a_service() as service,
        TestClient(TestServer(create_app(Settings(), open_store=lambda _: store))) as bot,
    ):
        yield bot, service.url


@pytest.mark.timeout(3600)
def test_nothing_that_is_posted_makes_the_bot_fail(munro: Programme, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    with asyncio.Runner() as runner:
        started = a_bot(munro)
        bot, service_url = runner.run(started.__aenter__())

        async def status(body: bytes) -> int:
            async with bot.post("/api/messages", data=body, headers={"Content-Type": "application/json"}) as response:
                await response.read()
                return response.status

        @settings(max_examples=TRIES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(activities(service_url).map(lambda activity: json.dumps(activity).encode()) | st.binary(max_size=200))
        def post(body: bytes) -> None:
            caplog.clear()
            assert runner.run(status(body)) < 500
            assert [record.exc_info for record in caplog.records] == []

        try:
            post()
        finally:
            runner.run(started.__aexit__(None, None, None))
