"""A summary as messages that Teams takes: the first page holds something of everything, later ones the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from dialogs.digest.card import card
from dialogs.digest.headline import headline
from dialogs.digest.lines import Lines, names
from dialogs.digest.scopes import scope_words
from dialogs.digest.sections import Section, sections
from dialogs.digest.spans import between
from dialogs.digest.totals import ASK, totals
from dialogs.turns.turn import Reply
from dialogs.words import phrases
from knowledge.model import Programme
from knowledge.progress.summaries.summary import Summary

AND_MORE = "and {more} more"
REST = "{title}, continued"
THAT_IS_ALL = "That was all of the summary."
CONTINUED = "Summary of {between}{scope}, continued."
SOURCE = phrases.sources("officers’ reports", "the council’s own targets")
PAGE = "Page {page} of {pages}."
GO_ON = "Say “more of the summary” for the rest."
# Lines of a section on the first page, and of everything on a later one.
FEW, LINES = 5, 40


def told(
    summary: Summary, programmes: Sequence[Programme], timezone: ZoneInfo, page: int = 1, *, exports: bool = True
) -> Reply:
    """One page, counted from 1. Only the first has a card; `exports` says that whoever reads it may have the pack."""
    found = sections(summary, Lines(summary, timezone, names(summary, programmes)))
    later = _later(found)
    pages, scope = len(later) + 1, scope_words(summary.scope, programmes)
    if page > pages:
        return Reply(THAT_IS_ALL)
    if page > 1:
        about = CONTINUED.format(between=between(summary.period), scope=scope)
        return Reply(_joined([about, *later[page - 2]], _place(page, pages), SOURCE))
    says = [headline(summary, scope), *map(_begun, found)]
    if not summary.standings:
        return Reply(says[0].strip())
    shown = card(summary, programmes, more=pages > 1, exports=exports)
    return Reply(_joined(says, f"{totals(summary)} {ASK}", _place(1, pages), SOURCE), shown)


def _begun(section: Section) -> str:
    """A section's first lines, and how many it leaves out."""
    few = 1 if section.each > 1 else FEW
    lines = list(section.lines[:few])
    if len(section.lines) > few:
        lines.append(AND_MORE.format(more=section.count - few * section.each))
    return _headed(section.title, section.count, lines)


def _headed(title: str, count: int, lines: Sequence[str]) -> str:
    if len(lines) == 1:
        return f"**{title} ({count}):** {lines[0]}"
    return "\n".join([f"**{title} ({count}):**", "", *(f"- {line}" for line in lines)])


def _later(found: Sequence[Section]) -> list[list[str]]:
    """The pages after the first, each as its paragraphs."""
    made: list[list[str]] = []
    room = 0
    for section, lines in _left_out(found):
        at = 0
        while at < len(lines):
            if not room:
                made.append([])
                room = LINES
            part = lines[at : at + room]
            made[-1].append(_headed(REST.format(title=section.title), section.count, part))
            at, room = at + len(part), room - len(part)
    return made


def _left_out(found: Sequence[Section]) -> Iterator[tuple[Section, tuple[str, ...]]]:
    for section in found:
        yield section, section.lines[1 if section.each > 1 else FEW :]


def _place(page: int, pages: int) -> str:
    if pages == 1:
        return ""
    return f"{PAGE.format(page=page, pages=pages)}{f' {GO_ON}' if page < pages else ''}"


def _joined(paragraphs: Sequence[str], *more: str) -> str:
    return "\n\n".join(filter(None, (*(one.strip() for one in paragraphs), *more)))
