"""Turns values into the JSON records a store keeps, and back."""

from __future__ import annotations

import json
from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

Record = dict[str, Any]
Value = TypeVar("Value")
Numbered = dict[int, bytes | None]

_ENCODER = json.JSONEncoder(allow_nan=False, separators=(",", ":"))  # json.dumps makes one anew for each record


def record(value: Any) -> Record:
    """A value in JSON's words; its parts may be the value's own. Raises TypeError where JSON has no word for one."""
    return cast(Record, msgspec.to_builtins(value))


def encode(record: Any) -> bytes:
    """A record as JSON in ASCII, on one line; raises TypeError or ValueError for what isn't JSON (NaN, say)."""
    try:
        quick = msgspec.json.encode(record)
    except (OverflowError, UnicodeEncodeError):  # numbers and halves of surrogate pairs that json knows
        quick = b"null"
    # To msgspec, what isn't a number is null as well.
    return quick if quick.isascii() and b"null" not in quick else _ENCODER.encode(record).encode()


def decode(raw: bytes, kind: type[Value]) -> Value:
    """A new value from its JSON; raises msgspec.ValidationError, which names the field that doesn't fit."""
    try:
        return cast(Value, _decoder(cast(Hashable, kind)).decode(raw))
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:  # a half of a surrogate pair, which json knows and msgspec doesn't
        return msgspec.convert(json.loads(raw), kind)


def pieces(raw: bytes) -> dict[str, Numbered]:
    """Tables of records by number, each record as its own JSON, None for null; raises ValueError for anything else."""
    try:
        tables = _TABLES.decode(raw)
    except msgspec.ValidationError as error:
        raise ValueError(f"it holds something other than records: {error}") from error
    except msgspec.DecodeError:  # as above
        tables = {
            name: {number: encode(one) for number, one in table.items()} for name, table in json.loads(raw).items()
        }
    return {name: {_number(number): _piece(one) for number, one in table.items()} for name, table in tables.items()}


_TABLES: msgspec.json.Decoder[Any] = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]])


def _number(written: str) -> int:
    if not (written.isascii() and written.isdecimal()):
        raise ValueError(f"it holds something other than records: {written!r} is no number")
    return int(written)


def _piece(raw: Any) -> bytes | None:
    found = bytes(raw)
    return None if found == b"null" else found


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)
