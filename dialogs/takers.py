"""Who takes a message, in which order, and what a yes to each of them does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dialogs import afterwards, guidance, importing, numbering, people, progress, prompting, stated, summary, update
from dialogs.help import asks_help, help_at_first
from dialogs.managing import (
    assigning,
    cutting,
    deciding,
    delegating,
    export,
    extending,
    glossary,
    handing,
    moving,
    redacting,
    signing_off,
    targets,
    teaching,
    together,
)
from dialogs.passing_on import passing, replying, unanswered, unnumbered
from dialogs.progress import quiet, shorter
from dialogs.subscribing import altering, pausing, subscribe, unsubscribe
from dialogs.turns import again, proposing
from dialogs.turns.moment import Moment, free
from dialogs.turns.proposing import Doer
from dialogs.turns.turn import Turn, ending
from dialogs.updating import idle, lately, mine, nochange, undo

Take = Callable[[Moment], Turn | None]

# What a yes to "Save this?" does.
DOERS: Mapping[str, Doer] = (
    targets.DOERS
    | extending.DOERS
    | deciding.DOERS
    | signing_off.DOERS
    | assigning.DOERS
    | together.DOERS
    | delegating.DOERS
    | redacting.DOERS
    | cutting.DOERS
    | subscribe.DOERS
    | pausing.DOERS
    | passing.DOERS
    | replying.DOERS
    | unanswered.DOERS
    | teaching.DOERS
    | people.DOERS
    | importing.DOERS
    | nochange.DOERS
)
# Whom an open question goes to before anybody else.
WAITING: tuple[Take, ...] = (
    lambda moment: proposing.answered(moment, DOERS),
    replying.while_filling,
    people.going_on,
    update.going_on,
)


@dataclass(frozen=True, slots=True)
class _Dialog:
    """Who may take a message.

    Orders to an `exact` one are taken for what they are even where free text is awaited; those of a `numbered` one are
    about recommendations, and so about numbers. In words that one of these `mends` there may be a slip of typing.
    """

    take: Take
    exact: bool = False
    numbered: bool = False
    mends: bool = False


def _idly(moment: Moment) -> Turn | None:
    """A yes or a no that nothing waits for may answer a question that was passed on."""
    turn = idle.take(moment)
    return ending(turn, unnumbered.hint(moment)) if turn else None


def _again(moment: Moment) -> Turn | None:
    """ "And 5", right after a target was set or a lead assigned."""
    order = again.same_of_others(moment)
    return (targets.take(free(moment, order)) or assigning.take(free(moment, order))) if order else None


def _addressed(moment: Moment) -> Turn | None:
    """ "jane.doe@example.gov.uk", where nobody of a name was known."""
    meant = people.taken_up(moment)
    if not isinstance(meant, str):
        return meant
    takes = (people.take, delegating.take, assigning.take)
    return next((turn for take in takes if (turn := take(free(moment, meant)))), None)


# In this order; what none of them takes is a question on the document.
_DIALOGS = (
    _Dialog(replying.take, exact=True),
    _Dialog(unnumbered.take, exact=True),
    _Dialog(passing.take),
    _Dialog(unanswered.take, exact=True),
    _Dialog(teaching.take, exact=True),
    _Dialog(glossary.take),
    _Dialog(people.take, exact=True),
    _Dialog(_addressed),
    _Dialog(importing.how),
    _Dialog(export.take, mends=True),
    _Dialog(altering.take, exact=True),
    _Dialog(unsubscribe.take, exact=True),
    _Dialog(subscribe.take, exact=True, mends=True),
    _Dialog(shorter.take),
    _Dialog(summary.take, mends=True),
    _Dialog(quiet.take),
    _Dialog(_again),
    _Dialog(moving.take, exact=True, numbered=True),
    _Dialog(guidance.leaked),
    _Dialog(targets.take, exact=True, numbered=True, mends=True),
    _Dialog(extending.take, exact=True, numbered=True, mends=True),
    _Dialog(deciding.take, exact=True, numbered=True, mends=True),
    _Dialog(signing_off.take, exact=True, numbered=True, mends=True),
    _Dialog(handing.take, exact=True, numbered=True, mends=True),
    _Dialog(assigning.take, exact=True, numbered=True, mends=True),
    _Dialog(delegating.take, exact=True, numbered=True),
    _Dialog(cutting.take, exact=True, numbered=True, mends=True),
    _Dialog(redacting.take, exact=True, numbered=True, mends=True),
    _Dialog(nochange.take, exact=True, numbered=True),
    _Dialog(undo.take, exact=True, numbered=True),
    _Dialog(lately.take),
    _Dialog(mine.take),
    _Dialog(update.take, exact=True, numbered=True),
    _Dialog(pausing.take, exact=True),  # orders and updates that only mention leave are taken before
    _Dialog(afterwards.take),
    _Dialog(stated.take),
    _Dialog(prompting.take, mends=True),
    _Dialog(prompting.only_a_day),
    _Dialog(guidance.take),
    _Dialog(_idly),
    _Dialog(progress.take),
)
NUMBERED: tuple[Take, ...] = tuple(dialog.take for dialog in _DIALOGS if dialog.numbered)


def _with_odd_numbers(moment: Moment) -> Turn | None:
    return numbering.take(moment, NUMBERED)


DIALOGS: tuple[Take, ...] = (_with_odd_numbers, *(dialog.take for dialog in _DIALOGS))
ORDERS: tuple[Take, ...] = (_with_odd_numbers, *(dialog.take for dialog in _DIALOGS if dialog.exact))
SLIPPED: tuple[Take, ...] = tuple(dialog.take for dialog in _DIALOGS if dialog.mends)
# Whose orders may be completed by the message after them.
COMPLETED: tuple[Take, ...] = (export.take, *ORDERS)

# The same two as long as there is no document.
WAITING_AT_FIRST: tuple[Take, ...] = (
    lambda moment: proposing.answered(moment, people.DOERS | importing.DOERS),
    people.going_on,
)
AT_FIRST: tuple[Take, ...] = (
    people.take,
    importing.how,
    lambda moment: moment.turn(help_at_first(moment.actor)) if asks_help(moment.message.text) else None,
)
