"""What the audit and export commands were told; apart from them, since they take a while to load."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from knowledge.reports.order import Format


class TrailFormat(StrEnum):
    """How entries of the trail are printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which entries are wanted, and how; empty for what wasn't said."""

    since: str = ""
    subject: str = ""
    person: str = ""
    format: TrailFormat = TrailFormat.TEXT


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which pack is wanted: words for the day, and empty for what wasn't said."""

    format: Format
    since: str = ""
    output: Path | None = None
    programme: str = ""
    force: bool = False
