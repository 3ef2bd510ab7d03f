"""Of documents with similar names, each is chosen by its own, and every line says which it is about."""

from collections.abc import AsyncIterator, Sequence

import pytest

from knowledge.model import Programme
from knowledge.store import TinyStore
from tests.builders import a_programme, a_recommendation
from tests.office import GANI, MO, Office, an_office


def similar(names: Sequence[str], titles: Sequence[str]) -> list[Programme]:
    recommendations = (a_recommendation(ref="1"), a_recommendation(ref="2"))
    return [
        a_programme(name=name, title=title, reviewer="", recommendations=recommendations)
        for name, title in zip(names, titles, strict=True)
    ]


PLANS = similar(("care plan", "care plan 2026"), ("Care Home Action Plan 2025", "Care Home Action Plan 2026"))
TRACKERS = similar(("tracker", "tracker-south"), ("Action tracker", "Action tracker"))


@pytest.fixture(params=[PLANS, TRACKERS], ids=["titles", "one title"])
async def office(request: pytest.FixtureRequest) -> AsyncIterator[Office]:
    store = TinyStore.in_memory()
    yield await an_office(store, *request.param)
    await store.close()


def called(office: Office) -> list[str]:
    """What each is called in a reply."""
    programmes = office.turns.knowledge.programmes
    same = len({one.title for one in programmes}) == 1
    return [one.name if same else f"“{one.title}”" for one in programmes]


async def test_a_name_that_begins_like_another_chooses_its_own_document(office: Office) -> None:
    (first, second), names = [one.name for one in office.turns.knowledge.programmes], called(office)

    await office.talk(
        (GANI, f"update 1 of {second}: red – staff left", [f"^In {'the ' * ('“' in names[1])}", "Save this?"]),
        (GANI, "yes", f"Saved. Recommendation 1 of {names[1]} is now"),
        (GANI, f"latest on 1 of {first}", "Nobody has posted"),
        (GANI, f"latest on 1 of {second}", "off track"),
    )


async def test_a_name_that_begins_like_another_answers_which_is_meant(office: Office) -> None:
    _, second = [one.name for one in office.turns.knowledge.programmes]

    await office.talk(
        (GANI, "which has nobody updated?", "Which one do you mean"),
        (GANI, second, "Nobody has posted an update on Recommendations 1 and 2"),
    )


async def test_each_line_of_a_summary_says_which_document_it_is_about(office: Office) -> None:
    (first, second), names = [one.name for one in office.turns.knowledge.programmes], called(office)
    await office.talk((GANI, f"update 1 of {second}: red – staff left", "Save this?"), (GANI, "yes", "Saved"))

    await office.talk(
        (
            MO,
            "weekly summary",
            [
                f"**Slipping (1):** Recommendation 1 of {names[1]}: off track",
                f"nothing on Recommendations 1 and 2 of {names[0]} and Recommendation 2 of {names[1]}",
            ],
        ),
        (MO, "who hasn't updated?", f"Recommendation 2 of {names[1]}"),
        (MO, f"weekly summary for {first}", ["2 recommendations", names[0], "not: off track;"]),
    )


async def test_a_document_is_chosen_by_the_title_that_it_is_shown_by() -> None:
    store = TinyStore.in_memory()
    office = await an_office(store, *PLANS)

    await office.talk(
        (GANI, "update 1 of Care Home Action Plan 2026: red – staff left", "^In the Care Home Action Plan 2026:"),
        (GANI, "yes", "Saved. Recommendation 1 of “Care Home Action Plan 2026” is now"),
        (GANI, "latest on 1 of the Care Home Action Plan 2025", "Nobody has posted"),
    )
    await store.close()


async def test_a_title_that_only_says_what_a_document_is_chooses_none() -> None:
    store = TinyStore.in_memory()
    office = await an_office(store, *similar(("north", "south"), ("Report and Recommendations", "Action plan")))

    await office.talk(
        (GANI, "what does the action plan say in the report and recommendations?", "Which one do you mean")
    )
    await store.close()
