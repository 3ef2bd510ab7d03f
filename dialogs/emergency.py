"""Notices a message that suggests a child is in danger now; the advice comes first, whatever else is asked."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from dialogs.words import forms, wordings
from dialogs.words.ages import with_ages
from knowledge.questions.language.words import plain

ADVICE = (
    "**If a child is in danger now, call 999.** I’m a bot and can’t pass this on or take a report. "
    "If nobody is in immediate danger, follow your safeguarding procedures now and speak to your designated "
    "safeguarding lead{contact}."
)
NOTHING_SAVED = "Nothing else in your message has been saved. If it is still to be, please send it again by itself."
# What is looked at of a message, in characters, and of its sentences: more would keep others waiting.
_LONGEST, _MOST = 4_000, 60
_ENDS = ".!?"
# What there is to be heard of in anything that sounds like danger.
_TELLING = ("acute", "harm", "alarm", "worrying", "one spoken of")
# Where another matter begins.
_SENTENCE = re.compile(r"[.!?;\n]+|,?\s+(?:also|btw|by the way)\b|,\s+(?:and|but)\b", re.IGNORECASE)
# One of these marks or words is where it begins.
_MARKS, _ASIDE = ".!?;\n,", frozenset({"also", "btw", "by"})

# Where another part of a report begins.
_CLAUSE = re.compile(r"[.!?;,:\n–—]+|\s-+\s|\s(?=(?:and|but)\s)")


def suggests_danger(text: str, *, reporting: bool = False) -> bool:
    """Whether a message, or a sentence of it, sounds like a child in danger, rather than a question on the document.

    Errs towards advice: somebody who didn't need it has lost a line. Where somebody is `reporting` progress, or begins
    to, only what is told at first hand, of one child now, or of one whom somebody harms, counts, since children at
    risk are what the progress is about.
    """
    return _suggests(text[:_LONGEST], reporting)


@lru_cache(256)  # a button's words are the same each time, and so is much of what people say
def _suggests(text: str, reporting: bool) -> bool:
    said = with_ages("\n".join(" ".join(line.split()) for line in text.splitlines()))
    matters = _matters(said)
    if not _may_tell(matters):
        return False  # as nearly all that is said
    if reporting or forms.typed("reporting", wordings.ungreeted(said)):
        return (_is_near(said) and _is_at_hand(said)) or any(map(_tells_of_one, islice(_CLAUSE.split(said), _MOST)))
    asked = asks_besides(said)
    return any(_sounds_like_danger(one, asked) for one in matters)


def _may_tell(matters: list[str]) -> bool:
    """Whether any of them has the words that danger is told in.

    A sentence has no others than the whole, unless it reads otherwise by itself.
    """
    whole = plain(matters[0])
    return any(forms.may_have(_TELLING, one) for one in matters if one is matters[0] or plain(one) not in whole)


def _matters(said: str) -> list[str]:
    """The whole of it, and each sentence that says something, once; what ends the last of them tells nothing."""
    body = said.rstrip(_ENDS)
    if not (any(map(body.__contains__, _MARKS)) or _ASIDE & wordings.letters(said)):
        return [said]
    sentences = [part for part in dict.fromkeys(_SENTENCE.split(said)) if " " in part.strip()]
    alone = len(sentences) == 1 and sentences[0] == body
    return [said] if alone else [said, *sentences[:_MOST]]


def orders(text: str) -> bool:
    """Whether a message begins like an order on a recommendation."""
    return any(map(str.isdigit, text)) and forms.typed("reporting", wordings.ungreeted(text))


def asks_document(text: str) -> bool:
    """Whether a message asks about the document besides."""
    return forms.typed("about the document", text)


def asks_besides(text: str) -> bool:
    """Whether a message asks anything but what to do now."""
    return asks_document(text) or ("?" in text and not forms.typed("seeking help", text))


def _sounds_like_danger(said: str, asked: bool) -> bool:
    """Whether a matter does; what is said of children at large doesn't where the document is `asked` about besides."""
    said = forms.without("figures of speech", said)
    if not forms.may_have(_TELLING, said):
        return False
    near, alarming = _is_near(said), _sounds_alarming(said)
    if not (near or alarming):
        return _speaks_of_one(said) and (not asked or _is_at_hand(said))
    widely, helpless = forms.typed("asking widely", said), forms.typed("seeking help", said)
    if asks_document(said) or (forms.typed("at large", said) and (asked or widely) and not helpless):
        return near and forms.typed("first hand", said)
    return near or helpless or not widely


def _speaks_of_one(said: str) -> bool:
    """Whether it tells of one young person, and of nothing everyday: what is wrong is put in a thousand ways."""
    if not forms.typed("one spoken of", said) or forms.typed("everyday of one", said):
        return False
    asks = forms.typed("asking widely", said) or forms.typed("asks", wordings.ungreeted(said))
    return not asks_document(said) and (not asks or forms.typed("seeking help", said))


def _is_at_hand(said: str) -> bool:
    return forms.typed("first hand", said) or forms.typed("near at hand", said)


def _tells_of_one(clause: str) -> bool:
    """Whether a part of a report tells of harm to one child, rather than of the work against it."""
    if not any(map(str.isalpha, clause)) or not forms.may_have(_TELLING, clause):
        return False
    if not (_is_near(clause) or _sounds_alarming(clause)) or forms.typed("guarding work", clause):
        return False
    return forms.typed("one young", clause) or forms.typed("one close", clause)


def _sounds_alarming(said: str) -> bool:
    return forms.typed("alarm", said) or (forms.typed("worrying", said) and forms.typed("young", said))


def _is_near(said: str) -> bool:
    """Whether it tells of a child, and of harm that is near."""
    harm = forms.typed("acute", said) or (forms.typed("harm", said) and forms.typed("now", said))
    return harm and forms.typed("child", said)


def advice(contact: str = "") -> str:
    """The advice; `contact` is the council's own line in words, if it has set one."""
    return ADVICE.format(contact=f", or {contact}" if contact else "")
