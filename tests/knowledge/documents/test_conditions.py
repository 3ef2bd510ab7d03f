from __future__ import annotations

import pytest

from knowledge.documents.conditions import conditions


@pytest.mark.parametrize(
    ("text", "words", "depends_on"),
    [
        (
            "It will happen once the Bill gains Royal Assent.",
            "once the Bill gains Royal Assent",
            "the Bill gains Royal Assent",
        ),
        ("Work will be dependent on the approach.", "Work will be dependent on the approach", "the approach"),
        ("In time, this depends on funding.", "this depends on funding", "funding"),
        ("With data depending on lead-in times.", "depending on lead-in times", "lead-in times"),
        ("Subject to consultation, it will start.", "Subject to consultation", "consultation"),
        ("It starts as soon as staff are in post.", "as soon as staff are in post", "staff are in post"),
        ("When parliamentary time allows.", "When parliamentary time allows", "parliamentary time allows"),
        (
            "Following the publication of the guide.",
            "Following the publication of the guide",
            "the publication of the guide",
        ),
        ("Within six months of Royal Assent.", "Within six months of Royal Assent", "Royal Assent"),
        ("Within six months.", "Within six months", ""),
        ("As soon as reasonably practicable.", "As soon as reasonably practicable", ""),
        ("Immediately", "Immediately", ""),
        ("Ongoing", "Ongoing", ""),
        ("Over the coming year", "Over the coming year", ""),
        ("It is kept continually under review.", "kept continually under review", ""),
        ("Done at a realistic pace determined locally.", "at a realistic pace determined locally", ""),
        ("It will be for schools to decide, in time.", "It will be for schools to decide", ""),
        ("TBC", "TBC", ""),
        ("By the end of the financial year", "By the end of the financial year", ""),
    ],
)
def test_what_stands_for_a_date_is_found_in_its_words(text: str, words: str, depends_on: str) -> None:
    (found,) = conditions(text, 0, len(text))

    assert (text[found.start : found.end], found.depends_on) == (words, depends_on)
    assert text[found.on :].startswith(depends_on)


@pytest.mark.parametrize(
    "text", ["", "An ongoing process will start.", "The Board will plan its work.", "In two minds."]
)
def test_other_sentences_hold_none(text: str) -> None:
    assert conditions(text, 0, len(text)) == []
