"""Tells where the chapter ends that the recommendations stand in: what follows is no longer about any of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.documents.labels import is_contents
from knowledge.documents.paragraphs import runs_on

_HEADING = re.compile(
    r"(?P<chapter>(?i:chapter|annexe?|appendix)(?: (?:[0-9]{1,2}|[A-Z]|[IVX]{1,5}))?)"
    r"(?::|(?: ?[:.–—-])? [A-Z0-9“‘].*[^.;,])?"
)
_BACK = re.compile(
    r"(?i:glossary|bibliography|conclusions?|acknowledge?ments)[:.]?|(?i:yours (?:sincerely|faithfully)),?"
    r"|(?:(?:RAG|BRAG|Status|Colour) )?(?:[Kk]ey|KEY)(?::.*)?|(?:ISBN|ISSN)\b.*\d.*"
)
_IMPRINT = re.compile(r"IS[BS]N\b")
_MARKUP = re.compile(r"^ ?#{1,6} |\*\*|__")


def ends(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether another chapter, an annex or the imprint begins with it.

    A heading that runs along the pages of its own chapter begins nothing: it comes out empty.
    """
    chapter = opening = before = ""
    for line in lines:
        found, clean = heading(line), _clean(line)
        if found and (clean == opening or (found == chapter and not runs_on(before))):
            yield "", False
            continue
        opens = bool(found) and not runs_on(before)
        if opens:
            chapter, opening = found, clean
        before = line if clean else before
        yield line, opens or bool(_BACK.fullmatch(clean))


def heading(line: str) -> str:
    """The chapter that a line opens ("chapter 2"); empty for a line of text, and for one of a table of contents."""
    clean = _clean(line)
    found = _HEADING.fullmatch(clean) if clean[:1].isupper() and not is_contents(clean) else None
    return found["chapter"].lower() if found else ""


def title(line: str) -> str:
    """What the part is called that begins with a line; empty for the imprint."""
    clean = _clean(line)
    return "" if _IMPRINT.match(clean) else clean.strip(" .:")


def _clean(line: str) -> str:
    return " ".join(_MARKUP.sub("", line).split())
