"""Patterns of surfaces into marks: boards, tiles, slats, beams, gates."""

from collections.abc import Callable
from math import cos, pi, sin

import numpy as np

from ..marks import Array, Mark
from .hand import Hand, grid
from .surfaces import Surface

Detail = Callable[[Hand, Surface, float], list[Mark]]
"""(hand, surface, the face's shade) -> marks."""


def _stripes(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    count = max(2, int(s.w / 0.35))
    step = s.w / count
    rects = [(k * step, 0, (k + 1) * step, s.h) for k in range(1, count, 2)]
    return hand.rects(s, rects, hand.light.paint("white"), shade) + hand.segments(
        s, [(r[0], 0, r[0], s.h) for r in rects], "hair"
    )


def _panel(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    m = min(s.w, s.h) * 0.15
    return hand.segments(s, framed(m, m, s.w - m, s.h - m), "detail")


def framed(u0: float, v0: float, u1: float, v1: float) -> list[tuple[float, float, float, float]]:
    """Return the four sides of a rectangle as lines."""
    return [(u0, v0, u1, v0), (u1, v0, u1, v1), (u1, v1, u0, v1), (u0, v1, u0, v0)]


def _hut_door(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    door = hand.rects(s, [(0.8, 0, 1.75, 2.05)], hand.light.paint("door"), shade, "edge")
    return door + hand.segments(s, [(1.62, 0.95, 1.62, 1.1), (0.7, 2.2, 1.85, 2.2)], "edge")


def _half_tiles(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    part = Surface(s.origin, s.along, s.up, s.w, min(s.h, 1.5), s.seed, s.outline * (1, min(s.h, 1.5) / s.h))
    return grid(hand, part, (0.2, 0.2), 0.7) + hand.segments(s, [(0, 1.5, s.w, 1.5)], "edge")


def _lattice(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    doors_ = [(0.3 + k * (s.w - 0.6) / 4, 0.1, 0.3 + (k + 1) * (s.w - 0.6) / 4, s.h - 0.5) for k in range(4)]
    marks = hand.rects(
        s, doors_, hand.light.bright("paper") if hand.light.dark else hand.light.paint("paper"), 0, "edge"
    )
    bars = [
        (u0 + (u1 - u0) * k / 5, v0 + 0.7, u0 + (u1 - u0) * k / 5, v1) for u0, v0, u1, v1 in doors_ for k in range(1, 5)
    ]
    cross = [
        (u0, v0 + 0.7 + (v1 - v0 - 0.7) * k / 4, u1, v0 + 0.7 + (v1 - v0 - 0.7) * k / 4)
        for u0, v0, u1, v1 in doors_
        for k in range(4)
    ]
    return marks + hand.segments(s, bars + cross, "hair" if hand.pitch(s)[0] < 8 else "detail")


def _gate(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    half = [(s.w * (0.24 + 0.13 * (1 - cos(pi / 2 * k / 6)) * 2), 2.6 + 1.4 * sin(pi / 2 * k / 6)) for k in range(7)]
    ring = [(s.w * 0.24, 0), (s.w * 0.76, 0), *[(s.w - u, v) for u, v in half], *half[::-1]]
    bars = [(s.w * (0.24 + 0.052 * k), 1.6, s.w * (0.24 + 0.052 * k), 3.0) for k in range(1, 10)]
    cross = [(s.w * 0.25, v, s.w * 0.75, v) for v in (2.1, 2.8)]
    return hand.shape(s, ring, hand.light.paint("black"), 0, "silhouette") + hand.segments(
        s, bars + cross, "edge", white=True
    )


def inset(s: Surface, share: float) -> Array:
    """Return a surface's outline drawn in towards its middle by a share."""
    middle = (s.outline.min(axis=0) + s.outline.max(axis=0)) / 2
    ring: Array = middle + (s.outline - middle) * (1 - share)
    return ring


def sunk(share: float, material: str, tone: float | None = None) -> Detail:
    """Return the drawing of what is inside of a rim: its share of the radius, material and tone."""

    def draw(hand: Hand, s: Surface, shade: float) -> list[Mark]:
        return hand.shape(s, inset(s, share), hand.light.paint(material, tone=tone), 0, "detail")

    return draw


def _boat_inside(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return the hollow of a boat and its thwarts across."""
    ring = inset(s, 0.14)
    marks = hand.shape(s, ring, hand.light.paint("dark wood"), 0, "edge")
    low, high = ring.min(axis=0), ring.max(axis=0)
    axis = int(high[1] - low[1] > high[0] - low[0])
    for share in (0.3, 0.58, 0.8):
        at = low[axis] + share * (high[axis] - low[axis])
        near = ring[np.abs(ring[:, axis] - at).argsort()[:4]]
        a, b = (float(f(near[:, 1 - axis])) for f in (np.min, np.max))
        board = np.array([(at - 0.1, a), (at - 0.1, b), (at + 0.1, b), (at + 0.1, a)])
        marks += hand.shape(s, board if axis == 0 else board[:, ::-1], hand.light.paint("wood"), 0, "detail")
    return marks


def _target(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return hand.segments(
        s, [*framed(0.08, 0.06, s.w - 0.08, s.h - 0.06), *framed(s.w * 0.36, 0.15, s.w * 0.64, 0.55)], "edge"
    )


def _wood_beams(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks: list[Mark] = []
    for k in range(1, int(s.h / 1.6) + 1):
        v = 1.6 * k
        marks += hand.rects(s, [(0, v - 0.1, s.w, v + 0.1)], hand.light.paint("dark wood", tone=0.3), 0, "edge")
    return marks


def _vault(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return the crossing ribs of a stone vault."""
    bays = [(0.0, 3.6 * k, s.w, 3.6 * k) for k in range(int(s.h / 3.6) + 1)]
    cross = [(a, v, b, v + 3.6) for _, v, _, _ in bays for a, b in ((0.0, s.w), (s.w, 0.0))]
    return hand.segments(s, bays, "edge") + hand.segments(s, cross, "detail")


def _tent_door(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return the dark slit between two flaps that are turned back."""
    height = s.points(s.outline)[:, 1]
    order = height.argsort()
    left, right = s.outline[order[:2]][s.outline[order[:2], 0].argsort()]
    middle, top = (left + right) / 2, s.outline[order[-1]]
    high, half = middle + 0.82 * (top - middle), 0.2 * (right - left)
    flaps = [[middle - half, middle - 2 * half, middle - 0.9 * half + 0.5 * (high - middle), high]]
    flaps += [[middle + half, middle + 2 * half, middle + 0.9 * half + 0.5 * (high - middle), high]]
    marks = hand.shape(s, [middle - half, middle + half, high], hand.light.paint("black"), 0, "detail")
    return marks + [m for f in flaps for m in hand.shape(s, f, hand.light.paint("white"), 0, "edge")]


def _wainscot(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a panelled dado under a rail, and the joints of the wall over it."""
    high = min(0.8, 0.4 * s.h)
    dado = Surface(s.origin, s.along, s.up, s.w, high, s.seed, s.outline * (1, high / s.h))
    fill = hand.rects(s, [(0, 0, s.w, high)], hand.light.paint("concrete", tone=0.08), shade)
    rail = hand.segments(s, [(0, high, s.w, high), (0, high + 0.06, s.w, high + 0.06)], "edge")
    return fill + grid(hand, dado, (0.3, 0), 0.7) + rail + grid(hand, s, (3.2, 0), 0.95, "detail")


def _rings(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return the year rings of cut wood."""
    marks: list[Mark] = []
    for share in (0.2, 0.45, 0.7):
        ring = inset(s, share)
        marks += hand.segments(s, np.concatenate([ring, np.roll(ring, -1, axis=0)], axis=1)[::1], "hair")
    return marks


def _log_cabin(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return logs one over another, a door and a lit window."""
    logs = [(0, 0.24 * k, s.w, 0.24 * k) for k in range(1, int(s.h / 0.24))]
    marks = hand.segments(s, logs, "detail")
    marks += hand.rects(s, [(s.w * 0.14, 0, s.w * 0.36, 1.9)], hand.light.paint("door"), shade, "edge")
    pane = (s.w * 0.54, 0.9, s.w * 0.84, 1.7)
    glass = hand.light.bright() if hand.light.dark else hand.light.paint("glass")
    marks += hand.rects(s, [pane], glass, 0, "edge")
    cross = [(s.w * 0.69, 0.9, s.w * 0.69, 1.7), (s.w * 0.54, 1.3, s.w * 0.84, 1.3)]
    return marks + hand.segments(s, cross, "edge")


def _ripples(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return broken strokes of paper and ink across a piece of water."""
    rng, light, dark = s.rng, list[tuple[float, float, float, float]](), list[tuple[float, float, float, float]]()
    for k in range(18):
        v, u, w = s.h * (k + 0.5) / 18, s.w * rng.uniform(0.1, 0.7), s.w * rng.uniform(0.06, 0.2)
        if ((u + w / 2) / s.w - 0.5) ** 2 + (v / s.h - 0.5) ** 2 < 0.17:
            (light if k % 2 else dark).append((u, v, u + w, v + rng.uniform(-0.01, 0.01)))
    return hand.segments(s, dark, "detail") + hand.segments(s, light, "edge", white=True)


def _aisle(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a band down the middle of a carriage's floor, its seams across."""
    band = hand.rects(s, [(s.w * 0.3, 0, s.w * 0.7, s.h)], hand.light.paint("floor", tone=0.15), 0, "detail")
    edges = [(s.w * u, 0, s.w * u, s.h) for u in (0.2, 0.8)]
    return band + grid(hand, s, (0, 1.2), 0.8) + hand.segments(s, edges, "hair")


def _clock_face(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    c, r = (s.w / 2, s.h / 2), s.w / 2
    ticks = [
        (
            c[0] + a * r * cos(pi * k / 6),
            c[1] + a * r * sin(pi * k / 6),
            c[0] + 0.9 * r * cos(pi * k / 6),
            c[1] + 0.9 * r * sin(pi * k / 6),
        )
        for k in range(12)
        for a in (0.74 if k % 3 else 0.64,)
    ]
    hands = [(*c, c[0] - 0.28 * r, c[1] + 0.42 * r), (*c, c[0] + 0.1 * r, c[1] + 0.7 * r)]
    return hand.segments(s, ticks, "detail") + hand.segments(s, hands, "edge")


def ruled(step: tuple[float, float], keep: float, role: str) -> Detail:
    """Return the pattern of parallel lines: metres between them along u and v (0 for none), share kept, line role."""

    def draw(hand: Hand, s: Surface, shade: float) -> list[Mark]:
        return grid(hand, s, step, keep, role)

    return draw


PATTERNS: dict[str, Detail] = {
    "planks": ruled((0, 0.13), 0.85, "hair"),
    "boards": ruled((0, 0.19), 0.7, "hair"),
    "upright boards": ruled((0.19, 0), 0.7, "hair"),
    "tiles": ruled((0.4, 0.4), 0.75, "hair"),
    "carpet tiles": ruled((0.6, 0.6), 0.55, "hair"),
    "big tiles": ruled((1.0, 1.0), 0.8, "hair"),
    "small tiles": ruled((0.15, 0.15), 0.8, "hair"),
    "panels": ruled((0.9, 0), 0.95, "detail"),
    "panel": _panel,
    "slats": ruled((0, 0.08), 0.9, "hair"),
    "stripes": _stripes,
    "quilt": ruled((0.28, 0.28), 0.9, "hair"),
    "pleats": ruled((0.12, 0), 0.8, "hair"),
    "ribs": ruled((0.12, 0), 1.0, "detail"),
    "tent door": _tent_door,
    "ceiling panels": ruled((1.2, 1.2), 0.93, "hair"),
    "wood beams": _wood_beams,
    "vault": _vault,
    "boat inside": _boat_inside,
    "hollow": sunk(0.14, "dark", 0.5),
    "tea": sunk(0.16, "clay"),
    "cask": sunk(0.1, "wood"),
    "hollow wide": sunk(0.45, "dark", 0.5),
    "basin": sunk(0.12, "pale glass"),
    "drum skin": sunk(0.06, "white"),
    "lamp glass": sunk(0.08, "lamp"),
    "ribs wide": ruled((0.3, 0), 1.0, "detail"),
    "ring": sunk(0.3, "white"),
    "hut door": _hut_door,
    "planks across": ruled((0, 0.5), 0.8, "hair"),
    "small floor tiles": ruled((0.3, 0.3), 0.75, "hair"),
    "half tiles": _half_tiles,
    "lattice": _lattice,
    "gate": _gate,
    "target": _target,
    "wainscot": _wainscot,
    "aisle": _aisle,
    "ripples": _ripples,
    "rings": _rings,
    "log cabin": _log_cabin,
    "ring line": sunk(0.06, "floor"),
    "clock face": _clock_face,
}
