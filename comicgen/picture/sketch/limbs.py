"""Arms, legs and feet into parts: skin, sleeves, trousers, socks and shoes."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely

from .flesh import elbow_back, foot_rings, knee_front, scaled, sole_point
from .hands import draw_hand
from .loft import Loft, hull, tube, unit
from .marks import Area, Array, Mark, Paint
from .pen import Part
from .sitter import INSIDE, Sitter
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
SLEEVE_TOP = (
    (0, 0.145, 0.175, 0),
    (0.18, 0.178, 0.198, 0),
    (0.4, 0.170, 0.188, 0),
    (0.7, 0.155, 0.168, 0.01),
    (1, 0.142, 0.145, 0),
)
SLEEVE = (
    (0, 0.135, 0.135, 0),
    (0.15, 0.15, 0.145, 0),
    (0.4, 0.14, 0.135, 0),
    (0.8, 0.118, 0.112, 0),
    (0.96, 0.118, 0.112, 0),
)
SHORT_SLEEVE = ((0, 0.175, 0.195, 0), (0.18, 0.21, 0.225, 0), (0.4, 0.215, 0.235, 0), (0.58, 0.225, 0.245, 0))
PUFF_SLEEVE = (
    (0, 0.18, 0.20, 0),
    (0.15, 0.27, 0.28, 0),
    (0.32, 0.28, 0.29, 0),
    (0.48, 0.20, 0.21, 0),
    (0.50, 0.19, 0.20, 0),
)
SIDES = ("left", "right")


@dataclass(frozen=True, slots=True)
class Limb:
    """Two bones of an arm or a leg, with their depth keys and how much they bend (radians)."""

    upper: Loft
    lower: Loft
    ends: tuple[Array, Array, Array]
    near: tuple[float, float]
    bend: float


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


def bend_of(a: Array, b: Array, c: Array) -> float:
    """Return the angle in radians by which a chain of three joints bends at the middle one."""
    return float(np.arccos(np.clip(np.dot(unit(b - a), unit(c - b)), -1, 1)))


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
        marks += _fold(sitter, limb.upper, t + 0.05 * u, -sign * 74 + start + u * 52, (0.1, 0.8))
    if limb.bend > 0.5:
        v = np.linspace(-1, 1, 12)
        for t in (0.88, 0.95):
            marks += _fold(sitter, limb.upper, t - 0.06 * np.abs(v), 180 + v * 86, (0.5, 0.5))
    return marks


def _shin_folds(sitter: Sitter, limb: Limb) -> list[Mark]:
    u = np.linspace(0, 1, 8)
    marks: list[Mark] = []
    for t, start in ((0.80, -35), (0.88, 12)) if limb.lower.t[-1] > 0.9 else ():
        marks += _fold(sitter, limb.lower, t + 0.035 * u, start + u * 80, (0.3, 0.6))
    if limb.bend > 0.5:
        v = np.linspace(-1, 1, 12)
        marks += _fold(sitter, limb.lower, 0.05 + 0.07 * np.abs(v), 180 + v * 80, (0.5, 0.5))
    else:
        marks += _fold(sitter, limb.lower, 0.06 + 0.10 * u, 120 + u * 60, (0.2, 0.7))
    return marks


def _knee_marks(sitter: Sitter, limb: Limb) -> list[Mark]:
    if limb.bend > 1.2:
        return []
    u = np.linspace(-1, 0.4, 9)
    return _fold(sitter, limb.lower, 0.02 + 0.05 * u * u, u * 40, (0.5, 0.5), 0.42)


def _fold(
    sitter: Sitter, loft: Loft, t: Array, angle: Array, taper: tuple[float, float], weight: float = 0.5
) -> list[Mark]:
    if not sitter.wears.outfit.plain:
        return []
    points, normals = loft.surface(t, angle)
    return sitter.pen.line_on(points, normals, weight, taper)


def _shorts(sitter: Sitter, i: int, limb: Limb) -> None:
    h = sitter.unit
    leg = sitter.flesh.thighs[i].cut(0.0, 0.60, (True, False)).grown(0.075 * h)
    shape = sitter.outline(leg)
    part = Part(limb.near[0] - 0.002, shape, sitter.wears.lower, name=f"{SIDES[i]} shorts")
    part.joints.append(sitter.pen.disc(limb.ends[0], 0.42))
    part.after += opening(sitter, leg, limb.upper, sitter.wears.skin)
    sitter.add(part)


def opening(sitter: Sitter, cover: Loft, inside: Loft, paint: Paint) -> list[Mark]:
    """Return the dark mouth of a sleeve or trouser leg that looks at the camera, with the limb coming out of it."""
    end = cover.rings()[-1]
    axis = unit(cover.centre[-1] - cover.centre[-2])
    if sitter.seen(cover.centre[-1], axis) < 0.06:
        return []
    mouth = hull(end, sitter.pen.camera)
    if mouth.is_empty:
        return []
    marks: list[Mark] = [Area((shapely.get_coordinates(mouth.exterior)[:-1],), INSIDE)]
    marks += sitter.pen.outline(shapely.get_coordinates(mouth.exterior)[:-1], 0.75, smooth=1)
    start = float(cover.t[-1])
    if inside.t[0] <= start < inside.t[-1]:
        limb = sitter.outline(replace(inside.cut(start, float(inside.t[-1])), ends=(False, True)))
        marks += sitter.pen.marks(Part(0.0, limb, paint, joints=[sitter.pen.disc(cover.centre[-1], 0.2)]))
    return marks


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


def draw_arms(sitter: Sitter) -> None:
    """Add both arms with their sleeves, and the hands."""
    for i in (0, 1):
        _arm_parts(sitter, i, _arm(sitter, i))


def _arm(sitter: Sitter, i: int) -> Limb:
    bones, outfit, h = sitter.bones, sitter.wears.outfit, sitter.unit
    shoulder, elbow, wrist = (bones[f"{SIDES[i]} {j}"] for j in ("shoulder", "elbow", "wrist"))
    upper, lower = sitter.flesh.upper_arms[i], sitter.flesh.forearms[i]
    if outfit.sleeve in ("long", "wide"):
        upper = tube(shoulder, elbow, elbow_back(bones, i), scaled(SLEEVE_TOP, bones.build.limb), scale=h)
        upper = replace(upper, ends=(True, True)).grown(0.8 * outfit.offset * h)
        keys = scaled(SLEEVE, bones.build.limb)
        lower = tube(elbow, wrist, elbow_back(bones, i), keys, scale=h).grown(0.72 * outfit.offset * h)
        spread = outfit.cuff * h * np.clip((lower.t - 0.3) / 0.6, 0, 1)
        lower = replace(lower.cut(0.0, 0.95), ends=(True, False))
        lower = lower.grown(np.interp(lower.t, np.linspace(0, 1, len(spread)), spread))
    else:
        lower = replace(lower, ends=(True, False))
    near = (sitter.z(shoulder, elbow) - 0.10 * h, sitter.z(elbow, wrist) - 0.13 * h)
    return Limb(upper, lower, (shoulder, elbow, wrist), near, bend_of(shoulder, elbow, wrist))


def _arm_parts(sitter: Sitter, i: int, limb: Limb) -> None:
    wears, pen, side = sitter.wears, sitter.pen, SIDES[i]
    outfit, h = wears.outfit, sitter.unit
    long = outfit.sleeve in ("long", "wide")
    paint = wears.top if long else wears.skin
    shoulder, elbow, _ = limb.ends
    upper, lower = sitter.outline(limb.upper), sitter.outline(limb.lower)
    grow = 0.8 * outfit.offset if long else 0.0
    arm = Part(limb.near[0], upper, paint, name=f"{side} upper arm")
    fore = Part(limb.near[1], lower, paint, name=f"{side} forearm")
    arm.joints.append(pen.disc(shoulder, 0.5 * sitter.bones.build.limb + grow, sitter.shapes["top"]))
    radius = 0.21 * sitter.bones.build.limb + grow
    if limb.near[1] < limb.near[0]:
        fore.joints.append(pen.disc(elbow, radius, upper))
    else:
        arm.joints.append(pen.disc(elbow, radius, lower))
    if long and pen.fine:
        arm.after += _upper_folds(sitter, limb)
        fore.after += _forearm_folds(sitter, limb)
    if long:
        fore.after += opening(sitter, limb.lower, limb.lower, paint)
    sitter.add(arm)
    sitter.add(fore)
    if outfit.sleeve in ("short", "puff") and not wears.bare_chest:
        _short_sleeve(sitter, i, limb)
    if outfit.sleeve == "wide":
        _hanging_sleeve(sitter, i, limb)
    away = sitter.seen(limb.ends[2], unit(limb.ends[2] - elbow)) > -0.02
    key = limb.near[1] - 0.003 if away else limb.near[1] + 0.003
    tip = sitter.bones[f"{side} hand"]
    own = sitter.z(limb.ends[2], tip) - 0.13 * h
    draw_hand(sitter, i, own if abs(own - limb.near[1]) > 0.5 * h else key)


def _upper_folds(sitter: Sitter, limb: Limb) -> list[Mark]:
    u = np.linspace(-1, 1, 10)
    marks: list[Mark] = []
    for t in (0.82, 0.93) if limb.bend > 0.35 else ():
        marks += _fold(sitter, limb.upper, t - 0.08 * (u + 1), u * 52 + 6, (0.5, 0.5))
    if limb.bend <= 0.9:
        v = np.linspace(0, 1, 8)
        marks += _fold(sitter, limb.upper, 0.30 + 0.12 * v, -110 + v * 70, (0.1, 0.8), 0.45)
    return marks


def _forearm_folds(sitter: Sitter, limb: Limb) -> list[Mark]:
    u = np.linspace(0, 1, 8)
    starts = ((0.05, -52), (0.12, -29)) if limb.bend > 0.35 else ((0.02, 17),)
    marks: list[Mark] = []
    for t, a in starts:
        marks += _fold(sitter, limb.lower, t + 0.16 * u, a + u * 63, (0.2, 0.7))
    marks += _fold(sitter, limb.lower, 0.70 + 0.03 * u, -35 + u * 86, (0.3, 0.7), 0.45)
    turn = np.linspace(0, 360, 30)
    points, normals = limb.lower.surface(np.full(30, 0.86), turn)
    return marks + sitter.pen.line_on(points, normals, 0.5, (0.05, 0.05))


def _short_sleeve(sitter: Sitter, i: int, limb: Limb) -> None:
    outfit, h, build = sitter.wears.outfit, sitter.unit, sitter.bones.build
    keys = SHORT_SLEEVE if outfit.sleeve == "short" else PUFF_SLEEVE
    shoulder, elbow, _ = limb.ends
    sleeve = tube(shoulder, elbow, elbow_back(sitter.bones, i), scaled(keys, build.limb), scale=h).grown(
        outfit.offset * h
    )
    sleeve = replace(sleeve.cut(0.0, 0.55 if outfit.sleeve == "short" else 0.5), ends=(True, False))
    part = Part(limb.near[0] - 0.002, sitter.outline(sleeve), sitter.wears.top, name=f"{SIDES[i]} sleeve")
    part.joints.append(sitter.pen.disc(shoulder, 0.5 * build.limb + outfit.offset, sitter.shapes["top"]))
    if sitter.pen.fine:
        turn = np.linspace(0, 360, 30)
        points, normals = sleeve.surface(np.full(30, 0.47 if outfit.sleeve == "short" else 0.44), turn)
        part.after += sitter.pen.line_on(points, normals, 0.4, (0.05, 0.05))
        v = np.linspace(0, 1, 8)
        part.after += _fold(sitter, sleeve, 0.2 + 0.1 * v, -69 + v * 69, (0.05, 0.8), 0.45)
    part.after += opening(sitter, sleeve, limb.upper, sitter.wears.skin)
    sitter.add(part)


def _hanging_sleeve(sitter: Sitter, i: int, limb: Limb) -> None:
    """Add the bag of a wide sleeve: the arm's rings and the same rings let down by their weight."""
    h = sitter.unit
    upper = limb.upper.cut(0.45, 1.0).grown(0.03 * h).rings()
    lower = limb.lower.cut(0.0, 0.90).grown(0.05 * h).rings()
    rings = np.concatenate([upper, lower])
    along = np.linspace(0, 1, len(rings))[:, None, None]
    short = 0.55 if sitter.wears.outfit.key == "robe" else 0.85
    fall = np.array((0.0, -short * h, 0.0)) * np.clip(along * 1.5, 0, 1)
    low = np.maximum(rings + fall, (-1e9, float(sitter.actor.position[1]) + 0.02, -1e9))
    shape = sitter.outline(np.concatenate([rings, low], axis=1))
    part = Part(min(limb.near) - 0.001, shape, sitter.wears.top, name=f"{SIDES[i]} hanging sleeve")
    if sitter.pen.fine:
        wrist = rings[-1].mean(axis=0)
        for k in (0.25, 0.6):
            line = np.linspace(
                rings[len(upper)].mean(axis=0) * (1 - k) + wrist * k, wrist * 0.9 + low[-4].mean(axis=0) * 0.1, 8
            )
            line[:, 1] -= np.linspace(0, 0.5 * short * h, 8)
            part.after += sitter.pen.line_on(line, None, 0.5, (0.1, 0.8))
    sitter.add(part)


def merged(*shapes: Any) -> Any:
    """Return the union of shapes on the frame."""
    return shapely.union_all([s for s in shapes if not s.is_empty])
