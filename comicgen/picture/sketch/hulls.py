"""Lofts into what they cover on the frame.

The outline of a loft is the union of the convex hulls of each two neighbouring projected rings. That
is exact for the hull solid between them at any angle, seen end-on too.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from ...staging.camera import NEAR, Camera
from .loft import FRAME, ROUND, Loft
from .marks import Array


def outline(rings: Array | Loft | Iterable[Array | Loft], camera: Camera, stride: int = 1) -> Any:
    """Return what one loft, or several joined, cover on the frame: a shapely polygon in frame units, may be empty."""
    return outlines([[rings] if isinstance(rings, (np.ndarray, Loft)) else list(rings)], camera, stride)[0]


def outlines(solids: Sequence[Sequence[Array | Loft]], camera: Camera, stride: int = 1) -> list[Any]:
    """Return what each of many solids covers on the frame; a solid is one loft, or several joined.

    Every ``stride``-th point of a loft's rings is used. What reaches behind the camera is left out.
    """
    lofts = [k for solid in solids for k in solid]
    if not lofts:
        return [shapely.Polygon()] * len(solids)
    rings = [k.rings(stride) if isinstance(k, Loft) else k for k in lofts]
    links = [
        _links(r.shape[0], r.shape[1], *(k.ends if isinstance(k, Loft) else (False, False)))
        for k, r in zip(lofts, rings, strict=True)
    ]
    view = camera.view(np.concatenate([r.reshape(-1, 3) for r in rings]))
    starts = np.cumsum([0, *(len(r) * r.shape[1] for r in rings)])
    points = np.concatenate([link[0] + start for link, start in zip(links, starts[:-1], strict=True)])
    sizes = np.concatenate([link[1] for link in links])
    first = np.cumsum(sizes) - sizes
    front = np.minimum.reduceat(view[points, 2], first) >= NEAR
    flat = FRAME * camera.lens(view)
    parts = shapely.convex_hull(shapely.linestrings(flat[points], indices=np.repeat(np.arange(len(sizes)), sizes)))
    keep = front & (shapely.get_type_id(parts) == POLYGON)
    counts = iter([len(link[1]) for link in links])
    found, at = [], 0
    for solid in solids:
        end = at + sum(next(counts) for _ in solid)
        hulls = parts[at:end][keep[at:end]]
        found.append(shapely.union_all(hulls) if len(hulls) > 1 else hulls[0] if len(hulls) else shapely.Polygon())
        at = end
    return found


POLYGON = 3
"""What shapely calls a polygon."""


@lru_cache(maxsize=256)
def _links(rows: int, count: int, first: bool, last: bool) -> tuple[Any, Any]:
    """Return which points of ``rows`` rings the convex links of a loft are made of, and how many each has.

    A link joins two neighbouring rings; a dome with the ring that it closes is one.
    """
    low, high = (len(ROUND) * end for end in (first, last))
    starts = np.arange(low, rows - high - 1)
    sizes = np.full(len(starts), 2)
    if first:
        starts, sizes = np.concatenate([[0], starts]), np.concatenate([[low + 1], sizes])
    if last:
        starts, sizes = np.concatenate([starts, [rows - high - 1]]), np.concatenate([sizes, [high + 1]])
    points = np.concatenate([np.arange(a * count, (a + n) * count) for a, n in zip(starts, sizes, strict=True)])
    return points, sizes * count


def hull(points: Any, camera: Camera) -> Any:
    """Return the shapely polygon round world points (n, 3) on the frame; empty where one is behind the camera."""
    view = camera.view(np.asarray(points, dtype=float).reshape(-1, 3))
    if (view[:, 2] < NEAR).any():
        return shapely.Polygon()
    shape = shapely.convex_hull(shapely.linestrings(FRAME * camera.lens(view)))
    return shape if shape.geom_type == "Polygon" else shapely.Polygon()
