"""Says what is recorded of recommendations: who leads, by when, what was decided, what stands in a field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dialogs.answers import marked
from dialogs.words import phrases
from knowledge.model import Decision, Field, Recommendation
from knowledge.questions import criteria as c
from knowledge.questions.answer import Facts, Found, Truth
from knowledge.questions.passages import sentences, text_of
from knowledge.questions.searching.index import Index

_PROSE = (Field.RECOMMENDATION, Field.ARGUMENT, Field.RESPONSE, Field.TIMESCALE, Field.POSITION)
_HEADING = 60  # characters; what is longer is a sentence of the response
NO_LEAD = "No lead officer is recorded for Recommendation {ref}."
NO_DATE = "No date is given for Recommendation {ref}."
NOT_WHEN = "The document doesn’t say on which day that was decided."
NO_THEME = "No theme is recorded for Recommendation {ref}."
ABSENT = (
    "As far as I can read it, it has none for any recommendation, so that may stand in the text. This is what it has:"
)
SET_APART = {
    Field.RECOMMENDATION: "wordings",
    Field.ARGUMENT: "arguments",
    Field.RESPONSE: "responses",
    Field.POSITION: "positions of the council",
    Field.TIMESCALE: "timescales",
    Field.DECISION: "decisions",
    Field.LEADS: "lead officers",
    Field.THEME: "themes",
}
NOT_SO = "That isn’t quite so. "
NOTHING = "The document records nothing under “{label}” for Recommendation {ref}."


def say(answer: Facts, index: Index) -> str:
    """Every field asked for, of every recommendation meant; what the question got wrong is put right first."""
    fields = _fields(answer)
    if answer.absent:
        nothing = [sentence(f, index.by_ref[ref], index) for ref in answer.refs for f in answer.absent]
        said = [_whole(index.by_ref[ref], index) for ref in answer.refs]
        return _with_missing(answer, index, "\n\n".join([" ".join([*nothing, ABSENT]), *said]))
    if answer.whole and not any(f in _PROSE for f in fields):
        fields = (Field.RECOMMENDATION,)
    if not fields:
        said = [overview(index.by_ref[ref], index) for ref in answer.refs]
        return _with_missing(answer, index, "\n\n".join(said))
    lines = [sentence(f, index.by_ref[ref], index, answer.whole) for ref in answer.refs for f in fields]
    lines += [NOT_WHEN] if answer.undated else []
    text = verdict(answer, len(answer.refs)) + (
        "\n\n".join(lines) if len(lines) < 3 or _long(fields) else "\n".join(f"- {x}" for x in lines)
    )
    cited = phrases.cited(index.programme, answer.refs, fields if answer.whole else told_by(fields))
    return _with_missing(answer, index, "\n\n".join([text, cited]))


def sentence(field: Field, rec: Recommendation, index: Index, whole: bool = False) -> str:
    """One field of one recommendation, in a sentence or as a quotation."""
    plain = _SENTENCES.get(field)
    return plain(rec, index) if plain else _passage(field, rec, index, whole)


def told_by(fields: Sequence[Field]) -> tuple[Field, ...]:
    """The fields that are told by these: where the response is, so is the decision that it begins with."""
    return (*fields, Field.DECISION) if Field.RESPONSE in fields and Field.DECISION not in fields else tuple(fields)


def _whole(rec: Recommendation, index: Index) -> str:
    """The overview, with the response where the document sets that apart as little as what is asked for."""
    if not rec.response or Field.RESPONSE in index.programme.labels:
        return overview(rec, index)
    text = f"{overview(rec, index, cited=False)}\n\n{_passage(Field.RESPONSE, rec, index, whole=False)}"
    return phrases.sourced(text, index.programme, Field.RESPONSE, (rec.ref,))


def overview(rec: Recommendation, index: Index, *, cited: bool = True) -> str:
    """What a recommendation says, and the facts that people ask for first; with its source unless that follows."""
    text, cut = phrases.excerpt(rec.text)
    quotation = f"Recommendation {rec.ref} says: {phrases.quoted(text)}{' ' + phrases.MORE if cut else ''}"
    text = f"{quotation}\n\n{recorded(rec, index)}"
    return phrases.sourced(text, index.programme, Field.RECOMMENDATION, (rec.ref,)) if cited else text


def recorded(rec: Recommendation, index: Index) -> str:
    """The facts that people ask for first, a line each."""
    lines = [
        phrases.theme(rec.theme),
        f"Decision: {phrases.DECIDED[rec.decision]}" if Field.DECISION in index.recorded else "",
        f"Lead: {phrases.people(rec.leads) or 'not recorded'}",
        f"Dates: {phrases.joined(phrases.dates(rec.milestones)) or 'none given'}",
        f"Marked in the document: {phrases.quoted(marked.in_a_line(rec))}" if rec.status else "",
    ]
    return "\n".join(f"- {line}" for line in lines if line)


def leads(rec: Recommendation, _: Index) -> str:
    """Who leads a recommendation, with their roles as the document words them there."""
    if not rec.leads:
        return NO_LEAD.format(ref=rec.ref)
    if len(rec.leads) == 1:
        named = phrases.person(rec.leads[0])
        return f"{named}{',' if rec.leads[0].role else ''} leads Recommendation {rec.ref}."
    return f"{phrases.people(rec.leads)} lead Recommendation {rec.ref} together."


def timescale(rec: Recommendation, index: Index) -> str:
    """The dates first, then the timescale itself, verbatim."""
    if not rec.timescale:
        return NOTHING.format(label=phrases.label(Field.TIMESCALE, index.programme), ref=rec.ref)
    told = phrases.dates(rec.milestones) and (m.words.casefold() for m in rec.milestones)
    if rec.timescale.strip(" .").casefold() in told:
        return _when(rec)  # which has said all of it
    return f"{_when(rec)} Its timescale says: {phrases.quoted(rec.timescale)}"


def decision(rec: Recommendation, index: Index) -> str:
    """What was decided, as a sentence; what stands in its place where nothing was."""
    return _decided(rec, index, _instead(rec, index))


def _decided(rec: Recommendation, index: Index, instead: str = "") -> str:
    who = phrases.escaped(rec.decided_by) or phrases.responder(index.programme)
    match rec.decision:
        case Decision.NOT_STATED:
            return f"No decision is stated for Recommendation {rec.ref}{instead}."
        case Decision.CONSIDER_FURTHER:
            whose = f"{who}’s" if who else "The"
            return f"{whose} decision on Recommendation {rec.ref} is “Consider further”: not accepted, not rejected."
        case Decision.ACCEPT_WITH_CONDITIONS:
            return _limited(rec, who)
        case _ if not who:
            return f"Recommendation {rec.ref} was {phrases.DECIDED[rec.decision]}."
        case Decision.ACCEPT_IN_PRINCIPLE | Decision.ACCEPT_IN_PART:
            return f"Recommendation {rec.ref} was {phrases.DECIDED[rec.decision]} by {_within(who)}."
    return f"{who} {phrases.DECIDED[rec.decision]} Recommendation {rec.ref}."


def _limited(rec: Recommendation, who: str) -> str:
    """A decision with conditions, in its own words: only they say how far it goes."""
    by = f" by {_within(who)}" if who else ""
    words = next(iter(sentences(rec.response.partition("\n")[0])), "")
    return f"Recommendation {rec.ref} was {phrases.DECIDED[rec.decision]}{by}. It says: {phrases.quoted(words)}"


def _instead(rec: Recommendation, index: Index) -> str:
    """What stands in the heading of a response that states no decision: "Deferred"."""
    heading = rec.response.partition("\n")[0]
    if not heading or len(heading) > _HEADING or heading.endswith((".", "!", "?", ":", ";", ",")):
        return ""
    return f"; its {phrases.label(Field.RESPONSE, index.programme)} begins {phrases.quoted(heading)}"


def _within(who: str) -> str:
    """Who responds, as it stands within a sentence: "the Government"."""
    return f"the {who[4:]}" if who.startswith("The ") else who


def _theme(rec: Recommendation, _: Index) -> str:
    named = phrases.theme(rec.theme)
    return f"Recommendation {rec.ref} is in {named}." if named else NO_THEME.format(ref=rec.ref)


_SENTENCES: Mapping[Field, Callable[[Recommendation, Index], str]] = {
    Field.LEADS: leads,
    Field.TIMESCALE: timescale,
    Field.DECISION: decision,
    Field.THEME: _theme,
}


def _when(rec: Recommendation) -> str:
    dates = phrases.dates(rec.milestones)
    if not dates:
        return NO_DATE.format(ref=rec.ref)
    return (
        f"Recommendation {rec.ref} gives {'this date' if len(dates) == 1 else 'these dates'}: {phrases.joined(dates)}."
    )


def _passage(field: Field, rec: Recommendation, index: Index, whole: bool) -> str:
    """A prose field, or as much of it as is read at a glance."""
    full = text_of(rec, field)
    if not full:
        return NOTHING.format(label=phrases.label(field, index.programme), ref=rec.ref)
    text, cut = (full, False) if whole else phrases.excerpt(full)
    opening = _opening(field, rec, index)
    if field is Field.RESPONSE and not whole:
        opening = f"{_decided(rec, index)} {'Its' if phrases.responder(index.programme) else 'The'} response"
    return f"{opening}: {phrases.quoted(text)}{' ' + phrases.MORE if cut else ''}"


def _opening(field: Field, rec: Recommendation, index: Index) -> str:
    who = phrases.responder(index.programme)
    council = phrases.named(index.programme.council) or "The council"
    reviewer = phrases.named(index.programme.reviewer) or "The review"
    return {
        Field.RECOMMENDATION: f"Recommendation {rec.ref} says",
        Field.ARGUMENT: f"{reviewer}’s argument for Recommendation {rec.ref}",
        Field.RESPONSE: f"{f'{who}’s' if who else 'The'} response to Recommendation {rec.ref}",
        Field.POSITION: f"{council}’s position on Recommendation {rec.ref}",
    }[field]


def _fields(answer: Facts) -> tuple[Field, ...]:
    """What to tell; the decision goes with the response, so it isn't told twice."""
    fields = answer.fields
    if Field.DECISION in fields and Field.RESPONSE in fields:
        corrects = any(truth is Truth.FALSE for _, truth in answer.claims)
        drop = Field.RESPONSE if corrects or answer.asked else Field.DECISION
        fields = tuple(f for f in fields if f is not drop)
    return fields


def _long(fields: tuple[Field, ...]) -> bool:
    return any(f not in _SENTENCES or f is Field.TIMESCALE for f in fields)


def verdict(answer: Facts | Found, many: int = 1) -> str:
    """ "Yes", "No" or a correction, where the question takes something for true of one recommendation.

    That there is no lead or no date is said in so many words; nothing need be put right before.
    """
    if not answer.claims or many > 1 or any(truth is Truth.UNASKED for _, truth in answer.claims):
        return ""
    wrong = [claim for claim, truth in answer.claims if truth is Truth.FALSE]
    if any(isinstance(claim, c.Not) for claim, _ in answer.claims):
        return ""  # "isn't it ...?": neither yes nor no would be understood
    if answer.asked:
        return "No. " if wrong else ("Yes. " if not _either(answer) else "")
    if _asks_more(answer) and not any(isinstance(claim, c.LedBy) for claim in wrong):
        return ""
    return NOT_SO if any(not isinstance(x, c.HasLead | c.HasDate) for x in wrong) else ""


def _asks_more(answer: Facts | Found) -> bool:
    """Whether a field is asked for of which nothing is taken for true: "who leads 8, and did they accept it?"."""
    told = {field for claim, _ in answer.claims for field in c.fields_of(claim)}
    return not {*answer.fields} <= told | ({Field.RESPONSE} if Field.DECISION in told else set())


def _either(answer: Facts | Found) -> bool:
    """Whether the question offers a choice ("in full or in principle?"), which "yes" wouldn't answer."""
    return any(isinstance(claim, c.Decided) and len(claim.decisions) > 1 for claim, _ in answer.claims)


def _with_missing(answer: Facts, index: Index, text: str) -> str:
    return f"{text}\n\n{no_such(answer.missing, index)}" if answer.missing else text


def no_such(missing: tuple[str, ...], index: Index) -> str:
    """That a recommendation doesn't exist, and which do."""
    which = phrases.joined((phrases.recommendations((ref,)) for ref in missing), "or")
    if len(index.refs) == 1:
        return f"There is no {which}: the document has only {phrases.recommendations(index.refs)}."
    return f"There is no {which}: the document has {len(index.refs)}, numbered {index.refs[0]} to {index.refs[-1]}."
