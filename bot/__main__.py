"""The command line: python -m bot [init | serve | chat | import FILE]."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from pathlib import Path
from typing import TypeAlias

from bot.commands import CommandFailed, import_file, init, serve, talk
from bot.log import start_logging
from bot.settings import BadSettings, Settings, read_settings
from knowledge.errors import KnowledgeError, StoreBusy, StoreDamaged, StoreExists, StoreMissing, UnreadableDocument

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
    except (StoreMissing, StoreExists, UnreadableDocument) as error:
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
            return f"The store in {error.where} can't be read: {error.reason}. Nothing was changed."
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
    return parser


def _command(commands: Commands, name: str, does: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")


if __name__ == "__main__":
    sys.exit(main())
