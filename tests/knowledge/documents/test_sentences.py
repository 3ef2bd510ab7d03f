from __future__ import annotations

from knowledge.documents.sentences import Span, brackets, enclosing, paragraphs, sentence_spans


def test_sentences_end_where_the_next_begins_and_not_at_an_abbreviation() -> None:
    text = "Staff, e.g. Social workers, met Dr. Ash. She said “No.” Then 1.5 days passed!\n• A bullet. And more"

    found = [text[one.start : one.end] for paragraph, _ in paragraphs(text) for one in sentence_spans(text, paragraph)]

    assert found == [
        "Staff, e.g. Social workers, met Dr. Ash.",
        "She said “No.”",
        "Then 1.5 days passed!",
        "A bullet.",
        "And more",
    ]


def test_a_list_without_a_full_stop_is_cut_into_pieces() -> None:
    text = "by May 2012 " * 1000

    found = list(sentence_spans(text, Span(0, len(text))))

    assert max(one.end - one.start for one in found) <= 2000
    assert " ".join(text[one.start : one.end] for one in found) == text.strip()


def test_a_place_in_brackets_is_known() -> None:
    text = "one (two) three (four)"
    inner = brackets(text, Span(0, len(text)))

    assert enclosing(inner, 5, 8) == Span(4, 9)
    assert enclosing(inner, 10, 15) is None
    assert enclosing(inner, 0, 3) is None
