"""What bounds a picture, as planes in camera axes, and polygons and lines cut by them."""

from typing import Any

import numpy as np

from ....staging.camera import NEAR, Camera
from ..marks import Array

Planes = tuple[tuple[float, float, float, float], ...]
"""Normals that point inwards, and offsets."""


def planes_of(camera: Camera, margin: float) -> Planes:
    """Return normals and offsets of the planes, in camera axes, that bound what a margin round the frame shows."""
    x, y = camera.aspect / 2 + margin, 0.5 + margin
    sx, sy, f = *camera.shift, camera.focal
    return ((0, 0, 1, NEAR), (f, 0, x + sx, 0), (-f, 0, x - sx, 0), (0, -f, y - sy, 0), (0, f, y + sy, 0))


def cut_polygon(view: Array, planes: Planes) -> Array:
    """Return a polygon in camera axes cut by planes (Sutherland and Hodgman 1974)."""
    points = view.tolist()
    for a, b, c, offset in planes:
        over = [a * x + b * y + c * z - offset for x, y, z in points]
        if min(over) >= 0:
            continue
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
