"""A flat tone into a round one that grows or fades from a middle: a fan of linear gradients that meet unseen."""

from dataclasses import replace
from functools import lru_cache, reduce

import numpy as np
import shapely

from ..marks import Area, Array
from ..mending import mended

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
    shape, fan = mended(polygon(area)), _fan(squash) + centre
    found: list[Area] = []
    for way, piece in zip(_ways(squash), shapely.intersection(shape, shapely.polygons(fan)), strict=True):
        rings = rings_of(piece)
        if rings:
            start, end = (centre + r * way for r in (inner[0], outer[0]))
            fade = ((float(start[0]), float(start[1])), (float(end[0]), float(end[1])), inner[1], outer[1])
            found.append(replace(area, rings=rings, fade=fade, fixed=True))
    return found


@lru_cache(maxsize=16)
def _fan(squash: float) -> Array:
    """Return the corners (SPOKES, 4, 2) of the sectors round the origin, each a little under the next."""
    half, middle = np.pi / SPOKES, 2 * np.pi * (np.arange(SPOKES) + 0.5) / SPOKES
    left, right = (np.stack([np.cos(middle + k), squash * np.sin(middle + k)], axis=1) for k in (-half, half))
    aside = OVERLAP * np.stack([left[:, 1], -left[:, 0]], axis=1) / np.hypot(*left.T)[:, None]
    return np.stack([np.zeros_like(left), aside, aside + REACH * left, REACH * right], axis=1)


@lru_cache(maxsize=16)
def _ways(squash: float) -> Array:
    """Return for each sector the step (2,) along its bisector in which the radius grows by one."""
    middle = 2 * np.pi * (np.arange(SPOKES) + 0.5) / SPOKES
    way = np.stack([np.cos(middle), np.sin(middle) / squash], axis=1)
    steps: Array = way / (way**2).sum(axis=1)[:, None]
    return steps


def polygon(area: Area) -> shapely.Geometry:
    """Return an area's rings, filled by the even-odd rule, as one shape."""
    if len(area.rings) == 1:
        return shapely.polygons(area.rings[0])
    shapes = [mended(shapely.polygons(ring)) for ring in area.rings]
    whole: shapely.Geometry = reduce(shapely.symmetric_difference, shapes)
    return whole


def rings_of(shape: shapely.Geometry) -> tuple[Array, ...]:
    """Return the rings of a shape's polygons, holes too, as (n, 2) arrays."""
    if shape.is_empty:
        return ()
    parts = [p for p in shapely.get_parts(shape) if p.geom_type == "Polygon"]
    return tuple(shapely.get_coordinates(r)[:-1] for p in parts for r in (p.exterior, *p.interiors))
