"""Questions over progress: what an officer reported is told apart from what the document says."""

from collections.abc import Sequence

import pytest

from knowledge.model import Person
from tests.office import GANI, MO, STAN, SUE, Office, Row

POSTED = (
    (SUE, "update 10: amber – the consultation started; next step pilot by 30 January 2027", "Save this?"),
    (SUE, "yes", "Saved"),
    (GANI, "update 3: red – no money", "Save this?"),
    (GANI, "yes", "Saved"),
    (MO, "set the target for 10 to 1 December 2026", "Save this?"),
    (MO, "yes", "Saved"),
)

ANSWERS: list[tuple[str, Sequence[str]]] = [
    ("what's the latest on 10?", ["at risk (amber)", "Sue Myers", "23 November 2026", "consultation started"]),
    ("update on 10", ["at risk (amber)", "Sue Myers"]),
    ("is 10 on track?", ["^No.", "at risk"]),
    ("is 10 amber?", ["^Yes."]),
    ("why is 10 amber?", ["^Recommendation 10 is at risk", "consultation started"]),
    ("is 10 green or amber?", ["^Recommendation 10 is at risk"]),
    ("is 10 green?", ["^No."]),
    ("is 10 on track or not?", ["^No."]),
    ("are we on target for 10", ["^No.", "at risk"]),
    ("are we behind on 3", ["^Yes.", "no money"]),
    ("are we done with 10", ["^No.", "at risk"]),
    ("have we finished 10", ["^No.", "at risk"]),
    ("are we amber on 10", ["^Yes."]),
    ("10 is green isn't it", ["^No.", "at risk"]),
    ("10 is amber, right", ["^Yes."]),
    ("we're on target for 10, aren't we", ["^No.", "at risk"]),
    ("10 done?", ["^No.", "at risk"]),
    ("10 green?", ["^No.", "at risk"]),
    ("10 overdue?", ["Recommendation 10 is at risk", "1 December 2026"]),
    ("10 still amber?", ["^Yes."]),
    ("when did 10 go amber", ["History of Recommendation 10", "23 November 2026"]),
    ("what is sue doing next on 10", ["pilot", "30 January 2027"]),
    ("what did i put last time on 10", ["consultation started"]),
    ("will 10 make it", ["at risk (amber)", "1 December 2026"]),
    ("did salford finish rec 10", ["at risk (amber)"]),
    ("history of 10", ["consultation started", "Targets", "1 December 2026"]),
    ("which are red?", ["Recommendation 3", "not: Recommendation 10:"]),
    ("red ones in theme 2", ["not: Recommendation 3:"]),
    ("which are overdue?", ["Recommendation 10"]),
    ("which of them have no target?", ["not: Recommendation 10:"]),
    ("what changed since 1 November?", ["2 updates", "no money", "consultation"]),
    ("what has Sue Myers posted since 1 November?", ["consultation", "not: no money"]),
    ("what did gani say about 3", ["no money"]),
    ("has anyone updated 3 since october?", ["no money", "not: consultation"]),
    ("has anyone updated 8 since october?", ["Nothing was posted", "Recommendation 8"]),
    ("when was 3 last updated and by whom?", ["23 November 2026", "Gani Martins"]),
    ("who signed off 10?", ["Nobody has signed off Recommendation 10", "at risk"]),
    ("what's the target of 10?", ["1 December 2026", "Mo Manager"]),
    ("target for 10", ["1 December 2026"]),
    ("latest on 8", ["Nobody has posted an update on Recommendation 8"]),
    ("latest on 99", ["99"]),
    ("what changed by Gani Martins?", ["no money", "not: consultation"]),
    ("what changed since 30 February?", ["There is no such day as “30 February”", "not: document says"]),
    ("what changed since 1 December 2028?", ["“1 December 2028” is still to come"]),
    ("what changed in October 2207?", ["looks mistyped"]),
    ("which are neither red nor amber?", ["^None of the 15 recommendations is not off track (red) and is not at risk"]),
    ("which are not red or amber?", ["^None of the 15"]),
    ("which are red but not amber?", ["^One of the 15", "Recommendation 3"]),
    ("what's the next step on 10?", ["pilot", "30 January 2027"]),
    ("what are we doing about 10?", ["^Salford’s position on Recommendation 10", "Since then", "consultation started"]),
    ("what is salford doing on 3", ["Salford’s position on Recommendation 3", "no money", "Gani Martins"]),
    ("what are we doing about 14?", ["^Salford’s position on Recommendation 14", "not: Since then"]),
    ("what is our position on 10?", ["^Salford’s position on Recommendation 10", "not: Since then"]),
    ("how are we doing?", ["Recommendations 1, 2, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14 and 15"]),
]


@pytest.mark.parametrize("question", ["is it red?", "is it finished?", "have they done it yet?", "is it overdue?"])
async def test_how_the_one_stands_that_is_spoken_of_is_not_asked_of_all(office: Office, question: str) -> None:
    await office.talk((SUE, "tell me about 8", "Recommendation 8 says"), (SUE, question, "on Recommendation 8 yet"))


@pytest.mark.parametrize(("question", "told"), ANSWERS)
async def test_a_question_over_progress_is_answered(office: Office, question: str, told: Sequence[str]) -> None:
    await office.talk(*POSTED)
    office.later(days=10)

    await office.talk((STAN, question, told))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Status of 3, for my working papers: agreed in full, in principle only, or still open?", "accepted"),
        ("who leads recommendation 10?", "Sue Myers"),
        ("deadline for rec 10", "September 2011"),
        ("due date of 10", "September 2011"),
        ("what does Salford say about 3", "Salford"),
        ("what did Munro argue for recommendation 3", "Source"),
        ("which were accepted in principle?", "accepted in principle"),
        ("where does sharon hubber live", "contact details"),
    ],
)
async def test_questions_on_the_document_are_answered_as_before(office: Office, question: str, told: str) -> None:
    await office.talk(*POSTED, (SUE, question, [told, "not: Save this?"]))


@pytest.mark.parametrize(
    "question", ["which are stale?", "which have had no update?", "who hasn't updated?", "any awaiting sign-off?"]
)
async def test_with_nothing_posted_nothing_is_made_up(office: Office, question: str) -> None:
    reply = await office.talk((STAN, question, "15"))

    assert "Munro response" not in reply.text


@pytest.mark.parametrize("asked", ["what changed today?", "what was updated today", "any updates today?"])
async def test_what_changed_is_about_all_whatever_was_spoken_of(office: Office, asked: str) -> None:
    await office.talk(*POSTED, (MO, "who leads 9?", "Sharon"), (MO, asked, ["2 updates", "no money", "consultation"]))


async def test_what_changed_on_it_is_about_that_one(office: Office) -> None:
    await office.talk(*POSTED, (MO, "who leads 9?", "Sharon"), (MO, "what changed on it today?", "on Recommendation 9"))


EXTENDED: Sequence[Row] = (
    *POSTED,
    (SUE, "extend 10 to 30 June 2027: health partners are late", "Save this?"),
    (SUE, "yes", "Saved"),
    (SUE, "update 8: complete – all done", "Save this?"),
    (SUE, "yes 8", "Saved"),
)
REQUEST = ["Recommendation 10", "30 June 2027", "health partners are late", "No manager has decided yet"]


@pytest.mark.parametrize(
    ("who", "asked", "expected"),
    [
        (SUE, "has my extension been granted?", REQUEST),
        (SUE, "what happened to my extension request?", REQUEST),
        (SUE, "was the extension of 10 approved?", REQUEST),
        (GANI, "has my extension been granted?", ["You haven’t asked for an extension"]),
        (MO, "which extensions are waiting?", REQUEST),
        (MO, "are there any open extension requests?", REQUEST),
        (MO, "what needs my decision?", [*REQUEST, "Recommendation 8"]),
        (MO, "what do I have to approve?", [*REQUEST, "Recommendation 8"]),
        (MO, "which await sign-off?", ["Recommendation 8", "not: Recommendation 10"]),
        (MO, "what needs signing off?", ["Recommendation 8", "not: Recommendation 10"]),
        (SUE, "withdraw my extension", ["can’t be withdrawn; nothing has been done", *REQUEST]),
        (SUE, "take back the extension request for 10", ["nothing has been done", "Extend 10 to", *REQUEST]),
        (MO, "who approved the update on 8?", ["Nobody has signed off Recommendation 8"]),
        (MO, "has Sue updated 10?", ["^Yes.", "consultation started"]),
        (MO, "did Gani Martins report on 10?", ["^No. Gani Martins has posted nothing on Recommendation 10"]),
        (
            MO,
            "which ones has nobody updated",
            ["^Nobody has posted an update on Recommendations 1, 2, 4, 5, 6, 7, 9"],
        ),
        (MO, "what's next for 10", ["pilot", "30 January 2027"]),
    ],
)
async def test_what_becomes_of_requests_and_reports_is_told_from_the_records(
    office: Office, who: Person, asked: str, expected: Sequence[str]
) -> None:
    await office.talk(*EXTENDED, (who, asked, ["not: _Source: Munro", *expected]))


async def test_a_decision_on_an_extension_is_told_with_its_reason(office: Office) -> None:
    await office.talk(
        *EXTENDED,
        (MO, "refuse the extension of 10: the pilot can't wait", "Save this?"),
        (MO, "yes", "Saved"),
        (SUE, "has my extension been granted?", ["Mo Manager refused", "30 June 2027", "the pilot can't wait"]),
        (MO, "which extensions are waiting?", "No extension waits"),
    )


async def test_why_something_was_sent_back_is_told(office: Office) -> None:
    await office.talk(
        *EXTENDED,
        (MO, "send 8 back: no evidence yet", "Save this?"),
        (MO, "yes", "Saved"),
        (SUE, "why was 8 sent back?", ["Mo Manager", "no evidence yet"]),
        (SUE, "why was recommendation 8 sent back?", ["Mo Manager", "no evidence yet"]),
    )


@pytest.mark.parametrize(
    ("asked", "meaning"),
    [
        ("what does amber mean?", "^At risk (amber) means: it slips"),
        ("what does “at risk” mean?", "^At risk (amber) means: it slips"),
        ("what does red mean", "^Off track (red) means"),
        ("what is meant by awaiting sign-off?", "a manager has yet to agree"),
        ("what do the colours mean?", "Off track (red) means"),
        ("explain the RAG ratings", "At risk (amber) means"),
    ],
)
async def test_what_a_status_means_is_told(office: Office, asked: str, meaning: str) -> None:
    await office.talk((STAN, asked, meaning))


async def test_where_no_target_is_set_nothing_can_be_overdue(office: Office) -> None:
    await office.talk((STAN, "which are overdue?", ["None of the 15", "No target is set on any of them"]))


@pytest.mark.parametrize(
    "asked",
    [
        "what does the government need to decide?",
        "which need a decision by ministers?",
        "what does the document say about more time to work with families?",
    ],
)
async def test_what_others_decide_is_the_documents_matter(office: Office, asked: str) -> None:
    await office.talk((MO, asked, ["not: sign-off", "not: extension"]))


async def test_which_have_targets_are_the_councils_own(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 3 to 5 December 2026", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "which have targets", ["One of the 15 recommendations has a target: Recommendation 3", "not: mention"]),
        (MO, "what targets have been set?", "Recommendation 3"),
    )


async def test_how_many_of_several_statuses_are_counted_one_by_one(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – pilot late", "Save this?"),
        (SUE, "yes 10", "Saved"),
        (SUE, "update 8: red – staff left", "Save this?"),
        (SUE, "yes 8", "Saved"),
        (MO, "how many are green, amber and red?", [
            "on track (green): none", "at risk (amber): 1: Recommendation 10", "off track (red): 1: Recommendation 8",
        ]),
        (MO, "how many are red or amber?", "2 of the 15 recommendations"),
    )  # fmt: skip


@pytest.mark.parametrize("words", ["what's the latest?", "any news?", "what's new?"])
async def test_the_latest_is_of_the_updates_and_not_of_the_dates(office: Office, words: str) -> None:
    await office.talk((MO, words, "Nothing was posted so far"))
    await office.talk((SUE, "update 10: amber – pilot late", "Save this?"), (SUE, "yes 10", "Saved"))
    await office.talk((MO, words, ["Recommendation 10", "at risk (amber)", "“pilot late”", "not: latest date"]))


async def test_the_latest_date_is_still_one_of_the_documents(office: Office) -> None:
    await office.talk((MO, "which recommendation has the latest date?", "latest date"))


@pytest.mark.parametrize(
    "question", ["why is it red", "why?", "why red", "how come it's red?", "what's the reason it is red", "why's 3 red"]
)
async def test_why_it_stands_so_is_told_in_the_words_of_its_latest_update(office: Office, question: str) -> None:
    await office.talk(
        *POSTED,
        (STAN, "latest on 3", "off track (red)"),
        (STAN, question, [
            "^Recommendation 3 is off track (red), as Gani Martins reported on 23 November 2026: “no money”",
            "Source: update by Gani Martins, 23 November 2026",
        ]),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("why is 10 red?", ["^Recommendation 10 is not off track (red).", "at risk (amber)", "consultation started"]),
        ("why is 4 red?", ["Nobody has posted an update on Recommendation 4"]),
        ("why was 9 rejected?", ["not: update by", "decision"]),
        ("why did Munro recommend 10?", ["not: update by"]),
        ("why are children at risk?", ["not: reported on"]),
    ],
)
async def test_why_is_told_of_what_is_so_and_of_the_document_as_before(
    office: Office, question: str, told: Sequence[str]
) -> None:
    await office.talk(*POSTED, (STAN, question, told))


async def test_where_no_reason_was_given_that_is_said(office: Office) -> None:
    await office.talk(
        (SUE, "update 8: amber", "What has happened?"),
        (SUE, "skip", "next step"),
        (SUE, "skip", "evidence"),
        (SUE, "skip", "Save this?"),
        (SUE, "yes", "Saved"),
        (MO, "why's 8 amber", ["at risk (amber), as Sue Myers reported on 23 November 2026", "No reason was given"]),
    )


@pytest.mark.parametrize(
    "question",
    [
        "what was Munro's argument against targets?",
        "what was munro's beef with targets?",
        "what's the thinking behind stepping in sooner with families",
        "what did she argue in her case for stepping in early",
        "what are new social workers lacking when they leave uni, in munro's view",
    ],
)
async def test_what_somebody_argued_is_no_question_over_progress(office: Office, question: str) -> None:
    await office.talk((STAN, question, ["Munro’s argument", "not: has a target", "not: officers have reported"]))
