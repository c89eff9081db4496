"""Closed contours into strokes, all of a figure at once: evened, smoothed, heavier away from the light."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from .marks import Array, Mark, Stroke
from .pen import Edge, Joint
from .runs import round_stretches

LIGHT_AWAY = (0.55, 0.84)
"""Down and to the right on the frame: the side in shade where light comes from the left."""
SMOOTHING = np.array(((0.0, 0.0, 1.0), (0.0, 0.25, 0.5), (1 / 12, 1 / 4, 1 / 3)))
"""Hann windows by reach: the weights of the second neighbour, of the next one and of the point itself."""
SWELLING = np.hanning(9)[1:-1] / 4.0
"""The window that evens the weight along a contour."""
WRAP = 6
"""Points of a contour that are laid on again at both its ends: so far do the windows reach, one after the other."""


def drawn_edges(edges: Sequence[Edge], step: float, line: float, lee: float) -> list[list[Mark]]:
    """Return each contour's strokes, left out where a joint hides them.

    ``step`` is the distance of points, ``line`` the weight in frame units, ``lee`` the side in shade.
    """
    if not edges:
        return []
    points, owner, count = _evened([e.ring for e in edges], step)
    reach = np.array([e.smooth for e in edges])
    points = _smoothed(points, SMOOTHING[np.where(count < 2 * reach + 3, 0, reach)][owner].T)
    inner = _inner(count)
    factor = _swell(points, owner, inner, count, lee)
    points = np.ascontiguousarray(points.T[inner])
    width = factor[inner] * np.repeat([line * e.weight for e in edges], count)
    ends = np.cumsum(count)
    starts = ends - count
    shown = ~_hidden(points, [e.joints for e in edges], starts, ends)
    whole = np.logical_and.reduceat(shown, starts)
    mere = (points[starts] == points[starts + 1]).all(axis=1)  # a point, no contour
    found: list[list[Mark]] = []
    for a, b, uncut, point in zip(starts.tolist(), ends.tolist(), whole.tolist(), mere.tolist(), strict=True):
        own, wide = points[a:b], width[a:b]
        if uncut:
            found.append([] if point else [Stroke(own, wide, closed=True, taper=False)])
        else:
            found.append([Stroke(own[run], wide[run]) for run in round_stretches(shown[a:b])])
    return found


def _evened(rings: Sequence[Array], step: float) -> tuple[Array, Any, Any]:
    """Return points (2, n) at even distances along closed rings, with the ring of each and how many each ring has.

    Every ring goes on for ``WRAP`` points at both ends.
    """
    sizes = np.array([len(r) + 1 for r in rings])
    line = np.concatenate([part for r in rings for part in (r, r[:1])])
    last = np.cumsum(sizes) - 1
    hop = np.empty(len(line))
    hop[1:] = np.sqrt(((line[1:] - line[:-1]) ** 2).sum(axis=1))
    hop[last + 1 - sizes] = 1.0  # from one ring to the next
    along = np.cumsum(hop)
    start = along[last + 1 - sizes]
    length = along[last] - start
    count = np.maximum(6, (length / step).astype(int))
    owner = np.repeat(np.arange(len(rings)), count + 2 * WRAP)
    place = (np.arange(len(owner)) - _starts(count + 2 * WRAP)[owner] - WRAP) % count[owner]
    at = start[owner] + place * (length / count)[owner]
    return np.stack([np.interp(at, along, line[:, 0]), np.interp(at, along, line[:, 1])]), owner, count


def _starts(count: Any) -> Any:
    return np.cumsum(count) - count


def _inner(count: Any) -> Any:
    """Return where the points of rings are without those laid on again."""
    k = np.arange(int(count.sum()))
    return k + np.repeat(WRAP * (2 * np.arange(len(count)) + 1), count)


def _smoothed(points: Array, weights: Array) -> Array:
    """Return points (2, n) averaged with two neighbours on either side, by weights (3, n)."""
    far, near, own = weights
    even: Array = own * points
    even[:, 1:-1] += near[1:-1] * (points[:, :-2] + points[:, 2:])
    even[:, 2:-2] += far[2:-2] * (points[:, :-4] + points[:, 4:])
    return even


def _swell(points: Array, owner: Any, inner: Any, count: Any, lee: float) -> Array:
    """Return the factor of the line's weight at each point: more at the side in shade."""
    way = np.zeros_like(points)
    way[:, 1:-1] = points[:, 2:] - points[:, :-2]
    x, y = points[:, inner]
    nx, ny = points[:, inner + 1]
    turn = np.where(np.add.reduceat(x * ny - nx * y, _starts(count)) > 0, 1.0, -1.0)
    away = (way[1] * (LIGHT_AWAY[0] * lee) - way[0] * LIGHT_AWAY[1]) * turn[owner]
    away /= np.sqrt((way * way).sum(axis=0)) + 1e-9
    factor = 0.82 + 0.42 * np.minimum(np.maximum(away, -0.55), 1.0)
    even: Array = np.where(count[owner] < 9, factor, np.convolve(factor, SWELLING, "same"))
    return even


def _hidden(points: Array, joints: Sequence[Sequence[Joint]], starts: Any, ends: Any) -> Any:
    """Tell for points (n, 2) which of them a joint of their contour hides."""
    hidden = np.zeros(len(points), dtype=bool)
    pairs = [(k, joint) for k, found in enumerate(joints) for joint in found]
    if not pairs:
        return hidden
    owners = [k for k, _ in pairs]
    size = (ends - starts)[owners]
    first = _starts(size)
    which = np.arange(int(size.sum())) + np.repeat(starts[owners] - first, size)
    way = points[which] - np.repeat([j.centre for _, j in pairs], size, axis=0)
    near = (way * way).sum(axis=1) < np.repeat([j.radius**2 for _, j in pairs], size)
    shapes = np.array([j.shape for _, j in pairs], dtype=object)
    shapely.prepare(shapes)
    spots, covers = which[near], np.repeat(shapes, size)[near]
    hidden[spots[shapely.contains_xy(covers, *points[spots].T) | shapely.is_missing(covers)]] = True
    return hidden


@lru_cache(maxsize=512)
def tapered(count: int, taper: tuple[float, float]) -> Array:
    """Return the factors that thin a line's start and end over the given shares of its length."""
    t = np.linspace(0.0, 1.0, count)
    f = np.ones(count)
    for share, along in zip(taper, (t, 1 - t), strict=True):
        if share > 0:
            f = np.minimum(f, TIP + (1 - TIP) * np.clip(along / share, 0, 1) ** 0.7)
    return f


TIP = 0.16
"""Share of its weight that is left at the tip of a line."""
