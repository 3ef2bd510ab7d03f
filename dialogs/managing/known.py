"""Whom an order may name as a lead, and which of them somebody means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from dialogs.turns.moment import Moment

# A name is taken for one that is known when it is nearly the same; it is asked about all the same.
_ALIKE = 84


def known_names(moment: Moment) -> list[str]:
    """Everybody who may lead: the document's leads, and the people of the directory."""
    documents = [
        lead.name for i in moment.knowledge.indexes for rec in i.programme.recommendations for lead in rec.leads
    ]
    directory = [name for member in moment.records.members() for name in (*member.leads, member.name) if name]
    return list(dict.fromkeys([*documents, *directory]))


def nearest(typed: str, known: Sequence[str]) -> str | None:
    """The name that is meant: the same, the only one of this first or last name, or one nearly the same."""
    bare = re.sub(r"^(?:mr|mrs|ms|miss|dr)\.?\s+", "", typed.strip(), flags=re.IGNORECASE).casefold()
    for name in known:
        if name.casefold() == bare:
            return name
    partly = [name for name in known if bare in name.casefold().split()]
    if len(partly) == 1:
        return partly[0]
    best = process.extractOne(bare, known, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_ALIKE)
    return str(best[0]) if best else None
