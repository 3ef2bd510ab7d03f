"""Says what the themes are, and which has the most of something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dialogs.answers import clauses
from dialogs.words import phrases
from knowledge.model import Field, Theme
from knowledge.questions import criteria as c
from knowledge.questions.answer import NoTheme, Themes
from knowledge.questions.searching.index import Index

NO_REFS = "no recommendations"
NO_THEMES = "The document doesn’t group its recommendations in themes."


def say(answer: Themes, index: Index) -> str:
    """The themes with what is in them, or the one with the most of something."""
    themes = [t for t in index.programme.themes if t.number or t.title]
    if not themes:
        text = NO_THEMES
    elif answer.tally:
        text = _most(answer, [t for t in themes if t.number in answer.numbers], index)
    else:
        text = _listed([t for t in themes if t.number in answer.numbers], index)
    return phrases.sourced(text, index.programme, Field.THEME)


def none(answer: NoTheme, index: Index) -> str:
    """That a theme doesn't exist, and which do."""
    numbers = [phrases.escaped(t.number) for t in index.programme.themes if t.number]
    named = phrases.joined((f"a Theme {phrases.escaped(n)}" for n in answer.numbers), "or")
    if not numbers:
        return f"The document doesn’t have {named}: its recommendations aren’t grouped in themes."
    if len(numbers) == 1:
        return f"The document doesn’t have {named}. It has only Theme {numbers[0]}."
    return f"The document doesn’t have {named}. Its {len(numbers)} themes are numbered {numbers[0]} to {numbers[-1]}."


def _listed(themes: Sequence[Theme], index: Index) -> str:
    within = {t: [r for r in index.refs if index.by_ref[r].theme == t] for t in themes}
    lines = [f"- {phrases.theme(t)}: {phrases.recommendations(r) if r else NO_REFS}" for t, r in within.items()]
    return f"There {'is one theme' if len(lines) == 1 else f'are {len(lines)} themes'}:\n\n" + "\n".join(lines)


def _most(answer: Themes, themes: Sequence[Theme], index: Index) -> str:
    """ "Theme 1, “...”, has the most recommendations, 4: Recommendations 1, 2, 3 and 4"; several in a list."""
    meeting = [index.by_ref[r] for r in index.refs if all(x.holds(index.by_ref[r]) for x in answer.tally)]
    within = {t: [rec.ref for rec in meeting if rec.theme == t] for t in themes}
    best = (max if answer.most else min)(map(len, within.values()))
    first = {t: refs for t, refs in within.items() if len(refs) == best}
    what = f"the {'most' if answer.most else 'fewest'} recommendations{_narrowed(answer, index)}"
    return _one_first(first, what, best) if len(first) == 1 else _several_first(first, what, best)


def _narrowed(answer: Themes, index: Index) -> str:
    what = [clauses.clause(x, index, many=True) for x in answer.tally if not isinstance(x, c.InTheme)]
    return f" that {phrases.joined(what)}" if what else ""


def _one_first(first: Mapping[Theme, Sequence[str]], what: str, best: int) -> str:
    theme, refs = next(iter(first.items()))
    told = f"{_figure(best)}: {phrases.recommendations(refs)}" if refs else "none"
    return f"{phrases.theme(theme)}, has {what}, {told}."


def _several_first(first: Mapping[Theme, Sequence[str]], what: str, best: int) -> str:
    lines = [f"- {phrases.theme(t)}{f': {phrases.recommendations(refs)}' if refs else ''}" for t, refs in first.items()]
    return f"{len(first)} themes have {what}, {f'{_figure(best)} each' if best else 'none'}:\n\n" + "\n".join(lines)


def _figure(number: int) -> str:
    return "one" if number == 1 else str(number)
