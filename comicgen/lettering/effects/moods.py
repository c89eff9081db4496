"""Panels into signs of feeling: gloom, sparkle, hearts, shock, anger rays, soap bubbles."""

import math
from collections.abc import Callable
from random import Random

import numpy as np
import shapely

from ...drawing import BLACK, Gradient, Path, Tone
from ...geometry import Rect
from .plate import Array, Plate, contours, ellipse, ink, lines, outlined, wedges

TRIES = 12
"""Places tried for one shape; where a face fills the frame there is little room."""


def gloom(plate: Plate) -> list[Path]:
    """Hang fine uneven lines from the top over a tone that fades: spirits sink."""
    dice, manner, box = plate.random("gloom"), plate.manner, plate.box
    figures = shapely.union_all([shapely.Polygon(ellipse(h, 1.25)) for h in plate.heads])
    top = Rect(box.x, box.y, box.w, box.h * 0.62)
    sky = contours(plate.whole.intersection(shapely.box(top.x, top.y, top.right, top.bottom)).difference(figures))
    dark = 0.42 if manner.tone is None else manner.tone
    tone = Gradient((box.x, box.y), (box.x, top.bottom), Tone(dark, manner.lpi), Tone(0.0, manner.lpi))
    xs, x = [], box.x
    while x < box.right:
        xs.append(x)
        x += plate.unit * max(0.3, plate.uneven(dice, 1.0, 4.2)) / manner.density
    starts = np.array([(x, box.y - 0.5) for x in xs])
    long = np.array([0.28 + (dice.triangular(0.12, 0.62, 0.28) - 0.28) * manner.jitter for _ in xs]) * box.h
    long = np.maximum(long * manner.length, 0.02 * box.h)
    width = plate.pen * np.array([plate.uneven(dice, 0.35, 1.0) for _ in xs])
    strokes = wedges(starts, starts + np.stack([0 * long, long], axis=1), width, 0 * width)
    cut = [line for ring in strokes if not (line := shapely.Polygon(ring).difference(figures)).is_empty]
    hung = ink(plate, cut, manner.colour or BLACK)
    return [*([Path(sky, fill=tone, opacity=manner.opacity)] if sky else []), *hung]


def _scattered(plate: Plate, dice: Random, count: int, shape: Callable[[Array, float], Array]) -> list[Array]:
    """Scatter shapes round the heads, larger ones first, none on another, on a face or over the frame's border."""
    large, heads = plate.diagonal * plate.manner.size, [f.head for f in plate.chosen]
    wanted = (large * (0.012 + 0.04 * plate.uneven(dice, 0, 1) ** 2) for _ in range(plate.count(count)))
    room, rings = plate.area.buffer(-0.5 * plate.unit), list[Array]()
    for size in sorted(wanted, reverse=True):
        for _ in range(TRIES):
            ring = shape(_near(plate, dice, heads), size)
            whole = shapely.Polygon(ring)
            if room.contains(whole) and not any(shapely.Polygon(r).intersects(whole) for r in rings):
                rings.append(ring)
                break
    return rings


def _near(plate: Plate, dice: Random, heads: list[Rect]) -> Array:
    """Return a place about one of the heads, or anywhere where there is none."""
    if not heads:
        return np.array(plate.box.at(dice.random(), dice.random()))
    head = dice.choice(heads)
    angle, far = dice.uniform(0, 2 * math.pi), dice.uniform(0.8, 1.9)
    return np.array(head.centre) + far * np.array((math.cos(angle) * head.w, math.sin(angle) * head.h))


def sparkle(plate: Plate) -> list[Path]:
    """Set four-pointed stars about the heads."""
    dice = plate.random("sparkle")
    return outlined(plate, _scattered(plate, dice, 26, _star), 0.4 * plate.unit)


def _star(at: Array, size: float) -> Array:
    t = np.linspace(0, 2 * math.pi, 64, endpoint=False)
    power = 3.4
    c, s = np.cos(t), np.sin(t)
    star: Array = at + size * np.stack(
        [0.72 * np.sign(c) * np.abs(c) ** power, np.sign(s) * np.abs(s) ** power], axis=1
    )
    return star


def hearts(plate: Plate) -> list[Path]:
    """Set hearts about the heads."""
    dice = plate.random("hearts")

    def heart(at: Array, size: float) -> Array:
        t = np.linspace(0, 2 * math.pi, 48, endpoint=False)
        x = 16 * np.sin(t) ** 3
        y = -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t))
        lean = dice.uniform(-0.3, 0.3)
        c, s = math.cos(lean), math.sin(lean)
        ring: Array = at + np.stack([x, y], axis=1) @ np.array(((c, s), (-s, c))) * size / 18
        return ring

    return outlined(plate, _scattered(plate, dice, 14, heart), 0.6 * plate.unit)


def bubbles(plate: Plate) -> list[Path]:
    """Let soap bubbles rise about the heads, each with a glint."""
    dice = plate.random("bubbles")
    t = np.linspace(0, 2 * math.pi, 40, endpoint=False)
    circle = np.stack([np.cos(t), np.sin(t)], axis=1)
    rings = _scattered(plate, dice, 22, lambda at, size: at + circle * size * 0.8)
    drawn = outlined(plate, rings, 0.35 * plate.unit)
    glints = [_glint(np.asarray(p.contours[0].points)) for p in drawn]
    return [*drawn, *ink(plate, glints, BLACK)]


def _glint(ring: Array) -> Array:
    middle = ring.mean(axis=0)
    radius = float(np.hypot(*(ring[0] - middle)))
    t = np.linspace(3.5, 4.5, 9)
    way = np.stack([np.cos(t), np.sin(t)], axis=1)
    swell = 0.06 * np.sin(np.linspace(0, math.pi, 9))[:, None]
    return np.concatenate([middle + way * radius * (0.74 + swell), (middle + way * radius * (0.74 - swell))[::-1]])


def shock(plate: Plate) -> list[Path]:
    """Let forked lightning leave the heads: a thought strikes."""
    dice = plate.random("shock")
    bolts: list[tuple[Array, Array]] = []
    nobody = Rect(*plate.box.at(0.4, 0.35), plate.box.w * 0.2, plate.box.h * 0.3)
    count = plate.count(7)
    for head in [f.head for f in plate.chosen] or [nobody]:
        for k in range(count):
            angle = math.pi + (k + 0.5 + plate.manner.jitter * dice.uniform(-0.25, 0.25)) * math.pi / count
            bolts.append(_bolt(plate, head, angle, dice))
    return lines(plate, lambda k: [np.concatenate([b + k * s, (b - k * s)[::-1][1:]]) for b, s in bolts])


def _bolt(plate: Plate, head: Rect, angle: float, dice: Random) -> tuple[Array, Array]:
    """Return the middle of a bolt, and what lies to its left all along it."""
    way = np.array((math.cos(angle), math.sin(angle)))
    side = np.array((-way[1], way[0]))
    near = np.array(head.centre) + way * np.array((head.w, head.h)) * 0.68
    long = 0.5 * max(head.w, head.h) * plate.uneven(dice, 0.7, 1.25) * plate.manner.length
    knees = np.array((0.0, 0.32, 0.27, 0.66, 0.6, 1.0))
    sway = np.array((0.0, 0.13, -0.03, 0.12, -0.05, 0.06)) * long
    line = near + way * (knees * long)[:, None] + side * sway[:, None]
    return line, side * np.array((1.3, 1.0, 1.2, 0.8, 0.9, 0.0))[:, None] * plate.pen


def rays(plate: Plate) -> list[Path]:
    """Surround each head with short strokes: surprise, a bright idea, sudden attention."""
    dice = plate.random("rays")
    ends: list[tuple[Array, Array]] = []
    count = plate.count(9)
    for head in [f.head for f in plate.chosen]:
        sway = [plate.manner.jitter * dice.uniform(-0.03, 0.03) for _ in range(count)]
        turn = math.pi * (1.12 + 0.76 * np.arange(count) / max(count - 1, 1)) + sway
        way = np.stack([np.cos(turn), np.sin(turn)], axis=1)
        half = np.array((head.w, head.h)) / 2
        near = np.array([plate.uneven(dice, 1.22, 1.32) for _ in turn])[:, None]
        far = near + np.array([plate.uneven(dice, 0.2, 0.42) for _ in turn])[:, None] * plate.manner.length
        middle = np.array(head.centre)
        ends.append((middle + half * way * near, middle + half * way * far))
    width = np.full(count, plate.pen * 1.4)
    return lines(plate, lambda k: [w for a, b in ends for w in wedges(a, b, k * width, k * width * 0.3)])
