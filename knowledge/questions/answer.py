"""What an answer can be: values that say what is true and where it stands, for dialogs to put into words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from knowledge.model import Field
from knowledge.questions.criteria import Criterion, Mentions
from knowledge.questions.passages import Passage


class Truth(StrEnum):
    """Whether what a question takes for granted, or asks, is so."""

    TRUE = "true"
    FALSE = "false"
    UNASKED = "unasked"


class Gap(StrEnum):
    """What kind of thing the document doesn't record."""

    CONTACT = "contact details"
    PROGRESS = "progress"
    COUNCIL = "the council's decisions"
    IDENTITY = "a name"
    TODAY = "what is due at a time counted from today"
    FACT = "a fact"


@dataclass(frozen=True, slots=True)
class Facts:
    """Some fields of some recommendations; `claims` is what the question takes for true of them, and whether it is.

    `undated` where it asks for the day of a decision, which isn't recorded. `absent` are fields asked for that the
    document has for no recommendation; then all that stands under these is told instead. `doing` where it asks what the
    council does about them, to which what was posted since belongs as well.
    """

    refs: tuple[str, ...]
    fields: tuple[Field, ...]
    claims: tuple[tuple[Criterion, Truth], ...] = ()
    missing: tuple[str, ...] = ()
    asked: bool = False
    whole: bool = False
    undated: bool = False
    absent: tuple[Field, ...] = ()
    doing: bool = False


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """A field by which recommendations are to be told apart, and which the document has for none of them."""

    field: Field


@dataclass(frozen=True, slots=True)
class Listing:
    """The recommendations that meet all criteria, in natural order; `near` are others worth knowing of, with why."""

    refs: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    fields: tuple[Field, ...] = ()
    counted: bool = False
    among: tuple[str, ...] = ()
    near: tuple[tuple[str, tuple[str, ...]], ...] = ()
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """The passages that answer a question about content, the best field's first; `refs` all say the same there.

    Not `sure` where they are only the nearest there is; then what is recorded of a recommendation may be told besides,
    where that is what the question is about, and it isn't clear what of it is asked.
    """

    passages: tuple[Passage, ...]
    refs: tuple[str, ...]
    sure: bool
    recorded: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """Passages of a chapter that is about no recommendation, which answer; not `sure` where they are only nearest.

    `chapter` is its place among the programme's chapters, `nearest` what the recommendations have that comes near.
    """

    chapter: int
    passages: tuple[Passage, ...]
    sure: bool
    nearest: Quote | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The recommendation that a topic is about, with the passage that shows it; `others` come close.

    `claims` is what the question takes for true of it, and whether it is; `asked` where "yes" or "no" answers that.
    """

    ref: str
    passage: Passage
    fields: tuple[Field, ...]
    sure: bool
    others: tuple[str, ...] = ()
    claims: tuple[tuple[Criterion, Truth], ...] = ()
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """What an abbreviation stands for; an empty meaning where the document uses but never spells it out."""

    short: str
    meaning: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeadOfficers:
    """Lead officers with what they lead; `tally` is "most" or "fewest" where that was asked.

    `so` is whether one of them has the role that the question gives them.
    """

    names: tuple[str, ...]
    tally: str = ""
    so: Truth = Truth.UNASKED


@dataclass(frozen=True, slots=True)
class WhichPerson:
    """The question means a lead officer, but any of these may be meant."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stranger:
    """A person whom the document doesn't name as a lead; `refs` are recommendations asked about besides."""

    name: str
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Themes:
    """The programme's themes; only `numbers` where some were asked about. `tally` says what they were compared by."""

    numbers: tuple[str, ...]
    tally: tuple[Criterion, ...] = ()
    most: bool = True


@dataclass(frozen=True, slots=True)
class DecisionTally:
    """How many recommendations got which decision."""


@dataclass(frozen=True, slots=True)
class NoTheme:
    """A theme that there isn't."""

    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Recommendations side by side in these fields; `first` is the one asked for ("which is due first?")."""

    refs: tuple[str, ...]
    fields: tuple[Field, ...]
    first: tuple[str, ...] = ()
    latest: bool = False
    same: bool = False


@dataclass(frozen=True, slots=True)
class Extreme:
    """The recommendations with the earliest or latest date, leaving out those that a criterion set aside."""

    refs: tuple[str, ...]
    latest: bool
    day: date
    words: str
    aside: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What the programme itself is: its document, how much it holds; `so` is whether it holds as many as is said."""

    so: Truth = Truth.UNASKED


@dataclass(frozen=True, slots=True)
class NoSuch:
    """Recommendations that there aren't."""

    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Which:
    """The question needs a recommendation and names none, or several fit; `options` are the likeliest.

    `searched` where they were found by what it is about, which may be in none of them.
    """

    fields: tuple[Field, ...]
    options: tuple[str, ...] = ()
    topic: str = ""
    searched: bool = False


@dataclass(frozen=True, slots=True)
class NotRecorded:
    """The document doesn't say; `nearest` is the closest that it has, if anything; `recorded` is as in a quote."""

    gap: Gap
    refs: tuple[str, ...] = ()
    nearest: Passage | None = None
    topic: str = ""
    people: tuple[str, ...] = ()
    recorded: str = ""


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """Nothing in the document is near; `request` where the bot was asked to do something that it doesn't do."""

    request: bool = False
    topic: str = ""


Answer = (
    Facts
    | Listing
    | Quote
    | Aside
    | Found
    | Definition
    | LeadOfficers
    | WhichPerson
    | Stranger
    | Themes
    | DecisionTally
    | NoTheme
    | Comparison
    | Extreme
    | About
    | NoSuch
    | Which
    | NotRecorded
    | Unrecorded
    | OutOfScope
)


def is_uncertain(answer: Answer) -> bool:
    """Whether an answer is none, or only what comes nearest."""
    match answer:
        case Quote() | Found():
            return not answer.sure
        case NotRecorded():
            return answer.gap in (Gap.FACT, Gap.IDENTITY)
        case OutOfScope():
            return not answer.request
        case Listing():
            return not answer.refs and any(isinstance(one, Mentions) for one in answer.criteria)
    return isinstance(answer, Which)


@dataclass(frozen=True, slots=True)
class Context:
    """What the conversation is about: recommendations of the last turn, of earlier ones, and what was asked of them.

    `quoted` are the passages that the last answer was, by their numbers in the index.
    """

    refs: tuple[str, ...] = ()
    trail: tuple[tuple[str, ...], ...] = field(default=())
    fields: tuple[Field, ...] = ()
    person: str = ""
    quoted: tuple[int, ...] = ()
