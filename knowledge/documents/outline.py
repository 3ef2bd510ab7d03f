"""Cuts a document's lines at its labels: themes, recommendations and their fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from knowledge.documents.chapters import ends, title
from knowledge.documents.decisions import decided
from knowledge.documents.labels import STATUS, Label, is_contents, label
from knowledge.documents.layout import Line
from knowledge.documents.meanings import meant
from knowledge.documents.paragraphs import runs_on
from knowledge.documents.parts import Part
from knowledge.documents.replies import begins
from knowledge.model import Field

_STATUS = re.compile(STATUS, re.IGNORECASE)
_NEAR = 5  # lines to look back and ahead, over blank ones


@dataclass(frozen=True, slots=True)
class Entry:
    """One recommendation as it stands: its own part, the heading of its theme if any, and the parts of its fields."""

    opening: Part
    theme: Part | None
    fields: list[Part] = field(default_factory=list)

    def bodies(self, wanted: Field) -> list[list[str]]:
        """The lines of every part of a field but for its status.

        Of several timescales, each has its label before it ("Original date", "Revised date").
        """
        found = [part for part in self._filled(wanted) if wanted is not Field.POSITION or not is_status(part.label)]
        several = wanted is Field.TIMESCALE and len({part.label.words for part in found}) > 1
        return [_named(part) if several else part.body for part in found]

    def statuses(self) -> list[list[str]]:
        """The lines of what says how far a recommendation is, with their labels where there are several."""
        found = [part for part in self._filled(Field.POSITION) if is_status(part.label)]
        return [_named(part) if len(found) > 1 else part.body for part in found]

    def body(self, wanted: Field) -> list[str]:
        """The lines of a field, of every part of it where it comes more than once."""
        return [line for body in self.bodies(wanted) for line in body]

    def answered(self) -> Entry:
        """The same with its response apart, where no label says where that begins but a decision does."""
        at = None if self.label(Field.RESPONSE) else begins(self.opening.body, self.opening.label.ref)
        if at is None:
            return self
        body = self.opening.body
        asked = replace(self.opening, body=body[:at])
        return Entry(asked, self.theme, [Part(asked.number, Label(Field.RESPONSE, ""), body[at:]), *self.fields])

    def _filled(self, wanted: Field) -> list[Part]:
        labelled = (part for part in (self.opening, *self.fields) if part.label.field is wanted)
        return [part for part in labelled if any(map(str.strip, part.body))]

    def label(self, wanted: Field) -> Label | None:
        """The first label of a field."""
        return next((part.label for part in (self.opening, *self.fields) if part.label.field is wanted), None)


def is_status(one: Label) -> bool:
    """Whether a label is that of a status."""
    return bool(_STATUS.fullmatch(one.words))


def _named(part: Part) -> list[str]:
    at = next(at for at, line in enumerate(part.body) if line.strip())
    return [f"{part.label.words}: {part.body[at].strip()}", *part.body[at + 1 :]]


def entries(cut: Sequence[Part]) -> list[Entry]:
    """The recommendations in the order of the document; what stands before the first is left out."""
    found: list[Entry] = []
    theme = None
    for part in meant(cut):
        if part.label.field is Field.THEME:
            theme = part
        elif part.label.field is Field.RECOMMENDATION and part.label.ref:
            found.append(Entry(part, theme))
        elif found:
            found[-1].fields.append(part)
    return [entry.answered() for entry in found]


def parts(lines: Sequence[Line]) -> list[Part]:
    """The document cut at its labels, in its order, without what stands behind the end of a chapter."""
    found: list[Part] = []
    for line in _placed(tuple(lines)):
        if line.opened:
            found.append(Part(line.number, line.opened, _first(line.opened)))
        elif found and not line.is_aside:
            found[-1].body.append(line.text)
    return found


def asides(lines: Sequence[Line]) -> list[tuple[str, list[str]]]:
    """The chapters behind the first recommendation, as far as they are about none: their headings and their lines."""
    found: list[tuple[str, list[str]]] = []
    begun = False
    for line in _placed(tuple(lines)):
        begun = begun or bool(line.opened)
        if begun and line.ends:
            found.append((title(line.text), []))
        elif found and line.is_aside:
            found[-1] = _longer(*found[-1], line.text)
    return [(heading, body) for heading, body in found if heading]


def _longer(heading: str, body: list[str], line: str) -> tuple[str, list[str]]:
    """A chapter with another line; a heading cut at a margin goes on in the next, unless it was whole before."""
    said = " ".join(line.split())
    if not said or (not body and heading.endswith(f" {said}")):
        return heading, body
    if not body and runs_on(heading):
        return f"{heading} {said}", body
    body.append(line)
    return heading, body


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, its number, what it opens, whether a chapter ends with it, and whether it is about no recommendation."""

    number: int
    text: str
    opened: Label | None
    ends: bool
    is_aside: bool


@lru_cache(maxsize=1)  # the same lines are cut once more for what isn't a recommendation's
def _placed(lines: tuple[Line, ...]) -> tuple[_Line, ...]:
    return tuple(_each_placed(lines))


def _each_placed(lines: Sequence[Line]) -> Iterator[_Line]:
    """Every line but those of a table of contents.

    Behind the end of a chapter, only a number of its own, or a field that the last recommendation lacks, opens a part.
    """
    fields: set[Field] = set()
    ended = True
    for number, line, opened, ends_here, is_settled in _labelled(lines):
        if opened and (is_settled or opened.ref or not ended or opened.field not in fields):
            fields = {opened.field} if opened.ref else fields | {opened.field}
            ended = False
            yield _Line(number, line, opened, ends=False, is_aside=False)
        elif not is_contents(line):
            ended = ended or ends_here
            yield _Line(number, line, None, ends_here, ended)


def _first(opened: Label) -> list[str]:
    """The text on a label's own line; a theme's is its title, and a decision isn't part of the response's text."""
    rest = decided(opened.rest)[1] if opened.field is Field.RESPONSE else opened.rest
    return [rest] if rest and opened.field is not Field.THEME else []


def _labelled(lines: Sequence[Line]) -> Iterator[tuple[int, str, Label | None, bool, bool]]:
    """Each line with its number, its label, whether the text ends with it that it stands in, and if its place says so.

    The word that opens the first recommendation opens them all.
    """
    opener = ""
    texts = [line.text for line in lines]
    for at, (line, (text, ends_here)) in enumerate(zip(lines, ends(texts), strict=True)):
        if line.opens or line.is_settled:
            yield line.number, text, line.opens, line.ends, True
            continue
        opened = label(text)
        if opened and opened.ref and _is_mention(texts, at):
            opened = None
        if opened and opened.field is Field.RECOMMENDATION and opened.ref:
            opener = opener or opened.words
            opened = opened if opened.words == opener else None
        yield line.number, text, opened, ends_here or line.ends, False


def _is_mention(lines: Sequence[str], index: int) -> bool:
    """Whether a line that looks like a number's label is only the end of a sentence, or stands in the contents."""
    before = next((line for line in reversed(lines[max(0, index - _NEAR) : index]) if line.strip()), "")
    after = next((line for line in lines[index + 1 : index + 1 + _NEAR] if line.strip()), "")
    goes_on = lines[index].rstrip().endswith(".") or after.lstrip()[:1].islower()
    return is_contents(after) or (goes_on and runs_on(before))
