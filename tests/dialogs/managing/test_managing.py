"""Managers set targets, decide extensions, sign off, assign and redact; nobody else does, and only after a yes."""

from collections.abc import Sequence
from datetime import date

import pytest

from knowledge.model import Person
from knowledge.progress.acts.forgetting import UNSAYABLE
from knowledge.progress.acts.trail import REDACTED
from knowledge.progress.model import Kind, Member, Status
from knowledge.store import Conversation
from knowledge.store.shelves import ASSIGNMENTS, DELEGATIONS, EXTENSIONS, MEMBERS, TARGETS
from tests.dialogs.officials import trail, updates
from tests.office import ADA, GANI, MAY, MO, STAN, STRANGER, SUE, Office, Row

COMPLETE: Sequence[Row] = (
    (SUE, "update 10: complete – all schools trained", "Save this?"),
    (SUE, "yes", "awaiting sign-off"),
)
TARGET: Sequence[Row] = ((MO, "set the target for 10 to 31 March 2027", "Save this?"), (MO, "yes", "Saved"))

ORDERS = [
    "set the target for 10 to 31 March 2027",
    "remove the target for 10",
    "grant the extension of 10",
    "refuse the extension of 10",
    "sign off 10",
    "send 10 back: no evidence",
    "assign 10 to Stan Staff",
    "unassign 10",
    "redact the last update on 10",
]


@pytest.mark.parametrize("text", ORDERS)
@pytest.mark.parametrize("who", [SUE, ADA, STRANGER])
async def test_only_managers_may_and_everybody_else_is_told_who(office: Office, text: str, who: Person) -> None:
    await office.talk((who, text, ["Only a manager", "Mo Manager and May Manager"]), (who, "yes", "not: Saved"))

    assert await trail(office) == []


@pytest.mark.parametrize("text", ORDERS)
async def test_an_unknown_recommendation_is_said(office: Office, text: str) -> None:
    await office.talk((MO, text.replace("10", "99"), "no Recommendation 99"), (MO, "yes", "not: Saved"))

    assert await trail(office) == []


async def test_a_role_that_is_gone_at_the_yes_counts(office: Office) -> None:
    await office.talk((MO, "set the target for 10 to 31 March 2027", "Save this?"))

    demoted = Person("tenant", "sue", "Mo Manager")
    await office.talk((demoted, "yes", "Nothing is waiting"))

    assert await trail(office) == []


@pytest.mark.parametrize("text", ORDERS[:1] + ORDERS[6:7])
@pytest.mark.parametrize("answer", ["no", "cancel", "no thanks"])
async def test_a_no_changes_nothing(office: Office, text: str, answer: str) -> None:
    await office.talk((MO, text, "Save this?"), (MO, answer, "Nothing has changed"), (MO, "yes", "Nothing is waiting"))

    assert await trail(office) == []


async def test_a_target_is_set_and_every_earlier_one_kept_with_its_reason(office: Office) -> None:
    await office.talk(
        *TARGET,
        (MO, "move the target for 10 to 30 April 2027", "Why is it changed?"),
        (MO, "yes", "Why is it changed?"),
        (MO, "because health partners are late", ["it was 31 March 2027", "“health partners are late”", "Save this?"]),
        (MO, "yes", "Saved"),
        (STAN, "what's the target of 10?", ["30 April 2027", "31 March 2027", "health partners are late"]),
    )

    kept = await office.store.all(TARGETS)
    assert [t.day for t in kept] == [date(2027, 3, 31), date(2027, 4, 30)]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("30 February 2027", "no such day"),
        ("1 June 2020", "already passed"),
        ("31 March 2207", "looks mistyped"),
        ("soon", "couldn’t find a date"),
        ("x" * 1_000, "couldn’t find a date"),
    ],
)
async def test_a_target_needs_a_day_that_can_be_meant(office: Office, day: str, told: str) -> None:
    await office.talk((MO, f"set the target for 10 to {day}", [told, "not: Save this?"]), (MO, "cancel", "dropped"))

    assert await trail(office) == []


@pytest.mark.parametrize(
    "text",
    [
        "set target for 10 to 31/3",
        "change the deadline for 10 to 31 March 2027",
        "give 10 a target of 31 March 2027",
        "10 should be done by 31 March 2027",
        "set rec 10's target to end of March",
    ],
)
async def test_a_target_can_be_set_in_other_words(office: Office, text: str) -> None:
    await office.talk((MO, text, ["target of Recommendation 10 would be 31 March 2027", "Save this?"]))


async def test_a_lead_asks_for_an_extension_and_a_manager_grants_it(office: Office) -> None:
    await office.talk(
        *TARGET,
        (SUE, "extend 10 to 30 June 2027", "Why is more time needed?"),
        (SUE, "waiting on health partners", ["from 31 March 2027 to 30 June 2027", "Save this?"]),
        (SUE, "yes", ["Saved", "stays 31 March 2027 until a manager has decided"]),
        (STAN, "what's the target of 10?", ["31 March 2027", "asked", "30 June 2027"]),
        (MO, "grant extension 10", ["Sue Myers asked", "waiting on health partners", "Save this?"]),
        (MO, "yes", ["Saved", "now 30 June 2027"]),
        (MO, "grant extension 10", "Nobody has asked"),
    )

    assert [e.granted for e in await office.store.all(EXTENSIONS)] == [True]


async def test_a_refused_extension_leaves_the_target(office: Office) -> None:
    await office.talk(
        *TARGET,
        (SUE, "can i have more time for 10 until 30 June 2027 because staff left", "Save this?"),
        (SUE, "yes", "Saved"),
        (MO, "refuse the extension for 10", "Save this?"),
        (MO, "yes", ["Saved", "stays 31 March 2027"]),
    )


@pytest.mark.parametrize("who", [GANI, STAN, ADA, STRANGER])
async def test_only_a_lead_asks_for_an_extension(office: Office, who: Person) -> None:
    await office.talk(*TARGET, (who, "extend 10 to 30 June 2027: I like it", ["can’t post", "Sue Myers leads it"]))

    assert await office.store.all(EXTENSIONS) == ()


async def test_an_extension_needs_a_target_and_a_later_day(office: Office) -> None:
    await office.talk(
        (SUE, "extend 10 to 30 June 2027: staff left", "No target is set"),
        *TARGET,
        (SUE, "extend 10 to 1 March 2027: staff left", "isn’t later"),
    )


async def test_a_second_request_tells_of_the_open_one_and_both_stay_on_record(office: Office) -> None:
    await office.talk(
        *TARGET,
        (SUE, "extend 10 to 30 June 2027: waiting on health partners", ["Save this?", "not: would take its place"]),
        (SUE, "yes", "Saved"),
        (
            SUE,
            "extend 10 to 31 July 2027: staff left",
            [
                "Reason: “staff left”",
                "Sue Myers asked on 23 November 2026 to extend it to 30 June 2027: “waiting on health partners”",
                "would take its place",
                "Save this?",
            ],
        ),
        (SUE, "yes", "Saved"),
        (STAN, "what's the target of 10?", ["31 July 2027", "not: 30 June"]),
        (MO, "weekly summary", ["31 July 2027"]),
    )

    first, second = await office.store.all(EXTENSIONS)
    assert (first.replaced, second.replaced) == (office.now, None)
    said = [(e.what, (e.before or {}).get("reason"), (e.after or {}).get("reason")) for e in (await trail(office))[-2:]]
    assert said == [
        ("extension asked for", None, "staff left"),
        ("extension replaced", "waiting on health partners", "waiting on health partners"),
    ]


async def test_what_was_asked_before_the_officers_yes_is_shown_instead(office: Office) -> None:
    await office.talk(
        *TARGET,
        (MAY, "assign 10 to Sue Myers and me", "Save this?"),
        (MAY, "yes", "Saved"),
        (SUE, "extend 10 to 30 June 2027: waiting on health partners", "Save this?"),
        (MAY, "extend 10 to 31 July 2027: staff left", "Save this?"),
        (MAY, "yes", "Saved"),
        (
            SUE,
            "yes",
            ["changed since I asked", "nothing has been saved", "May Manager asked", "staff left", "Save this?"],
        ),
    )

    assert [e.reason for e in await office.store.all(EXTENSIONS)] == ["staff left"]


async def test_a_request_that_was_replaced_is_not_decided(office: Office) -> None:
    await office.talk(
        *TARGET,
        (SUE, "extend 10 to 30 June 2027: waiting on health partners", "Save this?"),
        (SUE, "yes", "Saved"),
        (MO, "grant the extension of 10", "Save this?"),
        (SUE, "extend 10 to 31 July 2027: staff left", "Save this?"),
        (SUE, "yes", "Saved"),
        (MO, "yes", ["changed since I asked", "nothing has been saved", "31 July 2027", "Save this?"]),
    )

    assert [e.granted for e in await office.store.all(EXTENSIONS)] == [None, None]


async def test_the_one_extension_that_waits_needs_no_number(office: Office) -> None:
    await office.talk(
        (MO, "grant the extension", "Nobody has asked for an extension that is still to be decided"),
        *TARGET,
        (SUE, "extend 10 to 30 June 2027: staff left", "Save this?"),
        (SUE, "yes", "Saved"),
        (MO, "who leads 12?", []),
        (MO, "grant the extension", ["Recommendation 10", "Save this?"]),
        (MO, "no", "Nothing has changed"),
        (SUE, "grant the extension", "Only a manager"),
        (MO, "set the target for 8 to 31 March 2027", "Save this?"),
        (MO, "yes", "Saved"),
        (SUE, "extend 8 to 30 June 2027: staff left", "Save this?"),
        (SUE, "yes", "Saved"),
        (MO, "who leads 12?", []),
        (MO, "refuse the extension", ["Recommendations 8 and 10", "Which one"]),
        (MO, "what's the latest on 8?", []),
        (MO, "refuse the extension", ["Recommendation 8", "Save this?"]),
    )


@pytest.mark.parametrize("text", ["extend 10 and 4 to 30 June 2027: staff left", "grant the extension of 10 and 4"])
async def test_extensions_are_taken_one_at_a_time(office: Office, text: str) -> None:
    await office.talk(*TARGET, (MO, text, ["One recommendation at a time", "Nothing has been saved"]))


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("😀", "Why is it changed?"),
        ("\x07bell", "can’t be shown"),
        ("\u202eevil", "can’t be shown"),
        ("word " * 450, "characters, and it holds up to 2,000"),
        (" ", "Why is it changed?"),
    ],
)
async def test_a_reason_that_cannot_be_read_is_asked_for_again(office: Office, reason: str, told: str) -> None:
    await office.talk(
        *TARGET,
        (MO, f"move the target for 10 to 30 April 2027: {reason}", [told, "not: Save this?"]),
        (MO, reason, [] if reason == " " else [told, "not: Save this?"]),
        (MO, "yes", "not: Saved. The target"),
        (MO, "health is late", ["“health is late”", "Save this?"]),
    )

    assert len(await office.store.all(TARGETS)) == 1


async def test_a_yes_takes_the_day_that_was_probably_meant(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10 to 31 March 2207: Ofsted", "Say “yes” for 31 March 2027, or give another date"),
        (MO, "yes", ["would be 31 March 2027", "“Ofsted”", "Save this?"]),
        (MO, "yes", "Saved"),
        (SUE, "extend 10 to 31 June 2027", "Say “yes” for 30 June 2027"),
        (SUE, "yes", "Why is more time needed?"),
        (SUE, "staff left", ["to 30 June 2027", "Save this?"]),
    )


async def test_a_reason_that_came_with_a_bad_day_is_not_asked_for_again(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10 to 30 February 2027: Ofsted asked", "no such day"),
        (MO, "28 February 2027.", ["28 February 2027", "“Ofsted asked”", "Save this?"]),
        (MO, "yes", "Saved"),
        (SUE, "extend 10 to soonish: staff left", "couldn’t find a date"),
        (SUE, "30 June 2027", ["30 June 2027", "“staff left”", "Save this?"]),
    )


async def test_nobody_grants_their_own_extension(office: Office) -> None:
    await office.talk(
        *TARGET,
        (MAY, "assign 10 to me", "Save this?"),
        (MAY, "yes", "Saved"),
        (MAY, "extend 10 to 30 June 2027: staff left", "Save this?"),
        (MAY, "yes", "Saved"),
        (MAY, "grant the extension of 10", "another manager decides"),
        (MO, "grant the extension of 10", "Save this?"),
    )


async def test_a_manager_signs_off_what_is_complete(office: Office) -> None:
    await office.talk(
        (MO, "sign off 10", ["isn’t reported complete", "no update yet"]),
        *COMPLETE,
        (MO, "what's awaiting sign-off?", "Recommendation 10"),
        (MO, "sign off 10", ["Sue Myers reported", "no evidence", "Save this?"]),
        (MO, "yes", ["Saved", "complete (blue)"]),
        (MO, "sign off 10", "signed off already"),
        (STAN, "who signed off 10?", ["Mo Manager", "23 November 2026"]),
    )

    assert [u.status for u in await updates(office)] == [Status.AWAITING_SIGN_OFF, Status.COMPLETE]


async def test_who_reported_it_complete_does_not_sign_it_off(office: Office) -> None:
    await office.talk(
        (MO, "assign 10 to me", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "update 10: complete – all schools trained", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "sign off 10", "another manager"),
        (MO, "send 10 back: hm", "another manager"),
        (MAY, "sign off 10", "Save this?"),
        (MAY, "yes", "Saved"),
    )


async def test_it_is_sent_back_with_a_reason_that_the_lead_reads(office: Office) -> None:
    await office.talk(
        *COMPLETE,
        (MO, "send 10 back", "Why does Recommendation 10 go back?"),
        (MO, "yes", "Why"),
        (MO, "no evidence yet", ["“no evidence yet”", "Save this?"]),
        (MO, "yes", "Saved"),
        (SUE, "update 10", ["sent back by Mo Manager", "no evidence yet"]),
    )

    assert [u.kind for u in await updates(office)] == [Kind.REPORT, Kind.SENT_BACK]


async def test_what_changed_before_the_managers_yes_is_shown_instead(office: Office) -> None:
    await office.talk(
        *COMPLETE,
        (MO, "sign off 10", "Save this?"),
        (SUE, "update 10: complete – and all parents told", "Save this?"),
        (SUE, "yes 10", "Saved"),
        (MO, "yes", ["changed since I asked", "nothing has been saved", "all parents told", "Save this?"]),
        (SUE, "update 10: red – two schools are missing", "Save this?"),
        (SUE, "yes 10", "Saved"),
        (MO, "yes", ["changed since I asked", "nothing has been saved", "isn’t reported complete", "off track"]),
        (MO, "yes", "Nothing is waiting"),
    )


async def test_a_lead_is_assigned_and_may_post_from_then_on(office: Office) -> None:
    await office.talk(
        (SUE, "update 4: green – begun", "can’t post"),
        (MO, "assign 4 to sue", ["I took “sue” for Sue Myers", "Save this?"]),
        (MO, "yes", "Sue Myers now leads Recommendation 4"),
        (STAN, "who leads 4?", ["^Sue Myers", "leads Recommendation 4.", "assigned Recommendation 4 to Sue Myers on"]),
        (SUE, "update 4: green – begun", "Save this?"),
        (SUE, "cancel", "dropped"),
        (MO, "unassign 4", "Save this?"),
        (MO, "yes", "led by nobody"),
        (SUE, "update 4: green – begun", "can’t post"),
    )

    assert len(await office.store.all(ASSIGNMENTS)) == 2


async def test_an_assignment_counts_in_every_answer_on_leads_and_the_documents_is_told_beside_it(
    office: Office,
) -> None:
    differs = "The document names no lead officer for it."
    await office.talk(
        (MO, "assign 4 to Sue Myers", "Save this?"),
        (MO, "yes", "Saved"),
        (STAN, "who leads 4?", ["not: No lead officer is recorded", differs, "Source: assignment by Mo"]),
        (STAN, "does recommendation 4 have a lead?", ["^Yes. Sue Myers", differs]),
        (STAN, "which have no lead?", ["4 of the 15", "5, 6, 7 and 15.", "assigned Recommendation 4", differs]),
        (STAN, "what does sue myers lead?", ["Recommendations 4, 8 and 10", differs]),
        (STAN, "who is sue myers?", ["leads Recommendations 4, 8 and 10", differs]),
        (STAN, "tell me about recommendation 4", ["Lead: Sue Myers", differs]),
        (STAN, "which have no lead and no target?", ["Recommendations 5, 6, 7 and 15", "not: Recommendation 4"]),
    )


async def test_an_assignment_over_the_documents_lead_says_whom_the_document_names(office: Office) -> None:
    await office.talk(
        (MO, "assign 12 to Sue Myers", "Save this?"),
        (MO, "yes", "Saved"),
        (STAN, "who leads 12?", ["^Sue Myers", "The document names Sandi Pennington for it."]),
        (STAN, "what does Sandi Pennington lead?", ["assigned Recommendation 12 to Sue Myers"]),
    )


async def test_who_was_assigned_is_told_only_where_leads_are_asked_for(office: Office) -> None:
    await office.talk(
        (MO, "assign 4 to Sue Myers", "Save this?"),
        (MO, "yes", "Saved"),
        (STAN, "timescale of 4", "not: assigned"),
        (STAN, "which are accepted in principle?", "not: assigned"),
        (STAN, "who leads 10?", "not: assigned"),
    )


async def test_the_card_shows_the_lead_that_the_council_assigned(office: Office) -> None:
    await office.talk((MO, "assign 4 to Sue Myers", "Save this?"), (MO, "yes", "Saved"))
    reply = await office.say(STAN, "timescale of 4")

    assert "Sue Myers, Head of EIP Service (assigned by the council)" in str(reply.card)


async def test_the_councils_own_target_comes_before_the_documents_dates(office: Office) -> None:
    own = "^The council’s own target for Recommendation 10 is 31 March 2027 (set by Mo Manager on 23 November 2026)."
    await office.talk(
        (STAN, "when is 10 due?", "not: council’s own"),
        *TARGET,
        (STAN, "when is 10 due?", [own, "The document: Recommendation 10 gives these dates: by September 2011"]),
        (STAN, "deadline for 10", own),
        (STAN, "what is due in 2027?", [own, "The document: None of the 15"]),
        (STAN, "what is due in 2028?", "not: council’s own"),
        (STAN, "who leads 10?", "not: council’s own"),
        (SUE, "whats my deadline", ["Recommendation 10", "target 31 March 2027", "not: Recommendation 4"]),
    )

    office.later(days=200)
    await office.talk((STAN, "when is 10 due?", "(set by Mo Manager on 23 November 2026), overdue by 72 days."))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("assign 4 to Bob Nobody", "don’t know anybody called Bob Nobody"),
        ("assign 4", "Who is to lead"),
        ("make Sue Myers the lead of 4", "Sue Myers would lead"),
        ("assign 4 to gani and sue", "Gani Martins and Sue Myers would lead"),
        ("assign 4 from gani to sue myers", "Sue Myers would lead"),
        ("assign 4 to me", "Mo Manager would lead"),
        ("assign 4 to sue because gani is on leave", "Reason: “gani is on leave”"),
        ("assign 4 to Sue Myers: Gani is on leave", "Reason: “Gani is on leave”"),
        ("assign 4 to Sue Myers as the lead officer", "Sue Myers would lead Recommendation 4. The document"),
    ],
)
async def test_names_are_taken_as_they_are_meant(office: Office, text: str, told: str) -> None:
    await office.talk((MO, text, told))


async def test_an_assignment_is_kept_with_its_reason(office: Office) -> None:
    await office.talk(
        (MO, "assign 4 to Sue Myers: Gani is on leave", "Save this?"),
        (MO, "yes", "Saved"),
        (STAN, "who leads 4?", ["Sue Myers", "“Gani is on leave”"]),
        (MO, "unassign 4 because she is back", ["“she is back”", "Save this?"]),
        (MO, "yes", "Saved"),
    )

    assert [a.reason for a in await office.store.all(ASSIGNMENTS)] == ["Gani is on leave", "she is back"]


async def test_a_lead_lets_somebody_post_and_ends_that(office: Office) -> None:
    await office.talk(
        (STAN, "update 10: green – begun", "can’t post"),
        (SUE, "let Stan Staff post for me", ["Stan Staff could post updates for Sue Myers", "Save this?"]),
        (SUE, "yes", "Saved"),
        (STAN, "update 10: green – begun", "Save this?"),
        (SUE, "stop Stan Staff posting for me", "Save this?"),
        (SUE, "yes", "Saved"),
        (STAN, "yes", "can’t post on Recommendation 10"),
    )

    assert await updates(office) == []
    assert [d.ended is None for d in await office.store.all(DELEGATIONS)] == [False]


async def test_a_delegate_is_found_like_anybody_and_asked_about_where_nobody_can_know(office: Office) -> None:
    await office.talk(
        (SUE, "let Stan Staf post for me", ["don’t know anybody called “Stan Staf”", "Did you mean Stan Staff"]),
        (SUE, "yes", ["Stan Staff could post updates for Sue Myers", "Save this?"]),
        (SUE, "no", "Nothing has changed"),
        (SUE, "let stan@example.gov.uk post for me", "Stan Staff could post updates for Sue Myers"),
        (SUE, "no", "Nothing has changed"),
        (SUE, "let Bob Nobody post for me", ["don’t know anybody called “Bob Nobody”", "To add somebody"]),
        (MO, "Stan Staff may post for Sue Meyers", ["No recommendation names “Sue Meyers”", "Did you mean Sue Myers"]),
        (MO, "yes", ["Stan Staff could post updates for Sue Myers", "Save this?"]),
        (MO, "yes", "Saved"),
        (MO, "stop stan@example.gov.uk posting for Sue Myers", "could no longer post"),
        (STAN, "let Mo Manager post for me", "aren’t linked to a lead’s name"),
        (MO, "let Stan Staff post for Anna Karenina", "don’t know a lead called Anna Karenina"),
        (MO, "let me post for Sue Myers", "Mo Manager could post updates for Sue Myers"),
    )


async def test_whose_leads_are_several_says_for_which(office: Office) -> None:
    both = Member("tenant/sue", "tenant", "sue", "Sue Myers", "sue@example.gov.uk", leads=("Sue Myers", "Gani Martins"))
    await office.store.transact(lambda transaction: transaction.put(MEMBERS, both))

    await office.talk(
        (SUE, "let Stan Staff post for me", ["several leads", "Sue Myers or Gani Martins"]),
        (SUE, "Gani", ["Stan Staff could post updates for Gani Martins", "Save this?"]),
    )


@pytest.mark.parametrize("who", [GANI, STAN, ADA, STRANGER])
async def test_nobody_lets_themselves_post_for_somebody_else(office: Office, who: Person) -> None:
    await office.talk((who, "let Stan Staff post for Sue Myers", "Only"), (who, "yes", "not: Saved"))

    assert await office.store.all(DELEGATIONS) == ()


FAMILY = "the Example family of Elm Street was visited"


async def test_redacted_words_are_gone_everywhere_and_the_fact_stays(office: Office) -> None:
    await office.talk(
        (SUE, f"update 10: amber – {FAMILY}", "Save this?"),
        (SUE, "yes", "Saved"),
        (SUE, f"update 10: red – {FAMILY}", "Save this?"),
    )
    kept = Conversation("elsewhere", unsent={"lost": (f"On 23 November Sue reported: “{FAMILY}”.", "other words")})
    await office.store.save_conversation(kept)

    await office.talk(
        (MO, "redact the last update on 10", ["gone for good", "Remove this for good?"]), (MO, "yes", "Done")
    )

    (update,) = await updates(office)
    assert (update.narrative, update.redacted) == (REDACTED, office.now)
    assert FAMILY not in str(await trail(office))
    assert "update redacted" in [entry.what for entry in await trail(office)]
    assert FAMILY not in str(await office.store.conversation("chat"))
    assert (await office.store.conversation("elsewhere")).unsent["lost"] == (UNSAYABLE, "other words")
    for question in ("history of 10", "latest on 10", "what changed this week?", "update 10"):
        await office.talk((SUE, question, "not: Elm Street"))


async def test_several_updates_are_told_apart_by_day(office: Office) -> None:
    await office.talk((SUE, "update 10: amber – words one", "Save this?"), (SUE, "yes", "Saved"))
    office.later(days=1)
    await office.talk(
        (SUE, "update 10: red – words two", "Save this?"),
        (SUE, "yes 10", "Saved"),
        (MO, "redact 10", ["Which one", "23 November 2026", "24 November 2026"]),
        (MO, "redact 10 of 23 November", "Remove this for good?"),
        (MO, "yes", "Done"),
    )

    assert [u.narrative for u in await updates(office)] == [REDACTED, "words two"]


async def test_a_yes_that_arrives_twice_does_it_once(office: Office) -> None:
    await office.talk(*TARGET, (MO, "yes", "Nothing is waiting"))

    assert len(await office.store.all(TARGETS)) == 1


@pytest.mark.parametrize("question", ["who leads 10 now", "who leads 4 now", "who takes over 10 now"])
async def test_a_question_who_leads_assigns_nobody(office: Office, question: str) -> None:
    await office.talk((MO, question, ["not: Save this?", "not: I don’t know anybody"]))


async def test_an_old_cards_yes_is_no_yes_to_what_is_asked_now(office: Office) -> None:
    """Pressed while something else waits, it shows that again; only its own yes does it."""
    first = await office.say(MO, "set the target for 10 to 31 March 2027")
    assert first.card is not None
    old = first.card["actions"][0]["data"]
    second = await office.say(MO, "assign 4 to Gani Martins")
    assert second.card is not None

    pressed = await office.say(MO, old.pop("say"), **old)

    assert "Gani Martins" in pressed.text
    assert not await office.store.all(ASSIGNMENTS)
    assert not await office.store.all(TARGETS)

    own = dict(second.card["actions"][0]["data"])
    await office.say(MO, own.pop("say"), **own)
    assert len(await office.store.all(ASSIGNMENTS)) == 1


async def test_it_is_what_was_just_spoken_of(office: Office) -> None:
    await office.talk(
        *TARGET,
        (SUE, "latest on 10", "Recommendation 10"),
        (SUE, "extend it by a month because of leave", ["to 30 April 2027", "Reason: “leave”", "Save this?"]),
        (SUE, "yes", "Saved"),
        (MO, "refuse it: no", ["You would refuse that", "Reason: “no”"]),
        (MO, "actually grant it", ["You would grant that", "Save this?"]),
        (MO, "yes", "The extension is granted"),
    )


@pytest.mark.parametrize(
    ("order", "day"),
    [("set target 10 end of march", "31 March 2027"), ("set the target 10 to 1 May 2027", "1 May 2027")],
)
async def test_a_target_needs_no_for(office: Office, order: str, day: str) -> None:
    await office.talk((MO, order, [f"The target of Recommendation 10 would be {day}", "Save this?"]))


async def test_a_day_isnt_taken_for_a_recommendation(office: Office) -> None:
    await office.talk((MO, "set the target 10 March 2027", "not: Recommendation 10 would be"))


async def test_a_manager_is_told_where_what_waits_for_them_is(office: Office) -> None:
    await office.talk((MO, "what's waiting for me", ["Nothing is yours", "weekly summary"]))


async def test_only_what_stands_in_the_way_is_named(office: Office) -> None:
    await office.talk(
        *TARGET,
        (
            MO,
            "remove the target for 10 and 5: over",
            ["No target is set for Recommendation 5,", "Nothing has been saved"],
        ),
        (MO, "assign 4 to Gani Martins", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "unassign 4, 5 and 6", ["Recommendations 5 and 6 aren’t assigned", "Nothing has been saved"]),
    )


async def test_a_reason_is_put_right_before_it_is_saved(office: Office) -> None:
    await office.talk(
        *COMPLETE,
        (MO, "send 10 back: no evidence", "Save this?"),
        (MO, "change it to needs the minutes", ["Reason: “needs the minutes”", "not: no evidence", "Save this?"]),
        (MO, "yes", "Saved"),
    )
