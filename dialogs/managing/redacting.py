"""Takes words out that should never have been written down; that they were there, and who took them out, stays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dialogs.managing.mandate import first_match, named, one_of, only, told_by
from dialogs.managing.redactable import REDACTABLE, Redactable, meant, places, seen
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer, ask_for_more, propose, stale
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.orders import LISTED, POLITE, RECS
from dialogs.words.wordings import wording
from knowledge.progress.acts.redaction import redacted, repeated, words_of
from knowledge.progress.model import Role
from knowledge.questions.language.glossary import key_of

_REDACT = rf"{POLITE}redact\b"
_QUESTION = (
    wording(
        "redact", rf"{_REDACT}\s+(?:the\s+)?(?P<kind>answer)s?\s+(?:to|of|for)\s+(?:question\s+)?#?(?P<n>\d{{1,6}})"
    ),
    wording("redact", rf"{_REDACT}\s+(?:the\s+)?(?P<kind>question)\s+#?(?P<n>\d{{1,6}})"),
)
_TERM = wording(
    "redact", rf"{_REDACT}\s+(?:the\s+)?glossary(?:\s+(?:entry|term|word))?(?:\s+(?:for|of))?\s*:?\s+(?P<said>.+)"
)
_WORD = r"[a-z’'-]+"
_TAIL = (
    r"(?:'s|’s)?(?:\s+(?:the|target|extension|update|request|deadline|reasons?|back|words|text|narrative|was|sent)\b)*"
)
_DATED = r"\s+(?:of|from|on|posted on|dated)\s+"
_ON_ONE = (
    wording(
        "redact",
        rf"{_REDACT}(?P<what>(?:\s+{_WORD}){{0,12}}?)\s+{RECS}{LISTED}(?P<tail>{_TAIL})"
        rf"(?:\s+number\s+(?P<which>\d{{1,3}})|{_DATED}(?P<day>.+))?",
    ),
    wording(
        "redact",
        rf"{_REDACT}(?P<what>(?:\s+{_WORD}){{0,12}}?){_DATED}(?P<day>\d.+?)\s+(?:on|for)\s+{RECS}{LISTED}"
        r"(?P<tail>)(?P<which>)",
    ),
    wording(
        "redact",
        rf"{_REDACT}(?P<what>(?:\s+{_WORD}){{0,12}}?)(?P<refs>)(?P<tail>)(?P<which>)(?:{_DATED}(?P<day>(?!\d+\s+number\b).*\d.*))?",
    ),
)
# "Delete the last update on 8, it names a child": by the reason, the words are to go, and not the update be undone.
_BECAUSE = re.compile(
    r"[\s,;:.–—-]{1,4}(?:because|since|as|it|which|that|they|there)\b.{0,120}?\b(?:nam(?:e|es|ed|ing)|identif\w*|child\w*|famil\w*|"
    r"personal\w*|private|confidential|gdpr|sensitive|initials|address\w*|birth\w*|phone\w*)\b.*\Z",
    re.IGNORECASE | re.DOTALL,
)
_DELETE = re.compile(
    rf"({POLITE})(?:delete|remove|erase|wipe|take\s+(?:out|down)|get\s+rid\s+of|redact)\b", re.IGNORECASE
)
_LAST = re.compile(r"\b(?:last|latest|newest)\b")

STAYS = (
    "That they were written, and redacted by you, stays. Backups made before, and messages that Teams has shown, keep "
    "the words."
)
WOULD = (
    "You would redact {what}: its words would be gone for good, here, in the audit trail and in what conversations "
    f"remember.{{elsewhere}} {STAYS}"
)
ELSEWHERE = " The same words would go from {places}, too."
FOR_GOOD = "Remove this for good?"
NOTHING = "There is nothing of that kind on {ref}{day} with words to redact. Nothing has been changed."
NO_SUCH = "There is nothing of that name with words to redact. Nothing has been changed."
WHICH = "Which one? Say its number."
ALREADY = "That is redacted already."
DONE = "Done. The words of {what} are gone; that they were written, and redacted by you, stays on record."
# The newest of several are offered, each with the beginning of its words (characters).
_OFFERED, _BEGINNING = 9, 40


@told_by(also="redact delete remove erase wipe take get")
def take(moment: Moment) -> Turn | None:
    """ "Redact the last update on 10", "redact the extension reason on 10"; None for any other message."""
    moment = _with_reason(moment)
    for patterns, then in ((_QUESTION, _question), ((_TERM,), _term), (_ON_ONE, _on_one)):
        if match := first_match(patterns, moment):
            return only(Role.MANAGER, moment) or then(match, moment)
    return None


def _with_reason(moment: Moment) -> Moment:
    """The order alone, where its reason is that somebody could be known by the words; else the message as it is."""
    text = moment.message.text.strip()
    begins = _DELETE.match(text)
    reason = _BECAUSE.search(text, begins.end()) if begins else None
    if begins is None or reason is None:
        return moment
    order = f"{begins[1]}redact{text[begins.end() : reason.start()]}"
    return replace(moment, message=replace(moment.message, text=order))


def _question(match: re.Match[str], moment: Moment) -> Turn:
    return _known(match["kind"].casefold(), str(int(match["n"])), moment)


def _term(match: re.Match[str], moment: Moment) -> Turn:
    return _known("term", key_of(match["said"].strip(" \"“”'‘’")), moment)


def _known(kind: str, key: str, moment: Moment) -> Turn:
    """Propose it for something that has a name of its own."""
    value = moment.records.reading.get(REDACTABLE[kind].shelf, key)
    if value is None or not words_of(value, REDACTABLE[kind].names):
        return moment.turn(ALREADY if value and value.redacted else NO_SUCH)
    return _proposed(kind, value, (), moment)


def _on_one(match: re.Match[str], moment: Moment) -> Turn:
    found = one_of(named(match["refs"], moment), moment)
    if isinstance(found, Turn):
        return found
    refs = (found.ref,)
    words, days = f"{match['what']} {match['tail']}", match["day"] or ""
    kind = meant(words)
    every = REDACTABLE[kind].found(found.programme, found.ref, moment)
    fit = _fitting(every, match["which"], days, REDACTABLE[kind], moment)
    if not fit:
        day = " of that day" if days else ""
        return moment.turn(NOTHING.format(ref=phrases.recommendations(refs), day=day), refs=refs)
    if len(fit) == 1 or _LAST.search(words.casefold()):
        return _proposed(kind, _newest(fit), refs, moment)
    listed = "\n".join(_line(one, every.index(one) + 1, REDACTABLE[kind], moment) for one in fit[-_OFFERED:])
    order = f"redact {' '.join(words.split())} {found.ref} number "
    return ask_for_more(moment, f"{WHICH}\n\n{listed}", order, refs, again=WHICH)


def _fitting(every: list[Any], which: str | None, days: str, shown: Redactable, moment: Moment) -> Sequence[Any]:
    """Those that are meant: the one of this number, those of this day, or all."""
    if which:
        return every[int(which) - 1 : int(which)] if int(which) else []
    return shown.of_day(every, days, moment) if days else every


def _newest(fit: Sequence[Any]) -> Any:
    """The newest one that stands; one that was withdrawn only where none does."""
    standing = [one for one in fit if getattr(one, "withdrawn", None) is None]
    return (standing or fit)[-1]


def _line(one: Any, number: int, shown: Redactable, moment: Moment) -> str:
    """One of several, with its first words, by which a manager knows it."""
    text = " ".join(" ".join(words_of(one, shown.names)).split())
    begins = f"{text[:_BEGINNING].rstrip()}…" if len(text) > _BEGINNING else text
    return f"- **{number}**: {shown.stamp(one, moment.knowledge.timezone)}: {phrases.quoted(begins)}"


def _proposed(kind: str, value: Any, refs: tuple[str, ...], moment: Moment) -> Turn:
    others = repeated(value, moment.records, moment.occasion, REDACTABLE[kind].names)
    elsewhere = ELSEWHERE.format(places=places(others)) if others else ""
    told = WOULD.format(what=REDACTABLE[kind].told(value, moment.knowledge.timezone), elsewhere=elsewhere)
    key = getattr(value, REDACTABLE[kind].shelf.key)
    return propose(moment, told, "redact words", refs, ask=FOR_GOOD, kind=kind, id=key, seen=seen(others))


def _do(moment: Moment, what: Mapping[str, Any]) -> Turn:
    if refused := only(Role.MANAGER, moment):
        return refused
    shown = REDACTABLE[what["kind"]]
    value = moment.records.reading.get(shown.shelf, what["id"])
    if value is None or not words_of(value, shown.names):
        return moment.turn(ALREADY)
    others = repeated(value, moment.records, moment.occasion, shown.names)
    if seen(others) != what.get("seen"):
        return stale(_proposed(what["kind"], value, (), moment))
    told = DONE.format(what=shown.told(value, moment.knowledge.timezone))
    changes = redacted(shown.ended(value, moment.message.at), moment.records, moment.occasion, shown.names)
    return moment.turn(told, changes=changes, erases=True)


DOERS: dict[str, Doer] = {"redact words": _do}
