"""What frames a very long shot into marks: dark leaves in an upper corner, large grass in the lower one."""

import numpy as np

from ....staging.sets.solids import Set
from ..marks import Area, Array, Mark
from ..order import Box
from .hand import Hand
from .leaves import Crown, blades, hoop, ring_of, scalloped

FAR = 9.0
"""Metres: a shot from farther off is framed."""
LEAFY = ("tree", "blossom", "pine", "snow pine", "trunk")


def draw_foreground(place: Set, hand: Hand, seed: int, heads: list[tuple[Box, float]]) -> list[Mark]:
    """Return the frame of a far shot among trees, in the corner that hides nobody; nothing for other shots."""
    wooded = sum(g.kind in LEAFY for g in place.growths) > 2
    if not wooded or hand.reference < FAR or hand.light.time == "night" or abs(hand.camera.forward[1]) > 0.2:
        return []
    left = seed % 2 == 0
    for side in (left, not left):
        if all(not _covers(box, side, hand.width) for box, _ in heads):
            return _bough(hand, seed, left=side) + _grass(hand, seed, left=not side)
    return []


def _covers(box: Box, left: bool, width: float) -> bool:
    inner = box[0] < 0.42 * width if left else box[2] > 0.58 * width
    return inner and box[1] < 45


def _bough(hand: Hand, seed: int, *, left: bool) -> list[Mark]:
    """Return three masses of black leaves round a corner, and single leaves that fall from them."""
    dice = np.random.default_rng(seed + 61)
    corner = 0.0 if left else hand.width
    inwards = 1.0 if left else -1.0
    paint = hand.light.paint("black")
    lobes = ((2.0, 2.0, 22.0, 17.0), (20.0, -2.0, 16.0, 10.0), (-2.0, 17.0, 11.0, 12.0))
    crowns = [Crown(corner + inwards * dx, dy, rx, ry, hand.reference) for dx, dy, rx, ry in lobes]
    pieces = scalloped([hoop(crown, 16, dice, 0.5, 0.2) for crown in crowns])
    marks: list[Mark] = [Area((ring_of(arcs),), paint) for arcs in pieces]
    for _ in range(9):
        c = np.array((corner + inwards * dice.uniform(12, 38), dice.uniform(8, 30)))
        marks.append(Area((c + _leaf(float(dice.uniform(0, 6.3)), float(dice.uniform(0.7, 1.4))),), paint))
    return marks


def _leaf(turn: float, size: float) -> Array:
    shape = np.array([(-1, 0), (-0.3, 0.4), (0.4, 0.35), (1, 0), (0.4, -0.35), (-0.3, -0.4)]) * size
    out: Array = shape @ np.array([(np.cos(turn), np.sin(turn)), (-np.sin(turn), np.cos(turn))])
    return out


def _grass(hand: Hand, seed: int, *, left: bool) -> list[Mark]:
    """Return tall black blades in a lower corner."""
    dice = np.random.default_rng(seed + 62)
    n = 26
    across = np.sort(dice.uniform(-2, 30, n))
    x = across if left else hand.width - across
    height = (15 - 0.4 * across) * dice.uniform(0.6, 1.1, n)
    roots = np.stack([x, np.full(n, 101.0)], axis=1)
    tips = roots + np.stack([dice.uniform(-4, 4, n), -height], axis=1)
    return blades(roots, tips, dice.uniform(-0.2, 0.2, n), 1.0, (1.1, 0.2))
