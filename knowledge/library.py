"""The knowledge at one moment: every programme, ready to be asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from zoneinfo import ZoneInfo

from knowledge.model import Programme
from knowledge.progress.records import NOTHING, Records
from knowledge.questions.answer import Context
from knowledge.questions.answering import answer
from knowledge.questions.index import Index

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Knowledge:
    """What `respond` may answer from; a value, so that a turn sees one state of things from end to end.

    `emergency_contact` is the council's own line for a child in danger, in words; empty where none is set.
    `records` is what is kept of progress and people, `timezone` is where the council is.
    """

    programmes: tuple[Programme, ...]
    emergency_contact: str = ""
    records: Records = NOTHING
    timezone: ZoneInfo = LONDON

    def prepared(self) -> Knowledge:
        """Itself, with everything worked out that the first question would otherwise wait for (about a second)."""
        for index in self.indexes:
            answer("which recommendation is about nothing in particular?", Context(), index)
        return self

    def seeing(self, records: Records) -> Knowledge:
        """The same with other records; the indexes, which take long to work out, are shared."""
        other = replace(self, records=records)
        other.__dict__["indexes"] = self.indexes
        return other

    @cached_property
    def indexes(self) -> tuple[Index, ...]:
        """Each programme ready to be asked, in the order of import; worked out once."""
        return tuple(map(Index, self.programmes))
