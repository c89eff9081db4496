"""Curves and shapes on the frame: smooth lines, contours made valid and soft, where an outline swells and thins."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any

import numpy as np
import shapely

from ..loft import polygons, profile, unit
from ..marks import Array
from ..mending import areas, mended
from ..runs import stretches
from .sitter import Sitter

HEAVY = np.array((0.55, 0.84))
"""Where outlines are heaviest on the frame: away from the light, below right where it comes from the left."""
SHARP, POINT = -0.25, 0.30
"""Cosine of a turn under which a lock ends in a point, and the weight that is left there."""
CORNER = 0.72
"""Cosine of a turn: sharper ones stay corners."""


def curve(points: Any, n: int = 16) -> Array:
    """Return n points of a smooth open curve through ``points`` (..., m, k)."""
    p = np.asarray(points, dtype=float)
    smoothed: Array = _basis(p.shape[-2], n) @ p
    return smoothed


@lru_cache(maxsize=256)
def _basis(m: int, n: int) -> Array:
    """Return the weights (n, m) of m even control points in n even places of their curve."""
    return profile(np.column_stack([np.linspace(0.0, 1.0, m), np.eye(m)]), n)[:, 1:]


@lru_cache(maxsize=64)
def circle(n: int) -> Array:
    """Return n points (n, 2) of the unit circle."""
    t = np.linspace(0.0, 2 * np.pi, n, endpoint=False)
    return np.stack([np.cos(t), np.sin(t)], axis=1)


def oval(x: float, y: float, a: float, b: float, n: int = 28) -> Array:
    """Return the n points of an ellipse."""
    return circle(n) * (a, b) + (x, y)


@lru_cache(maxsize=128)
def fading(n: int, end: float) -> Array:
    """Return n even numbers from 1 down to ``end``: the weight of a line that thins."""
    return np.linspace(1.0, end, n)


def polygon(points: Any) -> Any:
    """Return the shapely polygon of points (n, 2), made valid; empty where it has no area."""
    return mended(shapely.polygons(points)) if len(points) > 2 else shapely.Polygon()


def common(one: Any, other: Any) -> Any:
    """Return what two shapes share: areas alone, not where they only touch."""
    if one.is_empty or other.is_empty:
        return shapely.Polygon()
    return areas(shapely.intersection(one, other))


def hulled(rings: Array, count: int = 2) -> Any:
    """Return the hulls (...,) of each ``count`` neighbours of rings (..., m, n, 2), the last the next one's first."""
    m, step = rings.shape[-3], count - 1
    index = np.minimum(np.arange(0, m - 1, step)[:, None] + np.arange(count), m - 1)
    groups = rings[..., index, :, :]
    return shapely.convex_hull(shapely.linestrings(groups.reshape(*groups.shape[:-3], -1, 2)))


def _looped(ring: Array) -> Array:
    """Return a closed contour with its last point before its first, and its first after its last."""
    return np.concatenate([ring[-1:], ring, ring[:1]])


def soften(points: Array, passes: int) -> Array:
    """Return a closed contour with its shallow corners cut (Chaikin's scheme); sharp ones stay."""
    for _ in range(passes):
        loop = _looped(points)
        step = loop[1:] - loop[:-1]
        pair = np.empty((len(points), 2, 2))
        pair[:, 0] = points - 0.25 * step[:-1]
        pair[:, 1] = points + 0.25 * step[1:]
        corners = _bends(step, CORNER)
        pair[corners, 0] = points[corners]
        points = np.delete(pair.reshape(-1, 2), 2 * corners + 1, axis=0) if len(corners) else pair.reshape(-1, 2)
    return points


def _bends(steps: Array, cosine: float) -> Any:
    """Return after which of a way's steps (n, 2) it turns so far that the cosine of the turn is less than that."""
    x, y = steps.T
    long = np.sqrt(x * x + y * y)
    return np.flatnonzero(x[:-1] * x[1:] + y[:-1] * y[1:] < cosine * long[:-1] * long[1:])


def smooth(shape: Any, sitter: Sitter) -> Any:
    """Return a shape with softened contours, as much as its size on the paper needs."""
    passes = 0 if sitter.small else 1 if sitter.detail < 160 else 2 if not sitter.huge else 3
    if not passes:
        return shape
    step = sitter.size * (0.0012 if sitter.fine else 0.004 if sitter.detail < 110 else 0.0025)
    soft = []
    for p in polygons(shapely.simplify(shape, step, preserve_topology=False)):
        outer, *inner = (soften(ring, passes) for ring in bounding(p))
        soft.append(shapely.polygons(outer, [shapely.linearrings(hole) for hole in inner if len(hole) > 3] or None))
    return mended(shapely.MultiPolygon(soft) if len(soft) != 1 else soft[0])


def bounding(polygon: Any) -> list[Array]:
    """Return the contours (n, 2) that bound a polygon, unclosed: the one round it, then its holes."""
    if not shapely.get_num_interior_rings(polygon):
        return [shapely.get_coordinates(polygon)[:-1]]
    return [shapely.get_coordinates(ring)[:-1] for ring in shapely.get_rings(polygon)]


def swell(ring: Array, way: float = 1.0, lee: float = 1.0) -> Array:
    """Return the factor (n,) of the line weight along a closed contour; ``way`` -1 is a hole's, ``lee`` 1 the right."""
    loop = _looped(ring)
    along = unit(loop[2:] - loop[:-2])
    if ring[:, 0] @ loop[2:, 1] < loop[2:, 0] @ ring[:, 1]:
        way = -way
    out = along @ np.array((-HEAVY[1] * way, HEAVY[0] * lee * way))
    raw = 0.205 + 0.105 * np.minimum(np.maximum(out, -0.55), 1.0)
    factor: Array = 2 * raw
    factor[1:] += raw[:-1]
    factor[:-1] += raw[1:]
    factor[0] += raw[-1]
    factor[-1] += raw[0]
    return factor


def pointed(ring: Array, reach: float) -> Array:
    """Return the factor (n,) that thins the line of a closed contour towards its sharp corners, within ``reach``."""
    loop = _looped(ring)
    way = loop[1:] - loop[:-1]
    sharp = _bends(way, SHARP)
    if not len(sharp):
        return np.ones(len(ring))
    along = np.zeros(len(way))
    np.sqrt((way[1:] * way[1:]).sum(axis=1)).cumsum(out=along[1:])
    gap = np.abs(along[:-1, None] - along[None, sharp])
    near = np.minimum(gap, along[-1] - gap).min(axis=1)
    factor: Array = np.minimum(np.maximum(near / reach, POINT), 1.0)
    return factor


def runs(keep: Any) -> list[slice]:
    """Return the slices of two or more neighbours that are kept."""
    return [slice(a, b) for _, a, b in stretches(keep, (len(keep),))]


def split(points: Array, parts: Sequence[Array]) -> list[Array]:
    """Return points that lie end to end as arrays as long as ``parts``."""
    ends = list(accumulate(map(len, parts)))
    return [points[end - len(part) : end] for end, part in zip(ends, parts, strict=True)]
