"""What a committee asks first: the exceptions, and what is live, completed, extended and outstanding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docx.document import Document as Made

from knowledge.progress.days import spell
from knowledge.progress.standings.standing import Standing
from knowledge.reports import words
from knowledge.reports.pack import Entry, Pack
from knowledge.reports.text import fit
from knowledge.reports.word.tables import table

EXCEPTIONS, NO_EXCEPTIONS = (
    "Exceptions",
    "There are none: nothing is late, slipping, stale or without a lead or a target.",
)
LIVE = "Live: being worked on, and not past its target"
COMPLETED = "Completed since {day}"
EXTENSIONS = "Extensions asked for or decided since {day}, or still to be decided"
OUTSTANDING = "Outstanding: past its target, or never reported on"
NONE = "None."
_TITLES, _WIDTHS = ("No.", "Theme", "Recommendation", "Status", "Target", "Lead"), (13, 40, 72, 32, 30, 42)
LAST, WHY, _LAST_WIDTH = "Last report", "Why it is here", 38
LATE, NEVER = "Past its target.", "Nobody has ever reported on it."


def exceptions(document: Made, pack: Pack) -> None:
    """What needs looking at, a line for each kind."""
    document.add_heading(EXCEPTIONS, 1)
    summary = pack.summary
    found = {
        "Past its target": summary.overdue,
        "Slipping: due within four weeks and not on track, or a next step that wasn’t taken": summary.slipping,
        "Reported complete, awaiting sign-off": [one.standing for one in summary.awaiting],
        f"No update for {summary.stale_after} days or more": summary.stale,
        "No lead": summary.no_lead,
        "No target": summary.no_target,
    }
    lines = [f"{title}: {_refs(standings)}." for title, standings in found.items() if standings]
    lines += [f"Recommendation {one.standing.ref}: {'; '.join(one.reasons)}." for one in summary.doubts]
    for line in lines:
        document.add_paragraph(fit(line), style="List Bullet")
    if not lines:
        document.add_paragraph(NO_EXCEPTIONS)


def committee(document: Made, pack: Pack) -> None:
    """The four tables."""
    document.add_heading("For the committee", 1)
    _listed(document, LIVE, LAST, [(entry, _last(entry, pack)) for entry in pack.live])
    completed = [(entry, _last(entry, pack)) for entry in pack.completed]
    _listed(document, COMPLETED.format(day=spell(pack.since)), LAST, completed)
    _extensions(document, pack)
    _listed(document, OUTSTANDING, WHY, [(entry, _why(entry, pack)) for entry in pack.outstanding])


def _listed(document: Made, title: str, beside: str, entries: Sequence[tuple[Entry, str]]) -> None:
    """Recommendations, each with what is told beside it."""
    document.add_heading(title, 2)
    if not entries:
        document.add_paragraph(NONE)
        return
    rows = [
        (e.rec.ref, words.theme(e), words.gist(e.rec.text), e.standing.status, words.target(e), words.leads(e), told)
        for e, told in entries
    ]
    table(document, (*_TITLES, beside), (*_WIDTHS, _LAST_WIDTH), rows)


def _extensions(document: Made, pack: Pack) -> None:
    document.add_heading(EXTENSIONS.format(day=spell(pack.since)), 2)
    asked = pack.summary.extensions
    every = {one.id: one for one in (*asked.open, *asked.asked, *asked.granted, *asked.refused)}.values()
    if not every:
        document.add_paragraph(NONE)
        return
    rows = [
        (
            one.ref,
            f"{one.by_name or 'Its lead'}, {spell(pack.day(one.at))}",
            spell(one.day),
            one.reason,
            words.extension(one, pack),
        )
        for one in every
    ]
    table(document, ("No.", "Asked for by", "New target", "Reason", "Decision"), (14, 55, 38, 100, 60), rows)


def _last(entry: Entry, pack: Pack) -> str:
    return words.told(entry.standing.latest, pack) or words.NO_REPORT


def _why(entry: Entry, pack: Pack) -> str:
    """Why something is outstanding, with the last report where there is one."""
    late = LATE if entry.standing.overdue(pack.today) else ""
    told = words.told(entry.standing.latest, pack)
    return "\n".join(filter(None, (late, f"{LAST}: {told}" if told else NEVER)))


def _refs(standings: Iterable[Standing]) -> str:
    return words.refs(standing.ref for standing in standings)
