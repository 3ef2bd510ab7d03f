from __future__ import annotations

import pytest

from knowledge.documents.decisions import decided, deciding
from knowledge.model import Decision


@pytest.mark.parametrize(
    ("words", "decision", "rest"),
    [
        ("Accept", Decision.ACCEPT, ""),
        ("Accept.", Decision.ACCEPT, ""),
        ("Accepting in full", Decision.ACCEPT, ""),
        ("Fully accepted", Decision.ACCEPT, ""),
        ("The government accepts this recommendation.", Decision.ACCEPT, ""),
        ("Supported", Decision.ACCEPT, ""),
        ("Yes", Decision.ACCEPT, ""),
        ("Accept in principle.", Decision.ACCEPT_IN_PRINCIPLE, ""),
        ("The Council accepts this recommendation in principle", Decision.ACCEPT_IN_PRINCIPLE, ""),
        ("Partially agreed", Decision.ACCEPT_IN_PART, ""),
        ("In part", Decision.ACCEPT_IN_PART, ""),
        ("Accept, in part", Decision.ACCEPT_IN_PART, ""),
        ("Consider further.", Decision.CONSIDER_FURTHER, ""),
        ("Under consideration", Decision.CONSIDER_FURTHER, ""),
        ("Noted", Decision.NOTED, ""),
        ("Rejected", Decision.REJECT, ""),
        ("Not accepted", Decision.REJECT, ""),
        ("We do not accept this recommendation", Decision.REJECT, ""),
        ("Agreed. Funding is sought", Decision.ACCEPT, "Funding is sought"),
        ("Accept – from May", Decision.ACCEPT, "from May"),
        ("Accepted (in part)", Decision.ACCEPT_IN_PART, ""),
        ("Unable to accept", Decision.REJECT, ""),
        ("Accept with modifications", Decision.ACCEPT_WITH_CONDITIONS, "Accept with modifications"),
        ("Accept – subject to funding", Decision.ACCEPT_WITH_CONDITIONS, "Accept – subject to funding"),
        (
            "Accept in principle, if paid for",
            Decision.ACCEPT_IN_PRINCIPLE,
            "Accept in principle, if paid for",
        ),
        ("Accept. But costs rise.", Decision.ACCEPT, "But costs rise."),
        ("Rejected in part", Decision.NOT_STATED, "Rejected in part"),
        ("Deferred", Decision.NOT_STATED, "Deferred"),
        ("Agreed that more is needed", Decision.NOT_STATED, "Agreed that more is needed"),
        ("Accept in", Decision.NOT_STATED, "Accept in"),
        ("Not for us to respond to", Decision.NOT_STATED, "Not for us to respond to"),
        ("", Decision.NOT_STATED, ""),
    ],
)
def test_a_decision_is_read_and_never_guessed(words: str, decision: Decision, rest: str) -> None:
    assert decided(words) == (decision, rest)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Accept in principle.", "Accept in principle"),
        ("Accepted (in part)", "Accepted (in part)"),
        ("Agreed. Funding is sought", "Agreed"),
        ("Accept – from  May", "Accept"),
        ("Accept – subject to funding", ""),
        ("Deferred", ""),
        ("", ""),
    ],
)
def test_the_words_of_a_decision_are_kept_as_they_stand(words: str, expected: str) -> None:
    assert deciding(words, decided(words)[1]) == expected
