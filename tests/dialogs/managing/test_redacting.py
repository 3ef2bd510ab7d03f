"""Managers have any words taken out, by whatever they call them; nobody else does, and only after a yes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dialogs.passing_on.posing import posed
from knowledge.model import Person
from knowledge.progress.model import Stage
from knowledge.store.reference import Reference
from knowledge.store.shelves import DELIVERIES, REFERENCES, SHELVES, TERMS, UNANSWERED
from tests.dialogs.officials import trail, updates
from tests.office import ADA, MO, STAN, SUE, Office, Row

FAMILY = "the Example family has moved"
TARGET: Sequence[Row] = ((MO, "set the target for 10 to 31 March 2027", "Save this?"), (MO, "yes", "Saved"))


def said(who: Person, *texts: str) -> list[Row]:
    """Orders that are each confirmed."""
    return [row for text in texts for row in ((who, text, "Save this?"), (who, yes_to(text), "Saved"))]


def yes_to(text: str) -> str:
    """A yes that names its recommendation: after another one of a moment ago, an update takes no other."""
    return f"yes {text.split()[1].rstrip(':')}" if text.startswith("update") else "yes"


MOVED = said(MO, f"move the target for 10 to 30 April 2027: {FAMILY}")
ASKED = said(SUE, f"extend 10 to 30 June 2027: {FAMILY}")
PLAIN = said(SUE, "extend 10 to 30 June 2027: staff left")
REFUSED = said(MO, f"refuse the extension of 10: {FAMILY}")
BACK = [*said(SUE, "update 10: complete – all trained"), *said(MO, f"send 10 back: {FAMILY}")]


async def everything(office: Office) -> str:
    return str([await office.store.all(shelf) for shelf in SHELVES])


@pytest.mark.parametrize(
    ("before", "text", "told"),
    [
        ([*TARGET, *MOVED], "redact the reason for the target of 10", "reason for the target of Recommendation 10"),
        ([*TARGET, *MOVED], "redact the target reason on 10", "reason for the target of Recommendation 10"),
        ([*TARGET, *MOVED], "please redact 10's target reason", "reason for the target of Recommendation 10"),
        ([*TARGET, *ASKED], "redact the extension reason on 10", "reason for the extension of Recommendation 10"),
        ([*TARGET, *ASKED], "redact the reason for extending 10", "reason for the extension of Recommendation 10"),
        (
            [*TARGET, *PLAIN, *REFUSED],
            "redact the reason for refusing the extension of 10",
            "decision on the extension",
        ),
        (BACK, "redact the reason for sending 10 back", "reason for sending Recommendation 10 back"),
        (BACK, "redact the last update on 10", "update on Recommendation 10"),
        (
            said(MO, f"assign 10 to Gani Martins: {FAMILY}"),
            "redact the reason for assigning 10",
            "reason for assigning Recommendation 10",
        ),
        (BACK, "redact why 10 was sent back", "reason for sending Recommendation 10 back"),
    ],
)
async def test_every_reason_can_be_redacted(office: Office, before: list[Row], text: str, told: str) -> None:
    await office.talk(*before)
    assert FAMILY in await everything(office)

    await office.talk(
        (MO, text, [told, "23 November 2026", "Remove this for good?"]), (MO, "yes", ["Done", "stays on record"])
    )

    assert FAMILY not in await everything(office)
    assert (await trail(office))[-1].what.endswith("redacted")
    assert (await trail(office))[-1].by_name == "Mo Manager"
    for question in ("history of 10", "what's the target of 10?", "latest on 10", "who leads 10?", "update 10"):
        await office.talk((SUE, question, "not: Example family"))


async def test_the_last_update_is_the_newest_that_stands_not_one_that_was_taken_back(office: Office) -> None:
    await office.talk(*said(SUE, "update 8: amber – the first one"))
    office.later(minutes=5)
    await office.talk(*said(SUE, "update 8: red – the second one"), (SUE, "undo", "taken back"))

    await office.talk(
        (MO, "redact the last update on 8", ["23 November 2026, 09:30", "Remove this for good?"]), (MO, "yes", "Done")
    )
    await office.talk((MO, "redact the last update on 8", ["23 November 2026, 09:35", "Remove this for good?"]))


async def test_a_reason_that_was_granted_goes_from_the_target_too(office: Office) -> None:
    await office.talk(*TARGET, *ASKED, *said(MO, "grant the extension of 10"))

    await office.talk((MO, "redact the reason for the target of 10", "Remove this for good?"), (MO, "yes", "Done"))

    assert FAMILY not in await everything(office)


@pytest.mark.parametrize("who", [SUE, ADA, STAN])
@pytest.mark.parametrize(
    "text",
    ["redact the reason for the target of 10", "redact question 1", "redact the glossary entry LAC", "redact 10"],
)
async def test_only_managers_may(office: Office, who: Person, text: str) -> None:
    await office.talk(*TARGET, *MOVED)
    before = await everything(office)

    await office.talk((who, text, "Only a manager"), (who, "yes", "not: Done"))

    assert (await everything(office)).count(FAMILY) == before.count(FAMILY)


async def test_of_several_on_one_day_one_is_chosen_by_its_number(office: Office) -> None:
    await office.talk(*said(SUE, "update 10: amber – words one", "update 10: red – words two"))
    await office.talk(
        (MO, "redact 10", ["Which one", "1**: Sue Myers, 23 November 2026, 09:30: “words one”", "“words two”"]),
        (MO, "yes", ["Which one", "not: words two"]),
        (MO, "1", ["update on Recommendation 10", "Remove this for good?"]),
        (MO, "yes", "Done"),
    )

    assert [u.narrative for u in await updates(office)] == ["[redacted]", "words two"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("redact 4", "nothing of that kind on Recommendation 4"),
        ("redact 10 of 3 May 2026", "nothing of that kind on Recommendation 10 of that day"),
        ("redact 10 number 7", "nothing of that kind"),
        ("redact 10 number 0", "nothing of that kind"),
        ("redact the extension reason on 10", "nothing of that kind"),
        ("redact 10 and 4", "One recommendation at a time"),
        ("redact question 7", "nothing of that name"),
        ("redact the glossary entry for LAC", "nothing of that name"),
        ("redact 99", "no Recommendation 99"),
        ("redact the update of 23 November on 10", "Remove this for good?"),
        ("redact it", "Which recommendation do you mean?"),
    ],
)
async def test_what_is_not_there_is_said(office: Office, text: str, told: str) -> None:
    await office.talk(*said(SUE, "update 10: amber – words"), (MO, text, told))


async def asking(office: Office, question: str = f"how many people are trained since {FAMILY}") -> None:
    """Stan has passed on a question to Sue, whom the bot can write to."""
    chat = Reference("sue's chat", "https://smba.trafficmanager.net/uk/", member="tenant/sue", kind="personal")
    await office.store.transact(lambda transaction: transaction.put(REFERENCES, chat))
    await office.talk(*said_to(STAN, f"ask the lead of 10: {question}?"))


def said_to(who: Person, text: str) -> list[Row]:
    return [(who, text, "Save this?"), (who, "yes", "Passed on")]


async def test_a_question_goes_with_its_answer_and_is_asked_of_nobody(office: Office) -> None:
    await asking(office)
    assert [d.about for d in await office.store.all(DELIVERIES)] == ["1"]

    await office.talk((MO, "redact question 1", ["question 1", "Remove this for good?"]), (MO, "yes", "Done"))

    (question,) = await office.store.all(UNANSWERED)
    assert question.stage is Stage.CLOSED
    assert FAMILY not in await everything(office)
    (owed,) = await office.store.all(DELIVERIES)
    assert await office.store.read(lambda reading: posed(owed, reading)) is None


async def test_an_answer_goes_and_is_given_to_nobody(office: Office) -> None:
    await asking(office)
    await office.talk(
        *said(SUE, "answer 1: twelve of the Example household"),
        (MO, "redact the answer to question 1", ["answer to question 1", "Sue Myers", "Remove this for good?"]),
        (MO, "yes", "Done"),
        (MO, "redact the answer to question 1", "redacted already"),
    )

    (question,) = await office.store.all(UNANSWERED)
    assert question.stage is Stage.WITHDRAWN
    assert "household" not in await everything(office)


async def test_a_glossary_entry_goes_with_what_it_meant(office: Office) -> None:
    await office.talk(
        *said(MO, f"glossary: our pilot means {FAMILY}"),
        (MO, "redact the glossary entry for our pilot", "Remove this for good?"),
        (MO, "yes", "Done"),
        (STAN, "what does our pilot mean?", "not: Example"),
    )

    (term,) = await office.store.all(TERMS)
    assert term.ended
    assert FAMILY not in await everything(office)


async def test_the_last_update_is_the_one_that_stands(office: Office) -> None:
    for words in ("first words", "other words"):
        await office.talk((SUE, f"update 10: amber – {words}", "Save this?"), (SUE, "yes", "Saved"))
        office.later(minutes=1)

    await office.talk(
        (SUE, "undo", "Taken back"),
        (MO, "redact the last update on 10", "You would redact"),
        (MO, "yes", "Done"),
    )

    assert [u.narrative for u in await updates(office)][1] == "other words"


# A passage within longer texts.

BOY = "the boy Kyle O’Brien was moved to a foster home in Eccles"


def kept_anyway(*texts: str) -> list[Row]:
    """Updates that name a child, saved in spite of the warning."""
    return [
        row
        for text in texts
        for row in (
            (SUE, text, "the name of a child"),
            (SUE, "save it anyway", "Save this?"),
            (SUE, yes_to(text), "Saved"),
        )
    ]


async def passages(office: Office) -> None:
    """The same words in two updates on two recommendations, a reason, a question, and what Sue is about to post."""
    await asking(office, "has Kyle O'Brien been heard of again since May")
    await office.talk(
        *TARGET,
        *kept_anyway(f"update 10: amber – {BOY}; next step review by 30 January 2027"),
        *kept_anyway(f"update 8: red – As said before, {BOY} and came back. Staff are trained"),
        *said(SUE, "extend 10 to 30 June 2027: waiting for KYLE  O'BRIEN's school"),
    )
    await office.talk((SUE, "update 10: red – Kyle O'Brien again", "Save this?"), where="elsewhere")


@pytest.fixture
async def with_passages(office: Office) -> Office:
    await passages(office)
    return office


@pytest.mark.parametrize(
    "order",
    [
        "redact “Kyle O’Brien”",
        "redact 'Kyle O'Brien'",
        "redact the name Kyle O'Brien",
        "redact the child's name Kyle O'Brien everywhere",
        "redact every mention of kyle o'brien",
        "please redact Kyle O'Brien",
        "redact Kyle O'Brien wherever it stands",
        "redact Kyle O'Brien's name",
        "redact the words “Kyle O'Brien” in all updates",
    ],
)
async def test_a_passage_is_found_in_every_text_and_goes_from_all(with_passages: Office, order: str) -> None:
    office = with_passages
    await office.talk(
        (MO, order, [
            "“Kyle O'Brien” in 4 places" if "’Brien”" not in order else "in 4 places",
            "2 updates on Recommendations 10 and 8", "extension on Recommendation 10", "question",
            "Remove this for good?", "not: Save this?",
        ]),
        (MO, "yes", ["Done", "4 places", "not: Brien"]),
    )  # fmt: skip

    kept = (await everything(office)).casefold()
    assert "brien" not in kept
    assert "staff are trained" in kept
    assert "foster home in eccles and came back" in kept
    await office.talk(
        (STAN, "history of 8", ["redacted", "Staff are trained"]),
        (MO, order, "I don’t find"),
    )
    await office.talk((SUE, "yes", "Nothing is waiting"), where="elsewhere")


async def test_a_passage_is_redacted_by_managers_only_and_on_a_yes(with_passages: Office) -> None:
    office = with_passages
    before = await everything(office)
    await office.talk(
        (SUE, "redact the name Kyle O'Brien", "Only a manager may do that"),
        (MO, "redact the name Kyle O'Brien", "Remove this for good?"),
        (MO, "no", "dropped"),
        (MO, "redact “xy”", "too short"),
        (MO, "redact the name Zebedee", "I don’t find “Zebedee”"),
        (MO, "redact the name Kyl", "I don’t find “Kyl”"),
    )
    assert before.count("Brien") == (await everything(office)).count("Brien")


async def test_what_was_written_between_question_and_yes_is_shown_first(with_passages: Office) -> None:
    office = with_passages
    await office.talk((MO, "redact the name Kyle O'Brien", "in 4 places"))
    await office.talk((SUE, "yes 10", "Saved"), where="elsewhere")
    await office.talk(
        (MO, "yes", ["changed since I asked", "in 5 places", "Remove this for good?"]),
        (MO, "yes", ["Done", "5 places"]),
    )
    assert "Brien" not in await everything(office)


async def test_a_long_text_goes_from_longer_ones_with_the_update_that_has_it(office: Office) -> None:
    await office.talk(
        *kept_anyway(f"update 10: amber – {BOY}", f"update 8: red – As said before, {BOY} and came back"),
        (MO, "redact the last update on 10", ["same words would go from one place", "Recommendation 8"]),
        (MO, "yes", "Done"),
        (STAN, "latest on 8", ["As said before", "and came back"]),
    )
    assert "Brien" not in await everything(office)


async def test_a_short_text_is_left_alone_in_what_others_wrote(office: Office) -> None:
    await office.talk(
        *said(SUE, "update 10: amber – staff left us"),
        *said(SUE, "update 8: red – in May two staff left us again"),
        (MO, "redact the last update on 10", ["Remove this for good?", "not: same words"]),
        (MO, "yes", "Done"),
        (STAN, "latest on 8", "two staff left us again"),
    )


@pytest.mark.parametrize(
    "order", ["redact 07700 900123", "redact the phone number 07700 900123", "redact “07700 900123”"]
)
async def test_a_number_is_a_passage_too(office: Office, order: str) -> None:
    await office.talk(
        (SUE, "update 10: amber – gran is on 07700 900123", "personal data"),
        (SUE, "save it anyway", "Save this?"),
        (SUE, "yes", "Saved"),
        (MO, order, ["“07700 900123” in one place", "Remove this for good?"]),
        (MO, "yes", "Done"),
    )
    assert "900123" not in await everything(office)


async def test_a_glossary_entry_in_quotation_marks_is_one(office: Office) -> None:
    await office.talk(
        *said(MO, "glossary: hub means the front door"),
        (MO, "redact the glossary entry for “hub”", "what “hub” means in the glossary"),
    )


async def test_a_long_passage_in_quotation_marks_is_one(office: Office) -> None:
    long = "the children were moved again " * 20
    await office.talk(
        *said(SUE, f"update 10: amber – before {long} after"),
        (MO, f"redact “{long.strip()}”", ["in one place", "Remove this for good?"]),
        (MO, "yes", "Done"),
    )
    assert "moved again" not in await everything(office)


@pytest.mark.parametrize("taught", ["glossary: Kyle O'Brien plan means the new plan", "add synonym kyle obrien = plan"])
async def test_a_passage_in_the_words_that_an_entry_explains_goes_with_the_entry(office: Office, taught: str) -> None:
    passage = "Kyle O'Brien" if "O'Brien" in taught else "Kyle Obrien"
    await office.talk(
        *said(MO, taught, "glossary: hub means the front door"),
        (MO, f"redact the name {passage}", ["in one place: a glossary entry", "Remove this for good?"]),
        (MO, "yes", ["Done. It is gone from one place", "not: Brien"]),
        (STAN, "show the glossary", ["hub", "not: Kyle"]),
        (MO, f"redact the name {passage}", "I don’t find"),
    )

    kept = (await everything(office)).casefold().replace("'", "")
    assert "kyle" not in kept
    assert [entry.subject for entry in await trail(office)].count("glossary/[redacted]") == 2
    assert [term.ended is not None for term in await office.store.all(TERMS) if "redacted" in term.key] == [True]


async def test_two_entries_lose_their_words_and_stay_two(office: Office) -> None:
    await office.talk(*said(MO, "glossary: Kyle Smith plan means the new plan"))
    office.later(minutes=1)
    await office.talk(
        *said(MO, "glossary: Kyle Smith file means the old plan"),
        (MO, "redact “Kyle Smith”", "in 2 places: 2 glossary entries"),
        (MO, "yes", "Done"),
    )

    assert [term.said for term in await office.store.all(TERMS)] == ["[redacted] plan", "[redacted] file"]
    assert "Kyle" not in await everything(office)


@pytest.mark.parametrize(
    "words",
    [
        "please delete the last update on 10, it names a child",
        "remove the last update on 10 because it identifies a family",
        "redact the update on 10: it holds personal data",
        "erase the latest update on 10 - there is a child's name in it",
    ],
)
async def test_deleting_words_by_which_somebody_could_be_known_is_redacting_them(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10: amber - staff left", "Save this?"),
        (SUE, "yes 10", "Saved"),
        (SUE, words, "Only a manager may do that"),
        (MO, words, ["redact the update on Recommendation 10", "Remove this for good?"]),
    )


async def test_one_word_is_redacted_wherever_it_stands(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber - Kyle has moved", "Save this?"),
        (SUE, "yes 10", "Saved"),
        (MO, "redact the word Kyle", ["redact “Kyle” in one place", "Remove this for good?"]),
    )


@pytest.mark.parametrize("words", ["sure?", "ok?", "fine?"])
async def test_a_question_removes_nothing(office: Office, words: str) -> None:
    await office.talk(
        *said(SUE, f"update 10: amber - {FAMILY}"),
        (MO, "redact the last update on 10", "Remove this for good?"),
        (MO, words, ["That was a question", "You would redact", "Remove this for good?"]),
    )
    assert FAMILY in await everything(office)

    await office.talk((MO, "yes", "Done"))
    assert FAMILY not in await everything(office)
