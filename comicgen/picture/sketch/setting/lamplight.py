"""Lamplight on walls, floors and ceilings: screentone cut in steps that widen from the lamp."""

import numpy as np
import shapely

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


def shape_rings(polygon: shapely.Polygon) -> list[Array]:
    """Return the rings of a polygon as (n, 2) arrays."""
    return [shapely.get_coordinates(r)[:-1] for r in (polygon.exterior, *polygon.interiors)]
