"""Tells which body a sentence binds: the one that is the subject of its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.documents.sentences import Span
from knowledge.model import Party


@dataclass(frozen=True, slots=True)
class Bound:
    """A body that a sentence binds, in the sentence's own words, and where it stands."""

    party: Party
    words: str
    start: int
    end: int


_NAME = r"[A-Z][\w’'&-]*"
_NAMES = rf"{_NAME}(?:(?:,| and|, and| of| for)? {_NAME}){{0,6}}"
_GOVERNMENT = (
    rf"(?i:(?:UK |HM |Welsh |Scottish |central |national )?government)|(?i:departments?) (?:of|for) {_NAMES}"
    rf"|(?i:the department)|(?i:secretar(?:y|ies) of state)(?: for {_NAMES})?|(?i:ministers?)"
    rf"|Ministry (?:of|for) {_NAMES}"
    r"|(?:Home|Cabinet|Foreign) Office|(?:HM )?Treasury|DfE|DH|DHSC|DCLG|DLUHC|MHCLG|MoJ|DWP|DCSF"
)
_OFSTED = r"Ofsted|OFSTED|(?i:(?:joint )?inspectorates?)|CQC|Care Quality Commission|HMIC|HMICFRS|HMIP|Estyn"
_COUNCIL = (
    r"(?i:local (?:authorit(?:y|ies)|councils?|leaders|partners|areas|government(?! (?:association|group))))"
    rf"|(?:{_NAME} ){{0,3}}(?:City|County|Borough|District|Metropolitan|Town|Parish) Council"
    rf"|(?!(?:Nursing|Research|Arts|Privy|Chiefs|Teaching|Medical|Care) ){_NAME} Council|(?i:(?:the )?councils?)"
    r"|(?i:directors? of children[’']s services)|DCSs?"
)
_PARTNERS = (
    r"(?:LSCB|SSCB|SWRB|HCPC|HPC|ADCS|ADASS|SOLACE|LGG|LGA|HEI|CCG|ICB|PCT|ACPO|NPCC|CAFCASS|Cafcass|CIB|SCIE|CWDC|GMC)s?"
    rf"|NHS(?: {_NAME}){{1,3}}|NHS(?: (?:bodies|trusts?|boards?|organisations|commissioners))?"
    rf"|(?:(?:Royal )?(?:College|Association|Institute|Society|Board)) of {_NAMES}|(?i:the college)\b"
    r"|(?i:employers|higher education institutions|universities|colleges|schools|academies|providers|the police"
    r"|police forces|health and wellbeing boards?|clinical commissioning groups?|(?:statutory |partner )?partners"
    r"|partner (?:agencies|organisations|bodies)|professional bodies|voluntary organisations)"
    rf"|(?:{_NAME} (?:(?:of|for|and|the) ){{0,2}}){{1,6}}(?:Board|College|Commission|Trust|Agency|Association|Institute"
    r"|Partnership|Committee|Federation|Forum|Inspectorate|Ombudsman|Authority|Constabulary|Brigade|Regulator|Group"
    r"|Council|Service|Society)s?"
)
_DETERMINER = r"(?:(?i:the|all|most|many|some|each|every|both) )?"
_BODY = re.compile(
    rf"\b{_DETERMINER}(?:(?P<council>{_COUNCIL})|(?P<government>{_GOVERNMENT})|(?P<ofsted>{_OFSTED})"
    rf"|(?P<partners>{_PARTNERS}))(?![\w’'-])(?: and their partners)?"
)
_PARTIES = {
    "council": Party.COUNCIL,
    "government": Party.GOVERNMENT,
    "ofsted": Party.OFSTED,
    "partners": Party.PARTNERS,
}

_BETWEEN = re.compile(r"(?:,? and |, | or |/)")
_VERB = re.compile(
    r"(?: \([^()]{1,80}\))?(?:,[^,.;]{1,150},)?"
    r"(?: (?:also|already|therefore|then|now|each|both|all|still|jointly|together|generally|normally))?"
    r" (?:will|shall|must|should|would|could|can|may|might|intends?|plans?|aims?|envisages?|expects?|proposes?|hopes?"
    r"|wants?|is|are|has|have|agrees?|accepts?|continues?|needs?|anticipates?|undertakes?|ought)\b"
    r"| ?: "
)
_NOT_SUBJECT = re.compile(
    r"\b(?:with|of|for|by|to|from|between|among|in|on|through|via|at|including|against|under|within|across|over|about|as"
    r"|than|into|towards|upon|once|when|if|after|before|until|while|where|whose|which|whether|how|what|unless|because"
    r"|whom|and|or) $",
    re.IGNORECASE,
)
_FOR_THEM = re.compile(r"\bit (?:will|would|should|is) (?:be )?for $", re.IGNORECASE)
_NEAR = 30  # characters to look back


def bound(text: str, sentence: Span) -> list[Bound]:
    """The bodies that are subjects in a sentence, in order; bodies named together count as one, by the first."""
    return [group for group in _groups(text, sentence) if _is_subject(text, sentence, group)]


def _groups(text: str, sentence: Span) -> Iterator[Bound]:
    group: Bound | None = None
    for match in _BODY.finditer(text, sentence.start, sentence.end):
        if group and _BETWEEN.fullmatch(text, group.end, match.start()):
            group = Bound(group.party, text[group.start : match.end()], group.start, match.end())
            continue
        if group:
            yield group
        group = Bound(_PARTIES[match.lastgroup or ""], match[0], *match.span())
    if group:
        yield group


def _is_subject(text: str, sentence: Span, group: Bound) -> bool:
    before = text[max(sentence.start, group.start - _NEAR) : group.start]
    if _FOR_THEM.search(before):
        return True
    return not _NOT_SUBJECT.search(before) and bool(_VERB.match(text, group.end, sentence.end))
