"""What is heard as an order, and what is left to be answered as a question."""

import pytest

from dialogs import update
from dialogs.managing import assigning, delegating, extending, redacting, signing_off, targets
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Memory, Message
from dialogs.updating import mine, nochange, undo
from dialogs.words.orders import Deed, heard, split
from knowledge.library import Knowledge
from knowledge.model import Person, Programme
from tests.banks import bank
from tests.office import NOW

DIALOGS = (assigning, delegating, extending, mine, nochange, redacting, signing_off, targets, undo, update)
TAKES = tuple(dialog.take for dialog in DIALOGS)

REFS = {str(number): str(number) for number in range(1, 16)} | {"2.10": "2.10", "r3.1": "R3.1"}

UPDATES = [
    ("update 10: amber – the pilot slipped", (("10", "amber – the pilot slipped"),)),
    ("Update Rec 10", (("10", ""),)),
    ("updte 10", (("10", ""),)),
    ("update recommendation ten amber: Three NHS partners", (("10", "amber: Three NHS partners"),)),
    ("update 2.10: red", (("2.10", "red"),)),
    ("update R3.1: red", (("r3.1", "red"),)),
    ("id like to post an update for rec 10 please", (("10", ""),)),
    ("I’d like to update 10", (("10", ""),)),
    ("i need to report on 10", (("10", ""),)),
    ("can i update 10?", (("10", ""),)),
    ("can you mark 10 as green?", (("10", "green"),)),
    ("can you put 10 down as amber please, the pilot slipped", (("10", "amber please, the pilot slipped"),)),
    ("update on 10 - all fine, still green", (("10", "all fine, still green"),)),
    ("mark rec ten complete", (("10", "complete"),)),
    ("10 done", (("10", "done"),)),
    ("amber for 10", (("10", "amber"),)),
    ("red on 10: staff left", (("10", "red: staff left"),)),
    ("🟢 10", (("10", "🟢"),)),
    ("status of 10 is amber", (("10", "amber"),)),
    ("we've finished 10", (("10", "we've finished"),)),
    ("update 10 and 12: amber", (("10", "amber"), ("12", "amber"))),
    ("update 10: amber – late; 8: green – fine", (("10", "amber – late"), ("8", "green – fine"))),
    ("10: red\n8: green", (("10", "red"), ("8", "green"))),
    ("red for 10 and amber for 8", (("10", "red"), ("8", "amber"))),
    ("update 10 amber and 8 red", (("10", "amber"), ("8", "red"))),
    ("10 green, 8 red, 9 amber", (("10", "green"), ("8", "red"), ("9", "amber"))),
    ("10 amber and staff left", (("10", "amber and staff left"),)),
    ("10 red => amber", (("10", "red => amber"),)),
    ("8: amber -> green, training done", (("8", "amber -> green, training done"),)),
    ("rec 8 amber to green", (("8", "amber to green"),)),
    ("10 → green", (("10", "green"),)),
    ("10 red => amber, 8 amber -> green", (("10", "red => amber"), ("8", "amber -> green"))),
    ("amber -> green for 10", (("10", "amber -> green"),)),
    ("also 8: red – staff left", (("8", "red – staff left"),)),
    ("ok, now 10 is green", (("10", "green"),)),
    ("can we put 10 down as green", (("10", "green"),)),
    ("10 is on track to miss its target", (("10", "on track to miss its target"),)),
    ("8: green; 10: on track to be late", (("8", "green"), ("10", "on track to be late"))),
    ("rec 10 update: amber, pilot began", (("10", "amber, pilot began"),)),
    ("Recommendation 10 update – pilot began", (("10", "pilot began"),)),
    ("10's update: amber", (("10", "amber"),)),
    ("rec 10 update, amber and late", (("10", "amber and late"),)),
    ("10 and 8 both green", (("10", "green"), ("8", "green"))),
    ("8, 10 and 3 all amber, staff left", tuple((ref, "amber, staff left") for ref in ("8", "10", "3"))),
    ("- 10: amber - pilot late", (("10", "amber - pilot late"),)),
    ("* 10 amber", (("10", "amber"),)),
    ("• update 10: amber", (("10", "amber"),)),
    ("- 10: amber\n- 8: red", (("10", "amber"), ("8", "red"))),
]


@pytest.mark.parametrize(("text", "items"), UPDATES)
def test_an_update_is_heard_with_what_is_for_each_recommendation(text: str, items: tuple[tuple[str, str], ...]) -> None:
    order = heard(text, REFS)

    assert order is not None
    assert order.deed is Deed.UPDATE
    assert order.items == items


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("no change on 10", ("10",)),
        ("no change", ()),
        ("10 & 12 no change", ("10", "12")),
        ("nothing to report on 8", ("8",)),
        ("10 hasn’t changed", ("10",)),
        ("same as last time for 10", ("10",)),
        ("still no change for 10 this week", ("10",)),
        ("update 10: no change", ("10",)),
        ("nothing new on 8 or 10", ("8", "10")),
        ("- no change on 10", ("10",)),
        ("no change on 10 except staff left", ("10",)),
        ("10 unchanged, apart from the new lead", ("10",)),
    ],
)
def test_no_change_is_heard(text: str, refs: tuple[str, ...]) -> None:
    order = heard(text, REFS)

    assert order is not None
    assert (order.deed, order.refs) == (Deed.NO_CHANGE, refs)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("update 10: green – will Ofsted come?", (("10", "green – will Ofsted come?"),)),
        ("update 10: is it amber?", None),
        ("update 10 green?", None),
        ("update on 10: is it amber?", None),
        ("is 10 green?", None),
        ("update 10?", None),
    ],
)
def test_a_report_may_end_with_a_question(text: str, items: tuple[tuple[str, str], ...] | None) -> None:
    order = heard(text, REFS)

    assert (order and order.items) == items


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("undo", ()),
        ("Undo!", ()),
        ("can you undo that?", ()),
        ("oops undo", ()),
        ("i made a mistake, undo it", ()),
        ("take back my last update", ()),
        ("cancel my last update", ()),
        ("remove my update on 10", ("10",)),
        ("take 10 back", ("10",)),
        ("undo 10 again", ("10",)),
    ],
)
def test_taking_back_is_heard(text: str, refs: tuple[str, ...]) -> None:
    order = heard(text, REFS)

    assert order is not None
    assert (order.deed, order.refs) == (Deed.UNDO, refs)


@pytest.mark.parametrize(
    "text",
    [
        "what do i have to update?",
        "what do we need to report on",
        "what's outstanding for me?",
        "what’s due from me",
        "my recs",
        "which are mine?",
        "updates",
    ],
)
def test_an_officers_own_list_is_heard(text: str) -> None:
    order = heard(text, REFS)

    assert order is not None
    assert order.deed is Deed.MINE


@pytest.mark.parametrize(
    "text",
    [
        "what's the latest on 10?",
        "is 10 green?",
        "update on 10",
        "can you give me an update on 10?",
        "i want an update on 10",
        "any update on 10",
        "update 10?",
        "status of 10",
        "red 10 or 12?",
        "who is red on 10?",
        "which are red or amber",
        "on track for 2027",
        "rec 10 update please",
        "are we behind on 10",
        "have we finished 10",
        "10 is green isn't it",
        "we're on target for 8, aren't we",
        "10 is done, right",
        "rec 10 update, any news",
        "rec 10 update - who leads it?",
        "no change on 10 except 8",
        "10 is going to be red by christmas",
        "what changed on 10",
        "what does 10 say about change",
        "how many children moved",
        "hello",
        "",
    ],
)
def test_a_question_is_no_order(text: str) -> None:
    assert heard(text, REFS) is None


def test_references_are_split_as_they_were_typed() -> None:
    assert split("10, 2.10 and R3.1") == ("10", "2.10", "r3.1")
    assert split(None) == ()


@pytest.mark.parametrize("name", ["second", "third"])
def test_no_question_on_the_document_is_taken_for_an_order(munro: Programme, name: str) -> None:
    """Whoever asks; here somebody who may do everything, after recommendation 10 was spoken of."""
    knowledge, memory = Knowledge((munro,)), Memory("munro", ("10",))
    anybody = Person("local", "anybody", unbound=True)
    asked = [text for case in bank(name) for text in case.turns]

    taken = {
        text: turn.replies[0].text
        for text in asked
        for take in TAKES
        if (turn := take(Moment(Message(text, NOW), anybody, memory, knowledge)))
    }

    assert len(asked) > 100
    assert not taken
