"""Polygons and lines in the world into marks on the frame: clipping, projection, line weight by role and distance."""

from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np

from ....staging.camera import NEAR, Camera
from ..marks import WEIGHTS, Area, Array, Mark, Paint, Stroke
from .light import Light

MARGIN = 0.6
"""Frame heights outside the frame at which things are cut: far enough to be unseen, near enough for whole strokes."""
FAINTEST = 0.3
"""Share of a line's weight that is left in thick fog."""
WOBBLE = 0.09
"""Frame units by which a line by hand leaves the straight."""


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """A flat surface with its own axes: where details are drawn in metres (u, v) from its lower left corner."""

    origin: Array
    along: Array
    up: Array
    w: float
    h: float
    seed: int
    outline: Array
    """(n, 2) its corners in (u, v)."""

    def points(self, uv: Array) -> Array:
        """Return (..., 3) world points of (..., 2) surface points."""
        out: Array = self.origin + uv[..., :1] * self.along + uv[..., 1:2] * self.up
        return out

    @property
    def rng(self) -> Random:
        """Return the surface's own dice, the same in every picture."""
        return Random(self.seed)


def surface_of(corners: Array, seed: int) -> Surface:
    """Return the surface of a flat face: its first edge is u, the lower edge."""
    along = corners[1] - corners[0]
    width = float(np.linalg.norm(along))
    along /= width
    side = corners[2] - corners[1]
    up = side - float(side @ along) * along
    up = up / float(np.linalg.norm(up))
    uv = np.stack([(corners - corners[0]) @ along, (corners - corners[0]) @ up], axis=1)
    return Surface(corners[0], along, up, width, float(uv[:, 1].max()), seed, uv)


def lid_surface(corners: Array, seed: int) -> Surface:
    """Return the surface of a ring of corners that need not be flat: v along its longest way."""
    middle = corners.mean(axis=0)
    _, _, axes = np.linalg.svd(corners - middle)
    up, normal = axes[0], axes[2] * (1.0 if axes[2, 1] >= 0 else -1.0)
    along = np.cross(up, normal)
    uv = np.stack([(corners - middle) @ along, (corners - middle) @ up], axis=1)
    low = uv.min(axis=0)
    w, h = (uv.max(axis=0) - low).tolist()
    return Surface(middle + low[0] * along + low[1] * up, along, up, w, h, seed, uv - low)


class Hand:
    """Draws for one picture: knows its camera and light, where a lit room is brightest, how high dark heads are."""

    def __init__(
        self, camera: Camera, light: Light, detail: float, lamp: Array | None = None, heads: tuple[float, ...] = ()
    ) -> None:
        self.camera, self.light, self.detail, self.lamp, self.heads = camera, light, detail, lamp, heads
        self.reference = light.reference
        self.width = 100.0 * camera.aspect
        x, y = camera.aspect / 2 + MARGIN, 0.5 + MARGIN
        sx, sy, f = *camera.shift, camera.focal
        self._normals = np.array([(0, 0, 1), (f, 0, x + sx), (-f, 0, x - sx), (0, -f, y - sy), (0, f, y + sy)])
        self._offsets = np.array((NEAR, 0.0, 0.0, 0.0, 0.0))

    def heights(self, view: Array) -> Array:
        """Return (..., 5) distances over the clip planes, negative outside."""
        out: Array = view @ self._normals.T - self._offsets
        return out

    def frame(self, view: Array) -> Array:
        """Return (..., 2) frame units of points in camera axes."""
        return 100.0 * self.camera.lens(view)

    def project(self, points: Array) -> Array:
        """Return (..., 2) frame units of world points in front of the camera."""
        return self.frame(self.camera.view(points))

    def depth(self, point: Array) -> float:
        """Return a point's depth in metres."""
        return float(self.camera.view(point)[2])

    def scale(self, depth: float) -> float:
        """Return frame units per metre at a depth."""
        return 100.0 * self.camera.focal / max(depth, NEAR)

    def rings(self, polygons: Array) -> list[Array]:
        """Return the visible rings of (k, n, 3) world polygons."""
        view = self.camera.view(polygons)
        over: Any = self.heights(view) >= 0
        whole = over.all(axis=(1, 2))
        lost = ~over.any(axis=1).all(axis=1)
        flat = self.frame(view)
        (x0, y0), (x1, y1) = flat.min(axis=1).T, flat.max(axis=1).T
        whole_shown = (x1 > -1) & (y1 > -1) & (x0 < self.width + 1) & (y0 < 101)
        out = []
        for i in np.flatnonzero(~lost & (whole_shown | ~whole)).tolist():
            if whole[i]:
                out.append(flat[i])
            elif len(cut := self.clip(view[i])) > 2 and self.shows(ring := self.frame(cut)):
                out.append(ring)
        return out

    def shows(self, ring: Array) -> bool:
        """Tell whether points in frame units may touch the frame."""
        (x0, y0), (x1, y1) = ring.min(axis=0), ring.max(axis=0)
        return bool(x1 > -1 and y1 > -1 and x0 < self.width + 1 and y0 < 101)

    def clip(self, view: Array) -> Array:
        """Return a polygon in camera axes cut by the near plane and the side planes (Sutherland and Hodgman 1974)."""
        for normal, offset in zip(self._normals, self._offsets, strict=True):
            over = view @ normal - offset
            if (over >= 0).all():
                continue
            after, beyond = np.roll(view, -1, axis=0), np.roll(over, -1)
            keep: list[Any] = []
            for a, b, p, q in zip(over.tolist(), beyond.tolist(), view, after, strict=True):
                if a >= 0:
                    keep.append(p)
                if (a >= 0) != (b >= 0):
                    keep.append(p + (q - p) * (a / (a - b)))
            if len(keep) < 3:
                return np.zeros((0, 3))
            view = np.array(keep)
        return view

    def fill(self, polygons: Array, paint: Paint, shade: float = 0.0) -> list[Mark]:
        """Return one area of all visible polygons (k, n, 3)."""
        rings = self.rings(polygons)
        return [Area(tuple(rings), paint, shade)] if rings else []

    def rects(self, s: Surface, rects: Any, paint: Paint, shade: float = 0.0, line: str = "") -> list[Mark]:
        """Return rectangles (u0, v0, u1, v1) on a surface as one area, outlined in a role if asked."""
        r = np.asarray(rects, dtype=float).reshape(-1, 4)
        if not len(r):
            return []
        polygons = s.points(r[:, [0, 1, 2, 1, 2, 3, 0, 3]].reshape(-1, 4, 2))
        rings = self.rings(polygons)
        if not rings:
            return []
        marks: list[Mark] = [Area(tuple(rings), paint, shade)]
        if line:
            width = self.weight(line, max(NEAR, self.depth(polygons.mean(axis=(0, 1)))))
            marks += [Stroke(ring, width, closed=True, taper=False, wobble=WOBBLE / 2) for ring in rings]
        return marks

    def shape(self, s: Surface, uv: Any, paint: Paint, shade: float = 0.0, line: str = "") -> list[Mark]:
        """Return a polygon of (n, 2) surface points as an area, outlined in a role if asked."""
        polygon = s.points(np.asarray(uv, dtype=float))[None]
        rings = self.rings(polygon)
        marks: list[Mark] = [Area(tuple(rings), paint, shade)] if rings else []
        if line and rings:
            width = self.weight(line, max(NEAR, self.depth(polygon.mean(axis=(0, 1)))))
            marks += [Stroke(r, width, closed=True, taper=False, wobble=WOBBLE / 2) for r in rings]
        return marks

    def segments(self, s: Surface, lines: Any, role: str, *, white: bool = False) -> list[Mark]:
        """Return straight lines (u0, v0, u1, v1) on a surface."""
        r = np.asarray(lines, dtype=float).reshape(-1, 4)
        return self.lines(s.points(r[:, :2]), s.points(r[:, 2:]), role, white=white)

    def lines(self, a: Array, b: Array, role: str, *, white: bool = False) -> list[Mark]:
        """Return straight lines between (k, 3) world points, cut to the frame's surroundings."""
        marks = self.cut_lines(a, b, np.full(len(a), WEIGHTS[role]), white=white)
        return [m for _, m in marks]

    def cut_lines(self, a: Array, b: Array, weights: Array, *, white: bool = False) -> list[tuple[int, Stroke]]:
        """Return (index, stroke) of each line that shows, with weights by role, thinner with distance."""
        if not len(a):
            return []
        va, vb = self.camera.view(a), self.camera.view(b)
        ha, hb = self.heights(va), self.heights(vb)
        span = np.where(ha == hb, 1.0, ha - hb)
        t0 = np.where(ha < 0, ha / span, 0.0).max(axis=1)
        t1 = np.where(hb < 0, ha / span, 1.0).min(axis=1)
        shown = ~((ha < 0) & (hb < 0)).any(axis=1) & (t1 > t0)
        index = np.flatnonzero(shown)
        d = vb[index] - va[index]
        ends = np.stack([va[index] + d * t0[index, None], va[index] + d * t1[index, None]], axis=1)
        points = self.frame(ends)
        low, high = points.min(axis=1), points.max(axis=1)
        inside = (high > -1).all(axis=1) & (low[:, 0] < self.width + 1) & (low[:, 1] < 101)
        inside &= np.abs(points[:, 1] - points[:, 0]).max(axis=1) > 0.25
        width = weights[index, None] * self._thinning(ends[..., 2])
        out = []
        for i in np.flatnonzero(inside).tolist():
            w0, w1 = width[i].tolist()
            pen = (w0 + w1) / 2 if abs(w0 - w1) < 0.06 else width[i]
            out.append((int(index[i]), Stroke(points[i], pen, wobble=WOBBLE, white=white)))
        return out

    def _thinning(self, depth: Array) -> Array:
        """Return what weights are multiplied by at depths in metres: near lines are heavy, in mist they fade."""
        thin: Array = np.clip(np.sqrt(self.reference / np.maximum(depth, NEAR)), 0.42, 1.35)
        return thin * np.maximum(self.light.mist(depth), FAINTEST)

    def weight(self, role: str, depth: float) -> float:
        """Return a line's weight in frame units by role and depth."""
        return WEIGHTS[role] * float(self._thinning(np.array(depth)))

    def pitch(self, s: Surface) -> tuple[float, float]:
        """Return frame units that one metre covers along u and along v at the surface's middle."""
        uv = s.outline.mean(axis=0)
        step = uv + np.array([(0.0, 0.0), (0.1, 0.0), (0.0, 0.1)])
        view = self.camera.view(s.points(step))
        if float(view[:, 2].min()) < NEAR:
            return (100.0, 100.0)
        p = self.frame(view)
        return (10 * float(np.hypot(*(p[1] - p[0]))), 10 * float(np.hypot(*(p[2] - p[0]))))


def grid(hand: Hand, s: Surface, step: tuple[float, float], keep: float, role: str = "hair") -> list[Mark]:
    """Return broken parallel lines on a surface: every ``step[0]`` along u, every ``step[1]`` along v, 0 for none.

    Measures the pitch as drawn piece by piece: all lines where there is room, else every second or fourth, or none.
    """
    dice = np.random.default_rng(s.seed)
    marks: list[Mark] = []
    for axis in (0, 1):
        if step[axis]:
            marks += hand.segments(s, _ruled(hand, s, (axis, step[axis]), keep, dice), role)
    return marks


def _ruled(hand: Hand, s: Surface, rule: tuple[int, float], keep: float, dice: np.random.Generator) -> Array:
    axis, step = rule
    across, length = (s.w, s.h) if axis == 0 else (s.h, s.w)
    count, pieces = int(across / step + 1e-6) + 1, max(1, round(length / 1.2))
    c = np.arange(count)[:, None] * step * np.ones(pieces)
    m = (np.arange(pieces)[None] + 0.5) * length / pieces * np.ones((count, 1))
    chance = dice.random((count, pieces))
    pair = np.stack([np.stack([c, m], -1), np.stack([c + step, m], -1)])
    view = hand.camera.view(s.points(pair if axis == 0 else pair[..., ::-1]))
    p = hand.frame(view)
    gap = np.hypot(*np.moveaxis(p[1] - p[0], -1, 0)) * hand.detail
    every = np.where(gap > 1.5, 1, np.where(gap > 0.75, 2, np.where(gap > 0.38, 4, 0)))
    far = view[0, ..., 2] > 2.2 * hand.reference
    drawn = (every > 0) & (np.arange(count)[:, None] % np.maximum(every, 1) == 0)
    drawn &= (chance < np.where(far, 0.6 * keep, keep)) & (view[..., 2].min(axis=0) > NEAR)
    edge = np.diff(drawn.astype(np.int8), axis=1, prepend=0, append=0)
    row, start = np.nonzero(edge == 1)
    _, stop = np.nonzero(edge == -1)
    fixed, a, b = row * step, start * length / pieces, stop * length / pieces
    lines: Array = np.stack([fixed, a, fixed, b] if axis == 0 else [a, fixed, b, fixed], axis=1)
    return lines
