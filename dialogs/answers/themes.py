"""Says what the themes are, and which has the most of something."""

from __future__ import annotations

from dialogs import phrases
from dialogs.answers import lists
from knowledge.model import Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import NoTheme, Themes
from knowledge.questions.index import Index


def say(answer: Themes, index: Index) -> str:
    """The themes with what is in them, or the one with the most of something."""
    if answer.tally:
        return phrases.sourced(_most(answer, index), index.programme, Field.THEME)
    known = [t for t in index.programme.themes if t.number in answer.numbers]
    within = {t: [r for r in index.refs if index.by_ref[r].theme == t] for t in known}
    lines = [f"- Theme {t.number}, “{t.title}”: {phrases.recommendations(refs)}" for t, refs in within.items()]
    return phrases.sourced(f"There are {len(known)} themes:\n\n" + "\n".join(lines), index.programme, Field.THEME)


def none(answer: NoTheme, index: Index) -> str:
    """That a theme doesn't exist, and which do."""
    numbers = [t.number for t in index.programme.themes]
    named = phrases.joined((f"a Theme {n}" for n in answer.numbers), "or")
    if not numbers:
        return f"The document doesn’t have {named}: its recommendations aren’t grouped in themes."
    return f"The document doesn’t have {named}. Its {len(numbers)} themes are numbered {numbers[0]} to {numbers[-1]}."


def _most(answer: Themes, index: Index) -> str:
    meeting = [index.by_ref[r] for r in index.refs if all(x.holds(index.by_ref[r]) for x in answer.tally)]
    within = {t: [rec.ref for rec in meeting if rec.theme == t] for t in index.programme.themes}
    best = (max if answer.most else min)(map(len, within.values()))
    first = {t: refs for t, refs in within.items() if len(refs) == best}
    named = phrases.joined(f"Theme {t.number}, “{t.title}”" for t in first)
    clauses = [lists.clause(x, index, best != 1) for x in answer.tally if not isinstance(x, c.InTheme)]
    what = f" that {phrases.joined(clauses)}" if clauses else ""
    refs = [ref for found in first.values() for ref in found]
    which = f": {phrases.recommendations(refs)}" if refs else ""
    has, extent = ("has" if len(first) == 1 else "each have"), ("most" if answer.most else "fewest")
    return f"{named} {has} the {extent} recommendations{what}, {best}{which}."
