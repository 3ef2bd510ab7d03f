"""Signs off what is reported complete, or sends it back; by a manager who isn't the one who reported it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dialogs.answers import standings
from dialogs.managing.mandate import first_match, named, only, only_asks, refused, told_by, why
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer, ask_for_more, propose, stale
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.orders import LISTED, POLITE, RECS
from dialogs.words.wordings import wording
from knowledge.progress.acts.acts import UNDO_WITHIN, sent_back, signed_off
from knowledge.progress.acts.changes import Change
from knowledge.progress.model import Kind, Role, Status
from knowledge.progress.standings.standing import DONE, Standing

_SIGN = (
    wording("sign signed signoff signedoff", rf"{POLITE}sign(?:ed)?[\s-]*off\s+(?:on\s+)?{RECS}{LISTED}(?P<rest>)"),
    wording("sign", rf"{POLITE}sign\s+{RECS}{LISTED}\s+off(?P<rest>)"),
    wording(
        "approve accept confirm",
        rf"{POLITE}(?:approve|accept|confirm)\s+{RECS}{LISTED}(?:\s+(?:as\s+)?(?:complete|completed|done|finished))?(?P<rest>)",
    ),
    wording(
        "sign signoff", rf"{POLITE}sign(?:\s+(?:it|this|that))?[\s-]*off(?:\s+(?:it|this|that))?(?P<refs>)(?P<rest>)"
    ),
)
_BACK = (
    wording("back", rf"{POLITE}(?:send|sent|pass|give)\s+{RECS}{LISTED}\s+back(?P<rest>.*)"),
    wording("back", rf"{POLITE}(?:send|pass|give)\s+back\s+{RECS}{LISTED}(?P<rest>.*)"),
    wording("reject return reopen open", rf"{POLITE}(?:reject|return|reopen|re-open)\s+{RECS}{LISTED}(?P<rest>.*)"),
    wording("back", rf"{POLITE}send\s+(?:it|this|that)\s+back(?P<refs>)(?P<rest>.*)"),
)

NOT_COMPLETE = "{ref} isn’t reported complete: {status}. Nothing has been saved."
SIGNED_ALREADY = "{ref} is signed off already. Nothing has been saved."
OWN = "You reported {ref} complete yourself, so another manager signs it off or sends it back. Nothing has been saved."
WOULD_SIGN = "You would sign off {ref} as complete. {told}"
NO_EVIDENCE = "Mind: no evidence is given."
UNDO_FIRST = (
    "You sent it back yourself: “undo {plain}” takes that back within 10 minutes, and then it can be signed off."
)
UNDO = "Say “undo” within 10 minutes to take it back."
SIGNED = f"Saved. {{ref}} is signed off: complete (blue). {UNDO}"
WHY = "Why does {ref} go back? The lead reads the reason."
WOULD_SEND = "You would send {ref} back: it would stand as {status}. Reason: {reason}."
SENT = (
    "Saved. {ref} is sent back and stands as {status}. Whoever leads it sees your reason when they update it. " + UNDO
)


@told_by(*_SIGN, *_BACK)
def take(moment: Moment) -> Turn | None:
    """ "Sign off 10", "send 10 back: no evidence yet"; None for any other message."""
    if only_asks(moment):
        return None
    for patterns, then in ((_SIGN, _signing), (_BACK, _sending)):
        if match := first_match(patterns, moment):
            if no := only(Role.MANAGER, moment):
                return no
            found = named(match["refs"], moment)
            return found if isinstance(found, Turn) else then(found.standings(moment), match["rest"], moment)
    return None


def _signing(stood: list[Standing], _: str, moment: Moment) -> Turn:
    if no := refused(stood, lambda s: _reason_not(s, moment)):
        return moment.turn(no, refs=tuple(s.ref for s in stood))
    refs = tuple(s.ref for s in stood)
    told = "\n\n".join(_would_sign(s, moment) for s in stood)
    return propose(moment, told, "sign off", refs, refs=refs, seen=[_seen(s) for s in stood])


def _sending(stood: list[Standing], rest: str, moment: Moment) -> Turn:
    if no := refused(stood, lambda s: _reason_not(s, moment, or_complete=True)):
        return moment.turn(no, refs=tuple(s.ref for s in stood))
    refs = tuple(s.ref for s in stood)
    order = f"send {', '.join(refs)} back: "
    said = why(rest)
    if not said:
        return ask_for_more(moment, WHY.format(ref=phrases.recommendations(refs)), order, refs)
    told = "\n\n".join(
        WOULD_SEND.format(
            ref=phrases.recommendations((s.ref,)),
            status=standings.status(_before(s, moment)),
            reason=phrases.quoted(said),
        )
        for s in stood
    )
    what: dict[str, Any] = {"refs": refs, "reason": said, "seen": [_seen(s) for s in stood]}
    return propose(moment, told, "send back", refs, order=order, amend=order, **what)


def _reason_not(standing: Standing, moment: Moment, *, or_complete: bool = False) -> str:
    """Why this can't be signed off or sent back by the speaker; empty where it can."""
    ref = phrases.recommendations((standing.ref,))
    if standing.status is Status.COMPLETE and not or_complete:
        return SIGNED_ALREADY.format(ref=ref)
    if standing.status not in DONE:
        told = f"it is {standings.status(standing.status)}" if standing.status else "it has no update yet"
        undone = [UNDO_FIRST.format(plain=standing.ref)] if _just_sent_back(standing, moment) else []
        return " ".join([NOT_COMPLETE.format(ref=ref, status=told), *undone])
    own = standing.report is not None and standing.report.by == moment.actor.key
    return OWN.format(ref=ref) if own else ""


def _just_sent_back(standing: Standing, moment: Moment) -> bool:
    """Whether the speaker sent it back so lately that it can be undone."""
    last = standing.latest
    if last is None or last.kind is not Kind.SENT_BACK or last.by != moment.actor.key:
        return False
    return moment.message.at - last.at <= UNDO_WITHIN


def _would_sign(standing: Standing, moment: Moment) -> str:
    report = standing.report
    told = standings.told(report, moment.knowledge.timezone, "it") if report else ""
    if standing.latest and standing.latest is not report:
        told = f"{told} {standings.told(standing.latest, moment.knowledge.timezone)}"
    said = WOULD_SIGN.format(ref=phrases.recommendations((standing.ref,)), told=told).strip()
    return f"{said} {NO_EVIDENCE}" if report and not report.evidence else said


def _before(standing: Standing, moment: Moment) -> Status:
    """How it stood before it was reported complete; on track where that was the first report."""
    every = moment.records.updates(standing.programme, standing.ref)
    live = [u.status for u in every if u.withdrawn is None and u.status not in DONE]
    return live[-1] if live else Status.ON_TRACK


def _seen(standing: Standing) -> str:
    return standing.latest.id if standing.latest else ""


def _sign(moment: Moment, what: Mapping[str, Any]) -> Turn:
    return _done(moment, what, lambda s: signed_off(s, moment.occasion), SIGNED, _signing)


def _send(moment: Moment, what: Mapping[str, Any]) -> Turn:
    reason = what["reason"]
    return _done(moment, what, lambda s: sent_back(s, _before(s, moment), reason, moment.occasion), SENT, _sending)


def _done(moment: Moment, what: Mapping[str, Any], change: Any, said: str, again: Any) -> Turn:
    """Do it to each, unless the speaker may not; where somebody posted since it was proposed, ask again."""
    if no := only(Role.MANAGER, moment):
        return no
    found = named(", ".join(what["refs"]), moment)
    if isinstance(found, Turn):
        return found
    stood = found.standings(moment)
    if [_seen(s) for s in stood] != list(what["seen"]):
        return stale(again(stood, f": {what.get('reason', '')}", moment))
    if reasons := refused(stood, lambda s: _reason_not(s, moment, or_complete=again is _sending)):
        return moment.turn(reasons, refs=found.refs)
    changes = tuple[Change, ...](c for s in stood for c in change(s))
    told = " ".join(
        said.format(ref=phrases.recommendations((s.ref,)), status=standings.status(_before(s, moment))) for s in stood
    )
    return moment.turn(told, changes=changes, refs=found.refs)


DOERS: dict[str, Doer] = {"sign off": _sign, "send back": _send}
