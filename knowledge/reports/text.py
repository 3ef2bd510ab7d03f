"""Makes people's texts fit for files: what XML can't hold goes, and nothing is taken for a formula."""

from __future__ import annotations

import re

# What XML 1.0 has no way to write, halves of surrogate pairs among it.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
CELL = 32_767  # characters that Excel takes in one cell
CUT = " … (cut: Excel takes no more)"


def fit(text: str) -> str:
    """The text without what XML can't hold; line ends are those of one kind."""
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def in_cell(text: str) -> str:
    """As `fit`, as much as one cell of Excel takes."""
    whole = fit(text)
    return whole if len(whole) <= CELL else whole[: CELL - len(CUT)] + CUT


def guarded(text: str) -> str:
    """As `fit`; what a spreadsheet would take for a formula begins with an apostrophe, as OWASP advises for CSV."""
    whole = fit(text)
    return f"'{whole}" if whole.lstrip(" ").startswith(_FORMULA) else whole
