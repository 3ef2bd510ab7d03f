"""Extensions that were asked for, granted and refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from knowledge.progress.standings.records import Records
from knowledge.progress.standings.standing import Standing
from knowledge.progress.summaries.movement import key
from knowledge.progress.summaries.summary import Extensions
from knowledge.store.shelves import EXTENSIONS


def asked_for(standings: Iterable[Standing], records: Records, first: datetime, end: datetime) -> Extensions:
    """What happened from one moment (UTC) up to and without another, and what waits for a decision now."""

    def within(at: datetime | None) -> bool:
        return at is not None and first <= at < end

    keys = {key(standing) for standing in standings}
    every = [one for one in records.reading.all(EXTENSIONS) if (one.programme, one.ref) in keys]
    decided = [one for one in every if within(one.decided)]
    return Extensions(
        asked=tuple(one for one in every if within(one.at)),
        granted=tuple(one for one in decided if one.granted),
        refused=tuple(one for one in decided if not one.granted),
        open=tuple(standing.extension for standing in standings if standing.extension),
    )
