"""Turns of phrase in which strangers ask for one fact, each with recommendations, people or abbreviations put in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle

from dialogs.turns.turn import Reply
from knowledge.library import Knowledge
from knowledge.model import Programme
from knowledge.questions.searching.index import Index

from . import HERE, Case, everything, has
from .test_banks import replied

# How a recommendation is put in: by its number, or described.
DESCRIBED = {
    "2": ("rec 2", "the unannounced inspections one", "the one on unannounced inspections"),
    "4": ("recommendation 4", "the performance information one"),
    "8": ("number 8", "the one on health reorganisation", "the NHS reforms recommendation"),
    "9": ("rec 9", "the serious case review one", "the one on serious case reviews"),
    "10": ("recommendation 10", "the early help recommendation", "the one about early help"),
    "12": ("rec 12", "the one about social work students"),
    "14": ("recommendation 14", "the principal social worker one"),
    "15": ("number 15", "the chief social worker one"),
}
ABOUT = {
    "2": "unannounced inspections",
    "4": "performance information",
    "9": "serious case reviews",
    "10": "early help",
    "14": "the principal child and family social worker",
    "15": "a chief social worker",
}
MEANS = {"SCR": "Serious Case Review", "TAC": "Team Around the Child", "LSCB": "Local Safeguarding Children Board"}
LABELS = {
    "position": "Salford Position",
    "argument": "argument",
    "response": "Government response",
    "text": "Recommendation",
}
# Somewhat under what was reached.
REACHED = 0.94


@dataclass(frozen=True)
class Asked:
    """A turn of phrase with its slots filled: the recommendation, the person and the abbreviation in it."""

    asks: str
    text: str
    ref: str
    person: str
    short: str


def filled(index: Index) -> Iterator[Asked]:
    """Every turn of phrase once, with the next of what can stand in its slots."""
    people, shorts = cycle(index.roles), cycle(MEANS)
    refs = cycle([(ref, words) for ref, every in DESCRIBED.items() for words in every])
    abouts = cycle(ABOUT.items())
    for line in (HERE / "phrases.jsonl").read_text(encoding="utf-8").splitlines():
        phrase = json.loads(line)
        ref, words = next(refs)
        about = ""
        if "{about}" in phrase["text"]:
            ref, about = next(abouts)
        person, short = next(people), next(shorts)
        slots = {"rec": words, "num": ref, "about": about, "person": person, "first": person.split()[0], "short": short}
        text = re.sub(r"\{(\w+)\}", lambda slot: slots[slot[1]], phrase["text"])  # noqa: B023
        yield Asked(phrase["asks"], text, ref, person, short)


def is_right(asked: Asked, reply: Reply, index: Index) -> bool:
    """Whether a reply has what was asked for, or says that it isn't recorded."""
    rec, whole = index.by_ref[asked.ref], everything(reply)
    led = [r.ref for r in index.programme.recommendations if any(lead.name == asked.person for lead in r.leads)]
    told: Mapping[str, Callable[[], bool]] = {
        "lead": lambda: all(has(lead.name, whole) for lead in rec.leads) and (rec.leads != () or "lead" in whole),
        "date": lambda: any(has(m.words, whole) for m in rec.milestones) or "no date" in whole,
        "decision": lambda: has(rec.decided_words, whole) or has(f"was {rec.decision}ed", whole),
        "theme": lambda: has(rec.theme.title, whole),
        "number": lambda: has(asked.ref, reply.text),
        "role": lambda: any(has(role, whole) for role in index.roles[asked.person]),
        "leads_of": lambda: all(has(ref, whole) for ref in led),
        "define": lambda: has(MEANS[asked.short], whole),
    }
    if asked.asks in told:
        return told[asked.asks]()
    return has(asked.ref, reply.text) and has(LABELS[asked.asks], reply.text) and "“" in reply.text


def test_a_fact_is_understood_in_whatever_turn_of_phrase(munro: Programme) -> None:
    knowledge, index = Knowledge((munro,)), Index(munro)
    every = list(filled(index))

    wrong = [
        asked
        for asked in every
        if not is_right(asked, replied(Case("", (asked.text,), "answer", frozenset(), (), (), ()), knowledge), index)
    ]

    assert len(wrong) <= (1 - REACHED) * len(every), [f"{asked.asks}: {asked.text}" for asked in wrong]
