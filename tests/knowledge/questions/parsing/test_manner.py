from __future__ import annotations

import pytest

from knowledge.questions.parsing.manner import without_manner
from knowledge.questions.searching.index import Index


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Which recs have no lead? Numbers only.", "Which recs have no lead?"),
        ("Just the number: which rec is about LSCBs", "which rec is about LSCBs"),
        ("In plain English, what does rec 4 ask for?", ", what does rec 4 ask for?"),
        ("Briefly, why did Munro recommend 15?", ", why did Munro recommend 15?"),
        ("who leads 12? name only please", "who leads 12?"),
        ("Which are in theme 3? A simple list will do.", "Which are in theme 3?"),
        ("in one word, what was decided on 9", ", what was decided on 9"),
        ("who leads 13 - short answer please", "who leads 13"),
        ("For a press line: which were accepted?", "which were accepted?"),
        ("Can I have the numbers: how many have no lead?", "how many have no lead?"),
        ("Regarding recommendation seven: who leads it?", "Regarding recommendation seven: who leads it?"),
        ("Early help: who leads it?", "Early help: who leads it?"),
        ("Which number: early help?", "Which number: early help?"),
        ("In its own words, what harm have targets done?", ", what harm have targets done?"),
        ("When is 3 due? A two-line answer will do.", "When is 3 due?"),
        ("give me two figures: accepted and in principle", "accepted and in principle"),
        ("who leads 10?", "who leads 10?"),
        ("Was it accepted in principle?", "Was it accepted in principle?"),
        ("how many numbers are in theme 2?", "how many numbers are in theme 2?"),
        ("numbers only", "numbers only"),
        ("", ""),
    ],
)
def test_what_only_says_how_to_answer_is_taken_out(said: str, left: str, index: Index) -> None:
    kept = without_manner(said, index)

    assert kept.strip(" .:-") == left.strip(" .:-")
