"""Lofts into what they cover on the frame.

The outline of a loft is the union of the convex hulls of each two neighbouring projected rings. That
is exact for the hull solid between them at any angle, seen end-on too.
"""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
import shapely

from ...staging.camera import NEAR, Camera
from .loft import FRAME, POINTS, ROUND, Links, Loft
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
    rings = [k.rings(fineness(float(k.half.max()) * scale)) if isinstance(k, Loft) else k for k in pieces]
    view = camera.view(np.concatenate([r.reshape(-1, 3) for r in rings]))
    behind = view[:, 2].min() < NEAR  # then as little as can be is left out
    frame = FRAME * camera.lens(view)
    starts = list(accumulate((r.shape[0] * r.shape[1] for r in rings[:-1]), initial=0))
    links = []
    for k, r, start in zip(pieces, rings, starts, strict=True):
        rows, count = r.shape[:2]
        known = isinstance(k, Loft) and k.links
        if not behind and not known and rows > 3:
            links.append(
                _links(rows, count, known=_bulging(frame[start : start + rows * count].reshape(rows, count, 2)))
            )
        else:
            links.append(_links(rows, count, k.ends if isinstance(k, Loft) else NO_ENDS, () if behind else known or ()))
    points = np.concatenate([spots + start for (spots, _), start in zip(links, starts, strict=True)])
    sizes = np.concatenate([size for _, size in links])
    hulls = _hulls(frame[points], view[points, 2], sizes, camera.aspect, margin)
    keep = shapely.get_type_id(hulls) == POLYGON
    counts = iter([len(size) for _, size in links])
    found, at = [], 0
    for solid in solids:
        end = at + sum(next(counts) for _ in solid)
        parts = hulls[at:end][keep[at:end]]
        found.append(shapely.union_all(parts) if len(parts) > 1 else parts[0] if len(parts) else shapely.Polygon())
        at = end
    return found


def _bulging(frame: Array) -> Links:
    """Return the convex pieces of rings (m, n, 2) on the frame: no ring lies inside of its neighbours' chord."""
    centre = frame.sum(axis=1) / frame.shape[1]
    hop = np.sqrt(((centre[1:] - centre[:-1]) ** 2).sum(axis=1)) + 1e-9
    share = (hop[:-1] / (hop[:-1] + hop[1:]))[:, None, None]
    out = frame[1:-1] - centre[1:-1, None]
    chord = frame[:-2] * (1 - share) + frame[2:] * share - frame[1:-1]
    off = ((chord * out).sum(axis=2) / (np.sqrt((out * out).sum(axis=2)) + 1e-9)).max(axis=1)
    off[::2] -= HOLLOW  # of two neighbours one, so that what is left out does not add up
    cuts = (np.flatnonzero(off > EVEN) + 1).tolist()
    return tuple(pairwise((0, *cuts, len(frame) - 1)))


EVEN, HOLLOW = 0.003, 0.04
"""Frame units that a ring may lie inside of its neighbours' chord: any, and every other one."""


def _hulls(frame: Array, depth: Array, sizes: Any, aspect: float, margin: float) -> Any:
    """Return the convex hull of each of so many points on the frame; None for those off it and behind the camera."""
    starts = np.cumsum(sizes) - sizes
    low, high = np.minimum.reduceat(frame, starts), np.maximum.reduceat(frame, starts)
    shown = np.minimum.reduceat(depth, starts) >= NEAR
    shown &= ((low < (FRAME * aspect + margin, FRAME + margin)) & (high > -margin)).all(axis=1)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    seen = shown[owner]
    lines: Any = np.full(len(sizes), None)
    return shapely.convex_hull(shapely.linestrings(frame[seen], indices=owner[seen], out=lines))


NO_ENDS = (False, False)
POLYGON = 3
"""What shapely calls a polygon."""


def convex(rings: Array, links: Links, step: int = 1) -> list[Array]:
    """Return rings (m, n, 3) as a solid of convex pieces; every ``step``-th point of a ring is used."""
    return [rings[a : b + 1, ::step].reshape(1, -1, 3) for a, b in links]


THIN, SLIM, STOUT = 0.6, 2.2, 3.6
"""Radii in frame units under which 8, 12 and 16 points of a ring are enough."""


def fineness(radius: float) -> int:
    """Return how many points a ring of so many frame units needs."""
    return 8 if radius < THIN else 12 if radius < SLIM else 16 if radius < STOUT else POINTS


@lru_cache(maxsize=512)
def _links(rows: int, count: int, ends: tuple[bool, bool] = NO_ENDS, known: Links = ()) -> tuple[Any, Any]:
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
