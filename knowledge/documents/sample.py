"""Gives the document that comes with the bot, so that a first start has something to answer from."""

from __future__ import annotations

from importlib.resources import files

_MUNRO = "munro-response.txt"


def munro() -> tuple[str, bytes]:
    """File name and bytes of a council's answer to the Munro review."""
    return _MUNRO, files(__package__).joinpath(_MUNRO).read_bytes()
