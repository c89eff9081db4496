"""The lines that years, leanness and flesh draw on a face."""

import numpy as np

from .pen import Pen
from .shapes import curve


def draw_years(pen: Pen) -> None:
    """Draw the lines of age: the larger the head, the more of them."""
    sitter, form = pen.sitter, pen.sitter.form
    if not form.lines or sitter.detail < 34:
        return
    _folds(pen, 0.5 if form.lines == 1 else 0.62)
    if sitter.detail > 80:
        _under_eyes(pen)
    if form.lines == 1 and sitter.fine:
        _feet(pen, 2)
    if form.lines > 1:
        _forehead(pen)
        if sitter.detail > 80:
            _old(pen)


def _folds(pen: Pen, weight: float) -> None:
    """Draw the folds from the nose's wings to the corners of the mouth."""
    nose, mouth = pen.sitter.form.nose, 0.075 * pen.sitter.form.mouth
    fold = (
        (nose.wing + 0.022, nose.base + 0.030),
        (nose.wing + 0.050, nose.base - 0.020),
        (mouth + 0.040, 0.165),
        (mouth + 0.030, 0.130),
    )
    for side in (1.0, -1.0):
        pen.crease(curve(np.array(fold) * (side, 1.0), 12), weight)


def _under_eyes(pen: Pen) -> None:
    x, y, w, h = pen.sitter.form.eye
    drop = max(h, 0.085)
    for side in (1.0, -1.0):
        bag = ((x - w * 0.44, y - drop * 0.56), (x - w * 0.1, y - drop * 0.90), (x + w * 0.42, y - drop * 0.66))
        pen.crease(curve(np.array(bag) * (side, 1.0), 10), 0.42)


def _old(pen: Pen) -> None:
    """Draw crow's feet, sunken cheeks and the lines about a thin mouth."""
    sitter = pen.sitter
    _feet(pen, 3 if sitter.detail > 140 else 2)
    for side in (1.0, -1.0):
        hollow = ((0.285, 0.300), (0.262, 0.262), (0.246, 0.215), (0.240, 0.170))
        pen.crease(curve(np.array(hollow) * (side * sitter.form.wide, 1.0), 12), 0.5)
        if sitter.detail < 140:
            continue
        jowl = ((0.105, 0.105), (0.122, 0.070), (0.118, 0.035))
        pen.crease(curve(np.array(jowl) * (side, 1.0), 7), 0.4)


def _feet(pen: Pen, count: int) -> None:
    """Draw crow's feet at the eyes' outer corners."""
    x, y, w, _ = pen.sitter.form.eye
    outer = x + w * 0.60
    feet = (((0.0, 0.012), (0.050, 0.034)), ((0.006, -0.004), (0.056, -0.006)), ((0.0, -0.022), (0.046, -0.044)))
    for side in (1.0, -1.0):
        for a, b in feet[:count]:
            pen.crease(curve(np.array(((outer + a[0], y + a[1]), (outer + b[0], y + b[1]))) * (side, 1.0), 5), 0.42)


def _forehead(pen: Pen) -> None:
    lines = ((0.640, 0.14, 0.010), (0.600, 0.15, 0.0), (0.680, 0.09, -0.010))
    for v, half, shift in lines if pen.sitter.detail > 80 else lines[:1]:
        line = (
            (-half + shift, v - 0.010),
            (-0.4 * half, v + 0.004),
            (0.3 * half, v - 0.002),
            (half + shift, v - 0.008),
        )
        pen.crease(curve(line, 14), 0.4)
