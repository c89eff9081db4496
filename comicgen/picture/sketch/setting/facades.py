"""Houses' faces: windows, balconies, shops, brick patches, signs with lettering that cannot be read."""

from collections.abc import Callable
from functools import lru_cache
from random import Random

import numpy as np

from ..marks import Array, Mark
from .hand import Hand, grid
from .surfaces import Surface

Rect = tuple[float, float, float, float]
SLOT = 2.2
"""Frame units: a window this small, and any in the shade, is a dark slot."""


def _windows(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return window_rows(hand, s, shade, (2.6, 3.1), (1.3, 1.5), 1.0)


def _side_windows(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return window_rows(hand, s, shade, (3.2, 3.1), (0.9, 1.3), 1.1)


def _brick_windows(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return bricks(hand, s, shade) + window_rows(hand, s, shade, (2.4, 3.1), (1.0, 1.6), 1.0)


def _balconies(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks = window_rows(hand, s, shade, (2.9, 3.1), (1.7, 1.9), 0.6)
    if hand.pitch(s)[1] * hand.detail < 1.5:
        return marks
    floors = max(1, int((s.h - 0.9) // 3.1))
    rails = [(0.5, 0.45 + 3.1 * j, s.w - 0.5, 1.35 + 3.1 * j) for j in range(floors)]
    marks += hand.rects(s, rails, hand.light.paint("concrete"), shade, "edge")
    bars = [(u, v0 + 0.08, u, v1 - 0.08) for u0, v0, u1, v1 in rails for u in _spaced(u0, u1, 0.3)]
    return marks + (hand.segments(s, bars, "hair") if hand.pitch(s)[0] * 0.3 * hand.detail > 0.9 else [])


def _spaced(a: float, b: float, step: float) -> list[float]:
    return [a + step * k for k in range(1, int((b - a) / step))]


def window_rows(
    hand: Hand, s: Surface, shade: float, pitch: tuple[float, float], size: tuple[float, float], foot: float
) -> list[Mark]:
    """Return rows of windows: slots when small, then panes, then frames, glints, mullions and curtains."""
    (pu, pv), (w, h), rng = pitch, size, s.rng
    count = max(1, int((s.w - 1.2 + pu - w) // pu))
    rows = int((s.h - foot - 0.2 - h) // pv) + 1 if s.h > foot + h + 0.2 else 0
    left = (s.w - (count * pu - (pu - w))) / 2
    panes = [(left + i * pu, foot + j * pv, rng.random()) for j in range(rows) for i in range(count)]
    seen = hand.pitch(s)[1] * h * hand.detail
    if not panes or seen < 0.9:
        return []
    if seen < 2.2:
        panes = [p for p in panes if p[2] > 0.15]
    marks: list[Mark] = []
    if seen >= 7:
        marks += hand.rects(
            s,
            [(u - 0.1, v - 0.1, u + w + 0.1, v + h + 0.1) for u, v, _ in panes],
            hand.light.paint("white"),
            shade * 0.5,
            "detail",
        )
    marks += _panes(hand, s, panes, size, seen if shade == 0 else min(seen, SLOT))
    if seen >= 2.2:
        marks += hand.segments(
            s, [(u - 0.15, v - 0.08, u + w + 0.15, v - 0.08) for u, v, _ in panes], "edge" if seen > 7 else "detail"
        )
    return marks + (_inside(hand, s, panes, size) if seen >= 7 else [])


def _panes(
    hand: Hand, s: Surface, panes: list[tuple[float, float, float]], size: tuple[float, float], seen: float
) -> list[Mark]:
    (w, h), line = size, "detail" if seen >= SLOT else ""
    share = 0.35 if hand.light.dark else 0.25
    lit = [(u, v, u + w, v + h) for u, v, chance in panes if chance < share]
    rest = [(u, v, u + w, v + h) for u, v, chance in panes if chance >= share]
    depth = max(0.2, hand.depth(s.points(s.outline.mean(axis=0))))
    if hand.light.dark:
        return hand.rects(s, rest, hand.light.paint("black", depth), 0, line) + hand.rects(
            s, lit, hand.light.bright(), 0, line
        )
    dark = hand.light.paint("glass", depth, tone=1.0 if seen <= SLOT else 0.3)
    return hand.rects(s, rest, dark, 0, line) + hand.rects(s, lit, hand.light.paint("glass", depth, tone=0.08), 0, line)


def _inside(hand: Hand, s: Surface, panes: list[tuple[float, float, float]], size: tuple[float, float]) -> list[Mark]:
    w, h = size
    marks: list[Mark] = []
    for u, v, chance in panes:
        if not hand.light.dark and chance > 0.4:
            glint = [(u + w * a, v + h * b) for a, b in ((0.12, 0.02), (0.36, 0.02), (0.86, 0.98), (0.62, 0.98))]
            marks += hand.shape(s, glint, hand.light.paint("white"))
    curtains = [
        c
        for u, v, chance in panes
        if chance < 0.3
        for c in ((u + w * 0.15, v + h, u + w * 0.1, v), (u + w * 0.3, v + h, u + w * 0.33, v))
    ]
    return (
        marks
        + hand.segments(s, curtains, "hair")
        + hand.segments(s, [(u + w / 2, v, u + w / 2, v + h) for u, v, _ in panes], "detail")
    )


def bricks(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return brick patches: the eye fills in the rest; full bricking would be grey mush."""
    across, upright = hand.pitch(s)
    course = min(0.09 * upright, 0.12 * across) * hand.detail
    return hand.segments(s, _bricked(s.seed, s.w, s.h)[course > 0.75], "hair") if course > 0.25 else []


@lru_cache(maxsize=256)
def _bricked(seed: int, w: float, h: float) -> tuple[Array, Array]:
    """Return lines (n, 4) of a wall's patches of bricks as seen from afar and from near, the same in every picture."""
    rng, lines, dashes = Random(seed), list[Rect](), list[Rect]()
    for _ in range(int(w * h * 0.45 / 2.0) + 1):
        u0, v0 = rng.uniform(0.1, w - 0.6), rng.uniform(0.1, h - 0.4)
        lines += _patch(rng, (w, h), u0, v0)
        dashes.append((u0, v0, min(u0 + 0.5, w), v0))
    return np.array(dashes), np.array(lines)


def _patch(rng: Random, size: tuple[float, float], u0: float, v0: float) -> list[Rect]:
    out: list[Rect] = []
    for k in range(rng.randint(3, 6)):
        v, shift = v0 + (k - 2) * 0.09, rng.uniform(-0.3, 0.3) + (k % 2) * 0.15
        for m in range(rng.randint(1, 3)):
            u = u0 + shift + 0.3 * m
            if rng.random() < 0.75 and 0 < u < size[0] - 0.3 and 0 < v < size[1] - 0.09:
                out += [(u, v, u + 0.28, v), (u + 0.28, v, u + 0.28, v + 0.08)]
                if rng.random() < 0.5:
                    out.append((u, v + 0.08, u + 0.28, v + 0.08))
    return out


def lettering(hand: Hand, s: Surface, box: Rect, *, upright: bool = False) -> list[Mark]:
    """Return glyphs of two to four bars, never readable, along a box or down it."""
    rng, (u0, v0, u1, v1) = s.rng, box
    size = (u1 - u0) if upright else (v1 - v0)
    at, end, lines = (v1, v0, []) if upright else (u0, u1, [])
    while (at - size > end) if upright else (at + size < end):
        u, v = (u0, at - size) if upright else (at, v0)
        lines += _glyph(rng, u, v, size * 0.82)
        at += -size * 1.12 if upright else size * rng.uniform(0.95, 1.25)
    return hand.segments(s, lines, "edge")


def _glyph(rng: Random, u: float, v: float, size: float) -> list[Rect]:
    out: list[Rect] = []
    for _ in range(rng.randint(2, 4)):
        k = rng.choice((0.0, 0.5, 1.0)) * size
        out.append((u, v + k, u + size, v + k) if rng.random() < 0.5 else (u + k, v, u + k, v + size))
    return out


def _sign(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    if hand.pitch(s)[1] * s.h * hand.detail < 1.5:
        return []
    rest = [(0.08, s.h * 0.16, s.w - 0.08, s.h * 0.16)]
    return lettering(hand, s, (s.w * 0.1, s.h * 0.34, s.w * 0.92, s.h * 0.8)) + hand.segments(s, rest, "edge")


def _sign_tall(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    if hand.pitch(s)[0] * s.w * hand.detail < 1.2:
        return []
    return lettering(hand, s, (s.w * 0.2, s.h * 0.04, s.w * 0.8, s.h * 0.96), upright=True)


def _shutter(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return grid(hand, s, (0, 0.12), 0.9)


def _battlement(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return stones(hand, s, shade)


def stones(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return patches of large stones."""
    seen = 0.35 * hand.pitch(s)[1] * hand.detail
    return hand.segments(s, _stones(s.seed, s.w, s.h), "hair" if seen < 3 else "detail") if seen >= 0.5 else []


@lru_cache(maxsize=256)
def _stones(seed: int, width: float, height: float) -> Array:
    """Return lines (n, 4) of a wall's stones, the same in every picture."""
    rng, lines = Random(seed), list[Rect]()
    for _ in range(int(width * height * 0.4) + 1):
        w, h = rng.uniform(0.4, 0.75), rng.uniform(0.26, 0.4)
        u, v = rng.uniform(0, max(width - w, 0.01)), rng.uniform(0, max(height - h, 0.01))
        if u + w > width or v + h > height:
            continue
        sides = [(u, v, u + w, v), (u + w, v, u + w, v + h), (u + w, v + h, u, v + h), (u, v + h, u, v)]
        lines += [side for side in sides if rng.random() < 0.7]
    return np.array(lines)


def _arrow_slits(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    slits = [(u, v, u + 0.18, v + 1.0) for u in _spaced(0, s.w, 2.6) for v in _spaced(1.0, s.h - 1, 3.2)]
    return stones(hand, s, shade) + hand.rects(s, slits, hand.light.paint("black"))


FACADES: dict[str, Callable[[Hand, Surface, float], list[Mark]]] = {
    "windows": _windows,
    "side windows": _side_windows,
    "brick windows": _brick_windows,
    "balconies": _balconies,
    "brick": bricks,
    "brick patches": bricks,
    "sign": _sign,
    "sign tall": _sign_tall,
    "shutter": _shutter,
    "stones": stones,
    "battlement": _battlement,
    "arrow slits": _arrow_slits,
}
