"""Weather, wires and hanging leaves into marks that lie over everything."""

import numpy as np

from ....staging.sets.solids import Set, Wire
from ..marks import Area, Mark, Stroke
from .far import horizon
from .hand import Hand
from .leaves import Crown, foliage
from .roof import in_the_open


def draw_overlay(place: Set, hand: Hand, seed: int) -> list[Mark]:
    """Return wires, canopy and weather, in this order."""
    marks = draw_wires(place, hand, over=True)
    if place.canopy and hand.camera.forward[1] > -0.35:
        marks += (_canopy if place.canopy == "leaves" else _stalactites)(hand, seed)
    if not place.interior:
        falling = WEATHER[hand.light.weather](hand, seed) if hand.light.weather in WEATHER else []
        marks += in_the_open(place, hand, falling) if hand.light.weather != "wind" else falling
    return marks


def draw_wires(place: Set, hand: Hand, *, over: bool) -> list[Mark]:
    """Return the lines in the air that lie over, or behind, the solids."""
    return [m for w in place.wires if w.over == over for m in _wire(hand, w)]


def _wire(hand: Hand, wire: Wire) -> list[Mark]:
    view = hand.camera.view(wire.points)
    view = view[view[:, 2] > 0.5]
    if len(view) < 2:
        return []
    points = hand.frame(view)
    near = np.flatnonzero((points > -60).all(axis=1) & (points[:, 0] < hand.width + 60) & (points[:, 1] < 160))
    if len(near) < 2:
        return []
    points = points[near[0] : near[-1] + 1]
    return [Stroke(points, hand.weight(wire.role, float(view[:, 2].mean())), wobble=0.04)] if hand.shows(points) else []


def _canopy(hand: Hand, seed: int) -> list[Mark]:
    """Return leaves that hang from the top of the frame, deeper at the corners."""
    dice = np.random.default_rng(seed + 12)
    x, marks = -6.0, []
    while x < hand.width + 8:
        edge = abs(x / hand.width - 0.5) * 2
        w = float(dice.uniform(9, 14))
        deep = 4 + 14 * edge * float(dice.uniform(0.7, 1.1))
        marks += foliage(hand, Crown(x, -2.0, w, deep, hand.reference), seed + 97 + round(x * 7))
        x += w * 1.15
    return marks


def _stalactites(hand: Hand, seed: int) -> list[Mark]:
    """Return black rock that hangs from the top of the frame."""
    dice = np.random.default_rng(seed + 5)
    x, edge = -2.0, [(-2.0, -2.0)]
    while x < hand.width + 2:
        side = abs(x / hand.width - 0.5) * 2
        w, deep = float(dice.uniform(2, 6)), float(dice.uniform(2, 9)) * (0.7 + 1.6 * side**2)
        edge += [(x, 1.5 + 3 * side), (x + w * 0.42, 2 + deep), (x + w * 0.55, 1.4 + deep)]
        x += w
    ring = np.array([*edge, (hand.width + 2, 2.0), (hand.width + 2, -2.0)])
    return [Area((ring,), hand.light.paint("black")), Stroke(ring[1:-2], 0.4, wobble=0.1)]


def rain(hand: Hand, seed: int) -> list[Mark]:
    """Return slanted strokes, more than half of them white, and splashes on the ground."""
    dice = np.random.default_rng(seed + 77)
    n = 190 if hand.light.weather == "rain" else 260
    slant = 0.14 if hand.light.weather == "rain" else 0.4
    near = dice.random(n) < 0.22
    start = np.stack([dice.uniform(-4, hand.width + 14, n), dice.uniform(-10, 100, n)], axis=1)
    length = np.where(near, dice.uniform(12, 24, n), dice.uniform(5, 12, n))
    end = start + np.stack([-length * slant, length], axis=1)
    white = dice.random(n) < 0.55
    lines = np.stack([start, end], axis=1)
    marks: list[Mark] = [Stroke(lines[k], 0.4 if near[k] else 0.22, white=bool(white[k])) for k in range(n)]
    return marks + _splashes(hand, dice)


def _splashes(hand: Hand, dice: np.random.Generator) -> list[Mark]:
    """Return small crowns where drops hit the ground."""
    level, marks = horizon(hand), []
    for k in range(36):
        x, y = float(dice.uniform(0, hand.width)), float(dice.uniform(min(max(level + 8, 30), 99), 100))
        size = float(np.clip((y - level) / 90, 0.1, 1.0)) * 1.5
        for q in (-1.0, -0.3, 0.5, 1.0):
            points = np.array([(x, y), (x + q * size, y - size * (0.9 - 0.4 * abs(q)))])
            marks.append(Stroke(points, 0.2, white=k % 2 == 0))
    return list(marks)


def snow(hand: Hand, seed: int) -> list[Mark]:
    """Return flakes of bare paper in many sizes, the large ones with a thin lower rim."""
    dice = np.random.default_rng(seed + 41)
    n = 210
    r = dice.choice((0.28, 0.28, 0.42, 0.42, 0.65, 1.0, 1.5), n)
    at = np.stack([dice.uniform(0, hand.width, n), dice.uniform(0, 100, n)], axis=1)
    angle = 2 * np.pi * np.arange(10) / 10
    shape = np.stack([np.cos(angle), 0.9 * np.sin(angle)], axis=1)
    rim = np.linspace(0.2, 2.6, 6)
    arc = np.stack([np.cos(rim), 0.9 * np.sin(rim)], axis=1)
    paint = hand.light.bright("white")
    marks: list[Mark] = [Area((at[k] + shape * r[k],), paint) for k in range(n)]
    return marks + [Stroke(at[k] + arc * r[k], 0.13) for k in np.flatnonzero((r > 0.9) & (at[:, 1] < 45))]


def fog(hand: Hand, seed: int) -> list[Mark]:
    """Return nothing: fog is what is not drawn."""
    return []


def wind(hand: Hand, seed: int) -> list[Mark]:
    """Return long thin streaks and a few leaves in flight."""
    dice = np.random.default_rng(seed + 9)
    marks: list[Mark] = []
    for _ in range(16):
        x, y, length = float(dice.uniform(-10, hand.width)), float(dice.uniform(5, 95)), float(dice.uniform(12, 34))
        t = np.linspace(0, 1, 10)
        points = np.stack([x + length * t, y + 1.6 * np.sin(3 * t + x) * t], axis=1)
        marks.append(Stroke(points, 0.16, wobble=0.05))
    for _ in range(12):
        c, turn, size = (
            np.array((dice.uniform(0, hand.width), dice.uniform(5, 95))),
            dice.uniform(0, 6.3),
            dice.uniform(0.6, 1.3),
        )
        leaf = np.array([(-1, 0), (0, 0.45), (1, 0), (0, -0.45)]) * size
        spin = np.array([(np.cos(turn), np.sin(turn)), (-np.sin(turn), np.cos(turn))])
        ring = c + leaf @ spin
        marks += [Area((ring,), hand.light.paint("leaf")), Stroke(ring, 0.15, closed=True, taper=False)]
    return marks


WEATHER = {"rain": rain, "storm": rain, "snow": snow, "fog": fog, "wind": wind}
