"""Turns the tables of older formats into today's, one format at a time.

A field that a record lacks gets its default, one that nobody knows any more is left out when the record is
next written; only more than that needs a new format and a function here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Tables = dict[str, dict[str, Any]]

FORMAT = 2


def migrated(tables: Tables, written: int) -> Tables:
    """Tables of an older format as they would be now; raises LookupError for a format that never was."""
    while written < FORMAT:
        tables = MIGRATIONS[written](tables)
        written += 1
    return tables


def sealed_with_journal(tables: Tables) -> Tables:
    """Format 1 had the same records in a file without a seal, and no journal."""
    return tables


MIGRATIONS: dict[int, Callable[[Tables], Tables]] = {1: sealed_with_journal}
