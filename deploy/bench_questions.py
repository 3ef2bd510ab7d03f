"""Measures understanding and answering: the banks, topic search beside its peers and with parts left out, and size.

Peers that aren't installed (deploy/bench-requirements.txt) are left out. BANK=path adds a bank of your own.
"""

from __future__ import annotations

import json
import os
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from rapidfuzz import fuzz  # noqa: E402

from deploy import bench_minilm  # noqa: E402
from dialogs.ask import ask as answered  # noqa: E402
from dialogs.conversation import prepared, respond  # noqa: E402
from dialogs.turns.turn import Memory, Message  # noqa: E402
from knowledge.documents import read_document  # noqa: E402
from knowledge.documents.sample import munro  # noqa: E402
from knowledge.library import Knowledge  # noqa: E402
from knowledge.model import Person, Programme  # noqa: E402
from knowledge.questions.language.thesaurus import Concept, concepts  # noqa: E402
from knowledge.questions.language.words import expand, plain  # noqa: E402
from knowledge.questions.parsing.reading import Reading, read  # noqa: E402
from knowledge.questions.passages import sentences, text_of  # noqa: E402
from knowledge.questions.searching import topics  # noqa: E402
from knowledge.questions.searching.index import Index  # noqa: E402
from knowledge.questions.searching.texts import whole_text  # noqa: E402
from tests.banks import Case, bank, faults  # noqa: E402

NUMBERED = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
BANKS: tuple[str | Path, ...] = (*NUMBERED, "unanswerable")
PROGRAMMES, EACH = 100, 50
SPEAKER, NOW = Person("tenant", "somebody"), datetime(2026, 1, 5, tzinfo=UTC)
# A question that needs everything that is worked out of a programme.
LOOKED_FOR = "which recommendation is about undergraduates who aren't ready for the job?"
ANOTHER = "which recommendation is about early help for families?"
# The references of recommendations, best first, for a question.
Search = Callable[[str, Reading], Sequence[str]]


@dataclass(frozen=True)
class Topic:
    """A question in its author's own words for one recommendation."""

    text: str
    ref: str


def ask(turns: Sequence[str], knowledge: Knowledge, memory: Memory) -> tuple[Any, list[float]]:
    """The last reply of a conversation, and how long each took."""
    took, reply = [], None
    for words in turns:
        began = time.perf_counter()
        turn = respond(Message(words, NOW), SPEAKER, memory, knowledge)
        took.append(time.perf_counter() - began)
        memory, reply = turn.memory, turn.replies[-1]
    return reply, took


def banks(every: Sequence[str | Path], knowledge: Knowledge) -> None:
    """The share of each bank that is right, and the time for a message that nobody has asked before.

    The first time is that of understanding and answering, the others that of all a message goes through.
    """
    alone = _in_a_copy(lambda: [median(_answering(bank(name), knowledge)) for name in every])
    print("\nThe question banks\n\n| bank | right | answering | whole turn | slowest in a hundred |")
    print(f"|{'---|' * 5}")
    for name, answering in zip(every, alone, strict=True):
        cases = bank(name)
        answered = [(case, *ask(case.turns, knowledge, Memory())) for case in cases]
        right = sum(not faults(case, reply) for case, reply, _ in answered)
        took = sorted(t for _, _, times in answered for t in times)
        slow = took[len(took) * 99 // 100]
        shown = name.stem if isinstance(name, Path) else name
        times = " | ".join(map(_ms, (answering, median(took), slow)))
        print(f"| {shown} | {right}/{len(cases)} {right / len(cases):.1%} | {times} |")


def _answering(cases: Sequence[Case], knowledge: Knowledge) -> list[float]:
    """How long each question took to be understood and answered, without looking for orders, offers and the like."""
    took, index = list[float](), knowledge.indexes[0]
    for case in cases:
        memory = Memory()
        for words in case.turns:
            began = time.perf_counter()
            _, memory = answered(words, memory, index)
            took.append(time.perf_counter() - began)
    return took


def _in_a_copy(work: Callable[[], list[float]]) -> list[float]:
    """What is worked out in a copy of this process, so that nothing which it asks is known here afterwards."""
    ours, theirs = os.pipe()
    if not os.fork():
        try:
            os.write(theirs, json.dumps(work()).encode())
        finally:
            os._exit(0)  # whatever happens, the copy does nothing else
    os.close(theirs)
    with os.fdopen(ours, "rb") as read:
        found: list[float] = json.loads(read.read())
    os.wait()
    return found


def topics_of(name: str | Path, index: Index) -> list[Topic]:
    """A bank's questions that look for one recommendation without naming it."""
    return [found for case in bank(name) if (found := _topic(case, index))]


def _topic(case: Case, index: Index) -> Topic | None:
    reading = read(case.turns[-1], index)
    named = reading.named.spans or reading.people or reading.themes or not reading.topic
    single = len(case.turns) == 1 and case.kind in {"answer", "list"} and len(case.recs) == 1
    return Topic(case.turns[0], *case.recs) if single and not named else None


def ours(index: Index, mix: topics.Mix = topics.MIX, thesaurus: bool = True) -> Search:
    """The bot's own search, perhaps with a part left out."""

    def search(_: str, reading: Reading) -> Sequence[str]:
        topic = reading.topic if thesaurus else [Concept(t.word, t.stem) for t in reading.topic]
        return [match.ref for match in topics.recommendations(topic, index, mix)]

    return search


def unmended(index: Index) -> Search:
    """The bot's own search on words as they were typed."""
    return lambda text, _: [match.ref for match in topics.recommendations(_typed(text, index), index)]


def without_kin(programme: Programme) -> Index:
    """An index that knows no words which mean alike; it has another name, so that nothing is shared with the bot's."""
    index = Index(replace(programme, name=f"{programme.name} without"))
    index.by_passage.row.akin = lambda concept: []  # type: ignore[method-assign]  # noqa: ARG005
    return index


def _typed(text: str, index: Index) -> list[Concept]:
    return [index.with_abbreviation(concept) for concept in concepts(expand(plain(text)))]


def peers(index: Index) -> Iterator[tuple[str, Search]]:
    """What else could search: each made ready before it is yielded."""
    texts = [(ref, text_of(index.by_ref[ref], field)) for ref, field in index.fields]
    yield "rapidfuzz over all fields", lambda text, _: _ranked([(fuzz.WRatio(text, t), ref) for ref, t in texts])
    own = [(p.ref, p.text) for p in index.passages] + [(r, whole_text(index.by_ref[r])) for r in index.refs]
    if bm25s := _installed("bm25s"):
        found = bm25s.BM25()
        found.index(bm25s.tokenize([t for _, t in own], stopwords="en", show_progress=False), show_progress=False)

        def bm25(text: str, _: Reading) -> Sequence[str]:
            tokens = bm25s.tokenize([text], stopwords="en", return_ids=False, show_progress=False)[0]
            return _ranked(list(zip(found.get_scores(tokens), (ref for ref, _ in own), strict=True)))

        yield "bm25s over sentences and wholes", bm25
    if wordllama := _installed("wordllama"):
        vectors = wordllama.WordLlama.load(cache_dir=Path(wordllama.__file__).parent, disable_download=True)
        known = vectors.embed([t for _, t in own], norm=True)
        refs = [ref for ref, _ in own]
        yield (
            "wordllama alone",
            lambda text, _: _ranked(list(zip(known @ vectors.embed([text], norm=True)[0], refs, strict=True))),
        )
    if folder := bench_minilm.files():
        minilm = bench_minilm.MiniLM(folder)
        meant = minilm.embed([t for _, t in own])
        owners = [ref for ref, _ in own]
        yield "MiniLM alone", lambda text, _: _ranked(list(zip(meant @ minilm.embed([text])[0], owners, strict=True)))
    else:
        print("(MiniLM isn't installed: deploy/bench_minilm.py says how)")


def _installed(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        print(f"({name} isn't installed: pip install -r deploy/bench-requirements.txt)")
        return None


def _ranked(scored: Sequence[tuple[float, str]]) -> list[str]:
    return list(dict.fromkeys(ref for _, ref in sorted(scored, key=lambda pair: -pair[0])))


def searches(every: Sequence[str | Path], index: Index) -> None:
    """Each search on each bank's topics: right at the first place (and among three), and its time."""
    asked = {name: topics_of(name, index) for name in every}
    asked = {name: found for name, found in asked.items() if found}
    asked["all"] = [topic for found in asked.values() for topic in found]
    heads = [f"{n.stem if isinstance(n, Path) else n} ({len(found)})" for n, found in asked.items()]
    print(f"\nTopic search\n\n| | {' | '.join(heads)} | median |\n|---|{'---|' * len(heads)}---|")
    mix, bare = topics.MIX, without_kin(index.programme)
    senseless = replace(mix, sense=0.0, senses=0.0)
    rows = [
        *peers(index),
        ("**the bot's search**", ours(index)),
        ("… without word vectors", ours(bare, senseless)),
        ("… without what texts mean, which is a part of these", ours(index, senseless)),
        ("… without words that mean alike, which is the other", ours(bare)),
        ("… without the thesaurus", ours(index, thesaurus=False)),
        ("… without both", ours(bare, senseless, thesaurus=False)),
        ("… on all words as they were typed", unmended(index)),
        ("… without weight on what is recommended", ours(index, replace(mix, text=0.0))),
        ("… without the best field", ours(index, replace(mix, field=0.0))),
        ("… without the best sentence", ours(index, replace(mix, sentence=0.0))),
        ("… without the whole recommendation", ours(index, replace(mix, whole=0.0))),
    ]
    for name, search in rows:
        cells, took = zip(*(_judged(search, found, index) for found in asked.values()), strict=True)
        print(f"| {name} | {' | '.join(cells)} | {_ms(median(t for times in took for t in times))} |")


def _judged(search: Search, asked: Sequence[Topic], index: Index) -> tuple[str, list[float]]:
    first = three = 0
    took = []
    for topic in asked:
        reading = read(topic.text, index)
        began = time.perf_counter()
        found = search(topic.text, reading)
        took.append(time.perf_counter() - began)
        first, three = first + (topic.ref in found[:1]), three + (topic.ref in found[:3])
    return f"{first / len(asked):.0%} ({three / len(asked):.0%})", took


def many(programme: Programme, questions: Sequence[str]) -> None:
    """A hundred programmes, each asked and none built before: the first question to one, then any."""
    chance = random.Random(1)  # noqa: S311 - repeatable on purpose
    knowledge = Knowledge(tuple(_shuffled(programme, number, chance) for number in range(PROGRAMMES)))
    ready = _timed(lambda: knowledge.indexes)
    names = [index.programme.name for index in knowledge.indexes]
    first = [ask([LOOKED_FOR], knowledge, Memory(name))[1][0] for name in names]
    second = [ask([ANOTHER], knowledge, Memory(name))[1][0] for name in names]
    later = [ask([q], knowledge, Memory(chance.choice(names)))[1][0] for q in questions]
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{PROGRAMMES * EACH:,} recommendations in {PROGRAMMES} programmes: ready in {_ms(ready)};")
    making = sum(first) - sum(second)
    print(f"first question to a programme {_ms(median(first))}, all of them {sum(first):.1f} s;")
    print(f"less what another question of the kind takes then, all programmes are made ready in {making:.1f} s;")
    print(f"any question then {_ms(median(later))} (median), {_ms(sorted(later)[len(later) * 95 // 100])} (95 %);")
    print(f"largest resident size {size:.0f} MB, the peers' above not among it.")


def _shuffled(programme: Programme, number: int, chance: random.Random) -> Programme:
    """A programme of its own: some of the sentences of the sample, mixed."""
    recs = programme.recommendations

    def text(of: Callable[[Any], str]) -> str:
        own = [s for paragraph in of(chance.choice(recs)).split("\n") for s in sentences(paragraph)]
        return " ".join(chance.sample(own, min(len(own), 3)))

    made = tuple(
        replace(
            recs[(at + number) % len(recs)],
            ref=str(at + 1),
            text=text(lambda r: r.text),
            argument=text(lambda r: r.argument),
            response=text(lambda r: r.response),
            position=text(lambda r: r.position),
        )
        for at in range(EACH)
    )
    return replace(programme, name=f"review{number}", recommendations=made)


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:.2f} ms"


def main() -> None:
    """Print every table; the size is measured in a process of its own."""
    name, data = munro()
    programme = read_document(data, name)
    every = [*BANKS, *([Path(os.environ["BANK"])] if "BANK" in os.environ else [])]
    if sys.argv[1:] == ["--size"]:
        many(programme, [case.turns[0] for case in bank("second")])
        return
    knowledge = prepared(Knowledge((programme,)))
    banks(every, knowledge)
    searches(every, knowledge.indexes[0])


if __name__ == "__main__":
    main()
