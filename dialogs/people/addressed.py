"""Takes up an order for somebody whose name I didn't know, once their address is said."""

from __future__ import annotations

import re
from typing import Any

from dialogs.people import adding, finding, linking
from dialogs.people.choosing import CHOOSING
from dialogs.people.requests import EMAIL, Kind, request, unlinked
from dialogs.turns.moment import Moment
from dialogs.turns.rights import holders
from dialogs.turns.turn import Turn, beginning
from dialogs.words import phrases
from knowledge.progress.model import Role

STILL_TO_SAY = "“{order}” isn’t done yet: please say it again once {who} is in the directory."
NOT_THERE = (
    "Nobody in my directory has the address {email}, so nothing has been saved. An administrator adds them: “add {who} "
    "{email} as officer”. {administrators} After that, say “{order}” again."
)
ONLY_AN_ADDRESS = "That is an address, but I don’t know what it is for; nothing has been saved."
ADD = "To add somebody, say for example “add {name} {email} as officer”."
NO_NAME = "Jane Doe"

_FILLERS = (
    r"(?:it|that|this|is|its|it['’]s|that['’]s|her|his|their|the|e-?mail|address|sorry|oh|ok|okay|try|use|here|at)"
)
_ONLY = re.compile(rf"(?:{_FILLERS}\b[\s:,]*)*[<(]?{EMAIL}[>)\s.!]*", re.IGNORECASE)

_NAMED = re.compile(rf"(?P<name>[^\W\d]+(?:[ '’-][^\W\d]+){{1,3}})[\s,(<:]+{EMAIL}[>)\s.!]*", re.IGNORECASE)


def taken_up(moment: Moment) -> str | Turn | None:
    """The order that an address completes, or what there is to say of it; None for any other message."""
    kept: dict[str, Any] = moment.memory.pending.get(finding.AWAITED, {})
    said = unlinked(moment.message.text).strip()
    if kept and said.casefold().startswith(kept["who"].casefold()):
        said = said[len(kept["who"]) :].lstrip(" ,:-–")
    found = _ONLY.fullmatch(said) or _NAMED.fullmatch(said)
    if found is None or moment.memory.draft.get("form", CHOOSING) != CHOOSING:
        return None
    email = found["email"].casefold().strip(".")
    if not kept or kept["by"] != moment.actor.key:
        return _only(moment, email, found.groupdict().get("name") or NO_NAME)
    there = finding.called(moment, email)
    if there:
        return str(kept["order"]).replace(finding.PLACE, there[0].name if kept["name"] else email)
    return _added_first(moment, email, kept)


def _added_first(moment: Moment, email: str, kept: dict[str, Any]) -> str | Turn:
    """Somebody new is added by an administrator; where the speaker is one, that is proposed."""
    who, order = kept["who"], str(kept["order"])
    later = phrases.escaped(order.replace(finding.PLACE, who))
    if not moment.actor.is_(Role.ADMINISTRATOR):
        told = {"email": phrases.escaped(email), "who": phrases.escaped(who), "order": later}
        return moment.turn(NOT_THERE.format(administrators=holders(Role.ADMINISTRATOR, moment), **told))
    wanted = request(order.replace(finding.PLACE, email))
    if wanted and wanted.kind is Kind.ADD:
        return order.replace(finding.PLACE, email)
    if wanted and wanted.kind is Kind.GIVE:
        return f"add {who} {email} as {wanted.role}"
    if wanted and wanted.kind is Kind.LINK:
        lead, _ = linking.sides(moment, wanted)
        return adding.propose_new(moment, who, email, Role.OFFICER, lead)
    turn = adding.propose_new(moment, who, email, Role.OFFICER)
    return beginning(turn, STILL_TO_SAY.format(order=later, who=phrases.escaped(who)))


def _only(moment: Moment, email: str, name: str) -> Turn:
    """What is said to an address, perhaps with a name before it, that nothing waits for."""
    add = ADD.format(name=phrases.escaped(name), email=phrases.escaped(email))
    more = add if moment.actor.is_(Role.ADMINISTRATOR) else holders(Role.ADMINISTRATOR, moment)
    return moment.turn(f"{ONLY_AN_ADDRESS} {more}")
