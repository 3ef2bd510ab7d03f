"""Turns a document of recommendations into a programme, whatever its layout and its kind of file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from knowledge.documents.programme import programme
from knowledge.documents.sample import munro
from knowledge.documents.text import lines
from knowledge.errors import UnreadableDocument
from knowledge.model import Programme

__all__ = ["munro", "read_document"]

OTHER_KIND = "I can’t read {kind} yet. I can read plain text, saved as .txt or .md."


def read_document(data: bytes, filename: str) -> Programme:
    """The programme in a file's bytes. Pure, and slow enough for a thread.

    Raises UnreadableDocument, and nothing else, whatever the bytes.
    """
    kind = PurePath(filename).suffix.lower()
    if kind not in _READERS:
        raise UnreadableDocument(OTHER_KIND.format(kind=f"{kind} files" if kind else "a file without an ending"))
    return _READERS[kind](data, PurePath(filename).name)


def _text(data: bytes, source: str) -> Programme:
    return programme(lines(data), source)


_READERS: dict[str, Callable[[bytes, str], Programme]] = {".txt": _text, ".md": _text}
