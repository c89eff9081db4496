"""Rows of convex rings in the world into outlines on the frame: the solid that every body, lock and shoe is made of.

The outline of a loft is the union of the convex hulls of each two neighbouring projected rings. That
is exact for the hull solid between them at any angle, seen end-on too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from ...staging.camera import NEAR, Camera
from .marks import Array

FRAME = 100.0
"""Frame units in one frame height."""
POINTS = 24
"""Points of a ring."""
TURN = np.linspace(0.0, 2 * np.pi, POINTS, endpoint=False)
ROUND = np.radians((25.0, 52.0, 80.0))
"""Latitudes of the rings that close a round end."""
CRUMB = 0.012
"""Contours smaller than this (frame units squared) are dropped."""


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

    def rings(self) -> Array:
        """Return (m, POINTS, 3) rings in the world, domes included."""
        body = ring(self.centre, self.left, self.front, (self.half, self.before, self.behind), self.power)
        parts = [body]
        if self.ends[0]:
            parts.insert(0, self._dome(0, -1.0)[::-1])
        if self.ends[1]:
            parts.append(self._dome(-1, 1.0))
        return np.concatenate(parts) if len(parts) > 1 else body

    def _dome(self, row: int, way: float) -> Array:
        left, front = self.left[row], self.front[row]
        axis = np.cross(front, left) * way
        radii = (self.half[row], self.before[row], self.behind[row])
        height = float(np.mean(radii))
        rise = self.centre[row] + axis * (height * np.sin(ROUND))[:, None]
        shrink = np.cos(ROUND)
        tile = np.ones((len(ROUND), 1))
        return ring(rise, left * tile, front * tile, tuple(r * shrink for r in radii), self.power)

    def surface(self, t: Any, angle: Any, lift: float = 0.0) -> tuple[Array, Array]:
        """Return points (..., 3) and outward unit normals on the surface, ``lift`` metres above it.

        ``angle`` is in degrees: 0 in front, 90 at the left, 180 behind. ``t`` and ``angle`` broadcast.
        """
        t, angle = np.broadcast_arrays(np.asarray(t, dtype=float), np.radians(np.asarray(angle, dtype=float)))
        centre, left, front = (self._at(t, v) for v in (self.centre, self.left, self.front))
        half, before, behind = (np.interp(t, self.t, r) + lift for r in (self.half, self.before, self.behind))
        x, z = _oval(angle, self.power)
        depth = np.where(z >= 0, before, behind)
        points = centre + left * (x * half)[..., None] + front * (z * depth)[..., None]
        normals = left * (np.sin(angle) / half)[..., None] + front * (np.cos(angle) / depth)[..., None]
        return points, normals / np.linalg.norm(normals, axis=-1, keepdims=True)

    def _at(self, t: Array, rows: Array) -> Array:
        return np.stack([np.interp(t, self.t, rows[:, i]) for i in range(3)], axis=-1)

    def grown(self, by: Any, times: Any = 1.0) -> "Loft":
        """Return the loft ``by`` metres larger all round, after its radii were multiplied: a garment's offset."""
        return replace(
            self, half=self.half * times + by, before=self.before * times + by, behind=self.behind * times + by
        )

    def cut(self, start: float, end: float, ends: tuple[bool, bool] = (False, False), rows: int = 0) -> "Loft":
        """Return the part from ``start`` to ``end``; ``rows`` rings, or as many as there were in it."""
        count = rows or max(3, 2 + int(np.count_nonzero((self.t > start) & (self.t < end))))
        t = np.linspace(start, end, count)
        centre, left, front = (self._at(t, v) for v in (self.centre, self.left, self.front))
        half, before, behind = (np.interp(t, self.t, r) for r in (self.half, self.before, self.behind))
        return Loft(t, centre, left, front, half, before, behind, self.power, ends)


def _oval(angle: Array, power: float) -> tuple[Array, Array]:
    s, c = np.sin(angle), np.cos(angle)
    if power == 2.0:
        return s, c
    e = 2.0 / power
    return np.sign(s) * np.abs(s) ** e, np.sign(c) * np.abs(c) ** e


def ring(centre: Array, left: Array, front: Array, radii: Sequence[Any], power: float = 2.0) -> Array:
    """Return (n, POINTS, 3) rings round centres (n, 3) with axes (n, 3); radii are half width, front and back."""
    half, before, behind = (np.broadcast_to(np.asarray(r, dtype=float), len(centre)) for r in radii)
    x, z = _oval(TURN, power)
    depth = np.where(z >= 0, before[:, None], behind[:, None])
    across = (half[:, None] * x)[..., None] * left[:, None]
    points: Array = centre[:, None] + across + (depth * z)[..., None] * front[:, None]
    return points


def unit(v: Any) -> Array:
    """Return vectors (..., 3) made one long; a null vector stays null."""
    v = np.asarray(v, dtype=float)
    length = np.sqrt(np.einsum("...i,...i->...", v, v))[..., None]
    scaled: Array = v / np.maximum(length, 1e-12)
    return scaled


def across(axis: Any, facing: Any) -> tuple[Array, Array]:
    """Return the unit axes (left, front) square to ``axis``, front as near ``facing`` as it goes; (..., 3) each."""
    axis = unit(axis)
    facing = np.asarray(facing, dtype=float)
    front = facing - axis * np.sum(axis * facing, axis=-1, keepdims=True)
    flat = np.linalg.norm(front, axis=-1, keepdims=True) < 1e-6
    if np.any(flat):
        spare = np.where(np.abs(axis[..., :1]) < 0.9, np.array((1.0, 0.0, 0.0)), np.array((0.0, 0.0, 1.0)))
        spare = spare - axis * np.sum(axis * spare, axis=-1, keepdims=True)
        front = np.where(flat, spare, front)
    front = unit(front)
    return np.cross(axis, front), front


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
    i = np.clip(np.searchsorted(x, at, side="right") - 1, 0, len(x) - 2)
    h = x[i + 1] - x[i]
    u = np.clip((at - x[i]) / h, 0.0, 1.0)[:, None]
    h = h[:, None]
    a = (1 + 2 * u) * (1 - u) ** 2 * y[i] + u * (1 - u) ** 2 * h * slope[i]
    b = u * u * (3 - 2 * u) * y[i + 1] + u * u * (u - 1) * h * slope[i + 1]
    return np.column_stack([at, a + b])


def tube(start: Any, end: Any, facing: Any, keys: Any, *, scale: float = 1.0, rows: int = 9) -> Loft:
    """Return the loft of one bone. ``keys`` rows are (t, half width, depth[, forward offset]) times ``scale`` metres.

    ``t`` runs 0..1 from start to end and may go beyond; the front of its rings is as near ``facing`` as it goes.
    """
    start, end = np.asarray(start, dtype=float), np.asarray(end, dtype=float)
    table = _profiled(keys, rows) if isinstance(keys, tuple) else profile(keys, rows)
    left, front = across(end - start, facing)
    tile = np.ones((rows, 1))
    centre = start + (end - start) * table[:, :1]
    if table.shape[1] > 3:
        centre = centre + front * table[:, 3:4] * scale
    half, depth = table[:, 1] * scale, table[:, 2] * scale
    return Loft(table[:, 0], centre, left * tile, front * tile, half, depth, depth)


@lru_cache(maxsize=128)
def _profiled(keys: tuple[tuple[float, ...], ...], rows: int) -> Array:
    return profile(keys, rows)


def strand(points: Any, facing: Any, widths: Any, thickness: Any = 1.0, *, rows: int = 12) -> Loft:
    """Return a loft along a smooth curve through ``points`` (m, 3): a lock of hair, a tail, a strap.

    ``facing`` (3,) or (m, 3) is where its flat side looks, ``widths`` (m,) are half widths in metres and
    ``thickness`` the depth as a share of the width.
    """
    points = np.asarray(points, dtype=float)
    m = len(points)
    facing = np.broadcast_to(np.asarray(facing, dtype=float), points.shape)
    widths = np.broadcast_to(np.asarray(widths, dtype=float), m)
    flat = np.broadcast_to(np.asarray(thickness, dtype=float), m)
    table = profile(np.column_stack([np.linspace(0, 1, m), points, facing, widths, flat]), rows)
    centre = table[:, 1:4]
    left, front = across(np.gradient(centre, axis=0), table[:, 4:7])
    half = np.maximum(table[:, 7], 1e-5)
    depth = half * np.maximum(table[:, 8], 1e-3)
    return Loft(table[:, 0], centre, left, front, half, depth, depth)


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


def hulls(rings: Array, camera: Camera) -> Any:
    """Return the shapely polygons (m-1,) of neighbouring rings (m, POINTS, 3); those behind the camera are left out."""
    view = camera.view(rings)
    front = np.min(view[..., 2], axis=1) >= NEAR
    flat = FRAME * camera.lens(view)
    pairs = np.concatenate([flat[:-1], flat[1:]], axis=1)[front[:-1] & front[1:]]
    if not len(pairs):
        return np.empty(0, dtype=object)
    return shapely.convex_hull(shapely.linestrings(pairs))


def outline(rings: Array | Loft | Iterable[Array | Loft], camera: Camera) -> Any:
    """Return what one loft, or several joined, cover on the frame: a shapely polygon in frame units, may be empty."""
    many = [rings] if isinstance(rings, (np.ndarray, Loft)) else list(rings)
    arrays = [r.rings() if isinstance(r, Loft) else r for r in many]
    parts = [hulls(a, camera) for a in arrays]
    solid = [p for part in parts for p in part if p.geom_type == "Polygon"]
    return shapely.union_all(solid) if solid else shapely.Polygon()


def hull(points: Any, camera: Camera) -> Any:
    """Return the shapely polygon round world points (n, 3) on the frame; empty where one is behind the camera."""
    view = camera.view(np.asarray(points, dtype=float).reshape(-1, 3))
    if (view[:, 2] < NEAR).any():
        return shapely.Polygon()
    shape = shapely.convex_hull(shapely.linestrings(FRAME * camera.lens(view)))
    return shape if shape.geom_type == "Polygon" else shapely.Polygon()


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
