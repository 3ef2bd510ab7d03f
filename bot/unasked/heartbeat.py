"""How the scheduler is doing, for whoever watches over the bot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from knowledge.progress.model import Delivery, State

STUCK = timedelta(minutes=2)  # it beats every few seconds, and after each message that it sends


@dataclass
class Heart:
    """When the scheduler last showed that it goes on, and what it delivered last."""

    clock: Callable[[], datetime]
    last: datetime | None = None
    trouble: str = ""
    delivered: Delivery | None = None
    dead: bool = False

    def beat(self, trouble: str = "") -> None:
        """It goes on; `trouble` is what keeps it from its work all the same."""
        self.last, self.trouble = self.clock(), trouble

    @property
    def sound(self) -> bool:
        """Whether it goes on."""
        return not self.dead and self.last is not None and self.clock() - self.last < STUCK

    def described(self) -> dict[str, Any]:
        """As JSON, without anybody's name or words."""
        state = "stopped" if self.dead else "running" if self.sound else "stuck"
        told: dict[str, Any] = {"state": state, "heartbeat": self.last.isoformat() if self.last else None}
        return told | ({"trouble": self.trouble} if self.trouble else {}) | {"last delivery": _told(self.delivered)}


def _told(delivery: Delivery | None) -> dict[str, Any] | None:
    if delivery is None:
        return None
    at = delivery.sent if delivery.state is State.SENT else delivery.claimed
    what = {"what": delivery.subject, "outcome": str(delivery.state), "at": at.isoformat() if at else None}
    return what | ({"status": delivery.status} if delivery.status else {})
