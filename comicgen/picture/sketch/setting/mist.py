"""Fog into banks that lie on the ground between the things, one behind the other."""

from collections.abc import Iterator

import numpy as np

from ..marks import Area, Array, Mark, Stroke
from ..order import Piece, box_piece
from .hand import Hand
from .leaves import arcs

DISTANCES = (4.0, 7.5, 12.0, 19.0)
"""Metres behind what the picture is about at which banks lie."""
HIGH = 0.42
"""Metres that the first one rises; those behind rise more."""
LONG = 0.7
"""Length of a bank as a share of what the frame shows at its distance."""


def draw_mist(hand: Hand, seed: int) -> list[Piece]:
    """Return banks of fog, each a piece of bare paper with an uneven top."""
    forward = np.array(hand.camera.forward) * (1.0, 0.0, 1.0)
    if float(np.linalg.norm(forward)) < 0.5:
        return []
    return [p for k, away in enumerate(DISTANCES) for p in _banks(hand, k, away, np.random.default_rng(seed + 5 * k))]


def _banks(hand: Hand, k: int, away: float, dice: np.random.Generator) -> Iterator[Piece]:
    eye, right = np.array(hand.camera.eye), np.array(hand.camera.right)
    forward = np.array(hand.camera.forward) * (1.0, 0.0, 1.0)
    depth = hand.reference + away
    wide = depth * hand.camera.aspect / hand.camera.focal
    for side in (-0.45, 0.4):
        middle = eye + forward * depth + right * wide * (side + float(dice.uniform(-0.2, 0.2)))
        half, high = LONG * wide / 2, HIGH * (1 + 0.5 * k) * float(dice.uniform(0.7, 1.2))
        marks = _bank(hand, np.array((middle[0], 0.0, middle[2])), right * half, high, dice)
        if marks:
            x, z = float(middle[0]), float(middle[2])
            yield box_piece(marks, (x - 0.4, 0.0, z - 0.02), (x + 0.4, high, z + 0.02), hand.camera)


def _bank(hand: Hand, foot: Array, reach: Array, high: float, dice: np.random.Generator) -> list[Mark]:
    n = 9
    t = np.linspace(-1, 1, n)
    rise = high * (1 - t**2) ** 0.6 * dice.uniform(0.6, 1.0, n)
    tops = foot + t[:, None] * reach + np.stack([np.zeros(n), 0.3 * high + rise, np.zeros(n)], axis=1)
    feet = foot + t[::-1, None] * reach - np.stack([np.zeros(n), 0.25 * high * (1 - t**2), np.zeros(n)], axis=1)
    view = hand.view(np.concatenate([tops, feet]))
    if float(view[:, 2].min()) < 0.5:
        return []
    flat = hand.frame(view)
    edge = arcs(flat[: n - 1], flat[1:n], dice.uniform(0.12, 0.3, n - 1))
    ring = np.concatenate([edge[:, :-1].reshape(-1, 2), flat[n - 1 :]])
    if not hand.shows(ring):
        return []
    marks: list[Mark] = [Area((ring,), hand.light.paint("white", hand.reference))]
    return marks + [Stroke(e[1:-1], 0.13, wobble=0.04) for e in edge[dice.random(n - 1) < 0.4]]
