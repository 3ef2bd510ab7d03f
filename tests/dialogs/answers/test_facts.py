"""What is recorded of recommendations, in sentences; expected values are the document's."""

import pytest

from dialogs.answers import facts
from dialogs.ask import ask
from dialogs.turns.turn import Memory
from dialogs.words.phrases import MORE
from knowledge.library import Knowledge
from knowledge.model import Decision, Field, Lead
from knowledge.questions.answer import Facts
from knowledge.questions.searching.index import Index
from tests.builders import a_milestone, a_programme, a_recommendation
from tests.dialogs.talking import Talk, answer_of, reply_to, source_of
from tests.knowledge.questions.elsewhere import libraries

LEADS = [
    ("1", "Julie Moss (Head of Service Children in Need/Child Protection) and Sharon Hubber (Head of Service"),
    ("2", "Gani Martins, Assistant Director, Specialist Services, leads Recommendation 2."),
    ("3", "Gani Martins, Assistant Director, Specialist Services, leads Recommendation 3."),
    ("4", "No lead officer is recorded for Recommendation 4."),
    ("5", "No lead officer is recorded for Recommendation 5."),
    ("6", "No lead officer is recorded for Recommendation 6."),
    ("7", "No lead officer is recorded for Recommendation 7."),
    ("8", "Sue Myers, Head of EIP Service, leads Recommendation 8."),
    ("9", "Sharon Hubber, Head of Safeguarding, leads Recommendation 9."),
    ("10", "Sue Myers, Head of Early Intervention and Prevention, leads Recommendation 10."),
    ("11", "Gani Martins (Assistant Director, Specialist Services) and Sandi Pennington (Service Manager, Training"),
    ("12", "Sandi Pennington, Service Manager, Training and Development, leads Recommendation 12."),
    ("13", "Julie Moss, Head of Children in Need and Child Protection, leads Recommendation 13."),
    ("14", "Gani Martins, Assistant Director, Specialist Services, leads Recommendation 14."),
    ("15", "No lead officer is recorded for Recommendation 15."),
]
DATES = [
    ("1", ["by July 2012", "by December 2011"]),
    ("2", ["July 2011", "by May 2012"]),
    ("4", ["by December 2011", "by May 2012"]),
    ("5", ["^No date is given for Recommendation 5.", "as soon as practicable"]),
    ("6", ["by December 2011"]),
    ("7", ["autumn 2011"]),
    ("8", ["by September 2011"]),
    ("9", ["second half of 2011", "over the summer (no year given)"]),
    ("11", ["around November 2011", "by Autumn 2012"]),
    ("12", ["by the end of 2012", "by summer 2012"]),
    ("13", ["^No date is given for Recommendation 13.", "a realistic pace determined locally"]),
    ("14", ["by April 2012", "by July 2012"]),
    ("15", ["by late 2012"]),
]
DECIDED = [
    *((ref, f"The Government accepted Recommendation {ref}.") for ref in "1 2 3 4 5 11 12 13 14".split()),
    *((ref, f"Recommendation {ref} was accepted in principle by the Government.") for ref in "6 7 8 10 15".split()),
    ("9", "The Government’s decision on Recommendation 9 is “Consider further”: not accepted, not rejected."),
]


@pytest.mark.parametrize(("ref", "expected"), LEADS)
async def test_who_leads_is_said_first(talk: Talk, ref: str, expected: str) -> None:
    await talk((f"who leads recommendation {ref}?", f"^{expected}"))


@pytest.mark.parametrize(("ref", "expected"), DATES)
async def test_dates_are_said_with_the_timescale_they_come_from(talk: Talk, ref: str, expected: list[str]) -> None:
    await talk((f"what is the timescale for recommendation {ref}?", [*expected, "Its timescale says: “"]))


@pytest.mark.parametrize(("ref", "expected"), DECIDED)
async def test_what_was_decided_is_a_sentence(talk: Talk, ref: str, expected: str) -> None:
    await talk((f"what was decided on recommendation {ref}?", f"^{expected}"))


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("who leads recommendation 10?", "Munro response, Recommendation 10, Lead Officer"),
        ("timescale for recommendation 10", "Munro response, Recommendation 10, Timescale"),
        (
            "what was decided on recommendation 10?",
            "Munro response, Recommendation 10, Government response: “Accept in principle”",
        ),
        (
            "who leads recommendation 10 and was it accepted?",
            "Munro response, Recommendation 10, Lead Officer and Government response: “Accept in principle”",
        ),
        (
            "what did the Government say on 9?",
            "Munro response, Recommendation 9, Government response: “Consider further”",
        ),
        (
            "what was decided on 6 and 9?",
            "Munro response, Recommendations 6 and 9, "
            "Government response: “Accept in principle” and “Consider further”",
        ),
        (
            "what was decided on 1 and 2?",
            "Munro response, Recommendations 1 and 2, Government response: “Accept”",
        ),
        (
            "what was decided on 1, 2, 3, 4 and 5?",
            "Munro response, Recommendations 1, 2, 3, 4 and 5, Government response",
        ),
        ("what is our position on recommendation 10?", "Munro response, Recommendation 10, Salford Position"),
        ("what does recommendation 10 say?", "Munro response, Recommendation 10"),
        ("who leads recommendations 9 and 10?", "Munro response, Recommendations 9 and 10, Lead Officer"),
    ],
)
async def test_each_fact_says_where_it_stands(knowledge: Knowledge, question: str, source: str) -> None:
    assert source_of(await reply_to(question, knowledge)) == source


async def test_the_response_begins_with_the_decision(talk: Talk) -> None:
    await talk(
        (
            "what is the response to recommendation 2?",
            "^The Government accepted Recommendation 2. Its response: “The Government accepts that inspection should",
        )
    )


async def test_a_response_read_whole_still_names_its_recommendation(talk: Talk) -> None:
    await talk(
        ("what is the response to recommendation 10?", MORE),
        ("more", "^The Government’s response to Recommendation 10: “"),
    )


async def test_three_facts_are_a_list_and_two_are_not(talk: Talk) -> None:
    await talk(
        ("who leads 9, 10 and 13?", ["^- Sharon Hubber", "- Sue Myers", "- Julie Moss"]),
        ("who leads 9 and 10?", ["^Sharon Hubber", "not: - S"]),
    )


async def test_several_fields_of_one_recommendation_come_together(talk: Talk) -> None:
    await talk(("who leads recommendation 10 and when is it due?", ["Sue Myers", "by September 2011"]))


async def test_an_overview_gives_the_wording_and_the_facts(talk: Talk) -> None:
    await talk(
        (
            "tell me about recommendation 11",
            [
                "^Recommendation 11 says: “The Social Work Reform Board’s Professional Capabilities Framework",
                "- Theme 3, “Developing social work expertise and supporting effective practice”",
                "- Decision: accepted",
                "- Lead: Gani Martins (Assistant Director, Specialist Services) and Sandi Pennington (Service Manager",
                "- Dates: around November 2011 and by Autumn 2012",
            ],
        )
    )


async def test_a_choice_between_decisions_is_answered_without_yes(talk: Talk) -> None:
    await talk(("was rec 10 accepted in full or in principle?", ["^Recommendation 10 was accepted in principle"]))


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (Decision.ACCEPT, "The Council accepted Recommendation 2."),
        (Decision.ACCEPT_IN_PART, "Recommendation 2 was accepted in part by the Council."),
        (Decision.ACCEPT_IN_PRINCIPLE, "Recommendation 2 was accepted in principle by the Council."),
        (Decision.REJECT, "The Council rejected Recommendation 2."),
        (Decision.NOTED, "The Council noted Recommendation 2."),
        (Decision.NOT_STATED, "No decision is stated for Recommendation 2."),
    ],
)
def test_every_decision_has_its_sentence(decision: Decision, expected: str) -> None:
    rec = a_recommendation(decision=decision)
    index = Index(a_programme(recommendations=(rec,), labels={Field.RESPONSE: "Council response"}))

    assert facts.decision(rec, index) == expected


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (Decision.ACCEPT, "Recommendation 2 was accepted."),
        (Decision.REJECT, "Recommendation 2 was rejected."),
        (
            Decision.CONSIDER_FURTHER,
            "The decision on Recommendation 2 is “Consider further”: not accepted, not rejected.",
        ),
    ],
)
def test_a_decision_needs_no_responder(decision: Decision, expected: str) -> None:
    rec = a_recommendation(decision=decision)

    assert facts.decision(rec, Index(a_programme(recommendations=(rec,)))) == expected


def test_three_leads_lead_together() -> None:
    rec = a_recommendation(leads=(Lead("Ann", "A"), Lead("Bo", ""), Lead("Cy", "C")))

    said = facts.leads(rec, Index(a_programme(recommendations=(rec,))))

    assert said == "Ann (A), Bo and Cy (C) lead Recommendation 2 together."


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        (("9",), "There is no Recommendation 9: the document has 2, numbered 1 to 2."),
        (("8", "9"), "There is no Recommendation 8 or Recommendation 9: the document has 2, numbered 1 to 2."),
    ],
)
def test_what_there_is_is_said_where_something_isnt(missing: tuple[str, ...], expected: str) -> None:
    programme = a_programme(recommendations=(a_recommendation(ref="1"), a_recommendation(ref="2")))

    assert facts.no_such(missing, Index(programme)) == expected


@pytest.mark.parametrize("field", [Field.ARGUMENT, Field.RESPONSE, Field.TIMESCALE, Field.POSITION])
def test_an_empty_field_is_said_to_be_empty(field: Field) -> None:
    rec = a_recommendation(argument="", response="", timescale="", position="", milestones=())
    index = Index(a_programme(recommendations=(rec,)))

    said = facts.say(Facts(refs=("2",), fields=(field,)), index)

    assert said.startswith("The document records nothing under “")
    assert "for Recommendation 2." in said


async def test_a_quotation_is_cut_at_a_sentence(knowledge: Knowledge) -> None:
    reply = await reply_to("what is our position on recommendation 10?", knowledge)

    assert answer_of(reply).endswith(MORE)
    assert len(answer_of(reply)) < 900


def test_a_date_that_is_the_whole_timescale_is_said_once_and_within_the_sentence() -> None:
    rec = a_recommendation(timescale="By March 2027.", milestones=(a_milestone(words="By March 2027"),))
    index = Index(a_programme(recommendations=(rec,)))

    said = facts.timescale(rec, index)

    assert said == f"Recommendation {rec.ref} gives this date: by March 2027."


def test_a_decision_that_is_not_stated_gets_neither_yes_nor_no() -> None:
    reply, _ = ask("did the government accept 4?", Memory(), libraries())

    assert reply.text.startswith("No decision is stated for Recommendation 4. Its response: “Not for the Council")
