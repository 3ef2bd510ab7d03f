"""What is recorded of the recommendations that a question means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.model import Decision, Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import Answer, Facts, NotRecorded, Quote
from knowledge.questions.language.thesaurus import Concept
from knowledge.questions.language.words import stem
from knowledge.questions.parsing.described import likeliest
from knowledge.questions.parsing.resolving import follows_on
from knowledge.questions.rules import content
from knowledge.questions.rules.asked import NEAR, PROSE, RECORDED, SURE, Asked
from knowledge.questions.rules.claims import claimed, judged
from knowledge.questions.searching import topics

# What may stand in no field of its own, but in the text.
_OF_ITS_OWN = frozenset((*PROSE, Field.DECISION, Field.TIMESCALE, Field.LEADS))
_ACCEPTING = Concept("accept", stem("accept"), frozenset({stem("reject")}))
_WHEN_WAS_THAT = re.compile(r"^\W*(?:(?:and|so|ok)\W+)?when (?:was|were) (?:that|it|this|they)(?: done| made)?\W*$")
_ABOUT = re.compile(r"\b(?:about|regarding|concerning|mention)\b")


def facts(asked: Asked) -> Answer | None:
    """The fields asked for, or the passage where the question goes deeper than a field."""
    if not asked.refs:
        return None
    reading, fields = asked.reading, wanted(asked)
    if reading.topic and _goes_deeper(asked, fields):
        found = _quoted(asked)
        if _asks_whether_it_says(asked) and not (isinstance(found, Quote) and found.sure):
            return _with_wording(found, asked)
        unknown = _ABOUT.search(reading.text) and not asked.covers(asked.refs)
        if isinstance(found, Quote) or not asked.fields or unknown:
            return found
    absent = tuple(f for f in fields if f in _OF_ITS_OWN and f not in asked.index.recorded)
    if absent and absent == fields:
        return _deciding(asked, absent) or Facts(asked.refs, (), missing=reading.named.missing, absent=absent)
    return Facts(
        refs=asked.refs,
        fields=fields,
        claims=judged(asked, asked.refs),
        missing=reading.named.missing,
        asked=asked.verdict,
        whole=reading.has("more") and not any(isinstance(x, c.Decided) for x, _ in judged(asked, asked.refs)),
        undated=Field.DECISION in fields and _asks_when_decided(asked),
        doing=Field.POSITION in fields and reading.has("doing"),
    )


def _asks_whether_it_says(asked: Asked) -> bool:
    """ "I was told 2 limits inspection to social care. Is that right?" is judged by what 2 says."""
    asks = asked.reading.has("yes or no") and len(asked.refs) == 1
    return asks and not asked.scopes and {*asked.fields} <= {Field.RECOMMENDATION}


def _with_wording(found: Answer, asked: Asked) -> Quote:
    """The nearest passages, behind what the recommendation says."""
    (ref,) = asked.refs
    wording = [p for p in asked.index.passages if p.ref == ref and p.field is Field.RECOMMENDATION]
    near = found.passages if isinstance(found, Quote) else filter(None, [getattr(found, "nearest", None)])
    return Quote(tuple(dict.fromkeys((*wording[:1], *near))), asked.refs, sure=False)


def _quoted(asked: Asked) -> Answer:
    """What these say of it; what another says, where these were only spoken of before and haven't a word of it."""
    found = content.quoted(asked, asked.refs)
    if asked.meant.named or asked.fields or not isinstance(found, NotRecorded):
        return found
    hits = topics.passages(asked.reading.topic, asked.index)
    return content.quoted(asked, ()) if hits and hits[0].literal >= SURE else found


def _deciding(asked: Asked, absent: Sequence[Field]) -> Answer | None:
    """The sentence that seems to tell of the decision, where the document has no decisions as such."""
    if Field.DECISION not in absent or not {*absent} <= {Field.DECISION, Field.RESPONSE}:
        return None
    hits = topics.passages([_ACCEPTING], asked.index, asked.refs)
    return Quote((hits[0].passage,), (hits[0].passage.ref,), sure=False) if hits else None


def wanted(asked: Asked) -> tuple[Field, ...]:
    """The fields asked for, the claims' own among them; what was asked last where nothing is said."""
    reading = asked.reading
    if _asks_when_decided(asked):
        return (Field.DECISION,)
    claims = claimed(asked)
    position = [Field.POSITION] if Field.DECISION in asked.fields and asked.asks_council else []
    about = [Field.RECOMMENDATION] if asked.meant.named and asked.fields and reading.has("what about") else []
    fields = [
        *(about if not claims else []),
        *position,
        *asked.fields,
        *([Field.RESPONSE] if _asks_why(asked) else []),
        *([Field.LEADS] if reading.has("role") else []),
        *(f for claim in claims for f in c.fields_of(claim)),
        *about,
    ]
    if not fields:
        fields = list(asked.scopes)
    if not fields and reading.has("why") and not reading.topic:
        fields = [Field.RESPONSE if Field.DECISION in asked.context.fields else Field.ARGUMENT]
    if not fields and reading.has("who") and not reading.topic:
        fields = [Field.LEADS]  # "who are they?"
    if not fields and (follows_on(reading) or reading.has("next", "previous", "more")):
        fields = list(asked.context.fields)
    if _decided_in_words(asked):
        fields = [Field.RESPONSE if field is Field.DECISION else field for field in fields]
    return tuple(dict.fromkeys(fields))


def _decided_in_words(asked: Asked) -> bool:
    """Whether the document has decisions, but of all these recommendations only a response that states none."""
    recs = [asked.index.by_ref[ref] for ref in asked.refs]
    known = Field.DECISION in asked.index.recorded
    return known and all(rec.decision is Decision.NOT_STATED and rec.response for rec in recs)


def _asks_when_decided(asked: Asked) -> bool:
    """ "When was it accepted?", and "when was that?" after a decision."""
    after = asked.context.fields == (Field.DECISION,) and _WHEN_WAS_THAT.match(asked.reading.text)
    return asked.reading.has("when decided") or bool(after)


def _asks_why(asked: Asked) -> bool:
    """Whether the reasons of a decision are asked for, which stand in the response."""
    about = {*asked.fields, *(f for x in asked.reading.criteria for f in c.fields_of(x))}
    return about == {Field.DECISION} and asked.reading.has("why")


def _goes_deeper(asked: Asked, fields: Sequence[Field]) -> bool:
    """Whether the question goes into what a recommendation says, not only for a recorded fact."""
    if any(f in RECORDED and f is not Field.TIMESCALE for f in fields) and not asked.reading.has("why"):
        if Field.DECISION in fields and asked.meant.named and likeliest(asked.topic, asked.index) in asked.refs:
            return False  # the topic only says which one it is
        return any(f in PROSE for f in asked.fields) and asked.covers(asked.refs) >= SURE
    if any(f in PROSE for f in fields) or not fields:
        return True
    return Field.TIMESCALE in fields and asked.covers(asked.refs) >= NEAR and not asked.reading.has("who")
