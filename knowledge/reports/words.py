"""The words of a pack."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.model import Decision, Field, Programme
from knowledge.progress.days import spell
from knowledge.progress.model import Extension, Kind, Update
from knowledge.questions.language.ordering import natural
from knowledge.reports.pack import Entry, Pack

TITLE = "Progress on the recommendations"
NO_LEAD, NO_TARGET, NO_REPORT = "No lead recorded", "No target set", "Nobody has reported yet."
NOT_STATED = "Not stated"
DECIDED = {
    Decision.ACCEPT: "Accepted",
    Decision.ACCEPT_IN_PRINCIPLE: "Accepted in principle",
    Decision.ACCEPT_IN_PART: "Accepted in part",
    Decision.ACCEPT_WITH_CONDITIONS: "Accepted with conditions",
    Decision.CONSIDER_FURTHER: "To be considered further",
    Decision.NOTED: "Noted",
    Decision.REJECT: "Rejected",
    Decision.NOT_STATED: NOT_STATED,
}
_NAMES = {
    Field.RECOMMENDATION: "Recommendation",
    Field.RESPONSE: "Response",
    Field.TIMESCALE: "Timescale",
    Field.POSITION: "Position",
    Field.LEADS: "Lead officer",
}


def label(field: Field, programme: Programme) -> str:
    """A column by the document's own name."""
    return programme.labels.get(field) or _NAMES[field]


def theme(entry: Entry) -> str:
    """ "2 Early help"."""
    return " ".join(filter(None, (entry.rec.theme.number, entry.rec.theme.title)))


def leads(entry: Entry) -> str:
    """Who leads it now, with roles where the document gives them."""
    roles = {lead.name: lead.role for lead in entry.rec.leads}
    names = [f"{name}, {roles[name]}" if roles.get(name) else name for name in entry.standing.leads]
    return "\n".join(names) or NO_LEAD


def target(entry: Entry) -> str:
    """The council's own date."""
    return spell(entry.standing.due) if entry.standing.due else NO_TARGET


def earlier_targets(entry: Entry) -> str:
    """Every date before the present one, with the reason for the next."""
    before = [one for one in entry.targets[:-1] if one.day]
    return "; ".join(spell(one.day) for one in before if one.day)


def told(update: Update | None, pack: Pack) -> str:
    """ "Sue Myers, 23 November 2026"; empty for none."""
    return f"{update.by_name or 'A lead'}, {spell(pack.day(update.at))}" if update else ""


def next_step(entry: Entry) -> str:
    """What comes next, and by when."""
    report = entry.standing.report
    if report is None or not report.next_step:
        return ""
    return f"{report.next_step} (by {spell(report.next_step_date)})" if report.next_step_date else report.next_step


def since_then(entry: Entry, pack: Pack) -> str:
    """What answered to the newest report: that nothing has changed, a sign-off, or that it was sent back."""
    latest = entry.standing.latest
    if latest is None or latest.kind is Kind.REPORT:
        return ""
    why = f": {latest.narrative}" if latest.narrative else ""
    return f"{str(latest.kind).capitalize()} by {told(latest, pack)}{why}"


def extension(one: Extension, pack: Pack) -> str:
    """What became of a request."""
    if one.granted is None or one.decided is None:
        return f"replaced by another request, {spell(pack.day(one.replaced))}" if one.replaced else "not decided yet"
    what = "granted" if one.granted else "refused"
    because = f": {one.remark}" if one.remark else ""
    return f"{what} by {one.decided_by_name or 'a manager'}, {spell(pack.day(one.decided))}{because}"


def refs(found: Iterable[str]) -> str:
    """ "Recommendations 4, 5 and 6"."""
    every = sorted(found, key=natural)
    listed = " and ".join([", ".join(every[:-1]), every[-1]]) if len(every) > 1 else "".join(every)
    return f"Recommendation{'s' if len(every) > 1 else ''} {listed}"


def beginning(text: str, limit: int) -> str:
    """A text's first sentences, up to so many characters; a longer one ends in "…"."""
    if len(text) <= limit:
        return text
    kept = text[:limit]
    end = max(kept.rfind(mark) for mark in (". ", ".\n", ";\n"))
    return f"{kept[: end + 1] if end > limit // 3 else kept.rsplit(' ', 1)[0]} …"


def gist(text: str, limit: int = 140) -> str:
    """The beginning of a text."""
    first = text.split("\n", maxsplit=1)[0]
    return first if len(first) <= limit else first[:limit].rsplit(" ", 1)[0].rstrip(",;:") + " …"
