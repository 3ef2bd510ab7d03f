"""Finds the sentences that say what a body decided on a recommendation, where no label says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.documents.decisions import RIDER, decided
from knowledge.documents.paragraphs import runs_on
from knowledge.documents.sentences import paragraphs, sentence_spans
from knowledge.model import Decision


@dataclass(frozen=True, slots=True)
class Reply:
    """What was decided, and by whom in the sentence's own words; nobody where it says "we" or doesn't say.

    `words` are a heading's own for the decision, where that says it.
    """

    decision: Decision
    by: str = ""
    words: str = ""


NO_REPLY = Reply(Decision.NOT_STATED)

_ABOUT = r"(?:UK|HM|local|national|central|Welsh|Scottish|devolved)"
_BODY = (
    r"(?:governments?|councils?|cabinet|executive|departments?|committee|board|authorit(?:y|ies)|trust|partnership"
    r"|partners|services?|inspectorate|ministers?|college|police|brigade|commission|agency)"
)
_NAME = r"(?:[A-Z][\w&.]*(?:[’'-]\w+)*[’']?|\([A-Z][\w&’' -]*\))"
_LINK = r"(?:of|for|and|the|in|on|&)"
# A sentence that begins so only mentions a decision ("If the council accepts this recommendation, ..."), or it is
# somebody else's.
_MENTIONS = (
    r"(?!(?:If|When|Where|Whether|Unless|Although|Though|While|Whilst|Because|Since|As|Once|Until|Before|After|In|On|At"
    r"|That|Should|Had|Did|Does|Do|Is|Was|Has|How|Why|What|Who|Which|Last|Previously|Not|Neither|Nor|No|Nobody|None|Some"
    r"|Many|Few|Most|For|But|Even|Only|Anyone|Anybody|Everyone|It|They|He|She|I|You"
    r"|(?:The )?(?:Inquiry|Review|Reviewer|Report|Panel|Coroner)) )"
)
_WHO = (
    rf"{_MENTIONS}(?:(?P<we>We)|(?P<who>(?:The )?(?:{_ABOUT} )?"
    rf"(?:{_BODY}|{_NAME}(?:,? (?:{_LINK} )*(?:{_NAME}|{_BODY}))*)))"
)
_MANNER = r"(?: (?:has|have|also|therefore|formally|gladly|readily|now|already|jointly|strongly|unanimously))*"
_YES = r"accepts?|accepted|supports?|supported|endorses?|endorsed"
_AGREE = r"agrees?(?: with| to)?|agreed(?: with| to)?"
_REFUSED = r"accept|agree with|agree to|agree|support|endorse"
_NO = (
    rf"rejects?|rejected|declines?|declined|(?:(?:do|does|did|can|could|will) not|cannot) (?:{_REFUSED})"
    rf"|(?:(?:do|does|did|ca|could|wo)n[’']t) (?:{_REFUSED})|(?:is|are|was|were) (?:not able|unable) to (?:{_REFUSED})"
)
_CONSIDER = r"(?:will|is|are) (?:(?:further )?consider(?:ing)?|(?:give|giving) (?:further )?consideration to)"
_NOTE = r"notes?|noted"
_IT = (
    r"(?:this|the|these|that|both|all(?: of)?(?: the| these)?) recommendations?"
    r"|recommendation (?P<ref>[A-Z]?[\d.]*\d[a-z]?)"
)
_IS = r"(?:is|are|was|were|has been|have been)"
_MADE = r"(?: (?:made|directed|addressed|aimed|relevant) (?:to|towards|at)\b[^,.;:]{1,120}?)?"
_HOW_FAR = r"in principle|in part|partially|partly|in full|fully|wholly|in its entirety|without reservation"
# What follows a decision leaves it as it is, unless one of these words limits it.
_LIMIT = (
    r"but|except|subject|however|although|though|only|part(?:ly|ially)?|apart|unless|provided|rather|principle|not"
    r"|\w+n[’']t|cannot|reject\w*|declin\w*|reservations?|conditions?|depend\w*|instead|yet|while|whilst|where"
)
_UNLIMITED = (
    rf"(?:,? (?:on behalf|including|noting|recogni[sz]ing|and|as|because|since|given)\b(?:(?!\b(?:{_LIMIT})\b).)*)?"
)
_BY = rf"(?: by (?P<by>(?:the )?(?:{_ABOUT} )?(?:{_BODY}|{_NAME}(?: (?:{_LINK} )*(?:{_NAME}|{_BODY}))*)))?"

_DOES = (
    rf"{_WHO}{_MANNER}(?:,? (?P<before>{_HOW_FAR}),?)? (?:(?:{_YES}|{_AGREE})(?:,? (?P<within>{_HOW_FAR}),?)? (?:{_IT})"
    rf"|(?:{_YES}) this){_MADE}(?:,? (?P<after>{_HOW_FAR}))?"
)
_ACCEPTS = re.compile(rf"{_DOES}{_UNLIMITED}")
_ACCEPTS_PARTLY = re.compile(rf"{_DOES},? {RIDER}")
_IS_ACCEPTED = re.compile(
    rf"(?i:{_IT}) {_IS}(?: (?P<before>{_HOW_FAR}))? (?:accepted|agreed|supported|endorsed)"
    rf"(?:,? (?P<within>{_HOW_FAR}))?{_BY}(?:,? (?P<after>{_HOW_FAR}))?{_UNLIMITED}"
)
_OTHERS = (
    (Decision.REJECT, rf"{_WHO}{_MANNER} (?:{_NO}) (?:{_IT}|this)(?:,? (?:because|as|since|for|and|given|on)\b.*)?"),
    (
        Decision.REJECT,
        rf"(?i:{_IT}) {_IS} (?:not (?:accepted|agreed|supported)|rejected|declined){_BY}"
        r"(?:,? (?:because|as|since|for|and|given|on)\b.*)?",
    ),
    (Decision.CONSIDER_FURTHER, rf"{_WHO}{_MANNER} {_CONSIDER} (?:{_IT})(?: .*)?"),
    (
        Decision.CONSIDER_FURTHER,
        rf"(?i:{_IT}) (?:is|remains) (?:under (?:further )?consideration|being considered)(?: .*)?",
    ),
    (Decision.NOTED, rf"{_WHO}{_MANNER} (?:{_NOTE}) (?:{_IT})(?:,? (?:and|which|as)\b.*)?"),
    (Decision.NOTED, rf"(?i:{_IT}) (?:is|has been) noted{_BY}"),
)
_PATTERNS = tuple((decision, re.compile(pattern)) for decision, pattern in _OTHERS)
_WEAK = frozenset({Decision.CONSIDER_FURTHER, Decision.NOTED, Decision.NOT_STATED})
_FIRM = frozenset(Decision) - _WEAK
# Words of a decision that stands without its sentence: "Accepted in principle."
_BARE = re.compile(r"\b(?:accept|agreed|reject|support|noted|not agreed)", re.IGNORECASE)
# Without any of these no sentence decides; most lines are passed over by that alone.
_HINT = re.compile(r"accept|agree|support|endors|reject|declin|consider|note", re.IGNORECASE)
_OBJECT = re.compile(r"recommendation|\bthis\b", re.IGNORECASE)
_FAR = 4  # lines that such a sentence goes on over


def reply(text: str, ref: str) -> Reply:
    """What the response to a recommendation decides: in its first sentence, else in all others that do, if they agree.

    Whoever notes a recommendation, or goes on considering it, may still decide on it in another sentence.
    """
    found = [_said(sentence, ref) for sentence in _sentences(text)]
    if found and found[0].decision is Decision.NOT_STATED:
        found[0] = _bare(next(_sentences(text)))
    if found and found[0].decision in _FIRM:
        return found[0]
    firm = [one for one in found if one.decision in _FIRM]
    said = firm or [one for one in found if one.decision is not Decision.NOT_STATED]
    return said[0] if len({one.decision for one in said}) == 1 else NO_REPLY


def begins(lines: Sequence[str], ref: str) -> int | None:
    """Where a response begins in the lines of a recommendation: with a decision, in a sentence that begins its line."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    hints = {near for place, at in enumerate(filled) if _HINT.search(lines[at]) for near in _ahead_of(place, filled)}
    places = (at for before, at in pairwise(filled) if at in hints and not runs_on(lines[before]))
    return next((at for at in places if _opens(lines, at, ref)), None)


def _ahead_of(place: int, filled: Sequence[int]) -> Sequence[int]:
    """The lines that a sentence may begin on which goes on to this one."""
    return filled[max(0, place - _FAR + 1) : place + 1]


def _opens(lines: Sequence[str], start: int, ref: str) -> bool:
    """Whether a sentence that decides begins with a line, however far it goes on over the next ones."""
    if not lines[start].strip()[:1].isupper():
        return False
    if _bare(lines[start]) is not NO_REPLY:
        return True
    ahead = [line.strip() for line in lines[start : start + 2 * _FAR] if line.strip()][:_FAR]
    joined = (" ".join(ahead[:count]) for count in range(1, len(ahead) + 1))
    return any(_said(next(_sentences(text)), ref) is not NO_REPLY for text in joined)


def _sentences(text: str) -> Iterator[str]:
    spans = (span for paragraph, _ in paragraphs(text) for span in sentence_spans(text, paragraph))
    return (" ".join(text[span.start : span.end].split()) for span in spans)


def _bare(sentence: str) -> Reply:
    """A decision in a word or two, as headings have it."""
    decision = decided(sentence)[0] if _BARE.search(sentence) and not decided(sentence)[1] else Decision.NOT_STATED
    return NO_REPLY if decision is Decision.NOT_STATED else Reply(decision)


def _said(sentence: str, ref: str) -> Reply:
    """What a sentence decides on this recommendation; nothing where it is about another, or only mentions one."""
    if not (_HINT.search(sentence) and _OBJECT.search(sentence)):
        return NO_REPLY
    bare = sentence.strip().removesuffix(".")
    accepts = _ACCEPTS.fullmatch(bare) or _IS_ACCEPTED.fullmatch(bare)
    tried = [(_how_far(accepts), accepts)] if accepts else []
    if limited := _ACCEPTS_PARTLY.fullmatch(bare):
        tried.append((_limited(_how_far(limited)), limited))
    tried += [(decision, found) for decision, pattern in _PATTERNS if (found := pattern.fullmatch(bare))]
    return next((Reply(decision, _who(found)) for decision, found in tried if found["ref"] in {None, ref}), NO_REPLY)


def _how_far(accepts: re.Match[str]) -> Decision:
    words = " ".join(accepts[name] or "" for name in ("before", "within", "after"))
    if "principle" in words:
        return Decision.ACCEPT_IN_PRINCIPLE
    return Decision.ACCEPT_IN_PART if "part" in words else Decision.ACCEPT


def _limited(decision: Decision) -> Decision:
    return Decision.ACCEPT_WITH_CONDITIONS if decision is Decision.ACCEPT else decision


def _who(found: re.Match[str]) -> str:
    named = found.groupdict()
    return named.get("who") or named.get("by") or ""
