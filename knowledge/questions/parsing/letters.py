"""Finds what a letter asks: people lead in to a question, and only the question is for us."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from operator import itemgetter

from knowledge.questions.language import cues, numbers
from knowledge.questions.language.thesaurus import Concept, concepts
from knowledge.questions.language.words import expand, stems
from knowledge.questions.searching.index import Index

# Longer than this (characters) is a letter; so is what has so many sentences, unless it is very short.
_LETTER, _SHORT = 110, 60
_SENTENCES = 3
_ENDS = re.compile(r"(?<=[.?!])(?<!\b[A-Z]\.)(?<!\bno\.)(?<!\bi\.e\.)(?<!\be\.g\.)\s+")
# Without one of these within it a text is one sentence.
_STOP = re.compile(r"[.?!]\s")
# "... early help? I heard they want to keep it."
_REMARK = re.compile(
    r"(?<=\?)\s+(?=(?:I|I'd|[Ww]e|[Mm]y|[Oo]ur|[Tt]hey|[Hh]e|[Ss]he|[Ss]omeone|[Ss]omebody|[Pp]eople|Cllr|Councillor|Mr|Mrs|Ms|"
    r"[Tt]he (?!(?:[\w'-]+ ){0,4}(?:ones?|recs?|recommendations?)\b)|[Aa] colleague|[Nn]o rush|[Aa]sking for)\b)"
)
# "I'd like to be prepared" tells nothing of what is asked.
_WISHES = re.compile(
    r"(?:i|we)\b(?:'d|'ll|'m|'re| would| will| am| are| do not| don't)? (?:really |just |not )?"
    r"(?:like|love|want|hope|need|keen|anxious)\b",
    re.IGNORECASE,
)
# "Dear all, I've been a councillor for six years", "we are a small housing provider".
_INTRODUCES = re.compile(
    r"(?:(?:dear|hello|hi|hey|good)\b[\w ]*,\s*)?"
    r"(?:i'm|i am|i've been|i have been|i work|i manage|i run|i chair|i sit|i represent|we're|we are) "
    r"(?:an?|the|on|for|at|in|with|part|new|our|housing|one)\b",
    re.IGNORECASE,
)
# What points back at something, unless the question has so many words of its own.
_BACK = re.compile(
    r"\b(?:the matter|it|its|this|she|he|her|his|him|they|them|those|these|that(?= (?:be|is|was|one|rec)|\W*$))\b|"
    r"\bany\W*$"
)
_THAT = re.compile(
    r"\bthe matter\b|\b(?:says?|said) (?:so|that)(?=\s*(?:[,.?!]|$))|"
    r"\b(?:which|what) (?:recommendation|rec|one|number) (?:that|this) (?:is|was)\b|"
    r"\b(?:which|what) (?:recommendation|rec|one) (?:they|he|she|it|we) (?:is|was|are|were|means?|meant|had)\b|"
    r"\b(?:that|someone like that)(?=\s*(?:[,.?!]|$|(?:forward|on|up|out|and|yet|now|then)\b))"
)
# "When is that consultation due?" is about the consultation that was spoken of.
_THAT_THING = re.compile(
    r"\b(?:that|this|those|these) (?!(?:(?:recommendation|rec|document|paper|report|review|response|council|"
    r"authority|team|bot|chat|week|month|year|time|morning|afternoon|question|matter|way|point|stage|end|is|was|are|"
    r"were|be|has|have|had|do|does|did|can|could|will|would|should|may|might|must|one|about|for|on|in|of|to|up|out|"
    r"and|or|not|yet|now|then|they|we|you|it|the|i|he|she|there|all|what|who|when|which|how|too|so|right|true)\b))"
    r"(?P<thing>[a-z]{4,}(?: [a-z]{4,})?)"
)
# "Which pilots those were" is about the pilots that were spoken of.
_THING_THAT = re.compile(
    r"\b(?:which|what) (?!(?:recommendations?|recs?|ones?|numbers?|themes?|dates?|time)\b)"
    r"(?P<thing>[a-z]{4,}(?: [a-z]{4,})?) (?:those|these|that|they) (?:were|was|are|is)\b"
)
# "Is that right?" and "who leads that one?" ask of what was said just before.
_SO = re.compile(
    r"\b(?:is|are) (?:that|this|it|they) (?:right|true|so|correct|the case|accurate)\b|"
    r"\bthat (?:recommendation|rec|one)\b"
)
_CLAUSE = re.compile(r"[,;:]\s+(?:and |but )?|\s-\s")
# "Who that is", "whether that's right" and "how many is that?" ask of the sentence before as a whole.
_OF_ALL_THAT = re.compile(
    r"\W*(?:if |whether )?(?:(?:who|whose|what|when|where|how many|how much) )?(?:name |one )?"
    r"(?:(?:that|this|it|they|those|these|he|she) (?:is|was|are|were|would be|will be|might be|may be)"
    r"|(?:is|was|are|were|would|might|could) (?:that|this|it|they|those|these|he|she)(?: be)?|goes there)"
    r"(?: (?:right|true|so|correct|the case|accurate|still|now|please|then|exactly|actually|likely to be))*\W*"
)
# What a question within a statement follows: "a page about why Munro thought ...".
_INDIRECT = re.compile(
    r"\b(?:about|on|as to|is|was|explain\w*|show\w*|say|see|understand|check|confirm\w*|ask(?:ed|ing|s)?(?: me| us)?|"
    r"clear|sure|unsure|remember|recall|tell|knew|know) (?=(?:why|how|what|who|whose|when|where|which|whether)\b)"
)
# What somebody says before a question behind a colon.
_COLON = re.compile(r":\s+(?=(?:who|whose|what|when|where|which|how|why|is|are|was|were|do|does|did|has|have|can)\b)")
# "Those timescales" may have been called deadlines.
_DATES = frozenset({"timescal", "deadlin", "date", "timefram"})
# A recommendation is looked for by all that is told of it.
_ONE = re.compile(r"\b(?:rec|recs|recommendations?|ones?|number|which)\b", re.IGNORECASE)
_ENOUGH = 3
_SEVERAL = 2
# So few words ask nothing.
_FEWEST = 2
# A term of several words tells as much as two words.
_TERM = 2
_PLURAL = re.compile(r"\b(?:recommendations|recs|ones|leads|themes|officers)\b")
_THEM = frozenset({"they", "them", "their", "those", "these"})
_IDLE = frozenset({"number"})
# "... that there was a recommendation about early help", "... the one on early help", "... the early help one"
_DESCRIBED = (
    re.compile(
        r"\b(?:recommendations?|recs?|(?<!every )(?<!each )(?<!any )(?<!not )(?<!no )one)\b"
        r"(?:\s+\w+){0,3}\s+(?:about|on|that|to|for|which|where|regarding|of)\b.*"
    ),
    re.compile(r"\b(?:the|their) (?:[a-z'-]+ ){1,4}(?:recommendation|rec|one)\b"),
)

_QUESTION = re.compile(r"(?:and |so |but |ok )?(?:which|who|whose|what|when|where|how|why)\b", re.IGNORECASE)
_DETERMINERS = frozenset({"the", "a", "an", "our", "their", "this", "that"})
# What recommendations are told apart by, however few words it takes.
_TELLS_APART = frozenset({"no lead", "has lead", "shared lead", "no date", "has date", "accepted"})
_RECORDED = frozenset({"field leads", "field timescale", "field decision", "field theme"})
# Words of a sentence that is a heading.
_HEADING = 4

Tidy = Callable[[str, Index], str]


def question_of(said: str, index: Index, tidy: Tidy) -> str:
    """The part of a letter that asks; a short message is taken whole. `tidy` is how a sentence is made comparable."""
    if len(said) < _LETTER and not _STOP.search(said):
        return said
    said = _without_remark(said, index, tidy)
    sentences = [_behind_colon(s, index, tidy) for s in _ENDS.split(said) if s]
    if len(said) < (_SHORT if len(sentences) >= _SENTENCES else _LETTER):
        return said
    if whole := _of_all_that(sentences, index, tidy):
        return whole
    asking = _led_to(sentences, index, tidy)
    if asking and not _asks(asking.values(), sentences, index, tidy):
        asking = dict(enumerate(_indirectly(sentences, index, tidy), len(sentences) - 1)) or asking
    if not asking:
        return " ".join(_asking(sentences, index, tidy) or sentences)
    asked = " ".join(asking.values())
    rest = [s for s in sentences[max(asking) + 1 :] if "?" not in s or _is_told(tidy(s, index), index)]
    return " ".join([asked, *rest]) if "?" in "".join(rest) and "?" not in asked else asked


def _asks(tails: Iterable[str], sentences: Sequence[str], index: Index, tidy: Tidy) -> bool:
    """Whether any of the led-in questions is about what the document has, or another sentence asks outright."""
    outright = any(map(_is_question, sentences))
    return outright or any(
        _asks_of_it(text, index) or _is_told(text, index) for text in (tidy(t, index) for t in tails)
    )


def _behind_colon(sentence: str, index: Index, tidy: Tidy) -> str:
    """The question behind a colon, where it needs nothing of what stands before it, or that tells nothing."""
    before, *asked = _COLON.split(sentence, maxsplit=1)
    if not asked or _names(before, index, tidy):
        return sentence
    needless = _stands(tidy(asked[0], index), index) or not _is_told(tidy(before, index), index)
    return asked[0] if needless else sentence


def _of_all_that(sentences: Sequence[str], index: Index, tidy: Tidy) -> str:
    """The sentence of which the next asks "who is that?" or "is that right?", with what that asks; mostly empty."""
    for before, sentence in reversed([*pairwise(sentences)]):
        leads_in = index.phrases["leads in"].find(expand(sentence))
        asked = _tail(sentence, index) if leads_in else sentence
        if not (leads_in or sentence.endswith("?")) or not _OF_ALL_THAT.fullmatch(tidy(asked, index)):
            continue
        if _is_told(tidy(before, index), index):
            return f"{before.rstrip('.!')}: {asked.rstrip('.?')}?"
    return ""


def _is_told(text: str, index: Index) -> bool:
    """Whether a sentence tells of something in the document, or of what recommendations are told apart by."""
    heard = index.phrases.heard(text)
    named = numbers.named(text, index.by_ref).spans
    return bool(named) or _known(text, index) >= _SEVERAL or not heard.isdisjoint(_TELLS_APART)


def _without_remark(said: str, index: Index, tidy: Tidy) -> str:
    """A message without what somebody adds of themselves after a question that needs nothing more."""
    asked, *remarks = _REMARK.split(said)
    if not remarks or "?" in remarks[-1] or index.phrases["leads in"].find(expand(remarks[-1])):
        return said
    return asked if _stands(tidy(asked, index), index) else said


def _led_to(sentences: list[str], index: Index, tidy: Tidy) -> dict[int, str]:
    """What each sentence that leads in to a question asks, by its place; where another asks, only what is sure to."""
    leading = [i for i, s in enumerate(sentences) if index.phrases["leads in"].find(expand(s))]
    asking = {i: tail for i in leading if (tail := _asked(sentences, i, index, tidy))}
    if not asking:
        return asking
    plainly = [s for i, s in enumerate(sentences) if i not in leading and s.endswith("?")]
    if not any(_known(text, index) >= _ENOUGH for text in (tidy(s, index) for s in plainly)):
        return asking
    return {i: tail for i, tail in asking.items() if _known(tidy(tail, index), index) >= _ENOUGH}


def _asking(sentences: Sequence[str], index: Index, tidy: Tidy) -> list[str]:
    """The sentences that ask, each that points back with what it points at; whatever informs where none asks."""
    asking = [i for i, s in enumerate(sentences) if _is_question(s) and not _is_aside(s, index)]
    if not asking:
        named = _names(" ".join(sentences), index, tidy)
        indirect = [] if named else _indirectly(sentences, index, tidy)
        return indirect or [s for s in sentences if _informs(tidy(s, index), index) and not _is_aside(s, index)]
    before, asked = _without_introductions(sentences[: asking[0]]), [sentences[i] for i in asking]
    if (thing := _of_the_thing(" ".join(asked), before, index, tidy)) and not _names(" ".join(asked), index, tidy):
        return [*thing, *asked]
    if all(_stands(tidy(sentences[i], index), index) for i in asking):
        return [*_headings(before, index, tidy), *asked, *_wanted(sentences[asking[-1] + 1 :], index)]
    told, telling = _about_one(before, index, tidy), [s for s in before if _informs(tidy(s, index), index)]
    if not (told or _ONE.search(" ".join(asked))) and _BACK.search(asked[0]):
        return _with_things(asked, telling, index, tidy)
    return [*(told or _telling(telling, asked, index, tidy) or before[-1:]), *asked]


def _indirectly(sentences: Sequence[str], index: Index, tidy: Tidy) -> list[str]:
    """The question within the last statement that has one of its own: "a page about why Munro thought ..."."""
    for sentence in reversed(sentences):
        _, *tails = _INDIRECT.split(expand(sentence))
        if tails and _asks_of_it(tidy(tails[-1], index), index):
            return tails[-1:]
    return []


def _asks_of_it(text: str, index: Index) -> bool:
    """Whether a question is about what the document has: much of it, or a list of its recommendations."""
    heard = index.phrases.heard(text)
    recorded = _known(text, index) > 0 and not heard.isdisjoint(_RECORDED)
    return _known(text, index) >= _ENOUGH or recorded or "list" in heard


def _names(said: str, index: Index, tidy: Tidy) -> bool:
    """Whether a text names a recommendation by its number."""
    return bool(numbers.named(tidy(said, index), index.by_ref).spans)


def _of_the_thing(asked: str, before: Sequence[str], index: Index, tidy: Tidy) -> list[str]:
    """The last clause that speaks of "that consultation", or all of its sentence where it tells little; mostly none."""
    for match in chain(_THAT_THING.finditer(asked.lower()), _THING_THAT.finditer(asked.lower())):
        told = {said for concept in concepts(match["thing"]) for said in (concept.stem, *concept.others)}
        told |= _DATES if told & _DATES else frozenset()
        for sentence in reversed(before):
            clause = next((c for c in reversed(_CLAUSE.split(sentence)) if told & set(stems(c))), "")
            if clause:
                named = _named_thing(clause, told)
                shorter = named if _known(tidy(named, index), index) else clause
                return [shorter if named != clause or _known(tidy(clause, index), index) >= _SEVERAL else sentence]
    return []


def _named_thing(clause: str, told: set[str]) -> str:
    """A clause from where it names a thing: "the theme on accountability", not what was said before it."""
    words = clause.split()
    at = next((i for i, word in enumerate(words) if told & set(stems(word))), 0)
    start = next((i for i in range(at - 1, max(at - 4, -1), -1) if words[i].lower() in _DETERMINERS), None)
    return clause if start is None else " ".join(words[start:])


def _with_things(asked: Sequence[str], before: Sequence[str], index: Index, tidy: Tidy) -> list[str]:
    """Questions with what the document has of what was told before, in place of the "it" that points back there."""
    told = (t.word for s in _telling(before, asked, index, tidy) for t in _things(tidy(s, index), index))
    things = " ".join(dict.fromkeys(told))
    first, *rest = asked
    return [_BACK.sub(f"the {things}", first, count=1) if things else first, *rest]


def _without_introductions(sentences: Sequence[str]) -> Sequence[str]:
    """Sentences without those in which somebody only says who they are, where others are left."""
    return [s for s in sentences if not _INTRODUCES.match(s)] or sentences


def _is_question(sentence: str) -> bool:
    """Whether a sentence asks, with or without its mark."""
    return sentence.endswith("?") or bool(_QUESTION.match(sentence) and sentence[-1] not in ".!")


def _headings(sentences: Sequence[str], index: Index, tidy: Tidy) -> list[str]:
    """Sentences that only name what the next are about: "Recommendation 13."."""
    short = [s for s in sentences if len(s.split()) <= _HEADING]
    return [s for s in short if numbers.named(tidy(s, index), index.by_ref).spans]


def _wanted(sentences: Sequence[str], index: Index) -> list[str]:
    """The short sentences behind a question that say what of it is wanted: "Just the decision."."""
    short = [s for s in sentences if len(s.split()) <= _HEADING]
    return [s for s in short if any(heading.startswith("field ") for heading in index.phrases.heard(expand(s)))]


def _is_aside(sentence: str, index: Index) -> bool:
    """Whether a sentence says only how to answer, or asks whether this is the right place."""
    return bool(index.phrases["manner alone"].find(sentence.lower()))


def _about_one(sentences: Sequence[str], index: Index, tidy: Tidy) -> list[str]:
    """The last sentence that names a recommendation, or describes one."""
    named = [s for s in sentences if _names(s, index, tidy)]
    described = [(_known(tidy(told, index), index), told, s) for s in sentences if (told := _description(s))]
    if named or not described:
        return named
    known, told, sentence = max(reversed(described), key=itemgetter(0))
    return [told if known >= _SEVERAL else sentence]


def _telling(sentences: Sequence[str], asked: Sequence[str], index: Index, tidy: Tidy) -> Sequence[str]:
    """The sentence that tells most, and those after it; of what is asked whether it is so, the last that tells."""
    known = [_known(tidy(s, index), index) for s in sentences]
    if not known:
        return ()
    first = max(range(len(known)), key=lambda i: (known[i], i))
    if any(_SO.search(tidy(s, index)) for s in asked):
        return [s for s, much in zip(sentences, known, strict=True) if much >= _ENOUGH][-1:] or sentences[first:]
    return [sentences[first], *(s for s in sentences[first + 1 :] if not _WISHES.match(s))]


def _stands(text: str, index: Index) -> bool:
    """Whether a question needs nothing before it to be understood."""
    if numbers.named(text, index.by_ref).spans:
        return True
    known, back, several = _known(text, index), _BACK.search(text), _PLURAL.search(text)
    own = several and back and several.end() <= back.start() and back[0] in _THEM  # "which recs have nobody on them?"
    return known >= _ENOUGH or (not (back and not own) and not _of_a_thing(text) and bool(known or several))


def _of_a_thing(text: str) -> bool:
    """Whether a text is about a thing that was spoken of before it."""
    return bool(_THAT_THING.search(text) or _THING_THAT.search(text))


def _known(text: str, index: Index) -> int:
    """How many things of the document's a question has beside what it asks of them."""
    return sum(_TERM if " " in t.word else 1 for t in _things(text, index))


# It is asked of each sentence several times.
@lru_cache(maxsize=64)
def _things(text: str, index: Index) -> tuple[Concept, ...]:
    """What a text speaks of that the document has, beside what is asked of it."""
    idle = _IDLE.union(*(cues.idle(heading) for heading in index.phrases.heard(text)))
    return tuple(t for t in concepts(text) if t.stem not in idle and index.by_recommendation.having(t))


def _asked(sentences: list[str], leading: int, index: Index, tidy: Tidy) -> str:
    """What a sentence that leads in to a question asks; empty where that isn't a question of its own."""
    tail = _tail(sentences[leading], index)
    spoken_of = _spoken_of(tail, sentences[:leading], index, tidy)
    enough = spoken_of and len(tail.split()) > _FEWEST
    return f"{tail}{spoken_of}" if enough or _says_enough(tail, index) else ""


def _spoken_of(asked: str, before: list[str], index: Index, tidy: Tidy) -> str:
    """The recommendation that "it" is, in brackets, where the letter has named one before; empty where it needn't."""
    text = tidy(asked, index)
    if numbers.named(text, index.by_ref).spans or not _points_back(text, index):
        return ""
    refs = dict.fromkeys(ref for s in before for ref in numbers.named(tidy(s, index), index.by_ref).refs)
    if refs or _known(text, index) >= _ENOUGH:
        return f" (recommendation {next(iter(refs))})" if len(refs) == 1 else ""
    told = " ".join(_of_the_thing(text, before, index, tidy)) or _described(before, index, tidy)
    return f" ({told})" if told else ""


def _points_back(text: str, index: Index) -> bool:
    return bool(index.phrases["back to one"].find(text) or _THAT.search(text) or _of_a_thing(text))


def _described(before: Sequence[str], index: Index, tidy: Tidy) -> str:
    """What the letter has said of a recommendation that it doesn't number; empty where it has said nothing."""
    for sentence in reversed(before):
        if (described := _description(sentence)) and _known(tidy(described, index), index):
            return described
    informing = [text for text in (tidy(s, index) for s in before) if _informs(text, index)]
    enough = [text for text in informing if _known(text, index) >= _ENOUGH]
    return " ".join(t.word for text in (enough or informing)[-1:] for t in _things(text, index))


def _description(sentence: str) -> str:
    """The words that describe a recommendation in a sentence; empty where none do."""
    found = (match[0].rstrip(" .!?") for pattern in _DESCRIBED if (match := pattern.search(sentence.lower())))
    return next(found, "")


def _tail(sentence: str, index: Index) -> str:
    """What follows the last words that lead in to a question: "... to find out"."""
    lower = expand(sentence)
    return lower[index.phrases["leads in"].find(lower)[-1][1] :].strip()


def _says_enough(tail: str, index: Index) -> bool:
    """Whether the end of a sentence is a question of its own, pointing back at nothing before it."""
    own = numbers.named(tail, index.by_ref).refs or sum(index.by_passage.has(t.stem) for t in concepts(tail)) > 2
    return len(tail.split()) > _FEWEST and bool(own or not index.phrases["back to one"].find(tail))


def _informs(text: str, index: Index) -> bool:
    """Whether a sentence has anything to do with the document; a term of several words tells enough."""
    if numbers.named(text, index.by_ref).spans:
        return True
    known = [t for t in concepts(text) if index.by_recommendation.having(t)]
    enough = sum(_TERM if " " in t.word else 1 for t in known) > 1
    return enough or any(heading.startswith("field ") for heading in index.phrases.heard(text))
