"""What is kept so that the bot can speak of its own accord: where, and the secret that its links are signed with."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reference:
    """How a conversation can be reached: by which service, from which bot, to whom.

    `key` is the conversation without the thread in it. `member` is whose private chat it is, by their key; empty for
    any other. Whoever uses the address checks first that it is one of Teams.
    """

    key: str
    service_url: str
    bot: str = ""
    user: str = ""
    tenant: str = ""
    kind: str = ""
    member: str = ""
    channel: str = "msteams"

    @property
    def private(self) -> bool:
        """Whether only one person reads it."""
        return bool(self.member)


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret of the bot's own, by what it is for."""

    name: str
    text: str = field(repr=False)
