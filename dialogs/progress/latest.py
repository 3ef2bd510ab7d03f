"""How one recommendation stands, or all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs import cards
from dialogs.answers import marked, standings
from dialogs.managing.extending import told_open
from dialogs.progress import changes
from dialogs.progress.asked import NOTHING_ON, PROGRESS, named, of_the_one
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.wordings import TAGGED
from knowledge.progress.standings.standing import Standing, contradictions
from knowledge.progress.standings.wanted import Now, Wanted, wanted
from knowledge.questions.carried import carried_out
from knowledge.questions.parsing.reading import Reading
from knowledge.questions.parsing.resolving import follows_on
from knowledge.questions.searching.index import Index

_OPEN = re.compile(r"^(?:(?:and|but|so|ok|hi|please)\s+)*(?:why|how|what|when|who|where|which)\b|\bor\b(?! not\b)")
NONE_AT_ALL = "Nobody has posted an update yet, on any of the {many} recommendations, so I can’t tell how far they are."
NOT_ON_THE_ONE = "Nobody has posted an update yet, on the only recommendation, so I can’t tell how far it is."


def answer(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """ "What's the latest on 10?", "is 10 on track?", "how is it going?"."""
    goes_on = moment.memory.fields == (PROGRESS,) and reading.named.refs and follows_on(reading)
    if not (
        goes_on
        or moment.asks("latest")
        or moment.asks("the latest")
        or of_the_one(moment, reading)
        or _tagged(moment, reading)
    ):
        return None
    about = named(moment, reading) or _spoken_of(moment)
    if not about:
        if moment.asks("the latest") and not moment.memory.fields:
            return changes.newest(moment, index)
        return _overall(moment, index) if moment.asks("overall") else None
    asked = wanted(reading.text)
    told = [_told(moment.standing(index, ref), asked, moment) for ref in about]
    updates = [s.report for ref in about if (s := moment.standing(index, ref))]
    source = standings.source(*updates, timezone=moment.knowledge.timezone)
    text = "\n\n".join(filter(None, (*told, source)))
    return moment.turn(text, cards.progress(about), draft=moment.memory.draft, refs=about, fields=(PROGRESS,))


def _tagged(moment: Moment, reading: Reading) -> bool:
    """Whether a message says how a named one stands and asks whether that is so: "10 is green, isn't it"."""
    tagged = TAGGED.fullmatch(moment.message.text.rstrip(" .!?\n"))
    return bool(tagged and reading.named.refs and wanted(reading.text))


def _spoken_of(moment: Moment) -> tuple[str, ...]:
    """What the speaker spoke of last, where "the latest" is asked for and nothing is named."""
    alone = moment.asks("the latest") and len(moment.spoken_of) == 1 and moment.memory.fields in {(), (PROGRESS,)}
    return moment.spoken_of if alone else ()


def _told(standing: Standing, asked: Sequence[Wanted], moment: Moment) -> str:
    """How one recommendation stands, in a few sentences."""
    ref, zone = phrases.recommendations((standing.ref,)), moment.knowledge.timezone
    target = standings.target(standing, moment.today)
    if standing.latest is None:
        return " ".join(filter(None, (NOTHING_ON.format(ref=ref, target=target), _documented(standing, asked, moment))))
    now = Now(moment.today, moment.message.at)
    verdict = ("Yes. " if any(w.holds(standing, now) for w in asked) else "No. ") if asked and _whether(moment) else ""
    parts = [f"{verdict}{standings.summed_up(standing, zone)}"]
    parts += [standings.unchanged(standing), target, told_open(standing, moment)]
    parts.append(standings.minded(contradictions(standing, moment.today), standing))
    return " ".join(filter(None, parts))


def _whether(moment: Moment) -> bool:
    """Whether yes or no answers it; not "why is it red?", nor "is it green or amber?"."""
    return not _OPEN.search(moment.said)


def _documented(standing: Standing, asked: Sequence[Wanted], moment: Moment) -> str:
    """What the document itself says of how far it is, or of its being done where that was asked."""
    index = moment.index
    if index and (said := marked.status(index.by_ref[standing.ref], index)):
        return said
    done = any("complete (" in one.one for one in asked)
    passage = carried_out(standing.ref, index) if index and done else None
    if not (index and passage):
        return ""
    text = marked.DOCUMENTED.format(quoted=phrases.quoted(passage.text))
    return phrases.sourced(text, index.programme, passage.field, (passage.ref,))


def _overall(moment: Moment, index: Index) -> Turn:
    """How many stand how."""
    every = moment.records.standings(index.programme)
    if not any(s.latest for s in every):
        none = NONE_AT_ALL.format(many=len(every)) if len(every) > 1 else NOT_ON_THE_ONE
        return moment.turn(none, draft=moment.memory.draft)
    counts = {name: [s.ref for s in every if s.status is name] for name in (*standings.COLOURS, None)}
    lines = [
        f"- {standings.status(status)[:1].upper()}{standings.status(status)[1:]}: "
        f"{phrases.recommendations(sorted(refs, key=index.refs.index))}"
        for status, refs in counts.items()
        if refs
    ]
    head = f"Of the {len(every)} recommendations:" if len(every) > 1 else "The only recommendation:"
    return moment.turn("\n\n".join([head, "\n".join(lines)]), draft=moment.memory.draft)
