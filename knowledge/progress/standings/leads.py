"""The names of those who lead something, by a document or by the council's own decision."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.model import Programme
from knowledge.progress.standings.records import Records
from knowledge.store.shelves import ASSIGNMENTS


def lead_names(programmes: Iterable[Programme], records: Records) -> tuple[str, ...]:
    """Each once, as it is written there: documents' first."""
    written = [lead.name for programme in programmes for rec in programme.recommendations for lead in rec.leads]
    assigned = [name for assignment in records.reading.newest(ASSIGNMENTS) for name in assignment.names]
    return tuple(dict.fromkeys((*written, *assigned)))
