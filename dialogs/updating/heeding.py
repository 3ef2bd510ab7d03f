"""What is said while the form waits for an answer, and may be none: words to the bot, and words that may be slips."""

from __future__ import annotations

import re
from dataclasses import replace

from dialogs.turns.asides import Aside, aside, soothing
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import interrupted, says_no, says_yes
from dialogs.turns.turn import Turn
from dialogs.updating import telling
from dialogs.updating.beside import behind
from dialogs.updating.correcting import without_asides
from dialogs.updating.drafts import Prompt, UpdateDraft, complete, kept
from dialogs.updating.filling import filled
from dialogs.updating.prompts import WORDS, prompt_of
from dialogs.updating.typed import Unfit
from dialogs.words import phrases
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index

SKIP_OR_CANCEL = "Shall I leave this part out, or drop the whole update? Say “skip” or “cancel”."
IS_IT = "Is “{words}” {what}? Say “yes” to put it in, or type what should stand there."
HINT = "A few plain words will do, such as what was done since the last time; “skip” and “cancel” work, too."
_WHAT = {Prompt.NARRATIVE: "what has happened", Prompt.NEXT_STEP: "the next step", Prompt.EVIDENCE: "the evidence"}
_SHOWN = 120  # characters of doubtful words
# "Leave it" may be said of a part that can be left out.
_LEAVES_OUT = re.compile(
    r"\b(?:leave|no need|not to worry|don[’']?t bother|doesn[’']?t matter|no point)\b", re.IGNORECASE
)
_FINISHES = re.compile(
    r"(?:(?:ok|okay|just|please|pls|no|and|then|you can)\b[\s,]*)*(?:(?:save|send|submit|post|keep)"
    r"(?:\s+(?:it|that|this|all that))?"
    r"(?:\s+(?:what|as much as)\s+(?:i|we)(?:[’']?ve| have)?(?:\s+(?:got|have|done|said))?)?"
    r"(?:\s+so far)?(?:\s+(?:like that|as it is|as is|now|then|please))*|"
    r"that(?:[’']?s| is) (?:all|everything)(?:\s+(?:for now|i have|i[’']?ve got|really|thanks))*|"
    r"nothing else|i[’']?m done|i am done)\W*",
    re.IGNORECASE,
)


def beside(draft: UpdateDraft, prompt: Prompt, moment: Moment) -> UpdateDraft | Turn | None:
    """What words to the bot lead to while the form waits; None where a message may be its answer. Raises Unfit."""
    in_the_middle = prompt not in {Prompt.STATUS, Prompt.PERSONAL, Prompt.CONFIRM}
    if in_the_middle and _FINISHES.fullmatch(moment.message.text.strip()):
        return complete(replace(draft, proposed=None))
    said = aside(moment)
    if said is None:
        return None
    if said is not Aside.LEAVES:
        return _waiting(said, draft, prompt, moment)
    if prompt in {Prompt.NEXT_STEP, Prompt.NEXT_STEP_DATE, Prompt.EVIDENCE} and _LEAVES_OUT.search(moment.message.text):
        raise Unfit(SKIP_OR_CANCEL, draft)
    return moment.turn(telling.cancelled(draft))


def _waiting(said: Aside, draft: UpdateDraft, prompt: Prompt, moment: Moment) -> Turn:
    hint = HINT if said is Aside.UNKNOWING and prompt in WORDS else ""
    told = " ".join(filter(None, (soothing(said), telling.still_open(draft, prompt), hint)))
    return moment.turn(told, draft=interrupted(kept(draft)), refs=(draft.ref,))


def doubted(draft: UpdateDraft, prompt: Prompt, moment: Moment) -> Turn | None:
    """The question whether words are an answer at all, where they put something right that isn't understood."""
    text = moment.message.text.strip()
    if prompt not in WORDS or not without_asides(text)[1]:
        return None
    shown = phrases.quoted(phrases.excerpt(text, _SHOWN)[0]).strip("“”")
    asked = IS_IT.format(words=shown, what=_WHAT[prompt])
    return moment.turn(asked, draft=kept(replace(draft, doubtful=text)), refs=(draft.ref,))


def settled(draft: UpdateDraft, moment: Moment) -> UpdateDraft | None:
    """The form after a yes or a no to that question; None for any other answer. Raises Unfit."""
    words, draft = draft.doubtful, replace(draft, doubtful="")
    prompt = prompt_of(draft)
    if says_no(moment):
        raise Unfit(telling.question(prompt), draft)
    return filled(draft, prompt, words, moment.today) if says_yes(moment) else None


def with_others(draft: UpdateDraft, prompt: Prompt, index: Index, moment: Moment) -> UpdateDraft | None:
    """The form with an answer behind which another recommendation's news stands, which then comes next; else None.

    Raises Unfit.
    """
    if prompt not in WORDS:
        return None
    known = by_name(index.by_ref)
    first, order = behind(moment.message.text, known)
    if order is None or not first.strip() or {*order.refs} <= {draft.ref.casefold()}:
        return None
    others = tuple((known.get(ref, ref), words) for ref, words in order.items if ref in known)
    after = filled(draft, prompt, first, moment.today)
    return replace(after, queue=(*after.queue, *others)) if others else None
