from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.progress.days import Trouble, date_at_end, day_in, find_day, since, spell

TODAY = date(2026, 11, 18)  # a Wednesday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("30/1", "2027-01-30"),
        ("5/6", "2027-06-05"),
        ("1/2", "2027-02-01"),
        ("18/11", "2026-11-18"),
        ("17/11", "2027-11-17"),
        ("30/1/27", "2027-01-30"),
        ("30/01/2027", "2027-01-30"),
        ("30.01.2027", "2027-01-30"),
        ("30-1-2027", "2027-01-30"),
        ("30 1 2027", "2027-01-30"),
        ("30 / 1 / 2027", "2027-01-30"),
        ("30.1", "2027-01-30"),
        ("2027-01-30", "2027-01-30"),
        ("2027/01/30", "2027-01-30"),
        ("30 January", "2027-01-30"),
        ("30 january 2027", "2027-01-30"),
        ("30January", "2027-01-30"),
        ("30-Jan-2027", "2027-01-30"),
        ("30 Jan ’27", "2027-01-30"),
        ("30 Jan 27", "2027-01-30"),
        ("30th of Jan 2027", "2027-01-30"),
        ("30th January, 2027", "2027-01-30"),
        ("January 30th", "2027-01-30"),
        ("January 27th", "2027-01-27"),
        ("January 30, 2027", "2027-01-30"),
        ("Saturday 30 January", "2027-01-30"),
        ("Sat 30th Jan 2027", "2027-01-30"),
        ("30 Januray", "2027-01-30"),
        ("30 Febuary is wrong, 28 Febuary", None),
        ("12 Novmber 2027", "2027-11-12"),
        ("by 30 January please", "2027-01-30"),
        ("30 January at 10am", "2027-01-30"),
        ("on the 30th", "2026-11-30"),
        ("the 1st", "2026-12-01"),
        ("the 30th of next month", "2026-12-30"),
        ("29 February", "2028-02-29"),
        ("today", "2026-11-18"),
        ("tomorrow", "2026-11-19"),
        ("tommorow", "2026-11-19"),
        ("the day after tomorrow", "2026-11-20"),
        ("a week today", "2026-11-25"),
        ("by Christmas", "2026-12-25"),
        ("xmas", "2026-12-25"),
        ("before Xmas", "2026-12-24"),
        ("ahead of Christmas 2027", "2027-12-24"),
        ("until boxing day", "2026-12-26"),
        ("by New Year’s Eve", "2026-12-31"),
        ("by new years", "2027-01-01"),
        ("before the new year", "2026-12-31"),
        ("before New Year 2028", "2027-12-31"),
        ("in the new year", None),
        ("by Easter", "2027-03-28"),
        ("by Easter 2028", "2028-04-16"),
        ("before Easter", "2027-03-27"),
        ("by Good Friday", "2027-03-26"),
        ("Easter Monday", "2027-03-29"),
        ("Friday", "2026-11-20"),
        ("by fri", "2026-11-20"),
        ("this Friday", "2026-11-20"),
        ("Wednesday", "2026-11-25"),
        ("next Friday", "2026-11-27"),
        ("next Monday", "2026-11-23"),
        ("Friday next week", "2026-11-27"),
        ("Friday week", "2026-11-27"),
        ("a week on Friday", "2026-11-27"),
        ("a fortnight on Friday", "2026-12-04"),
        ("first Monday in March", "2027-03-01"),
        ("the last Friday of January 2027", "2027-01-29"),
        ("in two weeks", "2026-12-02"),
        ("in 3 months", "2027-02-18"),
        ("two weeks’ time", "2026-12-02"),
        ("in a couple of weeks", "2026-12-02"),
        ("within a fortnight", "2026-12-02"),
        ("6 weeks", "2026-12-30"),
        ("a month from now", "2026-12-18"),
        ("end of the week", "2026-11-20"),
        ("next week", "2026-11-27"),
        ("end of next week", "2026-11-27"),
        ("beginning of next week", "2026-11-23"),
        ("end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("next month", "2026-12-31"),
        ("end of March", "2027-03-31"),
        ("by the end of Mar 27", "2027-03-31"),
        ("end of February 2028", "2028-02-29"),
        ("start of March", "2027-03-01"),
        ("early June", "2027-06-10"),
        ("mid May", "2027-05-15"),
        ("mid-May 2027", "2027-05-15"),
        ("March 2027", "2027-03-31"),
        ("March", "2027-03-31"),
        ("in May", "2027-05-31"),
        ("November", "2026-11-30"),
        ("the first week of March", "2027-03-07"),
        ("end of 2027", "2027-12-31"),
        ("by 2027", "2027-12-31"),
        ("end of the year", "2026-12-31"),
        ("the end of the financial year", "2027-03-31"),
        ("end of Q2", "2027-06-30"),
        ("Q4", "2026-12-31"),
        ("Q2 2027", "2027-06-30"),
        ("Q4 26/27", "2027-03-31"),
        ("end of Q1 2027/28", "2027-06-30"),
        ("week commencing 4 January", "2027-01-04"),
    ],
)
def test_a_day_is_read_the_british_way_and_without_a_year_is_the_next_such(words: str, day: str | None) -> None:
    found = day_in(words, TODAY)

    assert (str(found.day) if found.day else None) == day


@pytest.mark.parametrize(
    ("words", "trouble", "meant"),
    [
        ("31 Feb", Trouble.IMPOSSIBLE, "2027-02-28"),
        ("31 February 2028", Trouble.IMPOSSIBLE, "2028-02-29"),
        ("29 February 2027", Trouble.IMPOSSIBLE, "2027-02-28"),
        ("31/4/2027", Trouble.IMPOSSIBLE, "2027-04-30"),
        ("13/13", Trouble.IMPOSSIBLE, None),
        ("45 January", Trouble.IMPOSSIBLE, None),
        ("0/1/2027", Trouble.IMPOSSIBLE, None),
        ("1/0/2027", Trouble.IMPOSSIBLE, None),
        ("12/31", Trouble.IMPOSSIBLE, "2026-12-31"),
        ("1/30/2027", Trouble.IMPOSSIBLE, "2027-01-30"),
        ("30 January 2072", Trouble.MISTYPED_YEAR, "2027-01-30"),
        ("30/1/72", Trouble.MISTYPED_YEAR, "2027-01-30"),
        ("30 January 0227", Trouble.MISTYPED_YEAR, "2027-01-30"),
        ("30/1/20227", Trouble.MISTYPED_YEAR, "2027-01-30"),
        ("30/1/227", Trouble.MISTYPED_YEAR, "2027-01-30"),
        ("30 January 1927", Trouble.MISTYPED_YEAR, "2027-01-30"),
        ("30 January 2033", Trouble.MISTYPED_YEAR, "2030-01-30"),
        ("31/2/2072", Trouble.MISTYPED_YEAR, None),
        ("30 December 2025", Trouble.MISTYPED_YEAR, "2026-12-30"),
        ("March 2072", Trouble.MISTYPED_YEAR, "2027-03-31"),
        ("30 October 2026", Trouble.PAST, "2027-10-30"),
        ("30/1/2024", Trouble.PAST, "2027-01-30"),
        ("17/11/26", Trouble.PAST, "2027-11-17"),
        ("yesterday", Trouble.PAST, None),
        ("last Friday", Trouble.PAST, None),
        ("last month", Trouble.PAST, None),
        ("Friday 30 January 2027", Trouble.OTHER_WEEKDAY, "2027-01-30"),
        ("March 27", Trouble.AMBIGUOUS, "2027-03-27"),
        ("30 January or 6 February", Trouble.AMBIGUOUS, None),
        ("", Trouble.NO_DATE, None),
        ("soon", Trouble.NO_DATE, None),
        ("asap", Trouble.NO_DATE, None),
        ("Whitsun", Trouble.NO_DATE, None),
        ("by half term", Trouble.NO_DATE, None),
        ("Easter 2024", Trouble.PAST, "2027-03-31"),
        ("10", Trouble.NO_DATE, None),
        ("😀", Trouble.NO_DATE, None),
    ],
)
def test_what_cannot_be_taken_as_it_stands_says_why_and_what_was_probably_meant(
    words: str, trouble: Trouble, meant: str | None
) -> None:
    found = day_in(words, TODAY)

    assert (found.day, found.trouble) == (None, trouble)
    assert (str(found.meant) if found.meant else None) == meant


@pytest.mark.parametrize(
    "text",
    [
        "train 12 staff",
        "10 of 15",
        "1/2 of the staff",
        "3/4 of the teams",
        "we trained 10/15",
        "13/20 staff trained",
        "24/7",
        "cover 24/7",
        "24/7 cover",
        "scored 3/4",
        "12 may attend",
        "it may",
        "40 staff march on",
        "in 3 teams",
        "recommendation 10",
        "section 47",
        "Working Together 2010",
        "SR (25/26) 01",
        "£12,000",
        "12%",
        "version 1.2.3",
        "0161 496 0000",
        "the sun",
        "the Easter holiday scheme",
        "2nd phase",
        "second half",
        "secondments",
        "on Mondays",
    ],
)
def test_numbers_that_are_no_dates_are_not_taken_for_one(text: str) -> None:
    assert day_in(text, TODAY).trouble is Trouble.NO_DATE
    assert find_day(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "rest", "day"),
    [
        ("pilot with two teams by 30 January 2027", "pilot with two teams ", "2027-01-30"),
        ("pilot with two teams by the 30th of January.", "pilot with two teams ", "2027-01-30"),
        ("pilot 30/1", "pilot ", "2027-01-30"),
        ("pilot with 12 staff on 3/4", "pilot with 12 staff ", "2027-04-03"),
        ("evaluate in March", "evaluate ", "2027-03-31"),
        ("evaluate it, due end of March", "evaluate it, ", "2027-03-31"),
        ("go live next Friday", "go live ", "2026-11-27"),
        ("after the review of 3 March meet by 5 May", "after the review of 3 March meet ", "2027-05-05"),
        ("report no later than 1 March", "report ", "2027-03-01"),
        ("30 January", "", "2027-01-30"),
    ],
)
def test_the_date_at_the_end_of_a_phrase_can_be_cut_off_with_the_words_that_lead_in(
    text: str, rest: str, day: str
) -> None:
    found = find_day(text, TODAY)

    assert found is not None
    assert (text[: found[1][0]], str(found[0].day)) == (rest, day)


@pytest.mark.parametrize(
    "text", ["pilot by 30 January with two teams", "either 3 or 4 March or 5 May", "from 1 March to 5 May", ""]
)
def test_a_phrase_that_ends_with_no_date_or_with_several_is_left_whole(text: str) -> None:
    assert find_day(text, TODAY) is None


def test_an_impossible_date_at_the_end_is_found_so_that_it_can_be_asked_about() -> None:
    found = find_day("pilot by 31 February", TODAY)

    assert found is not None
    assert (found[0].words, found[0].trouble) == ("31 February", Trouble.IMPOSSIBLE)


def test_the_words_of_a_date_are_those_that_were_typed() -> None:
    assert day_in("by  the END of march, please", TODAY).words == "END of march"


def test_a_quarter_says_which_year_it_is_taken_from() -> None:
    assert "calendar" in day_in("Q2", TODAY).note
    assert "financial" in day_in("Q4 26/27", TODAY).note
    assert day_in("30 January", TODAY).note == ""


@pytest.mark.parametrize(
    ("today", "friday", "next_friday"),
    [
        (date(2026, 11, 16), date(2026, 11, 20), date(2026, 11, 27)),
        (date(2026, 11, 20), date(2026, 11, 27), date(2026, 11, 27)),
        (date(2026, 11, 21), date(2026, 11, 27), date(2026, 11, 27)),
        (date(2026, 11, 22), date(2026, 11, 27), date(2026, 11, 27)),
    ],
)
def test_friday_is_the_coming_one_and_next_friday_that_of_next_week(
    today: date, friday: date, next_friday: date
) -> None:
    assert day_in("Friday", today).day == friday
    assert day_in("next Friday", today).day == next_friday


def test_a_day_is_spelt_out_as_people_read_it() -> None:
    assert spell(date(2027, 1, 3)) == "3 January 2027"


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("today", "2026-11-18", "2026-11-18"),
        ("yesterday", "2026-11-17", "2026-11-17"),
        ("what changed this week?", "2026-11-16", "2026-11-18"),
        ("last week", "2026-11-09", "2026-11-15"),
        ("in the last week", "2026-11-11", "2026-11-18"),
        ("this month", "2026-11-01", "2026-11-18"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("this year", "2026-01-01", "2026-11-18"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("in 2026", "2026-01-01", "2026-11-18"),
        ("since 1 November", "2026-11-01", "2026-11-18"),
        ("since the 1st of November", "2026-11-01", "2026-11-18"),
        ("since 1/11", "2026-11-01", "2026-11-18"),
        ("since 1 December", "2025-12-01", "2026-11-18"),
        ("since Monday", "2026-11-16", "2026-11-18"),
        ("since Wednesday", "2026-11-18", "2026-11-18"),
        ("since Friday", "2026-11-13", "2026-11-18"),
        ("since last Friday", "2026-11-13", "2026-11-18"),
        ("since last Wednesday", "2026-11-11", "2026-11-18"),
        ("since last week", "2026-11-09", "2026-11-18"),
        ("since March", "2026-03-01", "2026-11-18"),
        ("since last October", "2026-10-01", "2026-11-18"),
        ("in the last fortnight", "2026-11-04", "2026-11-18"),
        ("last fortnight", "2026-11-04", "2026-11-18"),
        ("in the past 10 days", "2026-11-08", "2026-11-18"),
        ("over the last two months", "2026-09-18", "2026-11-18"),
        ("since 3 days ago", "2026-11-15", "2026-11-18"),
        ("between 1 and 15 November", "2026-11-01", "2026-11-15"),
        ("from the 1st to the 15th of November", "2026-11-01", "2026-11-15"),
        ("between 28 October and 3 November", "2026-10-28", "2026-11-03"),
        ("between November and February", "2025-11-01", "2026-02-28"),
        ("in October", "2026-10-01", "2026-10-31"),
        ("in November", "2026-11-01", "2026-11-18"),
        ("in December", "2025-12-01", "2025-12-31"),
        ("on 3 November", "2026-11-03", "2026-11-03"),
        ("in Q3", "2026-07-01", "2026-09-30"),
        ("since Easter", "2026-04-05", "2026-11-18"),
        ("since Christmas", "2025-12-25", "2026-11-18"),
    ],
)
def test_a_question_about_what_happened_looks_back(words: str, first: str, last: str) -> None:
    found = since(words, TODAY)

    assert found is not None
    assert tuple(map(str, found)) == (first, last)


@pytest.mark.parametrize(
    "words", ["", "recommendation 10", "next week", "since 1 January 2028", "since 31 February", "by Sue Myers", "ever"]
)
def test_no_time_and_a_time_to_come_are_no_answer_to_since_when(words: str) -> None:
    assert since(words, TODAY) is None


_PIECES = (
    "30 31 1 2027 2072 72 / . - , th of the by since next last this end mid early January Feb may march Friday sat Q2 "
    "26/27 week month year today tomorrow in between and to two weeks fortnight ’27 99 0 12 staff 24/7 999 years"
)
_ANY_DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@given(
    st.one_of(st.text(max_size=80), st.lists(st.sampled_from(_PIECES.split()), max_size=14).map(" ".join)), _ANY_DAYS
)
def test_any_words_give_a_day_to_come_or_a_reason_why_not(text: str, today: date) -> None:
    found, at_end, stretch, place = day_in(text, today), find_day(text, today), since(text, today), date_at_end(text)

    assert (found.day is None) == (found.trouble is not None)
    assert found.words in text
    assert all(day is None or day >= today for day in (found.day, found.meant))
    assert at_end is None or at_end[0].words in text[slice(*at_end[1])]
    assert stretch is None or stretch[0] <= stretch[1] <= today
    assert place is None or 0 <= place[0] <= place[1] < place[2] <= len(text)


@pytest.mark.parametrize("piece", ["by ", "30 ", "the ", "1/", "in 3 ", "30 January 12", " ", "a", "next ", "-", "’"])
def test_twenty_thousand_characters_are_read_as_well_as_twenty(piece: str) -> None:
    text = (piece * 20_000)[:20_000]

    assert day_in(text, TODAY).words in text
    assert find_day(f"{text} by 30 January 2027", TODAY) is not None
    assert since(f"since 1 November; {text}", TODAY) is not None
