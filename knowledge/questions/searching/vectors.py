"""Reads what words mean from the vectors that the package wordllama brings along: alike words point alike.

Only its two files are read, each when it is first needed; neither the package nor what it would load is imported,
and nothing is fetched.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from knowledge.questions.searching.arrays import Floats, normal, np

# The vectors were trained so that their first half tells nearly all; with it, search finds as many topics.
SIZE = 128
_STORED = 256
_BYTES = np.dtype("<f2").itemsize
# What a word begins with in the list of pieces.
_BEGIN = "\u2581"
# No piece has so high a number.
_NEVER = 1 << 30
# No word is longer; what is, has no meaning.
_LONGEST = 30


def units(words: Iterable[str]) -> Floats:
    """A row of length 1 for each lower-case word; of zeros for one that has no meaning."""
    pieces = [_pieces(word) for word in words]
    every = sorted({piece for row in pieces for piece in row})
    at, known = {piece: number for number, piece in enumerate(every)}, _rows(every)
    found = np.zeros((len(pieces), SIZE), np.float32)
    for row, of in zip(found, pieces, strict=True):
        if of:
            row[:] = known[[at[piece] for piece in of]].mean(0)
    return normal(found)


@lru_cache(maxsize=2_000)
def unit(word: str) -> Floats:
    """As `units`, of one word."""
    pieces = _pieces(word)
    return _fixed(normal(np.add.reduce(_rows(pieces)) / len(pieces)) if pieces else np.zeros(SIZE, np.float32))


def _fixed(row: Floats) -> Floats:
    row.setflags(write=False)
    return row


def _pieces(word: str) -> list[int]:
    """The numbers of the pieces that a word is made of: neighbours join into the commonest piece, again and again.

    That is how Llama's tokenizer (SentencePiece's byte-pair encoding) does it; a commoner piece has a lower number.
    """
    if len(word) > _LONGEST:
        return []
    known = _numbers()
    parts = [_BEGIN, *filter(known.__contains__, word)]
    # Each place with the number of what its part and the next one join into, _NEVER where they join into nothing.
    joined = [known.get(a + b, _NEVER) for a, b in pairwise(parts)]
    while joined and (first := min(joined)) < _NEVER:
        at = joined.index(first)
        parts[at : at + 2] = [parts[at] + parts[at + 1]]
        joined[at : at + 1] = []
        for place in range(max(0, at - 1), min(at + 1, len(joined))):
            joined[place] = known.get(parts[place] + parts[place + 1], _NEVER)
    return [known[part] for part in parts]


@cache
def _numbers() -> Mapping[str, int]:
    """Each piece's number. Only that part of the file is taken, which is a fifth of it."""
    text = (_package() / "tokenizers" / "l2_supercat_tokenizer_config.json").read_text(encoding="utf-8")
    found, _ = json.JSONDecoder().raw_decode(text, text.index("{", text.index('"vocab"')))
    return dict(found)


def _rows(pieces: Sequence[int]) -> Floats:
    """The vectors of some pieces, read one by one: to have all of them would take 16 MB."""
    file, start = _weights()
    read = [os.pread(file, SIZE * _BYTES, start + n * _STORED * _BYTES) for n in pieces]
    return np.frombuffer(b"".join(read), "<f2").reshape(len(read), SIZE).astype(np.float32)


@cache
def _weights() -> tuple[int, int]:
    """The file of the vectors, which stays open, and where in it they begin.

    Before them stand eight bytes with the length of its header, and that.
    """
    file = os.open(_package() / "weights" / "l2_supercat_256.safetensors", os.O_RDONLY)
    length = int.from_bytes(os.read(file, 8), "little")
    vectors = json.loads(os.read(file, length))["embedding.weight"]
    if vectors["dtype"] != "F16" or vectors["shape"][1] != _STORED:
        raise ValueError(f"not the word vectors that search was made for: {vectors}")
    return file, 8 + length + int(vectors["data_offsets"][0])


@cache
def _package() -> Path:
    """Where wordllama is installed; it isn't imported, which would take a fifth of a second and much memory."""
    found = find_spec("wordllama")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("wordllama, which requirements.txt names, isn't installed")
    return Path(found.origin).parent
