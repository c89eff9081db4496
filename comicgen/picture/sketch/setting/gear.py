"""Faces of machines into marks: screens, buttons, vending machines, signals."""

from math import cos, pi, sin

from ..marks import Mark
from .hand import Hand
from .patterns import Detail
from .surfaces import Surface


def _screen(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    m = min(s.w, s.h) * 0.07
    paint = hand.light.bright() if hand.light.dark else hand.light.paint("screen")
    marks = hand.rects(s, [(m, m, s.w - m, s.h - m)], paint)
    if hand.light.dark:
        return marks
    glint = [(s.w * 0.1, s.h * 0.5), (s.w * 0.1, s.h * 0.62), (s.w * 0.36, s.h * 0.93), (s.w * 0.45, s.h * 0.93)]
    return marks + hand.shape(s, glint, hand.light.paint("white"))


def _slot(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    mouth = hand.rects(s, [(s.w * 0.2, s.h * 0.68, s.w * 0.8, s.h * 0.78)], hand.light.paint("black"))
    return mouth + hand.rects(s, [(s.w * 0.3, s.h * 0.2, s.w * 0.7, s.h * 0.5)], hand.light.paint("white"), 0, "detail")


def _signals(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    names = ("light", "yellow", "red")
    marks: list[Mark] = []
    for k, name in enumerate(names):
        v = s.h * (0.06 + 0.31 * k)
        marks += hand.rects(s, [(s.w * 0.2, v, s.w * 0.8, v + s.h * 0.26)], hand.light.paint(name), 0, "hair")
    return marks


def _phone_box(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    w, h = (s.w - 0.16) / 3, (s.h - 0.5) / 6
    panes = [(0.1 + w * i, 0.14 + h * j, 0.06 + w * (i + 1), 0.1 + h * (j + 1)) for i in range(3) for j in range(6)]
    paint = hand.light.bright() if hand.light.dark else hand.light.paint("glass")
    return hand.rects(s, panes, paint, 0, "hair") + hand.rects(
        s, [(0.1, s.h - 0.28, s.w - 0.1, s.h - 0.1)], hand.light.paint("white"), 0, "detail"
    )


def _vending(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    bright = hand.light.bright() if hand.light.dark else hand.light.paint("white")
    marks = hand.rects(s, [(0.08, 0.75, s.w - 0.2, 1.7)], bright, 0, "detail")
    if hand.pitch(s)[1] * 0.2 * hand.detail > 0.9:
        rng = s.rng
        for j in range(3):
            for name in ("red", "black", "blue cloth", "yellow"):
                cans = [
                    (0.13 + 0.095 * i, 0.83 + 0.29 * j, 0.2 + 0.095 * i, 1.03 + 0.29 * j)
                    for i in range(7)
                    if rng.random() < 0.25
                ]
                marks += hand.rects(s, cans, hand.light.paint(name), 0, "hair")
    marks += hand.rects(s, [(0.2, 0.2, s.w - 0.3, 0.42)], hand.light.paint("black"))
    return marks + hand.segments(s, [(s.w - 0.12, 1.0, s.w - 0.12, 1.2), (s.w - 0.16, 0.9, s.w - 0.08, 0.9)], "edge")


def _rack(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    rng, rows = s.rng, 11
    lines = [(0.06, s.h * (0.05 + 0.085 * k), s.w - 0.06, s.h * (0.05 + 0.085 * k)) for k in range(rows)]
    dots = [
        (u, s.h * (0.085 + 0.085 * k), u + 0.03, s.h * (0.11 + 0.085 * k))
        for k in range(rows)
        for u in (0.1, 0.17, 0.24)
        if rng.random() < 0.6
    ]
    return hand.segments(s, lines, "detail", white=True) + hand.rects(s, dots, hand.light.bright())


def _buttons(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    rng = s.rng
    cells = [
        (0.1 + 0.11 * i, s.h * (0.12 + 0.3 * j))
        for i in range(int((s.w - 0.2) / 0.11))
        for j in range(3)
        if rng.random() < 0.7
    ]
    marks: list[Mark] = []
    for name, part in (("light", cells[::3]), ("red", cells[1::3]), ("white", cells[2::3])):
        marks += hand.rects(s, [(u, v, u + 0.065, v + s.h * 0.17) for u, v in part], hand.light.bright(name), 0, "hair")
    return marks


def screens(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return lit screens with a curve each."""
    count = max(1, round(s.w / 0.6))
    rects = [(k * s.w / count + 0.05, s.h * 0.12, (k + 1) * s.w / count - 0.05, s.h * 0.88) for k in range(count)]
    marks = hand.rects(s, rects, hand.light.bright("glass"), 0, "detail")
    rng, lines = s.rng, []
    for u0, v0, u1, v1 in rects:
        u, v = u0 + 0.03, (v0 + v1) / 2
        while u < u1 - 0.08:
            w = v0 + (v1 - v0) * rng.uniform(0.2, 0.8)
            lines.append((u, v, u + 0.07, w))
            u, v = u + 0.07, w
    return marks + hand.segments(s, lines, "detail")


def _keys(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    white = hand.rects(s, [(0.06, 0.03, s.w - 0.06, s.h - 0.16)], hand.light.paint("white"), 0, "detail")
    black = [
        (0.1 + 0.05 * k, s.h * 0.3, 0.125 + 0.05 * k, s.h - 0.16)
        for k in range(int((s.w - 0.2) / 0.05))
        if k % 7 not in (2, 6)
    ]
    return white + hand.rects(s, black, hand.light.paint("black"))


def _lantern(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    paint = hand.light.bright() if hand.light.dark else hand.light.paint("black")
    return hand.rects(s, [(s.w * 0.25, s.h * 0.2, s.w * 0.75, s.h * 0.8)], paint, 0, "detail")


def _fan(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    r, c = s.h * 0.38, (s.w * 0.4, s.h / 2)
    rings = [[(c[0] + q * r * cos(pi * k / 16), c[1] + q * r * sin(pi * k / 16)) for k in range(32)] for q in (1, 0.28)]
    spokes = [(*c, *rings[0][k]) for k in range(0, 32, 4)]
    marks = hand.shape(s, rings[0], hand.light.paint("dark metal"), shade, "edge")
    marks += hand.segments(s, spokes, "detail", white=True)
    slats = [(s.w * 0.8, s.h * v, s.w * 0.95, s.h * v) for v in (0.2, 0.35, 0.5, 0.65, 0.8)]
    return (
        marks + hand.shape(s, rings[1], hand.light.paint("metal"), shade, "detail") + hand.segments(s, slats, "detail")
    )


GEAR: dict[str, Detail] = {
    "screen": _screen,
    "slot": _slot,
    "signals": _signals,
    "phone box": _phone_box,
    "vending": _vending,
    "rack": _rack,
    "buttons": _buttons,
    "screens": screens,
    "keys": _keys,
    "lantern": _lantern,
    "fan": _fan,
}
