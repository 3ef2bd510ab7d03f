"""What officers are reminded of, and what managers are told when nobody answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from dialogs.cards import parts
from dialogs.turns.turn import Reply
from dialogs.words import phrases
from knowledge.library import Knowledge
from knowledge.progress.days import spell
from knowledge.progress.sending.reminders import Item, Why
from knowledge.questions.searching.index import Index

OPENING = "{these} an update from you:"
FINAL = "This is my second reminder of {those}. If I hear nothing within a week, I’ll tell the managers."
TOLD = "I’ve reminded you of {those} twice, so I’m telling the managers as well."
HOW = "To answer, say “update {ref}” or “no change on {ref}”, or press a button."
WHY_IT_CAME = (
    "_You get this because you lead {these}. To have none for a while, say “pause my reminders until {example}”._"
)
ESCALATED = "Nobody has answered two reminders on these:"
ESCALATION_WHY = "_You get this because you are a manager. Each of them is told so once; the summary keeps showing it._"
MORE = "And {count} more: say “what do I have to update?”"
UPDATE, NO_CHANGE = "Update", "No change"

# A screenful in Teams, and well under the size of a message.
_SHOWN = 10
_EXAMPLE = timedelta(days=14)


def reminder(items: Sequence[Item], knowledge: Knowledge, today: date) -> Reply:
    """Everything that an officer is reminded of today, with two buttons each, which say what one could type."""
    several = len(knowledge.programmes) > 1
    shown = items[:_SHOWN]
    lines = [f"- {_named(item, knowledge, several)}: {reason(item, today)}" for item in shown]
    rest = [MORE.format(count=len(items) - _SHOWN)] if len(items) > _SHOWN else []
    ref = _said(items[0], several)
    text = [
        OPENING.format(these="This needs" if len(items) == 1 else f"These {len(items)} need"),
        "\n".join(lines),
        *rest,
        *_warnings(items),
        HOW.format(ref=phrases.escaped(ref)),
        WHY_IT_CAME.format(these="it" if len(items) == 1 else "them", example=spell(today + _EXAMPLE)),
    ]
    return Reply("\n\n".join(text), _card(shown, knowledge, several, today))


def escalation(by_name: Mapping[str, Sequence[Item]], knowledge: Knowledge) -> Reply:
    """What nobody answered, by the name of who should have."""
    several = len(knowledge.programmes) > 1
    lines = [
        f"- {phrases.escaped(name)}: {_named(item, knowledge, several)}"
        for name, items in by_name.items()
        for item in items
    ]
    return Reply("\n\n".join([ESCALATED, "\n".join(lines), ESCALATION_WHY]))


def reason(item: Item, today: date) -> str:
    """Why it is one to remind of, in words."""
    standing, day = item.standing, item.standing.due
    match item.why:
        case Why.SENT_BACK if standing.latest:
            told = f": “{phrases.escaped(standing.latest.narrative)}”" if standing.latest.narrative else ""
            return f"sent back by {phrases.escaped(standing.latest.by_name or 'a manager')}{told}"
        case Why.OVERDUE if day:
            return f"overdue since {spell(day)}"
        case Why.DUE if day:
            return f"due on {spell(day)}" + (" (today)" if day == today else "")
        case _:
            return f"no update since {spell(standing.latest.at.date())}" if standing.latest else "no update yet"


def _warnings(items: Sequence[Item]) -> list[str]:
    final = [item.standing.ref for item in items if item.final]
    told = [item.standing.ref for item in items if item.escalated]
    return [
        template.format(those=phrases.recommendations(refs))
        for template, refs in ((FINAL, final), (TOLD, told))
        if refs
    ]


def _card(items: Sequence[Item], knowledge: Knowledge, several: bool, today: date) -> parts.Part:
    rows = [row for item in items for row in _row(item, knowledge, several, today)]
    return parts.card([parts.heading("Your recommendations"), *rows])


def _row(item: Item, knowledge: Knowledge, several: bool, today: date) -> list[parts.Part]:
    said = _said(item, several)
    actions = [parts.button(UPDATE, f"update {said}")]
    if item.why is not Why.SENT_BACK and item.standing.report:
        actions.append(parts.button(NO_CHANGE, f"no change on {said}"))
    title = parts.line(_named(item, knowledge, several), bold=True)
    return [title, parts.line(reason(item, today), subtle=True), {"type": "ActionSet", "actions": actions}]


def _named(item: Item, knowledge: Knowledge, several: bool) -> str:
    """ "Recommendation 10 (Local authorities should …)"; the programme's name where there are several."""
    index = _index(item, knowledge)
    of = f" of {_called(item.standing.programme, knowledge)}" if several else ""
    about = f" ({phrases.gist(index, item.standing.ref, 60)})" if index and item.standing.ref in index.by_ref else ""
    return f"{phrases.recommendations((item.standing.ref,))}{of}{about}"


def _called(name: str, knowledge: Knowledge) -> str:
    """A programme as it is told from the others; one that is gone, by what it was kept under."""
    kept = next((one for one in knowledge.programmes if one.name == name), None)
    return phrases.told_apart(kept, knowledge.programmes) if kept else phrases.escaped(name)


def _said(item: Item, several: bool) -> str:
    """A recommendation as one types it."""
    return f"{item.standing.ref} in {item.standing.programme}" if several else item.standing.ref


def _index(item: Item, knowledge: Knowledge) -> Index | None:
    return next((index for index in knowledge.indexes if index.programme.name == item.standing.programme), None)
