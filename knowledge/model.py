"""The words of this project as values: a programme of recommendations, as its document gives them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Field(StrEnum):
    """A part of a recommendation that can be asked for and cited."""

    RECOMMENDATION = "recommendation"
    ARGUMENT = "argument"
    RESPONSE = "response"
    DECISION = "decision"
    TIMESCALE = "timescale"
    POSITION = "position"
    LEADS = "leads"
    THEME = "theme"


class Decision(StrEnum):
    """What the responding body decided; NOT_STATED where the document leaves it open."""

    ACCEPT = "accept"
    ACCEPT_IN_PRINCIPLE = "accept in principle"
    ACCEPT_IN_PART = "accept in part"
    ACCEPT_WITH_CONDITIONS = "accept with conditions"
    CONSIDER_FURTHER = "consider further"
    NOTED = "noted"
    REJECT = "reject"
    NOT_STATED = "not stated"


class Precision(StrEnum):
    """How exactly a milestone's words fix its date."""

    DAY = "day"
    MONTH = "month"
    MONTH_APPROX = "month-approx"
    MONTH_FROM = "month-from"
    SEASON = "season"
    SEASON_NO_YEAR = "season-no-year"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    YEAR_END = "year-end"
    VAGUE = "vague"
    UNDATED = "undated"


class Party(StrEnum):
    """Who a milestone binds."""

    GOVERNMENT = "government"
    OFSTED = "Ofsted"
    COUNCIL = "council"
    PARTNERS = "partners"
    NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Theme:
    """A numbered group of recommendations; `number` is text, as the document prints it."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead officer as one recommendation names them; `role` is empty where none is given."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """A date, or a condition instead of one, in a timescale.

    `words` is the phrase itself and `sentence` the whole sentence, both verbatim. `earliest` and `latest`
    are whole days, both included; `latest` is None for "from ...", both are None for an undated one.
    `binds_words` names the body as the document does ("The Department of Health"), empty where not stated.
    `depends_on` holds the condition's own words, empty where there is none. `inferred` says that the
    year isn't in the words and was taken from the dates around them.
    """

    words: str
    sentence: str
    earliest: date | None
    latest: date | None
    precision: Precision
    binds: Party = Party.NOT_STATED
    binds_words: str = ""
    depends_on: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation with everything the document says about it; never changed by an update.

    Texts are verbatim, hard-wrapped lines joined: paragraphs are separated by a newline, and a bulleted
    paragraph starts with "• " (or "◦ " one level down). `decided_by` is who decided where a sentence of the
    response says so ("London Fire Brigade"); empty where a label or a heading decides. `decided_words` is then what
    stands there ("Accept in principle"), verbatim. `status` is what the document itself says of how far it is
    ("Overdue", "GREEN"), a line for each that it has; no update changes it.
    """

    ref: str
    theme: Theme
    text: str
    argument: str
    response: str
    decision: Decision
    timescale: str
    position: str
    leads: tuple[Lead, ...]
    milestones: tuple[Milestone, ...]
    decided_by: str = ""
    decided_words: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a document that is about no recommendation, by its heading; its text as a recommendation's."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Programme:
    """One imported document: a review's recommendations and a council's answer, in document order.

    `name` is the short name ("munro"). `reviewer` and `council` are who argues and who answers, as the
    document's own labels name them ("Munro", "Salford"), empty where they don't. `labels` holds the
    document's own label for each field ("Munro’s argument", "Salford Position"). `source` is the file's name.
    `warnings` are sentences about what doesn't add up in it, for whoever imports it. `chapters` are what follows
    the recommendations.
    """

    name: str
    title: str
    reviewer: str
    council: str
    source: str
    labels: dict[Field, str]
    themes: tuple[Theme, ...]
    recommendations: tuple[Recommendation, ...]
    warnings: tuple[str, ...] = ()
    chapters: tuple[Chapter, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Who speaks: a Teams user. Tenant and object id identify them; name and e-mail never do.

    The settings may say of them that they are `unbound` (local mode, where everybody may do everything) or
    `appointed` (one of the first administrators).
    """

    tenant: str
    object_id: str
    name: str = ""
    email: str = ""
    unbound: bool = False
    appointed: bool = False
