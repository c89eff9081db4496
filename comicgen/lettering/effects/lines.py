"""Panels into lines of movement: focus lines, speed lines, motion arcs, trembling."""

import math
from dataclasses import dataclass
from random import Random

import numpy as np

from ...drawing import Path
from ...geometry import Rect
from .plate import Array, Plate, ink, wedges


@dataclass(frozen=True, slots=True)
class Focus:
    """How focus lines are drawn. Angles in radians, ``width`` in pens, lengths over the clear radius."""

    bundle: tuple[int, int] = (3, 10)
    step: float = 0.0165
    gap: tuple[float, float] = (0.010, 0.055)
    width: float = 2.2
    lead: float = 0.35
    """Bundles start up to this much further out than the clear zone."""
    arch: float = 0.55
    """The sides of a bundle stop this much earlier than its middle."""
    ragged: float = 0.10
    furthest: float = 0.68
    """Lines begin no nearer to the border than this share of the way, whatever they lie on."""


@dataclass(frozen=True, slots=True)
class Speed:
    """How speed lines are drawn. Spacings in pens, lengths over the diagonal."""

    bundle: tuple[int, ...] = (1, 2, 3, 4, 6)
    lengths: tuple[float, ...] = (0.25, 0.4, 0.6, 0.9, 1.2)
    width: float = 1.7
    pitch: tuple[float, float] = (0.8, 2.4)
    gap: tuple[float, float] = (2.0, 15.0)
    clear: tuple[float, float] = (0.98, 1.3)
    """A line stops at the subject's ellipse times a number in this range."""


def focus_lines(plate: Plate, manner: Focus | None = None) -> list[Path]:
    """Draw lines from the border towards the focus: bundles of needles, the middle of each reaching furthest."""
    manner = manner or Focus()
    dice = plate.random("focus lines")
    angles, reach = _bundles(manner, dice, (900 / (plate.diagonal * 8.8)) ** 0.3)
    centre = np.array(plate.focus)
    far = 1.05 * max(math.dist(centre, corner) for corner in plate.box.corners)
    way = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    near = np.minimum(_clear(plate, centre, way), manner.furthest * _to_border(plate, centre, way)) * reach
    near = np.maximum(near, 0.16 * min(plate.box.w, plate.box.h))
    keep = near < far * 0.97
    spread = np.array([dice.uniform(0.35, 1.0) * (1.3 if dice.random() < 0.18 else 1.0) for _ in angles])
    bow = np.array([dice.gauss(0, 0.12) for _ in angles])
    starts, ends = centre + way * near[:, None], centre + way * far
    width = manner.width * plate.unit * spread
    return ink(plate, wedges(starts[keep], ends[keep], 0 * width[keep], width[keep], bow[keep]))


def _bundles(manner: Focus, dice: Random, finer: float) -> tuple[Array, Array]:
    """Return the angles of all lines and how far from the clear zone each ends, 1 being at it."""
    angles, reach = [], []
    angle = dice.uniform(0, 0.2)
    end = angle + 2 * math.pi
    while angle < end:
        count, lead = dice.randint(*manner.bundle), dice.uniform(0, manner.lead)
        for k in range(count):
            side = abs(k - (count - 1) / 2) / max(1.0, (count - 1) / 2)
            early = manner.arch * side**1.5 * dice.uniform(0.4, 1.0)
            angles.append(angle)
            reach.append(1 + 0.6 * lead + early + max(-0.06, dice.gauss(0, manner.ragged)))
            angle += dice.uniform(0.35, 1.0) * manner.step * finer
        angle += dice.uniform(*manner.gap)
    return np.array(angles), np.array(reach)


def _clear(plate: Plate, centre: Array, way: Array) -> Array:
    """Return how far from the centre each ray leaves the last subject's ellipse that it meets."""
    clear = np.zeros(len(way))
    for box in plate.figures or (_middle(plate.box),):
        clear = np.maximum(clear, _leaves(box, centre, way))
    return clear


def _to_border(plate: Plate, centre: Array, way: Array) -> Array:
    """Return how far from the centre each ray meets the frame's box."""
    box, away = plate.box, np.where(np.abs(way) < 1e-9, 1e-9, way)
    sides = np.where(away > 0, np.array((box.right, box.bottom)), np.array((box.x, box.y)))
    far: Array = ((sides - centre) / away).min(axis=1)
    return np.maximum(far, 0.0)


def _middle(box: Rect) -> Rect:
    return Rect(*box.at(0.3, 0.28), box.w * 0.4, box.h * 0.4)


def _leaves(box: Rect, centre: Array, way: Array, grow: float = 1.12) -> Array:
    """Return the far root of |centre + t way - middle| = 1 in the ellipse's own measure; 0 where it is missed."""
    half = np.array((box.w, box.h)) / 2 * grow
    p, d = (centre - np.array(box.centre)) / half, way / half
    a, b, c = (d * d).sum(1), (d @ p), float(p @ p) - 1
    root = b * b - a * c
    far: Array = np.where(root > 0, (-b + np.sqrt(np.maximum(root, 0))) / a, 0.0)
    return np.maximum(far, 0.0)


def speed_lines(plate: Plate, manner: Speed | None = None) -> list[Path]:
    """Draw parallel lines in bundles, tapered at both ends and broken at the figures."""
    manner = manner or Speed()
    dice = plate.random("speed lines")
    angle = _heading(plate, dice)
    way = np.array((math.cos(angle), math.sin(angle)))
    side = np.array((-way[1], way[0]))
    middle = np.array(plate.box.centre)
    pieces: list[tuple[Array, Array, float]] = []
    across = -plate.diagonal / 2
    while across < plate.diagonal / 2:
        for _ in range(dice.choice(manner.bundle)):
            length = plate.diagonal * dice.choice(manner.lengths) * dice.uniform(0.7, 1.1)
            start = dice.uniform(-0.55, 0.55) * plate.diagonal - length / 2
            width = manner.width * plate.unit * dice.uniform(0.25, 1.0) * (1.8 if dice.random() < 0.1 else 1.0)
            origin = middle + side * across
            for a, b in _broken(plate, origin, way, (start, start + length), dice.uniform(*manner.clear)):
                pieces.append((origin + way * a, origin + way * b, width))
            across += dice.uniform(*manner.pitch) * plate.unit
        across += dice.uniform(*manner.gap) * plate.unit
    return ink(plate, _needles(pieces, dice))


def _heading(plate: Plate, dice: Random) -> float:
    """Lines follow the movement: up and down for a fall or a jump, else along the ground."""
    upright = ("fall", "jump", "drop", "leap", "rise", "soar", "dive", "climb", "跳", "落", "掉", "坠", "飛び", "降")
    base = math.pi / 2 if any(w in plate.action.lower() for w in upright) else 0.0
    return base + dice.uniform(-0.09, 0.09)


def _broken(
    plate: Plate, origin: Array, way: Array, reach: tuple[float, float], grow: float
) -> list[tuple[float, float]]:
    """Return the parts of a line outside every figure's ellipse, in lengths along it from the origin."""
    parts = [reach]
    for box in plate.figures:
        back = _leaves(box, origin, way[None], grow)[0], _leaves(box, origin, -way[None], grow)[0]
        inside = (-back[1], back[0]) if _in(box, origin, grow) else _crossed(box, origin, way, grow)
        if inside is None:
            continue
        a, b = inside
        parts = [q for p in parts for q in ((p[0], min(p[1], a)), (max(p[0], b), p[1])) if q[1] - q[0] > 4 * plate.unit]
    return parts


def _in(box: Rect, point: Array, grow: float) -> bool:
    half = np.array((box.w, box.h)) / 2 * grow
    return bool((((point - np.array(box.centre)) / half) ** 2).sum() < 1)


def _crossed(box: Rect, origin: Array, way: Array, grow: float) -> tuple[float, float] | None:
    half = np.array((box.w, box.h)) / 2 * grow
    p, d = (origin - np.array(box.centre)) / half, way / half
    a, b, c = float(d @ d), float(d @ p), float(p @ p) - 1
    root = b * b - a * c
    return None if root <= 0 else ((-b - math.sqrt(root)) / a, (-b + math.sqrt(root)) / a)


def _needles(pieces: list[tuple[Array, Array, float]], dice: Random) -> list[Array]:
    """Return each line as one ring: thin at both ends, thickest somewhere between."""
    rings = []
    for start, end, width in pieces:
        along = end - start
        normal = np.array((-along[1], along[0])) / max(float(np.hypot(*along)), 1e-9)
        thick = start + along * dice.uniform(0.35, 0.7)
        rings.append(np.array([start, thick + normal * width / 2, end, thick - normal * width / 2]))
    return rings


def motion_arcs(plate: Plate) -> list[Path]:
    """Draw tapered arcs behind each figure's movement: three to five round its trailing side."""
    dice = plate.random("motion arcs")
    rings: list[Array] = []
    for head, body in zip(plate.heads, plate.bodies, strict=True):
        left = head.centre[0] < plate.box.centre[0]
        middle = np.array((body.centre[0], min(body.centre[1], plate.box.bottom - body.w / 2)))
        for k in range(dice.randint(3, 5)):
            radius = np.array((body.w * (0.62 + 0.13 * k), min(body.h, plate.box.h) * (0.42 + 0.06 * k)))
            start = (math.pi if left else 0.0) + dice.uniform(-0.75, -0.45)
            rings.append(
                _arc(middle, radius, (start, start + dice.uniform(0.8, 1.3)), plate.unit * dice.uniform(0.8, 1.6))
            )
    return ink(plate, rings)


def _arc(middle: Array, radius: Array, turn: tuple[float, float], width: float) -> Array:
    t = np.linspace(*turn, 17)
    swell = np.sin(np.linspace(0, math.pi, 17)) * width / 2
    way = np.stack([np.cos(t), np.sin(t)], axis=1)
    outer, inner = middle + way * (radius + swell[:, None]), middle + way * (radius - swell[:, None])
    return np.concatenate([outer, inner[::-1]])


def trembling(plate: Plate) -> list[Path]:
    """Draw short wavy lines beside each figure: it shakes."""
    dice = plate.random("trembling")
    rings: list[Array] = []
    for body in plate.subjects:
        for sign in (-1, 1):
            for k in range(3):
                x = body.centre[0] + sign * body.w * (0.58 + 0.09 * k)
                top = body.y + body.h * dice.uniform(0.1, 0.25)
                t = np.linspace(0, 1, 33)
                height = body.h * dice.uniform(0.45, 0.7) * (1 - 0.2 * k)
                line = np.stack([x + np.sin(t * 6 * math.pi) * body.w * 0.025, top + t * height], axis=1)
                swell = (np.sin(t * math.pi) * plate.unit * 0.6)[:, None] * np.array((1.0, 0.0))
                rings.append(np.concatenate([line + swell, (line - swell)[::-1]]))
    return ink(plate, rings)
