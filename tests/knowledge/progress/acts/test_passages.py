"""Passages are found as people type them, within longer texts, and nothing else goes with them."""

import pytest

from knowledge.progress.acts.passages import finder, telling, without
from knowledge.progress.acts.trail import only_redacted
from knowledge.progress.model import AuditEntry
from tests.office import NOW


@pytest.mark.parametrize(
    ("passage", "text", "after"),
    [
        ("Kyle Smith", "the boy Kyle Smith moved", "the boy [redacted] moved"),
        ("kyle smith", "KYLE  SMITH’s school", "[redacted]’s school"),
        ("Kyle O'Brien", "Kyle O’Brien and Kyle\nO'Brien", "[redacted] and [redacted]"),
        ("Ann", "planning with Ann, not Anna", "planning with [redacted], not Anna"),
        ("a-b (c)*", "see a–b (c)* there", "see [redacted] there"),
        ("12 Elm Road", "at 112 Elm Road and 12 Elm Road", "at 112 Elm Road and [redacted]"),
        ("moved.", "He moved. Then", "He [redacted] Then"),
    ],
)
def test_a_passage_goes_and_the_rest_stays(passage: str, text: str, after: str) -> None:
    find = finder((passage,))

    assert find is not None
    assert without(text, find) == after
    assert without({"a": [text, 5]}, find) == {"a": [after, 5]}


def test_nothing_finds_nothing() -> None:
    assert finder(()) is None
    assert finder((" ",)) is None


@pytest.mark.parametrize(
    ("text", "tells"), [("staff left us in", False), ("one two three", False), ("the boy has moved to Eccles", True)]
)
def test_only_a_long_text_tells_within_others(text: str, tells: bool) -> None:
    assert telling(text) is tells


@pytest.mark.parametrize(
    ("kept", "now", "lost"),
    [
        ("the boy moved on", "the [redacted] on", True),
        ("the boy moved on", "[redacted]", True),
        ("the boy moved on", "the boy moved on", True),
        ("the boy moved on", "the boy moved", False),
        ("the boy moved on", "the girl [redacted]", False),
        ("the boy moved on", "on [redacted] the", False),
        ("the boy moved on", "the boy moved on [redacted] moved on", False),
        (["one two", "three"], ["one [redacted]", "three"], True),
        (["one two", "three"], ["one [redacted]"], False),
    ],
)
def test_the_trail_loses_words_and_nothing_else(kept: object, now: object, lost: bool) -> None:
    was = AuditEntry("1", NOW, "sue", "update posted", "munro/10", after={"id": "u", "narrative": kept})
    after = AuditEntry("1", NOW, "sue", "update posted", "munro/10", after={"id": "u", "narrative": now})

    assert only_redacted(was, after) is lost


@pytest.mark.parametrize(
    ("about", "after", "lost"),
    [
        ("glossary/[redacted]", {"key": "[redacted]", "said": "[redacted] plan", "means": "new"}, True),
        ("glossary/kyle plan", {"key": "kyle plan", "said": "Kyle plan", "means": "[redacted]"}, True),
        ("glossary/another", {"key": "kyle plan", "said": "Kyle plan", "means": "new"}, False),
        ("glossary/[redacted]", {"key": "[redacted]", "said": "Jo plan", "means": "new"}, False),
        ("munro/[redacted]", {"key": "[redacted]", "said": "[redacted]", "means": "new"}, False),
    ],
)
def test_an_entry_of_the_glossary_loses_the_words_that_it_explains_too(
    about: str, after: dict[str, str], lost: bool
) -> None:
    term = {"key": "kyle plan", "said": "Kyle plan", "means": "new"}
    kept = AuditEntry("1", NOW, "mo", "glossary entry added", "glossary/kyle plan", after=term)

    assert only_redacted(kept, AuditEntry("1", NOW, "mo", "glossary entry added", about, after=after)) is lost


def test_no_other_entry_is_named_anew() -> None:
    kept = AuditEntry("1", NOW, "mo", "update posted", "munro/10", after={"key": "k"})

    assert not only_redacted(kept, AuditEntry("1", NOW, "mo", "update posted", "[redacted]", after={"key": "k"}))
    assert not only_redacted(kept, AuditEntry("1", NOW, "mo", "update posted", "munro/10", after={"key": "[redacted]"}))
