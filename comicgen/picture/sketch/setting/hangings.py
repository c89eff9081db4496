"""What people hang on walls at home, in wards, halls and castles."""

from collections.abc import Callable
from itertools import pairwise
from math import cos, pi, sin

from ..marks import Mark
from .boards import part
from .facades import bricks, lettering
from .hand import Hand, grid
from .heraldry import HERALDRY
from .patterns import framed
from .surfaces import Surface
from .workings import circle


def _hooks(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a rail with a jacket, a scarf and a bag."""
    top = s.h * 0.9
    marks = hand.rects(s, [(0, top, s.w, s.h)], hand.light.paint("wood"), shade, "detail")
    c, w = s.w * 0.3, s.w * 0.2
    jacket = [
        (c - w, 0),
        (c + w, 0),
        (c + w * 0.9, top * 0.6),
        (c + w * 1.1, top * 0.75),
        (c + w * 0.3, top),
        (c - w * 0.3, top),
        (c - w * 1.1, top * 0.75),
        (c - w * 0.9, top * 0.6),
    ]
    marks += hand.shape(s, jacket, hand.light.paint("navy"), shade, "edge")
    marks += hand.segments(
        s,
        [
            (c, 0, c, top * 0.9),
            (c - w * 0.8, top * 0.62, c - w * 0.7, top * 0.2),
            (c + w * 0.8, top * 0.62, c + w * 0.7, top * 0.2),
        ],
        "detail",
        white=True,
    )
    u = s.w * 0.78
    marks += hand.segments(s, [(u - s.w * 0.1, top * 0.5, u, top), (u + s.w * 0.1, top * 0.5, u, top)], "detail")
    bag = [
        (u - s.w * 0.15, top * 0.12),
        (u + s.w * 0.15, top * 0.12),
        (u + s.w * 0.12, top * 0.5),
        (u - s.w * 0.12, top * 0.5),
    ]
    return marks + hand.shape(s, bag, hand.light.paint("card"), shade, "edge")


def _photos(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a group of framed photographs of several sizes."""
    cells = (
        (0.0, 0.45, 0.36, 1.0),
        (0.42, 0.55, 0.68, 0.95),
        (0.74, 0.5, 1.0, 1.0),
        (0.06, 0.0, 0.3, 0.38),
        (0.36, 0.05, 0.72, 0.48),
        (0.78, 0.08, 0.98, 0.42),
    )
    marks: list[Mark] = []
    for k, (a, b, c, d) in enumerate(cells):
        p = part(s, a, b, c, d)
        m = 0.12 * min(p.w, p.h)
        marks += hand.rects(p, [(0, 0, p.w, p.h)], hand.light.paint("dark wood" if k % 2 else "wood"), shade, "detail")
        marks += hand.rects(p, [(m, m, p.w - m, p.h - m)], hand.light.paint("paper"), 0, "hair")
        head = [
            (p.w * 0.5 + 0.17 * p.h * cos(pi * n / 6), p.h * 0.58 + 0.17 * p.h * sin(pi * n / 6)) for n in range(12)
        ]
        bust = [(p.w * 0.24, m), (p.w * 0.76, m), (p.w * 0.66, p.h * 0.38), (p.w * 0.34, p.h * 0.38)]
        marks += [
            x for ring in (bust, head) for x in hand.shape(p, ring, hand.light.paint("blue cloth", tone=0.3), 0, "hair")
        ]
    return marks


def _bulbs(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a string of small lamps in loops."""
    n = max(2, round(s.w / 0.7))
    marks: list[Mark] = []
    for k in range(n):
        u0, u1 = s.w * k / n, s.w * (k + 1) / n
        p = [(u0 + (u1 - u0) * t / 6, s.h - s.h * 0.8 * sin(pi * t / 6)) for t in range(7)]
        marks += hand.segments(s, [(*a, *b) for a, b in pairwise(p)], "hair")
        lamps = [(u - 0.02, v - 0.06, u + 0.02, v) for u, v in p[1:6:2]]
        marks += hand.rects(s, lamps, hand.light.bright(), 0, "hair")
    return marks


def _bunting(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    n = max(3, round(s.w / 0.5))
    marks = hand.segments(s, [(0, s.h, s.w, s.h)], "detail")
    for k in range(n):
        u, w = s.w * k / n, s.w / n
        name = ("red", "white", "blue cloth")[k % 3]
        marks += hand.shape(
            s, [(u + 0.1 * w, s.h), (u + 0.9 * w, s.h), (u + 0.5 * w, 0)], hand.light.paint(name), 0, "detail"
        )
    return marks


def _towels(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks = hand.segments(s, [(-0.05, s.h, s.w + 0.05, s.h)], "silhouette")
    for u0, u1, low, name in ((0.06, 0.46, 0.0, "blue cloth"), (0.54, 0.92, 0.3, "cloth")):
        marks += hand.rects(s, [(s.w * u0, s.h * low, s.w * u1, s.h)], hand.light.paint(name), shade, "edge")
        marks += hand.segments(s, [(s.w * u0, s.h * (low + v), s.w * u1, s.h * (low + v)) for v in (0.06, 0.1)], "hair")
    return marks


def _bottles(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return shelves of bottles, jars and cups."""
    rng, rows = s.rng, max(1, round(s.h / 0.36))
    marks: list[Mark] = []
    for k in range(rows):
        v, u = s.h * k / rows, 0.05
        while u < s.w - 0.14:
            w, h = rng.uniform(0.06, 0.12), s.h / rows * rng.uniform(0.4, 0.78)
            neck = w * rng.choice((0.34, 0.5, 1.0))
            ring = [
                (u, v),
                (u + w, v),
                (u + w, v + h * 0.65),
                (u + (w + neck) / 2, v + h * 0.8),
                (u + (w + neck) / 2, v + h),
                (u + (w - neck) / 2, v + h),
                (u + (w - neck) / 2, v + h * 0.8),
                (u, v + h * 0.65),
            ]
            marks += hand.shape(
                s,
                ring,
                hand.light.paint(rng.choice(("white", "glass", "green glass", "card", "red", "dark"))),
                shade,
                "hair",
            )
            u += w + rng.uniform(0.02, 0.08)
    boards = [(-0.03, s.h * k / rows - 0.04, s.w + 0.03, s.h * k / rows) for k in range(rows)]
    return marks + hand.rects(s, boards, hand.light.paint("wood"), shade, "detail")


def _bumper(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a hand rail on a band along a wall."""
    marks = hand.rects(s, [(0, 0, s.w, s.h * 0.6)], hand.light.paint("blue cloth", tone=0.15), shade, "detail")
    return marks + hand.segments(s, [(0, s.h * 0.8, s.w, s.h * 0.8), (0, s.h, s.w, s.h)], "detail")


def _television(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks = hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("dark"), 0, "edge")
    lit = hand.light.bright("glass") if hand.light.dark else hand.light.paint("screen", tone=0.5)
    return (
        marks
        + hand.rects(s, [(0.04, 0.05, s.w - 0.04, s.h - 0.04)], lit, 0, "hair")
        + hand.shape(
            s,
            [(s.w * 0.1, s.h * 0.5), (s.w * 0.2, s.h * 0.5), (s.w * 0.45, s.h * 0.9), (s.w * 0.35, s.h * 0.9)],
            hand.light.paint("white"),
        )
    )


def _scoreboard(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks = hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("board"), 0, "edge")
    boxes = [(s.w * a, s.h * 0.2, s.w * b, s.h * 0.62) for a, b in ((0.08, 0.36), (0.64, 0.92))]
    marks += hand.rects(s, boxes, hand.light.paint("white"), 0, "detail")
    for u0, v0, u1, v1 in boxes:
        w = (u1 - u0) / 2
        for k in range(2):
            u = u0 + w * (k + 0.25)
            marks += hand.segments(s, framed(u, v0 + 0.08, u + 0.5 * w, v1 - 0.08), "edge")
    marks += lettering(hand, s, (s.w * 0.4, s.h * 0.34, s.w * 0.6, s.h * 0.5))
    return marks + hand.segments(
        s, [(s.w * a, s.h * 0.8, s.w * b, s.h * 0.8) for a, b in ((0.1, 0.34), (0.66, 0.9))], "edge", white=True
    )


def _pads(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks = hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("blue cloth"), shade, "edge")
    return marks + grid(hand, s, (1.0, 0), 1.0, "edge")


def _cooler(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return an air conditioner's indoor unit."""
    marks = hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("white"), 0, "edge")
    marks += hand.rects(
        s, [(s.w * 0.05, s.h * 0.1, s.w * 0.95, s.h * 0.24)], hand.light.paint("metal", tone=0.4), 0, "hair"
    )
    return marks + hand.segments(
        s, [(0, s.h * 0.36, s.w, s.h * 0.36), (s.w * 0.84, s.h * 0.6, s.w * 0.92, s.h * 0.6)], "detail"
    )


def _vent(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    slats = [(s.w * 0.1, s.h * v, s.w * 0.9, s.h * v) for v in (0.2, 0.35, 0.5, 0.65, 0.8)]
    return hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("metal", tone=0.15), 0, "edge") + hand.segments(
        s, slats, "detail"
    )


def _meter(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a meter box with its dial and the pipe that runs down from it."""
    box_ = (0, s.h * 0.55, s.w, s.h)
    marks = hand.segments(s, [(s.w * u, 0, s.w * u, s.h * 0.55) for u in (0.4, 0.58)], "detail")
    marks += hand.rects(s, [box_], hand.light.paint("metal"), shade, "edge")
    return marks + hand.shape(s, circle(s, 0.28, (0.5, 0.8)), hand.light.paint("white"), 0, "detail")


def _scrawl(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return paint on a wall: fat letters in outline and a run of drops."""
    rng, marks = s.rng, list[Mark]()
    n = max(2, round(s.w / 0.4))
    for k in range(n):
        u, w, v = s.w * k / n, s.w / n * 1.1, s.h * rng.uniform(0.0, 0.14)
        ring = [
            (u, v),
            (u + w * 0.9, v + 0.05),
            (u + w, s.h * 0.4),
            (u + w * 0.7, s.h * 0.55),
            (u + w, s.h * 0.9),
            (u + w * 0.2, s.h),
            (u - w * 0.05, s.h * 0.6),
        ]
        marks += hand.shape(s, ring, hand.light.paint(("white", "blue cloth", "red")[k % 3]), 0, "edge")
        marks += hand.shape(
            s,
            [(u + w * 0.4, s.h * 0.3), (u + w * 0.6, s.h * 0.34), (u + w * 0.5, s.h * 0.46)],
            hand.light.paint("dark"),
            0,
            "hair",
        )
    return marks


HANGINGS: dict[str, Callable[[Hand, Surface, float], list[Mark]]] = {
    "hooks": _hooks,
    "photos": _photos,
    "bulbs": _bulbs,
    "bunting": _bunting,
    "towels": _towels,
    "bottles": _bottles,
    "bumper": _bumper,
    "wall television": _television,
    "scoreboard": _scoreboard,
    "pads": _pads,
    "cooler": _cooler,
    "vent": _vent,
    "meter": _meter,
    "scrawl": _scrawl,
    "brick patch": bricks,
    **HERALDRY,
}
