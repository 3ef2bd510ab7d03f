"""An activity as plain JSON values; the SDK's own way takes longer than everything else in a turn."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
from msrest.serialization import Model


def as_json(model: Model) -> bytes:
    """What the SDK's `serialize` gives, as JSON. Nothing is checked: only what we made ourselves goes out."""
    return _ENCODER.encode(model)


def plain(value: Any) -> Any:
    """A value of the SDK as plain ones; what is None is left out, as the SDK does."""
    return msgspec.to_builtins(value, enc_hook=_object)


def _object(model: Any) -> dict[str, Any]:
    """A model's attributes under their names in JSON, as they are: msgspec asks again for those that are models."""
    if not isinstance(model, Model):
        raise NotImplementedError(type(model))
    kind: Any = type(model)
    keys = _keys(kind)
    made = {keys[name]: value for name, value in vars(model).items() if value is not None and name in keys}
    besides: dict[str, Any] = made.pop("", {})  # entries which the SDK says belong to the object itself
    return besides | made if besides else made


@cache
def _keys(kind: Any) -> dict[str, str]:
    """The attributes of a kind of model with their names in JSON."""
    return {name: entry["key"] for name, entry in kind._attribute_map.items()}


_ENCODER = msgspec.json.Encoder(enc_hook=_object)
