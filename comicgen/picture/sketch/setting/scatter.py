"""Small things that lie about on open ground, in patches, into marks: grass, pebbles, grains, drifts, cracks."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

import numpy as np
import shapely

from ....staging.camera import NEAR
from ....staging.sets.solids import Patch
from ..marks import WEIGHTS, Array, Mark, Stroke
from .hand import Hand
from .shadows import polygon_of

REACH = 26.0
"""Metres about the stage that are strewn."""
MOST = 150
"""Marks in one picture."""
SMALLEST = 0.55
"""Frame units: what is drawn smaller is left out."""
PATCHY = (0.9, 0.37)
"""How fast the patches change along x and z, in turns for each metre."""

TUFT = (
    (-0.09, 0, 0),
    (-0.13, 0.1, 0.02),
    (-0.03, 0.01, 0),
    (-0.01, 0.15, -0.02),
    (0.03, 0.01, 0),
    (0.13, 0.11, 0.03),
    (0.08, 0, 0),
)
PEBBLE = tuple((0.07 * np.cos(a), 0.0, 0.05 * np.sin(a)) for a in np.arange(8) * 2 * np.pi / 7)
GRAIN = ((0, 0, 0), (0.05, 0, 0.012))
DRIFT = ((-0.5, 0, 0.03), (-0.2, 0, -0.02), (0.15, 0, -0.03), (0.5, 0, 0.04))
CRACK = ((-0.4, 0, 0.05), (-0.12, 0, -0.06), (0.05, 0, 0.04), (0.3, 0, -0.08), (0.42, 0, 0.02))


@dataclass(frozen=True, slots=True)
class Strewn:
    """One kind of thing: its shape in metres, how many for a square metre at most, in patches or all over."""

    shape: tuple[tuple[float, float, float], ...]
    dense: float
    patchy: bool = True
    role: str = "detail"
    largest: float = 9.0
    """Frame units: nearer ones would look like scribbles."""
    turned: float = np.pi
    """Most that one is turned about the upright, in radians."""


def strewn(*kinds: Strewn) -> Callable[[Hand, Patch], list[Mark]]:
    """Return the texture of ground with these kinds on it."""

    def draw(hand: Hand, patch: Patch) -> list[Mark]:
        return [m for k, kind in enumerate(kinds) for m in _drawn(hand, patch, kind, k)]

    return draw


@lru_cache(maxsize=32)
def _laid(kind: Strewn, seed: int) -> tuple[Array, Array]:
    """Return (n, k, 3) polylines about the origin, the same for every picture, and the middle (n, 3) of each."""
    dice = np.random.default_rng(90 + seed)
    count = int(kind.dense * (2 * REACH) ** 2)
    spots = dice.uniform(-REACH, REACH, (count, 2)) - (0.0, 0.25 * REACH)
    if kind.patchy:
        wave = np.sin(PATCHY[0] * spots[:, 0] + seed) + np.sin(PATCHY[1] * spots[:, 1] * 2 + 0.6 * spots[:, 0])
        spots = spots[wave + dice.uniform(-0.7, 0.7, count) > 0.55]
    n = len(spots)
    turn, size = dice.uniform(-kind.turned, kind.turned, n), dice.uniform(0.6, 1.35, n)
    shape = np.array(kind.shape)[None] * size[:, None, None]
    c, s = np.cos(turn)[:, None], np.sin(turn)[:, None]
    x, z = shape[..., 0] * c + shape[..., 2] * s, shape[..., 2] * c - shape[..., 0] * s
    lines: Array = np.stack([x + spots[:, :1], shape[..., 1] + 0.003, z + spots[:, 1:]], axis=-1)
    return lines, lines.mean(axis=1)


def _drawn(hand: Hand, patch: Patch, kind: Strewn, seed: int) -> list[Mark]:
    lines, middle = _laid(kind, seed)
    lift = np.array((0.0, patch.y, 0.0))
    view = hand.view(middle + lift)
    flat = hand.frame(view)
    shown = (view[:, 2] > 4 * NEAR) & ((flat > -1) & (flat < (hand.width + 1, 101))).all(axis=1)
    index = np.flatnonzero(shown)
    index = index[shapely.contains_xy(polygon_of(patch), middle[index, 0], middle[index, 2])]
    points = hand.project(lines[index] + lift)
    size = np.ptp(points, axis=1).max(axis=1)
    big = np.flatnonzero((size > SMALLEST) & (size < kind.largest))
    chosen = big[:: max(1, ceil(len(big) / MOST))]
    widths = WEIGHTS[kind.role] * hand.thinning(view[index[chosen], 2])
    return [Stroke(p, w, wobble=0.02) for p, w in zip(points[chosen], widths.tolist(), strict=True)]


GRASS = Strewn(TUFT, 2.2, largest=4.6)
PEBBLES = Strewn(PEBBLE, 1.6, role="hair")
GRAINS = Strewn(GRAIN, 2.6, role="detail")

SCATTERED: dict[str, Callable[[Hand, Patch], list[Mark]]] = {
    "meadow": strewn(GRASS, Strewn(GRAIN, 0.9)),
    "pebbles": strewn(PEBBLES, Strewn(GRAIN, 1.6)),
    "grains": strewn(GRAINS, Strewn(DRIFT, 0.12, role="hair", turned=0.3), Strewn(PEBBLE, 0.1)),
    "drifts": strewn(Strewn(DRIFT, 0.55, role="detail", turned=0.35)),
    "dust": strewn(PEBBLES, GRAINS),
    "cracks": strewn(Strewn(CRACK, 0.16, role="hair"), Strewn(GRAIN, 0.5, role="hair")),
}
"""Texture of open ground -> what draws it."""
