from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.language.digits import in_digits
from knowledge.questions.language.numbers import Named, by_name, may_name, named
from knowledge.questions.language.words import plain

FIFTEEN = tuple(str(n) for n in range(1, 16))
LETTERED = ("R1.1", "R1.2", "2.2", "2.10")


def refs(text: str, among: tuple[str, ...] = FIFTEEN) -> tuple[str, ...]:
    return named(in_digits(text), among).refs


@pytest.mark.parametrize(
    "text",
    [
        "rec 10",
        "rec10",
        "rec. 10",
        "rec-10",
        "rec_10",
        "r-10",
        "r.10",
        "rec no 10",
        "rec no. 10",
        "rec number 10",
        "rec #10",
        "rec: 10",
        "recs 10",
        "recc 10",
        "recomm 10",
        "recommendation 10",
        "recommendation ten",
        "recommendation number ten",
        "r10",
        "r 10",
        "#10",
        "# 10",
        "no. 10",
        "number 10",
        "nr 10",
        "number ten",
        "10",
        "10?",
        "(10)",
        '"10"',
        "10.",
        "ten",
        "the tenth",
        "the 10th",
        "the tenth recommendation",
        "the 10th one",
        "rec 010",
        "who leads 10",
        "who leads 10?",
        "when is 10 due",
        "10 lead",
        "lead for 10 please",
        "recommendation 10's lead",
        "10's timescale",
        "what about 10",
        "no sorry i meant 10",
    ],
)
def test_ten_is_ten_however_it_is_written(text: str) -> None:
    assert refs(text) == ("10",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("recs 10 and 12", "10 12"),
        ("8 v 9, who leads each?", "8 9"),
        ("rec 10 and rec 12", "10 12"),
        ("rec 10, rec 12", "10 12"),
        ("12 and 10", "12 10"),
        ("10, 12 & 14", "10 12 14"),
        ("recs 1,2,3", "1 2 3"),
        ("recs 1/2", "1 2"),
        ("r10,r12", "10 12"),
        ("r1 and r2", "1 2"),
        ("10 vs 12", "10 12"),
        ("rec 10 versus 12", "10 12"),
        ("rec 10 or 12", "10 12"),
        ("recs one and two", "1 2"),
        ("rec 10 and 10", "10"),
        ("3 to 5", "3 4 5"),
        ("3 through 5", "3 4 5"),
        ("3-5", "3 4 5"),
        ("recs 3-5", "3 4 5"),
        ("recs three to five", "3 4 5"),
        ("rec 3 to rec 5", "3 4 5"),
        ("r3-5", "3 4 5"),
        ("r3 to r5", "3 4 5"),
        ("recs 1 to 3 and 7", "1 2 3 7"),
        ("recs 7, 1-3", "7 1 2 3"),
        ("recs 9 to 11, 13 and 2", "9 10 11 13 2"),
        ("rec 5 to 3", "5 3"),
        ("the third and the tenth.", "10"),
    ],
)
def test_several_are_named_in_the_order_of_the_text(text: str, expected: str) -> None:
    assert refs(text) == tuple(expected.split())


@pytest.mark.parametrize("ref", FIFTEEN)
def test_a_number_is_never_part_of_another(ref: str) -> None:
    assert refs(f"rec {ref}") == refs(f"who leads {ref}?") == refs(f"r{ref}") == refs(f"#{ref}") == (ref,)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("rec 16", "16"),
        ("rec 100", "100"),
        ("rec 0", "0"),
        ("rec 00", "0"),
        ("rec -1", "-1"),
        ("-1", "-1"),
        ("rec 10.5", "10.5"),
        ("who leads 10.5?", "10.5"),
        ("recommendation 10½", "10.5"),
        ("who leads 10 ½?", "10.5"),
        ("rec 3¾", "3.75"),
        ("who leads 10 1/2", "10.5"),
        ("rec 2-1/4", "2.25"),
        ("recommendation 1,000", "1000"),
        ("rec 1,500", "1500"),
        ("recs 12,000", "12000"),
        ("rec 10a", "10a"),
        ("rec 1000000", "1000000"),
        ("the 21st recommendation", "21"),
        ("rec twenty five", "25"),
        ("forty two", "42"),
        ("recs 16 to 18", "16 17 18"),
    ],
)
def test_a_number_that_does_not_exist_is_missing(text: str, missing: str) -> None:
    found = named(in_digits(plain(text)), FIFTEEN)

    assert (found.refs, found.missing) == ((), tuple(missing.split()))


def test_a_comma_between_two_recommendations_makes_no_thousands() -> None:
    many = tuple(str(n) for n in range(1, 200))

    assert refs("recs 9,101 and 3", many) == ("9", "101", "3")
    assert named("rec 9,500", many).missing == ("9500",)


@pytest.mark.parametrize("typed", ["10", "r10"])
def test_a_number_is_known_with_an_r_before_it_as_well(typed: str) -> None:
    assert by_name(FIFTEEN)[typed] == "10"


def test_an_r_of_the_documents_own_comes_first() -> None:
    assert by_name(("1", "R1"))["r1"] == "R1"


def test_what_exists_and_what_does_not_are_told_apart() -> None:
    found = named("recs 14 to 17", FIFTEEN)

    assert (found.refs, found.missing) == (("14", "15"), ("16", "17"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "room 12",
        "theme 2",
        "level 2",
        "level 2a",
        "age 10",
        "page 7",
        "at least 3",
        "rec 10%",
        "£10",
        "at 10am",
        "10:30",
        "10/12/2011",
        "in 2012",
        "the second half of 2011",
        "the first one",
        "the second one",
        "the one about schools",
        "two children",
        "on the 3rd",
        "by the 10th",
        "1e5",
        "x10",
        "covid19",
        "could you tell me what happened to the 15 children who went missing last year",
    ],
)
def test_not_every_number_names_a_recommendation(text: str) -> None:
    assert named(in_digits(text), FIFTEEN) == Named()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("r1.1", "R1.1"),
        ("who leads r1.1?", "R1.1"),
        ("rec r1.1", "R1.1"),
        ("rec 1.1", "R1.1"),
        ("1.2 lead", "R1.2"),
        ("recs r1.1 and r1.2", "R1.1 R1.2"),
        ("r1.2, 2.2", "R1.2 2.2"),
        ("2.10", "2.10"),
        ("rec 2.10", "2.10"),
        ("who leads 2.10?", "2.10"),
        ("2.2 and 2.10", "2.2 2.10"),
    ],
)
def test_references_may_have_letters_and_points(text: str, expected: str) -> None:
    found = named(text, LETTERED)

    assert (found.refs, found.missing) == (tuple(expected.split()), ())


@pytest.mark.parametrize("text", ["r1.10", "2.1", "rec 2.100", "r2.1", "rec 1", "rec 2", "r1", "10"])
def test_part_of_a_reference_is_not_that_recommendation(text: str) -> None:
    found = named(text, LETTERED)

    assert found.refs == ()
    assert len(found.missing) == 1


@pytest.mark.parametrize("text", ["rec 10", "the tenth", "recommendation two", "the second rec", "number one", "#two"])
def test_what_names_one_may_name_one(text: str) -> None:
    assert refs(text)
    assert may_name(in_digits(text), FIFTEEN)


def test_words_without_a_number_may_name_none_unless_references_have_letters() -> None:
    assert not may_name("which one is about early help?", FIFTEEN)
    assert may_name("which one is about early help?", LETTERED)


def test_a_short_form_that_two_references_share_names_neither() -> None:
    found = named("rec 1.1", ("R1.1", "S1.1"))

    assert (found.refs, found.missing) == ((), ("1.1",))


def test_where_a_number_stands_is_known() -> None:
    text = "who leads rec 10 and 12?"

    assert [text[start:end] for start, end in named(text, FIFTEEN).spans] == ["rec 10 and 12"]


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("three", "3"),
        ("twelve and the tenth", "12 and the 10th"),
        ("twenty five", "25"),
        ("the twenty-fourth", "the 24th"),
        ("thirty", "30"),
        ("twenty twelve", "2012"),
        ("one of the two", "one of the two"),
        ("the first", "the first"),
        ("often", "often"),
        ("someone", "someone"),
    ],
)
def test_number_words_from_three_up_become_digits(text: str, digits: str) -> None:
    assert in_digits(text) == digits


@given(st.text(alphabet="rec 0123456789.,-#/&?ando stwelve", max_size=80))
def test_only_recommendations_that_exist_are_named(text: str) -> None:
    for among in (FIFTEEN, LETTERED, ()):
        found = named(in_digits(text), among)

        assert set(found.refs) <= set(among)
        assert all(0 <= start < end <= len(in_digits(text)) for start, end in found.spans)


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("who is down as lead officer for recommendation for", "4"),
        ("recommendation too what did they decide", "2"),
        ("what is our position on recommendation won what do we say", "1"),
        ("when is rec ate due?", ""),
        ("what does rec ate say", "8"),
        ("what is the recommendation for?", ""),
        ("the recommendation for councils", ""),
        ("recommendation to whom", ""),
    ],
)
def test_a_number_that_was_dictated_is_heard_where_it_can_be_nothing_else(text: str, ref: str) -> None:
    assert refs(text) == ((ref,) if ref else ())


@pytest.mark.parametrize(
    "text",
    [
        "any besides 10",
        "anything beyond 10",
        "more in addition to 10",
        "any others on top of 10",
        "anything as well as 10",
    ],
)
def test_what_a_question_goes_beyond_is_left_out(text: str) -> None:
    assert named(text, FIFTEEN).only_left_out


@pytest.mark.parametrize(
    ("text", "meant"),
    [("number ate", ("8",)), ("rec fore is due", ("4",)), ("recommendation ate?", ("8",))],
)
def test_a_number_may_be_written_as_it_sounds_right_after_the_word(text: str, meant: tuple[str, ...]) -> None:
    assert refs(text) == meant


@pytest.mark.timeout(60)  # in the square of their length, each would take minutes
@pytest.mark.parametrize("repeated", ["1 ", "10 ", "1, 2, 3, ", "10-12, ", "on the 3rd, ", "rec 10. 10. ", "first "])
def test_however_many_numbers_there_are_each_is_looked_at_once(repeated: str) -> None:
    began = time.process_time()

    named(repeated * (100_000 // len(repeated)), FIFTEEN)

    assert time.process_time() - began < 10  # seconds; it takes a tenth of one


@pytest.mark.parametrize("text", ["my manager wants it by 3", "i need this by 10, thanks", "i see the chair at 4"])
def test_a_time_of_the_day_is_no_recommendation(text: str) -> None:
    assert refs(text) == ()


@pytest.mark.parametrize("text", ["can we look at 4", "start at 4 please"])
def test_what_is_looked_at_is_one(text: str) -> None:
    assert refs(text) == ("4",)


@pytest.mark.parametrize("text", ["they meet 3 a week", "is it 10 a child"])
def test_so_many_of_a_time_are_no_recommendation(text: str) -> None:
    assert refs(text) == ()
