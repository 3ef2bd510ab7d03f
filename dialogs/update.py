"""Posts progress: in one sentence, step by step, or by a card; always restated, and saved only on a yes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from dialogs.answers.facts import no_such
from dialogs.people.choosing import ask_which
from dialogs.turns import guarding, programmes, proposing
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import says_no, says_yes
from dialogs.turns.turn import Turn
from dialogs.updating import additions, correcting, edits, filling, inputs, reports, telling
from dialogs.updating import card as forms_card
from dialogs.updating.drafts import Prompt, UpdateDraft, found, kept, next_question, stepped_back
from dialogs.updating.drafts import answered as skipped
from dialogs.updating.posting import (
    ALREADY,
    NOT_YOURS,
    begin,
    index_of,
    may_be_for_another,
    moved,
    reopened,
    save,
    shown,
)
from dialogs.updating.typed import Unfit
from dialogs.words import phrases
from dialogs.words.orders import RECS, Deed, Doubt, Order, doubt, heard
from dialogs.words.wordings import REF
from knowledge.progress.reporting.report import reported
from knowledge.progress.reporting.statuses import status_of
from knowledge.progress.safeguarding.personal import personal_data
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index

# Where words of any kind are due.
_WORDS = frozenset({Prompt.NARRATIVE, Prompt.NEXT_STEP, Prompt.EVIDENCE})
# Where a mere colour is no answer.
_SENTENCE_DUE = frozenset({Prompt.NARRATIVE, Prompt.NEXT_STEP})
_THAT_ONE = re.compile(
    r"(?:(?:for|on|it is|that is|it's|that's|i mean|i meant|an? update|update|the one)\s+)*"
    rf"{RECS}(?P<ref>{REF})(?:\s+please)?",
    re.IGNORECASE,
)
# Behind what an update may stand that isn't the whole of a message.
_BEHIND = re.compile(
    r"(?:[.?!;,\n]|\band\b|\balso\b)\s{0,9}(?:(?:and|also|then|please)\s){0,3}"
    rf"(?=(?:update|mark|set)\s|{RECS}{REF}\b)",
    re.IGNORECASE,
)
_MOST_BEHIND = 5
_SENTENCES = re.compile(r"[.!;:–—]\s|\s-\s|\n")
PUT_ASIDE = "I’ve dropped your unfinished update on {refs}; nothing of it was saved."


def going_on(moment: Moment) -> Turn | None:
    """What a message does to the form that its speaker is filling in; None where it is about something else."""
    if refused := _not_this_form(moment):
        return refused
    draft = found(moment.memory.draft)
    if draft is None or (index := index_of(draft, moment)) is None:
        return None
    if moment.says("cancel"):
        return moment.turn(telling.cancelled(draft))
    if draft.unsure and (settled := _settled(draft, index, moment)):
        return settled
    draft = replace(draft, unsure="")
    if _begins_another(draft, moment, index):
        return None
    return _shown_after(lambda: _unsure(draft, index, moment) or _after(draft, moment), index, moment)


def _shown_after(step: Callable[[], UpdateDraft | Turn | None], index: Index, moment: Moment) -> Turn | None:
    """The form after a step, or why that can't be taken; None where it was no step."""
    try:
        after = step()
    except Unfit as unfit:
        return shown(unfit.draft, index, moment, problem=str(unfit))
    return after if after is None or isinstance(after, Turn) else shown(after, index, moment)


def take(moment: Moment) -> Turn | None:
    """An order to post on one or several recommendations; None for anything else."""
    if moment.index is None:
        several = {ref.casefold(): ref for index in moment.knowledge.indexes for ref in index.by_ref}
        return _which(moment) if heard(moment.message.text, several) else None
    order = moment.order
    if order is None or order.deed is not Deed.UPDATE:
        return None
    if doubtful := doubt(moment.message.text, order, by_name(moment.index.by_ref)):
        return _ask_how_many(order, doubtful, moment)
    return begin(order.items, moment.index, moment)


def _ask_how_many(order: Order, doubtful: Doubt, moment: Moment) -> Turn:
    """Ask whether it is one update or several; the answer is taken as the message that says so."""
    one = telling.ONE.format(refs=phrases.recommendations(order.refs))
    several = telling.SEVERAL.format(refs=phrases.recommendations([*order.refs, *doubtful.others]))
    why = telling.HOW_MANY.format(others=phrases.recommendations(doubtful.others))
    return ask_which(moment, why, {one: doubtful.one, several: doubtful.several}, title=telling.WHAT_IS_IT)


def left(turn: Turn, moment: Moment) -> str:
    """That an update beside something else in a message wasn't taken; empty where there was none."""
    if moment.index is None or moment.order or moment.memory.draft or turn.memory.draft or turn.changes:
        return ""
    text, known = moment.message.text, by_name(moment.index.by_ref)
    for begins in islice(_BEHIND.finditer(text), _MOST_BEHIND):
        order = heard(text[begins.end() :], known)
        if order and order.deed is Deed.UPDATE and reported(order.items[0][1]).status:
            return telling.LEFT.format(refs=phrases.recommendations([known.get(ref, ref) for ref in order.refs]))
    return ""


def reminder(moment: Moment) -> str:
    """That a form is still open, to be said after something else was answered; empty where none is."""
    draft = found(moment.memory.draft)
    if draft is None:
        return ""
    if draft.unsure and (index := index_of(draft, moment)):
        return telling.whose(draft, _named_in(draft.unsure, index))
    if _prompt(draft) is Prompt.PERSONAL:
        return guarding.STILL
    return telling.still_open(draft, next_question(draft, worrying=False))


def dropped(moment: Moment) -> str:
    """That an open form isn't saved, where something else takes its place; empty where none was open."""
    draft = found(moment.memory.draft)
    return (
        PUT_ASIDE.format(refs=phrases.recommendations([draft.ref, *(ref for ref, _ in draft.queue)])) if draft else ""
    )


def _which(moment: Moment) -> Turn:
    reply, memory = programmes.which(moment.message.text, moment.memory, moment.knowledge)
    return Turn((reply,), memory)


def _not_this_form(moment: Moment) -> Turn | None:
    """A kind refusal where a card's button belongs to a form that isn't the speaker's, or isn't open any more."""
    pressed = moment.message.fields.get("form")
    if pressed is None or pressed == moment.memory.draft.get("id"):
        return None
    update = moment.records.update(str(pressed))
    if update and update.by == moment.actor.key:
        return moment.turn(ALREADY.format(ref=phrases.escaped(update.ref)), draft=moment.memory.draft)
    if turn := reopened(moment):
        return turn
    example = moment.knowledge.indexes[0].refs[0] if moment.knowledge.indexes else "10"
    return moment.turn(NOT_YOURS.format(example=example), draft=moment.memory.draft)


def _begins_another(draft: UpdateDraft, moment: Moment, index: Index) -> bool:
    """Whether a message orders something else: in so many words, or on another recommendation in no answer's place."""
    order = heard(moment.message.text, by_name(index.by_ref))
    if order is None:
        return False
    if order.deed is Deed.NO_CHANGE and not order.refs:
        return _prompt(draft) not in _WORDS
    others = {*order.refs} - {draft.ref.casefold()}
    return order.deed is not Deed.UPDATE or moment.said.startswith("update") or bool(others and not _words(draft))


def _prompt(draft: UpdateDraft) -> Prompt:
    return next_question(draft, bool(personal_data(draft.text)))


def _words(draft: UpdateDraft) -> bool:
    return _prompt(draft) in _WORDS


def _unsure(draft: UpdateDraft, index: Index, moment: Moment) -> UpdateDraft | Turn | None:
    """What becomes of words that begin like an update of their own ("8: red, staff left") where an answer is due.

    Those on the form's own recommendation are taken in; those on another are asked about. None for any other words.
    """
    text = moment.message.text
    order = heard(text, by_name(index.by_ref))
    if order is None or order.deed is not Deed.UPDATE or "status" in moment.message.fields:
        return None
    if {*order.refs} == {draft.ref.casefold()} and _prompt(draft) is not Prompt.PERSONAL:
        return reports.told_at_once(draft, order.items[0][1], moment.today)
    if not _words(draft):
        return None
    others = _named_in(text, index)
    return moment.turn(telling.whose(draft, others), draft=kept(replace(draft, unsure=text)), refs=(draft.ref,))


def _named_in(text: str, index: Index) -> list[str]:
    """The recommendations that an update in these words would be on."""
    known = by_name(index.by_ref)
    order = heard(text, known)
    return [known.get(ref, ref) for ref in order.refs] if order else []


def _settled(draft: UpdateDraft, index: Index, moment: Moment) -> Turn | None:
    """What the answer to "is that for 10, or an update on 8?" leads to; None for any other message."""
    answer = _THAT_ONE.fullmatch(moment.said)
    order = heard(draft.unsure, by_name(index.by_ref))
    if answer is None or order is None:
        return None
    if answer["ref"] == draft.ref.casefold():
        whole = replace(draft, unsure="")
        return _shown_after(lambda: filling.filled(whole, _prompt(whole), draft.unsure, moment.today), index, moment)
    return begin(order.items, index, moment, [dropped(moment)]) if answer["ref"] in order.refs else None


def _after(draft: UpdateDraft, moment: Moment) -> UpdateDraft | Turn | None:
    """The form after this message, the turn that ends it, or None where the message is no answer. Raises Unfit."""
    if "status" in moment.message.fields:
        return inputs.submitted(draft, moment.message.fields, moment.today)
    prompt = _prompt(draft)
    if moment.says("back"):
        return stepped_back(draft)
    if draft.proposed and says_no(moment):
        raise Unfit(telling.question(Prompt.NEXT_STEP_DATE), replace(draft, proposed=None))
    skips = moment.says("skip") or (says_no(moment) and prompt is not Prompt.NARRATIVE)
    if skips and prompt not in {Prompt.STATUS, Prompt.PERSONAL, Prompt.CONFIRM}:
        return skipped(draft, prompt)
    if prompt not in {Prompt.PERSONAL, Prompt.CONFIRM} and (right := _corrected(draft, prompt, moment)):
        return right
    match prompt:
        case Prompt.CONFIRM:
            return _decided(draft, moment)
        case Prompt.PERSONAL:
            return _reworded(draft, moment)
    if draft.proposed and says_yes(moment):
        return skipped(draft, Prompt.NEXT_STEP_DATE, next_step_date=draft.proposed)
    return None if _asks(moment, prompt) else _answered(draft, prompt, moment)


def _answered(draft: UpdateDraft, prompt: Prompt, moment: Moment) -> UpdateDraft:
    """The form with the answer to what was asked. Raises Unfit."""
    text = moment.message.text
    if says_yes(moment) or says_no(moment) or moment.says("agrees"):
        raise Unfit(telling.question(prompt), draft)
    if prompt in _SENTENCE_DUE and (status := status_of(text)) and status is not draft.status:
        raise Unfit(telling.status_or_words(status, prompt), draft)
    return filling.filled(draft, prompt, text, moment.today)


def _corrected(draft: UpdateDraft, prompt: Prompt, moment: Moment) -> Turn | None:
    """The form with something put right that was answered before, or for another recommendation. Raises Unfit."""
    text, index = moment.message.text, index_of(draft, moment)
    if index is None:
        return None
    if typed := correcting.other_number(prompt, text, draft.ref.casefold()):
        ref = by_name(index.by_ref).get(typed.casefold())
        return moved(draft, ref, index, moment) if ref else _no_such(typed, draft, index)
    if correcting.says_wrong_number(text):
        raise Unfit(correcting.WHICH_NUMBER.format(ref=next(r for r in index.refs if r != draft.ref)), draft)
    if (after := correcting.corrected(draft, prompt, text, moment.today)) is None:
        return None
    asked = _prompt(after)
    said = [] if asked in {Prompt.PERSONAL, Prompt.CONFIRM} else telling.noted(draft, after)
    return shown(after, index, moment, said=said)


def _no_such(typed: str, draft: UpdateDraft, index: Index) -> Turn:
    raise Unfit(no_such((typed,), index), draft)


def _asks(moment: Moment, prompt: Prompt) -> bool:
    """Whether a message is a question, or a courtesy, rather than the answer to one.

    What has happened may end in a question, but isn't one alone.
    """
    if moment.says("help") or moment.says("courtesy") or moment.says("asks"):
        return True
    text = moment.message.text.strip()
    return text.endswith("?") and (prompt is not Prompt.NARRATIVE or not _SENTENCES.search(text))


def _decided(draft: UpdateDraft, moment: Moment) -> UpdateDraft | Turn | None:
    """A yes saves it, a no asks what should be different, anything that changes it is taken in."""
    if draft.between and says_yes(moment):
        return draft
    if proposing.says_both(moment):
        return moment.turn(proposing.YES_AND_NO, forms_card.confirmation(draft), draft=kept(draft))
    if _says_yes_to(draft, moment):
        return save(draft, moment)
    if says_yes(moment):
        return moment.turn(telling.say_which(draft), forms_card.confirmation(draft), draft=kept(draft))
    if says_no(moment) or moment.says("change"):
        return _editing(draft, moment)
    if _asks(moment, Prompt.CONFIRM) and not additions.heard(moment.message.text):
        return None
    if changed := edits.edited(draft, moment.message.text, moment.today):
        return replace(changed, follows=False, opened=None)  # a yes that was sent twice would have come before this
    if proposing.put_right(moment):
        return _put_right(draft, moment)
    if additions.lacks_words(moment.message.text):
        return _editing(draft, moment)
    return None if _means_something(moment) else _editing(draft, moment)


def _put_right(draft: UpdateDraft, moment: Moment) -> Turn:
    """The same for the other recommendation that a correction names ("no, it's 8, not 9"); else what is to change."""
    named = moment.reading.named.refs if moment.reading else ()
    others = [ref for ref in dict.fromkeys(named) if ref != draft.ref]
    if len(others) != 1 or not (index := index_of(draft, moment)) or others[0] not in index.by_ref:
        return _editing(draft, moment)
    return moved(draft, others[0], index, moment)


def _says_yes_to(draft: UpdateDraft, moment: Moment) -> bool:
    """Whether a message agrees to save this very form; a yes that may be another's must name it."""
    named = re.fullmatch(rf"yes[\s,]+(?:(?:to|rec|recommendation)\s+)*{re.escape(draft.ref.lower())}", moment.said)
    return named is not None or (says_yes(moment) and not may_be_for_another(draft, moment))


def _means_something(moment: Moment) -> bool:
    """Whether a message that changes nothing in the form may be about something else."""
    reading = moment.reading
    return reading is not None and bool(
        reading.named.refs or reading.fields or reading.people or reading.themes or reading.criteria
    )


def _editing(draft: UpdateDraft, moment: Moment) -> Turn:
    card = forms_card.form(draft)
    return moment.turn(telling.CHANGE_WHAT, card, draft=proposing.interrupted(kept(draft)), refs=(draft.ref,))


def _reworded(draft: UpdateDraft, moment: Moment) -> UpdateDraft | Turn | None:
    """New words instead of those that look like personal data, or that they are to be saved all the same."""
    if guarding.says_anyway(moment):
        return replace(draft, accepted=True)
    if says_no(moment):
        return moment.turn(telling.cancelled(draft))
    if says_yes(moment) or moment.says("agrees"):
        return moment.turn(guarding.STILL, draft=kept(draft), refs=(draft.ref,))
    if _asks(moment, Prompt.NARRATIVE):
        return None
    return filling.filled(draft, Prompt.NARRATIVE, moment.message.text, moment.today)
