"""Where a document says that something was done, the sentence is found; what is still to be done is no such thing."""

from knowledge.questions.carried import carried_out
from knowledge.questions.searching.index import Index
from tests.builders import a_programme, a_recommendation


def found(**texts: str) -> str:
    rec = a_recommendation(ref="1", text="The plan should be completed.", argument="", **{"response": "", **texts})
    passage = carried_out("1", Index(a_programme(recommendations=(rec,))))
    return passage.text if passage else ""


def test_what_was_done_is_found() -> None:
    assert found(position="The plan is fully discharged. Staff were told.") == "The plan is fully discharged."
    assert found(position="", timescale="Complete") == "Complete"


def test_what_is_still_to_be_done_is_not() -> None:
    assert not found(position="The plan will be completed in May.", timescale="")
    assert not found(position="The plan has not been implemented.", timescale="")
