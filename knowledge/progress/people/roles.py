"""The words by which roles are called."""

from __future__ import annotations

from knowledge.progress.model import Role

_CALLED = {
    Role.STAFF: ("staff", "staff member", "member of staff", "employee"),
    Role.OFFICER: ("officer", "lead", "lead officer", "delegate"),
    Role.MANAGER: ("manager",),
    Role.ADMINISTRATOR: ("administrator", "admin"),
}
_BY_WORD = {word: role for role, words in _CALLED.items() for word in words}

# Every word for a role, the longest first: for patterns.
WORDS = tuple(sorted(_BY_WORD, key=len, reverse=True))


def role_called(word: str) -> Role | None:
    """The role that a word means, in any case and in the plural too; None for any other word."""
    said = " ".join(word.casefold().split())
    return _BY_WORD.get(said) or _BY_WORD.get(said.removesuffix("s"))
