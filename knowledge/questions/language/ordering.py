"""Orders references as people count."""

from __future__ import annotations

import re


def natural(ref: str) -> tuple[tuple[int, int | str], ...]:
    """A sort key that orders references as people count: "2.2", "2.10", "10", "R3.1"."""
    pieces = [p for p in re.split(r"(\d+)", ref) if p.strip()]
    return tuple((0, int(p)) if p.isdigit() else (1, p) for p in pieces)
