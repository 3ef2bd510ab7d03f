"""The pack from its title to the last theme."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from docx.document import Document as Made
from docx.oxml.ns import qn
from docx.shared import Mm

from knowledge.model import Theme
from knowledge.progress.days import spell
from knowledge.progress.standings.brag import KEY
from knowledge.reports import words
from knowledge.reports.pack import Pack
from knowledge.reports.picture import described, picture
from knowledge.reports.text import fit
from knowledge.reports.trend import Point, compares, trend
from knowledge.reports.word.page import blank, content
from knowledge.reports.word.sections import committee, exceptions
from knowledge.reports.word.tables import table
from knowledge.reports.word.themes import theme_table

ABOUT = (
    "As it stood on {today}; what has changed is told since {since}. What the document says is printed as it says it; "
    "longer passages end in “…” and stand whole in the workbook. Progress is what officers reported, each with name "
    "and day."
)
AT_A_GLANCE, KEY_TITLE, OVER_TIME = "At a glance", "What the statuses mean", "How the statuses changed"
TOO_EARLY = "Nobody reported before this month, so there is nothing yet to compare with; a chart comes with the next."
NO_THEME = "Recommendations"


def word(pack: Pack) -> bytes:
    """The whole document."""
    title = f"{words.TITLE}: {pack.programme.title}"
    document = blank(title)
    document.add_heading(fit(title), 0)
    document.add_paragraph(ABOUT.format(today=spell(pack.today), since=spell(pack.since)))
    _at_a_glance(document, pack)
    exceptions(document, pack)
    committee(document, pack)
    for theme in dict.fromkeys(entry.rec.theme for entry in pack.entries):
        document.add_heading(fit(_named(theme)), 1)
        theme_table(document, pack, pack.of_theme(theme.number, theme.title))
    return content(document)


def _at_a_glance(document: Made, pack: Pack) -> None:
    document.add_heading(AT_A_GLANCE, 1)
    before, after = pack.summary.before, pack.summary.after
    titles = ("Status", f"On {spell(pack.since)}", f"On {spell(pack.today)}", "What it means")
    rows = [(s, str(before.of(s)), str(after.of(s)), _meaning(s)) for s in KEY]
    table(document, titles, (55, 40, 40, 132), rows)
    _over_time(document, trend(pack))


def _over_time(document: Made, points: Sequence[Point]) -> None:
    """A picture once there are months to compare; until then, words."""
    document.add_heading(OVER_TIME, 2)
    if not compares(points):
        document.add_paragraph(TOO_EARLY)
        return
    shape = document.add_picture(BytesIO(picture(points)), width=Mm(185))
    shape._inline.find(qn("wp:docPr")).set("descr", described(points))


def _meaning(status: object) -> str:
    meaning = next(meaning for known, meaning in KEY.items() if known is status)
    return f"{meaning.colour[:1].upper()}{meaning.colour[1:]}: {meaning.means}."


def _named(theme: Theme) -> str:
    numbered = f"Theme {theme.number}" if theme.number else ""
    return ": ".join(filter(None, (numbered, theme.title))) or NO_THEME
