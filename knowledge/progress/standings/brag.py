"""What the statuses mean, with the colours that councils give them: blue, red, amber, green, and grey."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.progress.model import Status

# A colour only ever accompanies the words; definitions differ from council to council, so each report says its own.
NO_UPDATE = "no update yet"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A status in words: its colour's name, and what it says."""

    colour: str
    means: str


KEY: dict[Status | None, Meaning] = {
    Status.OFF_TRACK: Meaning("red", "it won’t be done in time unless something changes"),
    Status.AT_RISK: Meaning("amber", "it slips, but can still be done in time"),
    Status.ON_TRACK: Meaning("green", "it will be done in time"),
    Status.NOT_STARTED: Meaning("grey", "nothing has been done yet"),
    Status.AWAITING_SIGN_OFF: Meaning("blue outline", "reported complete; a manager has yet to agree"),
    Status.COMPLETE: Meaning("blue", "done, and signed off by a manager"),
    None: Meaning("no colour", "nobody has reported on it"),
}


def named(status: Status | None) -> str:
    """The status in words."""
    return NO_UPDATE if status is None else str(status)


def coloured(status: Status | None) -> str:
    """With its colour's name: "at risk (amber)"."""
    return NO_UPDATE if status is None else f"{status} ({KEY[status].colour})"
