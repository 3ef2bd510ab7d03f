"""How many stand how, now and when the period began, and what the statuses mean."""

from __future__ import annotations

from knowledge.progress.days import spell
from knowledge.progress.model import Status
from knowledge.progress.standings.brag import KEY, coloured, named
from knowledge.progress.summaries.summary import Summary

NOW = "**How {they} now, and in brackets how {it_was} before {first}:** {totals}."
THEN = "**How {they} at the end of {last}, and in brackets before {first}:** {totals}."
WHAT = "**What the colours mean:** {key}."
ASK = "“What do the colours mean?” explains each status."


def totals(summary: Summary) -> str:
    """Each status that any has or had."""
    rows = [f"{named(status)} {after} ({before})" for status, before, after in counted(summary)]
    period = summary.period
    one = len(summary.standings) == 1
    if summary.current:
        words = {"they": "it stands" if one else "they stand", "it_was": "it stood" if one else "they stood"}
        return NOW.format(first=spell(period.first), totals=", ".join(rows), **words)
    they = "it stood" if one else "they stood"
    return THEN.format(they=they, first=spell(period.first), last=spell(period.last), totals=", ".join(rows))


def counted(summary: Summary) -> list[tuple[Status | None, int, int]]:
    """Each status that any has or had, with how many had it and how many have; the worst first, no update last."""
    rows = [(status, summary.before.of(status), summary.after.of(status)) for status in KEY]
    return [row for row in rows if row[1] or row[2]]


def key() -> str:
    """The statuses with their colours, in words, for who asks what they mean."""
    return WHAT.format(key="; ".join(f"{coloured(status)}: {meaning.means}" for status, meaning in KEY.items()))
