"""Takes back what its author posted a moment ago; it stays in the history as withdrawn, and in the audit trail."""

from __future__ import annotations

import itertools
import re
from datetime import UTC, datetime, timedelta
from typing import Any

from dialogs.answers import standings
from dialogs.answers.facts import no_such
from dialogs.turns.moment import Moment
from dialogs.turns.rights import UNKNOWN, denied, denied_update
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.orders import Deed, Order
from knowledge.progress.acts.acts import UNDO_WITHIN, withdrawn
from knowledge.progress.model import Kind, Role, Update
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index
from knowledge.store.shelves import ASSIGNMENTS, EXTENSIONS, TARGETS, Shelf

BACK = "Taken back: your {what} on Recommendation {ref} ({status}). {now}"
WOULD = (
    "Nothing has been taken back yet. “{say}” would take back your {what} on Recommendation {ref} ({status}), "
    "which works for 10 minutes after posting."
)
STANDS = "It stands again as before: {status}, {stamp}."
NOTHING_BEFORE = "There is now no update on it."
NOTHING = (
    "There is nothing of yours to take back{where}: that works for 10 minutes after posting, for whoever posted it. "
    "A new update corrects an older one."
)
SINCE = (
    "{who} has answered to your {what} on Recommendation {ref} since, so it can’t be taken back. Nothing has changed. "
    "Please post a new update instead."
)
TWICE = (
    "You took back your {what} on Recommendation {ref} a moment ago, so I leave it at that. To take back the one "
    "before as well, say “undo {ref} again”."
)
OTHER_LAST = "The last thing you saved is {what} of {refs}, which “undo” can’t take back: {how}."
MEANT = "If you mean your {what} on Recommendation {ref} ({status}), say “undo {ref}”."
# What else is saved on a recommendation, and how it is changed.
_OTHERS: tuple[tuple[Shelf[Any], str, str], ...] = (
    (TARGETS, "the target", "“set the target for {ref} to …” changes it"),
    (EXTENSIONS, "the request for an extension", "“extend {ref} to …” asks for another day in its place"),
    (ASSIGNMENTS, "the assignment", "“assign {ref} to …” changes it, and “unassign {ref}” ends it"),
)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_AGAIN = re.compile(r"\b(?:again|too|as well|another|also)\b", re.IGNORECASE)
# "Undo?" and "can I take it back" ask; "can you undo that?" is a request.
_MAY_I = re.compile(r"\b(?:can|could|may|might)\s+(?:i|we)\b", re.IGNORECASE)
_REQUEST = re.compile(r"\b(?:(?:can|could|will|would)\s+(?:you|u)|please|pls|plz)\b", re.IGNORECASE)
_WHAT = {
    Kind.REPORT: "update",
    Kind.NO_CHANGE: "“no change”",
    Kind.SIGN_OFF: "sign-off",
    Kind.SENT_BACK: "sending back",
}
# More isn't posted in the ten minutes that count.
_LOOK_AT = 500


def take(moment: Moment) -> Turn | None:
    """ "Undo", "undo 10", "take that back"; None for any other message."""
    order = moment.order
    if moment.index is None or order is None or order.deed is not Deed.UNDO:
        return None
    return _undone(order, moment.index, moment) if moment.actor.key else moment.turn(UNKNOWN)


def newest(refs: tuple[str, ...], index: Index, moment: Moment) -> Update | None:
    """The newest update that the speaker may take back: of the last ten minutes, on one of these if any are given."""
    for update in reversed(moment.records.recent(_LOOK_AT)):
        if moment.message.at - update.at > UNDO_WITHIN:
            return None
        mine = update.by == moment.actor.key and update.withdrawn is None
        if mine and update.programme == index.programme.name and (not refs or update.ref in refs):
            return update
    return None


def saved_otherwise(index: Index, moment: Moment, within: timedelta) -> str:
    """What the speaker saved last that isn't an update, and how that is changed; empty where it was longer ago."""
    return _other_since(newest((), index, moment), index, moment, within)


def _undone(order: Order, index: Index, moment: Moment) -> Turn:
    known = by_name(index.by_ref)
    unknown = tuple(ref for ref in order.refs if ref not in known)
    if unknown:
        return moment.turn(no_such(unknown, index), draft=moment.memory.draft)
    refs = tuple(known[ref] for ref in order.refs)
    update = newest(refs, index, moment)
    if not refs and (other := _other_since(update, index, moment)):
        return moment.turn(other, draft=moment.memory.draft)
    if update is None:
        where = f" on {phrases.recommendations(refs)}" if refs else ""
        return moment.turn(NOTHING.format(where=where), draft=moment.memory.draft)
    if (before := _taken_back(refs, index, moment)) and not _AGAIN.search(moment.message.text):
        return moment.turn(TWICE.format(what=_WHAT[before.kind], ref=before.ref), draft=moment.memory.draft)
    if may_not := _may_not(update, index, moment):
        return moment.turn(may_not, draft=moment.memory.draft, refs=(update.ref,))
    if since := _answer_to(update, moment):
        text = SINCE.format(who=standings.who(since), what=_WHAT[update.kind], ref=phrases.escaped(update.ref))
        return moment.turn(text, draft=moment.memory.draft, refs=(update.ref,))
    if _only_asks(moment.message.text):
        return moment.turn(_would(update, bool(refs)), draft=moment.memory.draft, refs=(update.ref,))
    changes = withdrawn(update, moment.occasion)
    return moment.turn(_told(update, moment), changes=changes, draft=moment.memory.draft, refs=(update.ref,))


def _only_asks(text: str) -> bool:
    """Whether a message asks whether something can be taken back, rather than for it to be."""
    return _MAY_I.search(text) is not None or (text.strip().endswith("?") and not _REQUEST.search(text))


def _would(update: Update, named: bool) -> str:
    ref = phrases.escaped(update.ref)
    say = f"undo {ref}" if named else "undo"
    return WOULD.format(say=say, what=_WHAT[update.kind], ref=ref, status=update.status)


def _may_not(update: Update, index: Index, moment: Moment) -> str:
    """Why they may not take back what they posted, where they may not post such a thing any more; empty where they may.

    Else somebody whose role was taken away could undo what they decided in it.
    """
    if update.kind in (Kind.SIGN_OFF, Kind.SENT_BACK):
        return "" if moment.actor.is_(Role.MANAGER) else denied(Role.MANAGER, moment)
    if update.ref not in index.by_ref:
        return ""
    standing = moment.standing(index, update.ref)
    return "" if moment.actor.may_update(standing) else denied_update(standing, moment)


def _other_since(update: Update | None, index: Index, moment: Moment, within: timedelta = UNDO_WITHIN) -> str:
    """What the speaker saved after this update that isn't one, and what can be said instead; empty where nothing."""
    since = moment.message.at - within
    since, last, told = since if update is None else max(since, update.at), _LONG_AGO, ""
    for shelf, what, how in _OTHERS:
        for one in moment.records.reading.newest(shelf, programme=index.programme.name):
            if one.by == moment.actor.key and one.at > max(since, last):
                last, refs = one.at, _saved_together(shelf, one, index, moment)
                ref = phrases.escaped(refs[0])
                told = OTHER_LAST.format(what=what, refs=phrases.recommendations(refs), how=how.format(ref=ref))
    if not told or update is None:
        return told
    meant = MEANT.format(what=_WHAT[update.kind], ref=phrases.escaped(update.ref), status=update.status)
    return f"{told} {meant}"


def _saved_together(shelf: Shelf[Any], one: Any, index: Index, moment: Moment) -> tuple[str, ...]:
    """The recommendations for which the same was saved with one yes, in the document's order."""
    every = moment.records.reading.newest(shelf, programme=index.programme.name)
    refs = {other.ref for other in every if (other.by, other.at) == (one.by, one.at)}
    return tuple(sorted(refs, key=lambda ref: index.refs.index(ref) if ref in index.by_ref else len(index.refs)))


def _answer_to(update: Update, moment: Moment) -> Update | None:
    """What somebody else posted on top of it: a sign-off must not lose the report that it signs off."""
    latest = moment.records.updates(update.programme, update.ref)[::-1]
    later = itertools.takewhile(lambda one: one.id != update.id, latest)
    return next((one for one in later if one.withdrawn is None and one.by != update.by), None)


def _taken_back(refs: tuple[str, ...], index: Index, moment: Moment) -> Update | None:
    """What the speaker took back last, where they have posted nothing since: one "undo" may arrive twice."""
    found = list[Update]()
    for update in reversed(moment.records.recent(_LOOK_AT)):
        mine = update.by == moment.actor.key and update.programme == index.programme.name
        if mine and (not refs or update.ref in refs):
            found.append(update)
    if not found or found[0].withdrawn is None:
        return None
    last = max(found, key=lambda update: update.withdrawn or _LONG_AGO)
    return last if last.withdrawn and moment.message.at - last.withdrawn <= UNDO_WITHIN else None


def _told(update: Update, moment: Moment) -> str:
    before = [
        u for u in moment.records.updates(update.programme, update.ref) if u.withdrawn is None and u.id != update.id
    ]
    zone = moment.knowledge.timezone
    now = (
        STANDS.format(status=standings.status(before[-1].status), stamp=standings.stamp(before[-1], zone))
        if before
        else NOTHING_BEFORE
    )
    return BACK.format(what=_WHAT[update.kind], ref=phrases.escaped(update.ref), status=update.status, now=now)
