"""Who speaks: tenant and object id identify a person, never a name."""

from __future__ import annotations

from bot.incoming.activity import Incoming
from bot.settings import Settings
from knowledge.model import Person

LOCAL_TENANT = "local"
LONGEST_NAME = 100  # characters


def speaker(incoming: Incoming, settings: Settings) -> Person:
    """The person behind an activity.

    `object_id` is empty where Teams gave none, and nobody may then be taken for anybody. Local mode has no
    directory, so there the channel's own id stands in for it, and what an activity says of its tenant, which
    nothing proves, doesn't count.
    """
    sender = incoming.sender
    object_id = sender.aad_object_id or (sender.id if settings.local else "") or ""
    return Person(
        tenant=LOCAL_TENANT if settings.local else tenant(incoming).casefold(),
        object_id=object_id.casefold(),
        name=shown(sender.name or ""),
        unbound=settings.local and settings.open_to_all,
        appointed=object_id.casefold() in settings.admins,
    )


def shown(name: str) -> str:
    """A display name, which people choose themselves, as it can stand in a sentence: one line, nothing unseen in it."""
    words = "".join(letter if letter.isprintable() else " " for letter in name).split()
    return " ".join(words)[:LONGEST_NAME].strip()


def person_of(member: str, settings: Settings) -> Person:
    """The person behind a member's key, with what the settings say of them."""
    where, _, object_id = member.partition("/")
    unbound = settings.local and settings.open_to_all
    return Person(where, object_id, unbound=unbound, appointed=object_id in settings.admins)


def home(settings: Settings) -> str:
    """The tenant that the people of the directory belong to."""
    return LOCAL_TENANT if settings.local else settings.tenant.casefold()


def tenant(incoming: Incoming) -> str:
    """The tenant Teams says the activity comes from; empty where it doesn't say."""
    data = incoming.channel_data
    given = data.get("tenant") if isinstance(data, dict) else None
    identifier = given.get("id") if isinstance(given, dict) else None
    return identifier if isinstance(identifier, str) else ""
