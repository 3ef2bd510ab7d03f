"""What a command that failed says, and with which exit status."""

from __future__ import annotations

import sys
from pathlib import Path

from knowledge.errors import (
    NoPlace,
    NotEmpty,
    NotKept,
    NotTheSame,
    StoreBusy,
    StoreDamaged,
    StoreExists,
    StoreMissing,
    StoreUnfit,
    StoreUnreachable,
    StoreUnsafe,
    UnknownProgramme,
    UnreadableBackup,
    UnreadableDocument,
    UnreadablePeople,
)

FAILED, BAD_INPUT = 1, 2


class CommandFailed(Exception):
    """A command couldn't do its work; the message is a sentence for whoever ran it."""


class BadInput(CommandFailed):
    """What a command was given can't be used; the message is a sentence for whoever ran it."""


SENTENCES: dict[type[Exception], str] = {
    StoreMissing: 'There is no store in {where}. Make one, with the bundled document in it: "{python} -m bot init".',
    StoreExists: "There is a store in {where} already; nothing was changed.",
    StoreBusy: "The store in {where} is in use by {holder}; stop that first.",
    StoreDamaged: "The store can't be read: {where}: {reason}. Nothing was changed.",
    StoreUnsafe: (
        "{where} is on a network file system ({kind}), where a crash could lose what was kept. "
        "Set DATA_DIR to a folder on a disk of this machine."
    ),
    NoPlace: "{where} can't hold a store: {reason}. Set DATA_DIR to a folder that the bot may write in.",
    StoreUnfit: "The server of {where} is no place for a store: {reason}. Nothing was changed.",
    StoreUnreachable: "The store in {where} can't be reached: {reason}.",
    NotEmpty: "There is something at {where} already; nothing was changed.",
    NotTheSame: "{where} doesn't hold the same. Go on with the store that you have, and empty that database.",
    UnreadableBackup: "{where} can't be used as a backup: {reason}. Nothing was changed.",
    NotKept: "It couldn't be written: {reason}.",
    UnreadableDocument: "{reason}",
    UnknownProgramme: "There is no programme called {name!r}.",
    UnreadablePeople: "{reason}\nNobody was imported.",
}
INPUT = (
    StoreMissing,
    StoreExists,
    StoreUnsafe,
    StoreUnfit,
    NoPlace,
    NotEmpty,
    UnreadableBackup,
    UnreadableDocument,
    UnknownProgramme,
    UnreadablePeople,
)


def in_words(error: OSError) -> str:
    """What the system says of an error, with the file that it is about."""
    said = error.strerror or str(error)
    return f"{error.filename}: {said}" if error.filename else said


def sentence(error: Exception) -> str:
    """What went wrong and what to do about it."""
    words = SENTENCES.get(type(error))
    return words.format(**vars(error), python=this_python()) if words else str(error)


def this_python() -> str:
    """The Python that this runs in as one types it here: below this folder by its path, any other by its name."""
    path = Path(sys.executable)
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else "python"


def status(error: Exception) -> int:
    """2 where what the command was given or pointed at can't be used, 1 for what failed on the way."""
    return BAD_INPUT if isinstance(error, INPUT) else FAILED
