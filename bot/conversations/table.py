"""The table on which documents lie that somebody sent and nobody has agreed to yet: in memory, and not for long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from dialogs.turns.turn import Brought
from knowledge.model import Programme

KEPT_FOR = timedelta(minutes=30)
MOST = 8  # a document read takes a megabyte or two


@dataclass(frozen=True, slots=True)
class Table:
    """Documents by the digest of their content, with the moment (UTC) that each was brought."""

    lying: dict[str, tuple[datetime, Programme]] = field(default_factory=dict)

    def holding(self, brought: Brought | None, now: datetime) -> Mapping[str, Programme]:
        """All that lies there now, what has just been brought among it; what has lain there too long goes."""
        if brought and brought.programme:
            self.lying.pop(brought.digest, None)
            self.lying[brought.digest] = (now, brought.programme)
        old = [digest for digest, (since, _) in self.lying.items() if now - since > KEPT_FOR]
        for digest in dict.fromkeys((*old, *list(self.lying)[: max(0, len(self.lying) - MOST)])):
            del self.lying[digest]
        return {digest: programme for digest, (_, programme) in self.lying.items()}
