"""The same conversation in a terminal, for trying things out where there is no Teams."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TextIO

from bot.terminal import Choice, choices, shown
from bot.turns import Respond, sorry
from dialogs.conversation import welcome
from dialogs.turn import Memory, Message, Reply
from knowledge.library import Knowledge
from knowledge.model import Person

YOU = Person(tenant="local", object_id="terminal", name="You")

PROMPT = "You: "
HINT = '(Type a question, or the number of a choice. "quit" or Ctrl-D leaves.)'
GOODBYE = "Goodbye."
LEAVING = frozenset({"quit", "exit", "bye", "q"})


@dataclass
class Chat:
    """One conversation; what it remembers lasts as long as the chat, and nothing of it is stored."""

    knowledge: Knowledge
    respond: Respond
    memory: Memory = field(default_factory=Memory)
    choices: list[Choice] = field(default_factory=list)

    async def say(self, line: str) -> list[Reply]:
        """What the bot says to a typed line; a listed number stands for its choice."""
        message = Message(self._meant(line), datetime.now(UTC))
        try:
            turn = self.respond(message, YOU, self.memory, self.knowledge)
        except Exception as error:  # the door, as in Turns: whoever types gets an answer
            return [sorry(error)]
        self.memory = turn.memory
        self.choices = [choice for reply in turn.replies for choice in choices(reply)]
        return list(turn.replies)

    def _meant(self, line: str) -> str:
        number = int(line) if line.isdecimal() else 0
        return self.choices[number - 1].say if 1 <= number <= len(self.choices) else line


def chat(knowledge: Knowledge, respond: Respond, source: TextIO | None = None) -> None:
    """Talk until the input ends. Prompts and pleasantries are for people: a pipe gets replies only."""
    source = source or sys.stdin
    conversation = Chat(knowledge, respond)
    if not source.isatty():
        _talk(conversation, source.readline)
        return
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a script that starts this in the background ignores it
    print(f"{shown(welcome(knowledge))}\n\n{HINT}\n")
    _talk(conversation, _prompted)
    print(GOODBYE)


def _talk(conversation: Chat, read: Callable[[], str]) -> None:
    """Reads between the runs of the event loop: inside it, Ctrl-C would not reach the prompt."""
    with asyncio.Runner() as runner:
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
    """A typed line with its end, empty where Ctrl-D or Ctrl-C was pressed."""
    try:
        return input(PROMPT) + "\n"
    except (EOFError, KeyboardInterrupt):
        print()
        return ""
