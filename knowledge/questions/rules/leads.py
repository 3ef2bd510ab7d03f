"""Questions about the lead officers themselves."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from operator import eq, ge, gt, le, lt

from knowledge.model import Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import Answer, Facts, Gap, LeadOfficers, NotRecorded, Stranger, Truth, WhichPerson
from knowledge.questions.language.roles import holders
from knowledge.questions.language.thesaurus import concepts
from knowledge.questions.language.words import stem, stems
from knowledge.questions.rules import finding, officers
from knowledge.questions.rules.asked import RECORDED, SURE, Asked
from knowledge.questions.rules.listing import listing

_TITLE = re.compile(r"^\W*is \w+ \w+ (?:the |our |an? )?(?:head|director|manager|assistant|service)\b")
_THE_ONE = re.compile(
    r"^\W*is (?:\w+ ){1,2}(?:still |now |really )?(?:the )?(?:one|person|officer|lead) (?:who|that|for|in)\b"
)
_DOES = re.compile(r"^\W*(?:and |so |but )?what (?:does|do) (?:\w+ ){1,3}do\b(?! about)")
# Since when somebody has led something.
_BEGINS = (
    r"been|become|became|(?:took|taken?|taking) (?:it |this |that |these |them |\d+ )?(?:on|over)|appointed|assigned|"
    r"(?:start|started|starting|begin|began|begun) (?:as|leading|being|to lead|in)|led|lead for|got the|in post|joined|"
    r"(?:made|named|put|given) (?:the |as |in )?(?:lead|charge)"
)
_SINCE = re.compile(
    r"\b(?:how long (?:has|have|had|is|was|did)|since when|when(?!.* and (?:has|have|who)\b)|"
    r"(?:what|which) (?:date|day|month|year))\b"
    rf"(?!.*\bdue\b).*\b(?:{_BEGINS})\b"
)
# "Was Gani appointed in 2012?", "is it true that Sue took over in May?"
# "Since Sue Myers leads ...": what is taken for true before something is asked.
_TAKEN = re.compile(
    r"\b(?:since|as|given|given that|because|seeing as|seeing that|now that|knowing|assuming)\s+(?:that )?"
    r"[a-z]+(?: [a-z'-]+)? (?:is |was |has been |who )?"
    r"(?:lead\w*|led|runs?|running|owns?|owning|has|have|got|responsible|in charge|down for)\b"
    r"|\b(?:why|when|how long|how come) (?:is|was|has|does|did|would) [a-z]+(?: [a-z'-]+)? "
    r"(?:been |got |been given )?(?:lead\w*|led|own\w*|has|have|got|given|run\w*|do|doing|in charge|take|took|taken)\b"
)
_BEGAN = re.compile(
    r"\b(?:appointed|become|became|(?:took|taken?|taking) (?:it |this |that )?over|joined|"
    r"(?:made|named|put|given) (?:the |as |in )?(?:lead|charge)|"
    r"(?:start|started|begin|began|begun) (?:as|leading|to lead)|(?:lead\w*|led|in charge|in post) since)\b"
)
# "What else does the first of those two lead?", of the leads just named.
_PLACED = re.compile(
    r"\bthe (?:(?P<which>first|second|last)"
    r"(?= (?:one|named|mentioned|person|officer|lead|of (?:those|them|the|these)))|(?P<other>former|latter))\b"
)
_PLACES = {"first": 0, "former": 0, "second": 1, "latter": 1, "last": -1}
_HAS = re.compile(r"\b(?:lead\w*|led|runs?|owns?|has|have|got|else|responsible|in charge)\b")
# "Who leads more, Sue or Gani?"
_MORE_OF = re.compile(
    r"\b(?:leads?|led|has|have|got)\b(?: the)? (?P<more>more|most|fewer|fewest|less|least)\b"
    r"(?! than (?:\d|one\b|two\b))"
)
# "Who leads more than two?"
_THAT_MANY = re.compile(
    r"\b(?P<how>more than|over|at least|fewer than|less than|under|only|just|exactly)? ?\b(?P<many>\d+|one|two)"
    r"(?P<or> or (?:more|fewer|less))?(?: (?:of (?:them|these|those)|recs?|recommendations?|ones?))?\W*$"
)
# "Who leads only 10?" is about Recommendation 10.
_ONLY = frozenset({"only", "just", "exactly"})
_SMALL = {"one": 1, "two": 2}
# "Which recommendation has the most leads?" counts leads, not what they lead.
_LEADS_OF_ONE = re.compile(
    r"\b(?:rec\w*|ones?|which)\b.*\b(?:most|fewest|least|smallest number of|largest number of|highest number of) "
    r"(?:(?:named|different|lead) )*(?:leads|officers|people|persons|names|owners)\b(?! (?:have|has|the)\b)"
)
# "I have Sue Myers down as an Assistant Director": what is said to be somebody's role.
_CALLED = re.compile(
    r"\b(?:as|is|being|called|titled|that)\s+(?:now |still |really |actually |down as )?(?:the |our |an? )"
    r"(?!(?:lead|named|accountable|responsible) officer\b)"
    r"(?:[a-z]+ ){0,2}?(?:head|director|manager|chief|officer|boss)\b(?! (?:for|on|of) (?:rec\w* )?\d)"
)
_WORD = re.compile(r"[a-z][a-z-]*")
# "The head of planning", whose role that is nobody's.
_ROLE_OF = re.compile(r"\b(?:head|director|manager|chief|boss) (?:of|for) (?P<what>[a-z][a-z' -]+)")
# A planner's role is of planning: so many letters tell.
_BEGINNING = 4
# "She's safeguarding, right?"
_IS = re.compile(r"\b(?:is|are)\b")
_WHO_IS = re.compile(r"^\W*(?:who is|who are|tell me about|what about)\b(?P<whom>.*)")
# A name stands as near behind "who is" (characters).
_NEAR = 12


def stranger(asked: Asked) -> Answer | None:
    """A person whom the document doesn't name."""
    about_leads = Field.LEADS in asked.fields or asked.reading.has("list", "role")
    return Stranger(asked.reading.stranger) if asked.reading.stranger and about_leads and not asked.refs else None


def mixed(asked: Asked) -> Answer | None:
    """One lead's first name with another's surname."""
    return WhichPerson(asked.reading.mixed) if asked.reading.mixed and not asked.reading.people else None


def led_by_them(asked: Asked) -> Answer | None:
    """ "What else does she lead?", where the person isn't known but the recommendations are."""
    reading = asked.reading
    if not asked.meant.named and (name := _placed(asked)):
        return listing(asked, (c.LedBy((name,)),))
    if asked.meant.named or not (reading.has("led by them") or _what_else(asked)):
        return None
    if reading.people:
        return listing(asked, (c.LedBy(reading.people),)) if reading.criteria == (c.LedBy(reading.people),) else None
    leads = dict.fromkeys(lead.name for ref in asked.context.refs for lead in asked.index.by_ref[ref].leads)
    if len(leads) > 1:
        return WhichPerson(tuple(leads))
    return listing(asked, (c.LedBy(tuple(leads)),)) if leads else None


def _placed(asked: Asked) -> str:
    """The lead who stands in that place among those of the recommendation last spoken of; empty for anything else."""
    text, refs = asked.reading.text, asked.context.refs
    after_leads = len(refs) == 1 and asked.context.fields == (Field.LEADS,)
    place = _PLACED.search(text) if after_leads and _HAS.search(text) else None
    if not place:
        return ""
    names = [lead.name for lead in asked.index.by_ref[refs[0]].leads]
    return names[_PLACES[place["which"] or place["other"]]] if len(names) > 1 else ""


def _what_else(asked: Asked) -> bool:
    """ "What else?", after who leads something."""
    return asked.reading.has("what else") and asked.context.fields == (Field.LEADS,)


def since(asked: Asked) -> Answer | None:
    """ "How long has she been the lead?": the document doesn't tell."""
    reading = asked.reading
    if not (reading.people or Field.LEADS in asked.fields):
        return None
    if not (_SINCE.search(reading.text) or (_dated(asked) and _BEGAN.search(reading.text))):
        return None
    if reading.topic and not (reading.people or asked.refs) and asked.covers() >= SURE:
        return None  # the document's own "when ... been"
    leads = dict.fromkeys(lead.name for ref in asked.refs for lead in asked.index.by_ref[ref].leads)
    return NotRecorded(Gap.FACT, asked.refs, people=reading.people or tuple(leads))


def _dated(asked: Asked) -> bool:
    return bool(asked.reading.people) and any(c.periods_of(x) for x in asked.reading.criteria)


def taken_for(asked: Asked) -> Answer | None:
    """ "Since Sue Myers leads 7, what is her title?": who leads it, where that isn't so."""
    reading = asked.reading
    if len(reading.people) != 1 or not _TAKEN.search(reading.text):
        return None
    refs = asked.refs if asked.meant.named else tuple(filter(None, [finding.surely(asked) if reading.topic else ""]))
    led = c.LedBy(reading.people)
    if not refs or any(led.holds(asked.index.by_ref[ref]) for ref in refs):
        return None
    fields = dict.fromkeys((Field.LEADS, *(field for field in asked.fields if field in RECORDED)))
    return Facts(refs, tuple(fields), claims=((led, Truth.FALSE),))


def most_led(asked: Asked) -> Answer | None:
    """The recommendations that have the most lead officers, or the fewest, with who they are."""
    reading = asked.reading
    if asked.meant.named or not (reading.has("most", "fewest") and _LEADS_OF_ONE.search(reading.text)):
        return None
    if Field.THEME in asked.fields or reading.has("themes"):
        return None
    counts = [len(rec.leads) for rec in asked.index.programme.recommendations]
    many = max(counts) if reading.has("most") else min(counts)
    refs = tuple(rec.ref for rec in asked.index.programme.recommendations if len(rec.leads) == many)
    having: dict[int, c.Criterion] = {0: c.Not(c.HasLead()), 1: c.HasLead(), 2: c.SharedLead()}
    told = listing(asked, (having[many],)) if many in having else None
    if told is None or set(told.refs) != set(refs):
        return Facts(refs, (Field.LEADS,))
    return replace(told, fields=(Field.LEADS,) if many else ())


def people(asked: Asked) -> Answer | None:
    """All lead officers, one of them, or who leads the most."""
    reading, names = asked.reading, tuple(asked.index.roles)
    if len(reading.people) > 1 and (more := _MORE_OF.search(reading.text)) and not asked.refs:
        return LeadOfficers(reading.people, tally="most" if more["more"] in {"more", "most"} else "fewest")
    if so_many := _leading_so_many(asked):
        return so_many
    if told := _of_one(asked) or officers.covering(asked):
        return told
    if asked.refs or (asked.meant.unclear and not reading.has("people", "most", "fewest")):
        return None
    if (
        (Field.LEADS in asked.fields or reading.has("who"))
        and reading.has("most", "fewest")
        and Field.THEME not in asked.fields
    ):
        return LeadOfficers(names, tally="most" if reading.has("most") else "fewest")
    if reading.people:
        return LeadOfficers(reading.people) if _asks_of_them(asked) else None
    return LeadOfficers(names) if reading.has("people") and not (reading.criteria or reading.topic) else None


def _of_one(asked: Asked) -> Answer | None:
    """What the only person who is named is, or leads."""
    named = len(asked.reading.people) == 1 and not asked.meant.named
    if named and not asked.refs and (_asks_of_them(asked) or _has_part_of_role(asked)):
        return LeadOfficers(asked.reading.people, so=_has_the_role(asked))
    return (officers.role(asked) or officers.held(asked)) if named else None


def _has_part_of_role(asked: Asked) -> bool:
    """ "Sharon Hubber, she's safeguarding, right?": whether all that is said of somebody is of some lead's role."""
    reading = asked.reading
    if not (asked.verdict and reading.topic and _is_named(asked)) or asked.fields:
        return False
    roles = [frozenset(stems(role)) for held in asked.index.roles.values() for role in held]
    return bool(_IS.search(reading.text)) and any(_topic_stems(asked) <= role for role in roles)


def _topic_stems(asked: Asked) -> frozenset[str]:
    return frozenset(stem(word) for concept in asked.reading.topic for word in concept.word.split())


def _asks_of_them(asked: Asked) -> bool:
    """Whether a question that names leads is about them: what they are, or whether somebody is what is said."""
    reading = asked.reading
    if len(reading.people) == 1 and reading.has("yes or no") and _is_called(asked):
        return True
    forms = (_TITLE, _THE_ONE, _DOES)
    asks_role = reading.has("role") or _asks_who_is(asked) or any(form.match(reading.text) for form in forms)
    return asks_role and not reading.has("list", "count")


def _asks_who_is(asked: Asked) -> bool:
    """ "Who is Sue Myers?", but not "who is on the early help one - Sue Myers?"."""
    who_is = _WHO_IS.match(asked.reading.text)
    if not who_is or not _is_named(asked):
        return who_is is not None
    return any(name.lower() in who_is["whom"][: len(name) + _NEAR] for name in asked.reading.people)


def _is_called(asked: Asked) -> bool:
    """Whether a role is given to somebody."""
    text = asked.reading.text
    return bool(_CALLED.search(text) or (_is_named(asked) and holders(_WORD.findall(text), asked.index.roles)[0]))


def _is_named(asked: Asked) -> bool:
    """Whether somebody is spoken of by name: "is there a director for it?" has a role alone, and asks of nobody."""
    names = {part for name in asked.reading.people for part in name.lower().split()}
    return not names.isdisjoint(_WORD.findall(asked.reading.text))


def _leading_so_many(asked: Asked) -> LeadOfficers | None:
    """Who leads as many as is said, or comes nearest to it; None where no number is said."""
    about = asked.reading.has("who") and Field.LEADS in asked.fields
    said = _THAT_MANY.search(asked.reading.text) if about else None
    if not said or not (said["how"] or said["or"]) or (asked.meant.named and said["how"] in _ONLY):
        return None
    many, how = int(_SMALL.get(said["many"], said["many"])), said["how"] or said["or"].strip()
    fits = {"more than": gt, "over": gt, "at least": ge, "or more": ge, "fewer than": lt, "less than": lt, "under": lt}
    holds = fits.get(how) or (le if how in {"or fewer", "or less"} else eq)
    led = Counter(lead.name for rec in asked.index.programme.recommendations for lead in rec.leads)
    names = tuple(name for name in asked.index.roles if holds(led[name], many))
    nearest = "fewest" if many < min(led.values(), default=0) else "most"
    return LeadOfficers(names) if names else LeadOfficers(tuple(asked.index.roles), tally=nearest)


def _has_the_role(asked: Asked) -> Truth:
    """Whether "is she the head of ...?" is so; unasked where no role is given that anybody has."""
    reading, index = asked.reading, asked.index
    if not (asked.verdict and len(reading.people) == 1):
        return Truth.UNASKED
    if _has_part_of_role(asked):
        own = (frozenset(stems(role)) for role in index.roles[reading.people[0]])
        return Truth.TRUE if any(_topic_stems(asked) <= role for role in own) else Truth.FALSE
    holding, _ = holders(_WORD.findall(reading.text), index.roles)
    if not holding:
        return Truth.FALSE if _is_of_something_else(asked) else Truth.UNASKED
    return Truth.TRUE if reading.people[0] in holding else Truth.FALSE


def _is_of_something_else(asked: Asked) -> bool:
    """Whether the role that is given has nothing of the person's own, in whatever words: planning isn't highways."""
    given, index = _ROLE_OF.search(asked.reading.text), asked.index
    own = f" {' '.join(stem for role in index.roles[asked.reading.people[0]] for stem in stems(role))}"
    said = [index.with_abbreviation(concept) for concept in concepts(given["what"])] if given else []
    alike = any(f" {form[:_BEGINNING]}" in own for concept in said for form in (concept.stem, *concept.others))
    return bool(said) and own != " " and not alike


def unknown_of_person(asked: Asked) -> Answer | None:
    """Something about a lead officer that is neither what they lead nor their role."""
    reading = asked.reading
    if reading.people and reading.has("judging") and not (asked.refs or asked.fields):
        return NotRecorded(Gap.FACT, people=reading.people)
    about_leads = Field.LEADS in asked.fields or reading.has("list", "count", "role", "find", "all")
    if (
        not (reading.people and reading.topic)
        or about_leads
        or asked.refs
        or reading.criteria != (c.LedBy(reading.people),)
    ):
        return None
    known = all(any(map(asked.index.by_passage.has, (t.stem, *t.others))) for t in reading.topic)
    if known and asked.covers() >= SURE:
        return None
    return NotRecorded(Gap.FACT, topic=asked.phrase, people=reading.people)
