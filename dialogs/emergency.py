"""Notices a message that suggests a child is in danger now; the advice comes first, whatever else is asked."""

from __future__ import annotations

import re

ADVICE = (
    "**If a child is in danger now, call 999.** I’m a bot and can’t pass this on or take a report. "
    "If nobody is in immediate danger, follow your safeguarding procedures now and speak to your designated safeguarding lead{contact}."
)

# Who, what and how near: all three, so that questions about the document's own subject don't set it off.
_CHILD = re.compile(
    r"\b(?:child|children|kids?|baby|toddler|bab(?:y|ies)|boys?|girls?|pupils?|students?|teenagers?|young (?:person|people)|daughter|son|niece|nephew"
    r"|brother|sister|little one|lad|lass|he|she|they|me|i|my)\b"
)
_HARM = re.compile(
    r"\b(?:hurt(?:ing)?|hit(?:ting|s)?|beat(?:en|ing|s)?|punch\w*|kick\w*|slap\w*|burn(?:t|ed|ing)?|bruis\w+|bleed\w*|abus(?:ed|ing)|molest\w*|rap(?:ed|ing)|touch(?:ed|ing) (?:them|him|her|me|a child|inappropriately|sexually)"
    r"|groom(?:ed|ing)|neglected|starv\w+|lock(?:ed|s) (?:in|up|out)|(?:not|isn't|aren't|n't) safe|unsafe|in danger|at risk of harm|threaten\w*|attack\w*|stabb\w*|kill\w*|suicid\w*|self[- ]?harm\w*|overdos\w*"
    r"|(?:has|have|is|gone|went|been|reported) (?:gone )?missing|run(?:ning)? away|runaway|trafficked|scared (?:of|to go)|afraid (?:of|to go)|terrified|screaming|being (?:hurt|hit|harmed|abused|exploited)|disclos(?:ed|es|ing|ure)|strangl\w*|chok\w*|alone at home|left alone|home alone)\b"
)
_NOW = re.compile(
    r"\b(?:just (?:told|said|disclosed|found|seen|saw|rang|called|now)|right now|now|tonight|today|this (?:morning|afternoon|evening|minute)|at the moment|immediately|urgent(?:ly)?|emergency"
    r"|(?:has|have|'s|is) (?:just )?(?:told|telling|disclosed|said|saying|tells?|says|come to me|been)|told me|told us|tells me|says (?:that )?(?:he|she|they|her|his|their|dad|mum)|confided|i (?:think|am worried|fear|believe|suspect|saw|can hear|heard|found)|i'm (?:worried|scared)|we (?:think|fear|suspect)|i am (?:worried|scared|being)|i'm being|is (?:being|hurting|hitting|beating)|are (?:being|hurting|hitting)|what (?:do|should) (?:i|we) do|who (?:do|should) (?:i|we) (?:call|ring|tell|report)|what number|help (?:me|him|her|them)|in front of me|next door)\b"
)
_ASKS_DOCUMENT = re.compile(r"\b(?:rec(?:s|ommendations?)?|theme|munro|lead officer|timescale|document|report say|argument|position)\b")
# The field's own terms, in which nobody in particular is hurt.
_SUBJECT = re.compile(r"\b(?:child|children'?s?) (?:protection|in need|and famil\w+|social|centred|services|act|abuse)\b|\bchild'?s journey\b")
_FIRST_HAND = re.compile(r"\b(?:told (?:me|us)|disclosed to (?:me|us)|i (?:think|saw|heard|am being)|i'm being|hurting me|hits me|hit me|right now|help me)\b")


def suggests_danger(text: str) -> bool:
    """Whether a message sounds like a child being harmed now, rather than a question about child protection.

    Errs towards advice: somebody who didn't need it has lost a line.
    """
    said = _SUBJECT.sub(" ", text.lower().replace("’", "'"))
    signs = bool(_CHILD.search(said)) and bool(_HARM.search(said)) and bool(_NOW.search(said))
    return signs and (not _ASKS_DOCUMENT.search(said) or bool(_FIRST_HAND.search(said)))


def advice(contact: str = "") -> str:
    """The advice; `contact` is the council's own line in words, if it has set one."""
    return ADVICE.format(contact=f", or {contact}" if contact else "")


def asks_document(text: str) -> bool:
    """Whether a message asks about the document besides."""
    return bool(_ASKS_DOCUMENT.search(text.lower()))
