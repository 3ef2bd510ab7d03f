"""Cuts a document's lines at its labels: themes, recommendations and their fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from knowledge.documents.chapters import ends, title
from knowledge.documents.decisions import decided
from knowledge.documents.labels import Label, is_contents, label
from knowledge.documents.paragraphs import runs_on
from knowledge.documents.replies import begins
from knowledge.model import Field

_NEAR = 5  # lines to look back and ahead, over blank ones


@dataclass(frozen=True, slots=True)
class Part:
    """A label, the number of its line (from 1), and the lines of text that follow it."""

    number: int
    label: Label
    body: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Entry:
    """One recommendation as it stands: its own part, the heading of its theme if any, and the parts of its fields."""

    opening: Part
    theme: Part | None
    fields: list[Part] = field(default_factory=list)

    def body(self, wanted: Field) -> list[str]:
        """The lines of a field, of every part of it where it comes more than once."""
        return [line for part in (self.opening, *self.fields) if part.label.field is wanted for line in part.body]

    def answered(self) -> Entry:
        """The same with its response apart, where no label says where that begins but a decision does."""
        at = None if self.label(Field.RESPONSE) else begins(self.opening.body, self.opening.label.ref)
        if at is None:
            return self
        body = self.opening.body
        asked = replace(self.opening, body=body[:at])
        return Entry(asked, self.theme, [Part(asked.number, Label(Field.RESPONSE, ""), body[at:]), *self.fields])

    def label(self, wanted: Field) -> Label | None:
        """The first label of a field."""
        return next((part.label for part in (self.opening, *self.fields) if part.label.field is wanted), None)


def entries(cut: Sequence[Part]) -> list[Entry]:
    """The recommendations in the order of the document; what stands before the first is left out."""
    found: list[Entry] = []
    theme = None
    for part in cut:
        if part.label.field is Field.THEME:
            theme = part
        elif part.label.field is Field.RECOMMENDATION and part.label.ref:
            found.append(Entry(part, theme))
        elif found:
            found[-1].fields.append(part)
    return [entry.answered() for entry in found]


def parts(lines: Sequence[str]) -> list[Part]:
    """The document cut at its labels, in its order, without what stands behind the end of a chapter."""
    found: list[Part] = []
    for line in _placed(tuple(lines)):
        if line.opened:
            found.append(Part(line.number, line.opened, _first(line.opened)))
        elif found and not line.is_aside:
            found[-1].body.append(line.text)
    return found


def asides(lines: Sequence[str]) -> list[tuple[str, list[str]]]:
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
def _placed(lines: tuple[str, ...]) -> tuple[_Line, ...]:
    return tuple(_each_placed(lines))


def _each_placed(lines: Sequence[str]) -> Iterator[_Line]:
    """Every line but those of a table of contents.

    Behind the end of a chapter, only a number of its own, or a field that the last recommendation lacks, opens a part.
    """
    fields: set[Field] = set()
    ended = True
    for number, line, opened, ends_here in _labelled(lines):
        if opened and (opened.ref or not ended or opened.field not in fields):
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


def _labelled(lines: Sequence[str]) -> Iterator[tuple[int, str, Label | None, bool]]:
    """Each line with its number, its label, and whether the text ends with it that it stands in.

    The word that opens the first recommendation opens them all.
    """
    opener = ""
    for index, (line, ends_here) in enumerate(ends(lines)):
        opened = label(line)
        if opened and opened.ref and _is_mention(lines, index):
            opened = None
        if opened and opened.field is Field.RECOMMENDATION and opened.ref:
            opener = opener or opened.words
            opened = opened if opened.words == opener else None
        yield index + 1, line, opened, ends_here


def _is_mention(lines: Sequence[str], index: int) -> bool:
    """Whether a line that looks like a number's label is only the end of a sentence, or stands in the contents."""
    before = next((line for line in reversed(lines[max(0, index - _NEAR) : index]) if line.strip()), "")
    after = next((line for line in lines[index + 1 : index + 1 + _NEAR] if line.strip()), "")
    goes_on = lines[index].rstrip().endswith(".") or after.lstrip()[:1].islower()
    return is_contents(after) or (goes_on and runs_on(before))
