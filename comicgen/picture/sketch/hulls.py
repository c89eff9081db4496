"""Lofts into what they cover on the frame.

The outline of a loft is the union of the convex hulls of each two neighbouring projected rings. That
is exact for the hull solid between them at any angle, seen end-on too.
"""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any

import numpy as np
import shapely

from ...staging.camera import NEAR, Camera
from .loft import FRAME, ROUND, Links, Loft
from .marks import Array


def outline(rings: Array | Loft | Iterable[Array | Loft], camera: Camera) -> Any:
    """Return what one loft, or several joined, cover on the frame: a shapely polygon in frame units, may be empty."""
    return outlines([[rings] if isinstance(rings, (np.ndarray, Loft)) else list(rings)], camera)[0]


def outlines(
    solids: Sequence[Sequence[Array | Loft]], camera: Camera, scale: float = 1e9, margin: float = math.inf
) -> list[Any]:
    """Return what each of many solids covers on the frame; a solid is one loft or rings (m, n, 3), or several joined.

    ``scale`` are the frame units in a metre there: rings of thin lofts have fewer points. What reaches behind the
    camera is left out, and what lies more than a ``margin`` off the frame, in frame units.
    """
    pieces = [k for solid in solids for k in solid]
    if not pieces:
        return [shapely.Polygon()] * len(solids)
    rings = [k.rings(stride(float(k.half.max()) * scale)) if isinstance(k, Loft) else k for k in pieces]
    view = camera.view(np.concatenate([r.reshape(-1, 3) for r in rings]))
    behind = view[:, 2].min() < NEAR  # then as little as can be is left out
    links = [
        _links(r.shape[0], r.shape[1], k.ends, () if behind else k.links)
        if isinstance(k, Loft)
        else _links(r.shape[0], r.shape[1])
        for k, r in zip(pieces, rings, strict=True)
    ]
    starts = accumulate((r.shape[0] * r.shape[1] for r in rings[:-1]), initial=0)
    points = np.concatenate([spots + start for (spots, _), start in zip(links, starts, strict=True)])
    sizes = np.concatenate([size for _, size in links])
    hulls = _hulls(view[points], sizes, camera, margin)
    keep = shapely.get_type_id(hulls) == POLYGON
    counts = iter([len(size) for _, size in links])
    found, at = [], 0
    for solid in solids:
        end = at + sum(next(counts) for _ in solid)
        parts = hulls[at:end][keep[at:end]]
        found.append(shapely.union_all(parts) if len(parts) > 1 else parts[0] if len(parts) else shapely.Polygon())
        at = end
    return found


def _hulls(view: Array, sizes: Any, camera: Camera, margin: float) -> Any:
    """Return the convex hull of each of so many points, as the camera sees them; None off the frame and behind it."""
    starts, frame = np.cumsum(sizes) - sizes, FRAME * camera.lens(view)
    low, high = np.minimum.reduceat(frame, starts), np.maximum.reduceat(frame, starts)
    shown = np.minimum.reduceat(view[:, 2], starts) >= NEAR
    shown &= ((low < (FRAME * camera.aspect + margin, FRAME + margin)) & (high > -margin)).all(axis=1)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    seen = shown[owner]
    lines: Any = np.full(len(sizes), None)
    return shapely.convex_hull(shapely.linestrings(frame[seen], indices=owner[seen], out=lines))


POLYGON = 3
"""What shapely calls a polygon."""


def convex(rings: Array, links: Links, step: int = 1) -> list[Array]:
    """Return rings (m, n, 3) as a solid of convex pieces; every ``step``-th point of a ring is used."""
    return [rings[a : b + 1, ::step].reshape(1, -1, 3) for a, b in links]


THIN, SLIM = 0.6, 2.2
"""Radii in frame units under which every third and every second point of a ring is enough."""


def stride(radius: float) -> int:
    """Return how many points of a ring of so many frame units may be one."""
    return 3 if radius < THIN else 2 if radius < SLIM else 1


@lru_cache(maxsize=512)
def _links(rows: int, count: int, ends: tuple[bool, bool] = (False, False), known: Links = ()) -> tuple[Any, Any]:
    """Return which points of ``rows`` rings each convex piece of a loft is made of, and how many they are.

    A dome belongs to the piece that it closes: to the ring at its foot, or to a ``known`` piece.
    """
    low, high = (len(ROUND) * end for end in ends)
    last = rows - low - high - 1
    pieces = [(a + low, b + low) for a, b in known or ((k, k + 1) for k in range(last))] or [(0, 0)]
    if known:
        pieces[0], pieces[-1] = (0, pieces[0][1]), (pieces[-1][0], rows - 1) if len(pieces) > 1 else (0, rows - 1)
    else:
        pieces += [(0, low)] * ends[0] + [(rows - 1 - high, rows - 1)] * ends[1]
    points = np.concatenate([np.arange(a * count, (b + 1) * count) for a, b in pieces])
    return points, np.array([(b + 1 - a) * count for a, b in pieces])


def hull(points: Any, camera: Camera) -> Any:
    """Return the shapely polygon round world points (n, 3) on the frame; empty where one is behind the camera."""
    view = camera.view(np.asarray(points, dtype=float).reshape(-1, 3))
    if (view[:, 2] < NEAR).any():
        return shapely.Polygon()
    shape = shapely.convex_hull(shapely.linestrings(FRAME * camera.lens(view)))
    return shape if shape.geom_type == "Polygon" else shapely.Polygon()
