"""Signs of manga beside a head: sweat drop, anger mark, question mark, hearts, sleep bubble and their kin."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from ....drawing import Colour
from ..marks import Array, Paint
from .pen import BLACK, Pen, curve, oval, polygon

RED: Colour = (206, 48, 48)
PINK = Paint((240, 110, 140), 0.3)
DROP = Paint((216, 238, 252), 0.0)
GOLD = Paint((250, 206, 70), 0.0)


def draw_signs(pen: Pen, names: tuple[str, ...]) -> None:
    """Draw the signs that stand beside the head or on its hair, whichever way it is turned."""
    for name in names:
        if name in _SIGNS:
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


def _drop_ring(at: Array, size: float) -> Array:
    ring = ((0, -2.0), (0.55, -0.3), (0.8, 0.5), (0, 1.05), (-0.8, 0.5), (-0.55, -0.3), (0, -2.0))
    return curve(ring, 36)[:-1] * size + at


def _sweat(pen: Pen) -> None:
    ring = _drop_ring(_spot(pen, 0.36 * _away(pen), 0.14), 0.062 * pen.sitter.size)
    pen.fill(ring, DROP)
    pen.outline(polygon(ring), 0.75)
    if not pen.sitter.small:
        shine = (
            _spot(pen, 0.36 * _away(pen), 0.14)
            + curve(((-0.4, 0.5), (-0.35, 0.0), (-0.2, -0.5)), 6) * 0.062 * pen.sitter.size
        )
        pen.line(shine, 0.5, (255, 255, 255), white=True)


def _anger(pen: Pen) -> None:
    at, r = _spot(pen, 0.27 * _away(pen), 0.36), 0.095 * pen.sitter.size
    for turn in np.radians((20, 110, 200, 290)):
        c, s = np.cos(turn), np.sin(turn)
        bend = curve(((0.26, 1.1), (0.32, 0.5), (0.5, 0.32), (1.1, 0.26)), 10) * r @ np.array(((c, s), (-s, c)))
        pen.line(bend + at, 2.4, (255, 255, 255), white=True)
        pen.line(bend + at, 1.4, RED)


def _star_ring(at: Array, size: float, points: int = 4, waist: float = 0.26) -> Array:
    t = np.arange(points * 2) * np.pi / points - np.pi / 2
    r = np.where(np.arange(points * 2) % 2 == 0, 1.0, waist) * size
    ring: Array = at + np.stack([np.cos(t) * r, np.sin(t) * r], axis=1)
    return ring


def _sparkle(pen: Pen) -> None:
    h = pen.sitter.size
    for side, up, size in ((-0.62, 0.34, 0.11), (0.60, 0.42, 0.08), (0.66, 0.22, 0.055), (-0.66, 0.12, 0.05)):
        ring = _star_ring(_spot(pen, side, up), size * h)
        pen.fill(ring, GOLD)
        pen.loop(ring, 0.45)


def _star(pen: Pen) -> None:
    ring = _star_ring(_spot(pen, 0.66 * _away(pen), 0.06), 0.095 * pen.sitter.size, 5, 0.45)
    pen.fill(ring, GOLD)
    pen.loop(ring, 0.55)


def _heart(pen: Pen) -> None:
    t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    heart = (
        np.stack(
            [16 * np.sin(t) ** 3, -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t))], axis=1
        )
        / 17
    )
    way = _away(pen)
    for side, up, size in ((0.60, 0.38, 0.10), (0.72, 0.62, 0.065)):
        ring = _spot(pen, side * way, up) + heart * size * pen.sitter.size
        pen.fill(ring, PINK)
        pen.outline(polygon(ring), 0.7)


def _question(pen: Pen) -> None:
    way, h = _away(pen), pen.sitter.size
    at = _spot(pen, 0.64 * way, 0.52)
    hook = (
        curve(((-0.55, -0.45), (-0.3, -0.95), (0.35, -0.9), (0.5, -0.4), (0.08, 0.02), (0.02, 0.45)), 22) * 0.13 * h
        + at
    )
    pen.line(hook, 3.4, (255, 255, 255), white=True)
    pen.line(hook, 2.0)
    dot = at + np.array((0.02, 0.82)) * 0.13 * h
    pen.fill(oval(dot[0], dot[1], 0.021 * h, 0.021 * h, 14), BLACK)


def _shock(pen: Pen) -> None:
    h = pen.sitter.size
    for angle in np.radians((-150, -128, -106, -84, -62, -40)):
        way = np.array((np.cos(angle) * 0.95, np.sin(angle)))
        start = _spot(pen, 0.0, 0.08)
        r = np.linspace(0.70, 0.86, 5)[:, None] * h
        pen.line(start + way * r, 1.2)


def _sleep(pen: Pen) -> None:
    way, h = _away(pen), pen.sitter.size
    for side, up, size in ((0.52, 0.36, 0.05), (0.66, 0.54, 0.07), (0.84, 0.74, 0.095)):
        at = _spot(pen, side * way, up)
        zed = np.array(((-1.0, -0.8), (0.85, -0.9), (-0.9, 0.85), (1.0, 0.8))) * size * h + at
        line = np.concatenate([np.linspace(a, b, 5) for a, b in pairwise(zed)])
        pen.line(line, 2.6, (255, 255, 255), white=True)
        pen.line(line, 1.1)
    nose = pen.sitter.flat((0.0, 0.25, pen.sitter.form.nose.reach)) + np.array((0.085 * -way, 0.045)) * h
    if pen.sitter.view[2] > 0.1:
        ring = oval(nose[0], nose[1], 0.075 * h, 0.085 * h)
        pen.fill(ring, DROP)
        pen.loop(ring, 0.55)
        pen.line(nose + curve(((-0.045, 0.0), (-0.03, -0.045), (0.01, -0.06)), 8) * h, 0.5, (255, 255, 255), white=True)


def _dots(pen: Pen) -> None:
    way, h = _away(pen), pen.sitter.size
    for i in range(3):
        at = _spot(pen, (0.56 + 0.085 * i) * way, 0.42 + 0.03 * i)
        ring = oval(at[0], at[1], 0.022 * h, 0.022 * h, 14)
        pen.fill(ring, BLACK)


def _effort(pen: Pen) -> None:
    for side in (-1.0, 1.0):
        for up, reach in ((0.10, 0.10), (0.20, 0.13), (0.30, 0.10)):
            a, b = _spot(pen, side * 0.56, up), _spot(pen, side * (0.56 + reach), up + reach * 0.45)
            pen.line(np.linspace(a, b, 5), 0.8)


_SIGNS: dict[str, Callable[[Pen], None]] = {
    "sweat": _sweat,
    "anger": _anger,
    "sparkle": _sparkle,
    "star": _star,
    "heart": _heart,
    "question": _question,
    "shock": _shock,
    "sleep": _sleep,
    "dots": _dots,
    "effort": _effort,
}
