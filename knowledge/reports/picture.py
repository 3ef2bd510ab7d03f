"""Draws how many stood how over time: stacked bars as a PNG, drawn large and made smaller so that edges are smooth."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from knowledge.progress.days import spell
from knowledge.progress.model import Status
from knowledge.progress.standings.brag import KEY, named
from knowledge.reports.colours import COLOURS
from knowledge.reports.trend import Point

WIDTH, HEIGHT, LARGER = 1500, 560, 2
_LEFT, _RIGHT, _TOP, _BOTTOM = 20, 430, 20, 60
_INK = "#202020"
ALT = "Stacked bars of how many recommendations stood how. {points}."


def picture(points: Sequence[Point]) -> bytes:
    """A bar for each point, oldest on the left, with the words beside the colours."""
    image = Image.new("RGB", (WIDTH * LARGER, HEIGHT * LARGER), "white")
    draw = ImageDraw.Draw(image)
    present = [status for status in _ORDER if any(counts[status] for _, counts in points)]
    _bars(draw, points)
    _legend(draw, present)
    made = BytesIO()
    image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(made, "PNG", optimize=True)
    return made.getvalue()


def described(points: Sequence[Point]) -> str:
    """The same in words, for who can't see it."""
    told = [f"{spell(day)}: {_counted(counts)}" for day, counts in points]
    return ALT.format(points="; ".join(told))


# From the bottom of a bar to its top: what is done first.
_ORDER = tuple(reversed(KEY))


def _counted(counts: dict[Status | None, int]) -> str:
    return ", ".join(f"{counts[status]} {named(status)}" for status in KEY if counts[status])


def _bars(draw: ImageDraw.ImageDraw, points: Sequence[Point]) -> None:
    step = (WIDTH - _LEFT - _RIGHT) / len(points)
    for number, (day, counts) in enumerate(points):
        left, width = _LEFT + number * step + step * 0.15, min(step * 0.7, 120)
        left += (step * 0.7 - width) / 2
        _bar(draw, left, width, counts)
        label = f"{day:%b %y}" if number < len(points) - 1 else "now"
        _text(draw, (left + width / 2, HEIGHT - _BOTTOM + 26), label, anchor="mm")


def _bar(draw: ImageDraw.ImageDraw, left: float, width: float, counts: dict[Status | None, int]) -> None:
    whole, bottom = sum(counts.values()) or 1, float(HEIGHT - _BOTTOM)
    for status in _ORDER:
        if not counts[status]:
            continue
        height = (HEIGHT - _BOTTOM - _TOP) * counts[status] / whole
        _box(draw, (left, bottom - height, left + width, bottom), status)
        if height >= 24:
            centre = (left + width / 2, bottom - height / 2)
            _text(draw, centre, str(counts[status]), ink=f"#{COLOURS[status].ink}", anchor="mm")
        bottom -= height


def _legend(draw: ImageDraw.ImageDraw, present: Sequence[Status | None]) -> None:
    for number, status in enumerate(reversed(present)):
        top, left = _TOP + 10 + number * 50, WIDTH - _RIGHT + 30
        _box(draw, (left, top, left + 34, top + 34), status)
        _text(draw, (left + 50, top + 17), named(status), anchor="lm")


def _box(draw: ImageDraw.ImageDraw, corners: tuple[float, float, float, float], status: Status | None) -> None:
    colour = COLOURS[status]
    edge = f"#{colour.ink}" if colour.outline else "white"
    draw.rectangle([at * LARGER for at in corners], fill=f"#{colour.ground}", outline=edge, width=2 * LARGER)


def _text(
    draw: ImageDraw.ImageDraw, at: tuple[float, float], words: str, *, ink: str = _INK, anchor: str = "la"
) -> None:
    font = ImageFont.load_default(22 * LARGER)
    draw.text((at[0] * LARGER, at[1] * LARGER), words, fill=ink, font=font, anchor=anchor)
