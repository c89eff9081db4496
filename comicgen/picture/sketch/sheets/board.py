"""Cells into a contact sheet: each picture taken by the artist, its key under it, all painted as one drawing."""

from collections.abc import Sequence
from dataclasses import dataclass

from ....drawing import Colour, Contour, Glyph, Image, Item, Path, Text
from ....fonts import shape
from ....geometry import Rect
from ....paint import to_pixels
from ....paint.page import Pixels
from ....staging import Staging
from ... import Shot
from .. import draw

GAP = 0.045
"""Paper round a cell, as a share of its width."""
LABEL = 0.13
"""Height of a label's line, as a share of the narrowest cell's width in use."""
LETTERS = 0.60
"""Size of the letters in their line."""
FRAME: Colour = (60, 58, 64)


@dataclass(frozen=True, slots=True)
class Cell:
    """One entry of a table: its key and the staging that shows it."""

    key: str
    staging: Staging
    manner: str = ""
    """The manner that draws it where it is not the sheet's."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A contact sheet: a title, cells in rows of ``columns``, and the manner that draws them."""

    name: str
    title: str
    cells: tuple[Cell, ...]
    columns: int
    manner: str = "grey"


def paint_cell(cell: Cell, width: int, manner: str) -> Pixels:
    """Return a cell's picture as the artist draws it, ``width`` pixels across."""
    height = round(width / cell.staging.camera.aspect)
    shot = Shot(cell.key, "", "", width, height, cell.staging.seed, cell.staging, manner=cell.manner or manner)
    pixels: Pixels = draw(shot).pixels
    return pixels


def paint_sheet(sheet: Sheet, width: int) -> Pixels:
    """Return a sheet ``width`` pixels across: (h, w) grey, or (h, w, 3) where a manner has colours."""
    inner = int(width / (sheet.columns + (sheet.columns + 1) * GAP))
    gap, line = round(GAP * inner), max(10, round(min(LABEL * inner, 0.018 * width)))
    pictures = [paint_cell(cell, inner, sheet.manner) for cell in sheet.cells]
    items: list[Item] = list(_line(sheet.title, (gap, gap + line), 1.3 * LETTERS * line))
    top = gap + 1.6 * line
    for start in range(0, len(pictures), sheet.columns):
        row = list(zip(sheet.cells, pictures, strict=True))[start : start + sheet.columns]
        tall = max(p.shape[0] for _, p in row)
        for i, (cell, pixels) in enumerate(row):
            items += _cell(cell.key, pixels, (gap + i * (inner + gap), round(top)), line)
        top += tall + line + gap
    page = Rect(0, 0, width, round(top))
    mode = "rgb" if any(p.ndim == 3 for p in pictures) else "grey"
    return to_pixels(items, page, width, round(top), mode, 4.0)


def _cell(key: str, pixels: Pixels, at: tuple[int, int], line: int) -> Sequence[Item]:
    h, w = pixels.shape[:2]
    box = Rect(*at, w, h)
    edge = Path((Contour(box.corners),), stroke=FRAME, width=max(1.0, line / 20))
    return Image(pixels, box), edge, *_line(key, (at[0], at[1] + h + 0.78 * line), LETTERS * line, w)


def _line(text: str, at: tuple[float, float], size: float, width: float | None = None) -> tuple[Text, ...]:
    """Return a text in one line from a baseline origin, smaller where it would be wider than ``width``."""
    runs = shape(text, "caption")
    long = sum(run.advance for run in runs)
    if width is not None and long * size > width:
        size = width / long
    found, x = [], at[0]
    for run in runs:
        glyphs = tuple(Glyph(g.id, x + g.x * size, at[1] + g.y * size, g.text) for g in run.glyphs)
        found.append(Text(run.face, size, glyphs, "".join(g.text for g in run.glyphs)))
        x += run.advance * size
    return tuple(found)
