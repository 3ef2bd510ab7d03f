"""How something is done is said in two or three lines, and whoever is stuck is helped on."""

import pytest

from knowledge.library import Knowledge
from tests.office import ADA, MO, STAN, SUE, Office

from .talking import Talk, reply_to

POSTING = "Say “update 10: amber"
PAUSING = "pause my reminders until"
SOMEBODY = "“who are the administrators?”"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("how do i post an update", POSTING),
        ("where can I post my progress?", POSTING),
        ("How does one report progress?", POSTING),
        ("how do i get more time", "“extend 10 to 30 June 2027: why”"),
        ("how can we move the deadline?", "“extend 10 to 30 June 2027: why”"),
        ("how do i change the lead", "Managers change who leads"),
        ("how do i sign off", "A manager signs off"),
        ("how do I set a target?", "Managers set targets"),
        ("how do i undo", "“undo”"),
        ("how do I correct my last update?", "Nothing is overwritten"),
        ("how do i get a summary", "Managers get summaries"),
        ("how do i add a user", "Administrators add people"),
        ("can somebody post for a colleague?", "A manager can let somebody post"),
        ("who can update 10", [POSTING, "Recommendation 10 is led by Sue Myers."]),
        ("who can update 4?", "Nobody leads Recommendation 4 yet"),
        ("who has what role", "Managers assign leads"),
        ("who can do what", "Managers assign leads"),
        ("people", "Administrators add people"),
        ("add new person mary", "Administrators add people"),
        ("remove bob jones", "Administrators add people"),
        ("remind sue about 8", "of my own accord"),
        ("chase sue", "of my own accord"),
        ("could you please chase Sue Myers?", "of my own accord"),
        ("im off sick", PAUSING),
        ("i'm on leave", PAUSING),
        ("im new what is this", "I answer questions about the recommendations"),
        ("who hasnt replied", "have not reported"),
        ("who's letting us down?", "have not reported"),
        ("who hasn't done theirs", "have not reported"),
        ("who do I need to chase?", "have not reported"),
        ("12 April 2027", "“set the target for 10 to 12 April 2027”"),
        ("by 30/6/2027", "“set the target for 10 to 30 June 2027”"),
    ],
)
async def test_how_something_is_done_is_said_and_nothing_is_quoted(
    text: str, told: str | list[str], office: Office
) -> None:
    await office.talk(
        (STAN, text, [*([told] if isinstance(told, str) else told), "not: nearest that the document has"])
    )


@pytest.mark.parametrize("text", ["May 2012", "who is due by 12 April 2027?", "September 2011"])
async def test_a_day_of_the_document_or_in_a_question_is_none_to_be_set(text: str, office: Office) -> None:
    await office.talk((MO, text, "not: I don’t know what it is for"))


async def test_what_is_said_depends_on_what_somebody_may_do(office: Office) -> None:
    await office.talk(
        (MO, "how do I sign off?", "^Once its lead has reported it complete, say “sign off 10”"),
        (MO, "how do I change the lead?", "^Say “assign 10 to"),
        (ADA, "how do I add a user?", "^Say “add Jane Doe"),
        (ADA, "remove bob jones", ["Nobody is taken out of the directory", "take away their roles"]),
    )


async def test_a_day_off_pauses_the_reminders(office: Office) -> None:
    await office.talk((SUE, "on leave til friday", "I won’t remind you of anything before Friday 27 November 2026"))


async def test_what_can_be_said_as_an_order_is_one(office: Office) -> None:
    await office.talk(
        (SUE, "can I update 10?", "not: Whoever leads"),
        (SUE, "cancel", ""),
        (MO, "can you assign 4 to Sue Myers", "Save this?"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "how can we help young people get more time with social workers?",
        "which recommendation is about early help?",
        "how can I find out what Munro says about reports?",
        "who can undertake serious case reviews?",
        "what can local authorities do to remove obstacles?",
    ],
)
async def test_questions_on_the_document_stay_questions_on_the_document(text: str, knowledge: Knowledge) -> None:
    assert "Munro" in (await reply_to(text, knowledge)).text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("this is rubbish", ["I’m sorry", "“who leads 10?”", SOMEBODY]),
        ("you're useless", ["I’m sorry", SOMEBODY]),
        ("i dont understand", ["Sorry", "help", SOMEBODY]),
        ("what do you mean?", ["Sorry", "help"]),
        ("soz wrong chat", "nothing has been saved"),
        ("who can see this?", ["each with the name of who gave it", "not: leads"]),
        ("can i speak to a person", ["can’t put you through", SOMEBODY]),
        ("are you a robot?", ["Yes, I’m a bot", SOMEBODY]),
        ("are you chatgpt", ["^No, I’m nothing of that kind", "not: Yes", SOMEBODY]),
        ("is this copilot?", ["^No, I’m nothing of that kind"]),
        ("are you a bot?", "Yes, I’m a bot"),
        ("am I talking to a human?", "No, I’m a bot"),
        ("are you human?", "No, I’m a bot"),
        ("are you a real person", "No, I’m a bot"),
        ("u human?", "No, I’m a bot"),
        ("is this a human being?", "No, I’m a bot"),
        ("Is there a real person there?", "No, I’m a bot"),
        ("are you a human or a bot?", "I’m a bot, not a person"),
        ("am i talking to a person or a machine", "I’m a bot, not a person"),
        ("not what i asked", ["Sorry", "number"]),
        ("no that's not what I asked for", "Sorry"),
        ("that's wrong", ["Sorry", "nothing has been changed"]),
    ],
)
async def test_words_about_the_conversation_are_answered_kindly(text: str, told: str | list[str], talk: Talk) -> None:
    await talk((text, [*([told] if isinstance(told, str) else told), "not: I couldn’t find anything"]))


async def test_what_a_word_means_is_still_told(talk: Talk) -> None:
    await talk(("what do you mean by LSCB?", "Local Safeguarding Children Board"))


@pytest.mark.parametrize(
    "asked", ["how do i book annual leave", "where do I claim my leave", "how do I log sick leave"]
)
async def test_leave_is_booked_elsewhere(office: Office, asked: str) -> None:
    await office.talk((SUE, asked, ["I couldn’t find anything about that", "not: pause my reminders"]))


@pytest.mark.parametrize(
    "text",
    [
        "sue put a kids name in 8, get rid of it",
        "there's a child's name in the update on 8",
        "sue named a family in 8",
    ],
)
async def test_whoever_finds_a_childs_name_is_told_at_once_how_it_goes(text: str, office: Office) -> None:
    await office.talk(
        (MO, text, ["^Nothing has been taken out yet", "“redact the last update on 8”", "“redact the name …”"]),
        (STAN, text, ["“undo”", "“redact the last update on 8”", "“who are the managers?”"]),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("what does 10 say about children's data in reports?", "not: taken out"),
        ("update 10: amber - the child's name stays in the report", ["Save this?", "not: taken out"]),
    ],
)
async def test_what_only_speaks_of_names_is_left_alone(text: str, told: str | list[str], office: Office) -> None:
    await office.talk((SUE, text, told))


async def test_whoever_cannot_post_is_told_why(office: Office) -> None:
    await office.talk(
        (STAN, "why cant i post", ["Nobody has linked your account", "Administrators: Ada Admin"]),
        (SUE, "why can't I update 3?", "^You can post on what Sue Myers leads"),
    )
