"""A foot into parts: bare, or a shoe with its sole, laces and thongs."""

import numpy as np

from ..hulls import hull
from ..pen import Ink, Part
from ..wardrobe.outfits import WHITE, cloth
from .flesh import FOOT, foot_rings, sole_point
from .limb import SIDES, Limb
from .sitter import Sitter

PUMP = np.interp([row[0] for row in FOOT], (-0.25, -0.12, 0.0, 0.28, 0.42, 0.74), (1.0, 0.9, 0.5, 0.46, 0.92, 1.05))
"""Height of a low-cut shoe along the foot, as a share of a whole one's."""
CAP, HEEL = 0.47, -0.09
"""Where toe cap and heel are sewn on, in foot lengths from the ankle."""


def draw_foot(sitter: Sitter, i: int, limb: Limb) -> None:
    """Add one foot: bare, or in its shoe."""
    bones, outfit, h = sitter.bones, sitter.wears.outfit, sitter.unit
    foot = bones.feet[i]
    ankle, front = limb.ends[2], np.array(foot.facing)
    bare = outfit.shoes == "bare"
    high = {"boot": 1.12, "bare": 0.82, "sandal": 0.85}.get(outfit.shoes, 1.0)
    rings = foot_rings(bones, i, high, 0.92 if bare else 1.05)
    shape = sitter.outline(rings)
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
        shoe = sitter.outline(foot_rings(bones, i, PUMP, 1.07))
        part.after.append(Part(0.0, shoe, sitter.wears.shoes, weight=0.95, shade=0.7, smooth=1))
    if sitter.pen.fine:
        part.after += _seams(sitter, i) if outfit.shoes in ("shoe", "boot") else []
        part.after += _lacing(sitter, i) if outfit.shoes in ("shoe", "boot") else []
        part.after += _thong(sitter, i) if outfit.shoes == "sandal" else []
    sitter.add(part)


def _sole(sitter: Sitter, i: int) -> list[Ink]:
    bones = sitter.bones
    size = bones.build.foot * bones.unit
    z = np.array((-0.27, -0.2, 0.0, 0.3, 0.48, 0.62, 0.75)) * size
    x = np.array((0.03, 0.12, 0.13, 0.155, 0.18, 0.15, 0.045)) * size * 1.03
    low = np.concatenate([sole_point(bones, i, z, x), sole_point(bones, i, z, -x)])
    up = np.array(bones.feet[i].up) * 0.055 * bones.unit
    shape = hull(np.concatenate([low, low + up]), sitter.pen.camera)
    if shape.is_empty:
        return []
    light = cloth((236, 232, 224)) if not sitter.wears.shoes.black else sitter.wears.shoes
    return [Part(0.0, shape, light, weight=0.9, shade=0.0, smooth=1)]


def _seams(sitter: Sitter, i: int) -> list[Ink]:
    """Return the toe cap and the heel of a shoe."""
    bones = sitter.bones
    size, up = bones.build.foot * bones.unit, np.array(bones.feet[i].up)
    x = np.array((-0.165, -0.13, -0.06, 0.0, 0.06, 0.13, 0.165)) * size
    marks: list[Ink] = []
    for z, height, bow in ((CAP, 0.17, 0.05), (HEEL, 0.28, -0.06)):
        rise = np.array((0.25, 0.72, 0.97, 1.0, 0.97, 0.72, 0.25)) * height * size
        along = z * size + bow * size * (1 - (x / x[-1]) ** 2)
        line = sole_point(bones, i, along, x * (0.82 if z < 0 else 1.0)) + up * rise[:, None]
        away = np.array(bones.feet[i].left) * (x / x[-1])[:, None] + up * 0.9
        marks += sitter.pen.line_on(line, away, 0.45, (0.1, 0.1))
    return marks


def _lacing(sitter: Sitter, i: int) -> list[Ink]:
    bones = sitter.bones
    size, up = bones.build.foot * bones.unit, np.array(bones.feet[i].up)
    marks: list[Ink] = []
    for z, height in ((0.16, 0.245), (0.26, 0.205)):
        x = np.array((0.12, 0.05, -0.05, -0.12)) * size
        rise = np.array((0.7, 1.0, 1.0, 0.7)) * height * size
        line = sole_point(bones, i, np.full(4, z * size), x) + up * rise[:, None]
        if sitter.seen(line[1], up + np.array(bones.feet[i].facing) * 0.5) > 0.1:
            marks += sitter.pen.line_on(line, None, 0.5)
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
