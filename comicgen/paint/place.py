"""Nested frames into one place on the page, so that screentone keeps the page's lattice in every picture."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..drawing import Contour, Gradient, Tone
from ..geometry import Point, Rect


@dataclass(frozen=True, slots=True)
class Place:
    """Where items stand on the page: ``page = scale * own + shift``, and the part of the page that is seen."""

    scale: Point = (1.0, 1.0)
    shift: Point = (0.0, 0.0)
    seen: Rect | None = None

    def inside(self, source: Rect, target: Rect) -> "Place":
        """Return the place of a group whose ``source`` box is put on ``target``."""
        sx, sy = target.w / source.w, target.h / source.h
        x, y = self.point((target.x - sx * source.x, target.y - sy * source.y))
        frame = Rect(*self.point((target.x, target.y)), target.w * self.scale[0], target.h * self.scale[1])
        seen = self.seen.shared(frame) if self.seen else frame
        return Place((self.scale[0] * sx, self.scale[1] * sy), (x, y), seen)

    def point(self, p: Point) -> Point:
        """Return a point on the page."""
        return (p[0] * self.scale[0] + self.shift[0], p[1] * self.scale[1] + self.shift[1])

    def box(self, contours: Sequence[Contour]) -> Rect:
        """Return the part of the page that contours reach."""
        points = np.concatenate([np.asarray(c.points, dtype=float).reshape(-1, 2) for c in contours])
        (x0, y0), (x1, y1) = self.point(tuple(points.min(axis=0))), self.point(tuple(points.max(axis=0)))
        box = Rect(float(x0), float(y0), float(x1 - x0), float(y1 - y0))
        return box.shared(self.seen) if self.seen else box

    def fill(self, fill: Tone | Gradient) -> Tone | Gradient:
        """Return a fill in page units."""
        if isinstance(fill, Gradient):
            return replace(fill, start=self.point(fill.start), end=self.point(fill.end))
        return fill

    def back(self) -> str:
        """Return the PDF operator that leads from a place back to the page's units, empty on the page itself."""
        if self is FLAT:
            return ""
        (sx, sy), (x, y) = self.scale, self.shift
        return f"{1 / sx:.8f} 0 0 {1 / sy:.8f} {-x / sx:.6f} {-y / sy:.6f} cm "


FLAT = Place()
"""The page itself."""
