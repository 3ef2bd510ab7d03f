"""The safeguarding guard: what in a text looks like personal data of a child or a family.

It is there to make somebody think again, not to prove anything: names alone, which are of staff for the most part, and
names without capitals that are words as well pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from knowledge.progress.safeguarding.cases import cases
from knowledge.progress.safeguarding.identifiers import Sighting, identifiers
from knowledge.progress.safeguarding.lives import lives
from knowledge.progress.safeguarding.naming import lifted
from knowledge.progress.safeguarding.persons import persons


@dataclass(frozen=True, slots=True)
class Seen:
    """Something seen in a text: what it looks like ("an NHS number"), the very words, and where they stand."""

    kind: str
    words: str
    span: tuple[int, int]


_LINK = re.compile(r"\bhttps?://\S{1,2000}")


def personal_data(text: str, is_staff: Callable[[str], bool] = lambda _: False) -> tuple[Seen, ...]:
    """What looks like personal data, in the order of the text; no two overlap. What stands in links isn't looked at.

    `is_staff` says whether a name, or a part of one, is that of somebody whom the council knows as its own.
    """
    bare = _LINK.sub(lambda link: "_" * len(link[0]), text)
    called = lifted(bare)
    found = sorted(
        (*identifiers(bare), *persons(called), *lives(called), *cases(called, is_staff)),
        key=lambda one: (one[1], -one[2]),
    )
    kept: list[Sighting] = []
    for one in found:
        if not kept or one[1] >= kept[-1][2]:
            kept.append(one)
    return tuple(Seen(kind, text[start:end], (start, end)) for kind, start, end in kept)
