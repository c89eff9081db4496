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
    first, second = shapely.make_valid(shapely.polygons(a)), shapely.make_valid(shapely.polygons(b))
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
    if hand.light.weather == "snow":
        marks += _snowed(hand, crown, ring, dice)
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
    """Return the underside in shade: the crown without itself lifted to the light; the black likewise, lifted less."""
    side, big = towards_light(hand), min(c.rx, c.ry)
    aside, up = float(dice.uniform(0.06, 0.24)), float(dice.uniform(0.3, 0.46))
    marks: list[Mark] = []
    lit = Crown(c.x + side * c.rx * aside, c.y - c.ry * up, c.rx, c.ry * 0.95, c.depth)
    shade = cut(ring, ring_of(scallops(lit, max(6, int(big)), dice, 0.45)))
    if shade:
        marks.append(Area(shade, paint, hand.light.clear(c.depth)))
    if c.black and big > 5 and hand.light.clear(c.depth) > 0.7:
        rise = float(dice.uniform(0.07, 0.15))
        near = Crown(c.x + side * c.rx * rise * aside * 4, c.y - c.ry * rise, c.rx * 1.03, c.ry, c.depth)
        crescent = cut(ring, ring_of(scallops(near, int(np.clip(big * 1.4, 7, 20)), dice, 0.45)))
        if crescent:
            r, g, b = (round(v * 0.42) for v in hand.light.tint(MATERIALS[c.material][1]))
            marks.append(Area(crescent, Paint((r, g, b), 1.0, True)))
    return marks


def _snowed(hand: Hand, c: Crown, ring: Array, dice: np.random.Generator) -> list[Mark]:
    """Return the snow that lies on a crown: all of it over the same outline moved down."""
    below = scallops(Crown(c.x, c.y + 0.5 * c.ry, c.rx * 1.08, c.ry, c.depth), 11, dice, 0.4)
    white = cut(ring, ring_of(below))
    return [Area(white, hand.light.paint("snow", c.depth))] if white else []


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
    marks: list[Mark] = []
    for at in edge[dice.choice(len(edge), 3, replace=False)] - (0.0, 2.2 * size):
        for turn in (-0.9, 0.9):
            tip = at + size * np.array((np.sin(turn), 0.9 * np.cos(turn)))
            marks.append(Stroke(np.stack([at, (at + tip) / 2 + (0.2 * size * turn, 0.0), tip]), width))
    return marks
