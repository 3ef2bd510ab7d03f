from __future__ import annotations

import pytest

from knowledge.documents import outline
from knowledge.documents.arrangement import arranged
from knowledge.documents.parts import Part
from knowledge.documents.themes import listed, theme, themes
from knowledge.model import Theme


def parts(lines: list[str]) -> list[Part]:
    return outline.parts(arranged(lines).lines)


@pytest.mark.parametrize(
    ("heading", "title", "refs"),
    [
        ("Theme 1: Early help (Recommendations 8, 10 and 13)", "Early help", ("8", "10", "13")),
        ("Theme 1 – Early help (Recommendations 11, 12 & 14).", "Early help", ("11", "12", "14")),
        ("Theme 1: Early help (recs 1-4)", "Early help", ("1", "2", "3", "4")),
        ("Theme 1: Early help (and more)", "Early help (and more)", ()),
        (
            "Theme 1: Early help and\n\nmore (Recommendations 8,\n10)\nAn introduction.",
            "Early help and more",
            ("8", "10"),
        ),
        ("Theme 1\nEarly help\nAn introduction.", "Early help", ()),
        ("Theme 1", "", ()),
    ],
)
def test_a_heading_gives_its_title_and_what_it_lists(heading: str, title: str, refs: tuple[str, ...]) -> None:
    (part,) = parts(heading.split("\n"))

    assert theme(part) == Theme("1", title)
    assert listed(part) == refs


def test_a_heading_repeated_on_a_later_page_makes_no_second_theme() -> None:
    pages = ["Theme 1: Early help (Recommendation 1)", "Theme 2: Expertise", "Theme 1: Early help"]

    assert themes(parts(pages)) == (Theme("1", "Early help"), Theme("2", "Expertise"))


def test_without_a_heading_there_is_no_theme() -> None:
    assert theme(None) == Theme("", "")
