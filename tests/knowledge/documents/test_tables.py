"""Tables saved as text, read through the importer: a row to a line, or a cell to a line."""

from __future__ import annotations

import pytest

from knowledge.documents import read_document
from knowledge.model import Decision, Field, Programme, Recommendation, Theme

NAMES = ("Ref", "Recommendation", "Response", "Lead", "By when", "Progress")
FIRST = ("1.1", "Mend the lights.", "Accepted. In May.", "Jo Ash, Clerk", "May 2026", "Lamps bought.")
SECOND = ("1.2", "Dredge the harbour.", "Not accepted. Too dear.", "TBC", "", "")
TITLE = "Harbour Board: action plan"


def read(*rows: tuple[str, ...], mark: str = "\t", below: str = "") -> Programme:
    table = "\n".join(mark.join(row) for row in (NAMES, *rows))
    return read_document(f"{TITLE}\n\n{table}\n{below}".encode(), "plan.txt")


def told(rec: Recommendation) -> tuple[str, ...]:
    leads = "; ".join(lead.name for lead in rec.leads)
    return (rec.ref, rec.text, str(rec.decision), rec.response, leads, rec.timescale, rec.position)


LIGHTS = ("1.1", "Mend the lights.", "accept", "In May.", "Jo Ash", "May 2026", "Lamps bought.")
HARBOUR = ("1.2", "Dredge the harbour.", "reject", "Too dear.", "", "", "")


@pytest.mark.parametrize("mark", ["\t", ";", "|"])
def test_every_row_is_a_recommendation(mark: str) -> None:
    found = read(FIRST, SECOND, mark=mark)

    assert [told(rec) for rec in found.recommendations] == [LIGHTS, HARBOUR]
    assert (found.labels[Field.TIMESCALE], found.labels[Field.LEADS]) == ("By when", "Lead")
    assert found.warnings == ()


def test_a_cell_in_quotes_may_hold_the_mark_and_several_lines() -> None:
    data = (
        "Rec No.,Recommendation,Owner,Due date\n"
        '1,"Mend the lights, and the ""old"" lamp.","Jo Ash, Clerk\nDi Wood",31/05/2026\n'
        "2,Dredge it.,,\n"
    )

    first, second = read_document(data.encode(), "plan.txt").recommendations

    assert (first.text, [lead.name for lead in first.leads]) == (
        "Mend the lights, and the “old” lamp.".replace("“", '"').replace("”", '"'),
        ["Jo Ash", "Di Wood"],
    )
    assert (second.ref, second.text, second.leads) == ("2", "Dredge it.", ())


def test_a_cell_of_several_lines_is_put_together_again_where_a_tab_stands_between_cells() -> None:
    two = (*FIRST[:3], "Jo Ash, Clerk\nDi Wood, Pilot", *FIRST[4:])

    first, second = read(two, SECOND).recommendations

    assert [(lead.name, lead.role) for lead in first.leads] == [("Jo Ash", "Clerk"), ("Di Wood", "Pilot")]
    assert (first.timescale, told(second)) == ("May 2026", HARBOUR)


@pytest.mark.parametrize(
    ("first", "themes"),
    [
        ("Theme 1: Light", [Theme("1", "Light"), Theme("", "")]),
        ("Light", [Theme("1", "Light"), Theme("2", "Deep water")]),
    ],
)
def test_a_heading_between_rows_is_their_theme_unless_only_others_are_numbered(first: str, themes: list[Theme]) -> None:
    found = read((first,), FIRST, ("Deep water", "", "", "", "", ""), SECOND)

    assert [rec.theme for rec in found.recommendations] == themes


def test_a_column_of_themes_groups_its_rows() -> None:
    data = b"No.\tTheme\tRecommendation\tLead\n1\tLight\tMend it.\tJo Ash\n2\tLight\tPaint it.\tJo Ash\n"

    found = read_document(data, "plan.txt")
    assert found.themes == (Theme("1", "Light"),)
    assert found.warnings[0] == (
        "The groups of recommendations have no numbers in the document. I count them: 1 is “Light”."
    )


def test_what_stands_below_a_table_is_no_rows_text() -> None:
    found = read(FIRST, SECOND, below="\nKey\nGreen: on time, or nearly so. Red: late.\n")

    assert told(found.recommendations[-1]) == HARBOUR
    assert [(one.title, one.text) for one in found.chapters] == [("Key", "Green: on time, or nearly so. Red: late.")]


def test_a_row_without_a_number_goes_on_with_the_one_above_and_an_empty_one_is_nothing() -> None:
    found = read(FIRST, ("", "", "", "Di Wood", "June 2026", ""), ("2", "", "", "", "", ""), SECOND)

    first, second = found.recommendations
    assert ([lead.name for lead in first.leads], first.timescale) == (["Jo Ash", "Di Wood"], "May 2026\nJune 2026")
    assert told(second) == HARBOUR


def test_a_header_repeated_on_the_next_page_is_no_row() -> None:
    assert len(read(FIRST, NAMES, SECOND).recommendations) == 2


def test_columns_of_one_field_keep_their_names_and_the_revised_date_holds() -> None:
    data = (
        b"Rec\tRecommendation\tAgreed?\tPaid by\tOriginal date\tRevised date\tStatus\n"
        b"1\tMend it.\tIn part\tThe Port\tMay 2025\tJune 2026\tLate\n"
    )

    (found,) = read_document(data, "plan.txt").recommendations

    assert found.decision is Decision.ACCEPT_IN_PART
    assert found.timescale == "Original date: May 2025\nRevised date: June 2026"
    assert [one.words for one in found.milestones] == ["June 2026"]
    assert (found.status, found.text) == ("Late", "Mend it.\nPaid by: The Port")


def test_an_action_beside_a_recommendation_is_what_will_be_done() -> None:
    data = b"Recommendation\tAction\tLead\n1. Mend it.\tBuy lamps.\tJo Ash\n2. Paint it.\tBuy paint.\tDi Wood\n"

    found = read_document(data, "plan.txt").recommendations

    assert [(rec.ref, rec.text, rec.response) for rec in found] == [
        ("1", "Mend it.", "Buy lamps."),
        ("2", "Paint it.", "Buy paint."),
    ]


def test_a_few_known_columns_are_enough_where_all_have_names_and_of_the_others_nothing_is_lost() -> None:
    data = (
        b"Recommendation,Scope of it,Steps,Lead Agency,Milestones met,Target Date,Outcome so far\n"
        b'"1. Mend it.",Local,Buy lamps,Port,Two,May 2026,None\n'
    )

    (found,) = read_document(data, "plan.txt").recommendations

    assert (found.ref, found.timescale, [lead.name for lead in found.leads]) == ("1", "May 2026", ["Port"])
    assert found.text.split("\n") == [
        "Mend it.",
        "Scope of it: Local",
        "Steps: Buy lamps",
        "Milestones met: Two",
        "Outcome so far: None",
    ]


def test_a_table_of_what_stands_in_the_text_is_left_out_aloud() -> None:
    text = "Recommendation 1\nMend it.\nLead: Jo Ash\nRecommendation 2\nPaint it.\nLead: Di Wood\n\n"
    table = "No.\tRecommendation\tLead\n1\tMend it.\tJo Ash\n2\tPaint it.\tDi Wood\n"

    for whole in (text + table, table + text):
        found = read_document(whole.encode(), "plan.txt")

        assert [(rec.ref, rec.text, len(rec.leads)) for rec in found.recommendations] == [
            ("1", "Mend it.", 1),
            ("2", "Paint it.", 1),
        ]
        assert "names recommendations that stand in the text as well" in found.warnings[0]


def test_rows_without_any_number_are_counted_and_that_is_said() -> None:
    data = b"Recommendation\tLead\tTimescale\nMend it.\tJo Ash\tMay 2026\nPaint it.\tDi Wood\tJune 2026\n"

    found = read_document(data, "plan.txt")

    assert [rec.ref for rec in found.recommendations] == ["1", "2"]
    assert "no numbers that I can read, so I counted them" in found.warnings[0]


def test_a_row_with_too_many_cells_is_left_out_aloud() -> None:
    found = read(FIRST, (*SECOND[:5], "Much", "More"))

    assert len(found.recommendations) == 1
    assert found.warnings[0].startswith("Line 5 has more cells than its table has columns, so I left it out")


def test_a_cell_to_a_line_is_read_too() -> None:
    cells = [*NAMES, "Theme 1: Light", *FIRST, *SECOND]

    found = read_document("\n".join([TITLE, *cells, "Key", "Green: on time."]).encode(), "plan.txt")

    assert [told(rec) for rec in found.recommendations] == [LIGHTS, HARBOUR]
    assert (found.themes, found.warnings) == ((Theme("1", "Light"),), ())


def test_a_cell_to_a_line_with_a_line_too_many_is_read_with_a_doubt() -> None:
    cells = [*NAMES, *FIRST[:4], "Di Wood", *FIRST[4:], *SECOND]

    found = read_document("\n".join(cells).encode(), "plan.txt")

    assert [lead.name for lead in found.recommendations[0].leads] == ["Jo Ash", "Di Wood"]
    assert found.recommendations[0].timescale == "May 2026"
    assert found.warnings[0].startswith("Recommendation 1.1 of the table has more lines than the table has columns.")


def test_a_cell_to_a_line_with_one_missing_is_never_guessed() -> None:
    cells = [*NAMES, *FIRST[:3], *FIRST[4:], *SECOND]

    found = read_document("\n".join(cells).encode(), "plan.txt")

    first, second = found.recommendations
    assert (first.text, first.leads, first.timescale) == ("Mend the lights.", (), "")
    assert told(second) == HARBOUR
    assert found.warnings[0].startswith("Recommendation 1.1 of the table has fewer lines")


def test_names_of_columns_in_a_sentence_are_no_table() -> None:
    text = "Recommendation 1\nThe response, lead, recommendation, and timescale\nare named.\nLead: Jo Ash\n"

    (found,) = read_document(text.encode(), "plan.txt").recommendations

    assert found.text == "The response, lead, recommendation, and timescale are named."
