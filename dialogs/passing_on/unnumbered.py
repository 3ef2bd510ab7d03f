"""Hears an answer that doesn't say to which question: "answer: …", "I don't know", or simply the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs.ask import context
from dialogs.managing.mandate import first_match, told_by
from dialogs.passing_on import replying
from dialogs.passing_on.replying import answering, asked, declining
from dialogs.people.choosing import ask_which
from dialogs.turns.moment import Moment, free
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.smalltalk import reply_to
from dialogs.words.wordings import POLITE, wording
from knowledge.progress.model import Unanswered
from knowledge.progress.passing import last_answered, waiting_for
from knowledge.progress.sending.agenda import chat_with
from knowledge.progress.sending.subscriptions import home
from knowledge.questions import answer as a
from knowledge.questions.answering import answer as answered

_ANSWER = re.compile(
    rf"{POLITE}(?:(?:my|the|an)\s+)?(?:answer|reply|response)(?:\s+(?:to|for)\s+(?:that|this|it|the\s+question|you|"
    r"your\s+question))?(?:\s*(?P<sep>[:;–—]|\n|\s-\s)\s*|\s+(?:is|would\s+be)\b\s*:?\s*)(?P<text>.+)",
    re.IGNORECASE | re.DOTALL,
)
_DONT_KNOW = wording(
    "know idea clue dunno sure me mine person one knows",
    r"(?:sorry|hi|hello|um+|hmm+|oh)?[\s,.!]*(?:(?:i|we)\s+(?:really\s+|just\s+|also\s+)?(?:don[’']?t|do\s+not|wouldn[’']?t)\s+know"
    r"(?:\s+(?:that|this|it|either|the\s+answer))?|(?:i\s+(?:have|[’']?ve\s+(?:got)?)\s*)?(?:no\s+idea|not\s+a\s+clue|no\s+clue|"
    r"haven[’']?t\s+a\s+clue)|i\s+haven[’']?t\s+(?:a\s+clue|any\s+idea|got\s+a\s+clue)|d[’']?unno|i\s+dunno|not\s+sure|i[’']?m\s+not\s+sure|"
    r"(?:that[’']?s\s+|it[’']?s\s+|this\s+is\s+|that\s+is\s+)?not\s+(?:for\s+)?(?:me|mine|one\s+for\s+me|my\s+(?:area|question|job))|"
    r"wrong\s+person)[\s,.!]*(?:sorry)?",
)
_FIX = r"(?:change|correct|amend|edit|update|replace|fix|revise|put\s+right)"
_N = r"(?:(?:question|number|no\.?|q)\s*)?#?\s*(?P<n>\d{1,6})"
_WHICH = rf"(?:(?:\s+(?:to|on|for))?\s+(?:{_N}|that|it|the\s+question))?"
_NEW = r"(?:(?:\s*[:;,.–—-]|\s+to\b|\s+with\b|\s+it\s+should\s+be\b)\s*(?P<text>.+))?"
_SORRY = r"(?:(?:actually|sorry|oops|whoops|no|wait|oh|hang\s+on)\b[\s,.!–—-]*)*"
_CORRECTS = (
    wording("answer", rf"{_SORRY}{POLITE}{_FIX}\s+(?:my|the|that)?\s*(?:last\s+)?answer{_WHICH}{_NEW}"),
    wording(
        "answer",
        rf"{_SORRY}(?:my|the|that)\s+(?:last\s+)?answer{_WHICH}\s+(?:is|was)\s+(?:wrong|incorrect|not\s+right|"
        rf"out\s+of\s+date|a\s+mistake){_NEW}",
    ),
)
_NUMBER = re.compile(r"(?:about|around|roughly|approx\.?|approximately|some|only|just)?\s*[£$]?\d[\d,.]*%?k?")
_COUNTS = re.compile(
    r"\b(?:how (?:many|much|long|old|often|far)|what (?:number|percentage|share|year)|which year|when)\b", re.IGNORECASE
)
_YES_OR_NO = re.compile(r"(?:yes|yep|yeah|no|nope|not)\b[\s,.;:–—-]+[^\W_].*", re.IGNORECASE | re.DOTALL)
# What begins so states something, whatever the document has on its words.
_STATES = re.compile(
    r"(?:it|they|he|she|there|nobody|none|we(?!\s+(?:need|want|would|wonder)))(?:['’]\w{1,3})?\s+\S+\s+\S.*",
    re.IGNORECASE | re.DOTALL,
)
_TELL = re.compile(rf"{POLITE}(?:tell|let)\s+(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
_KNOW = re.compile(r"\s+(?:know\b\s*)?(?:that\s+)?", re.IGNORECASE)
_WHOEVER = ("them", "him", "her", "whoever asked")
_BARE = 2  # so few words are as likely to be a search
# What no statement has: what is looked for, or whom it is about.
_SEARCHES = ("asks", "help", "courtesy", "yes", "no", "cancel", "agrees")

NONE_WAITS = "No question waits for your answer, so nothing has been saved."
NONE_ANSWERED = "You have answered no question that could be put right, so nothing has been saved."
WHICH = "Several questions wait for you, and I can’t tell which one that answers."
WHICH_IS_IT = "Which question?"
TAKEN = "If you meant to ask me that, say “no”, and put it as a question."
IF_ANSWER = "If that was your answer to question {id}, from {asker}, say “answer {id}: …”."
ONE = "question {id}"


@told_by(*_CORRECTS, _DONT_KNOW, also="answer reply response tell let")
def take(moment: Moment) -> Turn | None:
    """ "Answer: …", "I don't know", "my answer to 3 was wrong: …"; None for any other message."""
    if match := first_match(_CORRECTS, moment):
        return _correcting(match["n"], match["text"] or "", moment)
    text, unsure = moment.message.text.strip(), first_match((_DONT_KNOW,), moment)
    match = _ANSWER.fullmatch(text)
    if not (match or unsure or _TELL.match(text)):
        return None  # before the questions that wait are read, which takes the longer the more there are
    mine = waiting_for(moment.actor, moment.records.reading)
    if told := _told_to(mine, moment):
        return _answering(mine, told, moment)
    if match and (match["sep"] or (mine and not match["text"].endswith("?"))):
        return _answering(mine, match["text"].strip(), moment)
    return declining(None, moment) if mine and unsure else None


def take_plain(moment: Moment) -> Turn | None:
    """What may be the answer to a question that was put to the speaker in this very chat, and that the document
    neither asks for nor answers; None for any other message.
    """
    mine = posed_here(moment) if not moment.memory.draft and _states(moment) else ()
    if not mine or not _may_answer(mine, moment):
        return None
    return _answering(mine, moment.message.text.strip(), moment, TAKEN)


def posed_here(moment: Moment) -> tuple[Unanswered, ...]:
    """The questions that wait for the speaker, in the chat where they were put to them; none anywhere else."""
    mine = waiting_for(moment.actor, moment.records.reading)
    chat = chat_with(moment.records.reading, moment.actor.key) if mine else None
    return mine if chat and chat.key == home(moment.message.where) else ()


def hint(moment: Moment) -> str:
    """How to say that a message was the answer to a question; empty where none was put in this chat, or it asks."""
    if moment.memory.draft or not (_states(moment) or moment.says_any(("yes", "no", "agrees"))):
        return ""  # looked at first: the questions that wait are read anew for each message
    mine = posed_here(moment)
    if not mine:
        return ""
    return IF_ANSWER.format(id=mine[0].id, asker=phrases.escaped(mine[0].by_name or "somebody"))


def _told_to(mine: Sequence[Unanswered], moment: Moment) -> str:
    """What whoever asked is to be told: "tell Stan it closes in March"; empty for any other message."""
    text = moment.message.text.strip()
    match = _TELL.fullmatch(text) if mine and not text.endswith("?") else None
    if match is None:
        return ""
    names = [name for one in mine for name in (one.by_name, one.by_name.partition(" ")[0]) if name]
    who = next((n for n in (*names, *_WHOEVER) if match["rest"].lower().startswith(f"{n.lower()} ")), "")
    return _KNOW.sub("", match["rest"][len(who) :], count=1) if who else ""


def _answering(mine: Sequence[Unanswered], text: str, moment: Moment, note: str = "") -> Turn | None:
    if not mine:
        return moment.turn(NONE_WAITS, draft=moment.memory.draft)
    if len(mine) == 1:
        return answering(mine[0], text, moment, note)
    says = {ONE.format(id=one.id): f"answer {one.id}: {text}" for one in mine}
    told = "\n\n".join([WHICH, "\n".join(f"- {asked(one)}" for one in mine)])
    return ask_which(moment, f"{told}\n\n", says, title=WHICH_IS_IT)


def _correcting(number: str | None, text: str, moment: Moment) -> Turn | None:
    last = last_answered(moment.actor, moment.records.reading)
    if not number and last is None:
        return moment.turn(NONE_ANSWERED, draft=moment.memory.draft)
    order = f"answer {number or last.id}" if last else f"answer {number}"
    return replying.take(free(moment, f"{order}: {text}" if text else order))


def _states(moment: Moment) -> bool:
    """Whether a message states something rather than asks, thanks or looks for something."""
    text = moment.message.text.strip()
    return not (text.endswith("?") or moment.says_any(_SEARCHES) or reply_to(text, ""))


def _may_answer(mine: Sequence[Unanswered], moment: Moment) -> bool:
    """Whether it may answer one of these: a number where one was asked for, or what the document has no answer to."""
    text, index = moment.message.text.strip(" .!"), moment.index
    if _NUMBER.fullmatch(text.lower()):
        return any(_COUNTS.search(one.question) for one in mine)
    if index is None or _YES_OR_NO.fullmatch(text) or _STATES.fullmatch(text):
        return True
    match answered(text, context(moment.memory), index):
        case a.OutOfScope() | a.NotRecorded():
            return True
        case a.Quote(sure=sure) | a.Found(sure=sure):
            return not sure and len(text.split()) > _BARE
    return False
