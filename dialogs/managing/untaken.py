"""Says of an order that nobody could take that nothing has been done, rather than look it up in the document."""

from __future__ import annotations

import re

from dialogs.answers.refusals import CAN_ASK
from dialogs.managing.mandate import only_asks
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.orders import POLITE
from dialogs.words.wordings import letters

# Verbs that nobody begins a question with.
_PLAIN = (
    r"(?:re-?|un-?)?assign|sign(?:ed)?[\s-]*off|sign\s+(?:it|that|\d[\d.]*)\s+off|(?:send|pass)\b.*\bback|redact|"
    r"(?:un)?link(?!\s+between)|(?:un)?subscribe|withdraw|promote|demote|postpone|delegate|re-?open|extend|refuse|"
    r"approve|reject|import|enrol|appoint|grant\b.*\bextension|swap(?=\b.*\d)"
)
# Verbs that many a question begins with too ("set out …", "give me …"), and what makes an order of them.
_LOOSE = (
    r"(?:set|push|move|put|bring|change|make(?!.*\bsense\b)|remove|delete|add|give(?=\D{0,20}\d|.*\brole\b)|clear|"
    r"drop|take|cancel|close|mark|swap|replace|shift|delay|export|stop|rename|merge|"
    # "Name the lead of 12" asks; "name Sue the lead of 12" orders.
    r"name(?!\s+(?:and|or|plus|\+|the|every|all|any|each|both|those|whoever|which|its|their|one|two)\b(?!.*\b(?:as|to\s+be)\b)))"
    r"(?!\s+(?:out|me|us|up|simply|together|of|to|on\s+to)\b)"
)
_OBJECT = (
    r"(?:targets?|deadlines?|due|leads?|lead\s+officers?|roles?|extensions?|recommendations?|recs?|updates?|"
    r"managers?|officers?|administrators?|admins?|summar(?:y|ies)|reminders?|status|synonyms?|themes?|sign-?off|"
    r"reports?|evidence)\b|\d"
)
_VERB = rf"(?:(?:{_PLAIN})\b|(?:{_LOOSE})\b)"
_ORDERS = re.compile(
    rf"{POLITE}(?:(?P<plain>{_PLAIN})\b|(?P<loose>{_LOOSE})\b(?=.*?{_OBJECT}))", re.IGNORECASE | re.DOTALL
)
# What every order here has one of.
_TELLING = frozenset(
    "assign reassign unassign sign signed signoff signedoff send pass redact link unlink subscribe unsubscribe "
    "withdraw promote demote postpone delegate reopen open extend refuse approve reject import enrol appoint grant set "
    "push move put bring change make remove delete add give clear drop take cancel close mark swap replace shift delay "
    "export stop rename merge name".split()
)
_NEXT = re.compile(rf"(?:\s*[,;.]\s*(?:and\s+|then\s+)*|\s+(?:and|then)\s+(?:then\s+)?)(?={_VERB})", re.IGNORECASE)
_DELETES = re.compile(
    rf"{POLITE}(?:delete|remove|drop|cancel)\s+(?:the\s+)?(?:recommendations?|recs?|themes?)\b", re.IGNORECASE
)
# No order is longer (characters).
_LONGEST = 1_000

NOTHING_DONE = "Nothing has been done, and nothing saved:"
ONE_AT_A_TIME = f"{NOTHING_DONE} I take one order at a time. Please begin with “{{first}}”."
NOT_UNDERSTOOD = f"{NOTHING_DONE} I didn’t understand that order. I take one at a time, for example {{examples}}."
STAYS = (
    f"I can’t do that. {NOTHING_DONE} recommendations and themes stay as the document has them. An administrator can "
    f"import a new version of it. {CAN_ASK}"
)
# Examples by a word that tells what the order is about; the first that is said counts.
_EXAMPLES = (
    (r"\bassign|\breassign|\bleads?\b|\bappoint", "“assign {ref} to Sue Myers”"),
    (r"sign(?:ed)?[\s-]*off|\bback\b(?!.*\b(?:target|deadline|date))", "“sign off {ref}” or “send {ref} back: why”"),
    (r"\bextension|\bextend|\bgrant|\brefuse|\bpostpone", "“extend {ref} to 30 June 2027: why” or “grant the extension "
     "of {ref}”"),
    (r"\btarget|\bdeadline|\bdue\b|\bdates?\b", "“set the target for {ref} to 31 March 2027”, one recommendation or "
     "several by their numbers"),
    (r"\blink|\brole|\bmanager|\badministrator|\badmin|\bofficer|@", "“link Sue Myers to jane.doe@example.gov.uk” or "
     "“make Jane Doe a manager”"),
    (r"\bsubscribe|\bsummar", "“send me the weekly summary every Monday at 9”"),
    (r"\bredact", "“redact the last update on {ref}”"),
)  # fmt: skip
_ANY = "“assign {ref} to Sue Myers” or “update {ref}: amber – what has happened”"


def take(moment: Moment) -> Turn | None:
    """An order that no dialog has taken; None for any other message."""
    text = moment.message.text.strip()[:_LONGEST]
    orders = _order(moment)
    if orders is None or moment.index is None or _only_asks(text, orders, moment):
        return None
    return moment.turn(_told(text, moment), draft=moment.memory.draft)


def orders(moment: Moment) -> bool:
    """Whether a message surely is an order: it begins with a verb that begins no question, and names a number."""
    found = _order(moment)
    return found is not None and not only_asks(moment) and _is_no_question(moment.message.text, found)


def _order(moment: Moment) -> re.Match[str] | None:
    told = not _TELLING.isdisjoint(letters(moment.message.text))
    return _ORDERS.match(moment.message.text.strip()[:_LONGEST]) if told else None


def _only_asks(text: str, orders: re.Match[str], moment: Moment) -> bool:
    """Whether it is a question; what begins with a plain verb and names a number is none, whatever ends it."""
    return only_asks(moment) and not _is_no_question(text, orders)


def _is_no_question(text: str, order: re.Match[str]) -> bool:
    return bool(order["plain"]) and re.search(r"\d", text) is not None


def _told(text: str, moment: Moment) -> str:
    if _DELETES.match(text):
        return STAYS
    if further := _NEXT.search(text, 1):
        return ONE_AT_A_TIME.format(first=phrases.escaped(text[: further.start()]))
    refs = moment.index.refs if moment.index else ()
    about = next((shown for tells, shown in _EXAMPLES if re.search(tells, text, re.IGNORECASE)), _ANY)
    return NOT_UNDERSTOOD.format(examples=about.format(ref="10" if "10" in refs else refs[-1]))
