"""Two sayings' candidates into the cost of every pair: overlap, reading order, tails across balloons, linked beats."""

from typing import Any

import numpy as np

from ..geometry import bounds
from .candidates import HARD, Candidates
from .room import Room, Saying

Array = np.ndarray[Any, np.dtype[np.float64]]

LINKED = ("speech", "whisper", "off")


def linked(first: Saying, second: Saying) -> bool:
    """Tell whether two sayings in a row are two beats of one speaker, drawn as a double balloon."""
    alike = (first.kind, first.speaker, first.off) == (second.kind, second.speaker, second.off)
    return alike and first.kind in LINKED and bool(first.speaker)


def pair_cost(room: Room, first: Candidates, second: Candidates, adjacent: bool) -> Array:
    """Return (k1, k2) costs; ``first`` is read before ``second``."""
    ax, ay, aa, ab = (v[:, None] for v in (first.x, first.y, first.a, first.b))
    bx, by, ba, bb = (v[None, :] for v in (second.x, second.y, second.a, second.b))
    dx, dy = np.abs(ax - bx), np.abs(ay - by)
    cost: Array = np.where(_overlap(room, first, second, dx, dy), 2 * HARD, 0.0)
    cost += np.where(_ordered(room, (ax, ay, aa, ab), (bx, by, ba, bb)), 0.0, HARD)
    cost += _corner_order(room, (ax, ay, aa, ab), (bx, by, ba, bb))
    cost += _tails_across(first, second)
    if adjacent and linked(first.saying, second.saying):
        apart = np.maximum(np.maximum(dx - aa - ba, dy - ab - bb), 0.0)
        cost += 0.7 * np.minimum(1.0, apart / (4 * room.type_size))
    return cost


def _overlap(room: Room, first: Candidates, second: Candidates, dx: Array, dy: Array) -> Any:
    """Tell which bodies come nearer than the gap. Two ovals reach like one of exponent 3, squarer ones 6."""
    gap = room.gap
    wide = first.a[:, None] + second.a[None, :] + gap
    high = first.b[:, None] + second.b[None, :] + gap
    boxes = first.saying.look.box, second.saying.look.box
    if all(boxes):
        return (dx < wide) & (dy < high)
    if any(boxes):
        flat, round_ = (first, second) if boxes[0] else (second, first)
        turn = (slice(None), None) if boxes[0] else (None, slice(None))
        other = (None, slice(None)) if boxes[0] else (slice(None), None)
        px = np.maximum(dx - flat.a[turn] - gap, 0) / round_.a[other]
        py = np.maximum(dy - flat.b[turn] - gap, 0) / round_.b[other]
        return px**4 + py**4 < 1
    px, py = (dx / wide) ** 3, (dy / high) ** 3
    square = (first.power > 3)[:, None] | (second.power > 3)[None, :]
    return np.where(square, px * px + py * py < 1, px + py < 1)


Sides = tuple[Array, Array, Array, Array]


def _ordered(room: Room, one: Sides, two: Sides) -> Any:
    """Tell which pairs read one way only: the second beside the first in its tier, or clearly below it."""
    (ax, ay, aa, ab), (bx, by, ba, bb) = one, two
    low = np.minimum(ab, bb)
    shared = (np.minimum(ay + ab, by + bb) - np.maximum(ay - ab, by - bb)) / (2 * low)
    slack = 0.36 * np.minimum(aa, ba)
    after = bx + ba <= ax - aa + slack if room.rtl else bx - ba >= ax + aa - slack
    below = by > ay + 0.12 * low
    after &= by + 0.5 * bb > ay - 0.5 * ab  # else a level cut would part them the other way round
    return np.where(shared >= 0.6, after, np.where(shared >= 0.2, after & (by > ay), below))


def _corner_order(room: Room, one: Sides, two: Sides) -> Array:
    """Grade pairs whose second balloon is nearer to the reading corner than the first (after Magi's text order)."""
    box = bounds(room.polygon)
    x0 = box.right if room.rtl else box.x
    far = [np.hypot(np.maximum(np.abs(x - x0) - a, 0), np.maximum(y - b - box.y, 0)) for x, y, a, b in (one, two)]
    return np.where(far[0] > far[1] - 0.8, 5.5, 0.0)


def _tails_across(first: Candidates, second: Candidates) -> Array:
    cost = np.zeros((len(first.x), len(second.x)))
    if first.tails is not None:
        cost += np.where(_hits(first.tails, second), 9.0, 0.0)
    if second.tails is not None:
        cost += np.where(_hits(second.tails, first).T, 9.0, 0.0)
    if first.tails is not None and second.tails is not None:
        cost += np.where(_cross(first.tails, second.tails), 7.0, 0.0)
    return cost


def _hits(tails: Array, bodies: Candidates) -> Any:
    """Tell (tails, bodies) which tail's samples come near which body."""
    hit = np.zeros((len(tails), len(bodies.x)), bool)
    for q in range(tails.shape[1]):
        px = (tails[:, q, 0, None] - bodies.x[None]) / (bodies.a[None] + 0.7)
        py = (tails[:, q, 1, None] - bodies.y[None]) / (bodies.b[None] + 0.7)
        hit |= (px * px < 1) & (py * py < 1) if bodies.saying.look.box else px * px + py * py < 1.12
    return hit


def _cross(one: Array, two: Array) -> Any:
    """Tell which straight tails cross each other."""
    p, q = one[:, None, 0], one[:, None, -1]
    r, s = two[None, :, 0], two[None, :, -1]
    return (_side(p, q, r) * _side(p, q, s) < 0) & (_side(r, s, p) * _side(r, s, q) < 0)


def _side(p: Array, q: Array, r: Array) -> Array:
    side: Array = (q[..., 0] - p[..., 0]) * (r[..., 1] - p[..., 1]) - (q[..., 1] - p[..., 1]) * (r[..., 0] - p[..., 0])
    return side
