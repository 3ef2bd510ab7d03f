"""Takes the first of several orders in one message, and says that the others aren't taken, rather than lose them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from dialogs.managing import handing, moving, untaken
from dialogs.takers import ORDERS
from dialogs.turns.moment import Moment, free
from dialogs.turns.remarks import only_puts_right
from dialogs.words import phrases
from dialogs.words.orders import RECS
from dialogs.words.smalltalk import reply_to
from dialogs.words.wordings import LISTED, REF, letters
from knowledge.questions.language.numbers import by_name

LEFT = "I take one order at a time, so I haven’t taken “{rest}”. Please send it by itself."
# An order that is whole by itself, as far as it is seen from its first words.
_ONE = rf"{RECS}{LISTED}".replace("?P<refs>", "?:")
_ORDER = (
    rf"(?:(?:re)?assign\s+{_ONE}\s+to\b|unassign\s+{_ONE}|sign\s*-?off\s+{_ONE}|sign\s+{_ONE}\s+off\b|"
    rf"send\s+{_ONE}\s+back\b|extend\s+{_ONE}\s+(?:to|by|until|till)\b|undo\s+{_ONE}|update\s+{_ONE}|"
    rf"(?:set|move|change|push|clear|remove|put)\s+(?:back\s+)?(?:the\s+)?(?:target|deadline)s?\b[^.;:\n]{{1,20}}?{REF}|"
    rf"(?:grant|refuse|approve|reject|decline)\s+(?:the\s+|an\s+)?extensions?\b[^.;:\n]{{1,20}}?{REF}|"
    rf"redact\b[^.;:\n]{{1,40}}?{REF}|no\s+changes?\s+(?:on|for|to)\s+{_ONE})(?!\w)"
)
_NEXT = re.compile(
    r"(?:\s?[,;.!?]\s{1,9}|\s?\n\s{0,9}|\s(?=and\b|then\b|also\b))(?:(?:and|then|also|please)\b[\s,]{0,9}){0,4}"
    rf"(?P<rest>{_ORDER}.*)",
    re.IGNORECASE | re.DOTALL,
)
# A question behind an order: "sign off 8 and tell me who leads 4".
_ASKS = re.compile(
    r"\s*[,;.]?\s+(?:(?:and|then|also|please)\s+){1,3}(?:tell|show|give|let|who|what|when|which|is|are|can|could|how)\b",
    re.IGNORECASE,
)
# Each of those orders has one of these words, and a number.
_TELLING = frozenset(
    "assign reassign unassign sign signoff send extend undo update set move change push clear remove put grant refuse "
    "approve reject decline redact no".split()
)
_DIGIT = re.compile(r"\d")
_MOST, _SHOWN = 5, 200


def first_of(moment: Moment) -> tuple[Moment, str]:
    """The moment with the first order alone, and that the others aren't taken; empty where there are no others.

    An order that is heard with several updates in it stays whole; so does one of which it is said that it has two.
    """
    text = moment.message.text
    if moment.index is None or _TELLING.isdisjoint(letters(text)) or not _DIGIT.search(text):
        return moment, ""
    if handing.several(moment) or moving.several(moment):
        return moment, ""
    for further in islice(_NEXT.finditer(text), _MOST):
        first = replace(moment, message=replace(moment.message, text=text[: further.start()].rstrip(",;.")))
        if only_puts_right(first.message.text):
            return moment, ""
        if reply_to(first.message.text, "") and not _is_taken(moment):
            return first_of(replace(moment, message=replace(moment.message, text=further["rest"])))
        if _are_two(first, further["rest"], moment):
            rest = phrases.excerpt(" ".join(further["rest"].split()), _SHOWN)[0]
            return first, LEFT.format(rest=phrases.escaped(rest.rstrip(" .!")))
    return moment, ""


def _are_two(first: Moment, rest: str, moment: Moment) -> bool:
    """Whether both are orders by themselves, and would be taken for one, or for none; or the first asks or answers."""
    if _is_one(rest, moment) or not _is_taken(free(moment, _ASKS.split(rest)[0])):
        return False
    whole = _is_taken(moment)
    if _is_taken(first):
        return whole or untaken.take(moment) is None
    asks = first.says("asks") and not rest.lower().startswith("update")  # that is said by itself already
    return not whole and (bool(moment.memory.draft) or asks)


def _is_one(rest: str, moment: Moment) -> bool:
    """Whether the updates in a message are heard as one order, in which the rest has its own part."""
    order, known = moment.order, by_name(moment.index.by_ref) if moment.index else {}
    named = re.search(rf"\b{REF}", rest, re.IGNORECASE)
    ref = named[0].casefold() if named else ""
    return order is not None and ref in known and ref in order.refs[1:]


def _is_taken(moment: Moment) -> bool:
    return any(take(free(moment)) is not None for take in ORDERS)
