"""Takes the words out of an update that should never have been written down; that it happened stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dialogs import phrases
from dialogs.answers import standings
from dialogs.managing import first_match, named, only
from dialogs.moment import Moment
from dialogs.orders import LISTED, POLITE, RECS
from dialogs.proposing import Doer, propose
from dialogs.turn import Turn
from dialogs.wordings import wording
from knowledge.progress.acts import redacted
from knowledge.progress.days import since
from knowledge.progress.forgetting import forgotten, words_of
from knowledge.progress.model import Role, Update

_REDACT = wording(
    "redact",
    rf"{POLITE}redact\s+(?:(?:the|that|this|last|latest|newest|update|text|words|narrative|of|on|for|in|from)\s+)*"
    rf"(?:{RECS}{LISTED})?(?:\s+(?:of|from|on|posted on|dated)\s+(?P<day>.+))?",
)

WOULD = (
    "You would redact the update on {ref} that {stamp} posted: its words would be gone for good, here and in the audit "
    "trail. That it was posted, and redacted by you, stays. Copies in backups made before keep the words."
)
NOTHING = "There is no update on {ref}{day} with words to redact. Nothing has been changed."
WHICH_DAY = "Several updates on {ref} have words. Which one: {stamps}? Say, for example, “redact {plain} of {example}”."
SAVED = "Done. The words of the update on {ref} by {stamp} are gone; that it was redacted, by you, stays on record."


def take(moment: Moment) -> Turn | None:
    """ "Redact the last update on 10", "redact 10 of 3 November"; None for any other message."""
    match = first_match((_REDACT,), moment)
    if match is None:
        return None
    if refused := only(Role.MANAGER, moment):
        return refused
    found = named(match["refs"], moment)
    if isinstance(found, Turn):
        return found
    ref, days = found.refs[0], match["day"] or ""
    meant = _meant(found.index.programme.name, ref, days, moment)
    shown = phrases.recommendations((ref,))
    if not meant:
        return moment.turn(NOTHING.format(ref=shown, day=" of that day" if days else ""), refs=(ref,))
    zone = moment.knowledge.timezone
    if len(meant) > 1 and "last" not in moment.said and "latest" not in moment.said:
        stamps = phrases.joined((standings.stamp(u, zone) for u in meant[-5:]), "or")
        example = standings.day_of(meant[-1].at, zone)
        return moment.turn(WHICH_DAY.format(ref=shown, stamps=stamps, plain=ref, example=example), refs=(ref,))
    update = meant[-1]
    told = WOULD.format(ref=shown, stamp=standings.stamp(update, zone))
    return propose(moment, told, "redact", (ref,), update=update.id)


def _meant(programme: str, ref: str, days: str, moment: Moment) -> list[Update]:
    """The updates with words, of one day where one is named; oldest first."""
    worded = [u for u in moment.records.updates(programme, ref) if _has_words(u)]
    period = since(days, moment.today) if days else None
    if period is None:
        return [] if days else worded
    zone = moment.knowledge.timezone
    return [u for u in worded if period[0] == u.at.astimezone(zone).date()]


def _has_words(update: Update) -> bool:
    return update.redacted is None and bool(update.narrative or update.next_step or update.evidence)


def _do(moment: Moment, what: Mapping[str, Any]) -> Turn:
    if refused := only(Role.MANAGER, moment):
        return refused
    update = moment.records.update(what["update"])
    if update is None or update.redacted:
        return moment.turn("That update is redacted already.")
    trail = moment.records.trail(f"{update.programme}/{update.ref}")
    shown = phrases.recommendations((update.ref,))
    told = SAVED.format(ref=shown, stamp=standings.stamp(update, moment.knowledge.timezone))
    changes = redacted(update, trail, moment.occasion)
    scrubbed = forgotten(words_of(update), moment.records.conversations())
    return moment.turn(told, changes=(*changes, *scrubbed), refs=(update.ref,))


DOERS: dict[str, Doer] = {"redact": _do}
