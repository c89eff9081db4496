"""One actor ready to be drawn: its bones, flesh and clothes, the pen that draws it, and the parts drawn so far."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from ....staging import Actor
from ....staging.camera import NEAR
from ....staging.figure import Skeleton
from ..hulls import outlines
from ..inking import EDGE, in_sight
from ..loft import FRAME, Loft, azimuths, unit
from ..marks import Array, Paint
from ..mending import mended
from ..pen import Cutout, Ink, Knob, Part, Pen, Stitch, curve
from ..wardrobe.outfits import GOLD, STEEL, WHITE, Dressed, cloth
from ..wardrobe.trims import Band, Button, Patch, Seam, Spots, Trim
from .flesh import Flesh

DARK = Paint((44, 42, 50), 1.0, black=True)
INSIDE = Paint((70, 62, 84), 0.62)
"""The inside of a sleeve or a hem."""
LEVELS = 37
"""Places up the spine that depths are measured against."""
MARGIN, OFF = 2.0, 0.25
"""Frame units and heads beyond the frame up to which a solid may throw a line or a shade into it."""
SHORT = 10
"""Points of a seam's line; one with more corners is drawn by itself."""


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
    _spine: tuple[Array, Array, Array] | None = None

    @property
    def unit(self) -> float:
        return self.bones.unit

    @property
    def scale(self) -> float:
        """Frame units in a metre where the figure is."""
        return self.pen.head / self.pen.unit

    @property
    def floor(self) -> float:
        """Height of the ground under the figure, in metres."""
        return float(self.actor.position[1])

    def z(self, *points: Any) -> float:
        """Return the mean depth of world points in metres, each against the spine at its own level.

        So one who bends, lies or is seen from above is sorted like one who stands: what is before the
        trunk, what beside it and what behind. The trunk itself is at the depth of its middle.
        """
        found = self.depths(np.array(points, dtype=float)).tolist()
        return float(sum(found) / len(found))

    def depths(self, points: Array) -> Array:
        """Return the depth in metres of each of world points (n, 3), against the spine at its own level."""
        columns, apart, deep = self._levels()
        # One product gives each point's depth, and how far it is from every level but for what they share.
        product = points @ columns
        level = (product[:, :LEVELS] + apart).argmin(axis=1)
        found: Array = product[:, LEVELS] - deep[level]
        return found

    def _levels(self) -> tuple[Array, Array, Array]:
        """Return what points are multiplied by (3, LEVELS + 1), what is added to tell the nearest place up the spine,
        and what is taken off a depth there."""
        if self._spine is None:
            spine = self.flesh.trunk.centre_at(np.linspace(0.0, 0.9, LEVELS))
            forward = np.array(self.pen.camera.forward)
            deep = spine @ forward
            columns = np.concatenate([-2.0 * spine.T, forward[:, None]], axis=1)
            nearness = float(np.array(self.pen.camera.eye) @ forward)
            self._spine = (columns, (spine * spine).sum(axis=1), deep + nearness - deep[LEVELS // 2])
        return self._spine

    def in_frame(self, point: Array, heads: float) -> bool:
        """Tell whether the frame may show what lies within so many heads of a world point."""
        disc, camera = self.pen.disc(point, heads), self.pen.camera
        (x, y), reach = disc.centre.tolist(), disc.radius
        near = float(camera.view(point)[2]) < NEAR
        return near or (-reach < x < FRAME * camera.aspect + reach and -reach < y < FRAME + reach)

    def hang(self, i: int) -> float:
        """Return the cosine between a thigh and the pelvis' own downward axis, 0 where it is raised more."""
        side = ("left", "right")[i]
        way = unit(self.bones[f"{side} knee"] - self.bones[f"{side} hip"])
        return max(0.0, float(np.dot(way, -np.array(self.bones.pelvis.up))))

    def outline(self, *lofts: Array | Loft) -> Any:
        """Return what lofts or rings (n, POINTS, 3) cover on the frame; a small figure's are coarser."""
        return self.outlines([lofts])[0]

    def outlines(self, solids: Sequence[Sequence[Array | Loft]]) -> list[Any]:
        """Return what each of many solids covers on the frame."""
        if not self.pen.fine:
            solids = [[_coarse(k) for k in solid] for solid in solids]
        return outlines(solids, self.pen.camera, self.scale, MARGIN + OFF * self.pen.head)

    def seen(self, point: Any, normal: Any) -> float:
        """Return the cosine between a normal at a point and the way to the camera."""
        x, y, z = (float(e) - float(p) for e, p in zip(self.pen.camera.eye, point, strict=True))
        a, b, c = normal
        return float(x * a + y * b + z * c) / max(math.sqrt(x * x + y * y + z * z), 1e-12)

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

    def trims(self, loft: Loft, sewn: Iterable[Trim]) -> list[Ink]:
        """Return what many trims on a garment are drawn with, in order."""
        return [ink for trim in sewn for ink in self.trim(loft, trim)]

    def trim(self, loft: Loft, trim: Trim, side: int = 1) -> list[Ink]:
        """Return one trim on a garment, and its mirror image; ``side`` -1 for the mirror image only."""
        sides = (1, -1) if getattr(trim, "both", False) else (side,)
        return [ink for sign in sides for ink in self._trim(loft, trim, sign)]

    def _trim(self, loft: Loft, trim: Trim, sign: int) -> list[Ink]:
        h = self.unit
        if isinstance(trim, Button):
            weight = 0.45 if trim.radius > 0.02 and trim.paint != "dark" else 0.0
            place = np.array((trim.at[0] * sign, trim.at[1]))
            return [Knob(loft, place, trim.radius * self.pen.head, self.paint(trim.paint), weight, 0.02 * h)]
        if isinstance(trim, Band):
            return [self._band(loft, trim)]
        if isinstance(trim, Seam):
            paint = self.paint(trim.paint) if trim.paint else None
            return [Stitch(loft, _line(trim.points, sign), trim.weight, (0.12, 0.12), 0.012 * h, paint)]
        spots = np.array(trim.points) * (sign, 1)
        if trim.paint == "skin":
            return self._bare(loft, trim, spots)
        return [Cutout(loft, spots, self.paint(trim.paint), trim.weight, trim.lift * h)]

    def _bare(self, loft: Loft, trim: Patch, spots: Array) -> list[Ink]:
        """Return skin that shows at a neck, and keep its shape for the neck's joint."""
        found: list[Ink] = []
        for piece in self.in_sight(loft, spots):
            flat = self.pen.flat(loft.surface(piece[:, 1], piece[:, 0], trim.lift * self.unit)[0])
            self.shapes["bare"] = mended(shapely.polygons(flat))
            found += self.pen.patch(flat, self.paint(trim.paint), trim.weight)
        return found

    def _band(self, loft: Loft, trim: Band) -> Cutout:
        angle = self.azimuth(loft, (trim.low + trim.high) / 2) + _ACROSS
        places = np.stack([angle, np.repeat((trim.high, trim.low), len(_ACROSS) // 2)], axis=1)
        return Cutout(loft, places, self.paint(trim.paint), trim.weight, trim.lift * self.unit, whole=True)

    def in_sight(self, loft: Loft, spots: Array) -> list[Array]:
        """Return the pieces (n, 2) of a shape on a loft that are on the camera's side, cut at the loft's edge."""
        return in_sight(spots, self.azimuth(loft, float(spots[:, 1].mean())))

    def azimuth(self, loft: Loft, t: float) -> float:
        """Return the degrees round the loft, at a place along it, that look at the camera."""
        return float(azimuths((loft,), 0, np.array((t,)), self.pen.camera)[0])

    def creases(
        self, loft: Loft, t: Array, angle: Any, weights: Sequence[float], tapers: Sequence[tuple[float, float]]
    ) -> list[Ink]:
        """Return lines on a loft at places (k, n) along it and degrees round it."""
        return [Stitch(loft, p, w, taper) for p, w, taper in zip(_places(t, angle), weights, tapers, strict=True)]

    def crease(
        self, loft: Loft, t: Any, angle: Any, weight: float, taper: tuple[float, float] = (0.2, 0.6)
    ) -> list[Ink]:
        """Return one line on a loft at places (n,) along it and degrees round it."""
        return [Stitch(loft, _places(t, angle), weight, taper)]


def _places(t: Any, angle: Any) -> Array:
    """Return places (..., 2) on a loft: degrees round it, and how far along."""
    places = np.empty((*(np.shape(t) if np.size(t) >= np.size(angle) else np.shape(angle)), 2))
    places[..., 0], places[..., 1] = angle, t
    return places


_ACROSS = np.concatenate([np.linspace(-EDGE - 3, EDGE + 3, 25), np.linspace(EDGE + 3, -EDGE - 3, 25)])
"""Degrees of a band's upper edge from the one that looks at the camera, and back along the lower one."""


@lru_cache(maxsize=512)
def _line(spots: Spots, sign: int) -> Array:
    """Return a seam's places, or its mirror image's: short ones as they were, longer ones with points enough."""
    return curve(spots, SHORT if len(spots) <= SHORT else 2 * len(spots)) * (sign, 1)


def _coarse(rings: Array | Loft) -> Array | Loft:
    """Return every other ring and point, the last ring kept; what has few of them already as it is."""
    if isinstance(rings, Loft) or len(rings) < 2:
        return rings
    return np.concatenate([rings[:-1:2, ::2], rings[-1:, ::2]])
