"""One table for a theme, in the layout of the document, with the progress beside it."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as Made

from knowledge.model import Field
from knowledge.reports import words
from knowledge.reports.pack import Entry, Pack
from knowledge.reports.word.tables import Cell, table

_WIDTHS = (10, 46, 40, 36, 42, 25, 22, 46)
_BEGINNING = 420  # characters of a passage


def theme_table(document: Made, pack: Pack, entries: Sequence[Entry]) -> None:
    """A row for each recommendation; the columns bear the document's own names."""
    fields = (Field.RESPONSE, Field.TIMESCALE, Field.POSITION, Field.LEADS)
    titles = ("No.", "Recommendation", *(words.label(field, pack.programme) for field in fields), "Status", "Progress")
    table(document, titles, _WIDTHS, [_row(entry, pack) for entry in entries])


def _row(entry: Entry, pack: Pack) -> tuple[Cell, ...]:
    rec = entry.rec
    return (
        rec.ref,
        words.beginning(rec.text, _BEGINNING),
        f"**{words.DECIDED[rec.decision]}**\n{words.beginning(rec.response, _BEGINNING)}".strip(),
        rec.timescale or words.NOT_STATED,
        words.beginning(rec.position, _BEGINNING) or words.NOT_STATED,
        words.leads(entry),
        entry.standing.status,
        progress(entry, pack),
    )


def progress(entry: Entry, pack: Pack) -> str:
    """The newest report and what answered to it, what comes next, and the dates."""
    report = entry.standing.report
    earlier = words.earlier_targets(entry)
    step = words.next_step(entry)
    return "\n".join(
        filter(
            None,
            (
                report.narrative if report else words.NO_REPORT,
                words.told(report, pack),
                words.since_then(entry, pack),
                f"Next step: {step}" if step else "",
                f"Target: {words.target(entry)}",
                f"Earlier targets: {earlier}" if earlier else "",
            ),
        )
    )
