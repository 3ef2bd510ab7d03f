"""The lead officers, their roles, and who leads the most; expected values are the document's."""

import pytest

from dialogs.answers import leads
from knowledge.library import Knowledge
from knowledge.model import Lead
from knowledge.questions.answer import LeadOfficers
from knowledge.questions.searching.index import Index
from tests.builders import a_programme, a_recommendation
from tests.dialogs.talking import Talk


@pytest.fixture
def index(knowledge: Knowledge) -> Index:
    return knowledge.indexes[0]


def led(*each: tuple[Lead, ...]) -> Index:
    """A programme whose first recommendation is led by the first, and so on."""
    recs = tuple(a_recommendation(ref=str(n), leads=who) for n, who in enumerate(each, start=1))
    return Index(a_programme(recommendations=recs))


async def test_all_lead_officers_are_listed_with_roles_and_numbers(talk: Talk) -> None:
    await talk(
        (
            "who are the lead officers?",
            [
                "^5 lead officers are named:",
                "- Julie Moss, Head of Service Children in Need/Child Protection (also given as Head of Children in "
                "Need and Child Protection): Recommendations 1 and 13",
                "- Gani Martins, Assistant Director, Specialist Services: Recommendations 2, 3, 11 and 14",
                "- Sandi Pennington, Service Manager, Training and Development: Recommendations 11 and 12",
                "_Source: Munro response, Lead Officer_",
            ],
        )
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "who is Gani Martins?",
            "Gani Martins is Assistant Director, Specialist Services, and leads Recommendations 2, 3,",
        ),
        (
            "who is Sue Myers?",
            "Sue Myers is Head of EIP Service (also given as Head of Early Intervention and Prevention), and leads "
            "Recommendations 8 and 10.",
        ),
        (
            "what is Sharon Hubber's role?",
            "Sharon Hubber is Head of Service Safeguarding (also given as Head of Safeguar",
        ),
    ],
)
async def test_one_lead_officer_is_a_sentence(talk: Talk, question: str, expected: str) -> None:
    await talk((question, f"^{expected}"))


async def test_who_leads_the_most(talk: Talk) -> None:
    await talk(
        ("who leads the most?", "^Gani Martins leads the most, 4 recommendations: Recommendations 2, 3, 11 and 14.")
    )


async def test_several_who_lead_the_fewest(talk: Talk) -> None:
    await talk(
        ("who leads the fewest?", "^4 people lead the fewest, 2 recommendations each: Julie Moss (1, 13), Sharon")
    )


def test_a_role_that_isnt_recorded_is_said_to_be_so() -> None:
    said = leads.say(LeadOfficers(("Ann Ode",)), led((Lead("Ann Ode", ""),)))

    assert said.startswith("Ann Ode’s role isn’t recorded. They lead Recommendation 1.")


def test_a_list_leaves_out_roles_that_arent_recorded() -> None:
    index = led((Lead("Ann Ode", ""),), (Lead("Bo Peep", "Shepherd"),))

    said = leads.say(LeadOfficers(("Ann Ode", "Bo Peep")), index)

    assert "- Ann Ode: Recommendation 1\n- Bo Peep, Shepherd: Recommendation 2" in said


def test_three_roles_are_all_given() -> None:
    index = led((Lead("Ann Ode", "Clerk"),), (Lead("Ann Ode", "Head clerk"),), (Lead("Ann Ode", "Director"),))

    said = leads.say(LeadOfficers(("Ann Ode",)), index)

    assert said.startswith(
        "Ann Ode is Clerk (also given as Head clerk and Director), and leads Recommendations 1, 2 and 3."
    )


async def test_who_leads_the_most_is_spoken_of_from_then_on(talk: Talk) -> None:
    await talk(
        ("who leads the most", "Gani Martins"),
        ("what are her deadlines?", ["Gani Martins leads 4", "Recommendation 14: by April 2012"]),
    )


async def test_she_is_who_was_spoken_of_beside_a_number(talk: Talk) -> None:
    await talk(("who's the lead on 10", "Sue Myers"), ("is she also on 12", "No. Sandi Pennington"))


async def test_what_else_somebody_leads_is_no_call_for_help(talk: Talk) -> None:
    await talk(
        ("who leads 2?", "Gani Martins"),
        ("what else do they lead", "Recommendations 2, 3, 11 and 14"),
        ("what else can you do", "You can ask"),
    )


def test_leading_one_is_said_in_the_singular() -> None:
    index = led((Lead("Ann Ode", ""),))

    assert leads.say(LeadOfficers(("Ann Ode",), "most"), index).startswith(
        "Ann Ode leads the most, one recommendation: Recommendation 1."
    )


@pytest.mark.parametrize("tally", ["", "most", "fewest"])
def test_nobody_leads_anything(tally: str) -> None:
    assert leads.say(LeadOfficers((), tally), led(())).startswith("No lead officers are recorded.")


@pytest.mark.parametrize(
    "words", ["who is the manager for 10", "who's the contact for rec 10?", "who is the boss of 10"]
)
async def test_whoever_is_the_manager_of_a_recommendation_is_its_lead(talk: Talk, words: str) -> None:
    await talk((words, "Sue Myers, Head of Early Intervention and Prevention, leads Recommendation 10."))
