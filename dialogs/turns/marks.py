"""Tells one proposal from another, so that an old card's yes, or somebody else's, is no yes to what is asked now."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from dialogs.turns.moment import Moment

TO = "to"  # what a button's data call the mark of what it answers


def mark_of(draft: Mapping[str, Any]) -> str:
    """What would be done, in a few letters."""
    what = json.dumps([draft.get("do"), draft.get("what")], sort_keys=True)
    return sha256(what.encode()).hexdigest()[:12]


def answers_another(moment: Moment, draft: Mapping[str, Any]) -> bool:
    """Whether a message comes from a button that belongs to another proposal. Typed words belong to none."""
    mark = moment.message.fields.get(TO)
    return mark is not None and mark != mark_of(draft)
