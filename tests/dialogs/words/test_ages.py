"""Ages beside names, which the forms of words are to hear; numbers that are none stay as they are."""

import pytest

from dialogs.words.ages import with_ages


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Lucy (8) was hurt", "Lucy 8yo was hurt"),
        ("Lucy (aged 8) was hurt", "Lucy 8yo was hurt"),
        ("Lucy (8 yrs) was hurt", "Lucy 8yo was hurt"),
        ("Lucy, aged 8, was hurt", "Lucy 8yo was hurt"),
        ("Lucy, 8, was hurt", "Lucy 8yo was hurt"),
        ("Lucy, 8 was hurt", "Lucy 8yo was hurt"),
        ("Lucy (8) and Ryan (12) were hurt", "Lucy 8yo and Ryan 12yo were hurt"),
        ("kayleigh (7) was hurt", "Kayleigh 7yo was hurt"),
        ("LUCY (8) WAS HURT", "Lucy 8yo was hurt"),
    ],
)
def test_an_age_beside_a_name_is_told(typed: str, told: str) -> None:
    assert with_ages(typed) == told


@pytest.mark.parametrize(
    "typed",
    [
        "Lucy was hurt",
        "rec (8) was hit",
        "Rec (8) was hit",
        "recommendations 4, 5, 8",
        "early help (10) was hit",
        "children (8) were hurt",
        "Sue Myers (44) was hurt",
        "Lucy (8 to 10) was hurt",
        "who leads 10?",
    ],
)
def test_any_other_number_stays(typed: str) -> None:
    assert with_ages(typed) == typed
