"""Two bones and a target into joints: rotations and the inverse solution of a limb."""

import math

import numpy as np

from ..camera import Array, Vec3
from .proportions import Proportions

BENT = 0.52
"""A limb folds until its bones enclose this many radians."""
STRETCH = 0.998
"""Share of its length that a straight limb keeps."""
CLEAR = 0.10
"""Heads that a wrist keeps off the trunk."""
_LEVELS = (0.0, 0.34, 0.7, 0.95, 1.05)
_HALF = (0.50, 0.43, 0.57, 0.60, 0.40)
_DEEP = (0.30, 0.27, 0.34, 0.25, 0.20)
_STOUT = (0.30, 0.75, 0.24, 0.08, 0.16)
"""A trunk's half width and depth in heads from hips to shoulders, and what a stout one has more."""


def euler(angles: Vec3) -> Array:
    """Return the rotation matrix of pitch, turn and roll in degrees: roll first, turn last."""
    p, t, r = (math.radians(a) for a in angles)
    (sx, sy, sz), (cx, cy, cz) = map(math.sin, (p, t, r)), map(math.cos, (p, t, r))
    turned: Array = np.array(
        (
            (cy * cz + sy * sx * sz, sy * sx * cz - cy * sz, sy * cx),
            (cx * sz, cx * cz, -sx),
            (cy * sx * sz - sy * cz, sy * sz + cy * sx * cz, cy * cx),
        )
    )
    return turned


def solve_limb(start: Array, target: Array, lengths: tuple[float, float], pole: Array) -> tuple[Array, Array]:
    """Return the middle joint and the end of two bones that reach for ``target``, bent towards ``pole``."""
    a, b = lengths
    way = target - start
    far = long(way)
    way = way / far if far > 1e-9 else np.array((0.0, -1.0, 0.0))
    near = math.sqrt(a * a + b * b - 2 * a * b * math.cos(BENT))
    far = min(max(far, near), STRETCH * (a + b))
    cosine = (a * a + far * far - b * b) / (2 * a * far)
    side = pole - (pole @ way) * way
    length = long(side)
    side = side / length if length > 1e-6 else any_side(way)
    joint = start + way * (a * cosine) + side * (a * math.sqrt(max(0.0, 1 - cosine * cosine)))
    return joint, start + way * far


def any_side(way: Array) -> Array:
    """Return some unit vector square to a unit vector."""
    side = square(way, np.array((0.0, 0.0, 1.0)) if abs(way[2]) < 0.9 else np.array((1.0, 0.0, 0.0)))
    return side / long(side)


def square(a: Array, b: Array) -> Array:
    """Return the cross product of two vectors."""
    (ax, ay, az), (bx, by, bz) = a.tolist(), b.tolist()
    return np.array((ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx))


def long(way: Array) -> float:
    """Return the length of a vector."""
    return math.sqrt(way @ way)


def bent_at_most(axis: Array, way: Array, degrees: float) -> Array:
    """Return ``way``, turned towards ``axis`` until it is within so many degrees of it."""
    cosine = float(axis @ way)
    if math.degrees(math.acos(min(max(cosine, -1.0), 1.0))) <= degrees:
        return way
    side = way - axis * cosine
    length = long(side)
    side = side / length if length > 1e-6 else any_side(axis)
    limit = math.radians(degrees)
    bent: Array = axis * math.cos(limit) + side * math.sin(limit)
    return bent


def pushed_out(wrist: Array, build: Proportions) -> Array:
    """Return a wrist, in the chest's axes from the shoulder line, moved out of the trunk where it is inside."""
    t = 1 + wrist[1] / build.trunk
    girth = 1 + build.fat * float(np.interp(t, _LEVELS, _STOUT))
    wide = build.wide * build.unit * girth
    half = float(np.interp(t, _LEVELS, _HALF)) * wide + CLEAR * build.unit
    deep = float(np.interp(t, _LEVELS, _DEEP)) * wide * (girth if build.fat else 1.0) ** 0.4 + CLEAR * build.unit
    inside = math.hypot(wrist[0] / half, wrist[2] / deep)
    if inside >= 1 or not -0.15 < t < 1.05:
        return wrist
    cleared: Array = wrist / np.array((max(inside, 0.3), 1.0, max(inside, 0.3)))
    return cleared


def rest(turn: Array, radii: Vec3) -> float:
    """Return how far the middle of a body part is over the ground it rests on; radii along left, up and front."""
    return float(np.abs(turn[1]) @ np.array(radii))
