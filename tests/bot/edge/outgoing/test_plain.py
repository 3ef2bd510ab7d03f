"""An activity as JSON is what the SDK would have sent, only sooner."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from botbuilder.schema import (
    Activity,
    ActivityTypes,
    Attachment,
    CardAction,
    ChannelAccount,
    ConversationAccount,
    ConversationReference,
    Entity,
    ErrorResponse,
    Mention,
    SuggestedActions,
)

from bot.outgoing.plain import as_json

FULL = Activity(
    type=ActivityTypes.message,
    id="one",
    text="Recommendation 10 …\n“quoted” 😀",
    text_format="markdown",
    timestamp=datetime(2026, 11, 23, 9, 30, 15, 123000, tzinfo=UTC),
    from_property=ChannelAccount(id="28:bot", name="Recommendations", aad_object_id="x", role="bot"),
    recipient=ChannelAccount(id="29:sue"),
    conversation=ConversationAccount(id="chat", is_group=True, conversation_type="groupChat", tenant_id="tenant"),
    attachments=[Attachment(content_type="application/json", content={"a": [1, {"b": None}]}, name="card")],
    entities=[Mention(mentioned=ChannelAccount(id="29:sue", name="Sue"), text="<at>Sue</at>", type="mention")],
    suggested_actions=SuggestedActions(to=["29:sue"], actions=[CardAction(type="imBack", title="Yes", value="yes")]),
    channel_data={"notification": {"alert": True}},
    members_added=[],
    reply_to_id="activity",
    value={"x": 1.5, "y": [True, False, None]},
)


@pytest.mark.parametrize(
    "model",
    [
        FULL,
        Activity(type="typing"),
        Activity(),
        ConversationReference(conversation=ConversationAccount(id="chat"), service_url="https://example.org"),
        Entity(type="https://schema.org/Message"),
        ErrorResponse(),
    ],
    ids=lambda model: f"{type(model).__name__} {getattr(model, 'type', '')}",
)
def test_it_is_what_the_sdk_says(model: Any) -> None:
    ours, theirs = json.loads(as_json(model)), json.loads(json.dumps(model.serialize()))

    assert without_times(ours) == without_times(theirs)


def test_a_time_is_the_same_moment() -> None:
    ours, theirs = json.loads(as_json(FULL)), FULL.serialize()

    assert datetime.fromisoformat(ours["timestamp"]) == datetime.fromisoformat(theirs["timestamp"])


class Citation(Entity):  # type: ignore[misc]  # the SDK publishes no types
    """An entity with more than the SDK knows, which the SDK drops unless it is said like this."""

    _attribute_map = Entity._attribute_map | {"additional_properties": {"key": "", "type": "{object}"}}


def test_what_the_sdk_does_not_know_travels_along() -> None:
    citation = Citation(type="https://schema.org/Message")
    citation.additional_properties = {"@type": "Message", "citation": [{"position": 1}]}

    assert json.loads(as_json(citation)) == {
        "type": "https://schema.org/Message",
        "@type": "Message",
        "citation": [{"position": 1}],
    }


def without_times(activity: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in activity.items() if name != "timestamp"}
