"""Makes a file of a pack. Takes a while: meant for a thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from knowledge.reports.excel import excel
from knowledge.reports.order import Format
from knowledge.reports.pack import Pack
from knowledge.reports.separated import separated
from knowledge.reports.word import word

_MAKERS: Mapping[Format, Callable[[Pack], bytes]] = {
    Format.WORD: word,
    Format.EXCEL: excel,
    Format.CSV: separated,
}


def made(pack: Pack, format: Format) -> bytes:  # noqa: A002  it is what people call it
    """The pack as a file of this kind."""
    return _MAKERS[format](pack)
