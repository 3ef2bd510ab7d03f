"""One person of the directory, restated as they will be, and changed once somebody has said yes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dialogs.people.finding import kept, shown
from dialogs.turns.moment import Moment
from dialogs.turns.pronouns import pronounced
from dialogs.turns.proposing import propose
from dialogs.turns.rights import denied
from dialogs.turns.turn import Turn
from knowledge.progress.model import Member, Role
from knowledge.progress.people.membership import altered, enrolled

GONE = "They aren’t in my directory any more, so nothing has changed."


@dataclass(frozen=True, slots=True)
class Act:
    """What can be done to somebody; `name` is what the audit trail calls it.

    The texts name the `{person}` and the `{detail}`, a role or a lead's name, as `worded` puts it.
    """

    name: str
    done: str
    already: str
    after: Callable[[Member, str], Member]
    worded: Callable[[str], str]

    def proposed(self, moment: Moment, member: Member, detail: str, restated: str) -> Turn:
        """Restate it and ask, unless it is so already."""
        if self.after(member, detail) == member:
            return pronounced(moment.turn(self._said(self.already, member, detail)), member.name, moment)
        turn = propose(moment, restated, self.name, key=member.key, detail=detail)
        return pronounced(turn, member.name, moment)

    def taken(self, moment: Moment, member: Member | None, detail: str) -> Turn:
        """Do it, if the speaker still may and it still changes something."""
        if not moment.actor.is_(Role.ADMINISTRATOR):
            return moment.turn(denied(Role.ADMINISTRATOR, moment))
        if member is None:
            return moment.turn(GONE)
        after = self.after(member, detail)
        if after == member:
            return moment.turn(self._said(self.already, member, detail))
        before = moment.records.member(member.key)
        changes = altered(before, after, self.name, moment.occasion) if before else enrolled(after, moment.occasion)
        return pronounced(moment.turn(self._said(self.done, after, detail), changes=changes), member.name, moment)

    def doer(self, moment: Moment, what: Mapping[str, Any]) -> Turn:
        """What a yes leads to."""
        return self.taken(moment, kept(moment, what), what["detail"])

    def _said(self, text: str, member: Member, detail: str) -> str:
        return text.format(person=shown(member), detail=self.worded(detail))
