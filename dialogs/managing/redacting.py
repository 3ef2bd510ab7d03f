"""Takes words out that should never have been written down; that they were there, and who took them out, stays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from dialogs.managing.mandate import first_match, named, one_of, only
from dialogs.managing.redactable import REDACTABLE, Redactable, meant, places
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer, ask_for_more, propose, stale
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.orders import LISTED, POLITE, RECS
from dialogs.words.wordings import wording
from knowledge.progress.acts.redaction import Worded, cut, holding, redacted, repeated, subject_of, words_of
from knowledge.progress.model import Role
from knowledge.questions.glossary import key_of

# What is kept has one of these words first, where a passage is named by itself.
_KEPT = (
    r"(?:the|an?|its|last|latest|newest|updates?|reports?|reasons?|targets?|extensions?|requests?|deadlines?|assign\w*|"
    r"answers?|questions?|glossary|it|that|this|those|them|these|all|everything|my|our|on|for|of|from|why|what|rec\w*|"
    r"number|no|decision|refusal|words|text|narrative|next|evidence)"
)
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
        rf"{_REDACT}(?P<what>(?:\s+{_WORD}){{0,12}}?)(?P<refs>)(?P<tail>)(?P<which>)(?:{_DATED}(?P<day>.*\d.*))?",
    ),
)
_Q = r"[\"“”'‘’«»]"
_EVERYWHERE = r"(?:\s*,?\s*(?:everywhere|wherever\s+(?:it|that|they)\s+(?:is|are|stands?)|in\s+(?:every|all)\b.*))?"
# A passage, by its marks, by a word that says what it is, or by what can't be the name of anything that is kept.
_PASSAGE = (
    wording("redact", rf"{_REDACT}\s+(?:[a-z’'-]+\s+){{0,4}}?{_Q}(?P<passage>.+){_Q}{_EVERYWHERE}"),
    wording(
        "redact",
        rf"{_REDACT}\s+(?:(?:the|any|all|every|each|child|child's|child’s|full|first)\s+)*"
        r"(?:names?|surnames?|words|phrase|passage|sentence|postcode|address|(?:phone|case|nhs)?\s*number|date\s+of\s+birth|dob|"
        r"e-?mail(?:\s+address)?|mentions?\s+of|references?\s+to)\s+(?!(?:of|in|on|for|from)\b)"
        rf"(?P<passage>.+?){_EVERYWHERE}",
    ),
    wording("redact", rf"{_REDACT}\s+(?P<passage>.+?)\s*,?\s+(?:everywhere|wherever\s+(?:it|that)\s+(?:is|stands))"),
    wording("redact", rf"{_REDACT}\s+(?P<passage>[^\d]+?)['’]s?\s+(?:full\s+|first\s+|last\s+)?(?:sur)?name"),
    wording("redact", rf"{_REDACT}\s+(?P<passage>\+?\d[\d ()/.-]{{4,}}\d)"),
    wording("redact", rf"{_REDACT}\s+(?P<passage>(?!{_KEPT}(?:\s|$))[^\d]{{3,}})"),
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
WOULD_CUT = (
    "You would redact “{passage}” in {places}. It would be gone for good, there, in the audit trail and in what "
    f"conversations remember; the rest of each text stays. {STAYS}"
)
FOR_GOOD = "Remove this for good?"
NOT_FOUND = (
    "I don’t find “{passage}” in anything that officers and managers have written, so nothing has been changed. I look "
    "for the words as they were typed, capitals aside."
)
TOO_SHORT = "That is too short to look for: give me a name or a phrase. Nothing has been changed."
CUT = "Done. It is gone from {places}; that something was redacted there, and by you, stays on record."
NOTHING = "There is nothing of that kind on {ref}{day} with words to redact. Nothing has been changed."
NO_SUCH = "There is nothing of that name with words to redact. Nothing has been changed."
WHICH = "Which one? Say its number."
ALREADY = "That is redacted already."
DONE = "Done. The words of {what} are gone; that they were written, and redacted by you, stays on record."
_SHORTEST = 3  # letters of a passage
# The newest of several are offered, each with the beginning of its words (characters).
_OFFERED, _BEGINNING = 9, 40


def take(moment: Moment) -> Turn | None:
    """ "Redact the last update on 10", "redact the name Jo Smith"; None for any other message."""
    for patterns, then in ((_QUESTION, _question), ((_TERM,), _term), (_PASSAGE, _passage), (_ON_ONE, _on_one)):
        if match := first_match(patterns, moment):
            return only(Role.MANAGER, moment) or then(match, moment)
    return None


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
    return propose(moment, told, "redact words", refs, ask=FOR_GOOD, kind=kind, id=key, seen=_seen(others))


def _passage(match: re.Match[str], moment: Moment) -> Turn:
    """Propose it for a passage, wherever it stands."""
    passage = " ".join(match["passage"].strip(" ,.;:\"“”'‘’«»").split())
    if sum(map(str.isalnum, passage)) < _SHORTEST:
        return moment.turn(TOO_SHORT)
    found = holding(passage, moment.records)
    if not found:
        return moment.turn(NOT_FOUND.format(passage=phrases.escaped(passage)))
    told = WOULD_CUT.format(passage=phrases.escaped(passage), places=places(found))
    return propose(moment, told, "redact passage", ask=FOR_GOOD, passage=passage, seen=_seen(found))


def _seen(found: Sequence[Worded]) -> list[str]:
    """What a proposal would take words out of."""
    return sorted(subject_of(one) + str(getattr(one, "id", "")) for one in found)


def _do(moment: Moment, what: Mapping[str, Any]) -> Turn:
    if refused := only(Role.MANAGER, moment):
        return refused
    shown = REDACTABLE[what["kind"]]
    value = moment.records.reading.get(shown.shelf, what["id"])
    if value is None or not words_of(value, shown.names):
        return moment.turn(ALREADY)
    others = repeated(value, moment.records, moment.occasion, shown.names)
    if _seen(others) != what.get("seen"):
        return stale(_proposed(what["kind"], value, (), moment))
    told = DONE.format(what=shown.told(value, moment.knowledge.timezone))
    changes = redacted(shown.ended(value, moment.message.at), moment.records, moment.occasion, shown.names)
    return moment.turn(told, changes=changes, erases=True)


def _cut(moment: Moment, what: Mapping[str, Any]) -> Turn:
    if refused := only(Role.MANAGER, moment):
        return refused
    passage = what["passage"]
    found = holding(passage, moment.records)
    if not found:
        return moment.turn(ALREADY)
    if _seen(found) != what.get("seen"):
        told = WOULD_CUT.format(passage=phrases.escaped(passage), places=places(found))
        return stale(propose(moment, told, "redact passage", ask=FOR_GOOD, passage=passage, seen=_seen(found)))
    changes = cut(passage, moment.records, moment.occasion)
    return moment.turn(CUT.format(places=places(found)), changes=changes, erases=True)


DOERS: dict[str, Doer] = {"redact words": _do, "redact passage": _cut}
