"""The advice for a child in danger: who gets it, who doesn't, and what stands beside it."""

import pytest

from dialogs import emergency
from knowledge.library import Knowledge
from knowledge.model import Programme

from .talking import Talk, say

DANGER = [
    "a child has just told me her dad hits her",
    "a pupil has disclosed that her uncle touches her",
    "a pupil has disclosed abuse to me what do i do",
    "she says her dad hits her",
    "theres a kid next door screaming",
    "there's a child screaming next door right now",
    "i think a child is being abused",
    "i think the boy next door is being hurt by his mum",
    "my neighbour is beating his kids",
    "a toddler has been left home alone",
    "a little girl is wandering alone in the street, her parents have gone missing",
    "my daughter has gone missing",
    "a 14 year old girl has run away and i'm scared for her",
    "he's got a knife and the kids are in the house",
    "a student just told me she's going to kill herself",
    "one of our lads is talking about suicide tonight",
    "my stepdad is hurting me",
    "i'm 12 and my mum hits me",
    "someone is hurting a baby",
    "chld being hit rite now wot do i do",
    "pls help kid gettin beaten nxt door",
    "teenager at risk right now who do i ring",
    "i saw a man hit a child at the bus stop this morning",
    "i can hear a baby crying and someone shouting next door",
    "a young person has just disclosed sexual abuse",
    "a child i work with has bruises and says his dad did it",
    "im worried a child is being neglected who do i report it to",
    "a kid told me not to go home because dad will hurt him",
    "urgent - child at risk of harm tonight",
    "what do i do if a child tells me they're being abused",
    "theres a kiddie being smacked about",
    "he told me he's scared to go home",
    "a child is in danger now. also who leads recommendation 10?",
    "a girl in my class says her mum locks her in a cupboard",
    "the children next door are starving and locked in",
    "my pupil has taken an overdose",
    "i want to report child abuse",
    "how do i report a child being abused",
    "a kids been stabbed outside",
    "help me my dad is going to hurt me",
    "emergency, child not breathing",
    "i think my niece is being groomed online",
    "a boy has turned up at school with burns on his arms",
    "shes 13 and shes being trafficked i think",
    "a mother just rang me saying her partner attacked the children",
]

# About the documents' own subject, which is sad enough.
QUESTIONS = [
    "what does munro say about children suffering significant harm",
    "which recommendation is about learning lessons when a child dies",
    "who leads child protection",
    "what happens when a child is at risk of harm according to rec 10",
    "are children who are suffering harm identified under rec 10?",
    "hi i'm new here can you help me",
    "which recommendation is about early help for children",
    "what does salford say about children at risk of harm",
    "who leads the recommendation on serious case reviews",
    "what did munro say about abuse and neglect",
    "does the document mention sexual abuse",
    "what do i do to find the timescale for rec 10",
    "who do i call about recommendation 10",
    "what should social workers do when a child is neglected according to munro",
    "which recommendations mention abuse",
    "how are children suffering harm identified",
    "when a child is abused, what does the review recommend",
    "what is the government saying about children who are suffering harm",
    "who do i contact about child protection training",
    "i am worried about the deadline for rec 12",
    "can you tell me about missing children in the document",
    "what's the response on children who are hurt",
    "is anyone killing off the annual report",
    "which rec stops professionals missing signs of abuse in children",
    "what does it say about helping children before they are harmed",
    "i think the recommendation about children suffering harm was 8",
    "what does munro argue about fear that a case of abuse will be missed",
    "who is responsible for children at risk of harm in salford",
    "help me find the recommendation about children who are suffering significant harm",
    "tell me about the child's journey",
    "do any recommendations say what to do when a child is being abused",
    "what does the government say on preventing abuse and neglect of children",
    "tell me what rec 8 says about children likely to suffer harm",
    "where does it talk about identifying children at risk",
    "which are now overdue",
    "what does munro say happens when children are left waiting for help",
    "who leads on children and young people now",
    "is there anything about domestic violence and children",
    "what happens to children whose needs escalate",
    "how does the review think children's voices are heard",
]


@pytest.mark.parametrize("message", DANGER)
def test_a_child_who_may_be_in_danger_comes_first(message: str) -> None:
    assert emergency.suggests_danger(message)


@pytest.mark.parametrize("message", QUESTIONS)
def test_a_question_about_the_document_gets_its_answer_alone(message: str) -> None:
    assert not emergency.suggests_danger(message)


@pytest.mark.parametrize("message", [m.upper() for m in DANGER[:5]])
def test_shouting_changes_nothing(message: str) -> None:
    assert emergency.suggests_danger(message)


async def test_the_advice_says_999_and_that_the_bot_passes_nothing_on(talk: Talk) -> None:
    await talk(
        ("a child has just told me her dad hits her", ["call 999", "can’t pass this on", "safeguarding lead"]),
    )


async def test_the_advice_comes_alone_where_nothing_else_was_asked(talk: Talk) -> None:
    await talk(("there's a child screaming next door right now", ["**If a child is in danger", "not: _Source"]))


async def test_a_question_beside_it_is_answered_below_the_advice(talk: Talk) -> None:
    turn = await talk(("a child is in danger now. also who leads recommendation 10?", ["999", "Sue Myers"]))

    assert turn.replies[0].text.index("999") < turn.replies[0].text.index("Sue Myers")


async def test_the_councils_own_line_is_given_where_one_is_set(munro: Programme) -> None:
    knowledge = Knowledge((munro,), emergency_contact="the Bridge Partnership on 0161 603 4500")

    turn = await say("a child has just told me her dad hits her", knowledge)

    assert "safeguarding lead, or the Bridge Partnership on 0161 603 4500." in turn.replies[0].text


async def test_the_advice_is_given_before_any_document_is_imported() -> None:
    turn = await say("my daughter has gone missing", Knowledge(()))

    assert "999" in turn.replies[0].text


async def test_the_advice_doesnt_wait_for_a_programme_to_be_named(munro: Programme) -> None:
    turn = await say("my daughter has gone missing", Knowledge((munro, munro)))

    assert "999" in turn.replies[0].text


async def test_the_conversation_goes_on_where_it_was(talk: Talk) -> None:
    await talk(
        ("who leads recommendation 10?", "Sue Myers"),
        ("there's a child screaming next door right now", "999"),
        ("and the timescale?", "Recommendation 10"),
    )
