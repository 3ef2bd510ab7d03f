"""What the update form says: its questions, what would be saved, and what was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, tzinfo

from dialogs.answers import standings
from dialogs.updating.drafts import Prompt, UpdateDraft
from dialogs.words import phrases
from knowledge.progress.acts.acts import Report
from knowledge.progress.model import Kind, Status, Update
from knowledge.progress.standings.standing import Standing, contradictions

QUESTIONS = {
    Prompt.STATUS: "What is its status now: not started, on track, at risk, off track or complete?",
    Prompt.NARRATIVE: "What has happened? A sentence or two will do, without anything that could identify a child.",
    Prompt.NEXT_STEP: "What is the next step, and by when?",
    Prompt.NEXT_STEP_DATE: "By when is the next step due? For example 30 January 2027 or next Friday.",
    Prompt.EVIDENCE: "Is there evidence, such as a document or a link?",
    Prompt.CONFIRM: "Save this?",
}
WAYS = "Or fill in the card. “Skip”, “back” and “cancel” work at every step."
YES_TO = "Save this? Say “yes {ref}”."
WHY_WHICH = (
    "This one still waits: you said yes a moment ago, and one yes mustn’t count twice. Say “yes {ref}” to save it."
)
FIRST = "This is the first update on it."
NEWER = "While you were writing, somebody else posted. {told} Do you still want to save yours?"
NEWER_OWN = "You have posted another update on it meanwhile. {told} Do you still want to save this one?"
THEN = "After this: {refs}."
WHOSE = "Is that for your open update on Recommendation {ref}, or an update on {others}? Say “{ref}” or “{other}”."
SO_FAR = "I have noted the status: {status}."
NOTED = "I have noted {what}."
STATUS_OR_WORDS = "Should the status be {status} instead? Then say “make it {status}”. If not: {question}"
HOW_MANY = "I’m not sure whether that is an update on {others}, too."
ONE, SEVERAL, WHAT_IS_IT = "one update on {refs}", "updates on {refs}", "What is it?"
LEFT = "I haven’t taken the update on {refs} in your message; nothing has been saved. Please send it by itself."
SAVED = "Saved. Recommendation {ref}{of} is now {status}, reported by {who} on {day}."
UNDO = "Say “undo” within 10 minutes to take it back."
SIGN_OFF = "A manager who isn’t you now signs it off or sends it back."
SENT_BACK = "It was sent back by {who} on {day}{reason}."
CHANGE_WHAT = (
    "I haven’t saved it. What should be different? For example “status green”, “narrative: …”, “next step: … by 30 "
    "January 2027” or “evidence: …”; or change it in the card. “Cancel” drops it."
)
ONCE_MORE = "It isn’t saved yet: since something else was said in between, here it is once more."
CANCELLED = "All right, I’ve dropped the update on {refs}. Nothing has been saved."
PUT_ASIDE = "I’ve dropped your unfinished update on {refs}; nothing of it was saved."
STILL_ASKED = "Still waiting: shall I save the update on Recommendation {ref}: {status}?"
STILL_OPEN = "Your update on Recommendation {ref} is still open. {question}"


def save_this(draft: UpdateDraft) -> str:
    """The last question; one yes is never taken for two."""
    return YES_TO.format(ref=phrases.escaped(draft.ref)) if draft.follows else question(Prompt.CONFIRM)


def say_which(draft: UpdateDraft) -> str:
    """Why a mere yes doesn't save it, and what does."""
    return WHY_WHICH.format(ref=phrases.escaped(draft.ref))


def question(prompt: Prompt) -> str:
    """What is asked."""
    return QUESTIONS.get(prompt, QUESTIONS[Prompt.CONFIRM])


def opening(standing: Standing, timezone: tzinfo) -> str:
    """What was reported last, before the first question."""
    named = phrases.recommendations((standing.ref,))
    if standing.report is None:
        return f"**{named}.** Nobody has posted an update on it yet."
    parts = [f"**{named}.** Last update:", _within(standings.told(standing.report, timezone, "it"))]
    return " ".join([*parts, standings.unchanged(standing), sent_back(standing, timezone)]).strip()


def _within(sentence: str) -> str:
    """A sentence as it goes on behind a colon: "on 28 November ..."."""
    return sentence[:1].lower() + sentence[1:]


def so_far(draft: UpdateDraft) -> list[str]:
    """What was typed together with the order; empty where nothing was."""
    news = _news(replace(draft, status=None, narrative="", next_step="", next_step_date=None, evidence=()), draft)
    return [NOTED.format(what=phrases.joined(news))] if news else []


def noted(before: UpdateDraft, after: UpdateDraft) -> list[str]:
    """What a correction changed in the form; where it changed nothing, the status that it has."""
    news = _news(before, after)
    return [NOTED.format(what=phrases.joined(news)) if news else SO_FAR.format(status=standings.status(after.status))]


def _news(before: UpdateDraft, after: UpdateDraft) -> list[str]:
    news = [f"the status: {standings.status(after.status)}"] * (after.status is not before.status)
    news += [f"what has happened: {phrases.quoted(after.narrative)}"] * (after.narrative != before.narrative)
    step = (after.next_step, after.next_step_date)
    if after.next_step and step != (before.next_step, before.next_step_date):
        news.append(f"the next step: {_step(after)}")
    return news + [f"the evidence: {_evidence(after)}"] * (after.evidence != before.evidence)


def status_or_words(status: Status, prompt: Prompt) -> str:
    """Whether a mere status, said where words are due, is to be the status instead."""
    return STATUS_OR_WORDS.format(status=standings.status(status), question=question(prompt))


def whose(draft: UpdateDraft, others: Sequence[str]) -> str:
    """Which recommendation words are for: that of the form, or those that they name."""
    named = {"others": phrases.recommendations(others), "other": phrases.joined(map(phrases.escaped, others))}
    return WHOSE.format(ref=phrases.escaped(draft.ref), **named)


def still_open(draft: UpdateDraft, prompt: Prompt) -> str:
    """That the form waits, and for what."""
    ref = phrases.escaped(draft.ref)
    if prompt is Prompt.CONFIRM and draft.status:
        return STILL_ASKED.format(ref=ref, status=standings.status(draft.status))
    return STILL_OPEN.format(ref=ref, question=question(prompt))


def cancelled(draft: UpdateDraft) -> str:
    """What isn't saved now, those that were to come after it included."""
    return CANCELLED.format(refs=phrases.recommendations([draft.ref, *(ref for ref, _ in draft.queue)]))


def put_aside(draft: UpdateDraft) -> str:
    """That a form isn't saved, nor those that were to come after it, since something else takes its place."""
    return PUT_ASIDE.format(refs=phrases.recommendations([draft.ref, *(ref for ref, _ in draft.queue)]))


def sent_back(standing: Standing, timezone: tzinfo) -> str:
    """That a manager sent it back, and why; empty where that isn't the newest."""
    latest = standing.latest
    if latest is None or latest.kind is not Kind.SENT_BACK:
        return ""
    reason = f": {phrases.quoted(latest.narrative)}" if latest.narrative and not latest.redacted else ""
    day = standings.day_of(latest.at, timezone)
    return SENT_BACK.format(who=standings.who(latest), day=day, reason=reason)


def restated(draft: UpdateDraft, standing: Standing, would_stand: Standing, today: date, timezone: tzinfo) -> str:
    """Everything that would be saved, what that changes, and what doesn't add up."""
    lines = [f"**{phrases.recommendations((draft.ref,))}: {standings.status(draft.status)}.**"]
    if draft.narrative:
        lines.append(standings.sentence(draft.narrative))
    lines += [*_details(draft), changed(draft.report, standing, timezone)]
    lines.append(standings.minded(contradictions(would_stand, today), would_stand))
    lines += then(draft)
    return "\n\n".join(filter(None, lines))


def then(draft: UpdateDraft) -> list[str]:
    """That others come after this one, if any do."""
    return [THEN.format(refs=phrases.recommendations([ref for ref, _ in draft.queue]))] if draft.queue else []


def changed(report: Report, standing: Standing, timezone: tzinfo) -> str:
    """What is new against the last update."""
    last = standing.report
    if last is None or standing.latest is None:
        return FIRST
    status = standing.latest.status
    news = [f"the status, from {standings.status(status)} to {standings.status(report.status)}"] * (
        status is not report.status
    )
    news += ["what has happened"] * (report.narrative != last.narrative)
    news += ["the next step"] * ((report.next_step, report.next_step_date) != (last.next_step, last.next_step_date))
    news += ["the evidence"] * (report.evidence != last.evidence)
    since = f"since the last update ({standings.stamp(last, timezone)})"
    return f"Changed {since}: {phrases.joined(news)}." if news else f"Nothing has changed {since}."


def saved(update: Update, timezone: tzinfo, within: str = "") -> str:
    """That it is saved, and what comes now; `within` is its document, where there are several."""
    done = SAVED.format(
        ref=phrases.escaped(update.ref),
        of=f" of {within}" if within else "",
        status=standings.status(update.status),
        who=standings.who(update),
        day=standings.day_of(update.at, timezone),
    )
    return " ".join([done, *([SIGN_OFF] if update.status is Status.AWAITING_SIGN_OFF else []), UNDO])


def facts(report: Report, standing: Standing, today: date) -> list[tuple[str, str]]:
    """A report as names and values for a card."""
    step = report.next_step + (f", by {standings.day(report.next_step_date)}" if report.next_step_date else "")
    return [
        ("Status", standings.status(report.status)),
        ("What has happened", phrases.escaped(report.narrative)),
        ("Next step", phrases.escaped(step)),
        ("Evidence", phrases.joined(map(phrases.escaped, report.evidence))),
        ("Target", standings.target(standing, today).removeprefix("Target: ").rstrip(".") if standing.due else ""),
    ]


def _details(draft: UpdateDraft) -> list[str]:
    step = [f"Next step: {_step(draft)}."] if draft.next_step else []
    return [*step, f"Evidence: {_evidence(draft)}."] if draft.evidence else step


def _step(draft: UpdateDraft) -> str:
    by = f", by {standings.day(draft.next_step_date)}" if draft.next_step_date else ""
    return f"{phrases.escaped(draft.next_step)}{by}"


def _evidence(draft: UpdateDraft) -> str:
    return phrases.joined(map(phrases.escaped, draft.evidence))
