from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.language.words import END, expand, is_stopword, plain, stem, stems, words, words_of_all


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What’s “early help”?", 'What\'s "early help"?'),
        ("rec 10 – 12", "rec 10 - 12"),
        ("a\u2212b", "a-b"),
        ("two\n lines\t\tand  spaces ", "two lines and spaces"),
        ("no\u00a0break", "no break"),
        ("who 👋 leads it 🙏🏽?", "who leads it ?"),
        ("ﬁnal", "final"),
        ("ＲＥＣ １０", "REC 10"),
        ("zero\u200bwidth", "zero width"),
        ("£10 + 1 = 11", "£10 + 1 = 11"),
        ("Ünïcödé", "Ünïcödé"),
        ("", ""),
        ("   ", ""),
        ("\x00\x07", ""),
        ("👍", ""),
    ],
)
def test_plain_text_is_one_line_with_straight_marks(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    once = plain(text)

    assert plain(once) == once
    assert "\n" not in once
    assert "  " not in once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who's leading?", "who is leading?"),
        ("whos on 10", "who is on 10"),
        ("wots rec 10", "what is rec 10"),
        ("which uns 'aven't got a date", "which ones have not got a date"),
        ("who's leadin' t'one on 'ealth", "who is leading the one on health"),
        ("wi' owt else", "with anything else"),
        ("whose lead 'asn't moved", "whose lead has not moved"),
        ("the 'early help' offer", "the 'early help' offer"),
        ("rec 1 in 'Working Together'", "rec 1 in 'working together'"),
        ("isn't it", "is not it"),
        ("haven't been", "have not been"),
        ("can't say", "can not say"),
        ("wich ones", "which ones"),
        ("mgrs and s/ws", "managers and social workers"),
        ("govt response", "government response"),
        ("the kids", "the children"),
        ("kidney", "kidney"),
        ("what r u", "what are you"),
        ("w/o a lead", "without a lead"),
        ("wh recs are due w/ the police", "which recs are due with the police"),
        ("& t/scale?", "and timescale?"),
        ("t/scales for 3 & 4", "timescales for 3 and 4"),
        ("gimme all", "give me all"),
        ("a dozen, half a dozen", "12, 6"),
        ("1s due b4 May, y/n", "ones due before may, yes or no"),
        ("dl for 7, o/s", "deadline for 7, outstanding"),
        ("w/c 3 May, OD&T", "w/c 3 may, od&t"),
        ("gani's", "gani's"),
        ("us", "us"),
        ("", ""),
    ],
)
def test_short_forms_are_written_out(text: str, expected: str) -> None:
    assert expand(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who leads Rec 10?", ["who", "leads", "rec", "10"]),
        ("Salford’s OD&T section", ["salford", "od&t", "section"]),
        ("early-help", ["early", "help"]),
        ("don't", ["don't"]),
        ("... !?", []),
        ("", []),
    ],
)
def test_words_are_lower_case_and_whole(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("inspections", "inspection"),
        ("inspecting", "inspected"),
        ("organization", "organisation"),
        ("organize", "organise"),
        ("behavior", "behaviour"),
        ("neighbors", "neighbours"),
        ("center", "centre"),
        ("programs", "programme"),
        ("children", "children"),
    ],
)
def test_forms_and_spellings_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("prize", "prise"), ("size", "sise"), ("doctor", "doctour")])
def test_not_every_word_has_a_british_spelling(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_stopwords_carry_nothing() -> None:
    assert stems("What is the early inspection?") == ["earli", "inspect"]
    assert is_stopword("the")
    assert is_stopword("recommendation")
    assert not is_stopword("inspection")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what does e i p stand for", "what does EIP stand for"),
        ("l s c b", "LSCB"),
        ("am I a b or a c", "am I a b or a c"),
        ("recs 4 5 and 6", "recs 4 5 and 6"),
    ],
)
def test_an_abbreviation_is_read_as_it_is_dictated(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.lists(st.text(st.sampled_from("aZ9'&’ é\u212a\n\x01.s"), max_size=20), min_size=1, max_size=5))
def test_the_words_of_many_texts_are_those_of_each(texts: list[str]) -> None:
    expected = [word for text in texts for word in (*words(text), END)]

    assert words_of_all(texts) == expected
