"""A conversation's memory as JSON and back."""

from __future__ import annotations

import logging
from dataclasses import replace

import msgspec

from dialogs.turn import Memory
from knowledge.store import Conversation

log = logging.getLogger(__name__)

ANSWERED_KEPT = 50  # Teams redelivers within a minute; nobody sends fifty messages in that


def remembered(kept: Conversation) -> Memory:
    """What a kept conversation remembers; what can't be read (an older version's, say) is forgotten, not fatal."""
    try:
        return msgspec.convert(kept.memory, Memory)
    except msgspec.ValidationError:
        log.warning("memory unreadable, starting afresh")
        return Memory()


def after_turn(kept: Conversation, activity_id: str, memory: Memory) -> Conversation:
    """The conversation once an activity has been answered."""
    answered = (*kept.answered, activity_id)[-ANSWERED_KEPT:]
    return replace(kept, memory=msgspec.to_builtins(memory), answered=answered)
