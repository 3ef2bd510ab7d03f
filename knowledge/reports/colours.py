"""The colours of the statuses, with enough contrast for the words on them (WCAG AA)."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.progress.model import Status


@dataclass(frozen=True, slots=True)
class Colour:
    """A ground and the ink on it, as RRGGBB; `outline` where only the edge is coloured."""

    ground: str
    ink: str
    outline: bool = False


WHITE, BLACK = "FFFFFF", "000000"
COLOURS: dict[Status | None, Colour] = {
    Status.OFF_TRACK: Colour("B3261E", WHITE),
    Status.AT_RISK: Colour("FFBF00", BLACK),
    Status.ON_TRACK: Colour("1E7B34", WHITE),
    Status.NOT_STARTED: Colour("C8C8C8", BLACK),
    Status.AWAITING_SIGN_OFF: Colour("DCEBFA", "0B4F8A", outline=True),
    Status.COMPLETE: Colour("0B5CAD", WHITE),
    None: Colour(WHITE, "404040", outline=True),
}
