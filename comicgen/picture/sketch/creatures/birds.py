"""A bird into parts: an egg of a body, a round head, wings folded or spread, legs that step."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely

from ....drawing import Colour
from ....staging import Actor
from ....staging.figure import Skeleton
from ....staging.figure.beasts import stance_of
from ..hulls import hull, outline
from ..loft import Loft, across, depth, facing_camera, profile, unit
from ..marks import Array, Paint
from ..mending import mended
from ..pen import Ink, Part, Pen, curve
from ..tubes import strand
from ..wardrobe.outfits import cloth, leather, mixed

BODY = (
    *((0.0, 0.03, 0.03), (0.06, 0.11, 0.09), (0.25, 0.19, 0.17), (0.55, 0.225, 0.225)),
    *((0.80, 0.19, 0.20), (0.95, 0.13, 0.14), (1.0, 0.10, 0.11)),
)
"""Along the body from the tail to the neck: half width, depth, in shares of the height."""
WING = (
    (66, 0.90),
    (34, 0.74),
    (38, 0.46),
    (60, 0.20),
    (86, -0.02),
    (104, -0.16),
    (112, 0.10),
    (122, 0.40),
    (112, 0.70),
    (88, 0.88),
)
"""A folded wing on the body: (degrees from the back to the left, place along the body)."""
QUILLS = (
    ((96, -0.12), (92, 0.12), (80, 0.34)),
    ((84, -0.02), (80, 0.20), (70, 0.40)),
    ((104, 0.02), (106, 0.24), (98, 0.46)),
)
SCALLOPS = (
    ((42, 0.66), (58, 0.60), (72, 0.64)),
    ((62, 0.54), (80, 0.50), (94, 0.56)),
    ((84, 0.64), (100, 0.62), (112, 0.68)),
)
FEATHERS = ((1.06, -0.20), (0.94, -0.34), (0.78, -0.42), (0.60, -0.44), (0.42, -0.42), (0.24, -0.36), (0.08, -0.24))
"""Tips of a spread wing's feathers: out and ahead, in shares of the height."""
LEADING = ((0.05, 0.10), (0.30, 0.17), (0.55, 0.15), (0.82, 0.04), (1.06, -0.14))
"""The same along its leading edge."""
NOTCHES = tuple(((x + u) / 2, z + 0.07) for (x, z), (u, _) in pairwise(FEATHERS))
TRAILING = np.array(sorted((*FEATHERS, *NOTCHES)))
"""Along its trailing edge from the body: tips, and notches between them."""
STRIPS, THICK = 40, 0.012
"""Strips that a spread wing is made of, and half its thickness."""
BEAK: Colour = (236, 170, 70)
STEPS = {"walk": (0.12, -0.10), "run": (0.16, -0.14)}
"""Forward and backward foot of one who steps, in shares of the height."""
RISE = np.array((0.0, 1.0, 0.0))


@dataclass(frozen=True, slots=True, eq=False)
class Bird:
    """A bird while it is being drawn."""

    actor: Actor
    bones: Skeleton
    pen: Pen
    stance: str
    left: Array
    level: Array
    """Unit vector to where it goes."""
    way: Array
    """Unit vector from tail to breast."""
    middle: Array
    body: Loft

    @property
    def tall(self) -> float:
        return self.actor.look.height * self.actor.size

    @property
    def fur(self) -> Paint:
        return cloth(self.actor.look.hair_colour)

    @property
    def dark(self) -> Paint:
        r, g, b = self.actor.look.hair_colour
        return cloth((mixed(r, 30, 0.25), mixed(g, 30, 0.25), mixed(b, 40, 0.25)))

    def z(self, points: Array) -> float:
        return depth(points, self.pen.camera)


def draw_bird(actor: Actor, bones: Skeleton, pen: Pen) -> list[Part]:
    """Return the parts of a bird, not yet sorted."""
    bird = _bird(actor, bones, pen)
    key = bird.z(bird.middle)
    body = Part(key, outline(bird.body, pen.camera), bird.fur, name="trunk")
    parts = [body, _tail(bird)]
    parts += [_spread(bird, sign) for sign in (1, -1)] if bird.stance == "fly" else _folded(bird, key)
    return parts + _legs(bird, key) + _head(bird, key)


def _bird(actor: Actor, bones: Skeleton, pen: Pen) -> Bird:
    tall, stance = actor.look.height * actor.size, stance_of("bird", actor.pose)
    facing, left = np.array(bones.chest.facing), np.array(bones.chest.left)
    level = unit(facing * (1, 0, 1))
    way = level if stance == "fly" else unit(level * 0.75 + RISE * (0.66 if stance != "walk" else 0.5))
    middle = (np.array(bones.pelvis.origin) + np.array(bones.chest.origin)) / 2
    if stance in ("sit", "lie"):
        middle[1] = actor.position[1] + 0.235 * tall
    rows = profile(BODY, 18)
    low, high = middle - way * 0.30 * tall, middle + way * 0.26 * tall
    sides, ups = across(np.tile(way, (18, 1)), RISE)
    centre = low + (high - low) * rows[:, :1]
    body = Loft(rows[:, 0], centre, sides, ups, rows[:, 1] * tall, rows[:, 2] * tall, rows[:, 2] * tall)
    return Bird(actor, bones, pen, stance, left, level, way, middle, body)


def _tail(bird: Bird) -> Part:
    tall, root = bird.tall, bird.body.centre[0]
    fan = 0.20 if bird.stance == "fly" else 0.09
    tip = root - bird.way * 0.36 * tall
    rim = [tip + bird.left * s * fan * tall + bird.way * 0.05 * abs(s) * tall for s in (-1, -0.5, 0, 0.5, 1)]
    base = [root + bird.way * 0.12 * tall + bird.left * s * 0.06 * tall for s in (-1, 1)]
    shape = hull(np.array(base + rim), bird.pen.camera)
    part = Part(bird.z(tip) + 0.02 * tall, shape, bird.dark, smooth=1, shade=0.5)
    for end in rim[1:-1]:
        part.after += bird.pen.line_on(np.array([root, (root + end) / 2, end]), None, 0.45)
    return part


def _folded(bird: Bird, key: float) -> list[Part]:
    """Return the wings that lie on the body, with their rows of feathers."""
    parts = []
    for sign in (1, -1):
        spots = curve((*WING, WING[0]), 40)[:-1]
        points, normals = _on_body(bird, spots, sign)
        if facing_camera(points.mean(axis=0), normals.mean(axis=0), bird.pen.camera) < -0.1:
            continue
        shape = mended(shapely.Polygon(bird.pen.flat(points)))
        part = Part(key - 0.05 * bird.tall, shape, bird.dark, smooth=1, shade=0.6, name="wing")
        for row in (*QUILLS, *SCALLOPS) if bird.pen.fine else ():
            line, seen = _on_body(bird, curve(row, 8), sign)
            part.after += bird.pen.line_on(line, seen, 0.45, (0.0, 0.6))
        parts.append(part)
    return parts


def _on_body(bird: Bird, spots: Array, sign: int) -> tuple[Array, Array]:
    """Return points and normals of (degrees, place) on the body; places before 0 go on behind it."""
    points, normals = bird.body.surface(np.clip(spots[:, 1], 0, 1), spots[:, 0] * sign, 0.012 * bird.tall)
    beyond = np.minimum(spots[:, 1], 0.0)[:, None] * 0.62 * bird.tall
    return points + bird.way * beyond, normals


def _spread(bird: Bird, sign: int) -> Part:
    """Return a wing spread for flight: a leading edge and a row of feathers."""
    tall, pen = bird.tall, bird.pen
    side, root = bird.left * sign, bird.body.centre[12]

    def at(x: float, z: float) -> Array:
        lift = 0.14 + 0.50 * min(x, 0.8) ** 0.8 - 0.10 * max(0.0, x - 0.8) + 0.55 * z
        spot: Array = root + (side * x + bird.level * z + RISE * lift) * tall
        return spot

    # Boxes from the leading edge back to the feathers: one whole wing from any side, from its own edge too.
    reach = np.linspace(FEATHERS[-1][0], FEATHERS[0][0], STRIPS)
    ahead, back = (np.interp(reach, *rim.T) for rim in (curve(LEADING, STRIPS), TRAILING))
    strips = np.array([(at(x, a), at(x, b)) for x, a, b in zip(reach, ahead, back, strict=True)])
    thick = RISE * THICK * tall
    boxes = np.concatenate([strips - thick, strips + thick], axis=1)
    part = Part(bird.z(strips[:, 0]), outline(boxes, pen.camera), bird.dark, smooth=1, shade=0.6, name="wing")
    for (x, _), notch in zip(FEATHERS, TRAILING[-2::-2], strict=False):
        outer, inner = at(*notch), at(0.83 * x + 0.02, -0.02)
        part.after += pen.line_on(np.array([outer, (outer + inner) / 2, inner]), None, 0.45, (0.0, 0.7))
    row = np.array([at(x, -0.08) for x in (0.10, 0.35, 0.60, 0.85)])
    part.after += pen.line_on(row, None, 0.45, (0.3, 0.6))
    return part


def _legs(bird: Bird, key: float) -> list[Part]:
    """Return both legs: feathered above, thin shanks, three toes ahead and one behind."""
    tall, stance = bird.tall, bird.stance
    parts = []
    for k, sign in enumerate((1, -1)):
        hip = bird.middle - RISE * 0.10 * tall + bird.left * sign * 0.09 * tall - bird.level * 0.02 * tall
        foot = hip * (1, 0, 1) + RISE * (bird.actor.position[1] + 0.014 * tall) + bird.level * 0.04 * tall
        foot = foot + bird.level * STEPS.get(stance, (0.0, 0.0))[k] * tall
        if stance == "fly":
            foot = hip - bird.level * 0.20 * tall - RISE * 0.12 * tall
        joint = (hip + foot) / 2 - bird.level * 0.05 * tall
        near = key + (0.03 if facing_camera(hip, bird.left * sign, bird.pen.camera) < 0 else -0.03) * tall
        if stance not in ("sit", "lie"):
            thigh = strand(
                np.array((hip, hip * 0.5 + joint * 0.5, joint)), bird.left, np.array((0.10, 0.075, 0.02)) * tall, rows=8
            )
            parts.append(Part(max(near, key + 0.001), outline(thigh, bird.pen.camera), bird.fur, smooth=1))
        shank = [
            strand(
                np.array((joint, foot * 0.5 + joint * 0.5, foot)),
                bird.left,
                np.array((0.02, 0.013, 0.017)) * tall,
                rows=6,
            )
        ]
        tucked = stance in ("sit", "lie")
        claws = _toes(bird, foot + bird.level * (0.10 * tall if tucked else 0.0))
        parts.append(
            Part(
                max(near, key + 0.002) if not tucked else key - 0.01,
                outline(claws if tucked else shank + claws, bird.pen.camera),
                cloth(BEAK),
                smooth=1,
                shade=0.0,
            )
        )
    return parts


def _toes(bird: Bird, foot: Array) -> list[Loft]:
    toes = []
    droop = RISE * (-0.06 if bird.stance == "fly" else 0.0)
    for turn, long in ((-0.55, 0.10), (0.0, 0.12), (0.55, 0.10), (np.pi, 0.06)):
        tip = foot + (bird.level * np.cos(turn) + bird.left * np.sin(turn) + droop) * long * bird.tall
        widths = np.array((0.015, 0.014, 0.006)) * bird.tall
        toes.append(strand(np.array((foot, (foot + tip) / 2 + RISE * 0.008 * bird.tall, tip)), RISE, widths, rows=5))
    return toes


def _head(bird: Bird, key: float) -> list[Part]:
    head, pen = bird.bones.head, bird.pen
    drop = RISE * ((bird.actor.position[1] + 0.235 * bird.tall) - (bird.bones["chest"] + bird.bones["pelvis"])[1] / 2)
    drop = drop if bird.stance in ("sit", "lie") else RISE * 0.0

    def at(x: float, y: float, z: float) -> Array:
        spot: Array = np.array(head.at((x, y, z))) + drop
        return spot

    t = np.sin(np.linspace(-0.5, 0.5, 15) * np.pi)
    size = np.sqrt(np.maximum(1 - t * t, 0.0)) * 0.44 * head.unit
    middle, tile = at(0.0, 0.5, 0.0), np.ones((15, 1))
    up, facing = np.array(head.up), np.array(head.facing)
    ball = Loft(
        t, middle + up * t[:, None] * 0.44 * head.unit, np.array(head.left) * tile, facing * tile, size, size, size
    )
    breast = bird.body.centre[13]
    neck = strand(
        np.array((breast, breast * 0.5 + middle * 0.5, middle)),
        np.array(head.left),
        np.array((0.52, 0.46, 0.42)) * head.unit,
        rows=6,
    )
    near = min(key, bird.z(middle)) - 0.1 * head.unit
    part = Part(near, outline([ball, neck], pen.camera), bird.fur, name="head")
    part.joints.append(pen.disc(breast, 0.72))
    part.after += _eyes(bird, at)
    beak = np.array(
        [
            at(*p)
            for p in ((0.12, 0.52, 0.38), (-0.12, 0.52, 0.38), (0.0, 0.62, 0.36), (0.0, 0.40, 0.36), (0.0, 0.47, 0.80))
        ]
    )
    ahead = facing_camera(middle, facing, pen.camera) > -0.25
    bill = Part(near - (0.001 if ahead else -0.001), hull(beak, pen.camera), cloth(BEAK), smooth=0, shade=0.4)
    if ahead:
        bill.after += pen.line_on(
            np.array([at(0.10, 0.50, 0.42), at(0.05, 0.495, 0.6), at(0.0, 0.475, 0.78)]), None, 0.45
        )
    return [part, bill]


def _eyes(bird: Bird, at: Callable[[float, float, float], Array]) -> list[Ink]:
    head, pen = bird.bones.head, bird.pen
    marks: list[Ink] = []
    for sign in (1, -1):
        spot = at(0.30 * sign, 0.60, 0.30)
        way = unit(np.array(head.left) * sign + np.array(head.facing) * 0.8)
        if facing_camera(spot, way, pen.camera) > 0.1:
            r = 0.085 * pen.head
            marks += pen.dot(pen.flat(spot), r, leather((30, 26, 30)))
            marks += pen.dot(pen.flat(spot) - np.array((0.3, 0.35)) * r, 0.34 * r, Paint((255, 255, 255)))
    return marks
