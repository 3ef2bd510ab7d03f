"""Says why a recommendation stands as it does, in the words of its latest update: "why is it red?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs import cards
from dialogs.answers import standings
from dialogs.progress.asked import NOTHING_ON, PROGRESS, named
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.progress.standings.standing import Standing
from knowledge.progress.standings.wanted import Now, Wanted, wanted
from knowledge.questions.parsing.reading import Reading
from knowledge.questions.searching.index import Index

NO_REASON = "No reason was given with it."

_B = r"(?:(?:and|but|so|ok|okay|oh|then|hm+)\b[\s,]*)*"
_WHY = re.compile(rf"{_B}(?:whys?|how come|what (?:is|was) the (?:reason|cause)|what (?:makes|made|has made))\b")
_WHY_ALONE = re.compile(rf"{_B}(?:why|how come|what is the reason)(?: (?:so|that|is that|is it|is it so|this))?")
# What somebody decided, which has reasons of its own.
_DECIDED = re.compile(
    r"\b(?:sent|signed|assigned|extended|extension|redacted|targets?|deadlines?|accept\w*|reject\w*|refus\w*)\b"
)


def answer(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """ "Why is it red?", "why's 8 amber?", and a mere "why?" after how something stands was told."""
    said = moment.said
    asked = wanted(reading.text) if _WHY.match(said) and not _DECIDED.search(said) else ()
    shown = moment.memory.fields == (PROGRESS,) and _WHY_ALONE.fullmatch(said) is not None
    if not asked and not shown:
        return None
    about = named(moment, reading) or (tuple(r for r in moment.memory.refs if r in index.by_ref) if shown else ())
    if not about:
        return None
    stood = [moment.standing(index, ref) for ref in about]
    source = standings.source(*(s.report for s in stood), timezone=moment.knowledge.timezone)
    told = [_told(standing, asked, moment) for standing in stood]
    text = "\n\n".join(filter(None, (*told, source)))
    return moment.turn(text, cards.progress(about), draft=moment.memory.draft, refs=about, fields=(PROGRESS,))


def _told(standing: Standing, asked: Sequence[Wanted], moment: Moment) -> str:
    ref, target = phrases.recommendations((standing.ref,)), standings.target(standing, moment.today)
    if standing.latest is None:
        return NOTHING_ON.format(ref=ref, target=target)
    now = Now(moment.today, moment.message.at)
    parts = [f"{ref} {one.denied[0]}." for one in asked if not one.holds(standing, now)]
    parts.append(standings.summed_up(standing, moment.knowledge.timezone))
    report = standing.report
    parts += [NO_REASON] if report and not report.narrative else []
    return " ".join([*parts, *([target] if standing.overdue(moment.today) else [])])
