"""Sky and what stands on the horizon into marks, by direction, so that it stays where it is when the camera turns."""

from math import radians, tan

import numpy as np

from ....staging.sets.solids import Set
from ..marks import Area, Array, Mark, Paint, Stroke
from .far import horizon, seen
from .hand import Hand
from .horizon import LAYERS
from .leaves import Crown, arcs, hoop, ring_of, scalloped

CLOUDED = (
    {"storm": (0.5, 0.0), "fog": (0.0, 0.0), "snow": (0.4, 0.13)},
    {"storm": (1.0, 0.4), "fog": (0.62, 0.22), "rain": (1.0, 0.3), "snow": (1.0, 0.3), "cloudy": (1.0, 0.3)},
)
"""Sky tone at the top and at the horizon under a closed sky, by day and by night."""
SPAN = {"day": (0.0, 0.62), "dawn": (0.0, 0.9), "dusk": (0.0, 0.92), "night": (0.4, 1.05)}
"""Shares of the horizon's height between which the sky changes."""
CLOUDS, ROUND = 12, 10
"""All round the sky, and pieces of a bulge of one."""
DEGREES = (3.0, 5.0, 7.5, 10.0)
"""How wide a cloud may be, half of it."""
OVER, PALING = 9.0, 26.0
"""Frame units over a dark head at which the night's sky begins to pale, and in which it does."""


def draw_sky(place: Set, hand: Hand) -> list[Mark]:
    """Return sky, sun, stars, clouds and the far layers."""
    if place.interior or place.sky in ("dark", "void"):
        black = place.sky == "dark" or (place.sky == "void" and hand.light.time == "night")
        black = black or (place.interior and hand.light.dark)
        return [
            Area(
                (_frame(hand),), hand.light.paint("black") if black else hand.light.paint("paper"), fixed=place.interior
            )
        ]
    if place.sky == "space":
        return [*_space(hand), *(m for layer in place.layers for m in LAYERS[layer.kind](hand, layer))]
    level_ = horizon(hand)
    marks = _gradient(place, hand, level_)
    if hand.light.weather not in ("", "wind"):
        marks += _overcast(hand, level_)
    elif hand.light.time == "night":
        marks += _stars(hand, 90) + _disc(hand, 24.0, 26.0, 2.6, (255, 243, 200))
    elif hand.light.time in ("dusk", "dawn"):
        marks += _disc(hand, -12.0, 5.0, 3.4, (255, 240, 200)) + _streaks(hand)
    else:
        marks += _clouds(hand, 11 * len(place.name))
    for layer in place.layers:
        marks += LAYERS[layer.kind](hand, layer)
    return marks


def _frame(hand: Hand) -> Array:
    return np.array([(-2.0, -2.0), (hand.width + 2, -2.0), (hand.width + 2, 102.0), (-2.0, 102.0)])


def _gradient(place: Set, hand: Hand, horizon_: float) -> list[Mark]:
    """Return the sky: dark above, paper well over the horizon by day, solid black with a pale foot at night."""
    hour = hand.light.hour
    top, low = hour.sky if place.sky_tone is None or hand.light.time != "day" else (place.sky_tone, 0.0)
    if hand.light.weather not in ("", "wind"):
        top, low = CLOUDED[hand.light.dark].get(hand.light.weather, (max(top, 0.4), low))
    low = top if place.canopy and hand.light.time == "night" and hand.light.weather != "fog" else low
    y = min(max(horizon_, 20.0), 130.0)
    start, end = SPAN.get(hand.light.time, (0.0, 0.96))
    above, below = y * start, y * end
    if hand.light.dark and min(hand.heads, default=100.0) - OVER < above:
        above = min(hand.heads) - OVER
        below = above + PALING
    fade = ((0.0, above), (0.0, below), 1.0, low / top if top else 1.0)
    return [Area((_frame(hand),), Paint(hand.light.sky[0], top), 0.0, fade, fixed=True)]


def _overcast(hand: Hand, level_: float) -> list[Mark]:
    """Return a few low banks of cloud, darker below; none in fog."""
    if hand.light.weather == "fog":
        return []
    if hand.light.weather == "storm" and not hand.light.dark:
        return _thunderheads(hand, level_)
    marks: list[Mark] = []
    dice = np.random.default_rng(23)
    for k in range(4):
        y = level_ - 12 - 15 * k
        x = np.arange(-20.0, hand.width + 30, 11.0) + dice.uniform(-3, 3)
        p = np.stack([x, y + dice.uniform(-2.5, 2.5, len(x))], axis=1)
        edge = arcs(p[:-1], p[1:], dice.uniform(0.2, 0.42, len(x) - 1))
        kept = dice.random(len(edge)) < 0.5
        marks += [Stroke(e, 0.2, wobble=0.05) for e in edge[kept] if hand.shows(e)]
    return marks


def _thunderheads(hand: Hand, level_: float) -> list[Mark]:
    """Return heavy clouds, the higher the darker, with gaps of white sky under and between them."""
    dice = np.random.default_rng(29)
    marks: list[Mark] = []
    for row, (over, tone) in enumerate(((0.34, 0.22), (0.62, 0.5), (0.95, 0.75))):
        y, reach = level_ * (1 - over), hand.width * (0.2 + 0.05 * row)
        for k in range(5):
            x = hand.width * (k - 0.4 + float(dice.uniform(0, 0.5))) / 4
            crown = Crown(x, y, reach * float(dice.uniform(0.6, 1.1)), level_ * 0.17, 1.0, flat=0.45)
            lit = Crown(crown.x - 0.05 * crown.rx, crown.y - 0.3 * crown.ry, crown.rx, crown.ry, 1.0)
            pieces, above = scalloped([hoop(crown, 15, dice, 0.46, 0.2), hoop(lit, 11, dice, 0.4)])
            ring = ring_of(pieces)
            marks.append(Area((ring,), Paint(hand.light.sky[0], tone)))
            under = Paint(hand.light.sky[0], min(tone + 0.25, 0.85))
            marks.append(hand.cut(ring, ring_of(above), under))
            marks += [
                Stroke(a, 0.3, white=True) for a in pieces if float(a[:, 1].mean()) < crown.y and dice.random() < 0.7
            ]
    return marks


def _space(hand: Hand) -> list[Mark]:
    return [
        Area((_frame(hand),), Paint((20, 22, 44), 1.0, True)),
        *_stars(hand, 160),
        *_disc(hand, 30.0, 12.0, 7.0, (200, 210, 235)),
    ]


def _stars(hand: Hand, count: int) -> list[Mark]:
    dice = np.random.default_rng(5)
    azimuth, elevation = dice.uniform(-180, 180, count * 6), dice.uniform(1, 80, count * 6)
    size = dice.choice((0.12, 0.12, 0.2, 0.3), count * 6)
    points = seen(hand, azimuth, elevation)
    ok = (
        np.isfinite(points).all(axis=1)
        & (points > -1).all(axis=1)
        & (points[:, 0] < hand.width + 1)
        & (points[:, 1] < 101)
    )
    shape = np.array([(0, -1), (0.4, 0), (0, 1), (-0.4, 0)]) * 1.3
    rings = tuple(points[k] + shape * size[k] for k in np.flatnonzero(ok))
    return [Area(rings, hand.light.bright("white"))] if rings else []


def _disc(hand: Hand, azimuth: float, elevation: float, degrees: float, colour: tuple[int, int, int]) -> list[Mark]:
    c = seen(hand, np.array(azimuth), np.array(elevation))
    if not np.isfinite(c).all():
        return []
    r = 100 * hand.camera.focal * np.tan(np.radians(degrees))
    angle = 2 * np.pi * np.arange(36) / 36
    ring = c + r * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return [Area((ring,), Paint(colour, 0.0))] if hand.shows(ring) else []


def _streaks(hand: Hand) -> list[Mark]:
    """Return flat white clouds of the evening."""
    marks: list[Mark] = []
    for k, (azimuth, elevation, width) in enumerate(
        ((-28, 16, 26), (14, 11, 20), (-6, 21, 15), (38, 18, 22), (-52, 12, 20))
    ):
        for row in range(3):
            a = np.linspace(azimuth - width / 2 + row, azimuth + width / 2 - 2 * row, 8)
            points = seen(hand, a, elevation - 0.9 * row + 0.15 * np.sin(a + k))
            if np.isfinite(points).all() and hand.shows(points):
                marks.append(Stroke(points, 1.3 - 0.35 * row, white=True, wobble=0.2))
    return marks


def _clouds(hand: Hand, seed: int) -> list[Mark]:
    """Return those of a sky's clouds that the frame shows."""
    hands = [np.random.default_rng(300 + seed + k) for k in range(CLOUDS)]
    spots = np.array([(31.0 * (seed + k) + d.uniform(-12, 12), d.uniform(5, 17)) for k, d in enumerate(hands)])
    sizes = [100 * hand.camera.focal * tan(radians(DEGREES[int(d.integers(len(DEGREES)))])) for d in hands]
    marks: list[Mark] = []
    for (x, y), w, dice in zip(seen(hand, *spots.T).tolist(), sizes, hands, strict=True):
        if hand.touches((x - w, y - w, x + w, y + w)):
            marks += _cloud(hand, Crown(x, y, w, w * 0.55, 1.0, flat=0.25), dice)
    return marks


def _cloud(hand: Hand, crown: Crown, dice: np.random.Generator) -> list[Mark]:
    """Return a cloud: white, flat-based, a broken lower edge."""
    w = crown.rx
    lit = Crown(crown.x - 0.06 * w, crown.y - 0.16 * w, w * 1.06, w * 0.55, 1.0)
    count = min(max(int(w / 1.8), 8), 20)
    pieces, above = scalloped([hoop(crown, count, dice, 0.5, 0.2, ROUND), hoop(lit, 9, dice, 0.45)])
    ring = ring_of(pieces)
    paint = Paint(hand.light.tint((255, 255, 255)), 0.0)
    shade = Paint(hand.light.tint((214, 226, 236)), 0.08)
    marks: list[Mark] = [Area((ring,), paint), hand.cut(ring, ring_of(above), shade)]
    middle = pieces[:, ROUND // 2]
    flat = (np.abs(pieces[:, 0, 1] - pieces[:, -1, 1]) < 0.03 * w) & (middle[:, 1] > crown.y)
    for arc, base, chance in zip(pieces, flat, dice.random(len(pieces)), strict=True):
        if base and chance > 0.5:
            continue
        marks.append(Stroke(arc[: ROUND // 2 + 1] if chance < 0.18 else arc, 0.13 if base else 0.2, wobble=0.04))
    return marks
