"""What waits for a yes: refused, corrected, interrupted and replaced, it is never done by a yes that didn't mean it."""

from collections.abc import Sequence

import pytest

from knowledge.store.shelves import ASSIGNMENTS, TARGETS
from tests.office import GANI, MAY, MO, SUE, Office, Row

from ..officials import office

__all__ = ["office"]


async def test_a_correction_puts_in_the_other_name(office: Office) -> None:
    await office.talk(
        (MO, "assign 7 to Sue Myers", "Sue Myers would lead Recommendation 7"),
        (MO, "no, gani", ["Gani Martins would lead Recommendation 7", "Save this?"]),
        (MO, "yes", ["Saved", "Gani Martins"]),
    )


async def test_a_correction_puts_in_the_other_day(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10 to 31 March 2027", "Save this?"),
        (
            MO,
            "hmm not sure",
            "Still waiting for your yes or no: The target of Recommendation 10 would be 31 March 2027",
        ),
        (MO, "make it 30 april", ["30 April 2027", "Save this?"]),
        (MO, "yes", "30 April 2027"),
    )


async def test_a_yes_after_something_else_shows_again_what_waits(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10 to 31 March 2027", "Save this?"),
        (MO, "who leads 3?", ["Gani Martins", "Still waiting"]),
        (MO, "yes", ["31 March 2027", "Save this?"]),
        (MO, "yes", "Saved"),
    )


async def test_a_refusal_with_more_words_drops_what_waits(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10 to 31 March 2027", "Save this?"),
        (MO, "no, that isn't what the board wanted at all", ["dropped that", "the whole of it"]),
        (MO, "yes", "Nothing is waiting"),
    )


async def test_a_refusal_with_a_question_drops_what_waits_and_answers(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10 to 31 March 2027", "Save this?"),
        (MO, "no, who leads 3?", ["dropped", "Gani Martins"]),
        (MO, "yes", "Nothing is waiting"),
    )


async def test_another_order_takes_the_place_and_says_so(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10 to 31 March 2027", "Save this?"),
        (MO, "assign 7 to Sue Myers", ["wasn’t done: The target of Recommendation 10", "Sue Myers would lead"]),
        (MO, "yes", ["Saved", "Recommendation 7"]),
    )


async def test_an_order_that_lacked_something_is_said_to_be_dropped(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10", "To which day"),
        (MO, "assign 7 to Sue Myers", ["dropped what I asked about before", "Sue Myers would lead"]),
    )


async def test_a_reminder_of_a_redaction_doesnt_speak_of_saving(office: Office) -> None:
    await office.talk(
        (SUE, "10: amber - words to go", "Save this?"),
        (SUE, "yes", "Saved"),
        (MO, "redact the last update on 10", "You would redact"),
        (MO, "who leads 3?", ["Still waiting for your yes or no: You would redact", "not: save"]),
    )


# What somebody else changed between the question and the yes is said, and asked about with the new facts.

CHANGED = ["changed since I asked", "nothing has been saved yet"]
SET: Sequence[Row] = ((MO, "set the target for 10 to 31 March 2027", "Save this?"), (MO, "yes", "Saved"))
ASKED: Sequence[Row] = ((SUE, "extend 10 to 30 June 2027: staff left", "Save this?"), (SUE, "yes", "Saved"))


async def test_a_target_that_somebody_else_set_meanwhile_isnt_overwritten_without_a_reason(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10 to 1 May 2027", "Save this?"),
        (MAY, "set the target for 10 to 1 June 2027", "Save this?"),
        (MAY, "yes", "Saved"),
        (MO, "yes", [*CHANGED, "1 June 2027", "Why is it changed?"]),
        (MO, "yes", "not: Saved"),
        (MO, "the board wants it sooner", ["1 May 2027", "it was 1 June 2027", "Save this?"]),
        (MO, "yes", "Saved"),
    )
    assert [target.reason for target in await office.store.all(TARGETS)] == ["", "the board wants it sooner"]


async def test_a_target_that_was_set_to_the_same_day_meanwhile_is_said_to_be(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10 to 1 May 2027", "Save this?"),
        (MAY, "set the target for 10 to 1 May 2027", "Save this?"),
        (MAY, "yes", "Saved"),
        (MO, "yes", [*CHANGED, "1 May 2027 already"]),
        (MO, "yes", "Nothing is waiting"),
    )


async def test_a_target_that_was_changed_meanwhile_isnt_taken_away_unseen(office: Office) -> None:
    await office.talk(
        *SET,
        (MO, "remove the target for 10: it is done", ["31 March 2027, would be taken away", "Save this?"]),
        (MAY, "set the target for 10 to 1 May 2027: later", "Save this?"),
        (MAY, "yes", "Saved"),
        (MO, "yes", [*CHANGED, "1 May 2027, would be taken away", "it is done", "Save this?"]),
        (MO, "yes", "Saved"),
    )


async def test_an_assignment_by_somebody_else_meanwhile_is_shown(office: Office) -> None:
    await office.talk(
        (MO, "assign 4 to Sue Myers: she knows it", "Save this?"),
        (MAY, "assign 4 to Gani Martins", "Save this?"),
        (MAY, "yes", "Saved"),
        (MO, "yes", [*CHANGED, "Sue Myers would lead Recommendation 4 instead of Gani Martins", "she knows it"]),
        (MO, "yes", "Saved"),
    )
    assert [one.names for one in await office.store.all(ASSIGNMENTS)] == [("Gani Martins",), ("Sue Myers",)]


async def test_an_assignment_that_is_replaced_meanwhile_isnt_ended_unseen(office: Office) -> None:
    await office.talk(
        (MO, "assign 4 to Sue Myers", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "unassign 4", "Save this?"),
        (MAY, "assign 4 to Gani Martins", "Save this?"),
        (MAY, "yes", "Saved"),
        (MO, "yes", [*CHANGED, "would end", "Save this?"]),
    )


async def test_a_grant_never_brings_a_later_target_forward(office: Office) -> None:
    await office.talk(
        *SET,
        *ASKED,
        (MO, "grant the extension of 10", ["from 31 March 2027 to 30 June 2027", "Save this?"]),
        (MAY, "set the target for 10 to 1 September 2027: health is late", "Save this?"),
        (MAY, "yes", "Saved"),
        (MO, "yes", [*CHANGED, "is 1 September 2027 now", "nothing to grant"]),
        (MO, "grant the extension of 10", ["nothing to grant", "Refuse the extension of 10"]),
        (MO, "refuse the extension of 10", ["the target would stay 1 September 2027", "Save this?"]),
        (MO, "yes", "the target of Recommendation 10 stays 1 September 2027"),
    )


async def test_a_grant_over_another_target_is_asked_again(office: Office) -> None:
    await office.talk(
        *SET,
        *ASKED,
        (MO, "grant the extension of 10", "Save this?"),
        (MAY, "set the target for 10 to 1 May 2027: health is late", "Save this?"),
        (MAY, "yes", "Saved"),
        (MO, "yes", [*CHANGED, "from 1 May 2027 to 30 June 2027", "Save this?"]),
        (MO, "yes", "the target of Recommendation 10 is now 30 June 2027"),
    )


async def test_an_extension_is_asked_for_from_the_target_as_it_is(office: Office) -> None:
    await office.talk(
        *SET,
        (SUE, "extend 10 to 30 June 2027: staff left", ["from 31 March 2027", "Save this?"]),
        (MAY, "set the target for 10 to 1 May 2027: later", "Save this?"),
        (MAY, "yes", "Saved"),
        (SUE, "yes", [*CHANGED, "from 1 May 2027 to 30 June 2027", "Save this?"]),
        (SUE, "yes", "Saved"),
    )


async def test_a_word_that_somebody_else_taught_meanwhile_is_shown(office: Office) -> None:
    await office.talk(
        (MO, "glossary: hub means the front door", "Save this?"),
        (MAY, "glossary: hub means the youth centre", "Save this?"),
        (MAY, "yes", "Saved"),
        (MO, "yes", [*CHANGED, "Until now it is “the youth centre”", "Save this?"]),
        (MO, "yes", "Saved"),
    )


async def test_no_change_isnt_noted_over_what_somebody_else_reported_meanwhile(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: green – words", "Save this?"),
        (SUE, "yes", "Saved"),
        (MO, "assign 10 to Sue Myers and Gani Martins", "Save this?"),
        (MO, "yes", "Saved"),
        (SUE, "no update on 10", "Shall I note"),
        (GANI, "update 10: red – staff left", "Save this?"),
        (GANI, "yes", "Saved"),
        (SUE, "yes", [*CHANGED, "Gani Martins reported Recommendation 10 off track", "Shall I note"]),
        (SUE, "yes", ["Saved: no change on Recommendation 10", "off track"]),
    )


async def test_a_yes_that_refuses_in_one_does_nothing(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10 to 31 March 2027", "Save this?"),
        (MO, "no, save it", ["can’t tell whether that is a yes or a no", "31 March 2027", "Save this?"]),
    )
    assert not await office.store.all(TARGETS)

    await office.talk((MO, "yes", "Saved"))


@pytest.mark.parametrize(
    "day", ["no, 31 May 2027", "31 May 2027", "sorry, make it 31 May 2027", "actually to 31/5/2027"]
)
async def test_another_day_is_no_reason(office: Office, day: str) -> None:
    await office.talk(
        (MO, "set the target for 10 to 1 March 2027", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "set the target for 10 to 1 May 2027", "Why is it changed?"),
        (MO, day, ["It would be 31 May 2027", "Why is it changed?"]),
        (MO, "no staff before 31 May 2027", ["31 May 2027", "Reason: “no staff before 31 May 2027”", "Save this?"]),
    )


@pytest.mark.parametrize("order", ["clear the target for 10 instead", "clear target 10", "remove the target of 10"])
async def test_another_order_is_no_reason(office: Office, order: str) -> None:
    await office.talk(
        (MO, "set the target for 10 to 1 March 2027", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "set the target for 10 to 1 May 2027", "Why is it changed?"),
        (MO, order, ["dropped", "It would be taken away. Why is it changed?"]),
        (MO, "no longer needed", ["would be taken away", "Reason: “no longer needed”", "Save this?"]),
    )


async def test_a_yes_that_names_the_number_is_one_and_to_another_number_is_none(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 5 to 1 March 2027", "Save this?"),
        (MO, "yes 6", ["target of Recommendation 5 would be", "Save this?"]),
        (MO, "who leads 6?", "still waiting"),
        (MO, "yes 5", "Saved. The target of Recommendation 5 is now 1 March 2027"),
        (MO, "set the targets for 7 and 8 to 1 March 2027", "Save this?"),
        (MO, "yes 7", ["Recommendation 8 would be", "Save this?"]),
    )


@pytest.mark.parametrize("words", ["no wait", "wait, no", "no, hang on"])
async def test_whoever_wants_to_wait_says_no(office: Office, words: str) -> None:
    await office.talk((MO, "set the target for 5 to 1 March 2027", "Save this?"), (MO, words, "dropped"))


async def test_what_waits_is_named_in_full_once_and_by_its_first_words_then(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 5 to 1 March 2027", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "move the target for 5 to 1 April 2027: staff left and nobody has been found", "Save this?"),
        (MO, "who leads 3?", "nobody has been found"),
        (MO, "who leads 2?", ["still waiting", "target of Recommendation 5", "not: nobody has been found"]),
        (MO, "sure, go on", ["nobody has been found", "Save this?"]),
        (MO, "sure, go on", "Saved"),
    )


@pytest.mark.parametrize(
    "words", ["sure?", "ok?", "yes?", "fine?", "correct?", "all right?", "go ahead?", "save it?", "yes 5?", "yes ?!"]
)
async def test_a_yes_with_a_question_mark_shows_again_what_waits(office: Office, words: str) -> None:
    await office.talk(
        (MO, "set the target for 5 to 1 March 2027", "Save this?"),
        (MO, words, ["That was a question", "target of Recommendation 5 would be 1 March 2027", "Save this?"]),
        (MO, words, ["That was a question", "not: Saved"]),
        (MO, "yes", "Saved"),
    )


async def test_a_question_after_something_else_shows_again_what_waits(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 5 to 1 March 2027", "Save this?"),
        (MO, "who leads 3?", "still waiting"),
        (MO, "sure?", ["That was a question", "target of Recommendation 5 would be", "Save this?"]),
        (MO, "yes", "Saved"),
    )
