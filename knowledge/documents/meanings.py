"""Tells what a label means where its word alone doesn't: a "position" or a "status" that is a decision, an "action"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from knowledge.documents.decisions import decided
from knowledge.documents.parts import Part
from knowledge.model import Decision, Field

_EITHER = re.compile(r"\b(?:position|status)$", re.IGNORECASE)
_ACTION = re.compile(r"(?:proposed )?action", re.IGNORECASE)
_LONGEST = 80  # characters; a decision has few


def meant(cut: Sequence[Part]) -> list[Part]:
    """The parts, those that are a decision and those that say what will be done labelled as that.

    A label whose text is mostly a decision is one everywhere, also where it says "Not for us to respond".
    """
    either = [part for part in cut if part.label.field is Field.POSITION and _EITHER.search(part.label.words)]
    all_of = Counter(part.label.words for part in either)
    decides = Counter(part.label.words for part in either if _is_decision(part))
    return [_meant(part, mostly=decides[part.label.words] * 2 > all_of[part.label.words]) for part in cut]


def _meant(part: Part, *, mostly: bool) -> Part:
    field = part.label.field
    if field is Field.RECOMMENDATION and not part.label.ref and _ACTION.fullmatch(part.label.words):
        return _as(part, Field.RESPONSE)
    if field is Field.POSITION and _EITHER.search(part.label.words):
        is_short = len(_said(part)) <= _LONGEST
        return _as(part, Field.DECISION) if _is_decision(part) or (mostly and is_short) else part
    return part


def _as(part: Part, field: Field) -> Part:
    return replace(part, label=replace(part.label, field=field))


def _is_decision(part: Part) -> bool:
    found, rest = decided(_said(part))
    return found is not Decision.NOT_STATED and (not rest or found is Decision.ACCEPT_WITH_CONDITIONS)


def _said(part: Part) -> str:
    return " ".join(" ".join(part.body).split())
