"""Periods in words: "since 16 November 2026", "from 1 to 31 October 2026"."""

from __future__ import annotations

from datetime import date

from knowledge.progress.days import spell
from knowledge.progress.summaries.period import Period


def span(period: Period, today: date) -> str:
    """When, as it ends a sentence."""
    if period.first == period.last:
        return "today" if period.last == today else f"on {spell(period.first)}"
    if period.last >= today:
        return f"since {spell(period.first)}"
    return f"from {_without_what_follows(period)} to {spell(period.last)}"


def between(period: Period) -> str:
    """The same as a title: "16 to 23 November 2026"."""
    if period.first == period.last:
        return spell(period.first)
    return f"{_without_what_follows(period)} to {spell(period.last)}"


def _without_what_follows(period: Period) -> str:
    """The first day without the month and the year that it shares with the last."""
    first, last = period.first, period.last
    if (first.year, first.month) == (last.year, last.month):
        return str(first.day)
    return spell(first).removesuffix(f" {first.year}") if first.year == last.year else spell(first)
