"""The table of short hair that falls as it will: a name into locks, cap and gleam."""

from collections.abc import Callable

import numpy as np

from .locks import FALLEN, Cap, Lock, Style, flow, fringe, lock, mirrored, nape, sidelocks, sweep, tufts

WHORL = (180.0, 70.0)


def _layer(lat: float, reach: float, width: float, *, from_lon: int = 84, hook: float = 9.0) -> list[Lock]:
    """Return the row of locks that falls from the whorl over the sides and the back to about a latitude."""
    tips = []
    for i, lon in enumerate(range(from_lon, 361 - from_lon, 21)):
        low = lat + (0.0, 9.0, -6.0, 4.0, -3.0)[i % 5]
        wide = width * (1.15, 0.7, 1.0, 1.3, 0.62)[i % 5]
        tips.append((float(lon), low, wide, hook if i % 3 else -hook))
    return [
        sweep((180 + (t[0] - 180) * 0.3, 66.0), t, reach=reach, place="back" if 100 < t[0] < 260 else "") for t in tips
    ]


def _short() -> Style:
    tips = (
        *((-60, -16, 0.070, -5), (-45, 2, 0.100, -10), (-30, 9, 0.052, -8), (-15, -3, 0.108, -12), (1, 12, 0.055, -8)),
        *((12, 4, 0.085, -9), (33, 6, 0.098, 10), (47, -2, 0.062, 9), (60, -18, 0.070, 5)),
    )
    locks = nape(0.14) + _layer(-2, 1.04, 0.115) + fringe(tips, (20, 70))
    locks += sidelocks(((80, -24, 0.075),)) + tufts(((170, 74), (60, 72), (-60, 76)), 0.11, (0.10, 0.0, -0.06), 0.10)
    return Style(tuple(locks), strands=flow())


_SPIKES = (
    *((-80, 62, 1.34, 0.8), (-56, 74, 1.50, 1.1), (-22, 64, 1.36, 0.75), (-8, 80, 1.56, 1.15), (22, 62, 1.44, 0.9)),
    *((40, 78, 1.62, 1.2), (66, 56, 1.36, 0.8), (98, 58, 1.46, 1.0), (-112, 44, 1.50, 1.1), (-96, 22, 1.30, 0.8)),
    *((140, 62, 1.46, 0.9), (-150, 66, 1.60, 1.2), (178, 46, 1.48, 1.1), (128, 30, 1.44, 1.0), (-134, 20, 1.34, 0.85)),
    *(
        (174, 14, 1.40, 1.05),
        (104, 16, 1.30, 0.85),
        (150, -4, 1.32, 0.9),
        (-160, -8, 1.34, 1.0),
        (-118, -12, 1.24, 0.8),
    ),
    *((122, -18, 1.24, 0.8), (180, -26, 1.20, 0.8)),
)
"""Longitude, latitude and reach of the tips, and the size of the spike."""


def _spiky() -> Style:
    tips = (
        *((-58, -10, 0.07, -8), (-44, 8, 0.10, -14), (-28, 0, 0.06, -12), (-13, -8, 0.125, -16), (4, 10, 0.065, -10)),
        *((18, -4, 0.11, 14), (34, 8, 0.06, 12), (48, 0, 0.10, 12)),
    )
    locks = nape(0.16, 0.05) + _layer(2, 1.10, 0.12, from_lon=100) + fringe(tips, (6, 64), reach=1.14)
    for i, (lon, lat, reach, size) in enumerate(_SPIKES):
        bend = 9.0 if i % 3 else -8.0
        stem = (
            (lon - bend, lat - 18, 0.90),
            (lon - bend * 0.4, lat - 7, 1.08),
            (lon + bend * 0.1, lat + 2, 1.0 + 0.62 * (reach - 1)),
            (lon + bend, lat + 10, reach),
        )
        locks.append(lock(stem, (0.14 * size, 0.135 * size, 0.085 * size, 0.003), flat=0.5, cut=0.35))
    return Style(tuple(locks + sidelocks(((80, -26, 0.07),))), gleam=(30, 1.05), strands=flow(), high=True)


def _messy() -> Style:
    rng = np.random.default_rng(5)
    tips = (
        *((-62, -14, 0.07, 10), (-48, 4, 0.11, -16), (-32, -8, 0.08, 12), (-17, 8, 0.10, -18), (-4, -6, 0.115, 12)),
        *((12, 6, 0.07, 16), (24, -8, 0.105, 14), (40, 6, 0.075, -10), (54, -10, 0.09, 14)),
    )
    locks = nape(0.10, 0.10, 0.10) + fringe(tips, (-10, 72), reach=1.13)
    for lon in range(70, 300, 23):
        for lat in (2.0, 34.0):
            turn = float(rng.uniform(14, 34)) * (1 if rng.uniform() > 0.45 else -1)
            a, b = lon + float(rng.uniform(-8, 8)), lat + float(rng.uniform(-8, 8))
            size, out = float(rng.uniform(0.07, 0.14)), 1.16 + float(rng.uniform(0.0, 0.13))
            places = (
                (a, b + 38, 1.0),
                (a + 0.2 * turn, b + 16, 1.10),
                (a + 0.55 * turn, b, 1.13),
                (a + turn, b - 13, out),
            )
            locks.append(lock(places, (size * 0.8, size, size * 0.8, 0.004), cut=0.5, middle=size > 0.11))
    wild = tufts(((20, 78), (-70, 72), (110, 66), (-30, 60), (180, 72), (-140, 60)), 0.17, (0.14, 0.02, -0.06), 0.15)
    return Style(tuple(locks + sidelocks(((76, -36, 0.08),), cut=0.3) + wild), Cap(1.02), gleam=(40, 1.06))


def _pixie() -> Style:
    tips = (
        *((40, 18, 0.06, -6), (24, 10, 0.10, -12), (6, 4, 0.06, -12), (-8, -2, 0.105, -14), (-26, -6, 0.07, -12)),
        *((-42, -12, 0.10, -10), (-58, -22, 0.075, -6), (54, 0, 0.09, 8)),
    )
    locks = nape(0.09, 0.02, 0.075) + _layer(-12, 1.03, 0.12, hook=14) + fringe(tips, (42, 66), 0.5, reach=1.08)
    wisp = ((72, 40, 1.05), (79, 8, 1.09), (70, -24, 1.06), (54, -46, 1.04))
    locks += mirrored([lock(wisp, (0.09, 0.10, 0.065, 0.004), flat=0.4, cut=0.3, place="side")])
    return Style(
        tuple(locks + tufts(((10, 78), (150, 68)), 0.08, (-0.12, 0.0, -0.05), 0.09)),
        gleam=(44, 1.04),
        strands=flow((150, 70)),
    )


def _bowl() -> Style:
    locks = []
    for i, lon in enumerate(range(-66, 72, 12)):
        wide = 0.082 * (1.1, 0.75, 1.25)[i % 3]
        places = ((lon * 0.35, 74, 1.02), (lon * 0.8, 46, 1.13), (lon, 18, 1.15), (lon, 4 + (i % 2), 1.10))
        locks.append(lock(places, (wide * 0.8, wide, wide, wide * 0.9), cut=0.6, middle=i % 3 == 0))
    for i, lon in enumerate(range(80, 284, 14)):
        wide = 0.10 * (1.1, 0.75, 1.25)[i % 3]
        places = ((180 + (lon - 180) * 0.5, 72, 1.02), (lon, 30, 1.15), (lon, 0, 1.15), (lon, -18, 1.09))
        place = "back" if 95 < lon < 265 else "side"
        locks.append(lock(places, (wide * 0.8, wide, wide, wide * 0.9), cut=0.55, middle=i % 3 == 0, place=place))
    return Style(
        tuple(nape(0.16, -0.02, 0.07, top=-10, reach=0.98) + locks),
        Cap(1.04, FALLEN),
        gleam=(42, 1.13),
        strands=flow((180, 80), -14),
    )


LOOSE: dict[str, Callable[[], Style]] = {
    "short": _short,
    "spiky": _spiky,
    "messy": _messy,
    "pixie": _pixie,
    "bowl": _bowl,
}
