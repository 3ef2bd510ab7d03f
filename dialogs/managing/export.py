"""Gives managers the committee pack as a file."""

from __future__ import annotations

import re
from dataclasses import replace

from dialogs.turns import programmes, proposing, rights
from dialogs.turns.days import no_time
from dialogs.turns.moment import Moment
from dialogs.turns.turn import File, Turn
from dialogs.words import phrases
from knowledge.progress.days import since, spell
from knowledge.progress.days.forms import moved
from knowledge.progress.model import Role
from knowledge.questions.parsing import narrowing
from knowledge.questions.searching.index import Index
from knowledge.reports.order import Format, Order

WHEN = (
    "When did the committee last meet? The pack tells what was completed since then. Say a day, such as “1 October”, "
    "or “skip” for the last three months."
)
NO_SUCH_KIND = (
    "I make the pack as Word, Excel or CSV, and nothing else. Say, for example, “export the committee pack as Word”."
)
MADE = "Here is the committee pack on {programme} as {kind}, with what was completed since {day}."
NOT_NARROWED = (
    "The pack always has every recommendation, so it isn’t only about {themes}; for that, say “summary for {themes}”."
)
ORDER = "export the committee pack as {kind} since "
KINDS = {Format.WORD: "Word", Format.EXCEL: "Excel", Format.CSV: "CSV"}
UNTOLD = 3  # months, for who doesn't know the day
_SKIPPED = re.compile(r"\bsince (?:skip|never|none|no|not sure|(?:i )?do not know|no idea|unknown|dunno)\b")

# "What do I tell committee on Thursday?": the day is when it meets next, not since when the pack is to tell.
_NEXT_MEETING = re.compile(r"\bwhat\b.*\b(?:tell|say|report)\b")


def take(moment: Moment) -> Turn | None:
    """The pack, or the question that it needs; None for any other message."""
    if not moment.says("export"):
        return None
    if not moment.actor.is_(Role.MANAGER):
        return moment.turn(rights.denied(Role.MANAGER, moment), draft=moment.memory.draft)
    if moment.index is None:
        reply, memory = programmes.which(moment.message.text, moment.memory, moment.knowledge)
        return Turn((reply,), memory)
    return _made(moment, moment.index)


def _made(moment: Moment, index: Index) -> Turn:
    kind, whole = _kind(moment.said), _whole(moment, index)
    if kind is None:
        return moment.turn(NO_SUCH_KIND, draft=moment.memory.draft)
    found = None if _NEXT_MEETING.search(moment.said) else since(moment.said, moment.today)
    if _SKIPPED.search(moment.said):
        day = moved(moment.today, -UNTOLD, "month")
    elif found:
        day = found[0]
    else:
        why = no_time(moment.message.text, moment.today)
        asked = " ".join(filter(None, (whole, why, WHEN)))
        return proposing.ask_for_more(moment, asked, ORDER.format(kind=KINDS[kind]))
    order = Order(index.programme.name, day, kind)
    programme = phrases.told_apart(index.programme, moment.knowledge.programmes)
    text = MADE.format(programme=programme, kind=KINDS[kind], day=spell(day))
    turn = moment.turn(f"{text} {whole}".strip())
    file = File(order.name(moment.today), order)
    return replace(turn, replies=(replace(turn.replies[0], file=file),))


def _whole(moment: Moment, index: Index) -> str:
    """That the pack isn't narrowed to the themes that were named; empty where none were."""
    themes = narrowing.themes(moment.said, index)
    return NOT_NARROWED.format(themes=f"theme {phrases.joined(map(phrases.escaped, themes))}") if themes else ""


def _kind(said: str) -> Format | None:
    """The kind of file that is asked for, Word where none is named; None for one that isn't made."""
    if re.search(r"\b(?:pdf|powerpoint|pptx?|html|odt|ods|google|json|image|picture)\b", said):
        return None
    if re.search(r"\bcsv\b", said):
        return Format.CSV
    return Format.EXCEL if re.search(r"\b(?:excel|xlsx?|spreadsheet|workbook)\b", said) else Format.WORD
