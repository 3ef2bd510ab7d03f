"""What the document says about something in the asker's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from knowledge.model import Decision, Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import Answer, Facts, Found, Gap, LeadOfficers, NotRecorded, OutOfScope, Quote
from knowledge.questions.language.thesaurus import Concept, concepts
from knowledge.questions.language.words import plain, stems
from knowledge.questions.passages import Passage, text_of
from knowledge.questions.rules import finding
from knowledge.questions.rules.asked import NEAR, PROSE, SURE, Asked
from knowledge.questions.searching import topics
from knowledge.questions.searching.confidence import Evidence, evidence, scale

# A second sentence is quoted as well when it scores this much of the best: in the same field, or from elsewhere.
# Where the best isn't sure, the next from other fields are quoted from a lower share on, so many in all.
_BESIDE, _RIVAL, _NEXT = 0.8, 0.88, 0.7
_QUOTED = 3
# Hits among which one with the very words comes first.
_FEW = 4
# How likely it must be that a recommendation is meant before a decision is looked for in its text alone.
_ABOUT_IT = 0.7
# How much more a passage counts in a field that the question names, or whose owner it names.
_NAMED, _SCOPED = 2.0, 1.4

_HOW_MUCH = re.compile(
    r"\bhow much\b(?! (?:time|longer|later|notice|more|of|do|does|did)\b)"
    r"|\bwhat (?:does|did|will|would|is|was) (?:\S+ ){0,6}costs?\b"
)
_WHO_DOES = re.compile(r"\bwho (?!leads\b|is\b|has\b|was\b|does\b)([a-z]+s)\b")
_OF_RECOMMENDATIONS = re.compile(r"\b(?:rec\w*|ones?|actions?|themes?|leads?|officers?|of (?:them|those|these))\b")
_PAST = re.compile(r"\bwhen (?:was|were|did|had|has|have)\b")
# How a question asks for a date, and what it is about where it only speaks of dates.
_WHEN = ("when", "earliest", "latest")
_TIMESCALES = concepts("timescales")

_ASKED_FOR = (
    re.compile(r"\bhow many ([a-z]+)\b"),
    re.compile(
        r"\bwhat (?:is|was|are|were|will be) (?:the|our|their|its) ([a-z]+)(?: \w+)? (?:of|for|to|from|in|at)\b"
    ),
    re.compile(r"\bwhat (?:\w+ )?([a-z]+) (?:did|does|do|is|was|has|have|will|would|are|were)\b"),
)
# "Why won't they close it?", "why are they only doing half of it?", of what wasn't accepted, or not all of it.
_WHY_NOT = re.compile(r"\bwhy\b.*\b(?:not|never|no|only|refus\w+|against|cannot)\b")
_REFUSALS = frozenset({Decision.REJECT, Decision.ACCEPT_IN_PART})
_FINDS_FAULT = re.compile(
    r"\b(?:wrong|bad|badly|problems?|critici\w+|faults?|weak\w*|fail\w*|missing|lack\w*|harm (?:did|does|do|has|have)"
    r"|worr\w+|concern(?:s|ed)?|fears?|risks?|dangers?|downsides?|drawbacks?|unhappy|nervous|anxious|against)\b"
)
# "What worries them if the deadlines go?"
_SUPPOSED = re.compile(
    r"\b(?:if|without|were)\b.{1,60}\b(?:gone|goes|go|went|scrap\w*|drop\w*|remov\w+|abolish\w*|away|end(?:s|ed|ing)?)\b"
)
# "Who does she answer to?", "to whom would she report?".
_ANSWERS = re.compile(r"\b(?:report|reports|reporting|answer|answers|answerable|accountable|responsible)\b")
_ANSWERS_TO = re.compile(r"\bwho\b[^.?!]{0,80}\b(?:reports?|reporting|answers?|answerable|accountable|responsible) to$")
_NAMES_ASKED = re.compile(r"^\W*(?:which|what) \d+ [a-z]+s\b")
_LEADS_WHAT = re.compile(r"^\W*who (?:leads|is leading|is the lead|runs|owns|has) \w")
_WHO_IS = re.compile(r"^\W*who is (?:the|our|their|its) (?P<office>[a-z][a-z' -]+)\W*$")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w+")
# Bodies, or offices, that are asked for together.
_SEVERAL_ASKED = re.compile(r"\bwho (?:are|were|counts?|counted)\b(?! (?:we|you|they|i)\b)")
# A name in several words, or in capitals; two of them stand in a row, whoever else is between them.
_BODY = re.compile(r"\b(?:[A-Z][\w’']{1,30}(?: (?:of |and |for )?[A-Z][\w’']{1,30}){1,5}|[A-Z]{3,8})\b")
_IN_A_ROW = re.compile(rf"({_BODY.pattern})(?:,| and| or|, and)(?: [a-z]+){{0,2}} ({_BODY.pattern})")
_FEW_NAMING = 2


def identity(asked: Asked) -> Answer | None:
    """A name that is asked for by an office; the document names lead officers only."""
    if not asked.reading.has("identity"):
        return None
    named = asked.refs or asked.reading.people or Field.LEADS in asked.fields
    if named or not asked.reading.topic:
        return None
    if _LEADS_WHAT.match(asked.reading.text):
        return None  # "who leads early help, name please"
    if held := _whose_role(asked):
        return LeadOfficers((held,))
    hits = topics.passages(asked.reading.topic, asked.index)
    if told := _naming(asked, hits):
        return Quote(told, tuple(dict.fromkeys(passage.ref for passage in told)), sure=False)
    near = hits[0].passage if hits and hits[0].covered >= NEAR else None
    return NotRecorded(Gap.IDENTITY, nearest=near, topic=asked.phrase)


def _naming(asked: Asked, hits: Sequence[topics.Hit]) -> tuple[Passage, ...]:
    """The sentences that name several where several are asked for: "who are the partners?" is answered by bodies."""
    if not hits or not _SEVERAL_ASKED.search(asked.reading.text):
        return ()
    near = (hit for hit in hits if hit.covered >= SURE and hit.score >= _NEXT * hits[0].score)
    return tuple(hit.passage for hit in near if _names_others(hit.passage.text, asked.reading.text))[:_FEW_NAMING]


def _names_others(text: str, asked: str) -> bool:
    """Whether a text names two in a row that the question doesn't name."""
    said = set(stems(asked))
    rows = ([set(stems(plain(name).lower())) for name in match.groups()] for match in _IN_A_ROW.finditer(text))
    return any(not (one <= said or other <= said) for one, other in rows)


def _whose_role(asked: Asked) -> str:
    """The only lead whose role has every word of the office that is asked for, and at most one more."""
    office = _WHO_IS.match(asked.reading.text)
    said = frozenset(stems(office["office"])) if office else frozenset()
    held = [name for name, roles in asked.index.roles.items() if any(_is_office(role, said) for role in roles)]
    return held[0] if len(said) > 1 and len(held) == 1 else ""


def _is_office(role: str, said: frozenset[str]) -> bool:
    """ "Chair of the Fostering Panel" is the panel chair; the head of a service for children is not the head of all."""
    words = frozenset(stems(role))
    return said <= words and len(words - said) <= 1


def topic(asked: Asked) -> Answer | None:
    """The recommendation that is looked for, or the passage that answers."""
    words, known = asked.reading.topic, asked.index.by_recommendation.has
    if not words or (len(words) == 1 and asked.fields and not any(map(known, (words[0].stem, *words[0].others)))):
        return None
    if whole := finding.whole_field(asked):
        return whole
    if does_it := _who_does_it(asked):
        return does_it
    if refused := _refused(asked):
        return refused
    if finding.looks_for(asked):
        return finding.found(asked)
    if told := _elsewhere_in_words(asked) or _decided_in_words(asked):
        return told
    answer = quoted(asked, ())
    if _is_to_come(asked) and not _dates_it(answer) and (dated := finding.dated(asked)):
        return dated
    if isinstance(answer, Quote) and _says_nothing_of_it(asked, answer):
        return NotRecorded(Gap.FACT, topic=asked.phrase)
    if isinstance(answer, OutOfScope):
        return _of_the_term(asked) or answer
    return answer


def _asks_when(asked: Asked) -> bool:
    """Whether a day is asked for, not how long something lasts."""
    dated = asked.recorded == (Field.TIMESCALE,) and asked.reading.has(*_WHEN)
    return dated and "how long" not in asked.reading.text


def _of_the_term(asked: Asked) -> Answer | None:
    """What is asked, or what whoever is named says, of the recommendation that a term of the topic tells."""
    whose = asked.scopes
    found = finding.by_term(asked) if asked.fields or whose else None
    if not isinstance(found, Found) or asked.fields or len(whose) > 1:
        return found
    return Facts((found.ref,), whose) if text_of(asked.index.by_ref[found.ref], whose[0]) else found


def _is_to_come(asked: Asked) -> bool:
    """Whether it is asked when something is due, not when something was."""
    due = asked.fields == (Field.TIMESCALE,) and not (asked.absent or asked.scopes)
    return due and not _PAST.search(asked.reading.text)


def _dates_it(answer: Answer) -> bool:
    """Whether a sentence that surely answers has a date."""
    return isinstance(answer, Quote) and answer.sure and any(topics.has_date(p.text) for p in answer.passages)


def _who_does_it(asked: Asked) -> Quote | None:
    """The sentence that says in the very words who does something: "who owns the sirens?" asks for no lead officer."""
    doing = _WHO_DOES.search(asked.reading.text) if asked.fields == (Field.LEADS,) else None
    if not doing:
        return None
    says = re.compile(rf"\b{doing[1]}\b")
    hits = topics.passages(asked.reading.topic, asked.index)
    told = next((hit.passage for hit in hits if hit.literal == 1.0 and says.search(hit.passage.text)), None)
    return Quote((told,), (told.ref,), sure=True) if told else None


def _decided_in_words(asked: Asked) -> Answer | None:
    """What the recommendation that it is about says, where the document has no decisions as such."""
    matches = topics.recommendations(asked.reading.topic, asked.index) if Field.DECISION in asked.absent else []
    if not matches or matches[0].score < _ABOUT_IT:
        return None
    found = quoted(asked, (matches[0].ref,))
    return found if isinstance(found, Quote) else None


def _says_nothing_of_it(asked: Asked, answer: Quote) -> bool:
    """Whether it is asked how often, how long or how much something is done that the document doesn't have at all."""
    if answer.sure or not asked.unknown or not asked.reading.has("how often", "how long", "how many"):
        return False
    return not any(topics.has_number(p.text) or topics.is_repeated(p.text) for p in answer.passages)


def _refused(asked: Asked) -> Facts | None:
    """Why something isn't done, or not all of it: the response of the recommendation that was refused says so."""
    ref = finding.surely(asked) if asked.reading.has("why") and _WHY_NOT.search(asked.reading.text) else ""
    rec = asked.index.by_ref.get(ref)
    if not rec or rec.decision not in _REFUSALS or not rec.response:
        return None
    return Facts((ref,), (Field.RESPONSE,))


def _elsewhere_in_words(asked: Asked) -> Answer | None:
    """The field that the question names, of the recommendation that it is surely about, where no sentence there has it.

    "Why does Munro want the annual report to go elsewhere?": the argument says why in other words.
    """
    fields = tuple(f for f in _named_fields(asked) if f in (Field.ARGUMENT, Field.RESPONSE, Field.POSITION))
    if len(fields) != 1 or asked.recorded:
        return None
    hits = hits_for(asked, ())
    if hits and hits[0].passage.field in fields:
        return None
    ref = finding.surely(asked)
    return Facts((ref,), fields) if ref and text_of(asked.index.by_ref[ref], fields[0]) else None


def numbered(asked: Asked) -> Answer | None:
    """ "How many have been visited?", of what was just spoken of, where that has a sentence with the number."""
    reading, refs = asked.reading, asked.context.refs
    if len(refs) != 1 or not (reading.has("how many") and reading.topic) or reading.criteria:
        return None
    if reading.has("find", "mention") or _OF_RECOMMENDATIONS.search(reading.text):
        return None
    if asked.meant.named or asked.covers(refs) < SURE:
        return None
    found = quoted(asked, refs)
    return found if isinstance(found, Quote) and any(topics.has_number(p.text) for p in found.passages) else None


def quoted(asked: Asked, refs: tuple[str, ...]) -> Answer:
    """The sentence or two that answer, or the nearest, or nothing."""
    hits = hits_for(asked, refs)
    likely = _likely(asked, hits)
    if not hits or (hits[0].covered < NEAR if refs else not _is_worth_quoting(asked, hits, likely)):
        return _nearest(asked, hits, refs) if refs else OutOfScope(topic=asked.topic)
    best = hits[0]
    twins = {h.passage.ref for h in hits if h.passage.text == best.passage.text}
    sure = likely >= scale("quoted").sure and not _lacks_what_is_asked(asked, best.passage)
    beside, elsewhere = _others(best, hits, sure)
    told = [
        *sorted([best.passage, *beside], key=asked.index.number),
        *_timescale_of(asked, [best.passage, *beside]),
    ]
    return Quote(
        passages=tuple(dict.fromkeys((*told, *elsewhere))),
        refs=tuple(sorted(twins, key=asked.index.refs.index)),
        sure=sure,
    )


def _timescale_of(asked: Asked, quoted: Sequence[Passage]) -> list[Passage]:
    """Where it is asked when, and what is quoted gives no day: the timescale of its recommendation."""
    if not (Field.TIMESCALE in asked.fields and asked.reading.has("when")) or any(
        topics.has_date(p.text) for p in quoted
    ):
        return []
    refs = (quoted[0].ref,)
    told = [p for p in asked.index.passages if p.ref in refs and p.field is Field.TIMESCALE]
    best = [h.passage for h in topics.passages(asked.reading.topic, asked.index, refs) if h.passage in told]
    return [p for p in (*best, *told) if p not in quoted][:1]


def _nearest(asked: Asked, hits: Sequence[topics.Hit], refs: tuple[str, ...]) -> NotRecorded:
    """That these recommendations don't tell, with the sentence that comes nearest where one has a word of it."""
    near = hits[0].passage if hits and hits[0].literal and len(refs) == 1 else None
    return NotRecorded(Gap.FACT, refs, nearest=near, topic=asked.phrase)


def _is_worth_quoting(asked: Asked, hits: Sequence[topics.Hit], likely: float) -> bool:
    """Whether the best sentence may answer: it has every word, or is likely, or is of what is surely meant."""
    if hits[0].literal == 1.0 or likely >= scale("quoted").any:
        return True
    return hits[0].passage.ref == finding.surely(asked)


def _others(best: topics.Hit, hits: Sequence[topics.Hit], sure: bool) -> tuple[list[Passage], list[Passage]]:
    """What is quoted beside the best: of the same field, and of others; where it isn't sure, these may answer."""
    beside, near = [_beside(best, hits[1:_FEW], least) for least in (_BESIDE, _NEXT)]
    said = {best.passage.text, *(passage.text for passage in beside)}
    if sure:
        return beside, _elsewhere(best, hits[:_FEW], _RIVAL, said)[:1]
    elsewhere = _elsewhere(best, hits, _NEXT, said)[: max(1, _QUOTED - len(said))]
    return beside or ([] if elsewhere else near[:1]), elsewhere


def _beside(best: topics.Hit, hits: Sequence[topics.Hit], least: float) -> list[Passage]:
    return [hit.passage for hit in hits if _same_place(hit, best) and hit.score >= least * best.score]


def _elsewhere(best: topics.Hit, hits: Sequence[topics.Hit], least: float, said: Set[str]) -> list[Passage]:
    """The next best of other fields, one of each, that aren't far behind and say something else."""
    found, texts = dict[tuple[str, Field], Passage](), set(said)
    for passage in (h.passage for h in hits if not _same_place(h, best) and h.score >= least * best.score):
        if passage.text not in texts:
            found.setdefault((passage.ref, passage.field), passage)
            texts.add(passage.text)
    return list(found.values())


def evidence_of(asked: Asked, hits: Sequence[topics.Hit]) -> Evidence:
    """What speaks for the first of these passages."""
    lead = 1 - hits[1].score / hits[0].score if len(hits) > 1 else 1.0
    return evidence(asked.reading.topic, asked.index, hits[0], lead)


def _likely(asked: Asked, hits: Sequence[topics.Hit]) -> float:
    return scale("quoted").probability(evidence_of(asked, hits)) if hits else 0.0


def hits_for(asked: Asked, refs: tuple[str, ...]) -> list[topics.Hit]:
    """Passages that may answer; those of the fields that the question names come first, where they come near at all."""
    reading = asked.reading
    priced = _HOW_MUCH.search(reading.text) is not None
    leaning = topics.Leaning(
        fields=_favoured(asked),
        dated=_about_time(asked),
        numbered=reading.has("how many") and not priced,
        explained=reading.has("membership"),
        repeated=reading.has("how often"),
        faulted=_FINDS_FAULT.search(reading.text) is not None,
        decided=Field.DECISION in asked.absent,
        priced=priced,
        reasoned=reading.has("why"),
        answering_to=_asks_to_whom(reading.text),
    )
    topic = _about(asked)
    hits = topics.passages(topic, asked.index, refs, leaning)
    fields = _named_fields(asked)
    named = [h for h in hits if h.passage.field in fields]
    if not named or named[0].covered < NEAR:
        return _very_words_first(hits)
    anywhere = topics.passages(topic, asked.index, refs) if _is_whole(asked, refs) else []
    return anywhere if anywhere and anywhere[0].covered > max(named[0].covered, SURE) else named


def _asks_to_whom(text: str) -> bool:
    """Whether it is asked whom somebody answers to."""
    if "to whom" in text:
        return _ANSWERS.search(text) is not None
    return _ANSWERS_TO.search(text.rstrip(" ?.!")) is not None


def _very_words_first(hits: list[topics.Hit]) -> list[topics.Hit]:
    """The hits, with the first of the best few that has the very words of the whole topic before those that haven't."""
    if not hits or hits[0].literal >= SURE:
        return hits
    literal = next((hit for hit in hits[:_FEW] if hit.literal == 1.0), None)
    return [literal, *(hit for hit in hits if hit is not literal)] if literal else hits


def _is_whole(asked: Asked, refs: tuple[str, ...]) -> bool:
    """Whether "what does rec 10 say about ..." may mean everything that stands under it, not its wording alone."""
    return bool(refs) and [f for f in asked.fields if f in PROSE] == [Field.RECOMMENDATION]


def _about_time(asked: Asked) -> bool:
    """Whether the question turns on a date."""
    dated = any(c.field_of(x) is Field.TIMESCALE for x in asked.reading.criteria)
    named = Field.TIMESCALE in asked.fields and not asked.reading.has("scope position")
    return dated or named or asked.reading.has("when", "earliest", "latest")


def _favoured(asked: Asked) -> dict[Field, float]:
    """Fields that the question points at, and by how much: named outright, or only through whose they are."""
    return dict.fromkeys(_named_fields(asked), _NAMED) or dict.fromkeys(asked.scopes, _SCOPED)


def _named_fields(asked: Asked) -> list[Field]:
    """The fields named outright that may answer; a date that is asked for stands in the timescale as well as there.

    Where no recommendation is named, "what does it say" asks for nobody's words in particular.
    """
    named = [f for f in asked.fields if f in PROSE and (f is not Field.RECOMMENDATION or asked.refs)]
    dated = named and Field.TIMESCALE in asked.fields and asked.reading.has(*_WHEN)
    return [*named, Field.TIMESCALE] if dated else named


def _about(asked: Asked) -> Sequence[Concept]:
    """The topic; "Salford's view of assessment timescales" is about timescales, too, and asks for none."""
    topic, text = asked.reading.topic, asked.reading.text
    told = any(f in PROSE for f in asked.fields) or (_FINDS_FAULT.search(text) or _SUPPOSED.search(text))
    talked_of = Field.TIMESCALE in asked.fields and told
    return [*topic, *_TIMESCALES] if topic and talked_of and not asked.reading.has(*_WHEN) else topic


def _same_place(one: topics.Hit, other: topics.Hit) -> bool:
    return (one.passage.ref, one.passage.field) == (other.passage.ref, other.passage.field)


def _lacks_what_is_asked(asked: Asked, passage: Passage) -> bool:
    """Whether the very thing asked for isn't in the passage: a number, names, or "the outcome" of something."""
    reading, index = asked.reading, asked.index
    if asked.partly_known:
        return True
    if reading.has("how many") and not topics.has_number(passage.text):
        return True
    if _asks_when(asked) and not topics.has_date(passage.text):
        return True
    if _NAMES_ASKED.match(reading.text) and len(_NAME.findall(passage.text)) < 2:
        return True
    heads = {match[1] for pattern in _ASKED_FOR if (match := pattern.search(reading.text))}
    number = index.number(passage)
    return any(not index.by_passage.covered(t, number) for t in reading.topic if t.word in heads)
