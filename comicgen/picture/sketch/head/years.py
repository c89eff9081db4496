"""The lines that years, leanness and flesh draw on a face."""

from collections.abc import Sequence

from ..marks import Array
from .pen import Pen
from .shapes import curve

Line = tuple[Sequence[tuple[float, float]], int, float]
"""Places on the left half of a face, the points of the curve through them, and its weight."""


def draw_years(pen: Pen) -> None:
    """Draw the lines of age: the larger the head, the more of them."""
    sitter, form = pen.sitter, pen.sitter.form
    if not form.lines or sitter.detail < 34:
        return
    lines = [_fold(pen, 0.5 if form.lines == 1 else 0.62)]
    if sitter.detail > 80:
        lines.append(_under_eye(pen))
    if form.lines == 1 and sitter.fine:
        lines += _feet(pen, 2)
    if form.lines > 1 and sitter.detail > 80:
        lines += _old(pen)
    halves = [curve(places, n) for places, n, _ in lines]
    both = [half * (side, 1.0) for half in halves for side in (1.0, -1.0)]
    weights = [weight for _, _, weight in lines for _ in range(2)]
    forehead = _forehead(pen) if form.lines > 1 else []
    pen.creases([*both, *forehead], [*weights, *[0.4] * len(forehead)])


def _fold(pen: Pen, weight: float) -> Line:
    """Return the fold from the nose's wing to the corner of the mouth."""
    nose, mouth = pen.sitter.form.nose, 0.075 * pen.sitter.form.mouth
    start = ((nose.wing + 0.022, nose.base + 0.030), (nose.wing + 0.050, nose.base - 0.020))
    return (*start, (mouth + 0.040, 0.165), (mouth + 0.030, 0.130)), 12, weight


def _under_eye(pen: Pen) -> Line:
    x, y, w, h = pen.sitter.form.eye
    drop = max(h, 0.085)
    return ((x - w * 0.44, y - drop * 0.56), (x - w * 0.1, y - drop * 0.90), (x + w * 0.42, y - drop * 0.66)), 10, 0.42


def _old(pen: Pen) -> list[Line]:
    """Return crow's feet, the sunken cheek and the line beside a thin mouth."""
    large, wide = pen.sitter.detail >= 140, pen.sitter.form.wide
    hollow = tuple((u * wide, v) for u, v in ((0.285, 0.300), (0.262, 0.262), (0.246, 0.215), (0.240, 0.170)))
    lines: list[Line] = [*_feet(pen, 3 if large else 2), (hollow, 12, 0.5)]
    return [*lines, (((0.105, 0.105), (0.122, 0.070), (0.118, 0.035)), 7, 0.4)] if large else lines


def _feet(pen: Pen, count: int) -> list[Line]:
    """Return crow's feet at the eye's outer corner."""
    x, y, w, _ = pen.sitter.form.eye
    outer = x + w * 0.60
    feet = (((0.0, 0.012), (0.050, 0.034)), ((0.006, -0.004), (0.056, -0.006)), ((0.0, -0.022), (0.046, -0.044)))
    return [(((outer + a, y + b), (outer + c, y + d)), 5, 0.42) for (a, b), (c, d) in feet[:count]]


def _forehead(pen: Pen) -> list[Array]:
    lines = ((0.640, 0.14, 0.010), (0.600, 0.15, 0.0), (0.680, 0.09, -0.010))
    found = []
    for v, half, shift in lines if pen.sitter.detail > 80 else lines[:1]:
        rise = (
            (-half + shift, v - 0.010),
            (-0.4 * half, v + 0.004),
            (0.3 * half, v - 0.002),
            (half + shift, v - 0.008),
        )
        found.append(curve(rise, 14))
    return found
