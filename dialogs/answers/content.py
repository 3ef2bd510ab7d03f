"""Says what the document says about something: quotations, the recommendation that is meant, abbreviations."""

from __future__ import annotations

from dialogs.answers import facts
from dialogs.words import phrases
from knowledge.model import Field
from knowledge.questions.answer import Aside, Definition, Found, Quote
from knowledge.questions.passages import Passage
from knowledge.questions.searching.index import Index

NEAREST = "I’m not sure that this answers it, but it is the nearest that the document has:"
THINK = "I’m not sure, but I think you mean Recommendation {ref}."
RECORDED = "This is recorded of Recommendation {ref}:"
OR_ONE = "If not, it may be:"


def quote(answer: Quote, index: Index) -> str:
    """The sentences that answer, verbatim, each with where it stands."""
    first = answer.passages[0]
    here = [p for p in answer.passages if (p.ref, p.field) == (first.ref, first.field)]
    elsewhere = [p for p in answer.passages if p not in here]
    opening = [] if answer.sure else [NEAREST]
    said = [phrases.sourced(" ".join(phrases.quoted(p.text) for p in here), index.programme, first.field, answer.refs)]
    also = [phrases.sourced(phrases.quoted(p.text), index.programme, p.field, (p.ref,)) for p in elsewhere]
    return "\n\n".join([*opening, *said, *also, *besides(answer.recorded, index)])


def besides(ref: str, index: Index) -> list[str]:
    """What is recorded of a recommendation, where it isn't clear what of it is asked; nothing without one."""
    return [f"{RECORDED.format(ref=ref)}\n\n{facts.recorded(index.by_ref[ref], index)}"] if ref else []


def aside(answer: Aside, index: Index) -> str:
    """The sentences of a chapter that answer, verbatim, with the chapter that they stand in."""
    opening = quote(answer.nearest, index) if answer.nearest else "" if answer.sure else NEAREST
    said = " ".join(phrases.quoted(passage.text) for passage in answer.passages)
    chapter = phrases.escaped(index.programme.chapters[answer.chapter].title)
    where = phrases.sources(phrases.short_title(index.programme), chapter)
    return "\n\n".join(filter(None, (opening, said, where)))


def found(answer: Found, index: Index) -> str:
    """Which recommendation it is and what is asked of it, with the passage that shows it."""
    rec = index.by_ref[answer.ref]
    shown = f"{_where(answer.passage, index)}: {phrases.quoted(answer.passage.text)}"
    plain = [facts.sentence(f, rec, index) for f in answer.fields if f in _PLAIN]
    opening = [] if answer.sure else [THINK.format(ref=answer.ref)]
    if not plain and answer.sure:
        within = phrases.theme(rec.theme)
        opening = [f"That is Recommendation {answer.ref}{f', in {within}' if within else ''}."]
    fields = [answer.passage.field, *(f for f in answer.fields if f in _PLAIN)]
    if plain:
        plain[0] = facts.verdict(answer) + plain[0]
    others = [f"- Recommendation {ref}: {phrases.gist(index, ref)}" for ref in answer.others if not answer.sure]
    also = [OR_ONE + "\n" + "\n".join(others)] if others else []
    told = Field.TIMESCALE in (set(answer.fields) & {answer.passage.field})  # the sentence stands in it already
    cited = phrases.cited(index.programme, (answer.ref,), fields)
    return "\n\n".join([*opening, *plain, *([] if told else [shown]), cited, *also])


_PLAIN = (Field.LEADS, Field.TIMESCALE, Field.DECISION, Field.THEME)


def _where(passage: Passage, index: Index) -> str:
    if passage.field is Field.RECOMMENDATION:
        return "It says"
    return f"Under “{phrases.label(passage.field, index.programme)}” it says"


def definition(answer: Definition, index: Index) -> str:
    """What an abbreviation stands for, or that the document never says."""
    short = phrases.escaped(answer.short)
    if answer.meaning:
        used = f" It is used in {phrases.recommendations(answer.refs)}." if answer.refs else ""
        text = f"{short} stands for {phrases.escaped(answer.meaning)}.{used}"
        return f"{text}\n\n{phrases.cited(index.programme, (), ())}"
    if not answer.refs:
        return f"The document doesn’t use “{short}”, so I can’t say what it stands for."
    text = f"The document uses “{short}” in {phrases.recommendations(answer.refs)} but doesn’t say what it stands for."
    return f"{text}\n\n{phrases.cited(index.programme, (), ())}"
