from __future__ import annotations

import pytest

from knowledge.documents import read_document
from knowledge.documents.replies import begins, reply
from knowledge.model import Decision

ACCEPT, PRINCIPLE, PART = Decision.ACCEPT, Decision.ACCEPT_IN_PRINCIPLE, Decision.ACCEPT_IN_PART
LIMITED = Decision.ACCEPT_WITH_CONDITIONS
REJECT, CONSIDER, NOTED = Decision.REJECT, Decision.CONSIDER_FURTHER, Decision.NOTED


@pytest.mark.parametrize(
    ("response", "decision", "by"),
    [
        ("The council accepts this recommendation.", ACCEPT, "The council"),
        ("We accept this recommendation in full. Work has begun.", ACCEPT, ""),
        ("RNLI and the Coast Board agree with this recommendation.", ACCEPT, "RNLI and the Coast Board"),
        ("The Lights Trust (LT) has accepted recommendation 4 on behalf of all.", ACCEPT, "The Lights Trust (LT)"),
        ("The Board supports all the recommendations made to it, including this one.", ACCEPT, "The Board"),
        ("This recommendation is accepted by the Harbour Board.", ACCEPT, "the Harbour Board"),
        ("Work has begun.\nThe Board therefore accepts this recommendation and will report.", ACCEPT, "The Board"),
        ("Accepted. Work has begun.", ACCEPT, ""),
        ("The government accepts this recommendation in principle.", PRINCIPLE, "The government"),
        ("The Board accepts in principle this recommendation.", PRINCIPLE, "The Board"),
        ("The Board accepts this recommendation made to harbours in principle.", PRINCIPLE, "The Board"),
        ("The recommendation has been agreed in principle.", PRINCIPLE, ""),
        ("The Board partially accepts this recommendation.", PART, "The Board"),
        ("We accept the recommendation in part.", PART, ""),
        ("The Board accepts this recommendation, but not its date.", LIMITED, "The Board"),
        ("We accept this recommendation subject to funding.", LIMITED, ""),
        ("The Board does not accept this recommendation because it is too dear.", REJECT, "The Board"),
        ("The Board rejects the recommendation.", REJECT, "The Board"),
        ("We can’t support this recommendation.", REJECT, ""),
        ("This recommendation is not accepted.", REJECT, ""),
        ("The Board will consider this recommendation further in May.", CONSIDER, "The Board"),
        ("The Board notes this recommendation.", NOTED, "The Board"),
        ("The Board notes this recommendation. The Board does not accept this recommendation.", REJECT, "The Board"),
    ],
)
def test_a_sentence_that_decides_is_read(response: str, decision: Decision, by: str) -> None:
    found = reply(response, "4")

    assert (found.decision, found.by) == (decision, by)


@pytest.mark.parametrize(
    "response",
    [
        "",
        "The Board accepts that the lights are dim.",
        "The Board accepts the premise of this recommendation.",
        "We agree with the review’s findings, and this recommendation is one of many.",
        "We agree with this.",
        "If the Board accepts this recommendation, the lights will be mended.",
        "Should the Board accept this recommendation?",
        "Few harbours accept this recommendation.",
        "The Board was asked whether it accepts this recommendation.",
        "The Board decided not to say whether it rejects this recommendation.",
        "The previous Board accepted this recommendation.",
        "The Board accepted recommendation 5.",
        "The Board does not accept this recommendation in full.",
        "The Board accepts the recommendation of an older report.",
        "The Review accepts this recommendation.",
        "Work has begun. The Board accepts this recommendation. The Council rejects this recommendation.",
    ],
)
def test_a_sentence_that_only_mentions_a_decision_decides_nothing(response: str) -> None:
    assert reply(response, "4").decision is Decision.NOT_STATED


def test_a_response_begins_with_its_decision_where_no_label_says_so() -> None:
    asked = ["That the lights be mended, in case the", "Board accepts this recommendation.", ""]
    lines = [*asked, "The Board of the", "Lights accepts this recommendation.", "In May."]

    assert begins(lines, "4") == 3
    assert begins(asked, "4") is None


ANSWER = """Answer to the Harbour Review

Recommendation 1: That the lights be mended
by the Board. (3.1)
The Lights Trust accepts this recommendation in
principle.
The lamps will be bought first.
Recommendation 2: That the harbour be dredged.
Nobody has said yet whether the Board accepts this.
"""


def test_the_answer_to_a_recommendation_stands_apart_from_it_though_no_label_does() -> None:
    first, second = read_document(ANSWER.encode(), "harbour.txt").recommendations

    assert first.text == "That the lights be mended by the Board. (3.1)"
    assert first.response == (
        "The Lights Trust accepts this recommendation in principle.\nThe lamps will be bought first."
    )
    assert (first.decision, first.decided_by) == (PRINCIPLE, "The Lights Trust")
    assert (second.response, second.decision, second.decided_by) == ("", Decision.NOT_STATED, "")


def test_a_label_decides_before_a_sentence_does() -> None:
    text = "Recommendation 1\nMend it.\nResponse: Consider further\nWe accept this recommendation in principle.\n"

    (found,) = read_document(text.encode(), "harbour.txt").recommendations

    assert found.decision is CONSIDER


@pytest.mark.parametrize(
    ("decided", "decision", "begins"),
    [
        ("Council response – Accepted subject to funding", LIMITED, "Accepted subject to funding"),
        ("Council response: Accepted", ACCEPT, "It will be done."),
        ("Decision: Accepted", ACCEPT, "It will be done."),
        ("Council’s decision: Accepted with amendments", LIMITED, "Accepted with amendments"),
        ("Status: Accepted", ACCEPT, "It will be done."),
        ("Status: Green", Decision.NOT_STATED, "It will be done."),
        ("Decision\nDeferred", Decision.NOT_STATED, "Deferred"),
    ],
)
def test_a_rider_to_a_decision_is_kept_in_its_words(decided: str, decision: Decision, begins: str) -> None:
    response = "" if decided.startswith("Council response") else "Council response\n"
    text = f"Recommendation 1\nMend it.\n{decided}\n{response}It will be done.\nLead: Jo Ash\n"

    (found,) = read_document(text.encode(), "harbour.txt").recommendations

    assert (found.decision, found.response.split("\n")[0]) == (decision, begins)
