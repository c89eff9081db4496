"""A form, an expression and a hair colour into brows, and the lines that frowning draws between them."""

import numpy as np

from ....drawing import Colour
from ....staging.words.expressions import Expression
from ..marks import Array, Paint
from .pen import INK, Pen, light, mix
from .shapes import curve
from .sitter import Sitter

SIDES = (1.0, -1.0)
POINTS = 18
_T = np.linspace(0, 1, POINTS)
RISE, FALL = np.sin(np.pi * np.minimum(_T * 1.25, 1.0)), (1 - _T**1.6) ** 0.8
"""How a brow swells from its inner end, and thins to its outer one."""
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


def draw_brows(pen: Pen, mood: Expression, hair: Colour, ceiling: float = 1.0) -> None:
    """Draw both brows: they show through a fringe, as in manga, and stay under ``ceiling``, a hat's visor."""
    sitter, form = pen.sitter, pen.sitter.form
    lines = [brow_line(sitter, mood, side) for side in SIDES]
    lines = [line - (0.0, max(0.0, float(line[:, 1].max()) - ceiling)) for line in lines]
    if sitter.small:
        pen.creases(lines, (0.9 if form.thick < 0.02 else 1.3,) * 2)
        return
    knit = 1 + 4.0 * max(0.0, -min(mood.brow[0], 0.0))
    blunt = 0.62 if form.hard else 0.42
    height = form.thick * knit * (blunt + (1 - blunt) * RISE) * FALL
    edges = [line + np.stack([np.zeros(POINTS), height], axis=1) for line in lines]
    rings = [np.concatenate([edge, line[::-1]]) for edge, line in zip(edges, lines, strict=True)]
    fair, colour = light(hair) > FAIR, mix(hair, 0.55, (15, 8, 16))
    pen.patches(rings, [Paint(mix(hair, 0.22), 0.12) if fair else Paint(colour, 1.0, black=True)] * 2)
    if fair:
        pen.creases([*lines, *edges], (0.5, 0.5, 0.42, 0.42))
    else:
        pen.creases(lines, (0.35, 0.35), colour=INK if sum(colour) < 200 else colour)
    if sitter.fine and (form.hard or sitter.huge):
        for line, edge in zip(lines, edges, strict=True):
            _hairs(pen, line, edge)


def _hairs(pen: Pen, points: Array, edge: Array) -> None:
    """Draw the hairs that stand off a brow's upper edge, leaning outwards."""
    k = np.arange(1, POINTS - 3, 1 if pen.sitter.huge else 3)
    root = 0.5 * (points[k] + edge[k])
    tip = edge[k] + 0.9 * (edge[k + 2] - edge[k])
    tip[:, 1] += 0.010 - 0.005 * k / POINTS
    hairs = curve(np.stack([root, 0.5 * (root + tip) + (0.0, 0.003), tip], axis=1), 5)
    pen.flicks(list(hairs[pen.sitter.shown(root)]), 0.5)


def draw_furrow(pen: Pen, mood: Expression) -> None:
    """Draw the upright lines between knit brows and the creases over raised ones."""
    sitter = pen.sitter
    if sitter.small:
        return
    _, y, _, h = sitter.form.eye
    inner = mood.brow[0]
    level = y + h / 2 + sitter.form.brow + inner
    lines, weights = [], []
    if "furrow" in mood.signs:
        line = curve(((0.020, level + 0.050), (0.030, level + 0.014), (0.022, level - 0.022)), 7)
        lines += [line, line * (-1.0, 1.0)]
        weights += [0.6, 0.6]
    if "wrinkle" in mood.signs:
        for v, half in ((0.0, 0.030), (-0.022, 0.026)):
            lines.append(curve(((-half, y + v + 0.008), (0.0, y + v - 0.004), (half, y + v + 0.008)), 8))
            weights.append(0.5)
    if "creases" in mood.signs and not sitter.form.young:
        for v, half in ((0.075, 0.15), (0.108, 0.11)):
            low, high = level + v - 0.012, level + v + 0.004
            lines.append(curve(((-half, low), (-0.4 * half, high), (0.4 * half, high), (half, low)), 12))
            weights.append(0.42)
    if lines:
        pen.creases(lines, weights)
