"""Shapes on the frame into inked marks: fills, shade crescents and outlines whose weight swells away from the light."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from ...staging.camera import Camera
from .loft import contours, facing_camera, on_frame, polygons
from .marks import Area, Array, Mark, Paint, Stroke

LIGHT_AWAY = np.array((0.55, 0.84))
"""Down and to the right on the frame: the side in shade where light comes from the left."""
CRESCENT = (0.10, 0.075)
"""How far the shape is moved to cut the shade from it, in heads."""
SWING = 0.26
"""Radians that a shape is turned about a joint so that its shade tapers towards it."""
FLECK = 0.003
"""Square heads of shade that are left out."""
DIM = 132
"""Sum of red, green and blue under which ink does not show on a cloth."""
TIP = 0.16
"""Share of its weight that is left at the tip of a line."""


@dataclass(frozen=True, slots=True, eq=False)
class Joint:
    """Where a part's outline is not inked: inside ``shape`` and within ``radius`` of a point on the frame."""

    shape: Any
    centre: Array
    radius: float

    def hides(self, points: Array) -> Any:
        """Tell for (n, 2) points whether the line is left out there."""
        near = np.hypot(*(points - self.centre).T) < self.radius
        if self.shape is not None and near.any():
            near[near] = shapely.contains_xy(self.shape, points[near])
        return near


@dataclass(slots=True, eq=False)
class Part:
    """A piece of a figure: painted from far to near by ``depth`` (metres, biased where the order is known)."""

    depth: float
    shape: Any
    paint: Paint | None = None
    before: list[Mark] = field(default_factory=list)
    """Painted under the shape (a sole)."""
    after: list[Mark] = field(default_factory=list)
    """Painted on the shape: seams, folds, buttons."""
    joints: list[Joint] = field(default_factory=list)
    weight: float = 1.0
    shade: float = 1.0
    """Width of the shade crescent; 0 for none."""
    smooth: int = 2
    ink_last: bool = False
    """Ink the outline over ``after`` (fingers inside a hand)."""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Pen:
    """The hand that draws one figure: its camera, its line and the size it is drawn at."""

    camera: Camera
    head: float
    """Height of the figure's head in frame units."""
    unit: float
    """The same in metres."""
    line: float
    """Weight of its outline in frame units."""
    fine: bool = True
    """Draw folds, seams, fingers."""
    lee: float = 1.0
    """The side of the frame that lies in shade: 1 right, -1 left."""

    @property
    def step(self) -> float:
        """Distance of points along a line in frame units."""
        return min(max(0.030 * self.head, 0.12), 0.55)

    def flat(self, points: Any) -> Array:
        """Return frame units of world points."""
        return on_frame(points, self.camera)

    def disc(self, centre: Any, heads: float, shape: Any = None) -> Joint:
        """Return the joint of so many heads round a world point."""
        scale = 100.0 * self.camera.scale((float(centre[0]), float(centre[1]), float(centre[2])))
        return Joint(shape, self.flat(np.asarray(centre)), heads * self.unit * scale)

    def marks(self, part: Part) -> list[Mark]:
        """Return a part's marks in paint order."""
        rings = contours(part.shape) if part.paint is not None and not part.shape.is_empty else ()
        if part.paint is None or not rings:
            return part.before + part.after
        fill: list[Mark] = [Area(rings, part.paint)]
        ink = [m for ring in rings for m in self.outline(ring, part.weight, part.joints, part.smooth)]
        after = part.after
        if sum(part.paint.colour) < DIM:
            ink, after = _lifted(ink, part.paint), _lifted(after, part.paint)
        if part.ink_last:
            return [*part.before, *fill, *after, *self.crescent(part), *ink]
        return [*part.before, *fill, *self.crescent(part), *ink, *after]

    def crescent(self, part: Part) -> list[Mark]:
        """Return the shade along a part's far side from the light: the shape without itself moved to the light."""
        if not part.shade or part.paint is None or part.paint.black or not self.fine:
            return []
        dx, dy = (-part.shade * c * self.head for c in (CRESCENT[0] * self.lee, CRESCENT[1]))
        way = np.array((dx, dy))
        shade = shapely.difference(part.shape, shapely.transform(part.shape, lambda p: p + way))
        for joint in part.joints:
            if joint.radius < 1e6 and not shade.is_empty:
                shade = shapely.difference(shade, _swung(part.shape, joint.centre, way))
        rings = contours(shapely.union_all([p for p in polygons(shade) if p.area > FLECK * self.head**2]))
        return [Area(rings, part.paint, shade=0.8)] if rings else []

    def outline(self, ring: Array, weight: float = 1.0, joints: Sequence[Joint] = (), smooth: int = 2) -> list[Mark]:
        """Return the strokes of a closed contour (n, 2), left out where a joint hides them."""
        points = smoothed(resampled(ring, self.step, closed=True), smooth, closed=True)
        if len(points) < 4:
            return []
        width = self.line * weight * swell(points, self.lee)
        hidden = np.zeros(len(points), dtype=bool)
        for joint in joints:
            hidden |= joint.hides(points)
        if not hidden.any():
            return [Stroke(points, width, closed=True, taper=False)]
        return [Stroke(p, w) for p, w in runs(points, width, ~hidden, closed=True)]

    def line_on(
        self, points: Any, normals: Any = None, weight: float = 0.6, taper: tuple[float, float] = (0.2, 0.6)
    ) -> list[Mark]:
        """Return the strokes of a line (n, 3) in the world, where its normals face the camera."""
        points = np.asarray(points, dtype=float)
        seen = np.ones(len(points), dtype=bool)
        if normals is not None:
            seen = facing_camera(points, np.asarray(normals), self.camera) > 0.04
        flat = self.flat(points)
        width = np.full(len(flat), self.line * weight)
        return [Stroke(p, w * tapered(len(p), taper), taper=False) for p, w in runs(flat, width, seen) if len(p) > 2]

    def lines_on(
        self, points: Array, normals: Array, weights: Sequence[float], tapers: Sequence[tuple[float, float]]
    ) -> list[Mark]:
        """Return the strokes of many lines (k, n, 3) at once, each where its normals face the camera."""
        seen = facing_camera(points, normals, self.camera) > 0.04
        flat = self.flat(points)
        width = np.full(points.shape[1], self.line)
        return [
            Stroke(p, w * weights[k] * tapered(len(p), tapers[k]), taper=False)
            for k in range(len(points))
            for p, w in runs(flat[k], width, seen[k])
            if len(p) > 2
        ]

    def patch(self, points: Array, paint: Paint, weight: float = 0.7, shade: float = 0.0) -> list[Mark]:
        """Return a filled and outlined polygon (n, 2) on the frame; none where it is a sliver."""
        shape = shapely.polygons(points)
        if not shape.is_valid:
            shape = shapely.make_valid(shape)
        if shape.area < 0.0012 * self.head**2:
            return []
        rings = contours(shape)
        if not rings:
            return []
        found: list[Mark] = [Area(rings, paint, shade=shade)]
        for ring in rings if weight else ():
            found += self.outline(ring, weight, smooth=1)
        return found

    def dot(self, centre: Array, radius: float, paint: Paint, weight: float = 0.0) -> list[Mark]:
        """Return a small round (frame units)."""
        turn = np.linspace(0, 2 * np.pi, 12, endpoint=False)
        ring = centre + radius * np.stack([np.cos(turn), np.sin(turn)], axis=1)
        found: list[Mark] = [Area((ring,), paint)]
        if weight:
            found.append(Stroke(ring, self.line * weight, closed=True, taper=False))
        return found


def _swung(shape: Any, centre: Array, way: Array) -> Any:
    """Return a shape turned about a joint towards the light: the shade that it leaves grows out of the joint."""
    middle = shapely.get_coordinates(shapely.centroid(shape))[0] - centre
    turn = SWING * float(np.sign(middle[0] * way[1] - middle[1] * way[0]))
    c, s = np.cos(turn), np.sin(turn)
    return shapely.transform(shape, lambda p: centre + (p - centre) @ np.array(((c, s), (-s, c))))


def _lifted(marks: Sequence[Mark], paint: Paint) -> list[Mark]:
    """Return marks whose ink is lifted to a paler shade of a cloth too dark for ink to show on it."""
    r, g, b = (round(c + (255 - c) * 0.42) for c in paint.colour)
    return [replace(m, colour=(r, g, b)) if isinstance(m, Stroke) and m.colour is None else m for m in marks]


def line_weight(head: float) -> float:
    """Return the outline's weight in frame units for a head of so many frame units.

    Grows with the figure, more slowly once the head fills a good part of the frame.
    """
    return max(0.15, 0.0185 * min(head, 22.0) + 0.0048 * max(0.0, head - 22.0))


def swell(points: Array, lee: float = 1.0) -> Array:
    """Return the factor of the line's weight along a closed contour (n, 2): more at the side in shade."""
    ring = np.concatenate([points[-1:], points, points[:1]])
    dx, dy = (ring[2:] - ring[:-2]).T
    (x, y), (nx, ny) = points.T, ring[2:].T
    outward = (1.0 if float(np.sum(x * ny - nx * y)) > 0 else -1.0) / (np.hypot(dx, dy) + 1e-9)
    away = (dy * LIGHT_AWAY[0] * lee - dx * LIGHT_AWAY[1]) * outward
    factor = 0.82 + 0.42 * np.clip(away, -0.55, 1.0)
    even: Array = smoothed(factor[:, None], 3, closed=True)[:, 0]
    return even


@lru_cache(maxsize=512)
def tapered(count: int, taper: tuple[float, float]) -> Array:
    """Return the factors that thin a line's start and end over the given shares of its length."""
    t = np.linspace(0.0, 1.0, count)
    f = np.ones(count)
    for share, along in zip(taper, (t, 1 - t), strict=True):
        if share > 0:
            f = np.minimum(f, TIP + (1 - TIP) * np.clip(along / share, 0, 1) ** 0.7)
    return f


def resampled(points: Array, step: float, closed: bool = False) -> Array:
    """Return points at even distances of about ``step`` along a line (n, 2)."""
    line = np.concatenate([points, points[:1]]) if closed else np.asarray(points, dtype=float)
    length = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    if length[-1] < 1e-9:
        return line[:1]
    count = max(6, int(length[-1] / step))
    at = np.linspace(0, length[-1], count + (not closed), endpoint=not closed)
    return np.stack([np.interp(at, length, line[:, 0]), np.interp(at, length, line[:, 1])], axis=1)


def smoothed(points: Array, reach: int, closed: bool = False) -> Array:
    """Return the points (n, k) averaged with ``reach`` neighbours on either side by a Hann window."""
    if reach <= 0 or len(points) < 2 * reach + 3:
        return points
    window = _window(reach)
    if closed:
        wide = np.concatenate([points[-reach:], points, points[:reach]])
    else:
        wide = np.concatenate([np.repeat(points[:1], reach, axis=0), points, np.repeat(points[-1:], reach, axis=0)])
    return np.stack([np.convolve(wide[:, i], window, "valid") for i in range(points.shape[1])], axis=1)


@lru_cache(16)
def _window(reach: int) -> Array:
    window = np.hanning(2 * reach + 3)[1:-1]
    even: Array = window / window.sum()
    return even


def runs(points: Array, width: Array, keep: Any, closed: bool = False) -> list[tuple[Array, Array]]:
    """Return the stretches of a line where ``keep`` holds."""
    if not keep.any():
        return []
    if closed and not keep.all():
        start = int(np.argmin(keep))
        points, width, keep = (np.roll(a, -start, axis=0) for a in (points, width, keep))
    edges = np.flatnonzero(np.diff(np.concatenate([[False], keep, [False]]).astype(int)))
    return [(points[a:b], width[a:b]) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > 2]


def curve(points: Iterable[Sequence[float]], count: int = 10) -> Array:
    """Return ``count`` points of a smooth curve through the given ones."""
    from .loft import profile

    keys = np.asarray(list(points), dtype=float)
    return profile(np.column_stack([np.linspace(0, 1, len(keys)), keys]), count)[:, 1:]
