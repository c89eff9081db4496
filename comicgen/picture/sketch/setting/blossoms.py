"""Flowers, reeds, flames and foam into marks."""

from functools import lru_cache

import numpy as np

from ....staging.sets.solids import Growth
from ..marks import Area, Array, Mark, Stroke
from .hand import Hand
from .leaves import arcs, ring_of
from .stands import Stand, tube

DEEP = 1.8
"""Heights of a wash that the water before it hides of a swimmer."""


def flowers(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return curved stalks with leaves, each with a head of round petals about an eye; small ones are dots."""
    dice = np.random.default_rng(g.seed)
    n = int(np.clip(g.width * s.metre / 2.2, 3, 7))
    x = np.linspace(-g.width / 2, g.width / 2, n) + dice.uniform(-0.05, 0.05, n) * g.width
    tips = np.stack([x, g.height * dice.uniform(0.62, 0.95, n)], axis=1)
    roots = np.stack([x * 0.35, np.zeros(n)], axis=1)
    width = hand.weight("detail", s.depth)
    stalks = arcs(s.shape(roots), s.shape(tips), 0.25 * x / max(g.width, 0.1))
    marks: list[Mark] = [Stroke(b, width) for b in stalks]
    r = max(g.height * 0.17 * s.metre, 0.3)
    if r > 1.2:
        marks += [m for k, b in enumerate(stalks) for m in _leaflet(hand, s, (b[2], b[3]), (-1.0) ** k * r)]
    for k in np.argsort(-tips[:, 1]).tolist():
        marks += _bloom(hand, s, s.shape(tips[k : k + 1])[0], (r * float(dice.uniform(0.85, 1.15)), k))
    return marks


def _leaflet(hand: Hand, s: Stand, stalk: tuple[Array, Array], size: float) -> list[Mark]:
    """Return a pointed leaf on a stalk, to its left or right."""
    root, way = stalk[0], stalk[1] - stalk[0]
    tip = root + np.array((1.3 * size, -0.9 * abs(size))) + way
    ring = arcs(np.array([root, tip]), np.array([tip, root]), np.array((0.3, 0.12))).reshape(-1, 2)
    line = Stroke(ring, hand.weight("detail", s.depth), closed=True, taper=False)
    return [Area((ring,), hand.light.paint("leaf", s.depth)), line]


def _bloom(hand: Hand, s: Stand, at: Array, form: tuple[float, int]) -> list[Mark]:
    """Return one head of (radius, number): five round petals, every other one seen from the side as a cup."""
    r, k = form
    width, paint = hand.weight("detail", s.depth), hand.light.paint(("red", "white", "yellow")[k % 3], s.depth)
    angle = 2 * np.pi * np.arange(5) / 5 + 0.7 * k
    p = at + r * np.stack([np.cos(angle), 0.8 * np.sin(angle)], axis=1)
    ring = arcs(p, np.roll(p, -1, axis=0), np.full(5, 0.62))[:, :-1].reshape(-1, 2)
    marks: list[Mark] = [Area((ring,), paint), Stroke(ring, width, closed=True, taper=False)]
    if r < 0.8:
        return marks
    eye = at + 0.32 * r * np.stack([np.cos(np.arange(10) * 0.628), 0.8 * np.sin(np.arange(10) * 0.628)], axis=1)
    creases = [Stroke(np.stack([at + 0.45 * (q - at), at + 0.85 * (q - at)]), width) for q in p]
    dark = hand.light.paint("yellow" if k % 3 else "dark wood", s.depth)
    return [*marks, *creases, Area((eye,), dark), Stroke(eye, width, closed=True, taper=False)]


def fire(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return flames: curling tongues, a smaller yellow and a white heart in them, sparks over them."""
    marks: list[Mark] = []
    for scale, name, seed in ((1.0, "orange", 0), (0.66, "yellow", 1), (0.34, "light", 2)):
        points = s.shape(_tongues(g.seed + seed) * (g.width / 2 * scale, g.height * scale))
        marks += [Area((points,), hand.light.bright(name))]
        marks += [Stroke(points, hand.weight("edge" if seed == 0 else "detail", s.depth), closed=True, taper=False)]
    dice = np.random.default_rng(g.seed + 9)
    for _ in range(5):
        c = s.at(float(dice.uniform(-0.7, 0.7)) * g.width, g.height * float(dice.uniform(0.8, 1.35)))
        drop = c + 0.05 * g.width * s.metre * np.array([(0, -1.3), (0.6, 0), (0, 0.7), (-0.6, 0)])
        marks.append(Area((drop,), hand.light.bright("orange")))
    return marks


@lru_cache(maxsize=256)
def _tongues(seed: int) -> Array:
    """Return a flame 2 wide and 1 high: a bulging foot and five tongues that lick to one side and the other."""
    dice = np.random.default_rng(seed)
    x = np.array((-0.95, -0.5, 0.02, 0.52, 0.98)) + dice.uniform(-0.06, 0.06, 5)
    y = np.array((0.52, 0.78, 1.0, 0.7, 0.46)) + dice.uniform(-0.05, 0.05, 5)
    dips = np.stack([(x[:-1] + x[1:]) / 2, np.minimum(y[:-1], y[1:]) * dice.uniform(0.5, 0.64, 4)], axis=1)
    tips = np.stack([x + 0.1 * np.sign(0.2 - x), y], axis=1)
    stops = np.array(
        [
            (-0.45, 0.0),
            (-0.9, 0.2),
            *(p for pair in zip(tips, [*dips, (0.9, 0.2)], strict=True) for p in pair),
            (0.45, 0.0),
        ]
    )
    bulge = np.array((0.2, *(b for _ in range(5) for b in (-0.16, 0.2)), 0.2))
    pieces = arcs(stops[:-1], stops[1:], -bulge[: len(stops) - 1])
    return ring_of(pieces)


def reed(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return long bent blades and bulrushes between them."""
    size = g.height * s.metre
    if size < 1.0 or hand.detail <= 0:
        return []
    dice = np.random.default_rng(g.seed)
    n = 4 if size < 4 else 9
    x = np.linspace(-0.5, 0.5, n) * g.width
    lean = x * dice.uniform(0.3, 1.1, n) + dice.uniform(-0.06, 0.06, n)
    roots = np.stack([0.4 * x, np.zeros(n)], axis=1)
    tips = np.stack([x + lean, g.height * dice.uniform(0.6, 1.0, n)], axis=1)
    width, marks = hand.weight("edge", s.depth), list[Mark]()
    blades = arcs(s.shape(roots), s.shape(tips), -0.3 * np.sign(lean) * dice.uniform(0.3, 1.0, n))
    for k, b in enumerate(blades):
        marks += (
            _blade(hand, s, b, 0.022 * size)
            if size > 4
            else [Stroke(b, width * np.linspace(1.3, 0.3, len(b)), taper=False)]
        )
        if k % 3 == 1:
            marks += _bulrush(
                hand, s, (float(roots[k, 0]), 0.5 * float(x[k]), g.height * float(dice.uniform(0.95, 1.12)))
            )
    return marks


def _blade(hand: Hand, s: Stand, spine: Array, half: float) -> list[Mark]:
    """Return a long leaf about a spine on the frame, pointed at its tip."""
    across = np.gradient(spine, axis=0)[:, ::-1] * (-1.0, 1.0)
    across = (
        across
        / np.maximum(np.hypot(*across.T), 1e-6)[:, None]
        * (half * np.linspace(1.0, 0.0, len(spine)) ** 0.7)[:, None]
    )
    ring = np.concatenate([spine + across, (spine - across)[::-1]])
    line = Stroke(ring, hand.weight("detail", s.depth), closed=True, taper=False)
    return [Area((ring,), hand.light.paint("leaf", s.depth)), line]


def _bulrush(hand: Hand, s: Stand, form: tuple[float, float, float]) -> list[Mark]:
    """Return a stalk from ``form`` = (its foot, where it leans to, its height) with its dark head."""
    foot, top, h = form
    stalk = np.stack([s.at(foot, 0), s.at(top, 1.08 * h)])
    head = s.shape(tube(np.array([(top * 0.82 + foot * 0.18, h * 0.78), (top, h)]), 0.035 * h))
    return [Stroke(stalk, hand.weight("detail", s.depth)), Area((head,), hand.light.paint("black", s.depth))]


def foam(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return the wash about one who swims: an uneven crest of paper with drops over it, and the water before it."""
    dice = np.random.default_rng(g.seed)
    x, swell = np.linspace(-0.5, 0.5, 12) * g.width, np.sin(np.pi * np.linspace(0, 1, 12))
    top = s.shape(np.stack([x, g.height * swell**0.5 * dice.uniform(0.45, 1.0, 12)], axis=1))
    edge = arcs(top[:-1], top[1:], dice.uniform(0.15, 0.45, 11))
    crest = np.concatenate([edge[:, :-1].reshape(-1, 2), top[-1:]])
    foot = s.shape(np.stack([x, -0.3 * g.height * swell * dice.uniform(0.5, 1.0, 12)], axis=1))[::-1]
    deep = s.shape(np.stack([x, -DEEP * g.height * swell**0.5], axis=1))[::-1]
    marks: list[Mark] = [
        Area((np.concatenate([crest, deep]),), hand.light.paint("water", s.depth)),
        Area((np.concatenate([crest, foot]),), hand.light.bright("white")),
    ]
    marks += [Stroke(e, hand.weight("detail", s.depth), wobble=0.03) for e in (*edge, foot[1:-1])]
    for _ in range(9):
        c = s.at(float(dice.uniform(-0.5, 0.5)) * g.width, g.height * float(dice.uniform(1.0, 1.9)))
        drop = c + 0.1 * g.height * s.metre * np.array([(0, -1.4), (0.7, 0.2), (0, 0.8), (-0.7, 0.2)])
        marks += [Area((drop,), hand.light.bright("white")), Stroke(drop, hand.weight("hair", s.depth), closed=True)]
    return marks
