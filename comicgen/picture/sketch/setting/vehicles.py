"""Faces of cars, trains and ships: windows, doors, grilles, lamps."""

from collections.abc import Callable

import numpy as np

from ..marks import Mark
from .facades import lettering
from .hand import Hand
from .surfaces import Surface


def _inset(s: Surface, share: float) -> list[tuple[float, float]]:
    middle = s.outline.mean(axis=0)
    points: list[tuple[float, float]] = [(float(u), float(v)) for u, v in middle + (s.outline - middle) * (1 - share)]
    return points


def _windscreen(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    glint = [(s.w * 0.2, s.h * 0.1), (s.w * 0.36, s.h * 0.1), (s.w * 0.6, s.h * 0.88), (s.w * 0.44, s.h * 0.88)]
    return hand.shape(s, _inset(s, 0.12), hand.light.paint("glass"), shade, "detail") + hand.shape(
        s, glint, hand.light.paint("white")
    )


def _car_window(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return two side windows and the post between them."""
    inner = np.array(_inset(s, 0.14))
    middle = float(inner[:, 0].mean())
    paint = hand.light.paint("glass")
    return hand.shape(s, inner, paint, shade, "detail") + hand.segments(
        s, [(middle, float(inner[:, 1].min()), middle, float(inner[:, 1].max()))], "silhouette"
    )


def _car_side(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    u0, u1 = float(s.outline[:, 0].min()), float(s.outline[:, 0].max())
    v0, v1 = float(s.outline[:, 1].min()), float(s.outline[:, 1].max())

    def at(u: float, v: float) -> tuple[float, float]:
        return (u0 + u * (u1 - u0), v0 + v * (v1 - v0))

    seams = [(*at(x, 0.12), *at(x, 0.9)) for x in (0.33, 0.52, 0.7)]
    grips = [(*at(x, 0.66), *at(x + 0.035, 0.66)) for x in (0.46, 0.64)]
    return (
        hand.segments(s, seams, "detail")
        + hand.segments(s, grips, "edge")
        + hand.segments(s, [(*at(0.03, 0.4), *at(0.97, 0.4))], "hair")
    )


def _car_door(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a door's inside: an arm rest, a handle, a pocket, the seam between two doors."""
    rests = [(s.w * a, s.h * 0.56, s.w * b, s.h * 0.66) for a, b in ((0.1, 0.42), (0.58, 0.9))]
    marks = hand.rects(s, rests, hand.light.paint("navy"), shade, "edge")
    pockets = [(s.w * a, s.h * 0.12, s.w * b, s.h * 0.34) for a, b in ((0.08, 0.44), (0.56, 0.92))]
    marks += hand.rects(s, pockets, hand.light.paint("red"), shade, "detail")
    grips = [(s.w * u, s.h * 0.78, s.w * (u + 0.06), s.h * 0.78) for u in (0.3, 0.78)]
    return marks + hand.segments(s, grips, "silhouette") + hand.segments(s, [(s.w / 2, 0, s.w / 2, s.h)], "edge")


def _hood(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return hand.segments(
        s, [(s.w * 0.3, s.h * 0.06, s.w * 0.24, s.h * 0.94), (s.w * 0.7, s.h * 0.06, s.w * 0.76, s.h * 0.94)], "detail"
    )


def _grille(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    lamps = [(s.w * 0.05, s.h * 0.3, s.w * 0.22, s.h * 0.8), (s.w * 0.78, s.h * 0.3, s.w * 0.95, s.h * 0.8)]
    bright = hand.light.bright() if hand.light.dark else hand.light.paint("white")
    bars = [(s.w * 0.3, s.h * v, s.w * 0.7, s.h * v) for v in (0.3, 0.5, 0.7)]
    return hand.rects(s, lamps, bright, 0, "detail") + hand.segments(s, bars, "detail")


def _tail(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    lamps = [(s.w * 0.05, s.h * 0.3, s.w * 0.2, s.h * 0.75), (s.w * 0.8, s.h * 0.3, s.w * 0.95, s.h * 0.75)]
    plate = [(s.w * 0.36, s.h * 0.3, s.w * 0.64, s.h * 0.7)]
    return hand.rects(s, lamps, hand.light.paint("red", tone=0.5), 0, "detail") + hand.rects(
        s, plate, hand.light.paint("white"), 0, "hair"
    )


def _train(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a train's side: windows and sliding doors in turn, a coloured band, a gutter, glints on the glass."""
    base, rng = s.h - 2.7, s.rng
    doors, panes = [], []
    for k in range(int((s.w - 0.3) / 1.9)):
        u = 1.9 * k + 0.3
        if k % 3 == 1:
            doors += [(u, base + 0.05, u + 0.62, base + 2.15), (u + 0.64, base + 0.05, u + 1.26, base + 2.15)]
            panes += [(u + 0.12, base + 1.05, u + 0.5, base + 1.95), (u + 0.76, base + 1.05, u + 1.14, base + 1.95)]
        else:
            panes.append((u, base + 1.08, u + 1.5, base + 1.95))
    glass = hand.light.bright() if hand.light.dark else hand.light.paint("glass", tone=0.4)
    bands = [(0, base + 0.5, s.w, base + 0.8), (0, base + 2.12, s.w, base + 2.26)]
    marks = hand.rects(s, bands, hand.light.paint("red"), shade)
    marks += hand.rects(s, doors, hand.light.paint("metal"), shade, "detail")
    marks += hand.rects(s, panes, glass, 0, "edge" if hand.pitch(s)[1] > 8 else "detail")
    wide = [p for p in panes if p[2] - p[0] > 1]
    if not hand.light.dark:
        for u0, v0, u1, v1 in wide:
            at, w = u0 + (u1 - u0) * rng.uniform(0.15, 0.5), 0.2
            marks += hand.shape(
                s, [(at, v0), (at + w, v0), (at + w + 0.4, v1), (at + 0.4, v1)], hand.light.paint("white")
            )
    rail = [(u0, v0 + 0.62 * (v1 - v0), u1, v0 + 0.62 * (v1 - v0)) for u0, v0, u1, v1 in wide]
    seams = [(0, base + 0.5, s.w, base + 0.5), (0, base + 0.8, s.w, base + 0.8)]
    return (
        marks + hand.segments(s, rail + seams, "detail") + hand.segments(s, [(0, base + 2.4, s.w, base + 2.4)], "edge")
    )


def _train_front(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a train's nose: two windscreens about a gangway door, destination, lamps, a band, the coupler's apron."""
    w, h, dark = s.w, s.h, hand.light.dark
    band = [(0, h * 0.3, w, h * 0.4), (0, h * 0.42, w, h * 0.45)]
    marks = hand.rects(s, band, hand.light.paint("red"), shade)
    glass = hand.light.paint("screen", tone=0.62)
    marks += hand.rects(
        s, [(0.16, h * 0.5, w * 0.37, h * 0.84), (w * 0.63, h * 0.5, w - 0.16, h * 0.84)], glass, 0, "edge"
    )
    marks += hand.rects(s, [(w * 0.39, 0.12, w * 0.61, h * 0.86)], hand.light.paint("metal"), shade, "edge")
    marks += hand.rects(s, [(w * 0.43, h * 0.52, w * 0.57, h * 0.8)], glass, 0, "detail")
    sign = (w * 0.24, h * 0.88, w * 0.76, h * 0.975)
    marks += hand.rects(s, [sign], hand.light.bright() if dark else hand.light.paint("white"), 0, "edge")
    marks += lettering(hand, s, (sign[0] + 0.05, sign[1] + 0.04, sign[2] - 0.05, sign[3] - 0.04))
    for u in (0.14, 0.86):
        for v, r, name in ((0.2, 0.14, "light"), (0.1, 0.09, "red")):
            ring = [(w * u + r * np.cos(a), h * v + r * np.sin(a)) for a in np.arange(16) * np.pi / 8]
            lamp = hand.light.bright(name) if dark or name == "light" else hand.light.paint(name)
            marks += hand.shape(s, ring, lamp, 0, "edge")
    wipers = [(w * 0.34, h * 0.52, w * 0.2, h * 0.7), (w * 0.66, h * 0.52, w * 0.8, h * 0.7)]
    return marks + hand.segments(s, wipers, "edge") + hand.segments(s, [(0.05, 0.1, w - 0.05, 0.1)], "silhouette")


def _beams(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    lines = [(0.1, 2.5 * k, s.w - 0.1, 2.5 * k) for k in range(1, int(s.h / 2.5))]
    return hand.segments(s, lines, "edge")


VEHICLES: dict[str, Callable[[Hand, Surface, float], list[Mark]]] = {
    "windscreen": _windscreen,
    "car window": _car_window,
    "car side": _car_side,
    "grille": _grille,
    "hood": _hood,
    "car door": _car_door,
    "tail": _tail,
    "train": _train,
    "train front": _train_front,
    "beams": _beams,
}
