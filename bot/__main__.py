"""The command line: python -m bot [init | serve | chat | import FILE | backup PATH | restore PATH | check]."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from pathlib import Path
from typing import TypeAlias

from bot.commands import BadInput, CommandFailed, bring_back, import_file, init, make_backup, serve, talk, verify
from bot.log import start_logging
from bot.settings import BadSettings, Settings, read_settings
from knowledge.errors import (
    KnowledgeError,
    NotEmpty,
    NotKept,
    StoreBusy,
    StoreDamaged,
    StoreExists,
    StoreMissing,
    StoreUnsafe,
    UnreadableBackup,
    UnreadableDocument,
)

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

FAILED, BAD_INPUT = 1, 2

PURPOSE = "Answers for a council's recommendations."
EPILOG = "Settings come from the environment; README.md lists them."


def main(arguments: list[str] | None = None) -> int:
    """Run one command; gives the exit status: 0, 1 for a failure, 2 for bad input."""
    chosen = _parser().parse_args(arguments)
    try:
        settings = read_settings(os.environ)
        start_logging(settings.log_level)
        done = _run(chosen, settings)
    except BadSettings as error:
        return _explain("\n".join(error.problems), BAD_INPUT)
    except (StoreMissing, StoreExists, NotEmpty, StoreUnsafe, UnreadableBackup, UnreadableDocument, BadInput) as error:
        return _explain(_sentence(error), BAD_INPUT)
    except (KnowledgeError, CommandFailed) as error:
        return _explain(_sentence(error), FAILED)
    except KeyboardInterrupt:
        return FAILED
    if done:
        print(done)
    return 0


def _run(chosen: argparse.Namespace, settings: Settings) -> str:
    match chosen.command:
        case "init":
            return asyncio.run(init(settings, empty=chosen.empty))
        case "import":
            return asyncio.run(import_file(settings, chosen.file))
        case "backup":
            return make_backup(settings, chosen.file)
        case "restore":
            return bring_back(settings, chosen.file)
        case "check":
            return verify(settings)
        case "chat":
            return talk(settings)
        case _:
            return serve(settings)


def _sentence(error: Exception) -> str:
    """What went wrong and what to do about it."""
    match error:
        case StoreMissing():
            return f'There is no store in {error.where}. Make one first: "python -m bot init".'
        case StoreExists():
            return f"There is a store in {error.where} already; nothing was changed."
        case StoreBusy():
            return f"The store in {error.where} is in use by another process; stop that first."
        case StoreDamaged():
            return f"The store can't be read: {error.where}: {error.reason}. Nothing was changed."
        case StoreUnsafe():
            return (
                f"{error.where} is on a network file system ({error.kind}), where a crash could lose what was kept. "
                "Set DATA_DIR to a folder on a disk of this machine."
            )
        case NotEmpty():
            return f"There is something at {error.where} already; nothing was changed."
        case UnreadableBackup():
            return f"{error.where} isn't a sound backup: {error.reason}. Nothing was changed."
        case NotKept():
            return f"It couldn't be written: {error.reason}."
        case UnreadableDocument():
            return error.reason
        case _:
            return str(error)


def _explain(what: str, status: int) -> int:
    print(what, file=sys.stderr)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description=PURPOSE, epilog=EPILOG)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    making = _command(commands, "init", "make the store and import the bundled document")
    making.add_argument("--empty", action="store_true", help="leave the store without the bundled document")
    _command(commands, "serve", "answer Teams over HTTP (what happens without a command)")
    _command(commands, "chat", "talk in the terminal, or answer the lines of a pipe")
    importing = _command(commands, "import", "import a document into the store")
    importing.add_argument("file", metavar="FILE", type=Path, help="a plain text document, .txt or .md")
    backing_up = _command(commands, "backup", "copy the store into one file, also while the bot serves")
    backing_up.add_argument("file", metavar="PATH", type=Path, help="a file that isn't there yet")
    restoring = _command(commands, "restore", "make the store of a backup; DATA_DIR must be empty")
    restoring.add_argument("file", metavar="PATH", type=Path, help="a file that backup wrote")
    _command(commands, "check", "verify everything in the store and count it; changes nothing")
    return parser


def _command(commands: Commands, name: str, does: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")


if __name__ == "__main__":
    sys.exit(main())
