"""Masses of leaves, clouds and grass into marks: scalloped outlines, a shaded side, a thin black crescent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, islice
from math import cos, pi, sin
from typing import Any, NamedTuple

import numpy as np

from ..marks import Area, Array, Mark, Paint, Stroke
from .hand import Hand
from .light import MATERIALS

_LEAVES = np.array([[(0, 0), (0.5 * sin(t) + 0.2 * t, 0.45 * cos(t)), (sin(t), 0.9 * cos(t))] for t in (-0.9, 0.9)])
"""A leaf to the left and one to the right, as lines."""
STEPS, FEW = 6, 4
"""Pieces of one scallop, and of one of a small mass."""
SMALL = 3.0
"""Frame units: a lower radius is that of a small mass, which is drawn with light lines and few points."""


@dataclass(frozen=True, slots=True)
class Crown:
    """One mass of leaves on the frame: middle and radii in frame units, depth in metres."""

    x: float
    y: float
    rx: float
    ry: float
    depth: float
    material: str = "leaf"
    flat: float = 0.0
    """Share of the lower radius at which it is cut flat, 0 for round."""
    black: bool = True
    clumps: bool = True
    seed: int = 0


class Hoop(NamedTuple):
    """A scalloped ring round an ellipse before it is drawn: what chance has given it already."""

    crown: Crown
    chance: Array
    """Of each scallop its angle, then its reach and bulge; how the ring is turned between them."""
    rough: Array
    """Of each scallop how far it is off a flat foot, in the crown's radii; empty without one."""
    bulge: float
    uneven: float
    steps: int


def hoop(
    crown: Crown, count: int, dice: np.random.Generator, bulge: float = 0.48, uneven: float = 0.16, steps: int = STEPS
) -> Hoop:
    """Return a ring of so many scallops."""
    chance = dice.random(3 * count + 1)
    return Hoop(crown, chance, 0.04 * dice.random(count if crown.flat else 0) - 0.02, bulge, uneven, steps)


def scalloped(hoops: Sequence[Hoop]) -> list[Array]:
    """Return of each ring its (count, steps + 1, 2) arcs, which bulge outwards round an ellipse, clockwise."""
    counts = [len(h.chance) // 3 for h in hoops]
    ends = np.cumsum(counts)
    starts, after = ends - counts, np.arange(1, ends[-1] + 1)
    after[ends - 1] = starts  # the last scallop of a ring ends where its first begins
    chance = [
        (h.chance[:n], h.chance[n + 1 : 2 * n + 1], h.chance[2 * n + 1 :]) for h, n in zip(hoops, counts, strict=True)
    ]
    wide, far, swell = (np.concatenate(c) for c in zip(*chance, strict=True))
    form = [
        (h.crown.x, h.crown.y, h.crown.rx, h.crown.ry, h.chance[n], h.uneven, h.bulge)
        for h, n in zip(hoops, counts, strict=True)
    ]
    x, y, rx, ry, turn, uneven, bulge = np.repeat(form, counts, axis=0).T
    angle = np.add.accumulate(0.6 + 0.8 * wide)
    before = np.concatenate([[0.0], angle[ends[:-1] - 1]])
    angle = (angle - np.repeat(before, counts)) * np.repeat(2 * np.pi / (angle[ends - 1] - before), counts) + 0.3 * turn
    reach = 1 - uneven + 2 * uneven * far
    p = np.empty((len(angle), 2))
    p[:, 0], p[:, 1] = x + rx * reach * np.cos(angle), y + ry * reach * np.sin(angle)
    swell = bulge * (0.7 + 0.55 * swell)
    for h, start, end in zip(hoops, starts.tolist(), ends.tolist(), strict=True):
        if h.crown.flat:
            _flatten(h, p[start:end], swell[start:end])
    bends = _bends(p, p[after], swell)
    return [_basis(h.steps) @ bends[a:b] for h, a, b in zip(hoops, starts.tolist(), ends.tolist(), strict=True)]


def _flatten(h: Hoop, p: Array, swell: Array) -> None:
    """Cut a ring's points flat at its foot, where it hardly bulges."""
    floor = h.crown.y + h.crown.ry * h.crown.flat
    low = p[:, 1] > floor
    p[low, 1] = floor + h.rough[low] * h.crown.ry
    swell[low & np.concatenate([low[1:], low[:1]])] = 0.04


def arcs(p: Array, q: Array, bulge: Any, steps: int = STEPS) -> Array:
    """Return (n, steps + 1, 2) quadratic arcs from p to q, ``bulge`` of the chord to the left of their way."""
    out: Array = _basis(steps) @ _bends(p, q, bulge)
    return out


def _bends(p: Array, q: Array, bulge: Any) -> Array:
    """Return (n, 3, 2) control points of quadratic arcs."""
    way, bends = q - p, np.empty((len(p), 3, 2))
    bends[:, 0], bends[:, 1], bends[:, 2] = p, (p + q) / 2, q
    bends[:, 1, 0] += bulge * way[:, 1]
    bends[:, 1, 1] -= bulge * way[:, 0]
    return bends


@lru_cache(maxsize=8)
def _basis(steps: int) -> Array:
    """Return (steps + 1, 3) shares that three control points have in a quadratic curve."""
    t = np.arange(steps + 1) / steps
    return np.stack([(1 - t) ** 2, 2 * t * (1 - t), t * t], axis=1)


def blades(roots: Array, tips: Array, bulge: Any, width: float, ends: tuple[float, float]) -> list[Mark]:
    """Return bent blades from (n, 2) roots to tips; ``ends`` are shares of their width at both."""
    lines, taper = arcs(roots, tips, bulge), width * _taper(*ends)
    return [Stroke(line, taper, taper=False) for line in lines]


@lru_cache(maxsize=8)
def _taper(first: float, last: float) -> Array:
    """Return the shares of its width that an arc has along it."""
    return np.linspace(first, last, STEPS + 1)


def ring_of(pieces: Array) -> Array:
    """Return one ring of chained arcs."""
    return pieces[:, :-1].reshape(-1, 2)


class _Mass(NamedTuple):
    """A mass of leaves before it is drawn: its rings, the first its outline, and what fills each of them."""

    crown: Crown
    dice: np.random.Generator
    hoops: list[Hoop]
    fills: list[tuple[Paint, float]]


def foliage(hand: Hand, crowns: Sequence[Crown]) -> list[Mark]:
    """Return masses of leaves, back to front; a small one is one blob with shade, no black, no clumps."""
    reach = [(c, 1.4 * c.rx, 1.4 * c.ry) for c in crowns]
    masses = [_mass(hand, c) for c, x, y in reach if hand.touches((c.x - x, c.y - y, c.x + x, c.y + y))]
    if not masses:
        return []
    marks: list[Mark] = []
    drawn = iter(scalloped([h for mass in masses for h in mass.hoops]))
    for mass in masses:
        pieces, *over = islice(drawn, len(mass.hoops))
        ring, (paint, _) = ring_of(pieces), mass.fills[0]
        marks.append(Area((ring,), paint))
        marks += [hand.cut(ring, ring_of(arcs), *fill) for arcs, fill in zip(over, mass.fills[1:], strict=True)]
        lines = _lines(hand, mass, pieces)
        marks += _moonlit(hand, lines) if paint.black else lines
    return marks


def _mass(hand: Hand, crown: Crown) -> _Mass:
    dice, big = np.random.default_rng(crown.seed), min(crown.rx, crown.ry)
    mass = _Mass(crown, dice, [], [(hand.light.paint(crown.material, crown.depth), 0.0)])
    mass.hoops.append(hoop(crown, min(max(int(big * 1.6), 7), 22), dice, steps=_steps(big)))
    if big > 0.8 and hand.light.clear(crown.depth) > 0.25:
        _shade(hand, mass, big)
    if hand.light.weather == "snow":
        below = Crown(crown.x, crown.y + 0.5 * crown.ry, crown.rx * 1.08, crown.ry, crown.depth)
        mass.hoops.append(hoop(below, 11, dice, 0.4))
        mass.fills.append((hand.light.paint("snow", crown.depth), 0.0))
    return mass


def _lines(hand: Hand, mass: _Mass, pieces: Array) -> list[Mark]:
    """Return a mass's outline of ``pieces`` and, of a large one, the masses inside of it."""
    c, big = mass.crown, min(mass.crown.rx, mass.crown.ry)
    lines = _outline(hand, c, pieces, mass.dice)
    inner = c.clumps and big > 3.5 and hand.detail > 0 and hand.light.clear(c.depth) > 0.5
    return lines + _clumps(hand, c, mass.dice, big) if inner else lines


def _steps(big: float) -> int:
    return STEPS if big > SMALL else FEW


def _moonlit(hand: Hand, lines: list[Mark]) -> list[Mark]:
    """Return the thin lines of a black mass, those towards the light, as lines of paper."""
    heavy = hand.weight("silhouette", hand.reference)
    return [replace(m, relief=float(np.max(m.width)) < heavy) if isinstance(m, Stroke) else m for m in lines]


def towards_light(hand: Hand) -> float:
    """Return -1 where the light comes from the left of the frame, 1 from the right."""
    return -1.0 if float(np.dot(hand.light.sun, hand.camera.right)) < 0 else 1.0


def _shade(hand: Hand, mass: _Mass, big: float) -> None:
    """Put its underside in shade: a crown without itself lifted to the light; the black likewise, lifted less."""
    c, dice, side, clear = mass.crown, mass.dice, towards_light(hand), hand.light.clear(mass.crown.depth)
    aside, up = 0.06 + 0.18 * dice.random(), 0.3 + 0.16 * dice.random()
    lit = Crown(c.x + side * c.rx * aside, c.y - c.ry * up, c.rx, c.ry * 0.95, c.depth)
    mass.hoops.append(hoop(lit, max(6, int(big)), dice, 0.45, steps=_steps(big)))
    mass.fills.append((mass.fills[0][0], clear))
    if c.black and big > 5 and clear > 0.7:
        rise = 0.07 + 0.08 * dice.random()
        near = Crown(c.x + side * c.rx * rise * aside * 4, c.y - c.ry * rise, c.rx * 1.03, c.ry, c.depth)
        r, g, b = (round(v * 0.42) for v in hand.light.tint(MATERIALS[c.material][1]))
        mass.hoops.append(hoop(near, min(max(int(big * 1.4), 7), 20), dice, 0.45))
        mass.fills.append((Paint((r, g, b), 1.0, True), 0.0))


def _outline(hand: Hand, c: Crown, pieces: Array, dice: np.random.Generator) -> list[Mark]:
    """Return the outline in runs: heavy in the shade, light and sometimes cut short in the light."""
    half, small = pieces.shape[1] // 2, min(c.rx, c.ry) < SMALL
    way = np.array((towards_light(hand) / c.rx, -1 / c.ry)) / 1.4
    lit = (pieces[:, half] - (c.x, c.y)) @ way
    short: list[bool] = ((lit > 0.35) & (dice.random(len(pieces)) < 0.3)).tolist()
    bright: list[bool] = (lit > 0.2).tolist()
    heavy, light = (hand.weight("detail" if small else role, c.depth) for role in ("silhouette", "edge"))
    marks: list[Mark] = []
    start, last = 0, len(pieces) - 1
    for k, cut in enumerate(short):
        if k == last or cut or bright[k] != bright[k + 1]:
            run = pieces[start : k + 1].reshape(-1, 2)
            line = run[: half - pieces.shape[1] + 1] if cut else run
            marks.append(Stroke(line, light if bright[k] else heavy, wobble=0.04))
            start = k + 1
    return marks


def _clumps(hand: Hand, c: Crown, dice: np.random.Generator, big: float) -> list[Mark]:
    """Return smaller masses inside the crown: a scalloped lower edge, shade under it, tufts of single leaves."""
    width, paint, clear = (
        hand.weight("detail", c.depth),
        hand.light.paint(c.material, c.depth),
        hand.light.clear(c.depth),
    )
    marks: list[Mark] = []
    for edge, leaves in _hems(c, dice, min(max(int(big / 3.2), 2), 5), tufted=big > 5):
        wide = float(edge[:, 0].max() - edge[:, 0].min())
        if big > 6:
            low: Array = edge[::-1] + np.array((0.0, 0.16 * wide))
            marks.append(Area((np.concatenate([edge, low]),), paint, clear))
        marks.append(Stroke(edge, width, wobble=0.03))
        marks += _tufts(edge[leaves], 0.1 * wide, 0.5 * width)
    return marks


def _hems(c: Crown, dice: np.random.Generator, count: int, *, tufted: bool) -> list[tuple[Array, Any]]:
    """Return scalloped edges round a crown's middle, each open to one side, and where single leaves grow on them."""
    turns, roots, counts = [], [], []
    tufts: list[Any] = []
    for k in range(count):
        angle = 2 * pi * (k + 0.1 + 0.5 * dice.random()) / count
        half, n = c.rx * (0.2 + 0.14 * dice.random()), int(dice.integers(3, 6))
        turns.append(_turns(n) + (0.5 * dice.random() - 0.25))
        reach = half * (0.88 + 0.24 * dice.random(n + 1))
        at = (c.x + 0.48 * c.rx * cos(angle), c.y + 0.42 * c.ry * sin(angle) - 0.05 * c.ry)
        roots.append([(*at, r) for r in reach.tolist()])
        tufts.append(dice.choice(n * (STEPS + 1), 3, replace=False) if tufted else [])
        counts.append(n)
    turn, (x, y, reach) = np.concatenate(turns), np.concatenate(roots).T
    p = np.stack([x + reach * np.cos(turn), y + 0.62 * reach * np.sin(turn)], axis=1)
    pieces, starts = arcs(p[:-1], p[1:], -0.42), accumulate(counts, lambda start, n: start + n + 1, initial=0)
    return [(pieces[a : a + n].reshape(-1, 2), leaves) for a, n, leaves in zip(starts, counts, tufts, strict=False)]


@lru_cache(maxsize=8)
def _turns(n: int) -> Array:
    """Return the angles of a hem's n + 1 corners."""
    return np.linspace(0.95, 0.12, n + 1) * np.pi


def _tufts(at: Array, size: float, width: float) -> list[Mark]:
    """Return a pair of single leaves over each place."""
    leaves = ((at - (0.0, 2.2 * size))[:, None, None] + size * _LEAVES).reshape(-1, 3, 2)
    return [Stroke(leaf, width) for leaf in leaves]
