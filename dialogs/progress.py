"""Answers questions over progress; what an officer reported is told apart from what the document says."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs import cards, forms, phrases
from dialogs.answers import standings
from dialogs.moment import Moment
from dialogs.turn import Turn
from knowledge.progress.days import since
from knowledge.progress.model import Update
from knowledge.progress.standing import Standing, contradictions
from knowledge.progress.wanted import Now, Wanted, wanted
from knowledge.questions.index import Index
from knowledge.questions.reading import Reading
from knowledge.questions.resolving import follows_on

NOTHING_ON = "Nobody has posted an update on {ref} yet. {target}"
NONE_AT_ALL = "Nobody has posted an update yet, on any of the {many} recommendations, so I can’t tell how far they are."
ASK_WHICH = "On which recommendation? Give me its number, such as “latest on {example}”."
NOT_REPORTED = "{refs} {have} no update yet, so I can’t tell about {them}."
WITHDRAWN = " (withdrawn by its author)"
NO_CHANGES = "Nothing was posted {when}{by}{where}."
CHANGES = "{many} posted {when}{by}{where}:"
SET_BY = "{ref}: the target is {day}, set by {who} on {on}."
SET_BY_WHOM = "{ref}: no target of the council’s own is set."
EXTENSION = "{who} asked on {on} to extend it to {day}: {reason}. No manager has decided yet."
# What the conversation is about, besides the document's own fields: "and 12?" then asks how that one stands.
PROGRESS = "progress"
# Updates that one reply tells of; the newest.
_TOLD = 12
# Recommendations that are named one by one where they only stand beside the answer.
_NAMED = 6


def take(moment: Moment) -> Turn | None:
    """A question over progress; None for any other message."""
    index, reading = moment.index, moment.reading
    if index is None or reading is None or not reading.text:
        return None
    if reading.named.missing and not reading.named.refs:
        return None
    for answer in (_changes, _history, _last_updated, _targets, _listed, _latest):
        if turn := answer(moment, index, reading):
            return turn
    return None


def _latest(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """ "What's the latest on 10?", "is 10 on track?", "how is it going?"."""
    goes_on = moment.memory.fields == (PROGRESS,) and reading.named.refs and follows_on(reading)
    if not (goes_on or forms.says("latest", reading.text)) or _about_document(reading):
        return None
    refs = _refs(moment, reading)
    if not refs:
        return _overall(moment, index) if forms.says("overall", reading.text) else None
    asked = wanted(reading.text)
    told = [_told(moment.standing(index, ref), asked, moment) for ref in refs]
    updates = [s.report for ref in refs if (s := moment.standing(index, ref))]
    source = standings.source(*updates, timezone=moment.knowledge.timezone)
    text = "\n\n".join(filter(None, (*told, source)))
    return moment.turn(text, cards.progress(refs), draft=moment.memory.draft, refs=refs, fields=(PROGRESS,))


def _told(standing: Standing, asked: Sequence[Wanted], moment: Moment) -> str:
    """How one recommendation stands, in a few sentences."""
    ref, zone = phrases.recommendations((standing.ref,)), moment.knowledge.timezone
    target = standings.target(standing, moment.today)
    if standing.latest is None:
        return NOTHING_ON.format(ref=ref, target=target)
    now = Now(moment.today, moment.message.at)
    verdict = ("Yes. " if any(w.holds(standing, now) for w in asked) else "No. ") if asked else ""
    parts = [f"{verdict}{standings.summed_up(standing, zone)}"]
    parts += [standings.unchanged(standing), target, _asked_for(standing, moment)]
    parts.append(standings.minded(contradictions(standing, moment.today), standing))
    return " ".join(filter(None, parts))


def _asked_for(standing: Standing, moment: Moment) -> str:
    asked = standing.extension
    if asked is None:
        return ""
    on = standings.day_of(asked.at, moment.knowledge.timezone)
    reason = phrases.quoted(asked.reason)
    return EXTENSION.format(who=phrases.escaped(asked.by_name), on=on, day=standings.day(asked.day), reason=reason)


def _overall(moment: Moment, index: Index) -> Turn:
    """How many stand how."""
    every = moment.records.standings(index.programme)
    if not any(s.latest for s in every):
        return moment.turn(NONE_AT_ALL.format(many=len(every)), draft=moment.memory.draft)
    counts = {name: [s.ref for s in every if s.status is name] for name in (*standings.COLOURS, None)}
    lines = [
        f"- {standings.status(status)[:1].upper()}{standings.status(status)[1:]}: {phrases.recommendations(refs)}"
        for status, refs in counts.items()
        if refs
    ]
    head = f"Of the {len(every)} recommendations:"
    return moment.turn("\n\n".join([head, "\n".join(lines)]), draft=moment.memory.draft)


def _history(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """Every update on one recommendation, newest first."""
    if not forms.says("history", reading.text):
        return None
    refs = _refs(moment, reading)
    if len(refs) != 1:
        return moment.turn(ASK_WHICH.format(example=index.refs[0]), draft=moment.memory.draft) if not refs else None
    (ref,) = refs
    updates = moment.records.updates(index.programme.name, ref)
    targets = standings.earlier_targets(moment.records.targets(index.programme.name, ref))
    standing = moment.standing(index, ref)
    named = phrases.recommendations((ref,))
    if not updates and not targets:
        text = NOTHING_ON.format(ref=named, target=standings.target(standing, moment.today))
        return moment.turn(text, draft=moment.memory.draft, refs=(ref,))
    zone = moment.knowledge.timezone
    lines = [f"- {standings.told(u, zone, 'it')}{WITHDRAWN if u.withdrawn else ''}" for u in updates[::-1][:_TOLD]]
    more = [f"{len(updates) - _TOLD} earlier ones aren’t shown."] if len(updates) > _TOLD else []
    told = [f"**History of {named}**, newest first:", "\n".join(lines), *more] if lines else [f"**{named}**"]
    dates = ["Targets, oldest first:", "\n".join(targets)] if targets else []
    return moment.turn("\n\n".join([*told, *dates]), draft=moment.memory.draft, refs=(ref,))


def _last_updated(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """When, and by whom, something was last reported on."""
    refs = _refs(moment, reading)
    if not forms.says("last updated", reading.text) or not refs:
        return None
    lines = []
    for ref in refs:
        latest = moment.standing(index, ref).latest
        named = phrases.recommendations((ref,))
        if latest is None:
            lines.append(f"{named} has not been updated yet.")
        else:
            day = standings.day_of(latest.at, moment.knowledge.timezone)
            what = standings.status(latest.status)
            lines.append(f"{named} was last updated on {day} by {standings.who(latest)}: {what}.")
    return moment.turn("\n\n".join(lines), draft=moment.memory.draft, refs=refs)


def _targets(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """The council's own date; where none is set, the document's dates are left to answer."""
    refs = _refs(moment, reading)
    if not forms.says("target of", reading.text) or not refs:
        return None
    stood = [moment.standing(index, ref) for ref in refs]
    if not any(s.target for s in stood):
        return None
    lines = []
    for s in stood:
        named = phrases.recommendations((s.ref,))
        if s.target is None or s.target.day is None:
            lines.append(SET_BY_WHOM.format(ref=named))
            continue
        on = standings.day_of(s.target.at, moment.knowledge.timezone)
        who = phrases.escaped(s.target.by_name)
        told = SET_BY.format(ref=named, day=standings.day(s.target.day), who=who, on=on)
        earlier = standings.earlier_targets(moment.records.targets(index.programme.name, s.ref)[:-1])
        reason = f" Reason: {phrases.quoted(s.target.reason)}." if s.target.reason else ""
        lines += [
            f"{told}{reason} {_asked_for(s, moment)}".strip(),
            *(["Earlier targets:", *earlier] if earlier else []),
        ]
    return moment.turn("\n\n".join(lines), draft=moment.memory.draft, refs=refs)


def _listed(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """ "Which are red?", "how many are overdue in theme 2?", "which of mine have no target?"."""
    conditions = wanted(reading.text)
    if not conditions or reading.named.refs or not _lists(reading, conditions):
        return None
    now = Now(moment.today, moment.message.at)
    among = [s for s in moment.records.standings(index.programme) if _within(s, moment, index, reading)]
    either = forms.says("either", reading.text) or (len({*conditions}) > 1 and all(_is_status(w) for w in conditions))
    meets = any if either else all
    among.sort(key=lambda s: index.refs.index(s.ref))
    found = [s for s in among if meets(w.holds(s, now) for w in conditions)]
    silent = [s.ref for s in among if s.latest is None]
    text = _count(found, among, conditions, either=either)
    lines = [f"- {standings.row(s, moment.today, moment.knowledge.timezone)}" for s in found[:40]]
    unknown = _unknown(silent, conditions) if len(found) + len(silent) > 0 and silent else ""
    refs = tuple(s.ref for s in found)
    card = (
        cards.standings([(s, standings.row(s, moment.today, moment.knowledge.timezone)) for s in found])
        if found
        else None
    )
    whole = "\n\n".join(filter(None, (text, "\n".join(lines), unknown)))
    return moment.turn(whole, card, draft=moment.memory.draft, refs=refs)


def _count(found: Sequence[Standing], among: Sequence[Standing], conditions: Sequence[Wanted], *, either: bool) -> str:
    clause = phrases.joined((w.several if len(found) != 1 else w.one for w in conditions), "or" if either else "and")
    if not among:
        return "There is no such recommendation to look at."
    if not found:
        one = phrases.joined((w.one for w in conditions), "or" if either else "and")
        return f"None of the {len(among)} recommendations {one}."
    share = f"{'One' if len(found) == 1 else len(found)} of the {len(among)} recommendations"
    if len(found) == len(among) > 1:
        share = f"All {len(among)} recommendations"
    return f"{share} {clause}: {phrases.recommendations([s.ref for s in found])}."


def _unknown(silent: Sequence[str], conditions: Sequence[Wanted]) -> str:
    """What can't be told of those that nobody has reported on, where the question was about a status."""
    if not any(_is_status(w) for w in conditions):
        return ""
    have, them = ("has", "it") if len(silent) == 1 else ("have", "them")
    refs = phrases.recommendations(silent) if len(silent) <= _NAMED else f"{len(silent)} recommendations"
    return NOT_REPORTED.format(refs=refs, have=have, them=them)


def _is_status(condition: Wanted) -> bool:
    return "(" in condition.one or "sign-off" in condition.one


def _lists(reading: Reading, conditions: Sequence[Wanted]) -> bool:
    """Whether a message asks for those that meet something, and for nothing of the document's own words."""
    said = {part for w in conditions for word in w.words for part in (word, *word.split("-"))}
    others = [t for t in reading.topic if t.word not in said and t.word not in _IDLE]
    return not others and not reading.abbreviation and not _about_document(reading)


_IDLE = frozenset(
    "ones things actions items far yet now currently today rated marked status colour theme themes target targets date dates "
    "anything any recommendations late due month week mine ours still".split()
)


def _about_document(reading: Reading) -> bool:
    return reading.has("mentions", "argument", "definition")


def _within(standing: Standing, moment: Moment, index: Index, reading: Reading) -> bool:
    """Whether a recommendation meets what else the question narrows by: theme, lead, decision, dates."""
    rec = index.by_ref[standing.ref]
    if forms.says("mine", reading.text) and not {*moment.actor.leads, *moment.actor.covers} & {*standing.leads}:
        return False
    if reading.people and not {*reading.people} & {*standing.leads}:
        return False
    others = [c for c in reading.criteria if type(c).__name__ not in {"LedBy", "HasDate"}]
    return all(c.holds(rec) for c in others) and (not reading.themes or rec.theme.number in reading.themes)


def _changes(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """ "What changed this week?", "what has Sue Myers posted since 1 November?"."""
    period = since(moment.message.text, moment.today)
    by = _author(moment, reading)
    if not forms.says("changes", reading.text) or not (period or by or forms.says("recent", reading.text)):
        return None
    first, last = period or (None, None)
    zone = moment.knowledge.timezone
    themes, refs = reading.themes, reading.named.refs

    def fits(update: Update) -> bool:
        day = update.at.astimezone(zone).date()
        in_time = (first is None or first <= day) and (last is None or day <= last)
        here = update.ref in index.by_ref and update.programme == index.programme.name
        theme = not themes or (here and index.by_ref[update.ref].theme.number in themes)
        whose = not by or update.by_name.casefold() == by.casefold()
        return in_time and here and theme and whose and (not refs or update.ref in refs) and not update.withdrawn

    found = [u for u in moment.records.since(first, zone) if fits(u)]
    when = _when(first, last, moment)
    where = f" on {phrases.recommendations(refs)}" if refs else f" in theme {', '.join(themes)}" if themes else ""
    shown = {"when": when, "by": f" by {phrases.escaped(by)}" if by else "", "where": where}
    if not found:
        return moment.turn(NO_CHANGES.format(**shown).replace("  ", " "), draft=moment.memory.draft)
    many = phrases.counted(len(found), "update") + (" was" if len(found) == 1 else " were")
    lines = [f"- {standings.told(u, zone)}" for u in found[::-1][:_TOLD]]
    more = [f"{len(found) - _TOLD} earlier ones aren’t shown."] if len(found) > _TOLD else []
    head = CHANGES.format(many=many[:1].upper() + many[1:], **shown).replace("  ", " ")
    about = tuple(dict.fromkeys(u.ref for u in found[::-1]))
    return moment.turn("\n\n".join([head, "\n".join(lines), *more]), draft=moment.memory.draft, refs=about)


def _when(first: object, last: object, moment: Moment) -> str:
    if first is None or last is None:
        return "so far"
    start, end = standings.day(first), standings.day(last)  # type: ignore[arg-type]
    if first == last:
        return f"on {start}"
    return f"since {start}" if last >= moment.today else f"from {start} to {end}"  # type: ignore[operator]


def _author(moment: Moment, reading: Reading) -> str:
    """The person whose updates are asked for: a lead, somebody of the directory, or the speaker."""
    if reading.people:
        return reading.people[0]
    if forms.says("by me", reading.text):
        return moment.actor.name
    said = moment.said
    names = [m.name for m in moment.records.members() if m.name]
    return next((name for name in names if name.casefold() in said), "")


def _refs(moment: Moment, reading: Reading) -> tuple[str, ...]:
    """The recommendations that are named, else those spoken of."""
    if reading.named.refs:
        return reading.named.refs
    index = moment.index
    known = tuple(r for r in moment.memory.refs if index and r in index.by_ref)
    back = reading.has("back to one", "back to several") or forms.says("of it", reading.text)
    return known if back or (len(reading.text.split()) <= 3 and len(known) == 1) else ()
