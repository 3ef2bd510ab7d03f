"""What stood at an earlier moment, and what was reported between two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from knowledge.progress.model import Update
from knowledge.progress.standings.records import Records
from knowledge.store.shelves import UPDATES

# So many updates of a period are read one by one, which takes some milliseconds; statuses need none of them.
MOST = 2_000

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Reported:
    """What was reported between two moments by (programme, ref), newest first, without what was taken back.

    `whole` is False where there was more than could be looked at: then the older part is missing.
    """

    updates: Mapping[Key, tuple[Update, ...]] = field(default_factory=dict)
    whole: bool = True


def newest(records: Records, programme: str, moment: datetime) -> tuple[Update, ...]:
    """The update of each ref that counted at a moment (UTC); what was taken back later never was."""
    before = records.reading.since(UPDATES, moment)
    found = records.reading.newest(UPDATES, programme=programme, before=before)
    return tuple(filter(None, (_counting(records, update, before) for update in found)))


def reported(records: Records, first: datetime, end: datetime) -> Reported:
    """Everything reported from one moment (UTC) up to and without another, over all programmes."""
    walked = list(islice(_backwards(records, first, end), MOST + 1))
    found: dict[Key, list[Update]] = {}
    for update in walked[:MOST]:
        if update.withdrawn is None:
            found.setdefault((update.programme, update.ref), []).append(update)
    return Reported({key: tuple(updates) for key, updates in found.items()}, len(walked) <= MOST)


def _counting(records: Records, update: Update, before: int) -> Update | None:
    if update.withdrawn is None:
        return update
    older = records.reading.backwards(UPDATES, before=before, programme=update.programme, ref=update.ref)
    return next((one for one in older if one.withdrawn is None), None)


def _backwards(records: Records, first: datetime, end: datetime) -> Iterator[Update]:
    for update in records.reading.backwards(UPDATES, before=records.reading.since(UPDATES, end)):
        if update.at < first:
            return
        yield update
