"""People of the crowd into marks: small background figures without faces."""

import numpy as np

from ....staging.sets.solids import Growth
from ..marks import Area, Array, Mark, Paint, Stroke
from .hand import Hand
from .stands import Stand


def draw_person(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return someone of the crowd: black hair, a plain coat, no face."""
    dice = np.random.default_rng(g.seed)
    h = g.height
    top = hand.light.paint(("white", "blue cloth", "black", "cloth")[int(dice.integers(4))], s.depth)
    legs = hand.light.paint(("navy", "black", "cloth")[int(dice.integers(3))], s.depth)
    width = hand.weight("edge", s.depth)
    stride = float(dice.uniform(0.02, 0.07)) * h
    marks: list[Mark] = []
    for x in (-1, 1):
        leg = np.array(
            [(x * 0.012, 0.48), (x * 0.07, 0.48), (x * 0.05 + x * stride / h, 0.0), (x * 0.012 + x * stride / h, 0.0)]
        )
        marks += _blob(s, leg * h, legs, width)
    coat = np.array(
        [
            (-0.105, 0.83),
            (-0.05, 0.86),
            (0.05, 0.86),
            (0.105, 0.83),
            (0.13, 0.52),
            (0.1, 0.45),
            (-0.1, 0.45),
            (-0.13, 0.52),
        ]
    )
    marks += _blob(s, coat * h, top, width)
    angle = np.arange(12) * np.pi / 6
    head = np.stack([0.052 * np.cos(angle), 0.93 + 0.068 * np.sin(angle)], axis=1)
    marks += _blob(s, head * h, hand.light.paint("skin", s.depth), width)
    hair = np.concatenate([head[:7], [(-0.03, 0.95), (0.035, 0.955)]])
    return marks + _blob(s, hair * h, hand.light.paint("black", s.depth), width)


def _blob(s: Stand, shape: Array, paint: Paint, width: float) -> list[Mark]:
    ring = s.shape(shape)
    return [Area((ring,), paint), Stroke(ring, width, closed=True, taper=False)]
