"""A foot into parts: bare, or a shoe with its sole, laces and thongs."""

from typing import Any

import numpy as np

from ..hulls import convex, hull
from ..marks import Array
from ..pen import Ink, Part
from ..wardrobe.outfits import WHITE, cloth
from .flesh import FOOT, FOOT_LINKS, foot_rings, sole_point
from .limb import SIDES, Limb
from .sitter import Sitter

PUMP = np.interp([row[0] for row in FOOT], (-0.25, -0.12, 0.0, 0.28, 0.42, 0.74), (1.0, 0.9, 0.5, 0.46, 0.92, 1.05))
"""Height of a low-cut shoe along the foot, as a share of a whole one's."""
CAP, HEEL = 0.47, -0.09
"""Where toe cap and heel are sewn on, in foot lengths from the ankle."""


def shoe(sitter: Sitter, i: int) -> list[Array]:
    """Return a bare foot or a shoe as convex pieces."""
    shoes = sitter.wears.outfit.shoes
    high = {"boot": 1.12, "bare": 0.82, "sandal": 0.85}.get(shoes, 1.0)
    return convex(foot_rings(sitter.bones, i, high, 0.92 if shoes == "bare" else 1.05), FOOT_LINKS)


def draw_foot(sitter: Sitter, i: int, limb: Limb, shape: Any) -> None:
    """Add one foot that covers a shape on the frame: bare, or in its shoe."""
    bones, outfit, h = sitter.bones, sitter.wears.outfit, sitter.unit
    foot = bones.feet[i]
    ankle, front = limb.ends[2], np.array(foot.facing)
    bare = outfit.shoes == "bare"
    key = sitter.z(ankle + front * 0.3 * h) + (0.0 if sitter.seen(ankle, front) > -0.3 else 0.06 * h / 0.24)
    if sitter.wears.bottom == "trousers":
        key = max(key, limb.near[1] + 0.001)
    socked = outfit.shoes == "sandal" and outfit.socks is not None
    paint = sitter.wears.skin if outfit.shoes in ("bare", "sandal") and not socked else sitter.wears.shoes
    if socked:
        paint = cloth(outfit.socks or WHITE)
    low_cut = outfit.shoes == "heel" and sitter.wears.bottom != "trousers"
    if low_cut:
        paint = sitter.wears.skin
    part = Part(key, shape, paint, weight=0.95, shade=0.7, smooth=1, name=f"{SIDES[i]} foot")
    if sitter.wears.bottom != "trousers" and outfit.shoes != "boot":
        part.joints.append(sitter.pen.disc(ankle, 0.13, sitter.shapes[f"{SIDES[i]} shin"]))
    if not bare:
        part.before += _sole(sitter, i)
    if low_cut:
        pump = sitter.outline(foot_rings(bones, i, PUMP, 1.07))
        part.after.append(Part(0.0, pump, sitter.wears.shoes, weight=0.95, shade=0.7, smooth=1))
    if sitter.pen.fine:
        part.after += _seams(sitter, i) if outfit.shoes in ("shoe", "boot") else []
        part.after += _thong(sitter, i) if outfit.shoes == "sandal" else []
    sitter.add(part)


SOLE = np.array(
    (
        *((-0.27, 0.03), (-0.2, 0.12), (0.0, 0.13), (0.3, 0.155), (0.48, 0.18), (0.62, 0.15), (0.75, 0.045)),
        *((-0.27, -0.03), (-0.2, -0.12), (0.0, -0.13), (0.3, -0.155), (0.48, -0.18), (0.62, -0.15), (0.75, -0.045)),
    )
).T * np.array(((1.0,), (1.03,)))
"""Corners of a sole (forward, sideways), in foot lengths."""


def _sole(sitter: Sitter, i: int) -> list[Ink]:
    bones = sitter.bones
    z, x = SOLE * (bones.build.foot * bones.unit)
    low = sole_point(bones, i, z, x)
    up = np.array(bones.feet[i].up) * 0.055 * bones.unit
    shape = hull(np.concatenate([low, low + up]), sitter.pen.camera)
    if shape.is_empty:
        return []
    light = cloth((236, 232, 224)) if not sitter.wears.shoes.black else sitter.wears.shoes
    return [Part(0.0, shape, light, weight=0.9, shade=0.0, smooth=1)]


def _over(z: float, height: float, bow: float, wide: float) -> Array:
    """Return the line (7, 4) of a seam over a shoe: forward, sideways, up in foot lengths, how far it looks aside."""
    x = np.array((-0.165, -0.13, -0.06, 0.0, 0.06, 0.13, 0.165))
    rise = np.array((0.25, 0.72, 0.97, 1.0, 0.97, 0.72, 0.25)) * height
    return np.stack([z + bow * (1 - (x / x[-1]) ** 2), x * wide, rise, x / x[-1]], axis=1)


def _lace(z: float, height: float) -> Array:
    x, rise = (0.12, 0.05, -0.05, -0.12), np.array((0.7, 1.0, 1.0, 0.7)) * height
    return np.stack([np.full(4, z), x, rise, np.zeros(4)], axis=1)


SEWN = np.concatenate(
    [_over(CAP, 0.17, 0.05, 1.0), _over(HEEL, 0.28, -0.06, 0.82), _lace(0.16, 0.245), _lace(0.26, 0.205)]
)


def _seams(sitter: Sitter, i: int) -> list[Ink]:
    """Return the toe cap, the heel and the laces of a shoe."""
    bones, foot = sitter.bones, sitter.bones.feet[i]
    size, up = bones.build.foot * bones.unit, np.array(foot.up)
    z, x, rise, aside = SEWN.T
    points = sole_point(bones, i, z * size, x * size) + up * (rise * size)[:, None]
    away = np.array(foot.left) * aside[:, None] + up * 0.9
    cap, heel, *laces = np.split(points, (7, 14, 18))
    marks = sitter.pen.line_on(cap, away[:7], 0.45, (0.1, 0.1)) + sitter.pen.line_on(heel, away[7:14], 0.45, (0.1, 0.1))
    ahead = up + np.array(foot.facing) * 0.5
    for lace in laces:
        marks += sitter.pen.line_on(lace, None, 0.5) if sitter.seen(lace[1], ahead) > 0.1 else []
    return marks


def _thong(sitter: Sitter, i: int) -> list[Ink]:
    bones = sitter.bones
    size, up = bones.build.foot * bones.unit, np.array(bones.feet[i].up)
    marks: list[Ink] = []
    for sign in (1, -1):
        z, x = np.array((0.58, 0.36, 0.1)) * size, np.array((0.02, 0.10, 0.15)) * sign * size
        line = sole_point(bones, i, z, x) + up * np.array((0.15, 0.17, 0.08))[:, None] * size
        marks += sitter.pen.line_on(line, None, 1.4, (0, 0))
    return marks
