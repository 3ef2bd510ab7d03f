"""A PostgreSQL server for tests: its programs where they are installed, its data in a folder of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg

from knowledge.store.postgres.connection import Connection
from knowledge.store.postgres.schema import make

_numbers = count(1)


def programs() -> Path | None:
    """The folder of the newest PostgreSQL that is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


@dataclass
class Server:
    """A server of our own, which can be stopped, killed and started again."""

    programs: Path
    folder: Path
    port: int
    options: str = ""

    @property
    def url(self) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    @property
    def runs(self) -> bool:
        return (self.folder / "postmaster.pid").exists()

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' {self.options}"
        self._run("pg_ctl", "-D", str(self.folder), "-w", "-o", options, "-l", str(self.folder / "log"), "start")

    def stop(self, mode: str = "fast") -> None:
        """With mode "immediate" as a crash does: nothing is finished or written out."""
        self._run("pg_ctl", "-D", str(self.folder), "-w", "-m", mode, "stop")

    def make(self) -> None:
        self._run("initdb", "-D", str(self.folder), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")

    def _run(self, program: str, *arguments: str) -> None:
        """PostgreSQL refuses to run as root."""
        as_whom = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        command = [*as_whom, str(self.programs / program), *arguments]
        done = subprocess.run(  # noqa: S603  our own commands
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            text=True, check=False, cwd="/",
        )  # fmt: skip
        assert done.returncode == 0, done.stdout


@contextmanager
def running(programs: Path, options: str = "") -> Iterator[Server]:
    """A server that runs for as long as it takes."""
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    server = Server(programs, folder, _free_port(), options)
    try:
        server.make()
        server.start()
        yield server
    finally:
        if server.runs:
            server.stop("immediate")
        shutil.rmtree(folder)


@contextmanager
def schema(url: str) -> Iterator[str]:
    """The URL of a corner of the database with nothing in it yet."""
    name = f"test_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
        try:
            yield f"{url}{'&' if '?' in url else '?'}options=-csearch_path%3D{name}"
        finally:
            connection.execute(f"DROP SCHEMA {name} CASCADE")


def new_store(url: str) -> str:
    """The URL of a store that has just been made."""
    with Connection.connect(url, autocommit=True) as connection:
        make(connection, url)
    return url


def emptied(url: str) -> str:
    """The URL of a store that holds nothing any more."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DELETE FROM kept")
        connection.execute("DELETE FROM writers")
    return url


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
