from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.progress.model import Status
from knowledge.progress.reporting.report import Reported, reported

NOT_STARTED, ON_TRACK, AT_RISK = Status.NOT_STARTED, Status.ON_TRACK, Status.AT_RISK
OFF_TRACK, COMPLETE = Status.OFF_TRACK, Status.AWAITING_SIGN_OFF


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "amber – family CAF consultation started; next step pilot by 30 January 2027",
            Reported(AT_RISK, "family CAF consultation started", "pilot", "30 January 2027"),
        ),
        (
            "is now at risk because health partners haven't replied",
            Reported(AT_RISK, "because health partners haven't replied"),
        ),
        (
            "green, all 40 staff trained. Next step: evaluate in March. Evidence: minutes of 12 November, "
            "https://example.org/minutes",
            Reported(
                ON_TRACK,
                "all 40 staff trained.",
                "evaluate",
                "March",
                ("minutes of 12 November", "https://example.org/minutes"),
            ),
        ),
        ("still amber; nothing new", Reported(AT_RISK, "nothing new")),
        (
            "status amber narrative consultation started next step pilot date 30/1",
            Reported(AT_RISK, "consultation started", "pilot", "30/1"),
        ),
        (
            "complete - evidence at https://example.org/a?b=c#d",
            Reported(COMPLETE, evidence=("https://example.org/a?b=c#d",)),
        ),
        ("complete https://example.org/a", Reported(COMPLETE, evidence=("https://example.org/a",))),
        ("everything is going well", Reported(None, "everything is going well")),
        ("amber", Reported(AT_RISK)),
        ("AMBER.", Reported(AT_RISK)),
        ("🟠 waiting for health", Reported(AT_RISK, "waiting for health")),
        ("", Reported()),
        (" \n; – ", Reported()),
        (
            "Status: amber\nProgress: consultation started\nNext step: pilot\nDue: 30/1\nEvidence: minutes\n"
            "https://example.org/x.",
            Reported(AT_RISK, "consultation started", "pilot", "30/1", ("minutes", "https://example.org/x")),
        ),
        (
            "Status\nAmber\nNarrative\nConsultation started.\nTwo teams.\nNext step\nPilot by Friday",
            Reported(AT_RISK, "Consultation started.\nTwo teams.", "Pilot", "Friday"),
        ),
        ("**Status:** green\n**Next step:** pilot by 30/1", Reported(ON_TRACK, "", "pilot", "30/1")),
        ("- Status: green\n- Comments: all “fine”!", Reported(ON_TRACK, "all “fine”!")),
        ("RAG: G – all fine", Reported(ON_TRACK, "all fine")),
        ("amber next step pilot by 30/1", Reported(AT_RISK, "", "pilot", "30/1")),
        ("amber; our next steps are to pilot (by end of March).", Reported(AT_RISK, "", "pilot", "end of March")),
        ("amber, talks go on and the next step is a pilot in May", Reported(AT_RISK, "talks go on", "a pilot", "May")),
        ("amber, next: pilot, due 3 May", Reported(AT_RISK, "", "pilot", "3 May")),
        ("amber, next step: pilot by 31 February", Reported(AT_RISK, "", "pilot", "31 February")),
        ("amber, next step: pilot by half term", Reported(AT_RISK, "", "pilot by half term")),
        ("amber, next step: pilot by Easter", Reported(AT_RISK, "", "pilot", "Easter")),
        ("amber. Next step: pilot. Due: Easter", Reported(AT_RISK, "", "pilot.", "Easter")),
        (
            "amber; next step pilot by 30 January. Then evaluate it",
            Reported(AT_RISK, "", "pilot by 30 January. Then evaluate it", "30 January"),
        ),
        ("amber; next step by 30 January", Reported(AT_RISK, "", "", "30 January")),
        ("on track to pilot in March", Reported(ON_TRACK, "on track to pilot in March")),
        ("on track to open in late May", Reported(ON_TRACK, "on track to open in late May")),
        ("on track but staff are at risk of leaving", Reported(ON_TRACK, "but staff are at risk of leaving")),
        ("amber but improving", Reported(AT_RISK, "but improving")),
        ("green, on track for March", Reported(ON_TRACK, "on track for March")),
        ("at risk of slipping", Reported(AT_RISK, "at risk of slipping")),
        ("behind schedule – recruitment", Reported(OFF_TRACK, "recruitment")),
        ("green all staff trained", Reported(ON_TRACK, "all staff trained")),
        ("hasn't started, no funding yet", Reported(NOT_STARTED, "no funding yet")),
        ("done because all teams use it", Reported(COMPLETE, "because all teams use it")),
        ("complete, awaiting sign-off. All teams use it", Reported(COMPLETE, "All teams use it")),
        ("from green to amber because police left", Reported(AT_RISK, "because police left")),
        ("no longer red, now amber – police are back", Reported(AT_RISK, "police are back")),
        ("amber not green, police left", Reported(AT_RISK, "police left")),
        ("red, amber next month", Reported(OFF_TRACK, "amber next month")),
        ("consultation started, now amber", Reported(AT_RISK, "consultation started")),
        ("Consultation has started. Status: amber", Reported(AT_RISK, "Consultation has started.")),
        ("we met twice; status is amber. Police came", Reported(AT_RISK, "we met twice\nPolice came")),
        (
            "amber, see https://example.org/a for more",
            Reported(AT_RISK, "see https://example.org/a for more", evidence=("https://example.org/a",)),
        ),
        (
            "amber. Evidence: minutes; plan (v2) and https://example.org/b_(1)",
            Reported(AT_RISK, "", evidence=("minutes", "plan (v2)", "https://example.org/b_(1)")),
        ),
    ],
)
def test_typed_words_report_what_they_say(text: str, expected: Reported) -> None:
    assert reported(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "we reviewed 12 red cases",
        "red tape has slowed us",
        "green paper published",
        "not green, some slippage",
        "isn't on track",
        "80% complete",
        "almost complete",
        "12% of staff trained",
        "completed the pilot",
        "complete review of cases has begun",
        "behind the scenes work goes on",
        "The consultation is complete and the pilot begins in May",
        "amber/red, we think",
        "green soon",
        "training done",
        "status report sent to the board",
        "we looked at red, amber, green.",
        "on track to miss its target",
        "on track to be late",
        "on track to finish late",
        "green on paper but really red",
        "green in theory",
        "green, but really it's red",
        "on track but at risk - pilot late",
    ],
)
def test_a_status_is_only_looked_for_where_one_stands(text: str) -> None:
    assert reported(text) == Reported(None, text)


@pytest.mark.parametrize(
    "text",
    [
        "next steps were agreed with partners",
        "we agreed the next step with health",
        "Evidence gathered from schools shows good practice",
        "evidence-based practice was rolled out",
        "the update was late, and the date of the panel moved",
        "families said “what next?”",
        "links with schools are better",
    ],
)
def test_everyday_words_are_no_labels(text: str) -> None:
    assert reported(f"amber. {text}") == Reported(AT_RISK, text)


def test_a_date_too_long_to_be_one_stays_in_the_narrative_with_its_label() -> None:
    words = "Date: we met health, and they said that they would come back when the review of it is done"

    assert reported(f"amber. {words}") == Reported(AT_RISK, words)


_FRAGMENTS = st.sampled_from(
    "amber|green|red|on track|at risk|complete|not|is now|still|from|to|because|; next step|next step:|Next step\n|"
    "due:|by 30/1|by Friday|date|Evidence:|; evidence|evidence at|https://example.org/a|status|Status:|RAG:|narrative|"
    "Progress:|\n|–|,|.|;|- |**|12%|“|(|)|🟢".split("|")
)
_OWN_WORDS = st.sampled_from("zebra Quokka ibex's 47 x9".split())


@given(st.lists(st.one_of(_FRAGMENTS, _OWN_WORDS), max_size=14).map(" ".join))
def test_no_word_of_the_officer_gets_lost(text: str) -> None:
    found = reported(text)
    kept = " ".join([found.narrative, found.next_step, found.due_words, *found.evidence])

    for word in ("zebra", "Quokka", "ibex's", "47", "x9", "30/1", "12%", "https://example.org/a"):
        typed = len(re.findall(rf"(?<![\w/]){re.escape(word)}(?![\w/])", text))
        assert min(typed, 1) <= len(re.findall(re.escape(word), kept))


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    found = reported(text)

    assert found.narrative.strip() == found.narrative


@pytest.mark.parametrize(
    "piece",
    [
        ")",
        "https://a.example/b)",
        "next ",
        "a. ",
        "amber ",
        "Evidence: ",
        "by 30/1. ",
        " ",
        "\n",
        "—",
        "https://a ",
        "(",
    ],
)
def test_twenty_thousand_characters_are_read_as_well_as_twenty(piece: str) -> None:
    text = "amber – " + "zebra " + (piece * 20_000)[:20_000]

    assert reported(text).status is AT_RISK
