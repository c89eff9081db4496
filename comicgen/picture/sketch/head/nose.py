"""A form's nose into solids of the head's outline and into the few lines that draw it."""

import numpy as np

from ..marks import Paint
from .pen import Pen
from .shapes import curve

NOSTRIL = Paint((120, 62, 56), 1.0, black=True)
FRONT, PROFILE = 0.30, 0.95
"""Sines of the turn under which a nose is seen from before, and over which the outline alone draws it."""


def draw_nose(pen: Pen, skin: Paint) -> None:
    """Draw the nose: a tick seen from before, a bridge when the head turns. In profile the outline draws it."""
    sitter = pen.sitter
    side, up, ahead = sitter.view
    if ahead <= 0.02:
        return
    if sitter.small or sitter.form.young:
        _button(pen, float(side))
        return
    away = -float(np.sign(side)) if abs(side) > 0.12 else 1.0
    if abs(side) < PROFILE:
        (_bridge if abs(side) > FRONT else _beside)(pen, away, skin)
        _base(pen, away, skin)
    _wing(pen, -away)
    if abs(side) < FRONT and (sitter.form.hard or up < -0.2):
        _wing(pen, away)
    if up < -0.2 or (sitter.fine and sitter.form.hard):
        _nostrils(pen, away, float(side))


def _button(pen: Pen, side: float) -> None:
    sitter, nose = pen.sitter, pen.sitter.form.nose
    if abs(side) > 0.9:
        return
    z, w = nose.reach - 0.006, 0.016 if sitter.form.young else 0.022
    if sitter.detail < 30 and not sitter.form.hard:
        return
    shift = -0.3 * w * np.sign(side) * (abs(side) > FRONT)
    tick = (
        (-w + shift, nose.base + 0.006, z - 0.02),
        (shift, nose.base - 0.003, z - 0.012),
        (w + shift, nose.base + 0.006, z - 0.02),
    )
    pen.line(sitter.flat(curve(tick, 7)), 0.62)
    if sitter.huge:
        shine = ((0.004, nose.tip + 0.012, z), (0.014, nose.tip + 0.006, z))
        pen.line(sitter.flat(curve(shine, 5)), 0.3)


def _bridge(pen: Pen, away: float, skin: Paint) -> None:
    """Draw the line of the bridge of a face in three-quarter view."""
    sitter = pen.sitter
    rings = sitter.nose
    side = abs(float(sitter.view[0]))
    start = 0 if sitter.form.hard or side > 0.62 else 1
    ridge = 0.78 * rings[start:6, 0] + 0.22 * rings[start:6, 1 if away > 0 else 2]
    ridge[:, 1:] = rings[start:6, 0, 1:]
    weight = 0.42 + 0.4 * min(1.0, (side - 0.2) / 0.4)
    if sitter.fine:
        _shade(pen, away, skin)
    pen.line(sitter.flat(curve(ridge, 18)), weight)


def _shade(pen: Pen, away: float, skin: Paint) -> None:
    """Lay the nose's shadow on its side away from the light, from the eye's corner to the wing."""
    sitter, nose = pen.sitter, pen.sitter.form.nose
    rings = sitter.nose
    ridge = rings[1:5, 0]
    foot = sitter.face(
        np.array(((0.9 * nose.wing, nose.base + 0.02), (0.8 * nose.wing, nose.tip + 0.05), (0.055, nose.root)))
        * (away, 1.0),
        0.004,
    )
    pen.fill(sitter.flat(curve(np.concatenate([ridge, foot, ridge[:1]]), 26)[:-1]), skin, 0.5)


def _beside(pen: Pen, away: float, skin: Paint) -> None:
    """Draw the short line beside the nose of a face seen from before: a man's is the whole bridge."""
    sitter, nose = pen.sitter, pen.sitter.form.nose
    z, root = nose.reach, nose.root if sitter.form.hard else nose.tip + 0.075
    side = (
        (0.022, root, 0.385),
        (0.019, 0.5 * (root + nose.tip), 0.5 * (0.385 + z) - 0.012),
        (0.021, nose.tip - 0.004, z - 0.015),
    )
    if sitter.fine:
        _shade(pen, away, skin)
    if sitter.form.hard or sitter.form.lines or sitter.fine:
        pen.line(sitter.flat(curve(np.array(side) * (away, 1, 1), 10)), 0.5 if sitter.form.hard else 0.36)


def _base(pen: Pen, away: float, skin: Paint) -> None:
    """Draw the underside of the tip, and its shadow where the head is large."""
    sitter, nose = pen.sitter, pen.sitter.form.nose
    w, y, z = nose.wing, nose.base, nose.reach
    under = (
        (0.62 * w, y + 0.010, z - 0.050),
        (0.2 * w, y - 0.003, z - 0.032),
        (-0.35 * w, y, z - 0.036),
        (-0.50 * w, y + 0.006, z - 0.045),
    )
    if sitter.fine:
        shade = (*under[:3], (0.1 * w, y - 0.022, z - 0.055), (0.62 * w, y - 0.006, z - 0.06))
        pen.fill(sitter.flat(curve(np.array((*shade, shade[0])) * (away, 1, 1), 22)[:-1]), skin, 0.8)
    pen.line(sitter.flat(curve(np.array(under) * (away, 1, 1), 12)), 0.7)


def _wing(pen: Pen, side: float) -> None:
    """Draw the wing of the nostril on one side."""
    sitter, nose = pen.sitter, pen.sitter.form.nose
    if not (sitter.form.hard or sitter.form.lines or sitter.fine or abs(sitter.view[0]) > 0.7):
        return
    foot = sitter.face(np.array((side * nose.wing, nose.base + 0.012)), 0.008)
    if not bool(sitter.shown((side * nose.wing, nose.base))):
        return
    z, w = float(foot[2]), nose.wing
    line = (
        (0.80 * w, nose.base + 0.034, z + 0.022),
        (1.06 * w, nose.base + 0.018, z + 0.008),
        (0.92 * w, nose.base, z + 0.006),
        (0.66 * w, nose.base - 0.002, z + 0.018),
    )
    pen.line(sitter.flat(curve(np.array(line) * (side, 1, 1), 9)), 0.55)


def _nostrils(pen: Pen, away: float, turn: float) -> None:
    sitter, nose = pen.sitter, pen.sitter.form.nose
    below = float(np.clip(-sitter.view[1], 0.0, 0.8))
    t = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    for side in (1.0, -1.0):
        if side == away and abs(turn) > 0.55:
            continue
        x = side * nose.wing * 0.5
        ring = np.stack(
            [
                x + 0.24 * nose.wing * np.cos(t),
                nose.base + 0.005 + (0.004 + 0.012 * below) * np.sin(t),
                nose.reach - 0.062 + 0.016 * np.sin(t + 0.6),
            ],
            axis=1,
        )
        pen.fill(sitter.flat(ring), NOSTRIL)
