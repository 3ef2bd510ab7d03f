"""Asks which person or lead was meant, and takes the answer back as the words that should have been typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dialogs.cards import questions
from dialogs.turns.agreeing import asks_whether
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import DROPPED, LEFT, says_no, says_yes
from dialogs.turns.turn import Turn
from dialogs.words import phrases

CHOOSING = "which person"
WHICH = "{why} Did you mean {options}?"
TELL = "Which one: {options}?"
TITLE = "Who is meant?"
STILL = "I’m still waiting for your answer, or “cancel”: which one do you mean, {options}?"


def ask_which(moment: Moment, why: str, says: Mapping[str, str], *, title: str = TITLE) -> Turn:
    """Offer what may have been meant: each option, as people read it, with the words that then count."""
    draft = {"form": CHOOSING, "says": dict(says)}
    return moment.turn(WHICH.format(why=why, options=_listed(says)), questions(title, list(says.values())), draft=draft)


def asks_again(turn: Turn, draft: Mapping[str, Any]) -> bool:
    """Whether a turn asks what is asked already once more."""
    if not draft.get("form") == turn.memory.draft.get("form") == CHOOSING:
        return False
    again = WHICH.format(why="", options=_listed(draft["says"]))
    return bool(turn.memory.draft["says"] == draft["says"] and turn.replies[-1].text.endswith(again))


def reminder(moment: Moment) -> str:
    """That nobody has said yet who is meant; empty where that wasn't asked."""
    draft = moment.memory.draft
    return STILL.format(options=_listed(draft["says"])) if draft.get("form") == CHOOSING else ""


def dropped(moment: Moment) -> str:
    """That what was asked is left at that, where something else takes its place; empty where nothing was."""
    return LEFT if moment.memory.draft.get("form") == CHOOSING else ""


def _listed(says: Mapping[str, str]) -> str:
    return phrases.joined(map(phrases.escaped, says), "or")


def chosen(moment: Moment) -> str | Turn | None:
    """The words that an answer stands for, or a turn that drops the question; None where nothing was answered."""
    draft = moment.memory.draft
    if draft.get("form") != CHOOSING:
        return None
    says: dict[str, str] = draft["says"]
    if says_no(moment):
        return moment.turn(DROPPED)
    if len(says) == 1 and says_yes(moment) and not asks_whether(moment):
        return next(iter(says.values()))
    answer = moment.message.text.strip(" .!").casefold()
    found = [say for option, say in says.items() if answer and answer in option.casefold()]
    if says_yes(moment) or len(found) > 1:
        return moment.turn(TELL.format(options=_listed(says)), questions(TITLE, list(says.values())), draft=draft)
    return found[0] if found else None
