"""Everything that a dialog looks at when it takes a message: what was said, by whom, and what is so at this moment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from dialogs.turns import programmes
from dialogs.turns.turn import Card, Memory, Message, Reply, Turn
from dialogs.words import forms
from dialogs.words.orders import Order, heard
from dialogs.words.wordings import LISTED, POLITE, RECS
from knowledge.library import Knowledge
from knowledge.model import Person
from knowledge.once import once
from knowledge.progress.acts.actor import Actor, actor, key_of
from knowledge.progress.acts.changes import Change, Occasion
from knowledge.progress.standings.records import Records
from knowledge.progress.standings.standing import Standing
from knowledge.questions.language.numbers import by_name
from knowledge.questions.language.words import expand, plain
from knowledge.questions.parsing.reading import Reading, read
from knowledge.questions.searching.index import Index

# Turns that "the first one" can go back to.
_TRAIL = 20
_MARKED = re.compile(r"(?<![\w*])(?P<mark>\*{1,3}|_{1,3}|`)(?P<number>[A-Za-z]{0,2}\d[\d.]*[a-z]?)(?P=mark)(?![\w*])")
# Bold words that an update begins with, or all of it: "**update 10:** amber".
_HEADED = re.compile(
    r"^(?P<before>[ \t]*(?:[-*•][ \t]+)?)(?P<mark>\*{1,3}|_{1,3})"
    rf"(?P<words>{POLITE}(?:(?:update|mark|set)\s+)?(?:(?:on|for)\s+)?{RECS}{LISTED}(?:\s+updates?)?\s*[:–—-]?)"
    r"(?P=mark)(?![\w*])|\A(?P<all>\*{1,3})(?=[^*]*\d)(?P<whole>\w[^*]*)(?P=all)\s*\Z",
    re.IGNORECASE | re.MULTILINE,
)
# With or without its shade.
_THUMB = re.compile(r"(?:(?:👍|👌|✅|✔️?)|(?P<down>👎|❌))[\U0001f3fb-\U0001f3ff\ufe0f]*")
# What ends a sentence, which no form of words minds.
_ENDS = " \n.!?"
_YES = re.compile(
    r"(yes|yep|yeah|yup|ok|okay|sure|fine|great|perfect|good|absolutely|"
    r"(?:all|that is|looks|sounds) (?:good|fine|right|correct|great|ok|okay)),\s*(?=\w)"
)


@dataclass(frozen=True)
class Moment:
    """One message, with what the conversation remembers and what is known; all of it as of now."""

    message: Message
    speaker: Person
    memory: Memory
    knowledge: Knowledge

    @once
    def said(self) -> str:
        """The message in lower case, short forms written out, without what ends a sentence, or a comma behind a yes."""
        said = _thumbed(self.message.text) or expand(plain(self.message.text)).strip(_ENDS)
        agrees = _YES.match(said)
        return f"{agrees[1]} {said[agrees.end() :]}" if agrees else said

    def says(self, heading: str) -> bool:
        """Whether the message has any phrase under this heading of forms.txt."""
        return heading in self._heard

    def says_any(self, headings: Iterable[str]) -> bool:
        """Whether the message has any phrase under any of these headings."""
        return not self._heard.isdisjoint(headings)

    @once
    def _heard(self) -> frozenset[str]:
        return forms.heard(self.said)

    def asks(self, heading: str) -> bool:
        """As `says`, of the message as a question, its mistakes mended."""
        return heading in self._asked

    @once
    def _asked(self) -> frozenset[str]:
        text = self.reading.text if self.reading else ""
        return self._heard if text.rstrip(_ENDS) == self.said else forms.heard(text)

    @once
    def index(self) -> Index | None:
        """The programme that is meant; None where several could be."""
        memory = self.memory if self.memory.by in {"", speaker_of(self.speaker)} else replace(self.memory, programme="")
        return programmes.chosen(self.message, memory, self.knowledge)

    @property
    def spoken_of(self) -> tuple[str, ...]:
        """The recommendations that the speaker spoke of last, for orders that name none; of somebody else's, none."""
        return self.memory.refs if self.memory.by == speaker_of(self.speaker) else ()

    @once
    def reading(self) -> Reading | None:
        """The message taken apart as a question on that programme."""
        return read(self.message.text, self.index) if self.index else None

    @once
    def order(self) -> Order | None:
        """What the message orders to be done to recommendations of that programme, if it is an officer's order."""
        return _ordered(self.message.text, self.index) if self.index else None

    @once
    def actor(self) -> Actor:
        """Who speaks, as the directory knows them now."""
        return actor(self.speaker, self.records)

    @property
    def records(self) -> Records:
        """What is kept of progress and people."""
        return self.knowledge.records

    @property
    def today(self) -> date:
        """The day it is where the council is."""
        return self.message.at.astimezone(self.knowledge.timezone).date()

    @property
    def occasion(self) -> Occasion:
        """Who changes something, when and where, for the audit trail."""
        return Occasion(self.actor, self.message.at, self.message.where)

    def standing(self, index: Index, ref: str) -> Standing:
        """How a recommendation stands."""
        return self.records.standing(index.programme, index.by_ref[ref])

    def turn(
        self,
        text: str,
        card: Card | None = None,
        *,
        changes: tuple[Change, ...] = (),
        draft: Mapping[str, Any] | None = None,
        refs: tuple[str, ...] = (),
        fields: tuple[str, ...] = (),
        replaces: bool = False,
        erases: bool = False,
    ) -> Turn:
        """A turn that says this. The draft ends unless one is given; `refs` are what it was about, if anything."""
        named = self.index if self.message.programme else None
        memory = programmes.turned_to(named, self.memory) if named else self.memory
        memory = replace(memory, draft=dict(draft or {}), pending={})
        if refs and self.index:
            trail = (*memory.trail, refs)[-_TRAIL:] if refs != memory.refs else memory.trail
            memory = replace(memory, programme=self.index.programme.name, refs=refs, trail=trail, fields=fields)
        return Turn((Reply(text, card, replaces),), memory, changes, erases)


def _thumbed(text: str) -> str:
    """What a thumb alone says, which is how people agree in Teams; empty for any other message."""
    thumb = _THUMB.fullmatch(text.strip())
    return ("no" if thumb["down"] else "yes") if thumb else ""


def speaker_of(person: Person) -> str:
    """Whose words are remembered, by their key; nobody can order anything without one."""
    return key_of(person) or "nobody"


def owned(turn: Turn, moment: Moment) -> Turn:
    """The turn, with who spoke of the recommendations that are remembered now."""
    now, reading = turn.memory.refs, moment.reading
    names = reading is not None and not {*now}.isdisjoint(reading.named.refs)
    by = speaker_of(moment.speaker) if names or now != moment.memory.refs else moment.memory.by
    return turn if by == turn.memory.by else Turn(turn.replies, turn.memory.spoken_by(by), turn.changes, turn.erases)


def unmarked(text: str) -> str:
    """A message without the marks of Markdown around a number, or what it heads: "update **10**: green"."""
    marked = "*" in text or "_" in text or "`" in text
    return _MARKED.sub(r"\g<number>", _HEADED.sub(_bare, text)) if marked else text


def _bare(bold: re.Match[str]) -> str:
    return bold["whole"] or f"{bold['before']}{bold['words']}"


def free(moment: Moment, text: str | None = None) -> Moment:
    """The same moment with nothing waiting; with another text, if one is given."""
    message = moment.message if text is None else replace(moment.message, text=text)
    return replace(moment, message=message, memory=replace(moment.memory, draft={}))


@lru_cache(256)
def _ordered(text: str, index: Index) -> Order | None:
    return heard(text, by_name(index.by_ref))
