"""Panels into lines of attention and movement: focus lines, motion arcs, trembling."""

import math
from random import Random

import numpy as np

from ...drawing import BLACK, WHITE, Path
from ...geometry import Rect
from .plate import Array, Plate, lines, wedges
from .speed import heading

BUNDLE = (3, 10)
STEP, GAP = 0.0165, (0.010, 0.055)
"""Radians from line to line in a bundle, and from bundle to bundle."""
WIDTH = 2.2
LEAD, ARCH, RAGGED = 0.35, 0.55, 0.10
"""Bundles start up to so much further out than the clear zone; their sides stop earlier; each line by chance."""
BENDS = 17
FURTHEST = 0.68
"""Lines begin no nearer to the border than this share of the way, whatever they lie on."""


def focus_lines(plate: Plate) -> list[Path]:
    """Draw lines from the border towards the focus: bundles of needles, the middle of each reaching furthest."""
    manner, dice = plate.manner, plate.random("focus lines")
    angles, reach = _bundles(plate, dice, (900 / (plate.diagonal * 8.8)) ** 0.3)
    centre = np.array(plate.focus)
    far = 1.05 * max(math.dist(centre, corner) for corner in plate.box.corners)
    way = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    border = _to_border(plate, centre, way)
    near = np.minimum(_clear(plate, centre, way), FURTHEST * border) * reach
    near = np.maximum(near, 0.16 * min(plate.box.w, plate.box.h) * min(1.0, manner.clear))
    near = border - (border - near) * manner.length if manner.length < 1 else near / manner.length
    keep = near < np.minimum(far, border) * 0.97
    spread = np.array([plate.uneven(dice, 0.35, 1.0) * (1.3 if dice.random() < 0.18 else 1.0) for _ in angles])
    bow = np.array([manner.jitter * dice.gauss(0, 0.12) for _ in angles])
    starts, ends = (centre + way * near[:, None])[keep], (centre + way * far)[keep]
    width = (WIDTH * plate.pen * spread)[keep]
    colour = manner.colour or (WHITE if plate.page == "colour" else BLACK)
    tip = 1 - manner.taper
    return lines(plate, lambda k: wedges(starts, ends, k * tip * width, k * width, bow[keep]), colour)


def _bundles(plate: Plate, dice: Random, finer: float) -> tuple[Array, Array]:
    """Return the angles of all lines and how far from the clear zone each ends, 1 being at it."""
    manner = plate.manner
    step, gap = STEP * finer / manner.density, manner.gap / math.sqrt(manner.density)
    angles, reach = [], []
    angle = dice.uniform(0, 0.2) + math.radians(manner.turn)
    end = angle + 2 * math.pi
    while angle < end:
        count = max(1, round(manner.bundle * plate.uneven(dice, 0.6, 1.0))) if manner.bundle else dice.randint(*BUNDLE)
        lead = plate.uneven(dice, 0, LEAD)
        for k in range(count):
            side = abs(k - (count - 1) / 2) / max(1.0, (count - 1) / 2)
            early = ARCH * side**1.5 * plate.uneven(dice, 0.4, 1.0)
            angles.append(angle)
            reach.append(1 + 0.6 * lead + early + max(-0.06, manner.jitter * dice.gauss(0, RAGGED)))
            angle += max(0.1, plate.uneven(dice, 0.35, 1.0)) * step
        angle += plate.uneven(dice, *GAP) * gap
    return np.array(angles), np.array(reach)


def _clear(plate: Plate, centre: Array, way: Array) -> Array:
    """Return how far from the centre each ray leaves the last subject's ellipse that it meets."""
    clear = np.zeros(len(way))
    for box in plate.obstacles or (_middle(plate.box),):
        clear = np.maximum(clear, leaves(box, centre, way, 1.12 * plate.manner.clear))
    return clear


def _to_border(plate: Plate, centre: Array, way: Array) -> Array:
    """Return how far from the centre each ray meets the frame's box."""
    box, away = plate.box, np.where(np.abs(way) < 1e-9, 1e-9, way)
    sides = np.where(away > 0, np.array((box.right, box.bottom)), np.array((box.x, box.y)))
    far: Array = ((sides - centre) / away).min(axis=1)
    return np.maximum(far, 0.0)


def _middle(box: Rect) -> Rect:
    return Rect(*box.at(0.3, 0.28), box.w * 0.4, box.h * 0.4)


def leaves(box: Rect, centre: Array, way: Array, grow: float = 1.12) -> Array:
    """Return the far root of |centre + t way - middle| = 1 in the ellipse's own measure; 0 where it is missed."""
    half = np.array((box.w, box.h)) / 2 * grow
    p, d = (centre - np.array(box.centre)) / half, way / half
    a, b, c = (d * d).sum(1), (d @ p), float(p @ p) - 1
    root = b * b - a * c
    far: Array = np.where(root > 0, (-b + np.sqrt(np.maximum(root, 0))) / a, 0.0)
    return np.maximum(far, 0.0)


def motion_arcs(plate: Plate) -> list[Path]:
    """Draw tapered arcs behind each mover: three to five round its trailing side."""
    dice = plate.random("motion arcs")
    arcs: list[tuple[tuple[Array, Array], Array, Array]] = []
    for figure in [f for f in plate.chosen if f.moves] or plate.chosen:
        body, back = figure.body, heading(plate, figure) + math.pi
        middle = np.array((body.centre[0], min(body.centre[1], plate.box.bottom - body.w / 2)))
        for k in range(plate.count(dice.randint(3, 5))):
            radius = np.array((body.w * (0.62 + 0.13 * k), min(body.h, plate.box.h) * (0.42 + 0.06 * k)))
            sweep = plate.uneven(dice, 0.8, 1.3) * plate.manner.length
            start = back - sweep / 2 + plate.manner.jitter * dice.uniform(-0.15, 0.15)
            width = plate.pen * plate.uneven(dice, 0.8, 1.6) * _swell(plate)
            arcs.append(((middle, radius), np.linspace(start, start + sweep, BENDS), width))
    return lines(plate, lambda k: [_arc(oval, turn, k * width) for oval, turn, width in arcs])


def _swell(plate: Plate) -> Array:
    """Return how thick an arc is along its length."""
    taper = plate.manner.taper
    swell: Array = 1 - taper + taper * np.sin(np.linspace(0, math.pi, BENDS))
    return swell[:, None]


def _arc(oval: tuple[Array, Array], turn: Array, width: Array) -> Array:
    (middle, radius), way = oval, np.stack([np.cos(turn), np.sin(turn)], axis=1)
    outer, inner = middle + way * (radius + width / 2), middle + way * (radius - width / 2)
    return np.concatenate([outer, inner[::-1]])


def trembling(plate: Plate) -> list[Path]:
    """Draw short wavy lines beside each figure: it shakes."""
    dice = plate.random("trembling")
    waves: list[tuple[Array, Array]] = []
    subjects = [s for f, s in zip(plate.figures, plate.subjects, strict=True) if f in plate.chosen]
    for body in subjects:
        for sign in (-1, 1):
            for k in range(plate.count(3)):
                x = body.centre[0] + sign * body.w * (0.58 + 0.09 * k)
                top = body.y + body.h * plate.uneven(dice, 0.1, 0.25)
                t = np.linspace(0, 1, 33)
                height = body.h * plate.uneven(dice, 0.45, 0.7) * (1 - 0.2 * min(k, 4)) * plate.manner.length
                wave = np.sin(t * 6 * math.pi) * body.w * 0.025 * plate.manner.size
                line = np.stack([x + wave, top + t * height], axis=1)
                swell = (np.sin(t * math.pi) * plate.pen * 0.6)[:, None] * np.array((1.0, 0.0))
                waves.append((line, swell))
    return lines(plate, lambda k: [np.concatenate([line + k * s, (line - k * s)[::-1]]) for line, s in waves])
