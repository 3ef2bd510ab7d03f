"""Lists of people as councils' own programs write them, and what is wrong with those that can't be read."""

import pytest

from knowledge.errors import UnreadablePeople
from knowledge.progress.model import Role
from knowledge.progress.people.directory import Directory, Entry, read_people

HEADER = "name,email,object_id,roles,leads"
MAIL = "sue.myers@example.gov.uk"
ACCOUNT = "11111111-2222-3333-4444-555555555555"
SUE = Entry(
    line=2,
    name="Sue Myers",
    email=MAIL,
    object_id=ACCOUNT,
    roles=frozenset({Role.OFFICER, Role.MANAGER}),
    leads=("Sue Myers", "Head of EIP"),
)


def read(text: str, encoding: str = "utf-8") -> Directory:
    return read_people(text.encode(encoding), local=False)


def refusal(text: str) -> str:
    """Everything that is said about a file, refused as a whole or row by row."""
    try:
        return "\n".join(read(text).problems)
    except UnreadablePeople as error:
        return error.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize(
    "text",
    [
        f"{HEADER}\nSue Myers,{MAIL},{ACCOUNT},officer;manager,Sue Myers;Head of EIP\n",
        f"{HEADER}\r\nSue Myers,{MAIL.upper()},{ACCOUNT.upper()},Lead; MANAGER ;,Sue Myers ; Head of EIP\r\n\r\n",
        f"{HEADER}\nSue  Myers ,{MAIL},{ACCOUNT},delegate;Managers;officer,Sue Myers;Head of EIP;Sue Myers",
        f'Name;E-Mail;Object ID;Roles;LEADS\nSue Myers;{MAIL};{ACCOUNT};"officer;manager";"Sue Myers;Head of EIP"',
        f"leads\troles\tobject_id\temail\tname\nSue Myers;Head of EIP\tofficer;manager\t{ACCOUNT}\t{MAIL}\tSue Myers",
    ],
    ids=["plain", "Windows", "spaces", "semicolons", "tabs in another order"],
)
def test_the_same_list_is_read_whatever_program_saved_it(text: str, encoding: str) -> None:
    assert read(text, encoding) == Directory((SUE,), ())


def test_accents_survive_an_old_windows_program() -> None:
    assert read("name,email\nZoë Brontë,zoe@example.gov.uk\n", "cp1252").entries[0].name == "Zoë Brontë"


def test_what_the_file_has_no_column_for_is_left_open() -> None:
    (entry,) = read("email,name\nsue.myers@example.gov.uk,Sue Myers").entries

    assert (entry.roles, entry.leads, entry.object_id) == (None, None, "")


def test_an_empty_value_is_said() -> None:
    (entry,) = read("email,name,roles,leads\nsue.myers@example.gov.uk,Sue Myers,,").entries

    assert (entry.roles, entry.leads) == (frozenset(), ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the first line must name the columns"),
        ("\n\n", "the first line must name the columns"),
        ("Sue Myers,sue.myers@example.gov.uk\n", "the first line must name the columns"),
        ("name,email,role\nSue Myers,sue@example.gov.uk,officer", "“role”. Did you mean “roles”?"),
        ("name,email,phone\nSue Myers,sue@example.gov.uk,1", "no column “phone”. Columns are name"),
        ("name,email,Name\nSue,sue@example.gov.uk,Sue", "“name” is there twice"),
        ("name,roles\nSue,officer", "“email” or “object_id”"),
        ("email,roles\nsue@example.gov.uk,officer", "“name” is needed"),
        ("name,email", "nobody in the file"),
        ("PK\x03\x04 whatever", "Excel workbook"),
    ],
)
def test_a_file_that_is_no_list_of_people_is_refused_as_a_whole(text: str, said: str) -> None:
    with pytest.raises(UnreadablePeople) as refused:
        read(text)

    assert said in refused.value.reason


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",sue@example.gov.uk,,officer,", "Line 2: the name is missing."),
        ("Sue,,,officer,", "Line 2: an e-mail address or an object id is needed."),
        ("Sue,sue at example,,officer,", "Line 2: “sue at example” isn’t an e-mail address."),
        ("Sue,sue@example,,,", "“sue@example” isn’t an e-mail address."),
        ("Sue,sue@example.gov.uk,29:abc,,", "“29:abc” isn’t an object id."),
        ("Sue,sue@example.gov.uk,,officer;boss;king,", "“boss” isn’t a role."),
        ("Sue,sue@example.gov.uk,,officer;boss;king,", "“king” isn’t a role."),
        ("Sue,sue@example.gov.uk,,officer", "Line 2: it has 4 values, but there are 5 columns."),
        ("Sue,sue@example.gov.uk,,officer,Sue,Myers", "Line 2: it has 6 values"),
        ("Sue\x1b[31m,sue@example.gov.uk,,,", "Line 2: what stands under “name” has characters"),
        ("Sue\u202eMyers,sue@example.gov.uk,,,", "Line 2: what stands under “name” has characters"),
        ("S" * 201 + ",sue@example.gov.uk,,,", "Line 2: what stands under “name” is longer than 200"),
        ('"Sue,sue@example.gov.uk,,,', "Line 2: it can’t be read as CSV"),
        ("S" * 200_000 + ",sue@example.gov.uk,,,", "Line 2: it can’t be read as CSV"),
        ("Sue,sue@example.gov.uk,,,\nSusan,SUE@example.gov.uk,,,", "Line 3: sue@example.gov.uk is in line 2 already."),
        (f"Sue,,{ACCOUNT},,\nSusan,,{ACCOUNT},,", f"Line 3: {ACCOUNT} is in line 2 already."),
    ],
)
def test_what_is_wrong_in_a_row_is_said_with_its_line(row: str, said: str) -> None:
    assert said in refusal(f"{HEADER}\n{row}")


def test_everything_that_is_wrong_is_said_at_once_and_in_order() -> None:
    said = refusal(
        f'{HEADER}\n,a@example.gov.uk,,,\n\n"Sue\nMyers",sue,,,\nGood,good@example.gov.uk,,,\nBad,x,,boss,\n'
    )

    assert [line.partition(":")[0] for line in said.splitlines()] == ["Line 2", "Line 4", "Line 7", "Line 7"]


def test_what_a_terminal_would_obey_is_not_repeated() -> None:
    assert "\x1b" not in refusal(f"{HEADER}\nSue,\x1b[2Jsue,\x1b,\x1b,")


def test_in_local_mode_any_word_is_an_account() -> None:
    (entry,) = read_people(b"name,object_id\nSue Myers,29:Sue", local=True).entries

    assert entry.object_id == "29:sue"
