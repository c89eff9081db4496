"""The shade along the far side of a figure's parts from the light."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely

from .loft import contours, polygons
from .marks import Area, Array, Mark
from .pen import Part, Pen

CRESCENT = (0.10, 0.075)
"""How far a shape is moved to cut the shade from it, in heads."""
SWING = 0.26
"""Radians that a shape is turned about a joint so that its shade tapers towards it."""
FLECK = 0.003
"""Square heads of shade that are left out."""
EVERYWHERE = 1e6
"""Frame units of radius from which a joint has no place of its own."""


def crescents(pen: Pen, drawn: Sequence[Part]) -> dict[Part, list[Mark]]:
    """Return the shade of each part: its shape without itself moved to the light, and turned to it about its joints."""
    parts = [p for p in drawn if p.shade and p.paint is not None and not p.paint.black]
    if not parts:
        return {}
    shapes = np.array([p.shape for p in parts], dtype=object)
    way = -pen.head * np.array((CRESCENT[0] * pen.lee, CRESCENT[1]))
    points, owner = shapely.get_coordinates(shapes, return_index=True)
    moved = points + np.array([p.shade for p in parts])[owner, None] * way
    shades = shapely.difference(shapes, shapely.set_coordinates(shapes.copy(), moved))
    joints = [(k, j.centre) for k, p in enumerate(parts) for j in p.joints if j.radius < EVERYWHERE]
    for k, swung in _swung(shapes, points, owner, joints, way):
        shades[k] = shapely.difference(shades[k], swung)
    found: dict[Part, list[Mark]] = {}
    for part, shade in zip(parts, shades, strict=True):
        rings = tuple(r for p in polygons(shade) if p.area > FLECK * pen.head**2 for r in contours(p))
        if rings and part.paint is not None:
            found[part] = [Area(rings, part.paint, shade=0.8)]
    return found


def _swung(
    shapes: Any, points: Array, owner: Any, joints: Sequence[tuple[int, Array]], way: Array
) -> list[tuple[int, Any]]:
    """Return shapes turned about their joints towards the light: the shade that each leaves grows out of the joint."""
    if not joints:
        return []
    middles = shapely.get_coordinates(shapely.centroid(shapes))
    ends = np.searchsorted(owner, np.arange(len(shapes) + 1))
    turned, rows = shapes[[k for k, _ in joints]], []
    for k, centre in joints:
        x, y = (middles[k] - centre).tolist()
        turn = SWING * float(np.sign(x * way[1] - y * way[0]))
        c, s = np.cos(turn), np.sin(turn)
        rows.append(centre + (points[ends[k] : ends[k + 1]] - centre) @ np.array(((c, s), (-s, c))))
    shapely.set_coordinates(turned, np.concatenate(rows))
    return [(k, shape) for (k, _), shape in zip(joints, turned, strict=True)]
