"""Polygons and lines in the world into marks on the frame: clipping, projection, line weight by role and distance."""

from collections.abc import Sequence
from itertools import accumulate
from math import hypot, sqrt
from typing import Any

import numpy as np

from ....staging.camera import NEAR, Camera
from ..marks import WEIGHTS, Area, Array, Mark, Paint, Stroke
from ..order import Box, screen_box
from .clip import cut_lines, cut_polygon, planes_of
from .light import Light
from .noted import NOWHERE, Lines, Notes, Shapes, complete_cuts, complete_lines, complete_shapes
from .surfaces import Surface

MARGIN = 0.6
"""Frame heights outside the frame at which things are cut: far enough to be unseen, near enough for whole strokes."""
CUT = 100 * MARGIN
LEAST = 0.25
"""Frame units: shorter lines are left out."""
FAINTEST = 0.3
"""Share of a line's weight that is left in thick fog."""
WOBBLE = 0.09
"""Frame units by which a line by hand leaves the straight."""
AROUND = [0, 1, 2, 1, 2, 3, 0, 3]
"""Corners of a rectangle of (u0, v0, u1, v1)."""


class Hand:
    """Draws for one picture: knows its camera and light, where a lit room is brightest, how high dark heads are."""

    def __init__(
        self, camera: Camera, light: Light, detail: float, lamp: Array | None = None, heads: tuple[float, ...] = ()
    ) -> None:
        self.camera, self.light, self.detail, self.lamp, self.heads = camera, light, detail, lamp, heads
        self.reference = light.reference
        self.width = 100.0 * camera.aspect
        self._eye, self._axes = np.array(camera.eye), np.array((camera.right, camera.up, camera.forward)).T
        sx, sy, f = *camera.shift, camera.focal
        self._far = np.array((self.width + 1, 101))
        self._lens = np.array((100 * f, -100 * f)), 100 * np.array((camera.aspect / 2 + sx, 0.5 - sy))
        self._planes = planes_of(camera, MARGIN)
        self._notes = Notes()
        self._cut, self._edge = np.array(self._planes).T, np.array(planes_of(camera, 0.01)).T

    def in_sight(self, view: Array) -> Any:
        """Tell of hulls (..., n, 3) in camera axes whether the frame may show them."""
        return (view @ self._edge[:3] > self._edge[3]).any(axis=-2).all(axis=-1)

    def view(self, points: Array) -> Array:
        """Return (..., 3) world points in camera axes: right, up, depth in metres."""
        out: Array = (points - self._eye) @ self._axes
        return out

    def heights(self, view: Array) -> Array:
        """Return (..., 5) distances over the clip planes, negative outside."""
        out: Array = view @ self._cut[:3] - self._cut[3]
        return out

    def frame(self, view: Array) -> Array:
        """Return (..., 2) frame units of points in camera axes."""
        stretch, middle = self._lens
        out: Array = view[..., :2] / np.maximum(view[..., 2:], NEAR / 2)
        out *= stretch
        out += middle
        return out

    def project(self, points: Array) -> Array:
        """Return (..., 2) frame units of world points in front of the camera."""
        return self.frame(self.view(points))

    def depth(self, point: Sequence[float] | Array) -> float:
        """Return a point's depth in metres."""
        (x, y, z), (a, b, c), (d, e, f) = point, self.camera.eye, self.camera.forward
        return float((x - a) * d + (y - b) * e + (z - c) * f)

    def scale(self, depth: float) -> float:
        """Return frame units per metre at a depth."""
        return 100.0 * self.camera.focal / max(depth, NEAR)

    def ring(self, points: Array) -> Array | None:
        """Return what the frame's surroundings show of a polygon (n, 3) in the world."""
        return self._seen(self.view(points))

    def _seen(self, view: Array) -> Array | None:
        """Return what the frame's surroundings show of a polygon in camera axes."""
        flat = self.frame(view)
        box = extent(flat)
        if box[0] < -CUT or box[1] < -CUT or max(box[2] - self.width, box[3] - 100) > CUT or view[:, 2].min() < NEAR:
            view = cut_polygon(view, self._planes, self.heights(view))
            if not len(view):
                return None
            flat = self.frame(view)
            box = extent(flat)
        return flat if self.touches(box) else None

    def outlines(self, view: Array, starts: Any) -> list[tuple[int, Array]]:
        """Return (number, ring) of the polygons that show: points in camera axes, those of each from its start on."""
        flat, ends = self.frame(view), [*starts[1:].tolist(), len(view)]
        low, high = np.minimum.reduceat(flat, starts), np.maximum.reduceat(flat, starts)
        near: Any = np.minimum.reduceat(view[:, 2], starts) >= NEAR
        whole = near & ((low >= -CUT) & (high <= self._far + (CUT - 1))).all(axis=1)
        shown = ~whole | ((high > -1) & (low < self._far)).all(axis=1)
        out = []
        for i in np.flatnonzero(shown).tolist():
            part = slice(int(starts[i]), ends[i])
            ring = flat[part] if whole[i] else self._seen(view[part])
            if ring is not None:
                out.append((i, ring))
        return out

    def shows(self, ring: Array) -> bool:
        """Tell whether points in frame units may touch the frame."""
        return self.touches(extent(ring))

    def touches(self, box: Box) -> bool:
        """Tell whether a box in frame units may touch the frame."""
        return box[2] > -1 and box[3] > -1 and box[0] < self.width + 1 and box[1] < 101

    def boxes(self, hulls: Array) -> list[Box | None]:
        """Return the boxes on the frame that convex hulls of (k, n, 3) corners cover, as ``screen_box`` does."""
        view = self.view(hulls)
        flat, near = self.frame(view), view[..., 2].min(axis=1) >= NEAR
        found = np.concatenate([flat.min(axis=1), flat.max(axis=1)], axis=1).tolist()
        return [
            (x0, y0, x1, y1) if ok else screen_box(hull, self.camera)
            for (x0, y0, x1, y1), ok, hull in zip(found, near.tolist(), hulls, strict=True)
        ]

    def part(self, ring: Array) -> Box:
        """Return the box of points in frame units, as far as it is on the frame."""
        return self.on_frame(extent(ring))

    def on_frame(self, box: Box) -> Box:
        """Return as much of a box as is on the frame."""
        x0, y0, x1, y1 = box
        return max(x0, 0.0), max(y0, 0.0), min(x1, self.width), min(y1, 100.0)

    def fill(self, polygons: Array, paint: Paint, shade: float = 0.0, line: str = "") -> list[Mark]:
        """Return one area of all visible polygons (k, n, 3), outlined in a role if asked."""
        view = self.view(polygons)
        starts = view.shape[1] * np.arange(len(view))
        seen = [self._seen(view[0])] if len(view) == 1 else [r for _, r in self.outlines(view.reshape(-1, 3), starts)]
        rings = [r for r in seen if r is not None]
        if not rings:
            return []
        marks: list[Mark] = [Area(tuple(rings), paint, shade)]
        if line:
            width = self.weight(line, float(view[..., 2].mean()))
            marks += [_outline(ring, width) for ring in rings]
        return marks

    def rects(self, s: Surface, rects: Any, paint: Paint, shade: float = 0.0, line: str = "") -> list[Mark]:
        """Note rectangles (u0, v0, u1, v1) on a surface as one area, outlined in a role if asked."""
        r = np.asarray(rects, dtype=float).reshape(-1, 4)
        return self._note(s, r[:, AROUND].reshape(-1, 2), 4, Area((), paint, shade), line) if len(r) else []

    def shape(self, s: Surface, uv: Any, paint: Paint, shade: float = 0.0, line: str = "") -> list[Mark]:
        """Note a polygon of (n, 2) surface points as an area, outlined in a role if asked."""
        ring = np.asarray(uv, dtype=float)
        return self._note(s, ring, len(ring), Area((), paint, shade), line)

    def _note(self, s: Surface, uv: Array, n: int, area: Area, line: str) -> list[Mark]:
        outlines = [_outline(NOWHERE, 0.0) for _ in range(len(uv) // n)] if line else []
        self._notes.shapes.append(Shapes(self._notes.number(s), uv, n, area, outlines, line))
        return [area, *outlines]

    def segments(self, s: Surface, lines: Any, role: str, *, white: bool = False) -> list[Mark]:
        """Note straight lines (u0, v0, u1, v1) on a surface."""
        r = np.asarray(lines, dtype=float).reshape(-1, 4)
        strokes = [Stroke(NOWHERE, 0.0, wobble=WOBBLE, white=white) for _ in r]
        if strokes:
            self._notes.lines.append(Lines(self._notes.number(s), r, strokes, WEIGHTS[role]))
        return [*strokes]

    def cut(self, ring: Array, by: Array, paint: Paint, shade: float = 0.0, *, inside: bool = False) -> Area:
        """Note a ring on the frame without what another covers, or only what both share, as an area."""
        area = Area((), paint, shade)
        self._notes.cut[inside].append((area, ring, by))
        return area

    def finish(self) -> None:
        """See all that was noted."""
        notes, self._notes = self._notes, Notes()
        complete_cuts(*notes.cut)
        axes = notes.axes(self._eye, self._axes)
        if notes.shapes:
            complete_shapes(notes.shapes, axes, self.outlines, self.weight)
        if notes.lines:
            complete_lines(notes.lines, axes, self._seen_lines)

    def lines(self, a: Array, b: Array, role: str, *, white: bool = False) -> list[Mark]:
        """Return straight lines between (k, 3) world points, cut to the frame's surroundings."""
        return [m for _, m in self.cut_lines(a, b, np.full(len(a), WEIGHTS[role]), white=white)]

    def cut_lines(self, a: Array, b: Array, weights: Array, *, white: bool = False) -> list[tuple[int, Stroke]]:
        """Return (index, stroke) of each line that shows, with weights by role, thinner with distance."""
        seen = self._seen_lines(self.view(np.array((a, b))), weights) if len(a) else []
        return [(k, Stroke(points, pen, wobble=WOBBLE, white=white)) for k, points, pen in seen]

    def _seen_lines(self, ends: Array, weights: Array) -> list[tuple[int, Array, float | Array]]:
        """Return (index, points, weight) of each line (2, k, 3) in camera axes that shows."""
        index, points = np.arange(ends.shape[1]), self.frame(ends)
        low, high = np.minimum(points[0], points[1]), np.maximum(points[0], points[1])
        if ends[..., 2].min() < NEAR or low.min() < -CUT or (high - self._far).max() > CUT - 1:
            ends, index = cut_lines(ends, self.heights(ends))
            points = self.frame(ends)
            low, high = np.minimum(points[0], points[1]), np.maximum(points[0], points[1])
        inside = ((high > -1) & (low < self._far) & (np.max(high - low, axis=1, keepdims=True) > LEAST)).all(axis=1)
        index, points, ends = index[inside], points[:, inside], ends[:, inside]
        width = (weights[index] * self.thinning(ends[..., 2])).T.tolist()
        pens = ((w0 + w1) / 2 if abs(w0 - w1) < 0.06 else np.array((w0, w1)) for w0, w1 in width)
        return list(zip(index.tolist(), points.swapaxes(0, 1), pens, strict=True))

    def thinning(self, depth: Array) -> Array:
        """Return what weights are multiplied by at depths in metres: near lines are heavy, in mist they fade."""
        thin: Array = np.sqrt(self.reference / np.maximum(depth, NEAR))
        np.minimum(np.maximum(thin, 0.42, out=thin), 1.35, out=thin)
        return thin * np.maximum(self.light.mist(depth), FAINTEST)

    def weight(self, role: str, depth: float) -> float:
        """Return a line's weight in frame units by role and depth."""
        thin = min(max(sqrt(self.reference / max(depth, NEAR)), 0.42), 1.35)
        return WEIGHTS[role] * thin * max(self.light.weathered(depth), FAINTEST)

    def pitch(self, s: Surface) -> tuple[float, float]:
        """Return frame units that one metre covers along u and along v at the surface's middle."""
        middle = s.points(s.outline.sum(axis=0) / len(s.outline)) - self._eye
        (x, y, z), *steps = (np.array((middle, 0.1 * s.along, 0.1 * s.up)) @ self._axes).tolist()
        if z + min(0.0, steps[0][2], steps[1][2]) < NEAR:
            return (100.0, 100.0)
        along, up = (hypot((x + a) / (z + c) - x / z, (y + b) / (z + c) - y / z) for a, b, c in steps)
        return (1000 * self.camera.focal * along, 1000 * self.camera.focal * up)


def _outline(ring: Array, width: float) -> Stroke:
    return Stroke(ring, width, closed=True, taper=False, wobble=WOBBLE / 2)


def extent(ring: Array) -> Box:
    """Return left, top, right and bottom of points in frame units."""
    x0, y0 = np.minimum.reduce(ring).tolist()
    x1, y1 = np.maximum.reduce(ring).tolist()
    return x0, y0, x1, y1


def extents(rings: Sequence[Array]) -> list[Box]:
    """Return the boxes of rings."""
    if not rings:
        return []
    points, starts = np.concatenate(rings), [0, *accumulate(map(len, rings))][:-1]
    (x0, y0), (x1, y1) = (f.reduceat(points, starts).T.tolist() for f in (np.minimum, np.maximum))
    return list(zip(x0, y0, x1, y1, strict=True))


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
    c = np.arange(count + 1)[:, None] * step * np.ones(pieces)
    m = (np.arange(pieces) + 0.5) * length / pieces * np.ones((count + 1, 1))
    chance = dice.random((count, pieces))
    view = hand.view(s.points(np.stack((c, m) if axis == 0 else (m, c), axis=-1)))
    p = hand.frame(view)
    way, depth = p[1:] - p[:-1], view[..., 2]
    gap = np.hypot(way[..., 0], way[..., 1]) * hand.detail
    every = np.where(gap > 1.5, 1, np.where(gap > 0.75, 2, np.where(gap > 0.38, 4, 0)))
    drawn = (every > 0) & (np.arange(count)[:, None] % np.maximum(every, 1) == 0)
    drawn &= chance < np.where(depth[:-1] > 2.2 * hand.reference, 0.6 * keep, keep)
    drawn &= np.minimum(depth[:-1], depth[1:]) > NEAR
    edge = np.diff(drawn.astype(np.int8), axis=1, prepend=0, append=0)
    row, start = np.nonzero(edge == 1)
    _, stop = np.nonzero(edge == -1)
    fixed, a, b = row * step, start * length / pieces, stop * length / pieces
    lines: Array = np.stack([fixed, a, fixed, b] if axis == 0 else [a, fixed, b, fixed], axis=1)
    return lines
