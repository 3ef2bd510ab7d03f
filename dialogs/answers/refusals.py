"""Says, kindly, what isn't there, isn't clear or isn't ours to answer, and what can be asked instead."""

from __future__ import annotations

from dialogs.answers import comparisons, content, facts
from dialogs.words import phrases
from knowledge.model import Field
from knowledge.questions.answer import (
    About,
    Gap,
    NoSuch,
    NotRecorded,
    OutOfScope,
    Stranger,
    Truth,
    Unrecorded,
    Which,
    WhichPerson,
)
from knowledge.questions.searching.index import Index

CANNOT_DO = "I can’t do that. I can only answer questions about the recommendations in {title}."
OUT_OF_SCOPE = "I couldn’t find anything about that in {title}, and I only answer from that document."
CAN_ASK = (
    "You can ask who leads a recommendation, its timescale, what was decided and why, "
    "or which recommendation is about a topic."
)
NO_CONTACT = "The document doesn’t record contact details such as e-mail addresses or phone numbers."
NO_PROGRESS = (
    "I can’t tell you that from what officers have reported. Ask, for example, “what’s the latest on 10?”, “which are "
    "overdue?” or “what changed this week?”. "
    "I can tell you what the document says, such as who leads a recommendation and by when it is due."
)
NOT_THE_COUNCILS = (
    "I can’t list that: the decisions recorded are not {council}’s own. {who} accepted or didn’t accept each "
    "recommendation; {council}’s view is in its position on each, for example “our position on 10”."
)
NO_NAME = "The document doesn’t name anyone for that; it only names the lead officers."
NO_DATES = "The document gives no dates."
BY_DATE = (
    "I can’t tell that: the document’s first date is “{first}”, its last “{last}”. Ask for one of them, such as “what "
    "is due in {year}?”, or “which are overdue?” for the council’s own targets."
)
WHO = "Who do you mean: {names}?"
WHICH_ONE = "Which one do you mean?"
UNSURE = "I’m not sure what you mean by “{topic}”. Is it one of these?"
NONE_STANDS_OUT = "I’m not sure that the document has anything on that. Is it one of these?"
UNRECORDED = (
    "As far as I can read the document, it has no {what} set apart for its recommendations, so I can’t tell. You can "
    "ask what a recommendation says, or which one is about a topic."
)
NEAREST_THERE = "This is the nearest that it says:"
NO_ANSWER = "The document doesn’t answer that."
WHICH = "Which recommendation do you mean? Give me its number, such as “{example}”."
# As many choices as are read at a glance.
OFFERED = 4
_EXAMPLES = {
    Field.LEADS: "who leads 10",
    Field.TIMESCALE: "timescale for 10",
    Field.DECISION: "decision on 10",
    Field.POSITION: "position on 10",
    Field.ARGUMENT: "argument for 10",
    Field.RESPONSE: "response to 10",
    Field.THEME: "theme of 10",
}


def out_of_scope(answer: OutOfScope, index: Index) -> str:
    """A plain no, and what can be asked."""
    text = CANNOT_DO if answer.request else OUT_OF_SCOPE
    return f"{text.format(title=phrases.in_full(index.programme))} {CAN_ASK}"


def no_such(answer: NoSuch, index: Index) -> str:
    """That there is no such recommendation."""
    return facts.no_such(answer.missing, index)


def not_recorded(answer: NotRecorded, index: Index) -> str:
    """That the document doesn't say, with the nearest that it has."""
    if answer.gap is Gap.CONTACT:
        told = [facts.leads(index.by_ref[ref], index) for ref in answer.refs[:3]]
        cited = phrases.source(index.programme, Field.LEADS, answer.refs[:3]) if told else ""
        return "\n\n".join(x for x in (" ".join([NO_CONTACT, *told]), cited) if x)
    if answer.gap is Gap.PROGRESS:
        return NO_PROGRESS
    if answer.gap is Gap.TODAY:
        return _by_date(index)
    if answer.gap is Gap.COUNCIL:
        council = index.programme.council or "the council"
        return NOT_THE_COUNCILS.format(who=phrases.responder(index.programme), council=phrases.escaped(council))
    if answer.gap is Gap.IDENTITY:
        near = f" The nearest passage is this:\n\n{phrases.quoted(answer.nearest.text)}" if answer.nearest else ""
        cited = (
            "\n\n" + phrases.source(index.programme, answer.nearest.field, (answer.nearest.ref,))
            if answer.nearest
            else ""
        )
        return f"{NO_NAME}{near}{cited}"
    return _no_answer(answer, index)


def _by_date(index: Index) -> str:
    """From when to when the document's dates are, and how to ask for them."""
    dated = sorted((m.latest, m.words) for rec in index.programme.recommendations for m in rec.milestones if m.latest)
    if not dated:
        return NO_DATES
    first, last = phrases.escaped(dated[0][1]), phrases.escaped(dated[-1][1])
    return BY_DATE.format(first=first, last=last, year=dated[-1][0].year)


def _no_answer(answer: NotRecorded, index: Index) -> str:
    topic = phrases.escaped(answer.topic)
    if answer.people:
        who = phrases.joined(map(phrases.escaped, answer.people))
        named = "is named as a lead officer" if len(answer.people) == 1 else "are named as lead officers"
        rest = f"but nothing is said about “{topic}”" if topic else "but nothing is said about that"
        text = f"{NO_ANSWER} {who} {named}, {rest}."
        return phrases.sourced(text, index.programme, Field.LEADS)
    if not answer.refs:
        return f"{NO_ANSWER} It says nothing about “{topic}”." if topic else NO_ANSWER
    what = f"“{topic}”" if topic else "that"
    if answer.nearest:
        nearest = f"{NEAREST_THERE}\n\n{phrases.quoted(answer.nearest.text)}"
        text = f"I couldn’t find anything about {what} in {phrases.recommendations(answer.refs)}. {nearest}"
        text = phrases.sourced(text, index.programme, answer.nearest.field, answer.refs)
        return "\n\n".join([text, *content.besides(answer.recorded, index)])
    told = facts.overview(index.by_ref[answer.refs[0]], index) if len(answer.refs) == 1 else ""
    here = "Here is what it does say." if told else ""
    return f"I couldn’t find anything about {what} in {phrases.recommendations(answer.refs)}. {here}\n\n{told}".strip()


def unrecorded(answer: Unrecorded, _: Index) -> str:
    """That the document doesn't have what its recommendations are to be told apart by."""
    return UNRECORDED.format(what=facts.SET_APART[answer.field])


def which_person(answer: WhichPerson, _: Index) -> str:
    """Who is meant, of several."""
    return WHO.format(names=phrases.joined(map(phrases.escaped, answer.names), "or"))


def stranger(answer: Stranger, index: Index) -> str:
    """That a person isn't named as a lead, and who is."""
    text = f"{phrases.escaped(answer.name)} isn’t named as a lead officer in the document."
    if not index.roles:
        return text
    known = [*map(phrases.escaped, index.roles)]
    who = f"The lead officers are {phrases.joined(known)}." if len(known) > 1 else f"The only one is {known[0]}."
    return phrases.sourced(f"{text} {who}", index.programme, Field.LEADS)


def which(answer: Which, index: Index) -> str:
    """A question back, with the likeliest meanings where there are some."""
    if answer.options:
        options = [f"- Recommendation {ref}: {phrases.gist(index, ref)}" for ref in answer.options[:OFFERED]]
        question = NONE_STANDS_OUT if answer.searched else WHICH_ONE
        question = UNSURE.format(topic=phrases.escaped(answer.topic)) if answer.topic else question
        return f"{question}\n\n" + "\n".join(options)
    example = next((_EXAMPLES[f] for f in answer.fields if f in _EXAMPLES), "tell me about 10")
    example = example.replace("10", index.refs[min(9, len(index.refs) - 1)])
    return WHICH.format(example=example)


def about(answer: About, index: Index) -> str:
    """Which document this is, and what it holds."""
    programme = index.programme
    decided = phrases.joined(f"{len(refs)} {phrases.DECIDED[d]}" for d, refs in comparisons.decided(index).items())
    themes = [t for t in programme.themes if t.number or t.title]
    within = f" in {phrases.counted(len(themes), 'theme')}" if themes else ""
    size = f"{phrases.counted(len(index.refs), 'recommendation')}{within}"
    so = {Truth.TRUE: "Yes. ", Truth.FALSE: "No. ", Truth.UNASKED: ""}[answer.so]
    text = f"{so}I answer from one document, “{phrases.escaped(programme.title)}”. It has {size}: {decided}."
    return f"{text}\n\n{phrases.sources(phrases.escaped(programme.source))}"
