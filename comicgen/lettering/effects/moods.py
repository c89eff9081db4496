"""Panels into signs of feeling: gloom, sparkle, hearts, shock, anger rays, soap bubbles."""

import math
from collections.abc import Callable
from random import Random

import numpy as np
import shapely

from ...drawing import BLACK, Gradient, Path, Tone
from ...geometry import Rect
from .plate import Array, Plate, contours, ellipse, ink, outlined, wedges
from .weather import apart


def gloom(plate: Plate) -> list[Path]:
    """Hang fine uneven lines from the top over a tone that fades: spirits sink."""
    dice = plate.random("gloom")
    box = plate.box
    figures = shapely.union_all([shapely.Polygon(ellipse(h, 1.25)) for h in plate.heads])
    top = Rect(box.x, box.y, box.w, box.h * 0.62)
    sky = contours(plate.whole.intersection(shapely.box(top.x, top.y, top.right, top.bottom)).difference(figures))
    tone = Gradient((box.x, box.y), (box.x, top.bottom), Tone(0.42), Tone(0.0))
    xs, x = [], box.x
    while x < box.right:
        xs.append(x)
        x += plate.unit * dice.uniform(1.0, 4.2)
    starts = np.array([(x, box.y - 0.5) for x in xs])
    long = np.array([dice.triangular(0.12, 0.62, 0.28) for _ in xs]) * box.h
    width = plate.unit * np.array([dice.uniform(0.35, 1.0) for _ in xs])
    lines = wedges(starts, starts + np.stack([0 * long, long], axis=1), width, 0 * width)
    cut = [line for ring in lines if not (line := shapely.Polygon(ring).difference(figures)).is_empty]
    return [*([Path(sky, fill=tone)] if sky else []), *ink(plate, cut)]


def _scattered(plate: Plate, dice: Random, count: int, shape: Callable[[Array, float], Array]) -> list[Array]:
    """Scatter shapes round the heads, larger ones first, none on another or on a face."""
    rings = []
    sizes = sorted((plate.diagonal * (0.012 + 0.04 * dice.random() ** 2) for _ in range(count)), reverse=True)
    for size in sizes:
        if plate.heads:
            head = dice.choice(plate.heads)
            angle, far = dice.uniform(0, 2 * math.pi), dice.uniform(0.8, 1.9)
            at = np.array(head.centre) + far * np.array((math.cos(angle) * head.w, math.sin(angle) * head.h))
        else:
            at = np.array(plate.box.at(dice.random(), dice.random()))
        rings.append(shape(at, size))
    return apart(rings)


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
    return [*drawn, *ink(plate, glints)]


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
    rings: list[Array] = []
    for head in plate.heads or (Rect(*plate.box.at(0.4, 0.35), plate.box.w * 0.2, plate.box.h * 0.3),):
        for k in range(7):
            angle = math.pi + (k + 0.5 + dice.uniform(-0.25, 0.25)) * math.pi / 7
            rings.append(_bolt(head, angle, dice, plate.unit))
    return ink(plate, rings)


def _bolt(head: Rect, angle: float, dice: Random, unit: float) -> Array:
    way = np.array((math.cos(angle), math.sin(angle)))
    side = np.array((-way[1], way[0]))
    near = np.array(head.centre) + way * np.array((head.w, head.h)) * 0.68
    long = 0.5 * max(head.w, head.h) * dice.uniform(0.7, 1.25)
    knees = np.array((0.0, 0.32, 0.27, 0.66, 0.6, 1.0))
    sway = np.array((0.0, 0.13, -0.03, 0.12, -0.05, 0.06)) * long
    line = near + way * (knees * long)[:, None] + side * sway[:, None]
    half = np.array((1.3, 1.0, 1.2, 0.8, 0.9, 0.0))[:, None] * unit
    return np.concatenate([line + side * half, (line - side * half)[::-1][1:]])


def rays(plate: Plate) -> list[Path]:
    """Surround each head with short strokes: surprise, a bright idea, sudden attention."""
    dice = plate.random("rays")
    found: list[Array] = []
    for head in plate.heads:
        turn = np.array([math.pi * (1.12 + 0.76 * k / 8) + dice.uniform(-0.03, 0.03) for k in range(9)])
        way = np.stack([np.cos(turn), np.sin(turn)], axis=1)
        half = np.array((head.w, head.h)) / 2
        near = np.array([dice.uniform(1.22, 1.32) for _ in turn])[:, None]
        far = near + np.array([dice.uniform(0.2, 0.42) for _ in turn])[:, None]
        width = np.full(len(turn), plate.unit * 1.4)
        found += wedges(
            np.array(head.centre) + half * way * near, np.array(head.centre) + half * way * far, width, width * 0.3
        )
    return ink(plate, found, BLACK)
