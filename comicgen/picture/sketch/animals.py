"""A dog, a cat, a horse or a bird into parts: the same lofts as people, along a level spine."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from ...drawing import Colour
from ...staging import Actor
from ...staging.figure import Skeleton
from ...staging.figure.beasts import stance_of
from .birds import draw_bird
from .loft import Loft, across, depth, facing_camera, hull, outline, profile, ring, strand, unit
from .marks import Array, Mark, Paint
from .pen import Part, Pen
from .wardrobe import cloth, leather, mixed


@dataclass(frozen=True, slots=True)
class Coat:
    """How a species is built; radii in shares of its height, the head in head heights."""

    trunk: tuple[tuple[float, float, float, float], ...]
    """Along the spine (0 rump, 1 breast): half width, back, belly."""
    neck: tuple[float, float, float]
    """Widths at the root, the middle and the head."""
    leg: tuple[float, float, float, float]
    """Radii: thigh, knee, shank, paw."""
    skull: tuple[tuple[float, float, float, float], ...]
    """Along the face (heads): half width, up, down."""
    eye: tuple[float, float, float, float]
    """Out, up, forward and size, in heads."""
    nose: tuple[float, float, float]
    """Up, forward and size."""
    tail: tuple[tuple[float, float, float], ...]
    """Points (back, up) and width, in shares of the height from the rump."""
    hooves: bool = False


COATS: dict[str, Coat] = {
    "dog": Coat(
        (
            (0.0, 0.03, 0.03, 0.04), (0.04, 0.10, 0.09, 0.12), (0.20, 0.125, 0.10, 0.17), (0.45, 0.115, 0.095, 0.16),
            (0.75, 0.14, 0.11, 0.24), (0.92, 0.13, 0.10, 0.22), (1.0, 0.05, 0.04, 0.10),
        ),
        (0.145, 0.115, 0.10),
        (0.095, 0.055, 0.040, 0.052),
        (
            (-0.44, 0.10, 0.12, 0.12), (-0.36, 0.30, 0.30, 0.26), (-0.10, 0.43, 0.40, 0.36), (0.12, 0.39, 0.33, 0.36),
            (0.27, 0.27, 0.14, 0.31), (0.47, 0.22, 0.09, 0.27), (0.64, 0.17, 0.06, 0.20), (0.71, 0.08, 0.02, 0.08),
        ),
        (0.20, 0.66, 0.24, 0.062),
        (0.52, 0.70, 0.085),
        ((0.0, 0.0, 0.045), (0.14, 0.10, 0.05), (0.22, 0.28, 0.042), (0.16, 0.40, 0.015)),
    ),
    "cat": Coat(
        (
            (0.0, 0.03, 0.03, 0.04), (0.05, 0.11, 0.10, 0.12), (0.22, 0.135, 0.11, 0.17), (0.48, 0.125, 0.10, 0.17),
            (0.76, 0.13, 0.10, 0.19), (0.92, 0.12, 0.09, 0.17), (1.0, 0.05, 0.04, 0.08),
        ),
        (0.13, 0.11, 0.11),
        (0.095, 0.055, 0.042, 0.05),
        (
            (-0.42, 0.12, 0.12, 0.14), (-0.34, 0.34, 0.32, 0.32), (-0.05, 0.50, 0.42, 0.42), (0.15, 0.45, 0.34, 0.38),
            (0.30, 0.30, 0.12, 0.30), (0.40, 0.17, 0.04, 0.22), (0.44, 0.07, 0.0, 0.10),
        ),
        (0.22, 0.56, 0.27, 0.085),
        (0.46, 0.44, 0.045),
        ((0.0, 0.0, 0.04), (0.16, 0.0, 0.042), (0.30, 0.16, 0.04), (0.34, 0.42, 0.036), (0.44, 0.56, 0.012)),
    ),
    "horse": Coat(
        (
            (0.0, 0.04, 0.04, 0.05), (0.05, 0.11, 0.09, 0.14), (0.22, 0.135, 0.10, 0.17), (0.50, 0.125, 0.085, 0.20),
            (0.76, 0.125, 0.085, 0.19), (0.92, 0.115, 0.07, 0.16), (1.0, 0.05, 0.04, 0.09),
        ),
        (0.125, 0.095, 0.07),
        (0.085, 0.042, 0.026, 0.036),
        (
            (-0.46, 0.10, 0.12, 0.16), (-0.36, 0.28, 0.28, 0.38), (-0.08, 0.30, 0.28, 0.46), (0.25, 0.25, 0.24, 0.36),
            (0.70, 0.18, 0.17, 0.24), (1.05, 0.18, 0.15, 0.22), (1.22, 0.14, 0.10, 0.16), (1.28, 0.05, 0.02, 0.06),
        ),
        (0.265, 0.60, 0.12, 0.075),
        (0.50, 1.22, 0.0),
        ((0.0, 0.02, 0.03), (0.10, 0.02, 0.055), (0.15, -0.18, 0.065), (0.13, -0.40, 0.055), (0.16, -0.52, 0.01)),
        hooves=True,
    ),
}  # fmt: skip
PINK: Colour = (222, 140, 140)


@dataclass(slots=True, eq=False)
class Model:
    """An animal while it is being drawn."""

    actor: Actor
    bones: Skeleton
    pen: Pen
    coat: Coat
    fur: Paint
    parts: list[Part]

    @property
    def tall(self) -> float:
        return self.actor.look.height * self.actor.size

    def z(self, *points: Array) -> float:
        return depth(np.array(points), self.pen.camera)

    def outline(self, *lofts: Array | Loft) -> Any:
        return outline(lofts, self.pen.camera)

    def head(self, x: float, y: float, z: float) -> Array:
        return np.array(self.bones.head.at((x, y, z)))


def draw_animal(actor: Actor, bones: Skeleton, pen: Pen) -> list[Part]:
    """Return the parts of an animal, not yet sorted."""
    if actor.look.species == "bird":
        return draw_bird(actor, bones, pen)
    model = Model(actor, bones, pen, COATS[actor.look.species], cloth(actor.look.hair_colour), [])
    trunk = _trunk(model)
    _legs(model, trunk)
    _tail(model)
    _head(model)
    return model.parts


def _trunk(model: Model) -> Part:
    bones, tall = model.bones, model.tall
    rows = profile(model.coat.trunk, 18)
    rump, breast = np.array(bones.pelvis.origin), np.array(bones.chest.origin)
    way = unit(breast - rump)
    low, high = rump - way * 0.13 * tall, breast + way * 0.13 * tall
    arch = np.sin(np.pi * rows[:, :1]) * 0.015 * tall
    centre = low + (high - low) * rows[:, :1] + np.array((0.0, -0.08 * tall, 0.0)) + np.array((0.0, 1.0, 0.0)) * arch
    sides, ups = across(np.tile(way, (18, 1)), np.array((0.0, 1.0, 0.0)))
    loft = Loft(rows[:, 0], centre, sides, ups, rows[:, 1] * tall, rows[:, 2] * tall, rows[:, 3] * tall)
    neck = _neck(model, breast)
    shape = model.outline(loft, neck)
    part = Part(model.z(rump, breast), shape, model.fur, name="trunk")
    if model.pen.fine:
        for angle, start in ((60, 0.70), (-60, 0.70), (55, 0.12), (-55, 0.12)):
            u = np.linspace(0, 1, 8)
            points, normals = loft.surface(start + 0.10 * np.sin(u * 2), angle + u * np.sign(angle) * 60)
            part.after += model.pen.line_on(points, normals, 0.45, (0.4, 0.7))
    model.parts.append(part)
    if model.actor.look.species == "horse":
        _mane(model, neck)
    if any(w.name in ("collar", "scarf") for w in model.actor.look.accessories):
        _collar(model, neck)
    return part


def _neck(model: Model, breast: Array) -> Loft:
    tall, head = model.tall, model.bones.head
    crown = model.head(0.0, 0.42, -0.12)
    middle = (breast + crown) / 2 + np.array(model.bones.chest.facing) * 0.03 * tall
    level = unit(np.array(model.bones.chest.facing) * (1, 0, 1))
    root = breast + np.array((0.0, -0.10 * tall, 0.0)) - level * 0.14 * tall
    low = breast - level * 0.02 * tall
    widths = np.array((model.coat.neck[0] * 0.80, *model.coat.neck)) * tall
    return strand(np.array((root, low, middle, crown)), np.array(head.left), widths, 0.9, rows=12)


def _mane(model: Model, neck: Loft) -> None:
    tall = model.tall
    hair = leather(_darker(model.actor.look.hair_colour, 0.45))
    back = -unit(np.array(model.bones.chest.facing) * (1, 0, 1))
    for k, row in enumerate(np.linspace(4, 11, 8).astype(int)):
        root = neck.centre[row] + (back * 0.75 + np.array((0.0, 0.65, 0.0))) * neck.half[row]
        side = np.array(model.bones.chest.left) * (0.05 if k % 2 else 0.08) * tall
        lock = np.array(
            (
                root,
                root + (back * 0.05 + (0, 0.02, 0)) * tall + side * 0.4,
                root + (back * 0.06 + (0, -0.08, 0)) * tall + side,
            )
        )
        shape = model.outline(strand(lock, side, np.array((0.035, 0.032, 0.004)) * tall, 0.5, rows=7))
        model.parts.append(Part(model.z(root) - 0.05 * tall, shape, hair, smooth=1, shade=0.4))
    tuft = np.array([model.head(0.0, y, z) for y, z in ((1.0, -0.15), (1.0, 0.12), (0.72, 0.30))])
    lock = model.outline(
        strand(tuft, np.array(model.bones.head.left), np.array((0.03, 0.028, 0.003)) * tall, 0.6, rows=7)
    )
    model.parts.append(Part(model.z(*tuft) - 0.2 * tall, lock, hair, smooth=1, shade=0.4, name="forelock"))


def _darker(colour: Colour, share: float) -> Colour:
    return (mixed(colour[0], 20, share), mixed(colour[1], 20, share), mixed(colour[2], 24, share))


def _collar(model: Model, neck: Loft) -> None:
    wear = next(w for w in model.actor.look.accessories if w.name in ("collar", "scarf"))
    band = neck.cut(0.76, 0.86).grown(0.008 * model.tall)
    part = Part(model.parts[-1].depth - 0.01 * model.tall, model.outline(band), cloth(wear.colour), smooth=1, shade=0.5)
    part.depth = min(p.depth for p in model.parts if p.name == "trunk") - 0.001
    model.parts.append(part)


def _legs(model: Model, trunk: Part) -> None:
    bones, tall = model.bones, model.tall
    thigh, knee, shank, paw = (r * tall for r in model.coat.leg)
    front = np.array(bones.grips[0].frame.facing)
    for side in ("left", "right"):
        out = np.array(bones.chest.left) * (1 if side == "left" else -1)
        for names, swell in ((("shoulder", "elbow", "wrist", "hand"), 0.85), (("hip", "knee", "ankle", "toe"), 1.15)):
            joints = np.array([bones[f"{side} {n}"] for n in names])
            radii = np.array((thigh * swell, knee * 1.15, shank, shank * 0.95))
            points = np.concatenate([joints[:1] + np.array((0, 0.03 * tall, 0)), joints])
            leg = strand(points, front, np.concatenate([[thigh * swell * 0.8], radii]), 1.1, rows=16)
            foot = _paw(model, joints[-1], front, paw)
            near = model.pen.camera
            hides = facing_camera(joints[0], out, near) < 0
            key = model.z(*joints[:2]) + (0.02 * tall if hides else -0.10 * tall)
            key = max(key, trunk.depth + 0.001) if hides else min(key, trunk.depth - 0.001)
            paint = leather(_darker(model.actor.look.hair_colour, 0.6)) if model.coat.hooves else model.fur
            part = Part(key, model.outline(leg), model.fur, name=f"{side} {names[0]} leg")
            part.joints.append(_disc(model, joints[0] + (0, -0.01 * tall, 0), thigh * swell * 1.5))
            shoe = Part(key - 0.0005, foot, paint, smooth=1, shade=0.5)
            if not model.coat.hooves:
                shoe.joints.append(_disc(model, joints[-1] + (0, 0.03 * tall, 0), paw * 0.8))
                shoe.after += _toes(model, joints[-1], front, paw)
            model.parts += [part, shoe]


def _disc(model: Model, centre: Array, radius: float) -> Any:
    return model.pen.disc(centre, radius / model.bones.unit)


def _paw(model: Model, at: Array, front: Array, size: float) -> Any:
    up = np.array((0.0, 1.0, 0.0))
    side = np.cross(up, front)
    if model.coat.hooves:
        rows = ((0.0, 0.9), (1.0, 1.15))
        ankle, floor = at + up * 0.045 * model.tall, at - up * 0.018 * model.tall
        rings = [
            ring((ankle * (1 - t) + floor * t)[None], side[None], front[None], (size * k,) * 3)[0] for t, k in rows
        ]
        return hull(np.concatenate(rings), model.pen.camera)
    z = np.array((-0.9, -0.5, 0.4, 1.1, 1.4)) * size
    wide = np.array((0.4, 0.9, 1.05, 0.9, 0.3)) * size
    tall = np.array((0.4, 0.9, 0.85, 0.6, 0.25)) * size
    centre = at + front * z[:, None] + up * (tall - 0.018 * model.tall)[:, None]
    tile = np.ones((5, 1))
    return model.outline(ring(centre, side * tile, up * tile, (wide, tall, tall), 2.4))


def _toes(model: Model, at: Array, front: Array, size: float) -> list[Mark]:
    if not model.pen.fine or facing_camera(at, front, model.pen.camera) < 0.0:
        return []
    side = np.cross((0.0, 1.0, 0.0), front)
    marks: list[Mark] = []
    for k in (-0.35, 0.35):
        line = (
            at
            + side * k * size
            + front * size * np.array((0.9, 1.28))[:, None]
            + np.array(((0, 0.7, 0), (0, 0.15, 0))) * size
        )
        marks += model.pen.line_on(np.array([line[0], line.mean(axis=0), line[1]]), None, 0.5)
    return marks


def _tail(model: Model) -> None:
    bones, tall = model.bones, model.tall
    back = -np.array(bones.pelvis.facing) * (1, 0, 1)
    back = unit(back)
    root = np.array(bones.pelvis.origin) + back * 0.10 * tall - np.array((0.0, 0.02 * tall, 0.0))
    table = np.array(model.coat.tail)
    if stance_of(model.actor.look.species, model.actor.pose) in ("sit", "lie") and not model.coat.hooves:
        table = np.column_stack([table[:, 0] * 0.9 + table[:, 1] * 0.5, -0.12 * (table[:, 0] > 0.01), table[:, 2]])
    points = root + back * table[:, :1] * tall + np.array((0.0, 1.0, 0.0)) * table[:, 1:2] * tall
    points[:, 1] = np.maximum(points[:, 1], float(model.actor.position[1]) + 0.04 * tall)
    horse = model.coat.hooves
    paint = leather(_darker(model.actor.look.hair_colour, 0.45)) if horse else model.fur
    loft = strand(points, np.array(bones.pelvis.left), table[:, 2] * tall, 0.8 if horse else 1.0, rows=14)
    part = Part(model.z(*points) + 0.02 * tall, model.outline(loft), paint, smooth=1, name="tail")
    if not horse:
        part.joints.append(_disc(model, points[0], 0.07 * tall))
    model.parts.append(part)


def _head(model: Model) -> None:
    head, coat = model.bones.head, model.coat
    up, facing = np.array(head.up), np.array(head.facing)
    rows = profile(coat.skull, 18)
    tile = np.ones((18, 1))
    centre = model.head(0.0, 0.5, 0.0) + facing * rows[:, :1] * head.unit
    half, above, below = (rows[:, i] * head.unit for i in (1, 2, 3))
    loft = Loft(rows[:, 0], centre, np.array(head.left) * tile, up * tile, half, above, below, 2.2)
    key = (
        min(model.z(model.head(0.0, 0.5, 0.1)), *(p.depth for p in model.parts if p.name == "trunk")) - 0.35 * head.unit
    )
    part = Part(key, model.outline(loft), model.fur, name="head")
    part.after += _muzzle(model) + _eyes(model)
    model.parts.append(part)
    for sign in (1, -1):
        model.parts.append(_ear(model, sign, key))


def _muzzle(model: Model) -> list[Mark]:
    pen, head, coat = model.pen, model.bones.head, model.coat
    y, z, size = coat.nose
    marks: list[Mark] = []
    species = model.actor.look.species
    if species == "horse":
        for sign in (1, -1):
            spot = model.head(0.10 * sign, 0.50, 1.18)
            if facing_camera(spot, np.array(head.left) * sign + np.array(head.facing) * 0.5, pen.camera) > 0:
                marks += pen.dot(pen.flat(spot), 0.045 * pen.head, leather((50, 40, 40)))
        lip = np.array(
            [model.head(x, 0.36, zz) for x, zz in ((0.16, 0.95), (0.10, 1.20), (-0.10, 1.20), (-0.16, 0.95))]
        )
        return marks + pen.line_on(lip, unit(lip - model.head(0, 0.4, 0.9)), 0.55, (0.3, 0.3))
    if facing_camera(model.head(0, y, z), np.array(head.facing), pen.camera) > -0.25:
        pad = [
            model.head(x * size, y + v * size, z + 0.01 - 0.3 * abs(x) * size)
            for x, v in ((-1, 0.5), (0, 0.75), (1, 0.5), (0.6, -0.4), (0, -0.7), (-0.6, -0.4))
        ]
        paint = leather((46, 40, 44)) if species == "dog" else cloth(PINK)
        marks += pen.patch(pen.flat(np.array(pad)), paint, 0.5)
    for sign in (1, -1):
        line = np.array(
            [
                model.head(sign * x, y - v, z - w)
                for x, v, w in ((0.0, 0.06, 0.0), (0.01, 0.14, 0.02), (0.09, 0.19, 0.08), (0.17, 0.15, 0.22))
            ]
        )
        seen = unit(np.array(head.facing) * 0.6 + np.array(head.left) * sign)
        marks += pen.line_on(line, np.tile(seen, (4, 1)), 0.6, (0.1, 0.5))
        if species == "cat" and pen.fine:
            for rise in (0.05, -0.05):
                hair = np.array(
                    [
                        model.head(sign * 0.16, y - 0.06, z - 0.1),
                        model.head(sign * 0.42, y - 0.03 + rise, z - 0.06),
                        model.head(sign * 0.66, y + rise * 2, z - 0.12),
                    ]
                )
                marks += pen.line_on(hair, np.tile(seen, (3, 1)), 0.35, (0.0, 0.8))
    return marks


def _eyes(model: Model) -> list[Mark]:
    pen, head = model.pen, model.bones.head
    x, y, z, size = model.coat.eye
    marks: list[Mark] = []
    closed = model.actor.pose == "sleeping" or model.actor.expression in ("asleep", "laugh", "sleepy")
    white = Paint((255, 255, 255))
    for sign in (1, -1):
        spot = model.head(sign * x, y, z)
        way = unit(np.array(head.facing) * 0.8 + np.array(head.left) * sign * 0.75)
        if facing_camera(spot, way, pen.camera) < 0.12:
            continue
        flat, r = pen.flat(spot), size * pen.head
        if closed or not pen.fine:
            arc = flat + r * np.stack([np.linspace(-1, 1, 8), 0.5 - 0.5 * np.linspace(-1, 1, 8) ** 2], axis=1)
            lid = np.concatenate([arc, arc[::-1] + np.array((0, 0.15 * r))])
            marks += pen.outline(lid, 0.5, smooth=0) if closed else pen.dot(flat, r, leather((30, 26, 30)))
            continue
        if model.actor.look.species == "cat":
            marks += pen.dot(flat, r * 1.15, cloth((206, 200, 110)), 0.6)
            slit = flat + r * np.array(((0, -0.95), (0.42, 0), (0, 0.95), (-0.42, 0)))
            marks += pen.patch(slit, leather((30, 26, 30)), 0.0)
        else:
            marks += pen.dot(flat, r, leather((34, 28, 30)))
        marks += pen.dot(flat - np.array((0.35, 0.4)) * r, 0.32 * r, white)
    return marks


def _ear(model: Model, sign: int, key: float) -> Part:
    head, species = model.bones.head, model.actor.look.species
    left = np.array(head.left) * sign
    if species == "dog":
        spots = ((0.26, 0.84, -0.12), (0.46, 0.80, -0.08), (0.54, 0.52, -0.02), (0.48, 0.24, 0.02))
        points = np.array([model.head(x * sign, y, z) for x, y, z in spots])
        ear = strand(points, left, np.array((0.10, 0.17, 0.18, 0.05)) * head.unit, 0.35, rows=9)
        dark = cloth(_darker(model.actor.look.hair_colour, 0.25))
        near = -0.02 if facing_camera(points[1], left, model.pen.camera) > -0.2 else 0.02
        return Part(key + near * head.unit, model.outline(ear), dark, smooth=1, name="ear")
    if species == "cat":
        spots = ((0.16, 0.84, 0.06), (0.46, 0.66, 0.02), (0.30, 0.76, -0.16), (0.41, 1.14, -0.06))
    else:
        spots = ((0.06, 0.74, -0.26), (0.22, 0.70, -0.22), (0.16, 0.72, -0.34), (0.17, 1.06, -0.22))
    points = np.array([model.head(x * sign, y, z) for x, y, z in spots])
    part = Part(key + 0.001, hull(points, model.pen.camera), model.fur, smooth=1, shade=0.4, name="ear")
    if species == "cat" and facing_camera(points[3], np.array(head.facing), model.pen.camera) > 0.1:
        inner = points.mean(axis=0) + (points - points.mean(axis=0)) * 0.55
        part.after += model.pen.patch(np.asarray(model.pen.flat(inner[[0, 3, 1]])), cloth(PINK), 0.0)
    return part
