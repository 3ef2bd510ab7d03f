"""Asks before something is done: it is restated, and only a yes does it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias

from dialogs.cards import parts
from dialogs.turns import guarding
from dialogs.turns.agreeing import asks_whether
from dialogs.turns.asides import Aside, aside, other_ref, soothing
from dialogs.turns.marks import TO, answers_another, mark_of
from dialogs.turns.moment import Moment
from dialogs.turns.rewording import as_wording
from dialogs.turns.turn import Turn, beginning
from dialogs.words import phrases
from knowledge.progress.days import date_at_end, spell
from knowledge.questions.language.numbers import by_name

Doer: TypeAlias = Callable[[Moment, Mapping[str, Any]], Turn]

SAVE = "Save this?"
DROPPED = "All right, I’ve dropped that. Nothing has changed."
STILL_NEEDED = "I need a little more than a yes for that. Please type it in words, or say “cancel”."
STILL_ASKED = "I’m still waiting for your yes or no: {what}"
STALE = "This has changed since I asked, so nothing has been saved yet."
STILL_LACKS = "I’m still waiting for your answer, or “cancel”: {question}"
NOT_DONE = "What waited for your yes wasn’t done: {what}"
LEFT = "I’ve dropped what I asked about before; nothing of it was saved."
YES_AND_NO = "I can’t tell whether that is a yes or a no, so nothing has been saved. Please say just “yes” or “no”."
ONCE_MORE = "That isn’t done yet: since something else was said in between, here it is once more."
ASKED_BACK = "That was a question, so nothing is done yet. Here is what waits; a yes without a question mark does it."
SAY_ALL = f"{DROPPED} Please say the whole of it as you want it."
PROPOSAL, UNFINISHED, DOUBTED = "proposal", "unfinished", "doubted"
# So much of what would be done is said again in a reminder (characters).
_REMINDED = 200
_AGAIN = 60
_REFUSES = r"no|nope|nah|wrong|that(?:['’]s| is) wrong"
_CORRECTS = (
    r"actually|instead|rather|i mean|i meant|(?:please\s+)?(?:make|change|set)\s+(?:it|that|this)(?:\s+to)?|"
    r"(?:it|that|this)\s+should\s+be|should\s+be"
)
_YES_NO = re.compile(
    r"(?:yes|yep|yeah|ok|okay)(?:[\s,.!–—-]+(?:no|nope|wait|hang on|hold on|stop|not yet|sorry|actually))+"
)
_YES_TO = re.compile(r"\s(?P<number>[a-z]{0,2}\d+(?:\.\d+)*[a-z]?)\Z", re.IGNORECASE)
_TO = re.compile(r"(?:(?:set|make|move|change|put)\s+(?:it|that|this)\s+)?(?:to|by|until|till)\s+", re.IGNORECASE)
_THE_DAY = re.compile(
    r"(?:(?:ok|okay|yes|yeah|no|oh|sorry|then|make it|the|on|well|right)\b[\s,.!]*)*(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"(?:[\s,]+(?:then|please|it is|instead|sorry))*[\s.!]*",
    re.IGNORECASE,
)
# What leads in to words that are to stand instead: "no, say that staff left", "ask how many are trained".
_SAYING = re.compile(r"\A(?:just\s+)?(?:say|put|ask|answer|write)\s+(?:that\s+)?(?=\w)", re.IGNORECASE)
_REASON = re.compile(r"[:;,–—\n]|\s-\s|\b(?:because|since|as|due to)\b", re.IGNORECASE)
_OPENS = re.compile(
    rf"(?:(?:sorry|oops|whoops|oh|ah|um|hmm|wait|hang on)\b[\s,.!–—-]*)*"
    rf"(?P<opens>(?:(?:{_REFUSES}|{_CORRECTS})\b[\s,.;:!–—-]*)+)(?P<more>.+)",
    re.IGNORECASE | re.DOTALL,
)


def propose(
    moment: Moment,
    restated: str,
    do: str,
    refs: tuple[str, ...] = (),
    /,
    *,
    order: str = "",
    ask: str = "",
    amend: str = "",
    restate: bool = True,
    **what: Any,
) -> Turn:
    """Say what would be done, and `ask`. `do` names a doer, `what` is plain JSON for it; both wait in the draft.

    `amend` is the beginning of the order as far as a correction ("no, Gani") leaves it.

    A text that can't be shown or is too long isn't taken, and what looks like personal data is asked about first; new
    words are then taken as the end of `order`, where there is one.
    """
    restated = " ".join(filter(None, (_within(moment) if refs else "", restated)))
    # A document's title, for one, isn't kept before it is imported.
    draft = {"form": PROPOSAL, "do": do, "what": what, "restated": restated if restate else "", "refs": list(refs)}
    draft |= {"ask": ask} if ask else {}
    draft |= {"amend": amend} if amend else {}
    # Without an order of its own, it is what was typed.
    at_once = _said_at_once(order, amend, what.get("reason") or what.get("remark") or "")
    draft |= at_once if order else {"whole": moment.message.text.strip()}
    if problem := guarding.unfit(what):
        return ask_for_more(moment, problem, order, refs) if order else moment.turn(problem, refs=refs)
    seen = guarding.doubted(what, moment)
    if not seen:
        return _asked(moment, restated, draft, refs)
    warning = guarding.warned(seen, guarding.JUST_TYPE if order else guarding.ALL_AGAIN)
    meant = {"restated": restated, "proposal": draft, "refs": list(refs)}
    return moment.turn(warning, draft={"form": DOUBTED, "order": order, "question": warning, **meant}, refs=refs)


def _said_at_once(order: str, amend: str, reason: str) -> dict[str, str]:
    """An order as it would be typed at once, and its reason where another day or name leaves that as it is."""
    kept = {"because": reason} if reason and amend not in {"", order} else {}
    return {"whole": f"{order}{reason}".rstrip(": "), **kept}


def whole(draft: Mapping[str, Any]) -> str:
    """The order that waits, typed at once as far as it is known; empty where it can't be told."""
    if draft.get("form") == UNFINISHED:
        return f"{draft['order'].rstrip(': ')}{draft.get('end', '')}"
    return str((draft.get("proposal") or draft).get("whole", ""))


def amended(draft: Mapping[str, Any], said: str) -> str:
    """The order that waits with another day or name; its reason stays unless another is given. Empty for none."""
    if not draft.get("amend"):
        return ""
    if draft["amend"].endswith(": "):
        return f"{draft['amend']}{_SAYING.sub('', said, count=1)}"
    because = draft.get("because", "") if not _REASON.search(said) else ""
    return f"{draft['amend']}{said.rstrip(' .!')}: {because}" if because else f"{draft['amend']}{said}"


def _within(moment: Moment) -> str:
    index = moment.index
    return phrases.within(index.programme, moment.knowledge.programmes) if index else ""


def answered(moment: Moment, doers: Mapping[str, Doer]) -> Turn | None:
    """What a yes or a no to a proposal leads to; None for any other message, and where nothing was proposed.

    The doer looks at everything again: who speaks, what they may, how things stand.
    """
    draft = moment.memory.draft
    waits = draft.get("form") in {PROPOSAL, UNFINISHED, DOUBTED} and not says_no(moment)
    said_beside = _aside(moment) if waits else None
    if draft.get("form") in {UNFINISHED, DOUBTED} and says_no(moment):
        return moment.turn(DROPPED)
    if said_beside and not (said_beside is Aside.UNKNOWING and draft["form"] == PROPOSAL):
        return _beside(said_beside, moment)
    if draft.get("form") == DOUBTED and guarding.says_anyway(moment):
        return _asked(moment, draft["restated"], draft["proposal"] | {"accepted": True}, tuple(draft["refs"]))
    if draft.get("form") in {UNFINISHED, DOUBTED} and _agrees(moment):
        return moment.turn(str(draft.get("question", STILL_NEEDED)), draft=draft)
    if draft.get("form") != PROPOSAL or draft.get("do") not in doers:
        return None
    if (numbered := _yes_to(moment)) and _is_about(numbered, draft):
        return _done(moment, doers[draft["do"]])
    if (why := _why_again(moment, draft)) is not None:
        return beginning(_asked(moment, draft.get("restated", ""), draft, moment.memory.refs), why)
    if says_yes(moment):
        return _done(moment, doers[draft["do"]])
    return moment.turn(DROPPED) if says_no(moment) else None


def _why_again(moment: Moment, draft: Mapping[str, Any]) -> str | None:
    """Why what waits is shown once more, where that goes without saying empty; None for a plain yes, and no yes."""
    if asks_whether(moment):
        return ASKED_BACK
    if says_yes(moment) and draft.get("between") and not _names_it(moment, draft):
        return ONCE_MORE
    if answers_another(moment, draft) or (_yes_to(moment) and _is_about(None, draft)):
        return ""
    return YES_AND_NO if says_both(moment) else None


def _aside(moment: Moment) -> Aside | None:
    """What is said beside the question; not to know is an answer to one that offers to be skipped."""
    said = aside(moment)
    return None if said is Aside.UNKNOWING and "“skip”" in moment.memory.draft.get("question", "") else said


def _beside(said: Aside, moment: Moment) -> Turn:
    """What "hang on" and the like lead to: what waits goes on waiting, or is dropped where it is to be left."""
    if said is Aside.LEAVES:
        return moment.turn(DROPPED)
    draft = moment.memory.draft
    kept = interrupted(draft) if draft.get("form") == PROPOSAL else draft
    asked = STILL_LACKS.format(question=draft["question"]) if draft.get("question") else reminder(moment)
    return moment.turn(" ".join(filter(None, (soothing(said), asked))), draft=kept, refs=tuple(draft.get("refs", ())))


def ask_for_more(
    moment: Moment,
    question: str,
    order: str,
    refs: tuple[str, ...] = (),
    *,
    again: str = "",
    end: str = "",
    yes: str = "",
    amend: str = "",
) -> Turn:
    """Ask for the part that an order lacks; the next message is taken as what stands behind `order` and before `end`.

    A mere yes stands for `yes`; where it stands for nothing, `again` is asked, or the question itself once more.
    `amend` is the beginning of the order as far as another day ("no, 31 May 2027") leaves it.
    """
    draft: dict[str, Any] = {"form": UNFINISHED, "order": order, "end": end, "yes": yes, "question": again or question}
    draft |= {"refs": list(refs)} if refs else {}
    draft |= {"amend": amend} if amend else {}
    return moment.turn(question, draft=draft, refs=refs)


def waiting(moment: Moment) -> str | None:
    """The order that this message completes; None where none waits, or the message is plainly about something else."""
    draft = moment.memory.draft
    if draft.get("form") not in {UNFINISHED, DOUBTED} or moment.message.text.strip().endswith("?"):
        return None
    if asks_whether(moment):
        return None
    if draft.get("yes") and (says_yes(moment) or says_the_day(moment.message.text, draft["yes"])):
        return f"{draft['order']}{draft['yes']}{draft['end']}"
    if _agrees(moment) or says_no(moment) or _aside(moment) or guarding.says_anyway(moment) or only_asks(moment):
        return None
    said = moment.message.text.strip().rstrip(" .") if draft.get("end") else moment.message.text
    said = as_wording(said) if draft["form"] == DOUBTED else said
    return f"{draft['order']}{said}{draft.get('end', '')}" if draft["order"] else None


def other_named(moment: Moment) -> str:
    """The recommendation that an answer names beside those it was asked about; empty where it names no other."""
    refs = moment.memory.draft.get("refs", ())
    known = by_name(moment.index.by_ref) if moment.index and refs else {}
    return other_ref(moment.message.text, refs, known)


def wants_reason(moment: Moment) -> bool:
    """Whether the order that waits lacks only its reason, which may speak of anything."""
    return str(moment.memory.draft.get("order", "")).rstrip().endswith(":")


def says_the_day(text: str, offered: str) -> bool:
    """Whether a message only gives the day of the month of the date that was offered: "the 28th then"."""
    said = _THE_DAY.fullmatch(text.strip())
    return said is not None and offered.split(maxsplit=1)[0] == said["day"].lstrip("0")


def _agrees(moment: Moment) -> bool:
    """Whether a message only agrees, to this or to something else ("yes 8")."""
    return says_yes(moment) or moment.says("agrees")


def another_day(moment: Moment) -> str | None:
    """The order that waits, with the day that a message gives instead; None where it gives none, and nothing else.

    What is waited for then is a reason, and a day alone is none.
    """
    draft = moment.memory.draft
    dated = draft.get("form") == UNFINISHED or (draft.get("form") == PROPOSAL and draft["what"].get("day"))
    if not dated or not draft.get("amend"):
        return None
    said = (put_right(moment) or moment.message.text).strip()
    said = _in_month(_TO.sub("", said), draft)
    words = _REASON.split(said)[0].rstrip(" .!")
    day = date_at_end(words)
    return amended(draft, said) if day and not words[: day[0]].strip() else None


def _in_month(said: str, draft: Mapping[str, Any]) -> str:
    """A mere day of the month ("the 28th") as one of the month that is to be saved; any other words as they are."""
    day, due = _THE_DAY.fullmatch(said), draft.get("what", {}).get("day")
    return f"{day['day']} {spell(date.fromisoformat(due)).split(maxsplit=1)[1]}" if day and due else said


def only_asks(moment: Moment) -> bool:
    """Whether a message is a question or a courtesy rather than the answer to one."""
    return moment.says_any(("asks", "help", "courtesy", "back"))


def reminder(moment: Moment) -> str:
    """That an answer is still waited for; empty where none is."""
    draft = moment.memory.draft
    if draft.get("form") == PROPOSAL:
        return STILL_ASKED.format(what=_begins(draft, _AGAIN if draft.get("between") else _REMINDED))
    if draft.get("form") == UNFINISHED:
        return STILL_LACKS.format(question=draft.get("question", STILL_NEEDED))
    return guarding.STILL if draft.get("form") == DOUBTED else ""


def dropped(moment: Moment) -> str:
    """That what waited isn't done, where something else takes its place; empty where nothing waited."""
    draft = moment.memory.draft
    if draft.get("form") == PROPOSAL:
        return NOT_DONE.format(what=_begins(draft))
    return LEFT if draft.get("form") in {UNFINISHED, DOUBTED} else ""


def interrupted(draft: Mapping[str, Any]) -> dict[str, Any]:
    """A draft after something else was said: a yes shows it again before anything is done."""
    return {**draft, "between": True}


def lacks(turn: Turn) -> bool:
    """Whether an order still lacks something after a turn."""
    return turn.memory.draft.get("form") == UNFINISHED


def stale(turn: Turn) -> Turn:
    """What a doer says where the facts that it was asked on have changed: that, and the question with the new ones."""
    return beginning(turn, STALE)


def asks_again(turn: Turn, draft: Mapping[str, Any]) -> bool:
    """Whether a turn shows what waits already once more, and asks for the same yes."""
    now = turn.memory.draft
    if not draft.get("form") == now.get("form") == PROPOSAL or mark_of(now) != mark_of(draft):
        return False
    return turn.replies[-1].text.endswith(draft.get("ask", SAVE))


def corrected(moment: Moment) -> str | None:
    """What stands behind the no, or the like, of a message that refuses what waits and says more; None for others.

    What is a whole order by itself ("no update on 10"), or only asks, refuses nothing.
    """
    if moment.memory.draft.get("form") != PROPOSAL or moment.says("yes") or says_no(moment) or moment.order:
        return None
    if aside(moment) is Aside.LEAVES:
        return None
    return put_right(moment)


def put_right(moment: Moment) -> str | None:
    """What a message says behind "no", "actually", "make it" and the like; None where it doesn't begin so."""
    opens = _OPENS.fullmatch(moment.message.text.strip())
    if opens is None:
        return None
    refuses = re.match(_REFUSES, opens["opens"], re.IGNORECASE)
    return opens["more"] if refuses or not moment.message.text.strip().endswith("?") else None


def says_yes(moment: Moment) -> bool:
    """Whether a message agrees, and nothing else."""
    return moment.says("yes") and not moment.says("but")


def says_both(moment: Moment) -> bool:
    """Whether a message agrees and refuses in one: "no, save it", "yes no wait"."""
    if says_no(moment):
        return False
    return (moment.says("yes") and moment.says("but")) or _YES_NO.fullmatch(moment.said) is not None


def says_no(moment: Moment) -> bool:
    """Whether a message refuses or cancels, and nothing else."""
    return moment.says("no") or moment.says("cancel")


def _yes_to(moment: Moment) -> str:
    """The number that a yes is given to, in lower case: "yes 10"; empty for any other message."""
    match = _YES_TO.search(moment.message.text.strip(" .!")) if moment.says("agrees") else None
    return match["number"].casefold() if match else ""


def _is_about(number: str | None, draft: Mapping[str, Any]) -> bool:
    """Whether what waits is about this number and no other: a recommendation's, or a question's; None is any number."""
    numbers = [ref.casefold() for ref in draft.get("refs", [])] or [str(draft["what"].get("id", ""))]
    return numbers == [number] if number else numbers != [""]


def _names_it(moment: Moment, draft: Mapping[str, Any]) -> bool:
    """Whether a yes says what it is a yes to: "import it"."""
    return "ask" in draft and moment.said.startswith(draft["ask"].split()[0].lower())


def _begins(draft: Mapping[str, Any], length: int = _REMINDED) -> str:
    """What would be done, in a sentence or two; its first words where it was said before."""
    return phrases.excerpt(str(draft.get("restated") or draft.get("ask", SAVE)), length)[0]


def _asked(moment: Moment, restated: str, draft: Mapping[str, Any], refs: tuple[str, ...]) -> Turn:
    ask, draft = draft.get("ask", SAVE), {name: value for name, value in draft.items() if name != "between"}
    return moment.turn(f"{restated}\n\n{ask}".strip(), _yes_or_no(ask, mark_of(draft)), draft=draft, refs=refs)


def _done(moment: Moment, doer: Doer) -> Turn:
    """What the doer does, with a note in the trail where it keeps what was warned of."""
    draft = moment.memory.draft
    turn = doer(moment, draft["what"])
    return replace(turn, changes=guarding.with_note(moment, turn.changes)) if draft.get("accepted") else turn


def _yes_or_no(ask: str, mark: str) -> parts.Part:
    """The two buttons alone: the text beside them has asked already."""
    yes = "Yes, save it" if ask == SAVE else "Yes"
    buttons = [parts.button(title, say, **{TO: mark}) for title, say in ((yes, "yes"), ("No", "no"))]
    return parts.card([], buttons)
