"""Areas in paint order into a map of which of them lies on top: what a line runs over, what is behind a figure."""

import math
from typing import Any

import numpy as np
from PIL import Image, ImageChops, ImageDraw

from ..marks import Area, Array

MARGIN = 2.0
"""Frame units beyond the frame's edges that the map covers."""


class Topmost:
    """A map of numbers, 0 where nothing lies; ``fine`` pixels in a frame unit."""

    def __init__(self, width: float, fine: float) -> None:
        self.fine = fine
        self.size = (round(fine * (width + 2 * MARGIN)), round(fine * (100 + 2 * MARGIN)))
        self.image = Image.new("I", self.size, 0)
        self._draw = ImageDraw.Draw(self.image)
        self.seen: Any = self.image.load()

    def lay(self, area: Area, number: int) -> None:
        """Lay an area over all that is there; its rings are filled by the even-odd rule."""
        rings = [(self.fine * (r + MARGIN)).ravel().tolist() for r in area.rings if len(r) > 2]
        if len(rings) > 1 and _nested(area.rings):
            self._lay_holed(rings, number)
            return
        for ring in rings:
            self._draw.polygon(ring, fill=number)

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
        self.image.paste(number, (left, top), mask)

    def pixels(self, points: Array) -> Any:
        """Return the pixels (..., 2) of points in frame units, at the map's edge for those beyond it."""
        return np.clip(self.fine * (np.nan_to_num(points) + MARGIN), 0, np.array(self.size) - 1).astype(int)

    def at(self, points: Array) -> Any:
        """Return the numbers (n,) at points (n, 2) in frame units."""
        x, y = self.pixels(points).T
        return np.asarray(self.image)[y, x]


def _nested(rings: tuple[Array, ...]) -> bool:
    """Tell whether one ring's box touches another's: only then may they be holes."""
    low = np.array([r.min(axis=0) for r in rings])
    high = np.array([r.max(axis=0) for r in rings])
    over = (low[:, None] < high[None]).all(axis=2) & (high[:, None] > low[None]).all(axis=2)
    return bool(over.sum() > len(rings))
