"""What hangs on the walls of public places, to be read, rung, washed at or waited behind."""

from collections.abc import Callable
from itertools import pairwise
from math import cos, pi, sin

from ..marks import Mark
from .facades import lettering
from .furnishings import scribble
from .hand import Hand, grid
from .patterns import framed
from .surfaces import Surface


def part(s: Surface, u0: float, v0: float, u1: float, v1: float) -> Surface:
    """Return a rectangle of a surface, in shares of it, as a surface of its own."""
    w, h = (u1 - u0) * s.w, (v1 - v0) * s.h
    origin = s.origin + u0 * s.w * s.along + v0 * s.h * s.up
    outline = s.outline * 0 + [(0, 0), (w, 0), (w, h), (0, h)]
    return Surface(origin, s.along, s.up, w, h, s.seed + round(100 * u0 + 10 * v0), outline)


def _ad_board(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return an advertisement in a frame: a bold shape, a head line, small print."""
    lit = hand.light.bright("paper") if hand.light.dark else hand.light.paint("paper")
    marks = hand.rects(s, [(-0.07, -0.07, s.w + 0.07, s.h + 0.07)], hand.light.paint("metal"), shade, "edge")
    marks += hand.rects(s, [(0, 0, s.w, s.h)], lit, 0, "detail")
    name, kind = s.rng.choice(("red", "blue cloth", "yellow", "navy")), s.rng.randrange(3)
    c, r = (s.w * (0.3 if kind else 0.68), s.h * 0.5), 0.34 * s.h
    if kind == 0:
        ring = [(c[0] + r * cos(2 * pi * k / 24), c[1] + r * sin(2 * pi * k / 24)) for k in range(24)]
    elif kind == 1:
        ring = [(0, 0), (s.w * 0.55, 0), (s.w * 0.36, s.h), (0, s.h)]
    else:
        ring = [
            (0, 0),
            (s.w, 0),
            (s.w, s.h * 0.3),
            (s.w * 0.7, s.h * 0.55),
            (s.w * 0.5, s.h * 0.35),
            (s.w * 0.24, s.h * 0.7),
            (0, s.h * 0.45),
        ]
    marks += hand.shape(s, ring, hand.light.paint(name), 0, "detail")
    head = (0.62, 0.66, 0.95, 0.84) if kind else (0.06, 0.66, 0.5, 0.84)
    marks += lettering(hand, s, (head[0] * s.w, head[1] * s.h, head[2] * s.w, head[3] * s.h))
    lines = [(head[0] * s.w, v * s.h, (head[0] + 0.3) * s.w, v * s.h) for v in (0.5, 0.42, 0.34, 0.26)]
    return marks + hand.segments(s, lines, "hair")


def _timetable_board(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return two sheets of times, ruled, under a dark head."""
    marks = hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("white"), 0, "edge")
    marks += hand.rects(s, [(0, s.h * 0.86, s.w, s.h)], hand.light.paint("navy"), 0, "detail")
    sheets = [(s.w * a, s.h * 0.06, s.w * b, s.h * 0.82) for a, b in ((0.05, 0.48), (0.52, 0.95))]
    marks += hand.rects(s, sheets, hand.light.paint("paper"), 0, "detail")
    if hand.pitch(s)[1] * 0.1 * hand.detail < 0.4:
        return marks
    lines = [(a, b + (d - b) * k / 9, c, b + (d - b) * k / 9) for a, b, c, d in sheets for k in range(1, 9)]
    lines += [(a + (c - a) * 0.24, b, a + (c - a) * 0.24, d) for a, b, c, d in sheets]
    rng = s.rng
    dots = [
        (u, b + (d - b) * (k + 0.5) / 9, u + 0.04, b + (d - b) * (k + 0.5) / 9)
        for a, b, c, d in sheets
        for k in range(9)
        for u in (a + (c - a) * x for x in (0.08, 0.34, 0.5, 0.66, 0.82))
        if rng.random() < 0.7
    ]
    return marks + hand.segments(s, lines, "hair") + hand.segments(s, dots, "detail")


def _route_map(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a map of lines that bend at stops."""
    marks = hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("paper"), 0, "edge")
    routes = (
        ((0.06, 0.3), (0.3, 0.3), (0.5, 0.6), (0.94, 0.6)),
        ((0.1, 0.8), (0.4, 0.8), (0.6, 0.25), (0.9, 0.25)),
        ((0.5, 0.08), (0.5, 0.9)),
    )
    stops: list[tuple[float, float, float, float]] = []
    for route in routes:
        points = [(u * s.w, v * s.h) for u, v in route]
        marks += hand.segments(s, [(*a, *b) for a, b in pairwise(points)], "edge")
        for (u0, v0), (u1, v1) in pairwise(points):
            stops += [
                (u - 0.025, v - 0.025, u + 0.025, v + 0.025)
                for u, v in (((u0 * (1 - t) + u1 * t), v0 * (1 - t) + v1 * t) for t in (0.2, 0.6))
            ]
    return marks + hand.rects(s, stops, hand.light.paint("white"), 0, "detail")


def _waiting_room(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a glazed door and window, a bench and a lamp behind the panes."""
    bright = hand.light.bright() if hand.light.dark else hand.light.paint("glass", tone=0.15)
    marks = hand.rects(s, [(-0.06, 0, s.w + 0.06, s.h + 0.06)], hand.light.paint("metal"), shade, "edge")
    panes = [(0.08, 0.12, s.w * 0.36, s.h - 0.1), (s.w * 0.42, 0.8, s.w - 0.08, s.h - 0.1)]
    marks += hand.rects(s, panes, bright, 0, "detail")
    u0, u1 = s.w * 0.45, s.w * 0.9
    inside = [(u0, 0.8, u1, 1.0), (u0, 1.05, u1, 1.3)]
    marks += hand.rects(s, inside, hand.light.paint("blue cloth"), 0, "hair")
    glint = [(s.w * 0.72, 0.85), (s.w * 0.8, 0.85), (s.w * 0.95, s.h - 0.2), (s.w * 0.87, s.h - 0.2)]
    if not hand.light.dark:
        marks += hand.shape(s, glint, hand.light.paint("white"))
    bars = [
        (s.w * 0.66, 0.8, s.w * 0.66, s.h - 0.1),
        (0.08, 1.05, s.w * 0.36, 1.05),
        (s.w * 0.42, s.h - 0.55, s.w - 0.08, s.h - 0.55),
    ]
    sill = [(s.w * 0.4, 0.76, s.w, 0.76)]
    return marks + hand.segments(s, bars, "edge") + hand.segments(s, sill, "silhouette")


def _office_door(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a steel door with a pane, a grating and a plate."""
    marks = hand.rects(s, [(-0.07, 0, s.w + 0.07, s.h + 0.07)], hand.light.paint("metal"), shade, "edge")
    marks += hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("door"), shade, "edge")
    pane = hand.light.bright() if hand.light.dark else hand.light.paint("glass", tone=0.08)
    marks += hand.rects(s, [(s.w * 0.28, s.h * 0.58, s.w * 0.72, s.h * 0.88)], pane, 0, "detail")
    slats = [(s.w * 0.2, s.h * v, s.w * 0.8, s.h * v) for v in (0.1, 0.14, 0.18, 0.22)]
    marks += hand.segments(s, slats, "detail") + hand.segments(
        s, [(s.w * 0.88, s.h * 0.44, s.w * 0.88, s.h * 0.5)], "silhouette"
    )
    return marks + hand.rects(s, [(s.w * 0.3, s.h * 0.48, s.w * 0.7, s.h * 0.53)], hand.light.paint("white"), 0, "hair")


def _kiosk_shutter(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a closed stall: a ribbed shutter, a sign over it, notices on it."""
    marks = hand.rects(s, [(0, 0, s.w, s.h * 0.8)], hand.light.paint("metal", tone=0.08), shade, "edge")
    marks += grid(hand, part(s, 0, 0, 1, 0.8), (0, 0.14), 0.9)
    marks += hand.rects(s, [(-0.06, s.h * 0.8, s.w + 0.06, s.h)], hand.light.paint("red"), 0, "edge")
    marks += lettering(hand, s, (s.w * 0.1, s.h * 0.83, s.w * 0.9, s.h * 0.97))
    note = part(s, 0.42, 0.34, 0.6, 0.6)
    return (
        marks
        + hand.rects(note, [(0, 0, note.w, note.h)], hand.light.paint("paper"), 0, "detail")
        + scribble(hand, note, 0)
    )


def _wall_lamp(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("lamp"), 0, "edge") + hand.segments(
        s, framed(0.04, 0.04, s.w - 0.04, s.h - 0.04), "hair"
    )


def _pipes(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return two pipes along a wall and their clamps."""
    across = s.w >= s.h
    long, wide = (s.w, s.h) if across else (s.h, s.w)
    lines = [(0.0, wide * k, long, wide * k) for k in (0.1, 0.42, 0.62, 0.94)]
    clamps = [(1.1 + 2.2 * k, 0.0, 1.1 + 2.2 * k, wide) for k in range(int(long / 2.2))]
    turned = [(b, a, d, c) for a, b, c, d in (*lines, *clamps)]
    both = [*lines, *clamps] if across else turned
    return hand.segments(s, both[:4], "detail") + hand.segments(s, both[4:], "edge")


def _fire_box(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a red box with a pane and a lamp over it."""
    marks = hand.rects(s, [(0, 0, s.w, s.h * 0.78)], hand.light.paint("red"), shade, "edge")
    marks += hand.rects(s, [(s.w * 0.15, s.h * 0.3, s.w * 0.85, s.h * 0.7)], hand.light.paint("glass"), 0, "detail")
    marks += hand.rects(s, [(s.w * 0.36, s.h * 0.82, s.w * 0.64, s.h)], hand.light.paint("red"), 0, "detail")
    return marks + hand.segments(s, [(s.w * 0.2, s.h * 0.16, s.w * 0.8, s.h * 0.16)], "detail")


BOARDS: dict[str, Callable[[Hand, Surface, float], list[Mark]]] = {
    "ad board": _ad_board,
    "timetable board": _timetable_board,
    "route map": _route_map,
    "waiting room": _waiting_room,
    "office door": _office_door,
    "kiosk shutter": _kiosk_shutter,
    "wall lamp": _wall_lamp,
    "pipes": _pipes,
    "fire box": _fire_box,
}
