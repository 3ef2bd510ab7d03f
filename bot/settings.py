"""Everything that differs between one installation and the next, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.environment import Reader
from bot.outgoing.address import STORAGE, TEAMS_HOSTS, is_loopback
from bot.watching.tracing import can_trace

LOG_LEVELS = ("debug", "info", "warning", "error")


class AppType(StrEnum):
    """How the bot proves to Azure who it is, in Azure's own words."""

    SINGLE_TENANT = "SingleTenant"
    USER_ASSIGNED_MSI = "UserAssignedMSI"


@dataclass(frozen=True, slots=True)
class Settings:
    """One installation. Without an `app_id` the bot is in local mode: no authentication, loopback only.

    `admins` are the first administrators' object ids or user names in Azure, in lower case. `open_to_all` counts
    in local mode only: everybody may do everything, or only what the directory says. The first two limits are
    messages a minute, 0 for none; `queue_limit` is requests under way at once.
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
    file_hosts: tuple[str, ...] = STORAGE
    log_level: str = "info"
    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/London"))
    emergency_contact: str = ""
    admins: frozenset[str] = frozenset()
    open_to_all: bool = True
    person_limit: int = 0
    conversation_limit: int = 0
    queue_limit: int = 256
    metrics_token: str = field(default="", repr=False)
    public_url: str = ""

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
    reader = Reader(environ)
    local = not reader.text("MicrosoftAppId")
    settings = Settings(
        host=reader.text("HOST", "127.0.0.1"),
        port=reader.number("PORT", 3978, 1, 65535),
        data_dir=Path(reader.text("DATA_DIR", "data")),
        store_url=reader.text("STORE_URL"),
        app_id=reader.text("MicrosoftAppId"),
        app_password=reader.text("MicrosoftAppPassword"),
        app_type=reader.value("MicrosoftAppType", AppType.SINGLE_TENANT, _app_type, _APP_TYPES),
        tenant=reader.text("MicrosoftAppTenantId"),
        tenants=frozenset(reader.words("ALLOWED_TENANTS") or reader.words("MicrosoftAppTenantId")),
        service_hosts=reader.words("SERVICE_HOSTS") or (() if local else TEAMS_HOSTS),
        file_hosts=reader.words("FILE_HOSTS") or STORAGE,
        log_level=reader.value("LOG_LEVEL", "info", _log_level, f"must be one of {', '.join(LOG_LEVELS)}"),
        timezone=reader.value("TIMEZONE", "Europe/London", ZoneInfo, "must be a time zone such as Europe/London"),
        emergency_contact=reader.text("EMERGENCY_CONTACT"),
        admins=frozenset(reader.words("ADMINS")),
        person_limit=reader.number("PERSON_LIMIT", 0 if local else 30, 0, 10_000),
        conversation_limit=reader.number("CONVERSATION_LIMIT", 0 if local else 120, 0, 10_000),
        queue_limit=reader.number("QUEUE_LIMIT", 256, 8, 4096),
        metrics_token=reader.text("METRICS_TOKEN"),
        public_url=reader.value("PUBLIC_URL", "", _public_url, "must be an address such as https://bot.example.gov.uk"),
        open_to_all=reader.value("LOCAL_ROLES", "open", _open, "must be open or enforced"),
    )
    if settings.store_url and not is_database(settings.store_url):
        reader.problems.append(f"STORE_URL {DATABASE_URL}.")
    if reader.text("OTEL_EXPORTER_OTLP_ENDPOINT") and not can_trace():
        reader.problems.append(NO_TRACES)
    reader.problems += _lone_credentials(settings, reader) if settings.local else _missing_credentials(settings)
    if reader.problems:
        raise BadSettings(tuple(reader.problems))
    return settings


NO_TRACES = (
    "OTEL_EXPORTER_OTLP_ENDPOINT is set, but OpenTelemetry isn't installed: pip install -r deploy/requirements-otel.txt"
)
DATABASE_URL = "must be of the form postgresql://user:password@host:5432/database"

_APP_TYPES = (
    "must be SingleTenant or UserAssignedMSI (MultiTenant bots can't be made since July 2025, "
    "and a council's bot should answer its own tenant only)"
)


def _public_url(text: str) -> str:
    """Where people reach the bot; links to files carry a right, so they go by TLS."""
    parts = urlsplit(text)
    if text and (parts.scheme != "https" or not parts.hostname or parts.query or parts.fragment):
        raise ValueError(text)
    return text


def _open(text: str) -> bool:
    return {"open": True, "enforced": False}[text.casefold()]


def _app_type(text: str) -> AppType:
    return {str(kind).casefold(): kind for kind in AppType}[text.casefold()]


def _log_level(text: str) -> str:
    return LOG_LEVELS[LOG_LEVELS.index(text.lower())]


def _lone_credentials(settings: Settings, reader: Reader) -> list[str]:
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
