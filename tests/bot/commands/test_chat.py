"""The conversation in a terminal and in a pipe, and the commands around it."""

import asyncio
import io
import os
import pty
import select
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.commands.chat import Chat, chat
from bot.commands.failures import this_python
from bot.commands.terminal import choices, plain, shown
from bot.conversations.turns import Respond, Turns
from dialogs.turns.turn import Memory, Message, Reply, Turn
from knowledge.library import Knowledge
from knowledge.model import Person
from knowledge.store import TinyStore
from tests.conftest import echo

ROOT = Path(__file__).resolve().parents[3]
YOU = Person("local", "terminal", "You")


def talking(respond: Respond) -> Chat:
    """A conversation in which nothing is known."""
    return Chat(Turns(TinyStore.in_memory(), respond, Knowledge(())), YOU, "terminal")


def button(title: str, **data: Any) -> dict[str, Any]:
    return {"type": "Action.Submit", "title": title, "data": data}


CARD = {
    "type": "AdaptiveCard",
    "body": [
        {"type": "TextBlock", "text": "Source: *Munro*, timescale"},
        {"type": "FactSet", "facts": [{"title": "Lead", "value": "Sue Myers"}]},
        {"type": "ColumnSet", "columns": [{"type": "Column", "items": [{"type": "TextBlock", "text": "deep"}]}]},
        {"type": "ActionSet", "actions": [button("Timescale", say="timescale of 10")]},
    ],
    "actions": [
        button("Leads", msteams={"type": "messageBack", "value": {"say": "who leads 10?"}}),
        {"type": "Action.OpenUrl", "title": "Read", "url": "https://example.org"},
    ],
}


def test_what_a_card_hides_at_first_is_not_shown() -> None:
    """A long passage would push its answer out of sight, as it would in Teams."""
    passage = {"type": "Container", "id": "p", "isVisible": False, "items": [{"type": "TextBlock", "text": "long"}]}
    toggle = {"type": "Action.ToggleVisibility", "title": "Show the whole passage", "targetElements": ["p"]}
    card = {"type": "AdaptiveCard", "body": [{"type": "ActionSet", "actions": [toggle]}, passage]}

    assert shown(Reply("The answer.", card)) == "The answer."
    assert choices(Reply("The answer.", card)) == []


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**Sue Myers** leads _Recommendation 10_.", "Sue Myers leads Recommendation 10."),
        ("***both***", "both"),
        ("- one\n- two\n  - three", "• one\n• two\n  • three"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        (r"a \*star\* and 1\. point \_x\_", "a *star* and 1. point _x_"),
        (
            "[the response](https://example.org/a) [https://b.c](https://b.c)",
            "the response (https://example.org/a) https://b.c",
        ),
        ("## Heading\ntext", "Heading\ntext"),
        ("", ""),
    ],
)
def test_markdown_reads_as_plain_text(markdown: str, text: str) -> None:
    assert plain(markdown) == text


def test_a_card_is_shown_below_the_text_with_its_buttons_numbered() -> None:
    assert shown(Reply("**Answer**", CARD)) == (
        "Answer\n\n  Source: Munro, timescale\n  Lead: Sue Myers\n  deep\n\n  [1] Timescale\n  [2] Leads"
    )


def test_a_card_to_fill_in_offers_nothing_to_choose_in_a_terminal() -> None:
    form = {"type": "AdaptiveCard", "body": [{"type": "Input.Text", "id": "x"}], "actions": [button("Send", say="x")]}

    assert choices(Reply("", form)) == []


def test_choices_are_the_buttons_that_say_something() -> None:
    assert [choice.say for choice in choices(Reply("", CARD))] == ["timescale of 10", "who leads 10?"]


def with_card(card: dict[str, Any] | None) -> Respond:
    def respond(message: Message, speaker: Person, memory: Memory, knowledge: Knowledge) -> Turn:
        return Turn((Reply(message.text, card),), memory)

    return respond


async def test_a_listed_number_presses_its_button_and_other_numbers_are_words() -> None:
    conversation = talking(with_card(CARD))
    await conversation.say("hello")

    assert [reply.text for reply in await conversation.say("2")] == ["who leads 10?"]
    assert [reply.text for reply in await conversation.say("10")] == ["10"]
    assert [reply.text for reply in await conversation.say("0")] == ["0"]


async def test_without_a_card_a_number_is_words() -> None:
    conversation = talking(with_card(None))
    await conversation.say("hello")

    assert [reply.text for reply in await conversation.say("1")] == ["1"]


async def test_a_chat_remembers() -> None:
    conversation = talking(echo)
    await conversation.say("one")

    assert [reply.text for reply in await conversation.say("two")] == ["1 before. You said: two"]


async def test_an_error_is_apologised_for_and_the_chat_goes_on() -> None:
    def respond(message: Message, speaker: Person, memory: Memory, knowledge: Knowledge) -> Turn:
        raise ZeroDivisionError

    [sorry] = await talking(respond).say("hi")

    assert "went wrong on my side" in sorry.text


def test_a_pipe_gets_replies_only(capsys: pytest.CaptureFixture[str]) -> None:
    with asyncio.Runner() as runner:
        chat(runner, talking(echo), source=io.StringIO("one\n\n  two  \nquit\nthree\n"))

    assert capsys.readouterr().out == "0 before. You said: one\n\n1 before. You said: two\n\n"


def bot(folder: Path, *arguments: str, said: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
    """`python -m bot` as somebody runs it, with this standard input."""
    return subprocess.run(  # noqa: S603  our own command
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        env=os.environ | {"DATA_DIR": str(folder / "data")} | environ,
        input=said,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_store_is_made_once(tmp_path: Path) -> None:
    made, again = bot(tmp_path, "init"), bot(tmp_path, "init")

    assert (made.returncode, again.returncode) == (0, 2)
    assert "15 recommendations" in made.stdout
    assert "already" in again.stderr


def test_an_empty_store_can_be_filled_later(tmp_path: Path) -> None:
    assert "still empty" in bot(tmp_path, "init", "--empty").stdout

    imported = bot(tmp_path, "import", "knowledge/documents/munro-response.txt")

    assert imported.returncode == 0
    assert "15 recommendations" in imported.stdout


@pytest.mark.parametrize("command", [[], ["serve"], ["chat"], ["import", "knowledge/documents/munro-response.txt"]])
def test_without_a_store_every_command_says_how_to_make_one(tmp_path: Path, command: list[str]) -> None:
    refused = bot(tmp_path, *command)

    assert refused.returncode == 2
    assert "python -m bot init" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_the_command_that_makes_a_store_is_said_as_it_is_typed_here(tmp_path: Path) -> None:
    refused = bot(tmp_path, "chat")

    assert f'"{this_python()} -m bot init"' in refused.stderr
    assert "bundled document" in refused.stderr


def test_what_looks_wrong_in_an_imported_document_is_said(tmp_path: Path) -> None:
    gap = tmp_path / "gap.txt"
    gap.write_text(
        "UK Government\nResponse to the Care\nInquiry\n\nTheme 1: Care (recommendations 1 and 2)\n\n"
        "Recommendation 1\nTrain all staff.\nGovernment response: Accept\nTimescale\nMay 2027\nLead Officer\nJo Ash\n"
    )
    bot(tmp_path, "init", "--empty")

    imported = bot(tmp_path, "import", str(gap))

    assert imported.returncode == 0
    assert "Imported “UK Government Response to the Care Inquiry”" in imported.stdout
    assert "theme 1 lists recommendation 2, which isn’t in the document" in imported.stdout


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    bot(tmp_path, "init", "--empty")

    refused = bot(tmp_path, "import", "nothing.docx")

    assert refused.returncode == 1
    assert "nothing.docx" in refused.stderr


def test_bad_settings_are_all_named(tmp_path: Path) -> None:
    refused = bot(tmp_path, "init", PORT="x", TIMEZONE="y")

    assert refused.returncode == 2
    assert len(refused.stderr.strip().splitlines()) == 2


@pytest.mark.parametrize("command", [[], ["init"], ["serve"], ["chat"], ["import"]])
def test_every_command_explains_itself(tmp_path: Path, command: list[str]) -> None:
    explained = bot(tmp_path, *command, "--help")

    assert explained.returncode == 0
    assert "usage: python -m bot" in explained.stdout


def test_an_unknown_command_is_bad_input(tmp_path: Path) -> None:
    assert bot(tmp_path, "dance").returncode == 2


def test_the_terminal_answers_a_pipe(tmp_path: Path) -> None:
    bot(tmp_path, "init")

    answered = bot(tmp_path, "chat", said="who leads recommendation 10?\n")

    assert answered.returncode == 0
    assert answered.stdout.strip()
    assert answered.stderr == ""


def test_two_bots_do_not_share_a_store_but_a_chat_may_look_in(tmp_path: Path) -> None:
    bot(tmp_path, "init")
    environ = os.environ | {"DATA_DIR": str(tmp_path / "data")}
    holder = "import sys, pathlib; from knowledge.store.tiny.store import TinyStore; "
    holder += "TinyStore.open(pathlib.Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(  # noqa: S603  our own command
        [sys.executable, "-c", holder, str(tmp_path / "data")],
        cwd=ROOT, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as running:  # fmt: skip
        assert running.stdout
        assert running.stdin
        running.stdout.readline()

        serving, chatting = bot(tmp_path, "serve"), bot(tmp_path, "chat", said="hello\n")

        running.stdin.close()
    assert serving.returncode == 1
    assert "in use" in serving.stderr
    assert chatting.stdout.strip()


@pytest.mark.parametrize("leaving", ["quit", "Ctrl-D", "Ctrl-C"])
def test_somebody_at_a_terminal_is_welcomed_answered_and_seen_off(tmp_path: Path, leaving: str) -> None:
    bot(tmp_path, "init")
    terminal, its_end = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "chat"],
        cwd=ROOT,
        env=os.environ | {"DATA_DIR": str(tmp_path / "data")},
        stdin=its_end,
        stdout=its_end,
        stderr=its_end,
    )
    try:
        seen = until(terminal, "You: ")
        os.write(terminal, b"who leads recommendation 10?\n")
        seen += until(terminal, "You: ")
        if leaving == "Ctrl-C":
            seen += interrupted(process, terminal)
        else:
            os.write(terminal, {"quit": b"quit\n", "Ctrl-D": b"\x04"}[leaving])
            seen += until(terminal, "Goodbye.")
        process.wait(10)
    finally:
        process.kill()
        process.wait()
    os.close(terminal)
    os.close(its_end)

    assert process.returncode == 0
    assert "Ctrl-D leaves" in seen
    assert "Traceback" not in seen


def interrupted(process: subprocess.Popen[bytes], terminal: int) -> str:
    """What a terminal shows once Ctrl-C was heard; between a prompt and its reading Python misses one now and then."""
    seen = ""
    while "Goodbye." not in seen:
        process.send_signal(signal.SIGINT)
        while select.select([terminal], [], [], 1)[0] and "Goodbye." not in seen:
            seen += os.read(terminal, 4096).decode()
    return seen


def until(terminal: int, words: str) -> str:
    """What a terminal shows, up to these words."""
    seen = ""
    while words not in seen:
        seen += os.read(terminal, 4096).decode()
    return seen


def test_a_document_takes_anothers_place_only_where_that_is_ordered(tmp_path: Path) -> None:
    text = (
        "Northport: response to the review of {}\n\nRecommendation 1\n{}\nReview argument\nIt is dim.\nLead: Jo Ash\n"
    )
    lights, ferries = tmp_path / "a.txt", tmp_path / "b.txt"
    lights.write_text(text.format("lights", "Mend them."))
    ferries.write_text(text.format("ferries", "Mend them."))
    bot(tmp_path, "init", "--empty")

    first, second = bot(tmp_path, "import", str(lights)), bot(tmp_path, "import", str(ferries))
    lights.write_text(text.format("lights", "Buy lamps."))
    refused = bot(tmp_path, "import", str(lights))
    done, again = bot(tmp_path, "import", str(lights), "--replace"), bot(tmp_path, "import", str(lights))

    assert "It is called “lights”" in first.stdout
    assert "It is called “ferries”" in second.stdout
    assert refused.returncode == 2
    assert "would replace “Northport: response to the review of lights” with 1 recommendation" in refused.stderr
    assert "with no updates on it. Nothing was changed; to replace it, say --replace." in refused.stderr
    assert (done.returncode, again.returncode) == (0, 0)
    assert "nothing was changed" in again.stdout
    assert "2 documents" in bot(tmp_path, "check").stdout
