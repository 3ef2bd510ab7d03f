"""What of somebody's words a manager can have taken out, how it is called, and where it is found."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from typing import Any

from dialogs.answers import standings
from dialogs.turns.moment import Moment
from dialogs.words import phrases
from knowledge.progress.acts.redaction import Worded, subject_of, words_of
from knowledge.progress.days import since
from knowledge.progress.model import Assignment, Extension, Kind, Stage, Target, Term, Unanswered, Update
from knowledge.store.shelves import ASSIGNMENTS, EXTENSIONS, TARGETS, TERMS, UNANSWERED, UPDATES, Shelf


@dataclass(frozen=True)
class Redactable:
    """Words of one kind.

    `names` are the fields they stand in, all where none is named; `holds` tells the values that have such words.
    `by` and `at` name the fields of who wrote them and when. `ended` is the value as it is without its words.
    """

    called: str
    shelf: Shelf[Any]
    names: tuple[str, ...] = ()
    holds: Callable[[Any], bool] = lambda _: True
    by: str = "by_name"
    at: str = "at"
    ended: Callable[[Any, datetime], Any] = lambda one, _: one

    def found(self, programme: str, ref: str, moment: Moment) -> list[Any]:
        """Everything of this kind on a recommendation that has words still, oldest first."""
        every = moment.records.reading.find(self.shelf, programme=programme, ref=ref)
        return [one for one in every if self.holds(one) and words_of(one, self.names)]

    def of_day(self, found: Sequence[Any], days: str, moment: Moment) -> list[Any]:
        """Those of the day that is named."""
        period, zone = since(days, moment.today), moment.knowledge.timezone
        return [one for one in found if period and period[0] == self._at(one).astimezone(zone).date()]

    def told(self, one: Any, zone: tzinfo) -> str:
        """ "The update on Recommendation 10 (Sue Myers, 23 November 2026, 09:30)"."""
        known = {"ref": getattr(one, "ref", ""), "said": getattr(one, "said", ""), "id": getattr(one, "id", "")}
        named = self.called.format(**{name: phrases.escaped(text) for name, text in known.items()})
        return f"{named} ({self.stamp(one, zone)})"

    def stamp(self, one: Any, zone: tzinfo) -> str:
        """Who wrote it and when: "Sue Myers, 23 November 2026, 09:30"."""
        at = self._at(one).astimezone(zone)
        return f"{phrases.escaped(getattr(one, self.by) or 'somebody')}, {standings.day(at.date())}, {at:%H:%M}"

    def _at(self, one: Any) -> datetime:
        return getattr(one, self.at) or datetime.min.replace(tzinfo=UTC)


REDACTABLE: dict[str, Redactable] = {
    "update": Redactable("the update on Recommendation {ref}", UPDATES),
    "back": Redactable(
        "the reason for sending Recommendation {ref} back", UPDATES, holds=lambda one: one.kind is Kind.SENT_BACK
    ),
    "target": Redactable("the reason for the target of Recommendation {ref}", TARGETS),
    "extension": Redactable("the reason for the extension of Recommendation {ref}", EXTENSIONS, ("reason",)),
    "decision": Redactable(
        "what was said of the decision on the extension of Recommendation {ref}",
        EXTENSIONS,
        ("remark",),
        by="decided_by_name",
        at="decided",
    ),
    "assignment": Redactable("the reason for assigning Recommendation {ref}", ASSIGNMENTS),
    "question": Redactable(
        "question {id} with its answer",
        UNANSWERED,
        ("question", "gist", "answer"),
        ended=lambda one, _: replace(one, stage=Stage.CLOSED),
    ),
    "answer": Redactable(
        "the answer to question {id}",
        UNANSWERED,
        ("answer",),
        by="answered_by_name",
        at="answered",
        ended=lambda one, _: replace(one, stage=Stage.WITHDRAWN),
    ),
    "term": Redactable(
        "what “{said}” means in the glossary, with the entry",
        TERMS,
        ended=lambda one, at: replace(one, ended=one.ended or at),
    ),
}
# What each kind of value is called where one or several are counted.
_CALLED: dict[type, tuple[str, str]] = {
    Update: ("an update", "updates"),
    Target: ("the reason for a target", "reasons for targets"),
    Extension: ("a request for an extension", "requests for extensions"),
    Assignment: ("the reason for an assignment", "reasons for assignments"),
    Unanswered: ("a question that was passed on", "questions that were passed on"),
    Term: ("a glossary entry", "glossary entries"),
}
# Words that ask for more particular things than an update, the most particular first.
_PARTICULAR = (
    (re.compile(r"refus|declin|reject|turn(?:ed|ing) down|grant|decision|decid"), "decision"),
    (re.compile(r"extension|extend|more time"), "extension"),
    (re.compile(r"target|deadline"), "target"),
    (re.compile(r"assign"), "assignment"),
    (re.compile(r"\bback\b"), "back"),
)


def seen(found: Sequence[Worded]) -> list[str]:
    """What a proposal would take words out of."""
    return sorted(subject_of(one) + str(getattr(one, "id", "")) for one in found)


def places(found: Sequence[Worded]) -> str:
    """ "3 places: updates on Recommendations 8 and 10, and a question"."""
    every = [_place(kind, [one for one in found if isinstance(one, kind)]) for kind in _CALLED]
    listed = phrases.joined(filter(None, every))
    return f"one place: {listed}" if len(found) == 1 else f"{len(found)} places: {listed}"


def _place(kind: type, found: Sequence[Any]) -> str:
    if not found:
        return ""
    one, several = _CALLED[kind]
    what = one if len(found) == 1 else f"{len(found)} {several}"
    refs = list(dict.fromkeys(each.ref for each in found if getattr(each, "ref", "")))
    return f"{what} on {phrases.recommendations(refs)}" if refs else what


def meant(words: str) -> str:
    """Which kind an order about a recommendation means, by its name in REDACTABLE."""
    return next((name for pattern, name in _PARTICULAR if pattern.search(words.casefold())), "update")
