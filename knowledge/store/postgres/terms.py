"""Keys and what records are found by, as PostgreSQL can hold and index any of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256

from knowledge.store.shelves import Place

LONGEST = 500  # characters; an entry of a PostgreSQL index must stay under 2,700 bytes
BETWEEN, AFTER = ", ", ",!"  # what stands between two texts, and the next in ASCII's order


def term(*texts: str) -> str:
    """Texts as one in ASCII: PostgreSQL takes neither NUL nor half a surrogate pair. Different ones stay different."""
    return BETWEEN.join(_term(text) for text in texts)


def bounds(texts: Iterable[str]) -> tuple[str, str]:
    """The terms of what begins with these texts and goes on are from the first, inclusive, to the second, exclusive."""
    begun = term(*texts)
    return (f"{begun}{BETWEEN}", f"{begun}{AFTER}") if begun else ("", "~")


def _term(text: str) -> str:
    written = json.dumps(text)
    return written if len(written) <= LONGEST else f"sha256 {sha256(written.encode()).hexdigest()}"


def terms(places: Iterable[Place]) -> list[str]:
    """One term for each index of a shelf."""
    return [term(*place[1:]) for place in places]
