"""A name, a first name alone too, beside what tells of a case: "...'s case", "... is back home", "little ...".

Whom the council knows as its own may be named beside a case, since they work on it; not beside a child's life.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from knowledge.progress.safeguarding import signs
from knowledge.progress.safeguarding.identifiers import Sighting
from knowledge.progress.safeguarding.lives import CHILD, FAMILY
from knowledge.progress.safeguarding.naming import Named, named
from knowledge.progress.safeguarding.persons import AGE, RELATIVE

# How far before a name, in characters, what tells of a case is looked for.
_NEAR = 70
_ENDS = re.compile(r"[.!?;\n](?=\s)")


def cases(text: str, is_staff: Callable[[str], bool]) -> Iterator[Sighting]:
    """Each name beside what tells of a case or of a child's life, with what it looks like and its place."""
    for one in named(text):
        found = _of_childhood(one, text)
        if found is None and not is_staff(one.name):
            found = _of_a_case(one, text) or _of_a_family(one, text) or _of_one_life(one, text)
        if found:
            yield found
    yield from _initials(text)


def _initials(text: str) -> Iterator[Sighting]:
    for match in signs.INITIALS.finditer(text):
        if match["kin"]:
            yield RELATIVE, *match.span()
        elif signs.PERSONAL.search(_sentence(match.start(), match.end(), text)):
            yield AGE, *match.span()


def _of_childhood(one: Named, text: str) -> Sighting | None:
    if match := signs.CHILDHOOD.match(text, one.end) or _in_year(one, text):
        return CHILD, one.start, match.end()
    if (match := signs.AGE_ALONE.match(text, one.end)) and signs.PERSONAL.search(_sentence_of(one, text)):
        return AGE, one.start, match.end()
    little = signs.LITTLE.search(text, max(0, one.start - _NEAR), one.start)
    return (CHILD, little.start(), one.end) if little else None


def _in_year(one: Named, text: str) -> re.Match[str] | None:
    match = signs.SCHOOL_YEAR.match(text, one.end)
    return match if match and not signs.LOW_YEAR.match(text, match.start("year")) else None


def _of_a_case(one: Named, text: str) -> Sighting | None:
    owns = None if one.plain or one.titled or one.place else signs.CASEWORK.match(text, one.end)
    after = owns or signs.WITH_KIN.match(text, one.end) or _moved(one, text)
    if after:
        return CHILD, one.start, after.end()
    if one.small or one.place:
        return None
    if before := _before(signs.ABOUT, one, text):
        return CHILD, before.start(), one.end
    if (before := _before(signs.SAW, one, text)) and (after := signs.AT_HOME.match(text, one.end)):
        return CHILD, before.start(), after.end()
    return None


def _moved(one: Named, text: str) -> re.Match[str] | None:
    """Where somebody was moved, or is asked after."""
    if one.full and (moved := signs.MOVED.match(text, one.end)):
        return moved
    if one.full and _before(signs.WHAT_OF, one, text) and (asked := signs.OF_IT.match(text, one.end)):
        return asked
    return signs.ASKED_MOVED.match(text, one.end) if _before(signs.IS_IT, one, text) else None


def _of_a_family(one: Named, text: str) -> Sighting | None:
    if one.small:
        return None
    if before := _before(signs.FAMILY_OF, one, text):
        return FAMILY, before.start(), one.end
    if _before(signs.VISITED, one, text) and signs.MANY.match(one.name):
        return FAMILY, one.start, one.end
    if (before := _before(signs.THE, one, text)) and (
        after := signs.THAT_CASE.match(text, one.end) or signs.THEIR_CHILDREN.match(text, one.end)
    ):
        return FAMILY, before.start(), after.end()
    return None


def _of_one_life(one: Named, text: str) -> Sighting | None:
    """A name in a sentence that tells of what happens to a child, and has no word of work."""
    told = _sentence_of(one, text)
    if one.titled or one.small or one.place or signs.OF_WORK.search(told) or not signs.PERSONAL.search(told):
        return None
    return None if one.plain and not signs.PRONOUN.search(told) else (CHILD, one.start, one.end)


def _before(sign: re.Pattern[str], one: Named, text: str) -> re.Match[str] | None:
    return sign.search(text, max(0, one.start - _NEAR), one.start)


def _sentence_of(one: Named, text: str) -> str:
    return _sentence(one.start, one.end, text)


def _sentence(start: int, end: int, text: str) -> str:
    """The words around a place, to the ends of its sentence as far as they are near."""
    before = _ENDS.split(text[max(0, start - 2 * _NEAR) : start])[-1]
    return f"{before}{text[start:end]}{_ENDS.split(text[end : end + 2 * _NEAR])[0]}"
