"""What an open form waits for, and whether a message is about something else."""

from __future__ import annotations

import re

from dialogs.turns.moment import Moment
from dialogs.updating.drafts import Prompt, UpdateDraft, next_question
from knowledge.progress.safeguarding.personal import personal_data

# Where words of any kind are due.
WORDS = frozenset({Prompt.NARRATIVE, Prompt.NEXT_STEP, Prompt.EVIDENCE})
_SENTENCES = re.compile(r"[.!;:–—]\s|\s-\s|\n")


def prompt_of(draft: UpdateDraft) -> Prompt:
    """What it asks for next, after a look at what was typed."""
    return next_question(draft, bool(personal_data(draft.text)))


def wants_words(draft: UpdateDraft) -> bool:
    """Whether words of any kind are due."""
    return prompt_of(draft) in WORDS


def asks(moment: Moment, prompt: Prompt) -> bool:
    """Whether a message is a question, or a courtesy, rather than the answer to one.

    What has happened may end in a question, but isn't one alone.
    """
    if moment.says("help") or moment.says("courtesy") or moment.says("asks"):
        return True
    text = moment.message.text.strip()
    return text.endswith("?") and (prompt is not Prompt.NARRATIVE or not _SENTENCES.search(text))
