"""What `make run` does: a store if there is none, the bot, and beside it the Agents Playground to talk to it in.

Standard library only, so that whatever else is missing can be said in words.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PLAYGROUND = HERE / "playground"
PROGRAM = PLAYGROUND / "node_modules" / "@microsoft" / "m365agentsplayground" / "cli.js"
LOOPBACK = PLAYGROUND / "loopback.cjs"
LOGS = ROOT / ".run"

PATIENCE = 60.0  # seconds until something that was started must answer
GRACE = 15.0  # seconds to end by itself; the bot lets turns under way finish for ten
OLDEST_NODE = 18

INVITATION = """
The bot is running. Open {url} and ask, for example:

    who leads recommendation 10?
    which were accepted in principle?
    what is the timescale of recommendation 14?

Ctrl-C stops everything. Logs are in {logs}.
"""
WITHOUT_PLAYGROUND = """
The bot is running at {url}, but without the Playground: {why}
Talk to it in another terminal:

    .venv/bin/python -m bot chat

Ctrl-C stops it. Its log is {logs}/bot.log.
"""

TAKEN = "Port {port} is taken by another program. Stop that, or choose another port: {setting}=… make run"


class CannotRun(Exception):
    """Something is missing or in the way; the message is a sentence for whoever typed `make run`."""


class Stopped(Exception):
    """Ctrl-C, or somebody asked this process to end."""


def main() -> int:
    """Run until stopped; gives the exit status."""
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, _stop)
    try:
        return run(_port("PORT", 3978), _port("PLAYGROUND_PORT", 56150))
    except Stopped:
        print("\nStopped.")
        return 0
    except CannotRun as problem:
        print(problem, file=sys.stderr)
        return 1


def run(port: int, playground_port: int) -> int:
    """Start everything and wait; gives 1 when something ended that shouldn't have."""
    _need_free(port, "PORT")
    make_store()
    LOGS.mkdir(exist_ok=True)
    with contextlib.ExitStack() as running:
        bot = running.enter_context(started("bot", [sys.executable, "-m", "bot"], PORT=str(port)))
        wait_until_it_answers(f"http://127.0.0.1:{port}/ready", bot, "bot")
        processes = {"bot": bot}
        why = why_no_playground()
        if why:
            print(WITHOUT_PLAYGROUND.format(url=f"http://127.0.0.1:{port}", why=why, logs=LOGS.name), flush=True)
        else:
            _need_free(playground_port, "PLAYGROUND_PORT")
            processes["playground"] = running.enter_context(playground(port, playground_port))
            url = f"http://localhost:{playground_port}"
            wait_until_it_answers(url, processes["playground"], "playground")
            print(INVITATION.format(url=url, logs=LOGS.name), flush=True)
        return _wait(processes)


def make_store() -> None:
    """Make the store with the bundled document, unless there is one already."""
    made = _finished([sys.executable, "-m", "bot", "init"], ROOT)
    if made.returncode not in (0, 2):  # 2: there is one, or the settings are wrong, which the bot will say itself
        raise CannotRun(made.stderr.strip())
    print((made.stdout or made.stderr).strip(), flush=True)


def why_no_playground() -> str:
    """Install the Playground if need be; gives the reason where that isn't possible, else an empty string."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return f"it needs Node.js {OLDEST_NODE} or later with npm (https://nodejs.org)."
    version = _finished([node, "--version"], ROOT).stdout.strip()
    if int(version.lstrip("v").partition(".")[0] or 0) < OLDEST_NODE:
        return f"it needs Node.js {OLDEST_NODE} or later, and this is {version}."
    return "" if PROGRAM.exists() else _fetched(npm)


def _fetched(npm: str) -> str:
    """Why the Playground couldn't be fetched; empty when it is there now."""
    print("Fetching the Playground (once) ...", flush=True)
    fetching = _finished([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], PLAYGROUND)
    (LOGS / "npm.log").write_text(fetching.stdout + fetching.stderr)
    return "" if fetching.returncode == 0 else f"npm could not fetch it ({LOGS.name}/npm.log says why)."


def _finished(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603  our own commands


def playground(port: int, playground_port: int) -> contextlib.AbstractContextManager[subprocess.Popen[bytes]]:
    """The Playground, talking to the bot; it opens no browser, reports nothing home, and answers this machine only."""
    endpoint = f"http://127.0.0.1:{port}/api/messages"
    options = ["--app-endpoint", endpoint, "--channel-id", "msteams", "--port", str(playground_port)]
    node = shutil.which("node") or "node"
    return started(
        "playground",
        [node, "--require", str(LOOPBACK), str(PROGRAM), "start", *options, "--disable-telemetry"],
        TEAMSAPPTESTER_BROWSER="none",
        M365_AGENTS_PLAYGROUND_LOGFILE=str(LOGS / "playground-traffic.log"),
    )


@contextlib.contextmanager
def started(name: str, command: list[str], **environ: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a group of its own, so that Ctrl-C reaches it through us, and it and its children end with us."""
    with (LOGS / f"{name}.log").open("w") as log:
        process = subprocess.Popen(  # noqa: S603  our own commands
            command,
            cwd=ROOT,
            env=os.environ | environ,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        _end(process)


def wait_until_it_answers(url: str, process: subprocess.Popen[bytes], name: str) -> None:
    """Return once the address answers; raises CannotRun with the log's end if the process dies or takes too long."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        if _answers(url):
            return
        time.sleep(0.2)
    raise CannotRun(f"The {name} did not start. The end of its log ({LOGS.name}/{name}.log):\n{_tail(name)}")


def _wait(processes: dict[str, subprocess.Popen[bytes]]) -> int:
    while all(process.poll() is None for process in processes.values()):
        time.sleep(0.3)
    ended = next(name for name, process in processes.items() if process.poll() is not None)
    raise CannotRun(f"The {ended} has ended by itself. The end of its log ({LOGS.name}/{ended}.log):\n{_tail(ended)}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask the whole group to end, and make it after a while."""
    for ending in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, ending)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(GRACE)
            break
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)  # children that outlived it


def _need_free(port: int, setting: str) -> None:
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        with contextlib.suppress(ConnectionError, TimeoutError, OSError), socket.socket(family) as probe:
            probe.settimeout(1)
            probe.connect((host, port))
            raise CannotRun(TAKEN.format(port=port, setting=setting))


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2):  # noqa: S310  our own addresses
            return True
    except OSError:
        return False


def _tail(name: str) -> str:
    return "\n".join((LOGS / f"{name}.log").read_text(errors="replace").splitlines()[-10:])


def _port(name: str, default: int) -> int:
    given = os.environ.get(name) or str(default)
    if not given.isascii() or not given.isdecimal() or not 1 <= int(given) <= 65535:
        raise CannotRun(f"{name} must be a whole number from 1 to 65535; it is {given!r}.")
    return int(given)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.SIG_IGN)  # once is enough: what was started is being stopped
    raise Stopped


if __name__ == "__main__":
    sys.exit(main())
