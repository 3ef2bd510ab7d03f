"""A Bot Connector that misbehaves as it is told, for whoever sends to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

Answer = Callable[[web.Request], web.Response]


@dataclass
class Service:
    """Takes everything, but for what `answers` says first, one answer after the other; `got` is what it took."""

    url: str = ""
    answers: list[Any] = field(default_factory=list)
    got: list[Any] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    headers: list[Any] = field(default_factory=list)
    asked: int = 0
    let_go: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.StreamResponse:
        self.asked += 1
        answer = self.answers.pop(0) if self.answers else 201
        match answer:
            case "reset":
                assert request.transport
                request.transport.abort()
                return web.Response()
            case "silence":
                await self.let_go.wait()
        if isinstance(answer, web.StreamResponse):
            return answer
        if isinstance(answer, int) and answer >= 300:
            return web.Response(status=answer)
        body = await request.json() if request.can_read_body else None
        self.got.append(body)
        self.paths.append(f"{request.method} {request.rel_url.raw_path}")
        self.headers.append(dict(request.headers))
        return web.json_response({"id": "sent"}, status=201)


@asynccontextmanager
async def a_service() -> AsyncIterator[Service]:
    """A service on a port of its own."""
    service = Service()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", service.take)
    async with TestServer(app) as server:
        service.url = str(server.make_url("/"))
        yield service
        service.let_go.set()
