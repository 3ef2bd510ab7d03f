"""Who people are and what they may do, by chat: administrators link accounts and give roles, everybody may ask."""

from dialogs.people.addressed import taken_up
from dialogs.people.door import DOERS, going_on, take, waiting

__all__ = ["DOERS", "going_on", "take", "taken_up", "waiting"]
