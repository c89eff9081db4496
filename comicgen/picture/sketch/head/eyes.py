"""A form and an expression into eyes drawn on the face's surface, from a dab of ink to lashes and the iris's rays."""

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from ....drawing import Colour
from ....staging.words.expressions import Expression
from ..marks import Array, Paint
from .eye import Eye, lids
from .forms import Form
from .iris import draw_iris
from .pen import BLACK, WHITE, Pen
from .shapes import curve, oval, split

ENDS = ((-1.0, 0.0), (1.05, 0.0))
"""The corners of an eye in eye units."""
LEAST = 0.03
"""Width on the paper, as a share of the eye's own, under which an eye is turned away."""
TINY = 24.0
"""Pixels of head under which an eye is one dab of ink."""
FEW_LASHES = ((0.80, 0.20, 0.8), (0.92, 0.26, 0.5))
"""Where along the lid lashes stand, how far they reach outwards and how far up, in eye units and lash lengths."""
LASHES = ((0.56, 0.09, 0.50), (0.68, 0.17, 0.72), (0.79, 0.25, 0.90), (0.89, 0.33, 0.82), (0.97, 0.34, 0.40))
LID_SHADE = Paint((206, 206, 224), 0.14)
CORNER = Paint((232, 160, 150), 0.1)
_ALONG = curve([(u,) for u in (-1.0, -0.72, -0.18, 0.40, 0.84, 1.05)], 24)[:, 0]
SWELL = np.stack(
    [
        np.where(_ALONG > 0.95, 0.6, 0.0),
        np.interp(_ALONG, (-1.0, -0.7, -0.1, 0.45, 0.9, 1.06), (0.06, 0.50, 0.92, 1.25, 1.2, 0.3)),
    ],
    axis=1,
)
"""How far the upper lid's line reaches outwards, in its flick, and upwards, in its thickness, along the lid."""


def draw_eyes(pen: Pen, eyes: Sequence[Eye], colour: Colour) -> None:
    """Draw eyes as far as they are seen."""
    ends = pen.sitter.paper(np.array([eye.places(ENDS) for eye in eyes]))
    for eye, (x, y) in zip(eyes, (ends[:, 1] - ends[:, 0]).tolist(), strict=True):
        if math.hypot(x, y) > LEAST * pen.sitter.form.eye[2] * pen.sitter.size:
            _draw_eye(pen, eye, colour)


def _draw_eye(pen: Pen, eye: Eye, colour: Colour) -> None:
    mood = eye.mood
    if mood.closed or (mood.wink and eye.side > 0) or mood.open < 0.2:
        _closed(eye, pen, mood.closed or "up")
    elif eye.sitter.detail < TINY:
        _dab(eye, pen)
    else:
        _open(eye, pen, colour)


def _dab(eye: Eye, pen: Pen) -> None:
    """Draw an eye of a few pixels: the lid's line and the iris, all ink; one that stares keeps its white."""
    form, mood = eye.sitter.form, eye.mood
    upper, lower = eye.lids
    if mood.iris < 0.8:
        pen.patch(eye.places(np.concatenate([upper, lower])), WHITE)
        pen.crease(eye.places(lower), 0.5)
    top, low = float(upper[:, 1].max()), float(lower[:, 1].min())
    a = max(form.iris * mood.iris, 0.34 * mood.iris)
    pen.patch(eye.places(oval(eye.side * eye.gaze[0], 0.5 * (top + low), a, 0.43 * (top - low), 12), False), BLACK)
    pen.crease(eye.places(upper[2:]), 0.95)


def _closed(eye: Eye, pen: Pen, how: str) -> None:
    if how == "tight":
        bends = np.array(((0.9, 0.66), (-0.05, 0.22), (-0.85, -0.02)))
        lines = [curve(bends, 10), curve(bends * (1.0, -1.0), 10)]
        if not pen.sitter.small:
            lines += [
                curve(((1.0, 0.5), (1.3, 0.62), (1.5, 0.55)), 5),
                curve(((1.0, -0.4), (1.3, -0.55), (1.45, -0.6)), 5),
            ]
        pen.creases([eye.places(line) for line in lines], (1.4, 1.4, 0.5, 0.5)[: len(lines)])
        return
    if how == "swirl":
        t = np.linspace(0, 5.2 * np.pi, 60)
        r = 0.08 + t / (5.2 * np.pi) * 0.85
        h = eye.sitter.form.eye[2] / eye.sitter.form.eye[3]
        pen.crease(eye.places(np.stack([r * np.cos(t), r * np.sin(t) * min(h, 1.6)], axis=1), False), 0.8)
        return
    _arc(eye, pen, 1.0 if how == "up" else -1.0)


def _arc(eye: Eye, pen: Pen, s: float) -> None:
    """Draw a shut eye: a happy arc (1) or a sleeper's (-1), with lashes."""
    tall = max(0.42, 0.055 / eye.sitter.form.eye[3])
    keys = ((-1.0, -0.64), (-0.5, 0.55), (0.08, 1.0), (0.62, 0.46), (1.10, -0.78))
    arc = curve([(u, (v * s) * tall - 0.12) for u, v in keys], 20)
    belly = np.sin(np.linspace(0, np.pi, 20))[:, None] * np.array(
        (0.0, 0.10 + 0.12 * s + 0.06 / eye.sitter.form.eye[3] * 0.1)
    )
    pen.patch(eye.places(np.concatenate([arc, (arc + np.abs(belly))[::-1]])), BLACK)
    pen.crease(eye.places(arc), 1.2)
    if pen.sitter.small:
        return
    long = 0.16 + 0.5 * eye.sitter.form.lash
    if s < 0:
        tip = np.array(((0.0, 0.0), (0.12, -0.5 * long), (0.16 + long * 0.5, -long)))
        pen.flicks([eye.places(curve(arc[k] + tip, 6)) for k in (10, 13, 16, 19)], 0.85)
        pen.crease(eye.places(curve(((-0.7, 0.42), (0.1, 0.62), (0.9, 0.36)), 10)), 0.42)
    else:
        pen.crease(eye.places(curve(((-0.6, 0.80), (0.1, 1.02), (0.8, 0.70)), 10)), 0.4)
        if eye.sitter.form.lash > 0.1:
            tip = np.array(((0.0, 0.0), (0.18, 0.08), (0.34, 0.22)))
            pen.flicks([eye.places(curve(arc[k] + tip, 6)) for k in (15, 18)], 0.8)


def _open(eye: Eye, pen: Pen, colour: Colour) -> None:
    upper, lower = eye.lids
    pen.patch(eye.places(np.concatenate([upper, lower])), WHITE)
    if not pen.sitter.small:
        pen.patch(eye.places(_shade(eye.mood, upper, lower)), LID_SHADE)
    if pen.sitter.huge:
        corner = curve(((-1.1, -0.1), (-0.82, -0.06), (-0.80, -0.34), (-1.0, -0.42), (-1.1, -0.1)), 14)
        pen.patch(eye.between(corner + (0.0, eye.lean) * corner[:, :1])[0], CORNER)
        pen.crease(eye.places(curve(((-0.90, 0.06), (-0.79, -0.18), (-0.86, -0.40)), 6)), 0.3)
    draw_iris(eye, pen, colour)
    lens, lines, lashes, weights = _lid(eye.sitter.form, eye.mood, pen.sitter.grade)
    parts = (*lens, *lines, *lashes)
    placed, n, m = split(eye.places(np.concatenate(parts)), parts), len(lens), len(lens) + len(lines)
    pen.patches(placed[:n], [BLACK] * n)
    pen.creases(placed[n:m], weights)
    pen.flicks(placed[m:], 0.6)


def _shade(mood: Expression, upper: Array, lower: Array) -> Array:
    """Return what of the eye's white lies in the upper lid's shadow."""
    deep = 0.30 if mood.iris > 0.8 else 0.16
    floor = np.interp(upper[:, 0], lower[::-1, 0], lower[::-1, 1])
    shade = np.stack([upper[:, 0], np.maximum(upper[:, 1] - deep, floor)], axis=1)
    return np.concatenate([upper, shade[::-1]])


Lines = list[Array]


@lru_cache(maxsize=64)
def _lid(form: Form, mood: Expression, grade: int) -> tuple[Lines, Lines, Lines, list[float]]:
    """Return the lids in eye units: the upper one as a lens that is thickest at the outer third with the wedges of its
    lashes, the lines of the fold over it and of the lower lid, lashes that are lines, and the lines' weights."""
    (upper, lower), woman = lids(mood), form.lash > 0.1
    thick = (0.034 + 0.010 * woman) / form.eye[3]
    flick = 1.10 + form.lash * 1.0
    over = upper + SWELL * (flick - 1.05, thick)
    tail = np.array(((flick, -0.02 + 0.14 * woman), (1.05, -0.20)))
    lens, lines, lashes = [np.concatenate([over, tail, upper[::-1]])], [(upper, 0.42)], []
    if grade:
        lines += _folds(form, mood, upper, thick)
        start = 0 if form.hard or grade > 1 else 2
        lines.append((lower[start : 13 + 3 * (grade > 2)] - (0.0, 0.03), 0.55 if not form.hard else 0.45))
        if woman:
            lens += _wedges(form, grade, over)
            lashes = _lashes(form, grade, over, lower)
    if grade > 2 and not woman:
        lashes = _short_lashes(over)
    return lens, [line for line, _ in lines], lashes, [weight for _, weight in lines]


def _folds(form: Form, mood: Expression, upper: Array, thick: float) -> list[tuple[Array, float]]:
    """Return the fold over the lid with its weight; an old lid hangs over its outer half."""
    gap = (0.030 + 0.010 * (mood.open < 0.8) + 0.004 * (form.lash > 0.1)) / form.eye[3] * 2
    folds = [(upper[4:22] * (1.04, 1.0) + (0.0, gap + thick * 0.6), 0.46 if not form.hard else 0.5)]
    if form.lines > 1:
        folds.append((curve(((0.1, 0.9 + gap), (0.7, 0.75 + gap), (1.15, 0.1), (1.3, -0.45)), 10), 0.5))
    return folds


def _tall(form: Form) -> float:
    """Return the length of a lash in eye units."""
    return 0.022 / form.eye[3] * 2 * (0.6 + 2.0 * form.lash)


def _wedges(form: Form, grade: int, over: Array) -> Lines:
    """Return the wedges of the lashes at the outer end of the lid."""
    tall, width, wedges = _tall(form), np.array((0.075, -0.065)), []
    for share, out, up in LASHES if grade > 1 else FEW_LASHES:
        base = over[int(share * (len(over) - 1))] - (0.0, 0.05)
        tip, belly = np.add(base, (out, up * tall)), np.add(base, (out * 0.66, up * 0.30 * tall))
        sides = curve(((base - width, belly - width * 0.3, tip), (tip, belly + width * 0.4, base + width)), 7)
        wedges.append(sides.reshape(-1, 2))
    return wedges


def _lashes(form: Form, grade: int, over: Array, lower: Array) -> Lines:
    """Return the lashes that are lines: the lower ones, and where the head is huge some of the upper."""
    tall = _tall(form)
    few = ((2, 0.9), (4, 0.8)) if grade < 2 else ((1, 0.7), (3, 0.95), (5, 0.85), (7, 0.5))
    lashes = [
        lower[i] + ((0.0, -0.03), (0.06, -0.03 - 0.30 * tall), (0.13, -0.03 - 0.6 * drop * tall)) for i, drop in few
    ]
    if grade > 2:
        lashes += [over[k] + ((0.0, -0.04), (0.0, 0.10 * tall), (0.03 * (k - 6), 0.34 * tall)) for k in (7, 10)]
    return list(curve(lashes, 6))


def _short_lashes(over: Array) -> Lines:
    """Return the few lashes that a close view of a man's eye shows."""
    lashes = []
    for share, out, up in ((0.74, 0.05, 0.10), (0.84, 0.07, 0.09), (0.92, 0.07, 0.05)):
        base = over[int(share * (len(over) - 1))] - (0.0, 0.04)
        lashes.append(np.add(base, ((0.0, 0.0), (out * 0.5, up * 0.6), (out, up))))
    return list(curve(lashes, 5))
