"""What arrives at /api/messages: bytes become a checked value here, or are refused."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

LONGEST_ID = 512  # characters; the longest of Teams' ids have about 300
DEEPEST = 32  # objects and lists in each other; Teams' deepest have about 10

_PRINTABLE = r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]+\Z"  # ids go into addresses, headers and logs

Id = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_ID, pattern=_PRINTABLE)]
Kind = Annotated[str, msgspec.Meta(min_length=1, max_length=64, pattern=r"^[A-Za-z][A-Za-z0-9./]*\Z")]
Name = Annotated[str, msgspec.Meta(max_length=LONGEST_ID)]


class Refused(Exception):
    """A request that isn't taken: the HTTP status and a sentence for whoever sent it."""

    def __init__(self, status: int, reason: str) -> None:
        self.status, self.reason = status, reason
        super().__init__(reason)


class Account(msgspec.Struct, frozen=True, rename="camel"):
    """A user or a bot. `id` is per bot; only `aad_object_id` says who somebody is."""

    id: Id
    name: Name | None = None
    aad_object_id: Name | None = None


class Place(msgspec.Struct, frozen=True, rename="camel"):
    """The conversation: a personal chat, a group chat, or a thread of a channel."""

    id: Id
    conversation_type: Name | None = None
    is_group: bool | None = None
    tenant_id: Name | None = None


class Incoming(msgspec.Struct, frozen=True, rename="camel"):
    """What the bot reads of an activity; everything else in it is ignored.

    `value`, `channel_data`, the entities and the attachments are any JSON: whoever reads them checks them.
    """

    type: Kind
    id: Id
    service_url: Id
    conversation: Place
    sender: Account = msgspec.field(name="from")
    channel_id: Name = ""
    recipient: Account | None = None
    name: Name | None = None
    action: Name | None = None
    text: str | None = None
    value: Any = None
    channel_data: Any = None
    entities: tuple[Any, ...] | None = None
    attachments: tuple[Any, ...] | None = None
    members_added: tuple[Account, ...] | None = None
    delivery_mode: Name | None = None
    locale: Name | None = None


TOO_DEEP = "The body is nested too deeply."

_decoder = msgspec.json.Decoder(Incoming)


def read_activity(body: bytes) -> Incoming:
    """The activity in a request's body; raises Refused (400) for anything that isn't one."""
    try:
        incoming = _decoder.decode(body)
    except RecursionError:
        raise Refused(400, TOO_DEEP) from None
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Refused(400, f"The body must be a Bot Framework activity: {error}.") from None
    if body.count(b"{") + body.count(b"[") > DEEPEST and _deeper(_open_ended(incoming), DEEPEST):
        raise Refused(400, TOO_DEEP)
    return incoming


def _open_ended(incoming: Incoming) -> list[Any]:
    return [incoming.value, incoming.channel_data, incoming.entities, incoming.attachments]


def _deeper(value: Any, levels: int) -> bool:
    """Whether there are more than so many levels of objects and lists in a value."""
    if not isinstance(value, dict | list | tuple):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(_deeper(part, levels - 1) for part in inner)
