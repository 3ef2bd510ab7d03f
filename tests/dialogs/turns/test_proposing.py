"""What waits for a yes: refused, corrected, interrupted and replaced, it is never done by a yes that didn't mean it."""

from tests.office import MO, SUE, Office

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
