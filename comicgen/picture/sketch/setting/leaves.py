"""Masses of leaves, clouds and grass into marks: scalloped outlines, a shaded side, a thin black crescent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, sin
from typing import Any

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


def scallops(
    crown: Crown, count: int, dice: np.random.Generator, bulge: float = 0.48, uneven: float = 0.16, steps: int = STEPS
) -> Array:
    """Return (count, steps + 1, 2) arcs that bulge outwards round an ellipse, clockwise on the frame."""
    chance = dice.random(3 * count + 1)
    angle = (0.6 + 0.8 * chance[:count]).cumsum()
    angle = angle * (2 * np.pi / angle[-1]) + 0.3 * chance[count]
    reach = 1 - uneven + 2 * uneven * chance[count + 1 : 2 * count + 1]
    p = np.empty((count + 1, 2))
    p[:-1, 0], p[:-1, 1] = crown.x + crown.rx * reach * np.cos(angle), crown.y + crown.ry * reach * np.sin(angle)
    swell = bulge * (0.7 + 0.55 * chance[2 * count + 1 :])
    if crown.flat:
        floor = crown.y + crown.ry * crown.flat
        low = p[:-1, 1] > floor
        p[:-1][low, 1] = floor + dice.uniform(-0.02, 0.02, count)[low] * crown.ry
        swell[low & np.concatenate([low[1:], low[:1]])] = 0.04
    p[-1] = p[0]
    return arcs(p[:-1], p[1:], swell, steps)


def arcs(p: Array, q: Array, bulge: Any, steps: int = STEPS) -> Array:
    """Return (n, steps + 1, 2) quadratic arcs from p to q, ``bulge`` of the chord to the left of their way."""
    way, ends = q - p, np.empty((len(p), 3, 2))
    ends[:, 0], ends[:, 1], ends[:, 2] = p, (p + q) / 2, q
    ends[:, 1, 0] += bulge * way[:, 1]
    ends[:, 1, 1] -= bulge * way[:, 0]
    out: Array = _basis(steps) @ ends
    return out


@lru_cache(maxsize=8)
def _basis(steps: int) -> Array:
    """Return (steps + 1, 3) shares that three control points have in a quadratic curve."""
    t = np.arange(steps + 1) / steps
    return np.stack([(1 - t) ** 2, 2 * t * (1 - t), t * t], axis=1)


def blades(roots: Array, tips: Array, bulge: Any, width: float, ends: tuple[float, float]) -> list[Mark]:
    """Return bent blades from (n, 2) roots to tips; ``ends`` are shares of their width at both."""
    lines = arcs(roots, tips, bulge)
    taper = width * np.linspace(*ends, lines.shape[1])
    return [Stroke(line, taper, taper=False) for line in lines]


def ring_of(pieces: Array) -> Array:
    """Return one ring of chained arcs."""
    return pieces[:, :-1].reshape(-1, 2)


@dataclass(frozen=True, slots=True, eq=False)
class _Mass:
    """A mass of leaves before it is cut: its outline, and what lies on it outside of other rings."""

    ring: Array
    paint: Paint
    over: tuple[tuple[Array, Paint, float], ...]
    lines: list[Mark]


def foliage(hand: Hand, crowns: Sequence[Crown]) -> list[Mark]:
    """Return masses of leaves, back to front; a small one is one blob with shade, no black, no clumps."""
    reach = [(c, 1.4 * c.rx, 1.4 * c.ry) for c in crowns]
    masses = [_mass(hand, c) for c, x, y in reach if hand.touches((c.x - x, c.y - y, c.x + x, c.y + y))]
    marks: list[Mark] = []
    for mass in masses:
        marks.append(Area((mass.ring,), mass.paint))
        marks += [hand.cut(mass.ring, ring, paint, shade) for ring, paint, shade in mass.over]
        marks += mass.lines
    return marks


def _mass(hand: Hand, crown: Crown) -> _Mass:
    dice = np.random.default_rng(crown.seed)
    big = min(crown.rx, crown.ry)
    pieces = scallops(crown, min(max(int(big * 1.6), 7), 22), dice, steps=_steps(big))
    paint = hand.light.paint(crown.material, crown.depth)
    clear = hand.light.clear(crown.depth)
    over = _shading(hand, crown, paint, dice) if clear > 0.25 and big > 0.8 else []
    if hand.light.weather == "snow":
        below = Crown(crown.x, crown.y + 0.5 * crown.ry, crown.rx * 1.08, crown.ry, crown.depth)
        snow = hand.light.paint("snow", crown.depth)
        over.append((ring_of(scallops(below, 11, dice, 0.4)), snow, 0.0))
    lines = _outline(hand, crown, pieces, dice)
    if crown.clumps and big > 3.5 and hand.detail > 0 and clear > 0.5:
        lines += _clumps(hand, crown, dice, big)
    return _Mass(ring_of(pieces), paint, tuple(over), _moonlit(hand, lines) if paint.black else lines)


def _steps(big: float) -> int:
    return STEPS if big > SMALL else FEW


def _moonlit(hand: Hand, lines: list[Mark]) -> list[Mark]:
    """Return the thin lines of a black mass, those towards the light, as lines of paper."""
    heavy = hand.weight("silhouette", hand.reference)
    return [replace(m, relief=float(np.max(m.width)) < heavy) if isinstance(m, Stroke) else m for m in lines]


def towards_light(hand: Hand) -> float:
    """Return -1 where the light comes from the left of the frame, 1 from the right."""
    return -1.0 if float(np.dot(hand.light.sun, hand.camera.right)) < 0 else 1.0


def _shading(hand: Hand, c: Crown, paint: Paint, dice: np.random.Generator) -> list[tuple[Array, Paint, float]]:
    """Return the underside in shade: the crown without itself lifted to the light; the black likewise, lifted less."""
    side, big = towards_light(hand), min(c.rx, c.ry)
    aside, up = float(dice.uniform(0.06, 0.24)), float(dice.uniform(0.3, 0.46))
    lit = Crown(c.x + side * c.rx * aside, c.y - c.ry * up, c.rx, c.ry * 0.95, c.depth)
    above = ring_of(scallops(lit, max(6, int(big)), dice, 0.45, steps=_steps(big)))
    over = [(above, paint, hand.light.clear(c.depth))]
    if c.black and big > 5 and hand.light.clear(c.depth) > 0.7:
        rise = float(dice.uniform(0.07, 0.15))
        near = Crown(c.x + side * c.rx * rise * aside * 4, c.y - c.ry * rise, c.rx * 1.03, c.ry, c.depth)
        r, g, b = (round(v * 0.42) for v in hand.light.tint(MATERIALS[c.material][1]))
        edge = ring_of(scallops(near, min(max(int(big * 1.4), 7), 20), dice, 0.45))
        over.append((edge, Paint((r, g, b), 1.0, True), 0.0))
    return over


def _outline(hand: Hand, c: Crown, pieces: Array, dice: np.random.Generator) -> list[Mark]:
    """Return the outline in runs: heavy in the shade, light and sometimes cut short in the light."""
    side = towards_light(hand)
    half = pieces.shape[1] // 2
    middle = pieces[:, half]
    lit = ((middle[:, 0] - c.x) / c.rx * side - (middle[:, 1] - c.y) / c.ry) / 1.4
    small = min(c.rx, c.ry) < SMALL
    heavy = hand.weight("detail" if small else "silhouette", c.depth)
    light = hand.weight("detail" if small else "edge", c.depth)
    short = (lit > 0.35) & (dice.random(len(pieces)) < 0.3)
    marks: list[Mark] = []
    run: list[Array] = []
    for k in range(len(pieces)):
        arc, last = pieces[k], k == len(pieces) - 1
        run.append(arc[: half + 1] if short[k] else arc)
        turn = last or short[k] or (lit[k] > 0.2) != (lit[k + 1] > 0.2)
        if turn:
            marks.append(Stroke(np.concatenate(run), light if lit[k] > 0.2 else heavy, wobble=0.04))
            run = []
    return marks


def _clumps(hand: Hand, c: Crown, dice: np.random.Generator, big: float) -> list[Mark]:
    """Return smaller masses inside the crown: a scalloped lower edge, shade under it, tufts of single leaves."""
    marks: list[Mark] = []
    width, paint = hand.weight("detail", c.depth), hand.light.paint(c.material, c.depth)
    count = int(np.clip(big / 3.2, 2, 5))
    for k in range(count):
        angle = 2 * np.pi * (k + float(dice.uniform(0.1, 0.6))) / count
        x, y = c.x + 0.48 * c.rx * np.cos(angle), c.y + 0.42 * c.ry * np.sin(angle) - 0.05 * c.ry
        edge = _hem(np.array((x, y)), c.rx * float(dice.uniform(0.2, 0.34)), dice)
        low = edge[::-1] + np.array((0.0, 0.16 * float(np.ptp(edge[:, 0]))))
        under = np.concatenate([edge, low])
        if big > 6:
            marks.append(Area((under,), paint, hand.light.clear(c.depth)))
        marks.append(Stroke(edge, width, wobble=0.03))
        marks += _tufts(edge, 0.5 * width, dice) if big > 5 else []
    return marks


def _hem(at: Array, half: float, dice: np.random.Generator) -> Array:
    """Return a scalloped edge below a point, open to one side."""
    n = int(dice.integers(3, 6))
    turn = np.linspace(0.95, 0.12, n + 1) * np.pi + float(dice.uniform(-0.25, 0.25))
    p = at + half * np.stack([np.cos(turn), 0.62 * np.sin(turn)], axis=1) * dice.uniform(0.88, 1.12, n + 1)[:, None]
    edge: Array = arcs(p[:-1], p[1:], np.full(n, -0.42)).reshape(-1, 2)
    return edge


def _tufts(edge: Array, width: float, dice: np.random.Generator) -> list[Mark]:
    """Return a few single leaves over an edge."""
    size = 0.1 * float(np.ptp(edge[:, 0]))
    at = edge[dice.choice(len(edge), 3, replace=False)] - (0.0, 2.2 * size)
    leaves = (at[:, None, None] + size * _LEAVES).reshape(-1, 3, 2)
    return [Stroke(leaf, width) for leaf in leaves]
