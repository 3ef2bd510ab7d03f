"""What a summary tells, section by section, the most urgent first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from dialogs.digest.lines import Lines
from knowledge.progress.standings.standing import Standing
from knowledge.progress.summaries.summary import Summary

One = TypeVar("One")

# Recommendations that one line names.
_ON_A_LINE = 20
ALL, BOTH = "all {many}", "both"


@dataclass(frozen=True, slots=True)
class Section:
    """Something to look at: what it is, how many there are, and the lines that tell of them.

    Where one line names several, `each` is how many.
    """

    title: str
    count: int
    lines: tuple[str, ...]
    each: int = 1


def sections(summary: Summary, say: Lines) -> tuple[Section, ...]:
    """Those that there is something to say in."""
    return tuple(section for section in _every(summary, say) if section.count)


def _every(summary: Summary, say: Lines) -> Iterator[Section]:
    yield _listed("Overdue", summary.overdue, say.due)
    yield _listed("Slipping", summary.slipping, say.slipping)
    yield _listed("Awaiting a manager’s sign-off", summary.awaiting, say.awaiting)
    yield _listed("Extensions", say.requests(), say.extension)
    yield _listed("Moved", sorted(summary.moves, key=lambda move: not move.back), say.moved)
    yield _listed("First reports", summary.first, say.first)
    yield _listed("Changed and changed back", summary.returned, say.returned)
    yield _listed("Doesn’t add up", say.doubted(), say.doubt)
    yield _listed("Due in the next four weeks", summary.due_soon, say.due)
    yield _listed("Leads who haven’t reported on all that they lead", summary.quiet, say.quiet)
    yield _named(f"No update for {summary.stale_after} days or more", summary.stale, say)
    yield _named("No lead", summary.no_lead, say)
    yield _named("No target date", summary.no_target, say)


def _listed(title: str, found: Iterable[One], line: Callable[[One], str]) -> Section:
    lines = tuple(map(line, found))
    return Section(title, len(lines), lines)


def _named(title: str, found: tuple[Standing, ...], say: Lines) -> Section:
    if len(found) == len(say.summary.standings) > 1:
        return Section(title, len(found), (BOTH if len(found) == 2 else ALL.format(many=len(found)),), len(found))
    starts = range(0, len(found), _ON_A_LINE)
    return Section(title, len(found), tuple(say.refs(found[at : at + _ON_A_LINE]) for at in starts), _ON_A_LINE)
