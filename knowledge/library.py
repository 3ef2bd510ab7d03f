"""The knowledge at one moment: every programme, ready to be asked."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from knowledge.model import Programme
from knowledge.once import once
from knowledge.progress.standings.records import NOTHING, Records
from knowledge.progress.summaries.steps import Steps, at_once
from knowledge.progress.summaries.summarising import steps
from knowledge.progress.summaries.summary import Request, Summary
from knowledge.questions.answer import Context
from knowledge.questions.answering import answer
from knowledge.questions.language.glossary import Glossary, glossary
from knowledge.questions.searching.index import Index

# Programmes that are made ready before anybody asks.
_PREPARED = 8
LONDON = ZoneInfo("Europe/London")


class NotWorkedOut(Exception):
    """A summary is needed that isn't worked out yet: take the `steps`, and `keep` what they come to."""

    def __init__(self, request: Request, steps: Steps[Summary], into: MutableMapping[Request, Summary]) -> None:
        self.steps, self._request, self._into = steps, request, into
        super().__init__(f"no summary for {request}")

    def keep(self, summary: Summary) -> None:
        """From now on it is worked out."""
        self._into[self._request] = summary


@dataclass(frozen=True)
class Knowledge:
    """What `respond` may answer from; a value, so that a turn sees one state of things from end to end.

    `emergency_contact` is the council's own line for a child in danger, in words; empty where none is set.
    `records` is what is kept of progress and people, `timezone` is where the council is. `summaries` are those that
    were worked out for this turn; None means that there is time to work out any at once. `brought` are documents that
    somebody sent and has yet to agree to, by the digest of their content. `appoints` says that a setting names
    administrators, whatever the directory has.
    """

    programmes: tuple[Programme, ...]
    emergency_contact: str = ""
    records: Records = NOTHING
    timezone: ZoneInfo = LONDON
    summaries: MutableMapping[Request, Summary] | None = None
    brought: Mapping[str, Programme] = field(default_factory=dict)
    appoints: bool = False

    def prepared(self) -> Knowledge:
        """Itself, with everything worked out that the first question would otherwise wait for (about a second).

        Of many programmes only the first are; the others are worked out when they are first asked about, each in a
        twentieth of a second.
        """
        for index in self.indexes[:_PREPARED]:
            index.phrases.compile()
            answer("which recommendation is about nothing in particular?", Context(), index)
        return self

    def summary(self, request: Request, now: datetime) -> Summary:
        """A summary over all programmes. Raises NotWorkedOut where that would keep others waiting."""
        work = steps(self.programmes, request, now, self.timezone)
        if self.summaries is None:
            return at_once(work, self.records.reading)
        if request not in self.summaries:
            raise NotWorkedOut(request, work, self.summaries)
        return self.summaries[request]

    def seeing(
        self,
        records: Records,
        summaries: MutableMapping[Request, Summary] | None = None,
        brought: Mapping[str, Programme] | None = None,
    ) -> Knowledge:
        """The same with other records; the indexes, which take long to work out, are shared."""
        other = Knowledge(
            self.programmes,
            self.emergency_contact,
            records,
            self.timezone,
            summaries,
            brought or {},
            self.appoints,
        )
        other.__dict__["_untaught"], other.__dict__["_taught"] = self._untaught, self._taught
        return other

    @once
    def indexes(self) -> tuple[Index, ...]:
        """Each programme ready to be asked, in the order of import, with the words that managers taught the bot."""
        own = self.glossary
        found = self._taught.get(own) if own else self._untaught
        if found is None:
            found = tuple(index.taught(own) for index in self._untaught)
            self._taught.clear()  # only the newest is asked for again
            self._taught[own] = found
        return found

    @once
    def glossary(self) -> Glossary:
        """The words that managers have taught the bot."""
        return glossary(self.records.reading)

    @once
    def _untaught(self) -> tuple[Index, ...]:
        return tuple(map(Index, self.programmes))

    @once
    def _taught(self) -> MutableMapping[Glossary, tuple[Index, ...]]:
        return {}
