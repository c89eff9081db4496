"""What an effect is drawn on: the frame, the subjects to keep clear, and the pen that stays inside and off faces."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any

import numpy as np
import shapely

from ...drawing import BLACK, WHITE, Colour, Contour, Fill, Path
from ...geometry import Point, Polygon, Rect, bounds

Array = np.ndarray[Any, np.dtype[np.float64]]

NEAR, FILLING = 0.34, 0.45
"""A head higher, or a body larger, than these shares of the frame leaves no room beside it: lines lie on shoulders."""


@dataclass(frozen=True)
class Plate:
    """One panel for an effect. Lengths in page mm; ``action`` is the author's words."""

    frame: Polygon
    heads: tuple[Rect, ...]
    bodies: tuple[Rect, ...]
    seed: int
    action: str = ""

    @cached_property
    def box(self) -> Rect:
        """The frame's bounds."""
        return bounds(self.frame)

    @cached_property
    def diagonal(self) -> float:
        """The length that line weights and spacings follow."""
        return math.hypot(self.box.w, self.box.h)

    @cached_property
    def unit(self) -> float:
        """A pen's width for this panel: 0.5 mm where the diagonal is 100 mm."""
        return float(0.5 * (self.diagonal / 100) ** 0.6)

    def random(self, name: str) -> Random:
        """Return this panel's own dice for an effect."""
        return Random(f"{self.seed} {name}")

    @cached_property
    def subjects(self) -> tuple[Rect, ...]:
        """Head and shoulders of everyone: what lines stop at."""
        found = []
        for head, body in zip(self.heads, self.bodies, strict=True):
            foot = min(head.bottom + 1.3 * head.h, max(body.bottom, head.bottom))
            wide = max(head.w * 1.25, min(body.w, head.w * 2.2))
            found.append(Rect(head.centre[0] - wide / 2, head.y - 0.08 * head.h, wide, foot - head.y + 0.08 * head.h))
        return tuple(found)

    @cached_property
    def figures(self) -> tuple[Rect, ...]:
        """What lines of movement stop at: the subjects, and the whole bodies of those seen from afar."""
        room = self.box.w * self.box.h
        pairs = zip(self.heads, self.bodies, strict=True)
        afar = [b for h, b in pairs if h.h < NEAR * self.box.h and b.overlap(self.box) < FILLING * room]
        return (*self.subjects, *afar)

    @cached_property
    def focus(self) -> Point:
        """Where eyes should go: the largest head, or a little above the frame's middle."""
        if not self.heads:
            return self.box.at(0.5, 0.47)
        x, y = max(self.heads, key=lambda h: h.w * h.h).centre
        return (min(max(x, self.box.x), self.box.right), min(max(y, self.box.y), self.box.bottom))

    @cached_property
    def faces(self) -> Any:
        """All faces as one shape that no effect enters."""
        return shapely.union_all([shapely.Polygon(ellipse(h, 1.1, 40)) for h in self.heads])

    @cached_property
    def area(self) -> Any:
        """The frame less the faces."""
        return shapely.Polygon(self.frame).difference(self.faces)

    @cached_property
    def whole(self) -> Any:
        """The frame."""
        return shapely.Polygon(self.frame)


def ellipse(box: Rect, grow: float = 1.0, count: int = 64) -> Array:
    """Return points of the ellipse through the middles of a box's sides, grown about its centre."""
    t = np.arange(count) * (2 * math.pi / count)
    x, y = box.centre
    return np.stack([x + grow * box.w / 2 * np.cos(t), y + grow * box.h / 2 * np.sin(t)], axis=1)


def ink(plate: Plate, shapes: Iterable[Any], fill: Fill = BLACK) -> list[Path]:
    """Return shapes (rings of points or shapely geometry) as one path, inside the frame and off every face."""
    whole = [s if isinstance(s, shapely.Geometry) else shapely.Polygon(s) for s in shapes if len_(s) > 2]
    if not whole:
        return []
    merged = shapely.union_all(shapely.make_valid(np.array(whole, dtype=object)))
    rings = contours(merged.intersection(plate.area))
    return [Path(rings, fill=fill)] if rings else []


def len_(shape: Any) -> int:
    """Return the number of points of a ring; a geometry always counts as enough."""
    return 3 if isinstance(shape, shapely.Geometry) else len(shape)


def contours(shape: Any) -> tuple[Contour, ...]:
    """Return the rings of a shapely geometry's areas."""
    rings = []
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon" and part.area > 1e-5:
            rings += [part.exterior, *part.interiors]
        elif part.geom_type == "MultiPolygon":
            rings += [r for p in part.geoms for r in (p.exterior, *p.interiors)]
    return tuple(Contour(shapely.get_coordinates(r)[:-1]) for r in rings)


def outlined(plate: Plate, rings: Sequence[Array], width: float, fill: Colour = WHITE) -> list[Path]:
    """Return closed shapes with a pen line round them, those alone that lie whole in the frame and off faces."""
    room = plate.area.buffer(-width / 2)
    kept = [r for r in rings if room.contains(shapely.Polygon(r))]
    return [Path((Contour(r),), fill, BLACK, width) for r in kept]


def wedges(starts: Array, ends: Array, first: Array, last: Array, bow: Array | float = 0.0) -> list[Array]:
    """Return tapered strokes as rings: (n, 2) starts and ends, (n,) widths there, sideways bow in mm."""
    along = ends - starts
    length = np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1) / length
    middle = (starts + ends) / 2 + normal * np.broadcast_to(bow, len(starts))[:, None]
    half = ((first + last) / 2 * 0.55)[:, None]
    left = [starts + normal * first[:, None] / 2, middle + normal * half, ends + normal * last[:, None] / 2]
    right = [ends - normal * last[:, None] / 2, middle - normal * half, starts - normal * first[:, None] / 2]
    rings: list[Array] = list(np.stack([*left, *right], axis=1))
    return rings
