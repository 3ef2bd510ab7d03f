"""Turns values into the JSON records a store keeps, and back."""

from __future__ import annotations

import json
from typing import Any, TypeVar

import msgspec

Record = dict[str, Any]
Value = TypeVar("Value")


def record(value: Any) -> Record:
    """A private copy of a value as JSON has it: what a file would give back, so that memory and file can't differ.

    Raises TypeError or ValueError where JSON has no word for something in it.
    """
    copy: Record = json.loads(json.dumps(msgspec.to_builtins(value), allow_nan=False))
    return copy


def value(kept: Any, kind: type[Value]) -> Value:
    """The value of this kind; raises msgspec.ValidationError, which names the field that doesn't fit."""
    return msgspec.convert(kept, kind)
