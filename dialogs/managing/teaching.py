"""Takes the council's own words from managers, and drops them again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dialogs.managing.glossary import in_words
from dialogs.managing.known import known_names
from dialogs.managing.mandate import first_match, only, told_by
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer, propose, stale
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.wordings import POLITE, wording
from knowledge.progress.model import Role, Term, TermKind
from knowledge.progress.teaching import (
    LONGEST,
    LONGEST_MEANING,
    Fault,
    documents_meaning,
    fault,
    taught,
    term,
    untaught,
)
from knowledge.questions.language.glossary import key_of, meanings
from knowledge.questions.language.words import plain, stems
from knowledge.store.shelves import TERMS

_Q = r"[\"“”'‘’«»]*"
_SAID, _MEANS = rf"{_Q}(?P<said>.*?){_Q}", rf"{_Q}(?P<means>.*?){_Q}"
_IS = r"\s*(?:=|:|–|—|\s-\s|\b(?:means|stands\s+for|is\s+short\s+for|is|as|for)\b)\s*"
_VERB = r"(?:add|make|create|set|new|save|put|teach|enter|record)\s+"
_ARTICLE = r"(?:a\s+|the\s+|an\s+|this\s+|new\s+)*"
_MEANING = (
    wording(
        "glossary", rf"{POLITE}(?:{_VERB})?{_ARTICLE}glossary(?:\s+(?:entry|term|word))?\s*:?\s+{_SAID}{_IS}{_MEANS}"
    ),
    wording("glossary", rf"{POLITE}add\s+to\s+(?:the\s+)?glossary\s*:?\s+{_SAID}{_IS}{_MEANS}"),
    wording("define", rf"{POLITE}define\s+{_SAID}{_IS}{_MEANS}"),
    wording(
        "means stands short",
        rf"{POLITE}[\"“«'‘](?P<said>[^\"“”«»]{{1,80}}?)[\"”»'’]\s+(?:means|stands\s+for|is\s+short\s+for)\s+{_MEANS}",
    ),
)
_SYNONYM = (
    wording("synonym synonyms", rf"{POLITE}(?:{_VERB})?{_ARTICLE}synonyms?\s*(?::|\bfor\b)?\s+{_SAID}{_IS}{_MEANS}"),
    wording("synonym", rf"{POLITE}{_SAID}\s+is\s+a\s+synonym\s+(?:of|for)\s+{_MEANS}"),
)
_BARE = wording(
    "synonym synonyms glossary",
    rf"{POLITE}(?:{_VERB}){_ARTICLE}(?P<kind>synonyms?|glossary(?:\s+(?:entry|term|word))?)\s*:?\s*{_SAID}",
)
_REMOVE = (
    wording(
        "synonym glossary term",
        rf"{POLITE}(?:remove|delete|drop|forget|take\s+out)\s+(?:the\s+)?"
        rf"(?:synonym|glossary\s+(?:entry|term|word)|glossary|term)(?:\s+(?:for|of))?\s*:?\s+{_SAID}",
    ),
    wording(
        "glossary synonyms",
        rf"{POLITE}(?:remove|delete|drop|take)\s+{_SAID}\s+(?:from|out\s+of)\s+(?:the\s+)?(?:glossary|synonyms)",
    ),
)

FAULTS = {
    Fault.EMPTY: "I need a word and what it means, such as “add synonym kids = children”. Nothing has been saved.",
    Fault.LONG: (
        f"That is too long: a word or phrase may have {LONGEST} characters, and what it means {LONGEST_MEANING}. "
        "Nothing has been saved."
    ),
    Fault.ODD: "I can only take words, not numbers or signs. Nothing has been saved.",
    Fault.COMMON: (
        "“{said}” is said in too many questions that mean something else, so I don’t take it. Nothing has been saved."
    ),
    Fault.NAME: (
        "“{said}” has somebody’s name in it, or the council’s or a review’s. A name must not mean anything else, so I "
        "don’t take it. Nothing has been saved."
    ),
    Fault.SAME: "“{said}” and “{means}” are the same to me already. Nothing has been saved.",
}
WOULD = {
    TermKind.SYNONYM: "From now on, “{said}” would find what is about “{means}”.",
    TermKind.MEANING: "From now on, “{said}” would mean “{means}”, told under your name to whoever asks.",
}
_AGAIN = {TermKind.SYNONYM: "add synonym", TermKind.MEANING: "glossary:"}
WAS = " Until now it is “{means}”."
ITS_OWN = " The document itself spells it out as “{meaning}”, which I say first."
UNHEARD = " No document that I hold has these words, though, so it finds nothing there yet."
SAME = "“{said}” is taken for “{means}” already. Nothing has been saved."
SAVED = "Saved. “{said}”: {means}. It counts at once."
WOULD_GO = "“{said}” would no longer be taken for “{means}”."
GONE = "Saved. “{said}” is no longer taken for “{means}”."
NOT_THERE = "I was never taught “{said}”, so there is nothing to remove. “Show the glossary” lists what I was taught."


@told_by(*_REMOVE, *_SYNONYM, *_MEANING, _BARE)
def take(moment: Moment) -> Turn | None:
    """Adding and removing the council's words; None for any other message."""
    if match := first_match(_REMOVE, moment):
        return _removing(match["said"].strip(), moment)
    asks = moment.message.text.strip().endswith("?")
    for patterns, kind in ((_SYNONYM, TermKind.SYNONYM), (_MEANING, TermKind.MEANING)):
        if not asks and (match := first_match(patterns, moment)):
            return _adding(kind, match["said"].strip(), match["means"].strip(), moment)
    if not asks and first_match((_BARE,), moment):
        return only(Role.MANAGER, moment) or moment.turn(FAULTS[Fault.EMPTY])
    return None


def _adding(kind: TermKind, said: str, means: str, moment: Moment) -> Turn:
    if refused := only(Role.MANAGER, moment):
        return refused
    said, means = plain(said), plain(means)
    if problem := _problem(said, means, moment):
        return moment.turn(problem)
    before = _known(said, moment)
    if before and (before.kind, before.means) == (kind, means):
        return moment.turn(SAME.format(said=phrases.escaped(said), means=phrases.escaped(means)))
    told = WOULD[kind].format(said=phrases.escaped(said), means=phrases.escaped(means))
    told += WAS.format(means=phrases.escaped(before.means)) if before else ""
    meaning = documents_meaning(said, moment.knowledge.indexes)
    told += ITS_OWN.format(meaning=phrases.escaped(meaning)) if meaning else ""
    told += "" if _heard_of(kind, said, means, moment) else UNHEARD
    return propose(
        moment,
        told,
        "teach",
        order=f"{_AGAIN[kind]} {said} = ",
        kind=str(kind),
        said=said,
        means=means,
        seen=_seen(before),
    )


def _problem(said: str, means: str, moment: Moment) -> str:
    """What speaks against teaching this, in words; empty where nothing does."""
    found = fault(said, means, moment.knowledge.indexes, known_names(moment))
    return FAULTS[found].format(said=phrases.escaped(said), means=phrases.escaped(means)) if found else ""


def _heard_of(kind: TermKind, said: str, means: str, moment: Moment) -> bool:
    """Whether any document has the words that it is to find; a glossary entry explains all the same."""
    runs = [" ".join(stems(one)) for one in meanings(term(kind, said, means, moment.occasion))]
    found = any(index.by_recommendation.has(run) for index in moment.knowledge.indexes for run in runs if run)
    return found or kind is TermKind.MEANING


def _removing(said: str, moment: Moment) -> Turn:
    if refused := only(Role.MANAGER, moment):
        return refused
    known = _known(said, moment)
    if known is None:
        return moment.turn(NOT_THERE.format(said=phrases.escaped(said[:LONGEST])))
    return propose(moment, WOULD_GO.format(**in_words(known)), "unteach", said=known.said, seen=_seen(known))


def _do(moment: Moment, what: Mapping[str, Any]) -> Turn:
    if refused := only(Role.MANAGER, moment):
        return refused
    kind, said, means = TermKind(what["kind"]), what["said"], what["means"]
    if problem := _problem(said, means, moment):
        return moment.turn(problem)
    new = term(kind, said, means, moment.occasion)
    before = moment.records.reading.get(TERMS, new.key)
    if _seen(_known(said, moment)) != what.get("seen"):
        return stale(_adding(kind, said, means, moment))
    return moment.turn(SAVED.format(**in_words(new)), changes=taught(new, before, moment.occasion))


def _seen(before: Term | None) -> str:
    """What a word means so far, on which a proposal rests."""
    return f"{before.kind}: {before.means}" if before else ""


def _undo(moment: Moment, what: Mapping[str, Any]) -> Turn:
    if refused := only(Role.MANAGER, moment):
        return refused
    known = _known(what["said"], moment)
    if known is None:
        return moment.turn(NOT_THERE.format(said=phrases.escaped(what["said"])))
    if _seen(known) != what.get("seen"):
        return stale(_removing(known.said, moment))
    return moment.turn(GONE.format(**in_words(known)), changes=untaught(known, moment.occasion))


def _known(said: str, moment: Moment) -> Term | None:
    found = moment.records.reading.get(TERMS, key_of(said))
    return found if found and found.ended is None else None


DOERS: dict[str, Doer] = {"teach": _do, "unteach": _undo}
