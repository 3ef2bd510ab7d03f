"""A recommendation at a glance, with the passage that an answer rests on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dialogs.cards import parts
from dialogs.words import phrases
from knowledge.model import Field, Recommendation
from knowledge.questions.passages import text_of
from knowledge.questions.searching.index import Index

# A whole field is shown up to here (characters); nobody reads on in a card.
_LONGEST = 3600
# What is longer would push the answer off a screen; it shows when it is asked for.
_AT_ONCE = 400
SHOW = "Show the whole passage ({label})"
ASSIGNED = " (assigned by the council)"


@lru_cache(maxsize=1_000)
def recommendation(ref: str, index: Index, told: tuple[Field, ...] = ()) -> parts.Part:
    """Its facts but those already told, in full what was only begun to be told, and buttons for the rest."""
    rec = index.by_ref[ref]
    shown = [(title, value) for field, title, value in _facts(rec, index) if field not in told]
    body = [parts.heading(phrases.recommendations((ref,))), *_theme(rec), parts.facts(shown)]
    for field in told:
        if field is not Field.TIMESCALE and phrases.excerpt(text_of(rec, field))[1]:
            body += _passage(rec, field, index)
    return parts.card(body, _buttons(ref, index, told))


@lru_cache(maxsize=1_000)
def passage(refs: tuple[str, ...], field: Field, index: Index, quoted: tuple[str, ...] = ()) -> parts.Part:
    """The field that a quotation stands in, whole; the paragraphs with the `quoted` sentences stand out."""
    rec = index.by_ref[refs[0]]
    body = [
        parts.heading(phrases.recommendations(refs)),
        *_theme(rec),
        parts.facts([(title, value) for _, title, value in _facts(rec, index)]),
        *_passage(rec, field, index, quoted),
    ]
    return parts.card(body, _buttons(refs[0], index, (field,)))


def _theme(rec: Recommendation) -> list[parts.Part]:
    named = phrases.theme(rec.theme)
    return [parts.line(named, subtle=True)] if named else []


def _facts(rec: Recommendation, index: Index) -> list[tuple[Field, str, str]]:
    people = "; ".join(map(phrases.person, rec.leads)) or "No lead officer recorded"
    people += ASSIGNED if rec.ref in index.documented else ""
    decided = phrases.DECIDED[rec.decision]
    return [
        (Field.LEADS, phrases.label(Field.LEADS, index.programme), people),
        (Field.DECISION, phrases.label(Field.RESPONSE, index.programme), decided[:1].upper() + decided[1:]),
        (
            Field.TIMESCALE,
            phrases.label(Field.TIMESCALE, index.programme),
            "; ".join(phrases.dates(rec.milestones)) or "No date given",
        ),
    ]


def _passage(rec: Recommendation, field: Field, index: Index, quoted: Sequence[str] = ()) -> list[parts.Part]:
    text = text_of(rec, field)
    if not text:
        return []
    shown, cut = phrases.excerpt(text, _LONGEST)
    label = phrases.label(field, index.programme)
    whole = [parts.line(label if cut else f"{label}, in full", bold=True), *parts.paragraphs(shown, quoted)]
    return whole if len(shown) <= _AT_ONCE else parts.folded(f"whole {field}", SHOW.format(label=label), whole)


def _buttons(ref: str, index: Index, told: Sequence[Field]) -> list[parts.Part]:
    """What else can be asked about it; typing the same words does the same."""
    council, reviewer = index.programme.council, index.programme.reviewer
    offers = [
        (Field.LEADS, "Lead officer", f"Who leads recommendation {ref}?"),
        (Field.TIMESCALE, "Timescale", f"What is the timescale for recommendation {ref}?"),
        (Field.RESPONSE, "Response", f"What is the response to recommendation {ref}?"),
        (
            Field.ARGUMENT,
            f"{reviewer}’s argument" if reviewer else "Argument",
            f"What is the argument for recommendation {ref}?",
        ),
        (
            Field.POSITION,
            f"{council}’s position" if council else "Position",
            f"What is our position on recommendation {ref}?",
        ),
        (Field.RECOMMENDATION, "Wording", f"What does recommendation {ref} say?"),
    ]
    return [parts.button(title, say) for field, title, say in offers if field not in told]
