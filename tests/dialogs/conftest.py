"""What the tests of dialogs share: the bundled document to talk about."""

import pytest

from knowledge.library import Knowledge
from knowledge.model import Programme

from .officials import office
from .talking import Talk, talking

__all__ = ["office"]


@pytest.fixture(scope="session")
def knowledge(munro: Programme) -> Knowledge:
    return Knowledge((munro,))


@pytest.fixture
def talk(knowledge: Knowledge) -> Talk:
    return talking(knowledge)
