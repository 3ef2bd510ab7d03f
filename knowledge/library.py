"""The knowledge at one moment: every programme, ready to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from knowledge.model import Programme
from knowledge.questions.index import Index


@dataclass(frozen=True)
class Knowledge:
    """What `respond` may answer from; a value, so that a turn sees one state of things from end to end.

    `emergency_contact` is the council's own line for a child in danger, in words; empty where none is set.
    """

    programmes: tuple[Programme, ...]
    emergency_contact: str = ""

    @cached_property
    def indexes(self) -> tuple[Index, ...]:
        """Each programme ready to be asked, in the order of import; worked out at the first question."""
        return tuple(map(Index, self.programmes))
