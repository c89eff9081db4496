"""Two sayings' candidates into the cost of every pair: overlap, reading order, tails across balloons, linked beats."""

from typing import Any

import numpy as np

from ..geometry import bounds
from .candidates import HARD, SAMPLES, TAIL, Candidates
from .room import Room, Saying

Array = np.ndarray[Any, np.dtype[np.float32]]
"""Single: matrices of every pair of places are most of the search's work, and a cost needs no more digits."""

CROSSED, AIMS_CROSSED = 7.0, 3.0
"""Cost of tails that cross, and of tails that would if they went on to the mouths."""
BEYOND = (1 / TAIL - SAMPLES[0]) / (SAMPLES[-1] - SAMPLES[0])
"""From a tail's first sample to the mouth, over its first sample to its last."""
LINK_REACH = 4.5
"""Two beats are joined over at most this many type sizes."""
PARTED = 1.8
"""Cost of two beats of one speaker that stand apart: less than that of type one step smaller."""
JOINS = 3.0
"""Type sizes between two bodies' boxes within which they are sure to be joined."""
LINKED = ("speech", "whisper", "off")


def linked(first: Saying, second: Saying) -> bool:
    """Tell whether two sayings in a row are two beats of one speaker, drawn as a double balloon."""
    alike = (first.kind, first.speaker, first.off) == (second.kind, second.speaker, second.off)
    return alike and first.kind in LINKED and bool(first.speaker)


def pair_cost(room: Room, first: Candidates, second: Candidates, adjacent: bool) -> Array:
    """Return (k1, k2) costs; ``first`` is read before ``second``."""
    one = tuple(v.astype(np.float32)[:, None] for v in (first.x, first.y, first.a, first.b))
    two = tuple(v.astype(np.float32)[None, :] for v in (second.x, second.y, second.a, second.b))
    (ax, ay, aa, ab), (bx, by, ba, bb) = one, two
    dx, dy = np.abs(ax - bx), np.abs(ay - by)
    cost: Array = np.float32(2 * HARD) * _overlap(room, first, second, dx, dy)
    cost += np.float32(HARD) * ~_ordered(room, (ax, ay, aa, ab), (bx, by, ba, bb))
    cost += _corner_order(room, (ax, ay, aa, ab), (bx, by, ba, bb))
    across = _tails_across(first, second, cost.shape)
    if adjacent and linked(first.saying, second.saying):
        apart = np.maximum(np.maximum(dx - aa - ba, dy - ab - bb), 0.0)
        across *= apart > np.float32(JOINS * room.type_size)  # of joined balloons one alone has a tail
        cost += np.float32(PARTED) * np.minimum(1.0, apart / np.float32(4 * room.type_size))
    return cost + across


def _overlap(room: Room, first: Candidates, second: Candidates, dx: Array, dy: Array) -> Any:
    """Tell which bodies come nearer than the gap. Two ovals reach like one of exponent 3, squarer ones 6."""
    gap = np.float32(room.gap)
    aa, ab = (v.astype(np.float32)[:, None] for v in (first.a, first.b))
    ba, bb = (v.astype(np.float32)[None, :] for v in (second.a, second.b))
    boxes = first.saying.look.box, second.saying.look.box
    if all(boxes):
        return (dx < aa + ba + gap) & (dy < ab + bb + gap)
    if any(boxes):
        flat, round_ = ((aa, ab), (ba, bb)) if boxes[0] else ((ba, bb), (aa, ab))
        px = np.maximum(dx - (flat[0] + gap), 0) * (1 / round_[0])
        py = np.maximum(dy - (flat[1] + gap), 0) * (1 / round_[1])
        px, py = px * px, py * py
        return px * px + py * py < 1
    px, py = dx / (aa + ba + gap), dy / (ab + bb + gap)
    px, py = px * px * px, py * py * py
    square = (first.power > 3)[:, None] | (second.power > 3)[None, :]
    if not square.any():
        return px + py < 1
    return np.where(square, px * px + py * py < 1, px + py < 1)


Sides = tuple[Array, Array, Array, Array]


def _ordered(room: Room, one: Sides, two: Sides) -> Any:
    """Tell which pairs read one way only: the second beside the first in its tier, or clearly below it."""
    (ax, ay, aa, ab), (bx, by, ba, bb) = one, two
    low, drop = np.minimum(ab, bb), by - ay
    shared = np.minimum(ay + ab, by + bb) - np.maximum(ay - ab, by - bb)
    slack = np.float32(0.36) * np.minimum(aa, ba)
    after = bx + ba <= ax - aa + slack if room.rtl else bx - ba >= ax + aa - slack
    after &= drop > np.float32(-0.5) * (ab + bb)  # else a level cut would part them the other way round
    beside = shared >= np.float32(0.4) * low
    after &= (drop > 0) | (shared >= np.float32(1.2) * low)
    return np.where(beside, after, drop > np.float32(0.12) * low)


def _corner_order(room: Room, one: Sides, two: Sides) -> Array:
    """Grade pairs whose second balloon is nearer to the reading corner than the first (after Magi's text order)."""
    box = bounds(room.polygon)
    x0 = box.right if room.rtl else box.x
    far = [np.hypot(np.maximum(np.abs(x - x0) - a, 0), np.maximum(y - b - box.y, 0)) for x, y, a, b in (one, two)]
    wrong: Array = np.float32(9.0) * (far[0] > far[1] - 0.8)
    return wrong


def _tails_across(first: Candidates, second: Candidates, shape: tuple[int, ...]) -> Array:
    """Return what it costs that tails lie across bodies or each other, (k1, k2)."""
    cost = np.zeros(shape, np.float32)
    one, two = first.tails, second.tails
    if one is not None:
        cost += np.float32(9.0) * _hits(one, second)
    if two is not None:
        cost += np.float32(9.0) * _hits(two, first).T
    if one is not None and two is not None:
        mine, theirs = _lines(one), _lines(two)
        root, tip = mine @ _points(two[:, 0]).T, mine @ _points(two[:, -1]).T
        back, far = _points(one[:, 0]) @ theirs.T, _points(one[:, -1]) @ theirs.T
        cost += np.float32(CROSSED) * ((root * tip < 0) & (back * far < 0))
        aim, other = mine @ _points(_aim(two)).T, _points(_aim(one)) @ theirs.T
        cost += np.float32(AIMS_CROSSED) * ((root * aim < 0) & (back * other < 0))
    return cost


def _hits(tails: Any, bodies: Candidates) -> Any:
    """Tell (tails, bodies) which tail's samples come near which body: its half axes grown by 0.7 mm."""
    hit = np.zeros((len(tails), len(bodies.x)), bool)
    wide, high = (1 / (half.astype(np.float32) + np.float32(0.7)) for half in (bodies.a, bodies.b))
    x, y = bodies.x.astype(np.float32), bodies.y.astype(np.float32)
    if bodies.saying.look.box:
        for q in range(tails.shape[1]):
            px = np.abs(tails[:, q, 0, None].astype(np.float32) - x) * wide
            py = np.abs(tails[:, q, 1, None].astype(np.float32) - y) * high
            hit |= (px < 1) & (py < 1)
        return hit
    # |(p - c) / r|^2 as a product of two matrices: what depends on the sample, and what on the body
    middle = np.array((x.mean(), y.mean()), np.float32)
    x, y = x - middle[0], y - middle[1]
    body = np.stack([wide**2, -2 * x * wide**2, high**2, -2 * y * high**2, (x * wide) ** 2 + (y * high) ** 2])
    for q in range(tails.shape[1]):
        px, py = (tails[:, q].astype(np.float32) - middle).T
        hit |= np.stack([px * px, px, py * py, py, np.ones_like(px)], axis=1) @ body < np.float32(1.12)
    return hit


def _aim(tails: Any) -> Any:
    """Return the mouths that tails point at."""
    return tails[:, 0] + (tails[:, -1] - tails[:, 0]) * BEYOND


def _lines(tails: Any) -> Any:
    """Return tails' straight lines as (n, 3): times a point (x, y, 1), the sign tells the side where it lies."""
    (px, py), (qx, qy) = tails[:, 0].T, tails[:, -1].T
    return np.stack([py - qy, qx - px, (qy - py) * px - (qx - px) * py], axis=1).astype(np.float32)


def _points(points: Any) -> Any:
    return np.concatenate([points, np.ones((len(points), 1))], axis=1).astype(np.float32)
