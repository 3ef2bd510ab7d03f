"""The smallest pieces of what is said, as Markdown: how recommendations, people, dates and sources are named.

What a document or a person wrote is escaped here, so that whoever puts the pieces together needn’t.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from knowledge.model import Decision, Field, Lead, Milestone, Precision, Programme, Theme
from knowledge.questions.passages import sentences
from knowledge.questions.searching.index import Index

# Longer texts are cut at a sentence, and the rest is offered.
EXCERPT = 620
MORE = "Say “more” to read all of it."
# Decisions of more recommendations are told without the document's own words.
_FEW = 4
# The backslash first, since the others get one.
_MARKDOWN = "\\`*_{}[]<>#|~"
# Where half a sentence may end: before a comma, a bracket, or a word that begins something new.
_BREAK = re.compile(
    r"[,;:–(]|\s(?=(?:and|or|to|which|that|including|so|in|on|for|with|from|by|as|through|where|who)\s)"
)
_HANGING = re.compile(r"(?:[\s,]+(?:and|or|to|of|the|a|an|in|that|which|for|with))+$")
# What a date begins with that has a capital only where it begins a sentence.
_BEGINS = re.compile(
    r"(?:By|During|In|On|From|Before|After|Until|Within|Around|Autumn|Spring|Summer|Winter|Early|Late|Mid|End|The)\b"
)
_FIELD_NAMES = {
    Field.RECOMMENDATION: "Recommendation",
    Field.ARGUMENT: "Argument",
    Field.RESPONSE: "Response",
    Field.DECISION: "Response",
    Field.TIMESCALE: "Timescale",
    Field.POSITION: "Position",
    Field.LEADS: "Lead officer",
    Field.THEME: "Theme",
}
# What any document may call its reviewer, and none is told from another by.
_ANY_REVIEWER = frozenset(("review", "reviewer", "reviewers", "inquiry", "report"))
# First words of a response's label that don't say who responds.
_NOBODY = frozenset(("response", "responses", "comments", "management", "our", "official", "formal"))
# What a document may call its reviewer or its council, and what nobody is called.
_NO_NAMES = frozenset(("council", "review", "reviewer", "authority", "board", "inquiry", "inspector", "inspectorate"))
DECIDED = {
    Decision.ACCEPT: "accepted",
    Decision.ACCEPT_IN_PRINCIPLE: "accepted in principle",
    Decision.ACCEPT_IN_PART: "accepted in part",
    Decision.ACCEPT_WITH_CONDITIONS: "accepted with conditions",
    Decision.CONSIDER_FURTHER: "marked “Consider further”",
    Decision.NOTED: "noted",
    Decision.REJECT: "rejected",
    Decision.NOT_STATED: "left without a stated decision",
}


def escaped(text: str) -> str:
    """Somebody else's text, so that Teams' Markdown shows it as it is."""
    for mark in _MARKDOWN:
        if mark in text:
            text = text.replace(mark, f"\\{mark}")
    return text


def by(name: str) -> str:
    """Somebody's name behind "by"; whoever talks in the terminal is called "You" there."""
    return "you" if name == "You" else escaped(name)


def joined(items: Iterable[str], word: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    every = list(items)
    return f" {word} ".join([", ".join(every[:-1]), every[-1]]) if len(every) > 1 else "".join(every)


def recommendations(refs: Sequence[str]) -> str:
    """ "Recommendation 10", "Recommendations 9, 10 and 12"."""
    return f"Recommendation{'s' if len(refs) > 1 else ''} {joined(map(escaped, refs))}"


def counted(number: int, noun: str) -> str:
    """ "one recommendation", "5 recommendations"."""
    return f"{'one' if number == 1 else number} {noun}{'' if number == 1 else 's'}"


def share(number: int, all_: int, noun: str) -> str:
    """ "2 of 15 recommendations", "both recommendations", "all 15 recommendations", "the one recommendation"."""
    if number < all_:
        return f"{'one' if number == 1 else number} of {all_} {noun}s"
    return {1: f"the one {noun}", 2: f"both {noun}s"}.get(all_, f"all {all_} {noun}s")


def none_of(all_: int, noun: str) -> str:
    """ "none of the 15 recommendations", "neither of the 2 recommendations"; of one, "not the one recommendation"."""
    return {1: f"not the one {noun}", 2: f"neither of the 2 {noun}s"}.get(all_, f"none of the {all_} {noun}s")


def quoted(text: str) -> str:
    """Verbatim text in quotation marks, its bullets as lines; a bullet quoted alone goes without its mark."""
    shown = text if "\n" in text else text.removeprefix("• ").removeprefix("◦ ")
    return f"“{escaped(bulleted(shown))}”"


def bulleted(text: str) -> str:
    """A field's paragraphs as Markdown lines."""
    return "\n\n".join(line for line in text.split("\n") if line)


def first_sentence(text: str, limit: int = EXCERPT) -> str:
    """How a text begins: its first sentence, or as many whole words of it as the limit allows."""
    first = next(iter(sentences(text.strip().partition("\n")[0])), "")
    return first if len(first) <= limit else f"{first[:limit].rpartition(' ')[0]} …"


def excerpt(text: str, limit: int = EXCERPT) -> tuple[str, bool]:
    """The beginning of a text, whole sentences up to the limit, and whether anything was left out."""
    if len(text) <= limit:
        return text, False
    kept = ""
    for paragraph in text.split("\n"):
        for sentence in sentences(paragraph):
            if kept and len(kept) + len(sentence) > limit:
                return kept.strip(), True
            kept += sentence + " "
        kept = kept.strip() + "\n"
    return kept.strip(), False


def person(lead: Lead) -> str:
    """ "Sue Myers, Head of EIP Service"."""
    return escaped(f"{lead.name}, {lead.role}" if lead.role else lead.name)


def people(leads: Sequence[Lead]) -> str:
    """As `person`; several have their roles in brackets, which may have commas and "and" of their own."""
    if len(leads) < 2:
        return "".join(map(person, leads))
    return joined(escaped(f"{lead.name} ({lead.role})" if lead.role else lead.name) for lead in leads)


def theme(of: Theme) -> str:
    """ "Theme 2, “Sharing responsibility ...”"; empty for a recommendation that stands in none."""
    titled = f"“{escaped(of.title)}”" if of.title else ""
    return ", ".join(x for x in (f"Theme {escaped(of.number)}" if of.number else "", titled) if x)


def responder(programme: Programme) -> str:
    """Who decides, as the document's label has it: "The Government"; empty where it doesn't say."""
    word = programme.labels.get(Field.RESPONSE, "").split(" ")[0]
    return f"The {escaped(word)}" if word and word.lower() not in _NOBODY else ""


def named(who: str) -> str:
    """Whoever a document names, at the beginning of a sentence; what is no name of its own has an article."""
    return f"The {escaped(who)}" if who.lower() in _NO_NAMES else escaped(who)


def label(field: Field, programme: Programme) -> str:
    """A field by the document's own name."""
    return escaped(programme.labels.get(field) or _FIELD_NAMES[field])


def short_title(programme: Programme) -> str:
    """The document in two words, where it has them: "Munro response"."""
    name = reviewer(programme)
    return escaped(f"{name} response" if name else programme.title or programme.name)


def reviewer(programme: Programme) -> str:
    """Who reviewed, by a name; empty where the document only says "Review argument", as any other could."""
    name = programme.reviewer
    return "" if name.lower() in _ANY_REVIEWER else name


def within(programme: Programme, programmes: Sequence[Programme]) -> str:
    """Which of these documents an order is about, said before it is saved; empty where there is only one."""
    if len(programmes) < 2:
        return ""
    alone = is_told_by_title(programme, programmes)
    return f"In the {short_title(programme)}:" if alone else f"In {escaped(programme.name)}:"


def in_full(programme: Programme) -> str:
    """The document as it is called in a sentence: "the Munro response", or its title in quotation marks."""
    return f"the {short_title(programme)}" if reviewer(programme) else f"“{short_title(programme)}”"


def told_apart(programme: Programme, programmes: Iterable[Programme]) -> str:
    """As `in_full`, or by its short name where another of these is called just so."""
    return in_full(programme) if is_told_by_title(programme, programmes) else escaped(programme.name)


def one_of_several(programme: Programme, programmes: Sequence[Programme]) -> str:
    """As `told_apart`; empty where there is only one."""
    return told_apart(programme, programmes) if len(programmes) > 1 else ""


def is_told_by_title(programme: Programme, programmes: Iterable[Programme]) -> bool:
    """Whether no other of these is called just so."""
    title = in_full(programme)
    return [in_full(one) for one in programmes].count(title) < 2


def source(programme: Programme, field: Field, refs: Sequence[str] = ()) -> str:
    """Where a statement stands, as the line that ends an answer."""
    return cited(programme, refs, (field,))


def cited(programme: Programme, refs: Sequence[str], fields: Iterable[Field]) -> str:
    """As `source`, for several fields; a recommendation's own text needs no name beside its number.

    A decision has the document's own words beside it.
    """
    told = [f for f in fields if f is not Field.RECOMMENDATION]
    labels = dict.fromkeys(label(f, programme) for f in told)
    if Field.DECISION in told and (words := _decided_words(programme, refs)):
        labels.pop(own := label(Field.DECISION, programme))
        labels[f"{own}: {words}"] = None
    places = [short_title(programme), recommendations(refs) if refs else "", joined(labels)]
    return sources(*places)


def _decided_words(programme: Programme, refs: Sequence[str]) -> str:
    """What stands in the document for the decisions on a few recommendations, in quotation marks, if it has them all.

    What is the same for all of them is said once.
    """
    said = {rec.ref: rec.decided_words for rec in programme.recommendations if rec.ref in refs}
    words = [said.get(ref, "") for ref in refs]
    words = words[:1] if len(set(words)) == 1 else words
    return joined(map(quoted, words)) if len(refs) <= _FEW and all(words) else ""


def sources(*places: str) -> str:
    """The line that ends an answer; empty places are left out."""
    return f"_Source: {', '.join(p for p in places if p)}_"


def sourced(text: str, programme: Programme, field: Field, refs: Sequence[str] = ()) -> str:
    """A text with its source beneath."""
    return f"{text}\n\n{source(programme, field, refs)}"


def dates(milestones: Sequence[Milestone]) -> list[str]:
    """The dates in their own words, the earliest first; a year that the words lack is said to be missing."""
    dated = [m for m in milestones if m.precision is not Precision.UNDATED]
    dated.sort(key=lambda m: (m.latest or m.earliest or date.max, m.earliest or date.max))
    return list(dict.fromkeys(_within(escaped(m.words)) + (" (no year given)" if m.inferred else "") for m in dated))


def _within(words: str) -> str:
    """A date's own words as they stand within a sentence: "by March 2027", but "March 2027"."""
    return words[:1].lower() + words[1:] if _BEGINS.match(words) else words


def gist(index: Index, ref: str, limit: int = 130) -> str:
    """A recommendation in a line or two: the beginning of its text, up to where the sense allows a break."""
    text = index.by_ref[ref].text.split("\n")[0]
    if len(text) <= limit:
        return escaped(text.rstrip(":"))
    breaks = [m.start() for m in _BREAK.finditer(text, limit // 2, limit + 1)]
    kept = text[: breaks[-1]] if breaks else text[:limit].rsplit(" ", 1)[0]
    return escaped(_HANGING.sub("", kept).rstrip(" ,;:") + " …")
