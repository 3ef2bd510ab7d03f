"""What Teams vouches for about an account: its sign-in name and its e-mail address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from knowledge.model import Person

GUEST = "#ext#"  # what stands in a guest's sign-in name


@dataclass(frozen=True, slots=True)
class Account:
    """A member of the council's own tenant. `upn` is the sign-in name; both in lower case, `email` perhaps empty."""

    upn: str
    email: str

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses by which the directory may know them."""
        return frozenset(filter(None, (self.upn, self.email)))


def path_of(conversation: str, user: str) -> str:
    """Where Teams says who somebody in a conversation is, beneath the service's address."""
    return f"v3/conversations/{quote(conversation, safe='')}/members/{quote(user, safe='')}"


def read_account(answer: Any, person: Person) -> Account | None:
    """The account behind Teams' answer; None for guests, and for anything that isn't plainly about this person."""
    said = {name: value.casefold().strip() for name, value in _texts(answer).items()}
    upn = said.get("userPrincipalName", "")
    known = {said[name] for name in ("objectId", "aadObjectId") if said.get(name)} == {person.object_id}
    at_home = said.get("tenantId", person.tenant) == person.tenant
    guest = GUEST in upn or GUEST in said.get("email", "") or said.get("userRole") in ("guest", "anonymous")
    return Account(upn, said.get("email", "")) if known and at_home and upn and not guest else None


def _texts(answer: Any) -> dict[str, str]:
    return {name: value for name, value in answer.items() if isinstance(value, str)} if isinstance(answer, dict) else {}
