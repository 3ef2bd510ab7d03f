"""Finds which recommendations a text names: "rec 10", "r10", "#10", "the tenth", "recs 9 and 12", "3 to 5"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.questions.language.digits import SMALL
from knowledge.questions.language.lookback import just_before
from knowledge.questions.language.runs import runs
from knowledge.questions.language.words import word_list

NOUN = r"(?:recommendations?|recomm?s?|reccs?|recs?)"
_ITEM = r"(?:-?(?:(?<![a-z])[a-z]{1,2})?\d+(?:\.\d+)*[a-z]?\b|\b(?:one|two)\b(?!\s+(?:about|on|that|with|for)\b))"
_JOIN = r"\s*(?:,(?:\s*(?:and|or)\b)?|&|\+|/|\band\b|\bor\b|\bvs?\b\.?|\bversus\b|\bto\b|\bthrough\b|-)\s*"
_LISTING = rf"{_ITEM}(?:{_JOIN}(?:{NOUN}\s*|no\.?\s*|number\s*|#)?{_ITEM})*"
_NAMED = re.compile(
    rf"(?:\b{NOUN}(?:\b|(?=[\d_]))(?:[_-](?=\d))?\.?\s*(?:(?:number|no|num|nr)\b\.?|#|:)?\s*|\br[\s._-](?=\d)|\b(?=r\d)|#\s?|\b(?:number|no\.|num|nr)\s?(?=\d|one\b|two\b))"
    rf"(?P<list>{_LISTING})(?!\s*(?:%|/\d|(?:percent|pm|am)\b))"
)
_RANKED_NAMED = re.compile(
    rf"(?P<noun>\b(?:the\s+)?(?P<rank>\d+(?:st|nd|rd|th)|first|second)\s+(?P<what>{NOUN}|one)\b)"
    r"|\bthe\s+(?P<alone>\d+(?:st|nd|rd|th))\s*(?=[?.!,)]|$)"
)
_PLAIN_NUMBER = re.compile(
    r"(?<![\w.£$/-])(?<!\d:)-?\d{1,3}(?:\.\d+)*(?:(?:-|\s(?:to|through)\s)\d{1,3})?(?![\w%]|:\d|\.\d|/\d)"
)
_RANGE_OR_ITEM = re.compile(
    rf"(?<![\w.])r?(?P<first>\d+)\s*(?:to\b|through\b|-)\s*(?:{NOUN}\s*|r)?(?P<last>\d+)(?![\w.])"
    rf"|{_ITEM}|first|second|\d+(?=st|nd|rd|th)"
)
# Without a figure, or such a word beside a word for a recommendation, a text names nothing by number.
_IN_WORDS = frozenset({"one", "two", "first", "second"})
_NOUNS = frozenset({"number", "no", "num", "nr"})
_TOKEN = re.compile(r"[a-z']+|[^\sa-z]")
# "10 1/2".
_AND_A_PART = re.compile(r"(?<![\w./])(\d+)([\s-])([1-9])/([2-9])(?![\w/])")
# "1,000".
_THOUSANDS = re.compile(r"(?<![\d,.])(\d{1,3}),(\d{3})(?![\d,])")
# Longer than any word that may stand beside a number (characters).
_BESIDE = 40

_LETTERS = re.compile(r"^[a-z]+(?=\d)")

_ON_A_DAY = re.compile(r"\b(?:on|by|until|since|from)\s+$")
# "3 a week".
_A_TIME_EACH = re.compile(r" +an? +(?:day|week|fortnight|month|term|quarter|year|time|hour|head|piece|child|person)\b")
# "She needs it by 3", "I see the chair at four" tell a time; "look at 4" doesn't.
_A_TIME = re.compile(r"\b(?:it|this|that|them|these|those|one|answer|reply|back) (?:by|before)(?: about)? +$")
_AT = re.compile(r"\bat +$")
_LOOKS_AT = re.compile(r"\b(?:look\w*|glance|peek|aim\w*|direct\w*|point\w*|start\w*|begin\w*)(?: \w+)? at +$")
_DUE_FIRST = re.compile(r"\b(?:due|comes?|falls?|finish(?:es)?|ends?|is)\s+(?:first|last|later|earlier)\s+$")
# "There are 5 with no lead" counts.
_THERE_ARE = re.compile(r"\b(?:there (?:is|are|were|was|be)|(?:is|are|were|was) there) +(?:only |just |about |some )?$")
# "Is 8 due before 2?"
_BEFORE_ANOTHER = re.compile(
    r" +(?:due )?(?:before|after|ahead of|(?:sooner|earlier|later) than) +(?:rec\w* )?#?\d+\W*$"
)
# "I have 2 in theme 1", of which the theme has been left out.
_I_HAVE = re.compile(r"\b(?:i|we) (?:have |had |got |put |filed )+$")
_IN_A_THEME = re.compile(r" +(?:down )?(?:in|under) {2}")
# "Compare 14 and 15 for me".
_FOR = re.compile(r" +for (?:me|us|my|our|the)\b")
# "Those with 2 leads".
_HAVING = re.compile(r"\b(?:with|has|have|having|had|got|by) +$")
_OF_LEADS = re.compile(r" +(?:(?:named|lead|different) +)*(?:leads|officers|owners|names|people|dates|deadlines)\b")
# In a short message a number that something ends with is a recommendation's, whatever stands before it: "accept 9?".
_SHORT = 60


# "10, not 11", "1 to 3 except rec 2": what is left out of the rest.
_LEAVES_OUT = re.compile(
    r"\b(?:not|except(?: for)?|excepting|excluding|apart from|aside from|other than|rather than|instead of|without|"
    r"leaving out|leaving aside|minus|nor|besides?|beyond|in addition to|on top of|bar|barring|save for|"
    r"(?:any(?:thing|one)?|else|others?)\s+(?:as well as|and))\s+"
    r"(?:(?:for|on|about|of|in|with|to|the|those|numbers?)\s+)*$"
)
# "Isn't 12 Sue's?" asks of 12.
_ISNT = re.compile(
    r"^\W*(?:(?:and|so|but|oh|ok|wait|sorry|well|no|hang on)\W+)*(?:is|was|are|were|does|do|did|has|have) not\s+"
    r"(?:(?:rec\w*|number|numbers)\s+)?$"
)
_JOINED = re.compile(r"[\s,&]*(?:(?:and|or)\b\s*)?")
# "not 11, 12": a slip put right.
_PUT_RIGHT = re.compile(r"^\W*(?:no\b\W*)?(?:i (?:said|meant|mean)\s+)?not\s+$")


@dataclass(frozen=True, slots=True)
class Named:
    """Recommendations that a text names: those that exist, those that don't, and where, as (start, end) pairs.

    What the text leaves out ("not 11") isn't named where anything else is; `only_left_out` where nothing else is.
    """

    refs: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    only_left_out: bool = False


_NOTHING = Named()


def named(text: str, refs: Collection[str]) -> Named:
    """What text, lower-case and with its numbers in digits, names among `refs`, in the order of the text."""
    if not may_name(text, refs):
        return _NOTHING
    exact = by_name(refs)
    text = _in_one(text, exact)
    spans = sorted(_spans(text, refs))
    listed = [list(_items(listing, exact)) for _, _, listing in spans]
    every = [item for items in listed for item in items]
    left_out = _left_out(text, spans, listed)
    kept = [item for item in every if item not in left_out]
    found = kept or every
    return Named(
        refs=tuple(dict.fromkeys(exact[item] for item in found if item in exact)),
        missing=tuple(dict.fromkeys(item for item in found if item not in exact)),
        spans=tuple((_with_its_not(text, start), end) for start, end, _ in spans),
        only_left_out=bool(every) and not kept,
    )


def may_name(text: str, refs: Collection[str]) -> bool:
    """Whether such a text may name any; else `named` finds none, and takes longer."""
    return _numbers(text) or _lettered(tuple(refs)) is not None


def _numbers(text: str) -> bool:
    """Whether a text has a figure, or a number in words and a word for what it numbers."""
    if any(map(str.isdigit, said := runs(text))):
        return True
    return not _IN_WORDS.isdisjoint(said) and ("#" in text or not _NOUNS.isdisjoint(said) or "rec" in text)


def _in_one(text: str, exact: Collection[str]) -> str:
    """The text, as long as before, with "1,000" and "10 1/2" each as one number, which is no list of two."""
    text = _AND_A_PART.sub(lambda m: _with_its_part(m).ljust(len(m[0])), text) if "/" in text else text
    return _THOUSANDS.sub(lambda m: m[0] if m[2] in exact else f" {m[1]}{m[2]}", text) if "," in text else text


def _with_its_part(match: re.Match[str]) -> str:
    """ "10 1/2" as "10.5"."""
    part = int(match[3]) / int(match[4])
    return f"{match[1]}{f'{part:.2g}'[1:]}" if part < 1 else match[0]


def _left_out(text: str, spans: Sequence[tuple[int, int, str]], listed: Sequence[Sequence[str]]) -> set[str]:
    """What "not", "except" and the like leave out, each with what is joined to it: "except 1, 2 and 3"."""
    out, found = False, set[str]()
    for number, ((start, _, _), items) in enumerate(zip(spans, listed, strict=True)):
        joined = number > 0 and _JOINED.fullmatch(text[spans[number - 1][1] : start])
        out = _with_its_not(text, start) < start or bool(out and joined)
        found |= set(items) if out else set()
    every = [item for items in listed for item in items]
    return {every[0]} if len(every) == 2 and spans and _PUT_RIGHT.match(text[: spans[0][0]]) else found


def _with_its_not(text: str, start: int) -> int:
    """Where the words begin that leave out what is named at `start`; `start` itself where there are none."""
    match = just_before(_LEAVES_OUT, text, start, _BESIDE)
    if match and match[0].startswith("not") and _ISNT.match(text, 0, match.end()):
        return start
    return match.start() if match else start


def by_name(refs: Collection[str]) -> Mapping[str, str]:
    """Each reference by what people call it: "R1.1" is "1.1" too, where nothing else is, and "10" is "r10"."""
    return _by_name(tuple(refs))


@lru_cache(maxsize=256)
def _by_name(refs: tuple[str, ...]) -> Mapping[str, str]:
    bare = Counter(_LETTERS.sub("", ref.casefold()) for ref in refs)
    short = {_LETTERS.sub("", ref.casefold()): ref for ref in refs}
    known = {name: ref for name, ref in short.items() if bare[name] == 1} | {ref.casefold(): ref for ref in refs}
    return {f"r{ref}": ref for ref in refs if ref.isdigit()} | known


@lru_cache(maxsize=256)
def _lettered(refs: tuple[str, ...]) -> re.Pattern[str] | None:
    """Finds references that aren't mere numbers; None where there are none."""
    lettered = [re.escape(ref.casefold()) for ref in refs if not ref.isdigit()]
    return re.compile(rf"(?<![\w.])(?:{'|'.join(lettered)})(?![\w]|\.\d)") if lettered else None


def _spans(text: str, refs: Collection[str]) -> list[tuple[int, int, str]]:
    """(start, end, listing) of each place that names something."""
    spans = [(m.start(), m.end(), m["list"]) for m in _NAMED.finditer(text)]
    spans += [
        (m.start(), m.end(), m["rank"] or m["alone"]) for m in _RANKED_NAMED.finditer(text) if _is_ranked(text, m)
    ]
    if lettered := _lettered(tuple(refs)):
        spans += _elsewhere(lettered.finditer(text), spans)
    spans += _elsewhere((m for m in _PLAIN_NUMBER.finditer(text) if _bare(text, m)), spans)
    return spans


def _is_ranked(text: str, match: re.Match[str]) -> bool:
    """ "the first one" goes back in the conversation, "the 3rd" after "on" is a day; both name nothing here."""
    if match["what"] == "one":
        return match["rank"] not in SMALL
    return match["alone"] is None or not just_before(_ON_A_DAY, text, match.start())


def _elsewhere(matches: Iterable[re.Match[str]], spans: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The matches, as spans, that don't begin within any of these spans."""
    taken = {place for start, end, _ in spans for place in range(start, end)}
    return [(*match.span(), match[0]) for match in matches if match.start() not in taken]


def _bare(text: str, match: re.Match[str]) -> bool:
    """Whether a number on its own stands where only a recommendation's could."""
    if _BEFORE_ANOTHER.match(text, match.end()):
        return True
    if _IN_A_THEME.match(text, match.end()) and just_before(_I_HAVE, text, match.start()):
        return True
    before = _TOKEN.findall(text, max(0, match.start() - _BESIDE), match.start())[-1:]
    after = _TOKEN.findall(text, match.end(), match.end() + _BESIDE)[:1]
    fits_before = not before or before[0] in word_list("before a number") or before[0] in ",/&?.:;!+-("
    fits_after = (
        bool(_FOR.match(text, match.end()))
        or not after
        or after[0] in word_list("after a number")
        or not after[0][0].isalpha()
    )
    if not fits_after or word_list("never before a number") & set(before):
        return False
    if just_before(_THERE_ARE, text, match.start()) or _A_TIME_EACH.match(text, match.end()):
        return False
    if _OF_LEADS.match(text, match.end()) and just_before(_HAVING, text, match.start()):
        return False
    if just_before(_A_TIME, text, match.start()):
        return False
    if just_before(_AT, text, match.start()) and not just_before(_LOOKS_AT, text, match.start()):
        return False
    if just_before(_DUE_FIRST, text, match.start()):
        return True
    return fits_before or (len(text) < _SHORT and not word_list("counting") & set(before))


def _items(listing: str, exact: Collection[str]) -> Iterator[str]:
    """ "9, 10 and two" as "9", "10", "2"; "3 to 5" as "3", "4", "5"."""
    if listing in exact:
        yield listing
        return
    for match in _RANGE_OR_ITEM.finditer(listing):
        first, last = int(match["first"] or 0), int(match["last"] or 0)
        if first < last <= first + 100:
            yield from (str(n) for n in range(first, last + 1))
        else:
            items = (match["first"], match["last"]) if match["first"] else (match[0],)
            yield from (item if item in exact else _number(item) for item in items)


def _number(item: str) -> str:
    item = SMALL.get(item, item)
    return item if item.startswith("-") else re.sub(r"^(?:rec|r)(?=\d)|^0+(?=\d)|(?:st|nd|rd|th)$", "", item)
