"""The evidence that an officer names: texts and links, each for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINK = re.compile(r"(?:https?://|(?<![\w@./-])www\.)[^\s<>\"]+", re.IGNORECASE)
_EDGES = " \t\r\n,;:–—-*•→"
_JOINERS = r"and|at|is|in|here|see"


def pieces(text: str) -> Iterator[str]:
    """The pieces of evidence in their order: lines, what semicolons part, and each link for itself."""
    for line in re.split(r"\n|;\s", text):
        at = 0
        for link in _LINK.finditer(line):
            yield from _piece(line[at : link.start()])
            yield _bare(link[0])
            at = link.start() + len(_bare(link[0]))
        yield from _piece(line[at:])


def _piece(text: str) -> Iterator[str]:
    words = re.sub(rf"^(?:{_JOINERS})\s|\s(?:and|at|is)$", "", f" {text} ".strip(f"{_EDGES}.")).strip(_EDGES)
    if words.strip("()") and words.lower() not in _JOINERS.split("|"):
        yield words


def links(text: str) -> list[str]:
    """The links in a text, in their order."""
    return [_bare(match[0]) for match in _LINK.finditer(text)]


def _bare(link: str) -> str:
    """A link without the punctuation of the sentence around it."""
    return link.rstrip(".,;:!?'’" + ("" if "(" in link else ")"))
