"""Names the groups that an index makes of a shelf's records."""

from __future__ import annotations

from typing import Any

from knowledge.store.shelves import Place, Shelf


def beginning(shelf: Shelf[Any], where: dict[str, str]) -> Place:
    """What the places of these groups begin with; raises LookupError where no index begins with just these fields."""
    for index in shelf.indexes:
        first = index[: len(where)]
        if set(first) == set(where):
            return (index, *(where[name] for name in first))
    raise LookupError(f"{shelf.table} can't be grouped by {', '.join(where) or 'anything'}")
