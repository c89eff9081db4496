"""One actor ready to be drawn: its bones, flesh and clothes, the pen that draws it, and the parts drawn so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from typing import Any

import numpy as np
import shapely

from ....staging import Actor
from ....staging.figure import Skeleton
from ..hulls import outline
from ..loft import Loft, depth, facing_camera, unit
from ..marks import Array, Mark, Paint, Stroke
from ..pen import Part, Pen, curve
from ..wardrobe.outfits import GOLD, STEEL, WHITE, Dressed, cloth, luminance
from ..wardrobe.trims import Band, Button, Seam, Spots, Trim
from .flesh import Flesh

DARK = Paint((44, 42, 50), 1.0, black=True)
INSIDE = Paint((70, 62, 84), 0.62)
"""The inside of a sleeve or a hem."""
LEVELS = 37
"""Places up the spine that depths are measured against."""
SHORT = 10
"""Points of a seam's line; one with more corners is drawn by itself."""
EDGE = 86.0
"""Degrees from the camera's direction at which a cloth's surface turns away."""


@dataclass(slots=True, eq=False)
class Sitter:
    """A figure while it is being drawn."""

    actor: Actor
    bones: Skeleton
    flesh: Flesh
    wears: Dressed
    pen: Pen
    parts: list[Part] = field(default_factory=list)
    shapes: dict[str, Any] = field(default_factory=dict)
    """Outlines on the frame by part name, for those that follow."""
    lofts: dict[str, Loft] = field(default_factory=dict)
    """Solids by part name, for those that are drawn of them later."""
    _spine: tuple[Array, Array] | None = None

    @property
    def unit(self) -> float:
        return self.bones.unit

    @property
    def floor(self) -> float:
        """Height of the ground under the figure, in metres."""
        return float(self.actor.position[1])

    def z(self, *points: Any) -> float:
        """Return the mean depth of world points in metres, each against the spine at its own level.

        So one who bends, lies or is seen from above is sorted like one who stands: what is before the
        trunk, what beside it and what behind. The trunk itself is at the depth of its middle.
        """
        spots = np.array(points, dtype=float)
        spine, deep = self._levels()
        level = np.argmin(np.linalg.norm(spots[:, None] - spine[None], axis=2), axis=1)
        against = float(np.mean(deep[level]))
        return depth(spots, self.pen.camera) - against + float(deep[len(deep) // 2])

    def _levels(self) -> tuple[Array, Array]:
        """Return points (LEVELS, 3) up the spine and their depths."""
        if self._spine is None:
            trunk = self.flesh.trunk
            places = np.linspace(0.0, 0.9, LEVELS)
            spine = np.stack([np.interp(places, trunk.t, trunk.centre[:, i]) for i in range(3)], axis=1)
            self._spine = (spine, self.pen.camera.view(spine)[:, 2])
        return self._spine

    def hang(self, i: int) -> float:
        """Return the cosine between a thigh and the pelvis' own downward axis, 0 where it is raised more."""
        side = ("left", "right")[i]
        way = unit(self.bones[f"{side} knee"] - self.bones[f"{side} hip"])
        return max(0.0, float(np.dot(way, -np.array(self.bones.pelvis.up))))

    def outline(self, *lofts: Array | Loft) -> Any:
        """Return what lofts or rings (n, POINTS, 3) cover on the frame; a small figure's are coarser."""
        rings = [r.rings() if isinstance(r, Loft) else r for r in lofts]
        return outline(rings if self.pen.fine else [_coarse(r) for r in rings], self.pen.camera)

    def seen(self, point: Any, normal: Any) -> float:
        """Return the cosine between a normal at a point and the way to the camera."""
        return float(facing_camera(np.asarray(point), np.asarray(normal), self.pen.camera))

    def add(self, part: Part) -> Part:
        """Keep a part, and its shape under its name."""
        self.parts.append(part)
        if part.name:
            self.shapes[part.name] = part.shape
        return part

    def paint(self, name: str) -> Paint:
        """Return the paint that a trim names."""
        wears = self.wears
        own = {"top": wears.top, "lower": wears.lower, "accent": wears.accent, "skin": wears.skin, "dark": DARK}
        return own[name] if name in own else cloth({"white": WHITE, "gold": GOLD, "steel": STEEL}[name])

    def trims(self, loft: Loft, sewn: Iterable[Trim]) -> list[Mark]:
        """Return the marks of many trims on a garment in order; ink seams that follow each other at once."""
        marks: list[Mark] = []
        for plain, group in groupby(sewn, lambda t: isinstance(t, Seam) and not t.paint and len(t.points) <= SHORT):
            if plain:
                marks += self._seams(loft, [t for t in group if isinstance(t, Seam)])
            else:
                marks += [m for t in group for m in self.trim(loft, t)]
        return marks

    def _seams(self, loft: Loft, seams: Sequence[Seam]) -> list[Mark]:
        lines = [(_line(t.points), t.weight, sign) for t in seams for sign in ((1, -1) if t.both else (1,))]
        places = np.stack([line * (sign, 1) for line, _, sign in lines])
        points, normals = loft.surface(places[..., 1], places[..., 0], 0.012 * self.unit)
        return self.pen.lines_on(points, normals, [w for _, w, _ in lines], ((0.12, 0.12),) * len(lines))

    def trim(self, loft: Loft, trim: Trim, side: int = 1) -> list[Mark]:
        """Return the marks of one trim on a garment, and of its mirror image; ``side`` -1 for the mirror image only."""
        sides = (1, -1) if getattr(trim, "both", False) else (side,)
        return [m for sign in sides for m in self._trim(loft, trim, sign)]

    def _trim(self, loft: Loft, trim: Trim, sign: int) -> list[Mark]:
        if isinstance(trim, Button):
            return self._button(loft, trim, sign)
        if isinstance(trim, Band):
            return self._band(loft, trim)
        spots = np.array(trim.points) * (sign, 1)
        if isinstance(trim, Seam):
            return self._seam(loft, trim, spots)
        marks: list[Mark] = []
        for piece in self.in_sight(loft, spots):
            points, _ = loft.surface(piece[:, 1], piece[:, 0], trim.lift * self.unit)
            if trim.paint == "skin":
                self.shapes["bare"] = shapely.make_valid(shapely.polygons(self.pen.flat(points)))
            marks += self.pen.patch(self.pen.flat(points), self.paint(trim.paint), trim.weight)
        return marks

    def _band(self, loft: Loft, trim: Band) -> list[Mark]:
        ahead = self.azimuth(loft, (trim.low + trim.high) / 2)
        angle = np.linspace(ahead - EDGE - 3, ahead + EDGE + 3, 25)
        edges = [
            loft.surface(np.full(25, t), a, trim.lift * self.unit)[0]
            for t, a in ((trim.high, angle), (trim.low, angle[::-1]))
        ]
        return self.pen.patch(self.pen.flat(np.concatenate(edges)), self.paint(trim.paint), trim.weight)

    def in_sight(self, loft: Loft, spots: Array) -> list[Array]:
        """Return the pieces (n, 2) of a shape on a loft that are on the camera's side, cut at the loft's edge."""
        ahead = self.azimuth(loft, float(spots[:, 1].mean()))
        shape = shapely.polygons(spots)
        shape = shape if shape.is_valid else shapely.make_valid(shape)
        windows = [shapely.box(ahead + k - EDGE, -9, ahead + k + EDGE, 9) for k in (-360.0, 0.0, 360.0)]
        pieces = shapely.get_parts(shapely.intersection(shape, windows))
        return [
            _densified(shapely.get_coordinates(p.exterior)[:-1])
            for p in pieces
            if p.geom_type == "Polygon" and p.area > 0
        ]

    def _seam(self, loft: Loft, trim: Seam, spots: Array) -> list[Mark]:
        line = curve(spots, max(8, 2 * len(spots)))
        points, normals = loft.surface(line[:, 1], line[:, 0], 0.012 * self.unit)
        strokes = self.pen.line_on(points, normals, trim.weight, (0.12, 0.12))
        if not trim.paint:
            return strokes
        return coloured(strokes, self.paint(trim.paint))

    def _button(self, loft: Loft, trim: Button, sign: int) -> list[Mark]:
        point, normal = loft.surface(trim.at[1], trim.at[0] * sign, 0.02 * self.unit)
        if self.seen(point, normal) < 0.12:
            return []
        weight = 0.45 if trim.radius > 0.02 and trim.paint != "dark" else 0.0
        return self.pen.dot(self.pen.flat(point), trim.radius * self.pen.head, self.paint(trim.paint), weight)

    def azimuth(self, loft: Loft, t: float) -> float:
        """Return the degrees round the loft, at a place along it, that look at the camera."""
        centre, left, front = (
            np.array([np.interp(t, loft.t, v[:, i]) for i in range(3)]) for v in (loft.centre, loft.left, loft.front)
        )
        way = np.array(self.pen.camera.eye) - centre
        return float(np.degrees(np.arctan2(way @ left, way @ front)))


@lru_cache(maxsize=256)
def _line(spots: Spots) -> Array:
    return curve(spots, SHORT)


def _coarse(rings: Array) -> Array:
    """Return every other ring and point, the last ring kept."""
    return np.concatenate([rings[:-1:2, ::2], rings[-1:, ::2]])


def coloured(strokes: Sequence[Mark], paint: Paint) -> list[Mark]:
    """Return strokes as ribbons of a cloth's colour: bands, strings and stripes."""
    white = luminance(paint.colour) > 0.85
    return [replace(s, colour=paint.colour, white=white) if isinstance(s, Stroke) else s for s in strokes]


def _densified(spots: Array, count: int = 5) -> Array:
    """Return a closed polygon with ``count`` points along each side."""
    after = np.roll(spots, -1, axis=0)
    k = np.arange(count) / count
    points: Array = (spots[:, None] + (after - spots)[:, None] * k[None, :, None]).reshape(-1, 2)
    return points
