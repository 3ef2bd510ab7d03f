"""What an open form waits for, and whether a message is about something else."""

from __future__ import annotations

import re

from dialogs.turns.guarding import sightings
from dialogs.turns.moment import Moment
from dialogs.updating.drafts import Prompt, UpdateDraft, next_question

# Where words of any kind are due.
WORDS = frozenset({Prompt.NARRATIVE, Prompt.NEXT_STEP, Prompt.EVIDENCE})
# "Can Sue do this instead": no report begins so.
_REQUESTS = re.compile(
    r"(?:can|could|shall|would)\s+(?:(?!be\b)[\w’']+\s+){1,3}(?:do|post|update|fill|take|have|see|get|change|help|tell|"
    r"show|make|put|write|leave|come|skip)\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[.!;:–—]\s|\s-\s|\n")


def prompt_of(draft: UpdateDraft, moment: Moment) -> Prompt:
    """What it asks for next, after a look at what was typed."""
    return next_question(draft, bool(sightings(draft.text, moment)))


def wants_words(draft: UpdateDraft) -> bool:
    """Whether words of any kind are due."""
    return next_question(draft, worrying=False) in WORDS


def asks(moment: Moment, prompt: Prompt) -> bool:
    """Whether a message is a question, or a courtesy, rather than the answer to one.

    What has happened may end in a question, but isn't one alone.
    """
    if moment.says("help") or moment.says("courtesy") or moment.says("asks"):
        return True
    text = moment.message.text.strip()
    if prompt in WORDS and _REQUESTS.match(text):
        return True
    return text.endswith("?") and (prompt is not Prompt.NARRATIVE or not _SENTENCES.search(text))
