"""Everything that differs between one installation and the next, read once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.address import TEAMS_HOSTS, is_loopback

T = TypeVar("T")

LOG_LEVELS = ("debug", "info", "warning", "error")


class AppType(StrEnum):
    """How the bot proves to Azure who it is, in Azure's own words."""

    SINGLE_TENANT = "SingleTenant"
    USER_ASSIGNED_MSI = "UserAssignedMSI"


@dataclass(frozen=True, slots=True)
class Settings:
    """One installation. Without an `app_id` the bot is in local mode: no authentication, loopback only.

    `admins` are the first administrators' object ids or user names in Azure, in lower case. `open_to_all` counts
    in local mode only: everybody may do everything, or only what the directory says.
    """

    host: str = "127.0.0.1"
    port: int = 3978
    data_dir: Path = Path("data")
    store_url: str = field(default="", repr=False)
    app_id: str = ""
    app_password: str = field(default="", repr=False)
    app_type: AppType = AppType.SINGLE_TENANT
    tenant: str = ""
    tenants: frozenset[str] = frozenset()
    service_hosts: tuple[str, ...] = ()
    log_level: str = "info"
    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/London"))
    emergency_contact: str = ""
    admins: frozenset[str] = frozenset()
    open_to_all: bool = True

    @property
    def local(self) -> bool:
        """Whether anybody on this machine may talk to the bot without a token."""
        return not self.app_id


class BadSettings(Exception):
    """Some settings are missing or wrong; `problems` holds a sentence for each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__(" ".join(problems))


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Settings from the environment; an empty value counts as unset. Raises BadSettings with all problems."""
    reader = _Reader({name: value.strip() for name, value in environ.items()})
    settings = Settings(
        host=reader.text("HOST", "127.0.0.1"),
        port=reader.value("PORT", "3978", _port, "must be a whole number from 1 to 65535"),
        data_dir=Path(reader.text("DATA_DIR", "data")),
        store_url=reader.text("STORE_URL"),
        app_id=reader.text("MicrosoftAppId"),
        app_password=reader.text("MicrosoftAppPassword"),
        app_type=reader.value("MicrosoftAppType", AppType.SINGLE_TENANT, _app_type, _APP_TYPES),
        tenant=reader.text("MicrosoftAppTenantId"),
        tenants=frozenset(reader.words("ALLOWED_TENANTS") or reader.words("MicrosoftAppTenantId")),
        service_hosts=reader.words("SERVICE_HOSTS") or (TEAMS_HOSTS if reader.text("MicrosoftAppId") else ()),
        log_level=reader.value("LOG_LEVEL", "info", _log_level, f"must be one of {', '.join(LOG_LEVELS)}"),
        timezone=reader.value("TIMEZONE", "Europe/London", ZoneInfo, "must be a time zone such as Europe/London"),
        emergency_contact=reader.text("EMERGENCY_CONTACT"),
        admins=frozenset(filter(None, (name.strip().casefold() for name in reader.text("ADMINS").split(",")))),
        open_to_all=reader.value("LOCAL_ROLES", "open", _open, "must be open or enforced"),
    )
    if settings.store_url and not is_database(settings.store_url):
        reader.problems.append(f"STORE_URL {DATABASE_URL}.")
    reader.problems += _lone_credentials(settings, reader) if settings.local else _missing_credentials(settings)
    if reader.problems:
        raise BadSettings(tuple(reader.problems))
    return settings


DATABASE_URL = "must be of the form postgresql://user:password@host:5432/database"

_APP_TYPES = (
    "must be SingleTenant or UserAssignedMSI (MultiTenant bots can't be made since July 2025, "
    "and a council's bot should answer its own tenant only)"
)


class _Reader:
    """Reads one value after the other and collects what is wrong with them."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.problems: list[str] = []

    def text(self, name: str, default: str = "") -> str:
        return self.environ.get(name) or default

    def words(self, name: str) -> tuple[str, ...]:
        """A list with commas, in lower case."""
        return tuple(word.strip().casefold() for word in self.text(name).split(",") if word.strip())

    def value(self, name: str, default: str, read: Callable[[str], T], rule: str) -> T:
        given = self.text(name, default)
        try:
            return read(given)
        except (ValueError, LookupError, OSError):
            self.problems.append(f"{name} {rule}; it is {given!r}.")
            return read(default)


def _open(text: str) -> bool:
    return {"open": True, "enforced": False}[text.casefold()]


def _port(text: str) -> int:
    port = int(text)
    if not 1 <= port <= 65535:
        raise ValueError(text)
    return port


def _app_type(text: str) -> AppType:
    return {str(kind).casefold(): kind for kind in AppType}[text.casefold()]


def _log_level(text: str) -> str:
    return LOG_LEVELS[LOG_LEVELS.index(text.lower())]


def _lone_credentials(settings: Settings, reader: _Reader) -> list[str]:
    """What contradicts local mode: a listener for everybody, or credentials whose app id was forgotten."""
    problems = [
        f"{name} is set but MicrosoftAppId is not: set both, or neither to run in local mode."
        for name in ("MicrosoftAppPassword", "MicrosoftAppTenantId", "MicrosoftAppType")
        if reader.text(name)
    ]
    if not is_loopback(settings.host):
        problems.append(
            f"HOST is {settings.host!r}, but without MicrosoftAppId nothing checks who asks, "
            "so the bot listens on this machine only: use 127.0.0.1, or set MicrosoftAppId."
        )
    return problems


def _missing_credentials(settings: Settings) -> list[str]:
    """What the app type needs and doesn't have."""
    needed = {"MicrosoftAppTenantId": settings.tenant}
    if settings.app_type is AppType.SINGLE_TENANT:
        needed["MicrosoftAppPassword"] = settings.app_password
    return [f"{name} is missing: a {settings.app_type} bot needs it." for name, value in needed.items() if not value]


def is_database(url: str) -> bool:
    """Whether a URL can be that of a PostgreSQL database. It may hold a password, so it isn't repeated to anybody."""
    return url.startswith(("postgresql://", "postgres://"))
