"""Reads what the document itself says of how far a recommendation is: "Complete", "Amber", "GREEN – in use"."""

from __future__ import annotations

import re

from knowledge.documents.outline import Entry

_COLOUR = re.compile(r"(?:BLUE|GREEN|AMBER|RED|GR[EA]Y|(?:Blue|Green|Amber|Red|Gr[ea]y)(?= ?[–—:-]))\b")


def status(entry: Entry, position: str) -> str:
    """What stands under the labels of a status, a line for each; else the colour that the position begins with."""
    said = [" ".join(" ".join(body).split()) for body in entry.statuses()]
    colour = _COLOUR.match(position)
    return "\n".join(said) or (colour[0] if colour else "")
