"""What is said while the form waits for an answer, and may be none: words to the bot, and words that may be slips."""

from __future__ import annotations

import re
from dataclasses import replace

from dialogs.turns import guarding
from dialogs.turns.agreeing import asks_whether
from dialogs.turns.asides import Aside, aside, soothing
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import interrupted, says_no, says_yes
from dialogs.turns.remarks import is_errand, may_be_none
from dialogs.turns.rewording import as_wording, leads_in
from dialogs.turns.turn import Turn
from dialogs.updating import additions, steering, telling
from dialogs.updating.beside import behind
from dialogs.updating.correcting import without_asides
from dialogs.updating.drafts import Prompt, UpdateDraft, complete, kept
from dialogs.updating.filling import filled
from dialogs.updating.prompts import WORDS, prompt_of
from dialogs.updating.reports import taken
from dialogs.updating.typed import Unfit
from dialogs.words import phrases
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index

SKIP_OR_CANCEL = "Shall I leave this part out, or drop the whole update? Say “skip” or “cancel”."
IS_IT = "Is “{words}” {what}? Say “yes” to put it in, or type what should stand there."
WHERE = (
    "I haven’t saved it. Should “{words}” stand instead of what has happened, or be added to it? Say “instead” or “add "
    "it”; “next step: …” and “evidence: …” change those, and “cancel” drops the update."
)
NO_ERRAND = "I can’t pass anything on from here."
HINT = "A few plain words will do, such as what was done since the last time; “skip” and “cancel” work, too."
_WHAT = {Prompt.NARRATIVE: "what has happened", Prompt.NEXT_STEP: "the next step", Prompt.EVIDENCE: "the evidence"}
_SHOWN = 120  # characters of doubtful words
# "Leave it" may be said of a part that can be left out.
_LEAVES_OUT = re.compile(
    r"\b(?:leave|no need|not to worry|don[’']?t bother|doesn[’']?t matter|no point)\b", re.IGNORECASE
)
_A_FEW = 3  # words; fewer tell nothing
# What isn't to be put in, but done to what is there.
_ORDERS = re.compile(
    r"(?:please\s+)?(?:take|remove|delete|change|correct|amend|cut|fix|edit|make|set|put|get rid|swap|shorten|"
    r"(?:can|could|would|will)\s+you)\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"(?:yes[\s,]+)?(?:(?:use|put|take)\s+(?:it|that|this)\s+)?(?:instead|replace(?:\s+it)?)\W*", re.IGNORECASE
)
_TAKES = re.compile(r"\b(?:take|get|leave|cut|cross|remove|delete)\b.{0,40}\b(?:out|rid|off)\b", re.IGNORECASE)
_ADDED = re.compile(
    r"(?:yes[\s,]+)?(?:(?:please\s+)?add(?:ed)?(?:\s+(?:it|that|this|to it))*|as well|too|both|also)\W*", re.IGNORECASE
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
    if prompt in WORDS and guarding.sightings(draft.text, moment):
        return steering.without_personal(draft, moment.message.text, moment) or _aside(draft, prompt, moment)
    return _aside(draft, prompt, moment)


def _aside(draft: UpdateDraft, prompt: Prompt, moment: Moment) -> Turn | None:
    """What an aside leads to; None for any other message. Raises Unfit."""
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


def unplaced(draft: UpdateDraft, moment: Moment) -> Turn | None:
    """The question where words belong that change nothing which was understood, just before saving; else None."""
    text = moment.message.text.strip()
    if (
        len(text.split()) < _A_FEW
        or _ORDERS.match(without_asides(text)[0])
        or _TAKES.search(text)
        or text.endswith("?")
    ):
        return None
    words = as_wording(text) if leads_in(text) else text
    return _asking(replace(draft, doubtful=words, between=True), moment)


def question(draft: UpdateDraft, moment: Moment) -> str:
    """What is asked about the doubtful words."""
    prompt, words = prompt_of(draft, moment), phrases.quoted(phrases.excerpt(draft.doubtful, _SHOWN)[0]).strip("“”")
    if prompt is Prompt.PERSONAL:
        return guarding.WHOLE.format(words=words, seen=guarding.seen_in(guarding.sightings(draft.text, moment)))
    errand = [NO_ERRAND] if is_errand(draft.doubtful) else []
    what = IS_IT.format(words=words, what=_WHAT[prompt]) if prompt in WORDS else WHERE.format(words=words)
    return " ".join([*errand, what])


def _asking(draft: UpdateDraft, moment: Moment) -> Turn:
    return moment.turn(question(draft, moment), draft=kept(draft), refs=(draft.ref,))


def _placed(draft: UpdateDraft, words: str, moment: Moment) -> UpdateDraft | None:
    """The form with those words instead of what has happened, or behind it; None for any other answer. Raises Unfit."""
    if _INSTEAD.fullmatch(moment.message.text.strip()):
        return complete(filled(draft, Prompt.NARRATIVE, words, moment.today))
    if _ADDED.fullmatch(moment.message.text.strip()):
        return complete(taken(draft, additions.report(draft, words), moment.today))
    if says_yes(moment):
        again = replace(draft, doubtful=words, between=True)
        raise Unfit(question(again, moment), again)
    return None


def doubted(draft: UpdateDraft, prompt: Prompt, moment: Moment) -> Turn | None:
    """The question whether words are an answer at all, where they put something right that isn't understood."""
    text = moment.message.text.strip()
    if prompt not in WORDS or not may_be_none(text, bids=prompt is Prompt.EVIDENCE):
        return None
    return _asking(replace(draft, doubtful=text), moment)


def all_of_it(draft: UpdateDraft, words: str, moment: Moment) -> Turn:
    """The question whether words are all that is to stand in the place of those that were warned of."""
    return _asking(replace(draft, doubtful=words), moment)


def settled(draft: UpdateDraft, moment: Moment) -> UpdateDraft | Turn | None:
    """The form after a yes or a no to that question, or the question again; None for other answers. Raises Unfit."""
    if asks_whether(moment):
        return _asking(draft, moment)
    words, draft = draft.doubtful, replace(draft, doubtful="")
    prompt = prompt_of(draft, moment)
    if prompt is Prompt.CONFIRM:
        return _placed(draft, words, moment)
    if says_no(moment):
        raise Unfit(telling.question(prompt), draft)
    if not says_yes(moment):
        return None
    return (
        steering.put(draft, words, moment) if prompt is Prompt.PERSONAL else filled(draft, prompt, words, moment.today)
    )


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
