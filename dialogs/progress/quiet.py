"""Says which leads haven't reported: a manager's question, and no secret."""

from __future__ import annotations

from dialogs.digest.asked import request
from dialogs.digest.lines import Lines, names
from dialogs.digest.scopes import scope_words
from dialogs.digest.spans import span
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.progress.summaries.summary import Summary

NOT_REPORTED = "{leads} {have} not reported on everything that they lead {when}:"
ALL_REPORTED = "Everybody who leads something{scope} that isn’t complete has reported on all of it {when}."
NOBODY_LEADS = "Nobody leads anything{scope} that isn’t complete, so nobody could have reported."
UNLED = "Nobody leads {refs}."
AND_MORE = "- and {more} more"
SOURCE = "officers’ reports"
# Leads, and recommendations without one, that one reply names.
_NAMED, _UNLED = 40, 20


def take(moment: Moment) -> Turn | None:
    """ "Who hasn't updated?"; None for any other message."""
    if not moment.says("who is quiet") or (moment.reading and moment.reading.named.refs):
        return None
    asked = request(moment)
    if isinstance(asked, str):
        return moment.turn(asked, draft=moment.memory.draft)
    summary = moment.knowledge.summary(asked, moment.message.at)
    return moment.turn(_told(summary, moment), draft=moment.memory.draft)


def _told(summary: Summary, moment: Moment) -> str:
    say = Lines(summary, moment.knowledge.timezone, names(summary, moment.knowledge.programmes))
    when = span(summary.period, summary.today)
    scope = scope_words(summary.scope, moment.knowledge.programmes)
    unled = UNLED.format(refs=say.refs(summary.no_lead[:_UNLED])) if summary.no_lead else ""
    if not summary.quiet:
        led = any(standing.leads for standing in summary.standings)
        said = (ALL_REPORTED if led else NOBODY_LEADS).format(scope=scope, when=when)
        return "\n\n".join(filter(None, (said, unled, phrases.sources(SOURCE))))
    many = len(summary.quiet)
    said = NOT_REPORTED.format(
        leads=phrases.counted(many, "lead").capitalize(), have="has" if many == 1 else "have", when=when
    )
    lines = [f"- {say.quiet(one)}" for one in summary.quiet[:_NAMED]]
    lines += [AND_MORE.format(more=many - _NAMED)] if many > _NAMED else []
    return "\n\n".join(filter(None, (said, "\n".join(lines), unled, phrases.sources(SOURCE))))
