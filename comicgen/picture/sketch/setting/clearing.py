"""A place and those a picture is about into what must be left out of it: what would hide them or fill the lens.

A thing goes whole: with the parts of its group, with what stands on it, and with its shadow.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ....staging.sets.solids import Set, Solid
from ..marks import Array
from ..order import Box
from .hand import Hand
from .mesh import Mesh, mesh_of, sight_of
from .stands import stands_of
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


def in_the_way(place: Set, hand: Hand, subjects: Sequence[Subject]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the solids and the growths (by number) that would hide a subject's head or fill the lens."""
    heads = heads_of(hand, subjects)
    plants = {
        k
        for k, (stand, g) in enumerate(zip(stands_of(hand, place.growths), place.growths, strict=True))
        if stand and any(stand.depth < d - 0.3 and _overlap(stand.box(g.width / 2, g.height), b) for b, d in heads)
    }
    whole, own = set[int](), set[int]()
    if place.solids:
        mesh = mesh_of(place.solids)
        before = _before_bodies(mesh, hand, subjects)
        own = {i for i in before if any(_sits_at(s, place.solids[i]) for s in subjects)}
        whole = _solids_in_the_way(mesh, hand, heads, _desks(mesh, subjects)) | before - own
        groups = {place.solids[i].group for i in whole} | {place.growths[k].group for k in plants}
        small = _small(mesh)
        whole |= {i for i, s in enumerate(place.solids) if s.group in groups and small[i]}
        whole |= _left_floating(mesh, whole)
    groups = {place.solids[i].group for i in whole} | {place.growths[k].group for k in plants}
    more = {k for k, g in enumerate(place.growths) if g.group in groups}
    return frozenset(whole | own), frozenset(plants | more)


def _left_floating(mesh: Mesh, gone: set[int]) -> set[int]:
    """Return the solids that stand on what is left out, or on what did."""
    if not gone:
        return set()
    low, high = mesh.low, mesh.high
    raised = np.flatnonzero((low[:, 1] > RAISED) & ((high - low).max(axis=1) < LARGE))
    under = sorted(gone)
    middle, foot = (low + high)[raised, None] / 2, low[raised, None]
    inside = (middle > low[under]) & (middle < high[under])
    on = (foot[..., 1] > high[under, 1] - 0.06) & (foot[..., 1] < high[under, 1] + 0.5)
    floats = (inside[..., 0] & inside[..., 2] & on).any(axis=1)
    return {int(i) for i in raised[floats]} - gone


def _solids_in_the_way(mesh: Mesh, hand: Hand, heads: list[tuple[Box, float]], desks: frozenset[int]) -> set[int]:
    """Return the solids before a head, and those at the lens that are nobody's desk."""
    sight = sight_of(mesh, hand)
    boxes, near, far = sight.boxes, sight.near, sight.far
    hidden = (near < TOO_NEAR) & (far < 3 * TOO_NEAR)
    for i in np.flatnonzero(hidden).tolist():
        hidden[i] = i not in desks and _fills(boxes[i].tolist(), hand)
    for (x0, y0, x1, y1), depth in heads:
        over = (boxes[:, :2] < (x1, y1)).all(axis=1) & (boxes[:, 2:] > (x0, y0)).all(axis=1)
        hidden |= (far < depth) & over
    return set(np.flatnonzero(hidden & (far >= 0.1) & _small(mesh)).tolist())


def _desks(mesh: Mesh, subjects: Sequence[Subject]) -> frozenset[int]:
    """Return the low solids that somebody sits at."""
    low, high = mesh.low, mesh.high
    found: set[int] = set()
    for s in subjects:
        if not s.inside:
            here = np.array((s.at[0], s.at[2]))
            gap = here - np.clip(here, low[:, ::2], high[:, ::2])
            near = np.einsum("nc,nc->n", gap, gap) < SEAT**2
            found |= set(np.flatnonzero(near & (high[:, 1] < s.at[1] + DESK)).tolist())
    return frozenset(found)


def _before_bodies(mesh: Mesh, hand: Hand, subjects: Sequence[Subject]) -> set[int]:
    """Return the solids before somebody's face or chest, the posts before any part, and what somebody stands in."""
    size = mesh.high - mesh.low
    posts = (size[:, (0, 2)].max(axis=1) < SLENDER) & (size[:, 1] > UPRIGHT)
    eye, bust = np.array(hand.camera.eye), sum(len(s.bust) for s in subjects)
    seen = np.array([p for name in ("bust", "body") for s in subjects for p in getattr(s, name)]).reshape(-1, 3)
    ends = eye + NEARLY * (seen - eye)
    hit = _boxes_crossed(eye, ends, mesh)
    hit[bust:] &= posts
    found = {i for k, i in np.argwhere(hit).tolist() if _crosses(mesh.hull(i), eye, ends[k])}
    spots = np.array([p for s in subjects for p in s.inside]).reshape(-1, 1, 3)
    near = ((spots > mesh.low - GRAZE) & (spots < mesh.high + GRAZE)).all(axis=2)
    return found | {i for k, i in np.argwhere(near).tolist() if _holds(mesh.hull(i), spots[k, 0])}


def _boxes_crossed(eye: Array, ends: Array, mesh: Mesh) -> Any:
    """Tell (k, n) which boxes of solids the ways from the eye to (k, 3) ends run through (slab method)."""
    way = (ends - eye)[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        a, b = (mesh.low - eye) / way, (mesh.high - eye) / way
    enter, leave = np.fmin(a, b).max(axis=2), np.fmax(a, b).min(axis=2)
    return (enter <= leave) & (enter < 1.0) & (leave > 0.0)


def _crosses(hull: tuple[Array, Array, Array], start: Array, end: Array) -> bool:
    """Tell whether a line of sight runs through a convex solid (clipped by its planes, Cyrus and Beck 1978)."""
    _, normals, offsets = hull
    enter, leave = 0.0, 1.0
    for over, under in zip((normals @ start - offsets).tolist(), (normals @ end - offsets).tolist(), strict=True):
        if over > 0 and under > 0:
            return False
        t = over / (over - under) if abs(over - under) > 1e-9 else 0.0
        enter, leave = max(enter, t if over > 0 else 0.0), min(leave, t if under > 0 else 1.0)
    return enter < leave


def _sits_at(subject: Subject, solid: Solid) -> bool:
    """Tell whether a solid is part of what somebody sits on: only its back may go, not the seat."""
    x, _, z = solid.corners.mean(axis=0).tolist()
    return not subject.inside and float(np.hypot(x - subject.at[0], z - subject.at[2])) < SEAT


def _holds(hull: tuple[Array, Array, Array], spot: Array) -> bool:
    _, normals, offsets = hull
    return bool((normals @ spot - offsets < GRAZE).all())


def _fills(box: list[float], hand: Hand) -> bool:
    """Tell whether something at the lens takes too much of the frame: its middle, or a third of all."""
    w = min(box[2], hand.width) - max(box[0], 0.0)
    h = min(box[3], 100.0) - max(box[1], 0.0)
    share = max(w, 0.0) * max(h, 0.0) / (100.0 * hand.width)
    return share > 0.34 or (share > 0.06 and box[1] < 55)


def _small(mesh: Mesh) -> Any:
    """Tell which solids may be left out of one picture: not walls, rails or hulls."""
    return (mesh.high - mesh.low).max(axis=1) < LARGE


def heads_of(hand: Hand, subjects: Sequence[Subject]) -> list[tuple[Box, float]]:
    """Return the box on the frame and the depth of each head."""
    return [_head_box(hand, s) for s in subjects if hand.depth(np.array(s.at)) > 0.3]


def _head_box(hand: Hand, s: Subject) -> tuple[Box, float]:
    top = np.array((s.at[0], s.at[1] + s.height * 0.9, s.at[2]))
    depth = max(hand.depth(top), 0.2)
    x, y = hand.project(top).tolist()
    r = 0.2 * hand.scale(depth)
    return (x - r, y - r, x + r, y + r), depth


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
