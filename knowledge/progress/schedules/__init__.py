"""When something is sent regularly: in people's words, and as moments on the clock."""

from __future__ import annotations

from knowledge.progress.schedules.changing import changed
from knowledge.progress.schedules.model import Every, Schedule
from knowledge.progress.schedules.occasions import last_due, next_due, owed
from knowledge.progress.schedules.reading import Unclear, read_schedule

__all__ = ["Every", "Schedule", "Unclear", "changed", "last_due", "next_due", "owed", "read_schedule"]
