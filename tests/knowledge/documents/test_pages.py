from __future__ import annotations

from knowledge.documents.pages import without


def test_page_numbers_go_and_other_numbers_stay() -> None:
    lines = ["One", "4", "Two", " 5 ", "Three", "Page 6 of 9", "Timescale", "2027", "Budget", "12"]

    assert without(lines) == ("One", "", "Two", "", "Three", "", "Timescale", "2027", "Budget", "12")


def test_a_line_that_runs_along_the_pages_goes_with_the_number_that_stuck_to_the_last_word() -> None:
    head = "Answer to the Harbour Review"
    lines = ["It ends in 2025.7", head, "Whilst 8", head, "works go on", "they will by 2030.\f9", head, "be done"]

    assert without(lines) == ("It ends in 2025.", "", "Whilst", "", "works go on", "they will by 2030.", "", "be done")


def test_what_an_author_repeats_stays_and_so_does_a_number_before_it() -> None:
    lines = [
        "Survey in 2027",
        "We accept this.",
        "It costs £3",
        "We accept this.",
        "Open by March 4",
        "We accept this.",
    ]

    assert without(lines) == tuple(lines)


def test_lines_keep_their_places() -> None:
    assert without(["1", "", "2", "Text", "3"]) == ("", "", "", "Text", "")


def test_the_number_of_a_recommendation_is_no_pages_though_all_begin_alike() -> None:
    lines = ["Recommendation 1", "Mend it.", "Recommendation 2", "Mend it.", "Recommendation 3", "Mend it."]

    assert without(lines) == tuple(lines)
