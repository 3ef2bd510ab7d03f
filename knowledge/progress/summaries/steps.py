"""Work that reads much, in steps: between two of them others get their turn."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, TypeAlias, TypeVar

from knowledge.store.protocol import Reading

Result = TypeVar("Result")

Step: TypeAlias = Callable[[Reading], Any]
# Yields what is to be read next, is sent what that gave, and returns its result.
Steps: TypeAlias = Generator[Step, Any, Result]


def at_once(work: Steps[Result], reading: Reading) -> Result:
    """The result of all steps without a pause, so that everything is read at the same moment."""
    try:
        step = next(work)
        while True:
            step = work.send(step(reading))
    except StopIteration as done:
        result: Result = done.value
        return result
