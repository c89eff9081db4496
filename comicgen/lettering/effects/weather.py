"""Panels into weather and ground: rain, snow, dust, falling petals."""

import math
from random import Random

import numpy as np
import shapely

from ...drawing import BLACK, WHITE, Path
from .plate import Array, Plate, ink, lines, outlined, wedges


def rain(plate: Plate) -> list[Path]:
    """Draw slanted tapered streaks, near ones long and bold, broken at the faces."""
    dice, manner = plate.random("rain"), plate.manner
    lean = dice.choice((-1, 1)) * dice.uniform(0.10, 0.2)
    way = np.array((lean, 1.0)) / math.hypot(lean, 1.0)
    if manner.direction is not None:
        way = np.array((math.cos(math.radians(manner.direction)), math.sin(math.radians(manner.direction))))
    count = plate.count(150 * min(2.5, plate.box.w * plate.box.h / plate.diagonal**2 * 2.2))
    near = np.array([dice.random() ** 2 for _ in range(count)])
    starts = np.array(
        [(_across(plate, dice), plate.box.y + dice.uniform(-0.15, 1.0) * plate.box.h) for _ in range(count)]
    )
    length = plate.diagonal * (0.05 + 0.13 * near) * [plate.uneven(dice, 0.7, 1.2) for _ in range(count)]
    width = plate.pen * (0.35 + 0.75 * near)
    ends = starts + way * (length * manner.length)[:, None]
    return lines(plate, lambda k: _off_faces(plate, wedges(starts, ends, 0.15 * k * width, k * width)))


def _across(plate: Plate, dice: Random) -> float:
    return plate.box.x + dice.uniform(-0.1, 1.1) * plate.box.w


def _off_faces(plate: Plate, rings: list[Array]) -> list[Array]:
    """Keep the strokes that touch no face: a stroke cut by a cheek would look like a scratch."""
    touched = shapely.intersects(shapely.polygons(np.array(rings)), plate.faces)
    return [r for r, t in zip(rings, touched, strict=True) if not t]


def snow(plate: Plate) -> list[Path]:
    """Scatter flakes: white discs with a fine rim, near ones large."""
    dice = plate.random("snow")
    rings = []
    for _ in range(plate.count(90)):
        radius = plate.diagonal * (0.003 + 0.010 * plate.uneven(dice, 0, 1) ** 3) * plate.manner.size
        rings.append(_disc(_spot(plate, dice), radius, dice))
    return outlined(plate, apart(rings), 0.3 * plate.unit)


def _spot(plate: Plate, dice: Random) -> Array:
    return np.array((plate.box.x + dice.random() * plate.box.w, plate.box.y + dice.random() * plate.box.h))


def _disc(at: Array, radius: float, dice: Random, uneven: float = 0.08) -> Array:
    t = np.linspace(0, 2 * math.pi, 20, endpoint=False)
    wave = 1 + uneven * np.sin(2 * t + dice.uniform(0, 6.3))
    disc: Array = at + radius * wave[:, None] * np.stack([np.cos(t), np.sin(t)], axis=1)
    return disc


def apart(rings: list[Array]) -> list[Array]:
    """Drop what would lie on something drawn before it."""
    kept: list[Array] = []
    shapes = shapely.polygons([shapely.linearrings(r) for r in rings])
    for k, ring in enumerate(rings):
        earlier = shapes[:k]
        if not len(earlier) or not shapely.intersects(earlier, shapes[k]).any():
            kept.append(ring)
    return kept


def petals(plate: Plate) -> list[Path]:
    """Let petals drift across: notched ovals at every turn."""
    dice = plate.random("petals")
    rings = []
    for _ in range(plate.count(34)):
        size = plate.diagonal * plate.uneven(dice, 0.009, 0.022) * plate.manner.size
        turn, squeeze = dice.uniform(0, 2 * math.pi), dice.uniform(0.35, 0.75)
        t = np.linspace(0, 2 * math.pi, 28, endpoint=False)
        notch = 1 - 0.35 * np.exp(-(((t - math.pi / 2) / 0.22) ** 2))
        shape = np.stack([squeeze * np.cos(t) * (1 - 0.25 * np.sin(-t)), np.sin(t) * notch], axis=1) * size
        c, s = math.cos(turn), math.sin(turn)
        rings.append(_spot(plate, dice) + shape @ np.array(((c, s), (-s, c))))
    return outlined(plate, apart(rings), 0.32 * plate.unit)


def dust(plate: Plate) -> list[Path]:
    """Puff clouds of dust at every figure's feet."""
    dice, foot = plate.random("dust"), plate.box.bottom - 0.02 * plate.box.h
    clouds = []
    feet = [(b.centre[0], min(b.bottom, foot), b.w) for b in (f.body for f in plate.chosen)]
    for x, y, wide in feet or [(*plate.box.at(0.5, 0.9), plate.box.w * 0.3)]:
        size = min(wide, 0.5 * plate.box.h) * plate.manner.size
        for sign in (-1, 1):
            puffs = [
                shapely.Point(
                    x + sign * size * (0.34 + 0.11 * k), y - size * (0.05 + dice.uniform(0.0, 0.07) * max(0, 3 - k))
                ).buffer(size * dice.uniform(0.11, 0.16) * max(0.3, 1 - 0.13 * k))
                for k in range(plate.count(5))
            ]
            clouds.append(shapely.union_all(puffs))
    inner = [c.buffer(-0.6 * plate.unit) for c in clouds]
    return [*ink(plate, clouds, BLACK), *ink(plate, inner, plate.manner.colour or WHITE)]
