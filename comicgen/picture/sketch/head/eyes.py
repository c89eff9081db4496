"""A form and an expression into eyes drawn on the face's surface, from a dab of ink to lashes and the iris's rays."""

import numpy as np

from ....drawing import Colour
from ..marks import Array, Paint
from .eye import Eye
from .iris import draw_iris, draw_lights
from .pen import BLACK, WHITE, Pen, common, curve, polygon

SIDES = (1.0, -1.0)
LEAST = 0.03
"""Width on the paper, as a share of the eye's own, under which an eye is turned away."""
TINY = 30.0
"""Pixels of head under which an eye is one dab of ink."""
FEW_LASHES = ((0.80, 0.20, 0.8), (0.92, 0.26, 0.5))
"""Where along the lid lashes stand, how far they reach outwards and how far up, in eye units and lash lengths."""
LASHES = ((0.56, 0.09, 0.50), (0.68, 0.17, 0.72), (0.79, 0.25, 0.90), (0.89, 0.33, 0.82), (0.97, 0.34, 0.40))
LID_SHADE = Paint((206, 206, 224), 0.14)
CORNER = Paint((232, 160, 150), 0.1)


def draw_eye(pen: Pen, eye: Eye, colour: Colour) -> None:
    """Draw one eye as far as it is seen."""
    ends = eye.paper(((-1.0, 0.0), (1.05, 0.0)))
    if float(np.linalg.norm(ends[1] - ends[0])) < LEAST * eye.sitter.form.eye[2] * eye.sitter.size:
        return
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
        pen.fill(eye.paper(np.concatenate([upper, lower])), WHITE)
        pen.line(eye.paper(lower), 0.5)
    tall = 0.5 * (float(upper[:, 1].max()) - float(lower[:, 1].min()))
    a = max(form.iris * mood.iris, 0.34 * mood.iris)
    u = eye.side * eye.gaze[0]
    pen.fill(eye.oval(u, 0.5 * (upper[:, 1].max() + lower[:, 1].min()), a, 0.86 * tall, 12), BLACK)
    pen.line(eye.paper(upper[2:]), 0.95)


def _closed(eye: Eye, pen: Pen, how: str) -> None:
    if how == "tight":
        bends = np.array(((-0.9, 0.66), (0.05, 0.22), (0.85, -0.02)))
        flip = np.array((-1.0, 1.0))
        pen.crease(eye.places(curve(bends * flip, 10)), 1.4)
        pen.crease(eye.places(curve(bends * flip * (1, -1), 10)), 1.4)
        if not pen.sitter.small:
            pen.crease(eye.places(curve(((1.0, 0.5), (1.3, 0.62), (1.5, 0.55)), 5)), 0.5)
            pen.crease(eye.places(curve(((1.0, -0.4), (1.3, -0.55), (1.45, -0.6)), 5)), 0.5)
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
        for k in (10, 13, 16, 19):
            tip = arc[k] + np.array(((0.0, 0.0), (0.12, -0.5 * long), (0.16 + long * 0.5, -long)))
            pen.flick(eye.paper(curve(tip, 6)), 0.85)
        pen.crease(eye.places(curve(((-0.7, 0.42), (0.1, 0.62), (0.9, 0.36)), 10)), 0.42)
    else:
        pen.crease(eye.places(curve(((-0.6, 0.80), (0.1, 1.02), (0.8, 0.70)), 10)), 0.4)
        if eye.sitter.form.lash > 0.1:
            for k in (15, 18):
                pen.flick(eye.paper(curve(arc[k] + np.array(((0.0, 0.0), (0.18, 0.08), (0.34, 0.22))), 6)), 0.8)


def _open(eye: Eye, pen: Pen, colour: Colour) -> None:
    upper, lower = eye.lids
    white = polygon(eye.paper(np.concatenate([upper, lower])))
    pen.fill(white, WHITE)
    outer = pen.clip
    pen.clip = white if outer is None else common(white, outer)
    if not pen.sitter.small:
        deep = 0.30 if eye.mood.iris > 0.8 else 0.16
        pen.fill(eye.paper(np.concatenate([upper, upper[::-1] - (0.0, deep)])), LID_SHADE)
    if pen.sitter.huge:
        pen.fill(
            eye.paper(curve(((-1.1, -0.1), (-0.82, -0.06), (-0.80, -0.34), (-1.0, -0.42), (-1.1, -0.1)), 14)), CORNER
        )
        pen.line(eye.paper(curve(((-0.90, 0.06), (-0.79, -0.18), (-0.86, -0.40)), 6)), 0.3)
    draw_iris(eye, pen, colour)
    if eye.mood.lit:
        draw_lights(eye, pen)
    pen.clip = outer
    _lid(eye, pen, upper, lower)


def _lid(eye: Eye, pen: Pen, upper: Array, lower: Array) -> None:
    """Draw the upper lid as a lens that is thickest at the outer third, the crease over it and the lower lid."""
    form = eye.sitter.form
    thick = (0.034 + 0.010 * (form.lash > 0.1)) / form.eye[3]
    flick = 1.10 + form.lash * 1.0
    u = upper[:, 0]
    swell = np.interp(u, (-1.0, -0.7, -0.1, 0.45, 0.9, 1.06), (0.06, 0.50, 0.92, 1.25, 1.2, 0.3)) * thick
    over = upper + np.stack([np.where(u > 0.95, (flick - 1.05) * 0.6, 0.0), swell], axis=1)
    tail = np.array(((flick, -0.02 + 0.14 * (form.lash > 0.1)), (1.05, -0.20)))
    pen.patch(eye.places(np.concatenate([over, tail, upper[::-1]])), BLACK)
    pen.crease(eye.places(upper), 0.42)
    if pen.sitter.small:
        return
    _crease(eye, pen, upper, thick)
    start = 0 if form.hard or pen.sitter.fine else 2
    pen.crease(eye.places(lower[start : 13 + 3 * pen.sitter.huge] - (0.0, 0.03)), 0.55 if not form.hard else 0.45)
    if form.lash > 0.1:
        _lashes(eye, pen, over, lower)
    elif pen.sitter.huge:
        _short_lashes(eye, pen, over)


def _crease(eye: Eye, pen: Pen, upper: Array, thick: float) -> None:
    """Draw the fold over the lid; an old lid hangs over its outer half."""
    form, mood = eye.sitter.form, eye.mood
    gap = (0.030 + 0.010 * (mood.open < 0.8) + 0.004 * (form.lash > 0.1)) / form.eye[3] * 2
    part = upper[4:22]
    line = part + np.stack([0.04 * part[:, 0], np.full(len(part), gap + thick * 0.6)], axis=1)
    pen.crease(eye.places(line), 0.46 if not form.hard else 0.5)
    if form.lines > 1:
        hood = ((0.1, 0.9 + gap), (0.7, 0.75 + gap), (1.15, 0.1), (1.3, -0.45))
        pen.crease(eye.places(curve(hood, 10)), 0.5)


def _lashes(eye: Eye, pen: Pen, over: Array, lower: Array) -> None:
    form = eye.sitter.form
    tall = 0.022 / form.eye[3] * 2 * (0.6 + 2.0 * form.lash)
    chosen = LASHES if pen.sitter.fine else FEW_LASHES
    for share, out, up in chosen:
        base = over[int(share * (len(over) - 1))] - (0.0, 0.05)
        tip, belly = np.add(base, (out, up * tall)), np.add(base, (out * 0.66, up * 0.30 * tall))
        width = np.array((0.075, -0.065))
        left = curve([base - width, belly - width * 0.3, tip], 7)
        pen.patch(eye.places(np.concatenate([left, curve([tip, belly + width * 0.4, base + width], 7)])), BLACK)
    for k in (7, 10) if pen.sitter.huge else ():
        line = over[k] + np.array(((0.0, -0.04), (0.0, 0.10 * tall), (0.03 * (k - 6), 0.34 * tall)))
        pen.flick(eye.paper(curve(line, 6)), 0.5)
    for i, drop in ((2, 0.9), (4, 0.8)) if not pen.sitter.fine else ((1, 0.7), (3, 0.95), (5, 0.85), (7, 0.5)):
        base = lower[i] - (0.0, 0.03)
        pen.flick(
            eye.paper(curve(base + np.array(((0.0, 0.0), (0.06, -0.30 * tall), (0.13, -0.6 * drop * tall))), 6)), 0.6
        )


def _short_lashes(eye: Eye, pen: Pen, over: Array) -> None:
    """Draw the few lashes that a close view of a man's eye shows."""
    for share, out, up in ((0.74, 0.05, 0.10), (0.84, 0.07, 0.09), (0.92, 0.07, 0.05)):
        base = over[int(share * (len(over) - 1))] - (0.0, 0.04)
        pen.flick(eye.paper(curve(base + np.array(((0.0, 0.0), (out * 0.5, up * 0.6), (out, up))), 5)), 0.6)
