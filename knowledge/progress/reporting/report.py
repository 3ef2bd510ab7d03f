"""What an officer's typed words report: a status, a narrative, the next step with its date, and evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from knowledge.progress.days import date_at_end
from knowledge.progress.model import Status
from knowledge.progress.reporting import evidence
from knowledge.progress.reporting.doubts import contradicted
from knowledge.progress.reporting.sections import Part, Section, sections
from knowledge.progress.reporting.statuses import ARROW, Heard, opening, status_of
from knowledge.progress.reporting.tidying import tidied


@dataclass(frozen=True, slots=True)
class Reported:
    """What was reported. What isn't recognised stays in the narrative; nothing typed gets lost.

    `due_words` are the words of the next step's date as typed, readable or not. Links stand in `evidence`, and in the
    narrative as well where it was in its middle.
    """

    status: Status | None = None
    narrative: str = ""
    next_step: str = ""
    due_words: str = ""
    evidence: tuple[str, ...] = ()


_EDGES = " \t\r\n,;:–—-*•=>→⇒➔➜➡▶\ufe0f"
_SEPARATOR = re.compile(rf"(?P<arrow>{ARROW})|[,;:.!?](?=\s|$)|\s-+(?=\s|\w)|[–—\n]")
_MOST_CLAUSES = 4
_MOST_SENTENCES = 20
_LONGEST_DUE = 60  # characters
_A_SENTENCE = 2  # words
_NOTHING = re.compile(r"(?:none|n/?a|nil|not applicable|no|nothing)(?: yet| so far| at present)?[\s.]*", re.IGNORECASE)
# Beside the next step: "recruit by the end of January, no evidence yet".
_NO_EVIDENCE = re.compile(
    r"\s*[,;.]\s*(?:and\s+)?no evidence(?:\s+(?:yet|so far|at present|available))*[\s.]*\Z", re.IGNORECASE
)
_NAMES = frozenset(str(status) for status in Status)
# What a colour is often the first word of, and no status then; and what makes it one that is yet to come.
_COMPOUNDS = frozenset(
    "tape flag flags cross team line lines list light lights paper field space spaces shoots belt badge sky alert area "
    "areas zone case cases file files action actions item items risk risks rated ratings recommendations category "
    "soon once when if unless by next".split()
)
_CONTINUES = frozenset("to for of with in on from at overall".split())
_AS_OF = re.compile(r"\s+as\s+(?:of|from|at)\b", re.IGNORECASE)  # "complete as of Friday"
_CONNECTIVES = frozenset(
    "because as and since but now so although though due while whilst until however http https".split()
)
# Words that are as often the verb of a sentence: "completed the pilot", "behind the scenes".
_VERBS = frozenset({"completed", "finished", "implemented", "delivered"})
_LOOSE = _VERBS | {"complete", "done", "blue", "behind", "overdue"}


def reported(text: str) -> Reported:
    """What the words behind "update 10" report; every field may be missing."""
    parts = sections(tidied(text))
    status, narratives = _status_and_narrative(parts)
    next_step, due, left = _next_step(parts)
    narrative = "\n".join(one for one in (*narratives, *left) if one)
    shown = [one for part in parts if part.part is Part.EVIDENCE for one in evidence.pieces(part.text) if _said(one)]
    links = [link for link in evidence.links(narrative) if link not in shown]
    return Reported(status, "" if links == [narrative] else narrative, next_step, due, (*shown, *links))


def _status_and_narrative(parts: tuple[Section, ...]) -> tuple[Status | None, list[str]]:
    """The labelled status, or else that of the head; and the pieces of the narrative."""
    labelled = next((part for part in parts if part.part is Part.STATUS and _headed(part.label + part.text)[0]), None)
    status, narratives = None, []
    for part in parts:
        if part is labelled or (part.part is Part.HEAD and labelled is None):
            status, rest = _headed(part.label + part.text)
            narratives.append(rest)
        elif part.part in {Part.HEAD, Part.NARRATIVE}:
            narratives.append(_trimmed(part.text))
        elif part.part in {Part.STATUS, Part.REMARK}:
            narratives.append(_trimmed(part.label + part.text))
    return status, narratives


def _headed(text: str) -> tuple[Status | None, str]:
    """The status that a text begins or ends with, and its other words."""
    if contradicted(text):
        return None, _trimmed(text)
    ends = [match.start() for match in islice(_SEPARATOR.finditer(text), _MOST_CLAUSES) if not _turns(match)]
    ends.append(len(text))
    alone = next((end for end in ends if status_of(text[:end])), None)
    if alone is not None:
        status = status_of(text[:alone])
        behind = _trimmed(text[_repeated(text, alone, ends, status) :].lstrip(".!?"))
        return status, behind or _worded(text[alone:])
    heard = opening(text[: ends[0]])
    if heard and (rest := _behind(heard, text)) is not None:
        return heard.status, rest
    return _closed(text)


def _turns(separator: re.Match[str]) -> bool:
    """Whether it is the arrow between two statuses: "amber → green"."""
    return bool(separator["arrow"]) and opening(separator.string[separator.end() :]) is not None


def _repeated(text: str, end: int, ends: list[int], status: Status | None) -> int:
    """The end of the clauses that say the same status once more: "complete, awaiting sign-off"."""
    for following in ends:
        if following > end and status_of(text[end:following]) is status:
            end = following
    return end


def _worded(repeated: str) -> str:
    """What was said in other words, where nothing else was: "complete – all done"; not a status by its name."""
    words = _trimmed(repeated)
    named = re.search(r"sign|approv", words, re.IGNORECASE) or len(words.split()) < _A_SENTENCE
    return "" if named or opening(words) is None or words.lower() in _NAMES else words


def _behind(heard: Heard, text: str) -> str | None:
    """The words behind an opening status; all of them where they need it ("on track to open in May").

    None where it is no status after all, as in "red tape".
    """
    following = re.match(r"[\W_]*([\w'’]*)", text[heard.end :])
    word = following[1].lower() if following else ""
    if word in _COMPOUNDS or (heard.phrase in _LOOSE and word not in _CONNECTIVES and not _recovers(heard, word)):
        return None
    if heard.phrase in _VERBS:
        return None
    dated = _AS_OF.match(text, heard.end) is not None
    continues = dated or _recovers(heard, word) or (word in _CONTINUES and " " in heard.phrase)
    return _trimmed(text if continues else text[heard.end :])


def _recovers(heard: Heard, word: str) -> bool:
    return heard.phrase == "behind" and word in {"on", "with"}


def _closed(text: str) -> tuple[Status | None, str]:
    """A status as the last words, where nothing else before it is one: "consultation started, now amber"."""
    whole = text.rstrip(" \t\r\n.!")
    last = max((match.end() for match in _SEPARATOR.finditer(whole)), default=0)
    clause, before = whole[last:], whole[:last].rstrip(_EDGES)
    status = status_of(clause) if last else None
    heard = opening(clause)
    if status and heard and heard.phrase not in _LOOSE and not status_of(before.split()[-1] if before else ""):
        return status, _trimmed(before)
    return None, _trimmed(text)


def _next_step(parts: tuple[Section, ...]) -> tuple[str, str, list[str]]:
    """The next step, the words of its date, and what was typed as a date but is too long to be one."""
    steps = [_said(_NO_EVIDENCE.sub("", _trimmed(part.text))) for part in parts if part.part is Part.NEXT_STEP]
    dues = [part for part in parts if part.part is Part.DUE and _said(_trimmed(part.text))]
    short = [part for part in dues if len(part.text.strip()) <= _LONGEST_DUE]
    left = [_trimmed(part.label + part.text) for part in dues if part not in short[:1]]
    step = "\n".join(one for one in steps if one)
    if short:
        return step, _trimmed(short[0].text).rstrip("."), left
    return *_dated(step), left


def _said(words: str) -> str:
    """What was filled into a part of a form; empty for "none" and the like."""
    return "" if _NOTHING.fullmatch(words) else words


def _dated(step: str) -> tuple[str, str]:
    """The next step without the date that it ends with; one in its middle is left there as well."""
    if place := date_at_end(step):
        lead, start, end = place
        return _trimmed(step[:lead].rstrip(f"{_EDGES}(.")), step[start:end]
    sentences = list(islice(re.finditer(r"[^.;,\n]+", step), _MOST_SENTENCES))
    dated = ((sentence[0], date_at_end(sentence[0])) for sentence in sentences)
    return step, next((words[place[1] : place[2]] for words, place in dated if place and place[0] < place[1]), "")


def _trimmed(text: str) -> str:
    """The text without marks at its ends; of "*bold* words" both stars stay."""
    bare = text.strip().strip(_EDGES).strip()
    return text.strip().strip(_EDGES.replace("*", "")).strip() if bare.count("*") % 2 else bare
