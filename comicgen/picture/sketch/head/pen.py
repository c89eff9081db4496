"""Shapes and curves on the frame into marks: fills, outlines that swell away from the light, tapered lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
import shapely

from ....drawing import Colour
from ..loft import CRUMB, contours, polygons
from ..marks import Area, Array, Mark, Paint, Stroke
from ..runs import stretches
from .shapes import bounding, common, curve, fading, pointed, polygon, runs, soften, swell
from .sitter import Sitter

LIFT = 0.004
"""Head heights that what is drawn on the face stands off it."""


@dataclass(slots=True, eq=False)
class Spot:
    """What lies on the face and waits to be seen: places (n, 2), how far they stand off, and what they become.

    A contour has a paint, a line a weight; one that ends in a point is a ``flick``.
    """

    places: Array
    lift: float
    paint: Paint | None = None
    weight: float = 0.0
    colour: Colour | None = None
    taper: bool = True
    flick: bool = False
    closed: bool = False


class Pen:
    """Draws on one layer of a head: collects its marks, back to front.

    What is said in places on the face waits until something else is drawn or asked for: many places are as soon brought
    onto the paper as few.
    """

    def __init__(self, sitter: Sitter, clip: Any = None) -> None:
        self.sitter = sitter
        self._clip = clip
        self._marks: list[Mark] = []
        self._spots: list[Spot] = []

    @property
    def marks(self) -> list[Mark]:
        """The marks drawn so far."""
        self._flush()
        return self._marks

    @property
    def clip(self) -> Any:
        """What of the paper is drawn on; None is all."""
        return self._clip

    @clip.setter
    def clip(self, clip: Any) -> None:
        if clip is not self._clip:
            self._flush()
        self._clip = clip

    def _flush(self) -> None:
        """Draw what waits."""
        if self._spots:
            spots, self._spots = self._spots, []
            self._lay(spots)

    def _lay(self, spots: Sequence[Spot]) -> None:
        """Bring spots onto the paper: contours whole, lines where they are seen, flicks whose root is."""
        counts = [len(spot.places) for spot in spots]
        lifts = [spot.lift for spot in spots]
        lift = lifts[0] if min(lifts) == max(lifts) else np.repeat(lifts, counts)
        points, keep = self.sitter.traced(np.concatenate([spot.places for spot in spots]), lift)
        if self._clip is not None:
            keep &= shapely.contains_xy(self._clip, points)
        roots = keep[[0, *accumulate(counts[:-1])]].tolist()
        keep |= np.repeat([spot.paint is not None or spot.flick for spot in spots], counts)
        for i, a, b in stretches(keep, counts):
            spot = spots[i]
            if spot.paint is not None:
                self.fills([points[a:b]], [spot.paint])
            elif not spot.flick:
                width, closed = spot.weight * self.sitter.line, spot.closed and b - a == counts[i]
                self._marks.append(Stroke(points[a:b], width, spot.colour, closed, spot.taper))
            elif roots[i]:
                self.flick(points[a:b], spot.weight)

    def fill(self, shape: Any, paint: Paint, shade: float = 0.0) -> None:
        """Fill a shapely shape or a contour (n, 2)."""
        if isinstance(shape, np.ndarray):
            self.fills([shape], [paint], shade)
            return
        if self.clip is not None:
            shape = common(shape, self.clip)
        rings = contours(shape)
        if rings:
            self.marks.append(Area(rings, paint, shade))

    def fills(self, rings: Sequence[Array], paints: Sequence[Paint], shade: float = 0.0) -> None:
        """Fill contours (n, 2); those that lie in the clip with all their points are not cut."""
        if self.sitter.huge:
            rings = [soften(ring, 1) for ring in rings]
        whole = [True] * len(rings)
        if self.clip is not None:
            inside = shapely.contains_xy(self.clip, np.concatenate(rings))
            whole = np.logical_and.reduceat(inside, [0, *accumulate(map(len, rings[:-1]))]).tolist()
        for ring, paint, uncut in zip(rings, paints, whole, strict=True):
            if not uncut:
                self.fill(polygon(ring), paint, shade)
            elif _area(ring) > CRUMB:
                self.marks.append(Area((ring,), paint, shade))

    def moved(self, shape: Any, by: tuple[float, float]) -> Any:
        """Return a shape moved away from the light and down, in head heights."""
        by_units = np.array((by[0] * self.sitter.lee, by[1])) * self.sitter.size
        return shapely.transform(shape, by_units.__add__)

    def lee(self, shape: Any, by: tuple[float, float], body: Any = None) -> Any:
        """Return what of a shape lies in shade: all but itself, or its ``body``, moved to the light."""
        return shapely.difference(shape, self.moved(shape if body is None else body, (-by[0], -by[1])))

    def line(
        self, points: Any, weight: float, colour: Colour | None = None, *, taper: bool = True, white: bool = False
    ) -> None:
        """Ink an open line (n, 2), ``weight`` outlines thick."""
        points = np.asarray(points, dtype=float)
        if self.sitter.huge and len(points) > 4:
            points = curve(points, 2 * len(points))
        whole = [slice(0, len(points))]
        for run in whole if self.clip is None else runs(shapely.contains_xy(self.clip, points)):
            self.marks.append(Stroke(points[run], weight * self.sitter.line, colour, taper=taper, white=white))

    def patch(self, places: Any, paint: Paint, lift: float = LIFT) -> None:
        """Fill a contour of places (n, 2) on the face."""
        self._spots.append(Spot(np.asarray(places), lift, paint))

    def patches(self, places: Sequence[Array], paints: Sequence[Paint]) -> None:
        """Fill contours of places (n, 2) on the face."""
        self._spots += [Spot(ring, LIFT, paint) for ring, paint in zip(places, paints, strict=True)]

    def crease(self, places: Any, weight: float, lift: float = LIFT, colour: Colour | None = None) -> None:
        """Ink an open line of places (n, 2) on the face where it looks at the camera."""
        self.creases((np.asarray(places),), (weight,), lift, colour)

    def creases(
        self,
        places: Sequence[Array],
        weights: Sequence[float],
        lift: float = LIFT,
        colour: Colour | None = None,
        *,
        taper: bool = True,
    ) -> None:
        """Ink open lines of places (n, 2) on the face where they look at the camera."""
        if self.sitter.huge:
            places = [curve(p, 2 * len(p)) if len(p) > 4 else p for p in places]
        pairs = zip(places, weights, strict=True)
        self._spots += [Spot(line, lift, None, weight, colour, taper) for line, weight in pairs]

    def flick(self, points: Any, weight: float) -> None:
        """Ink a line that is thick at its root and ends in a point."""
        points = np.asarray(points, dtype=float)
        if self.clip is None or shapely.contains_xy(self.clip, points[:1])[0]:
            self.marks.append(Stroke(points, fading(len(points), 0.12) * (weight * self.sitter.line), taper=False))

    def flicks(self, places: Sequence[Array], weight: float) -> None:
        """Ink lines of places (n, 2) on the face that end in points."""
        self._spots += [Spot(line, LIFT, None, weight, flick=True) for line in places]

    def circuit(self, places: Array, weight: float) -> None:
        """Ink a closed line of places (n, 2) on the face, of even weight."""
        places = soften(places, 1 if self.sitter.huge else 0)
        self._spots.append(Spot(places, LIFT, None, weight, taper=False, closed=True))

    def loop(self, points: Any, weight: float, colour: Colour | None = None, *, white: bool = False) -> None:
        """Ink a closed line (n, 2) of even weight."""
        points = np.asarray(points)
        if self.clip is not None:
            self.line(np.concatenate([points, points[:1]]), weight, colour, taper=False, white=white)
        elif len(points) > 2:
            width = weight * self.sitter.line
            points = soften(points, 1 if self.sitter.huge else 0)
            self.marks.append(Stroke(points, width, colour, closed=True, taper=False, white=white))

    def outline(self, shape: Any, weight: float = 1.0, skip: Any = None, *, hair: bool = False) -> None:
        """Ink a shape's contours, or one contour, heavier away from the light, but for what is in ``skip``.

        The lines of ``hair`` end in points.
        """
        width = weight * self.sitter.line
        for way, ring in ((1.0, shape),) if isinstance(shape, np.ndarray) else _rings(shape):
            weights = width * swell(ring, way, self.sitter.lee)
            if hair and self.sitter.detail > 110:
                weights *= pointed(ring, 1.6 * width)
            self._contour(ring, weights, skip)

    def _contour(self, ring: Array, weights: Array, skip: Any) -> None:
        if skip is None or skip.is_empty or (keep := ~shapely.contains_xy(skip, ring)).all():
            self.marks.append(Stroke(ring, weights, closed=True, taper=False))
            return
        start = int(np.argmin(keep))
        ring, weights, keep = (np.roll(a, -start, axis=0) for a in (ring, weights, keep))
        for run in runs(keep):
            self.marks.append(Stroke(ring[run], weights[run]))


def _rings(shape: Any) -> list[tuple[float, Array]]:
    """Return the contours (n, 2) of a shape, 1 with those round it and -1 with its holes."""
    return [(-1.0 if k else 1.0, ring) for p in polygons(shape) for k, ring in enumerate(bounding(p))]


def _area(ring: Array) -> float:
    """Return the area of a contour (n, 2)."""
    x, y = ring[:, 0], ring[:, 1]
    twice = x[:-1] @ y[1:] - x[1:] @ y[:-1] + x[-1] * y[0] - x[0] * y[-1]
    return 0.5 * abs(float(twice))


def mix(colour: Colour, share: float, towards: Sequence[int] = (0, 0, 0)) -> Colour:
    """Return a colour moved by ``share`` towards another."""
    r, g, b = (round(c * (1 - share) + t * share) for c, t in zip(colour, towards, strict=True))
    return (r, g, b)


def light(colour: Colour) -> float:
    """Return the perceived lightness of a colour, 0..255 (Rec. 601 weights)."""
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]


WHITE = Paint((255, 255, 255))
INK: Colour = (23, 21, 28)
BLACK = Paint(INK, 1.0, black=True)
