"""The command line: python -m bot COMMAND."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias, TypeVar

from bot.commands.failures import BAD_INPUT, FAILED, BadInput, CommandFailed, in_words, sentence, status
from bot.commands.output import drop_the_rest, take_any_letter
from bot.commands.wanted import Asked, TrailFormat, Wanted
from bot.settings import BadSettings, Settings, read_settings
from bot.watching.log import start_logging
from knowledge.errors import KnowledgeError
from knowledge.reports.order import Format

Form = TypeVar("Form", bound=StrEnum)
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

PURPOSE = "Answers for a council's recommendations."
EPILOG = "Settings come from the environment; README.md lists them."


def main(arguments: list[str] | None = None) -> int:
    """Run one command; gives the exit status: 0, 1 for a failure, 2 for bad input."""
    take_any_letter()
    chosen = _parser().parse_args(arguments)
    try:
        settings = read_settings(os.environ)
        start_logging(settings.log_level)
        if done := _run(chosen, settings):
            print(done, flush=True)
    except BadSettings as error:
        return _explain("\n".join(error.problems), BAD_INPUT)
    except BadInput as error:
        return _explain(str(error), BAD_INPUT)
    except (KnowledgeError, CommandFailed) as error:
        return _explain(sentence(error), status(error))
    except BrokenPipeError:  # whoever read this has had enough
        drop_the_rest()
    except OSError as error:
        drop_the_rest()
        return _explain(f"The system refused: {in_words(error)}.", FAILED)
    except KeyboardInterrupt:
        return FAILED
    return 0


def _run(chosen: argparse.Namespace, settings: Settings) -> str:
    """Do it. Each command brings along what it needs, so that none waits for what only others need."""
    match chosen.command:
        case "init" | "import":
            return _read_in(chosen, settings)
        case "people":
            return _people_of(chosen, settings)
        case "export":
            from bot.commands.exporting import export

            asked = Wanted(_form(chosen.format, Format), chosen.since, chosen.output, chosen.programme, chosen.force)
            return asyncio.run(export(settings, asked))
        case "audit":
            from bot.commands.audit import print_trail

            form = _form(chosen.format, TrailFormat)
            return asyncio.run(print_trail(settings, Asked(chosen.since, chosen.subject, chosen.person, form)))
        case "chat":
            from bot.commands.talking import talk

            return talk(settings, chosen.email)
        case "backup" | "restore" | "check" | "migrate":
            return _look_after(chosen, settings)
        case _:
            from bot.commands.serving import serve

            return serve(settings)


def _form(said: str, forms: type[Form]) -> Form:
    """The format of this name. Raises BadInput, which says which there are."""
    try:
        return forms(said.lower())
    except ValueError as error:
        *others, last = forms
        raise BadInput(f"There is no format {said!r}. Formats are {', '.join(others)} and {last}.") from error


def _read_in(chosen: argparse.Namespace, settings: Settings) -> str:
    from bot.commands.documents import import_file, init

    if chosen.command == "init":
        return asyncio.run(init(settings, empty=chosen.empty))
    return asyncio.run(import_file(settings, chosen.file, replaces=chosen.replace))


def _people_of(chosen: argparse.Namespace, settings: Settings) -> str:
    from bot.commands.people import import_people, list_people

    return asyncio.run(import_people(settings, chosen.file) if chosen.doing == "import" else list_people(settings))


def _look_after(chosen: argparse.Namespace, settings: Settings) -> str:
    """What is done to the store as a whole."""
    from bot.commands.store import bring_back, make_backup, migrate, verify

    match chosen.command:
        case "backup":
            return make_backup(settings, chosen.file)
        case "restore":
            return bring_back(settings, chosen.file)
        case "migrate":
            return asyncio.run(migrate(settings, chosen.to))
        case _:
            return verify(settings)


def _explain(what: str, exit_status: int) -> int:
    print(what, file=sys.stderr)
    return exit_status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description=PURPOSE, epilog=EPILOG)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    making = _command(commands, "init", "make the store and import the bundled document")
    making.add_argument("--empty", action="store_true", help="leave the store without the bundled document")
    _command(commands, "serve", "answer Teams over HTTP (what happens without a command)")
    chatting = _command(commands, "chat", "talk in the terminal, or answer the lines of a pipe")
    chatting.add_argument(
        "--as", dest="email", metavar="EMAIL", default="", help="as somebody of the directory; in local mode only"
    )
    importing = _command(commands, "import", "import a document into the store")
    importing.add_argument("file", metavar="FILE", type=Path, help="a plain text document, .txt or .md")
    importing.add_argument("--replace", action="store_true", help="take the place of the document that it replaces")
    _people(commands)
    backing_up = _command(commands, "backup", "copy the store into one file, also while the bot serves")
    backing_up.add_argument("file", metavar="PATH", type=Path, help="a file that isn't there yet")
    restoring = _command(commands, "restore", "make the store of a backup; DATA_DIR must be empty")
    restoring.add_argument("file", metavar="PATH", type=Path, help="a file that backup wrote")
    _command(commands, "check", "verify everything in the store and count it; changes nothing")
    _export(commands)
    _audit(commands)
    moving = _command(commands, "migrate", "copy the store in DATA_DIR to an empty database, and compare both")
    moving.add_argument("--to", metavar="URL", required=True, help="postgresql://user:password@host:5432/database")
    return parser


def _export(commands: Commands) -> None:
    exporting = _command(commands, "export", "write the committee pack to a file, also while the bot serves")
    exporting.add_argument(
        "--format", metavar="FORMAT", default=Format.WORD, help="what kind of file: docx, xlsx or csv (docx)"
    )
    exporting.add_argument(
        "--since", metavar="DAY", default="", help="when the committee last met; three months ago if not given"
    )
    exporting.add_argument("--output", metavar="FILE", type=Path, help="where to; by default here, named by the day")
    exporting.add_argument("--programme", metavar="NAME", default="", help="which one, where there are several")
    exporting.add_argument("--force", action="store_true", help="replace the file if it is there")


def _audit(commands: Commands) -> None:
    auditing = _command(commands, "audit", "print who changed what and when, oldest first, also while the bot serves")
    auditing.add_argument("--since", metavar="DAY", default="", help='from this day on: 2026-10-01, "1 October"')
    auditing.add_argument(
        "--subject", metavar="SUBJECT", default="", help="about this only: 10, munro/10, munro, people, glossary"
    )
    auditing.add_argument("--person", metavar="TEXT", default="", help="by or about people of this name or e-mail")
    auditing.add_argument("--format", metavar="FORMAT", default=TrailFormat.TEXT, help="how: text, json or csv (text)")


def _people(commands: Commands) -> None:
    people = _command(commands, "people", "bring people into the directory, or list who is there")
    doing = people.add_subparsers(dest="doing", metavar="import|list", required=True)
    importing = _command(doing, "import", "add and change the people of a list; nobody is removed")
    importing.add_argument(
        "file", metavar="FILE", type=Path, help="CSV with the columns name,email,object_id,roles,leads"
    )
    _command(doing, "list", "show everybody in the directory, also while the bot serves")


def _command(commands: Commands, name: str, does: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")


if __name__ == "__main__":
    sys.exit(main())
