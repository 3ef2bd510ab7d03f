"""The knowledge at one moment: every programme, ready to be asked."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.model import Programme


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What `respond` may answer from; a value, so that a turn sees one state of things from end to end."""

    programmes: tuple[Programme, ...]
