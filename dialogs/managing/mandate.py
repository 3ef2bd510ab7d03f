"""What the managers' dialogs share: which recommendations an order names, and whether the speaker may do it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps

from dialogs.answers.facts import no_such
from dialogs.turns import programmes
from dialogs.turns.asides import aside_in
from dialogs.turns.moment import Moment
from dialogs.turns.rights import UNKNOWN, denied
from dialogs.turns.turn import Turn, noting
from dialogs.words.orders import split
from dialogs.words.wordings import REQUEST, Wording, letters
from knowledge.progress.model import Role
from knowledge.progress.standings.standing import Standing
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index

Take = Callable[[Moment], Turn | None]

# Where a reason begins.
REASON = (
    r"\s*(?::|;|–|—|\s-\s|,?\s*\bbecause\b(?:\s+of\b)?|,?\s*\bsince\b|"
    r",?\s*\bas\b(?!\s+(?:well|soon|before|usual|agreed)\b)|,?\s*\bdue to\b|"
    r",?\s*\b(?:the\s+)?reason(?:\s+is)?\b:?|\.\s|\n)\s*"
)
_BECAUSE = re.compile(
    r"(?:because(?: of)?|since|as|the reason(?: is)?|reason(?: is)?|it[’']s because)\b[\s:,]*", re.IGNORECASE
)
_REASONED = re.compile(r"\s*(?::|;|–|—|\s-\s|\n|,?\s*\b(?:because(?: of)?|since|due to)\b)\s*", re.IGNORECASE)
_PLEASE = re.compile(r"[\s,]+(?:please|pls|thanks|thank you|thx|ta)\Z", re.IGNORECASE)
# Rows of quotes, spaces or commas say no more than three of them, and could be shared out in a great many ways
# between what stands beside them in a pattern: a thousand quotes took half a minute.
_RUN, _RUNS = re.compile(r"[\s,\"“”'‘’«»]{4,}"), 3
ONE_AT_A_TIME = "One recommendation at a time, please; begin with {first}. Nothing has been saved."
# No order is longer (characters); patterns that repeat would take too long over it.
_LONGEST = 5_000


@dataclass(frozen=True, slots=True)
class Named:
    """The recommendations that an order is about, in its order."""

    index: Index
    refs: tuple[str, ...]

    def standings(self, moment: Moment) -> list[Standing]:
        """How each stands now."""
        return [moment.standing(self.index, ref) for ref in self.refs]


# A question without its mark: "do councils have to make a post for ...", which lets nobody post for anybody.
_ASKS = re.compile(
    r"\W*(?:(?:do|does|did) (?:i|we|you|they|he|she|it|the|any\w*|all|councils?|local)\b|"
    r"(?:why|what|who|whose|when|where|which)\b)",
    re.IGNORECASE,
)


def named(listed: str | None, moment: Moment) -> Named | Turn:
    """The recommendations listed, or the one just spoken of; a turn that says what isn't there, or asks which."""
    index = moment.index
    if index is None:
        reply, memory = programmes.which(moment.message.text, moment.memory, moment.knowledge)
        return Turn((reply,), memory)
    known = by_name(index.by_ref)
    typed = split(listed) or (tuple(moment.spoken_of) if len(moment.spoken_of) == 1 else ())
    missing = tuple(ref for ref in typed if ref.casefold() not in known)
    if missing:
        return moment.turn(no_such(missing, index))
    if not typed:
        return moment.turn(f"Which recommendation do you mean? Give me its number, such as “{index.refs[0]}”.")
    return Named(index, tuple(dict.fromkeys(known[ref.casefold()] for ref in typed)))


def one_of(found: Named | Turn, moment: Moment) -> Standing | Turn:
    """How the one recommendation stands that an order is about, where it takes one at a time."""
    if isinstance(found, Turn):
        return found
    if len(found.refs) > 1:
        return moment.turn(ONE_AT_A_TIME.format(first=found.refs[0]))
    return found.standings(moment)[0]


def only(role: Role, moment: Moment) -> Turn | None:
    """A kind refusal unless the speaker has this role."""
    if not moment.actor.key:
        return moment.turn(UNKNOWN)
    return None if moment.actor.is_(role) else moment.turn(denied(role, moment))


def reason(words: str) -> str:
    """A reason without the word that leads it in: "because health is late" is "health is late".

    Empty where nothing of it can be read out, and where it only says that there is none, or to wait.
    """
    said = _BECAUSE.sub("", words.strip(), count=1) if _BECAUSE.match(words.strip()) else words.strip()
    is_none = " " in said and aside_in(said)  # a single "later" says why
    return said if any(map(str.isalnum, said)) and not is_none else ""


def why(rest: str) -> str:
    """The reason in what follows an order: ": no evidence", "because health is late"; empty where there is none."""
    return reason(re.sub(rf"\A{REASON}|\A[\s,:–—-]+", "", rest))


def reasoned(order: str) -> tuple[str, str]:
    """An order in everyday words and its reason apart; "as" leads no reason in there ("as the lead")."""
    because = _REASONED.search(order)
    return (order[: because.start()].strip(), reason(order[because.end() :])) if because else (order.strip(), "")


def so_already(turn: Turn) -> Turn:
    """The turn, which only says that what was ordered is so already, and that keeps nothing else from being done."""
    return noting(turn, already=True)


def only_asks(moment: Moment) -> bool:
    """Whether a message is a question, and not a request put as one ("can you sign off 10?")."""
    return _only_asks(moment.message.text)


def told_by(*wordings: Wording, also: str = "") -> Callable[[Take], Take]:
    """Has a dialog take no message but those with a word that tells of one of its wordings, or with one of `also`."""
    tells = frozenset(also.split()).union(*(one.tells for one in wordings))

    def hearing(take: Take) -> Take:
        @wraps(take)
        def heard(moment: Moment) -> Turn | None:
            return None if tells.isdisjoint(letters(moment.message.text)) else take(moment)

        return heard

    return hearing


def first_match(wordings: tuple[Wording, ...], moment: Moment) -> re.Match[str] | None:
    """The first of these that a whole message fits, whatever ends its sentence."""
    text = moment.message.text
    told = letters(text)  # a score of dialogs ask for each message, and hardly any message tells of one
    for one in wordings:
        if not one.tells.isdisjoint(told) and (match := one.pattern.fullmatch(without_please(text))):
            return match
    return None


@lru_cache(maxsize=64)
def _only_asks(text: str) -> bool:
    return bool(_ASKS.match(text)) or (text.strip().endswith("?") and not REQUEST.match(text.strip()))


@lru_cache(maxsize=64)
def without_please(text: str) -> str:
    """A message without what is only polite at its end, or ends its sentence."""
    said = _RUN.sub(lambda run: run[0][:_RUNS], text.strip().rstrip(" .!?\n")[:_LONGEST])
    return _PLEASE.sub("", said)


Check = Callable[[Standing], str]


def refused(standings: list[Standing], reason: Check) -> str:
    """Why it can't be done to these; empty where it can be done to all."""
    return "\n\n".join(filter(None, map(reason, standings)))
