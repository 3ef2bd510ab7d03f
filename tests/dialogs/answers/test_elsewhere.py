"""Documents of other shapes are answered from in right English."""

import pytest

from dialogs.ask import ask
from dialogs.turns.turn import Memory
from knowledge.documents import read_document
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


FIRES = """Response to the Brigade review

Recommendation 1

That the brigade train its crews.

The London Fire Brigade accepts this recommendation.

Timescale

Immediate

Recommendation 2

That guidance be written.

The government accepts this recommendation.

Timescale

June 2027
"""


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("did the government accept 1?", "The London Fire Brigade accepted"),
        ("was 1 accepted?", "Yes. The London Fire Brigade accepted"),
        ("did the government accept 2?", "Yes. The government accepted"),
        ("when is 1 due?", "No date is given for Recommendation 1. Its timescale says: “Immediate”"),
    ],
)
def test_yes_is_only_said_of_whoever_decided_and_a_timescale_without_a_date_is_told(question: str, begins: str) -> None:
    reply, _ = ask(question, Memory(), Index(read_document(FIRES.encode(), "fires.txt")))

    assert reply.text.startswith(begins)
