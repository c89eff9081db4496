"""Weather, wires and hanging leaves into marks that lie over everything."""

import numpy as np

from ....staging.sets.solids import Set, Wire
from ..marks import Area, Array, Mark, Stroke
from .far import horizon
from .hand import Hand
from .leaves import Crown, foliage
from .roof import in_the_open

PAPER_RAIN, DAY_RAIN = 0.85, 0.3
"""Share of streaks that are of bare paper at night and in a storm, and by day."""
FLAKES = ((130, 0.26), (60, 0.5), (22, 1.1))
"""How many flakes of each size, in frame units."""


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
    view = hand.view(wire.points)
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
    x, crowns = -6.0, []
    while x < hand.width + 8:
        edge = abs(x / hand.width - 0.5) * 2
        w = float(dice.uniform(9, 14))
        deep = 4 + 14 * edge * float(dice.uniform(0.7, 1.1))
        crowns.append(Crown(x, -2.0, w, deep, hand.reference, seed=seed + 97 + round(x * 7)))
        x += w * 1.15
    return foliage(hand, crowns)


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
    """Return long thin streaks of one slant, of paper over what is dark and of ink over what is light, and splashes."""
    dice = np.random.default_rng(seed + 77)
    storm = hand.light.weather == "storm"
    n, slant = (210, 0.42) if storm else (150, 0.15)
    near = dice.random(n) < 0.3
    start = np.stack([dice.uniform(-4, hand.width + 100 * slant, n), dice.uniform(-24, 96, n)], axis=1)
    length = np.where(near, dice.uniform(16, 34, n), dice.uniform(7, 15, n)) * (1.25 if storm else 1.0)
    lean = slant * dice.uniform(0.9, 1.1, n)
    end = start + np.stack([-length * lean, length], axis=1)
    white = dice.random(n) < (PAPER_RAIN if hand.light.dark or storm else DAY_RAIN)
    width = np.where(near, 0.24, 0.15) * np.where(white, 1.25, 0.8)
    lines = np.stack([start, end], axis=1)
    marks: list[Mark] = [Stroke(lines[k], float(width[k]), white=bool(white[k])) for k in range(n)]
    return marks + _splashes(hand, dice)


def _splashes(hand: Hand, dice: np.random.Generator) -> list[Mark]:
    """Return where drops hit the ground: half a ring and three drops that leap from it."""
    level, marks = horizon(hand), list[Mark]()
    rim = np.linspace(0.15, np.pi - 0.15, 7)
    for k in range(34):
        x, y = float(dice.uniform(0, hand.width)), float(dice.uniform(min(max(level + 8, 30), 99), 100))
        size = float(np.clip((y - level) / 60, 0.15, 1.0)) * 1.3
        white = k % 3 == 0 or (hand.light.dark and k % 2 == 0)
        ring = np.stack([x + 0.8 * size * np.cos(rim), y + 0.28 * size * np.sin(rim)], axis=1)
        marks.append(Stroke(ring, 0.14, white=white))
        for q in (-0.7, 0.1, 0.8):
            foot = np.array((x + 0.5 * q * size, y - 0.25 * size))
            marks.append(
                Stroke(np.stack([foot, foot + size * np.array((0.4 * q, -0.7 + 0.3 * abs(q)))]), 0.16, white=white)
            )
    return marks


def snow(hand: Hand, seed: int) -> list[Mark]:
    """Return flakes of bare paper of three sizes, far, middle and near, the near ones soft-edged with a lower rim."""
    dice = np.random.default_rng(seed + 41)
    r = np.concatenate([np.full(n, size) for n, size in FLAKES]) * dice.uniform(0.8, 1.25, sum(n for n, _ in FLAKES))
    n = len(r)
    at = np.stack([dice.uniform(0, hand.width, n), dice.uniform(0, 100, n)], axis=1)
    angle = 2 * np.pi * np.arange(12) / 12
    shape = np.stack([np.cos(angle), 0.9 * np.sin(angle)], axis=1)
    uneven = 1 + 0.14 * np.sin(3 * angle + dice.uniform(0, 6, n)[:, None])
    rim = np.linspace(0.2, 2.6, 6)
    arc = np.stack([np.cos(rim), 0.9 * np.sin(rim)], axis=1)
    paint = hand.light.bright("white")
    marks: list[Mark] = [Area((at[k] + shape * (r[k] * uneven[k])[:, None],), paint) for k in range(n)]
    return marks + [Stroke(at[k] + arc * r[k], 0.13) for k in np.flatnonzero(r > 0.6)]


def fog(hand: Hand, seed: int) -> list[Mark]:
    """Return nothing over the picture: fog is what is not drawn, and banks that lie among the things (``mist``)."""
    return []


def wind(hand: Hand, seed: int) -> list[Mark]:
    """Return long thin streaks that curl, leaves and sheets of paper in flight."""
    dice = np.random.default_rng(seed + 9)
    marks: list[Mark] = []
    t = np.linspace(0, 1, 16)
    for k in range(18):
        x, y, length = float(dice.uniform(-10, hand.width)), float(dice.uniform(5, 95)), float(dice.uniform(14, 40))
        curl = (2.2 if k % 4 == 0 else 0.0) * np.maximum(t - 0.7, 0) / 0.3
        angle = 4.2 * np.maximum(t - 0.7, 0) / 0.3
        points = np.stack(
            [x + length * t - curl * np.sin(angle), y + 1.4 * np.sin(3 * t + x) * t - curl * (1 - np.cos(angle))],
            axis=1,
        )
        marks.append(Stroke(points, 0.16, wobble=0.03))
    for k in range(16):
        at = np.array((dice.uniform(0, hand.width), dice.uniform(4, 96)))
        marks += _blown(hand, at, (float(dice.uniform(0, 6.3)), float(dice.uniform(0.7, 1.7))), paper=k % 5 == 0)
    return marks


def _blown(hand: Hand, at: Array, form: tuple[float, float], *, paper: bool) -> list[Mark]:
    """Return a leaf with its rib, or a bent sheet of paper, turned and sized by ``form``."""
    turn, size = form
    spin = np.array([(np.cos(turn), np.sin(turn)), (-np.sin(turn), np.cos(turn))])
    leaf = np.array([(-1, 0), (-0.4, 0.4), (0.3, 0.36), (1, 0), (0.4, -0.3), (-0.4, -0.36)])
    sheet = np.array([(-1, -0.7), (-0.2, -0.9), (0.9, -0.6), (1.1, 0.6), (0.1, 0.45), (-0.9, 0.7)])
    ring = at + (sheet * 1.3 if paper else leaf) * size @ spin
    rib = at + np.array([(-0.9, -0.05), (0.9, 0.05)]) * size @ spin
    paint = hand.light.paint("paper" if paper else "leaf")
    marks: list[Mark] = [Area((ring,), paint), Stroke(ring, 0.17, closed=True, taper=False)]
    return marks if paper else [*marks, Stroke(rib, 0.12)]


WEATHER = {"rain": rain, "storm": rain, "snow": snow, "fog": fog, "wind": wind}
