"""From a question to its answer: a row of small rules, of which the first that fits answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from knowledge.model import Decision, Field
from knowledge.questions import criteria as c
from knowledge.questions import topics
from knowledge.questions.answer import (
    About,
    Answer,
    Comparison,
    Context,
    DecisionTally,
    Definition,
    Extreme,
    Facts,
    Found,
    Gap,
    LeadOfficers,
    Listing,
    NoSuch,
    NotRecorded,
    NoTheme,
    OutOfScope,
    Quote,
    Stranger,
    Themes,
    Truth,
    Which,
)
from knowledge.questions.index import Index
from knowledge.questions.passages import Passage
from knowledge.questions.reading import Reading, read
from knowledge.questions.resolving import Meant, follows_on, meant
from knowledge.questions.words import stem

# Shares of a topic, by weight, that a passage must cover to answer (SURE) or to be offered as the nearest (NEAR); a
# recommendation that is looked for is among the three to choose from above FAR. Below, nearly all is out of scope.
SURE, NEAR, FAR = 0.62, 0.38, 0.24
# A second recommendation this close to the best leaves it open which was meant.
_CLOSE = 0.93
# A second sentence of the same field is quoted as well when it scores this much of the best; one from elsewhere, this much.
_BESIDE, _RIVAL = 0.8, 0.88
# How much more a passage counts in a field that the question names, or whose owner it names.
_NAMED, _SCOPED = 2.0, 1.4
_PROSE = (Field.RECOMMENDATION, Field.ARGUMENT, Field.RESPONSE, Field.POSITION)
_PLAIN = (Field.LEADS, Field.TIMESCALE, Field.DECISION, Field.THEME)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with everything that the rules look at."""

    reading: Reading
    context: Context
    index: Index
    meant: Meant

    @property
    def refs(self) -> tuple[str, ...]:
        return self.meant.refs

    @property
    def fields(self) -> tuple[Field, ...]:
        return self.reading.fields


def answer(message: str, context: Context, index: Index) -> Answer:
    """What the programme says to this message; never anything that it doesn't say."""
    reading = read(message, index)
    asked = Asked(reading, context, index, meant(reading, context, index))
    return next(found for rule in _RULES if (found := rule(asked)) is not None)


def _requested(asked: Asked) -> Answer | None:
    """Being told to do something that isn't answering."""
    if asked.reading.has("request") and not (asked.reading.named.refs and "?" in asked.reading.plain):
        return OutOfScope(request=True)
    return None


def _contact(asked: Asked) -> Answer | None:
    if asked.reading.has("contact") and (asked.reading.people or asked.refs or Field.LEADS in asked.fields):
        return NotRecorded(Gap.CONTACT, refs=asked.refs)
    return None


_DEFINES = re.compile(
    r"^\W*(?:and|so|ok|but)?\W*(?:what|who) (?:is|are|does|do|the)?\s*(?:an?|the)?\s*([a-z&]+)\b\W*(?:$|when|then|anyway|please|exactly|again)"
)


def _definition(asked: Asked) -> Answer | None:
    short = asked.reading.abbreviation
    bare = _DEFINES.match(asked.reading.text)
    if asked.reading.has("define") and not short:
        capitals = re.findall(r"\b[A-Z][A-Z&]+\b", asked.reading.plain)
        return Definition(capitals[0], "", ()) if capitals and not asked.refs else None
    alone = [t.stem for t in asked.reading.topic] == [stem(short.lower())] and not asked.refs
    alone = alone and not asked.fields and not asked.reading.has("find", "mention", "list", "how many")
    if not short or not (alone or asked.reading.has("define") or (bare and bare[1] in {short.lower(), short.lower() + "s"})):
        return None
    refs = tuple(ref for ref, _ in _mentioning(short, asked.index))
    return Definition(short, asked.index.abbreviations[short], refs)


def _missing(asked: Asked) -> Answer | None:
    themes = {t.number for t in asked.index.programme.themes}
    absent = tuple(n for n in asked.reading.themes if n not in themes)
    if asked.reading.named.missing and not asked.reading.named.refs:
        return NoSuch(asked.reading.named.missing)
    return NoTheme(absent) if absent and not asked.refs else None


def _document(asked: Asked) -> Answer | None:
    return About() if asked.reading.has("document") and not asked.refs and not asked.reading.people else None


_COUNCIL = re.compile(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:'s)? (?:City |Borough |County |District |Metropolitan )*Council\b")


def _other_council(asked: Asked) -> Answer | None:
    """Another council's position isn't ours to give."""
    named = [name for name in _COUNCIL.findall(asked.reading.plain) if name.split()[0] not in _NO_COUNCIL]
    others = [n for n in named if n.split()[-1].lower() != asked.index.programme.council.lower() and n.lower() not in asked.index.lower]
    return NotRecorded(Gap.FACT, topic=f"{others[0]} Council") if others else None


_NO_COUNCIL = frozenset({"The", "Our", "Your", "My", "This", "That", "What", "Which", "Does", "Is", "Has", "Did", "City", "Borough", "County"})


def _unknown_of_person(asked: Asked) -> Answer | None:
    """Something about a lead officer that isn't what they lead or their role."""
    reading = asked.reading
    about_leads = Field.LEADS in asked.fields or reading.has("list", "count", "role", "find", "all")
    if not reading.people or not reading.topic or about_leads or asked.refs or reading.criteria != (c.LedBy(reading.people),):
        return None
    unknown = any(not any(map(asked.index.by_passage.has, (t.stem, *t.others))) for t in reading.topic)
    return NotRecorded(Gap.FACT, topic=_words(asked), people=reading.people) if unknown or _covers(asked) < SURE else None


def _stranger(asked: Asked) -> Answer | None:
    about_leads = Field.LEADS in asked.fields or asked.reading.has("list", "role")
    return Stranger(asked.reading.stranger) if asked.reading.stranger and about_leads and not asked.refs else None


_WHO_IS = re.compile(r"^\W*(?:who is|who are|tell me about|what about)\b")


def _people(asked: Asked) -> Answer | None:
    reading, names = asked.reading, tuple(asked.index.roles)
    if asked.refs or asked.meant.unclear and not reading.has("people"):
        return None
    if (Field.LEADS in asked.fields or reading.has("who")) and reading.has("most", "fewest") and Field.THEME not in asked.fields:
        return LeadOfficers(names, tally="most" if reading.has("most") else "fewest")
    if reading.people and (reading.has("role") or _WHO_IS.match(reading.text)) and not reading.has("list", "count"):
        return LeadOfficers(reading.people, role=reading.has("role"))
    if reading.has("people") and not reading.people and not reading.criteria and not reading.topic:
        return LeadOfficers(names, counted=reading.has("how many"))
    return None


def _decisions(asked: Asked) -> Answer | None:
    """How many got which decision."""
    return DecisionTally() if asked.reading.has("tally") and not asked.refs and not asked.reading.people else None


def _themes(asked: Asked) -> Answer | None:
    reading, every = asked.reading, tuple(t.number for t in asked.index.programme.themes)
    if asked.refs or reading.themes or not (Field.THEME in asked.fields or reading.has("themes")):
        return None
    if reading.has("most", "fewest"):
        return Themes(every, tally=reading.criteria or (c.InTheme(every),), most=reading.has("most"))
    if reading.has("themes") and not reading.topic:
        return Themes(every, counted=reading.has("how many"))
    return _theme_about(asked)


def _theme_about(asked: Asked) -> Answer | None:
    """ "Which theme is about early help?": by the themes' titles, else by the recommendation that is about it."""
    titles = asked.index.by_theme
    scores = titles.scores(asked.reading.topic)
    covered = {n: sum(map(bool, (titles.covered(t, n) for t in asked.reading.topic))) for n in scores}
    if scores and max(covered.values()) * 2 >= len(asked.reading.topic):
        best = max(scores, key=lambda n: scores[n])
        return _listing(asked, (c.InTheme((asked.index.programme.themes[best].number,)),))
    return None


def _unclear(asked: Asked) -> Answer | None:
    """Pointing back at nothing, or at several; a topic of its own makes up for it."""
    if not asked.meant.unclear or (len(asked.reading.topic) > 1 and _covers(asked) >= NEAR):
        return None
    return Which(asked.fields, asked.meant.options)


def _extreme(asked: Asked) -> Answer | None:
    if asked.refs or not asked.reading.has("earliest", "latest"):
        return None
    latest = asked.reading.has("latest")
    aside = tuple(x for x in asked.reading.criteria if isinstance(x, c.Not) and isinstance(x.criterion, c.Due))
    narrowed = [x for x in asked.reading.criteria if x not in aside]
    dates = [
        (m.latest or m.earliest, rec.ref, m.words)
        for rec in asked.index.programme.recommendations
        if all(x.holds(rec) for x in narrowed)
        for m in rec.milestones
        if m.earliest and m.latest and not m.inferred and not any(_set_aside(x, m.earliest, m.latest) for x in aside)
    ]
    if not dates:
        return None
    when = max(dates)[0] if latest else min(dates)[0]
    refs = [ref for ref in asked.index.refs if any(d == when and r == ref for d, r, _ in dates)]
    return Extreme(tuple(refs), latest, next(words for d, _, words in dates if d == when), aside)


def _set_aside(criterion: c.Criterion, earliest: object, latest: object) -> bool:
    inner = criterion.criterion if isinstance(criterion, c.Not) else criterion
    return isinstance(inner, c.Due) and (inner.period.earliest, inner.period.latest) == (earliest, latest)


def _compared(asked: Asked) -> Answer | None:
    reading, refs = asked.reading, asked.refs
    if not reading.has("compare", "same", "earliest", "latest"):
        return None
    if len(refs) < 2:
        return None if refs or asked.reading.topic else Which(asked.fields, asked.context.refs)
    first, latest = _first_due(asked) if reading.has("earliest", "latest") else ((), False)
    fields = asked.fields or ((Field.TIMESCALE,) if first else (Field.RECOMMENDATION,))
    return Comparison(refs, fields, first, latest, reading.has("same"))


def _first_due(asked: Asked) -> tuple[tuple[str, ...], bool]:
    """Which of the recommendations has the earliest, or latest, last date."""
    latest = asked.reading.has("latest")
    dates = {ref: [m.latest for m in asked.index.by_ref[ref].milestones if m.latest] for ref in asked.refs}
    last = {ref: max(found) if latest else min(found) for ref, found in dates.items() if found}
    if not last:
        return (), latest
    when = max(last.values()) if latest else min(last.values())
    return tuple(ref for ref, day in last.items() if day == when), latest


def _narrowed(asked: Asked) -> Answer | None:
    """ "Which of those have no lead?", and "which ones?" after a count."""
    reading = asked.reading
    if not asked.refs or asked.meant.named or not reading.has("back to several"):
        return None
    if reading.criteria and reading.has("list", "count", "find", "asks"):
        refs = tuple(r for r in asked.refs if all(x.holds(asked.index.by_ref[r]) for x in reading.criteria))
        return Listing(refs, reading.criteria, _shown(asked), reading.has("count"), asked.refs)
    if reading.has("list") and not asked.fields and not reading.topic:
        return Listing(asked.refs, (), _shown(asked))
    return None


def _facts(asked: Asked) -> Answer | None:
    """What is recorded of the recommendations meant."""
    if not asked.refs:
        return None
    reading = asked.reading
    fields = _asked_fields(asked)
    if reading.topic and _is_content(asked, fields):
        quote = _quoted(asked, asked.refs)
        if isinstance(quote, Quote) or not asked.fields:
            return quote
    claims = tuple((x, _truth(x, asked)) for x in reading.criteria)
    return Facts(
        refs=asked.refs,
        fields=fields,
        claims=claims,
        missing=reading.named.missing,
        role=reading.has("role"),
        asked=reading.has("yes or no"),
        whole=reading.has("more"),
    )


def _asked_fields(asked: Asked) -> tuple[Field, ...]:
    """The fields asked for, the claims' own among them; what was asked last where nothing is said."""
    reading = asked.reading
    fields = list(asked.fields)
    if reading.has("role") and Field.LEADS not in fields:
        fields.append(Field.LEADS)
    fields += [f for f in map(_field_of, reading.criteria) if f not in fields]
    if not fields:
        fields = [f for scope, f in _SCOPES.items() if reading.has(scope)]
    if not fields and (follows_on(reading) or reading.has("next", "previous", "more")):
        fields = list(asked.context.fields)
    return tuple(fields)


_SCOPES = {"scope position": Field.POSITION, "scope response": Field.RESPONSE}


def _field_of(criterion: c.Criterion) -> Field:
    match criterion.criterion if isinstance(criterion, c.Not) else criterion:
        case c.InTheme():
            return Field.THEME
        case c.Decided():
            return Field.DECISION
        case c.Due() | c.HasDate():
            return Field.TIMESCALE
    return Field.LEADS


def _is_content(asked: Asked, fields: Sequence[Field]) -> bool:
    """Whether the question goes into what a recommendation says, not only for a recorded fact."""
    if any(f in _PLAIN and f is not Field.TIMESCALE for f in fields) and not asked.reading.has("why"):
        return any(f in _PROSE for f in asked.fields) and _covers(asked, asked.refs) >= SURE
    if any(f in _PROSE for f in fields) or not fields:
        return True
    return Field.TIMESCALE in fields and _covers(asked, asked.refs) >= NEAR and not asked.reading.has("who")


def _truth(criterion: c.Criterion, asked: Asked) -> Truth:
    return Truth.TRUE if all(criterion.holds(asked.index.by_ref[ref]) for ref in asked.refs) else Truth.FALSE


def _list(asked: Asked) -> Answer | None:
    """Every recommendation that meets what the question narrows by."""
    reading = asked.reading
    plural = reading.has("list", "count", "all")
    if not (reading.criteria or (plural and not reading.topic and _whole_list(asked))):
        return Listing((), (c.Not(c.HasLead()),)) if reading.has("gap") and reading.has("list") and not reading.topic else None
    if reading.topic and not plural and _covers(asked) >= SURE:
        return None
    if reading.topic and reading.has("list") and (len(reading.topic) > 1 or reading.has("find", "mention")):
        about = _about(asked)
        if about:
            return _listing(asked, (*reading.criteria, about))
    if len(reading.topic) > 2 and not plural:
        return None
    return _listing(asked, reading.criteria)


def _whole_list(asked: Asked) -> bool:
    return asked.reading.has("all", "count") or (asked.reading.has("list") and asked.reading.has("asks") and not asked.fields)


def _listing(asked: Asked, criteria: Sequence[c.Criterion]) -> Listing:
    refs = _meeting(criteria, asked.index)
    return Listing(
        refs=refs,
        criteria=tuple(criteria),
        fields=_shown(asked),
        counted=asked.reading.has("count"),
        near=tuple(_near(criteria, refs, asked.index)),
        asked=asked.reading.has("yes or no"),
    )


def _meeting(criteria: Iterable[c.Criterion], index: Index) -> tuple[str, ...]:
    wanted = tuple(criteria)
    return tuple(ref for ref in index.refs if all(x.holds(index.by_ref[ref]) for x in wanted))


def _near(criteria: Sequence[c.Criterion], refs: Sequence[str], index: Index) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Others that somebody who asks this may want: accepted in principle beside accepted, dates that take the period in."""
    rest = [x for x in criteria if not isinstance(x, c.Decided | c.Due)]
    for x in criteria:
        if x == c.Decided((Decision.ACCEPT,)):
            others = (c.Decided((Decision.ACCEPT_IN_PRINCIPLE,)), *rest)
            yield "accepted in principle", _meeting(others, index)
        if isinstance(x, c.Due) and not refs:
            around = c.Mentions("", tuple(r for r in index.refs if any(_spans(m, x.period) for m in index.by_ref[r].milestones)))
            yield "around then", _meeting((around, *rest), index)


def _spans(milestone: object, period: object) -> bool:
    earliest, latest = getattr(milestone, "earliest", None), getattr(milestone, "latest", None)
    return bool(earliest and latest) and earliest <= period.latest and latest >= period.earliest  # type: ignore[attr-defined, operator]


def _shown(asked: Asked) -> tuple[Field, ...]:
    """Fields that a list shows beside its titles: those asked for that the criteria don't already give."""
    given = {_field_of(x) for x in asked.reading.criteria}
    return tuple(f for f in asked.fields if f in _PLAIN and f not in given)


def _about(asked: Asked) -> c.Mentions | None:
    """The recommendations that a plural question's topic is about: those that say all of it."""
    reading, index = asked.reading, asked.index
    words = _as_written(_words(asked), index)
    wanted = [f for f in _PROSE if f in asked.fields] or [f for s, f in _SCOPES.items() if reading.has(s)]
    for fields in (wanted, () if reading.has("mention") or wanted else (Field.RECOMMENDATION,), ()):
        found = topics.saying(reading.topic, index, fields)
        if found:
            return c.Mentions(words, tuple(ref for ref, _ in found), fields[0] if fields else None)
    return None


def _mentions(asked: Asked) -> Answer | None:
    """ "Which recommendations mention RIAT?", "where does it come up?"."""
    reading = asked.reading
    if not reading.topic or not (reading.has("mention") or (reading.has("list") and not reading.has("compare", "why"))):
        return None
    if reading.abbreviation and reading.has("mention"):
        refs = tuple(ref for ref, _ in _mentioning(reading.abbreviation, asked.index))
        return Listing(refs, (c.Mentions(reading.abbreviation, refs),), _shown(asked), reading.has("count"))
    about = _about(asked)
    if about is None or (len(about.refs) == 1 and not reading.has("count")) or len(about.refs) * 2 > len(asked.index.refs):
        return None
    return _listing(asked, (*reading.criteria, about))


def _mentioning(short: str, index: Index) -> list[tuple[str, Passage]]:
    """Each recommendation that uses an abbreviation, in natural order, with its first passage that does."""
    word = re.compile(rf"(?<![\w&]){re.escape(short)}s?(?![\w&])")
    found: dict[str, Passage] = {}
    for passage in index.passages:
        if word.search(passage.text):
            found.setdefault(passage.ref, passage)
    return sorted(found.items(), key=lambda item: index.refs.index(item[0]))


def _identity(asked: Asked) -> Answer | None:
    """A name that is asked for by an office: the document names lead officers only."""
    if not asked.reading.has("identity") or asked.refs or asked.reading.people or not asked.reading.topic:
        return None
    hits = topics.passages(asked.reading.topic, asked.index)
    near = hits[0].passage if hits and hits[0].covered >= NEAR else None
    return NotRecorded(Gap.IDENTITY, nearest=near, topic=_words(asked))


def _topic(asked: Asked) -> Answer | None:
    """A question about something in the asker's own words."""
    reading = asked.reading
    if not reading.topic:
        return None
    facts = tuple(f for f in asked.fields if f in _PLAIN)
    wants_rec = reading.has("find") or (facts and facts != (Field.TIMESCALE,))
    return _found(asked, facts) if wants_rec else _quoted(asked, ())


def _found(asked: Asked, facts: tuple[Field, ...]) -> Answer:
    matches = topics.recommendations(asked.reading.topic, asked.index)
    if not matches or matches[0].covered < FAR:
        return OutOfScope(topic=_words(asked))
    if matches[0].covered < NEAR:
        return Which(facts, tuple(m.ref for m in matches[:3]), _words(asked))
    best, close = matches[0], [m.ref for m in matches[1:3] if m.score >= _CLOSE * matches[0].score]
    alike = [ref for ref, _ in topics.saying(asked.reading.topic, asked.index, (Field.RECOMMENDATION,))]
    if facts and len(asked.reading.topic) == 1 and len(alike) > 1:
        return Which(facts, tuple(alike), _words(asked))
    if close and facts:
        return Which(facts, (best.ref, *close), _words(asked))
    fields = facts or tuple(f for f in asked.fields if f in _PROSE)
    hits = topics.passages(asked.reading.topic, asked.index, refs=(best.ref,))
    if asked.reading.has("mention") and not facts:
        return _mentioned_at(asked)
    preferred = [h for h in hits if h.passage.field in fields] or hits
    others = tuple(m.ref for m in matches[1:3] if m.score >= 0.7 * best.score)
    return Found(best.ref, preferred[0].passage, fields, best.covered >= SURE and not close, others, asked.reading.has("role"))


def _mentioned_at(asked: Asked) -> Answer:
    """Where something is mentioned: the best passage decides, whatever its recommendation is about."""
    best = topics.passages(asked.reading.topic, asked.index)[0]
    return Found(best.passage.ref, best.passage, (), best.covered >= SURE)


def _quoted(asked: Asked, refs: tuple[str, ...]) -> Answer:
    """The sentence or two that answer, or the nearest, or nothing."""
    hits = _hits(asked, refs)
    if not hits or hits[0].covered < NEAR:
        return NotRecorded(Gap.FACT, refs, topic=_words(asked)) if refs else OutOfScope(topic=_words(asked))
    best = hits[0]
    twins = {h.passage.ref for h in hits if h.passage.text == best.passage.text}
    beside = [h.passage for h in hits[1:4] if _same_place(h.passage, best.passage) and h.score >= _BESIDE * best.score]
    elsewhere = [
        h.passage
        for h in hits[1:4]
        if h.passage.ref not in twins - {best.passage.ref} and not _same_place(h.passage, best.passage) and h.score >= _RIVAL * best.score
    ]
    return Quote(
        passages=(*sorted([best.passage, *beside], key=asked.index.passages.index), *elsewhere[:1]),
        refs=tuple(sorted(twins, key=asked.index.refs.index)),
        sure=best.covered >= SURE and not _lacks_what_is_asked(asked, best.passage),
    )


def _hits(asked: Asked, refs: tuple[str, ...]) -> list[topics.Hit]:
    """Passages that may answer; those of the fields that the question names come first, where they come near at all."""
    reading = asked.reading
    hits = topics.passages(
        reading.topic,
        asked.index,
        favoured=_favoured_fields(asked),
        refs=refs,
        dated=reading.has("when") or (Field.TIMESCALE in asked.fields and not reading.has("scope position")),
        numbered=reading.has("how many"),
        explained=reading.has("membership"),
    )
    named = [h for h in hits if h.passage.field in asked.fields and h.passage.field in _PROSE]
    return named if named and named[0].covered >= NEAR else hits


def _same_place(one: Passage, other: Passage) -> bool:
    return (one.ref, one.field) == (other.ref, other.field)


_ASKED_FOR = re.compile(r"\bwhat (?:is|was|are|were|will be) (?:the|our|their|its) ([a-z]+)(?: \w+)? (?:of|for|to|from|in|at)\b")
_ASKED_WHAT = re.compile(r"\bwhat (?:\w+ )?([a-z]+) (?:did|does|do|is|was|has|have|will|would|are|were)\b")
_NAMES_ASKED = re.compile(r"^\W*(?:which|what) \d+ [a-z]+s\b")


def _lacks_what_is_asked(asked: Asked, passage: Passage) -> bool:
    """Whether the very thing asked for isn't in the passage: a number, names, or "the outcome" of something."""
    reading, index = asked.reading, asked.index
    if reading.has("how many") and not topics.has_number(passage.text):
        return True
    if _NAMES_ASKED.match(reading.text) and len(re.findall(r"(?<=[a-z,] )[A-Z]\w+", passage.text)) < 2:
        return True
    head = _ASKED_FOR.search(reading.text) or _ASKED_WHAT.search(reading.text)
    wanted = [t for t in reading.topic if head and t.word == head[1]]
    return any(not index.by_passage.covered(t, index.passages.index(passage)) for t in wanted)


def _favoured_fields(asked: Asked) -> dict[Field, float]:
    """Fields that the question points at, and by how much: named outright, or only through whose they are."""
    scoped = {f: _SCOPED for scope, f in _SCOPES.items() if asked.reading.has(scope)}
    return {f: _NAMED for f in asked.fields if f in _PROSE} or scoped


def _covers(asked: Asked, refs: Sequence[str] = ()) -> float:
    """How much of the topic the best passage covers."""
    hits = topics.passages(asked.reading.topic, asked.index, refs=refs)
    return hits[0].covered if hits else 0.0


def _as_written(words: str, index: Index) -> str:
    """Words as the document spells them, where it has them."""
    at = index.text.lower().find(words)
    return index.text[at : at + len(words)] if words and at >= 0 else words


def _words(asked: Asked) -> str:
    return " ".join(t.word for t in asked.reading.topic)


def _nothing_named(asked: Asked) -> Answer | None:
    """A field without a recommendation, or the word alone."""
    about_one = asked.fields or asked.reading.has("back to one", "back to several", "compare", "find", "list")
    noun = re.search(r"\brec(?:ommendation|s)?\b", asked.reading.text)
    return Which(asked.fields, asked.context.refs[:3]) if (about_one or noun) and not asked.reading.stranger else None


def _out_of_scope(asked: Asked) -> Answer:
    return OutOfScope(topic=_words(asked))


_RULES: tuple[Callable[[Asked], Answer | None], ...] = (
    _requested,
    _contact,
    _definition,
    _missing,
    _document,
    _other_council,
    _stranger,
    _people,
    _decisions,
    _themes,
    _extreme,
    _unclear,
    _unknown_of_person,
    _compared,
    _narrowed,
    _facts,
    _list,
    _identity,
    _mentions,
    _topic,
    _nothing_named,
    _out_of_scope,
)
