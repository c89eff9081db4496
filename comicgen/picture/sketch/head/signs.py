"""Signs of manga beside a head: sweat, anger, question and exclamation marks, hearts, sleep bubble and their kin.

Each lies on a rim of white paper, so that it reads before dark hair and dark walls.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import shapely

from ....drawing import Colour
from ..marks import Array, Paint
from .pen import BLACK, WHITE, Pen
from .shapes import curve, oval, polygon

RED: Colour = (206, 48, 48)
PINK = Paint((240, 110, 140), 0.3)
DROP = Paint((216, 238, 252), 0.0)
GOLD = Paint((250, 206, 70), 0.0)
CROWDED = 72.0
"""Pixels of head under which minor signs are left out."""
MINOR = ("effort", "tremble", "burst")
RIM = 0.016
"""Width of the white rim, in head heights."""


def draw_signs(pen: Pen, names: tuple[str, ...]) -> None:
    """Draw the signs that stand beside the head or on its hair, whichever way it is turned."""
    for name in names:
        if name in _SIGNS and not (pen.sitter.detail < CROWDED and name in MINOR):
            _SIGNS[name](pen)


def _spot(pen: Pen, side: float, up: float) -> Array:
    """Return a frame point beside the head: ``side`` 1 is right on the frame, both in head heights from its middle."""
    middle = pen.sitter.flat((0.0, 0.5, 0.0))
    spot: Array = middle + np.array((side, -up)) * pen.sitter.size
    return spot


def _away(pen: Pen) -> float:
    """Return the side of the frame (1 right) behind the face: where signs do not stand in its gaze."""
    nose = pen.sitter.flat((0.0, 0.4, 0.6)) - pen.sitter.flat((0.0, 0.4, 0.0))
    return -1.0 if nose[0] > 0.02 * pen.sitter.size else 1.0


def _temple(pen: Pen) -> Array:
    """Return the frame point of the temple on the side away from the gaze."""
    sides = [pen.sitter.flat((s * 0.31 * pen.sitter.form.wide, 0.50, 0.20)) for s in (1.0, -1.0)]
    return max(sides, key=lambda p: float(p[0]) * _away(pen))


def _shape(pen: Pen, ring: Any, paint: Paint, weight: float = 0.7) -> None:
    """Draw a filled shape on its rim of paper."""
    shape = ring if not isinstance(ring, np.ndarray) else polygon(ring)
    pen.fill(shape.buffer(RIM * pen.sitter.size, quad_segs=3), WHITE)
    pen.fill(shape, paint)
    pen.outline(shape, weight)


def _stroke(pen: Pen, points: Array, weight: float, colour: Colour | None = None) -> None:
    """Draw a line on its rim of paper."""
    rim = 2 * RIM * pen.sitter.size / pen.sitter.line
    pen.line(points, weight + rim, (255, 255, 255), taper=False, white=True)
    pen.line(points, weight, colour)


def _spikes(pen: Pen, angles: Sequence[float], near: float, far: float) -> None:
    """Draw wedges of ink that point at the head from all round, long and short in turn."""
    middle, h = _spot(pen, 0.0, 0.06), pen.sitter.size
    for i, angle in enumerate(np.radians(angles)):
        way, across = np.array((np.cos(angle), np.sin(angle))), np.array((-np.sin(angle), np.cos(angle)))
        reach = far if i % 2 == 0 else 0.5 * (near + far)
        tip, base = middle + way * near * h, middle + way * reach * h
        _wedge(pen, np.array((tip, base + 0.016 * h * across, base - 0.016 * h * across)))


def _wedge(pen: Pen, ring: Array) -> None:
    shape = polygon(ring)
    pen.fill(shape.buffer(0.7 * RIM * pen.sitter.size, quad_segs=2), WHITE)
    pen.fill(shape, BLACK)


def _drop(pen: Pen, at: Array, size: float, lean: float = 0.0) -> None:
    ring = curve(((0, -2.0), (0.55, -0.3), (0.8, 0.5), (0, 1.05), (-0.8, 0.5), (-0.55, -0.3), (0, -2.0)), 48)[:-1]
    c, s = np.cos(lean), np.sin(lean)
    turn = np.array(((c, s), (-s, c)))
    _shape(pen, ring @ turn * size * pen.sitter.size + at, DROP)
    if not pen.sitter.small:
        shine = curve(((-0.42, 0.5), (-0.36, 0.0), (-0.2, -0.5)), 6) @ turn * size * pen.sitter.size + at
        pen.line(shine, 0.4, (120, 160, 196))


def _sweat(pen: Pen) -> None:
    _drop(pen, _temple(pen) + np.array((0.02 * _away(pen), 0.05)) * pen.sitter.size, 0.062)


def _spray(pen: Pen) -> None:
    """Draw drops that fly off both sides of the head."""
    few = pen.sitter.detail < CROWDED
    drops = ((0.58, 0.22, 0.042, 0.9), (0.70, 0.06, 0.034, 1.25), (0.56, 0.42, 0.032, 0.55))
    for side, up, size, lean in drops[: 2 if few else 3]:
        for way in (_away(pen),) if few else (-1.0, 1.0):
            _drop(pen, _spot(pen, side * way, up), size, lean * way)


def _anger(pen: Pen) -> None:
    at, r = _spot(pen, 0.24 * _away(pen), 0.34), 0.105 * pen.sitter.size
    bends = []
    for turn in np.radians((20, 110, 200, 290)):
        c, s = np.cos(turn), np.sin(turn)
        bends.append(
            curve(((0.24, 1.15), (0.30, 0.5), (0.5, 0.30), (1.15, 0.24)), 10) * r @ np.array(((c, s), (-s, c))) + at
        )
    rim = 2.4 * RIM * pen.sitter.size / pen.sitter.line
    for bend in bends:
        pen.line(bend, 1.5 + rim, (255, 255, 255), taper=False, white=True)
    for bend in bends:
        pen.line(bend, 1.5, RED)


def _star_ring(at: Array, size: float, points: int = 4, waist: float = 0.26) -> Array:
    t = np.arange(points * 2) * np.pi / points - np.pi / 2
    r = np.where(np.arange(points * 2) % 2 == 0, 1.0, waist) * size
    ring: Array = at + np.stack([np.cos(t) * r, np.sin(t) * r], axis=1)
    return ring


def _sparkle(pen: Pen) -> None:
    h = pen.sitter.size
    for side, up, size in ((-0.62, 0.34, 0.12), (0.60, 0.42, 0.085), (0.67, 0.20, 0.06), (-0.67, 0.10, 0.055)):
        _shape(pen, _star_ring(_spot(pen, side, up), size * h), GOLD, 0.5)


def _star(pen: Pen) -> None:
    _shape(pen, _star_ring(_spot(pen, 0.64 * _away(pen), 0.10), 0.10 * pen.sitter.size, 5, 0.45), GOLD, 0.6)


def _heart(pen: Pen) -> None:
    t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    beat = -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t))
    heart = np.stack([16 * np.sin(t) ** 3, beat], axis=1) / 17
    for side, up, size in ((0.60, 0.38, 0.105), (0.74, 0.62, 0.07)):
        _shape(pen, _spot(pen, side * _away(pen), up) + heart * size * pen.sitter.size, PINK)


def _mark(pen: Pen, line: Sequence[tuple[float, float]]) -> None:
    """Draw a punctuation mark beside the head: its line and the dot under it, in tenths of a head."""
    h = pen.sitter.size
    at = _spot(pen, 0.62 * _away(pen), 0.50)
    _stroke(pen, curve(line, 22) * 0.14 * h + at, 2.2)
    dot = at + np.array((0.0, 0.92)) * 0.14 * h
    ring = oval(float(dot[0]), float(dot[1]), 0.026 * h, 0.026 * h, 14)
    pen.fill(polygon(ring).buffer(RIM * h, quad_segs=3), WHITE)
    pen.fill(ring, BLACK)


def _question(pen: Pen) -> None:
    _mark(pen, ((-0.55, -0.50), (-0.30, -1.02), (0.35, -0.98), (0.52, -0.44), (0.10, 0.0), (0.0, 0.48)))


def _exclaim(pen: Pen) -> None:
    h = pen.sitter.size
    for k, lean in ((0.0, 0.0), (0.115, 0.10)):
        at = _spot(pen, (0.60 + k) * _away(pen), 0.46 + 0.3 * k)
        way = np.array((lean * _away(pen), -1.0)) * 0.24 * h
        across = np.array((0.028, 0.0)) * h
        _wedge(pen, np.array((at - 0.5 * across, at + 0.5 * across, at + way + across, at + way - across)))
        dot = at - way * 0.22
        ring = oval(float(dot[0]), float(dot[1]), 0.024 * h, 0.024 * h, 14)
        pen.fill(polygon(ring).buffer(0.7 * RIM * h, quad_segs=2), WHITE)
        pen.fill(ring, BLACK)


def _shock(pen: Pen) -> None:
    _spikes(pen, (-158, -140, -122, -104, -86, -68, -50, -32), 0.70, 0.94)


def _burst(pen: Pen) -> None:
    _spikes(pen, (-172, -152, -132, -112, -92, -72, -52, -32, -12, 8, 28, 150, 170), 0.72, 0.92)


def _sleep(pen: Pen) -> None:
    way, h = _away(pen), pen.sitter.size
    for side, up, size in ((0.52, 0.36, 0.05), (0.66, 0.54, 0.07), (0.84, 0.74, 0.095)):
        at = _spot(pen, side * way, up)
        zed = np.array(((-1.0, -0.8), (0.85, -0.9), (-0.9, 0.85), (1.0, 0.8))) * size * h + at
        _stroke(pen, np.concatenate([np.linspace(a, b, 5) for a, b in pairwise(zed)]), 1.3)
    if pen.sitter.view[2] > 0.1:
        nose = pen.sitter.flat((0.0, 0.25, pen.sitter.form.nose.reach)) + np.array((0.085 * -way, 0.045)) * h
        ring = oval(nose[0], nose[1], 0.080 * h, 0.090 * h)
        pen.fill(ring, DROP)
        pen.loop(ring, 0.6)
        pen.line(nose + curve(((-0.045, 0.0), (-0.03, -0.045), (0.01, -0.06)), 8) * h, 0.5, (255, 255, 255), white=True)


def _sigh(pen: Pen) -> None:
    """Draw the puff of breath beside the mouth."""
    if pen.sitter.view[2] < 0.05:
        return
    way, h = -_away(pen), pen.sitter.size
    ahead = abs(float(pen.sitter.view[0])) < 0.35
    mouth = pen.sitter.flat((0.0, 0.15, 0.42)) + np.array(((0.32 if ahead else 0.20) * way, 0.05)) * h
    balls = ((0.0, 0.0, 0.052), (0.068 * way, -0.026, 0.048), (0.072 * way, 0.036, 0.050), (0.132 * way, 0.006, 0.042))
    puff = shapely.union_all(
        [shapely.Point(*(mouth + np.array((x, y)) * h)).buffer(r * h, quad_segs=6) for x, y, r in balls]
    )
    _shape(pen, puff, WHITE, 0.6)


def _tremble(pen: Pen) -> None:
    """Draw the broken lines of a head that shakes."""
    t = np.linspace(0, 1, 9)
    zig = np.where(np.arange(9) % 2, 1.0, -1.0)
    for way in (-1.0, 1.0):
        for side, top in ((0.56, 0.26), (0.64, 0.18)):
            line = np.stack([way * side + 0.016 * zig, top - 0.42 * t], axis=1)
            _stroke(pen, np.array([_spot(pen, x, y) for x, y in line]), 0.7)


def _dots(pen: Pen) -> None:
    way, h = _away(pen), pen.sitter.size
    for i in range(3):
        at = _spot(pen, (0.54 + 0.10 * i) * way, 0.42 + 0.03 * i)
        ring = oval(at[0], at[1], 0.030 * h, 0.030 * h, 14)
        pen.fill(polygon(ring).buffer(RIM * h, quad_segs=3), WHITE)
        pen.fill(ring, BLACK)


def _effort(pen: Pen) -> None:
    for side in (-1.0, 1.0):
        for up, reach in ((0.08, 0.10), (0.20, 0.14), (0.32, 0.10)):
            a, b = _spot(pen, side * 0.57, up), _spot(pen, side * (0.57 + reach), up + reach * 0.45)
            _stroke(pen, np.linspace(a, b, 5), 0.95)


def _orbit(pen: Pen) -> None:
    """Draw stars that circle over a dizzy head."""
    h, middle = pen.sitter.size, _spot(pen, 0.0, 0.64)
    t = np.radians(np.linspace(-200, 20, 26))
    _stroke(pen, middle + np.stack([np.cos(t) * 0.40, -np.sin(t) * 0.10], axis=1) * h, 0.6)
    for angle, size in ((205, 0.075), (268, 0.060), (335, 0.085)):
        a = np.radians(angle)
        spot = middle + np.array((np.cos(a) * 0.40, -np.sin(a) * 0.10)) * h
        _shape(pen, _star_ring(spot, size * h, 5, 0.45), GOLD, 0.55)


_SIGNS: dict[str, Callable[[Pen], None]] = {
    "sweat": _sweat,
    "spray": _spray,
    "anger": _anger,
    "sparkle": _sparkle,
    "star": _star,
    "heart": _heart,
    "question": _question,
    "exclaim": _exclaim,
    "shock": _shock,
    "burst": _burst,
    "sleep": _sleep,
    "sigh": _sigh,
    "tremble": _tremble,
    "dots": _dots,
    "effort": _effort,
    "orbit": _orbit,
}
