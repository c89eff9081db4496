"""Runs of glyphs into contours, for outlines and halos that are painted as paths."""

import math
from collections.abc import Iterable

from ..drawing import Colour, Contour, Glyph, Path, Text
from ..fonts import outline
from ..geometry import Point


def halo(texts: Iterable[Text], width: float, colour: Colour) -> tuple[Path, ...]:
    """Return a rim of ``width`` mm round the letters of runs, to be painted under them."""
    rings = tuple(c for t in texts for g in t.glyphs for c in contours(t, g))
    return (Path(rings, None, colour, 2 * width),) if rings else ()


def contours(text: Text, glyph: Glyph) -> list[Contour]:
    """Return a glyph's outline as cubic contours in its place."""
    c, s = math.cos(text.turn) * text.size, math.sin(text.turn) * text.size

    def at(x: float, y: float) -> Point:
        x -= text.slant * y
        return (glyph.x + x * c - y * s, glyph.y + x * s + y * c)

    found: list[list[Point]] = []
    for letter, numbers in outline(text.face, glyph.id):
        points = [at(*numbers[q : q + 2]) for q in range(0, len(numbers), 2)]
        if letter == "M":
            found.append(points)
        elif points:
            found[-1] += _cubic(found[-1][-1], points)
    return [Contour(tuple(ring), cubic=True) for ring in found if len(ring) > 3]


def _cubic(start: Point, points: list[Point]) -> list[Point]:
    """Raise a line or a quadratic piece to a cubic one."""
    if len(points) == 3:
        return points
    end = points[-1]
    control = points[0] if len(points) == 2 else ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    first = tuple(a + (b - a) * 2 / 3 for a, b in zip(start, control, strict=True))
    second = tuple(a + (b - a) * 2 / 3 for a, b in zip(end, control, strict=True))
    return [(first[0], first[1]), (second[0], second[1]), end]
