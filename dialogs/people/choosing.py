"""Asks which person or lead was meant, and takes the answer back as the words that should have been typed."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.cards import questions
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import DROPPED, says_no, says_yes
from dialogs.turns.turn import Turn
from dialogs.words import phrases

CHOOSING = "which person"
WHICH = "{why} Did you mean {options}?"
TELL = "Which one: {options}?"
TITLE = "Who is meant?"


def ask_which(moment: Moment, why: str, says: Mapping[str, str]) -> Turn:
    """Offer what may have been meant: each option, as people read it, with the words that then count."""
    draft = {"form": CHOOSING, "says": dict(says)}
    return moment.turn(WHICH.format(why=why, options=_listed(says)), questions(TITLE, list(says.values())), draft=draft)


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
    if len(says) == 1 and says_yes(moment):
        return next(iter(says.values()))
    if says_yes(moment):
        return moment.turn(TELL.format(options=_listed(says)), questions(TITLE, list(says.values())), draft=draft)
    answer = moment.message.text.strip(" .!").casefold()
    found = [say for option, say in says.items() if answer and answer in option.casefold()]
    return found[0] if len(found) == 1 else None
