"""What officers paste or dictate is read as what they would have typed, and nothing of it is lost."""

from tests.dialogs.officials import updates
from tests.office import GANI, SUE, Office

MAIL = """Hi,

Please see my update below.

Rec 10
- RAG: amber
- recruited two FSWs
- CAF forms slow
Next step: Pilot in Swinton by 30/01/2027

Kind regards
Sue Myers
Head of EIP
Tel 0161 555 1234"""
SEVERAL = """Hi, here's mine:
Rec 2 - green, reviewers trained
Rec 3 - amber, waiting for Ofsted
Rec 14 - red, nobody applied
Thanks, Gani"""
DICTATED = (
    "update recommendation ten amber colon we have recruited two family support workers full stop next step training "
    "by the thirty first of january full stop"
)


async def test_mail_is_an_update_without_its_greeting_and_signature(office: Office) -> None:
    await office.talk(
        (SUE, MAIL, ["Recommendation 10: at risk (amber)", "CAF forms slow", "Pilot in Swinton, by 30 January 2027."]),
        (SUE, "yes", "Saved"),
    )
    (update,) = await updates(office)
    assert update.next_step == "Pilot in Swinton"
    assert "0161" not in update.narrative


async def test_each_line_of_a_mail_is_an_update_of_its_own(office: Office) -> None:
    said = SEVERAL.replace("Rec 3 - amber, waiting for Ofsted\n", "")
    await office.talk(
        (GANI, said, ["Recommendation 2: on track (green)", "“reviewers trained”", "After this: Recommendation 14"]),
        (GANI, "yes", ["Saved", "Recommendation 14: off track (red)", "“nobody applied”"]),
    )


async def test_forwarded_mail_names_its_recommendation_in_the_first_line(office: Office) -> None:
    said = "FW: Rec 8\n\nHi Sue, GPs now on board, so green. Next: joint protocol by end Feb."
    await office.talk((SUE, said, ["Recommendation 8: on track (green)", "Next step: joint protocol, by 28 February"]))


async def test_a_form_may_have_its_number_anywhere(office: Office) -> None:
    said = "RAG: Amber\nRec: 10\nUpdate: recruited two\nNext step: pilot\nDue: 30 Jan 2027"
    await office.talk((SUE, said, ["10: at risk (amber)", "“recruited two”", "Next step: pilot, by 30 January 2027"]))


async def test_a_table_has_a_row_for_each_and_loses_no_column(office: Office) -> None:
    said = (
        "Rec\tRAG\tUpdate\tNext step\tDue\tOwner\n"
        "10\tAmber\trecruited two\tpilot\t30/01/2027\tJulie\n8\tGreen\tmet GPs\tprotocol\t28/02/2027\t"
    )
    await office.talk(
        (SUE, said, ["10: at risk (amber)", "recruited two", "Owner: Julie", "pilot, by 30 January", "After this: "]),
        (SUE, "yes", ["Saved", "8: on track (green)", "“met GPs”", "Next step: protocol, by 28 February 2027"]),
    )


async def test_rows_without_a_heading_are_read_in_the_usual_order(office: Office) -> None:
    said = "10\tAmber\trecruited two\tpilot\t30/01/2027\n8\tGreen\tmet GPs"
    await office.talk((SUE, said, ["10: at risk (amber)", "“recruited two”", "pilot, by 30 January", "After this: "]))


async def test_marks_may_be_dictated(office: Office) -> None:
    await office.talk(
        (SUE, DICTATED, ["“we have recruited two family support workers.”", "Next step: training, by 31 January 2027."])
    )
