from __future__ import annotations

import pytest

from knowledge.questions.language.courtesies import without_courtesies


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Dear Ms Myers, is recommendation 8 still yours? Best, Paul", "is recommendation 8 still yours?"),
        ("Good morning team. Who leads 3? Ta, J. Smith", "Who leads 3?"),
        ("To whom it may concern: who leads 2? Yours sincerely, B. Jones", "who leads 2?"),
        ("Hi all, hope everyone's well. When is 14 due? Cheers Ben", "When is 14 due?"),
        ("Morning! New here. Who leads 4?", "New here. Who leads 4?"),
        ("Hello, I hope you are well. Who leads 4? With many thanks and kind regards, Jo", "Who leads 4?"),
        ("With apologies for troubling you again, is 13 dated?", "is 13 dated?"),
        ("Sorry to bother you but what was decided on 15?", "what was decided on 15?"),
        ("Thanks for your help earlier! who leads 12?", "who leads 12?"),
        ("What does 4 say? It is for a briefing note. Thanks.", "What does 4 say?"),
        ("Who leads 10, so that I can write to them?", "Who leads 10?"),
        ("who leads 10? thanks in advance", "who leads 10?"),
        ("The chair said last month that all had been accepted. Is that so?", "all had been accepted. Is that so?"),
        ("My manager reckons sue leads 9. Is she right?", "sue leads 9. Is she right?"),
        ("Someone at our meeting said there are 20 of them. True?", "there are 20 of them. True?"),
        ("The Director has asked which bears on her own post.", "which bears on The Director's post."),
        ("my manager wants to know who leads 10", "who leads 10"),
        ("Dear Sue, early help - who leads it?", "early help - who leads it?"),
    ],
)
def test_only_what_is_polite_is_taken_out(said: str, left: str) -> None:
    assert without_courtesies(said) == left


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Thanks!",
        "Dear Sir or Madam,",
        "Hi who leads recommendation 10, and when?",
        "what works best",
        "how are social workers trained?",
        "the chair said that inspections are unannounced, where is that?",
        "the Government said that it accepts 4. Is that right?",
        "Professor Munro thinks that inspection is too narrow. Is that right?",
        "My residents ask who steps in before it is too late. Which one covers that?",
        "who thanks whom for early help",
        "they said no to recommendation 9, right?",
        "has the council paid for anything so we can look up studies?",
    ],
)
def test_what_asks_stays_as_it_is(said: str) -> None:
    assert without_courtesies(said) == said
