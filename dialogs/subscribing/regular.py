"""How a summary that comes regularly is named, and why it comes."""

from __future__ import annotations

from datetime import datetime

from dialogs.words import phrases
from knowledge.progress.days import spell
from knowledge.progress.model import Subscription
from knowledge.progress.schedules import Every, Schedule, Unclear, read_schedule

WHY = "_You get this {when}, because you asked for it. To stop it, say “{stop}”._"
WHY_HERE = "_This comes here {when}, because {who} asked for it. To stop it, mention me and say “{stop}”._"
LATE = "_This was due on {day} at {time}; I couldn’t send it then._"

_ADJECTIVES = {
    Every.DAY: "daily",
    Every.WORKDAY: "daily",
    Every.WEEK: "weekly",
    Every.FORTNIGHT: "fortnightly",
    Every.MONTH: "monthly",
    Every.MONTHLY_WEEKDAY: "monthly",
}


def title(subscription: Subscription) -> str:
    """ "weekly summary", "monthly summary for theme 2"."""
    found = read_schedule(subscription.schedule, subscription.at)
    how_often = "" if found is None or isinstance(found, Unclear) else f"{adjective(found.schedule)} "
    return f"{how_often}summary{about(subscription.scope)}"


def about(scope: str) -> str:
    """ " for theme 2"; nothing where it is about everything."""
    return f" for {scope}" if scope else ""


def adjective(schedule: Schedule) -> str:
    """How often, in a word."""
    return _ADJECTIVES[schedule.every]


def stop(subscription: Subscription) -> str:
    """What to say to stop it."""
    return f"stop the {title(subscription)}"


def why(subscription: Subscription, *, shared: bool) -> str:
    """The line that ends each of them; `shared` says that others read it, too."""
    words = phrases.escaped(stop(subscription))
    if shared:
        who = phrases.escaped(subscription.by_name or "somebody")
        return WHY_HERE.format(when=subscription.schedule, who=who, stop=words)
    return WHY.format(when=subscription.schedule, stop=words)


def late(due: datetime) -> str:
    """That it should have come earlier; `due` is the council's own time."""
    return LATE.format(day=f"{due:%A} {spell(due.date())}", time=f"{due:%H:%M}")
