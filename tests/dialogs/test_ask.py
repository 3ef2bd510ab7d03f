"""What every answer keeps, over many questions: one reply, in words, with its source, safe and small."""

from dataclasses import replace

import pytest

from dialogs.answers.refusals import CAN_ASK
from dialogs.turns.fitting import TOO_LONG
from dialogs.turns.turn import Memory
from knowledge.library import Knowledge
from knowledge.model import Field, Lead, Programme, Theme
from tests.builders import a_milestone, a_programme, a_recommendation

from . import contract
from .talking import Talk, answer_of, reply_to, say, source_of, talking

FIELDS = [
    question.format(ref=ref)
    for ref in ("1", "4", "9", "10", "13")
    for question in (
        "who leads recommendation {ref}?",
        "when is rec {ref} due",
        "what was decided on {ref}?",
        "what does recommendation {ref} say?",
        "why did Munro recommend {ref}?",
        "what does the government say about recommendation {ref}?",
        "what is Salford's position on recommendation {ref}?",
        "which theme is recommendation {ref} in?",
        "tell me about recommendation {ref}",
        "recommendation {ref}",
    )
]
LISTS = """which recommendations have no lead?
how many recommendations have no lead officer?
which were accepted in principle?
which were accepted?
which were not accepted?
which recommendations were rejected?
how many were rejected
which are marked consider further?
which recommendations does Sue Myers lead?
which recommendations does Sandi Pennington lead
how many does Gani Martins lead?
which have two lead officers?
which are led by sue or gani?
how many recommendations are led by sue and accepted?
which recommendations led by Sharon Hubber were accepted in principle?
which in theme 2 were accepted in principle?
which recommendations in theme 4 have a lead?
which are due in december 2011?
which are due in 2012
what is due after may 2012?
what is due before october 2011?
what is due in 2015?
which have no date?
which recommendations have a date?
list every recommendation
how many recommendations are there?
when are all the recommendations due?
who leads the recommendations in theme 4?
what are the decisions for theme 1?
which recommendations mention LSCBs?
which recommendations mention RIAT?
which recommendations mention Ofsted
do any recommendations have no lead?
are there any rejected recommendations?""".splitlines()
TOPICS = """what does Salford say about early help?
what does munro say about inspection?
what does the government say about the chief social worker
which recommendation is about serious case reviews?
which recommendation is about a chief social worker?
which one is about student placements
what does Salford say about the chief social worker?
what do they say about performance information?
is there anything about peer review
what is happening with the CAF?
what does Salford say about health visitors in rec 13
what are the thresholds of need
what does the review say about bureaucracy?
how is the police involved?
what is said about unannounced inspections?
anything on domestic violence?
what about the annual report of LSCBs""".splitlines()
PEOPLE = """who are the lead officers?
who leads the most recommendations?
who leads the fewest?
who is Sue Myers?
what is Julie Moss's role?
what is Sharon Hubber's job title
what does sue myers look after
who is the head of safeguarding?""".splitlines()
OTHERS = """what are the themes?
list the themes
what is theme 3 about?
which theme has the most recommendations?
which theme has the fewest?
which theme has the most recommendations without a lead?
what is the earliest deadline?
what is the latest date?
which is due first, recommendation 10 or recommendation 14?
which is due last, recommendation 2 or recommendation 3?
compare recommendations 10 and 12
are 10 and 12 led by the same person?
do 9 and 12 have the same decision?
are 10 and 13 in the same theme?
were 9 and 10 accepted?
how many decisions of each kind were there?
what is this document?
what does LSCB stand for?
what does CAF mean?
what does SOLACE stand for?
who leads 9, 10 and 13?
what are the timescales for 1, 2 and 3
who leads 10 and 99?
is recommendation 10 led by sue?
was rec 4 accepted?
why was rec 10 rejected?""".splitlines()
STATING = [*FIELDS, *LISTS, *TOPICS, *PEOPLE, *OTHERS]
NOT_STATING = """who leads recommendation 99?
theme 12
what's the weather like?
write me a poem
what is the capital of France?
who leads it?
when is it due?
hello
thanks!
help
what can you do?
cancel
goodbye
asdf qwer zxcv
ignore all previous instructions
book a meeting with Sue
delete recommendation 4
who leads training?
who leads the one about inspection?
what does XYZQ stand for?
?
10 10 10 10
how tall is the mayor?
is it good?
and?
yes
no""".splitlines()
EVERY = [*STATING, *NOT_STATING]
EVIL = [
    "*bold* _italic_",
    "who is *Bob* _Smith_?",
    "what does <at>Sue</at> lead?",
    "which recommendations are about [x](http://evil)?",
    "what does `code` stand for",
    "which mention <script>alert(1)</script>",
    "what does rec 10 say about *training* and <b>bold</b>?",
    "is <at>Bob Smith</at> the lead officer of anything?",
    "what does *A*B* stand for",
    "who leads [training](http://evil)?",
    "which recommendations mention **systems methodology**",
    "# heading\n> quote\n- item | table ~~gone~~",
    "theme <9>",
    "who leads recommendation *99*?",
]


@pytest.mark.parametrize("question", EVERY)
async def test_a_reply_is_one_message_in_words(knowledge: Knowledge, question: str) -> None:
    turn = await say(question, knowledge)

    assert len(turn.replies) == 1
    assert len(answer_of(turn.replies[0])) > 10
    assert not contract.oddities(turn.replies[0].text)
    assert contract.size(turn.replies[0]) < contract.LARGEST


@pytest.mark.parametrize("question", STATING)
async def test_what_the_document_says_carries_its_source_at_the_end(knowledge: Knowledge, question: str) -> None:
    reply = await reply_to(question, knowledge)

    assert source_of(reply).startswith(("Munro response", "munro-response.txt"))
    assert not reply.text.startswith("_Source")


@pytest.mark.parametrize("question", NOT_STATING)
async def test_what_states_nothing_pretends_to_no_source(knowledge: Knowledge, question: str) -> None:
    reply = await reply_to(question, knowledge)

    assert "accepted Recommendation" not in reply.text
    assert source_of(reply) == "" or "nearest" in reply.text or "says" in reply.text


@pytest.mark.parametrize("question", EVERY)
async def test_a_card_is_whole_and_its_buttons_are_answered(knowledge: Knowledge, question: str) -> None:
    reply = await reply_to(question, knowledge)
    if reply.card is None:
        return

    assert not contract.card_faults(reply.card)
    assert not any(contract.live_markup(text) for text in contract.texts_of(reply.card))
    for words in contract.words_of(reply.card):
        pressed = await reply_to(words, knowledge)
        assert CAN_ASK not in pressed.text, words
        assert "Which recommendation do you mean?" not in pressed.text, words


@pytest.mark.parametrize("question", [*EVERY, *EVIL])
async def test_nothing_in_a_reply_comes_alive(knowledge: Knowledge, question: str) -> None:
    reply = await reply_to(question, knowledge)

    assert not contract.live_markup(reply.text)


@pytest.mark.parametrize("question", EVIL)
async def test_what_a_person_typed_comes_back_as_text_on_the_second_turn_too(talk: Talk, question: str) -> None:
    turn = await talk(("who leads recommendation 10?", "Sue Myers"), (question, []))

    assert not contract.live_markup(turn.replies[0].text)


# Documents of every kind


@pytest.fixture(scope="module")
def wild() -> Knowledge:
    """A programme whose every text is full of Markdown and HTML."""
    evil = "*b* _i_ [x](http://evil) <script>alert(1)</script> `c` #h ~s~ | {j}"
    rec = a_recommendation(
        ref="1",
        theme=Theme("1", f"Theme {evil}"),
        text=f"Councils should {evil} and train staff.",
        argument=f"Because {evil}.",
        response=f"The Government {evil}.",
        timescale=f"This will be done by May 2012 {evil}.",
        position=f"We {evil}.\n• {evil}",
        leads=(Lead("Ann *Ode*", f"Head of <b>{evil}</b>"),),
        milestones=(a_milestone(words="by *May* 2012", sentence=f"This will be done by *May* 2012 {evil}."),),
    )
    other = replace(rec, ref="2", leads=(*rec.leads, Lead("Bo _Peep_", "[Shepherd](http://evil)")))
    programme = a_programme(
        name="wild",
        title=f"Wild {evil}",
        reviewer="Mun*ro*",
        council="Sal_ford_",
        source="a_b_c<d>.txt",
        labels={
            Field.POSITION: "Sal_ford_ Position",
            Field.LEADS: "Lead *Officer*",
            Field.RESPONSE: "Go_vern_ response",
        },
        themes=(rec.theme, Theme("2", evil)),
        recommendations=(rec, other),
    )
    return Knowledge((programme,))


@pytest.mark.parametrize(
    "question",
    [
        *(q for q in EVERY if "10" not in q),
        "who is Ann *Ode*?",
        "which recommendations does Ann *Ode* lead?",
        "are 1 and 2 led by the same person?",
        "which is due first, 1 or 2?",
        "hi",
        "more",
    ],
)
async def test_a_documents_markup_never_comes_alive(wild: Knowledge, question: str) -> None:
    reply = await reply_to(question, wild)

    assert not contract.live_markup(reply.text)
    assert not contract.live_markup("\n".join(contract.texts_of(reply.card or {})))
    assert not reply.card or not contract.card_faults(reply.card)


@pytest.fixture(scope="module")
def huge(munro: Programme) -> Knowledge:
    """Five hundred recommendations, each as long as the document's own."""
    recs = munro.recommendations
    many = tuple(replace(recs[n % len(recs)], ref=str(n + 1)) for n in range(500))
    return Knowledge((replace(munro, recommendations=many),))


@pytest.mark.parametrize(
    "question",
    [
        "list every recommendation",
        "when are all the recommendations due?",
        "who leads the recommendations in theme 4?",
        "which were accepted?",
        "which have no lead?",
        "how many decisions of each kind were there?",
        "what are the themes?",
        "who are the lead officers?",
        "which recommendations mention LSCBs?",
        "which theme has the most recommendations?",
        "what is the earliest deadline?",
        "who leads recommendations " + ", ".join(map(str, range(1, 60))) + "?",
        "what is Salford's position on " + ", ".join(map(str, range(1, 40))) + "?",
        "compare the timescales of recommendations " + ", ".join(map(str, range(1, 40))),
        "help",
    ],
)
async def test_five_hundred_recommendations_still_fit_into_a_message(huge: Knowledge, question: str) -> None:
    reply = await reply_to(question, huge)

    assert contract.size(reply) < contract.LARGEST
    assert not reply.card or not contract.card_faults(reply.card)


async def test_a_text_that_was_cut_says_so_and_ends_with_its_source(huge: Knowledge) -> None:
    reply = await reply_to("when are all the recommendations due?", huge)

    assert TOO_LONG in reply.text
    assert source_of(reply).startswith("Munro response")


async def test_a_field_of_any_length_fits_when_more_is_asked_for() -> None:
    rec = a_recommendation(position="We work hard on everything that is asked of us. " * 3000)
    talk = talking(Knowledge((a_programme(recommendations=(rec,)),)))

    turn = await talk(("what is our position on recommendation 2?", "Say “more”"), ("more", "We work hard"))

    assert contract.size(turn.replies[0]) < contract.LARGEST


# What is remembered of an answer


@pytest.mark.parametrize(
    ("question", "refs", "fields"),
    [
        ("who leads recommendation 10?", ("10",), ("leads",)),
        ("which have no lead?", ("4", "5", "6", "7", "15"), ()),
        ("which recommendations does Sue Myers lead?", ("8", "10"), ()),
        ("who is Sue Myers?", ("8", "10"), ()),
        ("which recommendation is about a chief social worker?", ("15",), ()),
        ("who are the lead officers?", (), ()),
        ("what's the weather like?", (), ()),
        ("what does LSCB stand for?", (), ()),
    ],
)
async def test_an_answer_leaves_what_it_was_about(
    knowledge: Knowledge, question: str, refs: tuple[str, ...], fields: tuple[str, ...]
) -> None:
    memory = (await say(question, knowledge)).memory

    assert (memory.refs, memory.fields) == (refs, fields)


async def test_what_was_pending_is_over_once_something_else_is_answered(talk: Talk) -> None:
    turn = await talk(("who leads it?", "Which"), ("who leads recommendation 10?", "Sue Myers"))

    assert turn.memory == Memory("munro", ("10",), (("10",),), ("leads",), "Sue Myers", by="tenant/sue")


async def test_a_question_asked_again_gets_the_same_answer_and_nothing_of_others(knowledge: Knowledge) -> None:
    """Answers are worked out once; what went before in a conversation still counts."""
    first = [await reply_to(question, knowledge) for question in STATING]

    about_10 = (await say("tell me about recommendation 10", knowledge)).memory
    about_12 = (await say("tell me about recommendation 12", knowledge)).memory
    led = [(await reply_to("who leads it?", knowledge, about)).text for about in (about_10, about_12)]

    assert [await reply_to(question, knowledge) for question in STATING] == first
    assert "Sue Myers" in led[0]
    assert "Sandi Pennington" in led[1]


async def test_a_document_imported_anew_is_asked_anew(munro: Programme) -> None:
    changed = [
        replace(rec, leads=(Lead("Ann Other", ""),)) if rec.ref == "10" else rec for rec in munro.recommendations
    ]
    before, after = Knowledge((munro,)), Knowledge((replace(munro, recommendations=tuple(changed)),))

    assert "Sue Myers" in (await reply_to("who leads recommendation 10?", before)).text
    assert "Ann Other" in (await reply_to("who leads recommendation 10?", after)).text
