"""Gives a document the short name that people type, from its title, and tells it from those that are kept already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.model import Programme

_HONORIFIC = re.compile(r"^(?:(?:professor|prof|dr|lord|lady|baroness|sir|dame|mrs?|ms|the)\.? )+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_OWNERS_END = re.compile(r"[’'‘`´]s?$")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# Behind these a title says what it is about: "Response to the review of ...".
_TURNS_TO = re.compile(
    r"\b(?:responses?|answers?|reply|replies|plans?|reports?|recommendations?|reviews?|inquir(?:y|ies)|investigations?"
    r"|inspections?|strateg(?:y|ies)) (?:to|on|of|into|for|by|from|after|following)\b",
    re.IGNORECASE,
)
# Words for what a document is and who wrote it, and words that hold a title together: they tell none from another.
_SAYS_NOTHING = frozenset(
    "reviewer reviewers response responses answer answers reply replies recommendation recommendations review reviews "
    "report reports document programme plan plans action actions inquiry inquiries investigation inspection strategy "
    "tracker phase module part volume gov uk government council city county borough district committee final draft "
    "first second third improvement delivery implementation interim annual independent national local progress update "
    "updates serious case learning lessons formal joint the and for from with into that this are was all any our its "
    "their about following after a an in of on to by at".split()
)
_LONGEST = 3  # words


def name(title: str, reviewer: str, stem: str) -> str:
    """Lower case, to be typed: what a title is about ("grenfell tower"), with a reviewer in it their name ("munro").

    Where the title says nothing of it, the reviewer; where there is none, the name of the file.
    """
    who = " ".join(word for word in _words(_HONORIFIC.sub("", reviewer)) if word not in _SAYS_NOTHING)
    if who and f" {who} " in f" {' '.join(_words(title))} ":
        return who
    return " ".join(_telling(title)[:_LONGEST]) or who or _plain(stem) or stem


def successor(programme: Programme, kept: Sequence[Programme]) -> tuple[Programme, Programme | None]:
    """The programme under the name that it will be kept by, and the kept one that it replaces, if any.

    It replaces the one of its own title, or a kept one of its name that came from the same file or asks mostly for the
    same. Any other gets a name that none has, so that no document takes another's place.
    """
    old = _replaced(programme, kept)
    if old is not None:
        return replace(programme, name=old.name), old
    taken = {one.name.casefold() for one in kept}
    free = next(one for one in _names(programme) if one.casefold() not in taken)
    return replace(programme, name=free), None


def _replaced(programme: Programme, kept: Sequence[Programme]) -> Programme | None:
    titled = [one for one in kept if _telling(one.title) and _words(one.title) == _words(programme.title)]
    if titled:
        return titled[0]
    named = (one for one in kept if one.name.casefold() == programme.name.casefold())
    return next((one for one in named if one.source == programme.source or _is_alike(one, programme)), None)


def _is_alike(one: Programme, other: Programme) -> bool:
    """Whether most recommendations of both are the same, number and words."""
    asked = [{(rec.ref, " ".join(rec.text.split())) for rec in of.recommendations} for of in (one, other)]
    return 2 * len(asked[0] & asked[1]) > max(map(len, asked))


def _names(programme: Programme) -> Iterator[str]:
    """The name, then with more and more words of its title, then with a number."""
    yield programme.name
    more = [word for word in _telling(programme.title, years=True) if word not in programme.name.split()]
    yield from (" ".join((programme.name, *more[:many])) for many in range(1, min(len(more), _LONGEST) + 1))
    number = 1
    while True:
        number += 1
        yield f"{programme.name} {number}"


def _telling(title: str, *, years: bool = False) -> list[str]:
    """The words that say what a title is about; of whom it is from, where it says nothing else."""
    turns = [turn.end() for turn in _TURNS_TO.finditer(title)]
    parts = [title[start:] for start in turns] + [title]
    told = (list(_meaning(part, years=years)) for part in parts)
    return next(filter(None, told), [])


def _meaning(part: str, *, years: bool) -> Iterable[str]:
    words = (word for word in _words(part) if word not in _SAYS_NOTHING)
    return dict.fromkeys(word for word in words if not word.isdigit() or (years and _YEAR.fullmatch(word)))


def _words(text: str) -> list[str]:
    return [_OWNERS_END.sub("", word) for word in _WORD.findall(text.lower())]


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.lower()))
