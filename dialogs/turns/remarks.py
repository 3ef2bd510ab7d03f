"""Reads what is said to whoever takes an answer down, and is no answer: errands, bids, "same as last time"."""

from __future__ import annotations

import re

from dialogs.words import forms
from dialogs.words.wordings import ASIDE, MAY_BE_ASIDE, PUTS_RIGHT

_LONGEST = 200  # characters; what is longer is no remark
_FLAGS = re.IGNORECASE | re.DOTALL
BREAK = r"[\s,.;:!–—-]*"
_ASKING = r"(?:can|could|would|will) you|you can|let[’']?s|make it|set it|change it to"
# These begin many an answer ("no staff yet", "wait times are down"), unless a stop or more of their kind is behind.
_DOUBTFUL = (
    rf"(?:{MAY_BE_ASIDE}|just|do)"
    r"(?=\s*(?:[,.;:!–—]|\s-\s|\Z)|\s+(?:no|not|wait|sorry|oops|actually|hang on|hold on|i mean|i meant|its?|thats?|"
    r"it[’']s|that[’']s|make|please|tell|can you|on second thoughts?)\b)"
)
_DROPS = r"(?:scrap|forget|ignore|leave|drop) (?:that|it|this)|never ?mind"
_NO_AT_ALL = r"(?:oh|ah|actually|hmm+|wait|hang on),?\s+no"
# What may stand before anything that is said to the bot.
_SAID_FIRST = (
    rf"(?:{_NO_AT_ALL}|{_DROPS}|{ASIDE}|{_DOUBTFUL}|yes|yep|yeah|sure|fine|great|gosh|god|ugh|{_ASKING}|also|plus)\b"
)
# Possessive, since there are many ways to share out a row of these.
FIRST = rf"(?:{_SAID_FIRST}{BREAK})*+"
_OPENING = re.compile(FIRST, re.IGNORECASE)
# Whom it may concern; nobody is told "it".
_WHOM = r"(?!(?:it|that|this|the (?:truth|story|time|same))\b)[\w’'-]+"
_TELLS = re.compile(
    rf"{FIRST}(?:(?:maybe|better|i[’']?d|you|not sure|no idea|(?:i )?(?:dunno|don[’']?t know)|idk)\b{BREAK})*"
    r"(?:(?:tell|ask|remind|e-?mail|message|text|ring|notify|inform|warn|check with|speak to|talk to|cc|chase)\s+"
    rf"{_WHOM}|let\s+{_WHOM}(?:\s+[\w’'-]+)?\s+know)\b.*",
    _FLAGS,
)
_TELLS_SURELY = re.compile(rf"tell\s+{_WHOM}\b|let\s+{_WHOM}(?:\s+[\w’'-]+)?\s+know\b", re.IGNORECASE)
_SAME = re.compile(
    rf"{FIRST}(?:(?:it|that|this|everything|all|still|is|are|stays?|remains?|[’']s|its)\b\s*)*(?:(?:exactly\s+)?(?:the\s+)?same"
    r"(?:\s+(?:next step|evidence|one|words?|thing|again|text|wording))*"
    r"(?:\s+(?:as|like)\s+(?:before|(?:the\s+)?last\s+(?:time|update|week|month|one)|previously|ever|always|it was))?|"
    r"as\s+(?:before|last\s+(?:time|update|week|month)|previously|it was)|unchanged|no\s+changes?|not\s+changed|"
    r"hasn[’']?t\s+changed|(?:use|keep|copy|take)\s+(?:the\s+)?(?:last|old|previous)\s+(?:one|text|words?|update|time)?|"
    r"ditto|see\s+(?:my\s+)?last\s+(?:update|time|one))(?:[\s,]+(?:but|just|only|though))?\W*",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?:none|nothing|nil|n\s*/?\s*a|no (?:particular |real |special )?reason|not applicable|tbc|tbd|skip|pass|blank)"
    r"(?:[\s,]+(?:really|yet|in particular|at all|please|sorry|thanks))*\W*",
    re.IGNORECASE,
)
# What begins so is said to whoever takes it down: words that no report and no reason begins with.
_BIDS = re.compile(
    rf"{FIRST}(?:(?:take|remove|delete|get|cut|sign|undo|cancel|change|correct|swap|make|put|send|give|move|use|add|"
    r"leave|forget|ignore|drop|skip|scrap|set|say|write|save|post)\s+"
    r"(?:it|that|this|them|these|the\s+\w+\s+(?:out|off|away|back)|[\w’'-]+\s+(?:too|as well|instead))\b|"
    r"let\s+(?!(?:down|out|go|off|alone)\b)[\w’'-]+\s+\w+)",
    re.IGNORECASE,
)


def is_errand(text: str) -> bool:
    """Whether a message wants somebody told or asked something: "and tell Sue", "ask the board"."""
    said = text.strip()
    return len(said) <= _LONGEST and _TELLS.fullmatch(said) is not None


def refers_back(text: str) -> bool:
    """Whether a message says nothing but that it is as it was: "same as last time", "unchanged"."""
    said = text.strip()
    return len(said) <= _LONGEST and _SAME.fullmatch(said) is not None


def is_none(text: str) -> bool:
    """Whether a message says only that there is no answer: "none", "n/a"."""
    return _NONE.fullmatch(text.strip()) is not None


def may_be_none(text: str, *, bids: bool = True) -> bool:
    """Whether a message may be no answer: it puts something right, bids something, or sends on an errand.

    Where the answer itself may be something to do, it only `bids` with what is said to the bot before it.
    """
    said = text.strip()
    if puts_right(said) or (tells_nothing(said) and not refers_back(said)):
        return True
    if not bids and without_opening(said) == said:
        return _TELLS_SURELY.match(said) is not None
    return is_errand(said) or _BIDS.match(said[:_LONGEST]) is not None


def tells_nothing(text: str) -> bool:
    """Whether a message has no word that could tell of any work: "just kidding", "as I said"."""
    said = re.findall(r"[^\W\d_]+|\d+", text.lower().replace("’", "").replace("'", ""))
    return bool(said) and forms.words("talk").issuperset(said)


def puts_right(text: str) -> bool:
    """Whether "sorry", "oops" or the like stands before what a message says."""
    said = without_opening(text)
    return said != text.strip() and PUTS_RIGHT.search(text.strip()[: -len(said)]) is not None


_IS_NONE = (
    r"personal|identif\w+|confidential|sensitive|private|fine|ok|okay|allowed|consent(?:ed)?|agreed|real|made up|"
    r"public|known|staff|data|names?|child|person|(?:a|an|the) (?:staff|team|school|place|road|street|building|"
    r"colleague|worker|member of staff|project|group|hospital|ward|firm|company|partner|charity|programme|system)"
)
_OBJECTS = re.compile(
    rf"{FIRST}(?:why(?: not)?|what do you mean.*|what(?:[’']?s| is)? (?:wrong|personal|the (?:problem|issue))\b.*|"
    r"keep (?:it|that|this|the \w+)(?: in| there| as it is)?|leave (?:(?:it|that|this) (?:in|there)|the \w+(?: in)?)|"
    r"(?:reword|rewrite|rephrase) (?:it|that|this)\b.*|"
    r"not (?:personal|a (?:name|child|person))\b.*|(?:it|that|this|there|they|those|these|he|she|nobody|no one)"
    r"(?:[’']?s|[’']?re| is| are| was| were| has| have|[’']ve)?(?: (?:not|no|all|been|really|just|only|isn[’']?t|"
    rf"aren[’']?t|hasn[’']?t|agreed|gave|given))* (?:{_IS_NONE})\b.*|they (?:all )?agreed\b.*)",
    _FLAGS,
)


def objects(text: str) -> bool:
    """Whether a message objects to a warning, or asks why it came: "that's not personal", "what's wrong with that"."""
    said = text.strip()
    return len(said) <= _LONGEST and _OBJECTS.fullmatch(said) is not None


def without_opening(text: str) -> str:
    """A message without "oh sorry", "can you" and the like before what it says."""
    said = text.strip()
    opens = _OPENING.match(said)
    return said[opens.end() :] if opens and opens.end() < len(said) else said


def only_puts_right(text: str) -> bool:
    """Whether a message is nothing but what stands before something that is put right: "hmm sorry"."""
    said = text.strip()
    return _OPENING.fullmatch(said) is not None and PUTS_RIGHT.search(said) is not None


_FURTHER = re.compile(rf"{FIRST}(?P<what>.{{2,60}}?)(?P<tail>(?:[\s,]+(?:too|as well|also))+)?\W*", _FLAGS)
_JOINS = re.compile(r"\b(?:and|also|plus)\b", re.IGNORECASE)
_MEANT = re.compile(rf"{FIRST}(?P<what>.{{2,60}}?)[\s,]+(?:i mean|i meant|instead|rather|actually|sorry)\W*", _FLAGS)


def further(text: str) -> str:
    """What a message wants as well: "and Julie", "Julie too"; empty for any other."""
    match = _FURTHER.fullmatch(text.strip())
    joins = match and (match["tail"] or _JOINS.search(text[: match.start("what")]))
    return match["what"].strip() if match and joins else ""


def meant_instead(text: str) -> str:
    """What a message wants instead, where that stands behind: "Gani I mean"; empty for any other."""
    match = _MEANT.fullmatch(text.strip())
    return match["what"].strip() if match else ""
