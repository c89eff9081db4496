"""Areas in paint order into a map of which of them lies on top: what a line runs over, what is behind a figure.

All rings of a picture lie end to end in one array, so that boxes and pixels are a few operations for all of them.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from PIL import Image, ImageChops, ImageDraw

from ..marks import Area, Array

MARGIN = 2.0
"""Frame units beyond the frame's edges that the map covers."""
REACH = 0.6
"""Frame units: an area's pixels are no farther from its box."""

CELL, CELLS = 2.0, 100
"""Frame units of a square in which points are counted, and how many squares there are each way."""


class Shapes:
    """Areas made ready to be laid on a map of ``fine`` pixels in a frame unit."""

    def __init__(self, areas: Sequence[Area], fine: float) -> None:
        rings = [r for a in areas for r in a.rings]
        counts = [len(a.rings) for a in areas]
        self._ends, self._first = [0, *accumulate(map(len, rings))], [0, *accumulate(counts)]
        points = np.concatenate([*rings, np.zeros((1, 2))])
        self._pixels: Any = (fine * (points + MARGIN)).astype(np.float32)
        self._low, self._high = (f.reduceat(points, self._ends) for f in (np.minimum, np.maximum))
        self._holed = _nested(self._low, self._high, np.array(counts, dtype=int))

    def boxes(self) -> tuple[Array, Array]:
        """Return the least and the greatest corner of each area's box, (n, 2) in frame units."""
        low, high = np.minimum.reduceat(self._low, self._first), np.maximum.reduceat(self._high, self._first)
        return low[:-1], high[:-1]

    def holding(self, points: Array, among: Any) -> dict[int, list[int]]:
        """Return those rings whose boxes hold any of the points, or one nearly, of the areas told of by ``among``."""
        x, y = _cells(points)
        sums = np.zeros((CELLS + 1, CELLS + 1), dtype=int)
        np.bincount(CELLS * x + y, minlength=CELLS * CELLS).reshape(CELLS, CELLS).cumsum(axis=0, out=sums[1:, 1:])
        sums.cumsum(axis=1, out=sums)
        (x0, y0), (x1, y1) = _cells(self._low[:-1] - REACH), _cells(self._high[:-1] + REACH) + 1
        hit = sums[x1, y1] - sums[x0, y1] - sums[x1, y0] + sums[x0, y0] > 0
        owner = np.repeat(np.arange(len(among)), np.diff(self._first))
        chosen = np.flatnonzero(hit & among[owner])
        found: dict[int, list[int]] = {}
        for ring, area in zip(chosen.tolist(), owner[chosen].tolist(), strict=True):
            found.setdefault(area, []).append(ring)
        return found

    def rings(self, k: int) -> range:
        """Return the numbers of the rings of area ``k``."""
        return range(self._first[k], self._first[k + 1])

    def shared(self, rings: Iterable[int]) -> tuple[list[Any], list[Any]]:
        """Return rings in pixels: those that lie alone, those that may be holes or have some."""
        alone: list[Any] = []
        holed: list[Any] = []
        for i in rings:
            a, b = self._ends[i], self._ends[i + 1]
            if b - a > 2:
                (holed if i in self._holed else alone).append(self._pixels[a:b])
        return alone, holed


def _cells(points: Array) -> Any:
    """Return the squares (2, n) that points lie in, at the edge for those beyond."""
    return np.fmin(np.fmax(points.T / CELL, 0.0), CELLS - 1.0).astype(int)


def _nested(low: Array, high: Array, counts: Any) -> set[int]:
    """Return the rings whose boxes lie in another's of the same area, or hold one: only they may be holes."""
    rings, counts = np.flatnonzero(np.repeat(counts > 1, counts)), counts[counts > 1]
    each, ends = np.repeat(counts, counts), np.repeat(counts.cumsum(), counts)
    i = np.repeat(np.arange(len(rings)), each)
    j = np.arange(len(i)) + np.repeat(ends - each.cumsum(), each)
    a, b = rings[i], rings[j]
    inside = (low[a] >= low[b]).all(axis=1) & (high[a] <= high[b]).all(axis=1) & (a != b)
    return {*a[inside].tolist(), *b[inside].tolist()}


class Topmost:
    """A map of numbers, 0 where nothing lies; ``fine`` pixels in a frame unit."""

    def __init__(self, width: float, fine: float) -> None:
        self.fine = fine
        self.size = (round(fine * (width + 2 * MARGIN)), round(fine * (100 + 2 * MARGIN)))
        self._map: Any = np.zeros(self.size[::-1], np.uint16)
        image = Image.frombuffer("I;16", self.size, self._map, "raw", "I;16", 0, 1)
        image.readonly = 0  # drawn on in place, so that the numbers are read without a copy
        self._draw = ImageDraw.Draw(image)
        self.seen: Any = self._map.reshape(-1)
        """The numbers of all pixels, row by row."""

    def lay(self, shapes: Shapes, rings: Iterable[int], number: int) -> None:
        """Lay rings of an area over all that is there; they are filled by the even-odd rule."""
        alone, holed = shapes.shared(rings)
        for ring in alone:
            self._draw.polygon(ring, fill=number)
        if holed:
            self._lay_holed(holed, number)

    def _lay_holed(self, rings: Sequence[Any], number: int) -> None:
        """Lay rings with holes, within the box that holds them all."""
        low, high = (f(np.concatenate(rings), axis=0) for f in (np.min, np.max))
        left, top = np.fmax(np.floor(low) - 1, 0).astype(int).tolist()
        right, foot = np.fmin(np.ceil(high) + 2, self.size).astype(int).tolist()
        if right <= left or foot <= top:
            return
        mask = Image.new("1", (right - left, foot - top), 0)
        for ring in rings:
            once = Image.new("1", mask.size, 0)
            ImageDraw.Draw(once).polygon(ring - np.array((left, top), np.float32), fill=1)
            mask = ImageChops.logical_xor(mask, once)
        self._map[top:foot, left:right][np.asarray(mask)] = number

    def pixels(self, points: Array) -> Any:
        """Return the pixels (n,) of points (n, 2) in frame units, at the map's edge for those beyond it."""
        # Of a number and of none, fmin and fmax take the number.
        x, y = np.fmin(np.fmax(self.fine * (points + MARGIN), 0.0), np.array(self.size) - 1.0).astype(int).T
        return self.size[0] * y + x

    def at(self, points: Array) -> Any:
        """Return the numbers (n,) at points (n, 2) in frame units."""
        return self.seen[self.pixels(points)]
