"""Takes a document that an administrator sends: restated, and kept only on a yes."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import msgspec

from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer, propose, stale
from dialogs.turns.rights import denied, holders
from dialogs.turns.turn import Turn
from dialogs.words import forms, phrases
from knowledge.documents.names import successor
from knowledge.model import Programme
from knowledge.progress.acts.changes import Change, noted
from knowledge.progress.model import Role
from knowledge.questions.language.words import expand, plain
from knowledge.store.shelves import PROGRAMMES

HOW = (
    "Send me the document as a file, here in our private chat: I read it, tell you what I found, and import it once "
    "you say yes."
)
WOULD = "“{title}” with {many}{replaced}."
NEW = "; I hold nothing of that name yet"
NAMED = "I would call it “{name}”."
REPLACES = "; it replaces “{title}” with {many}"
SAME = "; I hold just the same already, so it would change nothing"
LACKS = (
    "Mind: it lacks {refs}, on which progress was posted. That stays on record, but isn’t shown as long as no document "
    "has {them}."
)
IMPORT_IT = "Import it?"
GONE = (
    "Nothing has been imported: I don’t have that file any more. I keep one for half an hour while I wait for a yes, "
    "and lose it when I’m started again or another bot takes over from me. Please send it once more."
)
DONE = "Imported: “{title}” with {many}. It counts at once, for everybody."
LEFT = "I haven’t looked at “{name}”. To have it imported, send it without words, or with “import”."
LEFT_BY = "I haven’t looked at “{name}”: only administrators import documents. {administrators}"

# More than so many doubts of the importer nobody reads here.
_WARNINGS = 5


def take(moment: Moment) -> Turn | None:
    """A document that came with a message; None where none did.

    With words that are about something else, the words count, and `left` says that the file wasn't looked at.
    """
    brought = moment.message.brought
    if brought is None or not wants(moment.message.text):
        return None
    if not moment.actor.is_(Role.ADMINISTRATOR):
        return moment.turn(denied(Role.ADMINISTRATOR, moment), draft=moment.memory.draft)
    if brought.problem or brought.programme is None:
        return moment.turn(phrases.escaped(brought.problem) or GONE, draft=moment.memory.draft)
    return _proposed(brought.programme, brought.digest, moment)


def how(moment: Moment) -> Turn | None:
    """How a document is imported, for whoever asks or sends none; None for any other message."""
    if not moment.says("import"):
        return None
    may = moment.actor.is_(Role.ADMINISTRATOR)
    return moment.turn(HOW if may else denied(Role.ADMINISTRATOR, moment), draft=moment.memory.draft)


def wants(text: str) -> bool:
    """Whether words that come with a file, if there are any, mean that it is to be imported."""
    said = expand(plain(text)).strip(" \n.!?")
    return not said or forms.says("import", said) or forms.says("brings", said)


def left(moment: Moment) -> str:
    """That a file which came with other words wasn't looked at; empty where none did."""
    brought = moment.message.brought
    if brought is None or wants(moment.message.text):
        return ""
    name = phrases.escaped(brought.name)
    if moment.actor.is_(Role.ADMINISTRATOR):
        return LEFT.format(name=name)
    return LEFT_BY.format(name=name, administrators=holders(Role.ADMINISTRATOR, moment))


def _proposed(programme: Programme, digest: str, moment: Moment) -> Turn:
    programme, known = successor(programme, moment.records.reading.all(PROGRAMMES))
    what = WOULD.format(title=phrases.escaped(programme.title), many=_many(programme), replaced=_for(programme, known))
    said = [what, *map(phrases.escaped, programme.warnings[:_WARNINGS])]
    if not known:
        said.insert(1, NAMED.format(name=phrases.escaped(programme.name)))
    lost = _lost(programme, known, moment) if known else ()
    if lost:
        said.append(LACKS.format(refs=phrases.recommendations(lost), them="it" if len(lost) == 1 else "them"))
    return propose(
        moment, "\n\n".join(said), "import document", ask=IMPORT_IT, restate=False, digest=digest, seen=_seen(known)
    )


def _do(moment: Moment, what: Mapping[str, Any]) -> Turn:
    if not moment.actor.is_(Role.ADMINISTRATOR):
        return moment.turn(denied(Role.ADMINISTRATOR, moment))
    read = moment.knowledge.brought.get(what["digest"])
    if read is None:
        return moment.turn(GONE)
    programme, known = successor(read, moment.records.reading.all(PROGRAMMES))
    if _seen(known) != what.get("seen"):
        return stale(_proposed(read, what["digest"], moment))
    before = _summed_up(known) if known else None
    entry = noted(moment.occasion, "document imported", programme.name, after=_summed_up(programme), before=before)
    told = DONE.format(title=phrases.escaped(programme.title), many=_many(programme))
    return moment.turn(told, changes=(Change(PROGRAMMES, programme), entry))


def _seen(known: Programme | None) -> str:
    """What would be replaced, in a few letters."""
    return sha256(msgspec.json.encode(known)).hexdigest() if known else ""


def _for(programme: Programme, known: Programme | None) -> str:
    if known is None:
        return NEW
    if known == programme:
        return SAME
    return REPLACES.format(title=phrases.escaped(known.title), many=_many(known))


def _lost(programme: Programme, known: Programme, moment: Moment) -> tuple[str, ...]:
    """The recommendations with progress that the new document hasn't got."""
    there = {rec.ref for rec in programme.recommendations}
    gone = [rec.ref for rec in known.recommendations if rec.ref not in there]
    return tuple(ref for ref in gone if moment.records.updates(known.name, ref))


def _many(programme: Programme) -> str:
    return phrases.counted(len(programme.recommendations), "recommendation")


def _summed_up(programme: Programme) -> dict[str, Any]:
    """A document as the audit trail tells of it."""
    return {
        "title": programme.title,
        "source": programme.source,
        "recommendations": len(programme.recommendations),
    }


DOERS: dict[str, Doer] = {"import document": _do}
