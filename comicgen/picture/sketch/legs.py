"""Legs and feet into parts: skin, trousers, shorts, socks and shoes."""

from dataclasses import replace

import numpy as np

from .flesh import foot_rings, knee_front, scaled, sole_point
from .limb import SIDES, Limb, bend_of, fold, opening
from .loft import Loft, hull, tube, unit
from .marks import Array, Mark
from .pen import Part
from .sitter import Sitter
from .wardrobe import WHITE, cloth

TROUSER_THIGH = (
    (0, 0.36, 0.38, 0),
    (0.2, 0.35, 0.375, 0.01),
    (0.5, 0.29, 0.32, 0.02),
    (0.85, 0.235, 0.255, 0.01),
    (1, 0.225, 0.245, 0.01),
)
TROUSER_SHIN = (
    (0, 0.22, 0.24, 0),
    (0.3, 0.225, 0.245, -0.04),
    (0.6, 0.20, 0.215, -0.03),
    (0.9, 0.185, 0.20, 0),
    (1.0, 0.19, 0.205, 0),
)
CHIBI_TROUSERS = (((0, 0.34, 0.36, 0), (1, 0.26, 0.28, 0)), ((0, 0.26, 0.28, 0), (1, 0.20, 0.22, 0)))


def draw_legs(sitter: Sitter) -> None:
    """Add both legs with trousers or bare, and their feet."""
    for i in (0, 1):
        limb = _leg(sitter, i)
        _leg_parts(sitter, i, limb)
        _foot(sitter, i, limb)


def _leg(sitter: Sitter, i: int) -> Limb:
    bones, flesh = sitter.bones, sitter.flesh
    hip, knee, ankle = (bones[f"{SIDES[i]} {j}"] for j in ("hip", "knee", "ankle"))
    upper, lower = flesh.thighs[i], flesh.shins[i]
    if sitter.wears.bottom == "trousers":
        upper, lower = _trousers(sitter, i, (hip, knee, ankle))
    h = sitter.unit
    hang = max(0.0, float(np.dot(unit(knee - hip), -np.array(bones.pelvis.up))))
    down = max(0.0, float(-unit(ankle - knee)[1]))
    near = (sitter.z(hip, knee) + 0.38 * h * hang, sitter.z(knee, ankle) + 0.2 * h * hang * down)
    return Limb(upper, lower, (hip, knee, ankle), near, bend_of(hip, knee, ankle))


def _trousers(sitter: Sitter, i: int, ends: tuple[Array, Array, Array]) -> tuple[Loft, Loft]:
    hip, knee, ankle = ends
    build, h, facing = sitter.bones.build, sitter.unit, knee_front(sitter.bones, i)
    thigh, shin = CHIBI_TROUSERS if build.chibi else (TROUSER_THIGH, TROUSER_SHIN)
    wide = sitter.wears.outfit.width + 0.01
    upper = tube(hip, knee, facing, scaled(thigh, build.limb), scale=h).grown(wide * h)
    lower = tube(knee, ankle, facing, scaled(shin, build.limb), scale=h).grown(wide * h)
    end = 0.42 if sitter.wears.outfit.shoes == "boot" else 0.97
    return replace(upper, ends=(True, True)), replace(lower.cut(0.0, end), ends=(True, False))


def _leg_parts(sitter: Sitter, i: int, limb: Limb) -> None:
    wears, pen, side = sitter.wears, sitter.pen, SIDES[i]
    cloth_on = wears.bottom == "trousers"
    paint = wears.lower if cloth_on else wears.skin
    hip, knee, _ = limb.ends
    upper, lower = sitter.outline(limb.upper), sitter.outline(limb.lower)
    thigh = Part(limb.near[0], upper, paint, name=f"{side} thigh")
    shin = Part(limb.near[1], lower, paint, name=f"{side} shin")
    thigh.joints.append(pen.disc(hip, 0.42 * sitter.bones.build.limb))
    radius = 1.6 * float(limb.lower.half[0]) / sitter.unit
    if limb.near[1] < limb.near[0]:
        shin.joints.append(pen.disc(knee, radius, upper))
    else:
        thigh.joints.append(pen.disc(knee, radius, lower))
    if pen.fine:
        thigh.after += _thigh_folds(sitter, i, limb) if cloth_on else []
        shin.after += _shin_folds(sitter, limb) if cloth_on else _knee_marks(sitter, limb)
    sitter.add(thigh)
    sitter.add(shin)
    if wears.bottom == "shorts":
        _shorts(sitter, i, limb)
    _stocking(sitter, i, limb, shin)


def _thigh_folds(sitter: Sitter, i: int, limb: Limb) -> list[Mark]:
    sign = 1 if i == 0 else -1
    u = np.linspace(0, 1, 8)
    marks: list[Mark] = []
    for start, t in ((-30, 0.10), (-12, 0.20)):
        marks += fold(sitter, limb.upper, t + 0.05 * u, -sign * 74 + start + u * 52, (0.1, 0.8))
    if limb.bend > 0.5:
        v = np.linspace(-1, 1, 12)
        for t in (0.88, 0.95):
            marks += fold(sitter, limb.upper, t - 0.06 * np.abs(v), 180 + v * 86, (0.5, 0.5))
    return marks


def _shin_folds(sitter: Sitter, limb: Limb) -> list[Mark]:
    u = np.linspace(0, 1, 8)
    marks: list[Mark] = []
    for t, start in ((0.80, -35), (0.88, 12)) if limb.lower.t[-1] > 0.9 else ():
        marks += fold(sitter, limb.lower, t + 0.035 * u, start + u * 80, (0.3, 0.6))
    if limb.bend > 0.5:
        v = np.linspace(-1, 1, 12)
        marks += fold(sitter, limb.lower, 0.05 + 0.07 * np.abs(v), 180 + v * 80, (0.5, 0.5))
    else:
        marks += fold(sitter, limb.lower, 0.06 + 0.10 * u, 120 + u * 60, (0.2, 0.7))
    return marks


def _knee_marks(sitter: Sitter, limb: Limb) -> list[Mark]:
    if limb.bend > 1.2:
        return []
    u = np.linspace(-1, 0.4, 9)
    return fold(sitter, limb.lower, 0.02 + 0.05 * u * u, u * 40, (0.5, 0.5), 0.42)


def _shorts(sitter: Sitter, i: int, limb: Limb) -> None:
    h = sitter.unit
    leg = sitter.flesh.thighs[i].cut(0.0, 0.60, (True, False)).grown(0.075 * h)
    shape = sitter.outline(leg)
    part = Part(limb.near[0] - 0.002, shape, sitter.wears.lower, name=f"{SIDES[i]} shorts")
    part.joints.append(sitter.pen.disc(limb.ends[0], 0.42))
    part.after += opening(sitter, leg, limb.upper, sitter.wears.skin)
    sitter.add(part)


def _stocking(sitter: Sitter, i: int, limb: Limb, shin: Part) -> None:
    outfit, h = sitter.wears.outfit, sitter.unit
    if sitter.wears.bottom == "trousers" and outfit.shoes != "boot":
        return
    if outfit.shoes == "boot":
        lower = sitter.flesh.shins[i].cut(0.30, 1.0).grown(0.075 * h)
        paint = sitter.wears.shoes
    elif outfit.socks is not None:
        lower = sitter.flesh.shins[i].cut(outfit.sock, 1.0).grown(0.014 * h)
        paint = cloth(outfit.socks)
    else:
        return
    shape = sitter.outline(lower)
    if outfit.shoes == "boot":
        sitter.add(Part(shin.depth - 0.001, shape, paint, shade=0.6, name=f"{SIDES[i]} boot"))
        return
    shin.after += sitter.pen.marks(Part(0.0, shape, paint, weight=0.9, shade=0.6))


def _foot(sitter: Sitter, i: int, limb: Limb) -> None:
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
    part = Part(key, shape, paint, weight=0.95, shade=0.7, smooth=1, name=f"{SIDES[i]} foot")
    if sitter.wears.bottom != "trousers" and outfit.shoes != "boot":
        part.joints.append(sitter.pen.disc(ankle, 0.13, sitter.shapes[f"{SIDES[i]} shin"]))
    if not bare:
        part.before += _sole(sitter, i)
    if sitter.pen.fine:
        part.after += _lacing(sitter, i) if outfit.shoes in ("shoe", "boot") else []
        part.after += _thong(sitter, i) if outfit.shoes == "sandal" else []
    sitter.add(part)


def _sole(sitter: Sitter, i: int) -> list[Mark]:
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
    return sitter.pen.marks(Part(0.0, shape, light, weight=0.9, shade=0.0, smooth=1))


def _lacing(sitter: Sitter, i: int) -> list[Mark]:
    bones = sitter.bones
    size, up = bones.build.foot * bones.unit, np.array(bones.feet[i].up)
    marks: list[Mark] = []
    for z, height in ((0.16, 0.245), (0.26, 0.205)):
        x = np.array((0.12, 0.05, -0.05, -0.12)) * size
        rise = np.array((0.7, 1.0, 1.0, 0.7)) * height * size
        line = sole_point(bones, i, np.full(4, z * size), x) + up * rise[:, None]
        if sitter.seen(line[1], up + np.array(bones.feet[i].facing) * 0.5) > 0.1:
            marks += sitter.pen.line_on(line, None, 0.5)
    return marks


def _thong(sitter: Sitter, i: int) -> list[Mark]:
    bones = sitter.bones
    size, up = bones.build.foot * bones.unit, np.array(bones.feet[i].up)
    marks: list[Mark] = []
    for sign in (1, -1):
        z, x = np.array((0.58, 0.36, 0.1)) * size, np.array((0.02, 0.10, 0.15)) * sign * size
        line = sole_point(bones, i, z, x) + up * np.array((0.15, 0.17, 0.08))[:, None] * size
        marks += sitter.pen.line_on(line, None, 1.4, (0, 0))
    return marks
