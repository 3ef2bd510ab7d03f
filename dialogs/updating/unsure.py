"""Words that could be the answer to an open form, or an update of their own: it is asked which."""

from __future__ import annotations

import re
from dataclasses import replace

from dialogs.turns.another import About, another
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.updating import filling, reports, telling
from dialogs.updating.correcting import without_asides
from dialogs.updating.drafts import Prompt, UpdateDraft, kept
from dialogs.updating.opening import begin
from dialogs.updating.prompts import prompt_of, wants_words
from dialogs.updating.showing import shown_after
from dialogs.words.orders import RECS, Deed, heard
from dialogs.words.wordings import REF
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index

_THAT_ONE = re.compile(
    r"(?:(?:for|on|it is|that is|it's|that's|i mean|i meant|an? update|update|the one)\s+)*"
    rf"{RECS}(?P<ref>{REF})(?:\s+please)?",
    re.IGNORECASE,
)


def begins_another(draft: UpdateDraft, moment: Moment, index: Index) -> bool:
    """Whether a message orders something else: in so many words, or on another recommendation in no answer's place."""
    known = by_name(index.by_ref)
    order = heard(moment.message.text, known)
    if order is None or ((other := another(moment.message.text, known)) and other.about is About.AS_WELL):
        return False
    if order.deed is Deed.NO_CHANGE and not order.refs:
        return not wants_words(draft)
    others = {*order.refs} - {draft.ref.casefold()}
    return order.deed is not Deed.UPDATE or moment.said.startswith("update") or bool(others and not wants_words(draft))


def doubted(draft: UpdateDraft, index: Index, moment: Moment) -> UpdateDraft | Turn | None:
    """What becomes of words that begin like an update of their own ("8: red, staff left") where an answer is due.

    Those on the form's own recommendation are taken in; those on another are asked about. None for any other words.
    """
    text = without_asides(moment.message.text)[0]
    order = heard(text, by_name(index.by_ref))
    if order is None or order.deed is not Deed.UPDATE or "status" in moment.message.fields:
        return None
    if {*order.refs} == {draft.ref.casefold()} and prompt_of(draft, moment) is not Prompt.PERSONAL:
        return reports.told_at_once(draft, order.items[0][1], moment.today)
    if not wants_words(draft):
        return None
    others = named_in(text, index)
    return moment.turn(telling.whose(draft, others), draft=kept(replace(draft, unsure=text)), refs=(draft.ref,))


def named_in(text: str, index: Index) -> list[str]:
    """The recommendations that an update in these words would be on."""
    known = by_name(index.by_ref)
    order = heard(text, known)
    return [known.get(ref, ref) for ref in order.refs] if order else []


def settled(draft: UpdateDraft, index: Index, moment: Moment) -> Turn | None:
    """What the answer to "is that for 10, or an update on 8?" leads to; None for any other message."""
    answer = _THAT_ONE.fullmatch(moment.said)
    order = heard(draft.unsure, by_name(index.by_ref))
    if answer is None or order is None:
        return None
    if answer["ref"] == draft.ref.casefold():
        whole = replace(draft, unsure="")
        return shown_after(
            lambda: filling.filled(whole, prompt_of(whole, moment), draft.unsure, moment.today), index, moment
        )
    return begin(order.items, index, moment, [telling.put_aside(draft)]) if answer["ref"] in order.refs else None
