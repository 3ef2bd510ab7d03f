"""What the document itself marks as complete, late or red is told beside what officers have reported."""

from collections.abc import Sequence

import pytest

from knowledge.documents import read_document
from knowledge.library import Knowledge
from tests.dialogs.talking import talking

LINES = "Trust position: Accepted\nTarget date: May 2026\nLead: Jo Ash\n"
MARKS = (
    "Status: Complete",
    "Status: Overdue - now June 2026",
    "Status: Closed",
    "Status: Complete",
    "RAG: Red\n% complete: 40%",
    "Status: In progress",
)
DOCUMENT = "Answer of the Harbour Board\n\n" + "".join(
    f"Recommendation {number}\nMend lamp {number}.\n{LINES}{mark}\n" for number, mark in enumerate(MARKS, 1)
)


@pytest.fixture
def knowledge() -> Knowledge:
    return Knowledge((read_document(DOCUMENT.encode(), "harbour.txt"),))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "which have been completed?",
            ["None of the 6", "marks 2 of them so: Recommendations 1 and 4 (“Complete”).", "not: Recommendation 3"],
        ),
        ("how many are overdue?", ["marks one of them so: Recommendation 2 (“Overdue - now June 2026”)."]),
        ("which are red?", ["marks one of them so: Recommendation 5 (“Red”)."]),
        ("which are amber?", ["None of the 6", "not: itself"]),
        ("which are not complete?", ["marks 2 of them otherwise: Recommendations 1 and 4 (“Complete”)."]),
        ("which are red or overdue?", ["not: itself"]),
        ("what's the status of 2?", ["Nobody has posted", "The document itself says: “Overdue - now June 2026”"]),
        ("is 5 complete?", ["The document itself says: “RAG: Red; % complete: 40%”"]),
        ("recommendation 6", ["Marked in the document: “In progress”"]),
    ],
)
async def test_a_documents_own_marks_are_told_as_its_own(knowledge: Knowledge, asked: str, said: Sequence[str]) -> None:
    await talking(knowledge)((asked, said))
