"""A form and an expression into a mouth and a nose drawn on the face's surface."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ..marks import Array, Paint
from .pen import WHITE, Pen, curve, oval, polygon

HEIGHT = 0.158
"""Where the mouth is above the chin, in head heights."""
LIFT = 0.012
DARK = Paint((106, 31, 44), 1.0, black=True)
TONGUE = Paint((228, 132, 132), 0.15)
Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A mouth in head heights about its middle: one line, or an upper and a lower one round the opening.

    ``teeth`` is how much of the opening the upper teeth fill, 1 a row of teeth with a line between.
    """

    upper: Line
    lower: Line = ()
    teeth: float = 0.0
    tongue: bool = False
    under: bool = True
    """Whether the shadow under the lower lip is drawn."""
    weight: float = 0.85

    @property
    def drop(self) -> float:
        """How far the chin goes down, in head heights."""
        return max(0.0, -min(v for _, v in self.lower) - 0.05) * 0.75 if self.lower else 0.0


SHAPES: dict[str, Shape] = {
    "line": Shape(((-0.06, -0.002), (0, 0.004), (0.06, -0.004))),
    "smile": Shape(((-0.095, 0.018), (-0.05, -0.011), (0, -0.019), (0.05, -0.011), (0.095, 0.018))),
    "faint smile": Shape(((-0.065, 0.008), (0, -0.009), (0.065, 0.008))),
    "grin": Shape(
        ((-0.12, 0.034), (-0.05, 0.014), (0.05, 0.014), (0.12, 0.034)),
        ((0.12, 0.034), (0.08, -0.030), (0, -0.046), (-0.08, -0.030), (-0.12, 0.034)),
        teeth=1.0,
    ),
    "laugh": Shape(
        ((-0.125, 0.036), (-0.05, 0.022), (0.05, 0.022), (0.125, 0.036)),
        ((0.125, 0.036), (0.088, -0.060), (0, -0.095), (-0.088, -0.060), (-0.125, 0.036)),
        teeth=0.26,
        tongue=True,
        under=False,
    ),
    "open smile": Shape(
        ((-0.085, 0.022), (-0.03, 0.012), (0.03, 0.012), (0.085, 0.022)),
        ((0.085, 0.022), (0.055, -0.044), (0, -0.062), (-0.055, -0.044), (-0.085, 0.022)),
        teeth=0.24,
        tongue=True,
        under=False,
    ),
    "frown": Shape(((-0.075, -0.022), (-0.03, 0.004), (0.03, 0.004), (0.075, -0.022))),
    "angry": Shape(((-0.085, -0.021), (-0.04, 0.008), (0.02, 0.008), (0.085, -0.026)), weight=0.95),
    "shout": Shape(
        ((-0.105, 0.030), (-0.05, 0.050), (0.05, 0.050), (0.105, 0.030)),
        ((0.105, 0.030), (0.122, -0.072), (0.0, -0.108), (-0.122, -0.072), (-0.105, 0.030)),
        teeth=0.24,
        tongue=True,
        under=False,
    ),
    "scream": Shape(
        ((-0.075, 0.020), (-0.045, 0.056), (0.045, 0.056), (0.075, 0.020)),
        ((0.075, 0.020), (0.094, -0.085), (0.0, -0.130), (-0.094, -0.085), (-0.075, 0.020)),
        teeth=0.16,
        tongue=True,
        under=False,
    ),
    "gape": Shape(
        ((-0.058, -0.016), (-0.045, 0.016), (0, 0.032), (0.045, 0.016), (0.058, -0.016)),
        ((0.058, -0.016), (0.048, -0.066), (0, -0.086), (-0.048, -0.066), (-0.058, -0.016)),
        under=False,
    ),
    "o": Shape(
        ((-0.042, -0.010), (-0.034, 0.016), (0, 0.034), (0.034, 0.016), (0.042, -0.010)),
        ((0.042, -0.010), (0.034, -0.042), (0, -0.060), (-0.034, -0.042), (-0.042, -0.010)),
        under=False,
    ),
    "wavy": Shape(((-0.085, -0.012), (-0.05, 0.011), (-0.01, -0.012), (0.03, 0.011), (0.078, -0.016))),
    "wavy small": Shape(((-0.05, -0.006), (-0.025, 0.009), (0.0, -0.007), (0.025, 0.009), (0.05, -0.007))),
    "cry": Shape(
        ((-0.1, -0.032), (-0.045, 0.021), (0.045, 0.021), (0.1, -0.032)),
        ((0.1, -0.032), (0.05, -0.052), (0, -0.046), (-0.05, -0.052), (-0.1, -0.032)),
        teeth=0.22,
        tongue=True,
        under=False,
    ),
    "teeth": Shape(
        ((-0.1, 0.018), (-0.03, 0.028), (0.03, 0.028), (0.1, 0.018)),
        ((0.1, 0.018), (0.095, -0.042), (0.03, -0.034), (-0.03, -0.046), (-0.095, -0.040), (-0.1, 0.018)),
        teeth=1.0,
        under=False,
    ),
    "grit": Shape(
        ((-0.105, -0.012), (-0.04, 0.028), (0.04, 0.028), (0.105, -0.012)),
        ((0.105, -0.012), (0.085, -0.044), (0, -0.036), (-0.085, -0.044), (-0.105, -0.012)),
        teeth=1.0,
    ),
    "small": Shape(((-0.035, 0.0), (0, -0.012), (0.035, 0.0))),
    "small line": Shape(((-0.030, -0.004), (0.005, 0.003), (0.040, -0.006))),
    "small open": Shape(
        ((-0.026, 0.0), (0, 0.012), (0.026, 0.0)), ((0.026, 0.0), (0, -0.028), (-0.026, 0.0)), under=False
    ),
    "slack": Shape(
        ((-0.045, -0.008), (0, 0.008), (0.045, -0.010)),
        ((0.045, -0.010), (0.02, -0.030), (-0.02, -0.030), (-0.045, -0.008)),
        under=False,
    ),
    "smirk": Shape(((-0.06, -0.010), (0.0, -0.014), (0.06, 0.004), (0.1, 0.036))),
    "firm": Shape(((-0.08, -0.010), (-0.04, 0.004), (0.04, 0.004), (0.08, -0.010)), weight=1.0),
    "askew": Shape(((-0.07, -0.014), (-0.02, 0.006), (0.03, 0.002), (0.06, 0.016))),
    "flat": Shape(((-0.072, 0.0), (0, -0.002), (0.072, 0.0))),
    "sneer": Shape(
        ((-0.08, -0.014), (-0.02, 0.010), (0.04, 0.020), (0.09, -0.004)),
        ((0.09, -0.004), (0.05, -0.028), (-0.02, -0.030), (-0.08, -0.014)),
        teeth=1.0,
    ),
    "pout": Shape(((-0.028, -0.008), (-0.016, 0.012), (0, 0.002), (0.016, 0.012), (0.028, -0.008))),
}


def draw_mouth(pen: Pen, name: str) -> None:
    """Draw the mouth where it is not turned away."""
    sitter, shape = pen.sitter, SHAPES[name]
    if sitter.facing(0.0, HEIGHT) < -0.22:
        return
    upper = _paper(pen, curve(shape.upper, 22))
    if not shape.lower:
        pen.line(upper, shape.weight * (1.25 if sitter.small else 1.0))
    else:
        _opening(pen, shape, upper)
    if shape.under and not sitter.small:
        low = min((v for _, v in shape.lower), default=-0.008) - 0.042
        pen.line(_paper(pen, curve(((-0.026, low), (0, low - 0.004), (0.026, low)), 6)), 0.4)
    if sitter.form.lips and not shape.lower and sitter.fine:
        pen.line(
            _paper(pen, curve(((-0.03, 0.022), (-0.008, 0.026), (0, 0.022), (0.008, 0.026), (0.03, 0.022)), 10)), 0.3
        )


def _paper(pen: Pen, places: Array) -> Array:
    return pen.sitter.paper(places * (pen.sitter.form.mouth, 1.0) + (0.0, HEIGHT), LIFT)


def _opening(pen: Pen, shape: Shape, upper: Array) -> None:
    lower = _paper(pen, curve(shape.lower, 22))
    ring = np.concatenate([upper, lower])
    hole = polygon(ring)
    high, low = max(v for _, v in shape.upper), min(v for _, v in shape.lower)
    pen.fill(hole, WHITE if shape.teeth >= 1.0 else DARK)
    if shape.teeth >= 1.0:
        if not pen.sitter.small:
            _rows_of_teeth(pen, hole, high, low)
    elif not pen.sitter.small:
        if shape.tongue:
            tongue = _paper(pen, oval(0.0, low, 0.085, (high - low) * 0.36))
            pen.fill(shapely.intersection(polygon(tongue), hole), TONGUE)
        if shape.teeth:
            edge = high - (high - low) * shape.teeth
            band = _paper(
                pen, np.array(((-0.2, high + 0.03), (0.2, high + 0.03), (0.2, edge), (0.0, edge - 0.006), (-0.2, edge)))
            )
            pen.fill(shapely.intersection(polygon(band), hole), WHITE)
    pen.loop(ring, shape.weight)


def _rows_of_teeth(pen: Pen, hole: Any, high: float, low: float) -> None:
    outer = pen.clip
    pen.clip = hole if outer is None else shapely.intersection(hole, outer)
    middle = (high * 0.9 + low) / 2
    pen.line(_paper(pen, curve(((-0.12, middle + 0.006), (0, middle), (0.12, middle + 0.006)), 14)), 0.5)
    if pen.sitter.detail > 120:
        for u in (-0.075, -0.045, -0.015, 0.015, 0.045, 0.075):
            pen.line(_paper(pen, np.array(((u, high), (u * 1.02, middle), (u, low)))), 0.26)
    pen.clip = outer


def draw_nose(pen: Pen) -> None:
    """Draw the nose: a tick seen from before, a bridge when the head turns. In profile the outline draws it."""
    sitter = pen.sitter
    side, _, ahead = sitter.view
    if ahead <= 0 or abs(side) > 0.93:
        return
    tip = sitter.form.nose
    if sitter.form.young or sitter.small:
        y, z = (0.262, tip) if sitter.form.young else (0.250, tip)
        pen.line(sitter.flat(curve(((-0.016, y, z), (0.0, y - 0.009, z), (0.016, y, z)), 6)), 0.6)
        return
    away = -np.sign(side) if abs(side) > 0.12 else 1.0
    if abs(side) > 0.3:
        weight = 0.35 + 0.4 * min(1.0, (abs(side) - 0.2) / 0.4)
        bridge = (
            (0, 0.43, 0.372),
            (0, 0.36, 0.395),
            (0, 0.29, tip - 0.003),
            (0, 0.268, tip + 0.007),
            (0, 0.245, tip - 0.03),
        )
        pen.line(sitter.flat(curve(bridge, 16)), weight)
    else:
        _wing(pen, away)
    base = ((0.022, 0.246, tip - 0.035), (0.0, 0.234, tip - 0.025), (-0.020, 0.240, tip - 0.04))
    pen.line(sitter.flat(curve(np.array(base) * (away, 1, 1), 10)), 0.72)
    if sitter.fine:
        pen.fill(
            sitter.flat(
                np.array(((0.020, 0.243, tip - 0.04), (0.006, 0.236, tip - 0.03), (0.012, 0.231, tip - 0.04)))
                * (away, 1, 1)
            ),
            Paint((188, 110, 96), 0.3),
        )


def _wing(pen: Pen, away: float) -> None:
    """Draw the short line beside the nose of a face seen from before."""
    sitter = pen.sitter
    tip = sitter.form.nose
    wing = ((0.004, 0.335, tip - 0.05), (0.012, 0.28, tip - 0.011), (0.014, 0.256, tip - 0.015))
    if not sitter.form.lips and sitter.form.thick > 0.022:
        wing = ((0.021, 0.40, tip - 0.09), (0.017, 0.31, tip - 0.025), (0.020, 0.258, tip - 0.015))
    pen.line(sitter.flat(curve(np.array(wing) * (away, 1, 1), 10)), 0.52)
