from pathlib import Path

import pytest

from bot.outgoing.address import TEAMS_HOSTS
from bot.settings import AppType, BadSettings, read_settings

SINGLE_TENANT = {
    "MicrosoftAppId": "app",
    "MicrosoftAppPassword": "secret",
    "MicrosoftAppType": "SingleTenant",
    "MicrosoftAppTenantId": "tenant",
}


def problems(environ: dict[str, str]) -> str:
    with pytest.raises(BadSettings) as caught:
        read_settings(environ)
    return "\n".join(caught.value.problems)


def test_without_any_settings_the_bot_runs_in_local_mode_on_loopback() -> None:
    settings = read_settings({})

    assert settings.local
    assert (settings.host, settings.port, settings.data_dir) == ("127.0.0.1", 3978, Path("data"))
    assert settings.timezone.key == "Europe/London"


def test_an_empty_value_counts_as_unset() -> None:
    assert read_settings({"PORT": " ", "MicrosoftAppId": "", "HOST": ""}) == read_settings({})


def test_values_are_read() -> None:
    settings = read_settings({"HOST": "::1", "PORT": "8080", "DATA_DIR": "/srv/bot", "LOG_LEVEL": "DEBUG"})

    assert (settings.host, settings.port, settings.data_dir) == ("::1", 8080, Path("/srv/bot"))
    assert settings.log_level == "debug"


def test_the_emergency_contact_is_free_text() -> None:
    assert read_settings({"EMERGENCY_CONTACT": "Bridge, 0161 000 0000"}).emergency_contact == "Bridge, 0161 000 0000"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "bot.example.org", "localhost.example.org"])  # noqa: S104
def test_local_mode_refuses_to_listen_to_other_machines(host: str) -> None:
    assert "HOST" in problems({"HOST": host})


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.0.0.2", "::1"])
def test_local_mode_listens_on_loopback(host: str) -> None:
    assert read_settings({"HOST": host}).host == host


def test_with_an_app_id_the_bot_may_listen_to_other_machines() -> None:
    settings = read_settings(SINGLE_TENANT | {"HOST": "0.0.0.0"})  # noqa: S104

    assert not settings.local


def test_all_problems_are_named_at_once() -> None:
    found = problems({"PORT": "http", "LOG_LEVEL": "loud", "TIMEZONE": "Salford", "HOST": "example.org"})

    assert all(name in found for name in ("PORT", "LOG_LEVEL", "TIMEZONE", "HOST"))


@pytest.mark.parametrize("port", ["0", "65536", "-1", "3978.5", "٣a"])
def test_a_port_is_a_whole_number_in_range(port: str) -> None:
    assert "PORT" in problems({"PORT": port})


@pytest.mark.parametrize("zone", ["Nowhere/Land", "../etc/passwd", "/etc/passwd", "Europe"])
def test_an_unknown_time_zone_is_named(zone: str) -> None:
    assert "TIMEZONE" in problems({"TIMEZONE": zone})


def test_a_single_tenant_bot_needs_password_and_tenant() -> None:
    found = problems({"MicrosoftAppId": "app"})

    assert "MicrosoftAppPassword" in found
    assert "MicrosoftAppTenantId" in found


def test_a_managed_identity_needs_its_tenant_and_no_password() -> None:
    managed = {"MicrosoftAppId": "app", "MicrosoftAppType": "userassignedmsi"}

    assert "MicrosoftAppTenantId" in problems(managed)
    assert read_settings(managed | {"MicrosoftAppTenantId": "t"}).app_type is AppType.USER_ASSIGNED_MSI


def test_multi_tenant_is_refused_with_the_reason() -> None:
    assert "July 2025" in problems(SINGLE_TENANT | {"MicrosoftAppType": "MultiTenant"})


@pytest.mark.parametrize("name", ["MicrosoftAppPassword", "MicrosoftAppTenantId", "MicrosoftAppType"])
def test_credentials_without_an_app_id_do_not_turn_authentication_off_silently(name: str) -> None:
    assert "MicrosoftAppId" in problems({name: SINGLE_TENANT[name]})


def test_the_password_is_never_shown() -> None:
    assert "secret" not in repr(read_settings(SINGLE_TENANT))


def test_the_bots_own_tenant_is_answered_and_others_where_they_are_named() -> None:
    assert read_settings(SINGLE_TENANT).tenants == {"tenant"}
    assert read_settings(SINGLE_TENANT | {"ALLOWED_TENANTS": "One, TWO,"}).tenants == {"one", "two"}


def test_replies_go_to_teams_and_in_local_mode_to_this_machine() -> None:
    assert read_settings(SINGLE_TENANT).service_hosts == TEAMS_HOSTS
    assert read_settings({}).service_hosts == ()
    assert read_settings(SINGLE_TENANT | {"SERVICE_HOSTS": ".Example.org"}).service_hosts == (".example.org",)


def test_limits_are_on_in_teams_and_off_in_local_mode_unless_set() -> None:
    teams, local = read_settings(SINGLE_TENANT), read_settings({})
    assert (teams.person_limit, teams.conversation_limit) == (30, 120)
    assert (local.person_limit, local.conversation_limit) == (0, 0)
    assert read_settings({"PERSON_LIMIT": "5"}).person_limit == 5
    assert read_settings(SINGLE_TENANT | {"CONVERSATION_LIMIT": "0"}).conversation_limit == 0


@pytest.mark.parametrize("name", ["PERSON_LIMIT", "CONVERSATION_LIMIT", "QUEUE_LIMIT"])
def test_a_limit_is_a_whole_number_in_range(name: str) -> None:
    assert name in problems({name: "-1"})
    assert name in problems({name: "many"})
    assert name in problems({name: "1000000"})


def test_traces_without_their_library_are_a_problem_with_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318"}
    assert read_settings(wanted).local

    monkeypatch.setattr("bot.settings.can_trace", lambda: False)

    assert "requirements-otel.txt" in problems(wanted)
