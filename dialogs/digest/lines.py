"""One line for each thing that a summary tells of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dialogs.words import phrases
from knowledge.model import Programme
from knowledge.progress.days import spell
from knowledge.progress.model import Extension
from knowledge.progress.standings.brag import named
from knowledge.progress.standings.standing import Contradiction, Standing
from knowledge.progress.summaries.summary import Awaiting, Doubt, Move, Quiet, Summary
from knowledge.questions.language.ordering import natural

NO_LEAD = "no lead"
TARGET_PAST = "target {day}, {ago}"
TARGET_AHEAD = "target {day}, {ahead}"
STEP_PAST = "next step was due {day}"
MOVED = "from {before} to {after}, {posted}{by}"
FIRST = "{after}, reported for the first time{by}"
BY = " by {who}"
LED_BY = "led by {names}"
RETURNED = "{after} as before, {posted}{by}"
AWAITING = "since {day}, reported by {who}"
ASKED = "{who} asked on {day} for {until}{reason}; {decided}"
WAITING, GRANTED, REFUSED = "no manager has decided yet", "granted on {day}", "refused on {day}"
REPLACED = "replaced by another request on {day}"
NOTHING_ON = "nothing on {refs}{rest}"
REST = " ({done} of {live} reported)"


@dataclass(frozen=True)
class Lines:
    """The lines of one summary; `names` tell several programmes apart, by what they are kept under."""

    summary: Summary
    timezone: ZoneInfo
    names: Mapping[str, str] = field(default_factory=dict)

    def slipping(self, standing: Standing) -> str:
        """Why it will be late."""
        step = standing.report.next_step_date if standing.report else None
        missed = STEP_PAST.format(day=spell(step)) if step and step < self.summary.today else ""
        return self._line(standing, missed, self._target(standing), named(standing.status), self._leads(standing))

    def due(self, standing: Standing) -> str:
        """When it is or was due, how it stands, who leads it."""
        return self._line(standing, self._target(standing), named(standing.status), self._leads(standing))

    def moved(self, move: Move) -> str:
        """From what to what."""
        told = MOVED.format(before=named(move.before), after=named(move.after), posted=_posted(move), by=_by(move))
        return self._line(move.standing, told, self._led(move))

    def first(self, move: Move) -> str:
        """What it is said to be."""
        return self._line(move.standing, FIRST.format(after=named(move.after), by=_by(move)), self._led(move))

    def returned(self, move: Move) -> str:
        """What it is again."""
        told = RETURNED.format(after=named(move.after), posted=_posted(move), by=_by(move))
        return self._line(move.standing, told, self._led(move))

    def awaiting(self, one: Awaiting) -> str:
        """Since when, and who says so."""
        report = one.standing.report
        who = phrases.by(report.by_name) if report and report.by_name else "its lead"
        return self._line(one.standing, AWAITING.format(day=self._day(one.since), who=who))

    def extension(self, one: Extension) -> str:
        """Who asked for what, why, and what became of it."""
        told = ASKED.format(
            who=phrases.escaped(one.by_name) or "Its lead",
            day=self._day(one.at),
            until=spell(one.day),
            reason=f" ({phrases.escaped(phrases.excerpt(one.reason, 160)[0])})" if one.reason else "",
            decided=self._decided(one),
        )
        return f"{self._name(one.programme, one.ref)}: {told}"

    def quiet(self, one: Quiet) -> str:
        """Whom nothing was heard from, and on what."""
        done = one.live - len(one.standings)
        rest = REST.format(done=done, live=one.live) if done else ""
        refs = self.refs(one.standings[:_SEVERAL])
        more = f" and {len(one.standings) - _SEVERAL} more" if len(one.standings) > _SEVERAL else ""
        return f"{phrases.escaped(one.name)}: {NOTHING_ON.format(refs=refs + more, rest=rest)}"

    def doubt(self, one: Doubt) -> str:
        """What doesn't fit."""
        return self._line(one.standing, "; ".join(one.reasons))

    def refs(self, standings: tuple[Standing, ...]) -> str:
        """ "Recommendations 4, 5 and 6"; those of each programme, where there are several."""
        by_programme: dict[str, list[str]] = {}
        for standing in standings:
            by_programme.setdefault(standing.programme, []).append(standing.ref)
        named_so = [
            phrases.recommendations(sorted(refs, key=natural)) + self._of(programme)
            for programme, refs in by_programme.items()
        ]
        return phrases.joined(named_so)

    def requests(self) -> tuple[Extension, ...]:
        """Every extension that there is something to say about, each once; those that wait first."""
        asked = self.summary.extensions
        every = (*asked.open, *asked.asked, *asked.granted, *asked.refused)
        return tuple({one.id: one for one in every}.values())

    def doubted(self) -> tuple[Doubt, ...]:
        """What doesn't add up and isn't said elsewhere."""
        slipping = {(s.programme, s.ref) for s in self.summary.slipping}
        said = {Contradiction.STEP_PAST}
        return tuple(
            one
            for one in self.summary.doubts
            if not ({*one.reasons} <= said and (one.standing.programme, one.standing.ref) in slipping)
        )

    def _line(self, standing: Standing, *told: str) -> str:
        return f"{self._name(standing.programme, standing.ref)}: {'; '.join(filter(None, told))}"

    def _name(self, programme: str, ref: str) -> str:
        return phrases.recommendations((ref,)) + self._of(programme)

    def _of(self, programme: str) -> str:
        return f" of {self.names.get(programme, phrases.escaped(programme))}" if self.names else ""

    def _led(self, move: Move) -> str:
        """Who leads it, where that isn't who posted."""
        if move.by and move.standing.leads == (move.by,):
            return ""
        return LED_BY.format(names=self._leads(move.standing)) if move.standing.leads else NO_LEAD

    def _leads(self, standing: Standing) -> str:
        return phrases.joined(map(phrases.escaped, standing.leads)) or NO_LEAD

    def _target(self, standing: Standing) -> str:
        if standing.due is None:
            return ""
        days = (standing.due - self.summary.today).days
        if days < 0:
            return TARGET_PAST.format(day=spell(standing.due), ago=f"{phrases.counted(-days, 'day')} ago")
        return TARGET_AHEAD.format(day=spell(standing.due), ahead=_ahead(days))

    def _decided(self, one: Extension) -> str:
        if one.granted is None or one.decided is None:
            return REPLACED.format(day=self._day(one.replaced)) if one.replaced else WAITING
        told = (GRANTED if one.granted else REFUSED).format(day=self._day(one.decided))
        return f"{told} ({phrases.escaped(phrases.excerpt(one.remark, 160)[0])})" if one.remark else told

    def _day(self, at: datetime) -> str:
        return spell(self._date(at))

    def _date(self, at: datetime) -> date:
        return at.astimezone(self.timezone).date()


# A longer title is named by what it is typed as, if that is shorter (characters).
_LONGEST = 60


def names(summary: Summary, programmes: Sequence[Programme]) -> Mapping[str, str]:
    """What the programmes of a summary are called on its lines; nothing where it is about only one."""
    if len({standing.programme for standing in summary.standings}) < 2:
        return {}
    return {one.name: _called(one, programmes) for one in programmes}


def _called(programme: Programme, programmes: Sequence[Programme]) -> str:
    title, name = phrases.told_apart(programme, programmes), phrases.escaped(programme.name)
    return name if len(title) > _LONGEST and len(name) < len(title) else title


# Recommendations of one lead that are named before it says how many more there are.
_SEVERAL = 12


def _ahead(days: int) -> str:
    return "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"


def _by(move: Move) -> str:
    return BY.format(who=phrases.by(move.by)) if move.by else ""


def _posted(move: Move) -> str:
    least = "at least " if move.more else ""
    return f"{least}{phrases.counted(move.posted, 'report')}" if move.posted else "without a report of its own"
