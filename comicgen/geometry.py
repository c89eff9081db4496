"""Points, rectangles and polygons on a page. Lengths are millimetres unless said, y grows downwards.

A point is a plain ``(x, y)`` pair and a polygon a tuple of points, so that geometry travels
through numpy, shapely and JSON without a word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Polygon = tuple[Point, ...]

MM_PER_INCH = 25.4
PT_PER_MM = 72 / MM_PER_INCH
"""PostScript points in one millimetre."""


@dataclass(frozen=True, slots=True)
class Rect:
    """An axis-parallel box: top left corner, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def centre(self) -> Point:
        return (self.x + self.w / 2, self.y + self.h / 2)

    @property
    def corners(self) -> Polygon:
        """The four corners, clockwise on the page from the top left."""
        return ((self.x, self.y), (self.right, self.y), (self.right, self.bottom), (self.x, self.bottom))

    def at(self, u: float, v: float) -> Point:
        """Return the point at the fractions (u, v) of this box."""
        return (self.x + u * self.w, self.y + v * self.h)

    def inset(self, d: float) -> "Rect":
        """Return the box moved in by ``d`` on every side; negative grows it."""
        return Rect(self.x + d, self.y + d, self.w - 2 * d, self.h - 2 * d)

    def place(self, part: "Rect") -> "Rect":
        """Return where ``part``, given in fractions of this box, lies."""
        return Rect(*self.at(part.x, part.y), part.w * self.w, part.h * self.h)

    def shared(self, other: "Rect") -> "Rect":
        """Return the box that both boxes cover; its sides are not positive where they do not meet."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(x, y, min(self.right, other.right) - x, min(self.bottom, other.bottom) - y)

    def overlap(self, other: "Rect") -> float:
        """Return the area that both boxes cover."""
        w = min(self.right, other.right) - max(self.x, other.x)
        h = min(self.bottom, other.bottom) - max(self.y, other.y)
        return max(w, 0.0) * max(h, 0.0)


def bounds(points: Iterable[Sequence[float]]) -> Rect:
    """Return the smallest box round the points."""
    xs, ys = zip(*((p[0], p[1]) for p in points), strict=True)
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def area(polygon: Polygon) -> float:
    """Return the area of a simple polygon, by the shoelace formula."""
    return abs(_twice_signed(polygon)) / 2


def _twice_signed(polygon: Polygon) -> float:
    shifted = (*polygon[1:], polygon[0])
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(polygon, shifted, strict=True))


def contains(polygon: Polygon, point: Point) -> bool:
    """Tell whether the point is inside, by the even-odd rule."""
    x, y = point
    inside = False
    for (x0, y0), (x1, y1) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            inside = not inside
    return inside
