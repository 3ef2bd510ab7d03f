"""Reads how words that wait are to be changed: "change Eccels to Eccles", "take the name out", "say met a parent"."""

from __future__ import annotations

import re

from rapidfuzz import fuzz, process

from dialogs.turns.remarks import without_opening

_LONGEST = 400  # characters; what is longer is new wording itself
_QUOTES = "“”\"'‘’ "
_EDGES = " \t\n,;:–—-"
_FLAGS = re.IGNORECASE | re.DOTALL
_SWAPS = (
    re.compile(
        r"(?:change|amend|correct|replace|edit|reword|fix|swap)\s+(?P<old>.{1,200}?)\s+(?:to|with|into|for|by)\s+"
        r"(?:say\s+|read\s+)?(?P<new>.{1,300})",
        _FLAGS,
    ),
    re.compile(
        r"(?:(?:it|that|this|there)(?:[’']?s|\s+is|\s+are|\s+was|\s+were)?\s+)?(?:should\s+(?:be|say|read|have\s+been)\s+)?"
        r"(?:(?:say|put|write)\s+)?(?P<new>.{1,100}?),?\s+(?:not|instead\s+of|rather\s+than)\s+(?P<old>.{1,100})",
        _FLAGS,
    ),
    re.compile(
        r"(?:typo\s*[:,–-]?\s*)?(?!(?:it|that|this|there|they)\s+should)(?P<old>.{1,100}?)\s+should\s+(?:be|say|read|have\s+been)\s+"
        r"(?P<new>.{1,100})",
        _FLAGS,
    ),
    re.compile(r"not\s+(?P<old>.{1,100}?),?\s+but\s+(?P<new>.{1,100})", _FLAGS),
)
# "Replace pilot with trial and started with ended".
_AS_WELL = re.compile(
    r"(?P<new>.{1,100}?)(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:(?:change|correct|replace|swap)\s+)?"
    r"(?P<old>.{1,60}?)\s+(?:to|with|into)\s+(?P<more>.{1,200})",
    _FLAGS,
)
# A word with a star is how a slip of the finger is put right in a chat.
_STARRED = re.compile(r"\*\s?(?P<new>[^\s*]{3,40})|(?P<behind>[^\s*]{3,40})\*")
_ALIKE = 70  # of two words, one with a slip; 100 is the same


def reworded(text: str, words: str) -> str:
    """Words changed as a message wants it, which names some of them; empty where it names none of them."""
    if starred := _STARRED.fullmatch(text.strip()):
        return _mended(starred["new"] or starred["behind"], words)
    said = without_opening(text).strip(" .!")
    for pattern in _SWAPS if len(said) <= _LONGEST else ():
        match = pattern.fullmatch(said)
        swap = _each_swapped if pattern is _SWAPS[0] else _swapped
        if match and (changed := swap(match["old"].strip(_QUOTES), match["new"].strip(_QUOTES), words)):
            return changed
    return ""


def may_reword(text: str) -> bool:
    """Whether a message may name words that are to be changed; whether they stand anywhere is for `reworded`."""
    if len(text) > _LONGEST:
        return False
    said = without_opening(text).strip(" .!")
    return _STARRED.fullmatch(text.strip()) is not None or any(one.fullmatch(said) for one in _SWAPS)


def _each_swapped(old: str, new: str, words: str) -> str:
    """As `_swapped`, with others swapped as well where the new words name them and they stand there."""
    both = _AS_WELL.fullmatch(new)
    first = _swapped(old, both["new"].strip(_QUOTES), words) if both else ""
    after = _each_swapped(both["old"].strip(_QUOTES), both["more"].strip(_QUOTES), first) if both and first else ""
    return after or _swapped(old, new, words)


def _swapped(old: str, new: str, words: str) -> str:
    """The words with `new` for `old`; of "4 schools not 3", what both have around them is said but once."""
    parts = new.split()
    around = [" ".join([*parts[:at], old, *parts[at + 1 :]]) for at in range(len(parts))] if len(parts) > 1 else []
    for said in (*around, old):
        pattern = re.compile(rf"(?<!\w){re.escape(said)}(?!\w)", re.IGNORECASE)
        if said and pattern.search(words):
            return pattern.sub(lambda _: new, words, count=1)
    return ""


def _mended(meant: str, words: str) -> str:
    """The words with the one that is most like another in its place; empty where none is like it."""
    said = [word for word in re.findall(r"\w[\w’'-]*", words) if word != meant]
    best = process.extractOne(meant, said, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_ALIKE)
    return re.sub(rf"(?<!\w){re.escape(best[0])}(?!\w)", lambda _: meant, words, count=1) if best else ""


_CUTS = re.compile(
    r"(?:(?:take|cut|cross|leave|get)\s+(?:out\s+)?(?P<out>.{1,100}?)\s+out|(?:take|cut|cross|leave)\s+out\s+(?P<of>.{1,100})|"
    r"(?:remove|delete|drop|cut|erase|strip|get\s+rid\s+of|take\s+off|hide|lose|scrap)\s+(?P<gone>.{1,100}?)|"
    r"(?:say\s+it\s+|the\s+same\s+|it\s+)?(?:without|minus|but\s+not|with\s+no|no)\s+(?P<less>.{1,60}))"
    r"(?:\s+(?:then|please|pls|thanks|and\s+(?:save|post)\s+it))*",
    _FLAGS,
)
# What personal data are called.
_NAMED = re.compile(
    r"(?:(?:the|that|this|those|these|his|her|their|all|any|of|both|family|child|kid|first|last|full|home|case|phone|"
    r"[\w’']+s)\b[\s]*)*"
    r"(?:(?:first|last|family|sur)?names?|surnames?|addresse?s?|post\s?codes?|numbers?|no\.?|ages?|initials|details?|data|"
    r"dates?(?:\s+of\s+birth)?|dob|birthdays?|it|that|them|one|bits?|parts?|things?|stuff|info(?:rmation)?|famil(?:y|ies)|"
    r"child(?:ren)?|kids?|personal\s+\w+|emails?|id)(?:\s+(?:part|bit|thing|there|again|from\s+it))*",
    re.IGNORECASE,
)
# What only points at something isn't a part of the words that are to be cut, though they may have it.
_POINTS = re.compile(r"(?:(?:all|any|both)\s+(?:of\s+)?)?(?:it|that|this|them|those|these|one|ones)", re.IGNORECASE)
_BIT = re.compile(
    r"(?:(?:the|that|this|my)\s+)?(?:(?P<last>last)\s+)?(?:bit|part|sentence|line|words?|clause|phrase|thing|stuff)s?"
    r"(?:\s+(?:about|on|with|of|saying|that says|re|where it says)\s+(?P<about>.+))?",
    _FLAGS,
)
_CLAUSES = re.compile(r"(?P<mark>[.;!?\n–—]+\s*|,\s+|\s-\s)")


def cut_out(text: str) -> str:
    """What a message wants taken out of the words, as it calls it; empty for any other message."""
    if len(text) > _LONGEST:
        return ""
    match = _CUTS.fullmatch(text.strip(" .!")) or _CUTS.fullmatch(without_opening(text).strip(" .!"))
    return next(filter(None, match.groups()), "").strip(_QUOTES) if match else ""


def calls_personal(words: str) -> bool:
    """Whether what is to be cut is called as personal data are: "the name", "that address"."""
    return _NAMED.fullmatch(words.strip()) is not None


def without(cut: str, words: str) -> str:
    """The words without what is to be cut: a part of them, or the clause that is about it; empty for neither."""
    if _POINTS.fullmatch(cut):
        return ""
    if re.search(rf"(?<!\w){re.escape(cut)}(?!\w)", words, re.IGNORECASE):
        left = re.sub(rf"[\s,;:–—-]*(?<!\w){re.escape(cut)}(?!\w)", "", words, count=1, flags=re.IGNORECASE)
        return left.strip(_EDGES)
    bit = _BIT.fullmatch(cut)
    parts = _CLAUSES.split(words) if bit else []
    clauses = parts[::2]
    about = (bit["about"] or "").strip(_QUOTES).casefold() if bit else ""
    if not about and not (bit and bit["last"]):
        return ""
    at = next((n for n, clause in enumerate(clauses) if about and about in clause.casefold()), None)
    at = len(clauses) - 1 if bit and bit["last"] and not about else at
    if at is None or len(clauses) < 2:
        return ""
    kept = parts[: 2 * at - 1] + parts[2 * at + 1 :] if at else parts[2:]
    return "".join(kept).strip(_EDGES)


_SAYS = re.compile(
    r"(?:(?:make|change|reword|put|rephrase)\s+(?:it|that|this)\s+(?:to\s+)?(?:say\s+|as\s+|read\s+)?|(?:it\s+|that\s+)?should\s+(?:say|read|be)\s+|"
    r"(?:just\s+|instead\s+)?(?:say|put|write)\s+(?:instead\s+)?(?:that\s+)?|instead\s*[:,]?\s+|reword(?:ed)?\s*(?:as|to)?\s*[:,–-]\s*)"
    r":?\s*",
    re.IGNORECASE,
)


def as_wording(text: str) -> str:
    """The words that a message wants put, without what leads in to them: "oh sorry. say met a parent"."""
    said = without_opening(text)
    says = _SAYS.match(said)
    return said[says.end() :].strip(_QUOTES) if says and says.end() < len(said) else said


def leads_in(text: str) -> bool:
    """Whether a message says so itself that its words are to be put: "say met a parent"."""
    return as_wording(text) != without_opening(text)


_WORD = re.compile(r"[^\W\d_]{3,}")
# Words that most reports have.
_COMMON = frozenset(
    "the and for with was were are has have had not that this from but they she her his him their".split()
)
_BEGINNING = 5  # letters, so that "complained" and "complaint" are one


def shares_words(words: str, with_these: str) -> bool:
    """Whether words share any with others that they are to replace, as new wording mostly does."""
    return not _words(words).isdisjoint(_words(with_these))


def _words(text: str) -> set[str]:
    return {word[:_BEGINNING] for word in map(str.lower, _WORD.findall(text)) if word not in _COMMON}
