"""The import at a terminal, where what it would replace has progress."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.commands.documents import import_file, init
from bot.commands.failures import BadInput
from bot.settings import Settings
from knowledge.store import TinyStore
from knowledge.store.shelves import PROGRAMMES, UPDATES
from tests.builders import an_update

TEXT = "Northport: response to the review of lights\n\nRecommendation 1\nMend them.\nLead: Jo Ash\n"
TWO = f"{TEXT}\nRecommendation 2\nBuy lamps.\nLead: Jo Ash\n"


async def test_what_would_be_replaced_is_named_with_its_progress_and_a_no_changes_nothing(tmp_path: Path) -> None:
    settings, file = Settings(data_dir=tmp_path / "data"), tmp_path / "lights.txt"
    await init(settings, empty=True)
    file.write_text(TWO)
    await import_file(settings, file)
    store = TinyStore.open(settings.data_dir)
    await store.transact(lambda transaction: transaction.put(UPDATES, an_update(programme="lights", ref="2")))
    await store.close()
    file.write_text(TEXT)

    with pytest.raises(
        BadInput, match=r"with 1 update on it\. It lacks recommendation 2, on which .*Nothing was changed"
    ):
        await import_file(settings, file, agreed=lambda _: False)

    assert (await import_file(settings, file, agreed=lambda _: True)).startswith("Imported")
    store = TinyStore.open(settings.data_dir)
    (kept,) = await store.all(PROGRAMMES)
    await store.close()
    assert [rec.ref for rec in kept.recommendations] == ["1"]
