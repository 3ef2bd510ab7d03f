"""Says who the lead officers are, what they lead, and who leads the most."""

from __future__ import annotations

from dialogs import phrases
from knowledge.model import Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import LeadOfficers
from knowledge.questions.index import Index


def say(answer: LeadOfficers, index: Index) -> str:
    """The lead officers, their roles and what they lead."""
    led = {n: [r for r in index.refs if c.LedBy((n,)).holds(index.by_ref[r])] for n in answer.names}
    if answer.tally:
        text = _tally(answer.tally, led)
    elif len(led) == 1:
        text = _one(answer.names[0], led[answer.names[0]], index)
    else:
        lines = [f"- {name}, {_roles(name, index)}: {phrases.recommendations(refs)}" for name, refs in led.items()]
        text = f"{len(led)} lead officers are named:\n\n" + "\n".join(lines)
    return phrases.sourced(text, index.programme, Field.LEADS)


def _one(name: str, refs: list[str], index: Index) -> str:
    """Roles as the document words them; they may differ from one recommendation to the next."""
    return f"{name} is {_roles(name, index)}. {name.split(maxsplit=1)[0]} leads {phrases.recommendations(refs)}."


def _roles(name: str, index: Index) -> str:
    return phrases.joined(index.roles[name], "also given as") or "whose role isn’t given"


def _tally(which: str, led: dict[str, list[str]]) -> str:
    best = (max if which == "most" else min)(map(len, led.values()))
    names = [name for name, refs in led.items() if len(refs) == best]
    if len(names) == 1:
        return f"{names[0]} leads the {which}: {phrases.recommendations(led[names[0]])}, {best} in all."
    shares = phrases.joined(f"{name} ({', '.join(led[name])})" for name in names)
    return f"{len(names)} people lead the {which}, {phrases.counted(best, 'recommendation')} each: {shares}."
