"""What is to be kept, as values: each change with its entry in the audit trail, all or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

import msgspec

from knowledge.errors import TrailChanged
from knowledge.progress.acts import trail
from knowledge.progress.acts.actor import Actor
from knowledge.progress.model import AuditEntry
from knowledge.store.protocol import Transaction
from knowledge.store.shelves import AUDIT, Shelf


@dataclass(frozen=True, slots=True)
class Change:
    """One value to keep; it replaces the one under its key, if there is one, and the one under `instead_of`."""

    shelf: Shelf[Any]
    value: Any
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Removal:
    """A key to keep nothing under any more, because what was there is kept under another."""

    shelf: Shelf[Any]
    key: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """By whom, when (UTC) and from which conversation something is changed."""

    actor: Actor
    at: datetime
    conversation: str = ""


def apply(changes: Iterable[Change | Removal], transaction: Transaction) -> None:
    """Keep these within a transaction. Raises TrailChanged where an audit entry would say anything else than it did."""
    for change in changes:
        if change.shelf is AUDIT:
            _keep_trail(change, transaction)
        elif isinstance(change, Removal):
            transaction.remove(change.shelf, change.key)
        else:
            if change.instead_of:
                transaction.remove(change.shelf, change.instead_of)
            transaction.put(change.shelf, change.value)


def _keep_trail(change: Change | Removal, transaction: Transaction) -> None:
    """Add an entry to the audit trail, or take somebody's words out of one; nothing else."""
    if isinstance(change, Removal):
        raise TrailChanged(change.key)
    kept = transaction.get(AUDIT, change.value.id)
    if kept and not trail.only_redacted(kept, change.value):
        raise TrailChanged(kept.id)
    transaction.put(AUDIT, change.value)


def audited(occasion: Occasion, what: str, change: Change, before: Any = None, subject: str = "") -> tuple[Change, ...]:
    """A change, and the entry that says so; `before` is the value that it replaces, None for nothing.

    The subject is the recommendation that the value is about, unless it is named.
    """
    value = change.value
    about = subject or f"{value.programme}/{value.ref}"
    return change, noted(occasion, what, about, after=value, before=before)


def noted(occasion: Occasion, what: str, subject: str, *, after: Any = None, before: Any = None) -> Change:
    """An entry in the audit trail alone."""
    entry = AuditEntry(
        id=fresh(),
        at=occasion.at,
        by=occasion.actor.key,
        by_name=occasion.actor.name,
        what=what,
        subject=subject,
        conversation=occasion.conversation,
        before=None if before is None else msgspec.to_builtins(before),
        after=None if after is None else msgspec.to_builtins(after),
    )
    return Change(AUDIT, entry)


def fresh() -> str:
    """An id that nothing else has."""
    return uuid4().hex
