"""What officers and managers do to a recommendation, as changes to keep; whether they may is decided before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.progress.acts.changes import Change, Occasion, audited, fresh
from knowledge.progress.model import Assignment, Extension, Kind, Status, Target, Update
from knowledge.progress.standings.standing import Standing
from knowledge.store.shelves import ASSIGNMENTS, EXTENSIONS, TARGETS, UPDATES

# An author may take an update back for so long; afterwards a new update corrects it.
UNDO_WITHIN = timedelta(minutes=10)
_WHAT = {Kind.NO_CHANGE: "no change reported", Kind.SIGN_OFF: "signed off", Kind.SENT_BACK: "sent back"}


@dataclass(frozen=True, slots=True)
class Report:
    """What an officer reports, before it is saved."""

    status: Status
    narrative: str = ""
    next_step: str = ""
    next_step_date: date | None = None
    evidence: tuple[str, ...] = ()


def posted(key: str, standing: Standing, report: Report, occasion: Occasion) -> tuple[Change, ...]:
    """A new report; `key` is the update's id, so that the same form can't be saved twice."""
    update = Update(
        id=key,
        programme=standing.programme,
        ref=standing.ref,
        status=report.status,
        narrative=report.narrative,
        by=occasion.actor.key,
        by_name=occasion.actor.name,
        at=occasion.at,
        next_step=report.next_step,
        next_step_date=report.next_step_date,
        evidence=report.evidence,
    )
    return audited(occasion, "update posted", Change(UPDATES, update))


def unchanged(standing: Standing, occasion: Occasion) -> tuple[Change, ...]:
    """ "No change", which counts as contact. There must have been an update before."""
    return _follow_up(standing, occasion, Kind.NO_CHANGE, standing.status or Status.NOT_STARTED)


def signed_off(standing: Standing, occasion: Occasion) -> tuple[Change, ...]:
    """A manager agrees that it is complete."""
    return _follow_up(standing, occasion, Kind.SIGN_OFF, Status.COMPLETE)


def sent_back(standing: Standing, back_to: Status, reason: str, occasion: Occasion) -> tuple[Change, ...]:
    """A manager doesn't agree: it stands again as it did before it was reported complete."""
    return _follow_up(standing, occasion, Kind.SENT_BACK, back_to, reason)


def withdrawn(update: Update, occasion: Occasion) -> tuple[Change, ...]:
    """Take an update back; its words stay in the audit trail."""
    after = replace(update, withdrawn=occasion.at)
    return audited(occasion, "update withdrawn", Change(UPDATES, after), update)


def targeted(standing: Standing, day: date | None, reason: str, occasion: Occasion) -> tuple[Change, ...]:
    """A new target; earlier ones are kept, each with its reason."""
    target = Target(
        id=fresh(),
        programme=standing.programme,
        ref=standing.ref,
        day=day,
        reason=reason,
        by=occasion.actor.key,
        by_name=occasion.actor.name,
        at=occasion.at,
    )
    return audited(occasion, "target set", Change(TARGETS, target), standing.target)


def asked_for(standing: Standing, day: date, reason: str, occasion: Occasion) -> tuple[Change, ...]:
    """A request for a later target; one that is still to be decided gives way to it, and stays on record."""
    extension = Extension(
        id=fresh(),
        programme=standing.programme,
        ref=standing.ref,
        day=day,
        reason=reason,
        by=occasion.actor.key,
        by_name=occasion.actor.name,
        at=occasion.at,
    )
    open_ = standing.extension
    replaced = Change(EXTENSIONS, replace(open_, replaced=occasion.at)) if open_ else None
    gone = audited(occasion, "extension replaced", replaced, open_) if replaced else ()
    return (*audited(occasion, "extension asked for", Change(EXTENSIONS, extension)), *gone)


def decided(
    standing: Standing, extension: Extension, granted: bool, occasion: Occasion, remark: str = ""
) -> tuple[Change, ...]:
    """A manager's yes or no to an extension; yes sets the new target, for the reason that was given.

    `remark` is what the manager said of it, if anything.
    """
    after = replace(
        extension,
        granted=granted,
        remark=remark,
        decided=occasion.at,
        decided_by=occasion.actor.key,
        decided_by_name=occasion.actor.name,
    )
    what = "extension granted" if granted else "extension refused"
    kept = audited(occasion, what, Change(EXTENSIONS, after), extension)
    return (*kept, *targeted(standing, extension.day, extension.reason, occasion)) if granted else kept


def assigned(standing: Standing, names: Sequence[str], occasion: Occasion, reason: str = "") -> tuple[Change, ...]:
    """Who leads it from now on; no names at all: whom the document names."""
    assignment = Assignment(
        id=fresh(),
        programme=standing.programme,
        ref=standing.ref,
        names=tuple(names),
        reason=reason,
        by=occasion.actor.key,
        by_name=occasion.actor.name,
        at=occasion.at,
    )
    return audited(occasion, "lead assigned", Change(ASSIGNMENTS, assignment), standing.assignment)


def _follow_up(
    standing: Standing, occasion: Occasion, kind: Kind, status: Status, narrative: str = ""
) -> tuple[Change, ...]:
    """An update that answers to the newest report, whose next step and evidence still hold."""
    update = Update(
        id=fresh(),
        programme=standing.programme,
        ref=standing.ref,
        status=status,
        narrative=narrative,
        by=occasion.actor.key,
        by_name=occasion.actor.name,
        at=occasion.at,
        kind=kind,
    )
    return audited(occasion, _WHAT[kind], Change(UPDATES, update))
