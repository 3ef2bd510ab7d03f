"""A summary in a sentence or two."""

from __future__ import annotations

from dialogs.digest.spans import span
from dialogs.words import phrases
from knowledge.progress.summaries.summary import Summary

EMPTY = "There is nothing to summarise{scope}: no recommendation stands there."
STILL = "Nothing has changed {when} on {all}{scope}."
MOVED = "{moved}{scope} moved{on} {when}{back}."
BEGUN = "{begun}{scope} {was} reported on for the first time {when}."
RETURNED = "{none}{scope} moved {when}; {returned} changed and changed back."
RETURNED_ALONE = "The one recommendation{scope} changed {when} and changed back."
ASKED = "{none}{scope} moved {when}, but there is news of extensions."
ASKED_ALONE = "The one recommendation{scope} hasn’t moved {when}, but there is news of an extension."
NOBODY = {
    1: "Nobody has reported on it yet.",
    2: "Nobody has reported on either of them yet.",
}
NOBODY_OF_MANY = "Nobody has reported on any of them yet."
NOTHING_WRONG = "Nothing is overdue or slipping."
TODAY = "today "
BACK = ", {back} of them back"
ALSO_BEGUN = "; {first} {was} reported on for the first time"


def headline(summary: Summary, scope: str = "") -> str:
    """What has happened and what is wrong; `scope` is " for theme 2" or empty."""
    if not summary.standings:
        return EMPTY.format(scope=scope)
    return f"{_happened(summary, scope)} {_wrong(summary)}"


def _happened(summary: Summary, scope: str) -> str:
    many = len(summary.standings)
    words = {
        "all": "the one recommendation" if many == 1 else phrases.counted(many, "recommendation"),
        "none": phrases.none_of(many, "recommendation"),
        "begun": phrases.share(len(summary.first), many, "recommendation"),
        "when": span(summary.period, summary.today),
        "scope": scope,
        "first": _number(len(summary.first)),
        "was": "was" if len(summary.first) == 1 else "were",
        "returned": _number(len(summary.returned)),
    }
    if summary.moves:
        back = sum(move.back for move in summary.moves)
        also = ALSO_BEGUN.format(**words) if summary.first else ""
        all_back = back == len(summary.moves)
        words["moved"] = phrases.share(len(summary.moves), many, "recommendation")
        words["on"] = " back" if all_back else ""
        words["back"] = BACK.format(back=_number(back)) if back and not all_back else ""
        return _begun(MOVED.format(**words).removesuffix(".") + also + ".")
    returned, asked = (RETURNED_ALONE, ASKED_ALONE) if many == 1 else (RETURNED, ASKED)
    template = STILL if summary.still else BEGUN if summary.first else returned if summary.returned else asked
    return _begun(template.format(**words))


def _wrong(summary: Summary) -> str:
    if all(standing.latest is None for standing in summary.standings) and not summary.overdue:
        return NOBODY.get(len(summary.standings), NOBODY_OF_MANY)
    found = [
        (len(summary.overdue), "is overdue", "are overdue"),
        (len(summary.slipping), "is slipping", "are slipping"),
        (len(summary.awaiting), "awaits a manager’s sign-off", "await a manager’s sign-off"),
        (len(summary.extensions.open), "asks for an extension", "ask for an extension"),
        (len(summary.stale), f"has had {_silence(summary)}", f"have had {_silence(summary)}"),
    ]
    told = [f"{_number(many)} {one if many == 1 else several}" for many, one, several in found if many]
    calm = "" if summary.overdue or summary.slipping else f"{NOTHING_WRONG} "
    today = "" if summary.current else TODAY
    return calm + (_begun(today + phrases.joined(told)) + "." if told else "")


def _silence(summary: Summary) -> str:
    return f"no update for {summary.stale_after} days or more"


def _number(many: int) -> str:
    return "one" if many == 1 else str(many)


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
