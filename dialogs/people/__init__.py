"""Who people are and what they may do, by chat: administrators link accounts and give roles, everybody may ask."""

from dialogs.people.door import DOERS, going_on, take, waiting

__all__ = ["DOERS", "going_on", "take", "waiting"]
