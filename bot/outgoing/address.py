"""Where replies may go: a serviceUrl comes with a message or from the store, and our token goes where it points."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from functools import lru_cache

from yarl import URL

LONGEST = 512  # characters
# Where Teams keeps people's files: SharePoint and OneDrive for work, by Microsoft's clouds.
STORAGE = (".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us")
TEAMS_HOSTS = ("smba.trafficmanager.net", ".botframework.com", ".teams.microsoft.com", ".teams.microsoft.us")

# Nothing that two readers of URLs could understand in two ways: no user, no backslash, no query, no odd characters.
_URL = re.compile(
    r"(?P<scheme>https?)://(?P<host>[a-z0-9.-]+|\[[0-9a-f:.]+\])(:(?P<port>[0-9]{1,5}))?(?P<path>(/[A-Za-z0-9._~-]*)*)",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Address:
    """A serviceUrl taken apart; `host` in lower case. `base` ends with a slash."""

    scheme: str
    host: str
    base: URL

    @property
    def on_this_machine(self) -> bool:
        """Whether it can only mean this machine."""
        return is_loopback(self.host)

    @property
    def authority(self) -> str:
        """Host and port."""
        return self.base.authority

    def at(self, path: str) -> URL:
        """The URL of a path, whose odd characters are escaped; the base isn't taken apart once more."""
        return self.base.with_path(self.base.raw_path + path, encoded=True)


@lru_cache(64)
def read_address(url: str) -> Address | None:
    """The address behind a serviceUrl; None for whatever isn't plainly one."""
    found = _URL.fullmatch(url) if len(url) <= LONGEST else None
    if not found or not 0 < int(found["port"] or 80) < 65536:
        return None
    base = URL(url if url.endswith("/") else f"{url}/", encoded=True)
    return Address(found["scheme"].lower(), found["host"].lower(), base)


@lru_cache(64)
def may_reply_to(url: str, hosts: tuple[str, ...]) -> bool:
    """Whether replies, and the bot's token with them, may go there.

    `hosts` are whole names, or endings that begin with a dot; without any, only this machine may be replied to.
    Only this machine goes without TLS, and it has to be named, too.
    """
    address = read_address(url)
    if address is None:
        return False
    if not hosts:
        return address.on_this_machine
    return (address.scheme == "https" or address.on_this_machine) and named_among(address.host, hosts)


def named_among(host: str, hosts: tuple[str, ...]) -> bool:
    """Whether a host, in lower case, is one of these: whole names, or endings that begin with a dot."""
    return any(_is(host, named) for named in hosts)


def is_loopback(host: str) -> bool:
    """Whether a host name or address can only mean this machine."""
    try:
        return host.casefold() == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _is(host: str, named: str) -> bool:
    return host.endswith(named) if named.startswith(".") else host == named
