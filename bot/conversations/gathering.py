"""Takes work that reads much one step at a time, so that nobody waits long for it."""

from __future__ import annotations

import asyncio
from typing import TypeVar

from knowledge.progress.summaries.steps import Steps
from knowledge.store import Store

Result = TypeVar("Result")


async def gathered(work: Steps[Result], store: Store) -> Result:
    """The result of all steps. Each reads the store as it is then, so they may see different moments."""
    try:
        step = next(work)
        while True:
            await asyncio.sleep(0)  # what others wait for comes first, before each reading and after it
            found = await store.read(step)
            await asyncio.sleep(0)
            step = work.send(found)
    except StopIteration as done:
        result: Result = done.value
        return result
