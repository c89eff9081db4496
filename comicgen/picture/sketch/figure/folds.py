"""Where cloth bends into the folds drawn on it: creases of trousers, sleeves and tops as lines on their lofts."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..loft import Loft
from ..marks import Array
from ..pen import Ink, Stitch, curve
from .sitter import Sitter

Spots = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """One crease on a loft: places (t, degrees round it), thinned over shares of its length at either end."""

    spots: Spots
    weight: float = 0.5
    taper: tuple[float, float] = (0.12, 0.8)


POINTS = 9
"""Points of a drawn crease."""

# Legs: 0 in front, 90 outside, -90 inside.
CROTCH = (
    Fold(((0.05, -78), (0.10, -48), (0.12, -16))),
    Fold(((0.09, -84), (0.19, -58), (0.26, -34))),
    Fold(((0.08, -100), (0.20, -128), (0.28, -150))),
)
"""Whiskers from the crotch, two in front and one behind."""
LAP = (
    Fold(((0.08, -64), (0.05, -20), (0.09, 30)), 0.6, (0.4, 0.5)),
    Fold(((0.15, -70), (0.13, -30), (0.19, 14)), 0.5, (0.2, 0.8)),
    Fold(((0.05, 88), (0.14, 64), (0.17, 36)), 0.5),
)
"""Where a thigh is drawn up to the belly."""
STRIDE = (
    Fold(((0.10, -86), (0.30, -66), (0.46, -58)), 0.45),
    Fold(((0.06, 160), (0.18, 130), (0.26, 96)), 0.5),
)
KNEE_STRAIGHT = (Fold(((0.97, -36), (0.91, 0), (0.93, 34)), 0.42, (0.6, 0.5)),)
KNEE_BENT = (
    Fold(((0.99, 96), (0.90, 72), (0.78, 58)), 0.55),
    Fold(((0.99, -96), (0.92, -76), (0.84, -66)), 0.5),
    Fold(((0.90, 110), (0.94, 150), (0.93, 190)), 0.5, (0.5, 0.5)),
    Fold(((0.97, 104), (0.995, 150), (0.99, 210)), 0.5, (0.5, 0.5)),
)
SHIN_STRAIGHT = (
    Fold(((0.05, -40), (0.10, -8), (0.08, 22)), 0.42, (0.5, 0.6)),
    Fold(((0.06, 128), (0.14, 160), (0.20, 190)), 0.45, (0.2, 0.7)),
)
SHIN_BENT = (
    Fold(((0.02, 98), (0.13, 74), (0.27, 62)), 0.55),
    Fold(((0.02, -98), (0.10, -78), (0.20, -66)), 0.5),
    Fold(((0.08, 116), (0.045, 160), (0.05, 214)), 0.5, (0.5, 0.5)),
)
BREAK = (
    Fold(((0.83, -62), (0.865, -22), (0.85, 20)), 0.5, (0.3, 0.7)),
    Fold(((0.90, 58), (0.925, 14), (0.905, -24)), 0.5, (0.3, 0.7)),
    Fold(((0.86, 150), (0.90, 112), (0.88, 78)), 0.45, (0.3, 0.7)),
    Fold(((0.93, 196), (0.955, 150), (0.94, 112)), 0.45, (0.3, 0.7)),
)
"""Where a trouser leg breaks over the shoe."""
SIDE_SEAM = (Fold(((0.06, 92), (0.4, 94), (0.99, 92)), 0.36, (0.0, 0.0)),)
SHIN_SEAM = (Fold(((0.02, 92), (0.5, 96), (0.97, 92)), 0.36, (0.0, 0.0)),)
PRESSED = (Fold(((0.26, 2), (0.6, 0), (0.98, 0)), 0.4, (0.6, 0.0)),)
SHIN_PRESSED = (Fold(((0.03, 0), (0.5, 0), (0.86, 0)), 0.4, (0.0, 0.3)),)
# Sleeves: 0 is the inside of the elbow.
ARMPIT = (
    Fold(((0.22, -116), (0.32, -78), (0.44, -48)), 0.45),
    Fold(((0.16, 150), (0.26, 178), (0.40, 200)), 0.42),
)
ELBOW = (
    Fold(((0.98, 58), (0.89, 10), (0.80, -44)), 0.55, (0.5, 0.5)),
    Fold(((0.93, -62), (0.86, -18), (0.74, 26)), 0.5, (0.3, 0.7)),
    Fold(((0.80, 150), (0.90, 176), (0.96, 200)), 0.42, (0.6, 0.4)),
)
ELBOW_STRAIGHT = (Fold(((0.90, -30), (0.95, 8), (0.97, 40)), 0.42, (0.4, 0.6)),)
FOREARM_BENT = (
    Fold(((0.02, -54), (0.12, -12), (0.24, 22)), 0.55, (0.2, 0.7)),
    Fold(((0.06, 60), (0.14, 24), (0.20, -10)), 0.5, (0.2, 0.7)),
)
FOREARM = (
    Fold(((0.72, -40), (0.75, 4), (0.73, 50)), 0.45, (0.3, 0.7)),
    Fold(((0.60, 190), (0.66, 150), (0.68, 110)), 0.4, (0.3, 0.7)),
)
# Tops: 0 in front, 90 at the figure's left, t from hips to shoulders.
WAIST = (
    Fold(((0.40, 80), (0.355, 54), (0.345, 30)), 0.5),
    Fold(((0.32, 84), (0.275, 62), (0.27, 42)), 0.5),
    Fold(((0.42, 112), (0.37, 136), (0.36, 152)), 0.45),
)
CHEST = (
    Fold(((0.80, 66), (0.735, 52), (0.65, 42)), 0.5),
    Fold(((0.84, 116), (0.74, 132), (0.64, 140)), 0.5),
)
PULLED = (
    Fold(((0.86, 74), (0.66, 50), (0.50, 20)), 0.5, (0.1, 0.8)),
    Fold(((0.80, 84), (0.58, 70), (0.42, 48)), 0.45, (0.1, 0.8)),
    Fold(((0.84, 112), (0.62, 130), (0.46, 150)), 0.45, (0.1, 0.8)),
)
"""From a raised arm across the side."""
PINCHED = (
    Fold(((0.46, 96), (0.43, 60), (0.45, 34)), 0.6, (0.2, 0.7)),
    Fold(((0.36, 98), (0.345, 66), (0.365, 44)), 0.6, (0.2, 0.7)),
    Fold(((0.41, 104), (0.40, 132), (0.42, 156)), 0.5, (0.2, 0.7)),
)
"""At the side to which the trunk leans."""
BELLY = (
    Fold(((0.30, -62), (0.275, -20), (0.30, 24)), 0.5, (0.4, 0.6)),
    Fold(((0.20, 58), (0.18, 16), (0.21, -30)), 0.5, (0.4, 0.6)),
)
"""Where one who sits is bent in front."""
TUCKED = (
    Fold(((0.335, 22), (0.40, 26), (0.47, 20)), 0.45, (0.0, 0.9)),
    Fold(((0.335, 48), (0.39, 54), (0.44, 50)), 0.45, (0.0, 0.9)),
    Fold(((0.335, 126), (0.40, 130), (0.45, 124)), 0.42, (0.0, 0.9)),
    Fold(((0.335, 156), (0.41, 160), (0.47, 156)), 0.42, (0.0, 0.9)),
)
"""Where a shirt goes into the trousers."""
BUST = (Fold(((0.60, 34), (0.575, 20), (0.60, 8)), 0.4, (0.3, 0.6)),)
BLADES = (
    Fold(((0.88, 158), (0.78, 150), (0.70, 152)), 0.4, (0.3, 0.7)),
    Fold(((0.22, 166), (0.14, 150), (0.10, 128)), 0.42, (0.2, 0.8)),
)
"""A back: at the shoulder blade and over the seat."""
SPINE = (Fold(((1.0, 180), (0.6, 180), (0.0, 180)), 0.42, (0.0, 0.2)),)
"""The seam down the back of a jacket."""


def folds(sitter: Sitter, loft: Loft, found: Sequence[Fold], sign: int = 1) -> list[Ink]:
    """Return the creases on the camera's side of a loft; ``sign`` -1 mirrors them."""
    return [Stitch(loft, _places(fold, sign), fold.weight, fold.taper) for fold in found]


@lru_cache(maxsize=256)
def _places(fold: Fold, sign: int) -> Array:
    """Return a crease's places as degrees round the loft and how far along it."""
    return curve(fold.spots, POINTS)[:, ::-1] * (sign, 1)
