"""Passes a question on to whoever leads the recommendation, or to a manager: restated, and only on a yes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dialogs import emergency
from dialogs.answers.facts import no_such
from dialogs.managing.known import known_names, nearest
from dialogs.managing.mandate import first_match
from dialogs.passing_on.offering import LONGEST, PENDING
from dialogs.passing_on.whom import Whom, for_lead, for_manager, for_person, standing_of
from dialogs.turns.agreeing import goes_ahead
from dialogs.turns.guarding import seen_in, sightings
from dialogs.turns.moment import Moment, free
from dialogs.turns.proposing import PROPOSAL, Doer, propose
from dialogs.turns.rights import UNKNOWN
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.wordings import POLITE, RECS, REF, wording
from knowledge.progress.model import Stage, Unanswered
from knowledge.progress.passing import MOST_WAITING, next_number, passed_on, waiting
from knowledge.progress.sending.subscriptions import home
from knowledge.progress.standings.standing import Standing
from knowledge.questions.alike import gist
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index
from knowledge.store.shelves import REFERENCES

_IT = r"(?:it|that|this|them|(?:the|my|that|this)\s+question)"
_LEAD = rf"(?P<lead>(?:(?:the|its|their)\s+)?leads?(?:\s+officers?)?(?:\s+(?:of|for|on)\s+{RECS}(?P<ref>{REF}))?)"
# Whoever may know: the lead where it is about a recommendation, else a manager.
_ANYBODY = r"(?:some|any)(?:one|body)(?:\s+else)?(?:\s+who\s+(?:knows|might\s+know|would\s+know))?|her|him|them"
_WHO = rf"(?:{_LEAD}|(?:{_ANYBODY})|(?P<manager>(?:(?:a|the|my)\s+)?managers?)|(?P<name>[^\d:;?,]{{2,60}}?))"
_QUESTION = (
    r"(?:\s+(?:that|this|it)(?:\s+(?:then|please|instead))?|\s*[:,–—-]\s*(?P<asked>.+)|"
    r"\s+(?P<put>(?:how|what|when|where|why|who|which|whose|whether|if)\b.+))?"
)
_PASS = (
    wording("ask check", rf"{POLITE}(?:ask|check\s+with)\s+{_WHO}{_QUESTION}"),
    wording(
        "pass send forward put refer",
        rf"{POLITE}(?:pass|send|forward|put|refer)\s+{_IT}(?:\s+on)?\s+to\s+{_WHO}(?:\s+please)?",
    ),
    wording("pass", rf"{POLITE}pass\s+{_IT}\s+on(?:\s+please)?"),
    wording("find", rf"{POLITE}find\s+(?:{_IT}\s+)?out(?:\s+for\s+(?:me|us))?(?:\s+please)?"),
)

NO_QUESTION = (
    "Which question? Ask me first, and if I can’t answer it, say “ask the lead”. Or put both in one: “ask the lead of "
    "{example}: how many people are trained?”"
)
TOO_LONG = "That is too long to pass on. Please put the question in a sentence or two of at most {most} characters."
PERSONAL = (
    "I don’t pass that on, because it seems to hold personal data: I saw {seen}. Please ask again so that nobody can "
    "tell which child or family is meant."
)
URGENT = "I don’t pass on anything about a child in danger; it could be read too late."
NOT_LEAD = "{name} doesn’t lead {ref}. Say “ask the lead of {plain}” to ask whoever does."
ENOUGH = "{number} questions of yours wait for an answer already, which is as many as I keep for one person."
TWICE = "You have passed that on already, as question {id}. {back}"
WOULD = (
    "I would ask {names}{about}: {question}\n\nThey would see your name. {back} It is kept for whoever asks the same."
)
WOULD_KEEP = (
    "I would put {question}{about} on the list of questions not answered, with your name. {nobody} Managers see that "
    "list. {back} It is kept for whoever asks the same."
)
BACK = "The answer comes back here."
NOT_BACK = "I can’t bring the answer here by myself: ask again later."
NO_LEAD = "Nobody leads {ref} yet, so a manager gets it. "
ABOUT_NONE = (
    "I can’t tell which recommendation that is about, so a manager gets it; “ask the lead of {example}: …” would "
    "ask the lead of that one. "
)
INSTEAD = "{leads} can’t be reached by me yet, because they haven’t written to me, so a manager gets it. "
NOBODY = "I know nobody whom I could write to about it yet, so it may take a while."
PASSED = "Passed on to {names} as question {id}."
KEPT = "Kept as question {id} on the list of questions not answered. {nobody}"


def take(moment: Moment) -> Turn | None:
    """ "Ask the lead", "ask Sue Myers that", "ask the lead of 10: …?", "pass it on"; None for any other message."""
    if (offer := moment.memory.pending.get(PENDING, {}).get("offer")) and goes_ahead(moment):
        moment = free(moment, offer)
    match, index = first_match(_PASS, moment), moment.index
    if match is None:
        return None
    found = match.groupdict()
    name = nearest(found["name"], known_names(moment)) if found.get("name") else ""
    if name is None or index is None:
        return None
    if not moment.actor.key:
        return moment.turn(UNKNOWN)
    pending = _left_open(moment, elsewhere=bool(name or found.get("manager")))
    question = (found.get("asked") or found.get("put") or "").strip()
    ends = "?" if question and moment.message.text.rstrip().endswith("?") else ""
    question = f"{question}{ends}" or pending.get("question", "")
    ref = by_name(index.by_ref).get((found.get("ref") or "").casefold()) if found.get("ref") else pending.get("ref", "")
    if ref is None:
        return moment.turn(no_such((found["ref"],), index))
    if not question:
        return moment.turn(NO_QUESTION.format(example=ref or index.refs[-1]))
    if pending.get("question") != question and not ref and not found.get("manager"):
        ref = _spoken_of(name, index, moment)
    who = {"name": name} if name else {"manager": bool(found.get("manager")), "lead": bool(found.get("lead"))}
    return _proposed({"question": question, "ref": ref, "programme": index.programme.name, **who}, index, moment)


def _left_open(moment: Moment, *, elsewhere: bool) -> Mapping[str, Any]:
    """The question that can be passed on: the one not answered just now, or one that waits for a yes to be asked of
    somebody else.
    """
    draft = moment.memory.draft
    if elsewhere and draft.get("form") == PROPOSAL and draft.get("do") == "pass on":
        return {name: draft["what"].get(name, "") for name in ("question", "ref", "programme")}
    return moment.memory.pending.get(PENDING) or {}


def _spoken_of(name: str, index: Index, moment: Moment) -> str:
    """The recommendation that a question is about by what was spoken of; none that whoever is asked doesn't lead."""
    ref = moment.spoken_of[0] if len(moment.spoken_of) == 1 else ""
    return (
        ref
        if not name or (ref in index.by_ref and for_person(name, moment.standing(index, ref), index, moment))
        else ""
    )


def _proposed(what: dict[str, Any], index: Index, moment: Moment) -> Turn:
    question, ref = what["question"], what["ref"]
    if emergency.suggests_danger(question):
        return moment.turn(URGENT)
    if len(question) > LONGEST:
        return moment.turn(TOO_LONG.format(most=LONGEST))
    if seen := sightings(question, moment):
        return moment.turn(PERSONAL.format(seen=seen_in(seen)))
    whom = _whom(what, index, moment)
    if whom is None:
        shown = {"name": phrases.escaped(what["name"]), "ref": phrases.recommendations((ref,)), "plain": ref}
        return moment.turn(NOT_LEAD.format(**shown))
    if refused := _refused(what, index, moment):
        return moment.turn(refused)
    refs = (ref,) if ref else ()
    return propose(moment, _would(what, whom, moment), "pass on", refs, amend=_again(what), **what)


def _again(what: Mapping[str, Any]) -> str:
    """The order without its question, which a correction gives anew."""
    lead = f"the lead of {what['ref']}" if what["ref"] else "the lead"
    return f"ask {what.get('name') or ('a manager' if what.get('manager') else lead)}: "


def _whom(what: Mapping[str, Any], index: Index, moment: Moment) -> Whom | None:
    standing: Standing | None = standing_of(what["programme"], what["ref"], moment)
    if what.get("name"):
        return for_person(what["name"], standing, index, moment)
    return for_manager(moment) if what.get("manager") else for_lead(standing, moment)


def _refused(what: Mapping[str, Any], index: Index, moment: Moment) -> str:
    """Why nobody is asked now: it is under way, or too much is; empty where nothing speaks against it."""
    mine = [one for one in waiting(moment.records.reading) if one.by == moment.actor.key]
    common = gist(what["question"], index)
    same = [one for one in mine if (one.gist, one.ref) == (common, what["ref"]) and one.stage is Stage.OPEN]
    if same:
        return TWICE.format(id=same[0].id, back=BACK if _reachable(moment) else NOT_BACK)
    return ENOUGH.format(number=len(mine)) if len(mine) >= MOST_WAITING else ""


def _would(what: Mapping[str, Any], whom: Whom, moment: Moment) -> str:
    shown = {
        "question": phrases.quoted(what["question"]),
        "about": f" about {phrases.recommendations((what['ref'],))}" if what["ref"] else "",
        "back": BACK if _reachable(moment) else NOT_BACK,
    }
    if not whom.members:
        return WOULD_KEEP.format(nobody=NOBODY, **shown)
    return f"{_no_lead(what, whom, moment)}{_instead(whom)}{WOULD.format(names=whom.names, **shown)}"


def _no_lead(what: Mapping[str, Any], whom: Whom, moment: Moment) -> str:
    """Why it isn't a lead who is asked, where somebody wanted one."""
    if not what.get("lead") or whom.leads or moment.index is None:
        return ""
    if what["ref"]:
        return NO_LEAD.format(ref=phrases.recommendations((what["ref"],)))
    return ABOUT_NONE.format(example=moment.index.refs[-1])


def _instead(whom: Whom) -> str:
    if not whom.leads or whom.posting:
        return ""
    return INSTEAD.format(leads=phrases.joined(map(phrases.escaped, whom.leads)))


def _do(moment: Moment, what: Mapping[str, Any]) -> Turn:
    found = [index for index in moment.knowledge.indexes if index.programme.name == what["programme"]]
    whom = _whom(what, found[0], moment) if found and moment.actor.key else None
    if whom is None:
        return moment.turn(NO_QUESTION.format(example=moment.knowledge.indexes[0].refs[-1]))
    if refused := _refused(what, found[0], moment):
        return moment.turn(refused)
    occasion, records = moment.occasion, moment.records
    question = Unanswered(
        id=next_number(records.reading),
        conversation=occasion.conversation,
        question=what["question"],
        at=occasion.at,
        by=occasion.actor.key,
        by_name=occasion.actor.name,
        programme=what["programme"],
        ref=what["ref"],
        gist=gist(what["question"], found[0]),
        to=tuple(member.key for member in whom.members),
        to_names=phrases.joined(member.name or member.email for member in whom.members),
    )
    told = PASSED.format(names=whom.names, id=question.id) if whom.members else _kept(question)
    back = BACK if _reachable(moment) else NOT_BACK
    return moment.turn(f"{told} {back}", changes=passed_on(question, whom.members, records, occasion))


def _kept(question: Unanswered) -> str:
    return KEPT.format(id=question.id, nobody=NOBODY)


def _reachable(moment: Moment) -> bool:
    """Whether the bot can write to this conversation of its own accord."""
    return moment.records.reading.get(REFERENCES, home(moment.message.where)) is not None


DOERS: dict[str, Doer] = {"pass on": _do}
