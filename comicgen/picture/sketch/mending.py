"""Shapes that cross themselves into areas: an overlay of areas mixed with lines and points may fail."""

from typing import Any

import numpy as np
import shapely


def mended(shape: Any) -> Any:
    """Return a shape made valid. A buffer of 0 does not always: it can leave crossings and drop lobes."""
    if shapely.is_valid(shape):
        return shape
    quick = shapely.make_valid(shape, method="structure", keep_collapsed=False)
    return quick if shapely.is_valid(quick) else areas(shapely.make_valid(shape))


def all_mended(shapes: Any) -> Any:
    """Return an array (n,) of shapes, those that cross themselves made valid."""
    torn = np.flatnonzero(~shapely.is_valid(shapes))
    if len(torn):
        shapes[torn] = [mended(shape) for shape in shapes[torn]]
    return shapes


def areas(shape: Any) -> Any:
    """Return a shape without its lines and points."""
    if isinstance(shape, (shapely.Polygon, shapely.MultiPolygon)):
        return shape
    parts = shapely.get_parts(shapely.get_parts(shape))
    return shapely.multipolygons(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON])
