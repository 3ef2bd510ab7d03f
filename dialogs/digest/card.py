"""A summary that is read in ten seconds: headline, picture, exceptions, and buttons to look closer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogs.cards import parts
from dialogs.digest.chart import chart
from dialogs.digest.headline import headline
from dialogs.digest.scopes import scope_words
from dialogs.digest.spans import between
from dialogs.digest.totals import counted
from dialogs.words import phrases
from knowledge.model import Programme
from knowledge.progress.days import spell
from knowledge.progress.standings.brag import coloured
from knowledge.progress.standings.standing import Standing
from knowledge.progress.summaries.period import WEEK
from knowledge.progress.summaries.summary import Summary
from knowledge.questions.language.ordering import natural

WEEKLY, OTHER = "Weekly summary", "Summary"
NOW, THEN = "Now", "On {day}"
MORE, OVERDUE, QUIET = "more of the summary", "which are overdue?", "who hasn’t updated?"
OF_THEME = "summary for theme {theme}"
EXPORT = "export the committee pack"
# Recommendations that a fact names.
_NAMED = 8


def card(summary: Summary, programmes: Sequence[Programme], *, more: bool, exports: bool = True) -> parts.Part:
    """The card of a summary's first page; `more` says that there are other pages, `exports` that the reader may."""
    scope = scope_words(summary.scope, programmes)
    about = phrases.counted(len(summary.standings), "recommendation") + scope
    body = [
        parts.heading(f"{_title(summary)}, {between(summary.period)}"),
        parts.line(f"{about[:1].upper()}{about[1:]}", subtle=True),
        parts.line(headline(summary, scope)),
        chart(summary),
        parts.line(_now(summary), subtle=True),
    ]
    if facts := list(_facts(summary)):
        body.append(parts.facts(facts))
    return parts.card(body, _buttons(summary, programmes, more, exports))


def _title(summary: Summary) -> str:
    return WEEKLY if (summary.period.last - summary.period.first).days == WEEK and summary.current else OTHER


def _facts(summary: Summary) -> Iterator[tuple[str, str]]:
    found = {
        "Overdue": summary.overdue,
        "Slipping": summary.slipping,
        "Awaiting sign-off": [one.standing for one in summary.awaiting],
        "Moved back": [move.standing for move in summary.moves if move.back],
        "Moved on": [move.standing for move in summary.moves if not move.back],
        "First reports": [move.standing for move in summary.first],
        "Due in four weeks": summary.due_soon,
        "No lead": summary.no_lead,
    }
    for title, standings in found.items():
        if standings:
            yield f"{title} ({len(standings)})", _named(standings)


def _named(standings: Sequence[Standing]) -> str:
    """ "Recommendations 10 and 12", the first few of many."""
    refs = sorted((standing.ref for standing in standings[:_NAMED]), key=natural)
    more = [f"{len(standings) - _NAMED} more"] if len(standings) > _NAMED else []
    return phrases.recommendations([*refs, *more])


def _now(summary: Summary) -> str:
    """The picture in words: colours alone tell nobody anything."""
    rows = [f"{after} {coloured(status)}" for status, _, after in counted(summary) if after]
    when = NOW if summary.current else THEN.format(day=spell(summary.period.last))
    return f"{when}: {', '.join(rows)}."


def _buttons(summary: Summary, programmes: Sequence[Programme], more: bool, exports: bool) -> list[parts.Part]:
    says = [
        MORE if more else "",
        OVERDUE if summary.overdue else "",
        QUIET if summary.quiet else "",
        _of_theme(summary, programmes),
        EXPORT if exports else "",
    ]
    return [parts.button(say[:1].upper() + say[1:], say) for say in says if say]


def _of_theme(summary: Summary, programmes: Sequence[Programme]) -> str:
    """The theme that most is overdue or slips in, to look closer at, where there are several to choose from."""
    themes = {(p.name, rec.ref): rec.theme.number for p in programmes for rec in p.recommendations}
    every = [themes.get((standing.programme, standing.ref), "") for standing in summary.standings]
    if summary.scope.themes or len(set(filter(None, every))) < 2:
        return ""
    wrong = [themes.get((s.programme, s.ref), "") for s in (*summary.overdue, *summary.slipping)]
    return OF_THEME.format(theme=max(filter(None, every), key=wrong.count))
