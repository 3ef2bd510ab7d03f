"""Officers post progress: in a sentence, step by step, by a card; what is saved was restated."""

import time
from datetime import UTC, date, datetime
from typing import Any

import pytest

from dialogs.words.orders import heard
from knowledge.model import Person, Programme
from knowledge.progress.model import Status
from knowledge.store import TinyStore
from tests.builders import a_programme, a_recommendation
from tests.office import ADA, GANI, MO, NOBODY, STAN, STRANGER, SUE, Office, an_office

from .officials import trail, updates


@pytest.mark.parametrize("yes", ["Yes, save it", "yes, do it.", "ok, post it", "Yes, please save that"])
async def test_a_yes_with_a_comma_is_a_yes(office: Office, yes: str) -> None:
    await office.talk((SUE, "update 10: amber – slow", "Save this?"), (SUE, yes, "Saved"))


async def test_one_sentence_is_restated_and_saved_on_a_yes(office: Office) -> None:
    await office.talk(
        (
            SUE,
            "update 10: amber – family CAF consultation started; next step pilot by 30 January 2027",
            [
                "Recommendation 10: at risk (amber)",
                "Next step: pilot, by 30 January 2027",
                "first update",
                "Save this?",
            ],
        ),
    )
    assert await updates(office) == []

    await office.talk((SUE, "yes", ["^Saved.", "reported by Sue Myers on 23 November 2026"]))

    (update,) = await updates(office)
    assert (update.status, update.narrative, update.by) == (
        Status.AT_RISK,
        "family CAF consultation started",
        "tenant/sue",
    )
    assert (update.next_step, update.next_step_date) == ("pilot", date(2027, 1, 30))


async def test_the_form_is_filled_in_step_by_step_and_the_last_update_is_shown_first(office: Office) -> None:
    await office.talk(
        (SUE, "10 amber: first words", "Save this?"),
        (SUE, "yes", "Saved"),
        (SUE, "update 10", ["Last update", "first words", "What is its status now"]),
        (SUE, "gren", "What has happened?"),
        (SUE, "back", "What is its status now"),
        (SUE, "off track", "What has happened?"),
        (SUE, "Two posts are vacant", "next step"),
        (SUE, "who leads 3?", ["Gani Martins", "still open", "next step"]),
        (SUE, "Recruit by 30/1", "evidence"),
        (SUE, "skip", ["off track (red)", "Recruit, by 30 January 2027", "from at risk (amber) to off track (red)"]),
        (SUE, "yes 10", "Saved"),
    )

    assert [u.status for u in await updates(office)] == [Status.AT_RISK, Status.OFF_TRACK]


async def test_cancel_drops_the_form_and_saves_nothing(office: Office) -> None:
    for word in (
        "cancel",
        "Cancel.",
        "cancel my update",
        "never mind",
        "cancel everything",
        "forget the whole thing",
        "never mind, I’ll do it later",
    ):
        await office.talk((SUE, "update 10: amber – x y", "Save this?"), (SUE, word, "Nothing has been saved"))
    await office.talk((SUE, "yes", "Nothing is waiting"))

    assert await updates(office) == []


async def test_a_word_to_drop_all_or_to_see_something_is_no_account_of_what_has_happened(office: Office) -> None:
    asked = (SUE, "update 10: amber", "What has happened?")
    await office.talk(asked, (SUE, "cancel it all please", "Nothing has been saved"))
    await office.talk(asked, (SUE, "my summary", ["haven’t reported", "still open"]))
    await office.talk((SUE, "My summary: we trained 20 staff", "next step"))


async def test_what_was_heard_is_said_when_more_is_asked(office: Office) -> None:
    await office.talk(
        (SUE, "rec 10's gone red", ["Recommendation 10", "off track (red)", "What has happened?"]),
        (SUE, "staff left", "next step"),
    )


@pytest.mark.parametrize("words", ["not green", "12%", "nearly there"])
async def test_what_is_no_status_is_asked_for(office: Office, words: str) -> None:
    await office.talk(
        (SUE, f"update 10: {words}", ["no status", "What is its status now"]),
        (SUE, words, "I didn’t catch a status"),
        (SUE, "amber", "?"),
    )


async def test_a_denied_status_is_not_kept_as_what_has_happened(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: not green", "What is its status now"),
        (SUE, "amber", "What has happened?"),
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("30 January 2017", ["already passed", "30 January 2027"]),
        ("yesterday", ["already passed"]),
        ("31 April 2027", ["no such day", "30 April 2027"]),
        ("30/2/2027", ["no such day"]),
        ("30 January 2207", ["looks mistyped", "30 January 2027"]),
    ],
)
async def test_a_day_that_cannot_be_meant_is_asked_about(office: Office, words: str, told: list[str]) -> None:
    await office.talk((SUE, f"update 10: red – staff left; next step meeting by {words}", told))

    assert await updates(office) == []


async def test_a_yes_to_the_day_that_was_meant_takes_it(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: red – staff left; next step meeting by 30 January 2017", "Say “yes” for 30 January 2027"),
        (SUE, "yes", ["meeting, by 30 January 2027", "Save this?"]),
        (SUE, "yes", "Saved"),
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("x" * 20_000, "20,000 characters"),
        ("bad\x07bell", "control characters"),
        ("turned \u202e around", "can’t be shown"),
        ("👍", "no words"),
        ("…", "no words"),
    ],
)
async def test_what_cannot_be_read_is_refused_kindly_and_the_form_goes_on(
    office: Office, words: str, told: str
) -> None:
    await office.talk(
        (SUE, "update 10: amber", "What has happened?"),
        (SUE, words, told),
        (SUE, "staff left", "next step"),
    )
    assert await updates(office) == []


async def test_twenty_thousand_characters_in_one_sentence_are_refused(office: Office) -> None:
    reply = await office.talk((SUE, f"update 10: amber – {'word ' * 4_000}", "Please shorten it"))

    assert len(reply.text) < 2_000
    assert await updates(office) == []


async def test_markdown_and_html_are_shown_as_they_were_typed(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – *bold* <b>html</b> [x](http://y.org)", ["\\*bold\\*", "\\<b\\>"]),
        (SUE, "yes", "Saved"),
        (SUE, "what's the latest on 10?", ["\\*bold\\*", "not: <b>"]),
    )

    (update,) = await updates(office)
    assert update.narrative.startswith("*bold* <b>html</b>")


async def test_an_empty_message_leaves_the_form_as_it_is(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – staff left", "Save this?"), (SUE, " ", "any words"), (SUE, "yes", "Saved")
    )


async def test_an_unknown_recommendation_is_said(office: Office) -> None:
    await office.talk(
        (SUE, "update 99: red – staff left", "no Recommendation 99"),
        (SUE, "update 0: red – staff left", "no Recommendation 0"),
        (SUE, "yes", "Nothing is waiting"),
    )


async def test_several_recommendations_are_taken_one_by_one(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – one; 8: green – two", ["“one”", "After this: Recommendation 8", "not: two"]),
        (SUE, "yes", ["Saved. Recommendation 10", "Recommendation 8: on track", "“two”", "Save this?"]),
    )
    assert await updates(office, "8") == []

    await office.talk((SUE, "yes 8", "Saved. Recommendation 8"))

    assert [u.narrative for u in await updates(office, "8")] == ["two"]


async def test_one_yes_that_arrives_twice_saves_one_of_several(office: Office) -> None:
    await office.talk(
        (SUE, "update 10 and 8: amber – staff left", "Save this?"),
        (SUE, "yes", ["Saved. Recommendation 10", "Say “yes 8”"]),
        (SUE, "yes", ["Say “yes 8”", "not: Saved"]),
    )

    assert len(await updates(office, "10")) == 1
    assert await updates(office, "8") == []


async def test_those_of_several_that_cannot_be_posted_on_are_said_at_once(office: Office) -> None:
    await office.talk(
        (
            SUE,
            "update 10, 99 and 3: amber – halfway there",
            ["no Recommendation 99", "can’t post on Recommendation 3", "Recommendation 10: at risk", "not: After this"],
        ),
        (SUE, "yes", ["Saved", "not: Save this?"]),
    )


async def test_cancelling_the_first_of_several_says_that_none_is_saved(office: Office) -> None:
    await office.talk(
        (SUE, "update 10 and 8: amber – halfway there", "Save this?"),
        (SUE, "cancel", "dropped the update on Recommendations 10 and 8"),
    )


async def test_what_is_restated_can_be_changed(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – staff left", "Save this?"),
        (SUE, "no", "What should be different?"),
        (SUE, "narrative: no staff, and nobody new", ["“no staff, and nobody new”", "Save this?"]),
        (SUE, "make it red", ["off track (red)", "no staff", "Save this?"]),
        (SUE, "evidence: minutes of the board", ["Evidence: minutes of the board", "Save this?"]),
        (SUE, "it rained", "What should be different?"),
        (SUE, "yes", ["no staff, and nobody new", "Save this?"]),
        (SUE, "yes", "Saved"),
    )

    (update,) = await updates(office)
    assert (update.status, update.narrative) == (Status.OFF_TRACK, "no staff, and nobody new")


@pytest.mark.parametrize("who", [GANI, MO, ADA, STAN, STRANGER])
async def test_who_does_not_lead_it_is_told_who_does_and_nothing_is_saved(office: Office, who: Person) -> None:
    await office.talk(
        (who, "update 10: green – all good here", ["can’t post on Recommendation 10", "Sue Myers leads it"]),
        (who, "yes", "not: Saved"),
    )

    assert await updates(office) == []
    assert await trail(office) == []


async def test_nobodys_object_id_is_nobody(office: Office) -> None:
    for text in ("update 10: green – I am Sue", "no change on 10", "undo", "what do i have to update?", "sign off 10"):
        await office.talk((NOBODY, text, ["which account", "Nothing has been saved"]))

    assert await trail(office) == []


async def test_who_speaks_is_looked_up_again_at_the_last_yes(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – staff left", "Save this?"),
        (MO, "assign 10 to Gani Martins", "Save this?"),
        (MO, "yes", "Saved"),
        (SUE, "yes", ["can’t post on Recommendation 10", "Gani Martins leads it"]),
    )

    assert await updates(office) == []


async def test_somebody_elses_newer_update_is_shown_and_asked_about(office: Office) -> None:
    await office.talk(
        (SUE, "let Stan Staff post for me", "Save this?"),
        (SUE, "yes", "Saved"),
        (SUE, "update 10: amber – staff left", "Save this?"),
        (STAN, "update 10: red – the roof fell in", "Save this?"),
        (STAN, "yes", "Saved"),
        (SUE, "yes", ["somebody else posted", "the roof fell in", "Save this?"]),
    )
    assert [u.narrative for u in await updates(office)] == ["the roof fell in"]

    await office.talk((SUE, "yes", "Say “yes 10”"))  # the same yes, delivered again under another id
    assert [u.narrative for u in await updates(office)] == ["the roof fell in"]

    await office.talk((SUE, "yes 10", "Saved"))

    assert [u.narrative for u in await updates(office)] == ["the roof fell in", "staff left"]


async def test_in_a_group_everybody_has_a_draft_of_their_own(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – staff left", "Save this?"),
        (GANI, "update 3: red – no money", "Save this?"),
        (GANI, "yes", "Saved. Recommendation 3"),
        (STAN, "yes", "Nothing is waiting"),
        (SUE, "yes", "Saved. Recommendation 10"),
        where="group",
    )

    assert [u.by for u in await updates(office)] == ["tenant/sue"]
    assert [u.by for u in await updates(office, "3")] == ["tenant/gani"]


async def test_anothers_button_is_refused_kindly(office: Office) -> None:
    reply = await office.talk((SUE, "update 10: amber – staff left", "Save this?"), where="group")
    assert reply.card
    form = reply.card["actions"][0]["data"]["form"]

    refused = await office.say(GANI, "yes", "group", form=form)
    assert "isn’t yours" in refused.text
    assert await updates(office) == []

    saved = await office.say(SUE, "yes", "group", form=form)
    assert saved.text.startswith("Saved")

    again = await office.say(SUE, "yes", "group", form=form)
    assert "saved already" in again.text
    assert len(await updates(office)) == 1


async def test_an_older_forms_button_changes_nothing(office: Office) -> None:
    old = await office.talk((SUE, "update 10: amber – staff left", "Save this?"))
    assert old.card
    await office.talk((SUE, "update 8: green – all is well", "dropped your unfinished update on Recommendation 10"))

    refused = await office.say(SUE, "yes", form=old.card["actions"][0]["data"]["form"])

    assert "isn’t open any more" in refused.text
    await office.talk((SUE, "yes", "Saved. Recommendation 8"))
    assert await updates(office) == []


async def test_the_same_activity_saves_once_under_its_own_id_or_another(office: Office) -> None:
    await office.talk((SUE, "update 10: amber – staff left", "Save this?"))

    await office.say(SUE, "yes", activity="twice")
    await office.say(SUE, "yes", activity="twice")
    again = await office.say(SUE, "yes", activity="under another id")

    assert "saved already" in again.text
    assert len(await updates(office)) == 1
    assert len(await trail(office)) == 1


async def test_a_form_goes_on_after_a_restart(office: Office) -> None:
    await office.talk((SUE, "update 10: amber", "What has happened?"), (SUE, "staff left", "next step"))

    await office.restarted()

    await office.talk(
        (SUE, "recruit by end of March", "evidence"),
        (SUE, "skip", ["staff left", "recruit, by 31 March 2027", "Save this?"]),
        (SUE, "yes", "Saved"),
    )


async def test_a_card_is_taken_like_typed_words(office: Office) -> None:
    reply = await office.talk((SUE, "update 10", "What is its status now"))
    assert reply.card
    form = reply.card["actions"][0]["data"]["form"]
    inputs = {
        "status": "at risk",
        "narrative": "staff left",
        "next_step": "recruit",
        "next_step_date": "2027-01-30",
        "evidence": "minutes",
    }

    restated = await office.say(SUE, "Here is my update on recommendation 10", form=form, **inputs)
    assert "Save this?" in restated.text
    assert await updates(office) == []
    await office.say(SUE, "yes", form=form)

    (update,) = await updates(office)
    assert (update.status, update.next_step_date, update.evidence) == (
        Status.AT_RISK,
        date(2027, 1, 30),
        ("minutes",),
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "splendid"},
        {"status": ""},
        {"status": None},
        {"narrative": "x" * 20_000},
        {"narrative": "bell \x07"},
        {"next_step": "recruit", "next_step_date": "2001-01-01"},
        {"next_step": "recruit", "next_step_date": "soon"},
        {"next_step_date": "2027-01-30"},
        {"narrative": "😀"},
        {"next_step": "…"},
        {"evidence": "👍"},
    ],
)
async def test_a_card_with_bad_values_is_asked_about_again(office: Office, wrong: dict[str, Any]) -> None:
    reply = await office.talk((SUE, "update 10", "status"))
    assert reply.card
    form = reply.card["actions"][0]["data"]["form"]

    told = await office.say(SUE, "Here", **{"form": form, "status": "at risk", "narrative": "staff left"} | wrong)

    assert "Save this?" not in told.text
    await office.talk((SUE, "yes", "not: Saved."))
    assert await updates(office) == []


@pytest.mark.parametrize("wrong", [{"evidence": ["not", "text"]}, {"narrative": {"not": "text"}}, {"next_step": 5}])
async def test_a_card_with_odd_values_saves_nothing_by_itself(office: Office, wrong: dict[str, Any]) -> None:
    reply = await office.talk((SUE, "update 10", "status"))
    assert reply.card
    form = reply.card["actions"][0]["data"]["form"]

    told = await office.say(SUE, "Here", **{"form": form, "status": "at risk", "narrative": "staff left"} | wrong)

    assert told.text
    assert await updates(office) == []


async def test_a_card_cannot_sign_off(office: Office) -> None:
    """Complete in an officer's form awaits a manager, whatever the form says."""
    reply = await office.talk((SUE, "update 10", "status"))
    assert reply.card
    form = reply.card["actions"][0]["data"]["form"]

    await office.say(SUE, "Here", form=form, status="complete", narrative="all of it is done")
    await office.say(SUE, "yes", form=form)

    assert [u.status for u in await updates(office)] == [Status.AWAITING_SIGN_OFF]


async def test_contradictions_are_flagged_and_not_forbidden(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: complete – all schools trained", ["no evidence is given", "Save this?"]),
        (SUE, "yes", "Saved"),
        (MO, "set the target for 10 to 30 November 2026", "Save this?"),
        (MO, "yes", "Saved"),
    )
    office.now = datetime(2026, 12, 3, 9, tzinfo=UTC)
    await office.talk((SUE, "update 10: green – nearly done", ["30 November 2026, has passed", "Save this?"]))


async def test_personal_data_is_warned_of_and_saving_it_anyway_is_audited(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – visited Tom Smith, dob 3/4/2015", ["personal data", "3/4/2015", "not: Save this?"]),
        (SUE, "yes", "not: Saved"),
        (SUE, "save it anyway", "Save this?"),
        (SUE, "yes", "Saved"),
    )

    assert "personal data kept after a warning" in [entry.what for entry in await trail(office)]


async def test_reworded_personal_data_is_gone(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – visited Tom Smith, dob 3/4/2015", "personal data"),
        (SUE, "one family was visited", ["one family was visited", "Save this?", "not: Tom"]),
        (SUE, "yes", "Saved"),
    )

    assert [u.narrative for u in await updates(office)] == ["one family was visited"]
    assert [entry.what for entry in await trail(office)] == ["update posted"]


async def test_with_several_programmes_it_is_asked_which_and_then_gone_on(munro: Programme) -> None:
    other = a_programme(name="ofsted", title="Ofsted’s letter", recommendations=(a_recommendation(ref="10"),))
    store = TinyStore.in_memory()
    office = await an_office(store, munro, other)

    await office.talk(
        (SUE, "update 10: amber – staff left", ["Which one do you mean", "munro", "ofsted"]),
        (SUE, "munro", ["Recommendation 10: at risk", "Save this?"]),
        (SUE, "yes", "Saved"),
    )

    (update,) = await updates(office)
    assert update.programme == "munro"
    await store.close()


async def test_references_with_dots_and_letters_are_taken_as_they_are() -> None:
    leads = a_recommendation().leads
    recs = tuple(a_recommendation(ref=ref, leads=leads) for ref in ("2.1", "2.10", "R3.1"))
    store = TinyStore.in_memory()
    office = await an_office(store, a_programme(recommendations=recs))

    await office.talk(
        (GANI, "update 2.10: red – no money", "Recommendation 2.10: off track"),
        (GANI, "yes", "Saved. Recommendation 2.10"),
        (GANI, "update r3.1: green – all staff trained", "Recommendation R3.1: on track"),
        (GANI, "yes r3.1", "Saved. Recommendation R3.1"),
        (GANI, "no change on 2.10", "no change on Recommendation 2.10"),
        (GANI, "undo r3.1", "Recommendation R3.1"),
        (GANI, "what's the latest on 2.10?", ["2.10", "no money"]),
    )
    assert await updates(office, "2.1") == []
    await store.close()


async def test_names_with_apostrophes_are_taken_as_they_are(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – O’Brien & D'Souza's report; it's late", ["O’Brien & D'Souza's report", "Save this?"]),
        (SUE, "yes", "Saved"),
    )


@pytest.mark.parametrize("refusal", ["no", "no, that's wrong", "wrong, it was Gani", "nope not finished", "it rained"])
async def test_what_was_refused_isnt_saved_by_a_bare_yes(office: Office, refusal: str) -> None:
    await office.talk(
        (SUE, "update 10: green - consultation finished", "Save this?"),
        (SUE, refusal, ""),
        (SUE, "yes", ["consultation finished", "Save this?"]),
    )
    assert await updates(office) == []

    await office.talk((SUE, "yes", "^Saved."))
    assert len(await updates(office)) == 1


async def test_a_yes_after_something_else_shows_first_what_it_would_save(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: green - consultation finished", "Save this?"),
        (
            SUE,
            "who leads 3?",
            ["Gani Martins", "Still waiting: shall I save the update on Recommendation 10: on track (green)?"],
        ),
        (SUE, "yes", ["consultation finished", "Save this?"]),
        (SUE, "yes", "^Saved."),
    )


async def test_another_order_takes_the_place_of_what_waits_and_says_so(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: green - consultation finished", "Save this?"),
        (SUE, "no", "haven’t saved"),
        (SUE, "8: red, health partners haven't come back", ["dropped your unfinished update on Recommendation 10"]),
        (SUE, "yes", "Saved. Recommendation 8"),
    )

    assert await updates(office) == []


async def test_a_report_can_be_moved_to_the_recommendation_that_was_meant(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber - forms agreed", "Save this?"),
        (SUE, "no, it's rec 8 not 10", ["For Recommendation 8 then", "forms agreed", "Save this?"]),
        (SUE, "yes", "Saved. Recommendation 8"),
    )

    assert await updates(office) == []


async def test_a_report_isnt_moved_to_where_its_author_may_not_post(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber - forms agreed", "Save this?"),
        (SUE, "no, it's rec 3 not 10", "can’t post on Recommendation 3"),
        (SUE, "yes", ["Recommendation 10", "Save this?"]),
    )


async def test_an_open_form_never_vanishes_in_silence(office: Office) -> None:
    await office.talk(
        (SUE, "update 10", "What is its status"),
        (SUE, "extend 8 to 30 June 2027", ["nothing to extend", "update on Recommendation 10 is still open"]),
        (SUE, "update 8", "dropped your unfinished update on Recommendation 10"),
    )


async def test_two_at_once_are_both_named(office: Office) -> None:
    await office.talk((SUE, "10 and 8 on track", ["Recommendation 10", "After this: Recommendation 8"]))


async def test_a_no_to_the_warning_drops_the_update(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber - Jane Smith aged 7 was seen", "personal data"),
        (SUE, "no", "dropped the update on Recommendation 10"),
        (SUE, "yes", "Nothing is waiting"),
    )


async def test_a_yes_that_names_another_update_is_no_narrative(office: Office) -> None:
    await office.talk(
        (SUE, "update 10 and 8: green", "What has happened?"),
        (SUE, "all is well", "next step"),
        (SUE, "skip", "evidence"),
        (SUE, "skip", "Save this?"),
        (SUE, "yes", ["Saved. Recommendation 10", "Recommendation 8", "What has happened?"]),
        (SUE, "yes 8", ["What has happened?", "not: next step"]),
        (SUE, "yes 10", ["What has happened?", "not: next step"]),
    )


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ("change the next step to launch 12 Jan", "Next step: launch, by 12 January 2027"),
        ("change the date to 15 January", "Next step: pilot, by 15 January 2027"),
        ("move the next step's date to 15 January", "Next step: pilot, by 15 January 2027"),
        ("change the evidence to board paper 4", "Evidence: board paper 4."),
        ("set the narrative to two posts are vacant", "“two posts are vacant”"),
        ("and the narrative should be: two staff left", "“two staff left”"),
        ("no wait make it green", "Recommendation 10: on track"),
    ],
)
async def test_a_part_is_changed_by_its_name(office: Office, change: str, shown: str) -> None:
    await office.talk(
        (SUE, "update 10: red – staff left; next step pilot by 30 January 2027; evidence: minutes", "Save this?"),
        (SUE, change, [shown, "Save this?"]),
    )


async def test_ones_own_newer_update_isnt_somebody_elses(office: Office) -> None:
    await office.talk((SUE, "update 10: red – one two", "Save this?"), where="one chat")
    await office.talk((SUE, "update 10: green – three", "Save this?"), (SUE, "yes", "Saved"), where="another chat")
    await office.talk(
        (SUE, "yes", ["You have posted another update on it meanwhile", "not: somebody else", "Say “yes 10”"]),
        where="one chat",
    )


@pytest.mark.parametrize("nothing", ["10", "8.", "40%", "…"])
async def test_a_mere_number_is_not_what_has_happened(office: Office, nothing: str) -> None:
    await office.talk((SUE, "10: amber", "What has happened?"), (SUE, nothing, "no words in that"))


async def test_what_was_changed_needs_no_yes_that_names_it(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: red – one", "Save this?"),
        (SUE, "yes", "Saved"),
        (SUE, "update 8: green – two", "Save this?"),
        (SUE, "make it amber", ["Recommendation 8: at risk", "Save this?", "not: Say “yes 8”"]),
        (SUE, "yes", "Saved. Recommendation 8"),
    )


async def test_a_day_alone_is_no_next_step(office: Office) -> None:
    await office.talk(
        (SUE, "10: amber", "What has happened?"),
        (SUE, "staff left", "next step"),
        (SUE, "3rd of Jan", "That is a day. What is to be done by then?"),
        (SUE, "hire by 3 January", "evidence"),
        (SUE, "none yet", ["Next step: hire, by 3 January 2027", "not: Evidence", "Save this?"]),
        (SUE, "looks ok", "Saved"),
    )


@pytest.mark.parametrize(
    "answer", ["no, save it", "no yes", "no ok", "yes don't save it", "nope, that's right", "ok, save it later"]
)
async def test_a_yes_that_refuses_in_one_saves_nothing(office: Office, answer: str) -> None:
    await office.talk(
        (SUE, "update 10: red – staff left", "Save this?"),
        (SUE, answer, "not: ^Saved"),
    )
    assert await updates(office) == []


@pytest.mark.parametrize(
    "words",
    [
        "hmm, actually I think it's red",
        "hang on, no, it's red",
        "make it red, sorry",
        "um, I meant red",
        "oh wait, it should be red",
        "well, red I think",
    ],
)
async def test_a_status_put_right_before_saving_leaves_the_words_alone(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10: amber – schools slow", "Save this?"),
        (SUE, words, ["off track (red)", "schools slow", "not: hmm", "not: sorry", "not: think", "Save this?"]),
    )


# What has been answered behind the status, and what is asked next.
STEPS = [
    ((), "What has happened?"),
    (("waiting",), "What is the next step"),
    (("waiting", "pilot"), "By when"),
    (("waiting", "pilot by 3 January"), "Is there evidence"),
]


@pytest.mark.parametrize(
    "words",
    ["actually make it red", "sorry, I meant red", "status red", "no, the status is red", "oops, it should be red"],
)
@pytest.mark.parametrize(("answers", "asked"), STEPS)
async def test_a_status_put_right_in_the_middle_is_no_answer(
    office: Office, words: str, answers: tuple[str, ...], asked: str
) -> None:
    await office.talk((SUE, "update 10: amber", "What has happened?"), *((SUE, answer, "?") for answer in answers))

    await office.talk((SUE, words, ["I have noted the status: off track (red)", asked]))


@pytest.mark.parametrize(
    "words",
    [
        "oops wrong number, I meant 8",
        "actually this is for recommendation 8",
        "sorry, it's for recommendation 8",
        "no, rec 8 not 10",
        "that's the wrong recommendation, it should be 8",
    ],
)
@pytest.mark.parametrize(("answers", "asked"), STEPS)
async def test_another_number_in_the_middle_is_no_answer(
    office: Office, words: str, answers: tuple[str, ...], asked: str
) -> None:
    await office.talk((SUE, "update 10: amber", "What has happened?"), *((SUE, answer, "?") for answer in answers))

    await office.talk((SUE, words, ["For Recommendation 8 then, and not for Recommendation 10", asked]))


async def test_a_number_that_is_wrong_is_asked_for_and_one_that_isnt_there_is_said_to_be(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber", "What has happened?"),
        (SUE, "oops, wrong number", "Which recommendation is it for"),
        (SUE, "wrong one, sorry", "Which recommendation is it for"),
        (SUE, "sorry, I meant 99", "There is no Recommendation 99"),
        (SUE, "it is for recommendation 8", "For Recommendation 8 then"),
    )


async def test_a_part_that_is_named_is_filled_in_wherever_it_is_said(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber", "What has happened?"),
        (SUE, "evidence: minutes of 3 March", ["noted the evidence: minutes of 3 March", "What has happened?"]),
        (SUE, "next step: pilot, by 3 December", ["noted the next step: pilot, by 3 December", "What has happened?"]),
        (SUE, "schools slow", ["“schools slow”", "Next step: pilot, by", "Evidence: minutes of 3 March", "Save this?"]),
    )


async def test_a_narrative_with_its_other_parts_is_parted(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber", "What has happened?"),
        (SUE, "Schools slow. Next step: pilot by 3 December", ["Schools slow", "pilot, by 3", "Is there evidence"]),
        (SUE, "narrative: schools are very slow", ["noted what has happened: “schools are very slow”", "evidence"]),
    )


async def test_a_mere_colour_for_words_is_asked_about(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber", "What has happened?"),
        (SUE, "red", ["Should the status be off track (red) instead? Then say “make it off track (red)”"]),
        (SUE, "make it off track (red)", ["noted the status: off track (red)", "What has happened?"]),
    )


@pytest.mark.parametrize("answer", ["yes", "y", "go ahead"])
async def test_why_one_yes_isnt_enough_is_said(office: Office, answer: str) -> None:
    await office.talk(
        (SUE, "update 10: red – one", "Save this?"),
        (SUE, "yes", "Saved"),
        (SUE, "update 8: green – two", "Save this?"),
        (SUE, answer, ["still waits", "mustn’t count twice", "Say “yes 8” to save it"]),
        (SUE, "yes 8", "Saved. Recommendation 8"),
    )


@pytest.mark.parametrize(
    "words",
    [
        "next step by 28 February 2027",
        "the next step is by 28 Feb 2027",
        "the next step is due 28 February 2027",
        "it's due by 28 February 2027",
        "by 28 February 2027",
    ],
)
async def test_the_day_of_the_next_step_is_put_right_before_saving(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10: red – staff left; next step pilot by 30 January 2027", "Save this?"),
        (SUE, words, ["“staff left”", "Next step: pilot, by 28 February 2027", "Save this?"]),
    )


@pytest.mark.parametrize("words", ["the next step is by 30 Feb 2027", "next step: pilot by 30 Feb 2027"])
async def test_a_day_put_right_to_none_there_is_is_asked_about_before_anything_is_saved(
    office: Office, words: str
) -> None:
    await office.talk(
        (SUE, "update 10: red – staff left; next step pilot by 30 January 2027", "Save this?"),
        (SUE, words, ["no such day", "Say “yes” for 28 February 2027"]),
        (SUE, "yes", ["by 28 February 2027", "Save this?"]),
    )
    assert await updates(office) == []


async def test_a_day_for_no_step_asks_for_the_step(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: red – staff left", "Save this?"),
        (SUE, "next step by 28 February 2027", "That is a day. What is to be done by then?"),
        (SUE, "pilot by 28 February 2027", ["Next step: pilot, by 28 February 2027", "Save this?"]),
    )


async def test_a_no_to_a_day_asks_for_another(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: red – staff left; next step meeting by 31 June", "Say “yes” for 30 June 2027"),
        (SUE, "no", "By when is the next step due?"),
        (SUE, "1 July 2027", ["meeting, by 1 July 2027", "Save this?"]),
    )


@pytest.mark.parametrize(
    ("words", "status", "kept"),
    [
        ("update 10 green, no wait amber - pilot slipped", "at risk (amber)", "pilot slipped"),
        ("update 10: green, sorry I mean red - funding cut", "off track (red)", "funding cut"),
        ("update 10: amber → green - recovered", "on track (green)", "recovered"),
        ("update 10: amber -> green: recovered", "on track (green)", "recovered"),
        ("10 amber => green, recovered", "on track (green)", "recovered"),
        ("10: amber ➡️ green: recovered", "on track (green)", "recovered"),
        ("10 amber to green. Recovered", "on track (green)", "Recovered"),
        ("also 10: green – recovered", "on track (green)", "recovered"),
        ("10: amber -> waiting for the board", "at risk (amber)", "waiting for the board"),
        ("10: budget up => amber", "at risk (amber)", "budget up"),
        ("10 is amber, actually no, it's green: recovered", "on track (green)", "recovered"),
        ("update 10: red. oops, should be amber, staff left", "at risk (amber)", "staff left"),
        (
            "update 10: amber – sorry for the delay, schools slow",
            "at risk (amber)",
            "sorry for the delay, schools slow",
        ),
        ("update 10: amber – sorry, behind on hiring", "at risk (amber)", "sorry, behind on hiring"),
        ("update 10: amber – no staff", "at risk (amber)", "no staff"),
        ("update 10: amber – running late", "at risk (amber)", "running late"),
    ],
)
async def test_of_a_status_put_right_in_one_sentence_the_last_counts(
    office: Office, words: str, status: str, kept: str
) -> None:
    await office.talk((SUE, words, [status, f"“{kept}”", "Save this?"]))


@pytest.mark.parametrize("words", ["amber. green - recovered", "amber – green: recovered"])
async def test_of_two_statuses_it_is_asked_which(office: Office, words: str) -> None:
    await office.talk(
        (SUE, f"update 10: {words}", "Is the status at risk or on track?"),
        (SUE, "green", "next step"),
        (SUE, "skip", "evidence"),
        (SUE, "skip", ["on track (green)", "recovered", "Save this?"]),
    )


async def test_of_two_statuses_in_a_row_it_is_asked_which(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: green or amber", "Is the status on track or at risk?"),
        (SUE, "cancel", "dropped"),
        (SUE, "update 10 green all done", ["Is the status on track or complete", "not: no status"]),
        (SUE, "green", "What has happened?"),
    )


@pytest.mark.parametrize(
    ("words", "second"),
    [
        ("update 10 amber slow. update 8 red stuck", "stuck"),
        ("10 is amber, slow, 8 is red, stuck", "stuck"),
        ("10 is amber, slow and 8 is red: stuck", "stuck"),
        ("update 10: amber – slow, 8: red – stuck", "stuck"),
        ("mark 10 amber, slow; mark 8 red, stuck", "stuck"),
    ],
)
async def test_several_updates_in_one_message_are_taken_one_after_the_other(
    office: Office, words: str, second: str
) -> None:
    await office.talk(
        (SUE, words, ["Recommendation 10: at risk", "“slow”", "not: stuck", "After this: Recommendation 8"]),
        (SUE, "yes", ["Saved. Recommendation 10", "Recommendation 8: off track", f"“{second}”"]),
        (SUE, "yes 8", "Saved. Recommendation 8"),
    )


async def test_what_may_be_one_update_or_several_is_asked(office: Office) -> None:
    words = "update 10: amber – 12 risks looked at, 8 red"
    asked = "Did you mean one update on Recommendation 10 or updates on Recommendations 10 and 8?"
    await office.talk(
        (SUE, words, asked),
        (SUE, "one update", ["“12 risks looked at, 8 red”", "not: After this", "Save this?"]),
        (SUE, "cancel", "dropped"),
        (SUE, words, asked),
        (SUE, "updates", ["“12 risks looked at”", "After this: Recommendation 8", "Save this?"]),
    )


@pytest.mark.parametrize("words", ["10 amber: slow / 8 green: ok", "10 amber slow, 8 green ok"])
async def test_a_stroke_or_a_comma_may_part_two_updates(words: str, office: Office) -> None:
    await office.talk(
        (SUE, words, "updates on Recommendations 10 and 8"),
        (SUE, "updates", ["Recommendation 10: at risk", "“slow”", "After this: Recommendation 8"]),
    )


@pytest.mark.parametrize("status", ["both green", "Both are green", "all green", "each is green"])
async def test_both_may_have_one_status(status: str, office: Office) -> None:
    await office.talk((SUE, f"update 10 and 8: {status}, review done", ["10: on track", "“review done”", "After this"]))


async def test_what_both_did_is_no_status(office: Office) -> None:
    await office.talk((SUE, "update 10 and 8: both teams met", "no status"))


async def test_several_that_share_their_words_are_parted_from_another(office: Office) -> None:
    await office.talk(
        (SUE, "10 and 8 amber slow, 13 red stuck", "updates on Recommendations 10, 8 and 13"),
        (SUE, "updates", ["Recommendation 10: at risk", "“slow”"]),
        (SUE, "yes", ["Saved", "Recommendation 8: at risk", "“slow”"]),
    )


@pytest.mark.parametrize(
    "words",
    ["of 12 schools, 8 complete and 4 behind", "8 of 10 posts filled", "met on 8 June, 10 schools came"],
)
async def test_numbers_in_what_has_happened_are_no_updates(office: Office, words: str) -> None:
    await office.talk((SUE, f"update 10: amber – {words}", [f"“{words}”", "not: After this", "Save this?"]))


@pytest.mark.parametrize(
    "words",
    [
        "Good morning! update 10: amber – slow",
        "Morning, update 10: amber - slow",
        "Hi, 10 is amber, slow",
        "Hello all, hope you're well. 10 is amber: slow",
        "Sue Myers here: update 10: amber - slow",
        "Hi, it's Sue. Update 10 amber, slow",
    ],
)
async def test_an_update_behind_a_greeting_is_taken(office: Office, words: str) -> None:
    await office.talk((SUE, words, ["Recommendation 10: at risk (amber)", "“slow”", "Save this?"]))


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("10 slipped to red because of staff shortages", "because of staff shortages"),
        ("10 has gone from green to red: staff left", "staff left"),
        ("rec 10 is back down to red, staff left", "staff left"),
        ("10's dropped to red - staff left", "staff left"),
    ],
)
async def test_what_a_recommendation_came_to_is_an_update(office: Office, words: str, kept: str) -> None:
    await office.talk((SUE, words, ["Recommendation 10: off track (red)", f"“{kept}”", "Save this?"]))


@pytest.mark.parametrize(
    "words",
    [
        "who leads 10 and update 10: amber - pilot slipped",
        "who leads 10? update 10: amber - pilot slipped",
        "When is 14 due? 10 is amber, pilot slipped",
    ],
)
async def test_an_update_beside_a_question_is_said_not_to_be_taken(office: Office, words: str) -> None:
    await office.talk((SUE, words, "I haven’t taken the update on Recommendation 10"))
    assert await updates(office) == []


@pytest.mark.parametrize("words", ["Hi, is 10 amber?", "hello", "has 10 slipped to red?", "who leads 10 and 12?"])
async def test_a_question_or_a_greeting_is_no_update(office: Office, words: str) -> None:
    await office.talk((SUE, words, ["not: Save this?", "not: haven’t taken", "not: What has happened?"]))


async def test_a_next_step_that_words_run_into_is_parted(office: Office) -> None:
    await office.talk(
        (
            SUE,
            "update 10 amber CAF consultation started next step pilot by 30 January 2027",
            ["“CAF consultation started”", "Next step: pilot, by 30 January 2027", "Save this?"],
        ),
    )


@pytest.mark.parametrize(
    "words", ["agreed the next step with health by 30 January 2027", "health agreed next step by 30 January 2027"]
)
async def test_a_next_step_that_is_only_spoken_of_stays_in_what_has_happened(office: Office, words: str) -> None:
    await office.talk((SUE, f"update 10 amber {words}", [f"“{words}”", "not: Next step: ", "Save this?"]))


async def test_now_belongs_to_the_status(office: Office) -> None:
    await office.talk((SUE, "10 is red now because the funding was cut", "“because the funding was cut”"))


async def test_an_update_on_the_forms_own_recommendation_fills_it_in_at_every_step(office: Office) -> None:
    await office.talk(
        (SUE, "update 10 to purple", "found no status"),
        (
            SUE,
            "please mark 10 as on track, the team has hired two workers",
            ["on track (green)", "hired", "Save this?"],
        ),
        (SUE, "10 is red, both left", ["off track (red)", "“both left”", "not: hired", "Save this?"]),
    )


async def test_a_status_said_with_a_hum_tells_nothing_more(office: Office) -> None:
    await office.talk((SUE, "update 10", "What is its status"), (SUE, "hmm, I think it's red", "What has happened?"))


@pytest.mark.parametrize("blank", [" ", "\n"])
def test_many_blanks_keep_nobody_waiting(blank: str) -> None:
    began = time.perf_counter()

    heard(f"update 10: amber {blank * 10_000}x", {"10": "10"})

    assert time.perf_counter() - began < 2  # seconds; looked at naively it takes half a minute


async def test_what_no_field_is_for_ends_the_next_step_and_stays_in_the_narrative(office: Office) -> None:
    await office.talk(
        (
            GANI,
            "update 14 - on track. Job description sent to HR. Next: advert out by 15 December. Blocker: budget not "
            "agreed. Evidence: JD v2.docx",
            [
                "Job description sent to HR. Blocker: budget not agreed.”",
                "Next step: advert out, by 15 December 2026.",
                "Evidence: JD v2.docx.",
            ],
        ),
    )


@pytest.mark.parametrize(
    "words",
    [
        "10 is on track to miss its target",
        "10 is green on paper but really red",
        "update 10: on track but at risk - late",
    ],
)
async def test_of_a_status_that_is_taken_back_it_is_asked_which(office: Office, words: str) -> None:
    told = words.rsplit(" is ", maxsplit=1)[-1].removeprefix("update 10: ")
    await office.talk((SUE, words, ["^I can’t tell which status", f"“{told}”", "What is its status now", "not: Save"]))
