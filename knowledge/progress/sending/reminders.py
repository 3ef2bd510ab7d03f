"""Who is reminded of what, and when a manager hears of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from knowledge.progress.model import Kind, Member, Pause, Reminder
from knowledge.progress.schedules.workdays import is_workday
from knowledge.progress.standings.standing import DONE, STALE_AFTER, Standing

# Two weeks before a date there is time to ask partners, and in most councils a meeting; three days before is the last
# chance to ask for an extension instead of being late. More would be noise.
EARLY, FINAL = timedelta(days=14), timedelta(days=3)
A_WEEK = timedelta(days=7)
# Somebody who reported so lately isn't asked again.
QUIET = timedelta(days=7)
# After so many reminders without an answer, managers are told; the last of these says so.
UNANSWERED = 2
OPENS, CLOSES = time(9, 30), time(17)


class Why(StrEnum):
    """What makes a recommendation one to remind of."""

    SENT_BACK = "sent back"
    OVERDUE = "overdue"
    DUE = "due"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Item:
    """A recommendation to remind of: why, and how many reminders of it went unanswered before this one."""

    standing: Standing
    why: Why
    reminded: int = 0

    @property
    def about(self) -> str:
        """What is kept of a reminder of it; what is sent back once more is another matter."""
        back = f" {self.standing.latest.id}" if self.why is Why.SENT_BACK and self.standing.latest else ""
        return f"{self.standing.programme}/{self.standing.ref}{back}"

    @property
    def final(self) -> bool:
        """Whether managers are told unless this one is answered."""
        return self.reminded == UNANSWERED - 1

    @property
    def escalated(self) -> bool:
        """Whether managers are told now."""
        return self.reminded == UNANSWERED


@dataclass(frozen=True, slots=True)
class Round:
    """The reminders of one day: what each member is sent, and what managers are told of whom."""

    items: Mapping[str, tuple[Item, ...]]
    escalations: Mapping[str, tuple[Item, ...]]


def in_hours(now: datetime, timezone: ZoneInfo) -> bool:
    """Whether reminders may be sent now: on a working day, in working hours."""
    local = now.astimezone(timezone)
    return is_workday(local.date()) and OPENS <= local.time() < CLOSES


def round_of(
    members: Iterable[Member],
    standings: Sequence[Standing],
    reminders: Iterable[Reminder],
    pauses: Iterable[Pause],
    *,
    now: datetime,
    timezone: ZoneInfo,
) -> Round:
    """What is to be sent today. A member gets one message with everything, once any of it is worth a message.

    It looks at the reminders up to yesterday, so that all day long it is the same as long as nothing happens. Nobody
    is reminded while they have paused; then they aren't complained of either.
    """
    today = now.astimezone(timezone).date()
    away = {pause.member for pause in pauses if today < pause.until}
    told: dict[str, list[Reminder]] = {}
    for reminder in reminders:
        if reminder.day < today:
            told.setdefault(reminder.member, []).append(reminder)
    items: dict[str, tuple[Item, ...]] = {}
    for member in members:
        mine = [one for one in standings if {*member.leads} & {*one.leads}]
        if member.key not in away and (found := _items(mine, told.get(member.key, []), now, timezone)):
            items[member.key] = found
    return Round(items, {who: found for who, all_ in items.items() if (found := _escalated(all_))})


def _items(mine: Iterable[Standing], before: Sequence[Reminder], now: datetime, timezone: ZoneInfo) -> tuple[Item, ...]:
    """Everything to remind somebody of; nothing where all of it was mentioned already."""
    today, found, fresh = now.astimezone(timezone).date(), [], False
    for standing in mine:
        why = _why(standing, now, today)
        if why and not _quiet(standing, why, now):
            item, step = _item(standing, why, before, today, timezone)
            fresh = fresh or step
            found.append(item)
    return tuple(sorted(found, key=lambda item: list(Why).index(item.why))) if fresh else ()


def _item(
    standing: Standing, why: Why, before: Sequence[Reminder], today: date, timezone: ZoneInfo
) -> tuple[Item, bool]:
    """The item, and whether it is worth a message of its own."""
    contact = None if why is Why.SENT_BACK else answer_to(standing)
    since = contact.astimezone(timezone).date() if contact else date.min
    about = Item(standing, why).about
    mentions = [reminder.day for reminder in before if about in reminder.about and reminder.day > since]
    return Item(standing, why, len(mentions)), not any(day >= _step(standing, why, today) for day in mentions)


def _why(standing: Standing, now: datetime, today: date) -> Why | None:
    """Once an extension is asked for, its date is a manager's business until that is decided."""
    if standing.latest and standing.latest.kind is Kind.SENT_BACK:
        return Why.SENT_BACK
    if standing.status in DONE:
        return None
    if standing.due and not standing.extension:
        if standing.due < today:
            return Why.OVERDUE
        if standing.due - today <= EARLY:
            return Why.DUE
    contact = answer_to(standing)
    return Why.STALE if contact is None or now - contact >= timedelta(days=STALE_AFTER) else None


def _step(standing: Standing, why: Why, today: date) -> date:
    """The day since which it must have been mentioned: two fixed ones before its date, then each week."""
    if why is Why.DUE and standing.due:
        return standing.due - (FINAL if standing.due - today <= FINAL else EARLY)
    weekly = today - A_WEEK + timedelta(days=1)
    return max(weekly, standing.due + timedelta(days=1)) if why is Why.OVERDUE and standing.due else weekly


def _quiet(standing: Standing, why: Why, now: datetime) -> bool:
    contact = answer_to(standing)
    return why is not Why.SENT_BACK and contact is not None and now - contact < QUIET


def answer_to(standing: Standing) -> datetime | None:
    """When an officer last said something on it, "no change" and the wish for an extension included; UTC."""
    heard = standing.latest if standing.latest and standing.latest.kind in _OFFICERS else standing.report
    asked = standing.extension.at if standing.extension else None
    return max(filter(None, (heard.at if heard else None, asked)), default=None)


_OFFICERS = (Kind.REPORT, Kind.NO_CHANGE)


def _escalated(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.escalated)
