"""Which recommendations are red, overdue, without a target, …, narrowed by anything that the document says."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from dialogs import cards
from dialogs.answers import marked, standings
from dialogs.progress.asked import of_the_one
from dialogs.turns import programmes
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.model import Field, Lead
from knowledge.progress.standings.standing import Standing
from knowledge.progress.standings.wanted import Now, Wanted, wanted
from knowledge.questions.criteria import HasDate, LedBy
from knowledge.questions.parsing.reading import Reading
from knowledge.questions.searching.index import Index

NOT_REPORTED = "{refs} {have} no update yet, so I can’t tell about {them}."
NO_TARGETS = "No target is set on {them}, and only what has a target can be overdue."
OF_ALL = "Of the {many} recommendations that I looked at:"
_OF_NONE = {1: "it", 2: "either of them"}
# Recommendations that are named one by one where they only stand beside the answer.
_NAMED = 6
# Rows that the text itself has.
_ROWS = 40
# What is asked of these is told in the document: "what was Munro's argument against targets?".
_OF_THE_DOCUMENT = frozenset({Field.ARGUMENT, Field.RESPONSE, Field.POSITION})
# Words that ask nothing of the document.
_IDLE = frozenset(
    "ones things actions items far yet now currently today rated marked status colour theme themes target targets date "
    "dates anything any recommendations late due month week mine ours still await awaits wait waits".split()
)


def answer(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """ "Which are red?", "how many are overdue in theme 2?", "which of mine have no target?"."""
    conditions = () if reading.named.refs or of_the_one(moment, reading) else wanted(reading.text)
    if not conditions or not _lists(reading, conditions, programmes.telling(index, moment.knowledge.indexes)):
        return None
    now = Now(moment.today, moment.message.at)
    among = [s for s in moment.records.standings(index.programme) if _within(s, moment, index, reading)]
    several_statuses = len({*conditions}) > 1 and all(_is_status(w) for w in conditions)
    either = (moment.asks("either") or several_statuses) and not any(w.negated for w in conditions)
    meets = any if either else all
    among.sort(key=lambda s: index.refs.index(s.ref))
    found = [s for s in among if meets(w.holds(s, now) for w in conditions)]
    silent = [s.ref for s in among if s.latest is None]
    text = _count(found, among, conditions, mine=moment.asks("mine"), either=either)
    unknown = _unknown(silent, conditions) if silent else ""
    if not found and len(among) == 1 and unknown:
        text = ""  # that can't be told is the whole answer
    if any("overdue" in w.one for w in conditions) and among and not any(s.due for s in among):
        text = f"{text} {NO_TARGETS.format(them=_OF_NONE.get(len(among), 'any of them'))}"
    if (
        several_statuses
        and reading.has("how many")
        and not (moment.asks("either") or any(w.negated for w in conditions))
    ):
        return _each(conditions, among, now, moment, unknown)
    lines = [f"- {standings.row(s, moment.today, moment.knowledge.timezone)}" for s in found[:_ROWS]]
    refs = tuple(s.ref for s in found)
    card = cards.standings(refs, index) if found else None
    in_document, marks = marked.told((index.by_ref[s.ref] for s in among), conditions)
    whole = "\n\n".join(filter(None, (text, "\n".join(lines), unknown, marks)))
    return moment.turn(whole, card, draft=moment.memory.draft, refs=refs or in_document)


def _each(conditions: Sequence[Wanted], among: Sequence[Standing], now: Now, moment: Moment, unknown: str) -> Turn:
    """How many of them have each of several statuses: "how many are green, amber and red?"."""
    lines, every = [], list[str]()
    for condition in conditions:
        refs = [s.ref for s in among if condition.holds(s, now)]
        every += refs
        told = f"{len(refs)}: {phrases.recommendations(refs)}" if refs else "none"
        lines.append(f"- {condition.one.removeprefix('is ')}: {told}")
    whole = "\n\n".join(filter(None, (OF_ALL.format(many=len(among)), "\n".join(lines), unknown)))
    return moment.turn(whole, draft=moment.memory.draft, refs=tuple(dict.fromkeys(every)))


def _count(
    found: Sequence[Standing], among: Sequence[Standing], conditions: Sequence[Wanted], *, mine: bool, either: bool
) -> str:
    """How many of those looked at meet the question, and which."""
    if not among:
        return "There is no such recommendation to look at."
    if len(among) == 1:
        return _only(found, conditions, whose="Your" if mine else "The", either=either)
    whose, word = "your" if mine else "the", "or" if either else "and"
    none = f"{'Neither' if len(among) == 2 else 'None'} of {whose} {len(among)} recommendations"
    if not found:
        return f"{none} {phrases.joined((w.one for w in conditions), word)}."
    if len(found) == len(among) and len(conditions) == 1 and conditions[0].several.startswith("aren’t "):
        return f"{none} {conditions[0].denied[0]}."
    clause = phrases.joined((w.several if len(found) > 1 else w.one for w in conditions), word)
    return f"{_share(len(found), len(among), whose)} {clause}: {phrases.recommendations([s.ref for s in found])}."


def _only(found: Sequence[Standing], conditions: Sequence[Wanted], *, whose: str, either: bool) -> str:
    """Whether the only one that there is meets the question."""
    clauses = [w.one if found else w.denied[0] for w in conditions]
    clause = phrases.joined(clauses, "or" if either is bool(found) else "and")
    named = f": {phrases.recommendations([s.ref for s in found])}" if found else ""
    return f"{whose} only recommendation {clause}{named}."


def _share(many: int, all_: int, whose: str) -> str:
    """ "One of the 15 recommendations", "Both your recommendations", "All 15 recommendations"."""
    if many < all_:
        return f"{'One' if many == 1 else many} of {whose} {all_} recommendations"
    all_of = "Both" if all_ == 2 else "All"
    return " ".join([all_of, *(["your"] * (whose == "your")), *([] if all_ == 2 else [str(all_)]), "recommendations"])


def _unknown(silent: Sequence[str], conditions: Sequence[Wanted]) -> str:
    """What can't be told of those that nobody has reported on, where the question was about a status."""
    if not any(_is_status(w) for w in conditions):
        return ""
    have, them = ("has", "it") if len(silent) == 1 else ("have", "them")
    refs = phrases.recommendations(silent) if len(silent) <= _NAMED else f"{len(silent)} recommendations"
    return NOT_REPORTED.format(refs=refs, have=have, them=them)


def _is_status(condition: Wanted) -> bool:
    return "(" in condition.one or "sign-off" in condition.one


def _lists(reading: Reading, conditions: Sequence[Wanted], names: Collection[str]) -> bool:
    """Whether a message asks for those that meet something, and for nothing of the document's own words.

    `names` are words that say which document.
    """
    said = {part for w in conditions for word in w.words for part in (word, *word.split("-"))}
    others = [t for t in reading.topic if t.word not in said and t.word not in _IDLE and t.word not in names]
    by_when = Field.TIMESCALE in reading.fields and any("complete (" in w.one for w in conditions)
    of_document = _OF_THE_DOCUMENT.intersection(reading.fields) and not any(map(_is_status, conditions))
    return not (others or reading.abbreviation or by_when or of_document)


def _within(standing: Standing, moment: Moment, index: Index, reading: Reading) -> bool:
    """Whether a recommendation meets what else the question narrows by: theme, lead, decision, dates."""
    rec = replace(index.by_ref[standing.ref], leads=tuple(Lead(name, "") for name in standing.leads))
    if moment.asks("mine") and not {*moment.actor.leads, *moment.actor.covers} & {*standing.leads}:
        return False
    if reading.people and not {*reading.people} & {*standing.leads}:
        return False
    others = [c for c in reading.criteria if not isinstance(c, LedBy | HasDate)]
    return all(c.holds(rec) for c in others) and (not reading.themes or rec.theme.number in reading.themes)
