"""Who speaks, by what an activity says."""

from __future__ import annotations

import json

import pytest

from bot.identity import speaker
from bot.incoming.activity import read_activity
from bot.settings import Settings


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Sue Myers", "Sue Myers"),
        ("Zoë O’Neill-Łukasz", "Zoë O’Neill-Łukasz"),
        ("Sue\n\n**Saved.** Gani", "Sue **Saved.** Gani"),
        ("Sue\r\tMyers\x1b[31m\x00", "Sue Myers [31m"),
        ("\u202eeuS\u2028 Myers", "euS Myers"),
        ("\n", ""),
        ("Sue " * 100, ("Sue " * 25).strip()),
        (None, ""),
    ],
)
def test_a_name_is_one_line_of_what_can_be_seen(name: str | None, shown: str) -> None:
    body = {
        "type": "message",
        "id": "1",
        "serviceUrl": "http://localhost/",
        "conversation": {"id": "chat"},
        "from": {"id": "29:sue", "name": name},
    }

    assert speaker(read_activity(json.dumps(body).encode()), Settings()).name == shown
