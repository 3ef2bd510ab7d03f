"""What is kept of one conversation, between one turn and the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Conversation:
    """What is kept of one conversation.

    `memory` is opaque JSON to the store, and so are `drafts`: the forms under way, by the key of whoever fills
    them in. `answered` holds the ids of the activities answered last, oldest first, so that one delivered
    twice is answered once. `unsent` has the texts of what was kept before it could be said, by activity; they
    are said when the activity comes again.
    """

    key: str
    memory: Mapping[str, Any] = field(default_factory=dict)
    answered: tuple[str, ...] = ()
    drafts: Mapping[str, Any] = field(default_factory=dict)
    unsent: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
