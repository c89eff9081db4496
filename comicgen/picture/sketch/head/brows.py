"""A form, an expression and a hair colour into brows, and the lines that frowning draws between them."""

import numpy as np

from ....drawing import Colour
from ....staging.words.expressions import Expression
from ..marks import Array, Paint
from .pen import INK, Pen, light, mix
from .shapes import curve
from .sitter import Sitter

POINTS = 18
FAIR = 150.0
"""Lightness of hair over which brows are drawn as hair, not as ink."""


def brow_line(sitter: Sitter, mood: Expression, side: float) -> Array:
    """Return the places (n, 2) on the face of a brow's lower edge, from its inner end outwards."""
    form = sitter.form
    x, y, w, h = form.eye
    half = w / 2
    inner, outer = mood.brow if side < 0 or mood.left is None else mood.left
    base = y + h / 2 * min(max(mood.open, 0.85), 1.1) + form.brow
    rise = form.arch + mood.bend
    peak = 0.30 if form.hard else 0.12
    keys = (
        (x - half * 0.98, base + inner - 0.004),
        (x - half * 0.3, base + 0.7 * inner + 0.3 * outer + 0.7 * rise),
        (x + half * peak, base + 0.42 * inner + 0.58 * outer + rise),
        (x + half * 1.14, base + outer - 0.004),
    )
    return curve(keys, POINTS) * (side, 1.0)


def draw_brow(pen: Pen, mood: Expression, hair: Colour, side: float, ceiling: float = 1.0) -> None:
    """Draw one brow: it shows through a fringe, as it does in manga, and stays under ``ceiling``, a hat's visor."""
    sitter, form = pen.sitter, pen.sitter.form
    points = brow_line(sitter, mood, side)
    points = points - (0.0, max(0.0, float(points[:, 1].max()) - ceiling))
    if sitter.small:
        pen.crease(points, 0.9 if form.thick < 0.02 else 1.3)
        return
    t = np.linspace(0, 1, POINTS)
    knit = 1 + 4.0 * max(0.0, -min(mood.brow[0], 0.0))
    blunt = 0.62 if form.hard else 0.42
    height = form.thick * knit * (blunt + (1 - blunt) * np.sin(np.pi * np.minimum(t * 1.25, 1.0))) * (1 - t**1.6) ** 0.8
    edge = points + np.stack([np.zeros(POINTS), height], axis=1)
    ring = np.concatenate([edge, points[::-1]])
    if light(hair) > FAIR:
        pen.patch(ring, Paint(mix(hair, 0.22), 0.12))
        pen.crease(points, 0.5)
        pen.crease(edge, 0.42)
    else:
        colour = mix(hair, 0.55, (15, 8, 16))
        pen.patch(ring, Paint(colour, 1.0, black=True))
        pen.crease(points, 0.35, colour=INK if sum(colour) < 200 else colour)
    if sitter.fine and (form.hard or sitter.huge):
        _hairs(pen, points, edge)


def _hairs(pen: Pen, points: Array, edge: Array) -> None:
    """Draw the hairs that stand off a brow's upper edge, leaning outwards."""
    step = 1 if pen.sitter.huge else 3
    for k in range(1, POINTS - 3, step):
        root = 0.5 * (points[k] + edge[k])
        along = edge[k + 2] - edge[k]
        if not bool(pen.sitter.shown(root)):
            continue
        tip = edge[k] + 0.9 * along + (0.0, 0.010 - 0.005 * k / POINTS)
        pen.flick(pen.sitter.paper(curve((root, 0.5 * (root + tip) + (0.0, 0.003), tip), 5)), 0.5)


def draw_furrow(pen: Pen, mood: Expression) -> None:
    """Draw the upright lines between knit brows and the creases over raised ones."""
    sitter = pen.sitter
    if sitter.small:
        return
    _, y, _, h = sitter.form.eye
    inner = mood.brow[0]
    level = y + h / 2 + sitter.form.brow + inner
    if "furrow" in mood.signs:
        for side in (1.0, -1.0):
            line = np.array(((0.020, level + 0.050), (0.030, level + 0.014), (0.022, level - 0.022)))
            pen.crease(curve(line * (side, 1.0), 7), 0.6)
    if "wrinkle" in mood.signs:
        for v, half in ((0.0, 0.030), (-0.022, 0.026)):
            pen.crease(curve(((-half, y + v + 0.008), (0.0, y + v - 0.004), (half, y + v + 0.008)), 8), 0.5)
    if "creases" in mood.signs and not sitter.form.young:
        for v, half in ((0.075, 0.15), (0.108, 0.11)):
            pen.crease(
                curve(
                    (
                        (-half, level + v - 0.012),
                        (-0.4 * half, level + v + 0.004),
                        (0.4 * half, level + v + 0.004),
                        (half, level + v - 0.012),
                    ),
                    12,
                ),
                0.42,
            )
