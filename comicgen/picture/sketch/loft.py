"""Rows of convex rings in the world: the solid that every body, lock and shoe is made of."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any

import numpy as np
import shapely

from ...staging.camera import Camera
from .marks import Array

FRAME = 100.0
"""Frame units in one frame height."""
POINTS = 24
"""Points of a ring."""
ROUND = np.radians((25.0, 52.0, 80.0))
"""Latitudes of the rings that close a round end."""
CRUMB = 0.012
"""Contours smaller than this (frame units squared) are dropped."""


Links = tuple[tuple[int, int], ...]
"""Pieces of a row of rings that are convex: the first and the last ring of each."""


@dataclass(frozen=True, slots=True, eq=False)
class Loft:
    """A solid between rings. Each of n rows has a place ``t`` along it, a centre, two unit axes and three radii.

    Ring points are centre + left * x + front * z, on a superellipse of the given ``power``: 2 an ellipse,
    more is squarer. Lengths in metres. ``ends`` says whether the first and the last ring are closed by a dome.
    """

    t: Array
    centre: Array
    left: Array
    front: Array
    half: Array
    before: Array
    behind: Array
    power: float = 2.0
    ends: tuple[bool, bool] = (False, False)
    links: Links = ()
    """The convex pieces it is made of, if they are known; else each two neighbouring rings are one."""

    def rings(self, count: int = POINTS) -> Array:
        """Return (m, count, 3) rings in the world, domes included."""
        if not any(self.ends):
            radii = (self.half, self.before, self.behind)
            return ring(self.centre, self.left, self.front, radii, self.power, count)
        rows, shrink, rise = _domed(len(self.t), self.ends)
        left, front, centre = self.left[rows], self.front[rows], self.centre[rows]
        half, before, behind = (r[rows] * shrink for r in (self.half, self.before, self.behind))
        # A dome is as high as its ring's radii are on average; its rows repeat that ring's.
        height = (self.half[rows] + self.before[rows] + self.behind[rows]) * (rise / 3)
        centre = centre + cross(front, left) * height[:, None]
        return ring(centre, left, front, (half, before, behind), self.power, count)

    def surface(self, t: Any, angle: Any, lift: float = 0.0) -> tuple[Array, Array]:
        """Return points (..., 3) and outward unit normals on the surface, ``lift`` metres above it.

        ``angle`` is in degrees: 0 in front, 90 at the left, 180 behind. ``t`` and ``angle`` broadcast.
        """
        t, angle = np.broadcast_arrays(np.asarray(t, dtype=float), np.asarray(angle, dtype=float))
        points, normals = surfaces((self,), 0, t.ravel(), angle.ravel(), lift)
        return points.reshape(*t.shape, 3), normals.reshape(*t.shape, 3)

    def grown(self, by: Any, times: Any = 1.0) -> "Loft":
        """Return the loft ``by`` metres larger all round, after its radii were multiplied: a garment's offset."""
        half, before, behind = (r * times + by for r in (self.half, self.before, self.behind))
        links = self.links if isinstance(by, float) else ()
        return Loft(self.t, self.centre, self.left, self.front, half, before, behind, self.power, self.ends, links)

    def cut(self, start: float, end: float, ends: tuple[bool, bool] = (False, False), rows: int = 0) -> "Loft":
        """Return the part from ``start`` to ``end``; ``rows`` rings, or as many as there were in it."""
        count = rows or max(3, 2 + int(np.count_nonzero((self.t > start) & (self.t < end))))
        t = np.linspace(start, end, count)
        return Loft(t, *_fields(_rows((self,), 0, t)), self.power, ends)

    def centre_at(self, t: Array) -> Array:
        """Return the middles (n, 3) at places along it."""
        return _rows((self,), 0, t)[:, :3]

    def closed(self, first: bool, last: bool) -> "Loft":
        """Return the loft with domes at its first and its last ring, or without."""
        radii = (self.half, self.before, self.behind)
        return Loft(self.t, self.centre, self.left, self.front, *radii, self.power, (first, last), self.links)


@lru_cache(maxsize=64)
def _domed(count: int, ends: tuple[bool, bool]) -> tuple[Any, Array, Array]:
    """Return for the rings of a loft with domes: the row each repeats, its size and its height as shares of that."""
    first, last = (len(ROUND) * end for end in ends)
    rows = np.clip(np.arange(-first, count + last), 0, count - 1)
    shrink, rise = np.ones(len(rows)), np.zeros(len(rows))
    shrink[:first], rise[:first] = np.cos(ROUND[::-1])[:first], -np.sin(ROUND[::-1])[:first]
    shrink[first + count :], rise[first + count :] = np.cos(ROUND)[:last], np.sin(ROUND)[:last]
    return rows, shrink, rise


APART = 1000.0
"""What keeps the places of one loft from those of the next in one sorted row."""


def _rows(lofts: Sequence[Loft], which: Any, t: Array) -> Array:
    """Return the rows (n, 12) of lofts at places along them: centre, left, front and the three radii."""
    fields = [(k.centre, k.left, k.front, k.half[:, None], k.before[:, None], k.behind[:, None]) for k in lofts]
    table = np.concatenate([np.concatenate(f, axis=1) for f in fields])
    sizes = np.array([len(k.t) for k in lofts])
    shift, ends = np.arange(len(lofts)) * APART, np.cumsum(sizes)
    places, at = np.concatenate([k.t for k in lofts]) + np.repeat(shift, sizes), t + shift[which]
    i = places.searchsorted(at, side="right") - 1
    i = np.minimum(np.maximum(i, (ends - sizes)[which]), (ends - 2)[which])
    before = places[i]
    u = np.minimum(np.maximum((at - before) / (places[i + 1] - before), 0.0), 1.0)[:, None]
    first = table[i]
    rows: Array = first + u * (table[i + 1] - first)
    return rows


def _fields(rows: Array) -> tuple[Array, Array, Array, Array, Array, Array]:
    return rows[:, :3], rows[:, 3:6], rows[:, 6:9], rows[:, 9], rows[:, 10], rows[:, 11]


def surfaces(lofts: Sequence[Loft], which: Any, t: Array, angle: Array, lift: Any = 0.0) -> tuple[Array, Array]:
    """Return points and outward unit normals (n, 3) on many lofts at once; ``which`` (n,) tells the loft of each.

    Places and degrees as for ``Loft.surface``.
    """
    centre, left, front, half, before, behind = _fields(_rows(lofts, which, t))
    angle = np.radians(angle)
    s, c = np.sin(angle), np.cos(angle)
    x, z = _squared(s, c, np.array([k.power for k in lofts])[which])
    half, depth = half + lift, np.where(z >= 0, before, behind) + lift
    points = centre + left * (x * half)[:, None] + front * (z * depth)[:, None]
    return points, unit(left * (s / half)[:, None] + front * (c / depth)[:, None])


def azimuths(lofts: Sequence[Loft], which: Any, t: Array, camera: Camera) -> Array:
    """Return the degrees round lofts, at places along them, that look at the camera."""
    centre, left, front, *_ = _fields(_rows(lofts, which, t))
    way = np.array(camera.eye) - centre
    across, ahead = (np.einsum("ij,ij->i", way, v) for v in (left, front))
    round_: Array = np.degrees(np.arctan2(across, ahead))
    return round_


def _squared(s: Array, c: Array, power: Any) -> tuple[Array, Array]:
    """Return the place on a superellipse for sines and cosines."""
    if np.all(power == 2.0):
        return s, c
    e = 2.0 / power
    return np.copysign(np.abs(s) ** e, s), np.copysign(np.abs(c) ** e, c)


@lru_cache(maxsize=16)
def _oval(power: float, count: int) -> tuple[Array, Array, Array]:
    """Return a unit ring's points: sideways, in front where they are there, and behind."""
    turn = np.linspace(0.0, 2 * np.pi, count, endpoint=False)
    x, z = _squared(np.sin(turn), np.cos(turn), power)
    return x, np.maximum(z, 0.0), np.minimum(z, 0.0)


def ring(
    centre: Array, left: Array, front: Array, radii: Sequence[Any], power: float = 2.0, count: int = POINTS
) -> Array:
    """Return (n, count, 3) rings round centres (n, 3) with axes (n, 3).

    ``radii`` are half width, front and back, one number or (n,).
    """
    half, before, behind = (np.asarray(r, dtype=float)[..., None] for r in radii)
    x, ahead, back = _oval(power, count)
    across, deep = half * x, before * ahead + behind * back
    points: Array = centre[:, None] + across[..., None] * left[:, None] + deep[..., None] * front[:, None]
    return points


def unit(v: Any) -> Array:
    """Return vectors (..., 3) made one long; a null vector stays null."""
    v = np.asarray(v, dtype=float)
    scaled: Array
    if v.ndim == 1:  # half of all that are asked for: numbers are faster than arrays of one
        scaled = v * (1.0 / max(math.sqrt(sum(k * k for k in v.tolist())), 1e-12))
        return scaled
    scaled = v / np.maximum(np.sqrt((v * v).sum(axis=-1, keepdims=True)), 1e-12)
    return scaled


def cross(a: Array, b: Array) -> Array:
    """Return the vectors (..., 3) square to two others; numpy's own takes five times as long on a few."""
    crossed: Array = a[..., _NEXT] * b[..., _LAST] - a[..., _LAST] * b[..., _NEXT]
    return crossed


_NEXT, _LAST = np.array((1, 2, 0)), np.array((2, 0, 1))


def across(axis: Any, facing: Any) -> tuple[Array, Array]:
    """Return the unit axes (left, front) square to ``axis``, front as near ``facing`` as it goes; (..., 3) each."""
    axis = unit(axis)
    facing = np.asarray(facing, dtype=float)
    front = facing - axis * (axis * facing).sum(axis=-1, keepdims=True)
    length = np.sqrt((front * front).sum(axis=-1, keepdims=True))
    if length.min() < 1e-6:
        spare = np.where(np.abs(axis[..., :1]) < 0.9, np.array((1.0, 0.0, 0.0)), np.array((0.0, 0.0, 1.0)))
        spare = spare - axis * (axis * spare).sum(axis=-1, keepdims=True)
        front = np.where(length < 1e-6, spare, front)
        length = np.sqrt((front * front).sum(axis=-1, keepdims=True))
    front = front / np.maximum(length, 1e-12)
    return cross(axis, front), front


def profile(keys: Any, places: Any) -> Array:
    """Return rows (n, k) of the smooth curve through ``keys`` (m, k) at ``places`` (n,), or at n even places.

    The first column is the place. Cubic Hermite with finite-difference tangents, as Catmull and Rom's spline.
    """
    keys = np.asarray(keys, dtype=float)
    x, y = keys[:, 0], keys[:, 1:]
    at = np.linspace(x[0], x[-1], places) if isinstance(places, int) else np.asarray(places, dtype=float)
    if len(x) == 2:
        slope = np.repeat((y[1:] - y[:1]) / (x[1] - x[0]), 2, axis=0)
    else:
        slope = np.gradient(y, x, axis=0)
    i = np.minimum(np.maximum(x.searchsorted(at, side="right") - 1, 0), len(x) - 2)
    h = x[i + 1] - x[i]
    u = np.minimum(np.maximum((at - x[i]) / h, 0.0), 1.0)[:, None]
    h, v = h[:, None], 1 - u
    rows = np.empty((len(at), keys.shape[1]))
    rows[:, 0] = at
    rows[:, 1:] = v * v * ((1 + 2 * u) * y[i] + u * h * slope[i]) + u * u * (
        (3 - 2 * u) * y[i + 1] - v * h * slope[i + 1]
    )
    return rows


def on_frame(points: Any, camera: Camera) -> Array:
    """Return (..., 2) frame units of (..., 3) world points."""
    framed: Array = FRAME * camera.project(points)
    return framed


def depth(points: Any, camera: Camera) -> float:
    """Return the mean depth in metres of (..., 3) points."""
    forward = np.array(camera.forward)
    return float(np.mean((np.asarray(points, dtype=float) - np.array(camera.eye)) @ forward))


def facing_camera(points: Any, normals: Any, camera: Camera) -> Array:
    """Return the cosine (...,) between the normals at points and the way to the camera: positive is seen."""
    seen: Array = np.sum(unit(np.array(camera.eye) - points) * normals, axis=-1)
    return seen


def polygons(shape: Any) -> tuple[Any, ...]:
    """Return the polygons of a shapely geometry that are larger than a crumb."""
    if isinstance(shape, shapely.Polygon):  # nearly always: saves taking it to parts
        return (shape,) if shape.area > CRUMB else ()
    return tuple(p for p in shapely.get_parts(shape) if p.geom_type == "Polygon" and p.area > CRUMB)


def contours(shape: Any) -> tuple[Array, ...]:
    """Return the contours (n, 2) of a shapely geometry, holes too, unclosed; crumbs are dropped."""
    found = []
    for polygon in polygons(shape):
        if not shapely.get_num_interior_rings(polygon):
            found.append(shapely.get_coordinates(polygon)[:-1])
            continue
        found.append(shapely.get_coordinates(polygon.exterior)[:-1])
        holes = [shapely.get_coordinates(line)[:-1] for line in polygon.interiors]
        found += [hole for hole in holes if shapely.area(shapely.polygons(hole)) > CRUMB]
    return tuple(found)


def each_contours(shapes: Sequence[Any]) -> list[tuple[Array, ...]]:
    """Return the contours of each of many shapes; those of polygons without holes are read all at once."""
    if not len(shapes):
        return []
    row = np.array(shapes, dtype=object)
    plain = (shapely.get_type_id(row) == shapely.GeometryType.POLYGON) & (shapely.get_num_interior_rings(row) == 0)
    counts = shapely.get_num_coordinates(row[plain]).tolist()
    points, ends = shapely.get_coordinates(row[plain]), accumulate(counts)
    large, single = (shapely.area(row) > CRUMB).tolist(), iter(zip(counts, ends, strict=True))
    found: list[tuple[Array, ...]] = []
    for shape, whole, keep in zip(shapes, plain.tolist(), large, strict=True):
        if whole:
            count, end = next(single)
            found.append((points[end - count : end - 1],) if keep else ())
        else:
            found.append(contours(shape) if keep else ())
    return found
