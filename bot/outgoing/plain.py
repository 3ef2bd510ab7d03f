"""An activity as plain JSON values; the SDK's own way takes longer than everything else in a turn."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import msgspec
from msrest.serialization import Model


def as_json(model: Model) -> bytes:
    """What the SDK's `serialize` gives, as JSON. Nothing is checked: only what we made ourselves goes out."""
    return msgspec.json.encode(plain(model))


def plain(value: Any) -> Any:
    """A value of the SDK as plain ones; what is None is left out, as the SDK does."""
    if isinstance(value, str):
        return value
    if isinstance(value, Model):
        return _object(value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _object(model: Model) -> dict[str, Any]:
    made: dict[str, Any] = {}
    kind: Any = type(model)
    keys = _keys(kind)
    for name, value in [item for item in vars(model).items() if item[1] is not None]:  # a dozen of fifty, as a rule
        key = keys.get(name)
        if key is None:
            continue
        if key:
            made[key] = plain(value)
        else:  # how the SDK says that the entries of this attribute belong to the object itself
            made |= value
    return made


@cache
def _keys(kind: Any) -> dict[str, str]:
    """The attributes of a kind of model with their names in JSON."""
    return {name: entry["key"] for name, entry in kind._attribute_map.items()}
