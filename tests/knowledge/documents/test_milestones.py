from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents.milestones import milestones
from knowledge.model import Party, Precision, Programme


def test_a_milestone_quotes_its_sentence_and_names_whom_it_binds(munro: Programme) -> None:
    second = munro.recommendations[1]

    found = second.milestones[1]

    assert found.sentence == "Ofsted intends to have the new framework in place by May 2012."
    assert (found.binds, found.binds_words) == (Party.OFSTED, "Ofsted")


def test_the_munro_milestones_bind_whom_the_document_names(munro: Programme) -> None:
    binds = {
        one.ref: [(each.binds.value, each.binds_words) for each in one.milestones] for one in munro.recommendations
    }

    government, local = ("government", "The Government"), ("council", "local leaders")
    assert binds == {
        "1": [government] * 2,
        "2": [("Ofsted", "Ofsted")] * 2,
        "3": [("Ofsted", "Ofsted")] * 2,
        "4": [government, ("not stated", ""), government, government],
        "8": [("government", "The Department of Health and the Department for Education")],
        "10": [government, government, ("not stated", ""), ("not stated", ""), ("council", "local partners")],
        "13": [local] * 3,
        "11": [("partners", "The SWRB")] * 2,
        "12": [government] * 2,
        "14": [("council", "most local authorities")] * 2,
        "15": [government],
        "5": [government],
        "6": [government],
        "7": [government],
        "9": [("government", "the Government")] * 2,
    }


def test_the_munro_conditions_are_kept_in_their_own_words(munro: Programme) -> None:
    assert [each.depends_on for one in munro.recommendations for each in one.milestones if each.depends_on] == [
        "individual collection arrangements and lead-in times",
        "the approach identified",
        "the Health and Social Care Bill gains Royal Assent",
    ]


def test_a_date_without_a_year_takes_that_of_the_nearest_one() -> None:
    first, second, third = milestones("Plans by May 2012. Work over the summer. A report in March 2015.")

    assert (second.earliest, second.latest) == (date(2012, 6, 1), date(2012, 8, 31))
    assert (second.precision, second.inferred) == (Precision.SEASON_NO_YEAR, True)
    assert not first.inferred
    assert not third.inferred


def test_the_response_lends_a_year_to_a_timescale_without_one() -> None:
    (found,) = milestones("By 30 September", "Trials ended in 2009. They will be extended until December 2011.")

    assert (found.earliest, found.precision, found.inferred) == (date(2011, 9, 30), Precision.DAY, True)


def test_a_date_that_nothing_dates_stays_undated() -> None:
    summer, september = milestones("Over the summer, and by September.")

    assert (summer.earliest, summer.latest, summer.precision) == (None, None, Precision.SEASON_NO_YEAR)
    assert (september.earliest, september.precision, september.inferred) == (None, Precision.UNDATED, False)


def test_a_condition_next_to_a_date_belongs_to_it() -> None:
    (found,) = milestones("The Government will act by May 2012, subject to Royal Assent.")

    assert (found.words, found.depends_on) == ("by May 2012", "Royal Assent")


def test_a_date_within_a_condition_is_a_milestone_of_its_own() -> None:
    condition, dated = milestones("It starts once the Bill gains Royal Assent in July 2012.")

    assert (condition.words, condition.depends_on) == (
        "once the Bill gains Royal Assent",
        "the Bill gains Royal Assent",
    )
    assert dated.words == "in July 2012"


def test_a_date_says_more_than_the_vague_words_around_it() -> None:
    (found,) = milestones("It will be for schools to act by May 2012.")

    assert found.words == "by May 2012"


def test_nothing_is_made_up() -> None:
    assert milestones("") == ()
    assert milestones("The Board will carry on.", "We acted in 2011.") == ()


PIECES = ["The Government ", "will ", "by May 2012", "(", ")", ". ", "\n", "• ", "once ", "over the summer ", "é", "’"]
PIECES += ["Ofsted, ", "31/02/2012 ", "Q1 ", "2012/13 ", "in ", "from ", "before ", "depends on "]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5)).map("".join))
def test_any_text_gives_milestones_in_its_own_words(timescale: str) -> None:
    found = milestones(timescale, timescale)

    for one in found:
        assert one.words in timescale
        assert one.words in one.sentence
        assert one.sentence in timescale
        assert one.depends_on in timescale
        assert one.latest is None or (one.earliest is not None and one.earliest <= one.latest)
