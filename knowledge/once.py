"""Works a value out when it is first asked for, and keeps it with its object."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from functools import cached_property as once
else:

    class once:  # noqa: N801  it is used like the library's decorator
        """functools.cached_property without the lock that Python 3.11 takes for it, which takes longer than the rest.

        Whoever asks at the same time in two threads may work it out twice.
        """

        def __init__(self, work) -> None:
            self._work, self.__doc__ = work, work.__doc__

        def __set_name__(self, owner, name) -> None:
            self._name = name

        def __get__(self, instance, owner=None):
            """The value; from then on it is an attribute, and this isn't asked any more."""
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._work(instance)
            return value


__all__ = ["once"]
