"""A dog, a cat, a horse or a bird into parts: the same lofts as people, along a level spine."""

from typing import Any

import numpy as np

from ....staging import Actor
from ....staging.figure import Skeleton
from ....staging.figure.beasts import stance_of
from ..hulls import hull
from ..loft import Loft, across, facing_camera, profile, ring, unit
from ..marks import Array
from ..pen import Ink, Part, Pen
from ..tubes import strand
from ..wardrobe.outfits import cloth, leather
from .animal import COATS, Model, darker, disc
from .birds import draw_bird
from .muzzles import draw_skull


def draw_animal(actor: Actor, bones: Skeleton, pen: Pen) -> list[Part]:
    """Return the parts of an animal, not yet sorted."""
    if actor.look.species == "bird":
        return draw_bird(actor, bones, pen)
    model = Model(actor, bones, pen, COATS[actor.look.species], cloth(actor.look.hair_colour), [])
    trunk = _trunk(model)
    _legs(model, trunk)
    _tail(model)
    draw_skull(model)
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
        for angle in (100, -100):
            u = np.linspace(0, 1, 8)
            points, normals = loft.surface(0.34 + 0.10 * u, angle + u * np.sign(angle) * 40)
            part.after += model.pen.line_on(points, normals, 0.4, (0.4, 0.7))
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
    hair = leather(darker(model.actor.look.hair_colour, 0.45))
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


def _collar(model: Model, neck: Loft) -> None:
    wear = next(w for w in model.actor.look.accessories if w.name in ("collar", "scarf"))
    band = neck.cut(0.62, 0.67).grown(0.008 * model.tall)
    part = Part(model.parts[-1].depth - 0.01 * model.tall, model.outline(band), cloth(wear.colour), smooth=1, shade=0.5)
    part.depth = min(p.depth for p in model.parts if p.name == "trunk") - 0.001
    model.parts.append(part)


def _legs(model: Model, trunk: Part) -> None:
    bones, tall = model.bones, model.tall
    front = np.array(bones.grips[0].frame.facing)
    for side in ("left", "right"):
        out = np.array(bones.chest.left) * (1 if side == "left" else -1)
        for hind, names in enumerate((("shoulder", "elbow", "wrist", "hand"), ("hip", "knee", "ankle", "toe"))):
            joints = np.array([bones[f"{side} {n}"] for n in names])
            leg = model.outline(_limb(model, joints, bool(hind)))
            hides = facing_camera(joints[0], out, model.pen.camera) < 0
            key = model.z(*joints[:2]) + (0.02 * tall if hides else -0.10 * tall)
            key = max(key, trunk.depth + 0.001) if hides else min(key, trunk.depth - 0.001)
            part = Part(key, leg, model.fur, name=f"{side} {names[0]} leg")
            part.joints.append(disc(model, joints[0] + (0, -0.01 * tall, 0), model.coat.leg[0] * tall * 1.6))
            part.after += _muscle(model, joints, bool(hind)) if not hides else []
            model.parts += [part, _shoe(model, joints[-1], front, key)]


def _limb(model: Model, joints: Array, hind: bool) -> Loft:
    """Return a leg: a strong thigh, a joint that shows, a thin shank that ends over the paw."""
    tall, (thigh, knee, shank, _) = model.tall, model.coat.leg
    a, b, c, d = joints
    swell = 1.2 if hind else 0.95
    back = -np.array(model.bones.grips[0].frame.facing) * (0.035 if hind else 0.0) * tall
    points = np.array(
        (a + np.array((0, 0.05 * tall, 0)), a * 0.62 + b * 0.38 + back, b, b * 0.5 + c * 0.5, c, c * 0.45 + d * 0.55, d)
    )
    widths = np.array((0.72 * thigh, thigh, knee * 1.25, knee * 0.86, shank * 1.22, shank * 0.92, shank * 1.05)) * tall
    widths[:2] *= swell
    return strand(points, model.bones.grips[0].frame.facing, widths, 1.12, rows=20)


def _muscle(model: Model, joints: Array, hind: bool) -> list[Ink]:
    """Return the line of a haunch, or of a shoulder blade, on the camera's side."""
    if not model.pen.fine:
        return []
    a, b = joints[0], joints[1]
    ahead = np.array(model.bones.grips[0].frame.facing) * model.tall
    out = np.array(model.bones.chest.left) * model.coat.leg[0] * model.tall
    out = out if facing_camera(a, out, model.pen.camera) > 0 else -out
    u = np.array((0.0, 0.35, 0.7, 1.0))[:, None] * (1.0 if hind else 0.55)
    bow = np.array((0.06, 0.115, 0.10, 0.07))[:, None] * (0.8 if hind else -0.6)
    line = a * (1 - u) + b * u + ahead * bow + out
    return model.pen.line_on(line, None, 0.5, (0.5, 0.5))


def _shoe(model: Model, at: Array, front: Array, key: float) -> Part:
    """Return a paw with its toes, or a hoof."""
    size, hooves = model.coat.leg[3] * model.tall, model.coat.hooves
    paint = leather(darker(model.actor.look.hair_colour, 0.6)) if hooves else model.fur
    shoe = Part(key - 0.0005, _paw(model, at, front, size), paint, smooth=1, shade=0.5)
    if hooves:
        shoe.after += _fetlock(model, at, front, size)
    else:
        shoe.joints.append(disc(model, at + np.array((0, 0.03 * model.tall, 0)), size * 0.8))
        shoe.after += _toes(model, at, front, size)
    return shoe


def _fetlock(model: Model, at: Array, front: Array, size: float) -> list[Ink]:
    """Return the tuft of hair over a hoof."""
    if not model.pen.fine:
        return []
    top = at + np.array((0.0, 0.055 * model.tall, 0.0))
    marks: list[Ink] = []
    for k in (-0.9, -0.35, 0.25):
        tip = top + front * size * k - np.array((0.0, 0.035 * model.tall, 0.0))
        marks += model.pen.line_on(
            np.array([top + front * size * k * 0.7, (top + tip) / 2, tip]), None, 0.5, (0.0, 0.7)
        )
    return marks


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


def _toes(model: Model, at: Array, front: Array, size: float) -> list[Ink]:
    if not model.pen.fine or facing_camera(at, front, model.pen.camera) < 0.0:
        return []
    side = np.cross((0.0, 1.0, 0.0), front)
    marks: list[Ink] = []
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
    paint = leather(darker(model.actor.look.hair_colour, 0.45)) if horse else model.fur
    loft = strand(points, np.array(bones.pelvis.left), table[:, 2] * tall, 0.8 if horse else 1.0, rows=14)
    part = Part(model.z(*points) + 0.02 * tall, model.outline(loft), paint, smooth=1, name="tail")
    if not horse:
        part.joints.append(disc(model, points[0], 0.07 * tall))
    model.parts.append(part)
