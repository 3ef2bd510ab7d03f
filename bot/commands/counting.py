"""How much a store holds, in the words of the people whose it is."""

from __future__ import annotations

from collections.abc import Mapping

# What one thing on each shelf is called, and what several are.
_CALLED: Mapping[str, tuple[str, str]] = {
    "programmes": ("document", "documents"),
    "updates": ("update", "updates"),
    "targets": ("target", "targets"),
    "extensions": ("request for more time", "requests for more time"),
    "assignments": ("lead assigned", "leads assigned"),
    "members": ("person in the directory", "people in the directory"),
    "delegations": ("leave to post for somebody", "leaves to post for somebody"),
    "unanswered": ("question passed on", "questions passed on"),
    "terms": ("glossary entry", "glossary entries"),
    "subscriptions": ("order for regular summaries", "orders for regular summaries"),
    "deliveries": ("message sent unasked", "messages sent unasked"),
    "reminders": ("reminder", "reminders"),
    "pauses": ("pause of reminders", "pauses of reminders"),
    "conversations": ("conversation", "conversations"),
    "references": ("chat to write to", "chats to write to"),
    "secrets": ("key of the bot’s own", "keys of the bot’s own"),
    "audit": ("entry in the audit trail", "entries in the audit trail"),
}


def counted(records: Mapping[str, int]) -> str:
    """ "1 document, 3 updates and 12 people in the directory"; "nothing yet"."""
    known = [table for table in _CALLED if records.get(table)]
    others = [table for table in records if table not in _CALLED and records[table]]
    said = [_many(records[table], *_CALLED.get(table, (table, table))) for table in (*known, *others)]
    *first, last = said or ["nothing yet"]
    return f"{', '.join(first)} and {last}" if first else last


def _many(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"
