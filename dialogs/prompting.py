"""Takes an order that lacks its recommendation, or that can't be given, and says how it is said."""

from __future__ import annotations

import re
from datetime import date

from dialogs.managing.mandate import first_match, only_asks, told_by
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import ask_for_more
from dialogs.turns.turn import Turn
from dialogs.words.orders import POLITE
from dialogs.words.wordings import wording
from knowledge.progress.days import find_day, spell
from knowledge.questions.searching.index import Index

_EXTENSION = r"(?:(?:an?|the)\s+)?(?:extension|(?:some\s+|a bit\s+)?more time)"
# An order without its recommendation, its beginning, and the question what it is about, with an example.
_BARE = (
    (
        wording(
            "extend extension time until till til",
            rf"{POLITE}(?:extend(?:\s+(?:it|the\s+(?:target|deadline)))?"
            rf"|(?:ask for|request|get|have|need)?\s*{_EXTENSION}"
            r"|(?:get|have|need)\s+(?:until|till|til)\s+[^?;:]{2,40})",
        ),
        "extend ",
        "Which recommendation needs it, and until when? For example “{ref} to 30 June 2027: waiting on partners”.",
    ),
    (
        wording(
            "target targets deadline deadlines",
            rf"{POLITE}(?:set|change|move|give)\s+(?:a\s+|the\s+|its\s+|new\s+)*(?:target|deadline)s?(?:\s+dates?)?",
        ),
        "set the target for ",
        "For which recommendation, and which day? For example “{ref} to 31 March 2027”.",
    ),
    (
        wording("assign reassign", rf"{POLITE}(?:re-?)?assign(?:\s+(?:it|this|(?:a\s+|the\s+)?leads?))?"),
        "assign ",
        "Which recommendation, and to whom? For example “{ref} to Sue Myers”.",
    ),
)
# What is told instead of being done.
_TOLD = (
    (
        wording(
            "all everything every them",
            rf"{POLITE}(?:sign\s+off|send\s+back|assign|extend|redact|update|grant|refuse|no\s+change\s+on|"
            r"set(?:\s+the\s+targets?\s+(?:for|of|on))?)\s+"
            r"(?:all|everything|every\s+recommendation|them|all\s+of\s+them)\b.*",
        ),
        "Please name each recommendation by its number, so that nothing is done to one by mistake. Nothing has been "
        "saved.",
    ),
    (
        wording(
            "it that update report status",
            rf"{POLITE}(?:change|edit|correct|amend|fix|rewrite)\s+"
            r"(?:it|that|(?:my|the)\s+(?:last\s+|latest\s+)?(?:update|report|status))(?:\s+(?:to|on|of|for)\b.*)?",
        ),
        "Nothing is ever overwritten: a correction is a new update, such as “update {ref}: red – why”. Within ten "
        "minutes of posting you can take yours back: say “undo”.",
    ),
    (
        wording("audit", rf"{POLITE}(?:show|see|print|export|give)?\s*(?:the\s+)?audit(?:\s+(?:trail|log))?"),
        "Whoever runs me prints the audit trail with “python -m bot audit”. Here you can ask “history of {ref}”, or "
        "“what changed since 1 November?”.",
    ),
)

ONLY_A_DAY = (
    "That is a day, but I don’t know what it is for; nothing has been saved. Say, for example, “set the target for "
    "{ref} to {day}” or “extend {ref} to {day}: why”."
)
_LONGEST_DAY = 60  # characters
_WITH_YEAR = re.compile(r"\W*(?:[^\W\d]+\W+){0,4}\d[\w/. -]*\b20\d\d\W*", re.IGNORECASE)


def only_a_day(moment: Moment) -> Turn | None:
    """A day to come, with its year and nothing beside it, after all that the document has; None for anything else."""
    text = moment.message.text.strip(" \n.?!")
    if moment.index is None or len(text) > _LONGEST_DAY or not _WITH_YEAR.fullmatch(text):
        return None
    found = find_day(text, moment.today)
    if found is None or found[1][0] > 0 or found[0].day is None or found[0].day <= _last_day(moment.index):
        return None
    told = ONLY_A_DAY.format(ref=_example(moment.index), day=spell(found[0].day))
    return moment.turn(told, draft=moment.memory.draft)


def _last_day(index: Index) -> date:
    days = (m.latest for rec in index.programme.recommendations for m in rec.milestones if m.latest)
    return max(days, default=date.min)


@told_by(*(way for way, *_ in (*_BARE, *_TOLD)))
def take(moment: Moment) -> Turn | None:
    """ "Extend", "set a target", "sign off everything"; None for any other message."""
    if only_asks(moment) or moment.index is None:
        return None
    example = _example(moment.index)
    for way, order, question in _BARE:
        if first_match((way,), moment):
            return ask_for_more(moment, question.format(ref=example), order)
    for way, told in _TOLD:
        if first_match((way,), moment):
            return moment.turn(told.format(ref=example), draft=moment.memory.draft)
    return None


def _example(index: Index) -> str:
    return "10" if "10" in index.by_ref else index.refs[-1]
