"""What a committee pack is to hold, said in a value that can wait until somebody makes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Format(StrEnum):
    """What kind of file; the value is how its name ends."""

    WORD = "docx"
    EXCEL = "xlsx"
    CSV = "csv"

    @property
    def media_type(self) -> str:
        """What HTTP calls it."""
        return _MEDIA_TYPES[self]


_OFFICE = "application/vnd.openxmlformats-officedocument"
_MEDIA_TYPES = {
    Format.WORD: f"{_OFFICE}.wordprocessingml.document",
    Format.EXCEL: f"{_OFFICE}.spreadsheetml.sheet",
    Format.CSV: "text/csv; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Order:
    """A committee pack on one programme, as it stands when it is made.

    `since` is the day of the committee's last meeting. Plain JSON values, so that an order can be kept or signed.
    """

    programme: str
    since: date
    format: Format = Format.WORD

    def name(self, today: date) -> str:
        """What the file is called: "munro-progress-2026-11-23.docx"."""
        safe = "".join(c if c.isalnum() else "-" for c in self.programme).strip("-") or "recommendations"
        return f"{safe}-progress-{today.isoformat()}.{self.format}"
