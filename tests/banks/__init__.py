"""Banks of questions by people who had seen the document but not the code, and how a reply is judged."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dialogs.turns.turn import Reply

HERE = Path(__file__).parent

# A reply that admits not to know has one of these.
_ADMITS = re.compile(
    r"\b(?:don't|doesn't|can't|couldn't|isn't|aren't|not (?:sure|recorded|named|given|stated)|nothing|none|sorry"
    r"|no (?:recommendation|lead|date|record|answer))\b",
    re.IGNORECASE,
)
_PUZZLED = re.compile(r"\b(?:couldn't find|can't find|not sure what)\b", re.IGNORECASE)
_NAMED = re.compile(r"\brecommendations? (\d+(?:(?:, | and | or )\d+)*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Case:
    """One conversation and what its last reply must be like.

    `all` must each stand in the reply or on its card, and one of each group in `some`; `none` may not stand in the
    text. `recs` must be named; in a list no others may be. `kind` is what sort of reply is right.
    """

    id: str
    turns: tuple[str, ...]
    kind: str
    recs: frozenset[str]
    all: tuple[str, ...]
    some: tuple[tuple[str, ...], ...]
    none: tuple[str, ...]


def bank(name: str | Path) -> list[Case]:
    """The cases of one bank, in its order: one of those here by its name, or any file by its path."""
    path = name if isinstance(name, Path) else HERE / f"{name}.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_case(json.loads(line)) for line in lines if line]


def _case(raw: Mapping[str, Any]) -> Case:
    expect = raw["expect"]
    return Case(
        id=raw["id"],
        turns=tuple(raw["turns"]),
        kind=expect["kind"],
        recs=frozenset(map(str, expect.get("recs") or ())),
        all=tuple(expect.get("all", ())),
        some=tuple(map(tuple, expect.get("any", ()))),
        none=tuple(expect.get("none", ())),
    )


def faults(case: Case, reply: Reply) -> list[str]:
    """What is wrong with a reply: empty where it is right."""
    text, whole = _plain(reply.text), everything(reply)
    found = [f"lacks {s!r}" for s in case.all if not has(s, whole)]
    found += [f"lacks any of {group!r}" for group in case.some if not any(has(s, whole) for s in group)]
    found += [f"lacks recommendation {r}" for r in case.recs if not has(r, whole)]
    return found + says_wrong(case, reply) + _kind_faults(case, text, whole)


def everything(reply: Reply) -> str:
    """What a reply says and what its card has, in lower case and with plain marks."""
    return _plain("\n".join([reply.text, *_strings(reply.card or {})]))


def says_wrong(case: Case, reply: Reply) -> list[str]:
    """What a reply says that it must not say."""
    text = _plain(reply.text)
    wrong = [f"says {s!r}" for s in case.none if has(s, text)]
    named = {n for listed in _NAMED.findall(text) for n in re.findall(r"\d+", listed)}
    if case.kind == "list" and case.recs:
        wrong += [f"also names recommendation {n}" for n in sorted(named - case.recs)]
    return wrong


def _kind_faults(case: Case, text: str, everything: str) -> list[str]:
    right = {
        "clarify": "?" in text,
        "decline": bool(_ADMITS.search(text)),
        "greet": not _PUZZLED.search(text),
        "help": "recommendation" in everything and ("update" in everything or "summar" in everything),
    }
    return [] if right.get(case.kind, True) else [f"is no {case.kind}"]


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'").replace("**", "").replace("\\", "")
    return re.sub(r"\s+", " ", re.sub(r"[‐-―]", "-", text)).casefold()


def has(wanted: str, text: str) -> bool:
    """Whether a text has a string; short ones and numbers as whole words only."""
    wanted, text = _plain(wanted), _plain(text)
    whole = len(wanted) <= 3 or wanted.isdigit()
    return bool(re.search(rf"(?<![\w.]){re.escape(wanted)}(?!\w|\.\d)", text)) if whole else wanted in text


def _strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        for value in part.values():
            yield from _strings(value)
    elif isinstance(part, list):
        for value in part:
            yield from _strings(value)
