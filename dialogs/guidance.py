"""Says in two or three lines how something is done, to whom it concerns, and helps on who is stuck with the bot."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.turns.moment import Moment
from dialogs.turns.rights import UNKNOWN, holders
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.progress.model import Role


@dataclass(frozen=True, slots=True)
class Told:
    """What to say; `others` is for those who don't have the `role`, where that makes a difference."""

    text: str
    role: Role | None = None
    others: str = ""


ADMINISTRATOR = "Ask “who are the administrators?” to see who looks after me."
PEOPLE = Told(
    "Say “add Jane Doe jane.doe@example.gov.uk as officer”, “link {lead} to jane.doe@example.gov.uk”, “make Jane Doe a "
    "manager” or “remove the manager role from Jane Doe”. “List people” shows everybody. Nobody is taken out of the "
    "directory, since their updates keep their name: take away their roles and links instead.",
    Role.ADMINISTRATOR,
    "Administrators add people, link them to their names in the document and give them roles. You can ask “who are the "
    "administrators?”, “who are the managers?” and “what are my roles?”.",
)
CHASE = Told(
    "I remind leads of my own accord, on working days: of what is due, overdue, sent back or without news for four "
    "weeks. Managers hear of it when two reminders in a row weren’t answered. To ask a lead something yourself, say "
    "“ask the lead of {ref}: …”; “who hasn’t updated?” shows who is quiet."
)
REMIND_ME = Told(
    "I don’t set reminders on request, so nothing has been saved. Of my own accord I remind leads on working days of "
    "what is due, overdue, sent back or without news for four weeks. “What do I have to update?” shows yours at any "
    "time; to ask a lead something yourself, say “ask the lead of {ref}: …”."
)
AWAY = Told(
    "Say “pause my reminders until 5 January”, with the day you are back, and “resume my reminders” if you are back "
    "earlier. A manager can let somebody post for you meanwhile: “Jane Doe may post for {lead}”."
)
LEAKED = Told(
    "Nothing has been taken out yet. Say “redact the last update on {ref}”, or “redact the name …” with the name to "
    "have it out wherever it stands; I show what goes, and on your yes it is gone for good.",
    Role.MANAGER,
    "Nothing has been taken out yet. Within ten minutes of posting, its author can say “undo”. After that a manager "
    "takes it out for good, with “redact the last update on {ref}”: ask “who are the managers?”, and tell one now.",
)
WHO_SEES = Told(
    "Whatever is saved, whoever may write to me can ask for: updates, reasons and answers, each with the name of who "
    "gave it. Summaries and the committee pack show updates too. Nothing is saved before your yes, and a manager can "
    "take words out for good."
)
PERSON = Told(
    "I can’t put you through to anybody. “Who are the administrators?” names who looks after me, “who are the "
    "managers?” who decides, and “ask the lead of {ref}: …” puts a question to whoever leads it."
)
# How something is done, by the heading of forms.txt that it is asked for with, the narrower first.
TOPICS = {
    "extend": Told(
        "Say “extend {ref} to 30 June 2027: why”. A manager reads the reason and grants or refuses it; until then the "
        "target stays. There must be a target to extend: “when is {ref} due?” tells."
    ),
    "target": Told(
        "Say “set the target for {ref} to 31 March 2027”. A later change asks for a reason, and every earlier target "
        "stays on record.",
        Role.MANAGER,
        "Managers set targets. If you need more time, say “extend {ref} to 30 June 2027: why”, and a manager decides.",
    ),
    "assign": Told(
        "Say “assign {ref} to {lead}”, or “unassign {ref}” to go back to whom the document names. The document’s own "
        "words stay as they are.",
        Role.MANAGER,
        "Managers change who leads: they say “assign {ref} to …”. Ask “who are the managers?” to see whom to turn to.",
    ),
    "sign off": Told(
        "Once its lead has reported it complete, say “sign off {ref}”, or “send {ref} back: why”. Your summary shows "
        "what is waiting for you.",
        Role.MANAGER,
        "A manager signs off. Report it complete with its evidence (“update {ref}: complete – what was done; evidence: "
        "…”), and managers see in their summary that it waits for them.",
    ),
    "undo": Told(
        "Within ten minutes of posting, say “undo” to take your update back. After that, a correction is a new update: "
        "“update {ref}: green – what is so”. Nothing is overwritten."
    ),
    "cover": Told(
        "Say “Jane Doe may post for {lead}”, and “Jane Doe may no longer post for {lead}” to end it.",
        Role.MANAGER,
        "A manager can let somebody post for a lead. Ask “who may post for {lead}?” or “who are the managers?”.",
    ),
    "post": Told(
        "Say “update {ref}: amber – what has happened; next step … by 30 January”, or just “update {ref}”, and I’ll "
        "ask. I restate it, and save it when you say yes. “What do I have to update?” lists what is yours.\n\n"
        "Whoever leads a recommendation may post on it, and whoever a manager lets post for them."
    ),
    "summary": Told(
        "Say “weekly summary”, “summary since 1 November” or “summary for theme 2”; “send me the weekly summary every "
        "Monday at 9” brings it regularly.",
        Role.MANAGER,
        "Managers get summaries of everything. If you lead something, “weekly summary” gives you that of your own.",
    ),
    "export": Told(
        "Say “export the committee pack”, with “as Word”, “as Excel” or “as CSV” if you like.",
        Role.MANAGER,
        "Managers export the committee pack. Ask “who are the managers?” to see whom to turn to.",
    ),
    "people": PEOPLE,
    "chase": CHASE,
    "away": AWAY,
}
# What needs no "how do I", by its heading.
ROBOT = (
    "I’m a bot, not a person. I answer from the council’s document and from what officers have posted, always with the "
    f"source, and I make nothing up. {ADMINISTRATOR}"
)
SAYINGS = {
    "roles": Told(
        "Everybody may ask. Whoever leads a recommendation posts updates on it and asks for more time. Managers assign "
        "leads, set targets, sign off and get summaries. Administrators look after people and import documents. Ask "
        "“what are my roles?”, “who are the managers?” or “who are the administrators?”."
    ),
    "people": PEOPLE,
    "remind me": REMIND_ME,
    "chase": CHASE,
    "away": AWAY,
    "cross": Told(
        "I’m sorry that this isn’t working for you. I understand short questions and orders best, such as “who leads "
        f"{{ref}}?”, “latest on {{ref}}” or “update {{ref}}”; “help” shows more. {ADMINISTRATOR}"
    ),
    "lost": Told(
        "Sorry, that wasn’t clear. I answer questions about the recommendations (“who leads {ref}?”, “when is {ref} "
        "due?”, “what does {ref} say?”) and take progress (“update {ref}”). Say it in other words, or say “help”. "
        f"{ADMINISTRATOR}"
    ),
    "missed": Told(
        "Sorry. Try it with the recommendation’s number, in a few words: “who leads {ref}?”, “what is {ref} about?”, "
        "“latest on {ref}”. If what I quoted is wrong, it stands so in the document or the update that I named; "
        f"nothing has been changed. {ADMINISTRATOR}"
    ),
    "wrong chat": Told("No harm done: nothing has been saved."),
    "who sees": WHO_SEES,
    "person": PERSON,
    "another bot": Told(f"No, I’m nothing of that kind, and no language model writes what I say. {ROBOT}"),
    "human or robot": Told(ROBOT),
    "human": Told(f"No, {ROBOT}"),
    "robot": Told(f"Yes, {ROBOT}"),
}
_SAID = {f"says {name}": told for name, told in SAYINGS.items()}
LED_BY = "{ref} is led by {names}."
YOURS = "You can post on what {names} {leads}. “What do I have to update?” lists it."
NOT_LINKED = (
    "Nobody has linked your account to a lead’s name, and nobody lets you post for them, so you can’t post yet. "
    "An administrator links accounts, and a manager or a lead can let you post for somebody. {administrators}"
)
LED_BY_NOBODY = "Nobody leads {ref} yet; a manager can assign it."


def leaked(moment: Moment) -> Turn | None:
    """How what should never have been written is taken out, to whoever says that it stands somewhere."""
    ordered = moment.order or moment.says("orders") or ":" in moment.message.text
    if moment.index is None or ordered or not moment.says("leaked"):
        return None
    return moment.turn(_worded(LEAKED, moment), draft=moment.memory.draft)


def take(moment: Moment) -> Turn | None:
    """How something is done, or a kind word to who is stuck; None for any other message."""
    if moment.index is None:
        return None
    if moment.says_any(_SAID):
        saying = next(told for heading, told in _SAID.items() if moment.says(heading))
        return moment.turn(_worded(saying, moment), draft=moment.memory.draft)
    if moment.says("cannot post"):
        return moment.turn(_why_not(moment), draft=moment.memory.draft)
    if not moment.says("how"):
        return None
    name = next((name for name in TOPICS if moment.says(f"topic {name}")), "")
    if not name:
        return None
    parts = [_worded(TOPICS[name], moment), *(_leads(moment) if name == "post" else ())]
    return moment.turn("\n\n".join(parts), draft=moment.memory.draft)


def _worded(told: Told, moment: Moment) -> str:
    text = told.text if told.role is None or moment.actor.is_(told.role) else told.others
    refs = moment.index.refs if moment.index else ()
    named = moment.reading.named.refs if moment.reading else ()
    lead = next(iter(moment.index.roles), "Sue Myers") if moment.index else ""
    example = named[0] if len(named) == 1 else "10" if "10" in refs else refs[-1]
    return text.format(ref=example, lead=phrases.escaped(lead))


def _why_not(moment: Moment) -> str:
    """For whom somebody may post, or why for nobody."""
    if not moment.actor.key:
        return UNKNOWN
    names = [*moment.actor.leads, *moment.actor.covers]
    if names:
        return YOURS.format(
            names=phrases.joined(map(phrases.escaped, names)), leads="leads" if len(names) == 1 else "lead"
        )
    return NOT_LINKED.format(administrators=holders(Role.ADMINISTRATOR, moment))


def _leads(moment: Moment) -> list[str]:
    """Who leads the recommendations that the question names."""
    index, reading = moment.index, moment.reading
    if index is None or reading is None:
        return []
    stood = [moment.standing(index, ref) for ref in reading.named.refs]
    return [
        LED_BY.format(ref=phrases.recommendations((s.ref,)), names=phrases.joined(map(phrases.escaped, s.leads)))
        if s.leads
        else LED_BY_NOBODY.format(ref=phrases.recommendations((s.ref,)))
        for s in stood
    ]
