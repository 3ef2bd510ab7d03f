"""Says who the lead officers are, what they lead, and who leads the most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dialogs.words import phrases
from knowledge.model import Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import LeadOfficers, Truth
from knowledge.questions.searching.index import Index

NOBODY = "No lead officers are recorded."
_SO = {Truth.TRUE: "Yes. ", Truth.FALSE: "No. ", Truth.UNASKED: ""}
NO_ROLE = "{name}’s role isn’t recorded. They lead {led}."


def say(answer: LeadOfficers, index: Index) -> str:
    """The lead officers, their roles and what they lead."""
    led = {n: [r for r in index.refs if c.LedBy((n,)).holds(index.by_ref[r])] for n in answer.names}
    return phrases.sourced(_said(answer, led, index), index.programme, Field.LEADS)


def _said(answer: LeadOfficers, led: dict[str, list[str]], index: Index) -> str:
    if not led:
        return NOBODY
    if answer.tally:
        return _tally(answer.tally, led)
    if len(led) == 1:
        return _SO[answer.so] + _one(answer.names[0], led[answer.names[0]], index)
    lines = [f"- {_named(name, index)}: {phrases.recommendations(refs)}" for name, refs in led.items()]
    return f"{len(led)} lead officers are named:\n\n" + "\n".join(lines)


def _one(name: str, refs: list[str], index: Index) -> str:
    roles, named = _roles(name, index), phrases.escaped(name)
    if not roles:
        return NO_ROLE.format(name=named, led=phrases.recommendations(refs))
    return f"{named} is {roles}, and leads {phrases.recommendations(refs)}."


def _named(name: str, index: Index) -> str:
    return ", ".join(x for x in (phrases.escaped(name), _roles(name, index)) if x)


def _roles(name: str, index: Index) -> str:
    """Roles as the document words them; they may differ from one recommendation to the next."""
    first, *others = [*map(phrases.escaped, index.roles[name])] or [""]
    return f"{first} (also given as {phrases.joined(others)})" if others else first


def told_of(answer: LeadOfficers, index: Index) -> Sequence[str]:
    """The lead officers that an answer is about: those who lead the most or the fewest where that was asked."""
    led = {n: [r for r in index.refs if c.LedBy((n,)).holds(index.by_ref[r])] for n in answer.names}
    return _leading(answer.tally, led) if answer.tally and led else answer.names


def _leading(which: str, led: Mapping[str, Sequence[str]]) -> list[str]:
    best = (max if which == "most" else min)(map(len, led.values()))
    return [name for name, refs in led.items() if len(refs) == best]


def _tally(which: str, led: dict[str, list[str]]) -> str:
    names = _leading(which, led)
    best = len(led[names[0]])
    if len(names) == 1:
        named, refs = phrases.escaped(names[0]), led[names[0]]
        return f"{named} leads the {which}, {phrases.counted(best, 'recommendation')}: {phrases.recommendations(refs)}."
    shares = phrases.joined(f"{phrases.escaped(name)} ({', '.join(led[name])})" for name in names)
    return f"{len(names)} people lead the {which}, {phrases.counted(best, 'recommendation')} each: {shares}."
