"""What the bot says of its own accord about questions that were passed on: to those asked, and to the asker."""

from __future__ import annotations

from dialogs.answers import standings
from dialogs.cards import parts
from dialogs.passing_on.replying import asked
from dialogs.turns.turn import Reply
from dialogs.words import phrases
from knowledge.progress.model import Delivery, Stage, Unanswered
from knowledge.store.protocol import Reading
from knowledge.store.shelves import UNANSWERED

POSED = (
    "{question}\n\nI couldn’t answer that from the document. Just type the answer, say “answer {id}: …”, or press the "
    "button. It goes back with your name, and I give it to whoever asks the same; so nothing in it may tell which "
    "child or family is meant. If you don’t know either, say “I can’t answer {id}”."
)
ANSWERED = "{asker}, you asked{about}: {question}\n\n{who} answers (not from the document): {answer}"
CORRECTED = (
    "{asker}, {who} has put right the answer to what you asked{about}: {question}\n\nIt is now (not from the "
    "document): {answer}"
)
DECLINED = "{asker}, you asked{about}: {question}\n\n{who} can’t answer that. It stays on the managers’ list."

CLOSED = "{asker}, you asked{about}: {question}\n\n{who} has closed that without an answer."
_TOLD = {Stage.ANSWERED: ANSWERED, Stage.DECLINED: DECLINED, Stage.CLOSED: CLOSED}


def posed(delivery: Delivery, reading: Reading) -> Reply | None:
    """A question to somebody who may answer it; None once it is answered."""
    question = reading.get(UNANSWERED, delivery.about)
    if question is None or question.stage is not Stage.OPEN:
        return None
    answer, cant = f"answer {question.id}", f"I can’t answer {question.id}"
    buttons = [parts.button("Answer it", answer), parts.button("I can’t answer that", cant)]
    card = parts.card([{"type": "ActionSet", "actions": buttons}])
    return Reply(POSED.format(question=asked(question), id=question.id), card)


def replied(delivery: Delivery, reading: Reading) -> Reply | None:
    """What came back, for whoever asked; None where it was taken out of use meanwhile."""
    question = reading.get(UNANSWERED, delivery.about)
    if question is None or question.stage not in _TOLD:
        return None
    return Reply(_told(_TOLD[question.stage], question))


def corrected(delivery: Delivery, reading: Reading) -> Reply | None:
    """What somebody put right, for whoever asked; None where it was taken out of use meanwhile."""
    question = reading.get(UNANSWERED, delivery.about)
    if question is None or question.stage is not Stage.ANSWERED:
        return None
    return Reply(_told(CORRECTED, question))


def _told(pattern: str, question: Unanswered) -> str:
    return pattern.format(
        asker=phrases.escaped(question.by_name),
        about=f" about {phrases.recommendations((question.ref,))}" if question.ref else "",
        question=standings.sentence(question.question),
        who=phrases.escaped(question.answered_by_name),
        answer=standings.sentence(question.answer),
    )
