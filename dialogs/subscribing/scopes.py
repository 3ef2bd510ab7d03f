"""What a summary that is ordered is to be about, in the words in which that is kept."""

from __future__ import annotations

import re

from dialogs.turns.moment import Moment
from knowledge.progress.model import Role
from knowledge.questions.parsing.reading import read

_SCOPE = re.compile(r"\b(?:for|about|on|of|covering) (?P<scope>(?:(?!\b(?:for|about|on|of|covering)\b).)+?)$")
_MINE = frozenset(("me", "my recommendations", "mine", "my own", "what i lead", "my actions"))
_ALL = frozenset(
    "us,everything,all,everyone,the team,the week,the month,the day,this channel,the channel,this chat,here,progress,"
    "all recommendations,the recommendations,every recommendation,this week,the council,recommendations".split(",")
)


def scope_in(moment: Moment, rest: str) -> str | None:
    """What it is to be about, as it is kept; None for what nobody knows. A lead who isn't a manager gets theirs."""
    words = scope_words(rest)
    mine = own_name(moment)
    if words in _MINE or re.search(r"\bmy (?:\w+ )?summar", rest):
        return mine
    if not words or words in _ALL:
        return "" if moment.actor.is_(Role.MANAGER) else mine
    return _known(words, moment)


def scope_named(moment: Moment) -> str:
    """The theme or the lead that a message names, as it is kept; empty where it names none."""
    words = scope_words(moment.said)
    return "" if not words or words in _MINE or words in _ALL else _known(words, moment) or ""


def _known(words: str, moment: Moment) -> str | None:
    asked = read(words, moment.index) if moment.index else None
    if asked and asked.themes and moment.index:
        known = {theme.number for theme in moment.index.programme.themes}
        return f"theme {asked.themes[0]}" if asked.themes[0] in known else None
    return asked.people[0] if asked and asked.people else None


def own_name(moment: Moment) -> str:
    """The name under which somebody leads anything; empty where they don't."""
    programmes = moment.knowledge.programmes
    leads = {name for one in programmes for standing in moment.records.standings(one) for name in standing.leads}
    return next((name for name in moment.actor.leads if name in leads), "")


def without_scope(rest: str) -> str:
    """The rest of an order without what it is to be about."""
    return _SCOPE.sub("", rest.replace("please", "").strip(" ,.!?"))


def scope_words(rest: str) -> str:
    """The words behind "for", "about" and the like; empty where there are none."""
    found = _SCOPE.search(rest.replace("please", "").strip(" ,.!?"))
    return found["scope"].strip() if found else ""
