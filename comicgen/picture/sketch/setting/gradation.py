"""A flat tone into a round one that grows or fades from a middle: a fan of linear gradients, seamless where they meet."""

from dataclasses import replace

import numpy as np
import shapely

from ..marks import Area, Array

SPOKES = 12
OVERLAP = 0.25
"""Frame units that a sector runs under the next one, so that no paper shows between."""
REACH = 600.0


def rounded(
    area: Area, centre: Array, inner: tuple[float, float], outer: tuple[float, float], squash: float = 1.0
) -> list[Area]:
    """Return an area with ``inner`` = (radius, share of its tone and shade) changing to ``outer`` = (radius, share).

    The tone at a distance along each spoke's bisector is that of a cone of SPOKES sides. Two neighbours have the
    same tone on the line between them, so no edge shows. ``squash`` under 1 makes it so much lower than wide.
    """
    shape = shapely.make_valid(polygon(area))
    half = np.pi / SPOKES
    found: list[Area] = []
    for a in 2 * np.pi * (np.arange(SPOKES) + 0.5) / SPOKES:
        left, right = (np.array((np.cos(a + k), squash * np.sin(a + k))) for k in (-half, half))
        aside = OVERLAP * np.array((left[1], -left[0])) / np.hypot(*left)
        sector = shapely.Polygon([centre, centre + aside, centre + aside + REACH * left, centre + REACH * right])
        rings = rings_of(shapely.intersection(shape, sector))
        if rings:
            way = np.array((np.cos(a), np.sin(a) / squash))
            way /= way @ way
            start, end = (centre + r * way for r in (inner[0], outer[0]))
            fade = ((float(start[0]), float(start[1])), (float(end[0]), float(end[1])), inner[1], outer[1])
            found.append(replace(area, rings=rings, fade=fade, fixed=True))
    return found


def polygon(area: Area) -> shapely.Geometry:
    """Return an area's rings, filled by the even-odd rule, as one shape."""
    if len(area.rings) == 1:
        return shapely.Polygon(area.rings[0])
    whole = shapely.Polygon()
    for ring in area.rings:
        whole = shapely.symmetric_difference(whole, shapely.make_valid(shapely.Polygon(ring)))
    return whole


def rings_of(shape: shapely.Geometry) -> tuple[Array, ...]:
    """Return the rings of a shape's polygons, holes too, as (n, 2) arrays."""
    parts = [p for p in shapely.get_parts(shape) if p.geom_type == "Polygon" and not p.is_empty]
    return tuple(shapely.get_coordinates(r)[:-1] for p in parts for r in (p.exterior, *p.interiors))
