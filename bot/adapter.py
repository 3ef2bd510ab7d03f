"""The SDK's adapter, over our own checks on the way in and our own connector on the way out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from botbuilder.core import BotAdapter, InvokeResponse, TurnContext
from botbuilder.schema import Activity, ActivityTypes, ConversationReference, DeliveryModes, ResourceResponse

from bot.outgoing.connector import Connector, activities
from bot.outgoing.plain import as_json, plain

Logic = Callable[[TurnContext], Awaitable[None]]


class TeamsAdapter(BotAdapter):  # type: ignore[misc]  # the SDK publishes no types
    """Takes turns and sends what they say.

    The SDK's CloudAdapter makes two clients a turn, asks for a token each time, blocks the event loop while it
    does, and retries nothing; so only the SDK's contract is kept here, its turns and its activities.
    """

    def __init__(self, connector: Connector) -> None:
        super().__init__()
        self._connector = connector

    async def take(self, activity: Activity, logic: Logic) -> InvokeResponse | None:
        """Take one turn; gives what the HTTP answer is to hold, if anything."""
        context = TurnContext(self, activity)
        await self.run_pipeline(context, logic)
        if activity.delivery_mode == DeliveryModes.expect_replies:
            return InvokeResponse(status=200, body={"activities": plain(context.buffered_reply_activities)})
        if activity.type == ActivityTypes.invoke:
            answer = context.turn_state.get(self._INVOKE_RESPONSE_KEY)
            return answer.value if answer else InvokeResponse(status=501)
        return None

    async def reply(self, context: TurnContext, activity: Activity) -> None:
        """Send an activity to where the turn's came from. Raises NotDelivered.

        What `context.send_activity` does, less its copies, which take half a millisecond with a card: the
        activity belongs to the adapter from now on.
        """
        _address(activity, context.activity)
        if context.activity.delivery_mode == DeliveryModes.expect_replies:
            context.buffered_reply_activities.append(activity)
        else:
            await self.send_activities(context, [activity])

    async def send_activities(self, context: TurnContext, activities: list[Activity]) -> list[ResourceResponse]:
        """See BotAdapter. Raises NotDelivered."""
        return [await self._send(context, activity) for activity in activities]

    async def update_activity(self, context: TurnContext, activity: Activity) -> ResourceResponse:  # noqa: ARG002
        """See BotAdapter. Raises NotDelivered."""
        path = activities(activity.conversation.id, activity.id)
        return ResourceResponse(
            id=await self._connector.send(activity.service_url, path, as_json(activity), method="PUT")
        )

    async def delete_activity(self, context: TurnContext, reference: ConversationReference) -> None:  # noqa: ARG002
        """See BotAdapter. Raises NotDelivered."""
        path = activities(reference.conversation.id, reference.activity_id)
        await self._connector.send(reference.service_url, path, method="DELETE")

    async def _send(self, context: TurnContext, activity: Activity) -> ResourceResponse:
        match activity.type:
            case ActivityTypes.invoke_response:
                context.turn_state[self._INVOKE_RESPONSE_KEY] = activity
            case ActivityTypes.trace:
                pass
            case _:
                path = activities(activity.conversation.id, activity.reply_to_id or "")
                return ResourceResponse(id=await self._connector.send(activity.service_url, path, as_json(activity)))
        return ResourceResponse(id="")


def _address(reply: Activity, to: Activity) -> None:
    """What TurnContext.apply_conversation_reference does."""
    reply.channel_id, reply.service_url, reply.locale = to.channel_id, to.service_url, to.locale
    reply.conversation, reply.from_property, reply.recipient = to.conversation, to.recipient, to.from_property
    reply.reply_to_id = to.id
