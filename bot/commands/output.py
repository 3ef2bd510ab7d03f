"""What this program prints, also where few letters are known, nobody reads on, or nothing more fits."""

from __future__ import annotations

import codecs
import io
import os
import sys

FEW_LETTERS = "recommendations-bot"  # the name of the way to go about letters that an output doesn't know
PLAIN = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "•": "*", "…": "...", "\xa0": " ", "£": "GBP "}
)


def take_any_letter() -> None:
    """Print letters that the output doesn't know as the nearest it does, or as a question mark."""
    codecs.register_error(FEW_LETTERS, _plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=FEW_LETTERS)


def drop_the_rest() -> None:
    """Print nothing more to where nothing can be printed: Python would try once more when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unknown = error.object[error.start : error.end].translate(PLAIN)
    return "".join(letter if letter.isascii() else "?" for letter in unknown), error.end
