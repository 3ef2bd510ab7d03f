"""The council's own words, taught by managers in the chat."""

from __future__ import annotations

import pytest

from knowledge.model import Programme
from knowledge.store import Store
from knowledge.store.shelves import AUDIT, TERMS
from tests.office import MO, STAN, SUE, Office, an_office

ASKED = "which recommendation is about grot spots?"
NOT_FOUND = "couldn’t find anything"


@pytest.fixture
async def office(store: Store, munro: Programme) -> Office:
    return await an_office(store, munro)


async def test_a_synonym_counts_at_once_after_a_restart_and_no_more_once_it_is_removed(office: Office) -> None:
    await office.talk(
        (STAN, ASKED, NOT_FOUND),
        (MO, "add synonym grot spots = serious case reviews", ["about “serious case reviews”", "Save this?"]),
        (STAN, ASKED, NOT_FOUND),
        (MO, "yes", "It counts at once"),
        (STAN, ASKED, ["Recommendation 9", f"not: {NOT_FOUND}"]),
    )
    await office.restarted()
    await office.talk(
        (STAN, ASKED, ["Recommendation 9", f"not: {NOT_FOUND}"]),
        (MO, "remove synonym grot spots", "no longer be taken for"),
        (MO, "yes", "no longer taken"),
        (STAN, ASKED, NOT_FOUND),
    )

    assert [entry.what for entry in await office.store.all(AUDIT)] == ["synonym added", "synonym removed"]


async def test_a_phrase_is_explained_under_the_name_of_who_taught_it_and_found(office: Office) -> None:
    await office.talk(
        (MO, "“step up” means the Step Up to Social Work programme", "“the Step Up to Social Work programme”"),
        (MO, "yes", "Saved"),
        (
            STAN,
            "what does step up mean?",
            ["“step up” means the Step Up to Social Work programme.", "Mo Manager added that to the glossary on 23 "
             "November 2026", "isn’t from the document"],
        ),
        (STAN, "which recommendation is about step up?", "Recommendation 12"),
    )  # fmt: skip


async def test_what_the_document_spells_out_itself_comes_first(office: Office) -> None:
    await office.talk(
        (MO, "glossary: LAC means looked-after child", "The document itself spells it out as “Looked After Children”"),
        (MO, "yes", "Saved"),
    )

    text = (await office.say(STAN, "what does LAC stand for?")).text

    assert text.index("LAC stands for Looked After Children") < text.index("“LAC” means looked-after child. Mo Manager")


async def test_a_phrase_of_the_documents_own_is_still_found_once_it_is_explained(office: Office) -> None:
    await office.talk(
        (MO, "glossary: early help means support for families before their problems grow", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "glossary: chief social worker means the Government's own adviser", "Save this?"),
        (MO, "yes", "Saved"),
        (STAN, "who leads the early help recommendation?", "^Sue Myers"),
        (STAN, "which one is about the chief social worker?", "Recommendation 15"),
        (STAN, "what does early help mean?", "support for families before their problems grow"),
    )


@pytest.mark.parametrize("asked", ["what does MASH stand for?", "what is a mash", "What's MASH?", "meaning of MASH"])
async def test_an_abbreviation_that_no_document_has_is_explained(office: Office, asked: str) -> None:
    await office.talk(
        (MO, "add glossary entry MASH: multi-agency safeguarding hub", "Save this?"),
        (MO, "yes", "Saved"),
        (STAN, asked, ["multi-agency safeguarding hub", "Mo Manager added that"]),
    )


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ("add synonym =", "I need a word and what it means"),
        ("add synonym", "I need a word and what it means"),
        ("add synonym kids = ", "I need a word and what it means"),
        (f"add synonym {'k' * 500} = children", "too long"),
        (f"add synonym kids = {'k' * 500}", "too long"),
        ("add synonym one two three four five six seven = children", "too long"),
        ("add synonym 10 = 12", "only take words"),
        ("add synonym !!! = +++", "only take words"),
        ("add synonym the = children", "too many questions"),
        ("add synonym people = children", "too many questions"),
        ("add synonym lead = boss", "too many questions"),
        ("add synonym sue = children", "somebody’s name"),
        ("add synonym Sue Myers = Sandi Pennington", "somebody’s name"),
        ("add synonym Martins = children", "somebody’s name"),
        ("add synonym salford = manchester", "the council’s"),
        ("“munro” means the report", "a review’s"),
        ("add synonym child = child", "the same to me"),
        ("remove synonym grot spots", "never taught"),
    ],
)
async def test_what_would_only_confuse_isnt_taken(office: Office, order: str, told: str) -> None:
    await office.talk((MO, order, [told, "not: Save this?"]))

    assert not await office.store.all(TERMS)


async def test_the_usual_words_are_taken_and_what_was_there_is_said(office: Office) -> None:
    await office.talk(
        (MO, "add synonym kids = children", "From now on, “kids” would find what is about “children”."),
        (MO, "yes", "Saved"),
        (MO, "add synonym kids = children", "already"),
        (MO, "please add a synonym for kids: children, young people", "Until now it is “children”."),
        (MO, "yes", "Saved"),
        (STAN, "show the glossary", "“kids”: children, young people (synonym, Mo Manager, 23 November 2026)"),
    )


async def test_only_managers_teach_and_everybody_may_see(office: Office) -> None:
    await office.talk(
        (STAN, "show the glossary", "Nobody has taught me any words yet"),
        (STAN, "add synonym kids = children", "Only a manager"),
        (SUE, "glossary: MASH means multi-agency safeguarding hub", "Only a manager"),
        (SUE, "remove synonym kids", "Only a manager"),
    )


async def test_a_glossary_changes_nothing_for_what_it_doesnt_name(office: Office) -> None:
    before = (await office.say(STAN, "what does Salford say about early help?")).text

    await office.talk((MO, "add synonym grot spots = early help", "Save this?"), (MO, "yes", "Saved"))

    assert (await office.say(STAN, "what does Salford say about early help?")).text == before
