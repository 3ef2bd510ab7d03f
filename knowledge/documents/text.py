"""Turns a text file's bytes into lines, whatever program saved it."""

from __future__ import annotations

import codecs
import re

from knowledge.errors import UnreadableDocument

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LINE_END = re.compile(r"\r\n|\r|\n")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")

NOT_TEXT = "The file doesn’t hold readable text. I can read text saved as UTF-8, UTF-16 or Windows-1252."
EMPTY = "The file is empty."
# Characters; the bundled response has sixty thousand. A million is read in half a second, nothing but dates in ten.
LONGEST = 2_000_000
TOO_LONG = (
    "The text has {length:,} characters, and I read up to {longest:,}, which is some 600 pages. Please leave out what "
    "isn’t about the recommendations, or send it in parts, each with a title of its own."
)


def lines(data: bytes) -> tuple[str, ...]:
    """The lines without their ends, numbered as an editor numbers them. Raises UnreadableDocument."""
    text = decoded(data)
    if not text.strip():
        raise UnreadableDocument(EMPTY)
    if len(text) > LONGEST:
        raise UnreadableDocument(TOO_LONG.format(length=len(text), longest=LONGEST))
    if _BINARY.search(text):
        raise UnreadableDocument(NOT_TEXT)
    return tuple(_LINE_END.split(text))


def decoded(data: bytes) -> str:
    """Old Windows programs write cp1252 and say nothing; what they write is hardly ever valid UTF-8."""
    for encoding in ("utf-16",) if data.startswith(_UTF16) else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableDocument(NOT_TEXT)
