"""The smallest pieces: joining, counting, naming, quoting, cutting and citing."""

import pytest

from dialogs.words import phrases
from knowledge.model import Field, Lead, Precision, Programme, Theme
from knowledge.questions.searching.index import Index
from tests.builders import a_milestone, a_programme, a_recommendation
from tests.dialogs.contract import live_markup, oddities


@pytest.mark.parametrize(
    ("items", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_items_are_joined_as_in_a_sentence(items: list[str], expected: str) -> None:
    assert phrases.joined(items) == expected


def test_items_may_be_joined_with_another_word() -> None:
    assert phrases.joined(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.parametrize(
    ("refs", "expected"),
    [
        (["10"], "Recommendation 10"),
        (["9", "10"], "Recommendations 9 and 10"),
        (["R1.1", "R1.2", "R3"], "Recommendations R1.1, R1.2 and R3"),
    ],
)
def test_recommendations_are_named_in_the_right_number(refs: list[str], expected: str) -> None:
    assert phrases.recommendations(refs) == expected


@pytest.mark.parametrize(("number", "expected"), [(0, "0 themes"), (1, "one theme"), (4, "4 themes")])
def test_things_are_counted(number: int, expected: str) -> None:
    assert phrases.counted(number, "theme") == expected


@pytest.mark.parametrize("mark", list("\\`*_{}[]<>#|~"))
def test_every_mark_that_markdown_knows_is_escaped(mark: str) -> None:
    assert phrases.escaped(f"a{mark}b") == f"a\\{mark}b"


@pytest.mark.parametrize(
    "evil", ["*b*", "_i_", "<at>x</at>", "[x](http://evil)", "`c`", "# h", "~~s~~", "| a |", "<script>"]
)
def test_what_is_escaped_stays_dead(evil: str) -> None:
    assert live_markup(evil)
    assert not live_markup(phrases.escaped(evil))


@pytest.mark.parametrize("text", ["Children’s Services", "CH&SC", "3 – 5 (of 10)", "“quoted”", "50%", "it's"])
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert phrases.escaped(text) == text


def test_a_quotation_keeps_its_bullets_as_lines() -> None:
    assert phrases.quoted("We will:\n• plan\n• act") == "“We will:\n\n• plan\n\n• act”"


@pytest.mark.parametrize("bullet", ["• act now", "◦ act now"])
def test_one_bullet_quoted_alone_goes_without_its_mark(bullet: str) -> None:
    assert phrases.quoted(bullet) == "“act now”"


def test_a_short_text_is_not_cut() -> None:
    assert phrases.excerpt("One. Two.") == ("One. Two.", False)


def test_a_long_text_is_cut_after_a_sentence() -> None:
    text, cut = phrases.excerpt("First sentence here. Second sentence here. Third sentence here.", limit=45)

    assert (text, cut) == ("First sentence here. Second sentence here.", True)


def test_a_first_sentence_that_is_too_long_is_kept_whole() -> None:
    long = "word " * 30 + "end."

    assert phrases.excerpt(f"{long} Another one.", limit=20) == (long, True)


def test_a_text_is_cut_across_paragraphs() -> None:
    text, cut = phrases.excerpt("One is here.\n• Two is here.\n• Three is here.", limit=28)

    assert (text, cut) == ("One is here.\n• Two is here.", True)


@pytest.mark.parametrize(
    ("leads", "expected"),
    [
        ((), ""),
        ((Lead("Sue Myers", ""),), "Sue Myers"),
        ((Lead("Sue Myers", "Head of EIP Service"),), "Sue Myers, Head of EIP Service"),
        (
            (Lead("Ann Ode", "Manager, Training and Development"), Lead("Bo Peep", "")),
            "Ann Ode (Manager, Training and Development) and Bo Peep",
        ),
    ],
)
def test_people_are_named_with_their_roles(leads: tuple[Lead, ...], expected: str) -> None:
    assert phrases.people(leads) == expected


@pytest.mark.parametrize(
    ("theme", "expected"),
    [
        (Theme("2", "Early help"), "Theme 2, “Early help”"),
        (Theme("2", ""), "Theme 2"),
        (Theme("", "Early help"), "“Early help”"),
        (Theme("", ""), ""),
    ],
)
def test_a_theme_is_named_by_what_it_has(theme: Theme, expected: str) -> None:
    assert phrases.theme(theme) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Government response", "The Government"),
        ("Council Response", "The Council"),
        ("Response", ""),
        ("Management response", ""),
        ("Our response", ""),
        ("", ""),
    ],
)
def test_who_responds_is_taken_from_the_documents_label(label: str, expected: str) -> None:
    assert phrases.responder(a_programme(labels={Field.RESPONSE: label})) == expected


def test_fields_are_named_as_the_document_names_them(munro: Programme) -> None:
    assert phrases.label(Field.POSITION, munro) == "Salford Position"
    assert phrases.label(Field.POSITION, a_programme()) == "Position"


def test_a_source_names_document_recommendation_and_field(munro: Programme) -> None:
    assert phrases.source(munro, Field.LEADS, ("10",)) == "_Source: Munro response, Recommendation 10, Lead Officer_"


def test_a_source_of_the_wording_names_the_recommendation_only(munro: Programme) -> None:
    assert phrases.source(munro, Field.RECOMMENDATION, ("10",)) == "_Source: Munro response, Recommendation 10_"


def test_a_field_is_cited_once(munro: Programme) -> None:
    cited = phrases.cited(munro, ("10",), (Field.RESPONSE, Field.DECISION, Field.RESPONSE))

    assert cited == "_Source: Munro response, Recommendation 10, Government response: “Accept in principle”_"


def test_a_document_without_a_reviewer_is_cited_by_its_title() -> None:
    assert phrases.source(a_programme(reviewer="", title="The Plan"), Field.LEADS) == "_Source: The Plan, Lead officer_"


def test_dates_are_in_the_documents_words_once_each() -> None:
    twice = [a_milestone(words="by May 2012"), a_milestone(words="by May 2012"), a_milestone(words="in July")]

    assert phrases.dates(twice) == ["by May 2012", "in July"]


def test_undated_milestones_are_no_dates() -> None:
    assert phrases.dates([a_milestone(words="as soon as practicable", precision=Precision.UNDATED)]) == []


def test_a_year_that_was_worked_out_is_said_to_be_missing() -> None:
    assert phrases.dates([a_milestone(words="over the summer", inferred=True)]) == ["over the summer (no year given)"]


def test_a_gist_ends_at_a_word(munro: Programme) -> None:
    gist = phrases.gist(Index(munro), "10")

    assert gist.endswith(" …")
    assert munro.recommendations[5].text.startswith(gist.removesuffix(" …"))
    assert len(gist) <= 112


def test_a_short_recommendation_is_its_own_gist() -> None:
    programme = a_programme(recommendations=(a_recommendation(ref="1", text="Train staff."),))

    assert phrases.gist(Index(programme), "1") == "Train staff."


@pytest.mark.parametrize(
    "odd",
    ["two  spaces", "is None", "ends..", "“”", "( )", "Recommendations 4.", "Recommendation 4 and 5", "1 themes"],
)
def test_the_check_for_oddities_sees_them(odd: str) -> None:
    assert oddities(odd)
