"""A bird into parts: an egg of a body, a round head, wings folded or spread."""

import numpy as np
import shapely

from ...drawing import Colour
from ...staging import Actor
from ...staging.figure import Skeleton
from ...staging.figure.beasts import stance_of
from .loft import Loft, across, depth, facing_camera, hull, outline, profile, strand, unit
from .marks import Array, Mark, Paint
from .pen import Part, Pen
from .wardrobe import cloth, leather, mixed

BODY = (
    (0.0, 0.02, 0.02),
    (0.06, 0.12, 0.10),
    (0.3, 0.21, 0.19),
    (0.6, 0.22, 0.22),
    (0.85, 0.16, 0.17),
    (1.0, 0.09, 0.10),
)
"""Along the body from the tail to the neck: half width, depth, in shares of the height."""
BEAK: Colour = (236, 170, 70)


def draw_bird(actor: Actor, bones: Skeleton, pen: Pen) -> list[Part]:
    """Return the parts of a bird, not yet sorted."""
    tall = actor.look.height * actor.size
    fur = cloth(actor.look.hair_colour)
    flies = stance_of("bird", actor.pose) == "fly"
    rump, breast = np.array(bones.pelvis.origin), np.array(bones.chest.origin)
    facing, left = np.array(bones.chest.facing), np.array(bones.chest.left)
    level = unit(facing * (1, 0, 1))
    rise = np.array((0.0, 1.0, 0.0))
    way = level if flies else unit(level * 0.75 + rise * 0.66)
    middle = (rump + breast) / 2
    low, high = middle - way * 0.30 * tall, middle + way * 0.26 * tall
    rows = profile(BODY, 16)
    sides, ups = across(np.tile(way, (16, 1)), rise)
    centre = low + (high - low) * rows[:, :1]
    body = Loft(rows[:, 0], centre, sides, ups, rows[:, 1] * tall, rows[:, 2] * tall, rows[:, 2] * tall)
    camera = pen.camera
    key = depth(middle, camera)
    parts = [Part(key, outline(body, camera), fur, name="trunk")]
    parts.append(_tail(low, way, left, (tall, fur, pen)))
    parts += _wings(flies, body, (left, way, tall), (fur, pen, key))
    parts += _feet(bones, (level, left, tall), pen, flies)
    return parts + _head(bones, actor, pen, key)


def _tail(root: Array, way: Array, left: Array, draw: tuple[float, Paint, Pen]) -> Part:
    tall, fur, pen = draw
    tip = root - way * 0.36 * tall
    points = np.array(
        [root + way * 0.10 * tall + left * s * 0.06 * tall for s in (-1, 1)]
        + [tip + left * s * 0.10 * tall for s in (-1, 1)]
    )
    part = Part(depth(tip, pen.camera) + 0.02 * tall, hull(points, pen.camera), fur, smooth=1, shade=0.5)
    for s in (-0.4, 0.4):
        part.after += pen.line_on(np.array([root, tip + left * s * 0.10 * tall]), None, 0.45)
    return part


def _wings(flies: bool, body: Loft, axes: tuple[Array, Array, float], draw: tuple[Paint, Pen, float]) -> list[Part]:
    left, way, tall = axes
    fur, pen, key = draw
    colour = fur.colour
    dark = cloth((mixed(colour[0], 30, 0.25), mixed(colour[1], 30, 0.25), mixed(colour[2], 40, 0.25)))
    parts = []
    for sign in (1, -1):
        side = left * sign
        if flies:
            parts.append(_spread(body.centre[10], side, way, (tall, dark, pen)))
            continue
        angle = np.array((70, 40, 55, 80, 118, 100)) * sign
        t = np.array((0.86, 0.62, 0.30, -0.02, 0.34, 0.70))
        points, normals = body.surface(np.clip(t, 0, 1), angle, 0.012 * tall)
        points = points - way * np.where(t < 0, 0.10, 0.0)[:, None] * tall
        if facing_camera(points.mean(axis=0), normals.mean(axis=0), pen.camera) < -0.15:
            continue
        part = Part(key - 0.05 * tall, hull(points, pen.camera), dark, smooth=1, shade=0.6, name="wing")
        for k in (0.35, 0.6):
            line = points[1] * (1 - k) + points[4] * k
            part.after += pen.line_on(np.array([line, line * 0.4 + points[3] * 0.6, points[3]]), None, 0.45)
        parts.append(part)
    return parts


def _spread(root: Array, side: Array, way: Array, draw: tuple[float, Paint, Pen]) -> Part:
    """Return a wing spread for flight: a leading edge and a row of feathers."""
    tall, paint, pen = draw
    rise = np.array((0.0, 1.0, 0.0))
    spots = [(0.05, 0.10, 0.10), (0.40, 0.14, 0.34), (0.80, 0.02, 0.52), (1.05, -0.16, 0.62)]
    edge = [root + (side * x + way * z + rise * y) * tall for x, z, y in spots]
    trail = []
    for k, (x, z, y) in enumerate(
        ((0.98, -0.34, 0.54), (0.78, -0.38, 0.44), (0.56, -0.38, 0.34), (0.34, -0.36, 0.22), (0.10, -0.26, 0.06))
    ):
        trail.append(root + (side * x + way * z + rise * y) * tall)
        if k < 4:
            trail.append(root + (side * (x - 0.11) + way * (z + 0.09) + rise * (y - 0.04)) * tall)
    ring = pen.flat(np.array(edge + trail))
    shape = shapely.make_valid(shapely.Polygon(ring))
    part = Part(depth(np.array(edge), pen.camera), shape, paint, smooth=1, shade=0.6, name="wing")
    for k in (1, 3, 5, 7):
        part.after += pen.line_on(np.array([trail[k], (trail[k] + edge[2 - (k > 3)]) / 2]), None, 0.45, (0.0, 0.8))
    return part


def _feet(bones: Skeleton, axes: tuple[Array, Array, float], pen: Pen, flies: bool) -> list[Part]:
    level, left, tall = axes
    parts = []
    for sign in (1, -1):
        hip = (np.array(bones.pelvis.origin) + np.array(bones.chest.origin)) / 2 + left * sign * 0.09 * tall
        name = "left" if sign > 0 else "right"
        floor = bones[f"{name} toe"] + level * 0.12 * tall
        foot = hip + (-level * 0.2 - np.array((0.0, 0.16, 0.0))) * tall if flies else floor
        knee = (hip + foot) / 2 - level * 0.03 * tall
        legs = [strand(np.array((hip, knee, foot)), left, np.full(3, 0.016 * tall), rows=6)]
        for turn in (-0.5, 0.0, 0.5, np.pi):
            toe = foot + (level * np.cos(turn) + left * np.sin(turn)) * (0.10 if turn < 3 else 0.06) * tall
            legs.append(strand(np.array((foot, (foot + toe) / 2, toe)), (0, 1, 0), np.full(3, 0.014 * tall), rows=4))
        parts.append(
            Part(depth(knee, pen.camera) + 0.08 * tall, outline(legs, pen.camera), cloth(BEAK), smooth=1, shade=0.0)
        )
    return parts


def _head(bones: Skeleton, actor: Actor, pen: Pen, key: float) -> list[Part]:
    head = bones.head
    camera, fur = pen.camera, cloth(actor.look.hair_colour)
    t = np.linspace(-1, 1, 14)
    size = np.sqrt(np.maximum(1 - t * t, 0.0)) * 0.45 * head.unit
    middle = np.array(head.at((0.0, 0.5, 0.0)))
    tile = np.ones((14, 1))
    ball = Loft(
        t,
        middle + np.array(head.up) * t[:, None] * 0.45 * head.unit,
        np.array(head.left) * tile,
        np.array(head.facing) * tile,
        size,
        size,
        size,
    )
    neck = strand(
        np.array((bones["chest"], (bones["chest"] + middle) / 2, middle)),
        np.array(head.left),
        np.array((0.45, 0.42, 0.40)) * head.unit,
        rows=6,
    )
    near = min(key, depth(middle, camera)) - 0.1 * head.unit
    part = Part(near, outline([ball, neck], camera), fur, name="head")
    part.joints.append(pen.disc(bones["chest"], 0.62))
    part.after += _eyes(bones, pen)
    beak = np.array(
        [
            head.at(p)
            for p in ((0.12, 0.52, 0.38), (-0.12, 0.52, 0.38), (0.0, 0.62, 0.36), (0.0, 0.40, 0.36), (0.0, 0.48, 0.82))
        ]
    )
    ahead = facing_camera(middle, np.array(head.facing), camera) > -0.25
    bill = Part(near - (0.001 if ahead else -0.001), hull(beak, camera), cloth(BEAK), smooth=0, shade=0.4)
    if ahead:
        bill.after += pen.line_on(np.array([head.at(p) for p in ((0.10, 0.50, 0.42), (0.0, 0.485, 0.80))]), None, 0.45)
    return [part, bill]


def _eyes(bones: Skeleton, pen: Pen) -> list[Mark]:
    head = bones.head
    marks: list[Mark] = []
    for sign in (1, -1):
        spot = np.array(head.at((0.30 * sign, 0.60, 0.30)))
        way = unit(np.array(head.left) * sign + np.array(head.facing) * 0.8)
        if facing_camera(spot, way, pen.camera) > 0.1:
            r = 0.085 * pen.head
            marks += pen.dot(pen.flat(spot), r, leather((30, 26, 30)))
            marks += pen.dot(pen.flat(spot) - np.array((0.3, 0.35)) * r, 0.34 * r, Paint((255, 255, 255)))
    return marks
