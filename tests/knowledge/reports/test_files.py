"""The files themselves, read again as Word, Excel and a CSV reader would."""

from __future__ import annotations

import csv
import zipfile
from datetime import date, datetime
from io import BytesIO, StringIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from PIL import Image

from knowledge.progress.model import Status
from knowledge.reports.making import made
from knowledge.reports.order import Format
from knowledge.reports.picture import described, picture
from knowledge.reports.trend import trend
from tests.builders import a_programme

from .packs import FORMULA, LONG, PHONE, a_pack, reported


@pytest.fixture
async def word() -> bytes:
    return made(await a_pack(), Format.WORD)


@pytest.fixture
async def excel() -> bytes:
    return made(await a_pack(), Format.EXCEL)


async def test_word_has_one_table_a_theme_with_the_progress(word: bytes) -> None:
    document = Document(BytesIO(word))
    early_help = document.tables[-1]
    rows = {row.cells[0].text: [cell.text for cell in row.cells] for row in early_help.rows}

    assert rows["No."] == [
        *("No.", "Recommendation", "Response", "Timescale", "Position", "Lead officer", "Status", "Progress"),
    ]
    assert list(rows) == ["No.", "8", "10", "R3.1"]
    assert rows["8"][3] == "Ofsted intends to have the new framework in place by May 2012."
    assert rows["8"][5:7] == ["Sue Myers, Head of EIP", "Off track"]
    for told in (FORMULA, "Sue Myers, 24 October 2026", f"Next step: {PHONE} (by 30 January 2027)"):
        assert told in rows["8"][7]
    assert "Target: 31 October 2026\nEarlier targets: 30 September 2026" in rows["8"][7]
    assert "onetwothreefour" in rows["10"][7]
    assert rows["R3.1"][6:] == ["No update yet", "Nobody has reported yet.\nTarget: No target set"]


async def test_word_can_be_read_by_everybody(word: bytes) -> None:
    """Real headings, headers that repeat, British English, and words for the picture."""
    document = Document(BytesIO(word))
    headings = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.style.name != "Normal"]
    language = document.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:lang')}")
    pictures = document.element.body.findall(f".//{qn('wp:docPr')}")

    assert ("Heading 1", "Theme 2: Early help") in headings
    assert [text for style, text in headings if style == "Heading 2"] == [
        "How the statuses changed",
        "Live: being worked on, and not past its target",
        "Completed since 1 October 2026",
        "Extensions asked for or decided since 1 October 2026, or still to be decided",
        "Outstanding: past its target, or never reported on",
    ]
    assert all(table.rows[0]._tr.get_or_add_trPr().find(qn("w:tblHeader")) is not None for table in document.tables)
    assert language.get(qn("w:val")) == "en-GB"
    assert [one.get("descr").startswith("Stacked bars of how many recommendations stood how.") for one in pictures]
    assert document.core_properties.title.startswith("Progress on the recommendations")


async def test_what_is_outstanding_says_why_and_of_which_theme(word: bytes) -> None:
    document = Document(BytesIO(word))
    outstanding = next(table for table in document.tables if table.rows[0].cells[-1].text == "Why it is here")
    rows = {row.cells[0].text: [cell.text for cell in row.cells] for row in outstanding.rows}

    assert list(rows) == ["No.", "4", "8", "R3.1"]
    assert (rows["4"][1], rows["4"][-1]) == ("1 Valuing expertise", "Nobody has ever reported on it.")
    assert (rows["8"][1], rows["8"][-1]) == (
        "2 Early help",
        "Past its target.\nLast report: Sue Myers, 24 October 2026",
    )


async def test_where_there_is_one_month_only_words_take_the_place_of_a_chart() -> None:
    pack = await a_pack(reported("2", Status.ON_TRACK, 3, programme="new"), programme=a_programme(name="new"))
    document = Document(BytesIO(made(pack, Format.WORD)))
    workbook = zipfile.ZipFile(BytesIO(made(pack, Format.EXCEL)))

    assert not document.inline_shapes
    assert any("nothing yet to compare with" in paragraph.text for paragraph in document.paragraphs)
    assert not any(name.startswith("xl/charts/") for name in workbook.namelist())


def heights_of(excel: bytes) -> dict[object, float]:
    """How high the row of each update is, by its words."""
    sheet = load_workbook(BytesIO(excel))["Updates"]
    return {row[5].value: sheet.row_dimensions[n].height or 0.0 for n, row in enumerate(sheet.iter_rows(min_row=2), 2)}


async def test_a_row_of_the_workbook_is_as_high_as_its_longest_text(excel: bytes) -> None:
    heights = heights_of(excel)
    text = "Two sentences that are said ten times. " * 10  # 390 characters, 70 in a line: six lines

    pack = await a_pack(reported("4", Status.ON_TRACK, 1, text), reported("4", Status.ON_TRACK, 2, f"{text}\n" * 3))
    high = heights_of(made(pack, Format.EXCEL))

    assert heights["Later."] == 15
    assert heights[LONG] == 409  # Excel knows no higher row
    assert high[text] >= 6 * 15
    assert high[f"{text}\n" * 3] >= 18 * 15


async def test_colours_only_accompany_the_words(word: bytes) -> None:
    document = Document(BytesIO(word))
    key = {row.cells[0].text: row.cells[0]._tc.tcPr.find(qn("w:shd")) for row in document.tables[0].rows}

    assert key["Off track"].get(qn("w:fill")) == "B3261E"
    assert document.tables[0].rows[1].cells[3].text == "Red: it won’t be done in time unless something changes."


async def test_excel_is_an_action_plan_to_work_with(excel: bytes) -> None:
    book = load_workbook(BytesIO(excel))
    plan = book["Action plan"]
    titles = [cell.value for cell in plan[1]]
    eight = dict(zip(titles, next(row for row in plan.iter_rows() if row[0].value == "8"), strict=True))

    assert (plan.freeze_panes, plan.auto_filter.ref) == ("B2", "A1:R6")
    assert eight["Status"].value == "off track"
    assert eight["Target"].value == datetime(2026, 10, 31)  # noqa: DTZ001  as openpyxl gives a day
    assert eight["Target"].number_format == "dd mmm yyyy"
    assert eight["Past its target"].value == "yes"
    assert eight["Next step by"].value == datetime(2027, 1, 30)  # noqa: DTZ001
    assert len(list(plan.conditional_formatting)) > 0
    assert any(name.startswith("xl/charts/") for name in zipfile.ZipFile(BytesIO(excel)).namelist())
    assert [row[0].value for row in book["Updates"].iter_rows(min_row=2)] == ["2", "2", "2", "8", "8", "10", "10"]


async def test_nothing_that_people_wrote_becomes_a_formula(excel: bytes) -> None:
    book = load_workbook(BytesIO(excel))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    inside = zipfile.ZipFile(BytesIO(excel))

    assert "f" not in kinds
    assert all(b"<f>" not in inside.read(n) for n in inside.namelist() if n.startswith("xl/worksheets/sheet"))
    assert FORMULA in {cell.value for cell in book["Action plan"]["M"]}
    assert PHONE in {cell.value for cell in book["Action plan"]["P"]}


async def test_a_long_narrative_fits_in_whole(excel: bytes) -> None:
    texts = {cell.value for cell in load_workbook(BytesIO(excel))["Updates"]["F"]}

    assert len(LONG) > 20_000
    assert LONG in texts


async def test_csv_opens_as_it_is_meant() -> None:
    content = made(await a_pack(), Format.CSV)
    rows = list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))

    assert content.startswith(b"\xef\xbb\xbf")
    assert [row["No."] for row in rows] == ["2", "4", "8", "10", "R3.1"]
    assert rows[2]["Progress"] == f"'{FORMULA}"
    assert rows[2]["Next step"] == f"'{PHONE}"
    assert (rows[2]["Target"], rows[2]["Reported on"]) == ("2026-10-31", date(2026, 10, 24).isoformat())


@pytest.mark.parametrize("kind", list(Format))
async def test_a_programme_without_anything_gives_a_file_all_the_same(kind: Format) -> None:
    empty = a_programme(name="empty", themes=(), recommendations=())

    assert made(await a_pack(programme=empty), kind)


async def test_the_picture_shows_every_status_and_says_it_in_words() -> None:
    points = trend(await a_pack())
    image = Image.open(BytesIO(picture(points)))
    seen = {colour for _, colour in image.convert("RGB").getcolors(maxcolors=2**24) or []}

    assert {(0xB3, 0x26, 0x1E), (0x1E, 0x7B, 0x34), (0x0B, 0x5C, 0xAD)} <= seen
    assert "23 November 2026: 1 off track, 1 on track, 1 complete, 2 no update yet." in described(points)
