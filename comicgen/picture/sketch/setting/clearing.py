"""A place and those a picture is about into what must be left out of it: what would hide them or fill the lens.

A thing goes whole: with the parts of its group, with what stands on it, and with its shadow.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from ....staging.sets.solids import Growth, Set, Solid
from ..marks import Array
from .hand import Hand
from .mesh import Mesh, mesh_of, screen_boxes, solid_hull
from .stands import Stand, stand_of
from .subject import Subject

TOO_NEAR = 1.0
"""Metres: a thing nearer to the lens than this is left out."""
RAISED = 0.3
"""Metres: what starts higher stands on something."""
LARGE = 4.2
"""Metres: what is longer is part of the place and is never left out for more than a face."""
SLENDER, UPRIGHT = 0.5, 1.2
"""Metres: a thing this thin and this high is a post, which cuts a body in two."""
GRAZE = 0.12
"""Metres: a body nearer to a solid than this is inside it."""
SEAT = 0.6
"""Metres: a thing this near to one who sits is the seat."""
DESK = 1.0
"""Metres: what is lower and near one who sits stays even at the lens: it is what they sit at."""
NEARLY = 0.96
"""Share of the way from the eye to a body that must be free."""


@lru_cache(maxsize=64)
def without(place: Set, solids: frozenset[int], growths: frozenset[int]) -> Set:
    """Return the place without some solids and growths, by number: for its shadows."""
    return replace(
        place,
        solids=tuple(s for i, s in enumerate(place.solids) if i not in solids),
        growths=tuple(g for k, g in enumerate(place.growths) if k not in growths),
    )


def in_the_way(place: Set, hand: Hand, subjects: Sequence[Subject]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the solids and the growths (by number) that would hide a subject's head or fill the lens."""
    heads = heads_of(hand, subjects)
    plants = set()
    for k, g in enumerate(place.growths):
        stand = stand_of(hand, g)
        if stand is not None and any(
            stand.depth < d - 0.3 and _overlap(_growth_box(stand, g), box) for box, d in heads
        ):
            plants.add(k)
    solids, own = frozenset[int](), frozenset[int]()
    if place.solids:
        solids = _solids_in_the_way(mesh_of(place), hand, heads, _desks(mesh_of(place), subjects))
        before = _before_bodies(mesh_of(place), hand, subjects)
        own = frozenset(i for i in before if any(_sits_at(s, place.solids[i]) for s in subjects))
        solids |= before - own
    groups = {place.solids[i].group for i in solids} | {place.growths[k].group for k in plants}
    whole = {i for i, s in enumerate(place.solids) if s.group in groups and _small(s)} | solids
    whole |= _left_floating(mesh_of(place), whole)
    groups |= {place.solids[i].group for i in whole}
    more = {k for k, g in enumerate(place.growths) if g.group in groups}
    return frozenset(whole | own), frozenset(plants | more)


def _left_floating(mesh: Mesh, gone: set[int]) -> set[int]:
    """Return the solids that stand on what is left out, or on what did."""
    if not gone:
        return set()
    low, high = np.minimum.reduceat(mesh.corners, mesh.starts), np.maximum.reduceat(mesh.corners, mesh.starts)
    raised = np.flatnonzero((low[:, 1] > RAISED) & ((high - low).max(axis=1) < LARGE))
    under = sorted(gone)
    middle, foot = (low + high)[raised, None] / 2, low[raised, None]
    inside = (middle > low[under]) & (middle < high[under])
    on = (foot[..., 1] > high[under, 1] - 0.06) & (foot[..., 1] < high[under, 1] + 0.5)
    floats = (inside[..., 0] & inside[..., 2] & on).any(axis=1)
    return {int(i) for i in raised[floats]} - gone


def _solids_in_the_way(
    mesh: Mesh, hand: Hand, heads: list[tuple[list[float], float]], desks: frozenset[int]
) -> frozenset[int]:
    """Return the solids before a head, and those at the lens that are nobody's desk."""
    boxes = screen_boxes(mesh, hand)
    view = hand.camera.view(mesh.corners)[:, 2]
    far, near = np.maximum.reduceat(view, mesh.starts), np.minimum.reduceat(view, mesh.starts)
    hidden = set()
    for i, solid in enumerate(mesh.solids):
        if far[i] < 0.1 or not _small(solid):
            continue
        at_lens = i not in desks and near[i] < TOO_NEAR and far[i] < 3 * TOO_NEAR and _fills(boxes[i].tolist(), hand)
        if at_lens or any(far[i] < d and _overlap(boxes[i].tolist(), box) for box, d in heads):
            hidden.add(i)
    return frozenset(hidden)


def _desks(mesh: Mesh, subjects: Sequence[Subject]) -> frozenset[int]:
    """Return the low solids that somebody sits at."""
    low, high = np.minimum.reduceat(mesh.corners, mesh.starts), np.maximum.reduceat(mesh.corners, mesh.starts)
    found: set[int] = set()
    for s in subjects:
        if not s.inside:
            here = np.array((s.at[0], 0.0, s.at[2]))
            gap = np.linalg.norm((here - np.clip(here, low, high)) * (1.0, 0.0, 1.0), axis=1)
            found |= set(np.flatnonzero((gap < SEAT) & (high[:, 1] < s.at[1] + DESK)).tolist())
    return frozenset(found)


def _before_bodies(mesh: Mesh, hand: Hand, subjects: Sequence[Subject]) -> frozenset[int]:
    """Return the solids before somebody's face or chest, the posts before any part, and what somebody stands in."""
    low, high = np.minimum.reduceat(mesh.corners, mesh.starts), np.maximum.reduceat(mesh.corners, mesh.starts)
    size = high - low
    posts = (size[:, (0, 2)].max(axis=1) < SLENDER) & (size[:, 1] > UPRIGHT)
    every, eye = np.ones(len(posts), dtype=bool), np.array(hand.camera.eye)
    found: set[int] = set()
    for s in subjects:
        for point, kinds in [*((p, every) for p in s.bust), *((p, posts) for p in s.body)]:
            end = eye + NEARLY * (np.array(point) - eye)
            near = np.flatnonzero(kinds & _boxes_crossed(eye, end, low, high))
            found |= {int(i) for i in near if _crosses(mesh.solids[i], eye, end)}
        for point in s.inside:
            spot = np.array(point)
            near = np.flatnonzero(((spot > low - GRAZE) & (spot < high + GRAZE)).all(axis=1))
            found |= {int(i) for i in near if _holds(mesh.solids[i], spot)}
    return frozenset(found)


def _boxes_crossed(eye: Array, end: Array, low: Array, high: Array) -> Array:
    """Tell which of (n, 3) boxes the way from the eye to its end runs through (slab method)."""
    with np.errstate(divide="ignore", invalid="ignore"):
        a, b = (low - eye) / (end - eye), (high - eye) / (end - eye)
    enter, leave = np.fmin(a, b).max(axis=1), np.fmax(a, b).min(axis=1)
    hit: Array = (enter <= leave) & (enter < 1.0) & (leave > 0.0)
    return hit


def _crosses(solid: Solid, start: Array, end: Array) -> bool:
    """Tell whether a line of sight runs through a convex solid (clipped by its planes, Cyrus and Beck 1978)."""
    _, normals, offsets = solid_hull(solid)
    over, under = normals @ start - offsets, normals @ end - offsets
    step = over - under
    if ((over > 0) & (under > 0)).any():
        return False
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.where(np.abs(step) > 1e-9, over / step, 0.0)
    return float(np.max(np.where(over > 0, t, 0.0))) < float(np.min(np.where(under > 0, t, 1.0)))


def _sits_at(subject: Subject, solid: Solid) -> bool:
    """Tell whether a solid is part of what somebody sits on: only its back may go, not the seat."""
    x, _, z = solid.corners.mean(axis=0).tolist()
    return not subject.inside and float(np.hypot(x - subject.at[0], z - subject.at[2])) < SEAT


def _holds(solid: Solid, spot: Array) -> bool:
    _, normals, offsets = solid_hull(solid)
    return bool((normals @ spot - offsets < GRAZE).all())


def _fills(box: list[float], hand: Hand) -> bool:
    """Tell whether something at the lens takes too much of the frame: its middle, or a third of all."""
    w = min(box[2], hand.width) - max(box[0], 0.0)
    h = min(box[3], 100.0) - max(box[1], 0.0)
    share = max(w, 0.0) * max(h, 0.0) / (100.0 * hand.width)
    return share > 0.34 or (share > 0.06 and box[1] < 55)


def _small(solid: Solid) -> bool:
    """Tell whether a solid may be left out of one picture: not walls, rails or hulls."""
    return bool(np.ptp(solid.corners, axis=0).max() < LARGE)


def _growth_box(stand: Stand, g: Growth) -> list[float]:
    corners = np.array([stand.at(x, y) for x in (-g.width / 2, g.width / 2) for y in (0, g.height)])
    return [*corners.min(axis=0).tolist(), *corners.max(axis=0).tolist()]


def heads_of(hand: Hand, subjects: Sequence[Subject]) -> list[tuple[list[float], float]]:
    """Return the box on the frame and the depth of each head."""
    return [_head_box(hand, s) for s in subjects if hand.depth(np.array(s.at)) > 0.3]


def _head_box(hand: Hand, s: Subject) -> tuple[list[float], float]:
    top = np.array((s.at[0], s.at[1] + s.height * 0.9, s.at[2]))
    depth = max(hand.depth(top), 0.2)
    x, y = hand.project(top).tolist()
    r = 0.2 * hand.scale(depth)
    return [x - r, y - r, x + r, y + r], depth


def _overlap(a: list[float], b: list[float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
