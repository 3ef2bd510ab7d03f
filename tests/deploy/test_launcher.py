"""`make run` from outside: what it prints, what it starts, and that nothing of it stays."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from deploy.run import PROGRAM
from tests.conftest import need

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


class Launched:
    """A launcher under way, in a process group of its own like a terminal's."""

    def __init__(self, folder: Path, **environ: str) -> None:
        self.port, self.playground_port = free_port(), free_port()
        ports = {"PORT": str(self.port), "PLAYGROUND_PORT": str(self.playground_port)}
        self.process = subprocess.Popen(
            [sys.executable, "deploy/run.py"],
            cwd=ROOT,
            env=os.environ | {"DATA_DIR": str(folder / "data")} | ports | environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.said = ""

    def until(self, words: str) -> str:
        """What it has said once it has said these words."""
        assert self.process.stdout
        while words not in self.said and (line := self.process.stdout.readline()):
            self.said += line
        assert words in self.said, self.said
        return self.said

    def ends(self) -> int:
        """Its exit status; what it said last is added to `said`."""
        rest, _ = self.process.communicate(timeout=30)
        self.said += rest
        return self.process.returncode


@contextmanager
def launched(folder: Path, **environ: str) -> Iterator[Launched]:
    launcher = Launched(folder, **environ)
    try:
        yield launcher
    finally:
        with suppress(ProcessLookupError):
            os.killpg(launcher.process.pid, signal.SIGTERM)
        launcher.process.communicate(timeout=30)


def left_over(folder: Path) -> list[str]:
    """Command lines of processes that still mention this run's folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            about = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
            if str(folder).encode() in about and int(process.name) != os.getpid():
                found.append((process / "cmdline").read_text())
    return found


def path_without_node(folder: Path) -> str:
    """A PATH on which there is no Node."""
    (folder / "bin").mkdir()
    for tool in ("sh", "env"):
        (folder / "bin" / tool).symlink_to(shutil.which(tool) or "")
    return str(folder / "bin")


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_everything_starts_says_where_to_click_and_ends_without_a_trace(tmp_path: Path, ending: int) -> None:
    need(Playground=PROGRAM.exists())
    with launched(tmp_path) as launcher:
        launcher.until("Ctrl-C stops everything")
        with urllib.request.urlopen(f"http://localhost:{launcher.playground_port}") as page:
            assert page.status == 200

        os.killpg(launcher.process.pid, ending)

        assert launcher.ends() == 0
    assert "15 recommendations" in launcher.said
    assert f"http://localhost:{launcher.playground_port}" in launcher.said
    assert "who leads recommendation 10?" in launcher.said
    assert "Traceback" not in launcher.said
    assert is_free(launcher.port)
    assert is_free(launcher.playground_port)
    assert left_over(tmp_path) == []


def test_without_node_the_bot_runs_alone_and_the_terminal_is_offered(tmp_path: Path) -> None:
    with launched(tmp_path, PATH=path_without_node(tmp_path)) as launcher:
        launcher.until("Ctrl-C stops it")
        with urllib.request.urlopen(f"http://127.0.0.1:{launcher.port}/ready") as answer:
            assert answer.status == 200

        os.killpg(launcher.process.pid, signal.SIGINT)

        assert launcher.ends() == 0
    assert "Node.js" in launcher.said
    assert "-m bot chat" in launcher.said
    assert is_free(launcher.port)


def test_an_existing_store_is_kept(tmp_path: Path) -> None:
    environ = os.environ | {"DATA_DIR": str(tmp_path / "data")}
    subprocess.run([sys.executable, "-m", "bot", "init", "--empty"], cwd=ROOT, env=environ, check=True)
    before = {path.name: path.read_bytes() for path in (tmp_path / "data").iterdir() if path.name != "lock"}

    with launched(tmp_path, PATH=path_without_node(tmp_path)) as launcher:
        launcher.until("Ctrl-C stops it")

    assert "nothing was changed" in launcher.said
    assert {path.name: path.read_bytes() for path in (tmp_path / "data").iterdir() if path.name != "lock"} == before


@pytest.mark.parametrize("setting", ["PORT", "PLAYGROUND_PORT"])
def test_a_taken_port_is_named(tmp_path: Path, setting: str) -> None:
    need(Playground=PROGRAM.exists())
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])

        with launched(tmp_path, **{setting: port}) as launcher:
            assert launcher.ends() == 1

    assert f"Port {port} is taken" in launcher.said
    assert setting in launcher.said
    assert "Traceback" not in launcher.said


def test_a_nonsense_port_is_named(tmp_path: Path) -> None:
    with launched(tmp_path, PLAYGROUND_PORT="many") as launcher:
        assert launcher.ends() == 1

    assert re.search("PLAYGROUND_PORT must be a whole number.*'many'", launcher.said)


def test_a_bot_that_does_not_start_is_explained_from_its_log(tmp_path: Path) -> None:
    with launched(tmp_path, TIMEZONE="Salford") as launcher:
        started = time.monotonic()
        assert launcher.ends() == 1

    assert time.monotonic() - started < 20
    assert "TIMEZONE must be a time zone" in launcher.said
    assert "Traceback" not in launcher.said
