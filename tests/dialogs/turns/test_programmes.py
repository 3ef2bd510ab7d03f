"""Of several documents, the one that is meant is chosen by any word that only it is called by, and is said."""

from collections.abc import AsyncIterator

import pytest

from knowledge.model import Lead, Programme
from knowledge.store import TinyStore
from knowledge.store.shelves import TARGETS
from tests.builders import a_programme, a_recommendation
from tests.office import MO, STAN, Office, an_office

TOWER = "UK Government Response to the Grenfell Tower Inquiry"


@pytest.fixture
async def office(munro: Programme) -> AsyncIterator[Office]:
    tower = a_programme(
        name="uk grenfell phase2 gov response",
        title=TOWER,
        reviewer="",
        recommendations=tuple(
            a_recommendation(ref=ref, text="Remove unsafe cladding.", leads=(Lead("Ann Ode", "Clerk"),))
            for ref in ("9", "10")
        ),
    )
    store = TinyStore.in_memory()
    yield await an_office(store, munro, tower)
    await store.close()


@pytest.mark.parametrize(
    "question",
    [
        "what does recommendation 10 of the grenfell response say?",
        "what does rec 10 of Grenfell say?",
        "in the Grenfell inquiry, what does 10 say?",
        "grenfell: what does recommendation 10 say?",
        "what does recommendation 10 in the Grenfell Tower Inquiry response say?",
    ],
)
async def test_a_word_of_its_title_chooses_a_document(office: Office, question: str) -> None:
    await office.talk((STAN, "who leads 10 of munro?", "Sue Myers"), (STAN, question, ["unsafe cladding", TOWER]))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("latest on 10 of grenfell", [f"In the {TOWER}", "Recommendation 10"]),
        ("latest on 10 of munro", ["In the Munro response", "Recommendation 10"]),
        ("history of 9 in the grenfell response", [f"In the {TOWER}", "Recommendation 9"]),
        ("which are red in grenfell?", [f"In the {TOWER}", "2 recommendations"]),
        ("which are red in munro?", ["In the Munro response", "15 recommendations"]),
        ("summary for grenfell", ["2 recommendations", TOWER]),
    ],
)
async def test_the_reply_says_which_document_it_is_about(office: Office, question: str, expected: list[str]) -> None:
    await office.talk((MO, question, expected))


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("update 10 of grenfell: red - cladding", TOWER),
        ("update 10 of munro: red - cladding", "Munro response"),
        ("set the target for 10 of grenfell to 31 March 2027", f"In the {TOWER}: The target of Recommendation 10"),
        ("set the target for 10 of the munro review to 31 March 2027", "In the Munro response: The target of"),
        ("assign 9 of grenfell to Sue Myers", f"In the {TOWER}"),
        ("assign 9 of Munro to Sue Myers", "In the Munro response"),
    ],
)
async def test_an_order_is_about_the_document_that_it_names(office: Office, order: str, expected: str) -> None:
    other = "munro" if "grenfell" in order.lower() else "grenfell"

    await office.talk((MO, f"who leads 9 of {other}?", "leads"), (MO, order, expected))


async def test_a_name_in_a_reason_chooses_nothing(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10 of munro to 31 March 2027", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "set the target for 10 to 30 April 2027: we wait for the Grenfell report", ["In the Munro", "Save this?"]),
        (MO, "yes", "Saved"),
    )

    assert {t.programme for t in await office.store.all(TARGETS)} == {"munro"}


async def test_what_was_asked_goes_on_once_a_document_is_named_by_one_word(office: Office) -> None:
    await office.talk(
        (MO, "sign off 9", "Which one do you mean: munro or grenfell?"),
        (MO, "the Grenfell one", ["Recommendation 9", TOWER]),
        (MO, "export the committee pack since 1 October", f"committee pack on “{TOWER}”"),
    )


async def test_help_says_how_to_turn_to_another_document(office: Office) -> None:
    await office.talk((STAN, "help", ["I hold several documents: munro and grenfell", "of grenfell?”"]))


async def test_a_word_that_another_document_says_too_chooses_nothing(munro: Programme) -> None:
    store = TinyStore.in_memory()
    office = await an_office(store, munro, a_programme(name="care", title="Care and children", reviewer=""))

    await office.talk((STAN, "which recommendations are about children?", "Which one do you mean"))
    await store.close()


async def test_what_stands_behind_a_name_stays(office: Office) -> None:
    await office.talk(
        (
            MO,
            "sign off 10 of grenfell and assign 9 of grenfell to Sue Myers",
            ["Nothing has been done", "“sign off 10”"],
        ),
        (MO, "assign 9 of the grenfell response and 10 to Sue Myers", ["Recommendation 9", "Recommendation 10"]),
    )


async def test_a_question_that_names_two_documents_is_asked_back_and_then_answered(office: Office) -> None:
    await office.talk(
        (STAN, f"who leads 10 in munro and in the {TOWER}?", "You name munro and grenfell"),
        (STAN, "munro", "Sue Myers"),
    )
