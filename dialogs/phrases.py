"""The smallest pieces of what is said: how recommendations, people, dates, decisions and sources are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from knowledge.model import Decision, Field, Lead, Milestone, Precision, Programme, Recommendation
from knowledge.questions.index import Index
from knowledge.questions.passages import sentences

# Longer texts are cut at a sentence, and the rest is offered.
EXCERPT = 620
MORE = "Say “more” to read all of it."
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
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
DECIDED = {
    Decision.ACCEPT: "accepted",
    Decision.ACCEPT_IN_PRINCIPLE: "accepted in principle",
    Decision.ACCEPT_IN_PART: "accepted in part",
    Decision.CONSIDER_FURTHER: "marked “Consider further”",
    Decision.NOTED: "noted",
    Decision.REJECT: "rejected",
    Decision.NOT_STATED: "left without a stated decision",
}


def escaped(text: str) -> str:
    """Somebody else's text, so that Teams' Markdown shows it as it is."""
    return _MARKDOWN.sub(r"\\\1", text)


def joined(items: Iterable[str], word: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    every = list(items)
    return f" {word} ".join([", ".join(every[:-1]), every[-1]]) if len(every) > 1 else "".join(every)


def recommendations(refs: Sequence[str]) -> str:
    """ "Recommendation 10", "Recommendations 9, 10 and 12"."""
    return f"Recommendation{'s' if len(refs) > 1 else ''} {joined(refs)}"


def counted(number: int, noun: str) -> str:
    """ "one recommendation", "5 recommendations"."""
    return f"{'one' if number == 1 else number} {noun}{'' if number == 1 else 's'}"


def quoted(text: str) -> str:
    """Verbatim text in quotation marks, its bullets as lines."""
    return f"“{escaped(bulleted(text))}”"


def bulleted(text: str) -> str:
    """A field's paragraphs as Markdown lines."""
    return "\n\n".join(line for line in text.split("\n") if line)


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
    return f"{lead.name}, {lead.role}" if lead.role else lead.name


def theme(rec: Recommendation) -> str:
    """ "Theme 2, “Sharing responsibility ...”"."""
    return f"Theme {rec.theme.number}, “{rec.theme.title}”" if rec.theme.title else f"Theme {rec.theme.number}"


def responder(programme: Programme) -> str:
    """Who decides, as the document's label has it: "The Government"."""
    word = programme.labels.get(Field.RESPONSE, "").split(" ")[0]
    return f"The {word}" if word and word.lower() not in {"response", "comments", "management"} else "The response"


def label(field: Field, programme: Programme) -> str:
    """A field by the document's own name."""
    return programme.labels.get(field) or _FIELD_NAMES[field]


def short_title(programme: Programme) -> str:
    """The document in two words, where it has them: "Munro response"."""
    return f"{programme.reviewer} response" if programme.reviewer else programme.title


def source(programme: Programme, field: Field, refs: Sequence[str] = ()) -> str:
    """Where a statement stands, as the line that ends an answer."""
    return cited(programme, refs, (field,))


def cited(programme: Programme, refs: Sequence[str], fields: Iterable[Field]) -> str:
    """As `source`, for several fields; a recommendation's own text needs no name beside its number."""
    labels = dict.fromkeys(label(f, programme) for f in fields if f is not Field.RECOMMENDATION)
    places = [short_title(programme), recommendations(refs) if refs else "", joined(labels)]
    return f"_Source: {escaped(', '.join(p for p in places if p))}_"


def sourced(text: str, programme: Programme, field: Field, refs: Sequence[str] = ()) -> str:
    """A text with its source beneath."""
    return f"{text}\n\n{source(programme, field, refs)}"


def dates(milestones: Sequence[Milestone]) -> list[str]:
    """The dates in their own words, undated ones left out; a year that the words lack is said to be missing."""
    dated = [m for m in milestones if m.precision is not Precision.UNDATED]
    return list(dict.fromkeys(m.words + (" (no year given)" if m.inferred else "") for m in dated))


def gist(index: Index, ref: str, limit: int = 95) -> str:
    """A recommendation in half a line: the beginning of its text."""
    text = index.by_ref[ref].text.split("\n")[0]
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0].rstrip(",;:") + " …"
