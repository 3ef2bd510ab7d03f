"""Which recommendations meet what a question narrows by, and how many they are."""

from __future__ import annotations

import re

from knowledge.model import Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import Answer, Gap, Listing, NotRecorded, Which
from knowledge.questions.language.thesaurus import Concept
from knowledge.questions.language.words import stem
from knowledge.questions.parsing.denial import denied
from knowledge.questions.rules import finding, mentions
from knowledge.questions.rules.asked import SURE, Asked
from knowledge.questions.rules.listing import listing, meeting, shown
from knowledge.questions.searching import topics

_SEVERAL = 2
_WHICH = re.compile(r"\b(?:which|any|how many)\b")
# "So how many is that?"
_HOW_MANY = re.compile(
    r"^\W*(?:(?:and|so|ok|right|then|oh)\W+)*how many(?: ones)?"
    r"(?: (?:is|are|was|were|does|do|would|of) (?:that|those|they|these|them|there|it|this)"
    r"(?: (?:come to|make|be|all|are there))?)?"
    r"(?: (?:then|please|again))*\W*$"
)
# "The LSCB ones".
_ONES = re.compile(r"\b(?:the|those|these) (?:[a-z'-]+ ){1,3}(?:ones|recs|recommendations)\b")
# "And which weren't?", "what about the others?"
_THE_REST = re.compile(
    r"^\W*(?:(?:and|so|ok|but|then)\W+)*"
    r"(?:(?:how many|which|what|who)(?: ones)?(?: of (?:them|those|these))?|what about)?"
    r"(?: ?(?:the )?(?:rest|others))?(?: ?(?:was|were|is|are|do|does|did|has|have) not)?\W*$"
)
# "Which haven't?", which says nothing of what.
_ALONE = re.compile(r"^\W*(?:(?:and|so|ok|but|then)\W+)*(?:how many|which|what|who)\b.* not\W*$")
_OTHERS = re.compile(r"\b(?:rest|others)\b")
# Topic words beside a criterion that may be a manner of speaking.
_ASIDE = 2
# More of them describe what is looked for.
_LONG = 6
_WHICH_IS_IT = re.compile(r"\bwhich\b(?: \w+){0,3} (?:is|was) (?:it|that|this)\b")
# "Was the early help recommendation accepted?", "the one on inspection", "what was the actual decision?": one.
_THE_ONE = re.compile(
    r"\b(?:the|that) (?:(?:[a-z'-]+ ){1,5}(?:recommendation|rec|one)\b(?! of\b)"
    r"|(?:recommendation|rec|one) (?:on|about|for|regarding|concerning|to do with|that|which)\b"
    r"|(?:(?:actual|real|final|official) )?(?:decision|verdict|outcome)\b)"
)
# Where another condition begins, and what tells that a clause is about a decision.
_CLAUSE = re.compile(r",|\b(?:but|and|though|although|yet|while|where|with)\b")
_DECIDING = ("accepted", "decision", "field decision", "stance")
# "Which are for the Government?"
_FOR = re.compile(
    r"\b(?:for|at|to|towards) (?:the )?(?:uk |central |british )?"
    r"(government|ministers|council|councils|authorities)\W*$"
)
# "The same theme as 10", "the same answer as 9".
_SAME_AS = re.compile(
    r"\b(?:what|which|list|show|any|anything|who|others?|rest)\b.*\bsame (?:government )?"
    r"(?:(?P<theme>theme|section|heading|strand)|(?P<lead>leads?|lead officers?|officers?|owner)"
    r"|(?P<decision>decision|verdict|answer|outcome)) (?:as|with)\b"
)
_ADDRESSED = frozenset(map(stem, ("aimed", "addressed", "directed", "meant", "intended")))
# "which of 8, 10 and 13 ..."
_OF_NAMED = re.compile(r"\b(?:which|any|how many|what) of (?:the |recs? |recommendations? )*#?\d")


def narrowed(asked: Asked) -> Answer | None:
    """ "Which of those have no lead?", and "which ones?" after a count."""
    reading = asked.reading
    if len(asked.refs) < _SEVERAL:
        return None
    if not (_OF_NAMED.search(reading.text) if asked.meant.named else reading.has("back to several")):
        return None
    if reading.criteria and reading.has("list", "count", "find", "asks"):
        refs = tuple(r for r in asked.refs if all(x.holds(asked.index.by_ref[r]) for x in reading.criteria))
        return Listing(refs, reading.criteria, shown(asked), reading.has("count"), asked.refs)
    if reading.has("list") and not asked.fields and not reading.topic:
        return Listing(asked.refs, (), shown(asked))
    return _about_these(asked) if reading.topic and _WHICH.search(reading.text) else None


def _about_these(asked: Asked) -> Answer | None:
    """ "Of those, which are to do with inspection?": those that say so in their own words, else anywhere."""
    reading, index = asked.reading, asked.index
    if asked.fields or asked.meant.named:
        return None
    about = _in_own_words(asked)
    if about is None:
        return None
    refs = tuple(ref for ref in asked.refs if about.holds(index.by_ref[ref]))
    return Listing(refs, (about,), (), reading.has("count"), asked.refs)


def counted(asked: Asked) -> Answer | None:
    """ "How many is that?", of what was listed."""
    spoken_of = asked.context.refs
    if not spoken_of or asked.meant.named or not _HOW_MANY.match(asked.reading.text):
        return None
    return Listing(spoken_of, (), counted=True)


def the_rest(asked: Asked) -> Answer | None:
    """ "And how many weren't?", after a list: those that aren't in it."""
    spoken_of, reading = asked.context.refs, asked.reading
    if asked.meant.named or not _THE_REST.match(reading.text):
        return None
    if not spoken_of:
        return Which(asked.fields) if _ALONE.match(reading.text) else None
    if " not" not in reading.text and not (len(spoken_of) > 1 and _OTHERS.search(reading.text)):
        return None
    return listing(asked, (c.Not(c.OneOf(spoken_of)),))


def _in_own_words(asked: Asked) -> c.Mentions | None:
    """Those whose own wording says what is asked for, which they are about; else those where anything says so."""
    reading, index = asked.reading, asked.index
    saying = () if reading.has("mention") else topics.saying(reading.topic, index, (Field.RECOMMENDATION,))
    told = c.Mentions(index.as_written(asked.topic), tuple(ref for ref, _ in saying), Field.RECOMMENDATION)
    among = asked.refs or meeting(reading.criteria, index)
    return told if any(ref in told.refs for ref in among) else mentions.about(asked)


def excepted(asked: Asked) -> Answer | None:
    """ "All recommendations except 10 and 12", "does Sue lead anything besides 10?"."""
    reading = asked.reading
    plural = reading.has("all", "list", "count") and not reading.has("yes or no")
    if not (reading.named.only_left_out and asked.meant.named and (plural or reading.people) and not reading.topic):
        return None
    return listing(asked, (*reading.criteria, c.Not(c.OneOf(asked.refs))))


def councils(asked: Asked) -> Answer | None:
    """Which the council itself accepted, where others decided and nobody recorded that."""
    reading = asked.reading
    one = reading.topic and (Field.POSITION in asked.fields or not reading.has("list", "count", "all"))
    return NotRecorded(Gap.COUNCIL) if not one and _decided_by_council(asked) and _decides(asked) else None


def criteria(asked: Asked) -> Answer | None:
    """Every recommendation that meets all criteria; every one there is where the question says so."""
    reading, plural = asked.reading, asked.reading.has("list", "count", "all")
    # "Our view on scrapping the deadlines", "does Salford want to scrap the deadlines?"
    described = reading.topic and (Field.POSITION in asked.fields or _decided_by_council(asked))
    if not plural and (described or (reading.topic and (asked.absent or reading.has("how many")))):
        return None  # what tells no recommendations apart says more of the topic; "how many" is of something else
    if not (reading.criteria or (plural and not reading.topic and _wants_all(asked))):
        gaps = reading.has("gap") and reading.has("list") and not reading.topic
        return listing(asked, (c.Not(c.HasLead()),)) if gaps else None
    if reading.topic and reading.has("who") and not plural and Field.LEADS not in asked.fields:
        return None  # somebody is asked for, not recommendations
    if reading.topic and not plural and not asked.fields and (_only_dated(asked) or _only_nobody(asked)):
        return None  # "a joke for the summer fair", "inspectors of whom nobody knows before"
    if reading.topic and not reading.has("list", "count") and _WHICH_IS_IT.search(reading.text):
        return None  # "which one is it, and was it accepted?" asks of one, not which were accepted
    one = _THE_ONE.search(reading.text)
    if reading.topic and one and (not plural or (asked.verdict and reading.people)):
        return None  # "is the early help one still Sue's?"
    if len(reading.topic) > _LONG and reading.has("find") and not reading.has("count"):
        return None  # a word of a long description, not what it is narrowed by
    if (
        reading.topic
        and not plural
        and (len(reading.topic) > _ASIDE or asked.covers() >= SURE or finding.surely(asked))
    ):
        return None
    return listing(asked, (*reading.criteria, *_mentioned(asked)))


def _decided_by_council(asked: Asked) -> bool:
    """Whether a decision is spoken of where it is the council that is asked about."""
    return asked.asks_council and any(c.field_of(x) is Field.DECISION for x in asked.reading.criteria)


def _decides(asked: Asked) -> bool:
    """Whether it is the council that is to have decided: not where "accepted, but we do have a lead" is asked for."""
    heard = map(asked.index.phrases.heard, _CLAUSE.split(asked.reading.text))
    return any("scope position" in one and any(h.startswith(_DECIDING) for h in one) for one in heard)


def alike(asked: Asked) -> Answer | None:
    """ "What else is in the same theme as 10?": the others that have that of it."""
    same = _SAME_AS.search(asked.reading.text)
    if not same or len(asked.reading.named.refs) != 1 or asked.verdict:
        return None
    rec = asked.index.by_ref[asked.reading.named.refs[0]]
    shared: dict[str | None, c.Condition] = {
        "theme": c.InTheme((rec.theme.number,)),
        "lead": c.LedBy(tuple(lead.name for lead in rec.leads)),
        "decision": c.Decided((rec.decision,)),
    }
    return listing(asked, (shared[same.lastgroup], c.Not(c.OneOf((rec.ref,)))))


def addressed(asked: Asked) -> Answer | None:
    """ "Which recommendations are for the Government?": those whose own wording names it."""
    reading, index = asked.reading, asked.index
    if not reading.has("list", "count"):
        return None
    whose = _FOR.search(reading.text)
    plain = not (reading.criteria or asked.fields) and all(t.stem in _ADDRESSED for t in reading.topic)
    if not (whose and plain):
        return None
    saying = topics.saying([Concept(whose[1], stem(whose[1]))], index, (Field.RECOMMENDATION,))
    refs = tuple(ref for ref, _ in saying)
    named = c.Mentions(index.as_written(whose[1]), refs, Field.RECOMMENDATION)
    return listing(asked, (named,)) if refs else None


def _only_dated(asked: Asked) -> bool:
    """Whether a question names nothing but a time, beside things of which the document has none.

    One such thing is enough where the question is whether something is so: "is the pool open in May?"
    """
    dated = all(c.periods_of(x) for x in asked.reading.criteria)
    return dated and asked.unknown >= (1 if asked.reading.has("yes or no") else len(asked.reading.topic))


def _only_nobody(asked: Asked) -> bool:
    """Whether a recommendation is looked for by what it says, with a "nobody" that says nothing of its lead."""
    return asked.reading.criteria == (c.Not(c.HasLead()),) and asked.reading.has("find", "mention")


def _mentioned(asked: Asked) -> tuple[c.Criterion, ...]:
    """What a list is to mention besides, or not to mention."""
    reading = asked.reading
    if not (reading.topic and reading.has("list")):
        return ()
    unwanted = denied(reading.text, reading.text.find(reading.topic[0].word), asked.index)
    told = len(reading.topic) > 1 or unwanted or reading.has("find", "mention") or _ONES.search(reading.text)
    about = mentions.about(asked) if told else None
    if about and unwanted and not meeting((*reading.criteria, c.Not(about)), asked.index):
        about = _in_own_words(asked)  # all of them say it somewhere, but which are about it?
    return () if about is None else (c.Not(about),) if unwanted else (about,)


def _wants_all(asked: Asked) -> bool:
    return asked.reading.has("all", "count") or (
        asked.reading.has("list") and asked.reading.has("asks") and not asked.fields
    )
