"""What a service's answer means for a message, and how long to wait before it is sent again."""

from __future__ import annotations

from datetime import timedelta

from bot.outgoing.retry import LOST, UNSENT
from knowledge.progress.sending.deliveries import GIVE_UP, Outcome

# 412, 429 and 502 are what Teams asks to repeat; 503 and 401 say that nothing was taken (a new token may be).
# Behind 500 and 504 the message may be in the chat all the same.
_OUTCOMES = dict.fromkeys((401, 412, 429, 502, 503, UNSENT), Outcome.LATER)
_OUTCOMES |= dict.fromkeys((408, 500, 504, LOST), Outcome.UNKNOWN)
_OUTCOMES |= dict.fromkeys((403, 404), Outcome.GONE)

_FIRST, _LONGEST = 2.0, 600.0  # seconds


def outcome(status: int) -> Outcome:
    """What became of a message that was answered so."""
    return _OUTCOMES.get(status, Outcome.REFUSED)


def wait(failures: int, retry_after: float | None, chance: float) -> timedelta:
    """How long to wait after so many failures before this one; `chance`, from 0 to 1, spreads those who wait.

    Never shorter than the service asked for.
    """
    backoff = min(_LONGEST, _FIRST * 2.0 ** min(failures, 20)) * (0.5 + chance / 2)
    return timedelta(seconds=backoff) + min(timedelta(seconds=retry_after or 0), GIVE_UP)
