from __future__ import annotations

import pytest

from knowledge.questions.parsing.splitting import questions_in
from knowledge.questions.searching.index import Index


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("who leads 10 and when is 14 due?", ["who leads 10", "when is 14 due?"]),
        ("who leads 8, and what does Salford say about 12?", ["who leads 8", "what does Salford say about 12?"]),
        (
            "Can I have the numbers: how many accepted, how many only in principle?",
            ["how many accepted", "how many only in principle?"],
        ),
        (
            "who leads 10 and what does it say about schools?",
            ["who leads 10", "what does recommendation 10 say about schools?"],
        ),
        (
            "Who's dealing with number 9, and what is it that ministers have to plan about it?",
            ["Who's dealing with number 9", "what is it that ministers have to plan about recommendation 9?"],
        ),
        ("who leads 10 and which one is about inspection", ["who leads 10", "which one is about inspection"]),
        (
            "which rec is about the annual report and which is about the early help offer?",
            ["which rec is about the annual report", "which is about the early help offer?"],
        ),
        (
            "how many recs mention health and which mention police",
            ["how many recs mention health", "which mention police"],
        ),
        ("who leads 9, and what else have they got?", ["who leads 9", "what else have they got?"]),
        ("who leads 8\nwhen is 9 due", ["who leads 8", "when is 9 due"]),
        (
            "1. who leads 8\n2. when is 9 due\n3. which have no lead?",
            ["who leads 8", "when is 9 due", "which have no lead?"],
        ),
        ("1) who leads 8 2) when is it due", ["who leads 8", "when is it due"]),
        ("questions: 1. lead for 9? 2. decision on 8?", ["lead for 9?", "decision on 8?"]),
        ("- lead for 4\n- decision on 5", ["lead for 4", "decision on 5"]),
        ("Hi,\nwho leads 3?\nwhen is 14 due?\nThanks, Tom", ["who leads 3?", "when is 14 due?"]),
        ("What is RIAT and where is it mentioned?", ["What is RIAT", "where is RIAT mentioned?"]),
        ("What's an LSCB, and which recs are about them?", ["What's an LSCB", "which recs are about LSCB?"]),
        ("10 lead, 14 deadline", ["10 lead", "14 deadline"]),
        ("lead for 10, 12 and 14 and deadline for 9", ["lead for 10, 12 and 14", "deadline for 9"]),
        ("who leads 10 and which have no lead?", ["who leads 10", "which have no lead?"]),
        ("hoo leeds 9 an how meny are in prinsipal", ["hoo leeds 9", "how meny are in prinsipal"]),
        (
            "what is our position on the chief social worker, and when is that person due?",
            ["what is our position on the chief social worker", "when is that person due?"],
        ),
        ("who leads 9 + which have no lead", ["who leads 9", "which have no lead"]),
        (
            "who leads the family CAF and when will the police move in?",
            ["who leads the family CAF", "when will the police move in?"],
        ),
        (
            "Who is responsible for student placements and what did the government decide on the chief social worker?",
            ["Who is responsible for student placements", "what did the government decide on the chief social worker?"],
        ),
        (
            "who leads the serious case reviews one, and when is the chief social worker due",
            ["who leads the serious case reviews one", "when is the chief social worker due"],
        ),
        (
            "who leads the principal social worker and who leads the family caf?",
            ["who leads the principal social worker", "who leads the family caf?"],
        ),
        ("Who leads 10? When is it due?", ["Who leads 10?", "When is it due?"]),
        (
            "I'm looking at rec 10. Who leads it? And which recs are due in May 2012? Thanks",
            ["I'm looking at rec 10. Who leads it?", "And which recs are due in May 2012?"],
        ),
    ],
)
def test_each_question_stands_alone(message: str, questions: list[str], index: Index) -> None:
    assert list(questions_in(message, index)) == questions


@pytest.mark.parametrize(
    "message",
    [
        "who leads 10 and 12?",
        "who leads 10, 12 and 14?",
        "who leads 10 and when is it due?",
        "who leads 10 and why is it needed?",
        "who leads 10 and what does Salford think about it?",
        "which recs mention police and schools?",
        "Early help:\nwho leads it\nwhen is it due",
        "recs 1) and 2) please",
        "who leads recommendation 1. 2. when?",
        "who leads the early help one and when is it due?",
        "who leads 10 and who leads 12?",
        "rec 10 lead and decision",
        "which is due first, 10 or 14?",
        "who leads the early help one and when is it due",
        "when is the inspection framework due and who is in charge",
        "what did munro say about inspections and what does the government think of them",
        "who leads on early help and serious case reviews",
        "is 9 accepted? or rejected?",
        "compare the lead of 10 and the deadline of 14",
        "Hello, how are you? Who leads 10?",
        "what does it say about schools, police and probation?",
        "",
        "?",
    ],
)
def test_one_question_stays_whole(message: str, index: Index) -> None:
    assert len(questions_in(message, index)) == 1
