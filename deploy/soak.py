"""`make soak`: the bot under mixed traffic for SOAK minutes, killed now and then; says what was lost, doubled or slow.

Each conversation is one person who says one thing after the other, and, as Teams does, says it again when there was
no answer. A kind of traffic is a line in TRAFFIC. In the end the audit trail is read, and each update that somebody
was told is saved must be there, once.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import statistics
import sys
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import ClientError, ClientSession, TCPConnector, web
from aiohttp.test_utils import unused_port

ROOT = Path(__file__).resolve().parent.parent
CONVERSATIONS = 16
KILL_EVERY = 20.0  # seconds, as long as it isn't calm
# Then nobody is killed, so that memory can be watched, and nobody posts: what is kept takes memory.
CALM = 0.5  # of the time, at its end; the environment may say another share
WARM_UP = 0.1  # of the calm, before memory is first looked at
PATIENCE = 60.0  # seconds that one thing is said again and again

SOAKED = "soaked in "  # what every update says, before its own mark
SAVED = "Saved."

QUESTIONS = (
    "who leads recommendation 10?",
    "what's the timescale for rec 14",
    "which recs have no lead officer?",
    "and the timescale?",
    "what does the government say about serious case reviews",
    "whos leadin reccomendation twelve",
    "what about the price of fish?",
    "help",
)


REF = re.compile(r"\d+")
MARK = re.compile(rf"{SOAKED}([0-9a-f]{{32}})")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of traffic: how often (weight), what it adds to an activity, what status it gets, how many replies."""

    name: str
    weight: int
    fields: Callable[[random.Random], dict[str, Any]]
    status: int = 201
    replies: int = 1
    then: str = ""  # what is said next, to what has been asked back


TRAFFIC = (
    Kind("question", 80, lambda chance: {"text": chance.choice(QUESTIONS)}),
    Kind(
        "update",
        6,
        lambda chance: {"text": f"update {chance.randint(1, 15)}: amber – {SOAKED}{uuid.uuid4().hex}"},
        then="yes {ref}",  # soon after another update, a bare yes is asked about
    ),
    Kind("summary", 2, lambda _: {"text": "weekly summary"}),
    Kind("button", 8, lambda _: {"value": {"say": "timescale of recommendation 10"}}),
    Kind("old button", 2, lambda _: {"value": {"pressed": True}}),
    Kind("long message", 1, lambda _: {"text": "who leads recommendation 10? " * 5_000}),
    Kind("odd words", 3, lambda chance: {"text": "".join(chance.choices("a1 ?<&>\u202e😀\n", k=200)) + "x"}),
    Kind("reaction", 2, lambda _: {"type": "messageReaction"}, replies=0),
    Kind("bad activity", 2, lambda _: {"conversation": 5}, status=400, replies=0),
    Kind("stranger", 2, lambda _: {"channelId": "slack"}, status=403, replies=0),
)


@dataclass
class Report:
    """What happened. `wrong` counts answers with another status than the kind's; `doubled` only where nothing died.

    `marks` are those of updates, by the activity that said yes to them; `saved` are the activities that were told
    "Saved", and `kept` is how often each mark is in the audit trail.
    """

    replies: Counter[str] = field(default_factory=Counter)
    said: dict[str, Kind] = field(default_factory=dict)
    again: set[str] = field(default_factory=set)
    took: list[float] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)
    kills: int = 0
    marks: dict[str, str] = field(default_factory=dict)
    saved: set[str] = field(default_factory=set)
    kept: Counter[str] = field(default_factory=Counter)
    memory: list[tuple[int, float]] = field(default_factory=list)  # messages so far, megabytes

    def lost(self) -> int:
        """How many things were said and not answered."""
        return sum(self.replies[key] < kind.replies for key, kind in self.said.items())

    def updates_lost(self) -> int:
        """How many updates somebody was told are saved and aren't."""
        return sum(self.kept[self.marks[key]] == 0 for key in self.saved if key in self.marks)

    def updates_doubled(self) -> int:
        """How many updates were kept more than once."""
        return sum(times > 1 for times in self.kept.values())

    def doubled(self) -> tuple[int, int]:
        """Replies too many: where the bot had been killed meanwhile, and where it hadn't."""
        many = [key for key, kind in self.said.items() if self.replies[key] > kind.replies]
        return sum(key in self.again for key in many), sum(key not in self.again for key in many)


def main() -> int:
    """Soak, and say how it went; gives 1 where something was lost, doubled or failed."""
    minutes = float(os.environ.get("SOAK") or 2)
    report = asyncio.run(soak(minutes * 60))
    print(said(report, minutes))
    _, doubled = report.doubled()
    bad = report.lost() or doubled or report.wrong or report.updates_lost() or report.updates_doubled()
    return 1 if bad else 0


async def soak(seconds: float) -> Report:
    """Traffic for so long: first the bot is killed now and then, in the calm after that its memory is watched."""
    report = Report()
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        bot = Bot(Path(folder), report)
        await bot.run("init")
        async with teams(report) as service_url, ClientSession(connector=TCPConnector(limit=0)) as http:
            await bot.start()
            until, calm = time.monotonic() + seconds, seconds * float(os.environ.get("CALM") or CALM)
            try:
                await asyncio.gather(
                    killing(bot, seconds - calm),
                    watching(bot, seconds - calm, calm),
                    *(
                        talking(bot, http, service_url, number, until=until, calm=calm)
                        for number in range(CONVERSATIONS)
                    ),
                )
            finally:
                await bot.stop()
        report.kept.update(MARK.findall(await bot.run("audit", "--format", "json")))
    return report


class Bot:
    """A bot of its own, in a process that can be killed."""

    def __init__(self, folder: Path, report: Report) -> None:
        self.report, self.port = report, unused_port()
        self._environ = os.environ | {"DATA_DIR": str(folder / "data"), "PORT": str(self.port), "LOG_LEVEL": "error"}
        self._process: asyncio.subprocess.Process | None = None

    async def run(self, *command: str) -> str:
        """What one command of the bot prints."""
        said, _ = await (await self._begun(*command, output=asyncio.subprocess.PIPE)).communicate()
        return said.decode()

    async def start(self) -> None:
        """Begin to serve; who asks before it does is refused a connection, and asks again."""
        self._process = await self._begun()

    async def kill(self) -> None:
        """End it without any warning, and start another."""
        assert self._process  # noqa: S101  it was started
        self._process.kill()
        await self._process.wait()
        self.report.kills += 1
        await self.start()

    async def stop(self) -> None:
        """Ask it to end, and wait until it has."""
        assert self._process  # noqa: S101  it was started
        self._process.terminate()
        await self._process.wait()

    def megabytes(self) -> float:
        """The memory it holds."""
        assert self._process  # noqa: S101  it was started
        pages = int(Path(f"/proc/{self._process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

    async def _begun(self, *command: str, output: int = asyncio.subprocess.DEVNULL) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *command, cwd=ROOT, env=self._environ, stdout=output
        )


@asynccontextmanager
async def teams(report: Report) -> AsyncIterator[str]:
    """Takes the replies, and counts them by what they answer."""

    async def take(request: web.Request) -> web.Response:
        activity = json.loads(await request.read())
        if activity.get("type") == "message":
            report.replies[activity["replyToId"]] += 1
            if activity["text"].startswith(SAVED):
                report.saved.add(activity["replyToId"])
        return web.json_response({"id": "sent"}, status=201)

    app = web.Application(client_max_size=2**24)
    app.router.add_post("/{path:.*}", take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    await runner.cleanup()


async def killing(bot: Bot, seconds: float) -> None:
    """Kill it again and again for so long."""
    until = time.monotonic() + seconds
    while time.monotonic() + KILL_EVERY < until:
        await asyncio.sleep(KILL_EVERY)
        await bot.kill()


async def watching(bot: Bot, before: float, calm: float) -> None:
    """Look at its memory ten times, once it is calm and has warmed up."""
    await asyncio.sleep(before + calm * WARM_UP)
    for _ in range(10):
        bot.report.memory.append((len(bot.report.said), bot.megabytes()))
        await asyncio.sleep(calm * (1 - WARM_UP) / 9 * 0.98)


async def talking(bot: Bot, http: ClientSession, service_url: str, number: int, *, until: float, calm: float) -> None:
    """One conversation, in which nothing is posted in its last `calm` seconds."""
    chance = random.Random(number)  # noqa: S311  chance that can be repeated
    while (left := until - time.monotonic()) > 0:
        kinds = [kind for kind in TRAFFIC if left > calm or not kind.then]
        [kind] = chance.choices(kinds, [kind.weight for kind in kinds])
        activity = an_activity(service_url, number) | kind.fields(chance)
        await say(bot, http, activity, kind)
        if kind.then:
            answer = an_activity(service_url, number) | {"text": kind.then.format(ref=_ref(activity))}
            bot.report.marks[answer["id"]] = activity["text"].rpartition(SOAKED)[2]
            await say(bot, http, answer, kind)


def _ref(activity: dict[str, Any]) -> str:
    """The number of the recommendation that an order names."""
    found = REF.search(activity["text"])
    return found[0] if found else ""


async def say(bot: Bot, http: ClientSession, activity: dict[str, Any], kind: Kind) -> None:
    """Say one thing until there is an answer."""
    report, key, began = bot.report, activity["id"], time.monotonic()
    report.said[key] = kind
    while time.monotonic() - began < PATIENCE:
        try:
            async with http.post(f"http://127.0.0.1:{bot.port}/api/messages", json=activity) as answer:
                await answer.read()
        except ClientError:
            report.again.add(key)
            await asyncio.sleep(0.2)
            continue
        if answer.status != kind.status:
            report.wrong[f"{kind.name}: {answer.status}"] += 1
        if key not in report.again:
            report.took.append(time.monotonic() - began)
        return
    report.wrong[f"{kind.name}: no answer"] += 1


def an_activity(service_url: str, number: int) -> dict[str, Any]:
    """A message without words from one person in their own conversation."""
    return {
        "type": "message",
        "id": uuid.uuid4().hex,
        "channelId": "msteams",
        "serviceUrl": service_url,
        "from": {"id": f"29:{number}", "name": f"Person {number}", "aadObjectId": str(uuid.UUID(int=number))},
        "recipient": {"id": "28:bot", "name": "bot"},
        "conversation": {"id": f"soak-{number}", "conversationType": "personal"},
        "channelData": {"tenant": {"id": "tenant"}},
    }


def said(report: Report, minutes: float) -> str:
    """The report in words."""
    killed, doubled = report.doubled()
    counted = Counter(kind.name for kind in report.said.values())
    (since, first), (until, last) = (report.memory[0], report.memory[-1]) if report.memory else ((0, 0.0), (0, 0.0))
    took = sorted(report.took) or [0.0]
    lines = [
        f"{len(report.said)} messages in {minutes:g} minutes over {CONVERSATIONS} conversations; {report.kills} kills.",
        "  " + ", ".join(f"{number} {name}" for name, number in counted.most_common()),
        f"lost {report.lost()}   doubled {doubled} (and {killed} where the bot was killed between reply and record)",
        f"updates: {len(report.saved)} told saved, {report.updates_lost()} lost, {report.updates_doubled()} kept twice",
        f"failed {sum(report.wrong.values())} {dict(report.wrong) or ''}",
        f"median {statistics.median(took) * 1e3:.1f} ms   p99 {took[int(len(took) * 0.99)] * 1e3:.1f} ms   "
        f"slowest {took[-1] * 1e3:.0f} ms (without those who met a kill)",
        f"memory {first:.1f} MB, {until - since} messages later {last:.1f} MB: "
        f"{(last / first - 1) * 100 if first else 0:+.1f} %",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
