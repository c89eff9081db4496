"""A balloon and its speaker's mouth into a tail: a centre line that crosses nobody, and the flesh on it."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..geometry import Point, Rect
from .candidates import TAIL
from .room import Head, Room, Spot, half_planes

Array = np.ndarray[Any, np.dtype[np.float64]]

SHORTEST = 1.4
"""Millimetres from balloon to mouth under which a tail is left out: they touch."""
BENDS = (0.1, -0.1, 0.18, -0.18, 0.0)
"""How far the tip lies beside the straight way to the mouth, over that way's length, best liked first."""
BOWS = (0.26, -0.26, 0.42, -0.42)
"""Sideways bow over the tail's length, to get round something."""
SWINGS = (0.0, 0.35, -0.35, 0.75, -0.75, 1.2, -1.2)
"""Radians by which the root moves round the body to get clear."""
SHARES = (TAIL, 0.505)
ASIDE = 0.3
"""The tip lies beside the straight way by at most this share of the head's breadth at the mouth."""
OVER_OWN = 4.0
"""Dislike of a tail that lies on its own speaker's head for the head's whole height."""
A_LITTLE = 0.12
"""Share of a head's height that a tail may cover before other ways round are looked for."""
APART = 1.8
"""Millimetres between two tails' centre lines under which their flesh touches."""
PARTED = 40.0
"""Dislike of a tail whose straight way misses the speaker's head: more than of one across another balloon."""


@dataclass(frozen=True, slots=True)
class Tail:
    """Points of the centre line from root to tip, (n, 2), and the index of the head it points at."""

    line: Array
    head: int = -1

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple((float(x), float(y)) for x, y in self.line)


def edge(spot: Spot, angle: float, grow: float = 1.0) -> Array:
    """Return the point of a spot's body in the direction ``angle`` from its centre."""
    ux, uy = math.cos(angle), math.sin(angle)
    power = spot.exponent
    a, b = spot.a * grow, spot.b * grow
    if spot.saying.look.box:
        far = min(a / max(abs(ux), 1e-9), b / max(abs(uy), 1e-9))
    else:
        far = ((abs(ux) / a) ** power + (abs(uy) / b) ** power) ** (-1 / power)
    return np.array((spot.x + ux * far, spot.y + uy * far))


def route(room: Room, spot: Spot, others: list[Spot], crossed: list[Tail]) -> tuple[Tail | None, float]:
    """Find the tail that crosses the least, and what it crosses: 0 is clear. None where none is wanted."""
    saying = spot.saying
    if saying.silent:
        return None, 0.0
    if saying.head < 0 or saying.off:
        return _best(room, spot, _stems(room, spot), others, crossed)
    mouth = np.array(room.heads[saying.head].mouth)
    straight = math.atan2(mouth[1] - spot.y, mouth[0] - spot.x)
    root = edge(spot, straight)
    if math.dist(mouth, (spot.x, spot.y)) - math.dist(root, (spot.x, spot.y)) < SHORTEST:
        return None, 0.0
    if _within(root, room.heads[saying.head].box.inset(0.8)) and not _inside(room, mouth):
        return None, 0.0  # it lies on the face that fills the frame, whose mouth is not seen
    aim = _Aim(spot, room.heads[saying.head], straight)
    near = _best(room, spot, aim.ways(SWINGS[:1], SHARES, bows=False), others, crossed)
    if near[1] == 0 and near[0] and own_share(near[0].line[None], aim.head.box)[0] < A_LITTLE:
        return near  # every other way is liked less
    return _best(room, spot, aim.ways(SWINGS, SHARES, bows=True), others, crossed)


def _best(
    room: Room, spot: Spot, ways: tuple[Array, Array], others: list[Spot], crossed: list[Tail]
) -> tuple[Tail | None, float]:
    disliked, lines = ways
    if not len(lines):
        return None, 0.0
    crossing = _crossings(room, spot, lines, others, crossed)
    best = int(np.argmin(crossing + disliked))
    return Tail(lines[best], spot.saying.head), float(crossing[best])


@dataclass(frozen=True, slots=True)
class _Aim:
    """A balloon, its speaker's head, and the direction from the one's middle to the other's mouth."""

    spot: Spot
    head: Head
    straight: float

    def ways(self, swings: tuple[float, ...], shares: tuple[float, ...], *, bows: bool) -> tuple[Array, Array]:
        """Return dislikes (n,) and centre lines (n, points, 2) from the body towards the mouth.

        A bent tail leaves the straight way and turns so that its tip points at the mouth; a bowed one
        keeps its tip on that way.
        """
        mouth = np.array(self.head.mouth)
        lean = 1.0 if mouth[0] < self.spot.x else -1.0
        at = np.array([edge(self.spot, self.straight + swing) for swing in swings])
        kinds = [*((b, 0.0) for b in BENDS), *((0.0, b) for b in BOWS if bows)]
        share, swing, kind = (
            g.ravel() for g in np.meshgrid(range(len(shares)), range(len(swings)), range(len(kinds)), indexing="ij")
        )
        bend, bow = lean * np.array(kinds)[kind].T
        roots = at[swing]
        way = mouth - roots
        side = np.stack([-way[:, 1], way[:, 0]], axis=1)
        limit = ASIDE * min(self.head.box.w, self.head.box.h) * TAIL / np.maximum(np.hypot(*way.T), 1e-9)
        tips = roots + way * np.array(shares)[share][:, None] + side * np.clip(bend, -limit, limit)[:, None]
        lines = np.where((bow == 0)[:, None, None], aimed(roots, tips, mouth), curves(roots, tips, bow))
        disliked = 0.4 * share + 0.7 * swing + 0.1 * kind
        disliked += OVER_OWN * own_share(lines, self.head.box) + PARTED * ~_hits(roots, tips, self.head.box)
        return disliked, lines


def own_share(lines: Array, box: Rect) -> Array:
    """Return the length (n,) of each line that lies on the oval of a head, over the head's height."""
    middles = (lines[:, 1:] + lines[:, :-1]) / 2
    lengths = np.hypot(*np.moveaxis(lines[:, 1:] - lines[:, :-1], -1, 0))
    away = (middles - np.array(box.centre)) / np.array((box.w / 2, box.h / 2))
    share: Array = (lengths * ((away * away).sum(-1) < 1)).sum(axis=1) / max(box.h, 1e-6)
    return share


def _hits(roots: Array, tips: Array, box: Rect) -> Any:
    """Tell which straight lines from a root on through its tip meet a box (by its slabs)."""
    along = tips - roots
    along = np.where(np.abs(along) < 1e-9, 1e-9, along)
    near, far = (np.array((box.x, box.y)) - roots) / along, (np.array((box.right, box.bottom)) - roots) / along
    enter, leave = np.minimum(near, far).max(axis=1), np.maximum(near, far).min(axis=1)
    return (enter <= leave) & (leave > 0)


def aimed(roots: Array, tips: Array, mouth: Array, count: int = 12) -> Array:
    """Return (n, count, 2) points of arcs from roots to tips that come in straight towards the mouth."""
    heading = mouth - tips
    heading /= np.maximum(np.hypot(*heading.T), 1e-9)[:, None]
    control = tips - heading * 0.55 * np.hypot(*(tips - roots).T)[:, None]
    return _bezier(roots, control, tips, count)


def curves(roots: Array, tips: Array, bends: Array, count: int = 12) -> Array:
    """Return (n, count, 2) points of arcs from roots to tips that bow sideways by ``bends`` of their length."""
    along = tips - roots
    sideways = np.stack([-along[:, 1], along[:, 0]], axis=1)
    return _bezier(roots, (roots + tips) / 2 + sideways * bends[:, None], tips, count)


def _bezier(roots: Array, control: Array, tips: Array, count: int) -> Array:
    t = np.linspace(0, 1, count)[:, None]
    lines: Array = (1 - t) ** 2 * roots[:, None] + 2 * t * (1 - t) * control[:, None] + t**2 * tips[:, None]
    return lines


def _crossings(room: Room, spot: Spot, lines: Array, others: list[Spot], crossed: list[Tail]) -> Array:
    """Count what each centre line crosses: 30 a balloon or a face, 10 a tail or the frame; 5 a tail it touches."""
    fine = _halved(lines)
    low, high = fine.min(axis=(0, 1)), fine.max(axis=(0, 1))
    total = np.zeros(len(lines))
    for other in others:
        middle, reach = np.array((other.x, other.y)), np.array(other.reach) + 0.6
        if (low < middle + reach).all() and (high > middle - reach).all():
            offset = np.abs(fine - middle) / reach
            total += 30.0 * ((offset**other.exponent).sum(-1) < 1).any(-1)
    for k, head in enumerate(room.heads):
        if k != spot.saying.head:
            total += 30.0 * _within(fine, head.box.inset(-0.5)).any(-1)
    for tail in crossed:
        if (low < tail.line.max(axis=0) + APART).all() and (high > tail.line.min(axis=0) - APART).all():
            total += 10.0 * _meet(lines, tail.line)
            if tail.head != spot.saying.head:  # those of one speaker draw together
                gaps = fine[:, :, None] - _halved(tail.line[None])[0]
                total += 5.0 * ((gaps * gaps).sum(-1) < APART**2).any((-1, -2))
    planes = np.array(half_planes(room.polygon))
    total += 10.0 * ((fine @ planes[:, :2].T) > planes[:, 2]).any(-1).any(-1)
    return total


def _halved(lines: Array) -> Array:
    """Return the points (n, 2k - 1, 2) of lines (n, k, 2) with those half-way between them."""
    return np.concatenate([lines, (lines[:, 1:] + lines[:, :-1]) / 2], axis=1)


def _inside(room: Room, point: Array) -> bool:
    planes = np.array(half_planes(room.polygon))
    return bool((planes[:, :2] @ point <= planes[:, 2]).all())


def _within(points: Array, box: Rect) -> Any:
    x, y = points[..., 0], points[..., 1]
    return (x > box.x) & (x < box.right) & (y > box.y) & (y < box.bottom)


def _meet(lines: Array, other: Array) -> Any:
    """Tell which polylines cross another one."""
    p, r = lines[:, :-1, None], (lines[:, 1:] - lines[:, :-1])[:, :, None]
    q, s = other[None, None, :-1], (other[1:] - other[:-1])[None, None]
    cross = r[..., 0] * s[..., 1] - r[..., 1] * s[..., 0]
    safe = np.where(np.abs(cross) < 1e-12, 1e-12, cross)
    d = q - p
    t = (d[..., 0] * s[..., 1] - d[..., 1] * s[..., 0]) / safe
    u = (d[..., 0] * r[..., 1] - d[..., 1] * r[..., 0]) / safe
    return ((t >= 0) & (t <= 1) & (u >= 0) & (u <= 1)).any((-1, -2))


def _stems(room: Room, spot: Spot) -> tuple[Array, Array]:
    """Return ways to the panel's sides, a little downwards, the nearer side first: the speaker is beyond it."""
    xs = [p[0] for p in room.polygon]
    left = spot.x - min(xs) < max(xs) - spot.x
    disliked, roots, tips = [], [], []
    for s, outwards in enumerate((left, not left)):
        for q, down in enumerate((0.3, 0.05, 0.6, -0.25, 0.95, -0.6)):
            angle = math.pi - down if outwards else down
            root, way = edge(spot, angle), np.array((math.cos(angle), math.sin(angle)))
            far = _to_side(room, root, way)
            if far > 0.3:
                disliked.append(4.0 * s + 0.3 * q)
                roots.append(root)
                tips.append(root + way * far * 0.999)
    if not roots:
        return np.zeros(0), np.zeros((0, 12, 2))
    return np.array(disliked), curves(np.array(roots), np.array(tips), np.full(len(roots), 0.06))


def _to_side(room: Room, root: Array, way: Array) -> float:
    reach = []
    for nx, ny, d in half_planes(room.polygon):
        towards = nx * way[0] + ny * way[1]
        if towards > 1e-6:
            reach.append((d - nx * root[0] - ny * root[1]) / towards)
    return float(min(reach))
