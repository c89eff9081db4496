"""Masses of leaves, clouds and grass into marks: scalloped outlines, a shaded side, a thin black crescent."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely

from ..marks import Area, Array, Mark, Paint, Stroke
from .hand import Hand
from .light import MATERIALS

STEPS = 6
"""Pieces of one scallop."""


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


def scallops(crown: Crown, count: int, dice: np.random.Generator, bulge: float = 0.48, uneven: float = 0.16) -> Array:
    """Return (count, STEPS + 1, 2) arcs that bulge outwards round an ellipse, clockwise on the frame."""
    gaps = dice.uniform(0.6, 1.4, count)
    angle = np.cumsum(gaps) / gaps.sum() * 2 * np.pi + dice.random() * 0.3
    reach = 1 + dice.uniform(-uneven, uneven, count)
    p = np.stack([crown.x + crown.rx * reach * np.cos(angle), crown.y + crown.ry * reach * np.sin(angle)], axis=1)
    swell = bulge * dice.uniform(0.7, 1.25, count)
    if crown.flat:
        floor = crown.y + crown.ry * crown.flat
        low = p[:, 1] > floor
        p[low, 1] = floor + dice.uniform(-0.02, 0.02, count)[low] * crown.ry
        swell[low & np.roll(low, -1)] = 0.04
    return arcs(p, np.roll(p, -1, axis=0), swell)


def arcs(p: Array, q: Array, bulge: Any) -> Array:
    """Return (n, STEPS + 1, 2) quadratic arcs from p to q, ``bulge`` of the chord to the left of their way."""
    d = q - p
    control = (p + q) / 2 + np.stack([d[:, 1], -d[:, 0]], axis=1) * np.asarray(bulge)[..., None]
    t = np.linspace(0, 1, STEPS + 1)[None, :, None]
    out: Array = (1 - t) ** 2 * p[:, None] + 2 * t * (1 - t) * control[:, None] + t * t * q[:, None]
    return out


def ring_of(pieces: Array) -> Array:
    """Return one ring of chained arcs."""
    return pieces[:, :-1].reshape(-1, 2)


def cut(a: Array, b: Array, *, inside: bool = False) -> tuple[Array, ...]:
    """Return the rings of shape a without b, or of what both share."""
    first, second = shapely.make_valid(shapely.Polygon(a)), shapely.make_valid(shapely.Polygon(b))
    rest = shapely.intersection(first, second) if inside else shapely.difference(first, second)
    rings = []
    for part in shapely.get_parts(rest):
        if part.geom_type == "Polygon" and part.area > 0.05:
            rings += [shapely.get_coordinates(r)[:-1] for r in (part.exterior, *part.interiors)]
    return tuple(rings)


def foliage(hand: Hand, crown: Crown, seed: int) -> list[Mark]:
    """Return a mass of leaves; a small one is one blob with shade, no black, no clumps."""
    if crown.x + crown.rx * 1.4 < 0 or crown.x - crown.rx * 1.4 > hand.width or crown.y - crown.ry * 1.4 > 100:
        return []
    dice = np.random.default_rng(seed)
    big = min(crown.rx, crown.ry)
    pieces = scallops(crown, int(np.clip(big * 1.6, 7, 22)), dice)
    ring = ring_of(pieces)
    paint = hand.light.paint(crown.material, crown.depth)
    clear = hand.light.clear(crown.depth)
    marks: list[Mark] = [Area((ring,), paint)]
    if clear > 0.25 and big > 0.8:
        marks += _shading(hand, crown, ring, paint, dice)
    lines = _outline(hand, crown, pieces, dice)
    if crown.clumps and big > 3.5 and hand.detail > 0 and clear > 0.5:
        lines += _clumps(hand, crown, dice, big)
    return marks + (_moonlit(hand, lines) if paint.black else lines)


def _moonlit(hand: Hand, lines: list[Mark]) -> list[Mark]:
    """Return the thin lines of a black mass, those towards the light, as lines of paper."""
    heavy = hand.weight("silhouette", hand.reference)
    return [replace(m, relief=float(np.max(m.width)) < heavy) if isinstance(m, Stroke) else m for m in lines]


def towards_light(hand: Hand) -> float:
    """Return -1 where the light comes from the left of the frame, 1 from the right."""
    return -1.0 if float(np.dot(hand.light.sun, hand.camera.right)) < 0 else 1.0


def _shading(hand: Hand, c: Crown, ring: Array, paint: Paint, dice: np.random.Generator) -> list[Mark]:
    """Return the shaded side: the crown without itself moved to the light; the black likewise, moved less."""
    side, big = towards_light(hand), min(c.rx, c.ry)
    marks: list[Mark] = []
    lit = Crown(c.x + side * c.rx * 0.3, c.y - c.ry * 0.34, c.rx * 0.95, c.ry * 0.92, c.depth)
    shade = cut(ring, ring_of(scallops(lit, max(6, int(big)), dice, 0.45)))
    if shade:
        marks.append(Area(shade, paint, hand.light.clear(c.depth)))
    if c.black and big > 5 and hand.light.clear(c.depth) > 0.7:
        near = Crown(c.x + side * c.rx * 0.09, c.y - c.ry * 0.12, c.rx, c.ry, c.depth)
        crescent = cut(ring, ring_of(scallops(near, int(np.clip(big * 1.4, 7, 20)), dice, 0.45)))
        if crescent:
            r, g, b = (round(v * 0.42) for v in hand.light.tint(MATERIALS[c.material][1]))
            marks.append(Area(crescent, Paint((r, g, b), 1.0, True)))
    return marks


def _outline(hand: Hand, c: Crown, pieces: Array, dice: np.random.Generator) -> list[Mark]:
    """Return the outline in runs: heavy in the shade, light and sometimes cut short in the light."""
    side = towards_light(hand)
    middle = pieces[:, STEPS // 2]
    lit = ((middle[:, 0] - c.x) / c.rx * side - (middle[:, 1] - c.y) / c.ry) / 1.4
    small = min(c.rx, c.ry) < 3
    heavy = hand.weight("detail" if small else "silhouette", c.depth)
    light = hand.weight("detail" if small else "edge", c.depth)
    short = (lit > 0.35) & (dice.random(len(pieces)) < 0.3)
    marks: list[Mark] = []
    run: list[Array] = []
    for k in range(len(pieces)):
        arc, last = pieces[k], k == len(pieces) - 1
        run.append(arc[:4] if short[k] else arc)
        turn = last or short[k] or (lit[k] > 0.2) != (lit[k + 1] > 0.2)
        if turn:
            marks.append(Stroke(np.concatenate(run), light if lit[k] > 0.2 else heavy, wobble=0.04))
            run = []
    return marks


def _clumps(hand: Hand, c: Crown, dice: np.random.Generator, big: float) -> list[Mark]:
    """Return chains of two to four small arcs inside the crown."""
    marks: list[Mark] = []
    width = hand.weight("detail", c.depth)
    for _ in range(int(min(11, big * 0.8))):
        angle, r, step = dice.random() * 2 * np.pi, dice.uniform(0.15, 0.7), dice.uniform(1.0, 2.0) * min(1.6, big / 8)
        moves = np.stack([step * dice.uniform(0.7, 1.1, 3), step * dice.uniform(-0.1, 0.55, 3)], axis=1)[
            : dice.integers(2, 4)
        ]
        points = np.concatenate([[(c.x + c.rx * r * np.cos(angle), c.y + c.ry * r * np.sin(angle))], moves]).cumsum(
            axis=0
        )
        pieces = arcs(points[:-1], points[1:], np.full(len(points) - 1, 0.5))
        marks.append(Stroke(pieces.reshape(-1, 2), width, wobble=0.03))
    return marks
