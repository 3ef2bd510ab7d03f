"""Documents of other shapes are answered from in right English."""

import pytest

from dialogs.ask import ask
from dialogs.turns.turn import Memory
from knowledge.questions.searching.index import Index
from tests.knowledge.questions.elsewhere import coasts, libraries


@pytest.mark.parametrize(
    ("index", "question", "begins"),
    [
        (libraries(), "what is the council's position on 1?", "The Council’s position on Recommendation 1: “New rotas"),
        (
            libraries(),
            "what was the review's argument for 3?",
            "The Review’s argument for Recommendation 3: “Fines keep",
        ),
        (coasts(), "what can you tell me about?", "I answer from one document, “Government answer to the review"),
    ],
)
def test_an_answer_begins_so(index: Index, question: str, begins: str) -> None:
    reply, _ = ask(question, Memory(), index)

    assert reply.text.startswith(begins)


def test_a_date_from_which_something_is_due_stands_with_its_sentence() -> None:
    reply, _ = ask("what's due first?", Memory(), libraries())

    assert "- Recommendation 2: “From 1 March 2027”\n\n_Source" in reply.text
