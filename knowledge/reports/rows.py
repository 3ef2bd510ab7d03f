"""The action plan as rows: what a spreadsheet and a CSV file show of each recommendation."""

from __future__ import annotations

from datetime import date

from knowledge.model import Field
from knowledge.progress.standings.brag import named
from knowledge.reports import words
from knowledge.reports.pack import Entry, Pack

Value = str | date | None


def titles(pack: Pack) -> tuple[str, ...]:
    """The columns; those of the document bear its own names."""
    fields = (Field.RESPONSE, Field.TIMESCALE, Field.POSITION)
    return (
        "No.",
        "Theme",
        "Recommendation",
        "Decision",
        *(words.label(field, pack.programme) for field in fields),
        "Lead",
        "Status",
        "Target",
        "Earlier targets",
        "Past its target",
        "Progress",
        "Reported by",
        "Reported on",
        "Next step",
        "Next step by",
        "Evidence",
    )


def row(entry: Entry, pack: Pack) -> tuple[Value, ...]:
    """One recommendation; dates are dates."""
    rec, standing, report = entry.rec, entry.standing, entry.standing.report
    return (
        rec.ref,
        words.theme(entry),
        rec.text,
        words.DECIDED[rec.decision],
        rec.response,
        rec.timescale,
        rec.position,
        words.leads(entry),
        named(standing.status),
        standing.due,
        words.earlier_targets(entry),
        "yes" if standing.overdue(pack.today) else "no",
        report.narrative if report else "",
        report.by_name if report else "",
        pack.day(report.at) if report else None,
        report.next_step if report else "",
        report.next_step_date if report else None,
        "\n".join(report.evidence) if report else "",
    )
