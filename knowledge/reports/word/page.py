"""A blank document: landscape A4, British English, real headings, page numbers."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Made
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from knowledge.reports.text import fit

LANGUAGE = "en-GB"
PLAIN, DARK = "Arial", RGBColor(0x1F, 0x1F, 0x1F)
_SIZES = {"Normal": 10, "Title": 24, "Heading 1": 16, "Heading 2": 13}


def blank(title: str) -> Made:
    """A document of this title, with nothing in it."""
    document = Document()
    for name, size in _SIZES.items():
        font = document.styles[name].font
        font.name, font.size, font.color.rgb = PLAIN, Pt(size), DARK
        _in_font(document.styles[name].element)
    _speak_british(document)
    _landscape(document)
    _number_pages(document)
    properties = document.core_properties
    properties.title, properties.language, properties.author, properties.comments = fit(title), LANGUAGE, "", ""
    return document


def content(document: Made) -> bytes:
    """The document as a file."""
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def element(name: str, **attributes: str) -> Any:
    """A part that python-docx has no function for; attributes are those of Word's own names."""
    made = OxmlElement(name)
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    return made


def _in_font(style: Any) -> None:
    """Headings name the theme's font beside their own, and that would win."""
    fonts = style.rPr.rFonts
    for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{attribute}"), None)


def _speak_british(document: Made) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(element("w:lang", val=LANGUAGE, eastAsia=LANGUAGE))


def _landscape(document: Made) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin = section.bottom_margin = Mm(15)


def _number_pages(document: Made) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run("Page ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" of ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Any, code: str) -> None:
    field = element("w:fldSimple", instr=code)
    run = OxmlElement("w:r")
    shown = OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)
