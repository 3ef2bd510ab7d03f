"""Makes a file of a pack. Takes a while: meant for a thread.

What makes Word and Excel files is loaded when the first is made: it takes a fifth of a second and 30 MB, and most
processes make none.
"""

from __future__ import annotations

from knowledge.reports.order import Format
from knowledge.reports.pack import Pack
from knowledge.reports.separated import separated


def made(pack: Pack, format: Format) -> bytes:  # noqa: A002  it is what people call it
    """The pack as a file of this kind."""
    match format:
        case Format.WORD:
            from knowledge.reports.word import word  # noqa: PLC0415  see above

            return word(pack)
        case Format.EXCEL:
            from knowledge.reports.excel import excel  # noqa: PLC0415  see above

            return excel(pack)
        case Format.CSV:
            return separated(pack)
