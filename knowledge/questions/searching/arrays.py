"""Rows of numbers: numpy, told to use one thread, and the few things that numpy doesn't do itself."""

from __future__ import annotations

import math
import os
from typing import Any, TypeAlias

# More threads only cost memory: everything that is multiplied here is small. It must be said before numpy is there.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

__all__ = ["Doubles", "Floats", "Halves", "Numbers", "compact", "distinct", "normal", "np", "stretches"]

Doubles: TypeAlias = NDArray[np.float64]
Floats: TypeAlias = NDArray[np.float32]
Halves: TypeAlias = NDArray[np.float16]
Numbers: TypeAlias = NDArray[np.signedinteger[Any]]


# What nothing is divided by instead of its length, which is 0.
_TINY = 1e-30


def compact(numbers: Numbers, most: int) -> Numbers:
    """The same numbers, none above `most`, in as little room as they need."""
    return numbers.astype(np.int16 if most < np.iinfo(np.int16).max else np.int32)


def distinct(numbers: Numbers) -> Numbers:
    """Each number once, in order; quicker than to sort them where there are thousands below tens of thousands."""
    return np.flatnonzero(np.bincount(numbers)).astype(np.int32) if len(numbers) else numbers


def stretches(starts: Numbers, lengths: Numbers) -> Numbers:
    """The places of stretches that start somewhere and are so long, one behind the other."""
    ends = lengths.cumsum()
    found = (starts - ends + lengths).repeat(lengths)
    return np.asarray(np.arange(len(found)) + found)


def normal(rows: Floats) -> Floats:
    """Rows of length 1, or of zeros where there is nothing."""
    if rows.ndim == 1:
        return rows / max(math.sqrt(rows @ rows), _TINY)
    lengths = np.sqrt(np.einsum("...i,...i->...", rows, rows))[..., None]
    return np.asarray(rows / np.maximum(lengths, _TINY))
