from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from knowledge.documents.sample import munro
from knowledge.questions.language.words import words
from knowledge.questions.searching import vectors

ROOT = Path(__file__).parents[4]
OFFLINE = """
import json, sys
def closed(event, _):
    if event.startswith("socket."): raise OSError("no network here")
sys.addaudithook(closed)
from knowledge.documents import read_document
from knowledge.documents.sample import munro
from knowledge.questions.searching import topics
from knowledge.questions.searching.index import Index
from knowledge.questions.language.thesaurus import concepts
name, data = munro()
found = topics.recommendations(concepts("undergraduates"), Index(read_document(data, name)))
print(json.dumps([found[0].ref, sorted({m.split(".")[0] for m in sys.modules})]))
"""


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    folder = vectors._package() / "tokenizers"
    return Tokenizer.from_file(str(next(folder.glob("*.json"))))


def alike(one: str, other: str) -> float:
    return float(vectors.unit(one) @ vectors.unit(other))


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("kids", "children", "inspection"),
        ("inspectors", "inspection", "children"),
        ("undergraduates", "university", "police"),
        ("troubles", "problems", "framework"),
        ("method", "methodology", "children"),
    ],
)
def test_words_that_mean_alike_point_alike(word: str, near: str, far: str) -> None:
    assert alike(word, near) > alike(word, far) + 0.2


def test_a_vector_has_length_1_or_is_nothing() -> None:
    found = vectors.units(["children", "", "x" * 31, "no"])

    assert np.allclose(np.linalg.norm(found, axis=1), [1, 1, 0, 1])
    assert np.array_equal(found[3], vectors.unit("no"))


def test_words_are_cut_as_the_vectors_own_tokenizer_cuts_them(tokenizer: Tokenizer) -> None:
    for word in set(words(munro()[1].decode())):
        assert vectors._pieces(word) == tokenizer.encode(word, add_special_tokens=False).ids


@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789'&"), min_size=1, max_size=30))
def test_so_are_words_that_nobody_ever_wrote(tokenizer: Tokenizer, word: str) -> None:
    assert vectors._pieces(word) == tokenizer.encode(word, add_special_tokens=False).ids


def test_nothing_is_fetched_nor_is_the_package_loaded() -> None:
    """With every way to the network closed, a word that the document never has finds what it means."""
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", OFFLINE], cwd=ROOT, capture_output=True, text=True, check=True
    )

    ref, modules = json.loads(done.stdout)
    assert ref == "12"
    assert not {"wordllama", "tokenizers", "huggingface_hub", "pydantic"} & set(modules)


@pytest.mark.parametrize("command", ["audit", "people", "store", "documents", "exporting"])
def test_a_command_that_needs_no_questions_waits_for_no_numbers(command: str) -> None:
    loaded = f"import sys, bot.__main__, bot.commands.{command}; print('numpy' in sys.modules)"

    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "False"
