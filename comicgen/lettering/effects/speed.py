"""Panels into speed lines: bundles behind who moves, or along the whole frame; nobody else is touched."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import numpy as np

from ...drawing import Path
from ...geometry import Rect
from .plate import NEAR, Array, Figure, Plate, lines

BUNDLES = (2, 3, 4, 4, 6, 7)
PITCH, GAP = (0.9, 2.2), (3.0, 12.0)
"""From line to line in a bundle, and from bundle to bundle, in pens."""
WIDTH = 2.1
LEAST, SLIM = 0.08, 14.0
"""A shorter piece of line is a crumb and is left out: share of the diagonal, and times its own width."""
REACH = (0.4, 1.0)
"""Length of a line behind a mover, over the diagonal."""
APART = 1.12
"""How far from a figure's oval a line stays."""
BESIDE, AHEAD = 1.7, 1.3
"""Lines pass above and below a mover to so many of its half heights, and so many half lengths past its middle."""
RISING = re.compile(r"\b(jump|leap|rise|rising|soar|climb|hop)|[跳飞飛]")
FALLING = re.compile(r"\b(fall|drop|plummet|tumbl)|[落掉坠降]")
DIVING = re.compile(r"\b(div(e|ing)|swoop)|俯冲")
LIFT = 38.0
"""Degrees by which a leap goes upwards."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A direction of movement: along it, across it, and the middle that both are measured from."""

    middle: Array
    along: Array

    @property
    def across(self) -> Array:
        return np.array((-self.along[1], self.along[0]))

    def half(self, box: Rect) -> tuple[float, float]:
        """Return half the extent of a box's oval along and across the way."""
        reach = np.array((box.w, box.h)) / 2
        return float(np.hypot(*(reach * self.along))), float(np.hypot(*(reach * self.across)))

    def at(self, box: Rect) -> tuple[float, float]:
        """Return where a box's middle lies along and across the way."""
        off = np.array(box.centre) - self.middle
        return float(off @ self.along), float(off @ self.across)


@dataclass(frozen=True, slots=True)
class _Stroke:
    """One line: its way, start, end and place across it, its width, and where along it the pen presses most."""

    way: _Way
    start: float
    end: float
    across: float
    width: float
    thick: float

    def ring(self, broad: float, taper: float) -> Array:
        """Return its outline at ``broad`` times the width, its ends thinned out as far as the taper goes."""
        origin = self.way.middle + self.way.across * self.across
        p, q = origin + self.way.along * self.start, origin + self.way.along * self.end
        side = self.way.across * self.width * broad / 2
        blunt, knee = side * (1 - taper), p + (q - p) * self.thick
        return np.array([p + blunt, knee + side, q + blunt, q - blunt, knee - side, p - blunt])


def speed_lines(plate: Plate) -> list[Path]:
    """Draw parallel tapered lines in bundles along the movement, stopped by whoever stands in their way."""
    dice = plate.random("speed lines")
    forced, moving = plate.manner.spread, _movers(plate)
    moving = [f for f in moving if forced == "trail" or (not forced and plate.afar(f))]
    strokes = [s for figure in moving for s in _trail(plate, figure, dice)] or list(_frame(plate, dice))
    return lines(plate, lambda broad: [s.ring(broad, plate.manner.taper) for s in strokes])


def _movers(plate: Plate) -> list[Figure]:
    """Return who moves: as the author says, else as the panel's words say, else the only one there."""
    if plate.manner.subject == "none":
        return []
    if plate.manner.subject or plate.manner.spread == "trail":
        return list(plate.chosen)
    return [f for f in plate.figures if f.moves] or (list(plate.figures) if len(plate.figures) == 1 else [])


def heading(plate: Plate, figure: Figure | None) -> float:
    """Return the direction of movement in radians: the author's, else from the action and the way a face looks."""
    if plate.manner.direction is not None:
        return math.radians(plate.manner.direction)
    side = (figure.side if figure else 0.0) or 1.0
    flat = 0.0 if side > 0 else math.pi
    told = (figure.pose if figure else "").lower() or plate.action.lower()
    if FALLING.search(told):
        return math.pi / 2
    lift = -LIFT if RISING.search(told) else LIFT if DIVING.search(told) else 0.0
    return flat + math.copysign(1.0, side) * math.radians(lift)


def _way(plate: Plate, figure: Figure | None, dice: Random) -> _Way:
    angle = heading(plate, figure) + plate.manner.jitter * dice.uniform(-0.02, 0.02)
    middle = figure.body.centre if figure else plate.box.centre
    return _Way(np.array(middle), np.array((math.cos(angle), math.sin(angle))))


def _trail(plate: Plate, figure: Figure, dice: Random) -> Iterator[_Stroke]:
    """Draw what a mover leaves behind: lines from its back to wherever they end, some past its head and feet."""
    way = _way(plate, figure, dice)
    long, high = way.half(figure.body)
    others = [f.body for f in plate.figures if f is not figure]
    for across, width in _rows(plate, dice, (-BESIDE * high, BESIDE * high)):
        inside = _span(across / (high * APART))
        if inside > 0:
            front = -long * inside * APART * plate.manner.clear - plate.uneven(dice, 0.0, 0.16) * long
        else:
            front = (plate.uneven(dice, 0.0, AHEAD + 0.7) - 0.7) * long
            front = min([front, *(_before(way, other, across) for other in others)])
        back = front - plate.diagonal * plate.uneven(dice, *REACH) * plate.manner.length
        for other in others:
            back = max(back, _beyond(way, other, across, front))
        if front - back > max(LEAST * plate.diagonal, SLIM * width):
            yield _Stroke(way, back, front, across, width, dice.uniform(0.35, 0.6))


def _span(off: float) -> float:
    """Return how long a figure is where a line passes ``off`` its middle: 1 there, 0 beside it; limbs fill corners."""
    return float(max(0.0, 1 - off**4) ** 0.25)


def _rows(plate: Plate, dice: Random, span: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """Yield the place across the way, and the width, of every line: bundles with gaps between them."""
    manner, pen = plate.manner, plate.pen
    pitch, gap = plate.unit / manner.density, plate.unit * manner.gap / math.sqrt(manner.density)
    across = span[0] + plate.uneven(dice, 0.0, 1.0) * GAP[0] * gap
    while across < span[1]:
        count = round(manner.bundle * plate.uneven(dice, 0.6, 1.0)) if manner.bundle else dice.choice(BUNDLES)
        for _ in range(max(1, count)):
            bold = 1.7 if dice.random() < 0.12 * manner.jitter else 1.0
            yield across, WIDTH * pen * plate.uneven(dice, 0.3, 1.0) * bold
            across += plate.uneven(dice, *PITCH) * pitch
        across += max(0.2, plate.uneven(dice, *GAP)) * gap


def _beyond(way: _Way, box: Rect, across: float, front: float) -> float:
    """Return where a line going back from ``front`` meets a figure's oval, minus infinity where it does not."""
    (at, off), (long, high) = way.at(box), way.half(box)
    inside = _span((across - off) / (high * APART))
    if inside <= 0 or at - long * APART * inside > front:
        return -math.inf
    return at + long * APART * inside


def _before(way: _Way, box: Rect, across: float) -> float:
    """Return half the way to a figure ahead on a line, infinity where none stands there."""
    (at, off), (long, high) = way.at(box), way.half(box)
    inside = _span((across - off) / (high * APART))
    near = at - long * APART * inside
    return 0.5 * near if inside > 0 and near > 0 else math.inf


def _frame(plate: Plate, dice: Random) -> Iterator[_Stroke]:
    """Yield lines along the whole frame: from its ends towards the subjects, who stay in a calm middle."""
    way = _way(plate, max(plate.chosen, key=lambda f: f.head.w, default=None), dice)
    way = _Way(np.array(plate.box.centre), way.along)
    long, high = way.half(plate.box)
    long, high = long * 1.42, high * 1.42
    for across, width in _rows(plate, dice, (-high, high)):
        calm = _calm(plate, way, across)
        if calm is None:
            if dice.random() < 0.5 + 0.8 * abs(across) / high:
                start = dice.uniform(-1.1, 0.2) * long
                yield _Stroke(way, start, start + long * plate.uneven(dice, 0.7, 1.9), across, width, 0.5)
            continue
        for sign, edge in ((-1.0, calm[0]), (1.0, calm[1])):
            free = sign * long - edge
            reach = sign * long - free * min(1.0, plate.uneven(dice, 0.35, 1.0) * plate.manner.length)
            if abs(sign * long - reach) > max(LEAST * plate.diagonal, SLIM * width):
                yield _Stroke(way, sign * long, reach, across, width, 0.02)


def _calm(plate: Plate, way: _Way, across: float) -> tuple[float, float] | None:
    """Return the part of a line that subjects lie in; None where it meets nobody."""
    found = []
    whole = [f.body for f in plate.figures if f.head.h < NEAR * plate.box.h]
    for box in (*plate.subjects, *whole):
        (at, off), (long, high) = way.at(box), way.half(box)
        grow = APART * plate.manner.clear
        inside = 1 - ((across - off) / (high * grow)) ** 2
        if inside > 0:
            reach = long * grow * math.sqrt(inside)
            found.append((at - reach, at + reach))
    return (min(a for a, _ in found), max(b for _, b in found)) if found else None
