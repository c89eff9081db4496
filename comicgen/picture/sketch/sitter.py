"""One actor ready to be drawn: its bones, flesh and clothes, the pen that draws it, and the parts drawn so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from ...staging import Actor
from ...staging.figure import Skeleton
from .flesh import Flesh
from .loft import Loft, depth, facing_camera, outline
from .marks import Array, Mark, Paint, Stroke
from .pen import Part, Pen, curve
from .trims import Button, Seam, Trim
from .wardrobe import GOLD, STEEL, WHITE, Dressed, cloth

DARK = Paint((44, 42, 50), 1.0, black=True)
INSIDE = Paint((70, 62, 84), 0.62)
"""The inside of a sleeve or a hem."""
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

    @property
    def unit(self) -> float:
        return self.bones.unit

    def z(self, *points: Any) -> float:
        """Return the mean depth of world points in metres."""
        return depth(np.array(points), self.pen.camera)

    def outline(self, *lofts: Array | Loft) -> Any:
        return outline(lofts, self.pen.camera)

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

    def trim(self, loft: Loft, trim: Trim) -> list[Mark]:
        """Return the marks of one trim on a garment, and of its mirror image."""
        sides = (1, -1) if getattr(trim, "both", False) else (1,)
        return [m for sign in sides for m in self._trim(loft, trim, sign)]

    def _trim(self, loft: Loft, trim: Trim, sign: int) -> list[Mark]:
        if isinstance(trim, Button):
            return self._button(loft, trim, sign)
        spots = np.array(trim.points) * (sign, 1)
        if isinstance(trim, Seam):
            return self._seam(loft, trim, spots)
        closed = _densified(spots)
        angle = self.clamped(loft, closed[:, 1], closed[:, 0])
        if np.ptp(angle - closed[:, 0]) > 0 and _folded(angle, closed[:, 0]):
            return []
        points, _ = loft.surface(closed[:, 1], angle, trim.lift * self.unit)
        return self.pen.patch(self.pen.flat(points), self.paint(trim.paint), trim.weight)

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

    def clamped(self, loft: Loft, t: Array, angle: Array) -> Array:
        """Return angles moved to the edge of what the camera sees of a loft, so that shapes end at its outline."""
        ahead = self.azimuth(loft, t)
        turn = (angle - ahead + 180) % 360 - 180
        return ahead + np.clip(turn, -EDGE, EDGE)

    def azimuth(self, loft: Loft, t: Array) -> Array:
        """Return the degrees round the loft, at places along it, that look at the camera."""
        centre = np.stack([np.interp(t, loft.t, loft.centre[:, i]) for i in range(3)], axis=-1)
        left, front = (
            np.stack([np.interp(t, loft.t, a[:, i]) for i in range(3)], axis=-1) for a in (loft.left, loft.front)
        )
        way = np.array(self.pen.camera.eye) - centre
        x, z = (way * left).sum(axis=1), (way * front).sum(axis=1)
        found: Array = np.degrees(np.arctan2(x, z))
        return found


def coloured(strokes: Sequence[Mark], paint: Paint) -> list[Mark]:
    """Return strokes as ribbons of a cloth's colour: bands, strings and stripes."""
    return [replace(s, colour=paint.colour) if isinstance(s, Stroke) else s for s in strokes]


def _densified(spots: Array, count: int = 5) -> Array:
    """Return a closed polygon with ``count`` points along each side."""
    after = np.roll(spots, -1, axis=0)
    k = np.arange(count) / count
    points: Array = (spots[:, None] + (after - spots)[:, None] * k[None, :, None]).reshape(-1, 2)
    return points


def _folded(angle: Array, wanted: Array) -> bool:
    """Tell whether nothing of a shape is on the camera's side: all of it was moved to the edge."""
    moved = np.abs((angle - wanted + 180) % 360 - 180) > 1e-6
    return bool(moved.all())
