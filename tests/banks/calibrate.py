"""Derives what the bot is sure of from the question banks: python -m tests.banks.calibrate [--check].

A logistic regression tells how likely the best hit is what was meant. A tenth of the questions at a time is judged by a
regression on the others, and the thresholds are those that cost least on these held-out judgments, by COSTS.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

from knowledge.documents import read_document
from knowledge.documents.sample import munro
from knowledge.questions.answer import Context
from knowledge.questions.language.thesaurus import Concept
from knowledge.questions.rules import content, finding
from knowledge.questions.rules.asked import Asked
from knowledge.questions.ruling import asked_of, rule_for
from knowledge.questions.searching import confidence, topics
from knowledge.questions.searching.confidence import Evidence, logistic
from knowledge.questions.searching.index import Index
from knowledge.questions.searching.texts import whole_text
from tests.banks import Case, bank, has

BANKS = (
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "twelfth",
    "thirteenth",
    "unanswerable",
    "absent",
)
# Strangers rarely ask for sentences that aren't there; those of the other banks are as many as they ask for.
_FOR_FINDING = "absent"
TARGET = Path(confidence.__file__).parent / confidence.FILE
# What an answer costs the person who asked, from none to a wrong fact said as if it were certain: where the best hit is
# what was meant; is not, but among the first three; is none of these; and where the document has no answer at all.
COSTS = {
    "sure": (0.0, 5.0, 5.0, 6.0),
    "unsure": (0.75, 2.0, 2.5, 2.5),
    "several": (1.25, 1.0, 2.5, 2.5),
    "nothing": (4.0, 3.5, 2.5, 0.0),
}
# How much more than the least may be lost before it counts, and for being sure less often.
_SLACK, _CAREFUL = 1.1, 1.02
# Kinds of questions of which it is known what should have been found.
_JUDGED = frozenset({"answer", "list", "decline"})
_PENALTY, _STEPS, _FOLDS = 0.2, 60, 10
# Steps as small as this change nothing any more.
_STILL = 1e-9


@dataclass(frozen=True, slots=True)
class Example:
    """One question's evidence, and what was true: 0 the best hit, 1 among three, 2 neither, 3 nothing to find.

    `number` is the question's; what is told by one question is judged together.
    """

    evidence: Evidence
    truth: int
    number: int = 0


def examples(index: Index) -> dict[str, list[Example]]:
    """The evidence of every question in the banks that is answered by searching, by kind of search.

    A recommendation is looked for a second time without the thesaurus, as by a stranger whose words it doesn't know: it
    knows those of the banks too well to tell what others get.
    """
    found: dict[str, list[Example]] = {"found": [], "quoted": []}
    cases = [(name, case) for name in BANKS for case in bank(name)]
    for number, (name, case) in enumerate(cases):
        asked = asked_of(case.turns[-1], Context(), index)
        if (
            len(case.turns) > 1
            or case.kind not in {"answer", "list", "decline"}
            or rule_for(asked) is not content.topic
        ):
            continue
        if finding.looks_for(asked):
            found["found"] += [*_looked_for(case, asked, number), *_looked_for(case, _unhelped(asked), number)]
        elif name != _FOR_FINDING:
            found["quoted"] += _quoted(case, asked, number)
    return found


def _unhelped(asked: Asked) -> Asked:
    """The same without the thesaurus's words."""
    topic = tuple(Concept(one.word, one.stem) for one in asked.reading.topic)
    return replace(asked, reading=replace(asked.reading, topic=topic))


def _looked_for(case: Case, asked: Asked, number: int) -> list[Example]:
    matches = topics.recommendations(asked.reading.topic, asked.index)
    right = [m.ref in case.recs or _says(case, asked.index, m.ref) for m in matches[:3]]
    return [Example(finding.evidence_of(asked, matches), _truth(case, right), number)] if matches else []


def _quoted(case: Case, asked: Asked, number: int) -> list[Example]:
    hits = content.hits_for(asked, ())
    right = [h.passage.ref in case.recs or _meets(case, h.passage.paragraph) for h in hits[:3]]
    return [Example(content.evidence_of(asked, hits), _truth(case, right), number)] if hits else []


def _truth(case: Case, right: Sequence[bool]) -> int:
    return 3 if case.kind == "decline" else 0 if right[:1] == [True] else 1 if any(right) else 2


def _says(case: Case, index: Index, ref: str) -> bool:
    rec = index.by_ref[ref]
    facts = [*(lead.name for lead in rec.leads), rec.timescale, str(rec.decision), "no lead" if not rec.leads else ""]
    return not case.recs and _meets(case, "\n".join([whole_text(rec), rec.theme.number, *facts]))


def _meets(case: Case, text: str) -> bool:
    """Whether a text has what a right answer must have."""
    wanted = bool(case.all or case.some)
    return (
        wanted and all(has(s, text) for s in case.all) and all(any(has(s, text) for s in group) for group in case.some)
    )


def fitted(every: Sequence[Example]) -> list[float]:
    """The weights that make the truths likeliest, kept small; found by Newton's method."""
    rows = [(*astuple(e.evidence), 1.0) for e in every]
    weights = [0.0] * len(rows[0])
    for _ in range(_STEPS):
        gradient = [-_PENALTY * w for w in weights]
        curve = [[_PENALTY * (i == j) for j in range(len(weights))] for i in range(len(weights))]
        for row, example in zip(rows, every, strict=True):
            p = logistic(weights, example.evidence)
            for i, x in enumerate(row):
                gradient[i] += x * ((example.truth == 0) - p)
                for j, y in enumerate(row):
                    curve[i][j] += p * (1 - p) * x * y
        steps = _solved(curve, gradient)
        weights = [w + step for w, step in zip(weights, steps, strict=True)]
        if max(map(abs, steps)) < _STILL:
            break
    return weights


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a small system of equations (Gauss and Jordan; the matrix is positive definite)."""
    rows = [[*row, r] for row, r in zip(matrix, right, strict=True)]
    for i, pivot in enumerate(rows):
        pivot[:] = [x / pivot[i] for x in pivot]
        for row in rows:
            if row is not pivot:
                row[:] = [x - row[i] * y for x, y in zip(row, pivot, strict=True)]
    return [row[-1] for row in rows]


def held_out(every: Sequence[Example]) -> list[tuple[float, int]]:
    """Each example's probability by a regression that never saw it nor its tenth of the rest, with its truth."""
    judged = []
    for fold in range(_FOLDS):
        weights = fitted([e for e in every if e.number % _FOLDS != fold])
        judged += [(logistic(weights, e.evidence), e.truth) for e in every if e.number % _FOLDS == fold]
    return judged


def thresholds(judged: Sequence[tuple[float, int]], several: bool) -> dict[str, float]:
    """The probabilities that cost least: sure from `sure` on, one from `one` on, anything from `any` on.

    Of those that cost hardly more, which a few questions decide between, the ones that hold back least, and of these
    the ones that are sure least often.
    """
    steps = [round(0.02 * n, 2) for n in range(51)]
    above = {step: {said: _costs(judged, said, step) for said in COSTS} for step in steps}
    costs = {
        (s, o, a): (
            above[s]["sure"]
            + (above[o]["unsure"] - above[s]["unsure"])
            + (above[a]["several"] - above[o]["several"])
            + (above[0.0]["nothing"] - above[a]["nothing"])
        )
        for a in steps
        for o in (steps if several else [a])
        if o >= a
        for s in steps
        if s >= o
    }
    enough = min(costs.values()) * _SLACK
    least = min(t[2] for t, cost in costs.items() if cost <= enough)
    enough = min(cost for t, cost in costs.items() if t[2] == least) * _CAREFUL
    best = min((t for t, cost in costs.items() if t[2] == least and cost <= enough), key=lambda t: (-t[0], costs[t]))
    return dict(zip(("sure", "one", "any"), best, strict=True))


def _costs(judged: Sequence[tuple[float, int]], said: str, least: float) -> float:
    """What it costs to say this wherever a probability is at least so much."""
    return sum(COSTS[said][truth] for p, truth in judged if p >= least)


def reliability(judged: Sequence[tuple[float, int]], groups: int = 4) -> list[tuple[float, float, int]]:
    """Groups of equal size by probability: what was expected on average, what came true, how many there were."""
    ordered = sorted(judged)
    size = math.ceil(len(ordered) / groups)
    parts = [ordered[at : at + size] for at in range(0, len(ordered), size)]
    return [(sum(p for p, _ in g) / len(g), sum(t == 0 for _, t in g) / len(g), len(g)) for g in parts]


def calibration(every: Mapping[str, list[Example]]) -> dict[str, Any]:
    """Everything that confidence.json holds, derived anew from `examples`."""
    made: dict[str, Any] = {"made by": "python -m tests.banks.calibrate", "from": list(BANKS)}
    return made | {kind: scaled(kind, told) for kind, told in every.items()}


def scaled(kind: str, told: Sequence[Example]) -> dict[str, Any]:
    """What it holds of one kind of examples."""
    judged = held_out(told)
    return {
        "weights": [round(w, 3) for w in fitted(told)],
        **thresholds(judged, several=kind == "found"),
        "examples": len(told),
        "reliability": [[round(x, 2) for x in group] for group in reliability(judged)],
    }


def main(arguments: Sequence[str], say: Callable[[str], None] = print) -> int:
    """Write confidence.json, or with --check only tell whether it is what would be written."""
    name, data = munro()
    text = json.dumps(calibration(examples(Index(read_document(data, name)))), indent=2) + "\n"
    say(text)
    if "--check" in arguments:
        return int(text != TARGET.read_text(encoding="utf-8"))
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
