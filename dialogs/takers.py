"""Who takes a message, in which order, and what a yes to each of them does."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dialogs import guidance, importing, numbering, people, progress, prompting, summary, update
from dialogs.help import asks_help, help_at_first
from dialogs.managing import (
    assigning,
    cutting,
    deciding,
    delegating,
    export,
    extending,
    glossary,
    redacting,
    signing_off,
    targets,
    teaching,
)
from dialogs.passing_on import passing, replying, unanswered
from dialogs.progress import quiet
from dialogs.subscribing import altering, pausing, subscribe, unsubscribe
from dialogs.turns import proposing
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer
from dialogs.turns.turn import Turn
from dialogs.updating import idle, mine, nochange, undo

Take = Callable[[Moment], Turn | None]

# What a yes to "Save this?" does.
DOERS: Mapping[str, Doer] = (
    targets.DOERS
    | extending.DOERS
    | deciding.DOERS
    | signing_off.DOERS
    | assigning.DOERS
    | delegating.DOERS
    | redacting.DOERS
    | cutting.DOERS
    | subscribe.DOERS
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
    altering.going_on,
    people.going_on,
    update.going_on,
)
# Whose orders are so exact that they are taken for what they are even where free text is awaited.
_EXACT: tuple[Take, ...] = (
    replying.take,
    unanswered.take,
    teaching.take,
    people.take,
    altering.take,
    unsubscribe.take,
    subscribe.take,
    pausing.take,
    targets.take,
    extending.take,
    deciding.take,
    signing_off.take,
    assigning.take,
    delegating.take,
    cutting.take,
    redacting.take,
    nochange.take,
    undo.take,
    update.take,
)
# Those of them that are about recommendations, and so about numbers.
NUMBERED = _EXACT[_EXACT.index(targets.take) :]
ORDERS: tuple[Take, ...] = (lambda moment: numbering.take(moment, NUMBERED), *_EXACT)

# Who may take a message, in this order; what none of them takes is a question on the document.
DIALOGS: tuple[Take, ...] = (
    lambda moment: numbering.take(moment, NUMBERED),
    replying.take,
    passing.take,
    unanswered.take,
    teaching.take,
    glossary.take,
    people.take,
    importing.how,
    export.take,
    altering.take,
    unsubscribe.take,
    subscribe.take,
    pausing.take,
    summary.take,
    quiet.take,
    targets.take,
    extending.take,
    deciding.take,
    signing_off.take,
    assigning.take,
    delegating.take,
    cutting.take,
    redacting.take,
    nochange.take,
    undo.take,
    mine.take,
    update.take,
    prompting.take,
    guidance.take,
    idle.take,
    progress.take,
)
# Who may take a message that has a slip in the word which tells what it orders.
SLIPPED: tuple[Take, ...] = (
    export.take,
    subscribe.take,
    summary.take,
    targets.take,
    extending.take,
    deciding.take,
    signing_off.take,
    assigning.take,
    cutting.take,
    redacting.take,
    prompting.take,
)
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
