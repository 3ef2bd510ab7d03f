"""Finds where the document itself says that what a recommendation asks for has been carried out."""

from __future__ import annotations

import re

from knowledge.questions.passages import Passage
from knowledge.questions.searching.index import Index

_CARRIED_OUT = re.compile(
    r"\b(?:discharged|completed|implemented|delivered|achieved|finished|carried out|has been done|have been done)\b"
    r"|^(?:complete|done)\W*$",
    re.IGNORECASE,
)
# What is still to be.
_TO_COME = re.compile(
    r"\b(?:should|must|will|shall|would|could|may|not|no|until|once|when|if|to be|being|recommends?)\b", re.IGNORECASE
)


def carried_out(ref: str, index: Index) -> Passage | None:
    """The last such sentence under a recommendation, None where there is none."""
    said = [passage for passage in index.passages if passage.ref == ref and _CARRIED_OUT.search(passage.text)]
    return next((passage for passage in reversed(said) if not _TO_COME.search(passage.text)), None)
