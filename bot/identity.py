"""Who speaks: tenant and object id identify a person, never a name."""

from __future__ import annotations

from bot.incoming import Incoming
from knowledge.model import Person


def speaker(incoming: Incoming, *, local: bool) -> Person:
    """The person behind an activity.

    `object_id` is empty where Teams gave none, and nobody may then be taken for anybody. Local mode has no
    directory, so there the channel's own id stands in for it.
    """
    sender = incoming.sender
    object_id = sender.aad_object_id or (sender.id if local else "")
    return Person(tenant=tenant(incoming), object_id=object_id, name=sender.name or "")


def tenant(incoming: Incoming) -> str:
    """The tenant Teams says the activity comes from; empty where it doesn't say."""
    data = incoming.channel_data
    given = data.get("tenant") if isinstance(data, dict) else None
    identifier = given.get("id") if isinstance(given, dict) else None
    return identifier if isinstance(identifier, str) else ""
