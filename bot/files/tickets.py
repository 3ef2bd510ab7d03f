"""Tickets for files: what somebody may fetch for a short while, signed so that nobody else can write one."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from datetime import datetime

import msgspec

from knowledge.reports.order import Order
from knowledge.store import Store, Transaction
from knowledge.store.reference import Secret
from knowledge.store.shelves import SECRETS

LONGEST = 4_096  # characters; one of ours has a few hundred
_NAME = "files"


class Ticket(msgspec.Struct, frozen=True):
    """Who may have which file, and until when (UTC). `who` is a member's key."""

    who: str
    name: str
    order: Order
    until: datetime


def signed(ticket: Ticket, secret: str) -> str:
    """The ticket as text that can stand in an address."""
    body = base64.urlsafe_b64encode(msgspec.json.encode(ticket)).rstrip(b"=").decode()
    return f"{body}.{_mark(body, secret)}"


def read_ticket(text: str, secret: str, now: datetime) -> Ticket | None:
    """The ticket behind such a text; None for one that we didn't write or that has run out."""
    body, _, mark = text.partition(".")
    if len(text) > LONGEST or not text.isascii() or not hmac.compare_digest(mark, _mark(body, secret)):
        return None
    try:
        ticket = msgspec.json.decode(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)), type=Ticket)
    except (msgspec.MsgspecError, binascii.Error, UnicodeDecodeError):  # one of an older version
        return None
    return ticket if now < ticket.until else None


async def secret_of(store: Store) -> str:
    """The secret that tickets are signed with, the same for every bot on this store; made when first needed."""

    def work(transaction: Transaction) -> str:
        kept = transaction.get(SECRETS, _NAME) or Secret(_NAME, secrets.token_urlsafe(32))
        transaction.put(SECRETS, kept)
        return kept.text

    found = await store.get(SECRETS, _NAME)
    return found.text if found else await store.transact(work)


def _mark(body: str, secret: str) -> str:
    made = hmac.new(secret.encode(), body.encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()
