"""Works out which recommendations a message means, from what it names and what the conversation was about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.model import Field
from knowledge.questions.answer import Context
from knowledge.questions.parsing.reading import Reading
from knowledge.questions.searching.index import Index

_FOLLOWS_ON = re.compile(
    r"^(?:and|or|what about|how about|same(?: question| thing| again)? (?:for|about|with|on)|ditto(?: for)?|no|not|"
    r"sorry|ok|oh|also|then|now|i mean|i meant|actually|thanks|thank you|cheers|great|right|really|nobody|no one|ah|"
    r"i see|hm+|fair enough|wow|[,.!?;-]|\s)+\b"
    r"|^\W*\d|\bmeant?\b|\binstead\b"
)

# A number that names no recommendation may still have been meant to; what was spoken of before is then no safe guess.
# A year is none.
_LOOSE_NUMBER = re.compile(r"(?<![\w/])(?!(?:19|20)\d\d\b)\d+(?![\w/])")
_ALONE, _FEW = 2, 5
_OR_LAST = re.compile(r"^\W*(?:(?:and|or|so)\W+)?(?:first|last|latest|earliest|soonest)\W*$")
# "And who is that?", of the few that were listed.
_WHO_IS = re.compile(r"^\W*(?:(?:and|so|ok)\W+)?who(?: is| are| would)?(?: that| they| those)(?: be)?\W*$")
# What is asked of everything there is, whatever was spoken of before.
_OF_ALL = ("list", "count", "all", "themes", "people", "document", "most", "fewest", "earliest", "latest")


@dataclass(frozen=True, slots=True)
class Meant:
    """The recommendations a message is about; `unclear` where it points back to nothing, or to several (`options`)."""

    refs: tuple[str, ...] = ()
    named: bool = False
    unclear: bool = False
    options: tuple[str, ...] = ()


def meant(reading: Reading, context: Context, index: Index) -> Meant:
    """What the message is about: the numbers it names, else what its words point back to, else what was spoken of."""
    if reading.named.refs and _compares_with(reading, context):
        return Meant(tuple(dict.fromkeys((*context.refs, *reading.named.refs))), named=True)
    if reading.named.refs:
        return _beside_named(reading, index) or Meant(reading.named.refs, named=True)
    if (placed := _placed(reading, context, index)) is not None:
        return placed
    if len(context.refs) > 1 and _compares(reading, context):
        return Meant(context.refs)
    if reading.has("more") and context.refs:
        return Meant(context.refs)
    if reading.has("back to several") and context.refs and not (reading.has("all") and len(context.refs) == 1):
        return Meant(context.refs)
    if reading.has("back to one") and not reading.has("all"):
        return _one(reading, context)
    if context.refs and _elliptical(reading) and not _LOOSE_NUMBER.search(reading.text):
        return Meant(context.refs)
    return Meant()


def _placed(reading: Reading, context: Context, index: Index) -> Meant | None:
    """One by its place: "the second one", "the next one", "the other one"; None where no place is named."""
    if reading.has("back to the second"):
        return Meant(context.refs[1:2]) if len(context.refs) > 1 else Meant(unclear=True)
    if reading.has("back to the last") and len(context.refs) > 1:
        return Meant(context.refs[-1:])
    if reading.has("next", "previous"):
        return _neighbour(reading, context, index)
    return _earlier(reading, context) if reading.has("back to the first", "back to the other") else None


def _compares_with(reading: Reading, context: Context) -> bool:
    """ "Is that the same person as for 2?", of the one that was spoken of and another."""
    back = reading.has("back to one") and len(context.refs) == 1
    return back and reading.has("same") and len(reading.named.refs) == 1


def _beside_named(reading: Reading, index: Index) -> Meant | None:
    """ "What comes right after 9?": the one beside the only one that is named, if there is any."""
    if len(reading.named.refs) > 1 or not reading.has("after it", "before it"):
        return None
    at = index.refs.index(reading.named.refs[0]) + (1 if reading.has("after it") else -1)
    return Meant((index.refs[at],), named=True) if 0 <= at < len(index.refs) else Meant(unclear=True)


def follows_on(reading: Reading) -> bool:
    """Whether a message that names recommendations asks of them what was asked before: "and 8?", "what about 12?"."""
    return bool(_FOLLOWS_ON.search(reading.text)) and not reading.topic


def _neighbour(reading: Reading, context: Context, index: Index) -> Meant:
    if not context.refs:
        return Meant(unclear=True)
    at = index.refs.index(context.refs[-1]) + (1 if reading.has("next") else -1)
    return Meant((index.refs[at],)) if 0 <= at < len(index.refs) else Meant(unclear=True, options=context.refs)


def _earlier(reading: Reading, context: Context) -> Meant:
    """ "The first one" and "the other one".

    The first is that of the last answer if it had several, else what was spoken of first; the other is the one before.
    """
    if reading.has("back to the first"):
        if len(context.refs) > 1:
            return Meant(context.refs[:1])
        return Meant(context.trail[0]) if context.trail else Meant(unclear=True)
    others = [refs for refs in reversed(context.trail) if refs != context.refs]
    if not others and reading.has("role"):  # the other one of its leads
        return Meant(context.refs, unclear=not context.refs)
    return Meant(others[0]) if others else Meant(unclear=True, options=context.refs)


def _one(reading: Reading, context: Context) -> Meant:
    """ "It" is one recommendation; of several, nobody can know which."""
    if len(context.refs) == 1 or (_FEW >= len(context.refs) > 1 and _WHO_IS.match(reading.text)):
        return Meant(context.refs)
    if context.quoted and reading.has("field leads") and len(context.refs) <= _FEW:
        return Meant(context.refs)  # of what was only near, any may have been meant
    if reading.people or reading.themes or reading.criteria:
        return Meant()
    return Meant(unclear=True, options=context.refs)


def _compares(reading: Reading, context: Context) -> bool:
    """ "Which is first?", of several that were spoken of."""
    if _OR_LAST.match(reading.text) and context.fields == (Field.TIMESCALE,):
        return False  # "and last?", after what is due first of all
    said = len(reading.text.split()) <= _FEW and not (reading.topic or reading.people or reading.criteria)
    return said and reading.has("earliest", "latest") and not reading.has("all")


def _elliptical(reading: Reading) -> bool:
    """Whether a message only makes sense of what was spoken of: "and the timescale?", "why?"."""
    alone = len(reading.text.split()) <= _ALONE  # "and who?", "and Salford?"
    asks = reading.fields or reading.has("role", "why", "when", "contact")
    few = len(reading.text.split()) <= _FEW  # "why not in full?"
    short = len([w for w in reading.text.split() if w != "the"]) <= _ALONE  # "and the Government?"
    asks = asks or (alone and reading.has("who")) or (short and reading.has("scope position", "scope response"))
    narrows = reading.criteria and not reading.has("yes or no") and not (reading.has("why") and few)
    return (
        bool(asks)
        and not (reading.topic or narrows or reading.people or reading.themes or reading.stranger)
        and not reading.has(*_OF_ALL)
    )
