"""What is kept of a conversation, as one speaker's memory and back."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from dialogs.turns.turn import Memory, Reply
from knowledge.store import Conversation

log = logging.getLogger(__name__)

ANSWERED_KEPT = 50  # Teams redelivers within a minute; nobody sends fifty messages in that


def remembered(kept: Conversation, who: str = "") -> Memory:
    """What a kept conversation remembers, with the draft of `who`, by their key.

    What can't be read (an older version's, say) is forgotten, not fatal.
    """
    try:
        return msgspec.convert({**kept.memory, "draft": kept.drafts.get(who) or {}}, Memory)
    except msgspec.ValidationError:
        log.warning("memory unreadable, starting afresh")
        return Memory()


def after_turn(kept: Conversation, activity_id: str, memory: Memory, who: str = "") -> Conversation:
    """The conversation once an activity has been answered."""
    drafts = {key: draft for key, draft in kept.drafts.items() if key != who}
    return replace(
        kept,
        memory=msgspec.to_builtins(memory) | {"draft": {}},
        answered=(*kept.answered, activity_id)[-ANSWERED_KEPT:],
        drafts=drafts | {who: memory.draft} if who and memory.draft else drafts,
    )


def with_unsent(kept: Conversation, activity_id: str, replies: Sequence[Reply]) -> Conversation:
    """The conversation with what is yet to be said to an activity; none of it once there is nothing to say."""
    texts = tuple(reply.text for reply in replies)
    others = {key: said for key, said in kept.unsent.items() if key != activity_id and key in kept.answered}
    return replace(kept, unsent=others | {activity_id: texts} if texts else others)
