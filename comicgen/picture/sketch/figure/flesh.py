"""A skeleton into the solids of its body: trunk, neck, limbs and feet as lofts in the world."""

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from ....staging.figure import Frame, Proportions, Skeleton
from ..loft import Loft, across, profile, ring, unit
from ..marks import Array
from ..tubes import convex_links, tube

# Bones: (t, half width, depth, forward offset) in heads.
THIGH = (
    (0, 0.33, 0.35, 0),
    (0.15, 0.335, 0.36, 0.01),
    (0.4, 0.285, 0.31, 0.02),
    (0.7, 0.225, 0.25, 0.01),
    (1, 0.185, 0.205, 0.01),
)
SHIN = (
    *((0, 0.18, 0.20, 0), (0.12, 0.18, 0.195, -0.02), (0.32, 0.20, 0.215, -0.055)),
    *((0.55, 0.165, 0.175, -0.04), (0.8, 0.115, 0.125, -0.01), (1, 0.11, 0.125, 0)),
)
UPPER_ARM = (
    *((0, 0.165, 0.19, 0), (0.18, 0.195, 0.21, 0), (0.35, 0.175, 0.195, 0)),
    *((0.6, 0.155, 0.175, 0.01), (0.85, 0.135, 0.14, 0), (1, 0.13, 0.13, 0)),
)
FOREARM = (
    *((0, 0.13, 0.13, 0), (0.12, 0.15, 0.14, 0), (0.28, 0.155, 0.145, 0)),
    *((0.55, 0.13, 0.12, 0), (0.85, 0.098, 0.088, 0), (1, 0.092, 0.08, 0)),
)
CHIBI_THIGH = ((0, 0.33, 0.35, 0), (1, 0.24, 0.26, 0))
CHIBI_SHIN = ((0, 0.24, 0.26, 0), (1, 0.17, 0.19, 0))
# Trunk: (t, half width, front, back) in heads; t 0 at the hips, 1 at the shoulder line.
MAN = (
    *((-0.20, 0.16, 0.14, 0.16), (-0.12, 0.36, 0.25, 0.32), (0, 0.49, 0.30, 0.38), (0.12, 0.485, 0.30, 0.34)),
    *((0.32, 0.435, 0.28, 0.25), (0.5, 0.49, 0.31, 0.29), (0.68, 0.59, 0.37, 0.34), (0.82, 0.65, 0.37, 0.34)),
    *((0.90, 0.68, 0.32, 0.32), (0.96, 0.66, 0.26, 0.29), (1.0, 0.57, 0.22, 0.27), (1.04, 0.44, 0.19, 0.25)),
    *((1.09, 0.32, 0.18, 0.22), (1.15, 0.24, 0.19, 0.20)),
)
WOMAN = (
    *((-0.20, 0.16, 0.14, 0.16), (-0.12, 0.39, 0.26, 0.33), (0, 0.55, 0.31, 0.41), (0.12, 0.53, 0.30, 0.35)),
    *((0.34, 0.365, 0.245, 0.21), (0.52, 0.42, 0.28, 0.25), (0.68, 0.475, 0.33, 0.28), (0.82, 0.52, 0.32, 0.28)),
    *((0.90, 0.535, 0.27, 0.26), (0.96, 0.51, 0.21, 0.235), (1.0, 0.43, 0.18, 0.21), (1.04, 0.325, 0.165, 0.20)),
    *((1.09, 0.225, 0.15, 0.18), (1.15, 0.17, 0.15, 0.16)),
)
CHILD = (
    *((-0.20, 0.16, 0.14, 0.16), (-0.12, 0.38, 0.28, 0.32), (0, 0.50, 0.34, 0.39), (0.15, 0.50, 0.37, 0.33)),
    *((0.34, 0.47, 0.36, 0.26), (0.5, 0.47, 0.34, 0.27), (0.68, 0.49, 0.32, 0.28), (0.82, 0.52, 0.30, 0.29)),
    *((0.90, 0.53, 0.26, 0.28), (0.96, 0.50, 0.21, 0.25), (1.0, 0.43, 0.19, 0.235), (1.04, 0.34, 0.18, 0.22)),
    *((1.09, 0.26, 0.17, 0.19), (1.15, 0.20, 0.17, 0.18)),
)
STOUT = (
    *((-0.20, 1.2, 1.3, 1.2), (-0.12, 1.25, 1.4, 1.2), (0, 1.30, 1.60, 1.22), (0.15, 1.48, 2.10, 1.25)),
    *((0.34, 1.75, 2.45, 1.5), (0.5, 1.52, 2.0, 1.45), (0.68, 1.24, 1.42, 1.28), (0.82, 1.10, 1.20, 1.20)),
    *((0.90, 1.06, 1.16, 1.18), (0.97, 1.06, 1.2, 1.22), (1.04, 1.16, 1.35, 1.35), (1.15, 1.3, 1.4, 1.4)),
)
"""What a stout trunk's radii are multiplied by."""
BRAWNY = (
    *((-0.20, 1, 1, 1), (0.1, 1.0, 1.0, 1.05), (0.34, 1.06, 1.05, 1.10), (0.5, 1.12, 1.10, 1.12)),
    *((0.68, 1.17, 1.20, 1.14), (0.82, 1.18, 1.22, 1.18), (0.96, 1.12, 1.2, 1.24), (1.04, 1.24, 1.2, 1.28)),
    (1.15, 1.25, 1.2, 1.25),
)
"""What a strong one's are multiplied by."""
ROWS = 26
TRUNK_POWER = 2.3
# Foot along z (heads): (z, half width, height over the sole).
FOOT = (
    *((-0.25, 0.08, 0.13), (-0.22, 0.115, 0.20), (-0.12, 0.135, 0.27), (0.0, 0.14, 0.30), (0.14, 0.145, 0.265)),
    *((0.30, 0.155, 0.205), (0.46, 0.17, 0.17), (0.60, 0.155, 0.14), (0.69, 0.115, 0.115), (0.74, 0.06, 0.085)),
)
FOOT_ROWS = np.array(FOOT).T
BALL, TOES = 0.46, 6
"""Where the toes bend: in foot lengths from the ankle, and the row."""
FOOT_LINKS = (
    *convex_links(FOOT_ROWS[0, : TOES + 1], FOOT_ROWS[1:, : TOES + 1]),
    *((a + TOES, b + TOES) for a, b in convex_links(FOOT_ROWS[0, TOES:], FOOT_ROWS[1:, TOES:])),
)
"""The convex pieces of a foot."""


@dataclass(frozen=True, eq=False)
class Flesh:
    """The solids of one posed body, unclothed, made when they are asked for: clothes hide most. Arms and legs are
    pairs: left, right."""

    bones: Skeleton
    torso: Loft | None = None
    """A trunk that is no body's: a robot's."""

    @property
    def unit(self) -> float:
        return self.bones.unit

    @cached_property
    def trunk(self) -> Loft:
        return self.torso or trunk(self.bones)

    @cached_property
    def bust(self) -> tuple[Array, ...]:
        return bust(self.bones)

    @property
    def thighs(self) -> tuple[Loft, Loft]:
        return self._legs[0][0], self._legs[1][0]

    @property
    def shins(self) -> tuple[Loft, Loft]:
        return self._legs[0][1], self._legs[1][1]

    @property
    def upper_arms(self) -> tuple[Loft, Loft]:
        return self._arms[0][0], self._arms[1][0]

    @property
    def forearms(self) -> tuple[Loft, Loft]:
        return self._arms[0][1], self._arms[1][1]

    @cached_property
    def _legs(self) -> tuple[tuple[Loft, Loft], tuple[Loft, Loft]]:
        return _leg(self.bones, 0), _leg(self.bones, 1)

    @cached_property
    def _arms(self) -> tuple[tuple[Loft, Loft], tuple[Loft, Loft]]:
        return _arm(self.bones, 0), _arm(self.bones, 1)


def trunk(bones: Skeleton) -> Loft:
    """Return the loft from the crotch to the nape along a spine that bends between pelvis and chest."""
    build = bones.build
    t = np.linspace(-0.20, 1.15, ROWS)
    half, before, behind = (_radii(build) * bones.unit).T
    centre, left, _up, facing = spine(bones, t)
    return Loft(t, centre, left, facing, half, before, behind, TRUNK_POWER)


@lru_cache(maxsize=64)
def _radii(build: Proportions) -> Array:
    """Return half width, front and back (ROWS, 3) of a trunk in heads."""
    t = np.linspace(-0.20, 1.15, ROWS)
    man, woman, child, stout, brawny = (profile(table, t)[:, 1:] for table in (MAN, WOMAN, CHILD, STOUT, BRAWNY))
    grown = man + (woman - man) * build.curve
    radii: Array = (grown + (child - grown) * build.young) * build.wide
    radii = radii * (1 + (stout - 1) * build.fat) * (1 + (brawny - 1) * build.muscle * (1 - 0.25 * build.curve))
    return radii


def spine(bones: Skeleton, t: Array) -> tuple[Array, Array, Array, Array]:
    """Return centres and unit axes (left, up, front), (n, 3) each, at places along the trunk."""
    pelvis, chest, length = bones.pelvis, bones.chest, bones.build.trunk
    low, high = np.array(pelvis.origin), np.array(chest.origin)
    middle = low + np.array(pelvis.up) * 0.45 * length
    u = np.clip(t, 0, 1)[:, None]
    centre = (1 - u) ** 2 * low + 2 * u * (1 - u) * middle + u * u * high
    centre = centre + np.array(pelvis.up) * np.minimum(t, 0)[:, None] * length
    centre = centre + np.array(chest.up) * np.maximum(t - 1, 0)[:, None] * length
    k = np.clip((t - 0.1) / 0.75, 0, 1)[:, None]
    k = k * k * (3 - 2 * k)
    up = unit((1 - k) * np.array(pelvis.up) + k * np.array(chest.up))
    left, front = across(up, (1 - k) * np.array(pelvis.facing) + k * np.array(chest.facing))
    return centre, left, up, front


def bust(bones: Skeleton) -> tuple[Array, ...]:
    """Return the rings of a woman's bust, two caps to be joined to the trunk; none for others."""
    build, h = bones.build, bones.unit * bones.build.wide
    if build.curve < 1:
        return ()
    h *= 1 + 0.30 * build.fat
    centre, left, up, front = (v[0] for v in spine(bones, np.array((0.665,))))
    caps = []
    for sign in (1, -1):
        middle = centre + (left * sign * 0.205 + front * 0.225) * h
        turn = np.linspace(-0.3, 1.5, 8)
        tile = np.ones((8, 1))
        radius = 0.172 * h * np.cos(turn)
        axis = unit(front + left * sign * 0.25 - up * 0.12)
        side, rise = across(axis, up)
        caps.append(
            ring(
                middle + axis * (0.150 * h * np.sin(turn))[:, None], side * tile, rise * tile, (radius, radius, radius)
            )
        )
    return tuple(caps)


def _leg(bones: Skeleton, i: int) -> tuple[Loft, Loft]:
    side = ("left", "right")[i]
    build, h = bones.build, bones.unit
    hip, knee, ankle = (bones[f"{side} {j}"] for j in ("hip", "knee", "ankle"))
    facing = knee_front(bones, i)
    thigh, shin = (CHIBI_THIGH, CHIBI_SHIN) if build.chibi else (THIGH, SHIN)
    upper = tube(hip, knee, facing, thigh, scale=h * build.limb)
    lower = tube(knee, ankle, facing, shin, scale=h * build.limb)
    return upper.closed(True, True), lower.closed(True, True)


def knee_front(bones: Skeleton, i: int) -> Array:
    """Return where a leg's front looks: the way the knee bends, and the foot where it is straight."""
    side = ("left", "right")[i]
    hip, knee, ankle = (bones[f"{side} {j}"] for j in ("hip", "knee", "ankle"))
    length = float(np.linalg.norm(ankle - hip))
    ahead = unit(np.array(bones.feet[i].facing) + np.array(bones.pelvis.facing))
    facing: Array = knee - (hip + ankle) / 2 + ahead * 0.08 * length
    return facing


def elbow_back(bones: Skeleton, i: int) -> Array:
    """Return where the inside of an elbow looks: towards the bend, and forward where the arm is straight."""
    side = ("left", "right")[i]
    shoulder, elbow, wrist = (bones[f"{side} {j}"] for j in ("shoulder", "elbow", "wrist"))
    inside: Array = (shoulder + wrist) / 2 - elbow + np.array(bones.chest.facing) * 0.15 * bones.unit
    return inside


def _arm(bones: Skeleton, i: int) -> tuple[Loft, Loft]:
    side = ("left", "right")[i]
    build, h = bones.build, bones.unit
    shoulder, elbow, wrist = (bones[f"{side} {j}"] for j in ("shoulder", "elbow", "wrist"))
    facing = elbow_back(bones, i)
    upper = tube(shoulder, elbow, facing, UPPER_ARM, scale=h * build.limb)
    lower = tube(elbow, wrist, facing, FOREARM, scale=h * build.limb)
    return upper.closed(True, True), lower.closed(True, True)


def neck(bones: Skeleton, drop: float) -> Array:
    """Return the rings (n, POINTS, 3) from the collar to the skull; ``drop`` is the neckline's depth in heads."""
    build, h = bones.build, bones.unit
    centre, left, up, front = (v[0] for v in spine(bones, np.array((1.06,))))
    head = bones.head
    crown, facing = np.array(head.up), np.array(head.facing)
    radius = build.neck * h
    base = centre + front * 0.02 * h
    tilt = unit(front - up * 0.8)
    rings = [_ring1(base, left, tilt, (radius + 0.085 * h, radius + drop * h, radius + 0.02 * h))]
    u = np.linspace(0.1, 1, 6)[:, None]
    top = bones["head"] + crown * 0.06 * h - facing * 0.02 * h
    middles = (1 - u) * (base + up * 0.06 * h) + u * top
    sides, fronts = across((1 - u) * up + u * crown, (1 - u) * front + u * facing)
    size = radius * (1.16 - 0.22 * np.minimum(1, u[:, 0] * 2.2))
    return np.concatenate([*rings, ring(middles, sides, fronts, (size, size, size))])


def _ring1(centre: Array, left: Array, front: Array, radii: tuple[float, float, float]) -> Array:
    return ring(centre[None], left[None], front[None], tuple(np.array([r]) for r in radii))


def foot_rings(bones: Skeleton, i: int, high: Any = 1.0, fat: float = 1.0) -> Array:
    """Return the rings of a shoe along the foot, toes bent where the heel is off the floor.

    ``high`` multiplies the shoe's height, as one number or one for each row of ``FOOT``.
    """
    build, foot = bones.build, bones.feet[i]
    size = build.foot * bones.unit
    z, half, height = FOOT_ROWS
    left, up, front = (np.array(v) for v in (foot.left, foot.up, foot.facing))
    half, height = half * size * fat, height * size * high
    sole = sole_point(bones, i, z * size)
    axes = _toe_axes(foot, z, front, up)
    centre = sole + axes * (height / 2)[:, None]
    tile = np.ones((len(z), 1))
    return ring(centre, left * tile, axes, (half, height / 2, height / 2), 2.6)


def _toe_axes(foot: Frame, z: Array, front: Array, up: Array) -> Array:
    bend = toe_bend(foot) * (z > BALL)
    axes: Array = unit(up * np.cos(bend)[:, None] - front * np.sin(bend)[:, None])
    return axes


def toe_bend(foot: Frame) -> float:
    """Return the radians that the toes bend up so that they stay on the floor while the heel rises."""
    pitch = math.asin(min(max(-foot.facing[1], 0.0), 1.0))
    return min(0.75 * pitch, 0.8) if pitch < 1.15 else 0.0


def sole_point(bones: Skeleton, i: int, z: Any, x: Any = 0.0) -> Array:
    """Return points (..., 3) of the sole, ``z`` metres in front of the ankle and ``x`` to the figure's left."""
    foot, build = bones.feet[i], bones.build
    ball = BALL * build.foot * bones.unit
    bend = toe_bend(foot)
    flat = np.empty((*np.shape(z), 3))
    beyond = np.maximum(z - ball, 0.0)
    flat[..., 0], flat[..., 1] = x, beyond * math.sin(bend) - build.ankle
    flat[..., 2] = np.minimum(z, ball) + beyond * math.cos(bend)
    points: Array = np.array(foot.origin) + flat @ foot.axes
    return points
