"""How one recommendation stands: what was reported last, its target, who leads it, and what of that doesn't add up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from knowledge.progress.model import Assignment, Extension, Status, Target, Update

# A recommendation that nobody has reported on for so many days is stale: four weeks, as councils' own trackers have it.
STALE_AFTER = 28
DONE = frozenset({Status.AWAITING_SIGN_OFF, Status.COMPLETE})


class Contradiction(StrEnum):
    """What doesn't add up; it is said, never forbidden."""

    ON_TRACK_BUT_OVERDUE = "on track, but past its target"
    NO_EVIDENCE = "complete, but without evidence"
    STEP_PAST = "its next step’s date has passed"
    STEP_AFTER_TARGET = "its next step is later than its target"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a recommendation stands.

    `latest` is the newest update that wasn't withdrawn, and `report` the newest of these that a lead wrote in full:
    "no change" and a manager's sign-off answer to that. `unchanged` is how many times in a row no change was reported
    since. `leads` are those who lead it now: by `assignment` where the council decided so, else the document's own.
    `extension` is one not decided yet.
    """

    programme: str
    ref: str
    leads: tuple[str, ...] = ()
    latest: Update | None = None
    report: Update | None = None
    unchanged: int = 0
    target: Target | None = None
    extension: Extension | None = None
    assignment: Assignment | None = None

    @property
    def status(self) -> Status | None:
        """As reported; None where nobody has reported yet."""
        return self.latest.status if self.latest else None

    @property
    def due(self) -> date | None:
        """The council's own target, None where there is none."""
        return self.target.day if self.target else None

    @property
    def contact(self) -> datetime | None:
        """When somebody last reported on it, "no change" included; UTC."""
        return self.latest.at if self.latest else None

    def overdue(self, today: date) -> bool:
        """Whether its target has passed and nobody has reported it complete."""
        return self.due is not None and self.due < today and self.status not in DONE

    def stale(self, now: datetime, days: int = STALE_AFTER) -> bool:
        """Whether nobody has reported for so many days; never what is complete or waits for a manager's sign-off."""
        if self.status in DONE:
            return False
        return self.contact is None or now - self.contact >= timedelta(days=days)


def contradictions(standing: Standing, today: date) -> tuple[Contradiction, ...]:
    """What in the newest report doesn't fit together, or doesn't fit the target."""
    report = standing.report
    if report is None:
        return ()
    step, due, done = report.next_step_date, standing.due, standing.status in DONE
    found = {
        Contradiction.ON_TRACK_BUT_OVERDUE: standing.status is Status.ON_TRACK and standing.overdue(today),
        Contradiction.NO_EVIDENCE: done and not report.evidence,
        Contradiction.STEP_PAST: not done and step is not None and step < today,
        Contradiction.STEP_AFTER_TARGET: not done and step is not None and due is not None and step > due,
    }
    return tuple(what for what, holds in found.items() if holds)
