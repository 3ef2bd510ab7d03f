"""Makes a programme of a document's lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from pathlib import PurePath

from knowledge.documents.arrangement import arranged
from knowledge.documents.decisions import decided, deciding
from knowledge.documents.doubts import doubts
from knowledge.documents.labels import label
from knowledge.documents.layout import Line
from knowledge.documents.milestones import milestones
from knowledge.documents.names import name
from knowledge.documents.numbering import missing, refuse_clashes
from knowledge.documents.outline import Entry, asides, entries, is_status, parts
from knowledge.documents.paragraphs import are_wrapped, text
from knowledge.documents.parts import Part
from knowledge.documents.people import leads
from knowledge.documents.prose import completed
from knowledge.documents.replies import Reply, reply
from knowledge.documents.statuses import status
from knowledge.documents.themes import theme, themes, with_numbers
from knowledge.errors import UnreadableDocument
from knowledge.model import Chapter, Decision, Field, Programme, Recommendation

NOTHING_FOUND = (
    "I found no recommendations in “{source}”. I looked for lines such as “Recommendation 1”, “R1.” or “1.”, "
    "each followed by lines such as “Government response”, “Timescale” and “Lead Officer”, and for a table with "
    "columns such as “Recommendation”, “Lead” and “By when”."
)

_TEXTS = (Field.RECOMMENDATION, Field.ARGUMENT, Field.RESPONSE, Field.TIMESCALE, Field.POSITION, Field.LEADS)
# Lines that a title may stand on, and words for what a document is.
_TITLE_LINES = 5
_LONGEST_HEADING = 120  # characters
_KINDS = (
    r"(?:responses?|recommendations|reports?|reviews?|plans?|inquir(?:y|ies)|inspections?|strateg(?:y|ies)|trackers?)"
)
_KIND = re.compile(rf"\b{_KINDS}\b", re.IGNORECASE)
_ENDS_WITH_KIND = re.compile(rf"\b{_KINDS}$", re.IGNORECASE)


def programme(lines: Sequence[str], source: str) -> Programme:
    """The programme in these lines. Raises UnreadableDocument where there is none, or two with one number."""
    laid = arranged(lines)
    cut, doubt = with_numbers(parts(laid.lines))
    found, headings = entries(cut), [part for part in cut if part.label.field is Field.THEME]
    if not found:
        raise UnreadableDocument(NOTHING_FOUND.format(source=source))
    refuse_clashes(found, headings)
    recommendations, told = completed(found, _recommendations(found, has_cells=laid.has_cells))
    title, reviewer, council = _title(lines), _owner(found, Field.ARGUMENT), _council(found)
    return Programme(
        name=name(title, reviewer, PurePath(source).stem),
        title=title,
        reviewer=reviewer,
        council=council,
        source=source,
        labels=_labels(found, headings),
        themes=themes(headings),
        recommendations=recommendations,
        warnings=(*laid.doubts, *doubt, *missing(found, headings), *told, *doubts(recommendations)),
        chapters=_chapters(laid.lines),
    )


def _chapters(lines: Sequence[Line]) -> tuple[Chapter, ...]:
    """What else the document says, chapter by chapter."""
    told = ((title, text(body, wrapped=are_wrapped([body]))) for title, body in asides(lines))
    return tuple(Chapter(title, words) for title, words in told if words)


def _recommendations(found: Sequence[Entry], *, has_cells: bool) -> tuple[Recommendation, ...]:
    """Whether a field is hard-wrapped is judged on all of them together: they are set alike. No cell is."""
    wrapped = {
        field: not has_cells and field is not Field.LEADS and are_wrapped(entry.body(field) for entry in found)
        for field in _TEXTS
    }
    return tuple(_recommendation(entry, wrapped) for entry in found)


def _recommendation(entry: Entry, wrapped: dict[Field, bool]) -> Recommendation:
    texts = {field: _text(entry, field, wrapped=wrapped[field]) for field in _TEXTS}
    decision = _decision(entry, texts[Field.RESPONSE])
    texts[Field.RESPONSE] = "\n".join(filter(None, (_rider(entry), texts[Field.RESPONSE])))
    return Recommendation(
        ref=entry.opening.label.ref,
        theme=theme(entry.theme),
        text=texts[Field.RECOMMENDATION],
        argument=texts[Field.ARGUMENT],
        response=texts[Field.RESPONSE],
        decision=decision.decision,
        timescale=texts[Field.TIMESCALE],
        position=texts[Field.POSITION],
        leads=leads(texts[Field.LEADS]),
        milestones=milestones(texts[Field.TIMESCALE], texts[Field.RESPONSE]),
        decided_by=decision.by,
        decided_words=decision.words,
        status=status(entry, texts[Field.POSITION]),
    )


def _text(entry: Entry, field: Field, *, wrapped: bool) -> str:
    return "\n".join(text(body, wrapped=wrapped) for body in entry.bodies(field))


def _decision(entry: Entry, response: str) -> Reply:
    """What stands behind the label of the response, or in a field of its own, else in a sentence of the response."""
    heading = entry.label(Field.RESPONSE)
    own = " ".join(entry.body(Field.DECISION))
    words = own or (heading.rest if heading else "")
    said, rest = decided(words)
    if said is Decision.NOT_STATED:
        return reply(response, entry.opening.label.ref)
    return Reply(said, words=deciding(words, rest))


def _rider(entry: Entry) -> str:
    """The words of a decision in a field of its own, where only they say how far it goes."""
    own = " ".join(" ".join(entry.body(Field.DECISION)).split())
    return own if own and decided(own)[1] == own else ""


def _council(found: Sequence[Entry]) -> str:
    """Whose the position is, or the decision where that has a label of its own."""
    return _owner(found, Field.POSITION) or _owner(found, Field.DECISION)


def _owner(found: Iterable[Entry], field: Field) -> str:
    """Whose a field is, by the first label that says so."""
    openings = (entry.label(field) for entry in found)
    return next((opened.owner for opened in openings if opened and opened.owner), "")


def _labels(found: Sequence[Entry], headings: Sequence[Part]) -> dict[Field, str]:
    """The document's first label for each field; a decision that has none of its own stands behind the response's."""
    printed: dict[Field, str] = {}
    if headings and headings[0].label.words:
        printed[Field.THEME] = headings[0].label.words
    for opened in (part.label for entry in found for part in (entry.opening, *entry.fields)):
        if opened.words and not is_status(opened):
            printed.setdefault(opened.field, opened.words)
    if Field.RESPONSE in printed:
        printed.setdefault(Field.DECISION, printed[Field.RESPONSE])
    return printed


def _title(lines: Sequence[str]) -> str:
    """The first line with anything on it, unless it opens a recommendation or a theme.

    Where it doesn't say what kind of document this is ("UK Government"), a title goes on below, as far as it does.
    """
    start = next(at for at, line in enumerate(lines) if line.strip())
    if label(lines[start]):
        return ""
    block = [
        " ".join(line.strip("#*_,;| \t").split())
        for line in takewhile(lambda line: line.strip() and not label(line), lines[start : start + _TITLE_LINES])
    ]
    if _KIND.search(block[0]):
        return block[0]
    whole = next((at for at, line in enumerate(block) if _ENDS_WITH_KIND.search(line)), 0)
    if not whole and len(block) > 1 and _is_heading(block[1]):
        return f"{block[0]}: {block[1]}"
    more = takewhile(_ENDS_WITH_KIND.search, block[whole + 1 :])
    return " ".join((*block[: whole + 1], *more))


def _is_heading(line: str) -> bool:
    """Whether a line below a council's name says what its document is: no sentence, and not long."""
    return bool(_KIND.search(line)) and len(line) <= _LONGEST_HEADING and not line.endswith((".", ",", ";", ":"))
