"""Puts records read from a file on their shelves, if they belong there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from knowledge.errors import StoreDamaged
from knowledge.store.records.codec import Numbered
from knowledge.store.records.kept import Filing, Kept, filing
from knowledge.store.shelves import SHELVES


def shelved(path: Path, tables: Mapping[str, Numbered]) -> dict[str, Kept]:
    """Tables as kept records; raises StoreDamaged for one that doesn't fit."""
    kept = {shelf.table: Kept(shelf) for shelf in SHELVES}
    apply(kept, tables, str(path))
    return kept


def apply(kept: dict[str, Kept], tables: Mapping[str, Numbered], where: str) -> None:
    """Add changes read from a file to what is kept; raises StoreDamaged, naming `where`, for one that doesn't fit."""
    for name, records in tables.items():
        if name not in kept:
            raise StoreDamaged(where, f"it has a table {name!r}, which this version doesn't know")
        _file(kept[name], records, where)


def _filing(kept: Kept, number: int, raw: bytes) -> Filing:
    new = filing(kept.shelf, raw)
    if kept.number(new.key) not in {None, number}:
        raise ValueError(f"{new.key!r} is there twice")
    return new


def _file(kept: Kept, records: Numbered, where: str) -> None:
    number = 0
    try:
        for number, raw in records.items():
            kept.file(number, None if raw is None else _filing(kept, number, raw))
    except (ValueError, msgspec.MsgspecError) as error:
        raise StoreDamaged(where, f"a record doesn't fit ({kept.shelf.table} {number}): {error}") from error
