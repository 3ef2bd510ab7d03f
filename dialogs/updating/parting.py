"""Parts an update from what stands in its message and is none of it: requests, questions, another one's news."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from dialogs.updating import asking
from dialogs.words import phrases
from dialogs.words.wordings import RECS, REF

LEFT_OUT = "I haven’t taken {parts} into the update; please send {it} by itself."
NOT_YET = "Nothing is saved before you say yes."
_SHOWN = 200

_DEEDS = (
    r"(?:extend|set|assign|unassign|move|push|change|tell|let|remind|ask|e-?mail|send|sign|undo|delete|remove|pass|"
    r"chase|inform|notify|show|give|check|put|mark|update|export|add|get|make|help|explain|call|ring|note)\b"
)
_WHOM = r"(?:him|her|them|us|me|everyone|everybody|the\s+\w+|[^\W\d]+(?:\s+[^\W\d]+)?)"
# What is asked of the bot; of "and tell Julie", only where no plan goes on with it ("we will meet them and tell …").
_ASKED = (
    rf"(?:can|could|would|will)\s+(?:you|u|someone|somebody|we|i)\s+(?:(?:please|pls|also|just|then)\s+)*{_DEEDS}|"
    rf"(?:please|pls)\s+(?:(?:also|just|then|can\s+you)\s+)*{_DEEDS}"
)
_AND_TELL = (
    rf"(?:tell|remind|e-?mail|notify|inform)\s+{_WHOM}(?=\s*(?:[.;,!?\n]|\Z)|\s+(?:that|to|about|it)\b)|"
    rf"let\s+{_WHOM}\s+know|"
    rf"(?:extend|sign\s+off|set\s+the\s+target\s+(?:for|of|to))\s+"
    rf"(?:(?:it|this|that)\b|{RECS}{REF}(?=\s+(?:to|by|until|till)\b|\s*(?:[.;,!?\n]|\Z)))"
)
_NOT_SAVED = (
    r"(?:please\s+|pls\s+)?(?:do\s+not|don['’]?t)\s+(?:save|post|send|submit|record|log)\b"
    r"(?:\s+(?:it|this|that|anything))?(?:\s+(?:just\s+)?yet|\s+for\s+now)?"
)
_SAME = (
    rf"(?:(?:oh|and|also)[\s,]+)*{RECS}(?P<ref>{REF})\s*(?:is|has|had|:|-|–)?\s*(?:still\s+)?(?:no\s+(?:change|update)|unchanged|"
    r"nothing\s+(?:new|to\s+report)|(?:the\s+)?same(?:\s+as\s+(?:before|last\s+\w+))?)(?!\w)"
)
_STOP = r"(?:[,;.!?\n–—]|\s-(?=\s))\s{0,9}"
_JOINS = r"(?:(?:and|but|also|then|oh|ps)[\s,]+){0,4}"
_OUT = re.compile(
    rf"(?:(?:{_STOP}{_JOINS}|\s(?:and|but)\s{_JOINS})(?P<out>(?:{_ASKED}|(?P<told>{_AND_TELL}))[^.;!?\n]*\??|"
    rf"(?P<unsaved>{_NOT_SAVED}))|(?:{_STOP}|\s(?=and\s))(?P<same>{_SAME}))",
    re.IGNORECASE,
)
# What a plan that goes on has before it, in the same sentence.
_PLANS = re.compile(r"\b(?:to|will|shall|must|should|need|can|could|may|might)\b[^.;!?\n]*\Z", re.IGNORECASE)
_MOST = 5


def parted(words: str, known: Container[str]) -> tuple[str, tuple[str, ...]]:
    """An update's words, and what stood in them that is no part of it, as typed.

    `known` are recommendations' numbers. Words behind "narrative:" are said to be part of the update.
    """
    left: list[str] = []
    if "narrative:" in words.lower():
        return words, ()
    at = 0
    while len(left) < _MOST and (found := _OUT.search(words, at)):
        if _belongs(found, known):
            at = found.end()
            continue
        left.append((found["out"] or found["unsaved"] or found["same"]).strip())
        words, at = f"{words[: found.start()]}{words[found.end() :]}", found.start()
    words, question = asking.parted(words)
    return words, (*left, question) if question else tuple(left)


def refs_in(parts: Sequence[str]) -> list[str]:
    """The recommendations of which these parts say that nothing has changed, as typed."""
    same = (re.fullmatch(_SAME, part, re.IGNORECASE) for part in parts)
    return [one["ref"].casefold() for one in same if one]


def _belongs(found: re.Match[str], known: Container[str]) -> bool:
    """Whether it is part of the update after all: a plan that goes on, or a number that is no recommendation's."""
    plans = found["told"] and _PLANS.search(found.string[: found.start()])
    return bool(plans or (found["same"] and found["ref"].casefold() not in known))


def left_out(parts: Sequence[str]) -> list[str]:
    """That these parts of a message aren't taken, in a sentence or two; empty for none."""
    unsaved = [part for part in parts if re.fullmatch(_NOT_SAVED, part, re.IGNORECASE)]
    others = [phrases.quoted(phrases.excerpt(part, _SHOWN)[0]) for part in parts if part not in unsaved]
    said = [LEFT_OUT.format(parts=phrases.joined(others), it="it" if len(others) == 1 else "each")] if others else []
    return [*said, NOT_YET] if unsaved else said
