"""The advice for a child in danger: who gets it, who doesn't, and what stands beside it."""

import pytest

from dialogs import emergency
from knowledge.library import Knowledge
from knowledge.model import Programme
from knowledge.questions.language import phrasebook
from tests.office import SUE, Office

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
    "i think a kid might be at risk what do i do",
    "child at risk",
    "who leads rec 8, also a child has been hit",
    "she's 14 and says she wants to die",
    "he's sleeping with a 13 year old",
    "who do i call if a child isnt safe",
    "mum said she'd kill him",
    "there's bruises on a child at my school",
    "a young person is missing",
    "a teenager is self harming",
    "neighbours kids always screaming",
    "safeguarding concern",
    "someone's touching my niece",
    "a girl in my class has a black eye",
    "hes locked in a bedroom all day no food",
    "parent is drunk in charge of a toddler rn",
    "whats the duty number",
    "my dad hits me",
    "i dont feel safe at home",
    "i want to kill myself",
    "she keeps cutting herself",
    "he's taken a load of tablets",
    "a lad has swallowed pills",
    "my mate is 15 and her boyfriend is 30",
    "a man online keeps asking my daughter for pictures",
    "someone is sending nudes to a 12 year old",
    "the kids upstairs haven't been fed for days",
    "baby not breathing",
    "toddler unresponsive",
    "three children left on their own all weekend",
    "my sister is being taken abroad to be cut",
    "i think they're going to force her to marry",
    "fgm next week in our family",
    "kid found wandering in pyjamas on the main road",
    "our foster child hasn't come home",
    "she didn't come back from school and she's 11",
    "boy carrying drugs for a gang",
    "county lines - 14 year old lad",
    "dad's been violent again and the baby is there",
    "mum's boyfriend threw him against the wall",
    "uncle comes into my room at night",
    "my stepdad touches me",
    "i'm scared to go home",
    "a pupil disclosed something today",
    "child in danger",
    "worried about a child",
    "worried about a little girl next door",
    "the neighbours shout at their kids all night",
    "pupil came in with cigarette burns",
    "there is a child locked in a car",
    "he said he would hurt the baby",
    "the baby is always filthy and hungry",
    "he's 9 and home alone",
    "teenager threatening to jump",
    "i think a girl is being exploited",
    "who do i ring about a kid being hurt",
    "how do i report abuse",
    "emergency",
    "help a child has been stabbed",
    "what is the out of hours number",
    "can you tell me who to call about a child being neglected",
    "my son told me his teacher touched him",
    "what number do i ring for child abuse",
    "is there anyone i can talk to about my dad hitting me",
    "a kid's dad just punched him",
    "what is the number for social services",
    "i cant cope with the baby any more",
    "how do i stop a boy hitting me",
    "girl in y9 pregnant",
    "what if a child tells me she's being abused",
    "is a child being hit an emergency?",
    "update 10: amber - a child told me her dad hits her",
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
    "which recommendations are about children at risk of harm?",
    "what does Munro say about missing children",
    "serious case reviews",
    "update 10: amber – children at risk register reviewed",
    "update 10: green - training on child sexual exploitation delivered to all teams",
    "no change on 10",
    "10 is at risk",
    "which are at risk",
    "i think 8 is at risk",
    "rec 8 at risk, missing children protocol delayed",
    "update 8: red - self harm pathway for teenagers not agreed",
    "what's missing",
    "who is missing updates",
    "am i missing anything",
    "extend 10 to 30 June 2027: waiting on the domestic abuse strategy for children",
    "which recommendations mention neglect",
    "who leads on self-harm?",
    "is there a recommendation about child sexual exploitation",
    "how are children suffering harm identified",
    "early help for children at risk",
    "suicide prevention strategy",
    "tell me about child deaths",
    "what happened to the child protection register",
    "does it cover online grooming",
    "anything on fgm policy",
    "munro",
    "hello",
    "help",
    "i need help",
    "help me",
    "child protection",
    "children's services",
    "looked after children",
    "child-centred system",
    "what is the child's journey",
    "who leads 10",
    "thanks that killed it",
    "the deadline is killing me",
    "kill that update",
    "we beat the target",
    "i am worried about the deadline",
    "sign off 10",
    "weekly summary",
    "early intervention for young people",
    "social work with children and families",
    "children's trusts",
    "what does lscb stand for",
    "the argument about children's voices",
    "any recommendation on domestic violence",
    "safeguarding boards",
    "local safeguarding children boards",
    "designated safeguarding lead training",
    "who is the safeguarding lead",
    "send 10 back: no evidence yet",
    "which recs are red",
    "list the recommendations about abuse",
    "and for children at risk?",
    "what about children in need",
    "set the target for 10 to 31 March 2027",
    "was recommendation 8 about children at risk accepted",
    "how many children are at risk?",
    "which one's about someone being left home alone because whoever looks after them is in hospital?",
]


@pytest.mark.parametrize("message", DANGER)
def test_a_child_who_may_be_in_danger_comes_first(message: str) -> None:
    assert emergency.suggests_danger(message)


@pytest.mark.parametrize(
    "message",
    [
        "which one is about my kid being hit by his dad right now?",
        "which one is about a child next door being beaten right now?",
    ],
)
def test_asking_which_one_hides_no_child_in_danger(message: str) -> None:
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


@pytest.mark.parametrize(
    "answer", ["Training on children at risk of harm delivered.", "Missing children protocol agreed"]
)
def test_what_is_reported_of_children_at_risk_is_no_alarm(answer: str) -> None:
    assert not emergency.suggests_danger(answer, reporting=True)


async def test_an_update_on_children_at_risk_is_an_update(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – children at risk register reviewed", ["register reviewed", "Save this?", "not: 999"]),
        (SUE, "cancel", "dropped"),
        (SUE, "update 10: amber", ["What has happened", "not: 999"]),
        (SUE, "Missing children protocol agreed", ["next step", "not: 999"]),
        (SUE, "a child has just told me her dad hits her", "^**If a child is in danger"),
    )


async def test_a_child_spoken_of_beside_a_question_comes_first(talk: Talk) -> None:
    await talk(("who leads rec 8, also a child has been hit", ["^**If a child is in danger", "Recommendation 8"]))


@pytest.mark.parametrize(
    "order",
    [
        "update 10: amber – a child is in danger tonight",
        "update 7: red – a child is at risk of serious harm tonight",
        "no change on 10, but a child is in danger",
        "extend 10 to 30 June: a child is in danger",
        "10 is red, a baby is being hurt",
        "assign 4 to Sue, a boy is missing",
        "update 10: red - a girl has just disclosed abuse",
        "update 10: amber – one child is in immediate danger",
        "update 8: green. A toddler is at serious risk",
        "mark 10 red: a child may be in danger",
        "update 10: red – two children are in danger tonight",
    ],
)
def test_a_child_in_danger_within_an_order_comes_first(order: str) -> None:
    assert emergency.suggests_danger(order)


@pytest.mark.parametrize(
    "order",
    [
        "update 10: green – fewer children at risk this month",
        "update 7: green – training on what to do if a child is in danger delivered",
        "update 7: amber – protocol for children missing from care agreed today",
        "update 10: amber – support for children at risk of exploitation starts now",
        "update 7: green – staff know what to do when a child is in danger",
        "update 10: amber – early help for children who have been abused now in place",
        "extend 10 to 30 June: the review of children at risk isn't done",
        "update 10: amber – procedure for when a child is missing was agreed",
    ],
)
def test_progress_on_children_at_risk_goes_without_advice(order: str) -> None:
    assert not emergency.suggests_danger(order)


@pytest.mark.parametrize(
    "order",
    [
        "update 10: amber – visited the smith family, dad is hitting the kids, next step visit friday",
        "update 10: amber – dad is hitting the kids",
        "update 10: amber – little Kyle has been left on his own again tonight",
        "update 10: amber - mum's boyfriend threw the baby against the wall",
        "update 10: red, the stepdad beats them",
        "10 amber, girl of 6 has bruises all over her arms",
        "update 12: amber, the baby isn't being fed",
        "update 8: red - he's locking her in her room at night",
        "update 10: green. kid at number 12 is being hit by his mum",
        "update 10: amber, she says she wants to kill herself",
        "update 9: amber. A lad told the worker that his uncle touches him",
        "10: red – toddler found wandering alone on the road",
        "mark 10 amber, parents drunk and the kids haven't eaten for two days",
        "update 10: red - family are planning to take her abroad to be cut",
        "update 10: amber – grandad keeps touching the girl",
        "update 10: amber – 14 year old has gone missing from placement",
        "no change on 10, but the kids are being beaten",
        "10 amber: the twins have been left home alone all weekend",
        "update 10: amber – her boyfriend is threatening to stab her and the baby",
        "update 10: amber - a boy tried to hang himself in the unit last night",
        "set the target for 10 to 31 march 2027: dad is hitting the kids",
        "extend 10 to 30 june: mum is beating her little boy",
        "assign 4 to sue, a kid's been stabbed",
        "10 is red, mum hits them",
        "update 10 amber dad is hitting the kids",
        "update 10: amber; met partners. The baby is being shaken by dad.",
        "update 8: dad punched his son last night",
        "8 amber – the children next door are screaming every night",
        "update 10: amber – little Mia was left on her own all weekend",
        "update 10: amber – his mum has burnt him with a cigarette",
        "update 10: amber – met the lad; he says his stepdad hits him with a belt",
        "update 10: red – visited yesterday: three kids with no food in the house",
        "update 4: amber – she's being groomed by a man online",
        "update 10: amber – the girl cuts herself",
        "update 10: amber – partner beats mum in front of the kids",
        "update 10: red and a child is being abused at 4 acacia avenue",
        "update 10: amber – worried about the little boy, he's not eating",
        "no change on 10. the kid is still being hit",
        "update 10: amber - Lucy (8) was raped; next step review by 30 Jan",
        "update 10: amber - Lucy, 8, was beaten by her uncle",
        "extend 10 to 30 August 2027: Kayleigh (7) was hurt",
    ],
)
def test_harm_to_one_child_told_within_an_order_comes_first(order: str) -> None:
    assert emergency.suggests_danger(order)


@pytest.mark.parametrize(
    "order",
    [
        "update 10: green – fewer children are hurt this quarter",
        "update 10: green – training on spotting abuse delivered",
        "update 7: amber – campaign on not leaving children home alone launched",
        "update 10: green – self-harm pathway agreed; teenagers who self-harm are seen within a week",
        "update 10: amber – parents who hit their children are offered a course",
        "update 8: red – staff told us they feel overwhelmed",
        "update 10: green - the service works with dads who hurt mums",
        "update 10: amber – 12 children went missing from care, down from 20",
        "update 9: green – serious case review of a child killed in 2009 published",
        "update 10: green – guidance on bruises in babies who are not mobile issued",
        "update 10: green – girls at risk of FGM are now referred within a day",
        "update 10: red – two workers left and the children's team is overwhelmed",
        "update 10: amber – workshop for staff on what to say if dad hits mum",
        "update 14: red – nobody applied, we're getting killed on salaries",
        "update 10: green – each child who goes missing is seen within 72 hours",
        "update 10: green – children who say they are hit are heard by a social worker the same day",
        "update 10: amber – the boys' group is beating its target",
        "update 10: green – app launched where kids can say that they're scared",
        "update 10: amber – mum and baby unit isn't open yet",
        "update 10: amber – the CSE team, led by Gani, now works with the police on missing children",
        "update 10: amber – Sue and her team reviewed children at risk",
        "update 10: green – the number of children who were neglected fell",
        "update 7: amber – the tool kit on domestic abuse and neglect was sent to schools",
        "update 10: amber – Julie said she is worried about the deadline for the abuse strategy",
        "update 10: green – fathers' group on anger started, no child was hurt since",
        "update 10: amber – learning from the Baby P case shared",
        "update 10: green – boys at risk of gangs are met weekly; knife crime project goes on",
        "update 10: amber – lone worker policy: staff who are attacked or threatened call the police",
        "update 10: green – the child is seen alone at each visit",
        "update 10: green – social workers now see the child alone and write down what he says",
        "update 10: amber – we keep children at home where that is safe",
        "update 10: green – every baby with an injury is seen by a doctor",
        "update 10: amber – audit found that one child in ten was not seen",
        "update 10: amber – contact with the father is now assessed",
        "no change on 10, we are still waiting for the missing children data",
        "10 amber – the practice lead is missing, her post is frozen",
        "update 10: green – staff use the voice of the child when mum is scared",
        "update 8: amber – her maternity leave starts, the baby is due in may",
        "update 10: green – hits on our website up, kids use it",
        "update 10: amber – Sue is on her own with the caseload now",
        "10: amber – team left without a lead, Julie is alone with it",
        "update 10: green – the child's social worker is told when mum is hurt",
        "update 10: amber – he has left the council, she is on leave",
        "update 10: green – she says the pilot hit its target",
        "update 10: green – Sue says that the draft was attacked by partners",
        "update 12: amber – student social workers are in place, one has left",
        "update 10: green – we hit the deadline; the board was told",
        "update 10: amber – her report on child deaths is due",
        "update 10: amber – the young people's panel said that they are scared of moving placements",
        "update 8: red – GPs stopped coming, a meeting was missed",
        "update 10: green – domestic abuse advisers now sit with the team",
        "update 10: amber – father's day event for dads, 30 dads and kids came",
        "update 10: green – he was shouting about it at the board, but the child protection plan is agreed",
        "update 10: amber – Sharon is worried about the timescale",
        "set the target for 10 to 31 march: children at risk list not ready",
        "extend 10 to 30 june: the abuse team is on sick leave",
        "update 10: amber – one child's record was lost; ICO told",
        "update 10: green – children and young people are safe, feel heard, and are hurt less often",
        "update 9: green – a review of the death of a baby was shared with staff",
        "update 10: green – he took up post; she is in training",
        "update 10: amber - Lucy (8) helped with the pilot",
        "update 10: amber - secret shopper exercise done with the kids council",
        "update 10: amber - children are at risk of delay",
    ],
)
def test_the_everyday_work_of_keeping_children_safe_goes_without_advice(order: str) -> None:
    assert not emergency.suggests_danger(order)


async def test_harm_that_is_told_as_what_has_happened_comes_first(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber", ["What has happened", "not: 999"]),
        (SUE, "visited the family, dad is hitting the kids", ["^**If a child is in danger"]),
    )
    await office.talk((SUE, "little Kyle has been left on his own again tonight", ["^**If a child is in danger"]))


async def test_an_update_that_tells_of_danger_is_restated_below_the_advice(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – a child is in danger tonight", ["^**If a child is in danger", "999", "Save this?"]),
    )


async def test_an_order_lost_beside_the_advice_is_said_to_be(office: Office) -> None:
    await office.talk((SUE, "no change on 10, but a child is in danger", ["^**If a child", "Nothing else", "saved"]))


def test_no_short_form_goes_on_into_another_matter() -> None:
    """Else a sentence could have words, written out, that the whole message hasn't."""
    short = "\n".join(phrasebook.load("knowledge.questions.language", "words.txt")["short forms"])
    typed = [form for line in short.split("\n") for form in line.split(" = ")[1].split(", ")]

    assert len(typed) > 100
    assert not [form for form in typed if emergency._SENTENCE.search(f" {form} ")]
