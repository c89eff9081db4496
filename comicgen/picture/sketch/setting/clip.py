"""What bounds a picture, as planes in camera axes; polygons and lines cut by them, and by each other."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import shapely

from ....staging.camera import NEAR, Camera
from ..marks import Array
from ..mending import all_mended

Planes = tuple[tuple[float, float, float, float], ...]
"""Normals that point inwards, and offsets."""
POLYGON = 3
"""Shapely's number of a polygon."""
LEAST = 0.05
"""Frame units squared: smaller scraps of what was cut are left out."""


def planes_of(camera: Camera, margin: float) -> Planes:
    """Return normals and offsets of the planes, in camera axes, that bound what a margin round the frame shows."""
    x, y = camera.aspect / 2 + margin, 0.5 + margin
    sx, sy, f = *camera.shift, camera.focal
    return ((0, 0, 1, NEAR), (f, 0, x + sx, 0), (-f, 0, x - sx, 0), (0, -f, y - sy, 0), (0, f, y + sy, 0))


def cut_polygon(view: Array, planes: Planes, heights: Array) -> Array:
    """Return a polygon in camera axes cut by planes that it lies at ``heights`` over (Sutherland and Hodgman 1974)."""
    points = view.tolist()
    for k in np.flatnonzero((heights < 0).any(axis=0)).tolist():
        a, b, c, offset = planes[k]
        over = [a * x + b * y + c * z - offset for x, y, z in points]
        keep = []
        for p, q, g, h in zip(points, points[1:] + points[:1], over, over[1:] + over[:1], strict=True):
            if g >= 0:
                keep.append(p)
            if (g >= 0) != (h >= 0):
                t = g / (g - h)
                keep.append([u + (v - u) * t for u, v in zip(p, q, strict=True)])
        if len(keep) < 3:
            return np.zeros((0, 3))
        points = keep
    return np.array(points)


def cut_lines(ends: Array, over: Array) -> tuple[Array, Any]:
    """Return the parts (2, k, 3) of lines inside of the clip planes, and which lines they are of."""
    ha, hb = over
    span = np.where(ha == hb, 1.0, ha - hb)
    t0 = np.where(ha < 0, ha / span, 0.0).max(axis=1)
    t1 = np.where(hb < 0, ha / span, 1.0).min(axis=1)
    index = np.flatnonzero(~((ha < 0) & (hb < 0)).any(axis=1) & (t1 > t0))
    first, way = ends[0, index], ends[1, index] - ends[0, index]
    return np.array((first + way * t0[index, None], first + way * t1[index, None])), index


def cuts(pairs: Sequence[tuple[Array, Array]], *, inside: bool = False) -> list[tuple[Array, ...]]:
    """Return for each pair (a, b) of rings those of shape a without b, or of what both share."""
    if not pairs:
        return []
    rings = [ring for pair in pairs for ring in pair]
    owner = np.repeat(np.arange(len(rings)), [len(r) for r in rings])
    shapes = all_mended(shapely.polygons(shapely.linearrings(np.concatenate(rings), indices=owner)))
    rest = (shapely.intersection if inside else shapely.difference)(shapes[::2], shapes[1::2])
    parts, of = shapely.get_parts(rest, return_index=True)
    large = (shapely.get_type_id(parts) == POLYGON) & (shapely.area(parts) > LEAST)
    edges, part = shapely.get_rings(parts[large], return_index=True)
    points = shapely.get_coordinates(edges)
    ends = np.cumsum(shapely.get_num_coordinates(edges)).tolist()
    found: list[list[Array]] = [[] for _ in pairs]
    for k, (start, end) in zip(of[large][part].tolist(), pairwise([0, *ends]), strict=True):
        found[k].append(points[start : end - 1])
    return [tuple(f) for f in found]
