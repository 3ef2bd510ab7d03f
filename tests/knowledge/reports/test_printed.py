"""The files as an office opens and prints them: LibreOffice without a screen makes PDF of them, and pictures."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from knowledge.progress.model import Status
from knowledge.reports.making import made
from knowledge.reports.order import Format
from tests.conftest import need

from .packs import LONG, a_pack, reported

OFFICE, TEXT, PICTURE = (shutil.which(name) or "" for name in ("soffice", "pdftotext", "pdftoppm"))
PATIENCE = 100


@pytest.fixture(autouse=True)
def _office() -> None:
    need(LibreOffice=OFFICE, poppler=TEXT and PICTURE)


def printed(folder: Path, content: bytes, kind: Format) -> Path:
    """The PDF of a file."""
    file = folder / f"pack.{kind}"
    file.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)  # noqa: S603  ours
    return folder / "pack.pdf"


def pages(pdf: Path) -> list[str]:
    """The words on each page."""
    done = subprocess.run([TEXT, "-layout", str(pdf), "-"], check=True, capture_output=True, text=True)  # noqa: S603
    return [re.sub(r"\s+", " ", page) for page in done.stdout.split("\f")[:-1]]


def plain_pages(pdf: Path) -> list[str]:
    """The words on each page, column by column."""
    done = subprocess.run([TEXT, str(pdf), "-"], check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout.split("\f")[:-1]


def pictures(pdf: Path) -> list[Image.Image]:
    """Each page as it looks."""
    subprocess.run([PICTURE, "-r", "50", "-png", str(pdf), str(pdf.with_suffix(""))], check=True)  # noqa: S603
    return [Image.open(file).convert("RGB") for file in sorted(pdf.parent.glob("pack-*.png"))]


async def test_the_word_pack_prints_whole(tmp_path: Path) -> None:
    pdf = printed(tmp_path, made(await a_pack(), Format.WORD), Format.WORD)
    every = pages(pdf)
    shown = pictures(pdf)

    assert 2 <= len(every) <= 6
    assert [f"Page {number} of {len(every)}" in page for number, page in enumerate(every, 1)] == [True] * len(every)
    for words in ("At a glance", "Exceptions", "Theme 1: Valuing expertise", "Theme 2: Early help", "=HYPERLINK("):
        assert any(words in page for page in every), words
    assert all(page.width > page.height for page in shown)
    assert all(ImageStat.Stat(page).stddev[0] > 5 for page in shown), "a page is blank"
    assert any(_has(page, (0xB3, 0x26, 0x1E)) for page in shown)


async def test_a_narrative_longer_than_a_page_is_printed_to_its_end(tmp_path: Path) -> None:
    pdf = printed(tmp_path, made(await a_pack(reported("4", Status.ON_TRACK, 1, LONG)), Format.WORD), Format.WORD)

    words = re.sub(r"[^a-z]+", " ", " ".join(plain_pages(pdf)).lower())

    assert words.count("measure") == LONG.count("measure")


async def test_the_workbook_opens_with_all_its_sheets(tmp_path: Path) -> None:
    pdf = printed(tmp_path, made(await a_pack(), Format.EXCEL), Format.EXCEL)
    every = " ".join(pages(pdf))

    for words in ("Earlier targets", "no update yet", "How many recommendations stand how", "+44 161 496 0000"):
        assert words in every, words
    assert "#NAME?" not in every
    assert "Err:" not in every
    assert any(_has(page, (0x0B, 0x5C, 0xAD)) for page in pictures(pdf))


def _has(page: Image.Image, colour: tuple[int, int, int]) -> bool:
    colours = page.getcolors(maxcolors=2**24) or []
    return any(max(abs(a - b) for a, b in zip(seen, colour, strict=True)) < 6 for _, seen in colours)  # type: ignore[arg-type]
