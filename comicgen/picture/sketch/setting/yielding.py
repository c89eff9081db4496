"""A set and what people bring to it into the set without the furniture that this would cut through."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import shapely

from ....staging.sets.solids import Set, Solid, Thing
from ..marks import Array
from .subject import LOW as LYING
from .subject import Subject

LOW, WIDE = 1.25, 1.9
"""Metres: furniture no higher and no wider than this gives way to what is brought."""
RAISED = 0.3
"""Metres above the ground: what begins here stands on something."""
TOPS, BOARD, BROAD = (0.62, 0.95), 0.1, 0.7
"""Metres: how high and how thick a table's top is, and how wide at the least."""
SMALL = 0.7
"""Metres: what is smaller lies about: a toy on a bed."""
ROUND, TAKEN = 0.15, 0.3
"""Metres from a table's edge that its chairs stand, and that those sit who use it."""


def footprint(things: Iterable[Thing]) -> shapely.Geometry:
    """Return the ground that solids stand over."""
    corners = [t.corners[:, [0, 2]] for t in things if isinstance(t, Solid)]
    return shapely.MultiPoint(np.concatenate(corners)).convex_hull if corners else shapely.Point()


def given_way(place: Set, brought: Sequence[Sequence[Thing]], kept: Array) -> Set:
    """Return the set without the furniture that what is brought would cut through, and without what stands on that.

    What somebody sits on stays: ``kept`` are (n, 3) hips. A table gives way to another table, never to a chair.
    """
    taken = shapely.union_all([footprint(things) for things in brought])
    if taken.is_empty:
        return place
    groups: dict[int, list[Solid]] = {}
    for solid in place.solids:
        groups.setdefault(solid.group, []).append(solid)
    seated = [spot for x, _, z in kept.tolist() if not taken.contains(spot := shapely.Point(x, z))]
    prints = {k: footprint(solids) for k, solids in groups.items() if _movable(solids)}
    tables = shapely.union_all([footprint(things) for things in brought if _is_table(things)])
    if not tables.is_empty:
        only = _only_table(groups, prints, seated)
        taken, tables = taken.union(only), tables.union(only)
    lost = {k: p for k, p in prints.items() if p.intersects(tables if _is_table(groups[k]) else taken)}
    gone = {k: p for k, p in lost.items() if not any(p.contains(s) for s in seated)}
    cleared = shapely.union_all(list(gone.values()))
    for k, p in prints.items():
        if min(float(s.corners[:, 1].min()) for s in groups[k]) > RAISED and cleared.contains(p.centroid):
            gone[k] = p
    return replace(place, solids=tuple(s for s in place.solids if s.group not in gone))


def lain_on(place: Set, subjects: Sequence[Subject]) -> Set:
    """Return the set without the small things in which somebody who lies there would lie."""
    limbs = [limb for s in subjects if s.height <= LYING for limb in s.bones]
    if not limbs:
        return place
    ends, reach = np.array([(a, b) for a, b, _ in limbs]), np.array([r for _, _, r in limbs])
    points = np.concatenate([ends[:, 0], ends.mean(axis=1), ends[:, 1]])
    groups: dict[int, list[Array]] = {}
    for solid in place.solids:
        groups.setdefault(solid.group, []).append(solid.corners)
    gone = set()
    for k, parts in groups.items():
        if np.ptp(np.concatenate(parts), axis=0).max() < SMALL:
            boxes = [(p.min(axis=0), p.max(axis=0)) for p in parts]
            gaps = [np.linalg.norm(points - np.clip(points, low, high), axis=1) for low, high in boxes]
            if (np.min(gaps, axis=0) < np.tile(reach, 3)).any():
                gone.add(k)
    return replace(place, solids=tuple(s for s in place.solids if s.group not in gone))


def _only_table(
    groups: Mapping[int, Sequence[Thing]], prints: Mapping[int, shapely.Geometry], seated: Sequence[shapely.Point]
) -> shapely.Geometry:
    """Return the ground of a set's only table and its chairs, if nobody uses it: what is brought is that table."""
    tables = [p for k, p in prints.items() if _is_table(groups[k])]
    if len(tables) != 1 or any(tables[0].distance(s) < TAKEN for s in seated):
        return shapely.Point()
    return tables[0].buffer(ROUND)


def _is_table(things: Sequence[Thing]) -> bool:
    boards = [t.corners for t in things if isinstance(t, Solid)]
    sizes = [(c.max(axis=0) - c.min(axis=0), float(c[:, 1].max())) for c in boards]
    return any(s[1] < BOARD and max(s[0], s[2]) > BROAD and TOPS[0] < top < TOPS[1] for s, top in sizes)


def _movable(solids: Sequence[Solid]) -> bool:
    corners = np.concatenate([s.corners for s in solids])
    size = corners.max(axis=0) - corners.min(axis=0)
    return bool(corners[:, 1].max() < LOW and max(size[0], size[2]) < WIDE)
