"""The same conversation in a terminal, for trying things out where there is no Teams."""

from __future__ import annotations

import asyncio
import itertools
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import TextIO

from bot.commands.terminal import Choice, choices, shown
from bot.conversations.turns import Said, Turns
from dialogs.turns.turn import Reply
from knowledge.model import Person

PROMPT = "You: "
HINT = '(Type a question, or the number of a choice. "quit" or Ctrl-D leaves.)'
GOODBYE = "Goodbye."
LEAVING = frozenset({"quit", "exit", "bye", "q"})


@dataclass
class Chat:
    """One conversation of one person; what it remembers lasts as long as the chat.

    `deliver` sees to the file that a reply carries, and says in the reply what has become of it.
    """

    turns: Turns
    who: Person
    where: str
    deliver: Callable[[Reply], Awaitable[Reply]] | None = None
    choices: list[Choice] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    async def say(self, line: str) -> list[Reply]:
        """What the bot says to a typed line; a listed number stands for its choice."""
        replies: list[Reply] = []

        async def keep(reply: Reply) -> None:
            replies.append(await self.deliver(reply) if self.deliver else reply)

        said = Said(self.where, f"{self.where} {next(self.numbers)}", self._meant(line), self.who)
        await self.turns.answer(said, keep)
        self.choices = [choice for reply in replies for choice in choices(reply)]
        return replies

    def _meant(self, line: str) -> str:
        number = int(line) if line.isdecimal() else 0
        return self.choices[number - 1].say if 1 <= number <= len(self.choices) else line


def chat(runner: asyncio.Runner, conversation: Chat, notice: str = "", source: TextIO | None = None) -> None:
    """Talk until the input ends. Prompts and pleasantries are for people: a pipe gets replies only."""
    source = source or sys.stdin
    if not source.isatty():
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        _talk(runner, conversation, source.readline)
        return
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a script that starts this in the background ignores it
    opening = [notice, shown(conversation.turns.introduction()), HINT]
    print("\n\n".join(filter(None, opening)), end="\n\n")
    _talk(runner, conversation, _prompted)
    print(GOODBYE)


def _talk(runner: asyncio.Runner, conversation: Chat, read: Callable[[], str]) -> None:
    """Reads between the runs of the event loop: inside it, Ctrl-C would not reach the prompt."""
    for line in _lines(read):
        for reply in runner.run(conversation.say(line)):
            print(shown(reply), end="\n\n", flush=True)


def _lines(read: Callable[[], str]) -> Iterator[str]:
    """What is typed, without empty lines, until the input ends or somebody leaves."""
    while line := read():
        if line.strip().casefold() in LEAVING:
            return
        if line.strip():
            yield line.strip()


def _prompted() -> str:
    """A typed line with its end, empty where Ctrl-D or Ctrl-C was pressed.

    Only here is Ctrl-C let through: threads that were started while it wasn't never get it instead of the prompt.
    """
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        return input(PROMPT) + "\n"
    except (EOFError, KeyboardInterrupt):
        print()
        return ""
    finally:
        hold_ctrl_c()


def hold_ctrl_c() -> None:
    """Let Ctrl-C wait, in this thread and in those that it starts from now on."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
