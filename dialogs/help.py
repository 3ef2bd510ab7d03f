"""Shows what can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dialogs import cards
from dialogs.turns.turn import Reply
from dialogs.words import forms, phrases
from knowledge.progress.acts.actor import Actor
from knowledge.progress.model import Role
from knowledge.questions.language import thesaurus
from knowledge.questions.language.words import expand, plain, stems
from knowledge.questions.searching.index import Index

HELP = """I answer questions about the recommendations in “{title}”, with the source of every answer.

**You can ask**

- “who leads recommendation {ref}?”, “which have no lead?”
- “deadline for rec {other}”, “what is due in {month}?”
- “which were accepted in principle?”, “which recommendation is about {topic}?”
- “what does {council} say about {topic}?”, “why did {reviewer} recommend {ref}?”
- “what’s the latest on {ref}?”, “which are red?”, “what changed this week?”

Then go on: “and the timescale?”, “what about {other}?” What I can’t answer, I pass on: “ask the lead of {ref}”.

**Post progress** on what you lead

- “what do I have to update?”
- “update {ref}”, and I’ll ask; or at once: “update {ref}: amber – what has happened; next step … by 30 January”
- “no change on {ref}”, “extend {ref} to 30 June: why”, “undo”"""

MANAGERS = """**Managers**

- “weekly summary”, “send me the weekly summary every Monday at 9”, “export the committee pack”
- “assign {ref} to …”, “set the target for {ref} to 31 March”, “grant the extension of {ref}”
- “sign off {ref}”, “send {ref} back: why”, “redact the last update on {ref}”
- “questions not answered”, “add synonym kids = children”, “show the glossary”"""
ADMINISTRATORS = """**Administrators**

- “list people”, “add Jane Doe jane.doe@example.gov.uk as officer”
- “link {lead} to jane.doe@example.gov.uk”, “make Jane Doe a manager”
- To import a document, send it here as a file."""
NOTHING_YET = "I don’t hold any recommendations yet. Somebody needs to import a document first."
AT_FIRST = "Until then you can ask me: “what are my roles?”, “who are the managers?”, “who is linked to {lead}?”."
SEVERAL = (
    "I hold several documents: {names}. Name the one that you mean, such as “who leads {ref} of {last}?”; I stay with "
    "it until you name another."
)
UNBOUND = "Here, on this machine, everybody may do everything."

WELCOME = (
    "Hello! I answer questions about the {size} in “{title}” and keep their progress. For example, ask “who leads "
    "recommendation {ref}?”, or say “update {ref}”. Say “help” to see more."
)
IN_A_GROUP = "In this chat I only hear messages that mention me: “@{name} who leads recommendation {ref}?”."

# Somebody to show how one asks, where no document names anybody.
_SOMEBODY = "Sue Myers"


@lru_cache(256)
def asks_help(text: str) -> bool:
    """Whether a message asks what the bot can do."""
    return forms.says("help", expand(plain(text))) or not plain(text).strip("?! ")


def help_reply(index: Index, actor: Actor, several: Sequence[str] = ()) -> Reply:
    """What can be asked and done by this person, with examples that work on this programme.

    `several` is what the programmes are called, where there is more than one.
    """
    ref, other = _examples(index)
    programme = index.programme
    text = HELP.format(
        title=phrases.escaped(programme.title),
        ref=ref,
        other=other,
        month=_month(index),
        council=phrases.escaped(programme.council or "the council"),
        reviewer=phrases.escaped(phrases.reviewer(programme) or "the review"),
        topic=phrases.escaped(_topic(index)),
    )
    names = [phrases.escaped(name) for name in several]
    more = [SEVERAL.format(names=phrases.joined(names), last=names[-1], ref=ref)] if names else []
    more += [MANAGERS.format(ref=ref)] if actor.is_(Role.MANAGER) else []
    more += [ADMINISTRATORS.format(lead=_lead(index))] if actor.is_(Role.ADMINISTRATOR) else []
    more += [UNBOUND] if actor.unbound else []
    return Reply("\n\n".join([text, *more]), cards.questions("Try one of these", _tries(index)))


def help_at_first(actor: Actor) -> str:
    """What can be asked and done as long as there is no document."""
    more = [ADMINISTRATORS.format(lead=_SOMEBODY)] if actor.is_(Role.ADMINISTRATOR) else []
    more += [UNBOUND] if actor.unbound else []
    return "\n\n".join([f"{NOTHING_YET} {AT_FIRST.format(lead=_SOMEBODY)}", *more])


def welcome_reply(index: Index, mention: str = "") -> Reply:
    """What is said once when somebody adds the bot; `mention` is what it is called where it must be mentioned."""
    size = phrases.counted(len(index.refs), "recommendation")
    text = WELCOME.format(size=size, title=phrases.escaped(index.programme.title), ref=example(index))
    if mention:
        text += f"\n\n{IN_A_GROUP.format(name=phrases.escaped(mention), ref=example(index))}"
    return Reply(text, cards.questions("Try one of these", _tries(index)))


def example(index: Index) -> str:
    """A recommendation to show how one asks."""
    return _examples(index)[0]


def _tries(index: Index) -> list[str]:
    return [
        f"Who leads recommendation {example(index)}?",
        "Which recommendations have no lead officer?",
        "How are we doing?",
        "What do I have to update?",
    ]


# What no topic ends in.
_UNFINISHED = frozenset("a an and for in it of on that the to with".split())


@lru_cache(maxsize=256)
def _examples(index: Index) -> tuple[str, str]:
    """Two recommendations that show something: with a lead and a date, as far as there are any."""
    led = [r for r in index.refs if index.by_ref[r].leads and any(m.earliest for m in index.by_ref[r].milestones)]
    known = [*led[::-1], *index.refs[::-1]]
    return ("10" if "10" in led else known[0]), next((r for r in known if r not in {"10", known[0]}), known[0])


def _lead(index: Index) -> str:
    return phrases.escaped(next(iter(index.roles), _SOMEBODY))


def _month(index: Index) -> str:
    """A month that something is due in."""
    found = [
        m.latest
        for r in index.refs
        for m in index.by_ref[r].milestones
        if m.earliest and m.latest and (m.latest - m.earliest).days < 31
    ]
    return f"{max(found):%B %Y}" if found else "May"


# It is looked for among all terms of the field, which takes longer than all the rest of a reply.
@lru_cache(maxsize=8)
def _topic(index: Index) -> str:
    """A term of the field that one recommendation says more often than the others, as an example of a topic."""
    terms = (term for term in sorted(thesaurus.terms()) if term.split()[-1] not in _UNFINISHED)
    said = {term: index.by_recommendation.count(" ".join(stems(term))) for term in terms}
    telling = {term: max(times.values()) ** 2 / sum(times.values()) for term, times in said.items() if times}
    return max(telling, key=lambda term: telling[term], default="training")
