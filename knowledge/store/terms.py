"""Keys and what records are found by, as PostgreSQL can hold and index any of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256

from knowledge.store.shelves import Place

LONGEST = 500  # characters; an entry of a PostgreSQL index must stay under 2,700 bytes


def term(*texts: str) -> str:
    """Texts as one in ASCII: PostgreSQL takes neither NUL nor half a surrogate pair. Different ones stay different."""
    written = json.dumps(texts)[1:-1]
    return written if len(written) <= LONGEST else f"sha256 {sha256(written.encode()).hexdigest()}"


def terms(places: Iterable[Place]) -> list[str]:
    """One term for each index of a shelf."""
    return [term(*place[1:]) for place in places]
