"""Areas in paint order into a map of which of them lies on top: what a line runs over, what is behind a figure.

All rings of a picture lie end to end in one array, so that boxes and pixels are a few operations for all of them.
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image, ImageChops, ImageDraw

from ..marks import Area, Array

MARGIN = 2.0
"""Frame units beyond the frame's edges that the map covers."""
REACH = 1.0
"""Frame units: an area's pixels are no farther from its box."""

CELL, CELLS = 4.0, 100
"""Frame units of a square in which points are counted, and how many squares there are each way."""


class Shapes:
    """Areas made ready to be laid on a map of ``fine`` pixels in a frame unit."""

    def __init__(self, areas: Sequence[Area], fine: float) -> None:
        rings = [r for a in areas for r in a.rings]
        starts = np.cumsum([0, *map(len, rings)])
        points = np.concatenate([*rings, np.zeros((1, 2))])
        self._flat: list[float] = (fine * (points + MARGIN)).ravel().tolist()
        self._ends: list[int] = (2 * starts).tolist()
        counts = [len(a.rings) for a in areas]
        self._first: list[int] = np.cumsum([0, *counts]).tolist()
        self._low, self._high = np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)
        self._holed = _nested(self._low, self._high, np.array(counts, dtype=int))

    def boxes(self) -> tuple[Array, Array]:
        """Return the least and the greatest corner of each area's box, (n, 2) in frame units."""
        first = self._first[:-1]
        if not first:
            return np.zeros((0, 2)), np.zeros((0, 2))
        return np.minimum.reduceat(self._low, first), np.maximum.reduceat(self._high, first)

    def holding(self, points: Array, among: Any) -> list[int]:
        """Return the areas of those told of by ``among`` whose boxes hold any of the points, or one nearly."""
        low, high = self.boxes()
        x, y = _cells(points).T
        sums = np.zeros((CELLS + 1, CELLS + 1), dtype=int)
        sums[1:, 1:] = np.bincount(CELLS * x + y, minlength=CELLS * CELLS).reshape(CELLS, CELLS)
        sums = sums.cumsum(axis=0).cumsum(axis=1)
        (x0, y0), (x1, y1) = _cells(low - REACH).T, _cells(high + REACH).T + 1
        hit = sums[x1, y1] - sums[x0, y1] - sums[x1, y0] + sums[x0, y0] > 0
        found: list[int] = np.flatnonzero(hit & among).tolist()
        return found

    def rings(self, k: int) -> tuple[list[list[float]], list[list[float]]]:
        """Return the rings of area ``k`` as x, y, x, y ... in pixels: those that lie alone, those that may be holes."""
        alone: list[list[float]] = []
        holed: list[list[float]] = []
        for i in range(self._first[k], self._first[k + 1]):
            a, b = self._ends[i], self._ends[i + 1]
            if b - a > 4:
                (holed if self._holed[i] else alone).append(self._flat[a:b])
        return alone, holed


def _cells(points: Array) -> Any:
    """Return the squares (n, 2) that points lie in, at the edge for those beyond."""
    return np.clip(np.nan_to_num(points) / CELL, 0, CELLS - 1).astype(int)


def _nested(low: Array, high: Array, counts: Any) -> list[bool]:
    """Tell which rings' boxes lie in another's of the same area, or hold one: only they may be holes or have some."""
    each = np.repeat(counts, counts)
    i = np.repeat(np.arange(len(each)), each)
    j = np.arange(len(i)) + np.repeat(np.repeat(np.cumsum(counts) - counts, counts) - np.cumsum(each) + each, each)
    inside = (low[i] >= low[j]).all(axis=1) & (high[i] <= high[j]).all(axis=1) & (i != j)
    told: list[bool] = np.bincount(np.concatenate([i[inside], j[inside]]), minlength=len(each)).astype(bool).tolist()
    return told


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

    def lay(self, shapes: Shapes, k: int, number: int) -> None:
        """Lay area ``k`` over all that is there; its rings are filled by the even-odd rule."""
        alone, holed = shapes.rings(k)
        for ring in alone:
            self._draw.polygon(ring, fill=number)
        if holed:
            self._lay_holed(holed, number)

    def _lay_holed(self, rings: list[list[float]], number: int) -> None:
        """Lay rings with holes, within the box that holds them all."""
        xs, ys = [x for r in rings for x in r[::2]], [y for r in rings for y in r[1::2]]
        left, top = max(0, math.floor(min(xs)) - 1), max(0, math.floor(min(ys)) - 1)
        size = min(self.size[0], math.ceil(max(xs)) + 2) - left, min(self.size[1], math.ceil(max(ys)) + 2) - top
        if min(size) < 1:
            return
        mask = Image.new("1", size, 0)
        for ring in rings:
            once = Image.new("1", size, 0)
            ImageDraw.Draw(once).polygon([v - (left, top)[k % 2] for k, v in enumerate(ring)], fill=1)
            mask = ImageChops.logical_xor(mask, once)
        self._map[top : top + size[1], left : left + size[0]][np.asarray(mask)] = number

    def pixels(self, points: Array) -> Any:
        """Return the pixels (n,) of points (n, 2) in frame units, at the map's edge for those beyond it."""
        # Of a number and of none, fmin and fmax take the number.
        x, y = np.fmin(np.fmax(self.fine * (points + MARGIN), 0.0), np.array(self.size) - 1.0).astype(int).T
        return self.size[0] * y + x

    def at(self, points: Array) -> Any:
        """Return the numbers (n,) at points (n, 2) in frame units."""
        return self.seen[self.pixels(points)]
