"""Doubts whether words are the reason that was asked for, and asks rather than keep what is none."""

from __future__ import annotations

from dialogs.righting import numbers
from dialogs.righting.orders import holding, known
from dialogs.turns import proposing, remarks
from dialogs.turns.another import speaks_of
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import UNFINISHED
from dialogs.turns.turn import Turn
from dialogs.words import phrases

IS_IT = "Is “{words}” {what}? Say “yes” to take it, or type what should stand there."
NO_ERRAND = "I can’t pass anything on from here, and it doesn’t say why."
NO_REASON = "That doesn’t say why, and somebody will want to know."
_SHOWN = 120  # characters of doubtful words


def doubted(moment: Moment) -> Turn | None:
    """The question whether words are the reason at all that was asked for, where they may be none."""
    draft, text = moment.memory.draft, moment.message.text
    if draft.get("asked") and moment.says("no") and not moment.says("cancel"):
        return _asking(draft["asked"], draft["asked"], moment)
    if draft["form"] != UNFINISHED or not proposing.wants_reason(moment) or proposing.another_day(moment):
        return None
    if proposing.only_asks(moment):
        return None
    other, refs = speaks_of(text, known(moment)), tuple(draft.get("refs", ()))
    if other and refs and other not in refs:
        return numbers.whose(other, refs, moment)
    asked = draft.get("asked", draft["question"])
    answers = draft["order"].startswith("answer ")
    if not answers and "“skip”" not in asked and (remarks.is_none(text) or remarks.refers_back(text)):
        return _asking(f"{NO_REASON} {asked}", asked, moment)
    if not answers and remarks.is_errand(text):
        return _asking(f"{NO_ERRAND} {asked}", asked, moment)
    if moment.says("no") or not remarks.may_be_none(text) or (answers and remarks.tells_nothing(text)):
        return None
    words = remarks.without_opening(text)
    shown = phrases.escaped(phrases.excerpt(words, _SHOWN)[0])
    return _asking(IS_IT.format(words=shown, what="the answer" if answers else "the reason"), asked, moment, yes=words)


def _asking(question: str, asked: str, moment: Moment, yes: str = "") -> Turn:
    """A question in the place of the one that was `asked`, which the order waits for all the same."""
    draft = moment.memory.draft
    refs, amend = tuple(draft.get("refs", ())), draft.get("amend", "")
    turn = proposing.ask_for_more(
        moment, question, draft["order"], refs, again=question if yes else asked, end=draft["end"], yes=yes, amend=amend
    )
    return holding(turn, asked=asked) if yes else turn
