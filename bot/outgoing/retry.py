"""Whether and when to send again what a service didn't take."""

from __future__ import annotations

from email.utils import parsedate_to_datetime

UNSENT = 0  # no connection was made, so nothing can have arrived
LOST = -1  # it was sent, and no answer came: it may have arrived or not

# How often to send altogether. Teams knows no way to recognise what it has had already, so where something may
# have arrived, it is sent once more at most.
_SENDINGS = {429: 5, 412: 5, UNSENT: 3, 502: 2, 504: 2, LOST: 2, 401: 2}  # 401: a fresh token may be taken

_FIRST, _LONGEST = 0.25, 8.0  # seconds


def next_delay(attempt: int, status: int, retry_after: float | None, chance: float) -> float | None:
    """Seconds until the next sending after `attempt` of them (from 1) failed; None when it is to be given up.

    `status` is the HTTP status, UNSENT or LOST; `chance`, from 0 to 1, spreads those who wait for the same.
    Never sooner than the service asked for.
    """
    if attempt >= _SENDINGS.get(status, 0):
        return None
    backoff: float = min(_LONGEST, _FIRST * 2 ** (attempt - 1)) * (0.5 + chance / 2)
    return backoff if retry_after is None else retry_after + backoff


def seconds_to_wait(header: str | None, now: float) -> float | None:
    """What a Retry-After header asks for: seconds, or a date (`now` is Unix time). None where it asks for nothing."""
    if not header:
        return None
    if header.isascii() and header.isdecimal():
        return float(header[:9])
    try:
        return max(0.0, parsedate_to_datetime(header).timestamp() - now)
    except (ValueError, OverflowError):
        return None
