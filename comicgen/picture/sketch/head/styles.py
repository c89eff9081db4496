"""The table of hair styles, short and bound: a name into locks, cap and gleam."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np

from .locks import (
    Cap,
    Lock,
    Style,
    balls,
    combed,
    combed_nape,
    fringe,
    lock,
    mirrored,
    nape,
    shell,
    sidelocks,
    temples,
    tufts,
)
from .styles_long import LONG

CLOSE = Cap(0.955, (0.0, 0.80, 0.33), (0.0, 0.76, -0.60))
"""Hair cut close to the skull."""
SWEPT = Cap(1.0, (0.0, 0.825, 0.345), (0.0, 0.66, -0.75))
"""Hair combed back from a high hairline."""


def _short() -> Style:
    tips = ((-52, -6), (-38, 9), (-25, -2), (-11, 8), (1, -4), (14, 10), (27, 0), (40, 10), (53, -8))
    locks = fringe(tips, 0.085, part=18) + sidelocks(-28, 0.07, 80, 1.02) + nape(-56, 1.01, 0.13)
    return Style(tuple(locks + tufts(((60, 66), (-40, 80), (160, 60)), 0.085, (0.14, 0.0, -0.05), 0.10)))


_SPIKES = (
    *((-70, 62, 1.42), (-30, 80, 1.46), (15, 85, 1.54), (60, 68, 1.46), (100, 46, 1.44), (-105, 44, 1.44)),
    *((150, 62, 1.5), (-150, 62, 1.5), (180, 38, 1.46), (130, 20, 1.38), (-130, 20, 1.38), (180, 6, 1.34)),
    *((95, 16, 1.30), (-95, 16, 1.30), (0, 66, 1.42)),
)
"""Longitude, latitude and reach of the tips."""


def _spiky() -> Style:
    locks = []
    for lon, lat in ((-42, 12), (-20, 3), (3, 12), (25, 1), (46, 12)):
        places = ((lon * 0.5, 70, 1.0), (lon * 0.9, 44, 1.16), (lon + 6, lat + 10, 1.2), (lon + 10, lat - 8, 1.14))
        locks.append(lock(places, (0.10, 0.125, 0.085, 0.004), cut=0.45))
    for lon, lat, reach in _SPIKES:
        stem = ((lon, lat - 18, 0.92), (lon + 4, lat - 5, 1.17), (lon + 9, lat + 9, reach))
        locks.append(lock(stem, (0.17, 0.125, 0.004), flat=0.5, cut=0.5, middle=reach > 1.45))
    locks += nape(-50, 1.08, 0.14) + sidelocks(-26, 0.07, 80)
    return Style(tuple(locks), gleam=(36, 1.05), high=True)


def _messy() -> Style:
    rng = np.random.default_rng(11)
    tips = ((-54, -8), (-38, 3), (-24, -6), (-10, 5), (2, -7), (16, 3), (30, -6), (46, 2), (58, -10))
    locks = fringe(tips, 0.085, part=-6, reach=1.13)
    for lon in range(-170, 190, 20):
        for lat in (26.0, 58.0):
            a, b = lon + rng.uniform(-9, 9), lat + rng.uniform(-8, 8)
            turn = rng.uniform(-20, 20)
            places = ((a, b + 8, 1.0), (a + turn / 2, b - 6, 1.13), (a + turn, b - 20, 1.22 + rng.uniform(0, 0.07)))
            if abs(lon) > 55 or lat > 40:
                locks.append(lock(places, (0.12, 0.10, 0.004), cut=0.5, middle=False))
    locks += nape(-52, 1.12, 0.13) + sidelocks(-40, 0.075, 76, 1.1)
    return Style(
        tuple(locks + tufts(((20, 76), (-80, 74), (110, 68), (-30, 60), (180, 70)), 0.15, (0.14, 0.02, -0.05), 0.085)),
        Cap(1.02),
        gleam=(38, 1.06),
    )


def _side_part() -> Style:
    locks = []
    for i, (lon, lat) in enumerate(((24, 30), (8, 26), (-10, 20), (-27, 12), (-44, 4), (-58, -6))):
        places = (
            (34, 66, 1.02),
            (34 + (lon - 34) * 0.6, 50, 1.13),
            (lon - 4, (lat + 46) / 2, 1.14),
            (lon - 16, lat, 1.06),
        )
        locks.append(lock(places, (0.06, 0.11, 0.095, 0.004), cut=0.4, middle=i % 2 == 1))
    for lon, lat in ((52, 16), (64, 0)):
        places = ((36, 66, 1.02), (lon - 6, 44, 1.08), (lon, 22, 1.07), (lon + 8, lat, 1.03))
        locks.append(lock(places, (0.05, 0.09, 0.07, 0.004), cut=0.4))
    locks += nape(-42) + sidelocks(-20, 0.06, 84, 1.03)
    parting = shell([(34, 62, 1.02), (40, 74, 1.02), (60, 84, 1.02)])
    return Style(tuple(locks), strands=(parting,), gleam=(42, 1.05))


def _buzz() -> Style:
    return Style((*_close_sides(),), CLOSE, gleam=None, ears="over", stubble=True)


def _close_sides() -> list[Lock]:
    temple = ((62, 40, 0.93), (70, 18, 0.95), (80, -10, 0.94), (82, -24, 0.93))
    traits: dict[str, Any] = {"flat": 0.25, "middle": False, "edge": False}
    sides = mirrored([lock(temple, (0.08, 0.10, 0.06, 0.02), place="side", **traits)])
    for lon in (110, 130, 155, 180, 205, 230, 250):
        places = ((lon, 20, 0.94), (lon, -5, 0.96), (lon, -34, 0.95), (lon, -46, 0.93))
        sides.append(lock(places, (0.1, 0.16, 0.14, 0.05), place="back", **traits))
    return sides


def _bald() -> Style:
    return Style((), None, gleam=None, ears="over")


def _undercut() -> Style:
    locks = _close_sides()
    for i, (lon, lat) in enumerate(((28, 34), (12, 30), (-6, 24), (-24, 16), (-42, 10), (-58, 12))):
        places = (
            (30, 72, 1.04),
            (30 + (lon - 30) * 0.6, 56, 1.2),
            (lon - 4, (lat + 50) / 2, 1.2),
            (lon - 14, lat, 1.1),
        )
        locks.append(lock(places, (0.09, 0.14, 0.12, 0.004), cut=0.4, middle=i % 2 == 0))
    for lon in (60, 100, 140, 180, 220, 260, 300):
        places = ((lon, 84, 1.06), (lon, 62, 1.14), (lon, 44, 1.11), (lon, 28, 1.06))
        locks.append(lock(places, (0.12, 0.17, 0.16, 0.01), cut=0.4))
    return Style(tuple(locks), CLOSE, gleam=(52, 1.14), ears="over")


def _pixie() -> Style:
    locks = []
    for i, (lon, lat) in enumerate(((34, 22), (20, 14), (4, 8), (-12, 3), (-28, -1), (-44, -7), (-57, -16))):
        places = ((40, 68, 1.02), (40 + (lon - 40) * 0.62, 48, 1.12), (lon, (lat + 42) / 2, 1.13), (lon - 9, lat, 1.06))
        locks.append(lock(places, (0.06, 0.10, 0.08, 0.004), cut=0.42, middle=i % 2 == 0))
    wisp = ((72, 40, 1.05), (78, 10, 1.08), (74, -22, 1.04), (66, -44, 1.02))
    locks += mirrored([lock(wisp, (0.09, 0.10, 0.06, 0.004), flat=0.4, cut=0.35, place="side")])
    locks += nape(-56, 1.03, 0.13)
    return Style(
        tuple(locks + tufts(((10, 78), (-70, 70), (160, 64)), 0.095, (-0.13, 0.0, -0.04), 0.10)), gleam=(42, 1.04)
    )


def _slicked() -> Style:
    locks = combed_nape() + temples()
    peak = ((0, 54, 1.01), (2, 42, 1.035), (4, 31, 1.0))
    locks.append(lock(peak, (0.16, 0.09, 0.006), flat=0.25, edge=False, middle=False))
    loose = ((-22, 44, 1.0), (-26, 38, 1.10), (-34, 26, 1.15), (-36, 12, 1.08))
    locks.append(lock(loose, (0.012, 0.024, 0.018, 0.003), cut=0.0, middle=False))
    for lon in (126, 146, 168, 192, 214, 234):
        places = ((lon, -6, 1.0), (lon, -28, 1.035), (lon + 4 - 8 * (lon > 180), -50, 1.05))
        locks.append(lock(places, (0.12, 0.10, 0.004), place="back", cut=0.4, middle=False))
    return Style(tuple(locks), replace(SWEPT, grow=1.03), gleam=(52, 1.06), strands=combed((180, 20)), ears="over")


def _mohawk() -> Style:
    locks = _close_sides()
    for i, (lon, lat) in enumerate(
        ((0, 44), (0, 58), (0, 72), (0, 86), (180, 78), (180, 62), (180, 44), (180, 24), (180, 4))
    ):
        reach = (1.26, 1.44, 1.56, 1.62, 1.62, 1.56, 1.46, 1.34, 1.22)[i]
        ahead = -10 if lon == 0 else 10
        for side in (-7, 7):
            places = (
                (lon + side, lat, 0.94),
                (lon + side / 2, lat + ahead * 0.2, 1.2),
                (lon, lat - ahead * 0.5, reach),
            )
            locks.append(lock(places, (0.10, 0.09, 0.004), flat=0.6, cut=0.3, middle=side > 0))
    return Style(tuple(locks), CLOSE, gleam=None, ears="over", high=True)


def _bowl() -> Style:
    locks = []
    for i, lon in enumerate(range(-64, 72, 16)):
        places = ((lon * 0.4, 72, 1.02), (lon * 0.85, 44, 1.14), (lon, 18, 1.16), (lon, 3, 1.12))
        locks.append(lock(places, (0.08, 0.115, 0.115, 0.095), cut=0.6, middle=i % 2 == 0))
    for i, lon in enumerate(range(84, 284, 18)):
        places = ((lon, 60, 1.02), (lon, 28, 1.16), (lon, 2, 1.15), (lon, -14, 1.10))
        locks.append(
            lock(
                places, (0.10, 0.15, 0.15, 0.12), cut=0.6, middle=i % 2 == 0, place="back" if 95 < lon < 265 else "side"
            )
        )
    under = [
        lock(
            ((a, -5, 0.98), (a, -24, 0.97), (a, -42, 0.94)),
            (0.13, 0.13, 0.04),
            flat=0.2,
            edge=False,
            middle=False,
            place="back",
        )
        for a in range(115, 250, 22)
    ]
    return Style(tuple(under + locks), Cap(1.05), gleam=(44, 1.12))


def _curly() -> Style:
    places = [(-50, 28), (-25, 22), (0, 27), (25, 21), (50, 28), (-80, 50), (-40, 58), (0, 62), (40, 58), (80, 50)]
    places += [(-95, 20), (95, 20), (-105, -8), (105, -8), (-140, 50), (140, 50), (180, 60), (-150, 20), (150, 20)]
    places += [
        (180, 25),
        (-150, -12),
        (150, -12),
        (180, -14),
        (-20, 86),
        (-130, -36),
        (130, -36),
        (165, -40),
        (-165, -40),
    ]
    places += [(-90, -28), (90, -28)]
    rings = [
        lock(
            ((lon, 24, 1.16), (lon + 7, 15, 1.24), (lon + 3, 6, 1.18), (lon - 3, 8, 1.16)),
            (0.05, 0.055, 0.045, 0.004),
            cut=0.0,
        )
        for lon in (-46, -22, -4, 17, 40)
    ]
    return Style(tuple(balls(places, 0.175, 1.13) + rings), Cap(1.08), gleam=None, ears="hidden", high=True)


def _afro() -> Style:
    golden = np.pi * (3 - np.sqrt(5))
    locks = []
    for i in range(64):
        y = 1 - 2 * (i + 0.5) / 64
        lat, lon = float(np.degrees(np.arcsin(y))), float(np.degrees((i * golden) % (2 * np.pi)) - 180)
        if lat > -44 and not (abs(lon) < 74 and lat < 27):
            locks += balls([(lon, lat)], 0.135 + 0.03 * (i % 3), 1.34 - 0.10 * (abs(lon) < 90) - 0.04 * (i % 2))
    locks += balls([(-76, 10), (76, 10), (-80, -14), (80, -14)], 0.15, 1.22)
    return Style(tuple(locks), Cap(1.24), gleam=None, ears="hidden", high=True)


def _topknot() -> Style:
    knot = lock(
        (),
        (0.07, 0.14, 0.155, 0.10, 0.01),
        ((0, 1.0, -0.16), (0, 1.07, -0.18), (0, 1.15, -0.20), (0, 1.22, -0.215), (0, 1.245, -0.22)),
        flat=0.95,
        cut=0.0,
    )
    wisps = mirrored(
        [lock(((60, 30, 1.0), (70, 8, 1.04), (72, -18, 1.03)), (0.035, 0.04, 0.004), place="side", cut=0.1)]
    )
    tie = Lock(
        np.array(((0.0, 0.985, -0.15), (0.0, 1.0, -0.155), (0.0, 1.02, -0.16))),
        (0.085, 0.09, 0.085),
        flat=1.0,
        cut=0.0,
        middle=False,
    )
    return Style(
        (*combed_nape(), *temples(), *wisps, knot), SWEPT, (58, 1.02), combed((180, 84)), (tie,), ears="over", high=True
    )


SHORT: dict[str, Callable[[], Style]] = {
    "short": _short,
    "spiky": _spiky,
    "messy": _messy,
    "side part": _side_part,
    "buzz": _buzz,
    "bald": _bald,
    "undercut": _undercut,
    "pixie": _pixie,
    "slicked back": _slicked,
    "mohawk": _mohawk,
    "bowl": _bowl,
    "curly": _curly,
    "afro": _afro,
    "topknot": _topknot,
}
STYLES: dict[str, Callable[[], Style]] = {**SHORT, **LONG}


@lru_cache(maxsize=64)
def style(name: str) -> Style:
    """Return the hair style of that name; an unknown one is short."""
    return STYLES.get(name, _short)()
