from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.language import phrasebook
from knowledge.questions.language.cues import idle, phrases, vocabulary
from knowledge.questions.language.phrasebook import compiled, sections
from knowledge.questions.language.words import stem

NAMES = {"<reviewer>": "munro", "<council>": "salford"}


def found(text: str, *lines: str) -> list[str]:
    return [text[start:end].strip() for start, end in compiled(list(lines), NAMES).find(text)]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("lead", "who is the lead"),
        ("lead|owner", "who is the owner?"),
        ("lead*", "who is leading it"),
        ("in_charge", "who is in  charge"),
        ("due date?", "when is it due"),
        ("due date?", "the due date"),
        ("due the|a? date", "due the date"),
        ("no ... lead", "no lead"),
        ("no ... lead", "no one here has the lead"),
        ("who is all? the? people", "who is people"),
        ("who is all? the? people", "who is all the people"),
        ("rec <n>", "rec 10"),
        ("rec <n>", "rec #2.10"),
        ("<recs> <n>", "recommendation 3"),
        ("<reviewer> says", "munro says"),
        ("<reviewer>'s case", "munro's case"),
        ("the <lead>", "the anybody"),
        ("e-mail", "her e-mail?"),
        ("=", "lscb ="),
        ("^ lead", "lead 10"),
        ("^ lead", "ok then please lead 10"),
        ("lead $", "the lead"),
        ("lead $", "the lead please?"),
        ("them|those $", "and those, then?"),
    ],
)
def test_a_phrase_is_found(line: str, text: str) -> None:
    assert found(text, line)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("lead", "leads"),
        ("lead", "mislead"),
        ("lead", "lead-in"),
        ("lead", "co-lead"),
        ("lead", "the lead's job"),
        ("2 lead", "1.2 lead"),
        ("due date", "due"),
        ("no ... lead", "no one of all those people here has a lead"),
        ("no ... lead", "no. lead"),
        ("rec <n>", "rec ten"),
        ("<reviewer> says", "laming says"),
        ("^ lead", "the lead"),
        ("lead $", "the lead for 10"),
        ("in_charge", "incharge"),
    ],
)
def test_a_phrase_that_is_not_there_is_not_found(line: str, text: str) -> None:
    assert not found(text, line)


def test_nothing_counts_inside_an_exception() -> None:
    lines = ("lead", "not lead member")

    assert found("the lead member", *lines) == []
    assert found("the lead of the lead member", *lines) == ["lead"]


def test_phrases_are_found_in_order_where_they_stand() -> None:
    assert compiled(["due", "lead"], NAMES).find("lead and due") == [(0, 4), (9, 12)]


def test_a_name_is_no_other_word_s_misspelling() -> None:
    """ "leeds" is a way to mistype "leads", but not where Leeds is the council."""
    line = "leads|leeds"

    assert compiled([line], {"<council>": "leeds"}).find("what does leeds say") == []
    assert compiled([line], {"<council>": "leeds"}).find("who leads") == [(4, 9)]
    assert compiled([line], NAMES).find("who leeds it") == [(4, 9)]


def test_names_are_taken_as_they_are() -> None:
    odd = compiled(["<council> says"], {"<council>": "st. a+b (c)"})

    assert odd.find("st. a+b (c) says")
    assert not odd.find("sta aab c says")


def test_a_file_is_headings_with_lines() -> None:
    text = "# a comment\nlost\n[one]\n\n first line \n# another\n[two]\n[one]\nmore\n"

    assert sections(text) == {"one": ["first line", "more"], "two": []}


def test_the_file_of_cues_has_headings_for_what_carries_no_topic() -> None:
    lines = phrasebook.load("knowledge.questions.language", "cues.txt")
    words = [heading.removeprefix("words ") for heading in lines if heading.startswith("words ")]

    assert set(words) <= set(lines), "words of a heading that there isn't"
    assert all(lines.values()), "a heading without lines"


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("who leads it", "field leads"),
        ("deadline", "field timescale"),
        ("was it accepted", "field decision"),
        ("munro's argument", "field argument"),
        ("what did the government say", "field response"),
        ("salford's position", "field position"),
        ("which theme", "field theme"),
        ("the wording", "field recommendation"),
        ("how many recommendations", "count"),
        ("all of them", "all"),
        ("which recommendations", "list"),
        ("does it", "yes or no"),
        ("compare", "compare"),
        ("the same", "same"),
        ("leads the most", "most"),
        ("the fewest", "fewest"),
        ("decision breakdown", "tally"),
        ("due first", "earliest"),
        ("the last deadline", "latest"),
        ("that one", "back to one"),
        ("those", "back to several"),
        ("the first one", "back to the first"),
        ("the second one", "back to the second"),
        ("the other one", "back to the other"),
        ("next one", "next"),
        ("previous one", "previous"),
        ("what does it stand for", "define"),
        ("phone number", "contact"),
        ("job title", "role"),
        ("write me an email", "request"),
        ("no lead", "no lead"),
        ("two leads", "shared lead"),
        ("without a deadline", "no date"),
        ("other than", "negated"),
    ],
)
def test_a_cue_is_heard(text: str, heading: str) -> None:
    assert phrases("munro", "salford")[heading].find(text)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("rec 2 lead", "shared lead"),
        ("recommendation two leads", "shared lead"),
        ("the lead member", "field leads"),
        ("decision makers", "field decision"),
        ("out of date", "field timescale"),
        ("roles and responsibilities", "role"),
        ("not led by sue", "no lead"),
        ("do you know", "yes or no"),
        ("is it true", "back to one"),
    ],
)
def test_a_cue_is_not_heard_where_the_words_mean_something_else(text: str, heading: str) -> None:
    assert not phrases("munro", "salford")[heading].find(text)


@pytest.mark.parametrize("names", [("", ""), ("laming", "leeds"), ("o'neil", "st. helens"), ("(", "*")])
def test_cues_can_be_made_for_any_names(names: tuple[str, str]) -> None:
    made = phrases(*names)

    assert all(isinstance(one.pattern, re.Pattern) for phrases in made.values() for one in phrases.counts)
    assert not any(heading.startswith("words ") for heading in made)


SAID = st.lists(
    st.sampled_from([*sorted(vocabulary()), "10", "is", "it's", "co-lead", "munro's", "?", "."]), max_size=9
)


@given(SAID)
def test_looking_for_telling_words_first_misses_nothing(said: list[str]) -> None:
    """What is heard is what every pattern, tried one by one, would find."""
    text, book = " ".join(said), phrases("munro", "salford")

    tried = {heading for heading in book if any(one.pattern.search(text) for one in book[heading].counts)}
    assert book.heard(text) <= tried
    assert all(book[heading].excepted and not book[heading].find(text) for heading in tried - book.heard(text))


@given(SAID)
def test_phrases_stand_where_one_long_pattern_would_find_them(said: list[str]) -> None:
    text = " ".join(said)
    made = [one for one in phrases("munro", "salford").values() if not one.excepted]

    for one in made:
        union = re.compile("|".join(f"(?:{each.source})" for each in one.counts))
        assert one.find(text) == [m.span() for m in union.finditer(text)]


def test_idle_words_are_stems_and_only_of_headings_that_have_them() -> None:
    assert {"lead", stem("responsible")} <= idle("field leads")
    assert idle("no such heading") == frozenset()


def test_the_vocabulary_has_plain_words_only() -> None:
    assert {"deadline", "principle", "recommendations"} <= vocabulary()
    assert all(word.isalpha() and word.islower() and len(word) > 2 for word in vocabulary())
