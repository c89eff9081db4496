"""Windows into marks: frame, bars and the view outside, trees, houses, the sea or the stars."""

from collections.abc import Callable
from math import cos, pi, sin

from ..marks import Mark
from .hand import Hand
from .surfaces import Surface

Rect = tuple[float, float, float, float]


def window(view: str) -> Callable[[Hand, Surface, float], list[Mark]]:
    """Return the drawing of a window on to trees, a city, a street, space or the sea."""

    def draw(hand: Hand, s: Surface, shade: float) -> list[Mark]:
        marks = hand.rects(s, [(-0.08, -0.08, s.w + 0.08, s.h + 0.08)], hand.light.paint("white"), 0, "edge")
        marks += _outside(hand, s, view)
        count = max(1, round(s.w / 1.0))
        bars = [(s.w * k / count - 0.03, 0, s.w * k / count + 0.03, s.h) for k in range(1, count)]
        marks += hand.rects(s, bars, hand.light.paint("white"), 0, "detail")
        return marks + hand.segments(s, [(-0.14, -0.1, s.w + 0.14, -0.1)], "silhouette")

    return draw


def _outside(hand: Hand, s: Surface, view: str) -> list[Mark]:
    if hand.light.dark or view == "space":
        marks = hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("black"), 0, "detail")
        return marks + _stars(hand, s) + (_planet(hand, s) if view == "space" else [])
    glass = hand.light.paint("glass", tone=0.0 if hand.light.time == "day" else 0.3)
    marks = hand.rects(s, [(0, 0, s.w, s.h)], glass, 0, "detail")
    if hand.pitch(s)[1] * s.h < 3:
        return marks
    if view == "trees":
        marks += _trees(hand, s)
    elif view in ("city", "street"):
        marks += _houses(hand, s, 0.62 if view == "city" else 0.8)
    elif view == "sea":
        marks += hand.rects(s, [(0, 0, s.w, s.h * 0.4)], hand.light.paint("water", tone=0.15), 0, "hair")
    glint = [(s.w * a, s.h * b) for a, b in ((0.05, 0.55), (0.05, 0.72), (0.3, 0.97), (0.4, 0.97))]
    return marks + hand.shape(s, glint, hand.light.paint("white"))


def _planet(hand: Hand, s: Surface) -> list[Mark]:
    """Return a planet that rises over the sill, its night side toned."""
    r, c = s.h * 0.95, (s.w * 0.68, -s.h * 0.35)
    angle = [pi * k / 30 for k in range(31)]
    disc = [(c[0] + r * cos(a), max(0.0, c[1] + r * sin(a))) for a in angle]
    night = [(c[0] + r * cos(a), max(0.0, c[1] + r * sin(a))) for a in angle[:16]]
    inner = [(c[0] + r * 0.5 * sin(a), max(0.0, c[1] + r * cos(a))) for a in angle[:16]]
    lit = hand.shape(s, disc, hand.light.bright("water"), 0, "edge")
    return lit + hand.shape(s, [*night, *inner], hand.light.paint("deep water", tone=0.4))


def _stars(hand: Hand, s: Surface) -> list[Mark]:
    rng, d = s.rng, 0.02
    points = [(rng.uniform(0.05, s.w - 0.05), rng.uniform(s.h * 0.3, s.h - 0.05)) for _ in range(int(5 * s.w) + 3)]
    return hand.rects(s, [(u, v, u + d, v + d) for u, v in points], hand.light.bright())


def _trees(hand: Hand, s: Surface) -> list[Mark]:
    """Return round crowns behind the pane, a paler row behind a darker one."""
    rng, marks = s.rng, []
    for top, tone in ((0.62, 0.08), (0.42, 0.22)):
        u, outline = 0.0, [(0.0, 0.0)]
        while u < s.w:
            r = rng.uniform(0.14, 0.24) * s.h
            v = s.h * top * rng.uniform(0.75, 1.05)
            steps = [(u + r - r * cos(pi * k / 12), v + r * 0.8 * sin(pi * k / 12)) for k in range(13)]
            outline += [(min(max(a, 0), s.w), min(b, s.h)) for a, b in steps]
            u += 2 * r
        marks += hand.shape(s, [*outline, (s.w, 0.0)], hand.light.paint("leaf", tone=tone), 0, "detail")
    return marks


def _houses(hand: Hand, s: Surface, top: float) -> list[Mark]:
    rng, marks = s.rng, []
    for height, tone in ((top, 0.08), (top * 0.6, 0.22)):
        u, rects = 0.0, []
        while u < s.w:
            w = s.w * rng.uniform(0.14, 0.3)
            rects.append((u, 0.0, min(u + w, s.w), s.h * height * rng.uniform(0.55, 1.05)))
            u += w
        marks += hand.rects(s, rects, hand.light.paint("concrete", tone=tone), 0, "hair")
        dots = [
            (a + (b - a) * i, v, a + (b - a) * i + 0.035, v + 0.05)
            for a, _, b, h in rects
            for i in (0.2, 0.5, 0.75)
            for v in _rows(h)
            if rng.random() < 0.6
        ]
        marks += hand.rects(s, dots, hand.light.paint("screen", tone=0.62))
    return marks


def _rows(height: float) -> list[float]:
    return [height - 0.12 - 0.14 * k for k in range(int((height - 0.1) / 0.14))]
