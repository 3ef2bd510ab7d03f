"""Greets, thanks and says goodbye: messages that ask nothing."""

from __future__ import annotations

import re

from knowledge.questions.words import expand, plain

HELLO = (
    "Hello! Ask me about the recommendations, for example “who leads recommendation {ref}?”. "
    "Say “help” to see what else I can answer."
)
THANKS = "You’re welcome. Ask whenever you need something else."
BYE = "Goodbye. I’m here whenever you need something."
CANCELLED = "All right. Nothing was under way, so nothing has changed."

_FILLERS = frozenset(
    [
        "there",
        "all",
        "everyone",
        "team",
        "bot",
        "folks",
        "mate",
        "again",
        "you",
        "ok",
        "okay",
        "how",
        "are",
        "is",
        "it",
        "going",
        "doing",
        "hope",
        "well",
        "today",
        "this",
        "a",
        "the",
        "so",
        "very",
        "much",
        "really",
        "for",
        "your",
        "that",
        "all",
        "i",
        "needed",
        "need",
        "now",
        "lovely",
        "great",
        "brilliant",
        "perfect",
        "super",
        "nice",
        "one",
        "fab",
        "fine",
        "good",
        "alright",
        "right",
        "my",
        "pal",
        "please",
        "and",
        "just",
        "to",
        "be",
        "me",
        "with",
        "help",
        "quick",
        "no",
        "yes",
        "yep",
        "oh",
        "ah",
        "ha",
        "haha",
        "lol",
        "x",
        "xx",
        "sir",
        "madam",
        "kind",
        "kindly",
        "time",
        "brill",
        "ace",
        "cool",
        "awesome",
        "cracking",
        "smashing",
        "magic",
        "indeed",
        "again",
        "folks",
        "colleague",
        "colleagues",
        "greatly",
        "really",
        "truly",
        "ever",
    ]
)
_GREETINGS = frozenset(
    [
        "hi",
        "hello",
        "hey",
        "hiya",
        "hullo",
        "howdy",
        "morning",
        "afternoon",
        "evening",
        "greetings",
        "hallo",
        "heya",
        "yo",
        "hya",
    ]
)
_THANKS = frozenset(
    ["thanks", "thank", "cheers", "thankyou", "appreciated", "appreciate", "helpful", "ta", "thx", "tysm"]
)
_FAREWELLS = frozenset(["bye", "goodbye", "cya", "later", "goodnight", "farewell"])
_CANCEL = re.compile(
    r"^\W*(?:cancel|never ?mind|forget it|stop|quit|exit|nvm|scrap that)(?: that| it| please| thanks)?\W*$"
)
_PRAISE = frozenset(
    [
        "great",
        "brill",
        "ace",
        "awesome",
        "brilliant",
        "perfect",
        "lovely",
        "super",
        "ok",
        "okay",
        "fab",
        "nice",
        "good",
        "fine",
        "cool",
        "sorted",
    ]
)


def reply_to(text: str, example_ref: str) -> str:
    """What to say to a message that only greets, thanks, takes leave or cancels; empty for any other."""
    said = expand(plain(text))
    if _CANCEL.match(said):
        return CANCELLED
    words = re.findall(r"[a-z']+", said)
    if not words or len(words) > 14:
        return ""
    for known, answer in ((_THANKS, THANKS), (_FAREWELLS, BYE), (_GREETINGS, HELLO.format(ref=example_ref))):
        if known & set(words) and all(w in known | _FILLERS | _THANKS | _GREETINGS | {"not", "see"} for w in words):
            return answer
    return THANKS if set(words) <= _PRAISE | _FILLERS and _PRAISE & set(words) and len(words) < 5 else ""
