"""The sentence or two that answer, from the words of whoever is asked about."""

import time

import pytest

from knowledge.model import Field
from knowledge.questions.answer import Answer, Context, Facts, Found, Gap, Listing, NotRecorded, Quote
from knowledge.questions.answering import answer
from knowledge.questions.criteria import Mentions
from knowledge.questions.parsing.reading import read
from knowledge.questions.rules import content
from knowledge.questions.searching.index import Index


def ask(question: str, index: Index) -> Answer:
    return answer(question, Context(), index)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When does the Government intend to consult formally on the guidance for directors?", "consult formally"),
        ("By when did the Government hope employers and universities would have arrangements?", "end of 2012"),
    ],
)
def test_a_date_of_the_government_s_stands_in_the_timescale_not_in_its_response(
    question: str, words: str, index: Index
) -> None:
    found = ask(question, index)

    assert isinstance(found, Quote)
    assert words in found.passages[0].text


def test_what_it_says_of_a_thing_may_stand_in_anybody_s_words(index: Index) -> None:
    found = ask("What does it say about the maternity unit here?", index)

    assert isinstance(found, Quote)
    assert any("closure of the local maternity services" in passage.text for passage in found.passages)


def test_timescales_that_are_spoken_of_are_what_it_is_about(index: Index) -> None:
    found = ask("What does the council think of taking away timescales for assessments?", index)

    assert isinstance(found, Quote)
    assert "assessments need timescales" in found.passages[0].text


def test_where_no_sentence_has_the_reasons_in_the_words_asked_all_of_them_are_told(index: Index) -> None:
    found = ask("What reasons does Munro give for altering the recipients of the LSCB annual report?", index)

    assert found == Facts(("5",), (Field.ARGUMENT,))


def test_the_next_best_sentence_is_quoted_beside_one_that_isn_t_sure(index: Index) -> None:
    found = ask(
        "Has the Government promised a new legal duty on councils to provide early help, or is it still deciding?",
        index,
    )

    assert isinstance(found, Quote)
    assert not found.sure
    assert {passage.ref for passage in found.passages} == {"10"}
    assert any("whether an additional statutory duty" in passage.text for passage in found.passages)


def test_the_best_sentence_of_what_it_is_surely_about_is_quoted_however_little_of_the_words_it_has(
    index: Index,
) -> None:
    found = ask("What was our view of inspectors arriving unannounced?", index)

    assert isinstance(found, Quote)
    assert found.refs == ("2",)


def test_what_has_only_other_words_for_it_isn_t_surely_where_something_is_mentioned(index: Index) -> None:
    found = ask("Where do posts like a named nurse for safeguarding get a mention?", index)

    assert not isinstance(found, Found | Quote) or not found.sure


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What standing do we say the post of principal social worker must have?", "sufficient status"),
        ("Our stated reservation on inspectors who come unannounced?", "holistic including liaison"),
        ("What gap did we flag on practice educators?", "sufficiency for stage 2"),
        ("When does the new inspection regime start?", "May 2012"),
    ],
)
def test_what_has_most_of_what_tells_is_quoted_though_a_word_is_nowhere(
    question: str, words: str, index: Index
) -> None:
    found = ask(question, index)

    assert isinstance(found, Quote)
    assert any(words in passage.text for passage in found.passages)


def test_up_to_three_sentences_of_other_places_are_quoted_where_none_is_sure(index: Index) -> None:
    found = ask("Must a council make a new job for the principal social worker?", index)

    assert isinstance(found, Quote)
    assert not found.sure
    assert len(found.passages) <= 3
    assert any("not necessarily need to construct a new post" in passage.text for passage in found.passages)
    assert len({passage.field for passage in found.passages}) > 1


def test_nobody_reads_the_same_sentence_twice(index: Index) -> None:
    for question in "What do the services think of local meaningful data?", "When will Ofsted have a new framework?":
        found = ask(question, index)

        assert isinstance(found, Quote)
        assert len({passage.text for passage in found.passages}) == len(found.passages)


def test_a_number_of_something_else_answers_no_question_how_many(index: Index) -> None:
    found = ask("How many days annual leave do I get in my first year?", index)

    assert not isinstance(found, Quote) or not found.sure


def test_a_name_that_is_asked_for_is_no_way_of_putting_the_answer(index: Index) -> None:
    found = ask("who supervises the students on step up - name?", index)

    assert isinstance(found, NotRecorded)
    assert isinstance(ask("who leads the early help one - name?", index), Found)


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("Does the council back the idea of a principal social worker?", "14"),
        ("Why are we against having a principal social worker?", "14"),
        ("I heard the council is opposed to the Chief Social Worker", "15"),
        ("Is Salford in favour of a Chief Social Worker?", "15"),
        ("do our lot object to 5", "5"),
        ("Where do we stand on 6? Are we for or against it?", "6"),
        ("What oomph do we say the principal social worker needs?", "14"),
    ],
)
def test_whether_the_council_is_for_something_is_told_by_its_position(question: str, ref: str, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, Facts)
    assert (found.refs, found.fields) == ((ref,), (Field.POSITION,))


@pytest.mark.parametrize("question", ["What support do we give families early on?", "Who supports families here?"])
def test_help_for_families_is_no_stance(question: str, index: Index) -> None:
    assert Field.POSITION not in read(question, index).fields


@pytest.mark.parametrize(
    "question",
    [
        "When will the law about the safeguarding board's annual report be changed?",
        "By when will they alter the law on who gets the board's annual report?",
    ],
)
def test_where_no_sentence_found_has_a_date_the_timescale_is_told(question: str, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, Found)
    assert (found.ref, found.fields) == ("5", (Field.TIMESCALE,))


def test_how_long_something_lasts_is_no_date(index: Index) -> None:
    found = ask("how long is the induction for newly qualified staff in weeks", index)

    assert not isinstance(found, Found)


def test_a_sentence_without_a_date_never_surely_answers_when(index: Index) -> None:
    found = ask("When will the Government have a law in place to change who gets the board's report?", index)

    assert not isinstance(found, Quote) or not found.sure


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("Which recommendation is about cutting red tape for social workers?", "1"),
        ("which un's about less red tape", "1"),
        ("Change to who receives the safeguarding board's yearly report. Which number?", "5"),
        ("What's changed about children's centres?", "10"),
        ("worrabout them big inquiries they do after a kiddie's died, which un's that?", "9"),
    ],
)
def test_words_that_also_speak_of_progress_or_order_something_are_looked_for(
    question: str, ref: str, index: Index
) -> None:
    found = ask(question, index)

    assert isinstance(found, Found | Quote)
    assert ref in ({found.ref} if isinstance(found, Found) else {passage.ref for passage in found.passages})


@pytest.mark.parametrize("question", ["what has changed?", "what's changed on 8?", "which recs are red?"])
def test_what_has_changed_of_progress_is_still_no_matter_of_the_document(question: str, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, NotRecorded)
    assert found.gap is Gap.PROGRESS


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What happens to families left waiting for help, according to Munro?", "damaged during the wait"),
        ("Where do the police already sit?", "located within the Safeguarding Unit"),
        ("When is the complete rewrite of Working Together due?", "July 2012"),
        ("What might hamper early help locally?", "concerns that"),
        ("Which gives the safeguarding board more teeth?", "strengthening the ‘challenge role’"),
        ("which un's about less red tape?", "unnecessary bureaucracy"),
    ],
)
def test_lay_words_find_the_sentence(question: str, words: str, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, Found | Quote)
    assert any(words in p.text for p in ([found.passage] if isinstance(found, Found) else found.passages))


def test_the_reviewer_s_thinking_may_be_hers(index: Index) -> None:
    found = answer("why does she think that's a problem", Context(refs=("12",)), index)

    assert found == Facts(("12",), (Field.ARGUMENT,))


@pytest.mark.parametrize("verb", ["sit", "come", "are"])
def test_the_words_of_a_theme_s_title_are_no_topic(verb: str, index: Index) -> None:
    found = ask(f"which recs {verb} under the early help theme?", index)

    assert isinstance(found, Listing)
    assert found.refs == ("8", "10", "13")


@pytest.mark.parametrize(
    "question",
    ["Who will the Chief Social Worker answer to?", "To whom would the Chief Social Worker report?"],
)
def test_whom_somebody_answers_to_isn_t_what_they_report(question: str, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, Quote)
    assert any("report jointly to the Secretaries of State" in passage.text for passage in found.passages)


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("On which are we waiting to hear more?", Field.POSITION),
        ("On which does Salford say that it is waiting to hear more from the Government?", None),
    ],
)
def test_what_waits_for_somebody_else_is_listed_where_it_says_so(
    question: str, field: Field | None, index: Index
) -> None:
    found = ask(question, index)

    assert isinstance(found, Listing)
    assert found.refs == ("5", "6", "15")
    assert {c.field for c in found.criteria if isinstance(c, Mentions)} <= {Field.POSITION, field}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who are the partners behind the Children's Improvement Board?", "ADCS, SOLACE"),
        ("who are the organisations behind the children's improvement board", "ADCS, SOLACE"),
        ("who are the local police and health leads for the LSCB annual report", "cluster PCT chief executives"),
        ("Who counts as the local police and health leaders for the board's yearly report?", "cluster PCT chief"),
    ],
)
def test_bodies_that_are_asked_for_are_named_where_a_sentence_names_them(
    question: str, words: str, index: Index
) -> None:
    found = ask(question, index)

    assert isinstance(found, Quote)
    assert any(words in passage.text for passage in found.passages)


@pytest.mark.parametrize(
    "question",
    [
        "who are the trial authorities",
        "who were the reviewers of the serious case review",
        "who are the agencies that inspect?",
        "who is the chair of the safeguarding board",
    ],
)
def test_bodies_that_no_sentence_names_are_not_made_up(question: str, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, NotRecorded)
    assert found.gap is Gap.IDENTITY


def test_for_whom_something_is_meant_is_no_name(index: Index) -> None:
    found = ask("who are the childrens centres meant for these days", index)

    assert isinstance(found, Quote)
    assert any("those in greatest need" in passage.text for passage in found.passages)


@pytest.mark.parametrize(
    "question",
    [
        "whats salford worried about if they scrap the deadlines for assessments",
        "what worries Salford if the assessment deadlines go?",
        "what does the council fear if ministers simply ditch the timescales for assessments",
    ],
)
def test_what_is_feared_of_an_end_to_deadlines_is_about_deadlines(question: str, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, Quote)
    assert any("assessments need timescales" in passage.text for passage in found.passages)


@pytest.mark.parametrize(
    "question",
    [
        "who do we compare our figures with",
        "which councils do we compare our numbers with?",
        "how do we compare ourselves with others",
        "who are we comparing ourselves against?",
    ],
)
def test_whom_the_council_compares_itself_with_is_looked_for_in_the_text(question: str, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, Quote)
    assert any("statistical neighbours" in passage.text for passage in found.passages)


@pytest.mark.parametrize("name", ["Ab Cd ", "ABC ", "Aa and "])
def test_names_in_a_long_sentence_are_looked_for_in_time_that_grows_with_it(name: str) -> None:
    def taken(times: int) -> float:
        started = time.perf_counter()
        content._names_others(name * times, "who are they")
        return time.perf_counter() - started

    assert taken(8_000) < 8 * taken(2_000) + 0.1
