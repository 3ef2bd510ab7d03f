"""What was reported complete and waits for a manager."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from knowledge.progress.model import Status
from knowledge.progress.standings.records import Records
from knowledge.progress.standings.standing import Standing
from knowledge.progress.summaries.summary import Awaiting
from knowledge.store.shelves import UPDATES


def awaiting(standings: Iterable[Standing], records: Records) -> tuple[Awaiting, ...]:
    """What waits for a manager's sign-off, the longest first."""
    waiting = [(s, _since(s, records)) for s in standings if s.status is Status.AWAITING_SIGN_OFF]
    found = [Awaiting(standing, since) for standing, since in waiting if since]
    return tuple(sorted(found, key=lambda one: one.since))


def _since(standing: Standing, records: Records) -> datetime | None:
    """Since when it has been reported complete without a break."""
    since = standing.contact
    for update in records.reading.backwards(UPDATES, programme=standing.programme, ref=standing.ref):
        if update.withdrawn is None:
            if update.status is not Status.AWAITING_SIGN_OFF:
                break
            since = update.at
    return since
