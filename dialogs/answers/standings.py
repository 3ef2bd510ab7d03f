"""Says how recommendations stand: what was reported, by whom and when, apart from what the document says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, tzinfo

from dialogs.words import phrases
from knowledge.progress.model import Kind, Status, Target, Update
from knowledge.progress.standings.standing import Contradiction, Standing

NO_UPDATE = "no update yet"
REDACTED = "Its words were redacted."
# Councils' colours; they accompany the words, they never stand alone.
COLOURS = {
    Status.NOT_STARTED: "grey",
    Status.ON_TRACK: "green",
    Status.AT_RISK: "amber",
    Status.OFF_TRACK: "red",
    Status.AWAITING_SIGN_OFF: "blue outline",
    Status.COMPLETE: "blue",
}
_MIND = {
    Contradiction.ON_TRACK_BUT_OVERDUE: "it is on track, but its target, {due}, has passed",
    Contradiction.NO_EVIDENCE: "it is complete, but no evidence is given",
    Contradiction.STEP_PAST: "the date of its next step, {step}, has passed",
    Contradiction.STEP_AFTER_TARGET: "its next step, {step}, is later than its target, {due}",
}
_DID = {
    Kind.REPORT: "{who} reported {rec} {status}",
    Kind.NO_CHANGE: "{who} reported no change on {rec}: still {status}",
    Kind.SIGN_OFF: "{who} signed {rec} off: {status}",
    Kind.SENT_BACK: "{who} sent {rec} back to {status}",
}


def status(of: Status | None) -> str:
    """A status in words with its colour: "at risk (amber)"."""
    return f"{of} ({COLOURS[of]})" if of else NO_UPDATE


def day(of: date) -> str:
    """ "30 January 2027"."""
    return f"{of.day} {of:%B %Y}"


def day_of(at: datetime, timezone: tzinfo) -> str:
    """The day of a moment, where the council is."""
    return day(at.astimezone(timezone).date())


def who(update: Update) -> str:
    """Who posted an update, by the name they had then."""
    return phrases.by(update.by_name or "somebody")


def stamp(update: Update, timezone: tzinfo) -> str:
    """ "Sue Myers, 23 November 2026"."""
    return f"{who(update)}, {day_of(update.at, timezone)}"


def told(update: Update, timezone: tzinfo, rec: str = "") -> str:
    """An update as a sentence or two, with whatever it says."""
    named = rec or f"Recommendation {phrases.escaped(update.ref)}"
    did = _DID[update.kind].format(who=who(update), rec=named, status=status(update.status))
    return " ".join([f"On {day_of(update.at, timezone)} {did}{words(update)}", *details(update)])


def words(update: Update) -> str:
    """What an update says has happened, as the end of a sentence."""
    if not update.narrative or update.redacted:
        return "."
    return f": {sentence(update.narrative)}"


def sentence(text: str) -> str:
    """Somebody's words in quotation marks, with a full stop unless they have one."""
    return phrases.quoted(text) + ("" if text.rstrip()[-1:] in {".", "!", "?"} else ".")


def details(update: Update) -> list[str]:
    """The next step and the evidence of an update, each as a sentence."""
    if update.redacted:
        return [REDACTED]
    by = f", by {day(update.next_step_date)}" if update.next_step_date else ""
    step = [f"Next step: {phrases.escaped(update.next_step)}{by}."] if update.next_step else []
    shown = phrases.joined(map(phrases.escaped, update.evidence))
    return [*step, f"Evidence: {shown}."] if shown else step


def minded(found: Sequence[Contradiction], standing: Standing) -> str:
    """What doesn't add up, as one sentence; empty where everything does."""
    report = standing.report
    step = report.next_step_date if report else None
    values = {"due": day(standing.due) if standing.due else "", "step": day(step) if step else ""}
    return f"Mind: {phrases.joined(_MIND[what].format(**values) for what in found)}." if found else ""


def unchanged(standing: Standing) -> str:
    """How often nothing changed, where it did so more than once."""
    times = standing.unchanged
    return f"“No change” has been reported {times} times in a row." if times > 1 else ""


def target(standing: Standing, today: date) -> str:
    """The council's own date, and whether it has passed."""
    due = standing.due
    if due is None:
        return "No target is set."
    late = (today - due).days
    if not standing.overdue(today):
        return f"Target: {day(due)}."
    return f"Target: {day(due)}, overdue by {phrases.counted(late, 'day')}."


def earlier_targets(targets: Sequence[Target]) -> list[str]:
    """Every target with the day it was set, by whom and why; the newest last."""
    return [
        f"- {day(t.day) if t.day else 'no target'}, set by {phrases.by(t.by_name)} on {day(t.at.date())}"
        + (f": {phrases.escaped(t.reason)}" if t.reason else "")
        for t in targets
    ]


def summed_up(standing: Standing, timezone: tzinfo) -> str:
    """Its status with who reported that and when, and what they said; there must have been an update."""
    latest, report = standing.latest, standing.report
    if latest is None:
        return ""
    named = f"Recommendation {phrases.escaped(standing.ref)} is {status(latest.status)}"
    if report is None or latest is not report:
        return " ".join([f"{named}.", *(told(u, timezone, "it") for u in (report, latest) if u)])
    return " ".join(
        [f"{named}, as {who(report)} reported on {day_of(report.at, timezone)}{words(report)}", *details(report)]
    )


def row(standing: Standing, today: date, timezone: tzinfo) -> str:
    """A recommendation in one line: status, when and by whom, target."""
    due = standing.due
    parts = [
        status(standing.status),
        stamp(standing.latest, timezone) if standing.latest else "",
        f"target {day(due)}{', overdue' if standing.overdue(today) else ''}" if due else "no target",
    ]
    return f"Recommendation {phrases.escaped(standing.ref)}: {'; '.join(filter(None, parts))}"


def source(*updates: Update | None, timezone: tzinfo) -> str:
    """Where a statement is from: the updates by name and day."""
    stamps = dict.fromkeys(
        f"update by {phrases.by(u.by_name or 'somebody')}, {day_of(u.at, timezone)}" for u in updates if u
    )
    return phrases.sources(*stamps) if stamps else ""
