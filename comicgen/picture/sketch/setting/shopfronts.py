"""A house's foot into a shop: show window with goods, door, sign; what is sold is the shop's own secret."""

from collections.abc import Callable
from random import Random

from ..marks import Mark
from .boards import part
from .facades import Rect, lettering
from .hand import Hand, grid
from .surfaces import Surface

SILL, HEAD, TRANSOM = 0.5, 2.4, 1.98
"""Metres: foot and head of the show window, and the bar under its upper lights."""
CLOSED = 0.22
"""Share of shops that have their shutter down."""


def shop(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a shop front: what is sold behind glass, by day with the street mirrored in it, by night lit."""
    seen = hand.pitch(s)[1] * hand.detail
    split, rng = s.w * 0.62, s.rng
    window, door = (0.4, SILL, split, HEAD), (s.w * 0.68, 0.02, s.w * 0.9, 2.35)
    inside = hand.light.bright() if hand.light.dark else hand.light.paint("glass")
    if seen < 1.2:
        return hand.rects(s, [(0.5, 0.3, s.w - 0.5, HEAD)], inside)
    goods = tuple(GOODS)[int(abs(s.origin).sum() * 1.3) % len(GOODS)]
    closed = rng.random() < CLOSED
    if closed:
        return _shuttered(hand, s, shade, (window, door)) + _sign(hand, s, seen)
    marks = hand.rects(s, [window, door], inside, 0, "edge")
    if seen > 4:
        marks += GOODS[goods](hand, part(s, 0.45 / s.w, SILL / s.h, split / s.w, TRANSOM / s.h), rng)
        marks += _glass(hand, s, (window, door)) + _frames(hand, s, (window, door), shade)
    return marks + _sign(hand, s, seen)


def _shuttered(hand: Hand, s: Surface, shade: float, gaps: tuple[Rect, Rect]) -> list[Mark]:
    marks: list[Mark] = []
    for u0, v0, u1, v1 in gaps:
        low = 0.05 if v0 > 0.1 else v0
        marks += hand.rects(s, [(u0, low, u1, v1)], hand.light.paint("metal", tone=0.15), shade, "edge")
        marks += grid(hand, part(s, u0 / s.w, low / s.h, u1 / s.w, v1 / s.h), (0, 0.13), 0.92)
    u = (gaps[0][0] + gaps[0][2]) / 2
    return marks + hand.rects(s, [(u - 0.3, 1.2, u + 0.1, 1.7)], hand.light.paint("paper"), 0, "detail")


def _glass(hand: Hand, s: Surface, gaps: tuple[Rect, Rect]) -> list[Mark]:
    """Return two slanted glints on each pane by day: the sky in the glass."""
    marks: list[Mark] = []
    for u0, v0, u1, v1 in gaps:
        w, h = u1 - u0, v1 - v0
        for at, wide in ((0.16, 0.1), (0.3, 0.035)) if not hand.light.dark else ((0.2, 0.03),):
            ring = [
                (u0 + w * at, v0),
                (u0 + w * (at + wide), v0),
                (u0 + w * (at + wide) + 0.3 * h, v1),
                (u0 + w * at + 0.3 * h, v1),
            ]
            marks += hand.shape(s, [(min(u, u1), v) for u, v in ring], hand.light.paint("white"))
    return marks


def _frames(hand: Hand, s: Surface, gaps: tuple[Rect, Rect], shade: float) -> list[Mark]:
    """Return mullions, the transom, a panelled foot under the window and the door's stile and handle."""
    (u0, v0, u1, v1), (d0, e0, d1, e1) = gaps
    foot = [(u0 - 0.06, 0.06, u1 + 0.06, v0)]
    marks = hand.rects(s, foot, hand.light.paint("dark wood"), shade, "edge")
    thirds = [u0 + (u1 - u0) * k / 3 for k in (1, 2)]
    panels = [(u0 + (u1 - u0) * k / 3 + 0.1, 0.14, u0 + (u1 - u0) * (k + 1) / 3 - 0.1, v0 - 0.08) for k in range(3)]
    marks += hand.rects(s, panels, hand.light.paint("dark wood"), shade, "hair")
    bars = [(u - 0.03, v0, u + 0.03, v1) for u in thirds] + [(u0, TRANSOM - 0.03, u1, TRANSOM + 0.03)]
    bars += [(d0, e1 - 0.5, d1, e1 - 0.44), (d0, e0, d0 + 0.09, e1), (d1 - 0.09, e0, d1, e1), (d0, e0, d1, e0 + 0.3)]
    marks += hand.rects(s, bars, hand.light.paint("white"), shade, "detail")
    card = (d0 + 0.3, 1.35, d0 + 0.7, 1.6)
    marks += hand.rects(s, [card], hand.light.paint("paper"), 0, "detail")
    return marks + hand.segments(s, [(d0 + 0.16, 1.0, d0 + 0.16, 1.3), (u0 - 0.12, v0, u1 + 0.12, v0)], "silhouette")


def _sign(hand: Hand, s: Surface, seen: float) -> list[Mark]:
    paint = hand.light.bright("yellow") if hand.light.dark else hand.light.paint("white")
    marks = hand.rects(s, [(0.3, 3.0, s.w - 0.3, 3.6)], paint, 0, "edge")
    return marks + (lettering(hand, s, (0.7, 3.1, s.w - 0.7, 3.5)) if seen > 2 else [])


def _shelves(hand: Hand, s: Surface, rng: Random) -> list[Mark]:
    """Return bottles, jars and boxes on three shelves."""
    things: dict[str, list[Rect]] = {}
    levels = [s.h * k / 3 for k in range(3)]
    for v in levels:
        u = 0.06
        while u < s.w - 0.2:
            w, h = rng.uniform(0.1, 0.24), s.h / 3 * rng.uniform(0.4, 0.8)
            things.setdefault(rng.choice(("white", "card", "red", "blue cloth", "dark wood")), []).append(
                (u, v, u + w, v + h)
            )
            u += w + rng.uniform(0.02, 0.12)
    marks: list[Mark] = []
    for name, rects in things.items():
        marks += hand.rects(s, rects, hand.light.paint(name), 0, "hair")
    return marks + hand.segments(s, [(0, v, s.w, v) for v in levels], "edge")


def _clothes(hand: Hand, s: Surface, rng: Random) -> list[Mark]:
    """Return dressed busts on stands, a rail behind them."""
    marks = hand.segments(s, [(0, s.h * 0.94, s.w, s.h * 0.94)], "detail")
    count = max(2, int(s.w / 0.95))
    for k in range(count):
        c, b = (k + 0.5) * s.w / count, s.h * 0.34
        name = rng.choice(("red", "navy", "white", "card"))
        wide = rng.uniform(0.2, 0.34)
        ring = [(c - wide, b), (c + wide, b), (c + 0.13, s.h * 0.62), (c + 0.2, s.h * 0.82), (c + 0.07, s.h * 0.88)]
        ring += [(2 * c - u, v) for u, v in ring[:1:-1]]
        marks += hand.segments(s, [(c, 0.0, c, b), (c - 0.15, 0.02, c + 0.15, 0.02)], "edge")
        marks += hand.shape(s, ring, hand.light.paint(name), 0, "detail")
        marks += hand.shape(
            s,
            [(c - 0.07, s.h * 0.88), (c + 0.07, s.h * 0.88), (c + 0.05, s.h * 0.99), (c - 0.05, s.h * 0.99)],
            hand.light.paint("skin"),
            0,
            "detail",
        )
        marks += hand.segments(s, [(c - 0.13, s.h * 0.62, c + 0.13, s.h * 0.62)], "hair")
    return marks


def _loaves(hand: Hand, s: Surface, rng: Random) -> list[Mark]:
    """Return rounds of bread on slanted trays, lamps over them."""
    marks: list[Mark] = []
    for v in (s.h * 0.04, s.h * 0.36):
        marks += hand.rects(s, [(0.04, v, s.w - 0.04, v + 0.05)], hand.light.paint("wood"), 0, "detail")
        u = 0.1
        while u < s.w - 0.34:
            w, h = rng.uniform(0.18, 0.34), rng.uniform(0.12, 0.2)
            ring = [
                (u, v + 0.05),
                (u + w, v + 0.05),
                (u + w * 0.96, v + 0.05 + h * 0.6),
                (u + w * 0.7, v + 0.05 + h),
                (u + w * 0.3, v + 0.05 + h),
                (u + w * 0.04, v + 0.05 + h * 0.6),
            ]
            marks += hand.shape(s, ring, hand.light.paint(rng.choice(("card", "wood", "clay"))), 0, "detail")
            u += w + 0.05
    return marks + _lamps(hand, s)


def _lamps(hand: Hand, s: Surface) -> list[Mark]:
    marks: list[Mark] = []
    for k in range(max(2, int(s.w / 1.1))):
        c = (k + 0.5) * s.w / max(2, int(s.w / 1.1))
        marks += hand.segments(s, [(c, s.h * 0.86, c, s.h)], "detail")
        marks += hand.shape(
            s,
            [(c - 0.17, s.h * 0.74), (c + 0.17, s.h * 0.74), (c + 0.06, s.h * 0.86), (c - 0.06, s.h * 0.86)],
            hand.light.paint("dark"),
        )
    return marks


def _tables(hand: Hand, s: Surface, rng: Random) -> list[Mark]:
    """Return a cafe: tables, chairs and lamps."""
    marks = _lamps(hand, s)
    count = max(2, int(s.w / 1.2))
    for k in range(count):
        c = (k + 0.5) * s.w / count
        marks += hand.rects(s, [(c - 0.3, 0.24, c + 0.3, 0.29)], hand.light.paint("wood"), 0, "detail")
        marks += hand.rects(
            s,
            [(c - 0.54, 0.2, c - 0.48, 0.62), (c + 0.48, 0.2, c + 0.54, 0.62)],
            hand.light.paint("dark wood"),
            0,
            "hair",
        )
        marks += hand.rects(
            s, [(c - 0.03, 0, c + 0.03, 0.24), (c - 0.08, 0.29, c + 0.02, 0.42)], hand.light.paint("dark"), 0, ""
        )
    return marks


GOODS: dict[str, Callable[[Hand, Surface, Random], list[Mark]]] = {
    "shelves": _shelves,
    "clothes": _clothes,
    "loaves": _loaves,
    "tables": _tables,
}
