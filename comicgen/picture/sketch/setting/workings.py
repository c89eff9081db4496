"""Faces of household things, stalls, boats and wheels into marks."""

from itertools import pairwise
from math import cos, pi, sin

from ..marks import Mark
from .hand import Hand, grid
from .patterns import Detail, framed
from .surfaces import Surface


def circle(s: Surface, share: float, at: tuple[float, float] = (0.5, 0.5)) -> list[tuple[float, float]]:
    """Return a round on a surface: its radius as a share of the shorter side, its middle in shares."""
    r = share * min(s.w, s.h)
    return [(s.w * at[0] + r * cos(2 * pi * k / 24), s.h * at[1] + r * sin(2 * pi * k / 24)) for k in range(24)]


def _washer(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks = hand.segments(s, [(0, s.h * 0.84, s.w, s.h * 0.84)], "edge")
    marks += hand.shape(s, circle(s, 0.36, (0.5, 0.44)), hand.light.paint("metal"), shade, "edge")
    marks += hand.shape(s, circle(s, 0.27, (0.5, 0.44)), hand.light.paint("screen", tone=0.62), 0, "detail")
    marks += hand.shape(s, circle(s, 0.06, (0.8, 0.92)), hand.light.paint("metal"), 0, "detail")
    return marks + hand.rects(s, [(0.05, s.h * 0.87, s.w * 0.4, s.h * 0.97)], hand.light.paint("white"), 0, "detail")


def _fan_blades(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks: list[Mark] = []
    for a in (0.3, 0.3 + 2 * pi / 3, 0.3 + 4 * pi / 3):
        c, r = (s.w / 2, s.h / 2), s.w * 0.42
        ring = [c, *((c[0] + r * cos(a + t), c[1] + r * sin(a + t)) for t in (-0.2, 0.1, 0.45, 0.7))]
        marks += hand.shape(s, ring, hand.light.paint("blue cloth"), 0, "detail")
    return marks + hand.shape(s, circle(s, 0.1), hand.light.paint("white"), 0, "edge")


def _fish(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    rng, marks = s.rng, hand.rects(s, [(0.02, 0.02, s.w - 0.02, s.h * 0.86)], hand.light.paint("water"), 0, "detail")
    for _ in range(max(1, int(3 * s.w))):
        u, v, a = rng.uniform(0.15, s.w - 0.15), rng.uniform(0.12, s.h * 0.7), rng.choice((-1, 1)) * 0.07
        ring = [
            (u - a, v),
            (u - 0.3 * a, v + 0.03),
            (u + 0.5 * a, v + 0.012),
            (u + a, v + 0.035),
            (u + a, v - 0.035),
            (u + 0.5 * a, v - 0.012),
            (u - 0.3 * a, v - 0.03),
        ]
        marks += hand.shape(s, ring, hand.light.paint("orange"), 0, "hair")
    weed = [(u, 0.02, u + 0.03, s.h * rng.uniform(0.3, 0.6)) for u in (s.w * 0.12, s.w * 0.2, s.w * 0.85)]
    return marks + hand.segments(s, weed, "detail")


def _spokes(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a wheel's inside: paper between the spokes, a rim and a hub."""
    c, r = (s.w / 2, s.h / 2), s.w * 0.44
    marks = hand.shape(s, circle(s, 0.44), hand.light.paint("paper"), 0, "detail")
    lines = [(*c, c[0] + r * cos(pi * k / 6), c[1] + r * sin(pi * k / 6)) for k in range(12)]
    return (
        marks
        + hand.segments(s, lines, "detail")
        + hand.shape(s, circle(s, 0.08), hand.light.paint("dark metal"), 0, "detail")
    )


def _grip(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return hand.rects(s, [(s.w * 0.42, s.h * 0.35, s.w * 0.58, s.h * 0.65)], hand.light.paint("black"), 0, "detail")


def _netting(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    tape = [(0, 0, s.w, 0.05), (0, s.h - 0.07, s.w, s.h)]
    return grid(hand, s, (0.1, 0.1), 1.0) + hand.rects(s, tape, hand.light.paint("white"), 0, "detail")


def _cross(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    a, b = s.w / 2, s.h / 2
    arms = [(a - 0.02, b - 0.05, a + 0.02, b + 0.05), (a - 0.05, b - 0.02, a + 0.05, b + 0.02)]
    return hand.rects(s, arms, hand.light.paint("red"))


def _sketch(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    hill = [
        (0.06, s.h * 0.2),
        (s.w * 0.35, s.h * 0.6),
        (s.w * 0.55, s.h * 0.35),
        (s.w * 0.75, s.h * 0.7),
        (s.w - 0.06, s.h * 0.25),
    ]
    lines = [(*p, *q) for p, q in pairwise(hill)]
    return hand.segments(s, lines, "edge") + hand.segments(s, [(0.06, s.h * 0.16, s.w - 0.06, s.h * 0.16)], "detail")


def _epitaph(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a cut cross over lines of letters."""
    c, v = s.w / 2, s.h * 0.8
    cut = [(c, v - 0.12, c, v + 0.1), (c - 0.07, v + 0.03, c + 0.07, v + 0.03)]
    rows = [(s.w * a, s.h * b, s.w * (1 - a), s.h * b) for a, b in ((0.18, 0.5), (0.28, 0.38), (0.22, 0.26))]
    return hand.segments(s, cut, "silhouette") + hand.segments(s, rows, "edge")


def _tap(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    bay = hand.rects(
        s, [(s.w * 0.2, s.h * 0.6, s.w * 0.8, s.h * 0.85)], hand.light.paint("metal", tone=0.22), 0, "detail"
    )
    return bay + hand.rects(
        s,
        [(s.w * 0.36, s.h * 0.76, s.w * 0.44, s.h * 0.85), (s.w * 0.56, s.h * 0.76, s.w * 0.64, s.h * 0.85)],
        hand.light.paint("blue cloth"),
        0,
        "hair",
    )


def _loudspeaker(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks: list[Mark] = []
    for share, name in ((0.42, "metal"), (0.36, "screen"), (0.14, "metal")):
        marks += hand.shape(
            s, circle(s, share), hand.light.paint(name, tone=0.62 if name == "screen" else None), 0, "detail"
        )
    return marks


def _scribble_white(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    board = hand.rects(s, [(0.05, 0.12, s.w - 0.05, s.h - 0.05)], hand.light.paint("board"), 0, "edge")
    rows = [(s.w * 0.2, s.h * v, s.w * (0.55 + 0.08 * k), s.h * v) for k, v in enumerate((0.78, 0.64, 0.5, 0.36))]
    return board + hand.segments(s, rows, "edge", white=True)


def _fruit(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return boxes of round fruit, another kind in each."""
    marks: list[Mark] = []
    if hand.pitch(s)[0] * 0.12 * hand.detail < 0.7:
        return grid(hand, s, (0.45, 0), 1.0, "detail")
    for k, name in enumerate(("red", "orange", "white", "yellow")):
        u0 = s.w * k / 4
        for j in range(3):
            for i in range(3):
                c = (u0 + 0.08 + 0.14 * i + 0.03 * (j % 2), 0.07 + 0.12 * j)
                ring = [(c[0] + 0.07 * cos(pi * n / 6), c[1] + 0.07 * sin(pi * n / 6)) for n in range(12)]
                marks += hand.shape(s, ring, hand.light.paint(name), 0, "hair")
    return marks + hand.segments(s, [(s.w * k / 4, 0, s.w * k / 4, s.h) for k in range(1, 4)], "edge")


def _sail(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return grid(hand, s, (0.25, 0.3), 1.0, "hair")


def _truss(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return the braces of a lattice, to and fro between its two long edges."""
    ring = s.outline
    a, b, c, d = ring[0], ring[1], ring[2], ring[3]
    ends = [(a, b, d, c)] if float(((a - b) ** 2).sum()) > float(((b - c) ** 2).sum()) else [(b, c, a, d)]
    lines = []
    for low0, low1, top0, top1 in ends:
        for k in range(10):
            p = (low0 if k % 2 else top0) + ((low1 if k % 2 else top1) - (low0 if k % 2 else top0)) * k / 10
            q = (top0 if k % 2 else low0) + ((top1 if k % 2 else low1) - (top0 if k % 2 else low0)) * (k + 1) / 10
            lines.append((*p, *q))
    return hand.segments(s, lines, "detail")


def _container_door(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    rods = [(s.w * u, 0.1, s.w * u, s.h - 0.1) for u in (0.16, 0.36, 0.64, 0.84)]
    return hand.segments(s, rods, "edge") + hand.segments(
        s, [(s.w / 2, 0, s.w / 2, s.h), *framed(0.06, 0.06, s.w - 0.06, s.h - 0.06)], "detail"
    )


def _advert(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a hanging advertisement: a bold corner, a disc and lines."""
    name = s.rng.choice(("red", "blue cloth", "yellow"))
    marks = hand.shape(s, [(0, 0), (s.w * 0.5, 0), (s.w * 0.3, s.h), (0, s.h)], hand.light.paint(name), 0, "hair")
    marks += hand.shape(s, circle(s, 0.22, (0.24, 0.52)), hand.light.paint("white"), 0, "hair")
    return marks + hand.segments(
        s, [(s.w * 0.56, s.h * v, s.w * 0.92, s.h * v) for v in (0.75, 0.6, 0.4, 0.28)], "detail"
    )


def _emblem(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    low, high = s.outline.min(axis=0), s.outline.max(axis=0)
    c, r = (low + high) / 2, 0.24 * float((high - low).min())
    ring = [(c[0] + r * cos(2 * pi * k / 20), c[1] + r * sin(2 * pi * k / 20)) for k in range(20)]
    return hand.shape(s, ring, hand.light.paint("red"), 0, "detail")


def cabin(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a boat's wheelhouse: a row of panes under its roof."""
    n = max(2, round(s.w / 0.6))
    w = (s.w - 0.2) / n
    panes = [(0.1 + w * k + 0.05, s.h * 0.5, 0.1 + w * (k + 1) - 0.05, s.h * 0.86) for k in range(n)]
    paint = hand.light.bright() if hand.light.dark else hand.light.paint("screen", tone=0.62)
    return hand.rects(s, panes, paint, 0, "edge") + hand.segments(s, [(0, s.h * 0.4, s.w, s.h * 0.4)], "detail")


WORKINGS: dict[str, Detail] = {
    "washer": _washer,
    "fan blades": _fan_blades,
    "fish": _fish,
    "spokes": _spokes,
    "grip": _grip,
    "netting": _netting,
    "cross": _cross,
    "sketch": _sketch,
    "tap": _tap,
    "epitaph": _epitaph,
    "loudspeaker": _loudspeaker,
    "scribble white": _scribble_white,
    "fruit": _fruit,
    "lattice sail": _sail,
    "truss": _truss,
    "container door": _container_door,
    "emblem": _emblem,
    "advert": _advert,
}
