"""Lamplight into marks: on walls screentone in steps that widen from the lamp, at night a glow on faces near lamps."""

import numpy as np
import shapely

from ....staging.sets.solids import Set
from ..marks import Area, Array, Mark, Paint
from .hand import Hand
from .light import MATERIALS, level

STEPS = ((0.6, 0.15), (0.8, 0.22), (1.05, 0.30))
"""(radius in frame heights, tone beyond it)."""


def lamp_steps(hand: Hand, ring: Array, material: str) -> list[Mark]:
    """Return the darker steps of a lit surface, the farther from the lamp the darker."""
    centre = np.array((hand.width * 0.5, 45.0)) if hand.lamp is None else hand.lamp
    shape = shapely.make_valid(shapely.Polygon(ring))
    marks: list[Mark] = []
    tone, colour = MATERIALS[material]
    for k, (radius, dark) in enumerate(STEPS):
        angle = np.linspace(0, 2 * np.pi, 40, endpoint=False)
        circle = centre + 100 * radius * np.stack([np.cos(angle), 0.85 * np.sin(angle)], axis=1)
        rest = shapely.difference(shape, shapely.Polygon(circle))
        rings = [
            r for p in shapely.get_parts(rest) if p.geom_type == "Polygon" and not p.is_empty for r in shape_rings(p)
        ]
        if rings:
            dim = hand.light.tint(colour)
            r, g, b = (round(c * (0.9 - 0.09 * k)) for c in dim)
            marks.append(Area(tuple(rings), Paint((r, g, b), level(tone + dark))))
    return marks


def glows(place: Set, hand: Hand, faces: Array, normals: Array) -> Array:
    """Return how much of the night the lamps take off each face, (f,) 0..1: near them and turned to them.

    ``faces`` is (f, k, 3) corners, ``normals`` (f, 3).
    """
    if hand.light.time != "night" or not place.lamps or not len(faces):
        return np.zeros(len(faces))
    low, high = faces.min(axis=1), faces.max(axis=1)
    best = np.zeros(len(faces))
    for lamp in place.lamps:
        at = np.array(lamp.at)
        way = at - np.clip(at, low, high)
        distance = np.linalg.norm(way, axis=1)
        facing = np.einsum("fc,fc->f", normals, way) > 0.05 * distance
        best = np.maximum(best, np.where(facing, np.clip(1.25 - distance / (2.6 * lamp.radius), 0.0, 0.85), 0.0))
    return best


def shape_rings(polygon: shapely.Polygon) -> list[Array]:
    """Return the rings of a polygon as (n, 2) arrays."""
    return [shapely.get_coordinates(r)[:-1] for r in (polygon.exterior, *polygon.interiors)]
