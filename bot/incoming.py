"""What arrives at /api/messages: bytes become a checked value here, or are refused."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

Id = Annotated[str, msgspec.Meta(min_length=1)]


class Refused(Exception):
    """A request that isn't taken: the HTTP status and a sentence for whoever sent it."""

    def __init__(self, status: int, reason: str) -> None:
        self.status, self.reason = status, reason
        super().__init__(reason)


class Account(msgspec.Struct, frozen=True, rename="camel"):
    """A user or a bot. `id` is per bot; only `aad_object_id` says who somebody is."""

    id: Id
    name: str | None = None
    aad_object_id: str | None = None


class Place(msgspec.Struct, frozen=True, rename="camel"):
    """The conversation: a personal chat, a group chat, or a thread of a channel."""

    id: Id
    conversation_type: str | None = None
    is_group: bool | None = None


class Incoming(msgspec.Struct, frozen=True, rename="camel"):
    """What the bot reads of an activity; everything else in it is ignored.

    `value`, `channel_data`, the entities and the attachments are any JSON: whoever reads them checks them.
    """

    type: Id
    id: Id
    service_url: Id
    conversation: Place
    sender: Account = msgspec.field(name="from")
    channel_id: str = ""
    recipient: Account | None = None
    name: str | None = None
    action: str | None = None
    text: str | None = None
    value: Any = None
    channel_data: Any = None
    entities: tuple[Any, ...] | None = None
    attachments: tuple[Any, ...] | None = None
    members_added: tuple[Account, ...] | None = None
    delivery_mode: str | None = None
    locale: str | None = None


_decoder = msgspec.json.Decoder(Incoming)


def read_activity(body: bytes) -> Incoming:
    """The activity in a request's body; raises Refused (400) for anything that isn't one."""
    try:
        return _decoder.decode(body)
    except RecursionError:
        raise Refused(400, "The body is nested too deeply.") from None
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Refused(400, f"The body must be a Bot Framework activity: {error}.") from None
