"""Does what waits with other words: another day, some of its reason changed, personal data left out."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.righting.orders import ordered
from dialogs.turns import guarding, proposing, remarks, rewording
from dialogs.turns.moment import Moment, free
from dialogs.turns.proposing import DOUBTED, PROPOSAL
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.progress.safeguarding.personal import Seen

_SHOWN = 120  # characters of words that are asked about


def rewritten(moment: Moment) -> Turn | None:
    """The order with other words: what looks like personal data left out, or some of its reason changed."""
    draft, text = moment.memory.draft, moment.message.text
    order = proposing.whole(draft)
    if draft["form"] == DOUBTED:
        return _about_warning(order, moment)
    if draft["form"] != PROPOSAL:
        return None
    if dated := proposing.another_day(moment):
        return ordered(dated, moment)
    head, colon, why = order.partition(": ")
    changed = rewording.reworded(text, why) if colon else ""
    return ordered(f"{head}: {changed}", moment) if changed else _ended_otherwise(moment)


def _ended_otherwise(moment: Moment) -> Turn | None:
    """The order with another name or other words at its end, where "sorry" and the like put it right."""
    text, draft = moment.message.text, moment.memory.draft
    said = remarks.without_opening(text)
    if moment.says("asks") or proposing.corrected(moment) is not None or not draft.get("amend"):
        return None
    names = draft["what"].get("names")
    if names and (more := remarks.further(text)):
        said = " and ".join([*names, more])
    elif bare := remarks.meant_instead(text):
        said = bare
    elif not remarks.puts_right(text):
        return None
    if free(moment, said).says("orders") or remarks.tells_nothing(said):
        return None
    turn = ordered(proposing.amended(draft, said), moment)
    return turn if turn and turn.memory.draft.get("form") == PROPOSAL else None


def _about_warning(order: str, moment: Moment) -> Turn | None:
    """What an answer to a warning of personal data leads to that is no new wording."""
    draft, text = moment.memory.draft, moment.message.text
    seen = guarding.doubted(draft["proposal"]["what"], moment)
    if order and rewording.calls_personal(rewording.cut_out(text)):
        return ordered(guarding.without_seen(order, seen), moment)
    if not guarding.says_anyway(moment) and remarks.objects(text):
        return moment.turn(guarding.WHY.format(seen=guarding.seen_in(seen)), draft=draft)
    return _all_of_it(seen, moment) if draft["order"] else None


def _all_of_it(seen: Sequence[Seen], moment: Moment) -> Turn | None:
    """The question whether words are all that is to stand in the place of those that were warned of."""
    draft, text = moment.memory.draft, moment.message.text.strip()
    if proposing.only_asks(moment) or proposing.says_yes(moment) or proposing.says_no(moment):
        return None
    if guarding.says_anyway(moment) or rewording.leads_in(text):
        return None
    left = guarding.left_of(" ".join(guarding.texts(draft["proposal"]["what"])), seen)
    if not remarks.may_be_none(text) and rewording.shares_words(text, left):
        return None
    words = phrases.excerpt(text, _SHOWN)[0]
    asked = guarding.WHOLE.format(words=phrases.escaped(words), seen=guarding.seen_in(seen))
    return moment.turn(asked, draft=draft | {"yes": text, "end": ""}, refs=tuple(draft["refs"]))
