"""Trees into marks: round crowns, pines, palms, trunks of a wood, bare branches."""

from dataclasses import replace
from functools import lru_cache
from math import hypot, sqrt

import numpy as np

from ....staging.sets.solids import Growth
from ..marks import Area, Array, Mark, Paint, Stroke
from .hand import Hand
from .leaves import Crown, blades, foliage, towards_light
from .light import CLEAR
from .stands import Stand


def _trunk(hand: Hand, s: Stand, outline: tuple[Array, Array], material: str = "bark") -> list[Mark]:
    """Return a trunk between its two sides (frame points from the foot up), the half away from the light toned."""
    left, right = outline
    paint = hand.light.paint(material, s.depth)
    ring = np.concatenate([left, right[::-1]])
    dark = right if towards_light(hand) < 0 else left
    half = np.concatenate([(left + right) / 2, dark[::-1]])
    width = hand.weight("silhouette", s.depth)
    light = hand.weight("edge", s.depth)
    pair = (light, width) if dark is right else (width, light)
    night = hand.light.time == "night" and hand.light.clear(s.depth) > CLEAR
    shade = replace(paint, tone=1.0, black=True) if night else paint
    return [
        Area((ring,), paint),
        Area((half,), shade, 1.0),
        Stroke(left, pair[0], wobble=0.06),
        Stroke(right, pair[1], wobble=0.06),
    ]


def tree(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a leafy tree or one in blossom."""
    return _leafy(hand, s, g, "blossom" if g.kind == "blossom" else "leaf")


def _leafy(hand: Hand, s: Stand, g: Growth, material: str) -> list[Mark]:
    """Return a tree: flared trunk, two lower side lobes behind a main crown."""
    h, r, lift = g.height, g.width / 2 * s.metre, float(np.hypot(*s.up))
    tall = hypot(h * 0.31 * lift, g.width / 2 * sqrt(max(s.metre**2 - lift**2, 0.0)))
    if h * s.metre < 6:
        x, y = s.at(0, h * 0.55).tolist()
        high = max(h * 0.46 * lift, tall)
        return foliage(hand, [Crown(x, y, r, high, s.depth, material, black=False, clumps=False, seed=g.seed)])
    dice = np.random.default_rng(g.seed)
    lean = float(dice.uniform(-0.05, 0.05)) * h
    t = np.arange(6) / 5
    half = 0.028 * h * np.where(t == 0, 1.7, 1 - 0.45 * t)
    bend = lean * t * t
    left = s.shape(np.stack([bend - half, t * h * 0.55], axis=1))
    right = s.shape(np.stack([bend + half, t * h * 0.55], axis=1))
    x, y = s.at(lean, h * 0.70).tolist()
    sides = [
        Crown(x + dx * r, y + dy * tall, r * 0.55, tall * 0.55, s.depth, material, clumps=False, seed=g.seed + more)
        for dx, dy, more in ((-0.55, 0.2, 7), (0.55, 0.22, 9))
    ]
    main = Crown(x, y, r * 0.86, tall, s.depth, material, seed=g.seed + 11)
    wood = [*_trunk(hand, s, (left, right)), *_boughs(hand, s, (lean, h, g.width / 2))]
    return wood + foliage(hand, [*sides, main])


def _boughs(hand: Hand, s: Stand, form: tuple[float, float, float]) -> list[Mark]:
    lean, h, r = form
    width = hand.weight("silhouette", s.depth)
    tops = [(lean + 0.35 * r * x, h * 0.66) for x in (-1, 1)]
    return [Stroke(np.stack([s.at(lean, h * 0.46), s.at(*t)]), width, wobble=0.1) for t in tops]


def pine(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a pine: overlapping tiers with a zigzag hem, one half dark behind a toothed edge."""
    dice = np.random.default_rng(g.seed)
    h, w = g.height, g.width / 2
    trunk = np.array([(-0.02 * h, 0), (-0.012 * h, h * 0.4)]), np.array([(0.02 * h, 0), (0.012 * h, h * 0.4)])
    marks = _trunk(hand, s, (s.shape(trunk[0]), s.shape(trunk[1])))
    paint = hand.light.paint("snow" if g.kind == "snow pine" else "pine", s.depth)
    dark_side = -towards_light(hand)
    near = hand.light.clear(s.depth) > 0.75 and h * s.metre > 14
    r, g_, b = (round(v * 0.45) for v in hand.light.tint((84, 128, 92)))
    hems = [_hem(dice, h, w, k) for k in range(5)]
    rings = [s.shape(hem) for hem in hems]
    width = hand.weight("silhouette" if near else "detail", s.depth)
    dark = (Paint((r, g_, b), 1.0, True), 0.0) if near else (paint, 1.0)
    for ring, hem in zip(rings, hems, strict=True):
        marks.append(Area((ring,), paint))
        marks.append(hand.cut(ring, s.shape(_teeth(hem, dark_side)), *dark, inside=True))
        marks.append(Stroke(ring, width, closed=True, taper=False, wobble=0.05))
    return marks


def _hem(dice: np.random.Generator, h: float, w: float, k: int) -> Array:
    """Return one tier of a pine in metres: its tip, then its zigzag hem from right to left."""
    y0 = h * (0.16 + 0.155 * k)
    reach, n = w * (1 - 0.165 * k), 7
    x = reach * (1 - 2 * np.arange(n + 1) / n)
    droop = y0 + dice.uniform(-0.02, 0.02, n + 1) * h - 0.03 * h * (np.abs(x) / reach)
    between = np.stack([(x[:-1] + x[1:]) / 2, (droop[:-1] + droop[1:]) / 2 + 0.045 * h], axis=1)
    zigzag = np.empty((2 * n + 1, 2))
    zigzag[0::2], zigzag[1::2] = np.stack([x, droop], axis=1), between
    return np.concatenate([[(0.0, min(h, y0 + 0.32 * h))], zigzag])


def _teeth(hem: Array, side: float) -> Array:
    """Return the dark part of a tier: everything beyond a toothed line down its middle."""
    top, base = float(hem[0, 1]), float(hem[1:, 1].min())
    reach = float(np.abs(hem[:, 0]).max())
    q = np.array((0.0, 0.3, 0.42, 0.55, 0.66, 0.78, 0.9, 1.05))
    tooth = np.where(np.arange(len(q)) % 2 == 1, 0.3, 0.02) * q * reach
    edge = np.stack([side * tooth, top + (base - top) * q], axis=1)
    out = np.array([(side * reach * 1.3, base - 0.1), (side * reach * 1.3, top)])
    return np.concatenate([edge, out])


def palm(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a palm: a leaning ringed trunk and hanging fronds."""
    dice = np.random.default_rng(g.seed)
    h, lean = g.height, float(dice.uniform(-0.2, 0.2)) * g.height
    t = np.linspace(0, 1, 9)
    middle = np.stack([lean * t * t, t * h * 0.82], axis=1)
    half = (h * 0.028 * (1 - 0.4 * t))[:, None] * np.array((1.0, 0.0))
    marks = _trunk(hand, s, (s.shape(middle - half), s.shape(middle + half)))
    if h * s.metre > 12:
        marks += [
            Stroke(s.shape(np.stack([m - v, m + v + (0, 0.02 * h)])), hand.weight("hair", s.depth))
            for m, v in zip(middle[1:-1], half[1:-1], strict=True)
        ]
    for angle in (-0.5, 3.6, 0.35, 2.8, 1.1, 2.0):
        marks += _frond(hand, s, middle[-1], (angle + float(dice.uniform(-0.15, 0.15)), g.width * 0.55))
    return marks


def _frond(hand: Hand, s: Stand, root: Array, form: tuple[float, float]) -> list[Mark]:
    """Return a feathered leaf: leaflets on both sides of a bent rib, those below long and hanging."""
    angle, length = form
    many = length * s.metre > 8
    n = 2 * (14 if many else 7) + 1
    t = np.linspace(0.0, 1.0, n)
    bent = np.stack([np.cos(angle) * t, 0.8 * (np.sin(angle) * t - 0.75 * t * t)], axis=1)
    along = np.gradient(bent, t, axis=0)
    long = np.where(np.arange(n) % 2, np.sin(np.pi * np.minimum(0.12 + 0.95 * t, 1.0)), 0.0)[:, None]
    rib = root + bent * length
    below = rib + length * (long * (0.16 * along + (0.0, -0.34)) + (t * (1.0 - t))[:, None] * (0.0, -0.16))
    above = rib + length * long * (0.12 * along + (0.0, 0.09))
    ring = s.shape(np.concatenate([above, below[-2:0:-1]]))
    shade = 1.0 if np.cos(angle) * towards_light(hand) < 0 else 0.0
    width = hand.weight("edge", s.depth)
    marks: list[Mark] = [Area((ring,), hand.light.paint("leaf", s.depth), shade)]
    marks.append(Stroke(ring, 0.55 * width if many else width, closed=True, taper=False))
    return [*marks, Stroke(s.shape(rib), hand.weight("detail", s.depth))] if many else marks


def trunk(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a forest tree without its crown: black when near, half toned in the middle, thin and pale far away."""
    dice = np.random.default_rng(g.seed)
    r, reference = g.width / 2, hand.reference
    near, middle = s.depth < reference * 0.8, s.depth < reference * 2.6
    y = np.array((0, 0.3, 0.7, 1.6, 2.8, 4.2, 6.5, 9.0, 14.0, g.height))
    flare = 1 + np.array((0.9, 0.25, 0, 0, 0, 0, 0, 0, 0, 0)) - 0.028 * y
    bend = float(dice.uniform(-0.25, 0.25)) * np.minimum(y, 12) * 0.35
    rough = dice.uniform(-0.07, 0.07, (2, len(y)))
    left = s.shape(np.stack([r * (bend - flare + rough[0]), y], axis=1))
    right = s.shape(np.stack([r * (bend + flare + rough[1]), y], axis=1))
    marks: list[Mark] = []
    if near:
        marks.append(Area((np.concatenate([left, right[::-1]]),), hand.light.paint("black", s.depth)))
        marks += _nicks(s, dice, r, bend, white=True)
    else:
        marks += _trunk(hand, s, (left, right)) if middle else _pale(hand, s, left, right)
        if middle:
            rim = (
                np.concatenate([left * 0.14 + right * 0.86, right[::-1]])
                if towards_light(hand) < 0
                else np.concatenate([right * 0.14 + left * 0.86, left[::-1]])
            )
            marks.append(Area((rim,), hand.light.paint("black", s.depth)))
            marks += _nicks(s, dice, r, bend, white=False) if hand.detail > 0 else []
    marks += _foot(s, g.seed + 1, g.width) if hand.detail > 0 and g.width * s.metre > 1.5 else []
    return marks + (_twigs(hand, s, dice, r, bend) if hand.detail > 0 else [])


def _foot(s: Stand, seed: int, width: float) -> list[Mark]:
    """Return grass that hides where a trunk meets the ground."""
    ends, bulge = _grass(seed, width)
    roots, tips = s.shape(ends)
    return blades(roots, tips, bulge, 0.34, (1.2, 0.3))


@lru_cache(maxsize=512)
def _grass(seed: int, width: float) -> tuple[Array, Array]:
    """Return roots and tips (2, n, 2) of the blades round a trunk and how they bend, the same in every picture."""
    n = 9
    x, chance = np.linspace(-1.15, 1.15, n) * width, np.random.default_rng(seed).random((3, n))
    ends = np.full((2, n, 2), -0.03)
    ends[:, :, 0] = x
    ends[1, :, 0] += 0.25 * x - 0.08 + 0.16 * chance[0]
    ends[1, :, 1] += 0.12 + 0.22 * chance[1]
    return ends, 0.4 * chance[2] - 0.2


def _pale(hand: Hand, s: Stand, left: Array, right: Array) -> list[Mark]:
    paint = hand.light.paint("bark", s.depth, tone=0.0)
    half = np.concatenate([(left + right) / 2, right[::-1]])
    width = hand.weight("detail", s.depth)
    return [
        Area((np.concatenate([left, right[::-1]]),), paint),
        Area((half,), paint, 0.5 * hand.light.clear(s.depth)),
        Stroke(left, width),
        Stroke(right, width),
    ]


def _nicks(s: Stand, dice: np.random.Generator, r: float, bend: Array, *, white: bool) -> list[Mark]:
    marks: list[Mark] = []
    for _ in range(9 if white else int(min(8, 4 * r * s.metre / 2.5))):
        y, x = float(dice.uniform(0.15, 4)), float(dice.uniform(-0.8, 0.3 if white else 0.7)) * r
        points = np.stack([s.at(x, y), s.at(x + 0.02 * r, y + float(dice.uniform(0.15, 0.5)))])
        marks.append(Stroke(points, 0.34 if white else 0.17, white=white, wobble=0.08))
    return marks


def _twigs(hand: Hand, s: Stand, dice: np.random.Generator, r: float, bend: Array) -> list[Mark]:
    marks: list[Mark] = []
    for side in (-1, 1):
        if dice.random() < 0.7:
            y = float(dice.uniform(2.2, 5))
            points = np.array([(side * r * 0.8, y), (side * r * 2.5, y + 0.5), (side * r * 5, y + 0.8)])
            marks.append(Stroke(s.shape(points), hand.weight("edge", s.depth), wobble=0.1))
    return marks


def bare_tree(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a leafless tree: a black trunk that forks and forks again."""
    dice = np.random.default_rng(g.seed)
    paint = hand.light.paint("black", s.depth)
    marks: list[Mark] = []
    branches = [(np.array((0.0, 0.0)), np.pi / 2 + float(dice.uniform(-0.1, 0.1)), g.height * 0.42, g.height * 0.035)]
    for _ in range(4):
        grown = []
        for root, angle, length, r in branches:
            tip = root + length * np.array((np.cos(angle), np.sin(angle)))
            side = r * np.array((-np.sin(angle), np.cos(angle)))
            ring = s.shape(np.array([root + side, tip + 0.6 * side, tip - 0.6 * side, root - side]))
            if r * s.metre > 0.12:
                marks.append(Area((ring,), paint))
            marks.append(Stroke(s.shape(np.array([root, tip])), max(0.12, 1.2 * r * s.metre), wobble=0.12))
            for turn in (-1, 1):
                grown.append(
                    (
                        tip,
                        angle + turn * float(dice.uniform(0.25, 0.6)),
                        length * float(dice.uniform(0.5, 0.75)),
                        r * 0.58,
                    )
                )
        branches = grown
    return marks
