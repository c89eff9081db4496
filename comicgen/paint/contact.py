"""Pictures with words under them into a contact sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..drawing import BLACK, Contour, Image, Item, Path, Text
from ..fonts import shape
from ..geometry import Rect
from .page import to_pixels

THUMB, TALLEST, GAP, LABEL = 220, 250, 14, 20
"""Pixels: most of a picture's width and height on the sheet, space between two, height of a line of words."""
COLUMNS = 6
"""Of a sheet whose pictures run on from row to row."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture of a sheet: its uint8 pixels (h, w) or (h, w, 3), the words under it, a thick frame."""

    pixels: Any
    words: str
    picked: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Return the picture's width and height on the sheet: within its cell, never bent."""
        height, width = (int(v) for v in self.pixels.shape[:2])
        scale = min(THUMB / width, TALLEST / height)
        return max(1, round(width * scale)), max(1, round(height * scale))


def contact_sheet(rows: Sequence[tuple[str, Sequence[Shown]]]) -> Any:
    """Return a sheet (h, w, 3) of rows, each under its heading; an empty heading takes no room."""
    items: list[Item] = []
    y = float(GAP)
    for heading, shown in rows:
        if heading:
            items += words(heading, GAP, y, LABEL * 0.8)
            y += LABEL
        for column, one in enumerate(shown):
            items += _thumb(one, GAP + column * (THUMB + GAP), y)
        y += max(one.size[1] for one in shown) + LABEL + GAP
    width = GAP + max(len(shown) for _, shown in rows) * (THUMB + GAP)
    return to_pixels(items, Rect(0, 0, width, round(y)), width, round(y), "rgb", 4.0)


def in_rows(shown: Sequence[Shown]) -> list[tuple[str, Sequence[Shown]]]:
    """Return pictures that run on from row to row."""
    return [("", shown[first : first + COLUMNS]) for first in range(0, len(shown), COLUMNS)]


def _thumb(one: Shown, x: float, y: float) -> Iterator[Item]:
    from PIL import Image as Pillow

    at = Rect(x, y, *one.size)
    small = Pillow.fromarray(one.pixels).resize(one.size, Pillow.Resampling.LANCZOS)
    yield Image(np.asarray(small), at)
    corners = ((at.x, at.y), (at.right, at.y), (at.right, at.bottom), (at.x, at.bottom))
    yield Path((Contour(corners),), stroke=BLACK, width=4.0 if one.picked else 1.0)
    yield from words(one.words, x, at.bottom, LABEL * 0.75)


def words(text: str, x: float, y: float, size: float) -> Iterator[Item]:
    """Yield a line of words whose top left corner is (x, y)."""
    for run in shape(text, "caption"):
        glyphs = tuple(replace(g, x=x + g.x * size, y=y + size * 0.9 + g.y * size) for g in run.glyphs)
        yield Text(run.face, size, glyphs, text)
        x += run.advance * size
