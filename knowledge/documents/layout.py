"""The lines of a document as they are laid out: what each opens where its place tells, and where a text ends."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.documents.labels import Label


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and the number of the one in the file that it is from (from 1).

    `opens` is what its place in the document says that it opens, whatever its words. A line that `is_settled` opens
    nothing else: it is a cell's. `ends` says that the text of what stands above goes no further.
    """

    number: int
    text: str
    opens: Label | None = None
    is_settled: bool = False
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines in their order, and sentences about what in them wasn't clear."""

    lines: tuple[Line, ...]
    doubts: tuple[str, ...] = ()

    @property
    def has_cells(self) -> bool:
        """Whether some of it is a table, whose lines end where their writer ended them."""
        return any(line.is_settled for line in self.lines)
