"""Where replies may go: what one reader of URLs takes for another host than the next must not be believed."""

import pytest

from bot.outgoing.address import LONGEST, TEAMS_HOSTS, may_reply_to, read_address


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:3978/",
        "http://127.0.0.1",
        "https://localhost:8443/path/",
        "http://LOCALHOST/",
        "http://[::1]:80/",
        "HTTP://127.8.9.1/a_b-c.d~e/",
    ],
)
def test_this_machine_is_replied_to_in_local_mode(url: str) -> None:
    assert may_reply_to(url, ())


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nonsense",
        "//127.0.0.1/",
        "127.0.0.1/",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "http:127.0.0.1",
        "http:/127.0.0.1/",
        "http:///127.0.0.1/",
        "http://evil.example/",
        "http://evil.example\\@127.0.0.1/",
        "http://127.0.0.1\\@evil.example/",
        "http://127.0.0.1@evil.example/",
        "http://evil.example@127.0.0.1/",
        "http://user:password@127.0.0.1/",
        "http://127.0.0.1#@evil.example/",
        "http://127.0.0.1?@evil.example/",
        "http://127.0.0.1:80:80/",
        "http://127.0.0.1:0/",
        "http://127.0.0.1:65536/",
        "http://127.0.0.1:port/",
        "http://127.0.0.1.evil.example/",
        "http://localhost.evil.example/",
        "http://127.0.0.1 /",
        " http://127.0.0.1/",
        "http://127.0.0.1/\n",
        "http://127.0.0.1/\r\nHost: evil.example",
        "http://127.0.0.1/%2e%2e/",
        "http://127.0.0.1/?x=1",
        "http://①②⑦.⓪.⓪.①/",
        "http://localhoſt/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://0.0.0.0/",
        "http://[::]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/",
        "http://[broken",
        "http://127.0.0.1/" + "a" * LONGEST,
    ],
)
def test_nothing_else_is_replied_to_in_local_mode(url: str) -> None:
    assert not may_reply_to(url, ())


@pytest.mark.parametrize(
    "url",
    [
        "https://smba.trafficmanager.net/uk/",
        "https://smba.trafficmanager.net/uk/1b7dd87a-8d91-4b9d-b8c9-90c1fee33ee4/",
        "https://SMBA.trafficmanager.net/emea/",
        "https://europe.botframework.com/",
        "https://smba.infra.gcc.teams.microsoft.com/teams/",
    ],
)
def test_teams_is_replied_to(url: str) -> None:
    assert may_reply_to(url, TEAMS_HOSTS)


@pytest.mark.parametrize(
    "url",
    [
        "http://smba.trafficmanager.net/uk/",
        "https://evil.trafficmanager.net/uk/",
        "https://smba.trafficmanager.net.evil.example/",
        "https://evil.example/smba.trafficmanager.net/",
        "https://evilbotframework.com/",
        "https://botframework.com.evil.example/",
        "https://127.0.0.1/",
        "http://127.0.0.1:3978/",
        "https://169.254.169.254/metadata/",
    ],
)
def test_who_only_looks_like_teams_gets_no_token(url: str) -> None:
    """Anybody can have a name under trafficmanager.net, so only the whole name counts there."""
    assert not may_reply_to(url, TEAMS_HOSTS)


@pytest.mark.parametrize("ending", ["", "/"])
def test_paths_stand_behind_the_whole_address(ending: str) -> None:
    address = read_address(f"https://smba.trafficmanager.net:444/uk{ending}")

    assert address
    assert address.authority == "smba.trafficmanager.net:444"
    assert str(address.at("v3/a%3A1%2F2")) == "https://smba.trafficmanager.net:444/uk/v3/a%3A1%2F2"
