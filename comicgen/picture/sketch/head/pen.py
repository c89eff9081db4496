"""Shapes and curves on the frame into marks: fills, outlines that swell away from the light, tapered lines."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from shapely.affinity import translate

from ....drawing import Colour
from ..loft import polygons, profile, unit
from ..marks import Area, Array, Mark, Paint, Stroke
from .sitter import Sitter

HEAVY = np.array((0.55, 0.84))
"""Where outlines are heaviest on the frame: away from the light, below right where it comes from the left."""
SHARP, POINT = -0.25, 0.30
"""Cosine of a turn under which a lock ends in a point, and the weight that is left there."""
CORNER = 0.72
"""Cosine of a turn: sharper ones stay corners."""


def curve(points: Any, n: int = 16) -> Array:
    """Return n points of a smooth open curve through ``points`` (m, k)."""
    p = np.asarray(points, dtype=float)
    smoothed: Array = _basis(len(p), n) @ p
    return smoothed


@lru_cache(maxsize=256)
def _basis(m: int, n: int) -> Array:
    """Return the weights (n, m) of m even control points in n even places of their curve."""
    return profile(np.column_stack([np.linspace(0.0, 1.0, m), np.eye(m)]), n)[:, 1:]


def oval(x: float, y: float, a: float, b: float, n: int = 28) -> Array:
    """Return the n points of an ellipse."""
    t = np.linspace(0.0, 2 * np.pi, n, endpoint=False)
    return np.stack([x + a * np.cos(t), y + b * np.sin(t)], axis=1)


def polygon(points: Any) -> Any:
    """Return the shapely polygon of points (n, 2), made valid; empty where it has no area."""
    points = np.asarray(points, dtype=float)
    if len(points) < 3 or not np.isfinite(points).all():
        return shapely.Polygon()
    return mended(shapely.polygons(points))


def mended(shape: Any) -> Any:
    """Return a shape made valid. A buffer of 0 does not always: it can leave crossings and drop lobes."""
    return shape if shapely.is_valid(shape) else _areas(shapely.make_valid(shape))


def common(one: Any, other: Any) -> Any:
    """Return what two shapes share: areas alone, not where they only touch."""
    if one.is_empty or other.is_empty:
        return shapely.Polygon()
    return _areas(shapely.intersection(one, other))


def _areas(shape: Any) -> Any:
    if isinstance(shape, (shapely.Polygon, shapely.MultiPolygon)):
        return shape
    parts = shapely.get_parts(shapely.get_parts(shape))
    return shapely.multipolygons(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON])


def soften(points: Array, passes: int) -> Array:
    """Return a closed contour with its shallow corners cut (Chaikin's scheme); sharp ones stay."""
    for _ in range(passes):
        before, after = np.roll(points, 1, axis=0), np.roll(points, -1, axis=0)
        bend = np.sum(unit(points - before) * unit(after - points), axis=1)
        keep = (bend < CORNER)[:, None]
        pair = np.stack(
            [
                np.where(keep, points, points + (before - points) / 4),
                np.where(keep, points, points + (after - points) / 4),
            ],
            axis=1,
        )
        points = pair.reshape(-1, 2)[~np.repeat(keep[:, 0], 2) | (np.arange(2 * len(points)) % 2 == 0)]
    return points


def smooth(shape: Any, sitter: Sitter) -> Any:
    """Return a shape with softened contours, as much as its size on the paper needs."""
    passes = 0 if sitter.small else 1 if sitter.detail < 160 else 2 if not sitter.huge else 3
    if not passes:
        return shape
    step = sitter.size * (0.0012 if sitter.fine else 0.004 if sitter.detail < 110 else 0.0025)
    soft = []
    for p in polygons(shapely.simplify(shape, step)):
        holes = [h for h in (soften(shapely.get_coordinates(r)[:-1], passes) for r in p.interiors) if len(h) > 3]
        soft.append(shapely.Polygon(soften(shapely.get_coordinates(p.exterior)[:-1], passes), holes))
    whole = shapely.MultiPolygon(soft) if len(soft) != 1 else soft[0]
    return mended(whole)


class Pen:
    """Draws on one layer of a head: collects its marks, back to front."""

    def __init__(self, sitter: Sitter, clip: Any = None) -> None:
        self.sitter = sitter
        self.clip = clip
        self.marks: list[Mark] = []

    def fill(self, shape: Any, paint: Paint, shade: float = 0.0) -> None:
        """Fill a shapely shape or a contour (n, 2)."""
        if isinstance(shape, np.ndarray):
            shape = polygon(soften(shape, 1 if self.sitter.huge else 0))
        if self.clip is not None:
            shape = common(shape, self.clip)
        rings = tuple(shapely.get_coordinates(r)[:-1] for p in polygons(shape) for r in (p.exterior, *p.interiors))
        if rings:
            self.marks.append(Area(rings, paint, shade))

    def moved(self, shape: Any, by: tuple[float, float]) -> Any:
        """Return a shape moved away from the light and down, in head heights."""
        across, down = by[0] * self.sitter.size * self.sitter.lee, by[1] * self.sitter.size
        return translate(shape, across, down)

    def lee(self, shape: Any, by: tuple[float, float], even: float = 0.0) -> Any:
        """Return what of a shape lies in shade: all but itself moved to the light.

        ``even`` leaves out what stands out less, in head heights: a nose throws no echo over the cheek.
        """
        reach = even * self.sitter.size
        whole = shape.buffer(-reach, quad_segs=4).buffer(reach, quad_segs=4) if even else shape
        return shapely.difference(shape, self.moved(whole, (-by[0], -by[1])))

    def line(
        self, points: Any, weight: float, colour: Colour | None = None, *, taper: bool = True, white: bool = False
    ) -> None:
        """Ink an open line (n, 2), ``weight`` outlines thick."""
        points = np.asarray(points, dtype=float)
        if self.sitter.huge and len(points) > 4:
            points = curve(points, 2 * len(points))
        keep = np.isfinite(points).all(axis=1)
        if self.clip is not None:
            keep &= shapely.contains_xy(self.clip, points)
        for run in [slice(0, len(points))] if keep.all() else runs(keep):
            self.marks.append(Stroke(points[run], weight * self.sitter.line, colour, taper=taper, white=white))

    def patch(self, places: Any, paint: Paint, shade: float = 0.0, lift: float = 0.004) -> None:
        """Fill a contour of places (n, 2) on the face."""
        self.fill(self.sitter.paper(places, lift), paint, shade)

    def crease(self, places: Any, weight: float, lift: float = 0.004, colour: Colour | None = None) -> None:
        """Ink an open line of places (n, 2) on the face where it looks at the camera."""
        points = self.sitter.paper(places, lift)
        points[~self.sitter.shown(places)] = np.nan
        self.line(points, weight, colour)

    def flick(self, points: Any, weight: float) -> None:
        """Ink a line that is thick at its root and ends in a point."""
        points = np.asarray(points, dtype=float)
        inside = self.clip is None or bool(shapely.contains_xy(self.clip, points[:1]).all())
        if inside and np.isfinite(points).all():
            widths = np.linspace(1.0, 0.12, len(points)) * weight * self.sitter.line
            self.marks.append(Stroke(points, widths, taper=False))

    def thread(self, points: Array, weight: float, colour: Colour | None, *, white: bool = False) -> None:
        """Ink a line of hair that thins from its tip, the first point, to its root."""
        widths = np.linspace(1.0, 0.25, len(points)) * weight * self.sitter.line
        whole = [slice(0, len(points))]
        for run in whole if self.clip is None else runs(shapely.contains_xy(self.clip, points)):
            self.marks.append(Stroke(points[run], widths[run], colour, taper=False, white=white))

    def flick_on(self, places: Any, weight: float) -> None:
        """Ink a line of places (n, 2) on the face that ends in a point, where all of it is seen."""
        if bool(self.sitter.shown(places).all()):
            self.flick(self.sitter.paper(places), weight)

    def loop(self, points: Any, weight: float, colour: Colour | None = None, *, white: bool = False) -> None:
        """Ink a closed line (n, 2) of even weight."""
        if self.clip is not None:
            points = np.asarray(points)
            self.line(np.concatenate([points, points[:1]]), weight, colour, taper=False, white=white)
        elif len(points) > 2 and np.isfinite(points).all():
            width = weight * self.sitter.line
            points = soften(np.asarray(points), 1 if self.sitter.huge else 0)
            self.marks.append(Stroke(points, width, colour, closed=True, taper=False, white=white))

    def outline(self, shape: Any, weight: float = 1.0, skip: Any = None, *, hair: bool = False) -> None:
        """Ink a shape's contours, heavier away from the light, but for what is in ``skip``; ``hair`` ends in points."""
        width = weight * self.sitter.line
        for p in polygons(shape):
            for index, r in enumerate((p.exterior, *p.interiors)):
                ring = shapely.get_coordinates(r)[:-1]
                weights = width * swell(ring, -1.0 if index else 1.0, self.sitter.lee)
                if hair and self.sitter.detail > 110:
                    weights = weights * pointed(ring, 1.6 * width)
                self._contour(ring, weights, skip)

    def _contour(self, ring: Array, weights: Array, skip: Any) -> None:
        keep = np.ones(len(ring), dtype=bool)
        if skip is not None and not skip.is_empty:
            keep = ~shapely.contains_xy(skip, ring)
        if keep.all():
            self.marks.append(Stroke(ring, weights, closed=True, taper=False))
            return
        start = int(np.argmin(keep))
        ring, weights, keep = (np.roll(a, -start, axis=0) for a in (ring, weights, keep))
        for run in runs(keep):
            self.marks.append(Stroke(ring[run], weights[run]))


def swell(ring: Array, way: float = 1.0, lee: float = 1.0) -> Array:
    """Return the factor (n,) of the line weight along a closed contour; ``way`` -1 is a hole's, ``lee`` 1 the right."""
    along = np.roll(ring, -1, axis=0) - np.roll(ring, 1, axis=0)
    after = np.roll(ring, -1, axis=0)
    turn = np.sign(np.sum(ring[:, 0] * after[:, 1] - after[:, 0] * ring[:, 1])) * way
    outward = unit(np.stack([along[:, 1], -along[:, 0]], axis=1)) * turn
    raw = 0.82 + 0.42 * np.clip(outward @ (HEAVY * (lee, 1.0)), -0.55, 1.0)
    factor: Array = (np.roll(raw, 1) + 2 * raw + np.roll(raw, -1)) / 4
    return factor


def pointed(ring: Array, reach: float) -> Array:
    """Return the factor (n,) that thins the line of a closed contour towards its sharp corners, within ``reach``."""
    ahead = np.roll(ring, -1, axis=0) - ring
    bend = np.sum(unit(ahead) * np.roll(unit(ahead), 1, axis=0), axis=1)
    sharp = np.flatnonzero(bend < SHARP)
    if not len(sharp):
        return np.ones(len(ring))
    step = np.hypot(*ahead.T)
    along = np.concatenate([[0.0], np.cumsum(step)[:-1]])
    gap = np.abs(along[:, None] - along[None, sharp])
    near = np.minimum(gap, step.sum() - gap).min(axis=1)
    factor: Array = np.clip(near / reach, POINT, 1.0)
    return factor


def runs(keep: Any) -> list[slice]:
    """Return the slices of three or more neighbours that are kept."""
    padded = np.concatenate([[False], keep, [False]]).astype(int)
    change = np.diff(padded)
    pairs = zip(np.flatnonzero(change == 1), np.flatnonzero(change == -1), strict=True)
    return [slice(int(a), int(b)) for a, b in pairs if b - a > 1]


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
