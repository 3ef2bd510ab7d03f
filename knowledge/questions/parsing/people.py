"""Finds which lead officers a text means: by full, first or misspelt name, or by role."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import jellyfish
from rapidfuzz.distance import OSA

from knowledge.questions.language import cues, spelling
from knowledge.questions.language.kept import Kept
from knowledge.questions.language.roles import BOSSES, TITLES, holders
from knowledge.questions.language.words import is_stopword

# How alike a first name and a surname must each be to be that person's, misspelt: "Garni Martin", "Sharron Hubbard".
_ALIKE_PART = 0.6
_ALIKE_NAME = 0.7
_ALIKE_ALONE = 0.75
_SAME_SOUND = 0.8
_ADDRESSES = frozenset("mr mrs ms miss mx dr prof professor sir dame rev cllr councillor officer".split())
_TITLED = TITLES | BOSSES
_WORD = re.compile(r"[a-z][a-z-]*")
_POSSESSIVE = re.compile(r"'s\b")
_TWO_CAPITALS = re.compile(r"[A-Z][a-z]+\s+[A-Z]")
# "Which head of service" is a question, and names nobody.
_WHICH = frozenset({"which", "what", "whichever"})
# "The Scrutiny Committee" is nobody's name.
_BODIES = frozenset(
    "committee board council team group department directorate service services unit panel partnership office hospital "
    "school college university trust cabinet government authority agency forum centre association".split()
)
# Words of which it is kept whether they may be part of a name.
_MOST_WORDS = 5_000
_PAIR = re.compile(r"\b(?=([A-Za-z][a-z]+)\s+([A-Za-z][a-zA-Z'-]*[a-z])\b)")


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A lead's name as the document gives it, and where the text means them, as (start, end)."""

    name: str
    span: tuple[int, int]
    by_role: bool = False


def mentioned(text: str, roles: Mapping[str, Sequence[str]]) -> list[Mentioned]:
    """Who of `roles` (lead's name to their roles) lower-case text means, in its order, each once."""
    names, plain = tuple(roles), _POSSESSIVE.sub("  ", text) if "'s" in text else text
    words = [(m[0], m.span()) for m in _WORD.finditer(plain)]
    parts = _parts(names)
    found = _by_name(words, names) if any(parts[word] for word, _ in words) else []
    found = found or _by_role(words, roles)
    return list({one.name: one for one in sorted(found, key=lambda m: m.span, reverse=True)}.values())[::-1]


def _by_role(words: list[tuple[str, tuple[int, int]]], roles: Mapping[str, Sequence[str]]) -> list[Mentioned]:
    holding, (first, last) = holders([word for word, _ in words], roles)
    if not holding:
        return []
    said = [word for word, _ in words[: last + 1]]
    begins = next((at for at in range(first, last + 1) if not is_stopword(said[at])), first)
    if begins and said[begins - 1] in _WHICH:
        return []
    return [Mentioned(name, (words[first][1][0], words[last][1][1]), by_role=True) for name in holding]


@lru_cache(maxsize=128)
def _parts(names: tuple[str, ...]) -> Kept[bool]:
    """For each word whether it may be part of a name."""
    return Kept(lambda word: _is_part(word, names), _MOST_WORDS)


def _is_part(word: str, names: tuple[str, ...]) -> bool:
    """Whether a word may belong to a name at all, which few do."""
    return _like_first_name(word, names) or bool(_named_partly(word, names))


@lru_cache(maxsize=1_000)
def _own(name: str) -> Sequence[str]:
    """The words of a lead's name, in lower case, without how they are addressed: "Cllr Imran Aziz" is Imran Aziz."""
    words = name.lower().split()
    return tuple(word for word in words if word.rstrip(".") not in _ADDRESSES) or tuple(words)


def _by_name(words: list[tuple[str, tuple[int, int]]], names: tuple[str, ...]) -> list[Mentioned]:
    """Who is named in full, then by one name."""
    found = _by_full_name(words, names)
    taken = {i for one in found for i in _covered(words, one.span)}
    parts = _parts(names)
    left = [i for i, (word, _) in enumerate(words) if parts[word] and i not in taken]
    alone = [one for i in left if (one := _by_one_name(i, words, names))]
    return found + alone


def tells(text: str, names: tuple[str, ...]) -> bool:
    """Whether lower-case text has a word that may belong to one of these names, or a title."""
    words = _WORD.findall(_POSSESSIVE.sub("  ", text))
    return not _TITLED.isdisjoint(words) or any(map(_parts(names).__getitem__, words))


def mixed(text: str, roles: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Leads of whom one has the first name and another the surname that lower-case text gives; mostly nobody."""
    names = tuple(roles)
    parts = _parts(names)
    for one, other in itertools.pairwise(_WORD.findall(_POSSESSIVE.sub("  ", text))):
        if parts[one] and _like_first_name(one, names) and (found := _mixed(one, other, names)):
            return found
    return ()


@lru_cache(maxsize=5_000)
def _mixed(first: str, last: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """ "Gani Pennington": Gani Martins or Sandi Pennington?"""
    parts = [(name, _own(name)) for name in names]
    called = [name for name, own in parts if _likeness(first, own[0]) >= _SAME_SOUND]
    surnamed = [name for name, own in parts if _likeness(last, own[-1]) >= _SAME_SOUND]
    return (*called, *surnamed) if called and surnamed and not set(called) & set(surnamed) else ()


def stranger(plain_text: str, says: Callable[[str], bool], roles: Mapping[str, Sequence[str]]) -> str:
    """A person's name in the text (case kept) that the document doesn't say; empty where there is none."""
    first_names, lower = _first_names(tuple(roles)), plain_text.lower()
    if not _TWO_CAPITALS.search(plain_text) and not any(name in lower for name in first_names):
        return ""
    for match in _PAIR.finditer(plain_text):
        first, last = match[1].lower(), match[2].lower()
        if (first == match[1] and first not in first_names) or last in _BODIES or first in _TITLED:
            continue  # "Chief Exec" is nobody's name
        begins = not plain_text[: match.start()].strip() and is_stopword(first)  # "Does Eileen ...?"
        capitalised = match[1].istitle() and match[2].istitle() and not begins
        named = capitalised and not (spelling.common(first) and spelling.common(last))
        named = named and last not in _BODIES
        named = named or (first in first_names and not _can_follow(last))
        if named and not mentioned(f"{first} {last}", roles) and not says(f"{first} {last}"):
            return f"{first} {last}".title()
    return ""


@lru_cache(maxsize=256)
def _first_names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_own(name)[0] for name in names)


def _can_follow(word: str) -> bool:
    """Whether a word after a first name is the sentence going on, not a surname."""
    return is_stopword(word) or spelling.common(word)


def _covered(words: list[tuple[str, tuple[int, int]]], span: tuple[int, int]) -> list[int]:
    return [i for i, (_, (start, end)) in enumerate(words) if start >= span[0] and end <= span[1]]


def _by_full_name(words: list[tuple[str, tuple[int, int]]], names: tuple[str, ...]) -> list[Mentioned]:
    found, parts = [], _parts(names)
    for (first, (start, _)), (last, (_, end)) in itertools.pairwise(words):
        if not parts[first] or not _like_first_name(first, names) or _mixed(first, last, names):
            continue
        best, alike = _by_initial(first, last, names) or _most_alike(first, last, names)
        if alike >= _ALIKE_NAME:
            found.append(Mentioned(best, (start, end)))
    return found


@lru_cache(maxsize=5_000)
def _by_initial(first: str, last: str, names: tuple[str, ...]) -> tuple[str, float] | None:
    """ "Sue M" is Sue Myers, as alike as a first name is; None where several may be meant, or nobody."""
    if len(last) > 1:
        return None
    parts = [(name, _own(name)) for name in names]
    fitting = [(name, _likeness(first, own[0])) for name, own in parts if own[-1].startswith(last)]
    found = [one for one in fitting if one[1] >= _SAME_SOUND]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=20_000)
def _like_first_name(word: str, names: tuple[str, ...]) -> bool:
    return any(_likeness(word, _own(name)[0]) >= _ALIKE_PART for name in names)


@lru_cache(maxsize=5_000)
def _most_alike(first: str, last: str, names: tuple[str, ...]) -> tuple[str, float]:
    """The name most like two words, and how alike it is."""
    best = max(names, key=lambda name: _alike(first, last, name))
    return best, _alike(first, last, best)


def _alike(first: str, last: str, name: str) -> float:
    """How alike two words are to a name, 0 where either part is plainly another."""
    parts = _own(name)
    one, two = _likeness(first, parts[0]), _likeness(last, parts[-1])
    return (one + two) / 2 if min(one, two) >= _ALIKE_PART else 0.0


@lru_cache(maxsize=20_000)
def _likeness(word: str, part: str) -> float:
    """How alike a word is to part of a name; one that sounds the same is nearly the same."""
    score = float(OSA.normalized_similarity(word, part))
    sounds_same = not spelling.known(word) and jellyfish.metaphone(word) == jellyfish.metaphone(part)
    return max(score, _SAME_SOUND) if score and sounds_same else score


def _by_one_name(i: int, words: list[tuple[str, tuple[int, int]]], names: tuple[str, ...]) -> Mentioned | None:
    word, span = words[i]
    partly = _named_partly(word, names)
    if not partly:
        return None
    following = words[i + 1][0] if i + 1 < len(words) and words[i + 1][1][0] == span[1] + 1 else ""
    alone = not following or _can_follow(following)
    before = words[i - 1][0] if i and words[i - 1][1][1] == span[0] - 1 else ""
    for name, by_surname, by_first_name in partly:
        if (by_surname and (_can_precede(before) or _is_initial(before, name))) or (by_first_name and alone):
            return Mentioned(name, span)
    return None


@lru_cache(maxsize=20_000)
def _named_partly(word: str, names: tuple[str, ...]) -> tuple[tuple[str, bool, bool], ...]:
    """Names of which a word may be a part, each with whether it may be the surname, and the first name."""
    parts = [(name, _own(name)) for name in names]
    found = [(name, word == own[-1], word == own[0] or _is_misspelt(word, own[0])) for name, own in parts]
    return tuple(one for one in found if one[1] or one[2])


def _can_precede(word: str) -> bool:
    """Whether a word before a surname is the sentence going on, or a title, not somebody else's first name."""
    return not word or is_stopword(word) or word in TITLES | _ADDRESSES or word in cues.vocabulary()


def _is_initial(word: str, name: str) -> bool:
    """ "S Myers"."""
    return len(word) == 1 and _own(name)[0].startswith(word)


def _is_misspelt(word: str, first: str) -> bool:
    """Whether a word that isn't English is a first name with a slip in it."""
    return len(word) > 3 and not spelling.known(word) and OSA.normalized_similarity(word, first) >= _ALIKE_ALONE
