"""A page layout into a small picture of box-drawing characters for the terminal."""

from ..geometry import Point, Rect
from . import PageLayout

ASPECT = 2.0
"""A character cell is about twice as high as wide."""
TALLEST, NARROWEST = 72, 12
"""A long strip is drawn narrower, so that it is not more than about so many lines high."""


def plan_picture(page: PageLayout, width_chars: int = 32) -> str:
    """Draw a page's frames with their reading order and ids, at most ``width_chars`` columns wide.

    The sheet's edge is dotted; leaning gutters are drawn upright where they cross the frame's middle.
    """
    long = page.size.h / page.size.w
    width = min(max(NARROWEST, width_chars), max(NARROWEST, round(TALLEST * ASPECT / long)))
    rows = max(4, round(long * (width - 1) / ASPECT) + 1)
    cells = [[" "] * width for _ in range(rows)]
    _outline(cells, (0, 0, width - 1, rows - 1), "┄┊╭╮╰╯")
    for number, frame in enumerate(page.frames, 1):
        spot = _spot(_middle_box(frame.polygon), page, (width, rows))
        _outline(cells, spot, "━┃┏┓┗┛" if frame.bleed else "─│┌┐└┘")
        _label(cells, spot, (str(number), frame.panel.id))
    return "\n".join("".join(row).rstrip() for row in cells)


def _middle_box(polygon: tuple[Point, ...]) -> Rect:
    """Return the upright box whose sides are the middles of a four-sided frame's sides."""
    xs, ys = sorted(p[0] for p in polygon), sorted(p[1] for p in polygon)
    half = len(polygon) // 2
    left, right = sum(xs[:half]) / half, sum(xs[-half:]) / half
    top, bottom = sum(ys[:half]) / half, sum(ys[-half:]) / half
    return Rect(left, top, right - left, bottom - top)


def _spot(box: Rect, page: PageLayout, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return the cells of a box: left, top, right, bottom, kept inside the sheet."""
    sx, sy = (size[0] - 1) / page.size.w, (size[1] - 1) / page.size.h
    left, top = max(0, round(box.x * sx)), max(0, round(box.y * sy))
    right, bottom = min(size[0] - 1, round(box.right * sx) - 1), min(size[1] - 1, round(box.bottom * sy) - 1)
    return left, top, max(right, left + 2), max(bottom, top + 1)


def _outline(cells: list[list[str]], spot: tuple[int, int, int, int], marks: str) -> None:
    left, top, right, bottom = spot
    right, bottom = min(right, len(cells[0]) - 1), min(bottom, len(cells) - 1)
    for x in range(left, right + 1):
        cells[top][x] = cells[bottom][x] = marks[0]
    for y in range(top, bottom + 1):
        cells[y][left] = cells[y][right] = marks[1]
    for (y, x), mark in zip(((top, left), (top, right), (bottom, left), (bottom, right)), marks[2:], strict=True):
        cells[y][x] = mark


def _label(cells: list[list[str]], spot: tuple[int, int, int, int], words: tuple[str, str]) -> None:
    """Write the number, and the id under it, in the middle of a frame as far as there is room."""
    left, top, right, bottom = spot
    room = right - left - 1
    lines = [word[:room] for word in (words if bottom - top > 2 else (" ".join(words),))]
    first = (top + bottom - len(lines) + 1) // 2
    for k, line in enumerate(lines):
        start = left + 1 + (room - len(line)) // 2
        for x, letter in enumerate(line):
            cells[min(first + k, len(cells) - 1)][start + x] = letter if letter.isprintable() else "?"
