"""An update that isn't put as one is asked about, of whoever may post it; nothing is saved before it was restated."""

import pytest

from tests.dialogs.officials import updates
from tests.office import GANI, STAN, SUE, Office

NOT_SAVED = ["^Nothing has been saved", "an update on Recommendation 10"]


@pytest.mark.parametrize(
    "said",
    [
        "10 is going well",
        "we've finished the family CAF guide for 10",
        "rec 10 is going ok but a bit behind, the guide is still with HR",
        "The pilot for recommendation 10 started last week",
        "10 has slipped because staff left.",
    ],
)
async def test_what_sounds_like_an_update_is_asked_about_and_then_taken_like_any_other(
    said: str, office: Office
) -> None:
    await office.talk(
        (SUE, said, NOT_SAVED),
        (SUE, "yes", "Recommendation 10"),
        (SUE, "amber", "next step"),
        (SUE, "skip", "evidence"),
        (SUE, "skip", [said.rstrip("."), "Save this?"]),
    )
    assert not await updates(office)

    await office.talk((SUE, "yes", "Saved"))
    assert [update.narrative for update in await updates(office)] == [said]


async def test_a_no_drops_it(office: Office) -> None:
    await office.talk((SUE, "10 is going well", NOT_SAVED), (SUE, "no", "not: Save this"), (SUE, "yes", "not: Saved"))

    assert not await updates(office)


@pytest.mark.parametrize(
    "said",
    [
        "10 is about early help",
        "is 10 going well",
        "10 deadline",
        "10 is green isn't it",
        "are we on target for 10",
        "we're on target for 10, aren't we",
        "10 is done, right",
        "I want to know how 10 is going",
        "I heard that 10 is finished",
        "recommendation 10 was accepted",
        "10 is led by Sue Myers",
    ],
)
async def test_questions_and_what_is_said_of_the_document_are_none(said: str, office: Office) -> None:
    await office.talk((SUE, said, "not: Did you mean an update"))


async def test_whoever_may_not_post_it_is_answered_as_ever(office: Office) -> None:
    await office.talk((STAN, "10 is going well", "not: Did you mean"))


@pytest.mark.parametrize(
    "said",
    [
        "sorry that should have been green",
        "oops, 10 should be green",
        "I made a mistake on 10, it's green not amber",
        "no, green",
        "it was meant to be green",
    ],
)
async def test_a_correction_is_offered_with_the_words_of_the_last_update(said: str, office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – staff left", "Save this?"),
        (SUE, "yes", "Saved"),
        (SUE, said, ["^Nothing has been saved", "Recommendation 10: on track (green)"]),
        (SUE, "yes", ["on track (green)", "staff left", "from at risk (amber)"]),
        (SUE, "yes 10", "Saved"),
    )
    assert [(str(u.status), u.narrative) for u in await updates(office)] == [
        ("at risk", "staff left"),
        ("on track", "staff left"),
    ]


async def test_a_correction_of_nothing_is_no_update(office: Office) -> None:
    await office.talk((SUE, "sorry, that should have been green", "not: Did you mean Recommendation"))


async def test_a_status_without_a_number_is_asked_about_by_those_that_are_theirs(office: Office) -> None:
    await office.talk(
        (SUE, "amber – ward still shut", ["^Nothing has been saved", "Recommendation 8", "Recommendation 10"]),
        (SUE, "8", ["Recommendation 8: at risk (amber)", "“ward still shut”", "Save this?"]),
    )
    await office.talk((STAN, "amber – ward still shut", "not: an update on"))


async def test_a_status_alone_asks_for_those_that_have_it(office: Office) -> None:
    await office.talk((SUE, "red", "not: Did you mean an update"), (SUE, "which are red?", "not: Did you mean an"))


async def test_somebody_elses_yes_is_none_to_what_was_asked(office: Office) -> None:
    await office.talk((SUE, "10 is going well", NOT_SAVED), (STAN, "yes", "not: Recommendation 10. Nobody"))

    assert not await updates(office)


async def test_nobody_corrects_somebody_elses_update(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – staff left", "Save this?"),
        (SUE, "yes", "Saved"),
        (STAN, "sorry, that should have been green", "not: Did you mean"),
        (GANI, "oops, 10 should be green", "not: Did you mean"),
    )


@pytest.mark.parametrize(
    "said",
    [
        "on 10 we're at 60%",
        "nearly done on 10",
        "not much progress on 10 yet",
        "10 isnt on track anymore, caf forms not coming back",
        "stuck on 10, hr arent answering",
        "10 wont make the date, staff have left",
        "i dont think we'll hit the date on 10",
        "10 going well, gps are on board",
        "we've had to pause 10",
        "weve hit a snag with 10",
        "bad news on 10, nobody applied",
        "no joy with 10",
        "10 - slipping",
        "still waiting to hear back re 10",
        "fyi 10 has gone quiet",
    ],
)
async def test_how_it_gets_on_is_asked_about_and_its_words_are_kept(said: str, office: Office) -> None:
    await office.talk(
        (SUE, said, NOT_SAVED),
        (SUE, "yes", ["found no status", f"noted what has happened: “{said}”", "What is its status"]),
        (SUE, "amber", "next step"),
    )
    assert not await updates(office)


@pytest.mark.parametrize(
    "said",
    [
        "its a red from me on 10, nobody applied",
        "i think 10 is red, nobody applied",
        "sadly 10 is off track, nobody applied",
        "just to say 10 is red, nobody applied",
    ],
)
async def test_a_status_in_it_is_named_in_the_question(said: str, office: Office) -> None:
    await office.talk(
        (SUE, said, ["^Nothing has been saved", "an update on Recommendation 10: off track (red)?"]),
        (SUE, "yes", ["Recommendation 10: off track (red).", "nobody applied", "Save this?"]),
    )
    assert not await updates(office)


@pytest.mark.parametrize(
    "said",
    [
        "10s gone from green to red because forms are late",
        "14s a red im afraid, forms are late",
        "got an update for you on 10: red, forms are late",
        "here's my update on 10 - red, forms are late",
        "red for 10 from me, forms are late",
        "it's red on 10 i'm afraid, forms are late",
    ],
)
async def test_plain_ways_of_putting_an_update_are_restated(said: str, office: Office) -> None:
    who = GANI if said.startswith("14") else SUE
    await office.talk((who, said, ["off track (red).", "forms are late”", "Save this?", "not: afraid", "not: from me"]))


@pytest.mark.parametrize(
    "said",
    ["need to do my bit for number 10", "i want to report on 10", "can you do my update for me, it's rec 10"],
)
async def test_who_wants_to_report_is_given_the_form(said: str, office: Office) -> None:
    await office.talk((SUE, said, ["^**Recommendation 10.**", "What is its status now"]))


async def test_who_wants_to_tell_of_several_gets_each_in_turn(office: Office) -> None:
    said = "need to tell u about 14 and 2 — 14 is red nobody applied, 2 is amber"
    await office.talk(
        (GANI, said, ["Recommendation 14: off track (red)", "nobody applied", "After this: Recommendation 2"])
    )


@pytest.mark.parametrize(
    "said", ["give me an update on 10", "send me the report on 10", "tell me about 10", "post on 10"]
)
async def test_who_wants_to_be_told_is_not(said: str, office: Office) -> None:
    await office.talk((SUE, said, ["not: What is its status", "not: Save this", "not: mean an update"]))


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("nothing to report on mine", "Yours are Recommendations 8 and 10"),
        ("nothing new from me this week", "Yours are Recommendations 8 and 10"),
        ("no change on any of mine", "nothing has changed on Recommendation 10?"),
    ],
)
async def test_nothing_new_on_ones_own_is_no_change(said: str, asked: str, office: Office) -> None:
    await office.talk((SUE, "update 10: amber – staff left", "Save this?"), (SUE, "yes", "Saved"))
    office.later(hours=1)

    await office.talk((SUE, said, asked))


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("8 not started yet will kick off in jan", "“will kick off in jan”"),
        ("amber on 8 i suppose, gps are slow", "“gps are slow”"),
        ("status of 8 amber pls", "What has happened?"),
    ],
)
async def test_what_only_belongs_to_the_status_is_not_kept_as_words(said: str, kept: str, office: Office) -> None:
    await office.talk((SUE, said, kept))


async def test_a_status_in_the_middle_of_a_sentence_counts_where_it_is_the_only_one(office: Office) -> None:
    said = "update ten we've got the forms back and its on track next step train staff by 3 feb"
    await office.talk(
        (SUE, said, ["Recommendation 10: on track (green)", "Next step: train staff, by 3 February 2027"])
    )


@pytest.mark.parametrize(
    "said",
    [
        "it was going to be red but its fine",
        "its not on track, gps left",
        "we have met gps and it's green on staffing",
        "health say it's green and police say it's amber",
    ],
)
async def test_a_status_that_is_only_mentioned_is_asked_for(said: str, office: Office) -> None:
    await office.talk((SUE, f"update 8 {said}", "What is its status now"))


async def test_words_without_a_status_are_kept_where_the_status_is_asked_for(office: Office) -> None:
    await office.talk(
        (SUE, "need to do my bit for number 8", "What is its status now"),
        (SUE, "its going ok, we met the gps", ["noted that as what has happened", "didn’t catch a status"]),
        (SUE, "amber i suppose", ["at risk (amber)", "“its going ok, we met the gps”", "Save this?"]),
    )


async def test_more_words_beside_the_status_are_added_to_them(office: Office) -> None:
    await office.talk(
        (SUE, "update 8", "What is its status now"),
        (SUE, "its going ok, we met the gps", "noted that"),
        (SUE, "amber, the protocol is late", ["its going ok, we met the gps", "the protocol is late", "Save this?"]),
    )


@pytest.mark.parametrize("said", ["dont know", "who leads 4?", "hmm", "purple", "what do i put"])
async def test_other_words_at_the_status_are_not_kept(said: str, office: Office) -> None:
    await office.talk((SUE, "update 8", "What is its status now"), (SUE, said, "not: noted that"))


async def test_what_was_noted_is_said_once(office: Office) -> None:
    reply = await office.say(SUE, "update 10: forms are back; next step train by 3 feb")

    assert reply.text.count("I have noted") == 1


@pytest.mark.parametrize(
    "said", ["10 and 8 both going well", "10, 8 going well", "recs 10 and 8 are both going ok", "10 and 8 have started"]
)
async def test_several_of_which_something_is_told_are_asked_about_as_updates(office: Office, said: str) -> None:
    await office.talk(
        (SUE, said, ["^Nothing has been saved", "updates on Recommendations 10 and 8"]),
        (SUE, "yes", ["Recommendation 10", said, "After this: Recommendation 8"]),
    )
    assert not await updates(office)


async def test_of_several_those_are_asked_about_that_the_speaker_may_post_on(office: Office) -> None:
    await office.talk(
        (SUE, "10 and 3 both going well", [
            "You can’t post on Recommendation 3, so nothing has been saved", "an update on Recommendation 10?",
        ]),
        (SUE, "no", "dropped"),
        (STAN, "10 and 8 both going well", "not: Did you mean"),
        (SUE, "10 and 8 are about early help", "not: Did you mean"),
        (SUE, "are 10 and 8 both going well?", "not: Did you mean"),
    )  # fmt: skip
