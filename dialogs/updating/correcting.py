"""Hears what an officer puts right in the middle of the form: another status, another number, another part of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dialogs.updating import additions, amiss
from dialogs.updating.drafts import Prompt, UpdateDraft, answered
from dialogs.updating.reports import taken
from dialogs.updating.typed import check_readable, prose
from dialogs.words.wordings import ASIDES, PUTS_RIGHT, RECS, REF
from knowledge.progress.model import Status
from knowledge.progress.reporting.report import reported
from knowledge.progress.reporting.sections import Part, sections
from knowledge.progress.reporting.statuses import status_of
from knowledge.questions.language import digits

WHICH_NUMBER = "Which recommendation is it for, then? Say, for example, “it is for recommendation {ref}”, or “cancel”."
_STATUS = re.compile(
    r"(?P<named>(?:make|set|change|put|turn|mark)\s+(?:it|that|this|(?:the\s+|its\s+)?status)\s*(?:to|as|into)?\s+|"
    r"(?:the\s+|its\s+)?(?:rag\s+)?status\s*(?:is|should be|should have been|to|:|=|-|–)?\s+)?"
    r"(?:(?:it|that|this)(?:['’]?s|\s+is|\s+should be|\s+should have been)\s+)?"
    r"(?:(?:more(?:\s+(?:like|of))?|now|really|probably|actually|only|still|an?)\s+)*(?P<status>.+)",
    re.IGNORECASE,
)
_NARRATIVE = re.compile(
    r"(?:change\s+)?(?:the\s+)?(?:narrative|what(?:['’]s|\s+has)?\s+happened)\s*(?:is\b|to\b)?\s*[:–-]+\s*(?P<words>.+)",
    re.IGNORECASE | re.DOTALL,
)
# "No, change it to 3 recruited": what was answered last.
_CHANGE_IT = re.compile(
    r"(?:no\b[\s,]*)?(?:change|correct|amend)\s+(?:it|that|this)\s+(?:to|into)\s*:?\s*(?P<words>.+)",
    re.IGNORECASE | re.DOTALL,
)
# "Add that page to the website" is something to do.
_MAY_BE_A_STEP = re.compile(r"(?:add|include|put|record|report|write)\b", re.IGNORECASE)
_WRONG = (
    r"(?:(?:it|that|this)(?:['’]s|\s+is|\s+was)?\s+)?(?:the\s+|a\s+)?wrong\s+"
    r"(?:number|one|rec\w*|ref\w*)\b[\s,.;:!–—-]*"
)
_WRONG_ONE = re.compile(rf"{_WRONG}(?:{ASIDES.pattern})?", re.IGNORECASE)
_NUMBER = re.compile(
    rf"(?P<wrong>{_WRONG})?(?:{ASIDES.pattern})?"
    r"(?P<is>(?:it|that|this)(?:['’]?s|\s+is|\s+was|\s+should be|\s+should have been)?\s+(?:meant\s+)?)?"
    rf"(?P<for>(?:an?\s+update\s+)?(?:for|on|about)\s+)?(?P<noun>{RECS})(?P<ref>{REF})"
    rf"(?P<instead>\s*,?\s*(?:and\s+)?(?:not\s+(?:for\s+|on\s+)?{RECS}{REF}|instead))?(?:\s+(?:please|sorry|actually))?",
    re.IGNORECASE,
)


def corrected(draft: UpdateDraft, prompt: Prompt, text: str, today: date) -> UpdateDraft | None:
    """The form with another status, with the part that a message names, or with more of what has happened.

    None where it is the answer asked for. Raises Unfit.
    """
    check_readable(text, draft)
    said, marked = without_asides(text)
    if (words := additions.heard(said)) and not (prompt is Prompt.NEXT_STEP and _MAY_BE_A_STEP.match(said)):
        return taken(draft, additions.report(draft, words), today)
    right = _with_more(draft, prompt, said, marked, today)
    return right or _put_right(draft, prompt, said, marked, today)


def _with_more(draft: UpdateDraft, prompt: Prompt, said: str, marked: bool, today: date) -> UpdateDraft | None:
    """The form with one thing put right and more said: "make it red and mention that staff left"; else None."""
    words, more = additions.parted(said)
    if not more:
        words, more = additions.parted(said, loosely=True)
        more = more if _status(words, marked) else ""
    right = _put_right(draft, prompt, words, marked, today) if more else None
    return taken(right, additions.report(right, more), today) if right else None


def _put_right(draft: UpdateDraft, prompt: Prompt, said: str, marked: bool, today: date) -> UpdateDraft | None:
    """The form with one thing put right; None where the words put nothing right. Raises Unfit."""
    if status := _status(said, marked):
        return answered(draft, Prompt.STATUS, status=status)
    if instead := _CHANGE_IT.fullmatch(said):
        return _last_instead(draft, instead["words"])
    if worded := _NARRATIVE.fullmatch(said):
        return answered(draft, Prompt.NARRATIVE, narrative=prose(worded["words"], "narrative", draft))
    return _labelled(draft, prompt, amiss.labelled(said), today)


def _last_instead(draft: UpdateDraft, words: str) -> UpdateDraft | None:
    """The form with other words for what was answered last; None where that was no words. Raises Unfit."""
    match next((prompt for prompt in reversed(draft.done) if prompt is not Prompt.NEXT_STEP_DATE), None):
        case Prompt.NARRATIVE:
            return answered(draft, Prompt.NARRATIVE, narrative=prose(words, "narrative", draft))
        case Prompt.NEXT_STEP:
            return answered(draft, Prompt.NEXT_STEP, next_step=prose(words, "next step", draft))
    return None


def other_number(prompt: Prompt, text: str, ref: str, *, asked: bool = False) -> str:
    """The number that the form should have been for, as typed; empty for other words. Raises Unfit for a wrong one.

    At a day, a number without a noun is one of a day. Where it was `asked` for, a mere number is one.
    """
    said, marked = without_asides(digits.in_digits(text.lower()))
    match = _NUMBER.fullmatch(said.rstrip(" .!"))
    if match is None or asked:
        return match["ref"] if match else ""
    named = match["noun"].strip() or match["for"] or match["wrong"] or match["instead"]
    right = marked or match["wrong"] or match["instead"] or (match["is"] and match["for"])
    return match["ref"] if right and (named or prompt is not Prompt.NEXT_STEP_DATE) and match["ref"] != ref else ""


def says_wrong_number(text: str) -> bool:
    """Whether a message only says that it was the wrong recommendation."""
    return _WRONG_ONE.fullmatch(without_asides(text)[0]) is not None


def without_asides(text: str) -> tuple[str, bool]:
    """A message without "hmm, actually" and the like before it, and whether they put something right."""
    said = text.strip()
    opens = ASIDES.match(said)
    if opens is None or opens.end() == len(said):
        return said, False
    return said[opens.end() :], PUTS_RIGHT.search(opens[0]) is not None


def _status(said: str, marked: bool) -> Status | None:
    """The status that words give the form anew, where they say nothing else."""
    match = _STATUS.fullmatch(said.rstrip(" .!"))
    if match is None or not (match["named"] or marked):
        return None
    return status_of(_ending_without_asides(match["status"]))


def _ending_without_asides(words: str) -> str:
    """ "Red, sorry" as "red"."""
    parts = re.split(r"[,.!–—]\s*|\s-\s", words)
    return words if len(parts) < 2 or not all(map(_is_aside, parts[1:])) else parts[0]


def _is_aside(part: str) -> bool:
    return not part.strip() or ASIDES.fullmatch(part) is not None


def _labelled(draft: UpdateDraft, prompt: Prompt, said: str, today: date) -> UpdateDraft | None:
    """The form with the parts that a message names: "evidence: minutes of 3 March"."""
    head, *parts = sections(said)
    named = {part.part for part in parts} & {Part.STATUS, Part.NEXT_STEP, Part.EVIDENCE}
    if not named or named == {_OWN.get(prompt)} or (head.text.strip() and prompt is not Prompt.NARRATIVE):
        return None
    report = reported(said)
    if Part.STATUS not in named:
        report = replace(report, status=None)
    return taken(draft, report, today)


# The part that a question asks for: its label needn't be said, and changes nothing.
_OWN = {Prompt.STATUS: Part.STATUS, Prompt.NEXT_STEP: Part.NEXT_STEP}
