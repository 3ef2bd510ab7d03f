"""The themes, and which has the most of something; expected values are the document's."""

import pytest

from dialogs.answers import themes
from knowledge.library import Knowledge
from knowledge.model import Decision, Theme
from knowledge.questions import criteria as c
from knowledge.questions.answer import NoTheme, Themes
from knowledge.questions.searching.index import Index
from tests.builders import a_programme, a_recommendation
from tests.dialogs.talking import Talk

EVERY = ("1", "2", "3", "4")
NO_LEAD = c.Not(c.HasLead())


@pytest.fixture
def index(knowledge: Knowledge) -> Index:
    return knowledge.indexes[0]


async def test_the_themes_are_listed_with_what_is_in_them(talk: Talk) -> None:
    await talk(
        (
            "what are the themes?",
            [
                "^There are 4 themes:",
                "- Theme 1, “Valuing professional expertise”: Recommendations 1, 2, 3 and 4",
                "- Theme 2, “Sharing responsibility for the provision of early help”: Recommendations 8, 10 and 13",
                "supporting effective practice”: Recommendations 11, 12, 14 and 15",
                "creating a learning system”: Recommendations 5, 6, 7 and 9",
                "_Source: Munro response, Theme_",
            ],
        )
    )


def test_a_tie_for_the_most_is_a_list(index: Index) -> None:
    said = themes.say(Themes(EVERY, (c.InTheme(EVERY),), most=True), index)

    assert said.startswith(
        "3 themes have the most recommendations, 4 each:\n\n- Theme 1, “Valuing professional expertise”"
    )
    assert said.count("\n- ") == 3


def test_the_fewest_is_one_sentence(index: Index) -> None:
    said = themes.say(Themes(EVERY, (c.InTheme(EVERY),), most=False), index)

    assert said.startswith(
        "Theme 2, “Sharing responsibility for the provision of early help”, has the fewest recommendat"
    )
    assert "recommendations, 3: Recommendations 8, 10 and 13." in said


def test_the_most_of_something_says_of_what(index: Index) -> None:
    said = themes.say(Themes(EVERY, (NO_LEAD,), most=True), index)

    assert said.startswith("Theme 4, “Strengthening accountabilities and creating a learning system”, has the most")
    assert "recommendations that have no lead officer recorded, 3: Recommendations 5, 6 and 7." in said


def test_the_fewest_may_be_none(index: Index) -> None:
    said = themes.say(Themes(EVERY, (NO_LEAD,), most=False), index)

    assert "has the fewest recommendations that have no lead officer recorded, none." in said


def test_a_tie_of_none_names_no_recommendations(index: Index) -> None:
    said = themes.say(Themes(EVERY, (c.Decided((Decision.REJECT,)),), most=True), index)

    assert said.startswith("4 themes have the most recommendations that were rejected, none:")
    assert "Recommendations \n" not in said


@pytest.mark.parametrize(
    ("numbers", "named"), [(("9",), "a Theme 9"), (("8", "9"), "a Theme 8 or a Theme 9"), (("<b>",), "a Theme \\<b\\>")]
)
def test_a_theme_that_isnt_there(index: Index, numbers: tuple[str, ...], named: str) -> None:
    assert themes.none(NoTheme(numbers), index) == (
        f"The document doesn’t have {named}. Its 4 themes are numbered 1 to 4."
    )


@pytest.mark.parametrize("held", [(), (Theme("", ""),)])
def test_a_document_without_themes_says_so(held: tuple[Theme, ...]) -> None:
    index = Index(a_programme(themes=held, recommendations=(a_recommendation(theme=Theme("", "")),)))

    assert themes.say(Themes(()), index).startswith(themes.NO_THEMES)
    assert themes.say(Themes((), (c.InTheme(()),)), index).startswith(themes.NO_THEMES)
    assert "aren’t grouped in themes" in themes.none(NoTheme(("1",)), index)


def test_a_theme_without_recommendations_is_listed_without_any() -> None:
    index = Index(a_programme(themes=(a_recommendation().theme, Theme("2", "Empty"))))

    said = themes.say(Themes(("1", "2")), index)

    assert "- Theme 2, “Empty”: no recommendations" in said
